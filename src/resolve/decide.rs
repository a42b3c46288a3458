//! What is decided on likeness alone: one label that leads, several that are even, a part, or nothing.

use super::kin::Kin;
use super::labels::Labels;
use super::outcome::{Near, TermOutcome};
use super::similar::Found;
use crate::taxonomy::Concept;
use rustc_hash::FxHashMap;

/// From this score on a likeness is taken for the label. Measured on the half of `tests/data/terms.csv`
/// that is not held out.
pub const ACCEPT: f64 = 0.90;
/// By how much the best concept must lead the second.
const LEAD: f64 = 0.03;
/// Below this look a concept is no help as a suggestion.
const SUGGEST: f64 = 0.3;

/// What a text stands for in which these labels are found: fuzzy, ambiguous or broader; `None` where
/// there is none of them.
pub(super) fn decide(labels: &Labels, kin: &Kin, found: &[Found]) -> Option<TermOutcome> {
    let whole = found.iter().filter(|f| f.explained && f.score >= ACCEPT);
    let whole = best(labels, whole.map(|f| (f.label, f.score)));
    match whole.as_slice() {
        [] => {}
        [one] => return Some(TermOutcome::Fuzzy(one.clone())),
        [first, second, ..] if first.score - second.score >= LEAD => {
            return Some(TermOutcome::Fuzzy(first.clone()));
        }
        several => {
            let mut candidates: Vec<Near> =
                several.iter().filter(|n| several[0].score - n.score < LEAD).cloned().collect();
            candidates.sort_by_key(|n| n.concept);
            return Some(TermOutcome::Ambiguous { candidates });
        }
    }
    let mut part = best(labels, found.iter().map(|f| (f.label, f.score)).filter(|(_, score)| *score > 0.0));
    part.truncate(3);
    (!part.is_empty()).then(|| TermOutcome::Broader { candidates: kin.narrowest(part) })
}

/// What a text stands for in which no label is found, whose labels look so.
pub(super) fn unknown(labels: &Labels, looks: Vec<(u32, f64)>) -> TermOutcome {
    let mut nearest = best(labels, looks.into_iter().filter(|(_, look)| *look >= SUGGEST));
    nearest.truncate(5);
    TermOutcome::Unknown { nearest }
}

/// The best label of each concept by its score, best concept first; even ones by concept and text.
pub(super) fn best(labels: &Labels, scored: impl Iterator<Item = (u32, f64)>) -> Vec<Near> {
    let mut best: FxHashMap<Concept, (f64, &str)> = FxHashMap::default();
    for (label, score) in scored {
        let label = labels.label(label);
        let kept = best.entry(label.concept).or_insert((score, &label.text));
        if score.total_cmp(&kept.0).then(kept.1.cmp(&label.text)).is_gt() {
            *kept = (score, &label.text);
        }
    }
    let mut best: Vec<_> = best.into_iter().collect();
    best.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
    best.into_iter()
        .map(|(concept, (score, text))| Near { concept, label: text.to_string(), score })
        .collect()
}
