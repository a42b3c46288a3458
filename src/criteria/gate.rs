//! Gates: what puts a partner out of the question. They come before scores and are never traded
//! against them.

use super::{Pair, coverage, field};
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
    /// Nothing is known that the two could do for each other: neither states what might answer the
    /// other, nothing that is assumed does, and they have no field in common.
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
    if pair.them().is_silent() {
        return true;
    }
    // Of a seeker of whom nothing at all is known, kinds are all that can be gone by.
    !pair.us().is_silent()
        && !is_open(pair)
        && !is_open(pair.turned())
        && field::shared(pair).next().is_none()
}

/// Whether there may be something for the seeker: its needs and the offers of the partner are stated, or
/// what is assumed of either is met.
fn is_open(pair: Pair) -> bool {
    match coverage::value(pair) {
        None => false,
        Some(value) => coverage::trust(pair.us(), pair.them()) == 1.0 || value > 0.0,
    }
}

/// Whether any offer comes close enough, whatever its level.
fn is_met(pair: Pair, need: &Need) -> bool {
    let row = pair.roster.taxonomy().closeness_to(need.concept);
    pair.them().stated_offers().iter().any(|offer| row[offer.concept.index()] >= MUST)
}
