//! Gates: what puts a partner out of the question. They come before scores and are never traded
//! against them.

use super::{Pair, coverage};
use crate::profile::Need;
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
    /// The partner states neither an offer nor a need: whatever its score, there is nothing to meet for.
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
    (them.offers.is_empty() && them.needs.is_empty()).then_some(Gate::Blank)
}

/// Whether any offer comes close enough, whatever its level.
fn is_met(pair: Pair, need: &Need) -> bool {
    let row = pair.roster.taxonomy().closeness_to(need.concept);
    pair.them().offers.iter().any(|offer| row[offer.concept.index()] >= MUST)
}
