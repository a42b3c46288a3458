//! What scoring reads of an organization, without the words and the evidence around it.
//!
//! A profile lies in a dozen places of memory; to fetch them costs more than to score the pair.

use super::lists::Lists;
use crate::criteria::field;
use crate::profile::{Level, Need, Offer};
use crate::roster::{Org, Roster, Strength};
use crate::taxonomy::Concept;

/// A concept that is offered at a level, or needed with a priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Claim {
    pub concept: Concept,
    pub level: Level,
}

/// One organization.
#[derive(Clone, Copy)]
pub(super) struct Profile<'a> {
    /// What it offers, ascending by concept.
    pub offers: &'a [Claim],
    /// What it needs, ascending by concept.
    pub needs: &'a [Claim],
    /// Where it works, ascending by concept, and the square of the length of that.
    pub field: &'a [Strength],
    pub square: u64,
}

/// Several organizations, by their place among them.
pub(super) struct Packed {
    offers: Lists<Claim>,
    needs: Lists<Claim>,
    fields: Lists<Strength>,
    squares: Vec<u64>,
}

impl Packed {
    pub fn new(roster: &Roster, orgs: &[Org]) -> Packed {
        let organizations = || orgs.iter().map(|org| roster.organization(*org));
        let offer = |o: &Offer| Claim { concept: o.concept, level: o.level };
        let need = |n: &Need| Claim { concept: n.concept, level: n.priority };
        Packed {
            offers: Lists::new(organizations().map(|o| o.offers.iter().map(offer))),
            needs: Lists::new(organizations().map(|o| o.needs.iter().map(need))),
            fields: Lists::new(orgs.iter().map(|o| roster.field(*o).iter().copied())),
            squares: orgs.iter().map(|o| field::square(roster.field(*o))).collect(),
        }
    }

    pub fn of(&self, place: usize) -> Profile<'_> {
        Profile {
            offers: self.offers.of(place),
            needs: self.needs.of(place),
            field: self.fields.of(place),
            square: self.squares[place],
        }
    }
}
