//! Who of a tile has to do with each concept: a list of those, and a row too where they are many.
//!
//! A row holds an amount for each partner of the tile, 0 for most. To add it up costs a part of an instruction for each
//! partner, since rows go by the vector; to add up a list costs several for each of its entries.

use super::lists::Lists;
use super::tile::TILE;

/// A list is a row too if one partner in so many is in it.
const ONE_IN: usize = 16;

/// Stands for no row.
const NONE: u32 = u32::MAX;

/// Set in a slot: an offer that comes close enough to a must-have, or a field in which something is offered.
const MARK: u16 = 1 << 15;

/// A partner of a tile, with an amount.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Posting {
    slot: u16,
    /// What is posted.
    pub amount: i16,
}

impl Posting {
    pub fn new(slot: usize, amount: i16, is_marked: bool) -> Posting {
        Posting { slot: slot as u16 | if is_marked { MARK } else { 0 }, amount }
    }

    /// Which partner.
    pub fn slot(self) -> usize {
        // A slot is always below the size of a tile; the mask tells the compiler.
        usize::from(self.slot) & (TILE - 1)
    }

    /// Whether the offer comes close enough for a must-have; whether there is an offer in the field.
    pub fn is_marked(self) -> bool {
        self.slot & MARK != 0
    }
}

/// Where what is posted under a concept lies.
struct Place {
    start: u32,
    end: u32,
    /// The number of its row, or [`NONE`].
    row: u32,
}

/// Postings by concept, with a row for each long list.
pub(super) struct Postings {
    lanes: usize,
    places: Vec<Place>,
    all: Vec<Posting>,
    rows: Vec<i16>,
}

/// What is posted under a concept, to be added up.
#[derive(Clone, Copy)]
pub(super) enum Posted<'t> {
    List(&'t [Posting]),
    Row(&'t [i16]),
}

impl Postings {
    /// Lists about partners and lanes for nobody, so many together.
    pub fn new(lists: Lists<Posting>, lanes: usize) -> Postings {
        let (mut rows, mut end) = (Vec::new(), 0);
        let mut place = |number| {
            let list = lists.of(number);
            let (start, mut row) = (end, NONE);
            end += list.len() as u32;
            if list.len() * ONE_IN >= lanes {
                let first = rows.len();
                rows.resize(first + lanes, 0);
                list.iter().for_each(|posting| rows[first + posting.slot()] = posting.amount);
                row = (first / lanes) as u32;
            }
            Place { start, end, row }
        };
        let places = (0..lists.len()).map(&mut place).collect();
        Postings { lanes, places, all: lists.into_entries(), rows }
    }

    /// The list of a concept.
    pub fn list(&self, concept: usize) -> &[Posting] {
        let Place { start, end, .. } = self.places[concept];
        &self.all[start as usize..end as usize]
    }

    /// What is posted under a concept.
    pub fn of(&self, concept: usize) -> Posted<'_> {
        match self.places[concept].row {
            NONE => Posted::List(self.list(concept)),
            row => Posted::Row(&self.rows[row as usize * self.lanes..][..self.lanes]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_many_have_to_do_with_is_a_row_too() {
        let posting = |slot: usize| Posting::new(slot, slot as i16 + 1, slot == 7);
        let loose: Vec<(u16, Posting)> =
            (0..4).map(|i| (1, posting(i * 7))).chain([(0, posting(2))]).collect();
        let postings = Postings::new(Lists::sorted(3, &loose), 64);
        let slots = |concept| postings.list(concept).iter().map(|p| p.slot()).collect::<Vec<_>>();
        assert_eq!([0, 1, 2].map(slots), [vec![2], vec![0, 7, 14, 21], vec![]]);
        assert!(postings.list(1)[1].is_marked() && !postings.list(1)[2].is_marked());
        let Posted::Row(row) = postings.of(1) else { panic!("four of 64 are many") };
        let of = row.iter().enumerate().filter(|(_, a)| **a != 0).map(|(i, a)| (i, *a));
        assert_eq!(of.collect::<Vec<_>>(), [(0, 1), (7, 8), (14, 15), (21, 22)]);
        assert!(matches!(postings.of(0), Posted::List([_])) && matches!(postings.of(2), Posted::List([])));
    }
}
