//! A delegation as it is asked for: who may travel, whom they may meet, when and where, under which rules.

use super::choices::{Counted, Fusion, Objective, TieWish};
use super::place::same_city;
use crate::engine::Filter;
use crate::read::Given;
use crate::roster::{Org, Roster};
use jiff::civil::{Date, DateTime};
use std::ops::Range;

/// A possible member or host, with its own limits.
#[derive(Debug, Clone, PartialEq)]
pub struct Invited {
    /// Which organization.
    pub org: Org,
    /// The fewest meetings that it has to have; a member that does not travel needs none.
    pub least: usize,
    /// The most meetings that it may have; `None` for as many as there are slots.
    pub most: Option<usize>,
    /// Where it is met; `None` where that is not known.
    pub city: Option<String>,
    /// Whether it was named, and not found by a filter: then it is said why it is not met.
    pub named: bool,
}

/// A day of the visit, or a part of one spent in one city.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// The cities of which the plan chooses one; empty where it does not matter where hosts are.
    pub cities: Vec<String>,
    /// Further cities whose hosts come on this day.
    pub hosts_from: Vec<String>,
    /// Meetings at a time, at most; `None` where every host receives at home.
    pub tables: Option<usize>,
    /// The time zone, an IANA name.
    pub zone: String,
    /// Its slots.
    pub slots: Range<usize>,
}

impl Day {
    /// Whether a host of a city is met on this day, when it is spent in one of its cities.
    pub fn reaches(&self, spent_in: Option<&str>, host_city: Option<&str>) -> bool {
        let Some(spent_in) = spent_in else { return true };
        let Some(city) = host_city else { return false };
        same_city(spent_in, city) || self.hosts_from.iter().any(|from| same_city(from, city))
    }
}

/// A time for meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Which day.
    pub day: usize,
    /// When it starts, in the time of the place.
    pub start: DateTime,
    /// When it ends.
    pub end: DateTime,
}

/// A member or a host, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A possible member.
    Member(usize),
    /// A possible host.
    Host(usize),
}

/// Something that has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// The two meet, in that slot where one is named.
    Must {
        /// The member.
        member: usize,
        /// The host.
        host: usize,
        /// The slot.
        slot: Option<usize>,
    },
    /// The two do not meet.
    Never {
        /// The member.
        member: usize,
        /// The host.
        host: usize,
    },
    /// The members have all their meetings together.
    Together(Vec<usize>),
    /// Whoever meets both, meets the first one earlier. Both are hosts, or both are members.
    Before(Who, Who),
    /// Somebody is not there.
    Away {
        /// Who.
        who: Who,
        /// When.
        slots: Vec<usize>,
        /// When, as written.
        written: String,
    },
}

/// At least, or at most, so many of a sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quota {
    /// What is counted.
    pub counted: Counted,
    /// Those that count, by their place in the list of members or of hosts.
    pub of: Vec<usize>,
    /// What the sort is called, or is in words, as written.
    pub sort: String,
    /// At least so many.
    pub least: usize,
    /// At most so many.
    pub most: Option<usize>,
    /// At most so many hundredths of all that are counted.
    pub share: Option<u32>,
}

/// An end of a way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// A city; with a host at the other end, every other place of that city.
    City(String),
    /// The place of a host.
    Host(usize),
}

/// How long a way takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Travel {
    /// Its ends.
    pub between: [End; 2],
    /// Minutes, either way.
    pub minutes: usize,
}

/// Everything that a visit is planned by.
#[derive(Debug, Clone, PartialEq)]
pub struct Delegation {
    /// What the visit is called.
    pub name: String,
    /// The weights as written: a preset, a file, or pairs.
    pub weights: Option<Given<String>>,
    /// How much of an unknown criterion counts.
    pub optimism: Option<f64>,
    /// How two scores become a value.
    pub fusion: Fusion,
    /// What is done about those who know each other.
    pub ties: TieWish,
    /// What is to be as good as possible, in order.
    pub objectives: Vec<Objective>,
    /// How many of the worst-off members fairness looks at.
    pub fairness: usize,
    /// The lowest value of a meeting worth having, in units.
    pub lowest: u64,
    /// Who may travel, ascending by organization.
    pub members: Vec<Invited>,
    /// How many travel; `None` where all of them do.
    pub seats: Option<usize>,
    /// Who may be met, ascending by organization.
    pub hosts: Vec<Invited>,
    /// A host that is met at all has at least so many meetings.
    pub worth_coming: usize,
    /// The days, in order of time.
    pub days: Vec<Day>,
    /// The slots of all days, in order of time.
    pub slots: Vec<Slot>,
    /// Ways between cities and places.
    pub travel: Vec<Travel>,
    /// Minutes from one place to another, where nothing else is said.
    pub between_places: usize,
    /// The rules, as written.
    pub rules: Vec<Rule>,
    /// The quotas, as written.
    pub quotas: Vec<Quota>,
}

impl Delegation {
    /// The organization of a member or a host.
    pub fn org(&self, who: Who) -> Org {
        match who {
            Who::Member(m) => self.members[m].org,
            Who::Host(h) => self.hosts[h].org,
        }
    }

    /// The place of an organization among the members.
    pub fn member(&self, org: Org) -> Option<usize> {
        self.members.iter().position(|m| m.org == org)
    }

    /// The place of an organization among the hosts.
    pub fn host(&self, org: Org) -> Option<usize> {
        self.hosts.iter().position(|h| h.org == org)
    }

    /// The slots of a day or of one time: `2027-06-14`, or `2027-06-14 09:30`. `None` where there is none.
    pub fn slots_at(&self, text: &str) -> Option<Vec<usize>> {
        let text = text.trim();
        let matches = |slot: &Slot| {
            let date = slot.start.date().to_string();
            text == date || text == format!("{date} {}", clock(slot.start))
        };
        let found: Vec<usize> = (0..self.slots.len()).filter(|s| matches(&self.slots[*s])).collect();
        (!found.is_empty()).then_some(found)
    }
}

/// The time of day as `09:30`.
pub fn clock(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// Minutes from a moment that all times of a place share.
pub fn minutes(at: DateTime) -> i64 {
    jiff::tz::Offset::UTC.to_timestamp(at).map_or(0, |t| t.as_second()).div_euclid(60)
}

/// Organizations of a sort: a filter, and cities.
#[derive(Debug, Clone, Default)]
pub struct Sort {
    /// Countries, kinds, concepts.
    pub filter: Filter,
    /// Cities; empty means any.
    pub cities: Vec<String>,
}

impl Sort {
    /// Whether an organization is of this sort. Where its city is unknown, no city is it.
    pub fn takes(&self, roster: &Roster, org: Org) -> bool {
        let city = roster.organization(org).city.as_deref();
        let in_city = |wanted: &String| city.is_some_and(|c| same_city(wanted, c));
        self.filter.lets(roster, org) && (self.cities.is_empty() || self.cities.iter().any(in_city))
    }
}
