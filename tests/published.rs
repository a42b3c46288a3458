//! Published worked examples, reproduced.

use silkmatch::criteria::mutual::harmonic_mean;
use silkmatch::error::Place;
use silkmatch::taxonomy::{Concept, ConceptRow, Taxonomy};
use silkmatch::{Criterion, Optimism, Weights};

/// E. Triantaphyllou, "Multi-Criteria Decision Making Methods: A Comparative Study", Kluwer 2000, the
/// weighted sum model: three alternatives, four criteria, weights .20 .15 .40 .25; scores 21.50, 22.00
/// and 22.00. Divided by 30, so that values lie in [0, 1].
#[test]
fn weighted_sum_of_triantaphyllou() {
    let alternatives = [[25.0, 20.0, 15.0, 30.0], [10.0, 30.0, 20.0, 30.0], [30.0, 10.0, 30.0, 10.0]];
    let mut proportions = [0.0; Criterion::COUNT];
    proportions[..4].copy_from_slice(&[0.20, 0.15, 0.40, 0.25]);
    let weights = Weights::new(proportions).expect("valid");
    let scores = alternatives.map(|row| {
        let mut values = [None; Criterion::COUNT];
        for (value, x) in values.iter_mut().zip(row) {
            *value = Some(x / 30.0);
        }
        weights.score(&values, Optimism::NONE).to_f64() * 30.0
    });
    for (score, published) in scores.iter().zip([21.50, 22.00, 22.00]) {
        assert!((score - published).abs() < 1e-9, "{score} and {published}");
    }
}

/// Two reciprocal scores as worked out step by step in D. Harianto's notes on reciprocal
/// recommendation (hackmd.io/@darwinharianto/SyTsIV3HO): 5/12 and 1/2 give 0.45, 1/12 and 1/4 give
/// 0.125.
#[test]
fn harmonic_mean_of_two_sides() {
    assert!((harmonic_mean(5.0 / 12.0, 0.5) - 0.4545).abs() < 1e-4);
    assert!((harmonic_mean(1.0 / 12.0, 0.25) - 0.125).abs() < 1e-12);
    assert_eq!(harmonic_mean(0.0, 0.0), 0.0);
    assert_eq!(harmonic_mean(0.0, 1.0), 0.0);
}

fn taxonomy(rows: &[(&str, &str)]) -> Taxonomy {
    let row = |(id, broader): &(&str, &str)| ConceptRow {
        place: Place::file("example"),
        id: (*id).into(),
        broader: broader.split('|').filter(|b| !b.is_empty()).map(String::from).collect(),
        ..ConceptRow::default()
    };
    Taxonomy::build(&rows.iter().map(row).collect::<Vec<_>>(), Vec::new()).expect("sound")
}

/// D. Lin, "An information-theoretic definition of similarity", ICML 1998, is defined by
/// sim = 2 log P(C0) / (log P(C1) + log P(C2)); with Seco's intrinsic information content
/// (ECAI 2004), log P(c) is replaced by ln(D(c) / N) / ln N. A tree in which the subtrees have just
/// the sizes of Lin's figure cannot be drawn, so the formula is checked on a full tree by hand:
/// N = 15 nodes, depth 3, two children each. Leaves: IC 1. Depth 2: D = 3, IC = 1 − ln 3 / ln 15 =
/// 0.5943. Depth 1: D = 7, IC = 1 − ln 7 / ln 15 = 0.2814.
#[test]
fn lin_with_intrinsic_information_content_on_a_full_binary_tree() {
    let names: Vec<String> = (1..16).map(|i| i.to_string()).collect();
    let parents: Vec<String> =
        (1..16).map(|i| if i == 1 { String::new() } else { (i / 2).to_string() }).collect();
    let rows: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(parents.iter().map(String::as_str)).collect();
    let t = taxonomy(&rows);
    let c = |id: u32| -> Concept { t.concept(&id.to_string()).expect("known") };
    let near = |a: f64, b: f64| assert!((a - b).abs() < 5e-5, "{a} and {b}");
    near(t.information_content(c(8)), 1.0);
    near(t.information_content(c(4)), 0.5943);
    near(t.information_content(c(2)), 0.2814);
    // Sisters at depth 3 meet at depth 2: 2 × 0.5943 / (1 + 1).
    near(t.lin(c(8), c(9)), 0.5943);
    // Cousins meet at depth 1: 2 × 0.2814 / 2; a leaf and its aunt: 2 × 0.2814 / (1 + 0.5943).
    near(t.lin(c(8), c(10)), 0.2814);
    near(t.lin(c(8), c(5)), 2.0 * 0.2814 / 1.5943);
    // Across the root nothing is shared.
    near(t.lin(c(8), c(15)), 0.0);
    // Closeness: whole hundredths, 100 downwards, 0 below the floor of 0.40.
    assert_eq!(t.closeness(c(8), c(9)), 59);
    assert_eq!(t.closeness(c(8), c(10)), 0);
    assert_eq!(t.closeness(c(2), c(8)), 100);
    assert_eq!(t.closeness(c(8), c(2)), 44);
}
