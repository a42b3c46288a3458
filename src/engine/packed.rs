//! What scoring reads of an organization, without the words and the evidence around it.
//!
//! A profile lies in a dozen places of memory; to fetch them costs more than to score the pair.

use crate::confidence;
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
    /// The grade of each offer, and then of each need; nothing where grades are not kept.
    pub grades: &'a [f64],
}

impl Profile<'_> {
    /// Reads a little of each part.
    pub fn touch(&self) -> u32 {
        let level = |claims: &[Claim]| claims.first().map_or(0, |claim| u32::from(claim.level.get()));
        let [first, last] = [self.field.first(), self.field.last()].map(|f| f.map_or(0, |f| f.offered));
        level(self.offers) ^ level(self.needs) ^ first ^ last
    }
}

/// Where the parts of a profile begin, and the square of its field: what is asked for together lies together.
#[derive(Clone, Copy, Default)]
struct Start {
    offers: u32,
    needs: u32,
    field: u32,
    square: u64,
}

/// Several organizations, by their place among them.
pub(super) struct Packed {
    /// One more than there are organizations.
    starts: Vec<Start>,
    /// The offers of each, and then its needs.
    claims: Vec<Claim>,
    fields: Vec<Strength>,
    /// Of each claim; nothing where they are not kept.
    grades: Vec<f64>,
}

impl Packed {
    pub fn new(roster: &Roster, orgs: &[Org]) -> Packed {
        let offer = |o: &Offer| Claim { concept: o.concept, level: o.level };
        let need = |n: &Need| Claim { concept: n.concept, level: n.priority };
        let starts = Vec::with_capacity(orgs.len() + 1);
        let mut packed = Packed { starts, claims: Vec::new(), fields: Vec::new(), grades: Vec::new() };
        for &org in orgs {
            let (organization, strengths) = (roster.organization(org), roster.field(org));
            let mut start = packed.end();
            packed.claims.extend(organization.offers.iter().map(offer));
            start.needs = packed.claims.len() as u32;
            packed.claims.extend(organization.needs.iter().map(need));
            packed.fields.extend_from_slice(strengths);
            start.square = field::square(strengths);
            packed.starts.push(start);
        }
        packed.starts.push(packed.end());
        packed
    }

    /// The same with how well each claim is attested: see [`confidence`].
    pub fn with_grades(roster: &Roster, orgs: &[Org]) -> Packed {
        let (mut packed, at) = (Packed::new(roster, orgs), roster.as_of());
        for &org in orgs {
            let organization = roster.organization(org);
            packed.grades.extend(organization.offers.iter().map(|o| confidence::of_offer(o, at)));
            packed.grades.extend(organization.needs.iter().map(|n| confidence::of_need(n, at)));
        }
        packed
    }

    fn end(&self) -> Start {
        Start { offers: self.claims.len() as u32, field: self.fields.len() as u32, ..Start::default() }
    }

    pub fn of(&self, place: usize) -> Profile<'_> {
        let (start, end) = (self.starts[place], self.starts[place + 1]);
        let (offers, needs, claims) = (start.offers as usize, start.needs as usize, end.offers as usize);
        Profile {
            offers: &self.claims[offers..needs],
            needs: &self.claims[needs..claims],
            field: &self.fields[start.field as usize..end.field as usize],
            square: start.square,
            grades: self.grades.get(offers..claims).unwrap_or_default(),
        }
    }
}
