//! One criterion a file: each a pure function of a pair, blind to weights and to everybody else.

pub mod access;
pub mod counterpart;
pub mod coverage;
pub mod field;
pub mod gate;
pub mod mutual;
pub mod policy;
pub mod reciprocity;
pub mod standards;

use crate::criterion::{Criterion, Values};
use crate::profile::Organization;
use crate::roster::{Org, Roster};
use coverage::Side;
use std::cell::LazyCell;
use std::ops::Deref;

/// A seeker and a partner, in a roster.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// What is known in the run.
    pub roster: &'a Roster,
    /// Who looks for a partner.
    pub seeker: Org,
    /// Who is looked at.
    pub partner: Org,
}

impl<'a> Pair<'a> {
    /// The profile of the seeker.
    pub fn us(&self) -> &'a Organization {
        self.roster.organization(self.seeker)
    }

    /// The profile of the partner.
    pub fn them(&self) -> &'a Organization {
        self.roster.organization(self.partner)
    }

    /// The same pair seen from the other side.
    pub fn turned(&self) -> Pair<'a> {
        Pair { roster: self.roster, seeker: self.partner, partner: self.seeker }
    }
}

/// What the two of a pair do for each other, need by need.
#[derive(Debug, Clone)]
pub struct Exchange<'a> {
    /// What the seeker needs, and how the partner meets it.
    pub ours: Side<'a>,
    /// What the partner needs, and how the seeker meets it.
    pub theirs: Side<'a>,
}

impl<'a> Exchange<'a> {
    /// The exchange of a pair.
    pub fn of(pair: Pair<'a>) -> Exchange<'a> {
        Exchange { ours: Side::of(pair), theirs: Side::of(pair.turned()) }
    }

    /// How far both directions are stated: see [`coverage::trust`].
    pub fn trust(&self) -> [f64; 2] {
        [self.ours.trust, self.theirs.trust]
    }
}

/// The value of one criterion for a pair, in [0, 1]; `None` where it is unknown.
pub fn value(criterion: Criterion, pair: Pair) -> Option<f64> {
    of_exchange(criterion, pair, LazyCell::new(|| Exchange::of(pair)))
}

/// The same with the exchange of the pair, which half of the criteria do not look at.
fn of_exchange<'a>(
    criterion: Criterion,
    pair: Pair,
    exchange: impl Deref<Target = Exchange<'a>>,
) -> Option<f64> {
    match criterion {
        Criterion::Coverage => exchange.ours.coverage(),
        Criterion::Reciprocity => exchange.theirs.coverage(),
        Criterion::Mutual => mutual::value(&exchange),
        Criterion::Field => field::value(pair),
        Criterion::Counterpart => counterpart::value(pair),
        Criterion::Standards => standards::value(pair),
        Criterion::Policy => policy::value(pair, &exchange),
        Criterion::Access => access::value(pair),
    }
}

/// The values of all criteria for a pair.
pub fn values(pair: Pair) -> Values {
    values_of(pair, &Exchange::of(pair))
}

/// The same, where the exchange of the pair is at hand.
pub fn values_of(pair: Pair, exchange: &Exchange) -> Values {
    Criterion::ALL.map(|criterion| of_exchange(criterion, pair, exchange))
}

/// Whether the value of a criterion rests on what is only assumed of organizations of a kind, by the [`Exchange::trust`] of
/// the pair. Such a value is a better guess than a fixed one, and it is not knowledge.
pub fn is_assumed(criterion: Criterion, trust: [f64; 2]) -> bool {
    let [ours, theirs] = trust.map(|trust| trust < 1.0);
    match criterion {
        Criterion::Coverage => ours,
        Criterion::Reciprocity => theirs,
        Criterion::Mutual | Criterion::Policy => ours || theirs,
        Criterion::Field | Criterion::Counterpart | Criterion::Standards | Criterion::Access => false,
    }
}

/// The values that rest on what is stated; those that are assumed are unknown.
pub fn stated(values: &Values, trust: [f64; 2]) -> Values {
    Criterion::ALL.map(|c| values[c.index()].filter(|_| !is_assumed(c, trust)))
}
