//! The best partners so far.

use crate::roster::Org;
use crate::score::Score;
use std::cmp::Reverse;

/// A partner with what goes with it. The best by score, and of equal ones the first by id, come first.
struct Kept<T> {
    rank: (Reverse<Score>, Org),
    with: T,
}

/// The best partners: at most so many.
pub(super) struct Best<T> {
    top: usize,
    /// All of the best, and a few more.
    kept: Vec<Kept<T>>,
    /// The last of the best, once there are enough; whoever comes behind it is none.
    last: Option<(Reverse<Score>, Org)>,
}

impl<T> Best<T> {
    pub fn new(top: usize) -> Best<T> {
        Best { top, kept: Vec::new(), last: None }
    }

    /// Who scores less is not among the best. Nothing, as long as there are not enough.
    pub fn cut(&self) -> Option<Score> {
        self.last.map(|(score, _)| score.0)
    }

    /// How many are missing until there are enough.
    pub fn missing(&self) -> usize {
        self.top.saturating_sub(self.kept.len())
    }

    /// Keeps a partner that may be among the best.
    pub fn see(&mut self, score: Score, org: Org, with: T) {
        let rank = (Reverse(score), org);
        if self.last.is_some_and(|last| last < rank) {
            return;
        }
        self.kept.push(Kept { rank, with });
        let room = self.top + (self.top / 8).max(1);
        if self.kept.len() >= room || (self.last.is_none() && self.kept.len() == self.top) {
            self.trim();
        }
    }

    /// Drops whoever is not among the best.
    fn trim(&mut self) {
        if self.kept.len() >= self.top {
            let (_, last, _) = self.kept.select_nth_unstable_by_key(self.top - 1, |kept| kept.rank);
            self.last = Some(last.rank);
            self.kept.truncate(self.top);
        }
    }

    /// The best, in their order.
    pub fn finish(mut self) -> impl Iterator<Item = (Org, T)> {
        self.kept.sort_unstable_by_key(|kept| kept.rank);
        self.kept.truncate(self.top);
        self.kept.into_iter().map(|kept| (kept.rank.1, kept.with))
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
            prop_assert_eq!(best.cut(), all.get(top - 1).and(best.last).map(|l| l.0.0));
            let asked: Vec<_> = all.into_iter().take(top).map(|(score, org)| (org, score.0)).collect();
            prop_assert_eq!(best.finish().collect::<Vec<_>>(), asked);
        }
    }
}
