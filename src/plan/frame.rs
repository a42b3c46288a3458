//! From a delegation to numbers: the puzzle of one route, with named constraints left out where asked.

use super::choices::Counted;
use super::delegation::{Delegation, Quota, Rule, Who, minutes};
use super::named::{Demands, Named};
use super::puzzle::{Cell, Count, Host, Limit, Party, Puzzle};
use super::route::{Route, city};
use super::value::{Bar, Worths};
use super::ways;
use crate::timetable::Slot;
use std::collections::BTreeSet;

/// A puzzle, and what its numbers stand for.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The puzzle.
    pub puzzle: Puzzle,
    /// The members of each party.
    pub parties: Vec<Vec<usize>>,
}

/// The puzzle of a route.
pub fn frame(delegation: &Delegation, worths: &Worths, route: &Route, demands: &Demands) -> Frame {
    let parties = parties(delegation, demands);
    let frame = Builder { delegation, worths, route, demands };
    let party_free: Vec<Vec<bool>> =
        parties.iter().map(|p| frame.free(p.iter().map(|m| Who::Member(*m)))).collect();
    let host_free: Vec<Vec<bool>> = (0..delegation.hosts.len()).map(|h| frame.host_free(h)).collect();
    let mut cells = Vec::new();
    for (p, members) in parties.iter().enumerate() {
        for (h, host_free) in host_free.iter().enumerate() {
            cells.extend(frame.cell(p, members, h, &party_free[p], host_free));
        }
    }
    let tables = delegation
        .slots
        .iter()
        .map(|slot| delegation.days[slot.day].tables.filter(|_| demands.keeps(Named::Tables(slot.day))));
    // Without a limit on seats any number may travel; that is not the same as that all of them do.
    let limited = |seats| if demands.keeps(Named::Seats) { seats } else { delegation.members.len() };
    let seats = delegation.seats.map(limited);
    let time =
        |s: &super::delegation::Slot| Slot { session: s.day, start: minutes(s.start), end: minutes(s.end) };
    let puzzle = Puzzle {
        parties: parties.iter().map(|p| frame.party(p)).collect(),
        seats: demands.seats.or(seats),
        hosts: (0..delegation.hosts.len()).map(|h| frame.host(h)).collect(),
        before: frame.before(&parties, &cells),
        cells,
        times: delegation.slots.iter().map(time).collect(),
        tables: tables.collect(),
        hosts_wait: delegation.days.iter().any(|d| d.tables.is_some()),
        places: ways::places(delegation, route, demands),
        limits: frame.limits(&parties),
        cuts: Vec::new(),
    };
    Frame { puzzle, parties }
}

/// Members under a rule that keeps them together are one party.
fn parties(delegation: &Delegation, demands: &Demands) -> Vec<Vec<usize>> {
    let mut of: Vec<usize> = (0..delegation.members.len()).collect();
    for (r, rule) in delegation.rules.iter().enumerate() {
        let Rule::Together(members) = rule else { continue };
        if !demands.keeps(Named::Rule(r)) {
            continue;
        }
        let joined: BTreeSet<usize> = members.iter().map(|m| of[*m]).collect();
        let first = joined.iter().next().copied().unwrap_or_default();
        of.iter_mut().filter(|p| joined.contains(p)).for_each(|p| *p = first);
    }
    let mut parties: Vec<Vec<usize>> = vec![Vec::new(); of.len()];
    of.iter().enumerate().for_each(|(m, p)| parties[*p].push(m));
    parties.retain(|p| !p.is_empty());
    parties
}

struct Builder<'a> {
    delegation: &'a Delegation,
    worths: &'a Worths<'a>,
    route: &'a Route,
    demands: &'a Demands,
}

impl Builder<'_> {
    fn rules(&self) -> impl Iterator<Item = &Rule> {
        let kept = |(r, _): &(usize, &Rule)| self.demands.keeps(Named::Rule(*r));
        self.delegation.rules.iter().enumerate().filter(kept).map(|(_, rule)| rule)
    }

    /// The slots in which all of several are there.
    fn free(&self, who: impl Iterator<Item = Who>) -> Vec<bool> {
        let mut free = vec![true; self.delegation.slots.len()];
        for one in who {
            for rule in self.rules() {
                if let Rule::Away { who, slots, .. } = rule
                    && *who == one
                {
                    slots.iter().for_each(|s| free[*s] = false);
                }
            }
        }
        free
    }

    fn host_free(&self, host: usize) -> Vec<bool> {
        let delegation = self.delegation;
        let mut free = self.free([Who::Host(host)].into_iter());
        for (d, day) in delegation.days.iter().enumerate() {
            let spent_in = city(delegation, self.route, d).filter(|_| self.demands.keeps(Named::City(d)));
            if !day.reaches(spent_in, delegation.hosts[host].city.as_deref()) {
                day.slots.clone().for_each(|s| free[s] = false);
            }
        }
        free
    }

    fn party(&self, members: &[usize]) -> Party {
        let one = |m: &usize| &self.delegation.members[*m];
        let slots = self.delegation.slots.len();
        let most =
            |m: &usize| one(m).most.filter(|_| self.demands.keeps(Named::MemberMost(*m))).unwrap_or(slots);
        let least = |m: &usize| if self.demands.keeps(Named::MemberLeast(*m)) { one(m).least } else { 0 };
        Party {
            size: members.len(),
            least: members.iter().map(least).max().unwrap_or(0),
            most: members.iter().map(most).min().unwrap_or(slots),
            fixed: members.iter().any(|m| self.demands.fixed.contains(m)),
        }
    }

    fn host(&self, h: usize) -> Host {
        let (host, demands) = (&self.delegation.hosts[h], self.demands);
        Host {
            least: if demands.keeps(Named::HostLeast(h)) { host.least } else { 0 },
            least_if_met: if demands.keeps(Named::WorthComing) { self.delegation.worth_coming } else { 0 },
            most: host
                .most
                .filter(|_| demands.keeps(Named::HostMost(h)))
                .unwrap_or(self.delegation.slots.len()),
        }
    }

    /// The meeting of a party and a host; `None` where it is out of the question.
    fn cell(&self, party: usize, members: &[usize], host: usize, a: &[bool], b: &[bool]) -> Option<Cell> {
        let rules = || self.rules().filter(|rule| concerns(rule, members, host));
        let demanded =
            |pairs: &[(usize, usize)]| pairs.iter().any(|(m, h)| members.contains(m) && *h == host);
        let must = demanded(&self.demands.must) || rules().any(|r| matches!(r, Rule::Must { .. }));
        let never = rules().any(|r| matches!(r, Rule::Never { .. }));
        let worth = |m: &usize| self.worths.get(*m, host);
        let barred = members.iter().any(|m| worth(m).bar.is_some_and(|bar| self.holds(&bar)));
        let mut slots: Vec<usize> = (0..a.len()).filter(|s| a[*s] && b[*s] && !never).collect();
        for rule in rules() {
            if let Rule::Must { slot: Some(slot), .. } = rule {
                slots.retain(|s| s == slot);
            }
        }
        let pinned = self.demands.pinned.iter().find(|(m, h, _)| members.contains(m) && *h == host);
        if let Some((.., slot)) = pinned.filter(|(.., slot)| slots.contains(slot)) {
            slots = vec![*slot];
        }
        let possible = !barred && !slots.is_empty();
        (possible || must).then(|| Cell {
            party,
            host,
            values: members.iter().map(|m| worth(m).value).collect(),
            wished: members.iter().map(|m| u64::from(worth(m).wished)).sum(),
            kept: demanded(&self.demands.kept),
            must,
            slots,
        })
    }

    fn holds(&self, bar: &Bar) -> bool {
        match bar {
            Bar::OfMember(_) | Bar::OfHost(_) => true,
            Bar::Known => self.demands.keeps(Named::Ties),
            Bar::Low => self.demands.keeps(Named::Lowest),
        }
    }

    fn limits(&self, parties: &[Vec<usize>]) -> Vec<Limit> {
        let quotas = self.delegation.quotas.iter().enumerate();
        let kept = quotas.filter(|(q, _)| self.demands.keeps(Named::Quota(*q)));
        kept.flat_map(|(_, quota)| self.quota(quota, parties)).collect()
    }

    /// A number, and a share of all: of a hundred times those of the sort, so many times all are taken away,
    /// and nothing may be left.
    fn quota(&self, quota: &Quota, parties: &[Vec<usize>]) -> Vec<Limit> {
        let count = match quota.counted {
            Counted::Members => Count::Parties,
            Counted::Hosts => Count::Hosts,
            Counted::Meetings => Count::Meetings,
            Counted::MemberMeetings => Count::PartyMeetings,
        };
        // How many of each party, or each host, are of the sort, and how many there are.
        let sizes: Vec<(i64, i64)> = if quota.counted.is_of_members() {
            let of_sort = |p: &&Vec<usize>| p.iter().filter(|m| quota.of.contains(m)).count() as i64;
            parties.iter().map(|p| (of_sort(&p), p.len() as i64)).collect()
        } else {
            (0..self.delegation.hosts.len()).map(|h| (i64::from(quota.of.contains(&h)), 1)).collect()
        };
        let weights = |weight: &dyn Fn((i64, i64)) -> i64| -> Vec<(usize, i64)> {
            sizes.iter().map(|size| weight(*size)).enumerate().filter(|(_, w)| *w != 0).collect()
        };
        let mut limits = Vec::new();
        if quota.least > 0 || quota.most.is_some() {
            limits.push(Limit { count, of: weights(&|(of, _)| of), least: quota.least, most: quota.most });
        }
        limits.extend(quota.share.map(|share| Limit {
            count,
            of: weights(&|(of, all)| 100 * of - i64::from(share) * all),
            least: 0,
            most: Some(0),
        }));
        limits
    }

    /// Whoever meets both of a rule meets the first one earlier.
    fn before(&self, parties: &[Vec<usize>], cells: &[Cell]) -> Vec<(usize, usize)> {
        let has = |cell: &Cell, who: Who| match who {
            Who::Member(m) => parties[cell.party].contains(&m),
            Who::Host(h) => cell.host == h,
        };
        let mut pairs = Vec::new();
        for rule in self.rules() {
            let Rule::Before(first, then) = rule else { continue };
            for (i, a) in cells.iter().enumerate().filter(|(_, a)| has(a, *first)) {
                let shares = |b: &Cell| a.party == b.party || a.host == b.host;
                let later = cells.iter().enumerate().filter(|(_, b)| has(b, *then) && shares(b));
                pairs.extend(later.map(|(j, _)| (i, j)).filter(|(i, j)| i != j));
            }
        }
        pairs
    }
}

/// Whether a rule is about the meeting of some of these members with a host.
fn concerns(rule: &Rule, members: &[usize], host: usize) -> bool {
    match rule {
        Rule::Must { member, host: h, .. } | Rule::Never { member, host: h } => {
            *h == host && members.contains(member)
        }
        _ => false,
    }
}
