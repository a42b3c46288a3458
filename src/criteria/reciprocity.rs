//! **reciprocity**: how much of what they need do I offer?
//!
//! Coverage of the pair turned round.

use super::{Pair, coverage};

/// The value, in [0, 1].
pub fn value(pair: Pair) -> Option<f64> {
    coverage::value(pair.turned())
}
