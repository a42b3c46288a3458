//! Loops over a number of 16 bits for each slot of a tile.
//!
//! The compiler makes vector instructions of them, once for each width of vectors that a machine may have; which it
//! has is found out when the program runs. Numbers are signed, since the upper half of a signed product is what the
//! compiler knows an instruction for. No loop has a rest if the number of lanes is a multiple of [`BLOCK`].

use super::priorities::{BestMet, Ratio};
use super::units::{Factor, Points};
use fearless_simd::prelude::*;
use std::sync::LazyLock;

/// Lanes that are gone over together.
pub(super) const BLOCK: usize = 64;

static LEVEL: LazyLock<fearless_simd::Level> = LazyLock::new(fearless_simd::Level::new);

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

/// What follows where needs are met.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Brought {
    /// By the need that is met best.
    pub best: BestMet,
    /// By the goal that is served, if anything is done at all.
    pub goal: Points,
}

impl Brought {
    #[inline(always)]
    fn goal(self, points: Points) -> Points {
        if points > 0 { self.goal } else { 0 }
    }
}

/// Makes points of what partners do for a seeker from sums over needs, which are nothing afterwards; the highest of
/// them with the goal and the points of the class.
pub(super) fn settle(
    ours: &mut [Points],
    sums: &mut [Points],
    ground: &[Points],
    (ratio, brought): (Ratio, Brought),
) -> Points {
    widely(
        #[inline(always)]
        || {
            let mut most = Points::MIN;
            for ((ours, sum), ground) in ours.iter_mut().zip(sums).zip(ground) {
                *ours = brought.best.with(std::mem::take(sum), ratio);
                most = most.max(ground.saturating_add(*ours).saturating_add(brought.goal(*ours)));
            }
            most
        },
    )
}

/// What bounds are made of, but for fields; by slot.
pub(super) struct Parts<'a> {
    /// Points of the class.
    pub ground: &'a [Points],
    /// What partners do for the seeker, in points, and what this brings.
    pub ours: (&'a [Points], Brought),
    /// What the seeker does for each, as sums over needs, which are nothing afterwards; their ratios; and what this
    /// brings.
    pub theirs: (&'a mut [Points], &'a [Ratio], Brought),
}

impl Parts<'_> {
    /// Puts the parts of bounds together; the highest bound.
    pub fn join(self, bounds: &mut [Points]) -> Points {
        widely(
            #[inline(always)]
            || {
                let Parts { ground, ours: (ours, by_ours), theirs: (sums, ratios, by_theirs) } = self;
                let parts = ground.iter().zip(ours).zip(sums.iter_mut().zip(ratios));
                let mut most = Points::MIN;
                for (bound, ((&ground, &ours), (sum, &ratio))) in bounds.iter_mut().zip(parts) {
                    let theirs = by_theirs.best.with(std::mem::take(sum), ratio);
                    let goal = by_ours.goal(ours).max(by_theirs.goal(theirs));
                    *bound = ground.saturating_add(ours).saturating_add(theirs).saturating_add(goal);
                    most = most.max(*bound);
                }
                most
            },
        )
    }
}

/// The highest.
pub(super) fn highest(bounds: &[Points]) -> Points {
    widely(
        #[inline(always)]
        || bounds.iter().fold(Points::MIN, |most, &bound| most.max(bound)),
    )
}

/// Calls with each number above another, and with its lane.
pub(super) fn above(bounds: &[Points], low: Points, each: impl FnMut(usize, Points)) {
    LEVEL.dispatch(Above { bounds, low, each });
}

struct Above<'a, F> {
    bounds: &'a [Points],
    low: Points,
    each: F,
}

impl<F: FnMut(usize, Points)> WithSimd for Above<'_, F> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Above { bounds, low, mut each } = self;
        let low = S::i16s::splat(simd, low);
        let are_above = |part| S::i16s::from_slice(simd, part).simd_gt(low);
        for (n, block) in bounds.chunks_exact(BLOCK).enumerate() {
            let parts = block.chunks_exact(S::i16s::N);
            let nobody = S::mask16s::splat(simd, false);
            // Most blocks have none, and are passed over at a glance.
            if !parts.clone().map(are_above).fold(nobody, |any, are| any | are).any_true() {
                continue;
            }
            for (i, part) in parts.enumerate() {
                let mut bits = are_above(part).to_bitmask();
                while bits != 0 {
                    let lane = bits.trailing_zeros() as usize;
                    each(n * BLOCK + i * S::i16s::N + lane, part[lane]);
                    bits &= bits - 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::priorities::Priorities;
    use super::super::units::{cut, points};
    use super::*;
    use crate::criteria::mutual;
    use crate::profile::Level;
    use crate::score::Score;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_joined_bound_is_never_below_the_score(
            [ground, coverage, reciprocity, mutual] in prop::array::uniform4(0.0..0.25f64), [ours, theirs] in [0.0..=1.0f64, 0.0..=1.0],
        ) {
            let both = mutual::of_coverages(Some(ours), Some(theirs)).expect("both are known");
            let score = Score::ONE.earn(ground + coverage * ours + reciprocity * theirs + mutual * both);
            let [for_us, for_them] = [coverage + mutual / 2.0, reciprocity + mutual / 2.0];
            let half = points(for_them * theirs / 2.0);
            let (mut sums, mut bounds) = ([-half; BLOCK], [0; BLOCK]);
            let parts = Parts {
                ground: &[points(ground); BLOCK],
                ours: (&[points(for_us * ours); BLOCK], Brought::default()),
                theirs: (
                    &mut sums,
                    &[Priorities::of([Level::default()].into_iter()).ratio(); BLOCK],
                    Brought { best: BestMet::new(half), goal: 0 },
                ),
            };
            let most = parts.join(&mut bounds);
            prop_assert!(most > cut(score));
            prop_assert_eq!((sums, bounds), ([0; BLOCK], [most; BLOCK]));
        }

        #[test]
        fn all_above_a_number_are_found(bounds in prop::collection::vec(-9..9i16, 2 * BLOCK), low in -9..9i16) {
            let mut found = Vec::new();
            above(&bounds, low, |lane, bound| found.push((lane, bound)));
            let asked = bounds.iter().copied().enumerate().filter(|(_, bound)| *bound > low);
            prop_assert_eq!(found, asked.collect::<Vec<_>>());
            prop_assert_eq!(Some(highest(&bounds)), bounds.iter().copied().max());
        }
    }
}
