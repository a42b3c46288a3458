//! **counterpart**: is it the right kind of partner?
//!
//! The row of the kinds table for the two kinds: a judgement, with its reason in the row.

use super::Pair;

/// The value, in [0, 1]; unknown where a kind is, or where the table has no row.
pub fn value(pair: Pair) -> Option<f64> {
    pair.roster.fitness(pair.seeker, pair.partner).map(|f| f.value)
}
