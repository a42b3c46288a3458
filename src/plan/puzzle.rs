//! The choice of meetings as numbers alone: parties, hosts, cells, slots.
//!
//! Slots that allow the same cells and have the same number of tables are one *class*. Within a class
//! everybody concerned is always there, so a choice of pairs has a timetable there exactly when nobody
//! has more pairs than the class has slots and the pairs fit its tables: edges of a bipartite graph can
//! be coloured with as many colours as the highest degree (D. Kőnig 1916), and the colour classes made
//! equally large (D. de Werra 1971). So classes, not slots, are what the choice has to look at. Only slots
//! so close that the way between two places may not fit are looked at one by one.

use crate::timetable::Slot;
use std::collections::BTreeMap;

/// Members who move together: one, or several under a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// Seats that it takes.
    pub size: usize,
    /// The fewest meetings, if it travels.
    pub least: usize,
    /// The most meetings.
    pub most: usize,
    /// Whether it travels in any case.
    pub fixed: bool,
}

/// Somebody to be met.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Host {
    /// The fewest meetings.
    pub least: usize,
    /// The fewest meetings, if there is any.
    pub least_if_met: usize,
    /// The most meetings.
    pub most: usize,
}

/// A possible meeting of a party with a host.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Which party.
    pub party: usize,
    /// Which host.
    pub host: usize,
    /// What it is worth to each member of the party.
    pub values: Vec<u64>,
    /// How much it is wished for before all others.
    pub wished: u64,
    /// Whether it stood in an earlier plan that is to be kept.
    pub kept: bool,
    /// Whether it has to take place.
    pub must: bool,
    /// The slots in which it may take place, ascending.
    pub slots: Vec<usize>,
}

impl Cell {
    /// What it is worth to all its members together.
    pub fn value(&self) -> u64 {
        self.values.iter().sum()
    }
}

/// What a [`Limit`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Parties that travel, each as often as it has members of the sort.
    Parties,
    /// Hosts that are met.
    Hosts,
    /// Meetings, by host, each as often as the party has members.
    Meetings,
    /// Meetings, by party, each as often as the party has members of the sort.
    PartyMeetings,
}

/// At least and at most so many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// What is counted.
    pub count: Count,
    /// What counts, and how often; less than 0 is taken away, so that a share is a limit too.
    pub of: Vec<(usize, i64)>,
    /// At least so many; 0 asks for nothing.
    pub least: usize,
    /// At most so many.
    pub most: Option<usize>,
}

/// Where hosts are met, and how long the ways are; empty where no way takes time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// The place of each host.
    pub of_host: Vec<usize>,
    /// For each slot the place to which all hosts come; `None` where each receives at its own.
    pub halls: Vec<Option<usize>>,
    /// Minutes from place to place, alike in both directions.
    pub minutes: Vec<Vec<u32>>,
}

impl Places {
    /// Where a host is met in a slot; `None` where places make no difference.
    pub fn at(&self, host: usize, slot: usize) -> Option<usize> {
        self.halls.get(slot)?.or_else(|| self.of_host.get(host).copied())
    }

    /// Minutes from the meeting with one host in a slot to that with another in another slot.
    pub fn way(&self, from: (usize, usize), to: (usize, usize)) -> u32 {
        let ends = self.at(from.0, from.1).zip(self.at(to.0, to.1));
        ends.map_or(0, |(from, to)| self.minutes[from][to])
    }

    fn longest(&self) -> u32 {
        self.minutes.iter().flatten().copied().max().unwrap_or(0)
    }
}

/// A choice of meetings to be made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Puzzle {
    /// The parties.
    pub parties: Vec<Party>,
    /// How many members travel; `None` where all parties do.
    pub seats: Option<usize>,
    /// The hosts.
    pub hosts: Vec<Host>,
    /// The possible meetings, one a pair.
    pub cells: Vec<Cell>,
    /// The slots.
    pub times: Vec<Slot>,
    /// Meetings at a time in each slot; `None` for any number.
    pub tables: Vec<Option<usize>>,
    /// Whether it counts that hosts wait between two meetings: at home it costs nothing.
    pub hosts_wait: bool,
    /// Where meetings take place. Slots with a limit on tables have a hall, in which the tables are.
    pub places: Places,
    /// Pairs of cells of which the first comes earlier, where both are chosen.
    pub before: Vec<(usize, usize)>,
    /// Further limits.
    pub limits: Vec<Limit>,
    /// Cells that cannot all be chosen: the timetable said so.
    pub cuts: Vec<Vec<usize>>,
}

/// Slots between which the choice makes no difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// How many slots.
    pub slots: usize,
    /// Meetings in all its slots together, at most.
    pub tables: Option<usize>,
    /// The cells that may take place in it, ascending.
    pub cells: Vec<usize>,
    /// The slot, where it is so close to another one that a way may not fit between the two: then it is
    /// alone in its class.
    pub close: Option<usize>,
}

impl Puzzle {
    /// The classes of the slots in which anything can take place, in the order of their first slot.
    pub fn classes(&self) -> Vec<Class> {
        let mut allowed: Vec<Vec<usize>> = vec![Vec::new(); self.tables.len()];
        for (c, cell) in self.cells.iter().enumerate() {
            cell.slots.iter().for_each(|s| allowed[*s].push(c));
        }
        let mut places: BTreeMap<_, usize> = BTreeMap::new();
        let mut classes: Vec<Class> = Vec::new();
        let longest = i64::from(self.places.longest());
        for (slot, (cells, tables)) in allowed.into_iter().zip(&self.tables).enumerate() {
            if cells.is_empty() {
                continue;
            }
            let close = self.is_close(slot, longest).then_some(slot);
            let place = *places.entry((cells.clone(), *tables, close)).or_insert(classes.len());
            match classes.get_mut(place) {
                Some(class) => {
                    class.slots += 1;
                    class.tables = class.tables.zip(*tables).map(|(all, more)| all + more);
                }
                None => classes.push(Class { slots: 1, tables: *tables, cells, close }),
            }
        }
        classes
    }

    /// Whether a way of so many minutes may not fit between this slot and another one.
    fn is_close(&self, slot: usize, longest: i64) -> bool {
        let hall = |s: usize| self.places.halls.get(s).copied().flatten();
        let near = |other: usize| {
            let together = hall(slot).is_some() && hall(slot) == hall(other);
            other != slot && !together && self.pause(slot, other) < longest
        };
        longest > 0 && (0..self.times.len()).any(near)
    }

    /// Minutes between two slots; below 0 where they overlap.
    fn pause(&self, s: usize, t: usize) -> i64 {
        let (s, t) = (self.times[s], self.times[t]);
        if s.start <= t.start { t.start - s.end } else { s.start - t.end }
    }

    /// Whether one who has a meeting in a slot can have another one in another slot: the slots do not
    /// overlap and leave time for the way.
    pub fn reachable(&self, (a, s): (usize, usize), (b, t): (usize, usize)) -> bool {
        let way = self.places.way((self.cells[a].host, s), (self.cells[b].host, t));
        let pause = self.pause(s, t);
        s != t && pause >= 0 && pause >= i64::from(way)
    }

    /// What a choice is worth.
    pub fn value(&self, chosen: &[usize]) -> u64 {
        chosen.iter().map(|c| self.cells[*c].value()).sum()
    }

    /// The cells of each party.
    pub fn by_party(&self) -> Vec<Vec<usize>> {
        gather(self.parties.len(), self.cells.iter().map(|c| c.party))
    }

    /// The cells of each host.
    pub fn by_host(&self) -> Vec<Vec<usize>> {
        gather(self.hosts.len(), self.cells.iter().map(|c| c.host))
    }
}

fn gather(groups: usize, of: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
    let mut gathered = vec![Vec::new(); groups];
    of.enumerate().for_each(|(i, group)| gathered[group].push(i));
    gathered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_that_differ_in_nothing_are_one_class() {
        let cell =
            |host, slots: &[usize]| Cell { host, values: vec![1], slots: slots.to_vec(), ..Cell::default() };
        let puzzle = Puzzle {
            parties: vec![Party::default()],
            hosts: vec![Host::default(); 2],
            cells: vec![cell(0, &[0, 1, 2]), cell(1, &[2, 3])],
            tables: vec![Some(2), Some(2), Some(2), None, None],
            ..Puzzle::default()
        };
        let classes = puzzle.classes();
        let short: Vec<_> = classes.iter().map(|c| (c.slots, c.tables, c.cells.as_slice())).collect();
        assert_eq!(short, [(2, Some(4), &[0][..]), (1, Some(2), &[0, 1][..]), (1, None, &[1][..])]);
    }
}
