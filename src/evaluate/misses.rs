//! Why a known partner does not rank high.

use super::{Asked, Known};
use crate::criteria::Pair;
use crate::criteria::gate::{self, Borders, Gate};
use crate::criterion::Criterion;
use crate::engine::{self, Query};
use crate::roster::{Org, Roster};

/// What holds a known partner down.
#[derive(Debug, Clone, PartialEq)]
pub enum Cause<'a> {
    /// A gate keeps it out.
    Gate(Gate<'a>),
    /// The seeker states no need.
    NoNeed,
    /// The partner states no offer.
    NoOffer,
    /// The criterion that puts the first ten ahead by most: the points that the pair lacks against
    /// their mean.
    Behind(Criterion, f64),
}

/// A known partner below the depth that is asked for.
#[derive(Debug, Clone)]
pub struct Miss<'a> {
    /// Who looks.
    pub seeker: Org,
    /// Who should be found.
    pub partner: Org,
    /// Its rank; `None` behind a gate.
    pub rank: Option<usize>,
    /// What the partnership is about, where the file says it.
    pub topic: Option<&'a str>,
    /// What holds it down, the plainest first.
    pub causes: Vec<Cause<'a>>,
}

/// The known partners that rank below a depth, worst first.
pub fn misses<'a>(
    roster: &'a Roster,
    known: &'a [Known],
    asked: &[Asked],
    query: &Query,
    depth: usize,
) -> Vec<Miss<'a>> {
    let mut missed: Vec<Miss<'a>> = asked
        .iter()
        .filter(|a| a.rank.is_none_or(|r| r > depth))
        .map(|a| Miss {
            seeker: a.seeker,
            partner: a.partner,
            rank: a.rank,
            topic: known[a.known].topic.as_deref(),
            causes: causes(Pair { roster, seeker: a.seeker, partner: a.partner }, query),
        })
        .collect();
    missed.sort_by_key(|m| (std::cmp::Reverse(m.rank.unwrap_or(usize::MAX)), m.seeker, m.partner));
    missed
}

fn causes<'a>(pair: Pair<'a>, query: &Query) -> Vec<Cause<'a>> {
    let mut causes: Vec<Cause<'a>> =
        gate::closed(pair, Borders::Abroad).map(Cause::Gate).into_iter().collect();
    if pair.us().stated_needs().is_empty() {
        causes.push(Cause::NoNeed);
    }
    if pair.them().stated_offers().is_empty() {
        causes.push(Cause::NoOffer);
    }
    causes.extend(behind(pair, query));
    causes
}

/// The criterion in which the first ten are furthest ahead.
fn behind<'a>(pair: Pair<'a>, query: &Query) -> Option<Cause<'a>> {
    let points =
        |values: &crate::criterion::Values| query.weights.points(values, query.optimism).map(|p| p.to_f64());
    let own: [f64; Criterion::COUNT] = points(&engine::assess(pair, query).values);
    let ten = Query { top: 10, ..query.clone() };
    let first = engine::shortlist(pair.roster, pair.seeker, &ten).matches;
    let count = first.len() as f64;
    let ahead = |c: Criterion| {
        first.iter().map(|m| points(&m.values)[c.index()]).sum::<f64>() / count - own[c.index()]
    };
    let most =
        Criterion::ALL.into_iter().map(|c| (c, ahead(c))).reduce(|a, b| if b.1 > a.1 { b } else { a })?;
    (count > 0.0 && most.1 > 0.0).then_some(Cause::Behind(most.0, most.1))
}
