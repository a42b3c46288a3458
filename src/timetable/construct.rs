//! A first timetable, by ejection: a meeting that finds no free slot takes the one that costs least and
//! puts others out; those look for a new slot in turn.

use super::model::Model;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Rounds allowed for each meeting; where they do not suffice, the SAT solver is asked.
const ROUNDS: usize = 200;

/// A timetable that keeps every rule but the most idle gaps; `None` where none was found.
pub(super) fn construct(model: &Model) -> Option<Vec<usize>> {
    if model.domains.iter().any(Vec::is_empty) {
        return None;
    }
    let mut partial = Partial::new(model);
    for round in 0..ROUNDS * (model.domains.len() + 1) {
        let Some(meeting) = partial.next() else {
            return partial.slots.into_iter().collect();
        };
        partial.insert(meeting, round);
    }
    None
}

/// Some meetings have a slot.
struct Partial<'a> {
    model: &'a Model,
    slots: Vec<Option<usize>>,
    waiting: Vec<usize>,
    /// The meetings of each site in each slot.
    seated: Vec<Vec<Vec<usize>>>,
    /// How often each meeting was put out, plus one: what putting it out costs, so that the search does
    /// not turn in circles (Y. Nagata and O. Bräysy, 2009).
    cost: Vec<u64>,
    /// The round until which a meeting may not go back to a slot.
    barred: Vec<Vec<usize>>,
    random: ChaCha8Rng,
}

impl<'a> Partial<'a> {
    fn new(model: &'a Model) -> Partial<'a> {
        let (meetings, slots) = (model.domains.len(), model.problem.slots.len());
        // The meetings with the fewest slots and the most links first.
        let mut waiting: Vec<usize> = (0..meetings).collect();
        waiting.sort_by_key(|m| (std::cmp::Reverse(model.domains[*m].len()), model.links[*m].len(), *m));
        Partial {
            model,
            slots: vec![None; meetings],
            waiting,
            seated: vec![vec![Vec::new(); slots]; model.problem.sites.len()],
            cost: vec![1; meetings],
            barred: vec![vec![0; slots]; meetings],
            random: ChaCha8Rng::seed_from_u64(1),
        }
    }

    fn next(&mut self) -> Option<usize> {
        self.waiting.pop()
    }

    /// Gives a meeting the slot that puts out least.
    fn insert(&mut self, meeting: usize, round: usize) {
        let domain = &self.model.domains[meeting];
        let ties: Vec<u32> = domain.iter().map(|_| self.random.random()).collect();
        let price = |(slot, tie): &(&usize, u32)| {
            let out = self.in_the_way(meeting, **slot);
            let cost = out.iter().map(|m| self.cost[*m]).sum::<u64>();
            (self.barred[meeting][**slot] > round, cost, *tie)
        };
        let (slot, _) =
            domain.iter().zip(ties).min_by_key(price).expect("every meeting has a slot of its own");
        let (slot, out) = (*slot, self.in_the_way(meeting, *slot));
        out.into_iter().for_each(|m| self.put_out(m, round));
        self.slots[meeting] = Some(slot);
        self.seated[self.model.problem.site(meeting, slot)][slot].push(meeting);
    }

    /// The meetings that have to leave where a meeting takes a slot.
    fn in_the_way(&self, meeting: usize, slot: usize) -> Vec<usize> {
        let mut out: Vec<usize> = Vec::new();
        for (other, link) in &self.model.links[meeting] {
            let stands = |taken| self.model.stands((meeting, slot), *link, (*other, taken));
            if self.slots[*other].is_some_and(|taken| !stands(taken)) && !out.contains(other) {
                out.push(*other);
            }
        }
        let site = self.model.problem.site(meeting, slot);
        let seated = &self.seated[site][slot];
        let staying = seated.iter().filter(|m| !out.contains(m));
        if staying.clone().count() >= self.model.problem.sites[site].tables[slot] {
            out.extend(staying.min_by_key(|m| (self.cost[**m], **m)));
        }
        out
    }

    fn put_out(&mut self, meeting: usize, round: usize) {
        let slot = self.slots[meeting].take().expect("only a meeting with a slot is put out");
        self.seated[self.model.problem.site(meeting, slot)][slot].retain(|m| *m != meeting);
        self.cost[meeting] += 1;
        self.barred[meeting][slot] =
            round + 2 + self.random.random_range(0..self.model.domains[meeting].len());
        self.waiting.push(meeting);
    }
}
