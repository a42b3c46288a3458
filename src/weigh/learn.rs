//! Weights from judgments "this partner rather than that one".
//!
//! A logistic model of the difference of two scores, θ ≥ 0, shrunk towards the direction of a preset:
//! Σ ω log(1 + exp(−θ·d)) + (λ/2) θ′Qθ with Q = 1.01 I − uu′ and u the preset's direction. The penalty
//! holds the direction, hardly the scale, so few judgments move the preset little and many speak for
//! themselves. θ divided by its sum are the weights. Strictly convex; projected Newton.

use super::dot;
use super::elicit::normalised;
use super::ratios::cholesky_solve;

/// How strongly the preset holds. Served well from 5 to 640 judgments in simulation.
pub const SHRINKAGE: f64 = 0.3;

/// A judgment: what the better one has over the other, criterion by criterion, and how much it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgment {
    /// The difference of the values.
    pub difference: Vec<f64>,
    /// How much it counts: 1, or one half for each direction of "equal".
    pub count: f64,
}

/// Weights that were learnt.
#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    /// The weights, adding up to one.
    pub weights: Vec<f64>,
    /// Their 95% intervals by Laplace's approximation on the coordinates above zero.
    pub intervals: Vec<(f64, f64)>,
    /// θ, the weights times the sureness of the judge.
    pub theta: Vec<f64>,
}

/// The weights of least penalised loss.
pub fn fit(judgments: &[Judgment], preset: &[f64]) -> Learnt {
    let model = Model { judgments, direction: unit(preset) };
    let mut theta = model.direction.clone();
    for _ in 0..200 {
        let slope = model.slope(&theta);
        let held: Vec<bool> = theta.iter().zip(&slope).map(|(t, g)| *t <= 1e-12 && *g > 0.0).collect();
        let steepest =
            slope.iter().zip(&held).filter(|(_, h)| !**h).map(|(g, _)| g.abs()).fold(0.0, f64::max);
        if steepest <= 1e-9 * judgments.len().max(1) as f64 {
            break;
        }
        let step = model.newton(&theta, &slope, &held);
        match model.descend(&theta, &slope, &step) {
            Some(next) => theta = next,
            None => break,
        }
    }
    let weights = if theta.iter().sum::<f64>() > 0.0 { normalised(&theta) } else { preset.to_vec() };
    let intervals = model.intervals(&theta, &weights);
    Learnt { weights, intervals, theta }
}

struct Model<'a> {
    judgments: &'a [Judgment],
    direction: Vec<f64>,
}

impl Model<'_> {
    fn loss(&self, theta: &[f64]) -> f64 {
        let along = dot(&self.direction, theta);
        let penalty = 1.01 * dot(theta, theta) - along * along;
        let losses = self.judgments.iter().map(|j| j.count * softplus(-dot(theta, &j.difference)));
        losses.sum::<f64>() + SHRINKAGE / 2.0 * penalty
    }

    fn slope(&self, theta: &[f64]) -> Vec<f64> {
        let along = dot(&self.direction, theta);
        let penalty = |(t, u): (&f64, &f64)| SHRINKAGE * (1.01 * t - along * u);
        let mut slope: Vec<f64> = theta.iter().zip(&self.direction).map(penalty).collect();
        for j in self.judgments {
            let pull = j.count * sigmoid(-dot(theta, &j.difference));
            slope.iter_mut().zip(&j.difference).for_each(|(g, d)| *g -= pull * d);
        }
        slope
    }

    fn curvature(&self, theta: &[f64]) -> Vec<Vec<f64>> {
        let n = theta.len();
        let u = &self.direction;
        let mut h: Vec<Vec<f64>> = (0..n)
            .map(|i| (0..n).map(|j| SHRINKAGE * (if i == j { 1.01 } else { 0.0 } - u[i] * u[j])).collect())
            .collect();
        for judgment in self.judgments {
            let d = &judgment.difference;
            let p = sigmoid(dot(theta, d));
            let bend = judgment.count * p * (1.0 - p);
            for i in 0..n {
                for j in 0..n {
                    h[i][j] += bend * d[i] * d[j];
                }
            }
        }
        h
    }

    /// The Newton step on the free coordinates; steepest descent should rounding spoil the system.
    fn newton(&self, theta: &[f64], slope: &[f64], held: &[bool]) -> Vec<f64> {
        let free: Vec<usize> = (0..theta.len()).filter(|&i| !held[i]).collect();
        let part = minor(&self.curvature(theta), &free);
        let right: Vec<f64> = free.iter().map(|&i| -slope[i]).collect();
        let solved = cholesky_solve(part, right.clone()).unwrap_or(right);
        let mut step = vec![0.0; theta.len()];
        free.iter().zip(solved).for_each(|(i, s)| step[*i] = s);
        step
    }

    /// Armijo's rule along the projected path; `None` where nothing more is gained.
    fn descend(&self, theta: &[f64], slope: &[f64], step: &[f64]) -> Option<Vec<f64>> {
        let now = self.loss(theta);
        let mut length = 1.0;
        for _ in 0..60 {
            let next: Vec<f64> = theta.iter().zip(step).map(|(t, s)| (t + length * s).max(0.0)).collect();
            let promised: f64 = slope.iter().zip(next.iter().zip(theta)).map(|(g, (n, t))| g * (n - t)).sum();
            if self.loss(&next) <= now + 1e-4 * promised && next != theta {
                return Some(next);
            }
            length /= 2.0;
        }
        None
    }

    fn intervals(&self, theta: &[f64], weights: &[f64]) -> Vec<(f64, f64)> {
        let free: Vec<usize> = (0..theta.len()).filter(|&i| theta[i] > 1e-9).collect();
        let part = minor(&self.curvature(theta), &free);
        let sum: f64 = theta.iter().sum();
        let interval = |i: usize| -> Option<(f64, f64)> {
            // The gradient of θ_i / Σθ on the free coordinates.
            let towards = |j: &usize| (if *j == i { 1.0 } else { 0.0 } - weights[i]) / sum;
            let gradient: Vec<f64> = free.iter().map(towards).collect();
            let spread = dot(&gradient, &cholesky_solve(part.clone(), gradient.clone())?).sqrt();
            let (low, high) = (weights[i] - 1.96 * spread, weights[i] + 1.96 * spread);
            Some((low.max(0.0), high.min(1.0)))
        };
        (0..theta.len()).map(|i| interval(i).unwrap_or((0.0, 1.0))).collect()
    }
}

/// The share of judgments that the model foretells when each is left out in turn, and the share that
/// the preset foretells; a tie counts one half.
pub fn held_out(judgments: &[Judgment], preset: &[f64]) -> (f64, f64) {
    let right = |weights: &[f64], j: &Judgment| match dot(weights, &j.difference) {
        d if d > super::TIE => 1.0,
        d if d < -super::TIE => 0.0,
        _ => 0.5,
    };
    let without = |i: usize| {
        let rest: Vec<Judgment> =
            judgments.iter().enumerate().filter(|(k, _)| *k != i).map(|(_, j)| j.clone()).collect();
        right(&fit(&rest, preset).weights, &judgments[i])
    };
    let n = judgments.len().max(1) as f64;
    let learnt: f64 = (0..judgments.len()).map(without).sum();
    let stated: f64 = judgments.iter().map(|j| right(preset, j)).sum();
    (learnt / n, stated / n)
}

fn minor(matrix: &[Vec<f64>], kept: &[usize]) -> Vec<Vec<f64>> {
    kept.iter().map(|&i| kept.iter().map(|&j| matrix[i][j]).collect()).collect()
}

fn unit(vector: &[f64]) -> Vec<f64> {
    let length = dot(vector, vector).sqrt();
    vector.iter().map(|x| x / length).collect()
}

/// log(1 + exp x) without overflow.
fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}
