//! Every code is documented, with its severity, and nothing else is.

use silkmatch::error::Refusal;
use silkmatch::read::Mend;
use silkmatch::warning::Code;
use std::collections::BTreeSet;

/// The first two cells of each row of the table under a heading.
fn documented(heading: &str) -> BTreeSet<(String, String)> {
    let page = include_str!("../docs/findings.md");
    let section = page.split("\n## ").find(|s| s.starts_with(heading)).expect("the heading");
    let cells = |line: &str| {
        let mut cells = line.trim_matches('|').split('|').map(|c| c.trim().to_string());
        Some((cells.next()?.strip_prefix('`')?.strip_suffix('`')?.to_string(), cells.next()?))
    };
    section.lines().filter(|l| l.starts_with('|')).filter_map(cells).collect()
}

#[test]
fn the_page_lists_every_code_and_no_other() {
    let codes = Code::ALL.iter().map(|c| (c.to_string(), c.severity().as_str().to_string()));
    assert_eq!(documented("Findings"), codes.collect());
    let names = |heading| documented(heading).into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>();
    assert_eq!(names("Refusals"), Refusal::ALL.iter().map(|r| r.as_str().to_string()).collect());
    assert_eq!(names("Mends"), Mend::ALL.iter().map(|m| m.as_str().to_string()).collect());
}
