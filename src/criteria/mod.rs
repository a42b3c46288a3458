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

/// The value of one criterion for a pair, in [0, 1]; `None` where it is unknown.
pub fn value(criterion: Criterion, pair: Pair) -> Option<f64> {
    match criterion {
        Criterion::Coverage => coverage::value(pair),
        Criterion::Reciprocity => reciprocity::value(pair),
        Criterion::Mutual => mutual::value(pair),
        Criterion::Field => field::value(pair),
        Criterion::Counterpart => counterpart::value(pair),
        Criterion::Standards => standards::value(pair),
        Criterion::Policy => policy::value(pair),
        Criterion::Access => access::value(pair),
    }
}

/// The values of all criteria for a pair.
pub fn values(pair: Pair) -> Values {
    Criterion::ALL.map(|criterion| value(criterion, pair))
}

/// Whether the value of a criterion rests on what is only assumed of organizations of a kind. Such a
/// value is a better guess than a fixed one, and it is not knowledge.
pub fn is_assumed(criterion: Criterion, pair: Pair) -> bool {
    let ours = coverage::trust(pair.us(), pair.them()) < 1.0;
    let theirs = coverage::trust(pair.them(), pair.us()) < 1.0;
    match criterion {
        Criterion::Coverage => ours,
        Criterion::Reciprocity => theirs,
        Criterion::Mutual | Criterion::Policy => ours || theirs,
        Criterion::Field | Criterion::Counterpart | Criterion::Standards | Criterion::Access => false,
    }
}

/// The values that rest on what is stated; those that are assumed are unknown.
pub fn stated(pair: Pair, values: &Values) -> Values {
    Criterion::ALL.map(|c| values[c.index()].filter(|_| !is_assumed(c, pair)))
}
