//! Choice and timetable together: the best choice that has a timetable, over all routes.
//!
//! The timetable answers the choice with a smallest set of meetings that it cannot place; the choice then
//! avoids that set (logic-based Benders cuts: J. N. Hooker, G. Ottosson, *Mathematical Programming* 96,
//! 2003). Every cut removes choices that have no timetable and no other, so the bound stays a bound.

use super::choose::{self, Answer, Choice, Effort, Goal, Level, choose};
use super::delegation::{Delegation, Rule, Who, minutes};
use super::frame::{Demands, Frame, Named, frame, goals};
use super::route::Route;
use super::value::Worths;
use crate::error::Result;
use crate::timetable::{
    self, Limits, Meeting, Outcome, Participant, Precedence, Problem, Site, Slot, Solution,
};

/// The most sets that the timetable may refuse before the search gives up.
const MOST_CUTS: usize = 300;

/// A choice that has a timetable.
#[derive(Debug, Clone)]
pub struct Solved {
    /// The route.
    pub route: Route,
    /// The puzzle of the route.
    pub frame: Frame,
    /// The choice, its levels bounded over all routes.
    pub choice: Choice,
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum Found {
    /// The best plan that was found.
    Plan(Box<Solved>),
    /// There is none.
    Impossible,
    /// The effort did not suffice to find one, or to show that there is none.
    Undecided,
}

/// A delegation with the worth of its meetings and the routes that it may take.
#[derive(Debug, Clone, Copy)]
pub struct Search<'s, 'r> {
    /// The delegation.
    pub delegation: &'s Delegation,
    /// What its meetings are worth.
    pub worths: &'s Worths<'r>,
    /// The routes.
    pub routes: &'s [Route],
    /// How much may be spent on each.
    pub effort: Effort,
}

impl Search<'_, '_> {
    /// The best choice over all routes. The routes are taken in the order of their bounds, and the search
    /// ends where no bound is above what was found.
    ///
    /// # Errors
    /// None, unless the timetable was asked in a way that its types do not allow.
    pub fn best(&self, demands: &Demands) -> Result<Found> {
        let goals = goals(self.delegation, demands);
        let mut open = self.bounded(demands, &goals);
        open.sort_by(|a, b| b.1.total_cmp(&a.1));
        let (mut best, mut undecided): (Option<Solved>, bool) = (None, false);
        let mut tops = Vec::new();
        for (route, bound) in open {
            let reached = best.as_ref().and_then(|b| b.choice.levels.first()).map(|l| l.value);
            if reached.is_some_and(|value| (bound + 1e-4).floor() < value as f64) {
                break;
            }
            match self.on_route(route, demands, &goals)? {
                Found::Plan(solved) => {
                    tops.push(solved.choice.levels.clone());
                    if best.as_ref().is_none_or(|b| values(&solved.choice) > values(&b.choice)) {
                        best = Some(*solved);
                    }
                }
                Found::Impossible => {}
                Found::Undecided => undecided = true,
            }
        }
        Ok(match best {
            Some(mut best) => {
                raise(&mut best.choice, &tops, undecided);
                Found::Plan(Box::new(best))
            }
            None if undecided => Found::Undecided,
            None => Found::Impossible,
        })
    }

    /// Whether there is a plan at all; `None` where that could not be found out.
    ///
    /// # Errors
    /// As [`Search::best`].
    pub fn exists(&self, demands: &Demands) -> Result<Option<bool>> {
        let any = Search { effort: Effort { gap: 1.0, ..self.effort }, ..*self };
        let mut known = true;
        for route in self.routes {
            match any.on_route(route, demands, &[Goal::Total])? {
                Found::Plan(_) => return Ok(Some(true)),
                Found::Impossible => {}
                Found::Undecided => known = false,
            }
        }
        Ok(known.then_some(false))
    }

    /// The routes with a bound on the first goal of each; one route alone needs none.
    fn bounded(&self, demands: &Demands, goals: &[Goal]) -> Vec<(&Route, f64)> {
        if let [route] = self.routes {
            return vec![(route, f64::INFINITY)];
        }
        let bound = |route| {
            let framed = frame(self.delegation, self.worths, route, demands);
            choose::bound(&framed.puzzle, goals[0]).map(|bound| (route, bound))
        };
        self.routes.iter().filter_map(bound).collect()
    }

    fn on_route(&self, route: &Route, demands: &Demands, goals: &[Goal]) -> Result<Found> {
        let mut framed = frame(self.delegation, self.worths, route, demands);
        for _ in 0..MOST_CUTS {
            let choice = match choose(&framed.puzzle, goals, self.effort) {
                Answer::Chosen(choice) => choice,
                Answer::Impossible => return Ok(Found::Impossible),
                Answer::Undecided => return Ok(Found::Undecided),
            };
            let problem = problem(self.delegation, &framed, &choice.cells, demands);
            match timetable::solve(&problem, &Limits::existence())? {
                Outcome::Solved(_) => {
                    let solved = Solved { route: route.clone(), frame: framed, choice };
                    return Ok(Found::Plan(Box::new(solved)));
                }
                Outcome::Impossible(conflict) => {
                    framed.puzzle.cuts.push(conflict.meetings.iter().map(|m| choice.cells[*m]).collect());
                }
                Outcome::Undecided => return Ok(Found::Undecided),
            }
        }
        Ok(Found::Undecided)
    }
}

fn values(choice: &Choice) -> Vec<i64> {
    choice.levels.iter().map(|l| l.value).collect()
}

/// Raises the bounds of the best choice to those of all routes, where some of them were not solved to a proof.
fn raise(best: &mut Choice, tops: &[Vec<Level>], undecided: bool) {
    let proven = |levels: &Vec<Level>| levels.iter().all(|l| l.value == l.bound);
    if undecided {
        best.levels.iter_mut().for_each(|l| l.bound = i64::MAX);
    } else if !tops.iter().all(proven) {
        for (n, level) in best.levels.iter_mut().enumerate() {
            level.bound = tops.iter().map(|t| t[n].bound).max().unwrap_or(level.bound);
        }
    }
}

/// When the chosen meetings take place: as few gaps as possible, and where an earlier plan is kept, as few
/// moves. `was` holds the earlier slot of a meeting of a member with a host.
///
/// # Errors
/// As [`Search::best`].
pub fn schedule(
    delegation: &Delegation,
    solved: &Solved,
    demands: &Demands,
    was: &[(usize, usize, usize)],
) -> Result<Option<Solution>> {
    let cells = &solved.choice.cells;
    let mut problem = problem(delegation, &solved.frame, cells, demands);
    for (meeting, c) in problem.meetings.iter_mut().zip(cells) {
        let cell = &solved.frame.puzzle.cells[*c];
        let members = &solved.frame.parties[cell.party];
        meeting.was = was.iter().find(|(m, h, _)| members.contains(m) && *h == cell.host).map(|(.., s)| *s);
    }
    Ok(match timetable::solve(&problem, &Limits::default())? {
        Outcome::Solved(solution) => Some(solution),
        Outcome::Impossible(_) | Outcome::Undecided => None,
    })
}

/// The chosen meetings as a timetable problem. There is one site: a day has one city, and tables are
/// counted slot by slot. The waiting of hosts counts where they come to a table; at home it costs nothing.
fn problem(delegation: &Delegation, framed: &Frame, chosen: &[usize], demands: &Demands) -> Problem {
    let puzzle = &framed.puzzle;
    let members = delegation.members.len();
    let slot =
        |s: &super::delegation::Slot| Slot { session: s.day, start: minutes(s.start), end: minutes(s.end) };
    let tables = puzzle.tables.iter().map(|t| t.unwrap_or(puzzle.parties.len())).collect();
    let weight = |p: usize| {
        let waits = p < members || delegation.days.iter().any(|d| d.tables.is_some());
        Participant { weight: u32::from(waits), ..Participant::default() }
    };
    let meeting = |c: &usize| {
        let cell = &puzzle.cells[*c];
        let participants = framed.parties[cell.party].iter().copied().chain([members + cell.host]).collect();
        Meeting { participants, slots: Some(cell.slots.clone()), ..Meeting::default() }
    };
    Problem {
        slots: delegation.slots.iter().map(slot).collect(),
        sites: vec![Site { tables }],
        travel: Vec::new(),
        participants: (0..members + delegation.hosts.len()).map(weight).collect(),
        meetings: chosen.iter().map(meeting).collect(),
        precedences: precedences(delegation, framed, chosen, demands),
    }
}

/// Whoever meets both of a rule meets the first one earlier.
fn precedences(
    delegation: &Delegation,
    framed: &Frame,
    chosen: &[usize],
    demands: &Demands,
) -> Vec<Precedence> {
    let mut orders = Vec::new();
    let has = |c: usize, who: Who| {
        let cell = &framed.puzzle.cells[c];
        match who {
            Who::Member(m) => framed.parties[cell.party].contains(&m),
            Who::Host(h) => cell.host == h,
        }
    };
    let shares = |a: usize, b: usize| {
        let (a, b) = (&framed.puzzle.cells[a], &framed.puzzle.cells[b]);
        a.party == b.party || a.host == b.host
    };
    for (r, rule) in delegation.rules.iter().enumerate() {
        let Rule::Before(first, then) = rule else { continue };
        if demands.dropped.contains(&Named::Rule(r)) {
            continue;
        }
        for (i, a) in chosen.iter().enumerate().filter(|(_, a)| has(**a, *first)) {
            let later = chosen.iter().enumerate().filter(|(_, b)| has(**b, *then) && shares(*a, **b));
            orders.extend(later.map(|(j, _)| Precedence { first: i, then: j }));
        }
    }
    orders
}
