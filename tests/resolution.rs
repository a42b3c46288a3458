//! How well terms and names are resolved: precision, recall and abstention on texts as people write
//! them, half of which was held out while the rules and thresholds were made, and on a set written blind.
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

/// The texts to be measured: a file, or one half of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// The half that the rules were made with.
    Seen,
    /// The half that was held out meanwhile.
    HeldOut,
    /// Written before the rules were read, and then used to mend them: see `tests/data/README.md`.
    Blind,
    /// Written by others, who saw neither rules nor labels, and measured once.
    Fresh,
    /// Likewise, after the fresh set had been read.
    Unseen,
    /// Likewise, after the unseen set had been read.
    Late,
}

impl Part {
    /// The rows of all files of a kind, `terms` or `names`, with the part to which each belongs.
    fn rows(kind: &str) -> impl Iterator<Item = (Part, BTreeMap<String, String>)> {
        let half = |row: &BTreeMap<String, String>| {
            if row["held_out"] == "yes" { Part::HeldOut } else { Part::Seen }
        };
        let first = rows(&format!("tests/data/{kind}.csv")).into_iter().map(move |r| (half(&r), r));
        let blind = rows(&format!("tests/data/blind-{kind}.csv")).into_iter().map(|r| (Part::Blind, r));
        let fresh = rows(&format!("tests/data/fresh-{kind}.csv")).into_iter().map(|r| (Part::Fresh, r));
        let unseen = rows(&format!("tests/data/unseen-{kind}.csv")).into_iter().map(|r| (Part::Unseen, r));
        let late = rows(&format!("tests/data/late-{kind}.csv")).into_iter().map(|r| (Part::Late, r));
        first.chain(blind).chain(fresh).chain(unseen).chain(late)
    }

    fn as_str(self) -> &'static str {
        match self {
            Part::Seen => "seen",
            Part::HeldOut => "held out",
            Part::Blind => "blind",
            Part::Fresh => "fresh",
            Part::Unseen => "unseen",
            Part::Late => "late",
        }
    }

    /// Whether the misses of this part are printed: of the seen half always, of the others on demand.
    fn shown(self) -> bool {
        self == Part::Seen || std::env::var_os("SILKMATCH_SHOW_HELD_OUT").is_some()
    }
}

/// The tallies by (part, by what, which).
type Tallies = BTreeMap<(Part, &'static str, String), Tally>;

fn count(
    tallies: &mut Tallies,
    part: Part,
    keys: &[(&'static str, &str)],
    found: &BTreeSet<String>,
    wanted: &BTreeSet<String>,
) {
    for (by, which) in keys.iter().chain(&[("all", "all")]) {
        let tally = tallies.entry((part, by, which.to_string())).or_default();
        tally.accepted += found.len();
        tally.right += found.intersection(wanted).count();
        tally.wanted += wanted.len();
        tally.texts += 1;
        tally.refused += usize::from(found.is_empty());
    }
}

fn print(title: &str, tallies: &Tallies) {
    println!(
        "\n{title}\n\n| part | by | | texts | precision | recall | abstention |\n|---|---|---|---:|---:|---:|---:|"
    );
    for ((part, by, which), t) in tallies {
        let part = part.as_str();
        let recall = if t.wanted == 0 { "–".to_string() } else { format!("{:.2}", t.recall()) };
        println!(
            "| {part} | {by} | {which} | {} | {:.3} | {recall} | {:.2} |",
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
    let mut refused: BTreeMap<(Part, String), (usize, usize)> = BTreeMap::new();
    for (part, row) in Part::rows("terms") {
        let parts = shipped().lexicon().resolve_cell(&row["text"], &[]);
        let accepted = parts.iter().flat_map(|p| p.outcome.accepted());
        let found = accepted.map(|n| shipped().taxonomy().id(n.concept).to_string()).collect();
        let wanted = set(&row["concepts"]);
        if found != wanted && part.shown() {
            let outcomes: Vec<_> = parts.iter().map(|p| p.outcome.as_str()).collect();
            println!(
                "{} {}: {:?}: {found:?} for {wanted:?} {outcomes:?}",
                row["lang"], row["variation"], row["text"]
            );
        }
        let mut keys = vec![("language", row["lang"].as_str()), ("variation", row["variation"].as_str())];
        if row["variation"] != "form" {
            keys.extend([("language, no form", row["lang"].as_str()), ("all, no form", "all")]);
        }
        count(&mut tallies, part, &keys, &found, &wanted);
        if found.is_empty() && !wanted.is_empty() {
            let suggested = parts.iter().flat_map(|p| p.outcome.suggestions());
            let suggested = suggested.map(|n| shipped().taxonomy().id(n.concept).to_string()).collect();
            let (all, helped) = refused.entry((part, row["variation"].clone())).or_default();
            *all += 1;
            *helped += usize::from(wanted.is_subset(&suggested));
        }
    }
    for ((part, variation), (all, helped)) in refused {
        println!("{}, {variation}: {helped} of {all} refusals suggest what is meant", part.as_str());
    }
    tallies
}

fn names() -> Tallies {
    let mut tallies = Tallies::new();
    for (part, row) in Part::rows("names") {
        let outcome = shipped().resolve_name(&row["text"]);
        let found = match &outcome {
            NameOutcome::One(c) => {
                BTreeSet::from([shipped().organization(shipped().at(c.position)).id.clone()])
            }
            NameOutcome::Several(_) | NameOutcome::None(_) => BTreeSet::new(),
        };
        let wanted = set(&row["organization"]);
        if found != wanted && part.shown() {
            println!("{}: {:?}: {found:?} for {wanted:?} {outcome:?}", row["variation"], row["text"]);
        }
        count(&mut tallies, part, &[("variation", row["variation"].as_str())], &found, &wanted);
    }
    tallies
}

/// The half that was held out, by what and which.
fn held_out(tallies: &Tallies, by: &'static str, which: &str) -> Tally {
    tallies.get(&(Part::HeldOut, by, which.to_string())).copied().unwrap_or_default()
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
