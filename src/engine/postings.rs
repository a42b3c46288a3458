//! Who of a tile has to do with each concept: a list of those, and a row too where they are many.
//!
//! A row holds an amount for each partner of the tile, 0 for most. To add it up costs a part of an instruction for each
//! partner, since rows go by the vector; to add up a list costs several for each of its entries.

use super::lists::Lists;

/// A list is a row too if one partner in so many is in it.
const ONE_IN: usize = 16;

/// Stands for no row.
const NONE: u32 = u32::MAX;

/// Where what is posted under a concept lies.
struct Place {
    start: u32,
    end: u32,
    /// The number of its first row.
    row: u32,
}

/// Lists of entries by concept, with so many rows for each long one: as many as an entry has amounts.
pub(super) struct Postings<T, const ROWS: usize> {
    lanes: usize,
    places: Vec<Place>,
    all: Vec<T>,
    rows: Vec<i16>,
}

/// What is posted under a concept, to be added up.
#[derive(Clone, Copy)]
pub(super) enum Posted<'t, T, const ROWS: usize> {
    List(&'t [T]),
    Rows([&'t [i16]; ROWS]),
}

impl<T, const ROWS: usize> Postings<T, ROWS> {
    /// Lists about partners and lanes for nobody, so many together; of an entry, the partner and its amounts.
    pub fn new(
        lists: Lists<T>,
        lanes: usize,
        entry: impl Fn(&T) -> (usize, [i16; ROWS]),
    ) -> Postings<T, ROWS> {
        let (mut rows, mut end) = (Vec::new(), 0);
        let mut place = |number| {
            let list = lists.of(number);
            let (start, mut row) = (end, NONE);
            end += list.len() as u32;
            if list.len() * ONE_IN >= lanes {
                let first = rows.len();
                rows.resize(first + ROWS * lanes, 0);
                for (slot, amounts) in list.iter().map(&entry) {
                    let lane = (first + slot..).step_by(lanes);
                    lane.zip(amounts).for_each(|(i, amount)| rows[i] = amount);
                }
                row = (first / lanes) as u32;
            }
            Place { start, end, row }
        };
        let places = (0..lists.len()).map(&mut place).collect();
        Postings { lanes, places, all: lists.into_entries(), rows }
    }

    /// The list of a concept.
    pub fn list(&self, concept: usize) -> &[T] {
        let Place { start, end, .. } = self.places[concept];
        &self.all[start as usize..end as usize]
    }

    /// What is posted under a concept.
    pub fn of(&self, concept: usize) -> Posted<'_, T, ROWS> {
        match self.places[concept].row {
            NONE => Posted::List(self.list(concept)),
            row => Posted::Rows(std::array::from_fn(|i| {
                let start = (row as usize + i) * self.lanes;
                &self.rows[start..start + self.lanes]
            })),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_many_have_to_do_with_is_a_row_too() {
        let loose: Vec<(u16, usize)> = (0..4).map(|slot| (1, slot * 7)).chain([(0, 2)]).collect();
        let postings: Postings<usize, 2> =
            Postings::new(Lists::sorted(3, &loose), 64, |&slot| (slot, [slot as i16 + 1, -1]));
        assert_eq!([0, 1, 2].map(|concept| postings.list(concept)), [&[2][..], &[0, 7, 14, 21], &[]]);
        let Posted::Rows([first, second]) = postings.of(1) else { panic!("four of 64 are many") };
        let of = |row: &[i16]| {
            row.iter().enumerate().filter(|(_, a)| **a != 0).map(|(i, a)| (i, *a)).collect::<Vec<_>>()
        };
        assert_eq!(of(first), [(0, 1), (7, 8), (14, 15), (21, 22)]);
        assert_eq!(of(second), [(0, -1), (7, -1), (14, -1), (21, -1)]);
        assert!(matches!(postings.of(0), Posted::List([2])) && matches!(postings.of(2), Posted::List([])));
    }
}
