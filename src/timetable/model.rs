//! A problem made ready for search: which slots a meeting may take, and which meetings are linked.

use super::Constraint;
use super::problem::Problem;
use std::collections::BTreeSet;

/// What one meeting asks of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// They share a participant: not at the same time.
    Busy,
    /// They share a participant and are at different sites: time for the way.
    Way,
    /// This one ends before the other starts.
    Before,
    /// The other ends before this one starts.
    After,
}

/// A problem, or a part of it, with what search asks for over and over.
pub(super) struct Model {
    /// The problem; of a part, with its meetings renumbered and its lifted rules taken out.
    pub problem: Problem,
    /// The slots that each meeting may take, by time.
    pub domains: Vec<Vec<usize>>,
    /// The meetings of each participant, ascending.
    pub agendas: Vec<Vec<usize>>,
    /// Whether each participant is held to one meeting at a time.
    pub busy: Vec<bool>,
    /// The slots of each session, by time.
    pub sessions: Vec<Vec<usize>>,
    /// The meetings linked to each meeting.
    pub links: Vec<Vec<(usize, Link)>>,
}

impl Model {
    /// The whole problem.
    pub fn new(problem: &Problem) -> Model {
        let all: Vec<usize> = (0..problem.meetings.len()).collect();
        Model::part(problem, &all, &BTreeSet::new())
    }

    /// Some of the meetings, under all rules but those lifted.
    pub fn part(whole: &Problem, meetings: &[usize], lifted: &BTreeSet<Constraint>) -> Model {
        let problem = relaxed(whole, meetings, lifted);
        let mut agendas = vec![Vec::new(); problem.participants.len()];
        for (n, meeting) in problem.meetings.iter().enumerate() {
            meeting.participants.iter().for_each(|p| agendas[*p].push(n));
        }
        let busy = (0..agendas.len()).map(|p| !lifted.contains(&Constraint::Busy(p))).collect();
        let by_time = by_time(&problem);
        let domains = (0..problem.meetings.len()).map(|m| domain(&problem, m, &by_time)).collect();
        let mut names: Vec<usize> = problem.slots.iter().map(|s| s.session).collect();
        names.sort_unstable();
        names.dedup();
        let of =
            |name: &usize| by_time.iter().copied().filter(|s| problem.slots[*s].session == *name).collect();
        let sessions = names.iter().map(of).collect();
        let mut model = Model { problem, domains, agendas, busy, sessions, links: Vec::new() };
        model.links = model.find_links();
        model
    }

    fn find_links(&self) -> Vec<Vec<(usize, Link)>> {
        let mut links = vec![BTreeSet::new(); self.problem.meetings.len()];
        let sites_of = |(m, domain): (usize, &Vec<usize>)| -> BTreeSet<usize> {
            domain.iter().map(|slot| self.problem.site(m, *slot)).collect()
        };
        let sites: Vec<BTreeSet<usize>> = self.domains.iter().enumerate().map(sites_of).collect();
        for (participant, agenda) in self.agendas.iter().enumerate() {
            for (a, b) in
                agenda.iter().flat_map(|a| agenda.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b)
            {
                if self.busy[participant] {
                    links[a].insert((b, Link::Busy as u8));
                }
                let takes_time = |from: &usize, to: &usize| {
                    self.problem.travel_minutes(*from, *to).max(self.problem.travel_minutes(*to, *from)) > 0
                };
                if sites[a].iter().any(|from| sites[b].iter().any(|to| takes_time(from, to))) {
                    links[a].insert((b, Link::Way as u8));
                }
            }
        }
        for order in &self.problem.precedences {
            links[order.first].insert((order.then, Link::Before as u8));
            links[order.then].insert((order.first, Link::After as u8));
        }
        let kind = |k: u8| [Link::Busy, Link::Way, Link::Before, Link::After][usize::from(k)];
        links.into_iter().map(|of| of.into_iter().map(|(other, k)| (other, kind(k))).collect()).collect()
    }

    /// Whether a meeting in slot `s` and another, linked to it, in slot `t` can both stand.
    pub fn stands(&self, (a, s): (usize, usize), link: Link, (b, t): (usize, usize)) -> bool {
        let (mine, theirs) = (self.problem.slots[s], self.problem.slots[t]);
        match link {
            Link::Busy => !mine.overlaps(&theirs),
            Link::Before => mine.end <= theirs.start,
            Link::After => theirs.end <= mine.start,
            Link::Way => {
                let (here, there) = (self.problem.site(a, s), self.problem.site(b, t));
                self.reachable((here, s), (there, t))
            }
        }
    }

    /// Whether the way between a slot at one site and a slot at another fits in; true where they overlap,
    /// which is no matter of the way.
    pub fn reachable(&self, (here, s): (usize, usize), (there, t): (usize, usize)) -> bool {
        let (mine, theirs) = (self.problem.slots[s], self.problem.slots[t]);
        let (pause, way) = if mine.start <= theirs.start {
            (theirs.start - mine.end, self.problem.travel_minutes(here, there))
        } else {
            (mine.start - theirs.end, self.problem.travel_minutes(there, here))
        };
        pause < 0 || pause >= i64::from(way)
    }

    /// Whether the only links are those of meetings in the same slot.
    pub fn is_plain(&self) -> bool {
        let slots = &self.problem.slots;
        let overlapping = (0..slots.len()).any(|n| slots[..n].iter().any(|other| other.overlaps(&slots[n])));
        !overlapping && self.links.iter().flatten().all(|(_, link)| *link == Link::Busy)
    }

    /// Idle gaps of a participant, given in which slots they meet.
    pub fn gaps(&self, meets: impl Fn(usize) -> bool) -> u32 {
        self.idle(meets).0
    }

    /// Idle gaps of a participant, and the slots that they are long together.
    pub fn idle(&self, meets: impl Fn(usize) -> bool) -> (u32, u32) {
        let (mut gaps, mut waits) = (0, 0);
        for session in &self.sessions {
            // `None` before the first meeting, then how long it is since the last one.
            let mut since: Option<u32> = None;
            for slot in session {
                if meets(*slot) {
                    let wait = since.unwrap_or(0);
                    gaps += u32::from(wait > 0);
                    waits += wait;
                    since = Some(0);
                } else {
                    since = since.map(|idle| idle + 1);
                }
            }
        }
        (gaps, waits)
    }
}

/// The meetings alone, under all rules but those lifted; [`Constraint::Busy`] stays with the model.
fn relaxed(whole: &Problem, meetings: &[usize], lifted: &BTreeSet<Constraint>) -> Problem {
    let mut part = Problem { meetings: Vec::new(), precedences: Vec::new(), ..whole.clone() };
    for m in meetings {
        let mut meeting = whole.meetings[*m].clone();
        meeting.slots = meeting.slots.filter(|_| !lifted.contains(&Constraint::Slots(*m)));
        meeting.fixed = meeting.fixed.filter(|_| !lifted.contains(&Constraint::Fixed(*m)));
        part.meetings.push(meeting);
    }
    for (n, order) in whole.precedences.iter().enumerate() {
        let place = |m: usize| meetings.iter().position(|kept| *kept == m);
        if let (Some(first), Some(then), false) =
            (place(order.first), place(order.then), lifted.contains(&Constraint::Order(n)))
        {
            part.precedences.push(super::Precedence { first, then });
        }
    }
    for constraint in lifted {
        match constraint {
            Constraint::Away(p) => part.participants[*p].away.clear(),
            Constraint::MostGaps(p) => part.participants[*p].most_gaps = None,
            Constraint::Tables { site, slot } => part.sites[*site].tables[*slot] = meetings.len(),
            Constraint::Travel { a, b } => {
                part.travel[*a][*b] = 0;
                part.travel[*b][*a] = 0;
            }
            Constraint::Busy(_) | Constraint::Slots(_) | Constraint::Fixed(_) | Constraint::Order(_) => {}
        }
    }
    part
}

fn by_time(problem: &Problem) -> Vec<usize> {
    let mut slots: Vec<usize> = (0..problem.slots.len()).collect();
    slots.sort_by_key(|s| (problem.slots[*s].start, problem.slots[*s].end, *s));
    slots
}

/// The slots that a meeting may take for itself, whatever the others do.
fn domain(problem: &Problem, meeting: usize, by_time: &[usize]) -> Vec<usize> {
    let site = |slot: usize| problem.site(meeting, slot);
    let meeting = &problem.meetings[meeting];
    let allowed = |slot: &usize| {
        meeting.fixed.is_none_or(|fixed| fixed == *slot)
            && meeting.slots.as_ref().is_none_or(|slots| slots.contains(slot))
            && problem.sites[site(*slot)].tables[*slot] > 0
            && !meeting.participants.iter().any(|p| problem.participants[*p].away.contains(slot))
    };
    by_time.iter().copied().filter(allowed).collect()
}
