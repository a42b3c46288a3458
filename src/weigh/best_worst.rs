//! The best-worst method: every criterion against the best and the worst (linear model: J. Rezaei,
//! Omega 64 (2016) 126–130), solved as the linear program that it is.

use super::lp;
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

/// How much more the best counts than each, and each than the worst; 1 to 9.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// The position of the best criterion.
    pub best: usize,
    /// The position of the worst.
    pub worst: usize,
    /// The best against each.
    pub from_best: Vec<f64>,
    /// Each against the worst.
    pub to_worst: Vec<f64>,
}

/// What the answers say.
#[derive(Debug, Clone, PartialEq)]
pub struct BestWorst {
    /// The weights, adding up to one.
    pub weights: Vec<f64>,
    /// ξ, the largest deviation; 0 where all answers agree.
    pub deviation: f64,
    /// The input-based consistency ratio (F. Liang, M. Brunelli and J. Rezaei, Omega 96 (2020)
    /// 102175): max |a_Bj a_jW − a_BW| / (a_BW² − a_BW).
    pub input_ratio: f64,
}

/// The weights with the smallest largest deviation |w_B − a_Bj w_j|, |w_j − a_jW w_W|.
pub fn solve(answers: &Answers) -> Option<BestWorst> {
    let n = answers.from_best.len();
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let w: Vec<Variable> = (0..n).map(|_| problem.add_var(0.0, (0.0, 1.0))).collect();
    let deviation = problem.add_var(1.0, (0.0, f64::INFINITY));
    problem.add_constraint(w.iter().map(|w| (*w, 1.0)).collect::<Vec<_>>(), ComparisonOp::Eq, 1.0);
    let mut near = |a: usize, factor: f64, b: usize| {
        if a != b {
            let terms = [(w[a], 1.0), (w[b], -factor)];
            problem.add_constraint([terms[0], terms[1], (deviation, -1.0)], ComparisonOp::Le, 0.0);
            problem.add_constraint([terms[0], terms[1], (deviation, 1.0)], ComparisonOp::Ge, 0.0);
        }
    };
    for j in 0..n {
        near(answers.best, answers.from_best[j], j);
        near(j, answers.to_worst[j], answers.worst);
    }
    let solution = lp::solve(&problem)?;
    let whole = answers.from_best[answers.worst];
    let off = (0..n).map(|j| (answers.from_best[j] * answers.to_worst[j] - whole).abs()).fold(0.0, f64::max);
    let span = whole * whole - whole;
    Some(BestWorst {
        weights: w.iter().map(|w| solution[*w]).collect(),
        deviation: solution[deviation],
        input_ratio: if span > 0.0 { off / span } else { 0.0 },
    })
}
