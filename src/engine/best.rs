//! The best partners so far.

use crate::roster::Org;
use crate::score::Score;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Lists are seldom longer.
const SOME: usize = 16;

/// By score, and of equal ones by id; the best is the lowest.
type Rank = (Reverse<Score>, Org);

/// The best partners with what goes with each: at most so many.
pub(super) struct Best<T> {
    top: usize,
    /// The last of the best first, with where it stands what goes with it.
    ranks: BinaryHeap<(Rank, usize)>,
    with: Vec<T>,
}

impl<T: Copy> Best<T> {
    /// The best of at least one.
    pub fn new(top: usize) -> Best<T> {
        let some = top.min(SOME);
        Best { top, ranks: BinaryHeap::with_capacity(some), with: Vec::with_capacity(some) }
    }

    /// Who scores less is not among the best. Nothing, as long as there are not enough.
    pub fn cut(&self) -> Option<Score> {
        let ((score, _), _) = self.ranks.peek().filter(|_| self.missing() == 0)?;
        Some(score.0)
    }

    /// How many are missing until there are enough.
    pub fn missing(&self) -> usize {
        self.top - self.ranks.len()
    }

    /// Keeps a partner if it is among the best so far.
    pub fn see(&mut self, score: Score, org: Org, with: T) {
        let rank = (Reverse(score), org);
        if self.missing() > 0 {
            self.ranks.push((rank, self.with.len()));
            self.with.push(with);
        } else if let Some(mut last) = self.ranks.peek_mut().filter(|last| rank < last.0) {
            let place = last.1;
            self.with[place] = with;
            *last = (rank, place);
        }
    }

    /// The best, in their order.
    pub fn finish(self) -> impl Iterator<Item = (Org, T)> {
        self.ranks.into_sorted_vec().into_iter().map(move |((_, org), place)| (org, self.with[place]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Roster;
    use crate::profile::Date;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static ORGS: LazyLock<Vec<Org>> = LazyLock::new(|| {
        let roster = Roster::shipped(Date::read("2026-11-23").expect("a date")).expect("sound");
        roster.orgs().collect()
    });

    proptest! {
        #[test]
        fn the_best_are_those_of_a_full_sort(
            scores in prop::collection::vec(0..9u64, 0..60), top in 1..20usize,
        ) {
            let mut best = Best::new(top);
            let mut all: Vec<_> = Vec::new();
            for (&score, &org) in scores.iter().zip(&*ORGS).rev() {
                let score = Score::from_units(score).expect("small");
                best.see(score, org, score);
                all.push((Reverse(score), org));
            }
            all.sort();
            prop_assert_eq!(best.cut(), all.get(top - 1).map(|(score, _)| score.0));
            let asked: Vec<_> = all.into_iter().take(top).map(|(score, org)| (org, score.0)).collect();
            prop_assert_eq!(best.finish().collect::<Vec<_>>(), asked);
        }
    }
}
