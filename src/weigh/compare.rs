//! Two weightings side by side: who moved, and what moved them.

use super::{Effective, best};

/// Where an alternative stands under two weightings.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The alternative.
    pub row: usize,
    /// Its rank under the first weighting, from 1.
    pub before: usize,
    /// Its rank under the second.
    pub after: usize,
    /// Its score under the first.
    pub score_before: f64,
    /// Its score under the second.
    pub score_after: f64,
    /// For each criterion, what it adds to the change of the score beyond what it adds to the mean of
    /// all that are shown; the parts add up to how much better it does than they.
    pub reasons: Vec<f64>,
}

/// Everybody who is in the list of one of the two weightings, in the order of the second list, then
/// those who fell out in the order of the first.
pub fn compare(values: &Effective, first: &[f64], second: &[f64], top: usize) -> Vec<Move> {
    let (before, after) = (values.scores(first), values.scores(second));
    let mut shown = best(&after, top);
    let fallen: Vec<usize> = best(&before, top).into_iter().filter(|row| !shown.contains(row)).collect();
    shown.extend(fallen);
    let change = |row: usize, c: usize| (second[c] - first[c]) * values.column(c)[row];
    let mean = |c: usize| shown.iter().map(|&row| change(row, c)).sum::<f64>() / shown.len().max(1) as f64;
    let means: Vec<f64> = (0..values.criteria()).map(mean).collect();
    let moves = shown.iter().map(|&row| Move {
        row,
        before: rank(&before, row),
        after: rank(&after, row),
        score_before: before[row],
        score_after: after[row],
        reasons: means.iter().enumerate().map(|(c, m)| change(row, c) - m).collect(),
    });
    moves.collect()
}

/// The rank of a row, from 1; a tie goes to the lower row.
pub(crate) fn rank(scores: &[f64], row: usize) -> usize {
    let ahead =
        |(other, score): (usize, &f64)| *score > scores[row] || (*score == scores[row] && other < row);
    1 + scores.iter().enumerate().filter(|(i, s)| ahead((*i, s))).count()
}
