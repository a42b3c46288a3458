//! The decision matrix: alternatives × criteria, unknowns masked. The first narrow waist: criteria
//! never see weights, and nothing behind it sees a criterion's code.

use crate::criteria::{self, Pair};
use crate::criterion::{Criterion, Optimism, Values, Weights};
use crate::roster::{Org, Roster};
use crate::score::Score;
use ndarray::{Array2, ArrayView1};
use rayon::prelude::*;

/// Partners that one thread assesses at a time; up to so many there is nothing to share.
const TOGETHER: usize = 2_048;

/// The assessed partners of one seeker.
#[derive(Debug, Clone)]
pub struct DecisionMatrix {
    alternatives: Vec<Org>,
    /// One row an alternative, one column a criterion; not-a-number where it is unknown.
    values: Array2<f64>,
}

impl DecisionMatrix {
    /// Assesses partners for a seeker. No weight is involved, so one matrix serves any number of
    /// weightings.
    pub fn assess(roster: &Roster, seeker: Org, partners: impl IntoIterator<Item = Org>) -> DecisionMatrix {
        let alternatives: Vec<Org> = partners.into_iter().collect();
        let mut values = Array2::from_elem((alternatives.len(), Criterion::COUNT), f64::NAN);
        let assess = |rows: &mut [f64], partners: &[Org]| {
            for (row, &partner) in rows.chunks_exact_mut(Criterion::COUNT).zip(partners) {
                let found = criteria::values(Pair { roster, seeker, partner });
                row.iter_mut().zip(found).for_each(|(cell, value)| *cell = value.unwrap_or(f64::NAN));
            }
        };
        match values.as_slice_mut() {
            Some(rows) if alternatives.len() > TOGETHER => rows
                .par_chunks_mut(TOGETHER * Criterion::COUNT)
                .zip(alternatives.par_chunks(TOGETHER))
                .for_each(|(rows, partners)| assess(rows, partners)),
            rows => assess(rows.unwrap_or_default(), &alternatives),
        }
        DecisionMatrix { alternatives, values }
    }

    /// The partners, one a row.
    pub fn alternatives(&self) -> &[Org] {
        &self.alternatives
    }

    /// The numbers, one row an alternative, one column a criterion; not-a-number where unknown.
    pub fn numbers(&self) -> &Array2<f64> {
        &self.values
    }

    /// The values of one row.
    pub fn values(&self, row: usize) -> Values {
        unmask(self.values.row(row))
    }

    /// The score of each row.
    pub fn scores(&self, weights: &Weights, optimism: Optimism) -> Vec<Score> {
        self.values.outer_iter().map(|row| weights.score(&unmask(row), optimism)).collect()
    }

    /// The rows with the highest scores, best first, at most `top`; equal scores by id, ascending
    /// (alternatives are dense indices in the order of the ids).
    pub fn rank(&self, weights: &Weights, optimism: Optimism, top: usize) -> Vec<(usize, Score)> {
        let mut rows: Vec<(usize, Score)> = self.scores(weights, optimism).into_iter().enumerate().collect();
        let order = |a: &(usize, Score), b: &(usize, Score)| {
            b.1.cmp(&a.1).then(self.alternatives[a.0].cmp(&self.alternatives[b.0]))
        };
        if top < rows.len() {
            rows.select_nth_unstable_by(top, order);
            rows.truncate(top);
        }
        rows.sort_unstable_by(order);
        rows
    }
}

fn unmask(row: ArrayView1<f64>) -> Values {
    std::array::from_fn(|i| Some(row[i]).filter(|v| !v.is_nan()))
}
