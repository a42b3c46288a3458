//! Terms to concepts, by listed labels.

use crate::read::Table;
use crate::taxonomy::{Concept, Taxonomy};
use crate::text::{fold, similarity, squash};
use crate::vocabulary::{self, WordSet};
use crate::warning::{Code, Finding};
use std::collections::{BTreeMap, HashMap};

/// What a term stands for. The list is closed: there is no silent guess.
#[derive(Debug, Clone, PartialEq)]
pub enum TermOutcome {
    /// It is a label as listed, but for case.
    Exact {
        /// The concept.
        concept: Concept,
        /// The label that matched.
        label: String,
    },
    /// It is a label after folding: spaces, hyphens, apostrophes, full width.
    Folded {
        /// The concept.
        concept: Concept,
        /// The label that matched.
        label: String,
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
    /// The concept, where there is one.
    pub fn concept(&self) -> Option<Concept> {
        match self {
            TermOutcome::Exact { concept, .. } | TermOutcome::Folded { concept, .. } => Some(*concept),
            TermOutcome::Ambiguous { .. } | TermOutcome::Unknown { .. } => None,
        }
    }

    /// The stable word for the outcome.
    pub fn as_str(&self) -> &'static str {
        match self {
            TermOutcome::Exact { .. } => "exact",
            TermOutcome::Folded { .. } => "folded",
            TermOutcome::Ambiguous { .. } => "ambiguous",
            TermOutcome::Unknown { .. } => "unknown",
        }
    }
}

/// A concept that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The concept.
    pub concept: Concept,
    /// Its label that comes nearest.
    pub label: String,
    /// How near, from 0 to 1.
    pub score: f64,
}

#[derive(Debug, Clone)]
struct Label {
    concept: Concept,
    text: String,
    folded: String,
    /// Accepted only beside other words of its field, which a single term does not have.
    needs_context: bool,
}

/// All ways to write the concepts.
#[derive(Debug, Clone)]
pub struct Lexicon {
    labels: Vec<Label>,
    /// Squashed folded text → positions in `labels`.
    keys: HashMap<String, Vec<u32>>,
}

impl Lexicon {
    /// A lexicon of the ids and preferred labels of a taxonomy and of the rows of label tables.
    /// What is wrong with a row is a finding, and the row is left out.
    pub fn build<'t>(
        taxonomy: &Taxonomy,
        tables: impl Iterator<Item = &'t Table>,
        findings: &mut Vec<Finding>,
    ) -> Lexicon {
        let mut lexicon = Lexicon { labels: Vec::new(), keys: HashMap::new() };
        for concept in taxonomy.concepts() {
            lexicon.add(concept, taxonomy.id(concept), false);
            for lang in taxonomy.languages() {
                taxonomy
                    .preferred(concept, lang)
                    .into_iter()
                    .for_each(|text| lexicon.add(concept, text, false));
            }
        }
        for record in tables.flat_map(Table::records) {
            let Some(concept) = taxonomy.concept(record.text("concept")) else {
                let message = "no such concept in the taxonomy; the label is left out";
                let finding = record.finding(Code::UnknownTerm, "concept", message);
                findings.push(finding.hint("add the concept to the taxonomy, or mend its id"));
                continue;
            };
            if squash(&fold(record.text("text"))).is_empty() {
                findings.push(record.finding(
                    Code::MissingValue,
                    "text",
                    "a label without a letter; it is left out",
                ));
                continue;
            }
            let needs_context = vocabulary::key(WordSet::Yes, record.text("needs_context")) == Some("yes");
            lexicon.add(concept, record.text("text"), needs_context);
        }
        lexicon
    }

    fn add(&mut self, concept: Concept, text: &str, needs_context: bool) {
        let folded = fold(text);
        let positions = self.keys.entry(squash(&folded)).or_default();
        positions.push(self.labels.len() as u32);
        self.labels.push(Label { concept, text: text.to_string(), folded, needs_context });
    }

    /// How many ways to write a concept there are.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// What a term stands for.
    pub fn resolve(&self, term: &str) -> TermOutcome {
        let key = squash(&fold(term));
        let found: Vec<&Label> = self.at(&key).collect();
        let Some(first) = found.first() else {
            return TermOutcome::Unknown { nearest: self.nearest(term, 5) };
        };
        let one = found.iter().all(|l| l.concept == first.concept);
        let Some(free) = found.iter().find(|l| !l.needs_context).filter(|_| one) else {
            return TermOutcome::Ambiguous { candidates: distinct(&found) };
        };
        let lower = term.trim().to_lowercase();
        match found.iter().find(|l| !l.needs_context && l.text.to_lowercase() == lower) {
            Some(exact) => TermOutcome::Exact { concept: exact.concept, label: exact.text.clone() },
            None => TermOutcome::Folded { concept: free.concept, label: free.text.clone() },
        }
    }

    fn at(&self, key: &str) -> impl Iterator<Item = &Label> {
        self.keys.get(key).into_iter().flatten().map(|&i| &self.labels[i as usize])
    }

    /// The concepts whose labels are most like a text, best first.
    pub fn nearest(&self, term: &str, most: usize) -> Vec<Near> {
        let term = fold(term);
        let mut best: BTreeMap<Concept, Near> = BTreeMap::new();
        for label in &self.labels {
            let score = similarity(&term, &label.folded);
            let near = best.entry(label.concept).or_insert_with(|| Near {
                concept: label.concept,
                label: label.text.clone(),
                score,
            });
            if score > near.score {
                *near = Near { concept: label.concept, label: label.text.clone(), score };
            }
        }
        let mut nearest: Vec<Near> = best.into_values().filter(|n| n.score >= 0.3).collect();
        nearest.sort_by(|a, b| b.score.total_cmp(&a.score));
        nearest.truncate(most);
        nearest
    }

    /// Labels that stand under two concepts without being marked: the text, and the concepts.
    pub fn shared(&self) -> Vec<(&str, Vec<Concept>)> {
        let mut shared: Vec<_> = self
            .keys
            .values()
            .filter_map(|positions| {
                let labels: Vec<&Label> = positions.iter().map(|&i| &self.labels[i as usize]).collect();
                let mut concepts: Vec<Concept> =
                    labels.iter().filter(|l| !l.needs_context).map(|l| l.concept).collect();
                concepts.sort_unstable();
                concepts.dedup();
                (concepts.len() > 1).then(|| (labels[0].text.as_str(), concepts))
            })
            .collect();
        shared.sort();
        shared
    }
}

fn distinct(labels: &[&Label]) -> Vec<Near> {
    let mut found: Vec<Near> =
        labels.iter().map(|l| Near { concept: l.concept, label: l.text.clone(), score: 1.0 }).collect();
    found.sort_by_key(|n| n.concept);
    found.dedup_by_key(|n| n.concept);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Place;
    use crate::read::TableName;
    use crate::taxonomy::ConceptRow;

    fn lexicon() -> (Taxonomy, Lexicon) {
        let row = |id: &str, broader: &[&str], en: &str, ru: &str| ConceptRow {
            id: id.into(),
            broader: broader.iter().map(|b| b.to_string()).collect(),
            preferred: vec![("en".into(), en.into()), ("ru".into(), ru.into())],
            ..ConceptRow::default()
        };
        let rows = [
            row("root", &[], "Capability", "Возможность"),
            row("biosimilars", &["root"], "Biosimilars", "Биосимиляры"),
            row("ct", &["root"], "CT scanners", "Компьютерные томографы"),
            row("clinical-trials", &["root"], "Clinical trials", "Клинические исследования"),
        ];
        let taxonomy = Taxonomy::build(&rows, Vec::new()).expect("sound");
        let text = "concept,lang,text,kind,needs_context\nct,en,CT,acronym,yes\nbiosimilars,ko,바이오시밀러,alt,\nnone,en,x,alt,\n";
        let mut findings = Vec::new();
        let table =
            Table::parse(text, Place::file("labels.csv"), TableName::Labels, &mut findings).expect("sound");
        let lexicon = Lexicon::build(&taxonomy, [&table].into_iter(), &mut findings);
        assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), [Code::UnknownTerm]);
        (taxonomy, lexicon)
    }

    #[test]
    fn listed_labels_are_exact_or_folded() {
        let (taxonomy, lexicon) = lexicon();
        for (term, word) in [
            ("biosimilars", "exact"),
            ("БИОСИМИЛЯРЫ", "exact"),
            ("bio-similars", "folded"),
            ("바이오 시밀러", "folded"),
        ] {
            let outcome = lexicon.resolve(term);
            assert_eq!(outcome.as_str(), word, "{term}");
            assert_eq!(outcome.concept().map(|c| taxonomy.id(c)), Some("biosimilars"));
        }
    }

    #[test]
    fn what_needs_context_is_not_guessed() {
        let (_, lexicon) = lexicon();
        // The id `ct` and the acronym CT share a key; the id alone stands free.
        assert_eq!(lexicon.resolve("ct").as_str(), "exact");
        assert_eq!(lexicon.resolve("CT scanners").as_str(), "exact");
    }

    #[test]
    fn an_unknown_term_comes_with_its_nearest() {
        let (taxonomy, lexicon) = lexicon();
        let TermOutcome::Unknown { nearest } = lexicon.resolve("biosimilras") else { panic!("not listed") };
        assert_eq!(taxonomy.id(nearest[0].concept), "biosimilars");
        assert!(matches!(lexicon.resolve("¿?"), TermOutcome::Unknown { .. }));
    }
}
