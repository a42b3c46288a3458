//! Forums of any size, from a seed, made so that there is a timetable.

use super::generate::Random;
use silkmatch::timetable::{Meeting, Participant, Precedence, Problem, Site, Slot};

/// What a forum is like.
#[derive(Clone, Copy)]
pub struct Forum {
    /// How many take part.
    pub participants: usize,
    /// How many meetings are asked for.
    pub meetings: usize,
    /// Slots of one day, one after the other.
    pub slots: usize,
    /// Tables in each slot.
    pub tables: usize,
    /// In how many of a hundred slots a participant is away.
    pub away: usize,
    /// Whether the first half of the participants meets the second, or anybody anybody.
    pub two_sides: bool,
    /// Where the drawing starts.
    pub seed: u64,
}

impl Forum {
    /// A problem in which a timetable has been hidden: meetings are drawn slot by slot, among those who are
    /// there, have no other meeting and have not met. Half of the participants are asked for three times
    /// as often. There may be fewer meetings than asked for, where no more could be drawn.
    pub fn problem(&self) -> Problem {
        let mut random = Random(self.seed);
        let away: Vec<Vec<bool>> = (0..self.participants)
            .map(|_| (0..self.slots).map(|_| random.below(100) < self.away).collect())
            .collect();
        let mut busy = away.clone();
        let mut seated = vec![0; self.slots];
        let mut pairs: Vec<[usize; 2]> = Vec::new();
        for _ in 0..self.meetings * 200 {
            let slot = random.below(self.slots);
            let [a, b] = self.pair(&mut random);
            let free = a != b && !busy[a][slot] && !busy[b][slot] && seated[slot] < self.tables;
            if pairs.len() < self.meetings && free && !pairs.contains(&[a, b]) {
                pairs.push([a, b]);
                seated[slot] += 1;
                (busy[a][slot], busy[b][slot]) = (true, true);
            }
        }
        let when = |n: usize| Slot { session: 0, start: 30 * n as i64, end: 30 * n as i64 + 25 };
        let who = |away: &Vec<bool>| Participant {
            away: (0..self.slots).filter(|s| away[*s]).collect(),
            ..Participant::default()
        };
        Problem {
            slots: (0..self.slots).map(when).collect(),
            sites: vec![Site { tables: vec![self.tables; self.slots] }],
            participants: away.iter().map(who).collect(),
            meetings: pairs
                .iter()
                .map(|p| Meeting { participants: p.to_vec(), ..Meeting::default() })
                .collect(),
            ..Problem::default()
        }
    }

    fn pair(&self, random: &mut Random) -> [usize; 2] {
        let half = self.participants / 2;
        let popular = |n: usize, random: &mut Random| {
            if random.below(4) < 3 { random.below(n.div_ceil(2)) } else { random.below(n) }
        };
        if self.two_sides {
            [popular(half, random), half + popular(self.participants - half, random)]
        } else {
            let (a, b) = (popular(self.participants, random), popular(self.participants, random));
            [a.min(b), a.max(b)]
        }
    }
}

/// A small problem with everything in it: sites, halls, travel, sessions that overlap, third parties, rules.
pub fn small(seed: u64) -> Problem {
    let mut random = Random(seed);
    let (slots, sites, participants) = (3 + random.below(3), 1 + random.below(3), 3 + random.below(4));
    let split = 1 + random.below(slots);
    // The second session follows the first, or runs beside it.
    let beside = random.below(3) == 0;
    let when = |n: usize| {
        let start = if n < split || !beside { 60 * n } else { 60 * (n - split) + 30 } as i64;
        Slot { session: usize::from(n >= split), start, end: start + 50 }
    };
    let some = |random: &mut Random, of: usize, end: usize| -> Vec<usize> {
        (0..end).filter(|_| random.below(100) < of).collect()
    };
    let who = |random: &mut Random| Participant {
        away: some(random, 15, slots),
        weight: random.below(3) as u32,
        most_gaps: (random.below(4) == 0).then(|| random.below(2) as u32),
        even: random.below(2) == 0,
    };
    let mut meetings = Vec::new();
    for _ in 0..2 + random.below(4) {
        let first = random.below(participants);
        let mut with = vec![first, (first + 1 + random.below(participants - 1)) % participants];
        let third = random.below(participants);
        if random.below(4) == 0 && !with.contains(&third) {
            with.push(third);
        }
        meetings.push(Meeting {
            participants: with,
            site: random.below(sites),
            slots: (random.below(4) == 0).then(|| some(&mut random, 70, slots)),
            fixed: (random.below(8) == 0).then(|| random.below(slots)),
            was: (random.below(3) == 0).then(|| random.below(slots)),
        });
    }
    let (first, then) = (random.below(meetings.len()), random.below(meetings.len()));
    let ordered = random.below(2) == 0 && first != then;
    let mut tables = || (0..slots).map(|_| random.below(3)).collect();
    let sites: Vec<Site> = (0..sites).map(|_| Site { tables: tables() }).collect();
    let mut way = |from: usize, to: usize| if from == to { 0 } else { [0, 0, 15, 70][random.below(4)] };
    let travel = (0..sites.len()).map(|a| (0..sites.len()).map(|b| way(a, b)).collect()).collect();
    let participants = (0..participants).map(|_| who(&mut random)).collect();
    // In some slots everybody meets at one of the sites.
    let with_halls = random.below(3) == 0;
    let mut hall = || (random.below(2) == 0).then(|| random.below(sites.len()));
    Problem {
        slots: (0..slots).map(when).collect(),
        halls: if with_halls { (0..slots).map(|_| hall()).collect() } else { Vec::new() },
        travel,
        sites,
        participants,
        meetings,
        precedences: if ordered { vec![Precedence { first, then }] } else { Vec::new() },
    }
}
