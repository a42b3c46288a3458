//! A good timetable from any timetable: annealing over chains of exchanges.
//!
//! A move takes a meeting to another slot, whoever it meets there to the slot it left, and so on (a Kempe
//! chain). What the search looks at is not the cost alone: a long wait is worse than a short one, although
//! both count as one gap, for it takes fewer moves to close the short one. Measured on the forums of
//! `benches/timetable.rs`, that and cooling (S. Kirkpatrick and others, *Science* 220, 1983) leave a
//! third of the gaps which late acceptance on the cost leaves after as many moves.

use super::cost::Cost;
use super::model::Model;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// What an idle gap weighs beside the slots that it is long.
const GAP: u64 = 10;
/// What an idle slot within a gap weighs.
const WAIT: u64 = 2;
/// What a change of site weighs.
const CHANGE: u64 = 3;
/// What a meeting that moved weighs: it counts before every gap.
const MOVED: u64 = 100;
/// The temperatures at the beginning and at the end, in the same units: a gap is taken on lightly at first,
/// and hardly any more at last.
const HOT: f64 = 10.0;
const COOLING: f64 = 0.9647; // its 64th power is a tenth
/// In so many steps it is cooled.
const STAGES: u64 = 64;

/// The best timetable met in so many moves; never worse than the given one, and keeps every rule if that
/// one does. Another seed is another search.
pub(super) fn improve(model: &Model, start: &[usize], moves: u64, seed: u64) -> Vec<usize> {
    let mut search = Search::new(model, start);
    let movable: Vec<usize> = (0..start.len()).filter(|m| model.domains[*m].len() > 1).collect();
    let mut random = ChaCha8Rng::seed_from_u64(2 + seed);
    let mut best = (search.cost(), start.to_vec());
    let mut temperature = HOT;
    for step in 0..if movable.is_empty() { 0 } else { moves } {
        if best.0 == Cost::default() {
            break;
        }
        if step > 0 && step % moves.div_ceil(STAGES) == 0 {
            temperature *= COOLING;
        }
        let meeting = movable[random.random_range(0..movable.len())];
        let target = model.domains[meeting][random.random_range(0..model.domains[meeting].len())];
        let before = search.unease();
        let Some(chain) = search.chain(meeting, target) else { continue };
        search.apply(&chain);
        let worse = search.unease().saturating_sub(before);
        let accepted = worse == 0 || random.random::<f64>() < falling(worse as f64 / temperature);
        if !accepted || !search.is_allowed(&chain) {
            search.undo(&chain);
        } else if search.cost() < best.0 {
            best = (search.cost(), search.slots.clone());
        }
    }
    best.1
}

/// The exponential of minus `x`, nearly: made of products alone, so that it is the same on every machine.
fn falling(x: f64) -> f64 {
    let root = (1.0 - x / 64.0).max(0.0);
    (0..6).fold(root, |power, _| power * power)
}

/// One meeting leaves a slot for another.
struct Step {
    meeting: usize,
    from: usize,
    to: usize,
}

/// A whole timetable with what its cost is made of.
struct Search<'a> {
    model: &'a Model,
    plain: bool,
    slots: Vec<usize>,
    /// The meeting of each participant in each slot.
    at: Vec<Vec<Option<usize>>>,
    /// The meetings of each site in each slot.
    seated: Vec<Vec<usize>>,
    gaps: Vec<u32>,
    /// The idle slots within the gaps of each participant.
    waits: Vec<u32>,
    changes: Vec<u32>,
    /// Idle slots of all, times their weights.
    waiting: u64,
    /// The sums, with the spread left at zero.
    sum: Cost,
    even: Vec<usize>,
}

impl<'a> Search<'a> {
    fn new(model: &'a Model, start: &[usize]) -> Search<'a> {
        let (slots, participants) = (model.problem.slots.len(), model.agendas.len());
        let mut search = Search {
            model,
            plain: model.is_plain(),
            slots: start.to_vec(),
            at: vec![vec![None; slots]; participants],
            seated: vec![vec![0; slots]; model.problem.sites.len()],
            gaps: vec![0; participants],
            waits: vec![0; participants],
            waiting: 0,
            changes: vec![0; participants],
            sum: Cost::default(),
            even: (0..participants).filter(|p| model.problem.participants[*p].even).collect(),
        };
        for (meeting, slot) in start.iter().enumerate() {
            search.sit(meeting, *slot);
        }
        (0..participants).for_each(|p| search.count(p));
        search
    }

    fn cost(&self) -> Cost {
        let gaps = self.even.iter().map(|p| self.gaps[*p]);
        let spread = gaps.clone().max().unwrap_or(0) - gaps.min().unwrap_or(0);
        Cost { spread, ..self.sum }
    }

    /// What the search brings down.
    fn unease(&self) -> u64 {
        let cost = self.cost();
        let [moved, idle, changes, spread] =
            [cost.moved, cost.idle, cost.changes, cost.spread].map(u64::from);
        MOVED * moved + GAP * idle + WAIT * self.waiting + CHANGE * changes + spread
    }

    fn sit(&mut self, meeting: usize, slot: usize) {
        let about = &self.model.problem.meetings[meeting];
        self.slots[meeting] = slot;
        self.seated[self.model.problem.site(meeting, slot)][slot] += 1;
        self.sum.moved += u32::from(about.was.is_some_and(|was| was != slot));
        for participant in &about.participants {
            self.at[*participant][slot] = Some(meeting);
        }
    }

    fn rise(&mut self, meeting: usize) {
        let (about, slot) = (&self.model.problem.meetings[meeting], self.slots[meeting]);
        self.seated[self.model.problem.site(meeting, slot)][slot] -= 1;
        self.sum.moved -= u32::from(about.was.is_some_and(|was| was != slot));
        for participant in &about.participants {
            self.at[*participant][slot] = None;
        }
    }

    /// Counts what a participant contributes to the cost anew.
    fn count(&mut self, participant: usize) {
        let agenda = &self.at[participant];
        let weight = self.model.problem.participants[participant].weight;
        let (gaps, waits) = self.model.idle(|slot| agenda[slot].is_some());
        let site = |slot: &usize| agenda[*slot].map(|m| self.model.problem.site(m, *slot));
        let changes = |session: &Vec<usize>| {
            let sites: Vec<usize> = session.iter().filter_map(site).collect();
            sites.windows(2).filter(|pair| pair[0] != pair[1]).count() as u32
        };
        let changes = if self.seated.len() > 1 { self.model.sessions.iter().map(changes).sum() } else { 0 };
        self.sum.idle = self.sum.idle - self.gaps[participant] * weight + gaps * weight;
        self.waiting -= u64::from(self.waits[participant]) * u64::from(weight);
        self.waiting += u64::from(waits) * u64::from(weight);
        self.sum.changes = self.sum.changes - self.changes[participant] + changes;
        self.gaps[participant] = gaps;
        self.waits[participant] = waits;
        self.changes[participant] = changes;
    }

    /// The exchanges between two slots that follow from moving a meeting; `None` where one of them leads
    /// into a slot that the meeting may not take.
    fn chain(&self, meeting: usize, target: usize) -> Option<Vec<Step>> {
        let home = self.slots[meeting];
        if target == home {
            return None;
        }
        let mut chain = vec![Step { meeting, from: home, to: target }];
        let mut next = 0;
        while let Some(Step { meeting, to, .. }) = chain.get(next) {
            let (to, back) = (*to, if *to == home { target } else { home });
            next += 1;
            for participant in &self.model.problem.meetings[*meeting].participants {
                let Some(other) = self.at[*participant][to] else { continue };
                if chain.iter().any(|step| step.meeting == other) {
                    continue;
                }
                if !self.model.domains[other].contains(&back) {
                    return None;
                }
                chain.push(Step { meeting: other, from: to, to: back });
            }
        }
        Some(chain)
    }

    fn apply(&mut self, chain: &[Step]) {
        chain.iter().for_each(|step| self.rise(step.meeting));
        chain.iter().for_each(|step| self.sit(step.meeting, step.to));
        self.count_all(chain);
    }

    fn undo(&mut self, chain: &[Step]) {
        chain.iter().for_each(|step| self.rise(step.meeting));
        chain.iter().for_each(|step| self.sit(step.meeting, step.from));
        self.count_all(chain);
    }

    fn count_all(&mut self, chain: &[Step]) {
        let of = |step: &Step| self.model.problem.meetings[step.meeting].participants.clone();
        let mut touched: Vec<usize> = chain.iter().flat_map(of).collect();
        touched.sort_unstable();
        touched.dedup();
        touched.into_iter().for_each(|participant| self.count(participant));
    }

    /// Whether the rules hold after a chain: tables, most idle gaps, and links other than the same slot.
    fn is_allowed(&self, chain: &[Step]) -> bool {
        let problem = &self.model.problem;
        chain.iter().all(|step| {
            let (about, site) = (&problem.meetings[step.meeting], problem.site(step.meeting, step.to));
            let most =
                |p: &usize| problem.participants[*p].most_gaps.is_none_or(|most| self.gaps[*p] <= most);
            let stands = |(other, link): &(usize, super::model::Link)| {
                self.model.stands((step.meeting, step.to), *link, (*other, self.slots[*other]))
            };
            self.seated[site][step.to] <= problem.sites[site].tables[step.to]
                && about.participants.iter().all(most)
                && (self.plain || self.model.links[step.meeting].iter().all(stands))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_falls_is_near_the_exponential() {
        assert!((falling(0.0) - 1.0).abs() < 1e-12);
        assert!((falling(1.0) - (-1.0_f64).exp()).abs() < 0.01);
        assert!(falling(64.0) == 0.0 && falling(1e9) == 0.0);
    }
}
