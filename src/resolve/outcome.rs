//! What a term stands for: a closed outcome, so that there is no silent guess.

use crate::taxonomy::Concept;

/// What a term stands for. The list is closed: there is no silent guess.
#[derive(Debug, Clone, PartialEq)]
pub enum TermOutcome {
    /// It is a label as listed, but for case.
    Exact(Near),
    /// It is a label after folding: spaces, hyphens, apostrophes, full width, the other alphabet.
    Folded(Near),
    /// Labels cover it and nothing is left over. Several concepts count together where they are of one
    /// facet: `biosimilar mAbs` are both. Across facets one of them describes the other, and it is
    /// broader: `clinical trials of vaccines` are no vaccines.
    Phrase(Vec<Near>),
    /// It is a label but for endings or a slip of the keyboard.
    Fuzzy(Near),
    /// A label is part of it; what is left over may mean something narrower or else.
    Broader {
        /// The concepts that were found in it, from left to right.
        candidates: Vec<Near>,
    },
    /// It stands for several concepts, or for one only in a context that is not given.
    Ambiguous {
        /// The concepts that it may stand for, in the order of the taxonomy.
        candidates: Vec<Near>,
    },
    /// It stands for nothing that is listed.
    Unknown {
        /// The nearest concepts, best first, at most five.
        nearest: Vec<Near>,
    },
}

impl TermOutcome {
    /// What is accepted: one concept, or several of one facet; none where the term is refused.
    pub fn accepted(&self) -> &[Near] {
        match self {
            TermOutcome::Exact(near) | TermOutcome::Folded(near) | TermOutcome::Fuzzy(near) => {
                std::slice::from_ref(near)
            }
            TermOutcome::Phrase(together) => together,
            TermOutcome::Broader { .. } | TermOutcome::Ambiguous { .. } | TermOutcome::Unknown { .. } => &[],
        }
    }

    /// Whether anything is accepted.
    pub fn is_accepted(&self) -> bool {
        !self.accepted().is_empty()
    }

    /// The concept, where there is exactly one.
    pub fn concept(&self) -> Option<Concept> {
        match self.accepted() {
            [one] => Some(one.concept),
            _ => None,
        }
    }

    /// What a refused term may stand for, best first; empty where it is accepted.
    pub fn suggestions(&self) -> &[Near] {
        match self {
            TermOutcome::Broader { candidates: near }
            | TermOutcome::Ambiguous { candidates: near }
            | TermOutcome::Unknown { nearest: near } => near,
            _ => &[],
        }
    }

    /// The stable word for the outcome.
    pub fn as_str(&self) -> &'static str {
        match self {
            TermOutcome::Exact(_) => "exact",
            TermOutcome::Folded(_) => "folded",
            TermOutcome::Phrase(_) => "phrase",
            TermOutcome::Fuzzy(_) => "fuzzy",
            TermOutcome::Broader { .. } => "broader",
            TermOutcome::Ambiguous { .. } => "ambiguous",
            TermOutcome::Unknown { .. } => "unknown",
        }
    }
}

/// A concept that is meant, or may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The concept.
    pub concept: Concept,
    /// Its label that matched, or comes nearest.
    pub label: String,
    /// How near, from 0 to 1.
    pub score: f64,
}
