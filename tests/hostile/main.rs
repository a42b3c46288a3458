//! Files as they come and as they are crafted, each with the outcome that is right for it: accepted
//! with these rows, accepted with these findings, or refused with this code at this place.

// The count by kind is what this test is read for.
#![allow(clippy::print_stdout)]

mod attacks;
mod binary;
#[path = "../common/books.rs"]
mod books;
mod dialects;
mod exporters;
mod others;
mod sheets;
mod text;
mod values;
mod xls;

use rayon::prelude::*;
use silkmatch::Roster;
use silkmatch::profile::Date;
use silkmatch::read::{Bundle, Source};
use silkmatch::report::rows;
use silkmatch::warning::{Code, Severity};
use std::collections::BTreeMap;

/// A file with its expected outcome.
pub struct Case {
    kind: &'static str,
    name: String,
    bytes: Vec<u8>,
    expected: Expected,
}

/// What is right for a file.
pub enum Expected {
    /// Accepted: the rows, and all findings above a note with their places; of the notes at least those
    /// named. A row is `name|country|offers|needs`.
    Accepted(Vec<String>, Vec<(&'static str, String)>),
    /// Refused: the code and the place.
    Refused(&'static str, String),
}

impl Case {
    /// Accepted with these rows and nothing to say.
    pub fn rows(
        kind: &'static str,
        name: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
        rows: &[&str],
    ) -> Case {
        Case::told(kind, name, bytes, rows, &[])
    }

    /// Accepted with these rows and findings.
    pub fn told(
        kind: &'static str,
        name: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
        rows: &[&str],
        findings: &[(&'static str, &str)],
    ) -> Case {
        let rows = rows.iter().map(|r| r.to_string()).collect();
        let findings = findings.iter().map(|(code, place)| (*code, place.to_string())).collect();
        Case { kind, name: name.into(), bytes: bytes.into(), expected: Expected::Accepted(rows, findings) }
    }

    /// Refused with this code at this place.
    pub fn refused(
        kind: &'static str,
        name: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
        code: &'static str,
        place: &str,
    ) -> Case {
        let expected = Expected::Refused(code, place.to_string());
        Case { kind, name: name.into(), bytes: bytes.into(), expected }
    }

    /// What is wrong with the outcome; none where it is as expected.
    fn fault(&self) -> Option<String> {
        let found = outcome(&self.bytes);
        let right = match (&self.expected, &found) {
            (Expected::Refused(code, place), Outcome::Refused(found, at)) => code == found && place == at,
            (Expected::Accepted(rows, told), Outcome::Accepted(found, findings)) => {
                let told: Vec<_> =
                    told.iter().map(|(code, place)| (code.to_string(), place.clone())).collect();
                let grave: Vec<_> = findings.iter().filter(|(code, _)| is_grave(code)).cloned().collect();
                let wanted: Vec<_> = told.iter().filter(|(code, _)| is_grave(code)).cloned().collect();
                rows == found && wanted == grave && told.iter().all(|t| findings.contains(t))
            }
            _ => false,
        };
        (!right).then(|| format!("{}: {}: {found:?}", self.kind, self.name))
    }
}

fn is_grave(code: &str) -> bool {
    Code::ALL.iter().any(|c| c.as_str() == code && c.severity() > Severity::Note)
}

#[derive(Debug)]
enum Outcome {
    Accepted(Vec<String>, Vec<(String, String)>),
    Refused(String, String),
}

fn outcome(bytes: &[u8]) -> Outcome {
    let source = Source::memory("f", bytes);
    let place =
        |place: String| place.strip_prefix("f").unwrap_or(&place).trim_start_matches(", ").to_string();
    let mut bundle = match Bundle::of(&source) {
        Ok(bundle) => bundle,
        Err(error) => {
            assert!(error.remedy().is_some(), "a refusal without a remedy: {error}");
            let code = error.refusal().map_or("no code", |r| r.as_str());
            return Outcome::Refused(code.to_string(), place(error.place().expect("a place").to_string()));
        }
    };
    let mut findings = std::mem::take(&mut bundle.findings);
    let (roster, found) = Roster::build(&bundle, Date::read("2026-11-23").expect("a date")).expect("sound");
    findings.extend(found);
    findings.sort();
    let claims = |claims: &[rows::ClaimDocument]| {
        let claim =
            |c: &rows::ClaimDocument| c.level.map_or(c.term.clone(), |level| format!("{}:{level}", c.term));
        claims.iter().map(claim).collect::<Vec<_>>().join(";")
    };
    let written = rows::document(&bundle, &roster);
    let row = |o: &rows::RowDocument| {
        format!("{}|{}|{}|{}", o.name, o.country, claims(&o.offers), claims(&o.needs))
    };
    let findings = findings.iter().map(|f| (f.code.to_string(), place(f.place.to_string())));
    Outcome::Accepted(written.iter().map(row).collect(), findings.collect())
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    text::add(&mut cases);
    values::add(&mut cases);
    sheets::add(&mut cases);
    xls::add(&mut cases);
    binary::add(&mut cases);
    dialects::add(&mut cases);
    exporters::add(&mut cases);
    others::add(&mut cases);
    attacks::add(&mut cases);
    cases
}

#[test]
fn every_file_has_its_outcome() {
    let cases = cases();
    let faults: Vec<String> = cases.par_iter().filter_map(Case::fault).collect();
    let mut tally: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for case in &cases {
        let outcome = match &case.expected {
            Expected::Accepted(_, findings) if findings.is_empty() => "accepted",
            Expected::Accepted(..) => "accepted, with findings",
            Expected::Refused(..) => "refused",
        };
        *tally.entry((case.kind, outcome)).or_default() += 1;
    }
    for ((kind, outcome), count) in &tally {
        println!("{kind:<24}{outcome:<26}{count:>4}");
    }
    println!("{} files, {} not as expected", cases.len(), faults.len());
    assert!(cases.len() >= 200, "only {} files", cases.len());
    assert!(faults.is_empty(), "{} files:\n{}", faults.len(), faults.join("\n"));
}

/// A damaged file is read as it was or refused with a place and a remedy; it never panics.
#[test]
fn cut_and_flipped_files_never_panic() {
    let rows =
        books::rows("name|country|offers|needs\nAlpha|KZ|vaccines:4|insulin:2\nBeta|KR|insulin:5|vaccines");
    let files = [
        books::xlsx(&[("organizations", &rows)]),
        books::ods(&[("organizations", &rows)]),
        books::xls(&books::labels(&rows)),
        books::xlsb("organizations", 0, &rows),
        books::gzip(b"name,country\nAlpha,KZ\n"),
    ];
    let damaged: Vec<Vec<u8>> = files
        .iter()
        .flat_map(|file| {
            let step = file.len() / 60 + 1;
            let cut = (1..file.len()).step_by(step).map(|at| file[..at].to_vec());
            let flipped = (0..file.len()).step_by(step).map(|at| {
                let mut file = file.clone();
                file[at] ^= 0xff;
                file
            });
            cut.chain(flipped).collect::<Vec<_>>()
        })
        .collect();
    assert!(damaged.len() > 300);
    damaged.par_iter().for_each(|bytes| {
        if let Err(error) = Bundle::of(&Source::memory("f", bytes.as_slice())) {
            assert!(error.remedy().is_some() && error.place().is_some(), "{error}");
        }
    });
}

/// The same for what is packed in a workbook: bytes are flipped, and numbers are made huge.
#[test]
fn parts_that_are_flipped_or_swollen_never_panic() {
    let rows =
        books::rows("name|country|offers|needs\nAlpha|KZ|vaccines:4|insulin:2\nBeta|KR|insulin:5|vaccines");
    let merged = r#"<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1.5</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>"#;
    let sheet = books::sheet_xml(&rows).replace("</sheetData></worksheet>", merged);
    let strings = r#"<sst count="1" uniqueCount="1"><si><t>text</t></si></sst>"#;
    let spanned = r#"<table:table table:name="S"><table:table-row table:number-rows-repeated="2" table:visibility="visible"><table:table-cell table:number-columns-repeated="3" table:number-rows-spanned="2" office:value-type="float" office:value="12.5"><text:p>a<text:s text:c="4"/></text:p></table:table-cell></table:table-row></table:table>"#;
    let books = [
        books::raw_xlsx(&sheet, strings),
        books::xlsx(&[("organizations", &rows)]),
        books::xlsb("organizations", 0, &rows),
        books::raw_ods("", spanned),
    ];
    let mut changed = Vec::new();
    for book in &books {
        let parts = books::parts(book);
        for at in 0..parts.len() {
            for bytes in variants(&parts[at].1) {
                let part = |n: usize| if n == at { bytes.as_slice() } else { parts[n].1.as_slice() };
                let all: Vec<(&str, &[u8])> =
                    (0..parts.len()).map(|n| (parts[n].0.as_str(), part(n))).collect();
                changed.push(books::archive(&all));
            }
        }
    }
    assert!(changed.len() > 1_000);
    changed.par_iter().for_each(|bytes| {
        if let Err(error) = Bundle::of(&Source::memory("f", bytes.as_slice())) {
            assert!(error.remedy().is_some() && error.place().is_some(), "{error}");
        }
    });
}

/// A part with a byte flipped, or with one of its numbers swollen.
fn variants(part: &[u8]) -> Vec<Vec<u8>> {
    let step = part.len() / 40 + 1;
    let flipped = (0..part.len()).step_by(step).map(|at| {
        let mut part = part.to_vec();
        part[at] ^= 0x55;
        part
    });
    let digits: Vec<usize> = (0..part.len()).filter(|at| part[*at].is_ascii_digit()).collect();
    let step = digits.len() / 40 + 1;
    let swollen =
        digits.iter().step_by(step).map(|at| [&part[..*at], b"4294967295", &part[at + 1..]].concat());
    flipped.chain(swollen).collect()
}
