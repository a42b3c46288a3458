//! Upper bounds in whole numbers of 16 bits.
//!
//! A bound is a sum of parts each of which is rounded up, so it is never below what it bounds, whatever the order of
//! the sum. A score of 1 is 2¹⁴ units. The parts of a pair add up to that at most, plus what rounding adds: two units for the
//! base, and for each concept that the two share in each of three criteria one unit and an amount of 1 ÷ 65535. A
//! taxonomy has at most 2¹³ concepts, so the sum stays below 2¹⁴ · (1 + ⅛) + 3 · 2¹³ + 2 and fits 16 bits.

use crate::score::Score;

/// Units in a score of 1.
const ONE: u32 = 1 << 14;
/// Binary digits of a [`Factor`] behind the point.
const DIGITS: u32 = 16;

/// Points that earn more than this part of a score, which is at most 1; by one at least, so that no rounding of
/// the score itself matters. Never 0.
pub(super) fn points(part: f64) -> u16 {
    (part * f64::from(ONE)) as u16 + 2
}

/// The most points that a score has in full: who has no more is no better.
pub(super) fn cut(score: Score) -> u16 {
    (score.units() / (Score::UNITS / u64::from(ONE))) as u16
}

/// What one of a whole number of things is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Factor(u32);

impl Factor {
    /// Each is worth this part of a score.
    pub fn new(part: f64) -> Factor {
        Factor((part * f64::from(ONE << DIGITS)) as u32 + 1)
    }

    /// Points that earn no less than so many are worth; all of them together at most 1.
    pub fn times(self, count: u16) -> u16 {
        ((u32::from(count) * self.0) >> DIGITS) as u16 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn points_are_never_below_what_they_bound(part in 0.0..=1.0f64, most in 1..=u16::MAX, count in 0..=u16::MAX) {
            let score = Score::ONE.earn(part);
            prop_assert!(points(part) > cut(score));
            let count = count.min(most);
            let score = Score::ONE.earn(part * f64::from(count) / f64::from(most));
            let units = Factor::new(part / f64::from(most)).times(count);
            prop_assert!(units > cut(score) && u32::from(units) <= ONE + 3);
        }
    }
}
