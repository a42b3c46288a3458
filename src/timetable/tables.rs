//! Which table each meeting gets: whoever has the most meetings keeps their table.

use super::problem::Problem;
use std::collections::BTreeMap;

/// A table for each meeting, given their slots; there are tables enough.
///
/// Session by session and slot by slot: a meeting goes to the table at which its participant with the most
/// meetings in the session sat last; those who have none yet take a table that nobody is coming back to.
pub(super) fn seat(problem: &Problem, slots: &[usize]) -> Vec<usize> {
    let mut groups: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (meeting, slot) in slots.iter().enumerate() {
        let key = (problem.slots[*slot].session, problem.site(meeting, *slot));
        groups.entry(key).or_default().push(meeting);
    }
    let mut tables = vec![0; slots.len()];
    for mut meetings in groups.into_values() {
        meetings.sort_by_key(|m| (problem.slots[slots[*m]].start, *m));
        let mut room = Room::new(problem, &meetings);
        for together in meetings.chunk_by(|a, b| slots[*a] == slots[*b]) {
            let (first, all) = (together[0], meetings.len());
            let places = problem.sites[problem.site(first, slots[first])].tables[slots[first]].min(all);
            room.seat(together, places, &mut tables);
        }
    }
    tables
}

/// One site during one session.
struct Room<'a> {
    problem: &'a Problem,
    /// How many meetings each participant still has here.
    ahead: BTreeMap<usize, usize>,
    /// How many each has in all.
    total: BTreeMap<usize, usize>,
    /// The table of each participant.
    table: BTreeMap<usize, usize>,
}

impl<'a> Room<'a> {
    fn new(problem: &'a Problem, meetings: &[usize]) -> Room<'a> {
        let mut total = BTreeMap::new();
        for participant in meetings.iter().flat_map(|m| &problem.meetings[*m].participants) {
            *total.entry(*participant).or_default() += 1;
        }
        Room { problem, ahead: total.clone(), total, table: BTreeMap::new() }
    }

    /// The participant for whom a meeting's table is kept.
    fn keeper(&self, meeting: usize) -> Option<usize> {
        let participants = self.problem.meetings[meeting].participants.iter().copied();
        participants.max_by_key(|p| (self.total[p], std::cmp::Reverse(*p)))
    }

    /// Seats the meetings of one slot, at tables below `places`.
    fn seat(&mut self, meetings: &[usize], places: usize, tables: &mut [usize]) {
        let (mut taken, mut standing) = (Vec::new(), Vec::new());
        for meeting in meetings {
            match self.keeper(*meeting).and_then(|p| self.table.get(&p).copied()) {
                Some(table) if table < places && !taken.contains(&table) => {
                    tables[*meeting] = table;
                    taken.push(table);
                }
                _ => standing.push(*meeting),
            }
        }
        let kept: Vec<usize> =
            self.table.iter().filter(|(p, _)| self.ahead[p] > 0).map(|(_, t)| *t).collect();
        for meeting in standing {
            let free = (0..places).filter(|table| !taken.contains(table));
            // What is kept for somebody comes last.
            let table = free.min_by_key(|table| (kept.contains(table), *table));
            tables[meeting] = table.expect("there are tables enough");
            taken.push(tables[meeting]);
        }
        for meeting in meetings {
            for participant in &self.problem.meetings[*meeting].participants {
                *self.ahead.entry(*participant).or_default() -= 1;
            }
            if let Some(keeper) = self.keeper(*meeting) {
                self.table.insert(keeper, tables[*meeting]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Meeting, Participant, Site, Slot};
    use super::*;

    #[test]
    fn whoever_has_the_most_meetings_keeps_their_table() {
        let slot = |n: i64| Slot { session: 0, start: n, end: n + 1 };
        let meet = |a, b| Meeting { participants: vec![a, b], ..Meeting::default() };
        let problem = Problem {
            slots: (0..3).map(slot).collect(),
            sites: vec![Site { tables: vec![3, 3, 2] }],
            participants: vec![Participant::default(); 6],
            meetings: vec![
                meet(0, 2),
                meet(1, 3),
                meet(4, 5),
                meet(1, 2),
                meet(0, 3),
                meet(1, 4),
                meet(0, 5),
            ],
            ..Problem::default()
        };
        // 0 and 1 have three meetings each; 4 and 5 meet once without them, and the third table is gone
        // when they meet 0 and 1.
        assert_eq!(seat(&problem, &[0, 0, 0, 1, 1, 2, 2]), [0, 1, 2, 1, 0, 1, 0]);
    }
}
