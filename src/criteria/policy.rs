//! **policy**: does it serve a stated national goal?
//!
//! The met need, of either side, that serves a policy of either country best: max w·s, with w how far the
//! need is met (see [`super::coverage`]) and s how close it comes to a policy, both 0 to 1. One goal
//! served well opens the door; to serve a second adds nothing. What is assumed counts as it does there. Where nothing is met, no goal is served:
//! 0. Unknown where neither country states a policy or neither direction is known.

use super::coverage::{MOST, Side};
use super::{Exchange, Pair};
use crate::profile::Need;

/// The value, in [0, 1].
pub fn value(pair: Pair, exchange: &Exchange) -> Option<f64> {
    let Exchange { ours, theirs } = exchange;
    let served_by = |country| pair.roster.served_by(country);
    let countries = [served_by(pair.us().country), served_by(pair.them().country)];
    if !(ours.is_known || theirs.is_known) || countries == [None, None] {
        return None;
    }
    Some(best(ours, countries).max(best(theirs, countries)))
}

/// The met need of a side that serves a policy best, in [0, 1]; `countries` say how far each concept
/// serves one of theirs, in hundredths.
fn best(side: &Side, countries: [Option<&[u8]>; 2]) -> f64 {
    let served = |need: &Need| countries.into_iter().flatten().map(|of| of[need.concept.index()]).max();
    let met = side.met().map(|(need, met)| met.worth * u32::from(served(need).unwrap_or(0)));
    goal(side.trust, met.max().unwrap_or(0))
}

/// The share of a goal that is served, in [0, 1]; `most` is the highest worth times hundredths of all needs.
pub(crate) fn goal(trust: f64, most: u32) -> f64 {
    trust * f64::from(most) / f64::from(100 * MOST)
}
