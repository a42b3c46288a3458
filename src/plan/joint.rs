//! Choice and timetable together: the best choice that has a timetable.
//!
//! The timetable answers a choice with a smallest set of meetings that it cannot place; the choice then
//! avoids that set (logic-based Benders cuts: J. N. Hooker, G. Ottosson, *Mathematical Programming* 96,
//! 2003). Every cut removes choices that have no timetable and no other, so the bound stays a bound.

use super::choose::{Answer, Effort, Goal, choose};
use super::puzzle::Puzzle;
use crate::error::Result;
use crate::timetable::{self, Limits, Meeting, Outcome, Participant, Precedence, Problem, Site, Solution};

/// The most sets that the timetable may refuse before the search gives up.
const MOST_CUTS: usize = 300;

/// Makes the best choice that has a timetable; what the timetable refused is added to the cuts.
///
/// # Errors
/// None, unless the slots of the puzzle are not as the timetable wants them.
pub fn joint(puzzle: &mut Puzzle, goals: &[Goal], effort: Effort) -> Result<Answer> {
    for _ in 0..MOST_CUTS {
        let answer = choose(puzzle, goals, effort);
        let Answer::Chosen(choice) = &answer else { return Ok(answer) };
        match timetable::solve(&problem(puzzle, &choice.cells), &Limits::existence())? {
            Outcome::Solved(_) => return Ok(answer),
            Outcome::Undecided => break,
            Outcome::Impossible(conflict) => {
                puzzle.cuts.push(conflict.meetings.iter().map(|m| choice.cells[*m]).collect());
            }
        }
    }
    Ok(Answer::Undecided)
}

/// When the chosen meetings take place: as few gaps as possible, and first of all as few moves where a
/// meeting had a slot before. `None` where the effort did not suffice.
///
/// # Errors
/// As [`joint`].
pub fn schedule(puzzle: &Puzzle, chosen: &[usize], was: &[Option<usize>]) -> Result<Option<Solution>> {
    let mut problem = problem(puzzle, chosen);
    problem.meetings.iter_mut().zip(was).for_each(|(meeting, was)| meeting.was = *was);
    Ok(match timetable::solve(&problem, &Limits::default())? {
        Outcome::Solved(solution) => Some(solution),
        Outcome::Impossible(_) | Outcome::Undecided => None,
    })
}

/// The chosen meetings as a timetable problem: parties, then hosts, take part. Where no way takes time there
/// is one site, for a day has one city, and tables are counted slot by slot.
fn problem(puzzle: &Puzzle, chosen: &[usize]) -> Problem {
    let parties = puzzle.parties.len();
    let tables: Vec<usize> = puzzle.tables.iter().map(|t| t.unwrap_or(parties)).collect();
    let places = &puzzle.places;
    let mut sites: Vec<usize> = places.halls.iter().flatten().copied().collect();
    sites.extend(chosen.iter().filter_map(|c| places.of_host.get(puzzle.cells[*c].host)));
    sites.sort_unstable();
    sites.dedup();
    let site = |place: usize| sites.binary_search(&place).unwrap_or(0);
    let home = |host: usize| places.of_host.get(host).map_or(0, |place| site(*place));
    let waiting = |weight: usize| Participant { weight: weight as u32, ..Participant::default() };
    let members = puzzle.parties.iter().map(|p| waiting(p.size));
    let hosts = puzzle.hosts.iter().map(|_| waiting(usize::from(puzzle.hosts_wait)));
    let meeting = |c: &usize| {
        let cell = &puzzle.cells[*c];
        let participants = vec![cell.party, parties + cell.host];
        let slots = Some(cell.slots.clone());
        Meeting { participants, site: home(cell.host), slots, ..Meeting::default() }
    };
    let place = |c: usize| chosen.iter().position(|other| *other == c);
    let order =
        |&(first, then): &(usize, usize)| Some(Precedence { first: place(first)?, then: place(then)? });
    Problem {
        slots: puzzle.times.clone(),
        sites: vec![Site { tables }; sites.len().max(1)],
        halls: places.halls.iter().map(|hall| hall.map(site)).collect(),
        travel: sites.iter().map(|a| sites.iter().map(|b| places.minutes[*a][*b]).collect()).collect(),
        participants: members.chain(hosts).collect(),
        meetings: chosen.iter().map(meeting).collect(),
        precedences: puzzle.before.iter().filter_map(order).collect(),
    }
}
