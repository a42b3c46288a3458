//! The table of labels: all ways to write the concepts, and the keys under which they are found.

use super::kin::Kin;
use super::outcome::Near;
use crate::read::{Record, Table};
use crate::taxonomy::{Concept, Taxonomy};
use crate::text::{fold, kazakh, latin, plain, squash};
use crate::vocabulary::{self, WordSet};
use crate::warning::{Code, Finding};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::borrow::Cow;

/// Squashed folded text → positions of labels; most have one.
pub(super) type Keys = FxHashMap<String, SmallVec<[u32; 2]>>;

/// A key of Kazakh in Latin letters that is shorter fits too many words of other languages.
const LEAST_KAZAKH: usize = 6;

/// One way to write a concept.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub concept: Concept,
    pub text: Cow<'static, str>,
    /// Accepted only where another concept of the same facet stands beside it.
    pub needs_context: bool,
    /// Matched by its very letters alone.
    pub acronym: bool,
    language: Language,
}

/// The languages that are typed in another alphabet than their labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Language {
    Kazakh,
    Uzbek,
    Other,
}

impl Language {
    fn of(tag: &str) -> Language {
        match tag.get(..2) {
            Some("kk") => Language::Kazakh,
            Some("uz") => Language::Uzbek,
            _ => Language::Other,
        }
    }
}

impl Label {
    pub(super) fn near(&self, score: f64) -> Near {
        Near { concept: self.concept, label: self.text.to_string(), score }
    }
}

/// What a row of a table says by itself.
struct Row<'t> {
    record: Record<'t>,
    key: String,
    needs_context: bool,
    acronym: bool,
}

/// Whether a kind of label as it is written is that of acronyms. Few are written over and over.
type Kinds<'t> = FxHashMap<&'t str, bool>;

impl<'t> Row<'t> {
    fn of(kinds: &mut Kinds<'t>, record: Record<'t>) -> Row<'t> {
        let is_acronym = |kind: &&str| vocabulary::key(WordSet::Label, kind) == Some("acronym");
        Row {
            key: squash(&fold(record.text("text"))),
            needs_context: vocabulary::key(WordSet::Yes, record.text("needs_context")) == Some("yes"),
            acronym: *kinds.entry(record.text("kind")).or_insert_with_key(is_acronym),
            record,
        }
    }
}

/// All ways to write the concepts.
#[derive(Debug, Clone, Default)]
pub(super) struct Labels {
    list: Vec<Label>,
    keys: Keys,
}

/// Where the labels are found that were typed on another keyboard, or in another alphabet.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    /// As typed without the letters of Kazakh, and for Uzbek in Latin whatever it is written in.
    pub plain: Keys,
    /// The labels of Kazakh as its Latin alphabets of all vintages sound.
    pub kazakh: Keys,
}

impl Labels {
    /// The ids and preferred labels of a taxonomy and the rows of label tables; what is wrong with a
    /// row is a finding, see [`super::Lexicon::build`].
    pub(super) fn build<'t>(
        taxonomy: &Taxonomy,
        tables: impl Iterator<Item = &'t Table>,
        findings: &mut Vec<Finding>,
    ) -> Labels {
        let mut labels = Labels::default();
        for concept in taxonomy.concepts() {
            let id = taxonomy.id(concept);
            labels.add(Label::listed(concept, id.to_string(), ""), squash(&fold(id)));
            for lang in taxonomy.languages() {
                if let Some(text) = taxonomy.preferred(concept, lang) {
                    labels.add(Label::listed(concept, text.to_string(), lang), squash(&fold(text)));
                }
            }
        }
        for (position, table) in tables.enumerate() {
            let earlier = if position > 0 { labels.list.len() } else { 0 };
            let records: Vec<Record> = table.records().collect();
            labels.list.reserve(records.len());
            labels.keys.reserve(records.len());
            // Most of the time goes into folding, and there no row waits for another.
            let rows: Vec<Row> = records.into_par_iter().map_init(Kinds::default, Row::of).collect();
            rows.into_iter().for_each(|row| labels.row(taxonomy, row, earlier, findings));
        }
        labels
    }

    /// Adds a row of a table under its key; the labels before `earlier` are those of another table.
    fn row(&mut self, taxonomy: &Taxonomy, row: Row, earlier: usize, findings: &mut Vec<Finding>) {
        let Row { record, key, needs_context, acronym } = row;
        let Some(concept) = taxonomy.concept(record.text("concept")) else {
            let message = "no such concept in the taxonomy; the label is left out";
            let finding = record.finding(Code::UnknownConcept, "concept", message);
            findings.push(finding.hint("add the concept to the taxonomy, or mend its id"));
            return;
        };
        if key.is_empty() {
            let message = "a label without a letter; it is left out";
            findings.push(record.finding(Code::MissingValue, "text", message));
            return;
        }
        let contradicts = |i: &&u32| (**i as usize) < earlier && self.list[**i as usize].concept != concept;
        let others = if earlier > 0 { self.found(&key) } else { &[] };
        let other = others.iter().find(contradicts).map(|i| self.label(*i));
        if let Some(other) = other.filter(|other| !needs_context && !other.needs_context) {
            let id = taxonomy.id(other.concept);
            let message = format!("a label of `{id}` already; it is now ambiguous and counts for neither");
            let finding = record.finding(Code::SharedLabel, "text", message);
            findings.push(finding.hint("write it under one concept, or mark it in `needs_context`"));
        }
        let listed = Label::listed(concept, record.kept("text"), record.text("lang"));
        self.add(Label { needs_context, acronym, ..listed }, key);
    }

    fn add(&mut self, label: Label, key: String) {
        let position = self.list.len() as u32;
        self.keys.entry(key).or_default().push(position);
        self.list.push(label);
    }

    /// The keys of those who type without the letters of an alphabet, or in another one.
    pub(super) fn typed(&self) -> Typed {
        let mut typed = Typed::default();
        for (position, label) in self.list.iter().enumerate() {
            let folded = fold(&label.text);
            let mut keys = vec![squash(&plain(&folded))];
            if label.language == Language::Uzbek {
                keys.push(squash(&plain(&latin(&folded))));
            }
            keys.dedup();
            keys.into_iter().for_each(|k| typed.plain.entry(k).or_default().push(position as u32));
            let sound = kazakh(&folded);
            if label.language == Language::Kazakh && sound.len() >= LEAST_KAZAKH {
                typed.kazakh.entry(squash(&sound)).or_default().push(position as u32);
            }
        }
        typed
    }

    pub(super) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// All labels, in the order of the tables.
    pub(super) fn list(&self) -> &[Label] {
        &self.list
    }

    pub(super) fn label(&self, position: u32) -> &Label {
        &self.list[position as usize]
    }

    fn found(&self, key: &str) -> &[u32] {
        self.keys.get(key).map_or(&[], SmallVec::as_slice)
    }

    /// The one concept of labels with the same key; the candidates where there are several, or where
    /// the labels need a context that is not there.
    pub(super) fn one(&self, kin: &Kin, found: &[u32], beside: &[Concept]) -> Result<Concept, Vec<Near>> {
        if let [only] = found
            && !self.label(*only).needs_context
        {
            return Ok(self.label(*only).concept);
        }
        let labels = || found.iter().map(|&i| self.label(i));
        let free = distinct(labels().filter(|l| !l.needs_context));
        let in_context = distinct(labels().filter(|l| kin.is_beside(l.concept, beside)));
        match (free.as_slice(), distinct(labels()).as_slice(), in_context.as_slice()) {
            ([one], [_], _) | (_, _, [one]) => Ok(*one),
            (_, all, _) => {
                let near = |c: &Concept| self.least(found, |l| l.concept == *c).map(|l| l.near(1.0));
                Err(all.iter().filter_map(near).collect())
            }
        }
    }

    /// Of these labels, the first by text that passes: the order of the tables does not matter.
    pub(super) fn least(&self, found: &[u32], passes: impl Fn(&Label) -> bool) -> Option<&Label> {
        found.iter().map(|&i| self.label(i)).filter(|l| passes(l)).min_by(|a, b| a.text.cmp(&b.text))
    }

    /// Labels that stand under two concepts without being marked: the text, and the concepts.
    pub(super) fn shared(&self) -> Vec<(&str, Vec<Concept>)> {
        let mut shared: Vec<_> = self
            .keys
            .values()
            .filter_map(|found| {
                let concepts = distinct(found.iter().map(|&i| self.label(i)).filter(|l| !l.needs_context));
                (concepts.len() > 1).then(|| (self.label(found[0]).text.as_ref(), concepts))
            })
            .collect();
        shared.sort();
        shared
    }
}

impl Label {
    /// A label that stands free, as most do.
    fn listed(concept: Concept, text: impl Into<Cow<'static, str>>, lang: &str) -> Label {
        let language = Language::of(lang);
        Label { concept, text: text.into(), needs_context: false, acronym: false, language }
    }
}

/// The concepts of labels, each once, in their order.
fn distinct<'l>(labels: impl Iterator<Item = &'l Label>) -> Vec<Concept> {
    let mut concepts: Vec<Concept> = labels.map(|l| l.concept).collect();
    concepts.sort_unstable();
    concepts.dedup();
    concepts
}
