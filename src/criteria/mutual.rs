//! **mutual**: does it pay for both?
//!
//! The harmonic mean of coverage and reciprocity: it leans to the smaller, and is 0 where either is.
//! Both sides have to agree to a partnership, so a one-sided fit is worth little; of the usual ways to
//! fuse two directions the harmonic mean is the one that Pizzato and others use (RECON, RecSys 2010).

use super::Exchange;

/// The value, in [0, 1]; unknown where a direction is, unless the other is known to be 0: then so is
/// the mean, whatever the unknown one turns out to be.
pub fn value(exchange: &Exchange) -> Option<f64> {
    of_coverages(exchange.ours.coverage(), exchange.theirs.coverage())
}

/// The same of the two directions, where they are at hand.
pub(crate) fn of_coverages(ours: Option<f64>, theirs: Option<f64>) -> Option<f64> {
    match (ours, theirs) {
        (Some(a), Some(b)) => Some(harmonic_mean(a, b)),
        (Some(0.0), None) | (None, Some(0.0)) => Some(0.0),
        _ => None,
    }
}

/// 2ab ÷ (a + b), and 0 where both are 0.
pub fn harmonic_mean(a: f64, b: f64) -> f64 {
    if a + b == 0.0 { 0.0 } else { 2.0 * a * b / (a + b) }
}
