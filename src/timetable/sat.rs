//! The SAT solver behind a narrow door: literals, clauses, counters, and questions with a limit.

use batsat::{Callbacks, ClauseKind, Lit, Solver, SolverInterface, SolverOpts, lbool};

/// Stops the solver when the conflicts allowed are used up: the same on every machine.
#[derive(Default)]
struct Budget {
    left: u64,
}

impl Callbacks for Budget {
    fn on_new_clause(&mut self, _: &[Lit], kind: ClauseKind) {
        if kind == ClauseKind::Learnt {
            self.left = self.left.saturating_sub(1);
        }
    }

    fn stop(&self) -> bool {
        self.left == 0
    }
}

/// What the solver says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// There is a model; [`Sat::holds`] reads it.
    Yes,
    /// There is none; [`Sat::core`] says which assumptions that takes.
    No,
    /// The conflicts allowed are used up.
    Unknown,
}

/// Which way a counter is bound to what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// True inputs make outputs true; enough to hold a number down.
    Up,
    /// And false inputs make them false: the outputs are the number.
    Exactly,
}

/// A formula in the making, and its solver.
pub(super) struct Sat {
    solver: Solver<Budget>,
    never: Lit,
    core: Vec<Lit>,
}

impl Sat {
    /// The empty formula.
    pub fn new() -> Sat {
        let mut solver = Solver::new(SolverOpts::default(), Budget::default());
        let never = Lit::new(solver.new_var_default(), true);
        solver.add_clause_reuse(&mut vec![!never]);
        Sat { solver, never, core: Vec::new() }
    }

    /// The literal that is false.
    pub fn never(&self) -> Lit {
        self.never
    }

    /// A new variable, as its positive literal.
    pub fn fresh(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    /// At least one of the literals is true.
    pub fn clause(&mut self, literals: &[Lit]) {
        self.solver.add_clause_reuse(&mut literals.to_vec());
    }

    /// Where all of the first are true, one of the second is.
    pub fn implies(&mut self, all: &[Lit], one: &[Lit]) {
        let mut clause: Vec<Lit> = all.iter().map(|l| !*l).collect();
        clause.extend_from_slice(one);
        self.solver.add_clause_reuse(&mut clause);
    }

    /// A literal that is true where at least one of the given is.
    pub fn any(&mut self, literals: &[Lit]) -> Lit {
        match literals {
            [] => self.never,
            [one] => *one,
            _ => {
                let any = self.fresh();
                literals.iter().for_each(|l| self.implies(&[*l], &[any]));
                self.implies(&[any], literals);
                any
            }
        }
    }

    /// At most one of the literals is true: pair by pair where they are few, else by a chain (C. Sinz,
    /// CP 2005).
    pub fn at_most_one(&mut self, literals: &[Lit]) {
        if literals.len() <= 6 {
            for (n, a) in literals.iter().enumerate() {
                literals[..n].iter().for_each(|b| self.clause(&[!*a, !*b]));
            }
            return;
        }
        let mut before = literals[0];
        for literal in &literals[1..] {
            self.clause(&[!before, !*literal]);
            before = self.any(&[before, *literal]);
        }
    }

    /// A counter over the literals (totalizer: O. Bailleux and Y. Boufkhad, CP 2003): output `n` is true
    /// where more than `n` are. There are at most `most` outputs.
    pub fn count(&mut self, literals: &[Lit], most: usize, counts: Counts) -> Vec<Lit> {
        if literals.len() <= 1 {
            return literals.iter().copied().take(most).collect();
        }
        let (left, right) = literals.split_at(literals.len() / 2);
        let (left, right) = (self.count(left, most, counts), self.count(right, most, counts));
        let outputs: Vec<Lit> = (0..most.min(left.len() + right.len())).map(|_| self.fresh()).collect();
        for a in 0..=left.len() {
            for b in 0..=right.len() {
                self.merge((&left, a), (&right, b), &outputs, counts);
            }
        }
        outputs
    }

    /// From `a` of the left and `b` of the right follows what is said of `a + b`.
    fn merge(
        &mut self,
        (left, a): (&[Lit], usize),
        (right, b): (&[Lit], usize),
        out: &[Lit],
        counts: Counts,
    ) {
        let sum = (a + b).min(out.len());
        if sum > 0 {
            let reached: Vec<Lit> = a.checked_sub(1).map(|n| left[n]).into_iter().collect();
            let reached: Vec<Lit> = reached.into_iter().chain(b.checked_sub(1).map(|n| right[n])).collect();
            self.implies(&reached, &[out[sum - 1]]);
        }
        if counts == Counts::Exactly && a + b < out.len() {
            let more: Vec<Lit> = left.get(a).into_iter().chain(right.get(b)).copied().collect();
            self.implies(&[out[a + b]], &more);
        }
    }

    /// Whether the formula can hold together with the assumptions; takes the conflicts it uses from `left`.
    pub fn solve(&mut self, assumptions: &[Lit], left: &mut u64) -> Answer {
        self.solver.cb_mut().left = *left;
        let answer = self.solver.solve_limited(assumptions);
        *left = self.solver.cb().left;
        if answer == lbool::TRUE {
            Answer::Yes
        } else if answer == lbool::FALSE {
            let needed = |l: &&Lit| self.solver.unsat_core_contains_var(l.var());
            self.core = assumptions.iter().filter(needed).copied().collect();
            Answer::No
        } else {
            Answer::Unknown
        }
    }

    /// The assumptions that the last [`Answer::No`] rests on.
    pub fn core(&self) -> &[Lit] {
        &self.core
    }

    /// Whether the literal is true in the last model.
    pub fn holds(&self, literal: Lit) -> bool {
        self.solver.value_lit(literal) == lbool::TRUE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers that a counter over five literals can take, where some outputs are fixed.
    fn models(fix: impl Fn(&mut Sat, &[Lit])) -> Vec<usize> {
        let mut found = Vec::new();
        for bits in 0..32_u32 {
            let mut sat = Sat::new();
            let inputs: Vec<Lit> = (0..5).map(|_| sat.fresh()).collect();
            let outputs = sat.count(&inputs, 5, Counts::Exactly);
            fix(&mut sat, &outputs);
            let given: Vec<Lit> =
                inputs.iter().enumerate().map(|(n, l)| if bits >> n & 1 == 1 { *l } else { !*l }).collect();
            if sat.solve(&given, &mut 1000) == Answer::Yes {
                found.push(bits.count_ones() as usize);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn a_counter_counts() {
        assert_eq!(models(|_, _| ()), [0, 1, 2, 3, 4, 5]);
        assert_eq!(models(|sat, out| sat.clause(&[!out[2]])), [0, 1, 2]);
        assert_eq!(models(|sat, out| sat.clause(&[out[2]])), [3, 4, 5]);
    }

    #[test]
    fn at_most_one_of_few_and_of_many() {
        for size in [2, 6, 7, 12] {
            let mut sat = Sat::new();
            let literals: Vec<Lit> = (0..size).map(|_| sat.fresh()).collect();
            sat.at_most_one(&literals);
            for a in 0..size {
                assert_eq!(sat.solve(&[literals[a]], &mut 1000), Answer::Yes);
                for b in 0..a {
                    assert_eq!(sat.solve(&[literals[a], literals[b]], &mut 1000), Answer::No);
                }
            }
        }
    }

    #[test]
    fn a_limit_of_conflicts_ends_a_hard_question() {
        let mut sat = Sat::new();
        let pigeons: Vec<Vec<Lit>> = (0..10).map(|_| (0..9).map(|_| sat.fresh()).collect()).collect();
        pigeons.iter().for_each(|holes| sat.clause(holes));
        for hole in 0..9 {
            let here: Vec<Lit> = pigeons.iter().map(|holes| holes[hole]).collect();
            sat.at_most_one(&here);
        }
        let mut left = 50;
        assert_eq!(sat.solve(&[], &mut left), Answer::Unknown);
        assert_eq!(left, 0);
    }
}
