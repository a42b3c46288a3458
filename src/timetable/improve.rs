//! A good timetable from any timetable: local search over chains of exchanges.
//!
//! A move takes a meeting to another slot, whoever it meets there to the slot it left, and so on (a Kempe
//! chain). Late acceptance (E. K. Burke and Y. Bykov, EJOR 258 (2017) 70–78) decides by comparing costs,
//! with no number to tune to their size.

use super::cost::Cost;
use super::model::Model;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// How many steps back a new cost is compared with.
const MEMORY: usize = 2_000;

/// The best timetable met in so many moves; never worse than the given one, and keeps every rule if that
/// one does.
pub(super) fn improve(model: &Model, start: &[usize], moves: u64) -> Vec<usize> {
    let mut search = Search::new(model, start);
    let movable: Vec<usize> = (0..start.len()).filter(|m| model.domains[*m].len() > 1).collect();
    let mut random = ChaCha8Rng::seed_from_u64(2);
    let mut best = (search.cost(), start.to_vec());
    let mut memory = vec![best.0; MEMORY];
    for step in 0..if movable.is_empty() { 0 } else { moves } {
        if best.0 == Cost::default() {
            break;
        }
        let meeting = movable[random.random_range(0..movable.len())];
        let target = model.domains[meeting][random.random_range(0..model.domains[meeting].len())];
        let before = search.cost();
        let Some(chain) = search.chain(meeting, target) else { continue };
        search.apply(&chain);
        let after = search.cost();
        let remembered = &mut memory[step as usize % MEMORY];
        if !search.is_allowed(&chain) || (after > before && after > *remembered) {
            search.undo(&chain);
        } else if after < best.0 {
            best = (after, search.slots.clone());
        }
        *remembered = (*remembered).min(search.cost());
    }
    best.1
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
    changes: Vec<u32>,
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

    fn sit(&mut self, meeting: usize, slot: usize) {
        let about = &self.model.problem.meetings[meeting];
        self.slots[meeting] = slot;
        self.seated[about.site][slot] += 1;
        self.sum.moved += u32::from(about.was.is_some_and(|was| was != slot));
        for participant in &about.participants {
            self.at[*participant][slot] = Some(meeting);
        }
    }

    fn rise(&mut self, meeting: usize) {
        let (about, slot) = (&self.model.problem.meetings[meeting], self.slots[meeting]);
        self.seated[about.site][slot] -= 1;
        self.sum.moved -= u32::from(about.was.is_some_and(|was| was != slot));
        for participant in &about.participants {
            self.at[*participant][slot] = None;
        }
    }

    /// Counts what a participant contributes to the cost anew.
    fn count(&mut self, participant: usize) {
        let agenda = &self.at[participant];
        let weight = self.model.problem.participants[participant].weight;
        let gaps = self.model.gaps(|slot| agenda[slot].is_some());
        let site = |slot: &usize| agenda[*slot].map(|m| self.model.problem.meetings[m].site);
        let changes = |session: &Vec<usize>| {
            let sites: Vec<usize> = session.iter().filter_map(site).collect();
            sites.windows(2).filter(|pair| pair[0] != pair[1]).count() as u32
        };
        let changes = if self.seated.len() > 1 { self.model.sessions.iter().map(changes).sum() } else { 0 };
        self.sum.idle = self.sum.idle - self.gaps[participant] * weight + gaps * weight;
        self.sum.changes = self.sum.changes - self.changes[participant] + changes;
        (self.gaps[participant], self.changes[participant]) = (gaps, changes);
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
            let about = &problem.meetings[step.meeting];
            let most =
                |p: &usize| problem.participants[*p].most_gaps.is_none_or(|most| self.gaps[*p] <= most);
            let stands = |(other, link): &(usize, super::model::Link)| {
                self.model.stands((step.meeting, step.to), *link, (*other, self.slots[*other]))
            };
            self.seated[about.site][step.to] <= problem.sites[about.site].tables[step.to]
                && about.participants.iter().all(most)
                && (self.plain || self.model.links[step.meeting].iter().all(stands))
        })
    }
}
