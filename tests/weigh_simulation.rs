//! Learning and asking on simulated officers: the tables that the documentation quotes.
//! `cargo test --test weigh_simulation -- --nocapture` prints them.

#![allow(clippy::print_stdout)] // The tables are what these tests are for.

use ndarray::Array2;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use silkmatch::weigh::Effective;
use silkmatch::weigh::ask::{Belief, Goal};
use silkmatch::weigh::learn::{Judgment, fit};
use silkmatch::weigh::region::{Region, Sampling};

const CRITERIA: usize = 6;
/// How sure simulated officers are: the best possible agreement is then about .816.
const SURENESS: f64 = 12.0;

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn officer(seed: u64) -> Vec<f64> {
    Region::whole(CRITERIA).sample(Sampling::Direct, 1, seed, 1).expect("whole").remove(0)
}

fn difference(random: &mut ChaCha8Rng) -> Vec<f64> {
    (0..CRITERIA).map(|_| random.random::<f64>() - random.random::<f64>()).collect()
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// The expected agreement of weights with fresh noisy answers of an officer.
fn agreement(weights: &[f64], truth: &[f64], fresh: &[Vec<f64>]) -> f64 {
    let one = |d: &Vec<f64>| {
        let p = sigmoid(SURENESS * dot(truth, d));
        if dot(weights, d) >= 0.0 { p } else { 1.0 - p }
    };
    fresh.iter().map(one).sum::<f64>() / fresh.len() as f64
}

#[test]
fn learning_agrees_with_fresh_answers() {
    let equal = vec![1.0 / CRITERIA as f64; CRITERIA];
    let counts = [5, 10, 20, 40];
    let (mut learnt, mut stated, mut ceiling) = ([0.0; 4], 0.0, 0.0);
    let officers = 200;
    for seed in 0..officers {
        let truth = officer(seed);
        let mut random = ChaCha8Rng::seed_from_u64(1000 + seed);
        let fresh: Vec<Vec<f64>> = (0..1000).map(|_| difference(&mut random)).collect();
        let judgments: Vec<Judgment> = (0..40)
            .map(|_| {
                let d = difference(&mut random);
                let agrees = random.random::<f64>() < sigmoid(SURENESS * dot(&truth, &d));
                let difference = if agrees { d } else { d.iter().map(|x| -x).collect() };
                Judgment { difference, count: 1.0 }
            })
            .collect();
        stated += agreement(&equal, &truth, &fresh);
        ceiling += agreement(&truth, &truth, &fresh);
        for (sum, &count) in learnt.iter_mut().zip(&counts) {
            *sum += agreement(&fit(&judgments[..count], &equal).weights, &truth, &fresh);
        }
    }
    let mean = |sum: f64| sum / officers as f64;
    println!("equal {:.3}, best possible {:.3}", mean(stated), mean(ceiling));
    for (count, sum) in counts.iter().zip(learnt) {
        println!("{count:3} judgments: {:.3}", mean(sum));
    }
    // Of the way from equal weights to the best possible agreement.
    let way = |sum: f64| (sum - stated) / (ceiling - stated);
    assert!(way(learnt[0]) > 0.0, "five judgments make it worse than the preset");
    assert!(way(learnt[1]) >= 0.24, "{}", way(learnt[1]));
    assert!(way(learnt[2]) >= 0.39, "{}", way(learnt[2]));
    assert!(learnt.windows(2).all(|two| two[0] < two[1]));
}

#[test]
fn five_questions_find_the_best() {
    let planners = 100;
    let mut found = [0; 2];
    for seed in 0..planners {
        let truth = officer(5000 + seed);
        let mut random = ChaCha8Rng::seed_from_u64(9000 + seed);
        let rows = Array2::from_shape_fn((40, CRITERIA), |_| random.random::<f64>());
        let values = Effective::from_rows(&rows);
        let scores = values.scores(&truth);
        let best = values.rank(&truth, 1)[0];
        let cloud = Region::whole(CRITERIA).sample(Sampling::Direct, 2, seed, 4000).expect("whole");
        let mut belief = Belief::new(&values, cloud, Goal::Winner, 1);
        for asked in 0..=5 {
            let chances = belief.chances();
            let likely = silkmatch::weigh::best(&chances, 1)[0];
            if asked == 0 || asked == 5 {
                found[asked / 5] += usize::from(likely == best);
            }
            let Some(q) = belief.next() else { continue };
            let (better, worse) = if scores[q.a] >= scores[q.b] { (q.a, q.b) } else { (q.b, q.a) };
            belief.answer(better, worse);
        }
    }
    println!("best found: {} of {planners} before, {} after five questions", found[0], found[1]);
    // Measured: 91. The aim is 95, which is not reached yet.
    assert!(found[1] >= 90, "{}", found[1]);
}

/// What is learnt from judgments that agree with the preset stays with it, and no judgment at all is
/// the preset.
#[test]
fn without_judgments_the_preset_stays() {
    let preset = [0.5, 0.3, 0.1, 0.1];
    let learnt = fit(&[], &preset);
    for (w, p) in learnt.weights.iter().zip(preset) {
        assert!((w - p).abs() < 1e-9, "{:?}", learnt.weights);
    }
}
