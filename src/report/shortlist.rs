//! Shortlists and scored pairs as tables and documents.

use super::balance::BalanceDocument;
use super::explanation::{MetDocument, met_documents};
use super::figure;
use super::reason::{self, Whose, reason};
use super::table::{Align, Cell, Field, Row, Table, Type};
use super::wording::Wording;
use crate::criteria::Pair;
use crate::criteria::gate::Gate;
use crate::criterion::Criterion;
use crate::engine::{Match, NearMiss, Query, Shortlist};
use crate::explain;
use crate::profile::Organization;
use crate::roster::Roster;
use crate::vocabulary::{self, WordSet};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The columns of `shortlist` and `score` in CSV. They are a contract.
pub const COLUMNS: [&str; 22] = [
    "seeker",
    "seeker_name",
    "rank",
    "partner",
    "partner_name",
    "partner_country",
    "score",
    "low",
    "high",
    "known",
    "confidence",
    "coverage",
    "reciprocity",
    "mutual",
    "field",
    "counterpart",
    "standards",
    "policy",
    "access",
    "reason_seeker",
    "reason_partner",
    "tie",
];

/// What stands in each of the columns of the contract.
pub fn types() -> [Type; 22] {
    COLUMNS.map(type_of)
}

fn type_of(column: &str) -> Type {
    match column {
        "rank" => Type::Whole,
        "seeker" | "partner" | "tie" => Type::Text,
        _ if column.contains('_') => Type::Text,
        _ => Type::Number,
    }
}

/// How a result was made: what somebody needs to make it again.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Method {
    /// The version of silkmatch.
    pub silkmatch: String,
    /// The date at which certificates and deadlines were judged.
    pub as_of: String,
    /// The weight of each criterion, adding up to 1.
    pub weights: BTreeMap<String, f64>,
    /// How much of an unknown criterion counts, 0 to 1.
    pub optimism: f64,
}

impl Method {
    /// The method of a query over a roster.
    pub fn new(roster: &Roster, query: &Query) -> Method {
        let weight = |c: Criterion| (c.name().to_string(), query.weights.of(c).to_f64());
        Method {
            silkmatch: env!("CARGO_PKG_VERSION").to_string(),
            as_of: roster.as_of().to_string(),
            weights: Criterion::ALL.into_iter().map(weight).collect(),
            optimism: query.optimism.degree(),
        }
    }
}

/// The value of each criterion, 0 to 1; null where it is unknown.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ValuesDocument {
    /// How much of what the seeker needs the partner offers.
    pub coverage: Option<f64>,
    /// How much of what the partner needs the seeker offers.
    pub reciprocity: Option<f64>,
    /// Whether it pays for both.
    pub mutual: Option<f64>,
    /// Whether both work in the same field.
    pub field: Option<f64>,
    /// Whether it is the right kind of partner.
    pub counterpart: Option<f64>,
    /// Whether the partner's certificates count where the seeker is.
    pub standards: Option<f64>,
    /// Whether it serves a stated national goal.
    pub policy: Option<f64>,
    /// Whether the two can work together day to day.
    pub access: Option<f64>,
}

/// One match: the columns of the CSV, and the needs that are met.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatchDocument {
    /// Id of the seeker.
    pub seeker: String,
    /// Name of the seeker.
    pub seeker_name: String,
    /// Position in the shortlist, from 1; null for a pair that was not ranked.
    pub rank: Option<usize>,
    /// Id of the partner.
    pub partner: String,
    /// Name of the partner.
    pub partner_name: String,
    /// ISO 3166 code of the partner's country.
    pub partner_country: String,
    /// The score, 0 to 1.
    pub score: f64,
    /// The score if all that is not stated is bad.
    pub low: f64,
    /// The score if all that is not stated is good.
    pub high: f64,
    /// The share of the weight that rests on what is stated.
    pub known: f64,
    /// How well the claims that met are attested, 0 to 1; null where none met.
    pub confidence: Option<f64>,
    /// The value of each criterion.
    #[serde(flatten)]
    pub values: ValuesDocument,
    /// The criteria whose values rest on what is only assumed of organizations of such a kind.
    pub assumed: Vec<String>,
    /// Why the seeker should want the partner.
    pub reason_seeker: String,
    /// Why the partner should want the seeker.
    pub reason_partner: String,
    /// What is between the two; null where nothing is known.
    pub tie: Option<String>,
    /// What the seeker needs and the partner offers.
    pub seeker_needs_met: Vec<MetDocument>,
    /// What the partner needs and the seeker offers.
    pub partner_needs_met: Vec<MetDocument>,
}

/// A partner that a gate keeps out.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NearMissDocument {
    /// The match as it would be.
    #[serde(flatten)]
    pub found: MatchDocument,
    /// Why it is kept out.
    pub gate: String,
}

/// What `shortlist -f json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ShortlistDocument {
    /// How it was made.
    pub method: Method,
    /// The matches, seeker by seeker, best first.
    pub matches: Vec<MatchDocument>,
    /// Partners that a gate keeps out, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near_misses: Option<Vec<NearMissDocument>>,
    /// What the balance costs, where one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub balance: Option<BalanceDocument>,
}

/// The document of one match.
pub fn match_document(
    roster: &Roster,
    found: &Match,
    rank: Option<usize>,
    wording: &Wording,
) -> MatchDocument {
    let pair = Pair { roster, seeker: found.seeker, partner: found.partner };
    let (us, them) = (pair.us(), pair.them());
    let [coverage, reciprocity, mutual, field, counterpart, standards, policy, access] = found.values;
    MatchDocument {
        seeker: us.id.clone(),
        seeker_name: us.name.clone(),
        rank,
        partner: them.id.clone(),
        partner_name: them.name.clone(),
        partner_country: them.country.to_string(),
        score: found.score.to_f64(),
        low: found.low.to_f64(),
        high: found.high.to_f64(),
        known: found.known.to_f64(),
        confidence: found.confidence,
        values: ValuesDocument {
            coverage,
            reciprocity,
            mutual,
            field,
            counterpart,
            standards,
            policy,
            access,
        },
        assumed: Criterion::ALL.iter().filter(|c| found.is_assumed(**c)).map(|c| c.name().into()).collect(),
        reason_seeker: reason(pair, Whose::Seeker, wording),
        reason_partner: reason(pair, Whose::Partner, wording),
        tie: reason::tie(roster.ties(found.seeker, found.partner), wording),
        seeker_needs_met: met_documents(roster, &explain::met(pair), wording),
        partner_needs_met: met_documents(roster, &explain::met(pair.turned()), wording),
    }
}

/// The documents of the matches of a shortlist.
pub fn documents<'a>(
    roster: &'a Roster,
    list: &'a Shortlist,
    wording: &'a Wording,
) -> impl Iterator<Item = MatchDocument> + 'a {
    list.matches.iter().enumerate().map(move |(i, found)| match_document(roster, found, Some(i + 1), wording))
}

/// The documents of near misses.
pub fn near_miss_documents(roster: &Roster, misses: &[NearMiss], wording: &Wording) -> Vec<NearMissDocument> {
    let document = |miss: &NearMiss| NearMissDocument {
        found: match_document(roster, &miss.found, None, wording),
        gate: gate(roster, &miss.gate, roster.organization(miss.found.partner), wording),
    };
    misses.iter().map(document).collect()
}

/// A gate in words.
pub fn gate(roster: &Roster, gate: &Gate, partner: &Organization, wording: &Wording) -> String {
    match gate {
        Gate::SameCountry => wording.say("gate-same-country", &[]),
        Gate::Conflict => wording.say("gate-conflict", &[]),
        Gate::Blank => wording.say("gate-blank", &[]),
        Gate::UnwantedCountry => {
            wording.say("gate-unwanted-country", &[("country", partner.country.name(wording.lang()))])
        }
        Gate::Must(need) => {
            wording.say("gate-must", &[("need", &reason::label(roster, need.concept, wording.lang()))])
        }
    }
}

/// The table with the columns of the contract.
pub fn wide<'a>(roster: &Roster, lists: impl IntoIterator<Item = &'a Shortlist>, wording: &Wording) -> Table {
    let align = |c| if type_of(c) == Type::Text { Align::Left } else { Align::Right };
    let mut table = Table::new(COLUMNS.map(|c| (c, align(c))));
    for list in lists {
        for (i, found) in list.matches.iter().enumerate() {
            table.push(cells(roster, found, Some(i + 1), wording, Reasons::Written));
        }
    }
    table
}

/// Whether the reasons are put into words, which takes longer than all else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reasons {
    /// They are.
    Written,
    /// Their cells stay empty.
    Left,
}

/// The cells of the columns of the contract.
pub fn cells(
    roster: &Roster,
    found: &Match,
    rank: Option<usize>,
    wording: &Wording,
    reasons: Reasons,
) -> Vec<Cell> {
    let mut row = Vec::with_capacity(COLUMNS.len());
    fields(roster, found, rank, wording, reasons, &mut row);
    row.into_iter().map(Cell::from).collect()
}

/// The same, to be written at once, behind what stands in the row already.
pub fn fields<'a>(
    roster: &'a Roster,
    found: &Match,
    rank: Option<usize>,
    wording: &Wording,
    reasons: Reasons,
    row: &mut Vec<Field<'a>>,
) {
    row.extend(seeker_fields(roster.organization(found.seeker), rank));
    row.extend(partner_fields(roster.organization(found.partner)));
    match_fields(roster, found, wording, reasons, row);
}

/// Of the columns of the contract, those that say who looks for a partner, and the rank.
pub fn seeker_fields(seeker: &Organization, rank: Option<usize>) -> [Field<'_>; 3] {
    [seeker.id.as_str().into(), seeker.name.as_str().into(), rank.into()]
}

/// The columns behind these, which say who is looked at.
pub fn partner_fields(partner: &Organization) -> [Field<'_>; 3] {
    [partner.id.as_str().into(), partner.name.as_str().into(), partner.country.code().into()]
}

/// All other columns, which are of the pair alone.
pub fn match_fields<'a>(
    roster: &'a Roster,
    found: &Match,
    wording: &Wording,
    reasons: Reasons,
    row: &mut Vec<Field<'a>>,
) {
    let pair = Pair { roster, seeker: found.seeker, partner: found.partner };
    row.extend([found.score, found.low, found.high, found.known].map(|s| Field::Number(s.to_f64())));
    row.push(found.confidence.into());
    row.extend(found.values.map(Field::from));
    row.extend(match reasons {
        Reasons::Written => [Whose::Seeker, Whose::Partner].map(|whose| reason(pair, whose, wording).into()),
        Reasons::Left => [Field::Unknown, Field::Unknown],
    });
    row.push(reason::tie(roster.ties(found.seeker, found.partner), wording).into());
}

/// The line above a shortlist: whose it is, and out of how many.
pub fn title(roster: &Roster, list: &Shortlist, wording: &Wording) -> String {
    let seeker = roster.organization(list.seeker);
    wording.say(
        "title-shortlist",
        &[
            ("name", &seeker.name),
            ("id", &seeker.id),
            ("kind", &reason::kind(seeker, wording)),
            ("country", seeker.country.name(wording.lang())),
            ("shown", &list.matches.len().to_string()),
            ("considered", &list.considered.to_string()),
        ],
    )
}

/// The table that people read: few columns, and the reasons below each match.
pub fn brief(roster: &Roster, list: &Shortlist, wording: &Wording) -> Table {
    let mut table = headed(
        wording,
        &[
            ("head-rank", Align::Right),
            ("head-partner", Align::Left),
            ("head-id", Align::Left),
            ("head-country", Align::Left),
            ("head-score", Align::Right),
            ("head-range", Align::Right),
            ("head-known", Align::Right),
            ("head-tie", Align::Left),
        ],
    )
    .titled(title(roster, list, wording));
    for found in documents(roster, list, wording) {
        let cells: Vec<Cell> = vec![
            found.rank.into(),
            found.partner_name.into(),
            found.partner.into(),
            country_name(&found.partner_country, wording).into(),
            figure::score(found.score, wording).into(),
            figure::scores(found.low, found.high, wording),
            figure::percent(found.known, wording).into(),
            found.tie.unwrap_or_default().into(),
        ];
        let notes = vec![
            (wording.say("for-you", &[]), found.reason_seeker),
            (wording.say("for-them", &[]), found.reason_partner),
        ];
        table.rows.push(Row { cells, notes });
    }
    table
}

/// The table of near misses that people read.
pub fn brief_near_misses(misses: &[NearMissDocument], wording: &Wording) -> Table {
    let heads = [("head-partner", Align::Left), ("head-score", Align::Right), ("head-gate", Align::Left)];
    let mut table = headed(wording, &heads).titled(wording.say("title-near-misses", &[]));
    for miss in misses {
        let name = format!("{} ({})", miss.found.partner_name, miss.found.partner);
        table.push([name.into(), figure::score(miss.found.score, wording).into(), miss.gate.clone().into()]);
    }
    table
}

pub(super) fn country_name(code: &str, wording: &Wording) -> String {
    vocabulary::name(WordSet::Country, code, wording.lang()).to_string()
}

/// A table without rows, with the headings of these keys.
pub fn headed(wording: &Wording, heads: &[(&str, Align)]) -> Table {
    let titles: Vec<(String, Align)> =
        heads.iter().map(|(key, align)| (wording.say(key, &[]), *align)).collect();
    Table::new(titles.iter().map(|(title, align)| (title.as_str(), *align)))
}

/// A number from 0 to 1 as whole hundredths, for reading.
pub fn hundredths(number: f64) -> String {
    format!("{:.0}", number * 100.0)
}
