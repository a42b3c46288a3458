//! The golden and the negative pairs of the source documents: who has to meet, and who need not.

mod common;

use common::{org, rows, shipped};
use silkmatch::engine::{self, Query};
use silkmatch::{Roster, preset};

/// The rank of `b` in the shortlist of `a`, from 1.
fn rank(roster: &Roster, a: &str, b: &str, query: &Query) -> Option<usize> {
    let list = engine::shortlist(roster, org(roster, a), query);
    list.matches.iter().position(|m| m.partner == org(roster, b)).map(|i| i + 1)
}

#[test]
fn golden_pairs_are_in_the_top_ten_of_a_side_and_negative_ones_of_none() {
    let roster = shipped();
    let query = Query::new(preset::all()[0].weights().expect("sound"));
    let cases = rows("tests/data/golden.csv");
    assert!(cases.len() >= 15);
    let mut wrong = Vec::new();
    for case in &cases {
        let (a, b) = (case["a"].as_str(), case["b"].as_str());
        let best = rank(roster, a, b, &query).into_iter().chain(rank(roster, b, a, &query)).min();
        if best.is_some() != (case["expect"] == "top") {
            wrong.push(format!(
                "{}: {a} and {b}: best rank {best:?}, expected {}",
                case["case"], case["expect"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_better_partner_stands_before_the_worse() {
    let roster = shipped();
    let query = Query::new(preset::all()[0].weights().expect("sound"));
    let triples = rows("tests/data/preferences.csv");
    assert!(triples.len() >= 40);
    let mut wrong = Vec::new();
    for triple in &triples {
        let score = |partner: &str| {
            let pair = silkmatch::criteria::Pair {
                roster,
                seeker: org(roster, &triple["seeker"]),
                partner: org(roster, partner),
            };
            engine::assess(pair, &query).score
        };
        let (better, worse) = (score(&triple["better"]), score(&triple["worse"]));
        if better <= worse {
            let [s, b, w] = ["seeker", "better", "worse"].map(|c| triple[c].as_str());
            wrong.push(format!(
                "{s}: {b} {:.3} should beat {w} {:.3}: {}",
                better.to_f64(),
                worse.to_f64(),
                triple["why"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), triples.len(), wrong.join("\n"));
    for country in ["KZ", "UZ", "CN", "KR"] {
        let seekers = triples
            .iter()
            .filter(|t| roster.organization(org(roster, &t["seeker"])).country.code() == country);
        assert!(seekers.count() >= 5, "too few seekers of {country}");
    }
}
