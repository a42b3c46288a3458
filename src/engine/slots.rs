//! A set of partners of a tile.

use super::tile::TILE;
use std::ops::Range;

const BITS: usize = u64::BITS as usize;

/// One bit a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slots([u64; TILE / BITS]);

impl Slots {
    pub const NONE: Slots = Slots([0; TILE / BITS]);

    pub fn insert(&mut self, slot: usize) {
        self.0[slot / BITS] |= 1 << (slot % BITS);
    }

    pub fn remove(&mut self, slot: usize) {
        self.0[slot / BITS] &= !(1 << (slot % BITS));
    }

    pub fn insert_all(&mut self, slots: Range<usize>) {
        // All bits below a slot, in the word of a number.
        let below = |slot: usize, word: usize| match slot.saturating_sub(word * BITS) {
            BITS.. => u64::MAX,
            bits => (1 << bits) - 1,
        };
        for word in slots.start / BITS..slots.end.div_ceil(BITS) {
            self.0[word] |= below(slots.end, word) & !below(slots.start, word);
        }
    }

    pub fn has(&self, slot: usize) -> bool {
        self.0[slot / BITS] & (1 << (slot % BITS)) != 0
    }

    /// Keeps those that are in both.
    pub fn keep(&mut self, others: &Slots) {
        self.0.iter_mut().zip(&others.0).for_each(|(a, b)| *a &= b);
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_range_is_each_of_its_slots(start in 0..TILE, end in 0..=TILE) {
            let (mut at_once, mut one_by_one) = (Slots::NONE, Slots::NONE);
            at_once.insert_all(start..end.max(start));
            (start..end).for_each(|slot| one_by_one.insert(slot));
            prop_assert_eq!(at_once.len(), end.saturating_sub(start));
            prop_assert_eq!(at_once, one_by_one);
        }
    }
}
