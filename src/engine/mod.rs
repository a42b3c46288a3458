//! Shortlists: the exact top partners of one seeker, or of every one.

mod batch;
mod best;
mod classes;
mod exact;
mod filter;
mod ground;
mod idea;
mod index;
mod lists;
mod packed;
mod panel;
mod reach;
mod seeker;
mod sweep;
mod tile;
mod units;
mod wide;
mod worth;

pub use filter::Filter;
pub use idea::Idea;
pub use index::Index;

use crate::confidence;
use crate::criteria::gate::{self, Borders, Gate};
use crate::criteria::{self, Exchange, Pair};
use crate::criterion::{Criterion, Interval, Optimism, Values, Weights};
use crate::matrix::DecisionMatrix;
use crate::reference::TieStatus;
use crate::roster::{Org, Roster};
use crate::score::Score;
use rayon::prelude::*;

/// What is done about organizations that know each other already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TieFilter {
    /// They are shown like all others.
    #[default]
    Show,
    /// They are left out.
    Avoid,
    /// Nobody else is shown.
    Only,
}

impl TieFilter {
    fn lets(self, roster: &Roster, seeker: Org, partner: Org) -> bool {
        let tied = || roster.ties(seeker, partner).iter().any(|t| t.status != TieStatus::Conflict);
        match self {
            TieFilter::Show => true,
            TieFilter::Avoid => !tied(),
            TieFilter::Only => tied(),
        }
    }
}

/// How shortlists are made.
#[derive(Debug, Clone)]
pub struct Query {
    /// How much each criterion counts.
    pub weights: Weights,
    /// How much of an unknown criterion counts.
    pub optimism: Optimism,
    /// Matches for each seeker, at most.
    pub top: usize,
    /// Which partners are looked at.
    pub partners: Filter,
    /// What is done about those who know each other.
    pub ties: TieFilter,
    /// Whether partners from the seeker's own country are asked for too.
    pub borders: Borders,
}

impl Query {
    /// Ten matches each, from abroad, under these weights.
    pub fn new(weights: Weights) -> Query {
        Query {
            weights,
            optimism: Optimism::default(),
            top: 10,
            partners: Filter::default(),
            ties: TieFilter::default(),
            borders: Borders::default(),
        }
    }
}

/// One scored pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Who looks for a partner.
    pub seeker: Org,
    /// Who is recommended.
    pub partner: Org,
    /// What is known, what is assumed, and a part of what is neither.
    pub score: Score,
    /// The score if all that is not stated is bad.
    pub low: Score,
    /// The score if all that is not stated is good.
    pub high: Score,
    /// The share of the weight that rests on what is stated.
    pub known: Score,
    /// The value of each criterion.
    pub values: Values,
    /// The values that rest on what is stated; those that are assumed are unknown here.
    pub stated: Values,
    /// How well the claims that met are attested, in [0, 1]; `None` where none met.
    pub confidence: Option<f64>,
}

impl Match {
    /// A pair with its values, how far both of its directions are stated, and how well that is attested.
    fn new(
        Pair { seeker, partner, .. }: Pair,
        values: Values,
        trust: [f64; 2],
        confidence: Option<f64>,
        Query { weights, optimism, .. }: &Query,
    ) -> Match {
        let stated = criteria::stated(&values, trust);
        let Interval { low, high, known, .. } = weights.interval(&stated, *optimism);
        let score = weights.score(&values, *optimism);
        Match { seeker, partner, score, low, high, known, values, stated, confidence }
    }

    /// Whether the value of a criterion is only assumed.
    pub fn is_assumed(&self, criterion: Criterion) -> bool {
        self.values[criterion.index()].is_some() && self.stated[criterion.index()].is_none()
    }
}

/// The ranked partners of one seeker.
#[derive(Debug, Clone, PartialEq)]
pub struct Shortlist {
    /// Who looks for a partner.
    pub seeker: Org,
    /// The matches, best first; equal scores by id.
    pub matches: Vec<Match>,
    /// How many partners passed all gates and filters.
    pub considered: usize,
}

/// A partner that a gate keeps out, with the score that it would have.
#[derive(Debug, Clone)]
pub struct NearMiss<'a> {
    /// The pair as it would be.
    pub found: Match,
    /// The gate.
    pub gate: Gate<'a>,
}

/// Scores one pair, whatever gates and filters say of it.
pub fn assess(pair: Pair, query: &Query) -> Match {
    let exchange = Exchange::of(pair);
    complete(pair, criteria::values_of(pair, &exchange), &exchange, query)
}

fn complete(pair: Pair, values: Values, exchange: &Exchange, query: &Query) -> Match {
    let confidence = confidence::of(exchange, pair.roster.as_of());
    Match::new(pair, values, exchange.trust(), confidence, query)
}

/// The decision matrix of a seeker: all partners that pass filters and gates. No weight is involved.
pub fn matrix(roster: &Roster, seeker: Org, query: &Query) -> DecisionMatrix {
    let open = candidates(roster, seeker, query)
        .filter(|&partner| gate::closed(Pair { roster, seeker, partner }, query.borders).is_none());
    DecisionMatrix::assess(roster, seeker, open)
}

/// The ranked partners of a seeker.
pub fn shortlist(roster: &Roster, seeker: Org, query: &Query) -> Shortlist {
    best(roster, matrix(roster, seeker, query), seeker, query)
}

/// The best rows of a matrix.
fn best(roster: &Roster, matrix: DecisionMatrix, seeker: Org, query: &Query) -> Shortlist {
    let ranked = matrix.rank(&query.weights, query.optimism, query.top);
    let matches = ranked.into_iter().map(|(row, _)| {
        let pair = Pair { roster, seeker, partner: matrix.alternatives()[row] };
        complete(pair, matrix.values(row), &Exchange::of(pair), query)
    });
    Shortlist { seeker, matches: matches.collect(), considered: matrix.alternatives().len() }
}

/// From so many seekers up it pays to lay the roster out for them.
const MANY: usize = 16;

/// The ranked partners of each of several seekers, in their order: what [`shortlist`] says of each,
/// found faster where they are many. The work is shared among threads; the result is the same for any
/// number of them.
pub fn shortlist_all(roster: &Roster, seekers: &[Org], query: &Query) -> Vec<Shortlist> {
    if seekers.len() < MANY {
        return seekers.par_iter().map(|&seeker| shortlist(roster, seeker, query)).collect();
    }
    Index::new(roster, query).shortlists(seekers)
}

/// The partners that a gate keeps out, best first, at most `query.top`. Those of the seeker's own
/// country are not counted: they are not asked for.
pub fn near_misses<'a>(roster: &'a Roster, seeker: Org, query: &Query) -> Vec<NearMiss<'a>> {
    let mut misses: Vec<NearMiss<'a>> = candidates(roster, seeker, query)
        .filter_map(|partner| {
            let pair = Pair { roster, seeker, partner };
            let gate = gate::closed(pair, query.borders).filter(|g| *g != Gate::SameCountry)?;
            Some(NearMiss { found: assess(pair, query), gate })
        })
        .collect();
    misses.sort_by(|a, b| b.found.score.cmp(&a.found.score).then(a.found.partner.cmp(&b.found.partner)));
    misses.truncate(query.top);
    misses
}

fn candidates<'a>(roster: &'a Roster, seeker: Org, query: &'a Query) -> impl Iterator<Item = Org> + 'a {
    roster
        .orgs()
        .filter(move |&partner| partner != seeker)
        .filter(move |&partner| query.partners.lets(roster, partner))
        .filter(move |&partner| query.ties.lets(roster, seeker, partner))
}
