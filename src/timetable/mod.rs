//! When and where given meetings take place: few idle gaps, with proof.
//!
//! The business-to-business meeting scheduling problem (M. Bofill, J. Coll, M. Garcia, J. Giráldez-Cru,
//! G. Pesant, J. Suy, M. Villaret, *Constraint Solving Approaches to the Business-to-Business Meeting
//! Scheduling Problem*, JAIR 74 (2022) 263–301), with sites, travel, third parties and an earlier
//! timetable added. Purely combinatorial: participants, meetings, slots and sites are numbers.
//!
//! ```
//! use silkmatch::timetable::{Limits, Meeting, Outcome, Participant, Problem, Site, Slot, solve};
//!
//! # fn main() -> silkmatch::Result<()> {
//! let slot = |n: i64| Slot { session: 0, start: 60 * n, end: 60 * n + 45 };
//! let meet = |a, b| Meeting { participants: vec![a, b], ..Meeting::default() };
//! let problem = Problem {
//!     slots: (9..12).map(slot).collect(),
//!     sites: vec![Site { tables: vec![2; 3] }],
//!     participants: vec![Participant::default(); 4],
//!     meetings: vec![meet(0, 2), meet(0, 3), meet(1, 2)],
//!     ..Problem::default()
//! };
//! let Outcome::Solved(solution) = solve(&problem, &Limits::default())? else { panic!("it can be done") };
//! assert_eq!(solution.value.idle, 0);
//! assert!(solution.is_proven());
//! # Ok(())
//! # }
//! ```

mod colouring;
mod conflict;
mod construct;
mod cost;
mod encode;
mod improve;
mod model;
mod problem;
mod prove;
mod refute;
mod sat;
mod tables;

pub use cost::{Cost, Timetable, broken};
pub use problem::{Meeting, Participant, Precedence, Problem, Site, Slot};

use crate::error::Result;
use encode::Encoding;
use model::Model;
use sat::Answer;

/// How much work may be spent. Work is counted, not timed: the same input gives the same timetable on
/// every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Conflicts of the SAT solver for the question whether there is a timetable at all, and once more for
    /// all questions asked when the smallest conflict is looked for.
    pub decide: u64,
    /// Moves that the local search tries before the proof; four times as many in each of its turns later.
    pub moves: u64,
    /// Conflicts of the SAT solver for finding and proving the best timetable, all objectives together.
    pub prove: u64,
}

impl Default for Limits {
    /// Enough to prove most forums of seventy participants and two hundred meetings, in seconds; where it
    /// is not, the proof stops after about a minute with the best timetable met and the bound so far.
    fn default() -> Limits {
        Limits { decide: 200_000, moves: 300_000, prove: 200_000 }
    }
}

impl Limits {
    /// Only the question whether there is a timetable: the first one is as good as any.
    pub fn existence() -> Limits {
        Limits { moves: 0, prove: 0, ..Limits::default() }
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// There is a timetable.
    Solved(Solution),
    /// There is none.
    Impossible(Conflict),
    /// Neither a timetable nor a proof that there is none was found within [`Limits::decide`].
    Undecided,
}

/// A timetable and what is known of how good it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// When and where each meeting takes place.
    pub timetable: Timetable,
    /// What it costs.
    pub value: Cost,
    /// What every timetable costs at least, in the same order of objectives: no timetable is below it.
    /// Objectives after the first one that differs from `value` say 0, for nothing is known of them.
    pub bound: Cost,
}

impl Solution {
    /// Whether no timetable is better.
    pub fn is_proven(&self) -> bool {
        self.value == self.bound
    }
}

/// A rule that stands in the way, together with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Constraint {
    /// The slots in which the participant is away.
    Away(usize),
    /// The participant cannot be in two meetings at a time.
    Busy(usize),
    /// The most idle gaps that the participant accepts.
    MostGaps(usize),
    /// The slots to which the meeting is restricted.
    Slots(usize),
    /// The slot in which the meeting has to be.
    Fixed(usize),
    /// The tables of a site in a slot.
    Tables {
        /// Which site.
        site: usize,
        /// Which slot.
        slot: usize,
    },
    /// The time that the way between two sites takes, in either direction.
    Travel {
        /// The site with the smaller number.
        a: usize,
        /// The site with the larger number.
        b: usize,
    },
    /// A precedence, by its place in [`Problem::precedences`].
    Order(usize),
}

/// Meetings that cannot all take place, and the rules that stand in the way.
///
/// Smallest in the sense that nothing can be left out: these meetings cannot be timetabled under these
/// rules alone, but all of them but one can, and all of them can under all of the rules but one (where
/// [`Conflict::minimal`] is true). So at least one of them has to give way; other conflicts may remain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The meetings, ascending. A choice of meetings that holds all of them has no timetable.
    pub meetings: Vec<usize>,
    /// The rules, ascending. That there are no more slots than there are is not one of them: where the
    /// list holds but [`Constraint::Busy`], a participant has more meetings than there are slots.
    pub constraints: Vec<Constraint>,
    /// Whether [`Limits::decide`] sufficed to show that nothing can be left out.
    pub minimal: bool,
}

/// Finds a timetable, betters it, and proves how good it is; or names what stands in the way.
///
/// # Errors
///
/// Where the problem is not built as its types say: see [`Problem::check`].
pub fn solve(problem: &Problem, limits: &Limits) -> Result<Outcome> {
    problem.check()?;
    let model = Model::new(problem);
    let mut left = limits.decide;
    let start = match exists(&model, &mut left) {
        Existence::Found(start) => start,
        Existence::Refuted => return Ok(Outcome::Impossible(conflict::smallest(problem, limits.decide))),
        Existence::Unknown => return Ok(Outcome::Undecided),
    };
    let better = improve::improve(&model, &start, limits.moves, 0);
    let (slots, bound) = prove::prove(&model, better, limits);
    let (value, tables) = (Cost::of(problem, &slots), tables::seat(problem, &slots));
    Ok(Outcome::Solved(Solution { timetable: Timetable { slots, tables }, value, bound }))
}

/// Whether there is a timetable.
enum Existence {
    /// There is this one.
    Found(Vec<usize>),
    /// There is none.
    Refuted,
    /// The conflicts allowed were used up.
    Unknown,
}

/// Counts, then colours or constructs, then asks the SAT solver, which takes its conflicts from `left`.
fn exists(model: &Model, left: &mut u64) -> Existence {
    if refute::refuted(model) {
        return Existence::Refuted;
    }
    if let Some(slots) = colouring::colour(model).or_else(|| construct::construct(model))
        && is_patient(model, &slots)
    {
        return Existence::Found(slots);
    }
    let mut encoding = Encoding::new(model);
    match encoding.sat.solve(&[], left) {
        Answer::Yes => Existence::Found(encoding.slots()),
        Answer::No => Existence::Refuted,
        Answer::Unknown => Existence::Unknown,
    }
}

/// Whether nobody has more idle gaps than they accept: the one rule that construction does not look at.
fn is_patient(model: &Model, slots: &[usize]) -> bool {
    let accepts = |(p, agenda): (usize, &Vec<usize>)| {
        let gaps = model.gaps(|slot| agenda.iter().any(|m| slots[*m] == slot));
        model.problem.participants[p].most_gaps.is_none_or(|most| gaps <= most)
    };
    model.agendas.iter().enumerate().all(accepts)
}
