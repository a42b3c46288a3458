//! **coverage**: how much of what I need do they offer?
//!
//! Each need n of the seeker, with priority pₙ, is met as far as wₙ = maxₒ [ sat(n, o) · lₒ / 5 ] over the
//! offers o of the partner, with level lₒ. The value is the mean of two answers,
//!
//! - the *share* of all that is needed: Σₙ pₙ·wₙ ÷ Σₙ pₙ, and
//! - the *best*: maxₙ pₙ·wₙ ÷ maxₙ pₙ, for a partnership begins with one thing that one has and the other
//!   lacks. By the share alone a specialist who meets one of fifteen needs in full would lose to whoever
//!   touches many, and an organization that states many needs could never be met.
//!
//! Closeness is whole hundredths and levels are 1 to 5, so sums are whole numbers and their order does
//! not matter. Unknown where no need of the seeker or no offer of the partner is known. What is only
//! [assumed](Organization::assumes_needs) counts [half](ASSUMED).

use super::Pair;
use crate::profile::{Level, Need, Offer, Organization};
use crate::roster::Roster;
use crate::taxonomy::Concept;

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
    let (i, worth, closeness) = best_of(row, offers.iter().map(|o| (o.concept, o.level)))?;
    Some(Met { offer: &offers[i], closeness, worth })
}

/// The same of offers at levels, by the closeness of each concept: which it is, its worth and its closeness.
pub(crate) fn best_of(
    row: &[u8],
    offers: impl Iterator<Item = (Concept, Level)>,
) -> Option<(usize, u32, u8)> {
    let mut best = (0, 0, 0);
    for (i, (concept, level)) in offers.enumerate() {
        let closeness = row[concept.index()];
        let worth = u32::from(closeness) * u32::from(level.get());
        if (worth, closeness) > (best.1, best.2) {
            best = (i, worth, closeness);
        }
    }
    (best.1 > 0).then_some(best)
}

/// Each need of the seeker with the offer of the partner that meets it best, if any does.
pub fn needs<'a>(pair: Pair<'a>) -> impl Iterator<Item = (&'a Need, Option<Met<'a>>)> {
    let offers = &pair.them().offers;
    pair.us().needs.iter().map(move |need| (need, best(pair.roster, need, offers)))
}

/// How much needs count that are only assumed of a kind of organization, and offers likewise: half, so
/// that the best that can be assumed stays behind what is stated.
pub const ASSUMED: f64 = 0.5;

/// How far what the seeker needs and the partner offers is stated: 1, or [`ASSUMED`] for each side that
/// states nothing.
pub fn trust(seeker: &Organization, partner: &Organization) -> f64 {
    let counts = |assumed: bool| if assumed { ASSUMED } else { 1.0 };
    counts(seeker.assumes_needs()) * counts(partner.assumes_offers())
}

/// The needs of the seeker and how the partner meets them, found once: several criteria rest on it.
#[derive(Debug, Clone)]
pub struct Side<'a> {
    /// Each need with the offer that meets it best, if any does.
    pub needs: Vec<(&'a Need, Option<Met<'a>>)>,
    /// Whether a need of the seeker and an offer of the partner is known.
    pub is_known: bool,
    /// How far both are stated: see [`trust`].
    pub trust: f64,
}

impl<'a> Side<'a> {
    /// The side of the seeker.
    pub fn of(pair: Pair<'a>) -> Side<'a> {
        let is_known = !pair.us().needs.is_empty() && !pair.them().offers.is_empty();
        Side { needs: needs(pair).collect(), is_known, trust: trust(pair.us(), pair.them()) }
    }

    /// The needs that are met.
    pub fn met(&self) -> impl Iterator<Item = (&'a Need, Met<'a>)> {
        self.needs.iter().filter_map(|(need, met)| Some((*need, (*met)?)))
    }

    /// The coverage, in [0, 1].
    pub fn coverage(&self) -> Option<f64> {
        let mut sums = Sums::default();
        self.needs.iter().for_each(|(need, met)| sums.add(need.priority, met.map_or(0, |m| m.worth)));
        self.is_known.then(|| sums.coverage(self.trust))
    }
}

/// What coverage is made of, in whole numbers: sums over needs, and the highest of them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sums {
    met: u32,
    all: u32,
    best: u32,
    most: u32,
}

impl Sums {
    /// Counts a need that is met so far.
    pub fn add(&mut self, priority: Level, worth: u32) {
        let priority = u32::from(priority.get());
        self.met += priority * worth;
        self.best = self.best.max(priority * worth);
        self.all += priority * MOST;
        self.most = self.most.max(priority * MOST);
    }

    /// Whether nothing is met.
    pub fn is_nothing(self) -> bool {
        self.met == 0
    }

    /// The coverage in [0, 1], if there is any need.
    pub fn coverage(self, trust: f64) -> f64 {
        let mean =
            (f64::from(self.met) / f64::from(self.all) + f64::from(self.best) / f64::from(self.most)) / 2.0;
        trust * mean
    }
}

/// The value, in [0, 1].
pub fn value(pair: Pair) -> Option<f64> {
    Side::of(pair).coverage()
}
