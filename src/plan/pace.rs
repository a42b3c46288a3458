//! Ways that take time, as sets of meetings with their classes of which a party can have one at most.

use super::puzzle::{Class, Puzzle};
use std::collections::BTreeSet;

/// A meeting in a class of one slot: class and cell.
pub type Seat = (usize, usize);

/// Sets of which each party can have one at most, for the ways between any two do not fit: whole slots that
/// are too close for every way, and single meetings too far away from those of another slot. The sets are
/// cliques of what excludes each other, so that the relaxation is close; with one way for all they are those
/// of an interval graph, and say everything.
pub fn exclusive(puzzle: &Puzzle, classes: &[Class]) -> BTreeSet<Vec<Seat>> {
    let mut close: Vec<(usize, usize)> =
        classes.iter().enumerate().filter_map(|(k, class)| Some((class.close?, k))).collect();
    close.sort_by_key(|(slot, _)| puzzle.times[*slot].start);
    let mut sets = BTreeSet::new();
    for party in 0..puzzle.parties.len() {
        let own = |&(slot, class): &(usize, usize)| {
            let of = |c: &&usize| puzzle.cells[**c].party == party;
            Stop { slot, class, cells: classes[class].cells.iter().filter(of).copied().collect() }
        };
        let stops: Vec<Stop> = close.iter().map(own).filter(|stop| !stop.cells.is_empty()).collect();
        of_slots(puzzle, &stops, &mut sets);
        of_meetings(puzzle, &stops, &mut sets);
    }
    sets
}

/// The cells of a party in a slot.
struct Stop {
    slot: usize,
    class: usize,
    cells: Vec<usize>,
}

impl Stop {
    fn seats(&self) -> impl Iterator<Item = Seat> + '_ {
        self.cells.iter().map(|c| (self.class, *c))
    }

    /// The cells that cannot be reached from, or after, a cell in another slot.
    fn far<'a>(&'a self, puzzle: &'a Puzzle, from: (usize, usize)) -> impl Iterator<Item = usize> + 'a {
        let far = move |c: &usize| *c != from.0 && !puzzle.reachable(from, (*c, self.slot));
        self.cells.iter().copied().filter(far)
    }

    /// Whether nobody can have a meeting here and another one there.
    fn excludes(&self, puzzle: &Puzzle, other: &Stop) -> bool {
        let all = |a: &usize| {
            let others = other.cells.iter().filter(|b| *b != a).count();
            other.far(puzzle, (*a, self.slot)).count() == others
        };
        self.cells.iter().all(all)
    }
}

/// Slots so close together that no way fits between any two of them.
fn of_slots(puzzle: &Puzzle, stops: &[Stop], sets: &mut BTreeSet<Vec<Seat>>) {
    for (n, last) in stops.iter().enumerate() {
        let mut together = vec![last];
        for earlier in stops[..n].iter().rev() {
            if together.iter().all(|stop| stop.excludes(puzzle, earlier)) {
                together.push(earlier);
            }
        }
        insert(together.iter().flat_map(|stop| stop.seats()).collect(), together.len(), sets);
    }
}

/// A meeting, and those of another slot to which the way is too long.
fn of_meetings(puzzle: &Puzzle, stops: &[Stop], sets: &mut BTreeSet<Vec<Seat>>) {
    for (n, here) in stops.iter().enumerate() {
        for (_, there) in
            stops.iter().enumerate().filter(|(m, there)| *m != n && !here.excludes(puzzle, there))
        {
            for cell in &here.cells {
                let mut set = vec![(here.class, *cell)];
                set.extend(there.far(puzzle, (*cell, here.slot)).map(|c| (there.class, c)));
                let size = set.len();
                insert(set, size, sets);
            }
        }
    }
}

/// Keeps a set of more than one.
fn insert(mut set: Vec<Seat>, size: usize, sets: &mut BTreeSet<Vec<Seat>>) {
    set.sort_unstable();
    if size > 1 {
        sets.insert(set);
    }
}
