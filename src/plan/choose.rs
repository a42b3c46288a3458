//! The best choice of meetings, with a bound that no choice can pass.
//!
//! Where nothing but the total counts and every host is met in one class of slots alone, the choice is a
//! flow and is solved as one, in whole numbers. All else is a small integer programme, one objective
//! after the other, each held while the next is bettered.

use super::assignment::by_flow;
use super::programme::{Model, by_branching};
use super::puzzle::Puzzle;

/// What is bettered. Each is counted in whole numbers, and more is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Meetings short of the minima of the parties, turned round: 0 is best, and then minima are no limits.
    Shortfall,
    /// Meetings of an earlier plan.
    Kept,
    /// What is wished for before all else.
    Wished,
    /// Members that travel.
    Filled,
    /// The totals of so many of the worst-off members together. Where seats are limited, [`Goal::Filled`]
    /// has to come before it: with fewer travellers the worst-off would be better off.
    WorstOff(usize),
    /// The value of all meetings.
    Total,
    /// Hosts that are met.
    Spread,
}

/// How much may be spent. It is counted, not timed, so that the same input gives the same plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// Steps of branch and bound for each goal: nodes, where the programme is small.
    pub steps: u64,
    /// How far from the bound, as a share of it, is near enough; 0 asks for a proof.
    pub gap: f64,
}

impl Default for Effort {
    fn default() -> Effort {
        Effort { steps: 20_000, gap: 0.0 }
    }
}

/// What was reached of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    /// The goal.
    pub goal: Goal,
    /// What the choice reaches.
    pub value: i64,
    /// No choice that reaches the goals before this one reaches more.
    pub bound: i64,
}

/// A choice of meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The cells that take place, ascending.
    pub cells: Vec<usize>,
    /// Which parties travel.
    pub travels: Vec<bool>,
    /// What was reached, goal by goal.
    pub levels: Vec<Level>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// There is a choice.
    Chosen(Choice),
    /// There is none.
    Impossible,
    /// The effort did not suffice to find one, or to show that there is none.
    Undecided,
}

/// Makes the best choice; any choice where there is no goal.
pub fn choose(puzzle: &Puzzle, goals: &[Goal], effort: Effort) -> Answer {
    let classes = puzzle.classes();
    if let Some(answer) = by_flow(puzzle, goals, &classes) {
        return answer;
    }
    by_branching(puzzle, goals, &classes, effort)
}

/// No choice reaches more of the first goal; `None` where there is no choice at all.
pub fn bound(puzzle: &Puzzle, goal: Goal) -> Option<f64> {
    let model = Model::new(puzzle, &puzzle.classes(), &[goal]);
    model.linear.relaxed(&model.objective(puzzle, goal))
}

/// What a choice reaches of a goal.
pub fn measure(puzzle: &Puzzle, goal: Goal, chosen: &[usize], travels: &[bool]) -> i64 {
    let cells = || chosen.iter().map(|c| &puzzle.cells[*c]);
    match goal {
        Goal::Total => puzzle.value(chosen) as i64,
        Goal::Kept => cells().filter(|c| c.kept).count() as i64,
        Goal::Wished => cells().map(|c| c.wished as i64).sum(),
        Goal::Filled => {
            let sizes = puzzle.parties.iter().zip(travels).filter(|(_, t)| **t).map(|(p, _)| p.size);
            sizes.sum::<usize>() as i64
        }
        Goal::Spread => {
            let mut hosts: Vec<usize> = cells().map(|c| c.host).collect();
            hosts.sort_unstable();
            hosts.dedup();
            hosts.len() as i64
        }
        Goal::Shortfall => {
            let lack = |p: usize| {
                let has = cells().filter(|c| c.party == p).count();
                if travels[p] { puzzle.parties[p].least.saturating_sub(has) as i64 } else { 0 }
            };
            -(0..puzzle.parties.len()).map(lack).sum::<i64>()
        }
        Goal::WorstOff(count) => {
            let mut totals = Vec::new();
            for p in (0..puzzle.parties.len()).filter(|p| travels[*p]) {
                for member in 0..puzzle.parties[p].size {
                    totals
                        .push(cells().filter(|c| c.party == p).map(|c| c.values[member] as i64).sum::<i64>());
                }
            }
            totals.sort_unstable();
            totals.iter().take(count).sum()
        }
    }
}
