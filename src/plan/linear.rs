//! Linear programmes with whole variables: rows and columns kept apart from the solver.

use microlp::{
    ComparisonOp, Error, OptimizationDirection, Problem, SolutionStatus, SolveOptions, SolveOutcome, Variable,
};

/// A step is a node of a programme of so many variables.
const STEP: u64 = 200;
/// So many nodes are looked at in any case.
const FEWEST: u64 = 50;

/// How a row stands to its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// No more.
    AtMost,
    /// No less.
    AtLeast,
    /// The same.
    Equal,
}

#[derive(Debug, Clone, Copy)]
struct Column {
    least: f64,
    most: f64,
    whole: bool,
}

#[derive(Debug, Clone)]
struct Row {
    terms: Vec<(usize, f64)>,
    relation: Relation,
    number: f64,
}

/// Variables with their ranges, and what has to hold between them.
#[derive(Debug, Clone, Default)]
pub struct Linear {
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// Whether something was asked for that nothing can be.
    broken: bool,
}

/// What the solver found.
#[derive(Debug, Clone)]
pub enum Solved {
    /// A solution, and a bound on all others.
    Found {
        /// The value of each variable.
        values: Vec<f64>,
        /// No solution reaches more.
        bound: f64,
    },
    /// There is no solution.
    Impossible,
    /// Neither a solution nor a proof that there is none.
    Undecided,
}

impl Linear {
    /// A new whole variable.
    pub fn whole(&mut self, least: f64, most: f64) -> usize {
        self.column(Column { least, most, whole: true })
    }

    /// A new real variable.
    pub fn real(&mut self, least: f64, most: f64) -> usize {
        self.column(Column { least, most, whole: false })
    }

    fn column(&mut self, column: Column) -> usize {
        self.broken |= column.least > column.most;
        self.columns.push(column);
        self.columns.len() - 1
    }

    /// A new row; each variable stands in it at most once.
    pub fn row(&mut self, terms: Vec<(usize, f64)>, relation: Relation, number: f64) {
        if terms.is_empty() {
            self.broken |= match relation {
                Relation::AtMost => number < 0.0,
                Relation::AtLeast => number > 0.0,
                Relation::Equal => number != 0.0,
            };
            return;
        }
        self.rows.push(Row { terms, relation, number });
    }

    /// The most that an objective can reach where nothing has to be whole; `None` where nothing holds.
    pub fn relaxed(&self, objective: &[(usize, f64)]) -> Option<f64> {
        if self.broken {
            return None;
        }
        let (problem, _) = self.problem(objective, false);
        match problem.solve() {
            Ok(outcome) => Some(outcome.solution().map_or(f64::INFINITY, microlp::Solution::objective)),
            Err(Error::Infeasible) => None,
            Err(_) => Some(f64::INFINITY),
        }
    }

    /// The solution that reaches most of an objective, by so many steps of branch and bound at most.
    pub fn best(&self, objective: &[(usize, f64)], steps: u64, gap: f64, start: Option<&[f64]>) -> Solved {
        if self.broken {
            return Solved::Impossible;
        }
        let (problem, variables) = self.problem(objective, true);
        let mut options = SolveOptions::default();
        options.node_limit = Some(self.nodes(steps));
        options.mip_gap = gap;
        options.warm_start = start.map(|values| {
            let rounded = |(v, column): (f64, &Column)| if column.whole { v.round() } else { v };
            variables.iter().copied().zip(values.iter().copied().zip(&self.columns).map(rounded)).collect()
        });
        let solution = match problem.solve_with(options) {
            Ok(SolveOutcome::Solution(solution)) => solution,
            Err(Error::Infeasible) => return Solved::Impossible,
            Ok(SolveOutcome::Interrupted(_)) | Err(_) => return Solved::Undecided,
        };
        let bound = match solution.status() {
            SolutionStatus::Optimal => solution.objective(),
            SolutionStatus::Feasible => solution.stats().best_bound.unwrap_or(f64::INFINITY),
        };
        Solved::Found { values: variables.iter().map(|v| solution.var_value(*v)).collect(), bound }
    }

    /// Steps as nodes: a node of a larger programme takes as many more steps as it has more variables.
    fn nodes(&self, steps: u64) -> u64 {
        (steps.saturating_mul(STEP) / (self.columns.len() as u64).max(STEP)).max(FEWEST)
    }

    fn problem(&self, objective: &[(usize, f64)], whole: bool) -> (Problem, Vec<Variable>) {
        let mut worth = vec![0.0; self.columns.len()];
        objective.iter().for_each(|(v, w)| worth[*v] += w);
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let add = |(column, worth): (&Column, f64)| {
            if column.whole && whole {
                problem.add_integer_var(worth, (column.least as i32, column.most as i32))
            } else {
                problem.add_var(worth, (column.least, column.most))
            }
        };
        let variables: Vec<Variable> = self.columns.iter().zip(worth).map(add).collect();
        for row in &self.rows {
            let relation = match row.relation {
                Relation::AtMost => ComparisonOp::Le,
                Relation::AtLeast => ComparisonOp::Ge,
                Relation::Equal => ComparisonOp::Eq,
            };
            let terms: Vec<_> = row.terms.iter().map(|(v, w)| (variables[*v], *w)).collect();
            problem.add_constraint(terms, relation, row.number);
        }
        (problem, variables)
    }
}
