//! The best choice over all routes.

use super::choose::{self, Answer, Choice, Effort, Goal, Level};
use super::delegation::Delegation;
use super::frame::{Frame, frame};
use super::joint::joint;
use super::named::{Demands, goals};
use super::route::{self, Route};
use super::value::Worths;
use crate::error::Result;

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

    /// Whether there is a plan at all; `None` where that could not be found out. Without a way that is too
    /// long, or a city, there are other routes: so they are found anew.
    ///
    /// # Errors
    /// As [`Search::best`].
    pub fn exists(&self, demands: &Demands) -> Result<Option<bool>> {
        let mut known = true;
        // Too many routes are no reason to leave the search for a conflict: it is not found out, then.
        let Ok(routes) = route::routes(self.delegation, demands) else { return Ok(None) };
        for route in &routes {
            match self.on_route(route, demands, &[])? {
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
        let mut frame = frame(self.delegation, self.worths, route, demands);
        Ok(match joint(&mut frame.puzzle, goals, self.effort)? {
            Answer::Chosen(choice) => Found::Plan(Box::new(Solved { route: route.clone(), frame, choice })),
            Answer::Impossible => Found::Impossible,
            Answer::Undecided => Found::Undecided,
        })
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
