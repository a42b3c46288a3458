//! What is known about the weights: a convex part of the simplex, and uniform samples from it.
//!
//! Every statement is a half-space `a·w ≥ 0`: "coverage counts at least as much as field" and "A is
//! better than B" are so as they stand, and a bound `w_c ≥ b` becomes one because the weights add up
//! to one.

use super::{dot, lp};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Exp1, StandardNormal};

/// A part of the weight simplex.
#[derive(Debug, Clone)]
pub struct Region {
    criteria: usize,
    /// A complete ranking of the criteria, if that is all that is known: then samples are sorted.
    ranking: Option<Vec<usize>>,
    rows: Vec<Vec<f64>>,
}

/// How samples are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sampling {
    /// Exponentials divided by their sum, sorted where a ranking is known: exact.
    Direct,
    /// The same, keeping those that fit: exact.
    Rejection,
    /// A random walk that becomes uniform: hit and run from the centre.
    HitAndRun,
}

impl Region {
    /// The whole simplex.
    pub fn whole(criteria: usize) -> Region {
        Region { criteria, ranking: None, rows: Vec::new() }
    }

    /// The weights that follow a complete ranking of the criteria, the most important first.
    pub fn ranked(order: &[usize]) -> Region {
        let row = |two: &[usize]| {
            let mut row = vec![0.0; order.len()];
            (row[two[0]], row[two[1]]) = (1.0, -1.0);
            row
        };
        let rows = order.windows(2).map(row).collect();
        Region { criteria: order.len(), ranking: Some(order.to_vec()), rows }
    }

    /// The same with one more statement, `row · w ≥ 0`.
    pub fn and(mut self, row: Vec<f64>) -> Region {
        self.ranking = None;
        self.rows.push(row);
        self
    }

    /// The statements.
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// Whether weights satisfy all statements.
    pub fn holds(&self, weights: &[f64]) -> bool {
        self.rows.iter().all(|row| dot(row, weights) >= 0.0)
    }

    /// The least of `objective · w` over the region; `None` where the region is empty.
    pub fn least(&self, objective: &[f64]) -> Option<f64> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let w: Vec<Variable> = objective.iter().map(|o| problem.add_var(*o, (0.0, 1.0))).collect();
        self.constrain(&mut problem, &w);
        let solution = lp::solve(&problem)?;
        // The sum is taken anew from the weights found, so that its sign is that of the weights.
        Some(objective.iter().zip(&w).map(|(o, w)| o * solution[*w]).sum())
    }

    fn constrain(&self, problem: &mut Problem, w: &[Variable]) {
        problem.add_constraint(w.iter().map(|w| (*w, 1.0)).collect::<Vec<_>>(), ComparisonOp::Eq, 1.0);
        for row in &self.rows {
            let terms: Vec<_> = w.iter().copied().zip(row.iter().copied()).collect();
            problem.add_constraint(terms, ComparisonOp::Ge, 0.0);
        }
    }

    /// The centre of the largest ball inside the region (Chebyshev) and its radius; `None` where the
    /// region is empty.
    pub fn centre(&self) -> Option<(Vec<f64>, f64)> {
        let n = self.criteria as f64;
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let w: Vec<Variable> = (0..self.criteria).map(|_| problem.add_var(0.0, (0.0, 1.0))).collect();
        let radius = problem.add_var(1.0, (0.0, 1.0));
        problem.add_constraint(w.iter().map(|w| (*w, 1.0)).collect::<Vec<_>>(), ComparisonOp::Eq, 1.0);
        for w in &w {
            let depth = (1.0 - 1.0 / n).sqrt();
            problem.add_constraint([(*w, 1.0), (radius, -depth)], ComparisonOp::Ge, 0.0);
        }
        for row in &self.rows {
            // The length of the normal inside the plane in which all weights add up to one.
            let mean = row.iter().sum::<f64>() / n;
            let depth = row.iter().map(|a| (a - mean).powi(2)).sum::<f64>().sqrt();
            let terms = w.iter().copied().zip(row.iter().copied()).chain([(radius, -depth)]);
            problem.add_constraint(terms.collect::<Vec<_>>(), ComparisonOp::Ge, 0.0);
        }
        let solution = lp::solve(&problem)?;
        Some((w.iter().map(|w| solution[*w]).collect(), solution[radius]))
    }

    /// How samples will be drawn: directly where that is exact, else by rejection where more than one
    /// in a thousand fits, else by hit and run.
    pub fn sampling(&self, seed: u64) -> Sampling {
        if self.rows.is_empty() || self.ranking.is_some() {
            return Sampling::Direct;
        }
        let mut random = stream(seed, u64::MAX);
        let fit = (0..20_000).filter(|_| self.holds(&simplex(self.criteria, &mut random))).count();
        if fit > 20 { Sampling::Rejection } else { Sampling::HitAndRun }
    }

    /// Uniform samples of one block. Each block has a random stream of its own, so the samples do not
    /// depend on who draws them. `None` where the region has no inside.
    pub fn sample(&self, how: Sampling, seed: u64, block: u64, count: usize) -> Option<Vec<Vec<f64>>> {
        let mut random = stream(seed, block);
        match how {
            Sampling::Direct => Some((0..count).map(|_| self.direct(&mut random)).collect()),
            Sampling::Rejection => {
                let draws = std::iter::repeat_with(|| simplex(self.criteria, &mut random));
                Some(draws.filter(|w| self.holds(w)).take(count).collect())
            }
            Sampling::HitAndRun => self.walk(&mut random, count),
        }
    }

    fn direct(&self, random: &mut ChaCha8Rng) -> Vec<f64> {
        let mut drawn = simplex(self.criteria, random);
        let Some(order) = &self.ranking else { return drawn };
        drawn.sort_by(|a, b| b.total_cmp(a));
        let mut weights = vec![0.0; drawn.len()];
        order.iter().zip(drawn).for_each(|(c, w)| weights[*c] = w);
        weights
    }

    /// Hit and run. A normal vector less its mean has a uniform direction within the plane, which is
    /// what an orthonormal basis would give; the thinning is that of the R package hitandrun.
    fn walk(&self, random: &mut ChaCha8Rng, count: usize) -> Option<Vec<Vec<f64>>> {
        let (mut at, radius) = self.centre()?;
        if radius < 1e-9 {
            return None;
        }
        let d = (self.criteria - 1) as f64;
        let thin = (((d + 1.0).ln() / 4.0 * d.powi(3)).ceil() as usize).max(1);
        let mut samples = Vec::with_capacity(count);
        for step in 1..=(count + 10) * thin {
            let draws: Vec<f64> = (0..at.len()).map(|_| StandardNormal.sample(random)).collect();
            let mean = draws.iter().sum::<f64>() / draws.len() as f64;
            let direction: Vec<f64> = draws.iter().map(|x| x - mean).collect();
            let (back, forth) = self.chord(&at, &direction);
            let t = back + (forth - back) * random.random::<f64>();
            at.iter_mut().zip(&direction).for_each(|(w, d)| *w = (*w + t * d).max(0.0));
            let sum: f64 = at.iter().sum();
            at.iter_mut().for_each(|w| *w /= sum);
            // The first ten are for the walk to forget the centre.
            if step % thin == 0 && step > 10 * thin {
                samples.push(at.clone());
            }
        }
        Some(samples)
    }

    /// How far one can go from a point in both senses of a direction.
    fn chord(&self, at: &[f64], direction: &[f64]) -> (f64, f64) {
        let (mut back, mut forth) = (f64::NEG_INFINITY, f64::INFINITY);
        let mut cut = |height: f64, slope: f64| {
            let t = -height.max(0.0) / slope;
            if slope > 0.0 {
                back = back.max(t);
            } else if slope < 0.0 {
                forth = forth.min(t);
            }
        };
        at.iter().zip(direction).for_each(|(w, d)| cut(*w, *d));
        self.rows.iter().for_each(|row| cut(dot(row, at), dot(row, direction)));
        (back, forth)
    }
}

/// The random stream of a block.
pub(crate) fn stream(seed: u64, block: u64) -> ChaCha8Rng {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(block);
    random
}

/// A uniform point of the simplex: exponentials divided by their sum.
pub(crate) fn simplex(n: usize, random: &mut ChaCha8Rng) -> Vec<f64> {
    let drawn: Vec<f64> = (0..n).map(|_| Exp1.sample(random)).collect();
    let sum: f64 = drawn.iter().sum();
    drawn.into_iter().map(|x| x / sum).collect()
}
