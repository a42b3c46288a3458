//! **field**: do we work in the same field?
//!
//! The cosine of the two profiles over the fields of the taxonomy: a claim counts in its concept and in
//! every broader one, each with its information content, so that two makers of vaccines have almost all
//! in common, a maker of vaccines and one of plasma products a little, and a maker of vaccines and one
//! of beds nothing. An organization is as strong in a field as the levels of its offers there, twice,
//! and the priorities of its needs: what it does says more of its field than what it looks for. What
//! both only look for is left out of the product: two who seek the same thing have no field in common
//! by that. It asks for likeness where coverage asks for complement; partners work both ways (Sarkar
//! and others, Journal of the Academy of Marketing Science 29, 2001). A concept space whose dimensions
//! are ancestors weighted by their content is that of Ganesan, Garcia-Molina and Widom (ACM Transactions on
//! Information Systems 21, 2003), who call it the generalised cosine of hierarchical domain structure.

use super::Pair;
use crate::roster::Strength;
use crate::taxonomy::Concept;

/// How much more an offer says of a field than a need.
const OFFERED: u64 = 2;

/// The value, in [0, 1]; unknown where either organization states no capability in any field.
pub fn value(pair: Pair) -> Option<f64> {
    let (ours, theirs) = (pair.roster.field(pair.seeker), pair.roster.field(pair.partner));
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    let dot: u64 = shared_of(ours, theirs).map(|(_, together)| together).sum();
    Some(cosine(dot, square(ours), square(theirs)))
}

/// The cosine of a product and two squares.
pub(crate) fn cosine(dot: u64, ours: u64, theirs: u64) -> f64 {
    // Whole numbers under the root, so that the order of the two does not matter; the quotient may
    // pass 1 by a rounding.
    (dot as f64 / (ours as f64 * theirs as f64).sqrt()).min(1.0)
}

/// The fields that both work in, ascending, with the product of their strengths.
pub fn shared<'a>(pair: Pair<'a>) -> impl Iterator<Item = (Concept, u64)> + 'a {
    shared_of(pair.roster.field(pair.seeker), pair.roster.field(pair.partner))
}

/// The same of two lists of strengths.
fn shared_of<'a>(ours: &'a [Strength], theirs: &'a [Strength]) -> impl Iterator<Item = (Concept, u64)> + 'a {
    ours.iter().filter_map(move |ours| {
        let found = theirs.binary_search_by_key(&ours.concept, |s| s.concept).ok()?;
        let together = together(ours, &theirs[found]);
        (together > 0).then_some((ours.concept, together))
    })
}

/// The product of two strengths in one field, without what both only look for.
pub(crate) fn together(ours: &Strength, theirs: &Strength) -> u64 {
    strength(ours) * strength(theirs) - u64::from(ours.needed) * u64::from(theirs.needed)
}

/// The narrowest fields that both work in, the strongest together first.
pub fn narrowest(pair: Pair) -> Vec<Concept> {
    let taxonomy = pair.roster.taxonomy();
    let all: Vec<(Concept, u64)> = shared(pair).collect();
    let is_narrowest = |&(field, _): &(Concept, u64)| {
        !all.iter().any(|&(other, _)| other != field && taxonomy.is_within(other, field))
    };
    let mut found: Vec<(Concept, u64)> = all.iter().copied().filter(is_narrowest).collect();
    found.sort_by_key(|&(field, together)| (std::cmp::Reverse(together), field));
    found.into_iter().map(|(field, _)| field).collect()
}

/// The square of the length of a field.
pub(crate) fn square(field: &[Strength]) -> u64 {
    field.iter().map(|s| strength(s).pow(2)).sum()
}

/// How strong an organization is in a field, by content.
pub(crate) fn strength(in_field: &Strength) -> u64 {
    OFFERED * u64::from(in_field.offered) + u64::from(in_field.needed)
}
