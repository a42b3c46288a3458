//! Upper bounds in whole numbers of 16 bits.
//!
//! A bound is a sum of parts each of which is rounded up, so it is never below what it bounds, whatever the order of
//! the sum. A score of 1 is 16,000 units. The parts of a pair add up to that and a little that rounding adds; a sum that
//! would not fit stays at the largest number, which bounds everything.

use crate::score::Score;

/// A number of units.
pub(super) type Points = i16;

/// Units in a score of 1; a little less than half of the numbers that there are.
const ONE: u32 = 16_000;

/// Points that earn more than this part of a score, which is at most 1; by one at least, so that no rounding of
/// the score itself matters. Never 0.
pub(super) fn points(part: f64) -> Points {
    (part * f64::from(ONE)) as Points + 2
}

/// The most points that a score has in full: who has no more is no better.
pub(super) fn cut(score: Score) -> Points {
    (score.units() * u64::from(ONE) / Score::UNITS) as Points
}

/// What one of a whole number of things is worth, as a cost: points below 0. The upper half of a product of two signed
/// numbers of 16 bits is one instruction for a whole vector of them, and it is rounded down; so a cost never stands for
/// less than the things are worth, and nothing costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Factor(i16);

impl Factor {
    /// Each is worth this part of a score, which is at most 1 ÷ 32,500.
    pub fn new(part: f64) -> Factor {
        Factor(-((part * f64::from(ONE << 16)) as i16) - 1)
    }

    /// The cost of so many: no more than 0, and no less than what a score of 1 costs.
    #[inline(always)]
    pub fn cost(self, count: i16) -> Points {
        upper(count, self.0)
    }
}

/// The upper half of a product, rounded down.
#[inline(always)]
pub(super) fn upper(a: i16, b: i16) -> i16 {
    ((i32::from(a) * i32::from(b)) >> 16) as i16
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn points_are_never_below_what_they_bound(part in 0.0..=1.0f64, most in 32_500..=i16::MAX, count in 1..=i16::MAX) {
            let score = Score::ONE.earn(part);
            prop_assert!(points(part) > cut(score));
            let count = count.min(most);
            let score = Score::ONE.earn(part * f64::from(count) / f64::from(most));
            let units = -Factor::new(part / f64::from(most)).cost(count);
            prop_assert!(units >= cut(score) && units <= ONE as Points + 3);
            prop_assert!(f64::from(units) >= part * f64::from(count) / f64::from(most) * f64::from(ONE));
        }
    }
}
