//! What is in the profiles, and what was noticed while reading them.

use super::book::Book;
use super::shortlist::headed;
use super::suggestion::{self, UnknownDocument};
use super::table::{Align, Cell, Table};
use super::wording::Wording;
use crate::error::Place;
use crate::profile::{Country, Kind, Organization};
use crate::read::{Bundle, Origin};
use crate::roster::Roster;
use crate::vocabulary::{self, Lang, WordSet};
use crate::warning::{Finding, Severity};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// One finding.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingDocument {
    /// The stable code.
    pub code: String,
    /// note, warning or fault.
    pub severity: String,
    /// The file.
    pub file: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The physical line or row, from 1.
    pub line: Option<u64>,
    /// The header of the column.
    pub column: Option<String>,
    /// The cell of a sheet, such as `C7`.
    pub cell: Option<String>,
    /// What stands there.
    pub found: String,
    /// What is wrong, and what is allowed.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl From<&Finding> for FindingDocument {
    fn from(finding: &Finding) -> FindingDocument {
        let Place { file, sheet, line, column, cell } = &finding.place;
        FindingDocument {
            code: finding.code.to_string(),
            severity: finding.code.severity().as_str().to_string(),
            file: file.to_string(),
            sheet: sheet.as_deref().map(str::to_string),
            line: *line,
            column: column.as_deref().map(str::to_string),
            cell: cell.as_deref().map(str::to_string),
            found: finding.found.clone(),
            message: finding.message.clone(),
            hint: finding.hint.clone(),
        }
    }
}

/// A table that was read.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TableDocument {
    /// Its name.
    pub table: String,
    /// The file.
    pub file: String,
    /// Whether it came with silkmatch.
    pub shipped: bool,
    /// How many rows it has.
    pub rows: usize,
}

/// How many of something there are.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CountDocument {
    /// What is counted: country, kind, role, status, label.
    pub of: String,
    /// Which one.
    pub which: String,
    /// How many.
    pub count: usize,
    /// Of how many, where there is a whole.
    pub all: Option<usize>,
}

/// What `check -f json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CheckDocument {
    /// The tables that were read.
    pub tables: Vec<TableDocument>,
    /// What is in them.
    pub counts: Vec<CountDocument>,
    /// The terms that do not count, the most frequent first.
    pub unknown: Vec<UnknownDocument>,
    /// What was noticed, by place.
    pub findings: Vec<FindingDocument>,
}

/// The document of a check.
pub fn document(bundle: &Bundle, roster: &Roster, findings: &[Finding]) -> CheckDocument {
    let tables = bundle.origins().map(|(origin, table)| TableDocument {
        table: table.name().as_str().to_string(),
        file: table.place().to_string(),
        shipped: origin == Origin::Shipped,
        rows: table.records().count(),
    });
    CheckDocument {
        tables: tables.collect(),
        counts: counts(roster),
        unknown: suggestion::unknown(roster, findings),
        findings: findings.iter().map(Into::into).collect(),
    }
}

/// How many findings there are of each severity, gravest first, in a sentence.
pub fn tally(findings: &[Finding], wording: &Wording) -> String {
    let count = |s: Severity| findings.iter().filter(|f| f.code.severity() == s).count();
    let told = Severity::ALL.into_iter().rev().map(|s| (s, count(s))).filter(|(_, n)| *n > 0);
    let words: Vec<String> = told
        .map(|(s, n)| wording.say(&format!("tally-{}", s.as_str()), &[("count", &n.to_string())]))
        .collect();
    match words.is_empty() {
        true => wording.say("tally-none", &[]),
        false => wording.say("tally", &[("counts", &wording.list(&words))]),
    }
}

fn counts(roster: &Roster) -> Vec<CountDocument> {
    let all: Vec<&Organization> = roster.orgs().map(|o| roster.organization(o)).collect();
    let mut counts = Vec::new();
    let mut by = |of: &str, keys: Vec<String>| {
        let mut tally: BTreeMap<String, usize> = BTreeMap::new();
        keys.into_iter().for_each(|k| *tally.entry(k).or_default() += 1);
        counts.extend(tally.into_iter().map(|(which, count)| CountDocument {
            of: of.into(),
            which,
            count,
            all: None,
        }));
    };
    by("country", all.iter().map(|o| Country::to_string(&o.country)).collect());
    by("kind", all.iter().map(|o| o.kind.map_or("unknown".into(), |k: Kind| k.key().into())).collect());
    let offers = all.iter().flat_map(|o| o.stated_offers());
    by("offer", offers.map(|o| o.status.key().to_string()).collect());
    let mut one = |of: &str, which: &str, count, whole| {
        counts.push(CountDocument { of: of.into(), which: which.into(), count, all: whole });
    };
    one("role", "offer", all.iter().map(|o| o.stated_offers().len()).sum(), None);
    one("role", "need", all.iter().map(|o| o.stated_needs().len()).sum(), None);
    one("role", "certification", all.iter().map(|o| o.certifications.len()).sum(), None);
    let whole = Some(all.len());
    one(
        "organizations",
        "with an offer",
        all.iter().filter(|o| !o.stated_offers().is_empty()).count(),
        whole,
    );
    one("organizations", "with a need", all.iter().filter(|o| !o.stated_needs().is_empty()).count(), whole);
    let both = all.iter().filter(|o| !o.stated_offers().is_empty() && !o.stated_needs().is_empty()).count();
    one("organizations", "with both", both, whole);
    let taxonomy = roster.taxonomy();
    for lang in Lang::ALL {
        let labelled = taxonomy.concepts().filter(|c| taxonomy.preferred(*c, lang.tag()).is_some()).count();
        one("label", lang.tag(), labelled, Some(taxonomy.len()));
    }
    one("labels", "in all languages", roster.lexicon().len(), None);
    counts
}

/// The findings as a table: what spreadsheets get.
pub fn findings_table(document: &CheckDocument) -> Table {
    let heads = ["code", "severity", "file", "sheet", "line", "column", "cell", "found", "message", "hint"];
    let mut table = Table::new(heads.map(|h| (h, if h == "line" { Align::Right } else { Align::Left })));
    for f in &document.findings {
        table.push([
            f.code.clone().into(),
            f.severity.clone().into(),
            f.file.clone().into(),
            f.sheet.clone().into(),
            f.line.map(|l| l as usize).into(),
            f.column.clone().into(),
            f.cell.clone().into(),
            f.found.clone().into(),
            f.message.clone().into(),
            f.hint.clone().into(),
        ]);
    }
    table
}

/// What is wrong, in the language. The words of one finding are written in English; any other language has
/// the sentence of its code, which says what such a finding means and what to do about it.
pub fn message(code: &str, message: &str, wording: &Wording) -> String {
    match wording.lang() {
        Lang::En => message.to_string(),
        _ => wording.say(&format!("finding-{code}"), &[]),
    }
}

/// What was noticed in one input, for reading.
pub fn noticed(findings: &[Finding], wording: &Wording) -> Table {
    let findings: Vec<FindingDocument> = findings.iter().map(Into::into).collect();
    findings_brief(&findings, wording).titled(wording.say("sheet-findings", &[]))
}

/// The findings for reading.
fn findings_brief(findings: &[FindingDocument], wording: &Wording) -> Table {
    let heads = [
        ("head-severity", Align::Left),
        ("head-file", Align::Left),
        ("head-sheet", Align::Left),
        ("head-line", Align::Right),
        ("head-column", Align::Left),
        ("head-cell", Align::Left),
        ("head-found", Align::Left),
        ("head-message", Align::Left),
        ("head-hint", Align::Left),
        ("head-code", Align::Left),
    ];
    let mut table = headed(wording, &heads);
    for f in findings {
        table.push([
            wording.say(&format!("severity-{}", f.severity), &[]).into(),
            f.file.clone().into(),
            f.sheet.clone().into(),
            f.line.map(|l| l as usize).into(),
            f.column.clone().into(),
            f.cell.clone().into(),
            f.found.clone().into(),
            message(&f.code, &f.message, wording).into(),
            f.hint.clone().into(),
            f.code.clone().into(),
        ]);
    }
    table
}

/// The sheets of a workbook: findings, terms that do not count, what was read and what is in it.
pub fn sheets(document: &CheckDocument, wording: &Wording) -> Book {
    let say = |key: &str| wording.say(key, &[]);
    let mut book = Book::new().with(say("sheet-findings"), findings_brief(&document.findings, wording));
    if !document.unknown.is_empty() {
        book = book.with(say("sheet-unknown"), suggestion::table(&document.unknown, wording));
    }
    let book = book.with(say("sheet-tables"), tables(document, wording));
    book.with(say("sheet-contents"), contents(document, wording))
}

/// The tables that people read: what was read, what is in it, and which terms do not count.
pub fn brief(document: &CheckDocument, wording: &Wording) -> Vec<Table> {
    let mut brief = vec![tables(document, wording), contents(document, wording)];
    if !document.unknown.is_empty() {
        brief.push(suggestion::table(&document.unknown, wording));
    }
    brief
}

fn tables(document: &CheckDocument, wording: &Wording) -> Table {
    let heads = [("head-read", Align::Left), ("head-rows", Align::Right), ("head-from", Align::Left)];
    let mut read = headed(wording, &heads);
    for t in &document.tables {
        let name = vocabulary::name(WordSet::Table, &t.table, wording.lang());
        read.push([name.into(), t.rows.into(), t.file.clone().into()]);
    }
    read
}

fn contents(document: &CheckDocument, wording: &Wording) -> Table {
    let heads = [
        ("head-of", Align::Left),
        ("head-which", Align::Left),
        ("head-count", Align::Right),
        ("head-of-all", Align::Right),
    ];
    let mut counts = headed(wording, &heads);
    for c in &document.counts {
        let of = wording.say(&format!("count-{}", c.of), &[]);
        counts.push([of.into(), which(c, wording).into(), c.count.into(), Cell::from(c.all)]);
    }
    counts
}

/// What is counted, in words.
fn which(count: &CountDocument, wording: &Wording) -> String {
    let set = match count.of.as_str() {
        "country" => WordSet::Country,
        "kind" => WordSet::Kind,
        "offer" => WordSet::Status,
        "role" => WordSet::Role,
        "label" => WordSet::Language,
        _ => return wording.say(&format!("count-{}", count.which.replace(' ', "-")), &[]),
    };
    match count.which.as_str() {
        "unknown" => wording.say("unknown", &[]),
        key => vocabulary::name(set, key, wording.lang()).to_string(),
    }
}
