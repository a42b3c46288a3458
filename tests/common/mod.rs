//! What several tests use: rosters from tables at hand, and the shipped one at a fixed date.

#![allow(dead_code)]

use silkmatch::profile::Date;
use silkmatch::read::Bundle;
use silkmatch::warning::Finding;
use silkmatch::{Org, Roster};
use std::path::Path;
use std::sync::LazyLock;

/// The date of all tests.
pub fn date() -> Date {
    Date::read("2026-11-23").expect("a date")
}

/// The shipped roster at the date of the tests.
pub fn shipped() -> &'static Roster {
    static SHIPPED: LazyLock<Roster> =
        LazyLock::new(|| Roster::shipped(date()).expect("the shipped set is sound"));
    &SHIPPED
}

/// A roster of a folder with these tables, over the shipped ones.
pub fn roster(tables: &[(&str, &str)]) -> (Roster, Vec<Finding>) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in tables {
        std::fs::write(folder.path().join(format!("{name}.csv")), text).expect("written");
    }
    open(folder.path())
}

/// The roster of a path, and all that was noticed.
pub fn open(path: &Path) -> (Roster, Vec<Finding>) {
    let mut bundle = Bundle::open(path).expect("readable");
    let mut findings = std::mem::take(&mut bundle.findings);
    let (roster, found) = Roster::build(&bundle, date()).expect("sound");
    findings.extend(found);
    (roster, findings)
}

/// The organization with an id.
pub fn org(roster: &Roster, id: &str) -> Org {
    roster.by_id(id).unwrap_or_else(|| panic!("no organization `{id}`"))
}

/// The rows of a CSV file of the tests, as maps from header to cell.
pub fn rows(path: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    reader.deserialize().map(|r| r.unwrap_or_else(|e| panic!("{}: {e}", path.display()))).collect()
}
