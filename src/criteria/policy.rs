//! **policy**: does it serve a stated national goal?
//!
//! The met need, of either side, that serves a policy of either country best: max w·s, with w how far the
//! need is met (see [`super::coverage`]) and s how close it comes to a policy, both 0 to 1. One goal
//! served well opens the door; to serve a second adds nothing. What is assumed counts as it does there. Where nothing is met, no goal is served:
//! 0. Unknown where neither country states a policy or neither direction is known.

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
    Some(best(pair).max(best(pair.turned())))
}

/// The met need of the seeker that serves a policy best, in [0, 1].
fn best(pair: Pair) -> f64 {
    let (a, b) = (pair.us().country, pair.them().country);
    let served = |need: &Need| u32::from(pair.roster.served(need.concept, a, b).unwrap_or(0));
    let met = coverage::needs(pair).filter_map(|(need, met)| Some(met?.worth * served(need)));
    let most = f64::from(100 * coverage::MOST);
    coverage::trust(pair.us(), pair.them()) * f64::from(met.max().unwrap_or(0)) / most
}
