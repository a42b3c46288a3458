//! The delegation: who travels, who meets whom, when and where, with a bound on what is possible.
//!
//! ```text
//!  file ─ request ─► DELEGATION ─┬─ value ─► worth of every pair, both ways
//!                                ├─ route ─► which city on which day
//!                                └─ ways ──► minutes from place to place
//!                                     │
//!                  frame ─► puzzle ─ choose ─► choice ◄── cuts ── timetable
//!                                     │
//!             plan: meetings, levels, alternates, unmet wishes;  or a smallest conflict
//! ```
//!
//! The choice is exact: a flow with its certificate where it is one, else branch and bound, goal after
//! goal; the timetable refuses what it cannot place, and the choice is made anew. So the bound holds for
//! meetings and timetable together.

mod assemble;
mod assignment;
pub mod change;
pub mod choices;
pub mod choose;
pub mod conflict;
pub mod delegation;
pub mod frame;
pub mod joint;
pub mod linear;
pub mod named;
mod pace;
pub mod place;
mod programme;
pub mod puzzle;
mod request;
pub mod route;
pub mod solve;
pub mod tally;
pub mod value;
pub mod ways;
pub mod wish;

pub use change::Earlier;
pub use choose::{Effort, Goal, Level};
pub use conflict::Conflict;
pub use delegation::Delegation;
pub use request::read;
pub use wish::{Cause, MissedCity, Unmet};

use crate::error::Result;
use crate::timetable::Cost;
use named::Demands;
use route::Route;
use solve::{Found, Search};
use value::Worths;

/// A meeting of a plan. Members who move together have it together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meeting {
    /// The member.
    pub member: usize,
    /// The host.
    pub host: usize,
    /// The slot.
    pub slot: usize,
    /// The table, from 0; `None` where the host receives at home.
    pub table: Option<usize>,
    /// What it is worth, in units.
    pub value: u64,
}

/// What became of a meeting of an earlier plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is at another time.
    Moved {
        /// The earlier slot.
        from: usize,
        /// The slot now.
        to: usize,
    },
    /// It does not take place any more.
    Lost,
    /// It is new.
    New,
}

/// A plan.
#[derive(Debug, Clone)]
pub struct Plan<'a> {
    /// The city of each day.
    pub route: Route,
    /// The members that travel, ascending.
    pub travelling: Vec<usize>,
    /// Who would take the next seats, in order.
    pub alternates: Vec<usize>,
    /// The meetings, by time, then by table, then by member.
    pub meetings: Vec<Meeting>,
    /// What was reached, goal by goal.
    pub levels: Vec<Level>,
    /// What the timetable costs, and what every timetable of these meetings costs at least.
    pub timetable: (Cost, Cost),
    /// What was wished for and is not in it.
    pub unmet: Vec<Unmet<'a>>,
    /// Cities with hosts that the visit does not come to.
    pub missed_cities: Vec<MissedCity>,
    /// What became of an earlier plan: member, host and the change; the rest stayed as it was.
    pub changes: Vec<(usize, usize, Change)>,
    /// How many meetings of an earlier plan stayed as they were.
    pub stayed: usize,
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum Outcome<'a> {
    /// A plan.
    Plan(Box<Plan<'a>>),
    /// Constraints that cannot all hold.
    Impossible(Conflict),
    /// The effort did not suffice to find a plan, or to show that there is none.
    Undecided,
}

/// Plans a delegation, as close to an earlier plan as possible where there is one: whatever can stay as
/// it was stays; only where there is no plan with that, meetings are moved too.
///
/// # Errors
/// Too many routes between the cities of the days.
pub fn plan<'r>(
    delegation: &Delegation,
    worths: &Worths<'r>,
    effort: Effort,
    earlier: Option<&Kept>,
) -> Result<Outcome<'r>> {
    let routes = route::routes(delegation, &Demands::default())?;
    let search = Search { delegation, worths, routes: &routes, effort };
    let mut demands = earlier.map_or_else(Demands::default, Kept::demands);
    let mut found = search.best(&demands)?;
    // What still stood need not stay: then its times are free again.
    if !demands.pinned.is_empty() && !matches!(found, Found::Plan(_)) {
        demands.pinned.clear();
        found = search.best(&demands)?;
    }
    match found {
        Found::Plan(solved) => assemble::plan(&search, *solved, &demands, earlier),
        Found::Impossible => Ok(Outcome::Impossible(conflict::conflict(&search, &demands)?)),
        Found::Undecided => Ok(Outcome::Undecided),
    }
}

/// What of an earlier plan is to be kept.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The meetings.
    pub meetings: Vec<change::Standing>,
    /// The members that travel in any case.
    pub travelling: Vec<usize>,
}

impl Kept {
    fn demands(&self) -> Demands {
        let kept = self.meetings.iter().map(|(m, h, _)| (*m, *h)).collect();
        Demands { kept, pinned: self.meetings.clone(), fixed: self.travelling.clone(), ..Demands::default() }
    }
}
