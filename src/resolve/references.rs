//! Rows of the reference tables to their types.

use super::names::Register;
use super::noted;
use super::terms::Lexicon;
use crate::criterion::{Criterion, Weights};
use crate::error::{Error, ErrorKind, Result};
use crate::profile::{Country, Date, Kind, Organization};
use crate::read::{Record, Table};
use crate::reference::{
    Fitness, Kinds, Policies, Policy, Recognition, Recognitions, Side, Tie, TieStatus, Ties,
};
use crate::taxonomy::{ComplementRow, Concept, ConceptRow, Heading};
use crate::vocabulary::{self, WordSet};
use crate::warning::{Code, Finding};

/// The rows of a taxonomy.
pub fn concepts<'t>(tables: impl Iterator<Item = &'t Table>, findings: &mut Vec<Finding>) -> Vec<ConceptRow> {
    let mut rows = Vec::new();
    for record in tables.flat_map(Table::records) {
        let row = ConceptRow {
            place: record.place(),
            id: record.text("concept").to_string(),
            broader: record
                .text("broader")
                .split('|')
                .map(str::trim)
                .filter(|b| !b.is_empty())
                .map(String::from)
                .collect(),
            heading: match vocabulary::key(WordSet::Heading, record.text("heading")) {
                Some("field") => Some(Heading::Field),
                Some(_) => Some(Heading::Mode),
                None => None,
            },
            preferred: record
                .by_language()
                .filter(|(_, t)| !t.is_empty())
                .map(|(l, t)| (l.into(), t.into()))
                .collect(),
        };
        if row.id.is_empty() {
            findings.push(record.finding(
                Code::MissingValue,
                "concept",
                "a concept needs an id; the row is left out",
            ));
            continue;
        }
        rows.push(row);
    }
    rows
}

/// Languages in which concepts have no preferred label: one finding a language, counted.
pub fn missing_labels<'t>(tables: impl Iterator<Item = &'t Table>, findings: &mut Vec<Finding>) {
    for table in tables {
        for lang in table.languages() {
            let lacks = |r: &Record| r.by_language().any(|(l, text)| l == lang && text.is_empty());
            let missing: Vec<Record> = table.records().filter(lacks).collect();
            let Some(first) = missing.first() else { continue };
            let some: Vec<&str> = missing.iter().take(5).map(|r| r.text("concept")).collect();
            let more = if missing.len() > some.len() { ", …" } else { "" };
            let message =
                format!("{} concepts have no preferred label: {}{more}", missing.len(), some.join(", "));
            findings.push(Finding::new(
                Code::MissingLabel,
                first.place().column(format!("pref:{lang}")),
                "",
                message,
            ));
        }
    }
}

/// The rows of the complements. Whether their concepts exist is checked where the taxonomy is built.
pub fn complements<'t>(
    tables: impl Iterator<Item = &'t Table>,
    findings: &mut Vec<Finding>,
) -> Vec<ComplementRow> {
    let mut rows = Vec::new();
    for record in tables.flat_map(Table::records) {
        let Some(value) = share(&record, findings) else { continue };
        rows.push(ComplementRow {
            place: record.place(),
            need: record.text("need").to_string(),
            offer: record.text("offer").to_string(),
            hundredths: (value * 100.0).round() as u8,
            reason: record.text("reason").to_string(),
        });
    }
    rows
}

/// The kinds table.
pub fn kinds<'t>(tables: impl Iterator<Item = &'t Table>, findings: &mut Vec<Finding>) -> Kinds {
    let mut kinds = Kinds::default();
    for record in tables.flat_map(Table::records) {
        let pair = (kind(&record, "seeker_kind", findings), kind(&record, "partner_kind", findings));
        let Some(value) = share(&record, findings) else { continue };
        if let (Some(seeker), Some(partner)) = pair {
            kinds.insert(seeker, partner, Fitness { value, reason: record.text("reason").to_string() });
        }
    }
    kinds
}

/// The table of recognitions.
pub fn recognitions<'t>(
    tables: impl Iterator<Item = &'t Table>,
    findings: &mut Vec<Finding>,
) -> Recognitions {
    let mut rows = Vec::new();
    for record in tables.flat_map(Table::records) {
        let accepted_in = match record.some("accepted_in") {
            None => None,
            Some(_) => match country(&record, "accepted_in", findings) {
                None => continue,
                country => country,
            },
        };
        let Some(value) = share(&record, findings) else { continue };
        rows.push(Recognition {
            scheme: record.text("scheme").to_string(),
            authority: record.some("authority").map(str::to_string),
            accepted_in,
            value,
            since: date(&record, "since", findings),
            source: record.text("source").to_string(),
        });
    }
    Recognitions::new(rows)
}

/// The policies.
pub fn policies<'t>(
    tables: impl Iterator<Item = &'t Table>,
    lexicon: &Lexicon,
    findings: &mut Vec<Finding>,
) -> Policies {
    let mut rows = Vec::new();
    for record in tables.flat_map(Table::records) {
        let Some(country) = country(&record, "country", findings) else { continue };
        let Some(concept) = concept(&record, "concept", lexicon, findings) else { continue };
        let side = match vocabulary::key(WordSet::Side, record.text("side")) {
            Some("wants") => Side::Wants,
            Some(_) => Side::Grants,
            None => {
                findings.push(record.finding(
                    Code::BadChoice,
                    "side",
                    "a side is wants or grants; the row is left out",
                ));
                continue;
            }
        };
        rows.push(Policy {
            country,
            concept,
            side,
            target: record.text("target").to_string(),
            deadline: date(&record, "deadline", findings),
            source: record.text("source").to_string(),
        });
    }
    Policies::new(rows)
}

/// The ties between organizations of a register.
pub fn ties<'t>(
    tables: impl Iterator<Item = &'t Table>,
    organizations: &[Organization],
    register: &Register,
    findings: &mut Vec<Finding>,
) -> Ties {
    let mut ties = Ties::default();
    for record in tables.flat_map(Table::records) {
        let Some((a, b)) = two_sides(&record, register, organizations, findings) else { continue };
        let key = vocabulary::key(WordSet::Tie, record.text("status"));
        let Some(status) = TieStatus::ALL.iter().copied().find(|s| Some(s.key()) == key) else {
            let message = "a tie is met, memorandum, contract, ended or conflict; the row is left out";
            findings.push(record.finding(Code::BadChoice, "status", message));
            continue;
        };
        let tie = Tie {
            status,
            date: date(&record, "date", findings),
            note: record.text("note").to_string(),
            source: record.text("source").to_string(),
        };
        ties.insert(&a, &b, tie);
    }
    ties
}

/// A known partnership by the ids of its sides: `(a, b)`, strength, topic, date.
pub type KnownRow = ((String, String), Option<String>, Option<String>, Option<Date>);

/// The rows of a file of known pairs, by ids or names of a register.
pub fn known_pairs(
    table: &Table,
    organizations: &[Organization],
    findings: &mut Vec<Finding>,
) -> Vec<KnownRow> {
    let register = Register::build(organizations);
    let mut rows = Vec::new();
    for record in table.records() {
        let Some((a, b)) = two_sides(&record, &register, organizations, findings) else { continue };
        let text = |column| record.some(column).map(str::to_string);
        rows.push(((a, b), text("strength"), text("topic"), date(&record, "date", findings)));
    }
    rows
}

/// The ids in the columns `a` and `b`, where each names one organization and both are not the same.
fn two_sides(
    record: &Record,
    register: &Register,
    organizations: &[Organization],
    findings: &mut Vec<Finding>,
) -> Option<(String, String)> {
    let mut id = |column| {
        let outcome = register.resolve(record.text(column));
        let position = noted::whose(record, column, &outcome, organizations, findings)?;
        Some(organizations[position].id.clone())
    };
    let (a, b) = (id("a")?, id("b")?);
    if a == b {
        let message = "a relation has two ends; the row is left out";
        findings.push(record.finding(Code::SelfTie, "b", message));
        return None;
    }
    Some((a, b))
}

/// The weights of a file. A criterion that is not named has no weight.
///
/// # Errors
/// A name that is no criterion, a criterion named twice, a weight that is no number from 0 up, or
/// weights that are all zero: a half-read weighting would be another weighting.
pub fn weights(table: &Table) -> Result<Weights> {
    let mut proportions = [None; Criterion::COUNT];
    for record in table.records() {
        let criterion: Criterion =
            record.text("criterion").parse().map_err(|e: Error| e.at(record.cell("criterion")))?;
        let value = decimal(record.text("weight")).ok_or_else(|| {
            let message = format!("found `{}`; a weight is a number from 0 up", record.text("weight"));
            Error::new(ErrorKind::Value, message).at(record.cell("weight"))
        })?;
        if proportions[criterion.index()].replace(value).is_some() {
            let message = format!("`{criterion}` stands twice");
            return Err(Error::new(ErrorKind::Value, message)
                .at(record.place())
                .hint("keep one of the rows"));
        }
    }
    Weights::new(proportions.map(Option::unwrap_or_default)).map_err(|e| e.at(table.place().clone()))
}

/// A finite number with a decimal point or comma.
fn decimal(text: &str) -> Option<f64> {
    text.trim().trim_end_matches('%').replace(',', ".").parse().ok().filter(|n: &f64| n.is_finite())
}

/// The column `value`: a number from 0 to 1; a finding and nothing where it is another.
fn share(record: &Record, findings: &mut Vec<Finding>) -> Option<f64> {
    let value = decimal(record.text("value")).filter(|v| (0.0..=1.0).contains(v));
    if value.is_none() {
        let message = "a value is a number from 0 to 1; the row is left out";
        findings.push(record.finding(Code::BadNumber, "value", message));
    }
    value
}

pub(super) fn kind(record: &Record, column: &'static str, findings: &mut Vec<Finding>) -> Option<Kind> {
    let kind = Kind::read(record.text(column));
    if kind.is_none() {
        let legal: Vec<_> = Kind::ALL.iter().map(|k| k.key()).collect();
        let message = format!("not one of {}; the row is left out", legal.join(", "));
        findings.push(record.finding(Code::UnknownKind, column, message));
    }
    kind
}

pub(super) fn concept(
    record: &Record,
    column: &'static str,
    lexicon: &Lexicon,
    findings: &mut Vec<Finding>,
) -> Option<Concept> {
    let outcome = lexicon.resolve(record.text(column), &[]);
    findings.extend(noted::of_term(record, column, record.text(column), &outcome));
    outcome.concept()
}

pub(super) fn country(record: &Record, column: &'static str, findings: &mut Vec<Finding>) -> Option<Country> {
    let country = Country::read(record.text(column));
    if country.is_none() {
        let message = "neither a country nor its ISO 3166 code; the row is left out";
        findings.push(
            record
                .finding(Code::UnknownCountry, column, message)
                .hint("write the ISO 3166 code: KZ, UZ, CN, KR"),
        );
    }
    country
}

fn date(record: &Record, column: &'static str, findings: &mut Vec<Finding>) -> Option<Date> {
    let text = record.some(column)?;
    let date = Date::read(text);
    if date.is_none() {
        let finding = record.finding(Code::BadDate, column, "no date; it does not count");
        findings.push(finding.hint("write 2027, 2027-06 or 2027-06-14"));
    }
    date
}
