//! Weights: tune them, elicit them, learn them, and know how sure a list is.
//!
//! All of it works on the decision matrix alone. An unknown value counts as the degree of optimism,
//! so the score is linear in the weights, and most answers are exact: a crossing of two lines, a
//! greedy exchange, or a linear program of a handful of variables. Only acceptabilities sample.

pub mod adjust;
pub mod ask;
pub mod best_worst;
pub mod compare;
pub mod conflict;
pub mod elicit;
pub mod flip;
pub mod group;
pub mod learn;
mod lp;
pub mod ratios;
pub mod region;
pub mod robust;
pub mod stability;

use crate::criterion::{Criterion, Optimism, Weights};
use crate::matrix::DecisionMatrix;
use ndarray::Array2;

/// Scores closer than this are a tie: the resolution of a [`crate::Score`].
pub const TIE: f64 = 1e-12;

/// Differences below this are what rounding leaves of nothing.
pub(crate) const ROUNDING: f64 = 1e-14;

/// Alternatives × criteria with every unknown value put at the degree of optimism. Rows stand in the
/// order of the ids, so a tie goes to the lower row.
#[derive(Debug, Clone)]
pub struct Effective {
    rows: usize,
    /// One column a criterion: whole columns are added up at a time, which is what processors do best.
    columns: Vec<Vec<f64>>,
}

impl Effective {
    /// The effective values of a decision matrix.
    pub fn new(matrix: &DecisionMatrix, optimism: Optimism) -> Effective {
        let numbers = matrix.numbers();
        Effective::from_rows(
            &numbers.mapv(|v| if v.is_nan() { optimism.degree() } else { v.clamp(0.0, 1.0) }),
        )
    }

    /// The same from numbers at hand: one row an alternative, one column a criterion, all in [0, 1].
    pub fn from_rows(values: &Array2<f64>) -> Effective {
        let columns = values.columns().into_iter().map(|c| c.to_vec()).collect();
        Effective { rows: values.nrows(), columns }
    }

    /// The number of alternatives.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether there is no alternative.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The number of criteria.
    pub fn criteria(&self) -> usize {
        self.columns.len()
    }

    /// All values of one criterion.
    pub fn column(&self, criterion: usize) -> &[f64] {
        &self.columns[criterion]
    }

    /// The values of one alternative.
    pub fn row(&self, row: usize) -> Vec<f64> {
        self.columns.iter().map(|c| c[row]).collect()
    }

    /// What `a` has over `b`, criterion by criterion.
    pub fn difference(&self, a: usize, b: usize) -> Vec<f64> {
        self.columns.iter().map(|c| c[a] - c[b]).collect()
    }

    /// The score of each alternative. Criteria are added in their order, so the bits do not depend on
    /// threads.
    pub fn scores(&self, weights: &[f64]) -> Vec<f64> {
        let mut scores = vec![0.0; self.rows];
        self.scores_into(weights, &mut scores);
        scores
    }

    /// The same into memory at hand, which is overwritten. Works through blocks that stay in the
    /// nearest cache.
    pub fn scores_into(&self, weights: &[f64], scores: &mut [f64]) {
        for (i, block) in scores.chunks_mut(BLOCK).enumerate() {
            self.score_block(weights, i * BLOCK, block);
        }
    }

    fn score_block(&self, weights: &[f64], start: usize, block: &mut [f64]) {
        block.fill(0.0);
        for (column, &weight) in self.columns.iter().zip(weights).filter(|(_, w)| **w != 0.0) {
            let part = &column[start..start + block.len()];
            block.iter_mut().zip(part).for_each(|(sum, value)| *sum += weight * value);
        }
    }

    /// The rows with the highest scores, best first, at most `top`. Each block is looked through while
    /// it is in the cache; the scores are never kept.
    pub fn rank(&self, weights: &[f64], top: usize) -> Vec<usize> {
        let mut found = Best::new(top);
        let mut scores = vec![0.0; BLOCK.min(self.rows)];
        for start in (0..self.rows).step_by(BLOCK) {
            let block = &mut scores[..BLOCK.min(self.rows - start)];
            self.score_block(weights, start, block);
            found.look_through(start, block);
        }
        found.rows()
    }
}

/// So many rows are worked on at a time.
const BLOCK: usize = 2048;

/// The positions of the highest numbers, best first, at most `top`; equal ones in their order. One
/// pass over the numbers: nothing is sorted to show a shortlist.
pub fn best(scores: &[f64], top: usize) -> Vec<usize> {
    let mut found = Best::new(top);
    found.look_through(0, scores);
    found.rows()
}

/// The highest numbers so far, with their rows, best first.
struct Best {
    top: usize,
    kept: Vec<(f64, usize)>,
    /// Nothing below it gets in.
    bar: f64,
}

impl Best {
    fn new(top: usize) -> Best {
        Best { top, kept: Vec::with_capacity(top.min(BLOCK) + 1), bar: f64::NEG_INFINITY }
    }

    fn look_through(&mut self, start: usize, scores: &[f64]) {
        for (i, &score) in scores.iter().enumerate() {
            if score > self.bar || self.kept.len() < self.top {
                let at = self.kept.partition_point(|(kept, _)| *kept >= score);
                self.kept.insert(at, (score, start + i));
                self.kept.truncate(self.top);
                if self.kept.len() == self.top {
                    self.bar = self.kept.last().map_or(f64::INFINITY, |(kept, _)| *kept);
                }
            }
        }
    }

    fn rows(self) -> Vec<usize> {
        self.kept.into_iter().map(|(_, row)| row).collect()
    }
}

/// The sum of products.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Weights as plain numbers that add up to one.
pub fn shares(weights: &Weights) -> Vec<f64> {
    Criterion::ALL.iter().map(|c| weights.of(*c).to_f64()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_best_are_those_of_a_stable_sort(scores in prop::collection::vec(0u8..6, 0..60), top in 0usize..12) {
            let scores: Vec<f64> = scores.into_iter().map(f64::from).collect();
            let mut sorted: Vec<usize> = (0..scores.len()).collect();
            sorted.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
            sorted.truncate(top);
            prop_assert_eq!(best(&scores, top), sorted);
        }
    }
}
