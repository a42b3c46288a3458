//! Judgments that cannot all hold, whatever the weights.

use super::lp;
use microlp::{ComparisonOp, OptimizationDirection, Problem};

/// One smallest set of judgments (positions) that no weights satisfy together: without any one of
/// them, the rest of the set can hold. Empty where all can hold. Deletion filter: each judgment is left
/// out in turn, and stays out if the rest still cannot hold (J. Chinneck and E. Dravnieks, ORSA J. on
/// Computing 3 (1991) 157–168).
pub fn smallest(differences: &[Vec<f64>]) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..differences.len()).collect();
    if can_hold(differences, &kept) {
        return Vec::new();
    }
    for judgment in 0..differences.len() {
        let rest: Vec<usize> = kept.iter().copied().filter(|k| *k != judgment).collect();
        if !can_hold(differences, &rest) {
            kept = rest;
        }
    }
    kept
}

/// Whether some weights put the better one truly ahead in all of them: the largest common lead is
/// above zero.
fn can_hold(differences: &[Vec<f64>], kept: &[usize]) -> bool {
    let Some(first) = kept.first() else { return true };
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let w: Vec<_> = differences[*first].iter().map(|_| problem.add_var(0.0, (0.0, 1.0))).collect();
    let lead = problem.add_var(1.0, (-1.0, 1.0));
    problem.add_constraint(w.iter().map(|w| (*w, 1.0)).collect::<Vec<_>>(), ComparisonOp::Eq, 1.0);
    for &k in kept {
        let terms = w.iter().copied().zip(differences[k].iter().copied()).chain([(lead, -1.0)]);
        problem.add_constraint(terms.collect::<Vec<_>>(), ComparisonOp::Ge, 0.0);
    }
    lp::solve(&problem).is_some_and(|solution| solution[lead] > 1e-9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_answers_that_cannot_all_hold() {
        let (a, b) = (vec![1.0, -1.0, 0.0], vec![0.0, 1.0, -1.0]);
        let c = vec![-1.0, 0.0, 1.0];
        assert!(smallest(&[a.clone(), b.clone()]).is_empty());
        assert_eq!(smallest(&[a.clone(), vec![1.0, 0.0, 0.0], b, c]), [0, 2, 3]);
        assert_eq!(smallest(&[a, vec![0.0; 3]]), [1]);
    }
}
