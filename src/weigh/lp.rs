//! Small linear programs: a few variables, a row for each thing that is said about them.

use microlp::{Problem, Solution, SolveOutcome};

/// The optimum; `None` where nothing is feasible.
pub(crate) fn solve(problem: &Problem) -> Option<Solution> {
    match problem.solve().ok()? {
        SolveOutcome::Solution(solution) => Some(solution),
        SolveOutcome::Interrupted(_) => None,
    }
}
