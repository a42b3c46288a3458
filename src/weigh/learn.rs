//! Weights from answers: which of two partners is the better one, who was chosen from a list, what
//! came of past meetings.
//!
//! Of a list, an officer prefers the alternative `i` with probability exp(β w·vᵢ) / Σₖ exp(β w·vₖ)
//! (the conditional logit of D. McFadden, 1974); a pair is a list of two. Before the first answer the
//! weights w are believed to follow a Dirichlet distribution with the preset as its mean, and β, how
//! sure she is, may have any size. The weights given back are the mean of what is believed after the
//! answers: the single likeliest weights follow a few answers too far. A criterion to which the preset
//! gives nothing keeps nothing.

use super::dot;
use super::elicit::normalised;
use super::region::stream;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Exp1};
use rayon::prelude::*;
use std::ops::Range;

/// How strongly the preset holds: the parameters of the Dirichlet distribution add up to this many times
/// the number of criteria, shared out as the preset shares. In simulation, 1 follows few answers further
/// and does better after a wrong preset, 2 does better after a good one; 1.5 lies between.
pub const STRENGTH: f64 = 1.5;
/// The sureness β lies between these, any factor as likely as any other: from nearly random answers to
/// nearly none that is not meant.
pub const SURENESS: Range<f64> = 1.0..100.0;
/// No weight that may move is believed to be smaller than this.
const LEAST: f64 = 1e-6;
/// How often every coordinate is drawn anew for the result, and before the first draw that counts.
const SWEEPS: usize = 1000;
const WARM_UP: usize = 100;
/// Answers are held out by so many parts in turn.
const PARTS: usize = 10;

/// What an officer said, or did.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// One was preferred to all others of a list: what it has over each, criterion by criterion.
    Preferred(Vec<Vec<f64>>),
    /// Two were judged equal: what one has over the other.
    Equal(Vec<f64>),
}

impl Answer {
    fn differences(&self) -> &[Vec<f64>] {
        match self {
            Answer::Preferred(over) => over,
            Answer::Equal(difference) => std::slice::from_ref(difference),
        }
    }

    /// How far the preferred one is ahead of the best of the others under these weights; below zero
    /// where they contradict the answer. `None` where two were judged equal.
    pub fn lead(&self, weights: &[f64]) -> Option<f64> {
        match self {
            Answer::Preferred(over) => over.iter().map(|d| dot(d, weights)).min_by(f64::total_cmp),
            Answer::Equal(_) => None,
        }
    }
}

/// Weights that were learnt.
#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    /// The weights, adding up to one.
    pub weights: Vec<f64>,
    /// For each weight, the interval that holds it with a probability of 95%.
    pub intervals: Vec<(f64, f64)>,
}

/// The weights that are expected after the answers; without any, those of the preset. `seed` starts
/// the random walk through what is believed; the same seed gives the same bits.
pub fn learn(answers: &[Answer], preset: &[f64], seed: u64) -> Learnt {
    let draws = believed(answers, preset, seed);
    let mean: Vec<f64> = (0..preset.len()).map(|c| draws.iter().map(|w| w[c]).sum()).collect();
    let weights = if answers.is_empty() { preset.to_vec() } else { normalised(&mean) };
    let interval = |c: usize| {
        let mut drawn: Vec<f64> = draws.iter().map(|w| w[c]).collect();
        drawn.sort_by(f64::total_cmp);
        let at = |share: f64| drawn[(share * (drawn.len() - 1) as f64).round() as usize];
        (at(0.025), at(0.975))
    };
    Learnt { weights, intervals: (0..preset.len()).map(interval).collect() }
}

/// How many answers are foretold by weights that were learnt without them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeldOut {
    /// How many answers prefer one to others.
    pub answers: usize,
    /// The share that the learnt weights foretell, a tie counting one half.
    pub learnt: f64,
    /// The share that the preset foretells.
    pub preset: f64,
}

/// Leaves out every tenth answer in turn and foretells it from the rest; `None` where no answer
/// prefers one to others.
pub fn held_out(answers: &[Answer], preset: &[f64], seed: u64) -> Option<HeldOut> {
    let right = |weights: &[f64], answer: &Answer| {
        answer.lead(weights).map(|lead| match lead {
            lead if lead > super::TIE => 1.0,
            lead if lead < -super::TIE => 0.0,
            _ => 0.5,
        })
    };
    let part = |part: usize| -> f64 {
        let (mut left_out, mut kept) = (Vec::new(), Vec::new());
        for (i, answer) in answers.iter().enumerate() {
            let side = if i % PARTS == part { &mut left_out } else { &mut kept };
            side.push(answer.clone());
        }
        if left_out.is_empty() {
            return 0.0;
        }
        let weights = learn(&kept, preset, seed).weights;
        left_out.iter().filter_map(|answer| right(&weights, answer)).sum()
    };
    // Parts are added up in their order, whoever computes them.
    let parts: Vec<f64> = (0..PARTS).into_par_iter().map(part).collect();
    let of_preset: Vec<f64> = answers.iter().filter_map(|answer| right(preset, answer)).collect();
    let count = of_preset.len();
    let share = |sum: f64| sum / count as f64;
    (count > 0).then(|| HeldOut {
        answers: count,
        learnt: share(parts.iter().sum()),
        preset: share(of_preset.iter().sum()),
    })
}

/// Weights as they are believed after the answers, drawn one after the other.
fn believed(answers: &[Answer], preset: &[f64], seed: u64) -> Vec<Vec<f64>> {
    let mut walk = Walk::new(answers, preset, seed);
    let mut draws = Vec::with_capacity(SWEEPS);
    for sweep in 0..WARM_UP + SWEEPS {
        for c in (0..preset.len()).filter(|c| preset[*c] > LEAST) {
            walk.step(Coordinate::Weight(c));
        }
        walk.step(Coordinate::Sureness);
        if sweep >= WARM_UP {
            draws.push(normalised(&walk.theta));
        }
    }
    draws
}

/// What moves in a step, by a factor.
#[derive(Debug, Clone, Copy)]
enum Coordinate {
    Weight(usize),
    /// All weights together, which leaves their proportions.
    Sureness,
}

/// A walk through θ = β w by slice sampling (R. Neal, Annals of Statistics 31 (2003) 705–767), one
/// logarithm at a time: there is no step size to tune, and no step is lost.
struct Walk<'a> {
    answers: &'a [Answer],
    preset: &'a [f64],
    theta: Vec<f64>,
    /// θ times each difference of the answers, in their order.
    leads: Vec<f64>,
    /// The differences, criterion by criterion.
    columns: Vec<Vec<f64>>,
    random: ChaCha8Rng,
}

impl<'a> Walk<'a> {
    fn new(answers: &'a [Answer], preset: &'a [f64], seed: u64) -> Walk<'a> {
        let theta: Vec<f64> = preset.iter().map(|w| if *w > LEAST { 10.0 * w } else { 0.0 }).collect();
        let differences = || answers.iter().flat_map(Answer::differences);
        let leads = differences().map(|d| dot(d, &theta)).collect();
        let columns = (0..preset.len()).map(|c| differences().map(|d| d[c]).collect()).collect();
        Walk { answers, preset, theta, leads, columns, random: stream(seed, 0) }
    }

    /// Draws one coordinate anew: from a slice of the density, widened until it holds the whole
    /// interval, narrowed at each draw outside it.
    fn step(&mut self, what: Coordinate) {
        const WIDTH: f64 = 2.0;
        let drop: f64 = Exp1.sample(&mut self.random);
        let bar = self.density(what, 0.0) - drop;
        let mut low = -WIDTH * self.random.random::<f64>();
        let mut high = low + WIDTH;
        while self.density(what, low) > bar {
            low -= WIDTH;
        }
        while self.density(what, high) > bar {
            high += WIDTH;
        }
        // An interval that has shrunk to a rounding error holds where the walk stands.
        while high - low > 1e-12 {
            let to = low + (high - low) * self.random.random::<f64>();
            if self.density(what, to) > bar {
                return self.go(what, to);
            }
            if to < 0.0 { low = to } else { high = to }
        }
    }

    /// The logarithm of the density after a step by exp(`by`), but for a constant.
    fn density(&self, what: Coordinate, by: f64) -> f64 {
        let factor = by.exp();
        let sum: f64 = self.theta.iter().sum();
        match what {
            Coordinate::Weight(c) => {
                let new = self.theta[c] * factor;
                let (change, total) = (new - self.theta[c], sum - self.theta[c] + new);
                if !SURENESS.contains(&total) || new < LEAST * total {
                    return f64::NEG_INFINITY;
                }
                let strength = STRENGTH * self.theta.len() as f64;
                let prior = strength * (self.preset[c] * by - (total / sum).ln());
                prior - self.loss(|k| self.leads[k] + change * self.columns[c][k])
            }
            Coordinate::Sureness if !SURENESS.contains(&(sum * factor)) => f64::NEG_INFINITY,
            Coordinate::Sureness => -self.loss(|k| self.leads[k] * factor),
        }
    }

    /// The negative logarithm of how likely the answers are with these leads.
    fn loss(&self, lead: impl Fn(usize) -> f64) -> f64 {
        let mut at = 0;
        let mut sum = 0.0;
        for answer in self.answers {
            match answer {
                Answer::Equal(_) => {
                    let ahead = lead(at);
                    sum += 0.5 * (softplus(ahead) + softplus(-ahead));
                    at += 1;
                }
                Answer::Preferred(over) if over.len() == 1 => {
                    sum += softplus(-lead(at));
                    at += 1;
                }
                Answer::Preferred(over) => {
                    let rivals = at..at + over.len();
                    let highest = rivals.clone().map(|k| -lead(k)).fold(0.0, f64::max);
                    let all: f64 = rivals.map(|k| (-lead(k) - highest).exp()).sum();
                    sum += highest + ((-highest).exp() + all).ln();
                    at += over.len();
                }
            }
        }
        sum
    }

    fn go(&mut self, what: Coordinate, by: f64) {
        let factor = by.exp();
        match what {
            Coordinate::Weight(c) => {
                let change = self.theta[c] * (factor - 1.0);
                self.theta[c] += change;
                self.leads.iter_mut().zip(&self.columns[c]).for_each(|(lead, d)| *lead += change * d);
            }
            Coordinate::Sureness => {
                self.theta.iter_mut().for_each(|t| *t *= factor);
                self.leads.iter_mut().for_each(|lead| *lead *= factor);
            }
        }
    }
}

/// log(1 + exp x) without overflow.
fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}
