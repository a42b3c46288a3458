//! Needs that nobody meets and offers that nobody asks for: whom to invite next.

use crate::criteria::coverage::MOST;
use crate::profile::Country;
use crate::roster::{Org, Roster};
use crate::taxonomy::Concept;
use std::collections::BTreeMap;

/// What is left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// A need that no organization abroad meets.
    Need,
    /// An offer that no organization abroad asks for.
    Offer,
}

/// One concept of one country that is left over.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// Need or offer.
    pub side: Side,
    /// Whose.
    pub country: Country,
    /// What.
    pub concept: Concept,
    /// The organizations behind it, ascending.
    pub organizations: Vec<Org>,
    /// The sum of their priorities or levels.
    pub weight: u32,
    /// The best that abroad has for it: closeness times level over the most, 0 to 1.
    pub best: f64,
    /// Who has that; `None` where nobody has anything.
    pub nearest: Option<Org>,
}

/// A need is met from here up: half of what a perfect offer gives. An offer is asked for where it meets
/// a need so.
const ENOUGH: f64 = 0.5;

/// The gaps of a roster: heaviest first, then by country and concept.
pub fn gaps(roster: &Roster) -> Vec<Gap> {
    let mut gaps = collect(roster, Side::Need);
    gaps.extend(collect(roster, Side::Offer));
    gaps.retain(|g| g.best < ENOUGH);
    gaps.sort_by_key(|g| (g.side, std::cmp::Reverse(g.weight), g.country, g.concept));
    gaps
}

/// All concepts of a side by country, with the best that abroad has for each.
fn collect(roster: &Roster, side: Side) -> Vec<Gap> {
    let mut own: BTreeMap<(Country, Concept), (u32, Vec<Org>)> = BTreeMap::new();
    for org in roster.orgs() {
        for (concept, weight) in claims(roster, org, side) {
            let entry = own.entry((roster.organization(org).country, concept)).or_default();
            entry.0 += weight;
            entry.1.push(org);
        }
    }
    let gap = |((country, concept), (weight, organizations))| {
        let (best, nearest) = best_abroad(roster, side, country, concept);
        Gap { side, country, concept, organizations, weight, best, nearest }
    };
    own.into_iter().map(gap).collect()
}

fn claims(roster: &Roster, org: Org, side: Side) -> Vec<(Concept, u32)> {
    let organization = roster.organization(org);
    match side {
        Side::Need => {
            organization.stated_needs().iter().map(|n| (n.concept, u32::from(n.priority.get()))).collect()
        }
        Side::Offer => {
            organization.stated_offers().iter().map(|o| (o.concept, u32::from(o.level.get()))).collect()
        }
    }
}

/// The best counterpart in other countries. For an offer, it is the level at which a perfect offer would
/// meet the need there: an offer is not idle for being slight.
fn best_abroad(roster: &Roster, side: Side, country: Country, concept: Concept) -> (f64, Option<Org>) {
    let mut best = (0, None);
    for org in roster.orgs().filter(|o| roster.organization(*o).country != country) {
        let organization = roster.organization(org);
        let worth = match side {
            Side::Need => {
                let worth = |o: &crate::profile::Offer| {
                    u32::from(roster.taxonomy().closeness(concept, o.concept)) * u32::from(o.level.get())
                };
                organization.stated_offers().iter().map(worth).max()
            }
            Side::Offer => {
                let worth = |n: &crate::profile::Need| {
                    u32::from(roster.taxonomy().closeness(n.concept, concept)) * MOST / 100
                };
                organization.stated_needs().iter().map(worth).max()
            }
        };
        if worth.unwrap_or(0) > best.0 {
            best = (worth.unwrap_or(0), Some(org));
        }
    }
    (f64::from(best.0) / f64::from(MOST), best.1)
}
