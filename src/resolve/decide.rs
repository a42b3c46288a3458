//! What is decided on likeness alone: one label that leads, several that are even, a part, or nothing.

use super::kin::Kin;
use super::labels::Labels;
use super::outcome::{Near, TermOutcome};
use super::similar::Similar;
use crate::taxonomy::Concept;
use rustc_hash::FxHashMap;

/// From this score on a likeness is taken for the label. Measured on the half of `tests/data/terms.csv`
/// that is not held out.
pub const ACCEPT: f64 = 0.90;
/// By how much the best concept must lead the second.
const LEAD: f64 = 0.03;
/// Below this look a concept is no help as a suggestion.
const SUGGEST: f64 = 0.3;

/// What a text with these likenesses stands for: fuzzy, ambiguous, broader or unknown.
pub(super) fn decide(labels: &Labels, kin: &Kin, similar: &[Similar]) -> TermOutcome {
    let whole =
        best(labels, similar.iter().filter(|s| s.found && s.explained && s.score >= ACCEPT), |s| s.score);
    match whole.as_slice() {
        [] => {}
        [one] => return TermOutcome::Fuzzy(one.clone()),
        [first, second, ..] if first.score - second.score >= LEAD => {
            return TermOutcome::Fuzzy(first.clone());
        }
        several => {
            let mut candidates: Vec<Near> =
                several.iter().filter(|n| several[0].score - n.score < LEAD).cloned().collect();
            candidates.sort_by_key(|n| n.concept);
            return TermOutcome::Ambiguous { candidates };
        }
    }
    let mut part = best(labels, similar.iter().filter(|s| s.found && s.score > 0.0), |s| s.score);
    part.truncate(3);
    if !part.is_empty() {
        return TermOutcome::Broader { candidates: kin.narrowest(part) };
    }
    let mut nearest = best(labels, similar.iter(), |s| s.look);
    nearest.retain(|n| n.score >= SUGGEST);
    nearest.truncate(5);
    TermOutcome::Unknown { nearest }
}

/// The best label of each concept, best concept first; even ones by concept and text.
pub(super) fn best<'s>(
    labels: &Labels,
    similar: impl Iterator<Item = &'s Similar>,
    score: fn(&Similar) -> f64,
) -> Vec<Near> {
    let mut best: FxHashMap<Concept, (f64, &str)> = FxHashMap::default();
    for s in similar {
        let label = labels.label(s.label);
        let kept = best.entry(label.concept).or_insert((score(s), &label.text));
        if score(s).total_cmp(&kept.0).then(kept.1.cmp(&label.text)).is_gt() {
            *kept = (score(s), &label.text);
        }
    }
    let mut best: Vec<_> = best.into_iter().collect();
    best.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
    best.into_iter()
        .map(|(concept, (score, text))| Near { concept, label: text.to_string(), score })
        .collect()
}
