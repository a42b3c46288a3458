//! **field**: do we work in the same field?
//!
//! The cosine of the two profiles over the branches of the taxonomy (the children of its facets); an
//! organization is as strong in a branch as the levels of its offers and the priorities of its needs
//! there add up to. It asks for likeness where coverage asks for complement: partners work both ways
//! (Sarkar and others, Journal of the Academy of Marketing Science 29, 2001).

use super::Pair;
use crate::taxonomy::Concept;

/// The value, in [0, 1]; unknown where either organization states no capability.
pub fn value(pair: Pair) -> Option<f64> {
    let (ours, theirs) = (pair.roster.field(pair.seeker), pair.roster.field(pair.partner));
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    let square = |field: &[(Concept, u32)]| field.iter().map(|(_, s)| u64::from(*s).pow(2)).sum::<u64>();
    let dot: u64 = shared(pair).map(|(_, a, b)| u64::from(a) * u64::from(b)).sum();
    // Whole numbers under the root, so that the order of the two does not matter; the quotient may
    // pass 1 by a rounding.
    let norm = (square(ours) as f64 * square(theirs) as f64).sqrt();
    Some((dot as f64 / norm).min(1.0))
}

/// The branches that both work in, with the strength of each.
pub fn shared<'a>(pair: Pair<'a>) -> impl Iterator<Item = (Concept, u32, u32)> + 'a {
    let theirs = pair.roster.field(pair.partner);
    pair.roster.field(pair.seeker).iter().filter_map(move |&(branch, ours)| {
        let found = theirs.binary_search_by_key(&branch, |(b, _)| *b).ok()?;
        Some((branch, ours, theirs[found].1))
    })
}
