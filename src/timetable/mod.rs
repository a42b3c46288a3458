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

mod cost;
mod problem;

pub use cost::{Cost, Timetable, broken};
pub use problem::{Meeting, Participant, Precedence, Problem, Site, Slot};

use crate::error::Result;

/// How much work may be spent. Work is counted, not timed: the same input gives the same timetable on
/// every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Conflicts of the SAT solver for the question whether there is a timetable at all, and again for
    /// each question asked when the smallest conflict is looked for.
    pub decide: u64,
    /// Moves that the local search tries.
    pub moves: u64,
    /// Conflicts of the SAT solver for finding and proving the best timetable, all objectives together.
    pub prove: u64,
}

impl Default for Limits {
    /// Enough to prove a forum of seventy participants and two hundred meetings.
    fn default() -> Limits {
        Limits { decide: 200_000, moves: 300_000, prove: 2_000_000 }
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
/// Smallest in the sense that nothing can be left out: without any one of the meetings, or with any one
/// of the rules lifted, the rest can be timetabled (where [`Conflict::minimal`] is true).
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
pub fn solve(problem: &Problem, _limits: &Limits) -> Result<Outcome> {
    problem.check()?;
    let mut timetable = Timetable { slots: Vec::new(), tables: Vec::new() };
    for _ in &problem.meetings {
        let taken = (0..problem.slots.len()).find(|slot| fits(problem, &mut timetable, *slot));
        if taken.is_none() {
            return Ok(Outcome::Undecided);
        }
    }
    let value = Cost::of(problem, &timetable.slots);
    Ok(Outcome::Solved(Solution { timetable, value, bound: Cost::default() }))
}

/// Puts the next meeting into a slot, at the first free table; takes it back where a rule is broken.
fn fits(problem: &Problem, timetable: &mut Timetable, slot: usize) -> bool {
    let next = timetable.slots.len();
    timetable.slots.push(slot);
    for table in 0..problem.sites[problem.meetings[next].site].tables[slot] {
        timetable.tables.push(table);
        let so_far = Problem {
            meetings: problem.meetings[..=next].to_vec(),
            precedences: Vec::new(),
            ..problem.clone()
        };
        if broken(&so_far, timetable).is_empty() {
            return true;
        }
        timetable.tables.pop();
    }
    timetable.slots.pop();
    false
}
