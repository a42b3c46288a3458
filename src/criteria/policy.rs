//! **policy**: does it serve a stated national goal?
//!
//! Of all that is met between the two, both ways, the share that serves a policy of either country:
//! Σ p·w·s ÷ Σ p·w over the met needs, with priority p, worth w (see [`super::coverage`]) and s how close
//! the need comes to a policy, 0 to 1. Where both directions are known and nothing is met, no goal is
//! served: 0. Unknown where neither country states a policy or neither direction is known.

use super::{Pair, coverage};
use crate::profile::Need;

/// The value, in [0, 1].
pub fn value(pair: Pair) -> Option<f64> {
    let known = coverage::value(pair).is_some() || coverage::value(pair.turned()).is_some();
    if !known {
        return None;
    }
    let (a, b) = (pair.us().country, pair.them().country);
    let has = |country| !pair.roster.reference().policies.of(country).is_empty();
    if !has(a) && !has(b) {
        return None;
    }
    let (mut served, mut met) = (0u64, 0u64);
    for (need, worth) in met_needs(pair).chain(met_needs(pair.turned())) {
        let share = pair.roster.served(need.concept, a, b).unwrap_or(0);
        served += worth * u64::from(share);
        met += worth * 100;
    }
    Some(if met == 0 { 0.0 } else { served as f64 / met as f64 })
}

/// The needs of the seeker that are met, with priority times worth.
fn met_needs<'a>(pair: Pair<'a>) -> impl Iterator<Item = (&'a Need, u64)> {
    coverage::needs(pair)
        .filter_map(|(need, met)| Some((need, u64::from(need.priority.get()) * u64::from(met?.worth))))
}
