//! Do real partners rank high? Ranking quality over known pairs, beside baselines.
//!
//! A known pair is asked both ways: the rank of the partner in the full list of the seeker. Whoever
//! shares a score with others takes the worst rank among them, so that a ranker gains nothing by
//! leaving things undecided.

mod metric;
mod misses;
mod ranker;

pub use metric::{Interval, Quality, bootstrap, quality};
pub use misses::{Cause, Miss, misses};
pub use ranker::{Ranker, Texts};

use crate::criteria::Pair;
use crate::criteria::gate::{self, Borders};
use crate::profile::Date;
use crate::roster::{Org, Roster};
use rayon::prelude::*;

/// A partnership that is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// One of the two.
    pub a: Org,
    /// The other.
    pub b: Org,
    /// How strong it is, in the words of the file.
    pub strength: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
    /// Since when.
    pub date: Option<Date>,
}

/// A known partner, asked for from one side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked {
    /// The position of the known pair.
    pub known: usize,
    /// Who looks.
    pub seeker: Org,
    /// Who should be found.
    pub partner: Org,
    /// The worst rank, from 1, that the partner shares; `None` where a gate keeps it out.
    pub rank: Option<usize>,
    /// How many partners pass the gates.
    pub among: usize,
}

/// The rank of every known partner under a ranker, both ways, in the order of the pairs.
pub fn ranks(roster: &Roster, known: &[Known], ranker: &Ranker, texts: &Texts) -> Vec<Asked> {
    let sides = |(i, k): (usize, &Known)| [(i, k.a, k.b), (i, k.b, k.a)];
    let asked: Vec<(usize, Org, Org)> = known.iter().enumerate().flat_map(sides).collect();
    asked
        .par_iter()
        .map(|&(known, seeker, partner)| {
            let open: Vec<Org> = roster.orgs().filter(|&p| is_open(roster, seeker, p)).collect();
            let rank = open.contains(&partner).then(|| {
                let scores = ranker.scores(roster, seeker, &open, texts);
                worst_rank(&open, &scores, partner)
            });
            Asked { known, seeker, partner, rank, among: open.len() }
        })
        .collect()
}

fn is_open(roster: &Roster, seeker: Org, partner: Org) -> bool {
    partner != seeker && gate::closed(Pair { roster, seeker, partner }, Borders::Abroad).is_none()
}

/// How many score at least as high: the worst rank among equals.
fn worst_rank(open: &[Org], scores: &[f64], partner: Org) -> usize {
    let own = open.iter().zip(scores).find(|(p, _)| **p == partner).map_or(f64::NEG_INFINITY, |(_, s)| *s);
    scores.iter().filter(|s| **s >= own).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_share_the_worst_rank() {
        let roster = Roster::shipped(Date::read("2026-11-23").expect("a date")).expect("sound");
        let open: Vec<Org> = roster.orgs().take(5).collect();
        let scores = [0.9, 0.5, 0.5, 0.5, 0.1];
        let ranks: Vec<usize> = open.iter().map(|&p| worst_rank(&open, &scores, p)).collect();
        assert_eq!(ranks, [1, 4, 4, 4, 5]);
    }
}
