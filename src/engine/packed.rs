//! What scoring reads of an organization, without the words and the evidence around it.
//!
//! A profile lies in a dozen places of memory; to fetch them costs more than to score the pair.

use super::classes::Classes;
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
    pub org: Org,
    /// Its class: see [`Classes`].
    pub class: u32,
    /// What it offers, ascending by concept.
    pub offers: &'a [Claim],
    /// What it needs, ascending by concept.
    pub needs: &'a [Claim],
    /// Where it works, ascending by concept.
    pub field: &'a [Strength],
    /// The grade of each offer, and then of each need; nothing where grades are not kept.
    pub grades: &'a [f64],
}

impl Profile<'_> {
    /// The square of the length of where it works.
    pub fn square(&self) -> u64 {
        field::square(self.field)
    }

    /// Reads a little of each part.
    pub fn touch(&self) -> u32 {
        let level = |claims: &[Claim]| claims.first().map_or(0, |claim| u32::from(claim.level.get()));
        let [first, last] = [self.field.first(), self.field.last()].map(|f| f.map_or(0, |f| f.offered));
        self.class ^ level(self.offers) ^ level(self.needs) ^ first ^ last
    }
}

/// What an organization is, and where the parts of its profile begin and how long they are: in one line of the cache.
#[derive(Clone, Copy)]
#[repr(align(32))]
struct Head {
    org: Org,
    class: u32,
    claims: u32,
    fields: u32,
    offers: u32,
    needs: u32,
    worked_in: u32,
}

/// Several organizations, by their place among them.
pub(super) struct Packed {
    heads: Vec<Head>,
    /// The offers of each, and then its needs.
    claims: Vec<Claim>,
    fields: Vec<Strength>,
    /// Of each claim; nothing where they are not kept.
    grades: Vec<f64>,
}

impl Packed {
    pub fn new(roster: &Roster, classes: &Classes, orgs: &[Org]) -> Packed {
        let offer = |o: &Offer| Claim { concept: o.concept, level: o.level };
        let need = |n: &Need| Claim { concept: n.concept, level: n.priority };
        let mut packed = Packed::empty(orgs.len());
        for &org in orgs {
            let (organization, strengths) = (roster.organization(org), roster.field(org));
            let lengths = [organization.offers.len(), organization.needs.len(), strengths.len()];
            packed.push(org, classes.of[org.index()], lengths);
            packed.claims.extend(organization.offers.iter().map(offer));
            packed.claims.extend(organization.needs.iter().map(need));
            packed.fields.extend_from_slice(strengths);
        }
        packed
    }

    /// The same with how well each claim is attested: see [`confidence`].
    pub fn with_grades(roster: &Roster, classes: &Classes, orgs: &[Org]) -> Packed {
        let (mut packed, at) = (Packed::new(roster, classes, orgs), roster.as_of());
        for &org in orgs {
            let organization = roster.organization(org);
            packed.grades.extend(organization.offers.iter().map(|o| confidence::of_offer(o, at)));
            packed.grades.extend(organization.needs.iter().map(|n| confidence::of_need(n, at)));
        }
        packed
    }

    /// None, with room for so many.
    fn empty(orgs: usize) -> Packed {
        Packed { heads: Vec::with_capacity(orgs), claims: Vec::new(), fields: Vec::new(), grades: Vec::new() }
    }

    /// Some of those of a whole roster, in this order.
    pub fn some(&self, orgs: &[Org]) -> Packed {
        let mut some = Packed::empty(orgs.len());
        for org in orgs {
            let Profile { org, class, offers, needs, field, grades } = self.of(org.index());
            some.push(org, class, [offers.len(), needs.len(), field.len()]);
            some.claims.extend_from_slice(offers);
            some.claims.extend_from_slice(needs);
            some.fields.extend_from_slice(field);
            some.grades.extend_from_slice(grades);
        }
        some
    }

    /// One whose claims and fields are added next, and how many of these there are.
    fn push(&mut self, org: Org, class: u32, lengths: [usize; 3]) {
        let [offers, needs, worked_in] = lengths.map(|length| length as u32);
        let (claims, fields) = (self.claims.len() as u32, self.fields.len() as u32);
        self.heads.push(Head { org, class, claims, fields, offers, needs, worked_in });
    }

    /// Who they are, in their order.
    pub fn orgs(&self) -> impl Iterator<Item = Org> {
        self.heads.iter().map(|head| head.org)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    pub fn of(&self, place: usize) -> Profile<'_> {
        let Head { org, class, claims, fields, offers, needs, worked_in } = self.heads[place];
        let [claims, fields, offers, needs, worked_in] =
            [claims, fields, offers, needs, worked_in].map(|number| number as usize);
        let all = claims..claims + offers + needs;
        let (offers, needs) = self.claims[all.clone()].split_at(offers);
        let field = &self.fields[fields..fields + worked_in];
        Profile { org, class, offers, needs, field, grades: self.grades.get(all).unwrap_or_default() }
    }
}
