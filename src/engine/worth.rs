//! What each criterion can earn a pair, as far as it follows from what is known of the two.

use super::Query;
use super::classes::{Claims, Known};
use crate::criterion::Criterion;

/// The weights of the criteria that add up over claims, for a seeker and the partners of a tile. A criterion
/// that is unknown has none: its points are in `sure`.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Worth {
    /// The most that all criteria may earn which are unknown for some partner of the tile.
    pub sure: f64,
    pub coverage: f64,
    pub reciprocity: f64,
    pub mutual: f64,
    pub field: f64,
    pub policy: f64,
}

/// What is known of a seeker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Own {
    pub needs: Claims,
    pub offers: Claims,
    pub field: bool,
}

impl Own {
    /// Which directions are known for a pair: whether the partner may meet the seeker, and the other way round.
    pub fn directions(self, partner: Known) -> [bool; 2] {
        [self.needs.any() && partner.offers.any(), partner.needs.any() && self.offers.any()]
    }

    /// How much what is met counts in each direction.
    pub fn trust(self, partner: Known) -> [f64; 2] {
        [self.needs.trust() * partner.offers.trust(), partner.needs.trust() * self.offers.trust()]
    }
}

impl Worth {
    pub fn new(query: &Query, own: Own, partner: Known, any_policy: bool) -> Worth {
        let [ours, theirs] = own.directions(partner);
        let weight = |criterion| query.weights.of(criterion).to_f64();
        let mut sure = 0.0;
        let mut of = |criterion, is_known: bool| {
            sure += if is_known { 0.0 } else { weight(criterion) * query.optimism.degree() };
            if is_known { weight(criterion) } else { 0.0 }
        };
        // With one direction known, `mutual` is unknown for some partners and 0 for the others.
        let mutual = of(Criterion::Mutual, ours && theirs);
        let coverage = of(Criterion::Coverage, ours);
        let reciprocity = of(Criterion::Reciprocity, theirs);
        let field = of(Criterion::Field, own.field && partner.field);
        let policy = of(Criterion::Policy, any_policy && (ours || theirs));
        Worth { sure, coverage, reciprocity, mutual, field, policy }
    }

    /// The most that claims may earn where coverage and reciprocity are no more than these: the harmonic mean is at most
    /// the arithmetic one.
    pub fn claims(self, ours: f64, theirs: f64) -> f64 {
        self.coverage * ours + self.reciprocity * theirs + self.mutual * (ours + theirs) / 2.0
    }
}
