//! Exact stability against brute force, on generated cases with many ties.

use ndarray::Array2;
use proptest::prelude::*;
use silkmatch::weigh::stability::{Holds, intervals, moved};
use silkmatch::weigh::{Effective, flip};

/// Values in steps of a tenth, so that ties and parallel lines are common, and weights some of which
/// are zero.
fn case() -> impl Strategy<Value = (Effective, Vec<f64>, usize)> {
    (2usize..6, 2usize..14).prop_flat_map(|(n, rows)| {
        let cells = prop::collection::vec((0u8..=10).prop_map(|v| f64::from(v) / 10.0), n * rows);
        let weights = prop::collection::vec((0u8..=5).prop_map(f64::from), n);
        (cells, weights, 1..rows).prop_filter_map("no weight at all", move |(cells, weights, k)| {
            let sum: f64 = weights.iter().sum();
            let values = Array2::from_shape_vec((rows, n), cells).ok()?;
            (sum > 0.0).then(|| (Effective::from_rows(&values), weights.iter().map(|w| w / sum).collect(), k))
        })
    })
}

/// The ends of the interval by looking at the crossing of every pair that has to keep its order.
fn brute(values: &Effective, w: &[f64], c: usize, list: &[usize], holds: Holds) -> (f64, f64) {
    let now = w[c];
    let (zero, one) = (values.scores(&moved(w, c, 0.0)), values.scores(&moved(w, c, 1.0)));
    let (mut low, mut high) = (0.0f64, 1.0f64);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for &a in list {
        pairs.extend((0..values.len()).filter(|b| !list.contains(b)).map(|b| (a, b)));
    }
    if holds == Holds::Order {
        pairs.extend(list.windows(2).map(|two| (two[0], two[1])));
    }
    for (a, b) in pairs {
        let (at_zero, at_one) = (zero[a] - zero[b], one[a] - one[b]);
        let slope = at_one - at_zero;
        if slope.abs() < 1e-14 {
            continue;
        }
        let crossing = -at_zero / slope;
        if slope < 0.0 {
            high = high.min(crossing.max(now));
        } else {
            low = low.max(crossing.min(now));
        }
    }
    (low, high)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn intervals_agree_with_all_crossings((values, w, k) in case()) {
        let list = values.rank(&w, k);
        for holds in [Holds::Members, Holds::Order] {
            for (c, found) in intervals(&values, &w, &list, holds).iter().enumerate() {
                let (low, high) = brute(&values, &w, c, &list, holds);
                prop_assert!((found.low.at - low).abs() < 1e-10, "{c} {holds:?}: {found:?}, brute {low}");
                prop_assert!((found.high.at - high).abs() < 1e-10, "{c} {holds:?}: {found:?}, brute {high}");
                prop_assert!(found.low.at <= found.now && found.now <= found.high.at);
            }
        }
    }

    /// Weak duality proves the greedy exchange: for u = the unit gain at the margin, no change can do
    /// with less than what the dual bound says.
    #[test]
    fn an_overtaking_is_the_least_there_is((values, w, _) in case()) {
        let order = values.rank(&w, values.len());
        for &behind in &order[1..] {
            let d = values.difference(order[0], behind);
            let margin: f64 = d.iter().zip(&w).map(|(d, w)| d * w).sum();
            match flip::overtake(&values, &w, order[0], behind) {
                None => prop_assert!(d.iter().all(|d| *d > 0.0)),
                Some(flip) => {
                    let after: f64 = d.iter().zip(&flip.weights).map(|(d, w)| d * w).sum();
                    prop_assert!(after.abs() < 1e-12 || (margin <= 1e-12 && flip.moved == 0.0), "after {after}");
                    prop_assert!((flip.weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
                    let brute = least_by_dual(&d, &w, margin);
                    prop_assert!((flip.moved - brute).abs() < 1e-10, "{} and {brute}", flip.moved);
                }
            }
        }
    }

    #[test]
    fn the_nearest_change_is_the_least_of_all_pairs((values, w, k) in case()) {
        let list = values.rank(&w, k);
        let all = list.iter().flat_map(|&a| {
            let (values, w, list) = (&values, &w, &list);
            (0..values.len()).filter(|b| !list.contains(b)).filter_map(move |b| flip::overtake(values, w, a, b))
        });
        let least = all.map(|f| f.moved).fold(f64::INFINITY, f64::min);
        match flip::nearest(&values, &w, &list) {
            Some(found) => prop_assert!((found.moved - least).abs() < 1e-10),
            None => prop_assert!(least.is_infinite()),
        }
    }

    #[test]
    fn who_is_lifted_to_first_is_first_and_no_pair_does_it_cheaper((values, w, _) in case()) {
        for row in 0..values.len() {
            let Some(flip) = flip::to_first(&values, &w, row) else { continue };
            let scores = values.scores(&flip.weights);
            prop_assert!(scores.iter().all(|s| *s <= scores[row] + 1e-8));
            for ahead in (0..values.len()).filter(|a| *a != row) {
                let pair = flip::overtake(&values, &w, ahead, row).expect("it can be first");
                prop_assert!(pair.moved <= flip.moved + 1e-8);
            }
        }
    }
}

/// The least mass by linear programming duality: max over u ≥ 0 of u·margin − Σ w_j max(0, u (d_j −
/// min d) − 1); the optimum lies where u is the inverse of some d_j − min d.
fn least_by_dual(d: &[f64], w: &[f64], margin: f64) -> f64 {
    let low = d.iter().copied().fold(f64::INFINITY, f64::min);
    let bound = |u: f64| {
        let cost: f64 = d.iter().zip(w).map(|(d, w)| w * (u * (d - low) - 1.0).max(0.0)).sum();
        u * margin - cost
    };
    d.iter().filter(|d| **d > low + 1e-9).map(|d| bound(1.0 / (d - low))).fold(0.0, f64::max)
}

/// Two rows that score the same at the weights as they are: the sides on which the second would gain
/// have no length.
#[test]
fn a_tie_gives_a_side_of_no_length() {
    let values = Effective::from_rows(&ndarray::array![[1.0, 0.0], [0.0, 1.0]]);
    let found = intervals(&values, &[0.5, 0.5], &[0], Holds::Members);
    assert_eq!((found[0].low.at, found[0].low.blocked_by), (0.5, Some((0, 1))));
    assert_eq!((found[0].high.at, found[0].high.blocked_by), (1.0, None));
    assert_eq!((found[1].low.at, found[1].high.at), (0.0, 0.5));
}
