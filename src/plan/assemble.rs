//! The plan of a choice that was made: its timetable, alternates, wishes, and what changed.

use super::change::Standing;
use super::delegation::{Delegation, Quota};
use super::joint::schedule;
use super::named::Demands;
use super::solve::{Found, Search, Solved};
use super::{Change, Kept, Meeting, Outcome, Plan, tally, wish};
use crate::error::Result;
use crate::timetable::Timetable;

/// So many members are named who would take the next seats.
const ALTERNATES: usize = 3;

/// Puts the plan together.
pub fn plan<'r>(
    search: &Search<'_, 'r>,
    solved: Solved,
    demands: &Demands,
    earlier: Option<&Kept>,
) -> Result<Outcome<'r>> {
    let delegation = search.delegation;
    let was: &[Standing] = earlier.map_or(&[], |kept| &kept.meetings);
    let cells = &solved.choice.cells;
    let slots: Vec<Option<usize>> = cells.iter().map(|c| earlier_slot(&solved, *c, was)).collect();
    let Some(found) = schedule(&solved.frame.puzzle, cells, &slots)? else { return Ok(Outcome::Undecided) };
    let meetings = meetings(delegation, &solved, &found.timetable);
    let travelling = wish::travelling(&solved);
    // Quotas are counted anew: what a solver in floating point may have let slip is no plan.
    let holds = |quota: &Quota| tally::holds(quota, tally::tally(quota, &travelling, &meetings));
    if !delegation.quotas.iter().all(holds) {
        return Ok(Outcome::Undecided);
    }
    let (changes, stayed) = if earlier.is_some() { compare(was, &meetings) } else { (Vec::new(), 0) };
    Ok(Outcome::Plan(Box::new(Plan {
        travelling,
        alternates: alternates(search, &solved)?,
        unmet: wish::unmet(search, &solved, demands)?,
        missed_cities: wish::missed_cities(delegation, search.worths, &solved),
        route: solved.route,
        meetings,
        levels: solved.choice.levels,
        timetable: (found.value, found.bound),
        changes,
        stayed,
    })))
}

/// The slot that a meeting had in an earlier plan.
fn earlier_slot(solved: &Solved, cell: usize, was: &[Standing]) -> Option<usize> {
    let cell = &solved.frame.puzzle.cells[cell];
    let members = &solved.frame.parties[cell.party];
    was.iter().find(|(m, h, _)| members.contains(m) && *h == cell.host).map(|(.., slot)| *slot)
}

fn meetings(delegation: &Delegation, solved: &Solved, timetable: &Timetable) -> Vec<Meeting> {
    let mut meetings = Vec::new();
    for (i, c) in solved.choice.cells.iter().enumerate() {
        let cell = &solved.frame.puzzle.cells[*c];
        let slot = timetable.slots[i];
        let tables = delegation.days[delegation.slots[slot].day].tables;
        let table = tables.map(|_| timetable.tables[i]);
        let members = solved.frame.parties[cell.party].iter().zip(&cell.values);
        meetings.extend(members.map(|(m, v)| Meeting {
            member: *m,
            host: cell.host,
            slot,
            table,
            value: *v,
        }));
    }
    meetings.sort_by_key(|m| (m.slot, m.table, m.member));
    meetings
}

/// What became of the meetings of an earlier plan, and how many of them stayed.
fn compare(was: &[Standing], now: &[Meeting]) -> (Vec<(usize, usize, Change)>, usize) {
    let mut changes = Vec::new();
    let mut stayed = 0;
    for &(member, host, from) in was {
        match now.iter().find(|m| (m.member, m.host) == (member, host)) {
            None => changes.push((member, host, Change::Lost)),
            Some(m) if m.slot != from => changes.push((member, host, Change::Moved { from, to: m.slot })),
            Some(_) => stayed += 1,
        }
    }
    let is_new = |m: &&Meeting| !was.iter().any(|(member, host, _)| (*member, *host) == (m.member, m.host));
    changes.extend(now.iter().filter(is_new).map(|m| (m.member, m.host, Change::New)));
    (changes, stayed)
}

/// Who would take the next seats, one by one: those without whom a delegation of one more would be worth less.
fn alternates(search: &Search, solved: &Solved) -> Result<Vec<usize>> {
    let Some(seats) = search.delegation.seats else { return Ok(Vec::new()) };
    let routes = [solved.route.clone()];
    let search = Search { routes: &routes, ..*search };
    let mut fixed = wish::travelling(solved);
    let mut alternates = Vec::new();
    for more in 1..=ALTERNATES {
        let demands = Demands { seats: Some(seats + more), fixed: fixed.clone(), ..Demands::default() };
        let Found::Plan(larger) = search.best(&demands)? else { break };
        let joined = wish::travelling(&larger).into_iter().find(|m| !fixed.contains(m));
        let Some(joined) = joined else { break };
        alternates.push(joined);
        fixed.push(joined);
    }
    Ok(alternates)
}
