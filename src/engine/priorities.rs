//! What the need that is met best can add to what is met of all.
//!
//! Half of coverage is a sum over needs and half the best of them ([`crate::criteria::coverage`]). The best is no more
//! than the sum of all as often as the most urgent need goes into all of them, and no more than the best offer is worth.
//! So the sum is all that has to be added up.

use super::units::{Points, upper};
use crate::profile::Level;

/// How the priorities of several needs add up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Priorities {
    all: u32,
    most: u32,
}

/// How many times the most urgent need goes into all, in 1 ÷ 4096, rounded up.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ratio(i16);

const ONE: u32 = 1 << (16 - SHIFT);
/// The bits by which a product with a ratio, whose upper half is taken, is too small.
const SHIFT: u32 = 4;

impl Priorities {
    pub fn of(priorities: impl Iterator<Item = Level> + Clone) -> Priorities {
        let priorities = priorities.map(|p| u32::from(p.get()));
        let most = priorities.clone().max().unwrap_or(1);
        // Of very many needs each is taken for a larger part of all than it is, so that a ratio can say it.
        Priorities { all: priorities.sum::<u32>().clamp(1, most * i16::MAX as u32 / ONE), most }
    }

    /// The part of a need in all of them, at least.
    pub fn share(self, priority: Level) -> f64 {
        f64::from(priority.get()) / f64::from(self.all)
    }

    pub fn ratio(self) -> Ratio {
        Ratio((self.all * ONE).div_ceil(self.most) as i16)
    }
}

/// The most that the need which is met best may earn besides a sum over all.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BestMet(i16);

impl BestMet {
    pub fn new(most: Points) -> BestMet {
        BestMet(-(most >> SHIFT) - 1)
    }

    /// The points of a sum of costs and of the need that is met best.
    #[inline(always)]
    pub fn with(self, sum: Points, Ratio(times): Ratio) -> Points {
        let best = upper(sum, times).max(self.0) << SHIFT;
        Points::saturating_sub(0, sum.saturating_add(best))
    }
}

#[cfg(test)]
mod tests {
    use super::super::units::{Factor, cut, points};
    use super::*;
    use crate::criteria::coverage::{MOST, Sums};
    use crate::score::Score;
    use proptest::prelude::*;

    fn level(level: u8) -> Level {
        Level::new(level).expect("1 to 5")
    }

    proptest! {
        #[test]
        fn a_sum_with_its_best_is_never_below_the_coverage(
            needs in prop::collection::vec((1..=5u8, 0..=MOST), 1..60), part in 0.0..=1.0f64,
        ) {
            let priorities = Priorities::of(needs.iter().map(|n| level(n.0)));
            let (mut sums, mut sum) = (Sums::default(), 0i16);
            for &(priority, worth) in &needs {
                sums.add(level(priority), worth);
                let of = part / 2.0 * priorities.share(level(priority)) / f64::from(MOST);
                sum = sum.saturating_add(Factor::new(of / 65.0).cost(worth as i16 * 65));
            }
            let most = needs.iter().map(|n| n.1).max().unwrap_or(0);
            let best = BestMet::new(points(part / 2.0 * f64::from(most) / f64::from(MOST)));
            let bound = best.with(sum, priorities.ratio());
            prop_assert!(bound >= cut(Score::ONE.earn(part * sums.coverage(1.0))));
        }
    }
}
