//! The best timetable, and the proof that it is: one objective after another.
//!
//! Each objective is minimised from below: assume that none of it is needed; a refutation names what
//! cannot all be spared, one of it is paid for, and the question is put again (core-guided search, OLL:
//! A. Morgado, C. Dodaro, J. Marques-Silva, CP 2014). What has been paid is a lower bound at any time.
//!
//! Search and proof take turns, the proof twice as long each time: where everybody is there all day the
//! bound is known at once and search alone finds what meets it; where diaries are full it is the other way.

use super::Limits;
use super::cost::Cost;
use super::encode::{Encoding, Soft};
use super::improve::improve;
use super::model::Model;
use super::sat::{Answer, Counts};
use batsat::Lit;
use std::cmp::Reverse;

/// Conflicts spent on the question whether one more element of a core can be left out.
const TRIM: u64 = 300;

/// Goals are asked for in so many parts, one more at a time: the solver comes from one good timetable to
/// the next, and there is a better one to show whenever it is stopped.
const PARTS: usize = 8;

/// Conflicts of the first turn of a question.
const TURN: u64 = 10_000;

/// A turn of the search is so many times as long as the search before the proof.
const ROUND: u64 = 4;

/// Starts from a timetable that keeps every rule and returns one no worse, with a bound that no timetable
/// is below.
pub(super) fn prove(model: &Model, start: Vec<usize>, limits: &Limits) -> (Vec<usize>, Cost) {
    let best = (Cost::of(&model.problem, &start), start);
    if limits.prove == 0 || best.0 == Cost::default() {
        return (best.1, Cost::default());
    }
    let mut prover = Prover {
        model,
        encoding: Encoding::new(model),
        best,
        left: limits.prove,
        turn: TURN,
        round: limits.moves * ROUND,
        rounds: 0,
    };
    let bound = prover.run();
    (prover.best.1, bound)
}

struct Prover<'a> {
    model: &'a Model,
    encoding: Encoding<'a>,
    best: (Cost, Vec<usize>),
    left: u64,
    /// Conflicts that one question may take before the search has its turn.
    turn: u64,
    /// Moves of each turn of the search, and how many there were.
    round: u64,
    rounds: u64,
}

/// A counter of which the first output is to be false; the others follow when it cannot.
struct Goal {
    literal: Lit,
    weight: u32,
    rest: Vec<Lit>,
}

impl Goal {
    fn new(count: &[Lit], weight: u32) -> Option<Goal> {
        let (literal, rest) = count.split_first()?;
        Some(Goal { literal: *literal, weight, rest: rest.to_vec() })
    }

    /// Adds the goal to others: to the weight of the same one, where it is among them.
    fn join(self, goals: &mut Vec<Goal>) {
        match goals.iter_mut().find(|goal| goal.literal == self.literal) {
            Some(same) => same.weight += self.weight,
            None => goals.push(self),
        }
    }
}

impl Prover<'_> {
    /// The bounds of all objectives, as far as the conflicts last.
    fn run(&mut self) -> Cost {
        // The solver remembers the timetable at hand and searches near it first.
        let known = self.encoding.is(&self.best.1);
        self.ask(&known);
        let mut bound = Cost::default();
        let (moved, lost) = self.encoding.moved();
        bound.moved = lost + self.minimise(moved, |cost| cost.moved - lost);
        if bound.moved < self.best.0.moved {
            return bound;
        }
        let idle = self.encoding.idle();
        bound.idle = self.minimise(idle, |cost| cost.idle);
        if bound.idle < self.best.0.idle {
            return bound;
        }
        // Where none is needed the formula has to know it too, or gaps would be levelled out at the price of one.
        if self.best.0.changes > 0 || self.best.0.spread > 0 {
            let changes = self.encoding.changes();
            bound.changes = self.minimise(changes, |cost| cost.changes);
        }
        if bound.changes == self.best.0.changes {
            bound.spread = self.level_out();
        }
        bound
    }

    /// A question took its turn without an answer: searches from another seed, and gives the next one more.
    /// Whether anything is left for it.
    fn take_turns(&mut self) -> bool {
        if self.left == 0 {
            return false;
        }
        self.rounds += 1;
        self.turn *= 2;
        let slots = improve(self.model, &self.best.1, self.round, self.rounds);
        let cost = Cost::of(&self.model.problem, &slots);
        if cost < self.best.0 {
            self.best = (cost, slots);
        }
        true
    }

    /// Puts a question for one turn; a model that is better than the best is kept.
    fn ask(&mut self, assumptions: &[Lit]) -> Answer {
        let mut turn = self.turn.min(self.left);
        self.left -= turn;
        let answer = self.encoding.sat.solve(assumptions, &mut turn);
        self.left += turn;
        if answer == Answer::Yes {
            let slots = self.encoding.slots();
            let cost = Cost::of(&self.model.problem, &slots);
            if cost < self.best.0 {
                self.best = (cost, slots);
            }
        }
        answer
    }

    /// Minimises one objective; returns how much of it is needed at least. Where that is what the best
    /// timetable has, the formula holds the objective to it from then on.
    fn minimise(&mut self, soft: Vec<Soft>, of: impl Fn(&Cost) -> u32) -> u32 {
        let mut goals: Vec<Goal> = soft.iter().filter_map(|s| Goal::new(&s.count, s.weight)).collect();
        // What costs most first, then whoever has the most meetings: the tightest agendas.
        goals.sort_by_key(|goal| Reverse((goal.weight, goal.rest.len())));
        let part = goals.len().div_ceil(PARTS);
        let (mut bound, mut asked) = (0, part);
        while bound < of(&self.best.0) {
            let assumptions: Vec<Lit> = goals.iter().take(asked).map(|goal| !goal.literal).collect();
            match self.ask(&assumptions) {
                Answer::Unknown if self.take_turns() => {}
                Answer::Unknown => return bound,
                Answer::No => {
                    let core = self.trim();
                    bound += self.pay(&core, &mut goals);
                }
                Answer::Yes if asked < goals.len() => asked += part,
                Answer::Yes => break,
            }
        }
        goals.iter().for_each(|goal| self.encoding.sat.clause(&[!goal.literal]));
        bound
    }

    /// The last core without what can be left out at little cost.
    fn trim(&mut self) -> Vec<Lit> {
        let mut core = self.encoding.sat.core().to_vec();
        let mut n = 0;
        while n < core.len() && core.len() > 1 {
            let mut fewer = core.clone();
            fewer.remove(n);
            let rest = self.left.saturating_sub(TRIM);
            self.left -= rest;
            let answer = self.ask(&fewer);
            self.left += rest;
            if answer == Answer::No {
                core = self.encoding.sat.core().to_vec();
            } else {
                n += 1;
            }
        }
        core
    }

    /// Not all of a core can be spared: pays for one, and asks that there be no second. A core is never
    /// empty, for the timetable at hand is a model.
    fn pay(&mut self, core: &[Lit], goals: &mut Vec<Goal>) -> u32 {
        let in_core = |goal: &Goal| core.contains(&!goal.literal);
        let price = goals.iter().filter(|g| in_core(g)).map(|g| g.weight).min().unwrap_or(0);
        let next = goals.iter().filter(|g| in_core(g)).filter_map(|g| Goal::new(&g.rest, price));
        let mut next: Vec<Goal> = next.collect();
        goals.iter_mut().filter(|g| in_core(g)).for_each(|g| g.weight -= price);
        goals.retain(|g| g.weight > 0);
        let spared: Vec<Lit> = core.iter().map(|l| !*l).collect();
        self.encoding.sat.clause(&spared);
        let count = self.encoding.sat.count(&spared, spared.len(), Counts::Up);
        next.extend(Goal::new(&count[1..], price));
        next.into_iter().for_each(|goal| goal.join(goals));
        price
    }

    /// Brings the spread down to the least possible; returns what it is at least.
    fn level_out(&mut self) -> u32 {
        let most = self.best.0.spread;
        let within = if most > 0 { self.encoding.spreads(most) } else { Vec::new() };
        for (spread, holds) in within.iter().enumerate().take(most as usize) {
            match self.ask(&[*holds]) {
                Answer::No => {}
                Answer::Yes | Answer::Unknown => return spread as u32,
            }
        }
        most
    }
}
