//! **policy**: does it serve a stated national goal?
//!
//! Of all that is met between the two, both ways, the share that serves a policy of either country:
//! Σ p·w·s ÷ Σ p·w over the met needs, with priority p, worth w (see [`super::coverage`]) and s how close
//! the need comes to a policy, 0 to 1. Where both directions are known and nothing is met, no goal is
//! served: 0. Unknown where neither country states a policy or neither direction is known.

use super::{Exchange, Pair};

/// The value, in [0, 1].
pub fn value(pair: Pair, exchange: &Exchange) -> Option<f64> {
    let Exchange { ours, theirs } = exchange;
    let served_by = |country| pair.roster.served_by(country);
    let countries = [served_by(pair.us().country), served_by(pair.them().country)];
    if !(ours.is_known || theirs.is_known) || countries == [None, None] {
        return None;
    }
    let (mut served, mut all) = (0u64, 0u64);
    for (need, met) in ours.met().chain(theirs.met()) {
        let worth = u64::from(need.priority.get()) * u64::from(met.worth);
        let shares = countries.into_iter().flatten().map(|of| of[need.concept.index()]);
        served += worth * u64::from(shares.max().unwrap_or(0));
        all += worth * 100;
    }
    Some(if all == 0 { 0.0 } else { served as f64 / all as f64 })
}
