//! Gates: what puts a partner out of the question. They come before scores and are never traded
//! against them.

use super::{Pair, coverage, field};
use crate::profile::{Need, Organization};
use crate::reference::TieStatus;

/// A must-have is met from here up, in hundredths: half a step of closeness. Below it the offer is
/// nearer to something else than to what is needed.
pub const MUST: u8 = 50;

/// Why a partner is out of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate<'a> {
    /// Both work in the same country, and abroad is what is asked for.
    SameCountry,
    /// The two are in conflict.
    Conflict,
    /// The seeker does not want partners from that country.
    UnwantedCountry,
    /// A need that the seeker cannot do without is not met.
    Must(&'a Need),
    /// Nothing is known that the two could do for each other: neither states what would answer the
    /// other, and they have no field in common. Only their kinds would speak for a meeting.
    Blank,
}

/// Whether partners from the seeker's own country are asked for too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Borders {
    /// Partners from abroad only.
    #[default]
    Abroad,
    /// Partners from home too.
    Any,
}

/// The first gate that closes, in the order of the list.
pub fn closed<'a>(pair: Pair<'a>, borders: Borders) -> Option<Gate<'a>> {
    let (us, them) = (pair.us(), pair.them());
    if borders == Borders::Abroad && us.country == them.country {
        return Some(Gate::SameCountry);
    }
    if pair.roster.ties(pair.seeker, pair.partner).iter().any(|t| t.status == TieStatus::Conflict) {
        return Some(Gate::Conflict);
    }
    if !us.wants.is_empty() && !us.wants.contains(&them.country) {
        return Some(Gate::UnwantedCountry);
    }
    if let Some((need, _)) = coverage::needs(pair).find(|(need, _)| need.must && !is_met(pair, need)) {
        return Some(Gate::Must(need));
    }
    is_blank(pair).then_some(Gate::Blank)
}

fn is_blank(pair: Pair) -> bool {
    let states_nothing = |o: &Organization| o.offers.is_empty() && o.needs.is_empty();
    if states_nothing(pair.them()) {
        return true;
    }
    // Of a seeker that states nothing itself, kinds are all that can be gone by.
    !states_nothing(pair.us())
        && coverage::value(pair).is_none()
        && coverage::value(pair.turned()).is_none()
        && field::shared(pair).next().is_none()
}

/// Whether any offer comes close enough, whatever its level.
fn is_met(pair: Pair, need: &Need) -> bool {
    let row = pair.roster.taxonomy().closeness_to(need.concept);
    pair.them().offers.iter().any(|offer| row[offer.concept.index()] >= MUST)
}
