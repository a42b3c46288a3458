//! A problem as a formula: which slot each meeting takes, and what that costs.

use super::model::{Link, Model};
use super::sat::{Counts, Sat};
use batsat::Lit;
use std::collections::BTreeMap;

/// Something that a good timetable has little of.
pub(super) struct Soft {
    /// Literal `n` says that there is more than `n` of it.
    pub count: Vec<Lit>,
    /// What each of it costs.
    pub weight: u32,
}

/// The formula of a model. Its models are the timetables that keep every rule.
pub(super) struct Encoding<'a> {
    model: &'a Model,
    pub sat: Sat,
    /// For each meeting and slot, that it takes it; never, where it may not.
    at: Vec<Vec<Lit>>,
    /// For each participant the number of idle gaps: literal `n` says that there are more than `n`.
    gaps: Vec<Vec<Lit>>,
}

impl<'a> Encoding<'a> {
    /// Rules and idle gaps.
    pub fn new(model: &'a Model) -> Encoding<'a> {
        let mut encoding = Encoding { model, sat: Sat::new(), at: Vec::new(), gaps: Vec::new() };
        encoding.take_slots();
        encoding.keep_tables();
        encoding.keep_order();
        for participant in 0..model.agendas.len() {
            let meets = encoding.meets(participant, &model.agendas[participant]);
            encoding.keep_way(participant);
            let gaps = encoding.count_gaps(participant, &meets);
            encoding.gaps.push(gaps);
        }
        encoding
    }

    /// The slot of each meeting in the last model.
    pub fn slots(&self) -> Vec<usize> {
        let slot = |literals: &Vec<Lit>| {
            literals.iter().position(|l| self.sat.holds(*l)).expect("every meeting takes a slot")
        };
        self.at.iter().map(slot).collect()
    }

    /// What makes a timetable this one; assuming it leads the solver to its neighbourhood.
    pub fn is(&self, slots: &[usize]) -> Vec<Lit> {
        self.at.iter().zip(slots).map(|(literals, slot)| literals[*slot]).collect()
    }

    /// Each meeting takes one slot of its own.
    fn take_slots(&mut self) {
        let model = self.model;
        for domain in &model.domains {
            let mut literals = vec![self.sat.never(); model.problem.slots.len()];
            domain.iter().for_each(|slot| literals[*slot] = self.sat.fresh());
            let own: Vec<Lit> = domain.iter().map(|slot| literals[*slot]).collect();
            self.sat.clause(&own);
            self.sat.at_most_one(&own);
            self.at.push(literals);
        }
    }

    /// The literals of some meetings in a slot, those left out that may not take it.
    fn there(&self, meetings: &[usize], slot: usize) -> Vec<Lit> {
        let never = self.sat.never();
        meetings.iter().map(|m| self.at[*m][slot]).filter(|l| *l != never).collect()
    }

    /// No more meetings at a site than it has tables.
    fn keep_tables(&mut self) {
        let problem = &self.model.problem;
        for (site, about) in problem.sites.iter().enumerate() {
            for (slot, tables) in about.tables.iter().enumerate() {
                let here = |m: &usize| problem.site(*m, slot) == site;
                let meetings: Vec<usize> = (0..problem.meetings.len()).filter(here).collect();
                let there = self.there(&meetings, slot);
                if there.len() > *tables {
                    let count = self.sat.count(&there, tables + 1, Counts::Up);
                    self.sat.clause(&[!count[*tables]]);
                }
            }
        }
    }

    /// One meeting before another.
    fn keep_order(&mut self) {
        let model = self.model;
        for order in &model.problem.precedences {
            let (first, then) = (order.first, order.then);
            for s in &model.domains[first] {
                for t in &model.domains[then] {
                    if !model.stands((first, *s), Link::Before, (then, *t)) {
                        self.sat.clause(&[!self.at[first][*s], !self.at[then][*t]]);
                    }
                }
            }
        }
    }

    /// Whether the participant meets in each slot; one meeting at a time, and as many slots as meetings.
    fn meets(&mut self, participant: usize, agenda: &[usize]) -> Vec<Lit> {
        let slots = self.model.problem.slots.len();
        let mut meets = Vec::with_capacity(slots);
        for slot in 0..slots {
            let there = self.there(agenda, slot);
            if self.model.busy[participant] {
                self.sat.at_most_one(&there);
            }
            let any = self.sat.any(&there);
            meets.push(any);
        }
        if self.model.busy[participant] {
            self.keep_apart(&meets);
            // Implied, and what makes the proofs short (Bofill and others 2022, section 6).
            let own: Vec<Lit> = meets.iter().copied().filter(|l| *l != self.sat.never()).collect();
            if own.len() < agenda.len() {
                self.sat.clause(&[]);
            }
            let count = self.sat.count(&own, agenda.len() + 1, Counts::Exactly);
            count.iter().take(agenda.len()).for_each(|l| self.sat.clause(&[*l]));
            count.iter().skip(agenda.len()).for_each(|l| self.sat.clause(&[!*l]));
        }
        meets
    }

    /// Slots of different sessions may overlap.
    fn keep_apart(&mut self, meets: &[Lit]) {
        let slots = &self.model.problem.slots;
        for a in 0..meets.len() {
            for b in (0..a).filter(|b| slots[*b].overlaps(&slots[a])) {
                self.sat.clause(&[!meets[a], !meets[b]]);
            }
        }
    }

    /// The sites that a participant meets at, each with whether they are there in each slot.
    fn sites(&mut self, participant: usize) -> Vec<(usize, Vec<Lit>)> {
        let problem = &self.model.problem;
        let slots = problem.slots.len();
        let mut sites: BTreeMap<usize, Vec<Vec<usize>>> = BTreeMap::new();
        for meeting in &self.model.agendas[participant] {
            for slot in &self.model.domains[*meeting] {
                let at =
                    sites.entry(problem.site(*meeting, *slot)).or_insert_with(|| vec![Vec::new(); slots]);
                at[*slot].push(*meeting);
            }
        }
        let mut found = Vec::new();
        for (site, meetings) in sites {
            let mut literals = Vec::new();
            for (slot, meetings) in meetings.iter().enumerate() {
                let there = self.there(meetings, slot);
                literals.push(self.sat.any(&there));
            }
            found.push((site, literals));
        }
        found
    }

    /// Time for the way from site to site.
    fn keep_way(&mut self, participant: usize) {
        if self.model.problem.travel.is_empty() {
            return;
        }
        let sites = self.sites(participant);
        for (n, (here, mine)) in sites.iter().enumerate() {
            for (there, theirs) in &sites[..n] {
                for (s, a) in mine.iter().enumerate() {
                    for (t, b) in theirs.iter().enumerate() {
                        if !self.model.reachable((*here, s), (*there, t)) {
                            self.sat.clause(&[!*a, !*b]);
                        }
                    }
                }
            }
        }
    }

    /// The number of idle gaps of a participant: output `n` says that there are more than `n`.
    fn count_gaps(&mut self, participant: usize, meets: &[Lit]) -> Vec<Lit> {
        let (never, meetings) = (self.sat.never(), self.model.agendas[participant].len());
        let (mut ends, mut sessions) = (Vec::new(), Vec::new());
        for session in &self.model.sessions {
            let there: Vec<Lit> = session.iter().map(|slot| meets[*slot]).collect();
            if there.iter().any(|l| *l != never) {
                let met = self.so_far(&there);
                ends.extend(self.ends_of_gaps(&there, &met));
                sessions.push((there, met));
            }
        }
        let gaps = self.sat.count(&ends, meetings.saturating_sub(1), Counts::Exactly);
        if let Some(first) = gaps.first().copied() {
            match sessions.as_slice() {
                [(there, met)] if self.model.busy[participant] => {
                    self.keep_window(there, met, meetings, first)
                }
                _ => sessions.iter().for_each(|(there, _)| self.keep_width(there, meetings, first)),
            }
        }
        if let Some(over) = self.model.problem.participants[participant].most_gaps
            && let Some(literal) = gaps.get(over as usize)
        {
            self.sat.clause(&[!*literal]);
        }
        gaps
    }

    /// For each slot of a session, whether there was a meeting up to it.
    fn so_far(&mut self, there: &[Lit]) -> Vec<Lit> {
        let (never, mut met) = (self.sat.never(), self.sat.never());
        let mut all = Vec::new();
        for now in there {
            met = match (met == never, *now == never) {
                (true, _) => *now,
                (_, true) => met,
                _ => self.sat.any(&[met, *now]),
            };
            all.push(met);
        }
        all
    }

    /// In each slot of a session, whether an idle gap ends with a meeting there.
    fn ends_of_gaps(&mut self, there: &[Lit], met: &[Lit]) -> Vec<Lit> {
        let (never, mut ends) = (self.sat.never(), Vec::new());
        for n in 2..there.len() {
            // There was a meeting before an idle slot, and there is one after it.
            let parts = [met[n - 2], !there[n - 1], there[n]];
            if parts[0] != never && parts[2] != never {
                let end = self.sat.fresh();
                self.sat.implies(&parts, &[end]);
                for part in parts {
                    self.sat.implies(&[end], &[part]);
                }
                ends.push(end);
            }
        }
        ends
    }

    /// Implied, where all meetings are in one session: without a gap they fill a window that is as long as
    /// they are many. `met` says where it begins, so that the solver can learn about beginnings.
    fn keep_window(&mut self, there: &[Lit], met: &[Lit], meetings: usize, gap: Lit) {
        for (n, now) in there.iter().enumerate() {
            match n.checked_sub(meetings) {
                Some(past) => {
                    self.sat.implies(&[met[past], *now], &[gap]);
                    self.sat.implies(&[met[n]], &[met[past], *now, gap]);
                }
                None => self.sat.implies(&[met[n]], &[*now, gap]),
            }
        }
    }

    /// Implied: two meetings of one session further apart than all meetings in a row would be.
    fn keep_width(&mut self, there: &[Lit], meetings: usize, gap: Lit) {
        let never = self.sat.never();
        for (n, later) in there.iter().enumerate().skip(meetings) {
            for earlier in &there[..=n - meetings] {
                if *earlier != never && *later != never {
                    self.sat.implies(&[*earlier, *later], &[gap]);
                }
            }
        }
    }

    /// Meetings that leave the slot they had; and how many have to, for it is not theirs any more.
    pub fn moved(&self) -> (Vec<Soft>, u32) {
        let (mut soft, mut lost) = (Vec::new(), 0);
        for (meeting, about) in self.model.problem.meetings.iter().enumerate() {
            match about.was.map(|was| self.at[meeting][was]) {
                Some(literal) if literal == self.sat.never() => lost += 1,
                Some(literal) => soft.push(Soft { count: vec![!literal], weight: 1 }),
                None => {}
            }
        }
        (soft, lost)
    }

    /// Idle gaps with their weights.
    pub fn idle(&self) -> Vec<Soft> {
        let participants = self.gaps.iter().zip(&self.model.problem.participants);
        let soft = participants.map(|(count, who)| Soft { count: count.clone(), weight: who.weight });
        soft.filter(|soft| soft.weight > 0 && !soft.count.is_empty()).collect()
    }

    /// Changes of site from one meeting of a session to the next.
    pub fn changes(&mut self) -> Vec<Soft> {
        let (model, mut soft) = (self.model, Vec::new());
        for participant in 0..model.agendas.len() {
            let sites = self.sites(participant);
            if sites.len() > 1 {
                for session in &model.sessions {
                    let changes = self.changes_in(session, &sites);
                    soft.extend(changes.into_iter().map(|l| Soft { count: vec![l], weight: 1 }));
                }
            }
        }
        soft
    }

    /// In each slot of a session, whether a participant meets at another site than the last time.
    fn changes_in(&mut self, session: &[usize], sites: &[(usize, Vec<Lit>)]) -> Vec<Lit> {
        let mut last: Vec<Lit> = vec![self.sat.never(); sites.len()];
        let mut changes = Vec::new();
        for slot in session {
            let now: Vec<Lit> = sites.iter().map(|(_, there)| there[*slot]).collect();
            let change = self.sat.fresh();
            for (n, was) in last.iter_mut().enumerate() {
                let mut remains = now.clone();
                remains.remove(n);
                for elsewhere in &remains {
                    self.sat.implies(&[*was, *elsewhere], &[change]);
                }
                let is = self.sat.fresh();
                self.sat.implies(&[now[n]], &[is]);
                remains.push(is);
                self.sat.implies(&[*was], &remains);
                *was = is;
            }
            changes.push(change);
        }
        changes
    }

    /// For each number up to the most possible, a literal that holds the spread to it.
    pub fn spreads(&mut self, most: u32) -> Vec<Lit> {
        let even = |p: &usize| self.model.problem.participants[*p].even;
        let counts: Vec<Vec<Lit>> = (0..self.gaps.len()).filter(even).map(|p| self.gaps[p].clone()).collect();
        let (never, longest) = (self.sat.never(), counts.iter().map(Vec::len).max().unwrap_or(0));
        let at = |count: &Vec<Lit>, n: usize| count.get(n).copied().unwrap_or(never);
        let (mut some, mut all) = (Vec::new(), Vec::new());
        for n in 0..longest {
            let over: Vec<Lit> = counts.iter().map(|count| at(count, n)).collect();
            some.push(self.sat.any(&over));
            let everyone = self.sat.fresh();
            for one in over {
                self.sat.implies(&[everyone], &[one]);
            }
            all.push(everyone);
        }
        // Where one has more than n + d, everyone has more than n.
        let mut within = Vec::new();
        for d in 0..=most as usize {
            let holds = self.sat.fresh();
            for n in d..longest {
                self.sat.implies(&[holds, some[n]], &[all[n - d]]);
            }
            within.push(holds);
        }
        within
    }
}
