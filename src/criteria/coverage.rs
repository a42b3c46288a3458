//! **coverage**: how much of what I need do they offer?
//!
//! coverage(a ← b) = Σₙ pₙ · maxₒ [ sat(n, o) · lₒ / 5 ] ÷ Σₙ pₙ over the needs n of the seeker, with
//! priority p, and the offers o of the partner, with level l. Closeness is whole hundredths and levels
//! are 1 to 5, so both sums are whole numbers and their order does not matter. Unknown where the
//! seeker states no need or the partner no offer.

use super::Pair;
use crate::profile::{Level, Need, Offer};
use crate::roster::Roster;

/// A met need is worth closeness in hundredths times level: at most this.
pub const MOST: u32 = 100 * Level::MOST as u32;

/// The offer that meets a need best.
#[derive(Debug, Clone, Copy)]
pub struct Met<'a> {
    /// The offer.
    pub offer: &'a Offer,
    /// How close it comes, in hundredths; above 0.
    pub closeness: u8,
    /// Closeness times level, 1 to [`MOST`].
    pub worth: u32,
}

/// The offer that meets a need best: the highest worth, then the closest, then the first by concept.
pub fn best<'a>(roster: &Roster, need: &Need, offers: &'a [Offer]) -> Option<Met<'a>> {
    let row = roster.taxonomy().closeness_to(need.concept);
    let mut best: Option<Met<'a>> = None;
    for offer in offers {
        let closeness = row[offer.concept.index()];
        let worth = u32::from(closeness) * u32::from(offer.level.get());
        if worth > 0 && best.is_none_or(|b| (worth, closeness) > (b.worth, b.closeness)) {
            best = Some(Met { offer, closeness, worth });
        }
    }
    best
}

/// Each need of the seeker with the offer of the partner that meets it best, if any does.
pub fn needs<'a>(pair: Pair<'a>) -> impl Iterator<Item = (&'a Need, Option<Met<'a>>)> {
    let offers = &pair.them().offers;
    pair.us().needs.iter().map(move |need| (need, best(pair.roster, need, offers)))
}

/// The needs of the seeker and how the partner meets them, found once: several criteria rest on it.
#[derive(Debug, Clone)]
pub struct Side<'a> {
    /// Each need with the offer that meets it best, if any does.
    pub needs: Vec<(&'a Need, Option<Met<'a>>)>,
    /// Whether the seeker states a need and the partner an offer.
    pub is_known: bool,
}

impl<'a> Side<'a> {
    /// The side of the seeker.
    pub fn of(pair: Pair<'a>) -> Side<'a> {
        let is_known = !pair.us().needs.is_empty() && !pair.them().offers.is_empty();
        Side { needs: needs(pair).collect(), is_known }
    }

    /// The needs that are met.
    pub fn met(&self) -> impl Iterator<Item = (&'a Need, Met<'a>)> {
        self.needs.iter().filter_map(|(need, met)| Some((*need, (*met)?)))
    }

    /// The coverage, in [0, 1].
    pub fn coverage(&self) -> Option<f64> {
        if !self.is_known {
            return None;
        }
        let priority = |need: &Need| u32::from(need.priority.get());
        let met: u32 = self.met().map(|(need, met)| priority(need) * met.worth).sum();
        let all: u32 = self.needs.iter().map(|(need, _)| priority(need) * MOST).sum();
        Some(f64::from(met) / f64::from(all))
    }
}

/// The value, in [0, 1].
pub fn value(pair: Pair) -> Option<f64> {
    Side::of(pair).coverage()
}
