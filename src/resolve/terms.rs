//! Terms to concepts, by listed labels; never a silent guess.
//!
//! A term is tried in this order, and the first that answers decides: the text itself, the text as
//! typed on another keyboard or in the other alphabet of Uzbek, listed labels that cover all of it,
//! words with slips and endings. What is left over makes it broader at most; what two concepts share
//! is ambiguous; all else is unknown and comes with the nearest concepts.

use super::outcome::{Near, TermOutcome};
use super::phrases::{self, Cover, Units};
use super::similar::{Similar, Words};
use crate::read::{Record, Table};
use crate::taxonomy::{Concept, Taxonomy};
use crate::text::{fold, latin, plain, squash};
use crate::vocabulary::{self, WordSet};
use crate::warning::{Code, Finding};
use std::collections::HashMap;

/// From this score on a likeness is taken for the label. Measured on the half of `tests/data/terms.csv`
/// that is not held out.
pub const ACCEPT: f64 = 0.90;
/// By how much the best concept must lead the second.
const LEAD: f64 = 0.03;
/// The score of a label as typed on another keyboard, or in the other alphabet of Uzbek.
const TYPED: f64 = 0.98;
/// Below this look a concept is no help as a suggestion.
const SUGGEST: f64 = 0.3;
/// More concepts than this in one term are a sentence, not a term.
const MOST_TOGETHER: usize = 3;

#[derive(Debug, Clone)]
struct Label {
    concept: Concept,
    text: String,
    /// Accepted only where another concept of the same facet stands beside it.
    needs_context: bool,
    /// Matched by its very letters alone.
    acronym: bool,
}

impl Label {
    fn near(&self, score: f64) -> Near {
        Near { concept: self.concept, label: self.text.clone(), score }
    }
}

/// All ways to write the concepts.
#[derive(Debug, Clone)]
pub struct Lexicon {
    labels: Vec<Label>,
    /// Squashed folded text → positions in `labels`.
    keys: HashMap<String, Vec<u32>>,
    /// The same as typed without the letters of Kazakh, and for Uzbek in Latin whatever it is written in.
    typed: HashMap<String, Vec<u32>>,
    words: Words,
    /// For each concept, itself and the broader ones, and which of them stand right below a root.
    lineage: Vec<Vec<Concept>>,
    facets: Vec<Vec<Concept>>,
}

impl Lexicon {
    /// A lexicon of the ids and preferred labels of a taxonomy and of the rows of label tables.
    /// What is wrong with a row is a finding, and the row is left out. A later table (the user's own)
    /// that puts a label of an earlier one under another concept is a finding too: the label is then
    /// ambiguous, unless one of the rows is marked as needing context.
    pub fn build<'t>(
        taxonomy: &Taxonomy,
        tables: impl Iterator<Item = &'t Table>,
        findings: &mut Vec<Finding>,
    ) -> Lexicon {
        let mut lexicon = Lexicon {
            labels: Vec::new(),
            keys: HashMap::new(),
            typed: HashMap::new(),
            words: Words::default(),
            lineage: taxonomy.concepts().map(|c| lineage(taxonomy, c)).collect(),
            facets: taxonomy.concepts().map(|c| facets(taxonomy, c)).collect(),
        };
        for concept in taxonomy.concepts() {
            lexicon.add(concept, taxonomy.id(concept), "", false, false);
            for lang in taxonomy.languages() {
                if let Some(text) = taxonomy.preferred(concept, lang) {
                    lexicon.add(concept, text, lang, false, false);
                }
            }
        }
        for (position, table) in tables.enumerate() {
            let earlier = lexicon.labels.len();
            for record in table.records() {
                lexicon.row(taxonomy, &record, (position > 0).then_some(earlier), findings);
            }
        }
        lexicon
    }

    fn row(
        &mut self,
        taxonomy: &Taxonomy,
        record: &Record,
        earlier: Option<usize>,
        findings: &mut Vec<Finding>,
    ) {
        let Some(concept) = taxonomy.concept(record.text("concept")) else {
            let message = "no such concept in the taxonomy; the label is left out";
            let finding = record.finding(Code::UnknownConcept, "concept", message);
            findings.push(finding.hint("add the concept to the taxonomy, or mend its id"));
            return;
        };
        let text = record.text("text");
        let key = squash(&fold(text));
        if key.is_empty() {
            let message = "a label without a letter; it is left out";
            findings.push(record.finding(Code::MissingValue, "text", message));
            return;
        }
        let needs_context = vocabulary::key(WordSet::Yes, record.text("needs_context")) == Some("yes");
        let acronym = vocabulary::key(WordSet::Label, record.text("kind")) == Some("acronym");
        let contradicts =
            |i: &&u32| (**i as usize) < earlier.unwrap_or(0) && self.labels[**i as usize].concept != concept;
        let other =
            self.keys.get(&key).into_iter().flatten().find(contradicts).map(|i| &self.labels[*i as usize]);
        if let Some(other) = other.filter(|other| !needs_context && !other.needs_context) {
            let id = taxonomy.id(other.concept);
            let message = format!("a label of `{id}` already; it is now ambiguous and counts for neither");
            let finding = record.finding(Code::SharedLabel, "text", message);
            findings.push(finding.hint("write it under one concept, or mark it in `needs_context`"));
        }
        self.add(concept, text, record.text("lang"), needs_context, acronym);
    }

    fn add(&mut self, concept: Concept, text: &str, lang: &str, needs_context: bool, acronym: bool) {
        let folded = fold(text);
        let position = self.labels.len() as u32;
        let mut typed = vec![squash(&plain(&folded))];
        if lang.starts_with("uz") {
            typed.push(squash(&plain(&latin(&folded))));
        }
        typed.dedup();
        typed.into_iter().for_each(|key| self.typed.entry(key).or_default().push(position));
        self.keys.entry(squash(&folded)).or_default().push(position);
        self.words.add(&folded);
        self.labels.push(Label { concept, text: text.to_string(), needs_context, acronym });
    }

    /// How many ways to write a concept there are.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// What a term stands for beside these concepts, which stand in the same row. A term that needs
    /// context is accepted where one of them is of its facet.
    pub fn resolve(&self, term: &str, beside: &[Concept]) -> TermOutcome {
        let folded = fold(term);
        self.listed(term, &folded, beside)
            .or_else(|| self.typed(&folded, beside))
            .or_else(|| self.phrase(&folded))
            .unwrap_or_else(|| self.fuzzy(&folded))
    }

    /// What a text stands for that is a label as it stands; `None` where it is none.
    pub(super) fn resolve_listed(&self, term: &str, beside: &[Concept]) -> Option<TermOutcome> {
        let folded = fold(term);
        self.listed(term, &folded, beside).or_else(|| self.typed(&folded, beside))
    }

    /// The label that the text is.
    fn listed(&self, term: &str, folded: &str, beside: &[Concept]) -> Option<TermOutcome> {
        let found = self.keys.get(&squash(folded))?;
        Some(match self.one(found, beside) {
            Err(candidates) => TermOutcome::Ambiguous { candidates },
            Ok(concept) => {
                let lower = term.trim().to_lowercase();
                match self.least(found, |l| l.concept == concept && l.text.to_lowercase() == lower) {
                    Some(exact) => TermOutcome::Exact(exact.near(1.0)),
                    None => TermOutcome::Folded(self.least(found, |l| l.concept == concept)?.near(1.0)),
                }
            }
        })
    }

    /// The label that the text is when typed without the letters of its alphabet, or in the other
    /// alphabet of Uzbek.
    fn typed(&self, folded: &str, beside: &[Concept]) -> Option<TermOutcome> {
        let keys = [squash(&plain(folded)), squash(&plain(&latin(folded)))];
        let found = keys.iter().find_map(|key| self.typed.get(key))?;
        Some(match self.one(found, beside) {
            Ok(concept) => TermOutcome::Folded(self.least(found, |l| l.concept == concept)?.near(TYPED)),
            Err(candidates) => TermOutcome::Ambiguous { candidates },
        })
    }

    /// The one concept of labels with the same key; the candidates where there are several, or where
    /// the labels need a context that is not there.
    fn one(&self, found: &[u32], beside: &[Concept]) -> Result<Concept, Vec<Near>> {
        let labels = || found.iter().map(|&i| &self.labels[i as usize]);
        let distinct = |list: Vec<&Label>| {
            let mut concepts: Vec<Concept> = list.iter().map(|l| l.concept).collect();
            concepts.sort_unstable();
            concepts.dedup();
            concepts
        };
        let free = distinct(labels().filter(|l| !l.needs_context).collect());
        let in_context = distinct(labels().filter(|l| self.is_beside(l.concept, beside)).collect());
        match (free.as_slice(), distinct(labels().collect()).as_slice(), in_context.as_slice()) {
            ([one], [_], _) | (_, _, [one]) => Ok(*one),
            (_, all, _) => {
                let near = |c: &Concept| self.least(found, |l| l.concept == *c).map(|l| l.near(1.0));
                Err(all.iter().filter_map(near).collect())
            }
        }
    }

    /// Of these labels, the first by text that passes: the order of the tables does not matter.
    fn least(&self, found: &[u32], passes: impl Fn(&Label) -> bool) -> Option<&Label> {
        found
            .iter()
            .map(|&i| &self.labels[i as usize])
            .filter(|l| passes(l))
            .min_by(|a, b| a.text.cmp(&b.text))
    }

    /// Whether another concept of the same facet is among these.
    fn is_beside(&self, concept: Concept, beside: &[Concept]) -> bool {
        beside.iter().any(|b| *b != concept && self.share_facet(concept, *b))
    }

    fn share_facet(&self, a: Concept, b: Concept) -> bool {
        self.facets[a.index()].iter().any(|f| self.facets[b.index()].contains(f))
    }

    /// Labels that cover the text, or are part of it.
    fn phrase(&self, folded: &str) -> Option<TermOutcome> {
        let read = |text: &str, table: &HashMap<String, Vec<u32>>, score| {
            phrases::cover(&Units::of(text), |slice| {
                let found = table.get(slice)?;
                let concept = self.one(found, &[]).ok()?;
                self.least(found, |l| l.concept == concept).map(|l| l.near(score))
            })
        };
        let mut cover = read(folded, &self.keys, 1.0);
        if !cover.whole {
            let typed = [plain(folded), plain(&latin(folded))];
            let other = typed.iter().map(|text| read(text, &self.typed, TYPED)).find(|c| c.whole);
            cover = other.unwrap_or(cover);
        }
        let Cover { found, whole } = cover;
        let found = self.narrowest(found);
        let together = found.iter().all(|a| found.iter().all(|b| self.share_facet(a.concept, b.concept)));
        match found.len() {
            0 => None,
            1..=MOST_TOGETHER if whole && together => Some(TermOutcome::Phrase(found)),
            // Words with endings may still explain all of it.
            _ => Some(self.inflected(folded).unwrap_or(TermOutcome::Broader { candidates: found })),
        }
    }

    /// Each concept once, without those that are broader than another one.
    fn narrowest(&self, found: Vec<Near>) -> Vec<Near> {
        let mut kept: Vec<Near> = Vec::new();
        for near in found {
            let lineage = |c: Concept| &self.lineage[c.index()];
            if kept.iter().any(|k| lineage(k.concept).contains(&near.concept)) {
                continue;
            }
            kept.retain(|k| !lineage(near.concept).contains(&k.concept));
            kept.push(near);
        }
        kept
    }

    /// The label that the text is but for endings and slips, where one leads.
    fn inflected(&self, folded: &str) -> Option<TermOutcome> {
        let scored = self.similar(folded);
        match self.decide(&scored) {
            outcome @ (TermOutcome::Fuzzy(_) | TermOutcome::Ambiguous { .. }) => Some(outcome),
            _ => None,
        }
    }

    fn fuzzy(&self, folded: &str) -> TermOutcome {
        let outcome = self.decide(&self.similar(folded));
        if !outcome.accepted().is_empty() {
            return outcome;
        }
        // Uzbek in Cyrillic, with endings and slips.
        let latin = latin(folded);
        let other = (latin != folded).then(|| self.decide(&self.similar(&latin)));
        other.filter(|o| !o.accepted().is_empty()).unwrap_or(outcome)
    }

    fn similar(&self, folded: &str) -> Vec<Similar> {
        let mut similar = self.words.similar(folded);
        similar.retain(|s| {
            !self.labels[s.label as usize].needs_context && !self.labels[s.label as usize].acronym
        });
        similar
    }

    fn decide(&self, similar: &[Similar]) -> TermOutcome {
        let whole =
            self.best(similar.iter().filter(|s| s.found && s.explained && s.score >= ACCEPT), |s| s.score);
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
        let mut part = self.best(similar.iter().filter(|s| s.found && s.score > 0.0), |s| s.score);
        part.truncate(3);
        if !part.is_empty() {
            return TermOutcome::Broader { candidates: self.narrowest(part) };
        }
        let mut nearest = self.best(similar.iter(), |s| s.look);
        nearest.retain(|n| n.score >= SUGGEST);
        nearest.truncate(5);
        TermOutcome::Unknown { nearest }
    }

    /// The best label of each concept, best concept first; even ones by concept and text.
    fn best<'s>(&self, similar: impl Iterator<Item = &'s Similar>, score: fn(&Similar) -> f64) -> Vec<Near> {
        let mut best: HashMap<Concept, (f64, &str)> = HashMap::new();
        for s in similar {
            let label = &self.labels[s.label as usize];
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

    /// The concepts whose labels look most like a text, best first.
    pub fn nearest(&self, term: &str, most: usize) -> Vec<Near> {
        let mut nearest = self.best(self.similar(&fold(term)).iter(), |s| s.look);
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

    /// All labels with their concepts, in the order of the tables.
    pub fn labels(&self) -> impl Iterator<Item = (Concept, &str)> {
        self.labels.iter().map(|l| (l.concept, l.text.as_str()))
    }
}

fn lineage(taxonomy: &Taxonomy, concept: Concept) -> Vec<Concept> {
    taxonomy.concepts().filter(|a| taxonomy.is_within(concept, *a)).collect()
}

/// The concepts right below a root that a concept stands under; itself for a root.
fn facets(taxonomy: &Taxonomy, concept: Concept) -> Vec<Concept> {
    let is_root = |c: &Concept| taxonomy.broader(*c).is_empty();
    let facets: Vec<Concept> =
        lineage(taxonomy, concept).into_iter().filter(|a| taxonomy.broader(*a).iter().any(is_root)).collect();
    if facets.is_empty() { vec![concept] } else { facets }
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
        assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), [Code::UnknownConcept]);
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
            let outcome = lexicon.resolve(term, &[]);
            assert_eq!(outcome.as_str(), word, "{term}");
            assert_eq!(outcome.concept().map(|c| taxonomy.id(c)), Some("biosimilars"));
        }
    }

    #[test]
    fn what_needs_context_is_not_guessed() {
        let (_, lexicon) = lexicon();
        // The id `ct` and the acronym CT share a key; the id alone stands free.
        assert_eq!(lexicon.resolve("ct", &[]).as_str(), "exact");
        assert_eq!(lexicon.resolve("CT scanners", &[]).as_str(), "exact");
    }

    #[test]
    fn an_unknown_term_comes_with_its_nearest() {
        let (taxonomy, lexicon) = lexicon();
        let TermOutcome::Unknown { nearest } = lexicon.resolve("bisimilrs", &[]) else {
            panic!("not listed")
        };
        assert_eq!(taxonomy.id(nearest[0].concept), "biosimilars");
        assert!(matches!(lexicon.resolve("¿?", &[]), TermOutcome::Unknown { .. }));
    }
}
