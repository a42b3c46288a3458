//! Loops over a number of 16 bits for each slot of a tile.
//!
//! The compiler makes vector instructions of them, once for each width of vectors that a machine may have; which it
//! has is found out when the program runs. Numbers are signed, since the upper half of a signed product is what the
//! compiler knows an instruction for. No loop has a rest if the number of lanes is a multiple of [`BLOCK`].

use super::units::{Factor, Points};
use fearless_simd::{Level, Simd, WithSimd};
use std::sync::LazyLock;

/// Lanes that are gone over together.
pub(super) const BLOCK: usize = 64;

static LEVEL: LazyLock<Level> = LazyLock::new(Level::new);

/// A loop.
struct Loop<F>(F);

impl<F: FnOnce() -> R, R> WithSimd for Loop<F> {
    type Output = R;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> R {
        (self.0)()
    }
}

/// Runs a loop with the widest vectors that there are.
fn widely<R>(run: impl FnOnce() -> R) -> R {
    LEVEL.dispatch(Loop(run))
}

/// Adds what amounts cost.
pub(super) fn add(sums: &mut [Points], amounts: &[i16], factor: Factor) {
    widely(
        #[inline(always)]
        || {
            for (sum, &amount) in sums.iter_mut().zip(amounts) {
                *sum = sum.saturating_add(factor.cost(amount));
            }
        },
    );
}

/// Takes away what amounts cost.
pub(super) fn earn(points: &mut [Points], amounts: &[i16], factor: Factor) {
    widely(
        #[inline(always)]
        || {
            for (points, &amount) in points.iter_mut().zip(amounts) {
                *points = points.saturating_sub(factor.cost(amount));
            }
        },
    );
}

/// Lowers each to what its amount costs.
pub(super) fn lower(lowest: &mut [Points], amounts: &[i16], factor: Factor) {
    widely(
        #[inline(always)]
        || {
            for (lowest, &amount) in lowest.iter_mut().zip(amounts) {
                *lowest = factor.cost(amount).min(*lowest);
            }
        },
    );
}

/// What two costs are worth together; they are nothing afterwards.
#[inline(always)]
fn settled(sum: &mut Points, lowest: &mut Points) -> Points {
    Points::saturating_sub(0, std::mem::take(sum).saturating_add(std::mem::take(lowest)))
}

/// What costs are worth together; they are nothing afterwards.
pub(super) fn settle(points: &mut [Points], sums: &mut [Points], lowest: &mut [Points]) {
    widely(
        #[inline(always)]
        || {
            for ((points, sum), lowest) in points.iter_mut().zip(sums).zip(lowest) {
                *points = settled(sum, lowest);
            }
        },
    );
}

/// What bounds are made of, but for fields; by slot.
pub(super) struct Parts<'a> {
    /// Points of the class.
    pub ground: &'a [Points],
    /// What partners do for the seeker.
    pub ours: &'a [Points],
    /// The cost of the goal that it serves best.
    pub goals: &'a [Points],
    /// What the seeker does for each, in two costs; nothing afterwards.
    pub theirs: [&'a mut [Points]; 2],
    /// The goal that the seeker may serve where it does anything for a partner.
    pub goal: Points,
}

impl Parts<'_> {
    /// Puts the parts of bounds together; the highest bound.
    pub fn join(self, bounds: &mut [Points]) -> Points {
        widely(
            #[inline(always)]
            || {
                let Parts { ground, ours, goals, theirs: [sums, lowest], goal } = self;
                let theirs = sums.iter_mut().zip(lowest);
                let parts = ground.iter().zip(ours).zip(goals).zip(theirs);
                let mut most = Points::MIN;
                for (bound, (((&ground, &ours), &cost), (sum, lowest))) in bounds.iter_mut().zip(parts) {
                    let theirs = settled(sum, lowest);
                    let cost = cost.min(if theirs > 0 { -goal } else { 0 });
                    *bound = ground.saturating_add(ours).saturating_add(theirs).saturating_sub(cost);
                    most = most.max(*bound);
                }
                most
            },
        )
    }
}

/// The highest sum of two numbers without a cost.
pub(super) fn highest_of(ground: &[Points], ours: &[Points], costs: &[Points]) -> Points {
    widely(
        #[inline(always)]
        || {
            let parts = ground.iter().zip(ours).zip(costs);
            parts.fold(Points::MIN, |most, ((a, b), c)| most.max(a.saturating_add(*b).saturating_sub(*c)))
        },
    )
}

/// The highest bound of each block.
pub(super) fn tops(bounds: &[Points], tops: &mut Vec<Points>) {
    tops.clear();
    widely(
        #[inline(always)]
        || {
            // Not chunks of a known length, which the compiler would go over number by number.
            for block in bounds.chunks(BLOCK) {
                tops.push(block.iter().fold(Points::MIN, |most, bound| most.max(*bound)));
            }
        },
    );
}

#[cfg(test)]
mod tests {
    use super::super::units::{cut, points};
    use super::*;
    use crate::criteria::mutual;
    use crate::score::Score;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_joined_bound_is_never_below_the_score(
            [ground, coverage, reciprocity, mutual] in prop::array::uniform4(0.0..0.25f64), [ours, theirs] in [0.0..=1.0f64, 0.0..=1.0],
        ) {
            let both = mutual::of_coverages(Some(ours), Some(theirs)).expect("both are known");
            let score = Score::ONE.earn(ground + coverage * ours + reciprocity * theirs + mutual * both);
            let worth = [coverage + mutual / 2.0, reciprocity + mutual / 2.0];
            let cost = |share: f64| [-points(share)];
            let (mut sum, mut lowest, mut bound) = (cost(worth[1] * theirs / 2.0), cost(worth[1] * theirs / 2.0), [0]);
            let parts = Parts {
                ground: &[points(ground)],
                ours: &[points(worth[0] * ours)],
                goals: &[0],
                theirs: [&mut sum, &mut lowest],
                goal: 0,
            };
            let most = parts.join(&mut bound);
            prop_assert!(most == bound[0] && most > cut(score));
            prop_assert_eq!((sum, lowest), ([0], [0]));
        }
    }
}
