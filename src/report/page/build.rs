//! From a roster and a query to the document of a page.

use super::pairs::Pairs;
use super::words::words;
use super::{CriterionEntry, GapEntry, MOST_PAIRS, NamesDocument, PageDocument, PresetEntry};
use crate::criterion::{Criterion, Weights};
use crate::engine::{self, Query};
use crate::error::{Error, ErrorKind, Result};
use crate::gaps::{self, Gap, Side};
use crate::matrix::DecisionMatrix;
use crate::preset;
use crate::profile::{Basis, Kind, Status};
use crate::report::Wording;
use crate::report::shortlist::{Method, hundredths};
use crate::roster::{Org, Roster};
use crate::vocabulary::{self, WordSet};
use std::collections::{BTreeMap, BTreeSet};

/// Each seeker with its partners.
pub(super) type Assessed = Vec<(Org, DecisionMatrix)>;

impl PageDocument {
    /// The page of the shortlists of some seekers; those without any partner are left out. `inputs` is
    /// the hash of what was read ([`crate::read::Bundle::fingerprint`]).
    ///
    /// # Errors
    /// More than [`MOST_PAIRS`] pairs, or a shipped weighting that is broken.
    pub fn new(
        roster: &Roster,
        seekers: &[Org],
        query: &Query,
        inputs: String,
        wording: &Wording,
    ) -> Result<PageDocument> {
        let assessed = assess(roster, seekers, query)?;
        let mut pairs = Pairs::new(roster, query, wording, &assessed);
        let lists = assessed.iter().map(|(seeker, matrix)| pairs.list(*seeker, matrix)).collect();
        let organizations = pairs.organizations();
        let (concepts, numbers, texts) = pairs.finish();
        Ok(PageDocument {
            lang: wording.lang().tag().to_string(),
            title: title(roster, &assessed, wording),
            scope: scope(roster, &assessed, wording),
            method: Method::new(roster, query),
            inputs,
            weighed: weighed(&query.weights, wording),
            legend: wording.say("page-legend", &[("optimism", &hundredths(query.optimism.degree()))]),
            top: query.top,
            criteria: criteria(&query.weights, wording),
            presets: presets(wording)?,
            words: words(wording),
            names: names(roster, &assessed, wording),
            gaps: leftovers(roster, &assessed, wording),
            concepts,
            organizations,
            lists,
            numbers,
            texts,
        })
    }
}

fn assess(roster: &Roster, seekers: &[Org], query: &Query) -> Result<Assessed> {
    let mut held = 0;
    let mut assessed = Vec::new();
    for &seeker in seekers {
        let matrix = engine::matrix(roster, seeker, query);
        held += matrix.alternatives().len();
        if held > MOST_PAIRS {
            let message = format!("the page would hold more than {MOST_PAIRS} pairs");
            let error = Error::new(ErrorKind::Value, message);
            return Err(error.hint("narrow it with --from, --to, --kind or --concept"));
        }
        if !matrix.alternatives().is_empty() {
            assessed.push((seeker, matrix));
        }
    }
    Ok(assessed)
}

/// Everybody on the page, ascending.
pub(super) fn everybody(assessed: &Assessed) -> BTreeSet<Org> {
    assessed.iter().flat_map(|(seeker, _)| [*seeker]).chain(partners(assessed)).collect()
}

fn partners(assessed: &Assessed) -> BTreeSet<Org> {
    assessed.iter().flat_map(|(_, matrix)| matrix.alternatives().iter().copied()).collect()
}

/// The name of the one seeker, or the countries of several and of their partners.
fn title(roster: &Roster, assessed: &Assessed, wording: &Wording) -> String {
    if let [(seeker, _)] = assessed.as_slice() {
        return wording.say("page-title-one", &[("name", &roster.organization(*seeker).name)]);
    }
    let countries = |orgs: BTreeSet<Org>| {
        let all: BTreeSet<&str> =
            orgs.iter().map(|o| roster.organization(*o).country.name(wording.lang())).collect();
        all.into_iter().collect::<Vec<_>>().join(", ")
    };
    let (from, to) = (assessed.iter().map(|(s, _)| *s).collect(), partners(assessed));
    wording.say("page-title-many", &[("from", &countries(from)), ("to", &countries(to))])
}

fn scope(roster: &Roster, assessed: &Assessed, wording: &Wording) -> String {
    let pairs: usize = assessed.iter().map(|(_, matrix)| matrix.alternatives().len()).sum();
    let words = [
        ("seekers", assessed.len().to_string()),
        ("partners", partners(assessed).len().to_string()),
        ("pairs", pairs.to_string()),
        ("date", roster.as_of().to_string()),
    ];
    wording.say("page-scope", &words.each_ref().map(|(name, word)| (*name, word.as_str())))
}

fn criterion_name(criterion: Criterion, wording: &Wording) -> String {
    vocabulary::name(WordSet::Criterion, criterion.name(), wording.lang()).to_string()
}

fn weighed(weights: &Weights, wording: &Wording) -> String {
    let one = |c: Criterion| format!("{} {}", criterion_name(c, wording), hundredths(weights.of(c).to_f64()));
    Criterion::ALL.map(one).join(", ")
}

fn criteria(weights: &Weights, wording: &Wording) -> Vec<CriterionEntry> {
    let entry = |c: Criterion| CriterionEntry {
        name: c.name().to_string(),
        label: criterion_name(c, wording),
        question: wording.say(&format!("question-{c}"), &[]),
        ask: wording.say(&format!("ask-{c}"), &[]),
        weight: weights.of(c).units(),
    };
    Criterion::ALL.into_iter().map(entry).collect()
}

fn presets(wording: &Wording) -> Result<Vec<PresetEntry>> {
    let entry = |preset: &preset::Preset| {
        let weights = preset.weights()?;
        Ok(PresetEntry {
            name: preset.name.to_string(),
            label: wording.say(&format!("preset-{}", preset.name), &[]),
            weights: Criterion::ALL.map(|c| weights.of(c).units()),
        })
    };
    preset::all().iter().map(entry).collect()
}

fn names(roster: &Roster, assessed: &Assessed, wording: &Wording) -> NamesDocument {
    let lang = wording.lang();
    let all = |set: WordSet, keys: Vec<&str>| -> BTreeMap<String, String> {
        keys.into_iter().map(|k| (k.to_string(), vocabulary::name(set, k, lang).to_string())).collect()
    };
    let countries = everybody(assessed).into_iter().map(|o| roster.organization(o).country.code()).collect();
    NamesDocument {
        countries: all(WordSet::Country, countries),
        kinds: all(WordSet::Kind, Kind::ALL.iter().map(|k| k.key()).collect()),
        statuses: all(WordSet::Status, Status::ALL.iter().map(|s| s.key()).collect()),
        bases: all(WordSet::Basis, Basis::ALL.iter().map(|b| b.key()).collect()),
    }
}

/// The gaps that concern a seeker of the page, with the seekers that they concern.
fn leftovers(roster: &Roster, assessed: &Assessed, wording: &Wording) -> Vec<GapEntry> {
    let seekers: BTreeSet<Org> = assessed.iter().map(|(seeker, _)| *seeker).collect();
    let name = |org: &Org| roster.organization(*org).name.clone();
    let entry = |gap: Gap| GapEntry {
        side: match gap.side {
            Side::Need => "need",
            Side::Offer => "offer",
        }
        .to_string(),
        country: gap.country.to_string(),
        label: roster.taxonomy().label(gap.concept, wording.lang().tag()).to_string(),
        organizations: gap.organizations.iter().filter(|o| seekers.contains(o)).map(name).collect(),
        best: gap.best,
        nearest: gap.nearest.as_ref().map(name),
    };
    let mut all: Vec<GapEntry> = gaps::gaps(roster).into_iter().map(entry).collect();
    all.retain(|gap| !gap.organizations.is_empty());
    all
}
