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

/// What products are divided by: a factor of 1.
pub(super) const ONCE: u32 = 1 << 15;

/// What makes points of numbers: so high a number stands for this part of a score.
pub(super) fn factor(part: f64, number: f64) -> i16 {
    if part == 0.0 { 0 } else { (part * f64::from(ONE) * f64::from(ONCE) / number) as i16 + 1 }
}

/// What may be missing from a bound that so many products are in, and some more: each is rounded to the nearest, and what is
/// rounded is multiplied by a factor of no more than a half.
pub(super) fn rounded(products: usize) -> Points {
    8 + Points::try_from(products / 4).unwrap_or(Points::MAX - 8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn points_are_never_below_what_they_bound(part in 0.0..=1.0f64, of in 0.0..=1.0f64) {
            prop_assert!(points(part) > cut(Score::ONE.earn(part)));
            let number = f64::from(i16::MAX - 1);
            let some = (of * number).ceil();
            let product = ((some as i32 * i32::from(factor(part, number)) + (1 << 14)) >> 15) as Points;
            prop_assert!(product + rounded(1) > cut(Score::ONE.earn(part * of)));
        }
    }
}
