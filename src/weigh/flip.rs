//! The smallest joint change of weights that lets one alternative overtake another.
//!
//! Weight is moved from the criteria on which the leader gains most to the one on which the
//! challenger gains most; that greedy exchange solves min ½‖w′ − w‖₁ subject to d·w′ ≤ 0 over the
//! simplex (a fractional knapsack), so no solver is needed for a pair.

use super::{Effective, ROUNDING, dot};
use microlp::{ComparisonOp, OptimizationDirection, Problem};

/// A change of weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Flip {
    /// Who is overtaken.
    pub ahead: usize,
    /// Who overtakes.
    pub behind: usize,
    /// How much weight moves, in [0, 1].
    pub moved: f64,
    /// The weights after it.
    pub weights: Vec<f64>,
}

/// The smallest change that makes `behind` at least as good as `ahead`; `None` where no weights do,
/// because `ahead` is better on every criterion.
pub fn overtake(values: &Effective, weights: &[f64], ahead: usize, behind: usize) -> Option<Flip> {
    let lead = values.difference(ahead, behind);
    let mut left = dot(&lead, weights);
    let mut new = weights.to_vec();
    let to = (0..lead.len()).min_by(|&i, &j| lead[i].total_cmp(&lead[j]))?;
    let mut moved = 0.0;
    if left > ROUNDING && lead[to] > 0.0 {
        return None;
    }
    let mut from: Vec<usize> = (0..lead.len()).filter(|&j| lead[j] > lead[to] + ROUNDING).collect();
    from.sort_by(|&i, &j| lead[j].total_cmp(&lead[i]));
    for j in from {
        if left <= ROUNDING {
            break;
        }
        let gain = lead[j] - lead[to];
        let mass = (left / gain).min(weights[j]);
        new[j] -= mass;
        new[to] += mass;
        moved += mass;
        left -= mass * gain;
    }
    Some(Flip { ahead, behind, moved, weights: new })
}

/// The smallest change that lets somebody outside the list overtake somebody inside: with a list of
/// one, the nearest change of the winner. At those weights nobody else has overtaken before.
pub fn nearest(values: &Effective, weights: &[f64], list: &[usize]) -> Option<Flip> {
    let scores = values.scores(weights);
    let mut outside: Vec<usize> = (0..values.len()).filter(|row| !list.contains(row)).collect();
    outside.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
    let mut best: Option<Flip> = None;
    for &ahead in list.iter().rev() {
        for &behind in &outside {
            // A unit of weight closes a gap of two at most, so this pair and all below are no nearer.
            if best.as_ref().is_some_and(|b| (scores[ahead] - scores[behind]) / 2.0 >= b.moved) {
                break;
            }
            if let Some(flip) = overtake(values, weights, ahead, behind)
                && best.as_ref().is_none_or(|b| flip.moved < b.moved)
            {
                best = Some(flip);
            }
        }
    }
    best
}

/// The smallest change that puts a row ahead of everybody (or level with them); `None` where no
/// weights do. A linear program, to which the worst violated comparison is added until none is.
pub fn to_first(values: &Effective, weights: &[f64], row: usize) -> Option<Flip> {
    let leader = *values.rank(weights, 1).first()?;
    let mut rivals: Vec<usize> = vec![leader];
    loop {
        let new = least_change(values, weights, row, &rivals)?;
        let scores = values.scores(&new);
        let top = *values.rank(&new, 1).first()?;
        if scores[top] <= scores[row] + 1e-9 || rivals.contains(&top) {
            let moved = new.iter().zip(weights).map(|(n, w)| (n - w).max(0.0)).sum();
            return Some(Flip { ahead: leader, behind: row, moved, weights: new });
        }
        rivals.push(top);
    }
}

fn least_change(values: &Effective, weights: &[f64], row: usize, rivals: &[usize]) -> Option<Vec<f64>> {
    let mut lp = Problem::new(OptimizationDirection::Minimize);
    // What a criterion gains and what it gives; half the sum of both is what moves.
    let gains: Vec<_> = weights.iter().map(|w| lp.add_var(0.5, (0.0, 1.0 - w))).collect();
    let gives: Vec<_> = weights.iter().map(|w| lp.add_var(0.5, (0.0, *w))).collect();
    let balance = gains.iter().map(|g| (*g, 1.0)).chain(gives.iter().map(|g| (*g, -1.0)));
    lp.add_constraint(balance.collect::<Vec<_>>(), ComparisonOp::Eq, 0.0);
    for &rival in rivals.iter().filter(|r| **r != row) {
        let d = values.difference(row, rival);
        let terms = gains.iter().zip(&d).map(|(g, d)| (*g, *d));
        let terms = terms.chain(gives.iter().zip(&d).map(|(g, d)| (*g, -*d)));
        lp.add_constraint(terms.collect::<Vec<_>>(), ComparisonOp::Ge, -dot(&d, weights));
    }
    let solution = super::lp::solve(&lp)?;
    let new = (0..weights.len()).map(|j| weights[j] + solution[gains[j]] - solution[gives[j]]);
    Some(new.map(|w| w.max(0.0)).collect())
}

/// What it takes for a row outside the list to enter it.
#[derive(Debug, Clone, PartialEq)]
pub struct Rise {
    /// The smallest change found after which the row is in the list; `None` where none was found.
    pub enters: Option<Flip>,
    /// No smaller change can do: the least that overtakes any member.
    pub at_least: Option<f64>,
    /// For each criterion, the value that would do under the weights as they are; `None` where even a
    /// full value does not.
    pub values: Vec<Option<f64>>,
}

/// What it takes for `row` to enter the list: weights that move, or a value that grows.
pub fn rise(values: &Effective, weights: &[f64], list: &[usize], row: usize) -> Rise {
    let scores = values.scores(weights);
    let flips: Vec<Flip> = list.iter().filter_map(|&ahead| overtake(values, weights, ahead, row)).collect();
    let enters = |flip: &&Flip| {
        let after = values.scores(&flip.weights);
        after.iter().filter(|s| **s > after[row] + super::TIE).count() < list.len()
    };
    let least = |a: &&Flip, b: &&Flip| a.moved.total_cmp(&b.moved);
    let bar = list.last().map_or(0.0, |&last| scores[last]);
    let value = |c: usize| {
        let wanted = values.column(c)[row] + (bar - scores[row]) / weights[c];
        Some(wanted).filter(|v| *v <= 1.0)
    };
    Rise {
        enters: flips.iter().filter(enters).min_by(least).cloned(),
        at_least: flips.iter().min_by(least).map(|f| f.moved),
        values: (0..values.criteria()).map(value).collect(),
    }
}
