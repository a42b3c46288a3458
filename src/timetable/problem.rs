//! What is to be timetabled. Everything is a number: the index of a slot, a site, a participant, a meeting.

use crate::error::{Error, ErrorKind, Result};

/// The farthest that a slot may lie from minute 0: far enough, and safe to add and subtract.
const FARTHEST: i64 = 1 << 39;

/// A stretch of time that takes one meeting a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The session it belongs to: a day, or a morning. The slots of one session do not overlap.
    ///
    /// Idle gaps and changes of place are counted inside a session, never across two. A caller to whom
    /// lunch is no idle time gives morning and afternoon as two sessions; with one session a day every
    /// idle run counts, as in Bofill and others, JAIR 74 (2022) 263–301.
    pub session: usize,
    /// When it starts, in minutes from any moment that all slots share.
    pub start: i64,
    /// When it ends, in the same minutes; after `start`.
    pub end: i64,
}

/// A place with tables: one meeting a table and slot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Site {
    /// The number of tables in each slot; 0 where the site is closed.
    pub tables: Vec<usize>,
}

/// Somebody who meets others, one meeting at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The slots in which this participant cannot meet, in any order.
    pub away: Vec<usize>,
    /// What one idle gap of this participant counts, 0 to 1,000; 0 where their waiting costs nothing.
    pub weight: u32,
    /// The most idle gaps that this participant accepts; `None` for any number.
    pub most_gaps: Option<u32>,
    /// Whether the participant is one of those (the hosts, say) whose numbers of idle gaps should be
    /// alike: see [`Cost::spread`](super::Cost::spread).
    pub even: bool,
}

impl Default for Participant {
    /// Always there, a gap counts one, any number of gaps, not in the spread.
    fn default() -> Participant {
        Participant { away: Vec::new(), weight: 1, most_gaps: None, even: false }
    }
}

/// A meeting that has to take place, in one slot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meeting {
    /// Who takes part: two, or more where third parties join; no one twice.
    pub participants: Vec<usize>,
    /// Where it is held, but for slots in which all meet in one hall: see [`Problem::halls`].
    pub site: usize,
    /// The slots it may take; `None` for every slot.
    pub slots: Option<Vec<usize>>,
    /// The slot it has to take.
    pub fixed: Option<usize>,
    /// The slot it had in an earlier timetable. Then the first objective is to move as few meetings as
    /// can be; see [`Cost::moved`](super::Cost::moved).
    pub was: Option<usize>,
}

/// One meeting has ended when another starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Precedence {
    /// The meeting that comes first.
    pub first: usize,
    /// The meeting that comes later.
    pub then: usize,
}

/// All that a timetable has to respect.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problem {
    /// The slots, in any order.
    pub slots: Vec<Slot>,
    /// The sites.
    pub sites: Vec<Site>,
    /// For each slot the site at which all its meetings are held, whatever their own; `None` where each is
    /// at its own. Empty where that is so in every slot.
    pub halls: Vec<Option<usize>>,
    /// Minutes from one site to another, `travel[from][to]`; empty where no way takes time.
    pub travel: Vec<Vec<u32>>,
    /// The participants.
    pub participants: Vec<Participant>,
    /// The meetings; all of them have to take place.
    pub meetings: Vec<Meeting>,
    /// Which meeting comes before which.
    pub precedences: Vec<Precedence>,
}

impl Problem {
    /// Whether every index stands for something and every number makes sense.
    ///
    /// # Errors
    ///
    /// The first fault, of kind [`ErrorKind::Value`]: the problem was not built as its types say.
    pub fn check(&self) -> Result<()> {
        self.check_slots()?;
        for (n, site) in self.sites.iter().enumerate() {
            ensure(site.tables.len() == self.slots.len(), || {
                format!("site `{n}` has tables for `{}` of `{}` slots", site.tables.len(), self.slots.len())
            })?;
        }
        ensure(self.halls.is_empty() || self.halls.len() == self.slots.len(), || {
            format!("halls are given for `{}` of `{}` slots", self.halls.len(), self.slots.len())
        })?;
        let halls: Vec<usize> = self.halls.iter().flatten().copied().collect();
        self.check_indices(&halls, self.sites.len(), || "hall".into())?;
        let square = self.travel.len() == self.sites.len()
            && self.travel.iter().all(|row| row.len() == self.sites.len());
        ensure(self.travel.is_empty() || square, || "travel times are not given for every two sites".into())?;
        for (n, participant) in self.participants.iter().enumerate() {
            ensure(participant.weight <= 1_000, || format!("the weight of participant `{n}` is over 1,000"))?;
            self.check_indices(&participant.away, self.slots.len(), || {
                format!("slot away of participant `{n}`")
            })?;
        }
        for (n, meeting) in self.meetings.iter().enumerate() {
            self.check_meeting(n, meeting)?;
        }
        for precedence in &self.precedences {
            let ends = [precedence.first, precedence.then];
            self.check_indices(&ends, self.meetings.len(), || "meeting of a precedence".into())?;
        }
        Ok(())
    }

    fn check_slots(&self) -> Result<()> {
        for (n, slot) in self.slots.iter().enumerate() {
            ensure(slot.start < slot.end, || format!("slot `{n}` does not end after it starts"))?;
            let sane = slot.start >= -FARTHEST && slot.end <= FARTHEST;
            ensure(sane, || format!("slot `{n}` lies more than a million years from minute 0"))?;
            let clash =
                self.slots[..n].iter().any(|other| other.session == slot.session && other.overlaps(slot));
            ensure(!clash, || format!("slot `{n}` overlaps another slot of its session"))?;
        }
        Ok(())
    }

    fn check_meeting(&self, n: usize, meeting: &Meeting) -> Result<()> {
        self.check_indices(&meeting.participants, self.participants.len(), || {
            format!("participant of meeting `{n}`")
        })?;
        self.check_indices(&[meeting.site], self.sites.len(), || format!("site of meeting `{n}`"))?;
        let slots = meeting.slots.iter().flatten().chain(&meeting.fixed).chain(&meeting.was);
        let slots: Vec<usize> = slots.copied().collect();
        self.check_indices(&slots, self.slots.len(), || format!("slot of meeting `{n}`"))?;
        let mut seen = meeting.participants.clone();
        seen.sort_unstable();
        seen.dedup();
        ensure(seen.len() == meeting.participants.len(), || {
            format!("meeting `{n}` names a participant twice")
        })
    }

    fn check_indices(&self, given: &[usize], below: usize, what: impl Fn() -> String) -> Result<()> {
        match given.iter().find(|index| **index >= below) {
            Some(index) => Err(Error::new(ErrorKind::Value, format!("{}: there is no `{index}`", what()))),
            None => Ok(()),
        }
    }

    /// Where a meeting is held if it takes a slot.
    pub fn site(&self, meeting: usize, slot: usize) -> usize {
        let hall = self.halls.get(slot).copied().flatten();
        hall.unwrap_or(self.meetings[meeting].site)
    }

    /// Minutes between two sites; 0 where no travel times are given.
    pub fn travel_minutes(&self, from: usize, to: usize) -> u32 {
        self.travel.get(from).and_then(|row| row.get(to)).copied().unwrap_or(0)
    }
}

impl Slot {
    /// Whether the two share a minute.
    pub fn overlaps(&self, other: &Slot) -> bool {
        self.start < other.end && other.start < self.end
    }
}

fn ensure(holds: bool, message: impl FnOnce() -> String) -> Result<()> {
    if holds { Ok(()) } else { Err(Error::new(ErrorKind::Value, message())) }
}
