//! How well terms and names are resolved: precision, recall and abstention on texts as people write
//! them, half of which was held out while the rules and thresholds were made.
//!
//! `cargo test --test resolution -- --nocapture` prints the tables of `tests/data/README.md`.

#![allow(clippy::print_stdout)] // The tables are what the test is run for.

mod common;

use common::{rows, shipped};
use silkmatch::resolve::NameOutcome;
use std::collections::{BTreeMap, BTreeSet};

/// What was accepted, what of it was right, what should have been accepted, what was refused.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    accepted: usize,
    right: usize,
    wanted: usize,
    refused: usize,
    texts: usize,
}

impl Tally {
    fn precision(&self) -> f64 {
        if self.accepted == 0 { 1.0 } else { self.right as f64 / self.accepted as f64 }
    }

    fn recall(&self) -> f64 {
        if self.wanted == 0 { 1.0 } else { self.right as f64 / self.wanted as f64 }
    }

    fn abstention(&self) -> f64 {
        self.refused as f64 / self.texts.max(1) as f64
    }
}

/// The tallies by (half, by what, which); prints a miss of the half that may be looked at.
type Tallies = BTreeMap<(bool, &'static str, String), Tally>;

fn count(
    tallies: &mut Tallies,
    held_out: bool,
    keys: &[(&'static str, &str)],
    found: &BTreeSet<String>,
    wanted: &BTreeSet<String>,
) {
    for (by, which) in keys.iter().chain(&[("all", "all")]) {
        let tally = tallies.entry((held_out, by, which.to_string())).or_default();
        tally.accepted += found.len();
        tally.right += found.intersection(wanted).count();
        tally.wanted += wanted.len();
        tally.texts += 1;
        tally.refused += usize::from(found.is_empty());
    }
}

fn print(title: &str, tallies: &Tallies) {
    println!(
        "\n{title}\n\n| half | by | | texts | precision | recall | abstention |\n|---|---|---|---:|---:|---:|---:|"
    );
    for ((held_out, by, which), t) in tallies {
        let half = if *held_out { "held out" } else { "seen" };
        let recall = if t.wanted == 0 { "–".to_string() } else { format!("{:.2}", t.recall()) };
        println!(
            "| {half} | {by} | {which} | {} | {:.3} | {recall} | {:.2} |",
            t.texts,
            t.precision(),
            t.abstention()
        );
    }
}

fn set(cell: &str) -> BTreeSet<String> {
    cell.split(';').filter(|c| !c.is_empty()).map(str::to_string).collect()
}

fn terms() -> Tallies {
    let mut tallies = Tallies::new();
    for row in rows("tests/data/terms.csv") {
        let parts = shipped().lexicon().resolve_cell(&row["text"], &[]);
        let accepted = parts.iter().flat_map(|p| p.outcome.accepted());
        let found = accepted.map(|n| shipped().taxonomy().id(n.concept).to_string()).collect();
        let wanted = set(&row["concepts"]);
        let held_out = row["held_out"] == "yes";
        if found != wanted && (!held_out || std::env::var_os("SILKMATCH_SHOW_HELD_OUT").is_some()) {
            let outcomes: Vec<_> = parts.iter().map(|p| p.outcome.as_str()).collect();
            println!(
                "{} {}: {:?}: {found:?} for {wanted:?} {outcomes:?}",
                row["lang"], row["variation"], row["text"]
            );
        }
        let keys = [("language", row["lang"].as_str()), ("variation", row["variation"].as_str())];
        count(&mut tallies, held_out, &keys, &found, &wanted);
    }
    tallies
}

fn names() -> Tallies {
    let mut tallies = Tallies::new();
    for row in rows("tests/data/names.csv") {
        let outcome = shipped().resolve_name(&row["text"]);
        let found = match &outcome {
            NameOutcome::One(c) => {
                BTreeSet::from([shipped().organization(shipped().at(c.position)).id.clone()])
            }
            NameOutcome::Several(_) | NameOutcome::None(_) => BTreeSet::new(),
        };
        let wanted = set(&row["organization"]);
        let held_out = row["held_out"] == "yes";
        if found != wanted && (!held_out || std::env::var_os("SILKMATCH_SHOW_HELD_OUT").is_some()) {
            println!("{}: {:?}: {found:?} for {wanted:?} {outcome:?}", row["variation"], row["text"]);
        }
        count(&mut tallies, held_out, &[("variation", row["variation"].as_str())], &found, &wanted);
    }
    tallies
}

/// The half that was held out, by what and which.
fn held_out(tallies: &Tallies, by: &'static str, which: &str) -> Tally {
    tallies.get(&(true, by, which.to_string())).copied().unwrap_or_default()
}

#[test]
fn terms_are_resolved_or_refused() {
    let tallies = terms();
    print("Terms", &tallies);
    for lang in ["en", "ru", "kk", "uz", "zh", "ko"] {
        let tally = held_out(&tallies, "language", lang);
        assert!(tally.texts >= 40, "{lang}: only {} texts", tally.texts);
        assert!(tally.precision() >= 0.98, "{lang}: precision {}", tally.precision());
        assert!(tally.recall() >= 0.80, "{lang}: recall {}", tally.recall());
    }
    assert_eq!(held_out(&tallies, "variation", "outside").accepted, 0, "a text of another world is accepted");
}

#[test]
fn names_are_resolved_or_refused() {
    let tallies = names();
    print("Names", &tallies);
    let all = held_out(&tallies, "all", "all");
    assert!(all.precision() >= 0.99, "precision {}", all.precision());
    assert!(all.recall() >= 0.85, "recall {}", all.recall());
}
