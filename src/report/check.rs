//! What is in the profiles, and what was noticed while reading them.

use super::suggestion::{self, UnknownDocument};
use super::table::{Align, Cell, Table};
use crate::error::Place;
use crate::profile::{Country, Kind, Organization};
use crate::read::{Bundle, Origin};
use crate::roster::Roster;
use crate::vocabulary::Lang;
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

/// How many findings there are of each severity, gravest first.
pub fn tally(findings: &[Finding]) -> Vec<(Severity, usize)> {
    let count = |s: Severity| findings.iter().filter(|f| f.code.severity() == s).count();
    Severity::ALL.into_iter().rev().map(|s| (s, count(s))).filter(|(_, n)| *n > 0).collect()
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
    let offers = all.iter().flat_map(|o| &o.offers);
    by("offer", offers.map(|o| o.status.key().to_string()).collect());
    let mut one = |of: &str, which: &str, count, whole| {
        counts.push(CountDocument { of: of.into(), which: which.into(), count, all: whole });
    };
    one("role", "offer", all.iter().map(|o| o.offers.len()).sum(), None);
    one("role", "need", all.iter().map(|o| o.needs.len()).sum(), None);
    one("role", "certification", all.iter().map(|o| o.certifications.len()).sum(), None);
    let whole = Some(all.len());
    one("organizations", "with an offer", all.iter().filter(|o| !o.offers.is_empty()).count(), whole);
    one("organizations", "with a need", all.iter().filter(|o| !o.needs.is_empty()).count(), whole);
    let both = all.iter().filter(|o| !o.offers.is_empty() && !o.needs.is_empty()).count();
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

/// The tables that people read: what was read, what is in it, and which terms do not count.
pub fn brief(document: &CheckDocument) -> Vec<Table> {
    let mut read = Table::new([("table", Align::Left), ("rows", Align::Right), ("from", Align::Left)]);
    for t in &document.tables {
        read.push([t.table.clone().into(), t.rows.into(), t.file.clone().into()]);
    }
    let mut counts = Table::new([
        ("of", Align::Left),
        ("which", Align::Left),
        ("count", Align::Right),
        ("of all", Align::Right),
    ]);
    for c in &document.counts {
        counts.push([c.of.clone().into(), c.which.clone().into(), c.count.into(), Cell::from(c.all)]);
    }
    let mut brief = vec![read, counts];
    if !document.unknown.is_empty() {
        brief.push(suggestion::table(&document.unknown));
    }
    brief
}
