//! A timetable, what it costs, and whether it keeps every rule: written for reading, used as the judge.

use super::problem::Problem;
use std::collections::BTreeMap;

/// When and where each meeting takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// The slot of each meeting.
    pub slots: Vec<usize>,
    /// The table of each meeting at its site, counted from 0. Whoever has the most meetings in a session
    /// keeps their table as far as they can.
    pub tables: Vec<usize>,
}

/// What a timetable costs, in the order in which it counts: less of the first outweighs everything after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cost {
    /// Meetings that had a slot before ([`Meeting::was`](super::Meeting::was)) and have another now.
    pub moved: u32,
    /// Idle gaps of all participants, times their weights. A gap is a longest run of slots of one session
    /// without a meeting, between two meetings of the participant; its length does not count.
    pub idle: u32,
    /// How often a participant has two meetings in a row, in one session, at different sites.
    pub changes: u32,
    /// Among the participants marked [`even`](super::Participant::even): most idle gaps minus fewest.
    pub spread: u32,
}

impl Cost {
    /// What a choice of one slot a meeting costs.
    pub fn of(problem: &Problem, slots: &[usize]) -> Cost {
        let moved = problem.meetings.iter().zip(slots).filter(|(m, s)| m.was.is_some_and(|was| was != **s));
        let mut cost = Cost { moved: moved.count() as u32, ..Cost::default() };
        let mut gaps_of_even = Vec::new();
        for (participant, agenda) in agendas(problem, slots).iter().enumerate() {
            let who = &problem.participants[participant];
            let gaps = agenda.values().map(|session| gaps(problem, session)).sum::<u32>();
            cost.idle += gaps * who.weight;
            cost.changes += agenda.values().map(changes).sum::<u32>();
            if who.even {
                gaps_of_even.push(gaps);
            }
        }
        let (most, fewest) = (gaps_of_even.iter().max(), gaps_of_even.iter().min());
        cost.spread = most.zip(fewest).map_or(0, |(most, fewest)| most - fewest);
        cost
    }
}

/// The meetings of a participant in one session: slot and site, by time.
type Agenda = Vec<(usize, usize)>;

/// For each participant the sessions in which they meet.
fn agendas(problem: &Problem, slots: &[usize]) -> Vec<BTreeMap<usize, Agenda>> {
    let mut agendas: Vec<BTreeMap<usize, Agenda>> = vec![BTreeMap::new(); problem.participants.len()];
    for (n, (meeting, slot)) in problem.meetings.iter().zip(slots).enumerate() {
        for participant in &meeting.participants {
            let session = agendas[*participant].entry(problem.slots[*slot].session).or_default();
            session.push((*slot, problem.site(n, *slot)));
        }
    }
    let by_time = |agenda: &mut Agenda| agenda.sort_by_key(|(slot, _)| problem.slots[*slot].start);
    agendas.iter_mut().flat_map(|a| a.values_mut()).for_each(by_time);
    agendas
}

/// Pairs of meetings in a row with a slot of the session between them.
fn gaps(problem: &Problem, agenda: &Agenda) -> u32 {
    let between = |a: usize, b: usize| {
        let (a, b) = (&problem.slots[a], &problem.slots[b]);
        problem.slots.iter().any(|s| s.session == a.session && s.start > a.start && s.start < b.start)
    };
    agenda.windows(2).filter(|pair| between(pair[0].0, pair[1].0)).count() as u32
}

fn changes(agenda: &Agenda) -> u32 {
    agenda.windows(2).filter(|pair| pair[0].1 != pair[1].1).count() as u32
}

/// The rules that a timetable breaks, in words for tests and bug reports; empty where it keeps them all.
pub fn broken(problem: &Problem, timetable: &Timetable) -> Vec<String> {
    let mut broken = Vec::new();
    for (n, (meeting, slot)) in problem.meetings.iter().zip(&timetable.slots).enumerate() {
        let away = meeting.participants.iter().any(|p| problem.participants[*p].away.contains(slot));
        let allowed = meeting.slots.as_ref().is_none_or(|slots| slots.contains(slot));
        if away || !allowed || meeting.fixed.is_some_and(|fixed| fixed != *slot) {
            broken.push(format!("meeting {n} may not take slot {slot}"));
        }
        if timetable.tables[n] >= problem.sites[problem.site(n, *slot)].tables[*slot] {
            broken.push(format!("meeting {n} has no table in slot {slot}"));
        }
        for other in 0..n {
            broken.extend(clash(problem, timetable, other, n));
        }
    }
    for order in &problem.precedences {
        let [first, then] = [order.first, order.then].map(|m| problem.slots[timetable.slots[m]]);
        if first.end > then.start {
            broken.push(format!("meeting {} does not end before meeting {}", order.first, order.then));
        }
    }
    broken.extend(too_idle(problem, timetable));
    broken
}

/// Why two meetings cannot stand as they do.
fn clash(problem: &Problem, timetable: &Timetable, a: usize, b: usize) -> Option<String> {
    let (first, second) = (&problem.meetings[a], &problem.meetings[b]);
    let [here, there] = [a, b].map(|m| (timetable.slots[m], problem.site(m, timetable.slots[m])));
    if here == there && timetable.tables[a] == timetable.tables[b] {
        return Some(format!("meetings {a} and {b} share a table"));
    }
    let shared = first.participants.iter().find(|p| second.participants.contains(p))?;
    let apart = time_apart(problem, here, there);
    (!apart).then(|| format!("participant {shared} cannot be at meetings {a} and {b}"))
}

/// Whether one participant can be at both: the slots do not overlap and leave time for the way.
pub(super) fn time_apart(problem: &Problem, a: (usize, usize), b: (usize, usize)) -> bool {
    let (earlier, later) = if problem.slots[a.0].start <= problem.slots[b.0].start { (a, b) } else { (b, a) };
    let pause = problem.slots[later.0].start - problem.slots[earlier.0].end;
    pause >= 0 && pause >= i64::from(problem.travel_minutes(earlier.1, later.1))
}

fn too_idle(problem: &Problem, timetable: &Timetable) -> Vec<String> {
    let agendas = agendas(problem, &timetable.slots);
    let over = |(n, agenda): (usize, &BTreeMap<usize, Agenda>)| {
        let most = problem.participants[n].most_gaps?;
        let count: u32 = agenda.values().map(|session| gaps(problem, session)).sum();
        (count > most).then(|| format!("participant {n} has {count} idle gaps, at most {most} allowed"))
    };
    agendas.iter().enumerate().filter_map(over).collect()
}
