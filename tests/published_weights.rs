//! Published worked examples of weights, reproduced; and exact small cases by enumeration.

use ndarray::{Array1, Array2, ArrayView1, Axis, array};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use silkmatch::weigh::best_worst::{self, Answers};
use silkmatch::weigh::elicit::Surrogate;
use silkmatch::weigh::ratios::{self, Ratio};
use silkmatch::weigh::region::{Region, Sampling};
use silkmatch::weigh::{Effective, robust};

fn close(found: &[f64], published: &[f64], to: f64) {
    assert_eq!(found.len(), published.len());
    for (a, b) in found.iter().zip(published) {
        assert!((a - b).abs() <= to, "{found:?} and {published:?}");
    }
}

/// The upper half of a table of ratios.
fn upper(table: &[&[f64]]) -> Vec<Ratio> {
    let n = table.len();
    let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
    pairs.map(|(a, b)| Ratio { a, b, ratio: table[a][b] }).collect()
}

/// T. L. Saaty, Int. J. Services Sciences 1 (2008) 83–98, which drink is consumed more in the United
/// States: coffee .177, wine .019, tea .042, beer .116, sodas .190, milk .129, water .327; CR .022.
#[test]
fn drinks_by_the_eigenvector() {
    let table: [&[f64]; 7] = [
        &[1.0, 9.0, 5.0, 2.0, 1.0, 1.0, 0.5],
        &[1.0 / 9.0, 1.0, 1.0 / 3.0, 1.0 / 9.0, 1.0 / 9.0, 1.0 / 9.0, 1.0 / 9.0],
        &[0.2, 3.0, 1.0, 1.0 / 3.0, 0.25, 1.0 / 3.0, 1.0 / 9.0],
        &[0.5, 9.0, 3.0, 1.0, 0.5, 1.0, 1.0 / 3.0],
        &[1.0, 9.0, 4.0, 2.0, 1.0, 2.0, 0.5],
        &[1.0, 9.0, 3.0, 1.0, 0.5, 1.0, 1.0 / 3.0],
        &[2.0, 9.0, 9.0, 3.0, 2.0, 3.0, 1.0],
    ];
    let found = ratios::eigenvector(7, &upper(&table)).expect("complete");
    close(&found.weights, &[0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], 6e-4);
    close(&[found.ratio], &[0.022], 6e-4);
}

/// A complete table gives the geometric means of its rows (G. Crawford and C. Williams, J. of
/// Mathematical Psychology 29 (1985) 387–405).
#[test]
fn logarithmic_least_squares_are_geometric_means_of_rows() {
    let table: [&[f64]; 3] = [&[1.0, 3.0, 5.0], &[1.0 / 3.0, 1.0, 4.0], &[0.2, 0.25, 1.0]];
    let means = table.map(|row| row.iter().product::<f64>().cbrt());
    let sum: f64 = means.iter().sum();
    let found = ratios::least_squares(3, &upper(&table)).expect("connected");
    close(&found.weights, &means.map(|m| m / sum), 1e-12);
    // For three criteria GCI is 2 / (2 · 1) times the three squared residuals, all alike:
    // |ln(3 · 4 / 5)| / 3 each.
    let each = (12.0f64 / 5.0).ln() / 3.0;
    close(&[found.consistency.expect("complete")], &[3.0 * each * each], 1e-12);
}

#[test]
fn ratios_need_only_be_connected() {
    let chain = [Ratio { a: 0, b: 1, ratio: 2.0 }, Ratio { a: 1, b: 2, ratio: 3.0 }];
    let found = ratios::least_squares(3, &chain).expect("connected");
    close(&found.weights, &[0.6, 0.3, 0.1], 1e-12);
    assert_eq!(found.consistency, None);
    assert_eq!(ratios::least_squares(4, &chain), None);
}

/// F. H. Barron and B. E. Barrett, Management Science 42 (1996) 1515–1523: rank order centroid
/// weights of four attributes .5208, .2708, .1458, .0625; rank sum .4, .3, .2, .1; reciprocal .48,
/// .24, .16, .12.
#[test]
fn weights_of_ranks() {
    close(&Surrogate::Centroid.weights(4), &[0.5208, 0.2708, 0.1458, 0.0625], 5e-5);
    close(&Surrogate::RankSum.weights(4), &[0.4, 0.3, 0.2, 0.1], 1e-12);
    close(&Surrogate::Reciprocal.weights(4), &[0.48, 0.24, 0.16, 0.12], 1e-12);
    // 1/i + (n + 1 − i)/n for three: 2, 7/6 and 2/3, of 23/6.
    close(&Surrogate::SumReciprocal.weights(3), &[12.0 / 23.0, 7.0 / 23.0, 4.0 / 23.0], 1e-12);
}

/// The purchase of a car with judgments in the manner of J. Rezaei, Omega 53 (2015) 49–57: quality,
/// price, comfort, safety, style; price is best, style worst. ξ is the largest deviation, and no
/// weights near the optimum do better; the program is convex, so none at all do.
#[test]
fn best_worst_reaches_the_bound_of_its_answers() {
    let answers = Answers {
        best: 1,
        worst: 4,
        from_best: vec![2.0, 1.0, 4.0, 3.0, 8.0],
        to_worst: vec![4.0, 8.0, 4.0, 2.0, 1.0],
    };
    let found = best_worst::solve(&answers).expect("feasible");
    let w = &found.weights;
    let deviations = (0..5).flat_map(|j| {
        let (best, worst) = (w[1] - answers.from_best[j] * w[j], w[j] - answers.to_worst[j] * w[4]);
        [best, worst].map(f64::abs)
    });
    let largest = deviations.fold(0.0, f64::max);
    assert!((largest - found.deviation).abs() < 1e-9, "{largest} and {}", found.deviation);
    assert!((w.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    // max |a_Bj a_jW − a_BW| is 8, for comfort (4 · 4 = 16); over 8 · 8 − 8.
    close(&[found.input_ratio], &[8.0 / 56.0], 1e-12);
    // No weights do better: each of a million random ones near the optimum deviates more.
    let worse = |w: &[f64]| {
        (0..5).all(|j| {
            (w[1] - answers.from_best[j] * w[j]).abs() < found.deviation - 1e-9
                && (w[j] - answers.to_worst[j] * w[4]).abs() < found.deviation - 1e-9
        })
    };
    let drawn = Region::whole(5).sample(Sampling::Direct, 1, 0, 50_000).expect("whole");
    let near = |v: &Vec<f64>| w.iter().zip(v).map(|(a, b)| 0.95 * a + 0.05 * b).collect::<Vec<_>>();
    assert!(!drawn.iter().map(near).any(|v| worse(&v)));
}

/// Consistent answers give their weights exactly.
#[test]
fn best_worst_with_consistent_answers() {
    let answers =
        Answers { best: 0, worst: 2, from_best: vec![1.0, 2.0, 8.0], to_worst: vec![8.0, 4.0, 1.0] };
    let found = best_worst::solve(&answers).expect("feasible");
    close(&found.weights, &[8.0 / 13.0, 4.0 / 13.0, 1.0 / 13.0], 1e-12);
    assert!(found.deviation < 1e-12 && found.input_ratio == 0.0);
}

/// The mean of uniform weights that follow a ranking is the rank order centroid (Barron and Barrett
/// 1996), whichever way they are drawn. Hit and run in a skewed basis would miss it.
#[test]
fn samples_of_a_ranking_have_the_centroid_as_their_mean() {
    let region = Region::ranked(&[0, 1, 2, 3]);
    let centroid = Surrogate::Centroid.weights(4);
    for (how, to) in [(Sampling::Direct, 0.004), (Sampling::Rejection, 0.004), (Sampling::HitAndRun, 0.01)] {
        let drawn = region.sample(how, 7, 0, 10_000).expect("it has an inside");
        assert!(drawn.iter().all(|w| w.windows(2).all(|two| two[0] >= two[1] - 1e-12)));
        let mean: Vec<f64> = (0..4).map(|c| drawn.iter().map(|w| w[c]).sum::<f64>() / 10_000.0).collect();
        close(&mean, &centroid, to);
    }
}

/// Acceptabilities against areas of the weight triangle. Three specialists and one all-rounder with
/// value v on everything: the all-rounder is first where no weight exceeds v, an area of
/// 1 − 3 (1 − v)² for v ≥ ½; each specialist has (1 − v)².
#[test]
fn acceptabilities_are_areas() {
    let v = 0.6;
    let values = Effective::from_rows(&array![[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [v, v, v]]);
    let found = robust::acceptability(&values, &Region::whole(3), 1, 40_000, 3).expect("whole");
    close(&found.top, &[0.16, 0.16, 0.16, 0.52], 0.01);
    // The central weights of the first: the centroid of the triangle in which w₁ ≥ v.
    let central = found.central[0].clone().expect("it is first at times");
    close(&central, &[v + (1.0 - v) / 3.0, (1.0 - v) / 3.0, (1.0 - v) / 3.0], 0.01);
}

/// Acceptabilities of all ranks against lengths of segments. With two criteria the weights are t and
/// 1 − t, and three alternatives score t, 1 − t and .6: the first leads above .6, the second below .4, the
/// third between; above .5 the first is ahead of the second.
#[test]
fn acceptabilities_of_ranks_are_lengths() {
    let values = Effective::from_rows(&array![[1.0, 0.0], [0.0, 1.0], [0.6, 0.6]]);
    let found = robust::acceptability(&values, &Region::whole(2), 3, 40_000, 5).expect("whole");
    close(&found.ranks[0], &[0.4, 0.1, 0.5], 0.01);
    close(&found.ranks[1], &[0.4, 0.1, 0.5], 0.01);
    close(&found.ranks[2], &[0.2, 0.8, 0.0], 0.01);
    close(&found.central[2].clone().expect("it leads at times"), &[0.5, 0.5], 0.01);
}

/// Acceptabilities of every rank, in whole percent, where the values are uncertain besides: each lies within a margin about
/// what was measured, uniformly, as the weights do. The worst measured value of a criterion is worth 0, the best 1; all
/// are moved and shrunk alike then, so that they stay in [0, 1] and no order changes.
fn percentages(values: &Array2<f64>, margins: &Array2<f64>) -> Vec<Vec<f64>> {
    let (matrices, samples) = (2_000, 50);
    let worst = values.fold_axis(Axis(0), f64::MAX, |a, b| a.min(*b));
    let range = ranges(values);
    let worth = (values - &worst) / &range;
    let margins = margins / &range;
    let widest = margins.fold(0.0, |a: f64, b| a.max(*b));
    let mut random = ChaCha8Rng::seed_from_u64(2001);
    let mut sums = vec![vec![0.0; values.nrows()]; values.nrows()];
    let region = Region::whole(values.ncols());
    for seed in 0..matrices {
        let within = margins.mapv(|margin| margin * random.random_range(-1.0..=1.0));
        let effective = Effective::from_rows(&((&worth + &within + widest) / (1.0 + 2.0 * widest)));
        let found = robust::acceptability(&effective, &region, values.nrows(), samples, seed).expect("whole");
        for (sum, ranks) in sums.iter_mut().zip(&found.ranks) {
            sum.iter_mut().zip(ranks).for_each(|(sum, share)| *sum += 100.0 * share / matrices as f64);
        }
    }
    sums
}

/// The best less the worst value of each criterion.
fn ranges(values: &Array2<f64>) -> Array1<f64> {
    let best = values.fold_axis(Axis(0), f64::MIN, |a, b| a.max(*b));
    best - values.fold_axis(Axis(0), f64::MAX, |a, b| a.min(*b))
}

/// R. Lahdelma, J. Hokkanen and P. Salminen, EJOR 106 (1998) 137–143, section 5: the master plan of a municipality, six
/// alternatives, four criteria, uncertain by .5, a tenth of the value, 10 and .5; acceptabilities 74, 1, 0, 0, 0 and 25 %.
#[test]
fn acceptabilities_of_the_plan_of_a_municipality() {
    let values = array![
        [5.0, -1.5, 15.0, 4.0],
        [2.5, -3.8, 25.0, 2.5],
        [3.0, -2.8, 10.0, 2.8],
        [3.0, -3.2, 16.0, 3.2],
        [2.0, -6.7, 0.0, 1.0],
        [4.0, -3.4, 30.0, 3.5],
    ];
    let mut margins = Array2::from_shape_fn(values.dim(), |(_, criterion)| [0.5, 0.0, 10.0, 0.5][criterion]);
    margins.column_mut(1).assign(&values.column(1).mapv(|v| f64::abs(v) / 10.0));
    let found = percentages(&values, &margins);
    let first: Vec<f64> = found.iter().map(|ranks| ranks[0]).collect();
    close(&first, &[74.0, 1.0, 0.0, 0.0, 0.0, 25.0], 1.0);
}

/// R. Lahdelma and P. Salminen, Operations Research 49 (2001) 444–454, section 5: where the harbour of Helsinki should go,
/// thirteen alternatives, eleven criteria, each uncertain by a tenth of its range, nothing known of the weights; the
/// published acceptability of every rank, in whole percent.
#[test]
fn acceptabilities_of_the_harbour_of_helsinki() {
    let measured = array![
        [4.0, 1.0, 985.0, 30.0, 166.0, 705.0, 25000.0, 4.5, 4.2, 15.1, 1.75],
        [4.0, 2.5, 985.0, 30.0, 166.0, 765.0, 25000.0, 4.5, 4.1, 15.3, 1.69],
        [4.0, 1.5, 985.0, 30.0, 166.0, 705.0, 25000.0, 4.5, 4.3, 12.7, 1.75],
        [4.0, 1.5, 985.0, 30.0, 166.0, 705.0, 25000.0, 4.5, 4.3, 12.2, 1.65],
        [4.0, 1.5, 985.0, 35.0, 177.0, 705.0, 25000.0, 4.5, 4.4, 15.1, 1.68],
        [4.0, 2.5, 985.0, 35.0, 177.0, 765.0, 25000.0, 4.5, 4.3, 15.3, 1.62],
        [4.0, 2.0, 985.0, 35.0, 177.0, 705.0, 25000.0, 4.5, 4.5, 12.7, 1.68],
        [4.0, 2.0, 985.0, 35.0, 177.0, 705.0, 25000.0, 4.5, 4.5, 12.2, 1.58],
        [4.0, 1.0, 985.0, 35.0, 166.0, 705.0, 25000.0, 4.5, 4.6, 14.8, 1.72],
        [4.0, 2.5, 985.0, 35.0, 166.0, 765.0, 25000.0, 4.5, 4.5, 15.0, 1.66],
        [4.0, 1.5, 985.0, 35.0, 166.0, 705.0, 25000.0, 4.5, 4.7, 12.4, 1.72],
        [4.0, 2.0, 985.0, 35.0, 166.0, 705.0, 25000.0, 4.5, 4.7, 11.9, 1.62],
        [1.0, 0.0, 1300.0, 50.0, 266.0, 4200.0, 0.0, 2.0, 1.0, 18.8, 1.00],
    ];
    let better = [-1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0, 1.0, -1.0, 1.0];
    let values = measured * ArrayView1::from(&better);
    let margins = Array2::<f64>::zeros(values.dim()) + &(ranges(&values) / 10.0);
    let published = [
        [5, 7, 7, 7, 7, 7, 9, 11, 13, 11, 10, 6, 1],
        [0, 0, 0, 0, 0, 1, 1, 2, 4, 9, 19, 47, 16],
        [5, 8, 9, 11, 12, 13, 11, 9, 8, 7, 5, 2, 1],
        [3, 6, 8, 10, 11, 12, 11, 10, 10, 8, 6, 4, 1],
        [4, 7, 9, 10, 11, 11, 12, 13, 12, 6, 3, 1, 0],
        [0, 1, 1, 2, 3, 4, 5, 7, 10, 19, 26, 19, 2],
        [9, 12, 13, 13, 13, 12, 10, 8, 6, 3, 1, 0, 0],
        [8, 10, 11, 11, 11, 11, 10, 10, 9, 5, 2, 1, 0],
        [18, 15, 11, 10, 9, 9, 11, 8, 5, 3, 1, 1, 0],
        [0, 1, 1, 2, 3, 4, 6, 9, 12, 22, 22, 15, 3],
        [27, 21, 16, 12, 9, 6, 4, 2, 1, 1, 0, 0, 0],
        [11, 12, 12, 11, 10, 10, 9, 9, 8, 5, 2, 1, 0],
        [10, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 76],
    ];
    for (found, published) in percentages(&values, &margins).iter().zip(published) {
        close(found, &published.map(f64::from), 1.0);
    }
}

#[test]
fn the_same_seed_gives_the_same_bits_for_any_number_of_threads() {
    let values = Effective::from_rows(&array![[0.9, 0.1, 0.4], [0.2, 0.8, 0.5], [0.5, 0.5, 0.5]]);
    let region = Region::whole(3).and(vec![1.0, -1.0, 0.0]);
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| robust::acceptability(&values, &region, 2, 3000, 11))
    };
    assert_eq!(run(1), run(3));
}

/// Necessary and possible preference (S. Greco, V. Mousseau and R. Słowiński, EJOR 191 (2008)
/// 416–436, with fixed values) against the vertices of the region: a linear function is least at one.
#[test]
fn necessary_preference_is_what_holds_at_every_vertex() {
    let rows = array![[0.9, 0.2, 0.4], [0.5, 0.5, 0.4], [0.3, 0.9, 0.1], [0.9, 0.2, 0.3], [0.5, 0.5, 0.4]];
    let values = Effective::from_rows(&rows);
    // w₁ ≥ w₂ ≥ w₃: the vertices are the means of the first one, two and three criteria.
    let region = Region::ranked(&[0, 1, 2]);
    let vertices = [[1.0, 0.0, 0.0], [0.5, 0.5, 0.0], [1.0 / 3.0; 3]];
    for a in 0..5 {
        for b in 0..5 {
            let d = values.difference(a, b);
            let at = vertices.map(|w| w.iter().zip(&d).map(|(w, d)| w * d).sum::<f64>());
            let found = robust::preference(&values, &region, a, b).expect("not empty");
            assert_eq!(found.necessary, at.iter().all(|x| *x >= -1e-12), "{a} {b} {at:?}");
            assert_eq!(found.possible, at.iter().any(|x| *x >= -1e-12), "{a} {b} {at:?}");
        }
    }
    let empty = region.and(vec![-1.0, 0.5, 0.0]);
    assert_eq!(robust::preference(&values, &empty, 0, 1), None);
}
