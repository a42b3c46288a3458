//! Ranking quality on the known pairs, and gaps.

mod common;

use common::{roster, rows, shipped};
use silkmatch::engine::Query;
use silkmatch::evaluate::{self, Known, Ranker, Texts};
use silkmatch::gaps::{self, Side};
use silkmatch::preset;
use std::process::Command;

fn known() -> Vec<Known> {
    let org = |id: &str| common::org(shipped(), id);
    let known = |r: &std::collections::BTreeMap<String, String>| Known {
        a: org(&r["a"]),
        b: org(&r["b"]),
        strength: None,
        topic: None,
        date: None,
    };
    rows("tests/data/known.csv").iter().map(known).collect()
}

#[test]
fn the_model_beats_every_baseline_on_the_known_pairs() {
    let query = Query::new(preset::all()[0].weights().expect("sound"));
    let texts = Texts::of(shipped());
    let recall = |ranker: &Ranker| {
        let asked = evaluate::ranks(shipped(), &known(), ranker, &texts);
        evaluate::quality(&asked).expect("some pairs").recall[2]
    };
    let model = recall(&Ranker::Model(query));
    for baseline in [Ranker::Sum, Ranker::NeedOffer, Ranker::Words, Ranker::Hubs, Ranker::Random(1)] {
        assert!(model > recall(&baseline), "{}: {} against {model}", baseline.name(), recall(&baseline));
    }
}

#[test]
fn the_same_bytes_on_every_run_and_for_any_number_of_threads() {
    let run = |threads| {
        let args = [
            "evaluate",
            "tests/data/known.csv",
            "--misses",
            "-f",
            "json",
            "--as-of",
            "2026-11-23",
            "-j",
            threads,
        ];
        let out = Command::new(env!("CARGO_BIN_EXE_silkmatch")).args(args).output().expect("runs");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        out.stdout
    };
    assert_eq!(run("1"), run("8"));
}

#[test]
fn a_gap_closes_when_somebody_abroad_fills_it() {
    let table = |more: &str| {
        format!("id,name,country,offers,needs\na,A,KZ,mri:5,vaccines:4\nb,B,KR,training:3,\n{more}")
    };
    let found = |more: &str| {
        let (roster, _) = roster(&[("organizations", &table(more))]);
        let mut found: Vec<_> = gaps::gaps(&roster)
            .into_iter()
            .map(|g| (g.side, g.country.to_string(), roster.taxonomy().id(g.concept).to_string()))
            .collect();
        found.sort();
        found
    };
    let gap = |side, country: &str, concept: &str| (side, country.to_string(), concept.to_string());
    let whole = [
        gap(Side::Need, "KZ", "vaccines"),
        gap(Side::Offer, "KZ", "mri"),
        gap(Side::Offer, "KR", "training"),
    ];
    let mut expected = whole.to_vec();
    expected.sort();
    assert_eq!(found(""), expected);
    // A maker of vaccines that needs imaging fills the need and asks for the offer.
    let after = found("c,C,KR,vaccines:4,imaging:3\n");
    assert_eq!(after, [gap(Side::Offer, "KR", "training")]);
    // One at home fills nothing.
    assert!(found("c,C,KZ,vaccines:4,imaging:3\n").contains(&gap(Side::Need, "KZ", "vaccines")));
}
