//! A finite, ordered score, and the arithmetic that keeps sums exact.
//!
//! A score is a whole number of units, 2⁴⁰ units being one. Sums of whole numbers do not depend on
//! their order, so the points of an explanation add up to the score to the last bit, any number of
//! threads gives the same bytes, and equal scores are equal. As every score has at most 41
//! significant bits, [`Score::to_f64`] is exact, and so is a sum of the printed numbers.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

/// A number from 0 to 1 in units of 2⁻⁴⁰: a score, a part of one, or a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Score(u64);

impl Score {
    /// Units in one. 2⁴⁰ leaves 13 bits of a double for sums and resolves 10⁻¹², a thousandth of the
    /// finest difference that weights of a percent and levels of a fifth can make.
    pub const UNITS: u64 = 1 << 40;
    /// Nothing.
    pub const ZERO: Score = Score(0);
    /// One.
    pub const ONE: Score = Score(Score::UNITS);

    /// So many units; `None` above one.
    pub fn from_units(units: u64) -> Option<Score> {
        (units <= Score::UNITS).then_some(Score(units))
    }

    /// The number of units.
    pub fn units(self) -> u64 {
        self.0
    }

    /// The part of this weight that a value in [0, 1] earns, to the nearest unit; never more than the
    /// weight. A value outside the range, or none, counts as the nearer end.
    pub fn earn(self, value: f64) -> Score {
        let value = if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) };
        // Halves away from zero, as `round` has it; that is a call into the system, and this is not.
        let earned = value * self.0 as f64;
        let whole = earned as u64;
        Score(whole + u64::from(earned - whole as f64 >= 0.5))
    }

    /// The number as a double, exactly.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / Score::UNITS as f64
    }
}

impl Add for Score {
    type Output = Score;
    fn add(self, other: Score) -> Score {
        Score(self.0 + other.0)
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Score) {
        self.0 += other.0;
    }
}

impl Sum for Score {
    fn sum<I: Iterator<Item = Score>>(iter: I) -> Score {
        iter.fold(Score::ZERO, Add::add)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_f64().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn refuses_nan_and_infinity_quietly() {
        assert_eq!(Score::ONE.earn(f64::NAN), Score::ZERO);
        assert_eq!(Score::ONE.earn(f64::INFINITY), Score::ONE);
        assert_eq!(Score::ONE.earn(-3.0), Score::ZERO);
        assert_eq!(Score::from_units(Score::UNITS + 1), None);
    }

    proptest! {
        #[test]
        fn what_is_earned_is_never_more_than_the_weight(units in 0..=Score::UNITS, value in 0.0..=1.0f64) {
            let weight = Score(units);
            prop_assert!(weight.earn(value) <= weight);
            prop_assert_eq!(weight.earn(1.0), weight);
            prop_assert_eq!(weight.earn(value).0, (value * units as f64).round() as u64);
        }

        #[test]
        fn sums_of_doubles_are_exact_in_any_order(parts in prop::collection::vec(0..Score::UNITS / 16, 1..16)) {
            let sum: Score = parts.iter().map(|&p| Score(p)).sum();
            let forward: f64 = parts.iter().map(|&p| Score(p).to_f64()).sum();
            let backward: f64 = parts.iter().rev().map(|&p| Score(p).to_f64()).sum();
            prop_assert_eq!(forward, sum.to_f64());
            prop_assert_eq!(backward, sum.to_f64());
        }
    }
}
