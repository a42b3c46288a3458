//! Terms to concepts, by listed labels; never a silent guess.
//!
//! A term is tried in this order, and the first that answers decides: the text itself, the text as
//! typed on another keyboard or in another alphabet of Uzbek or Kazakh, listed labels that cover all of
//! it, words with slips and endings. What is left over makes it broader at most; what two concepts
//! share is ambiguous; all else is unknown and comes with the nearest concepts.

use super::decide::{best, decide, unknown};
use super::kin::Kin;
use super::labels::{Keys, Label, Labels, Typed};
use super::outcome::{Near, TermOutcome};
use super::phrases::{self, Cover, Units};
use super::silent::{self, Silent};
use super::similar::Words;
use super::tokens::is_cjk;
use crate::read::Table;
use crate::taxonomy::{Concept, Taxonomy};
use crate::text::{fold, kazakh, latin, plain, squash};
use crate::warning::Finding;
use std::sync::OnceLock;

/// The score of a label as typed on another keyboard, or in the other alphabet of Uzbek.
const TYPED: f64 = 0.98;
/// More concepts than this in one term are a sentence, not a term.
const MOST_TOGETHER: usize = 3;

/// All ways to write the concepts.
///
/// Profiles that write concepts as they are listed need the keys alone; the tables for other keyboards
/// and for likeness are made when the first text asks for them.
#[derive(Debug, Clone)]
pub struct Lexicon {
    labels: Labels,
    kin: Kin,
    typed: OnceLock<Typed>,
    words: OnceLock<Words>,
    named: OnceLock<Named>,
}

/// For each concept, whether one of its labels names a thing, a place, a market, or help.
#[derive(Debug, Clone, Default)]
struct Named {
    things: Vec<bool>,
    places: Vec<bool>,
    markets: Vec<bool>,
    help: Vec<bool>,
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
        Lexicon {
            labels: Labels::build(taxonomy, tables, findings),
            kin: Kin::of(taxonomy),
            typed: OnceLock::new(),
            words: OnceLock::new(),
            named: OnceLock::new(),
        }
    }

    /// How many ways to write a concept there are.
    pub fn len(&self) -> usize {
        self.labels.list().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.labels.list().is_empty()
    }

    /// What a term stands for beside these concepts, which stand in the same row. A term that needs
    /// context is accepted where one of them is of its facet.
    pub fn resolve(&self, term: &str, beside: &[Concept]) -> TermOutcome {
        self.understood(term, beside).unwrap_or_else(|| self.unknown(term))
    }

    /// The same, but for a term that is unknown: then there is nothing, and the nearest are not looked for.
    pub(super) fn understood(&self, term: &str, beside: &[Concept]) -> Option<TermOutcome> {
        let folded = fold(term);
        self.listed(term, &folded, beside)
            .or_else(|| self.typed(&folded, beside))
            .or_else(|| self.worded(&folded, beside))
    }

    /// An unknown term with the nearest concepts.
    pub(super) fn unknown(&self, term: &str) -> TermOutcome {
        unknown(&self.labels, self.words().looks(&fold(term)))
    }

    /// What a text stands for that is no label as it stands: with all its words, else without those that
    /// say nothing beside the others.
    fn worded(&self, folded: &str, beside: &[Concept]) -> Option<TermOutcome> {
        let whole = self.alike(folded);
        if whole.as_ref().is_some_and(TermOutcome::is_accepted) {
            return whole;
        }
        let accepted = |core: silent::Core| {
            let listed = self.listed(&core.text, &core.text, beside);
            let outcome =
                listed.or_else(|| self.typed(&core.text, beside)).or_else(|| self.alike(&core.text))?;
            let found = outcome.accepted();
            let silent =
                !found.is_empty() && found.iter().all(|n| self.are_silent(&core.left_out, n.concept));
            silent.then(|| TermOutcome::Phrase(found.to_vec()))
        };
        silent::cores(folded).into_iter().find_map(accepted).or(whole)
    }

    fn alike(&self, folded: &str) -> Option<TermOutcome> {
        self.phrase(folded).or_else(|| self.fuzzy(folded))
    }

    /// Whether words of these kinds say nothing beside a concept.
    fn are_silent(&self, words: &[Silent], concept: Concept) -> bool {
        words.iter().all(|silent| match silent {
            Silent::Always => true,
            Silent::Dealing => !self.kin.is_branch(concept),
            Silent::Choosing => self.kin.is_leaf(concept),
            Silent::Thing => self.named().things[concept.index()],
            Silent::Place => self.named().places[concept.index()],
            Silent::Market => self.named().markets[concept.index()],
            Silent::Help => self.named().help[concept.index()],
        })
    }

    fn named(&self) -> &Named {
        self.named.get_or_init(|| {
            let none = || vec![false; self.kin.len()];
            let mut named = Named { things: none(), places: none(), markets: none(), help: none() };
            for label in self.labels.list() {
                let (folded, at) = (fold(&label.text), label.concept.index());
                named.things[at] |= silent::names(&folded, Silent::Thing);
                named.places[at] |= silent::names(&folded, Silent::Place);
                named.markets[at] |= silent::names(&folded, Silent::Market);
                named.help[at] |= silent::names(&folded, Silent::Help);
            }
            named
        })
    }

    /// What a text stands for that is a label as it stands; `None` where it is none.
    pub(super) fn resolve_listed(&self, term: &str, beside: &[Concept]) -> Option<TermOutcome> {
        let folded = fold(term);
        self.listed(term, &folded, beside).or_else(|| self.typed(&folded, beside))
    }

    /// Whether a concept is a whole branch of the taxonomy.
    pub(super) fn is_branch(&self, concept: Concept) -> bool {
        self.kin.is_branch(concept)
    }

    /// The label that the text is.
    fn listed(&self, term: &str, folded: &str, beside: &[Concept]) -> Option<TermOutcome> {
        let found = self.labels.keys().get(&squash(folded))?;
        Some(match self.labels.one(&self.kin, found, beside) {
            Err(candidates) => TermOutcome::Ambiguous { candidates },
            Ok(concept) => {
                let lower = term.trim().to_lowercase();
                let exact = |l: &Label| l.concept == concept && l.text.to_lowercase() == lower;
                match self.labels.least(found, exact) {
                    Some(exact) => TermOutcome::Exact(exact.near(1.0)),
                    None => {
                        TermOutcome::Folded(self.labels.least(found, |l| l.concept == concept)?.near(1.0))
                    }
                }
            }
        })
    }

    /// The label that the text is when typed without the letters of its alphabet, or in another
    /// alphabet of Uzbek or Kazakh.
    fn typed(&self, folded: &str, beside: &[Concept]) -> Option<TermOutcome> {
        if !has_alphabet(folded) {
            return None;
        }
        let typed = self.typed_keys();
        let found = [plain(folded), plain(&latin(folded))]
            .iter()
            .find_map(|text| typed.plain.get(&squash(text)))
            .or_else(|| typed.kazakh.get(&squash(&kazakh(folded))))?;
        Some(match self.labels.one(&self.kin, found, beside) {
            Ok(concept) => {
                TermOutcome::Folded(self.labels.least(found, |l| l.concept == concept)?.near(TYPED))
            }
            Err(candidates) => TermOutcome::Ambiguous { candidates },
        })
    }

    fn typed_keys(&self) -> &Typed {
        self.typed.get_or_init(|| self.labels.typed())
    }

    fn words(&self) -> &Words {
        let open = |label: u32| {
            let label = self.labels.label(label);
            !label.needs_context && !label.acronym
        };
        self.words.get_or_init(|| Words::of(self.labels.list().iter().map(|l| fold(&l.text)), open))
    }

    /// Labels that cover the text, or are part of it.
    fn phrase(&self, folded: &str) -> Option<TermOutcome> {
        let mut cover = self.cover(folded, self.labels.keys(), 1.0);
        if !cover.whole && has_alphabet(folded) {
            let typed = self.typed_keys();
            let other = [
                (plain(folded), &typed.plain),
                (plain(&latin(folded)), &typed.plain),
                (kazakh(folded), &typed.kazakh),
            ];
            let other = other.iter().map(|(text, keys)| self.cover(text, keys, TYPED)).find(|c| c.whole);
            cover = other.unwrap_or(cover);
        }
        let Cover { found, whole, passed } = cover;
        let found = self.kin.narrowest(found);
        let whole = whole && found.iter().all(|n| self.are_silent(&passed, n.concept));
        let together = found.iter().all(|a| found.iter().all(|b| self.kin.share_facet(a.concept, b.concept)));
        match found.len() {
            0 => None,
            1..=MOST_TOGETHER if whole && together => Some(TermOutcome::Phrase(found)),
            // Words with endings may still explain all of it.
            _ => Some(self.inflected(folded).unwrap_or(TermOutcome::Broader { candidates: found })),
        }
    }

    fn cover(&self, text: &str, keys: &Keys, score: f64) -> Cover<Near> {
        phrases::cover(&Units::of(text), |slice| {
            let found = keys.get(slice)?;
            let concept = self.labels.one(&self.kin, found, &[]).ok()?;
            self.labels.least(found, |l| l.concept == concept).map(|l| l.near(score))
        })
    }

    /// The label that the text is but for endings and slips, where one leads.
    fn inflected(&self, folded: &str) -> Option<TermOutcome> {
        let is_whole = |o: &TermOutcome| matches!(o, TermOutcome::Fuzzy(_) | TermOutcome::Ambiguous { .. });
        self.decided(folded).filter(is_whole)
    }

    fn fuzzy(&self, folded: &str) -> Option<TermOutcome> {
        let outcome = self.decided(folded);
        if outcome.as_ref().is_some_and(TermOutcome::is_accepted) {
            return outcome;
        }
        // Uzbek in Cyrillic, with endings and slips.
        let latin = latin(folded);
        let other = if latin != folded { self.decided(&latin) } else { None };
        other.filter(TermOutcome::is_accepted).or(outcome)
    }

    fn decided(&self, folded: &str) -> Option<TermOutcome> {
        decide(&self.labels, &self.kin, &self.words().found(folded))
    }

    /// The concepts whose labels look most like a text, best first.
    pub fn nearest(&self, term: &str, most: usize) -> Vec<Near> {
        let mut nearest = best(&self.labels, self.words().looks(&fold(term)).into_iter());
        nearest.truncate(most);
        nearest
    }

    /// Labels that stand under two concepts without being marked: the text, and the concepts.
    pub fn shared(&self) -> Vec<(&str, Vec<Concept>)> {
        self.labels.shared()
    }

    /// All labels with their concepts, in the order of the tables.
    pub fn labels(&self) -> impl Iterator<Item = (Concept, &str)> {
        self.labels.list().iter().map(|l| (l.concept, l.text.as_ref()))
    }
}

/// Whether a text holds anything but Han and Hangul, which are typed in one way alone.
fn has_alphabet(folded: &str) -> bool {
    folded.chars().any(|c| c != ' ' && !is_cjk(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Place;
    use crate::read::TableName;
    use crate::taxonomy::ConceptRow;
    use crate::warning::Code;

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
