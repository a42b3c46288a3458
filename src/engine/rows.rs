//! The long lists of a tile once more, as rows: an amount for each partner, 0 for most.
//!
//! To add up a row costs a part of an instruction for each partner of the tile, since they go by the vector; to
//! add up a list costs several for each of its entries. So a list is a row too where enough partners are in it.

use super::lists::Lists;

/// A list is a row too if one partner in so many is in it.
const ONE_IN: usize = 16;

/// Amounts for all partners of a tile, for those concepts that many of them have to do with.
pub(super) struct Rows {
    len: usize,
    /// For each concept, its row.
    rows: Vec<Option<u32>>,
    all: Vec<i16>,
}

impl Rows {
    /// The rows of the long ones among lists about so many partners and lanes for nobody; of an entry, the partner and
    /// the amount.
    pub fn new<T>(lists: &Lists<T>, len: usize, entry: impl Fn(&T) -> (usize, i16)) -> Rows {
        let mut rows = Rows { len, rows: vec![None; lists.len()], all: Vec::new() };
        for (number, row) in rows.rows.iter_mut().enumerate() {
            let list = lists.of(number);
            if list.len() * ONE_IN >= len {
                let start = rows.all.len();
                *row = Some((start / len) as u32);
                rows.all.resize(start + len, 0);
                list.iter().map(&entry).for_each(|(slot, amount)| rows.all[start + slot] = amount);
            }
        }
        rows
    }

    /// The row of a concept, if it has one.
    pub fn of(&self, concept: usize) -> Option<&[i16]> {
        let start = self.rows[concept]? as usize * self.len;
        Some(&self.all[start..start + self.len])
    }
}
