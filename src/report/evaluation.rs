//! Ranking quality and gaps as tables and documents.

use super::shortlist::{Method, country_name, gate, headed};
use super::table::{Align, Cell, Table};
use super::{Wording, figure, reason};
use crate::evaluate::{Asked, Cause, Interval, Known, Miss, Quality, bootstrap, quality};
use crate::gaps::{Gap, Side};
use crate::roster::{Org, Roster};
use crate::vocabulary::{self, WordSet};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The seed of the intervals.
const SEED: u64 = 2026;

/// The figures of one ranker over one part of the known pairs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QualityDocument {
    /// The ranker.
    pub ranker: String,
    /// What the pairs are parted by: all, corridor, kind, strength.
    pub by: String,
    /// Which part.
    pub part: String,
    /// How many partners were asked for, both directions counted.
    pub asked: usize,
    /// The share within the first.
    pub recall_1: f64,
    /// The share within the first 5.
    pub recall_5: f64,
    /// The share within the first 10.
    pub recall_10: f64,
    /// The share within the first 20.
    pub recall_20: f64,
    /// The share within the first 10, averaged over seekers.
    pub macro_recall_10: f64,
    /// The mean reciprocal rank.
    pub mrr: f64,
    /// Normalised discounted cumulative gain, averaged over seekers.
    pub ndcg: f64,
    /// The 95 per cent interval of `recall_10`, if the pairs are a sample.
    pub recall_10_interval: Option<[f64; 2]>,
    /// The same of `mrr`.
    pub mrr_interval: Option<[f64; 2]>,
}

/// A known partner that does not rank high.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MissDocument {
    /// Id of the seeker.
    pub seeker: String,
    /// Id of the partner.
    pub partner: String,
    /// Its rank; null behind a gate.
    pub rank: Option<usize>,
    /// What the partnership is about.
    pub topic: Option<String>,
    /// What holds it down.
    pub causes: Vec<String>,
}

/// What `evaluate -f json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EvaluationDocument {
    /// How it was made.
    pub method: Method,
    /// The figures.
    pub quality: Vec<QualityDocument>,
    /// The misses, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misses: Option<Vec<MissDocument>>,
}

/// The figures of a ranker over all pairs, with intervals.
pub fn overall(ranker: &str, asked: &[Asked]) -> Option<QualityDocument> {
    let found = quality(asked)?;
    let intervals = bootstrap(asked, SEED);
    let ends = |i: Interval| [i.low, i.high];
    Some(QualityDocument {
        recall_10_interval: intervals.map(|i| ends(i[0])),
        mrr_interval: intervals.map(|i| ends(i[1])),
        ..row(ranker, "all", "all", found)
    })
}

/// The figures of a ranker by corridor, by the kinds of both sides, and by strength.
pub fn parts(roster: &Roster, ranker: &str, known: &[Known], asked: &[Asked]) -> Vec<QualityDocument> {
    let both = |a: &Asked, of: &dyn Fn(Org) -> String| {
        let (x, y) = (of(a.seeker), of(a.partner));
        if x <= y { format!("{x}–{y}") } else { format!("{y}–{x}") }
    };
    let country = |o: Org| roster.organization(o).country.to_string();
    let kind = |o: Org| roster.organization(o).kind.map_or("unknown".to_string(), |k| k.key().to_string());
    let mut documents = Vec::new();
    let mut part = |by: &str, of: &dyn Fn(&Asked) -> Option<String>| {
        let mut groups: BTreeMap<String, Vec<Asked>> = BTreeMap::new();
        for a in asked {
            if let Some(key) = of(a) {
                groups.entry(key).or_default().push(*a);
            }
        }
        let rows = groups.iter().filter_map(|(key, own)| Some(row(ranker, by, key, quality(own)?)));
        documents.extend(rows);
    };
    part("corridor", &|a| Some(both(a, &country)));
    part("kinds", &|a| Some(both(a, &kind)));
    part("strength", &|a| known[a.known].strength.clone());
    documents
}

fn row(ranker: &str, by: &str, part: &str, q: Quality) -> QualityDocument {
    let [recall_1, recall_5, recall_10, recall_20] = q.recall;
    QualityDocument {
        ranker: ranker.into(),
        by: by.into(),
        part: part.into(),
        asked: q.asked,
        recall_1,
        recall_5,
        recall_10,
        recall_20,
        macro_recall_10: q.macro_recall,
        mrr: q.reciprocal,
        ndcg: q.gain,
        recall_10_interval: None,
        mrr_interval: None,
    }
}

/// The documents of misses.
pub fn miss_documents(roster: &Roster, misses: &[Miss], wording: &Wording) -> Vec<MissDocument> {
    let id = |o: Org| roster.organization(o).id.clone();
    let document = |m: &Miss| MissDocument {
        seeker: id(m.seeker),
        partner: id(m.partner),
        rank: m.rank,
        topic: m.topic.map(str::to_string),
        causes: m.causes.iter().map(|c| cause(roster, m, c, wording)).collect(),
    };
    misses.iter().map(document).collect()
}

fn cause(roster: &Roster, miss: &Miss, cause: &Cause, wording: &Wording) -> String {
    match cause {
        Cause::Gate(g) => gate(roster, g, roster.organization(miss.partner), wording),
        Cause::NoNeed => wording.say("miss-no-need", &[]),
        Cause::NoOffer => wording.say("miss-no-offer", &[]),
        Cause::Behind(criterion, points) => {
            let name = vocabulary::name(WordSet::Criterion, criterion.name(), wording.lang());
            wording.say(
                "miss-behind",
                &[("criterion", name), ("points", &figure::tenths(*points, wording).text())],
            )
        }
    }
}

/// The figures as a table: full precision for spreadsheets.
pub fn table(documents: &[QualityDocument]) -> Table {
    let heads = [
        "ranker",
        "by",
        "part",
        "asked",
        "recall_1",
        "recall_5",
        "recall_10",
        "recall_20",
        "macro_recall_10",
        "mrr",
        "ndcg",
        "recall_10_low",
        "recall_10_high",
        "mrr_low",
        "mrr_high",
    ];
    let text = |h: &str| matches!(h, "ranker" | "by" | "part");
    let mut table = Table::new(heads.map(|h| (h, if text(h) { Align::Left } else { Align::Right })));
    for d in documents {
        let end = |interval: Option<[f64; 2]>, i: usize| Cell::from(interval.map(|e| e[i]));
        table.push([
            d.ranker.clone().into(),
            d.by.clone().into(),
            d.part.clone().into(),
            d.asked.into(),
            d.recall_1.into(),
            d.recall_5.into(),
            d.recall_10.into(),
            d.recall_20.into(),
            d.macro_recall_10.into(),
            d.mrr.into(),
            d.ndcg.into(),
            end(d.recall_10_interval, 0),
            end(d.recall_10_interval, 1),
            end(d.mrr_interval, 0),
            end(d.mrr_interval, 1),
        ]);
    }
    table
}

/// The figures that people read: hundredths, the interval in one cell.
pub fn brief(documents: &[QualityDocument], wording: &Wording) -> Table {
    let heads = [
        ("head-ranker", Align::Left),
        ("head-part", Align::Left),
        ("head-asked", Align::Right),
        ("head-top-1", Align::Right),
        ("head-top-5", Align::Right),
        ("head-top-10", Align::Right),
        ("head-interval", Align::Right),
        ("head-top-20", Align::Right),
        ("head-macro-10", Align::Right),
        ("head-mrr", Align::Right),
        ("head-ndcg", Align::Right),
    ];
    let mut table = headed(wording, &heads);
    let two = |x: f64| Cell::from(figure::hundredths(x, wording));
    for d in documents {
        let interval = d.recall_10_interval.map(|[low, high]| figure::between(low, high, wording));
        table.push([
            ranker(&d.ranker, wording).into(),
            part(d, wording).into(),
            d.asked.into(),
            two(d.recall_1),
            two(d.recall_5),
            two(d.recall_10),
            interval.unwrap_or_else(|| Cell::from("")),
            two(d.recall_20),
            two(d.macro_recall_10),
            two(d.mrr),
            two(d.ndcg),
        ]);
    }
    table
}

/// A ranker by its name in the language.
fn ranker(name: &str, wording: &Wording) -> String {
    match name.strip_prefix("without ") {
        Some(criterion) => {
            let criterion = vocabulary::name(WordSet::Criterion, criterion, wording.lang());
            wording.say("ranker-without", &[("criterion", criterion)])
        }
        None => wording.say(&format!("ranker-{}", name.replace(' ', "-")), &[]),
    }
}

/// A part of the pairs in words: both countries, both kinds, or the strength as it was written.
fn part(document: &QualityDocument, wording: &Wording) -> String {
    let named = |set, key: &str| match key {
        "unknown" => wording.say("kind-unknown", &[]),
        key => vocabulary::name(set, key, wording.lang()).to_string(),
    };
    let both = |set| document.part.split('–').map(|key| named(set, key)).collect::<Vec<_>>().join("–");
    match document.by.as_str() {
        "all" => wording.say("part-all", &[]),
        "corridor" => both(WordSet::Country),
        "kinds" => both(WordSet::Kind),
        _ => named(WordSet::Tie, &document.part),
    }
}

/// The misses for reading.
pub fn miss_brief(documents: &[MissDocument], wording: &Wording) -> Table {
    let heads = [
        ("head-seeker", Align::Left),
        ("head-partner", Align::Left),
        ("head-rank", Align::Right),
        ("head-topic", Align::Left),
        ("page-why", Align::Left),
    ];
    Table { columns: headed(wording, &heads).columns, ..miss_table(documents) }
}

/// The misses as a table.
pub fn miss_table(documents: &[MissDocument]) -> Table {
    let heads = [
        ("seeker", Align::Left),
        ("partner", Align::Left),
        ("rank", Align::Right),
        ("topic", Align::Left),
        ("why", Align::Left),
    ];
    let mut table = Table::new(heads);
    for m in documents {
        table.push([
            m.seeker.clone().into(),
            m.partner.clone().into(),
            m.rank.into(),
            m.topic.clone().unwrap_or_default().into(),
            m.causes.join("; ").into(),
        ]);
    }
    table
}

/// What is left over in one country.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GapDocument {
    /// `need` that nobody abroad meets, or `offer` that nobody abroad asks for.
    pub side: String,
    /// ISO 3166 code of the country.
    pub country: String,
    /// Id of the concept.
    pub concept: String,
    /// Its label.
    pub label: String,
    /// The sum of the priorities or levels.
    pub weight: u32,
    /// Ids of the organizations behind it.
    pub organizations: Vec<String>,
    /// The best that abroad has for it, 0 to 1.
    pub best: f64,
    /// Who has that.
    pub nearest: Option<String>,
}

/// The documents of gaps.
pub fn gap_documents(roster: &Roster, gaps: &[Gap], wording: &Wording) -> Vec<GapDocument> {
    let id = |o: &Org| roster.organization(*o).id.clone();
    let document = |g: &Gap| GapDocument {
        side: match g.side {
            Side::Need => "need",
            Side::Offer => "offer",
        }
        .to_string(),
        country: g.country.to_string(),
        concept: roster.taxonomy().id(g.concept).to_string(),
        label: reason::label(roster, g.concept, wording.lang()),
        weight: g.weight,
        organizations: g.organizations.iter().map(id).collect(),
        best: g.best,
        nearest: g.nearest.as_ref().map(id),
    };
    gaps.iter().map(document).collect()
}

/// The gaps for reading.
pub fn gap_brief(documents: &[GapDocument], wording: &Wording) -> Table {
    let heads = [
        ("head-side", Align::Left),
        ("head-country", Align::Left),
        ("head-concept", Align::Left),
        ("head-label", Align::Left),
        ("head-weight", Align::Right),
        ("head-nearest-fit", Align::Right),
        ("head-nearest", Align::Left),
        ("page-organizations", Align::Left),
    ];
    let mut table = headed(wording, &heads);
    for g in documents {
        table.push([
            vocabulary::name(WordSet::Role, &g.side, wording.lang()).into(),
            country_name(&g.country, wording).into(),
            g.concept.clone().into(),
            g.label.clone().into(),
            Cell::Whole(u64::from(g.weight)),
            figure::score(g.best, wording).into(),
            g.nearest.clone().into(),
            g.organizations.join("; ").into(),
        ]);
    }
    table
}

/// The gaps as a table.
pub fn gap_table(documents: &[GapDocument]) -> Table {
    let mut table = Table::new([
        ("side", Align::Left),
        ("country", Align::Left),
        ("concept", Align::Left),
        ("label", Align::Left),
        ("weight", Align::Right),
        ("best", Align::Right),
        ("nearest", Align::Left),
        ("organizations", Align::Left),
    ]);
    for g in documents {
        table.push([
            g.side.clone().into(),
            g.country.clone().into(),
            g.concept.clone().into(),
            g.label.clone().into(),
            Cell::Whole(u64::from(g.weight)),
            g.best.into(),
            g.nearest.clone().into(),
            g.organizations.join("; ").into(),
        ]);
    }
    table
}
