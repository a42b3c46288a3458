//! What a plan does not give, and what stands in the way.

use super::delegation::{Delegation, Rule};
use super::named::Demands;
use super::route::city;
use super::solve::{Found, Search, Solved};
use super::value::{Bar, Worths};
use crate::error::Result;

/// For so many members' strongest hosts it is said why they are not met.
const BEST_MISSED: usize = 2;
/// So many prices are worked out at most: each is a plan of its own.
const MOST_PRICES: usize = 16;

/// Something that was wished for and is not in the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Unmet<'a> {
    /// The member; `None` where a host was named and nobody meets it.
    pub member: Option<usize>,
    /// The host; `None` where a member is short of its minimum.
    pub host: Option<usize>,
    /// What the meeting would be worth, in units.
    pub value: Option<u64>,
    /// What stands in the way.
    pub cause: Cause<'a>,
}

/// What stands in the way of a meeting.
#[derive(Debug, Clone, PartialEq)]
pub enum Cause<'a> {
    /// A gate, or a limit on what is worth a meeting.
    Bar(Bar<'a>),
    /// It is not known where the host is.
    NoCity,
    /// The visit does not come to the city of the host.
    NotReached(String),
    /// A rule forbids it.
    Never,
    /// The two are never free at the same time.
    NeverFree,
    /// With this meeting, so many units less are reached in total.
    Price(u64),
    /// With this meeting, what counts before the total gets worse.
    Lower,
    /// With this meeting, there is no plan.
    Impossible,
    /// Others are worth more; the price was not worked out.
    Outweighed,
    /// A member has fewer meetings than its minimum: so many.
    Short(usize),
}

/// A city that the visit does not come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedCity {
    /// The city.
    pub city: String,
    /// The hosts there.
    pub hosts: Vec<usize>,
    /// The value of the best meeting that could be had there, in units.
    pub best: u64,
}

/// What is unmet: named hosts that nobody meets, members short of their minimum, and for each member the
/// strongest hosts that it does not meet.
///
/// # Errors
/// As [`Search::best`].
pub fn unmet<'r>(search: &Search<'_, 'r>, solved: &Solved, demands: &Demands) -> Result<Vec<Unmet<'r>>> {
    let mut asked = Asked { search, solved, demands, prices: 0 };
    let mut unmet = asked.short();
    for host in asked.unvisited() {
        // The member for whom it would be worth most speaks for all.
        let travelling = asked.travelling();
        let value = |m: &usize| search.worths.get(*m, host).value;
        let Some(member) = travelling.into_iter().max_by_key(|m| (value(m), std::cmp::Reverse(*m))) else {
            continue;
        };
        let cause = asked.cause(member, host)?;
        unmet.push(Unmet { member: None, host: Some(host), value: Some(value(&member)), cause });
    }
    for member in asked.travelling() {
        for host in asked.best_missed(member) {
            let cause = asked.cause(member, host)?;
            let value = Some(search.worths.get(member, host).value);
            unmet.push(Unmet { member: Some(member), host: Some(host), value, cause });
        }
    }
    Ok(unmet)
}

/// The cities that the visit does not come to, those with the best meetings first.
pub fn missed_cities(delegation: &Delegation, worths: &Worths, solved: &Solved) -> Vec<MissedCity> {
    let mut cities: Vec<MissedCity> = Vec::new();
    let travelling = travelling(solved);
    for (h, host) in delegation.hosts.iter().enumerate() {
        let Some(name) = host.city.as_ref().filter(|_| !reached(delegation, solved, h)) else { continue };
        let open = |m: &&usize| worths.get(**m, h).bar.is_none();
        let best = travelling.iter().filter(open).map(|m| worths.get(*m, h).value).max();
        let Some(best) = best else { continue };
        match cities.iter_mut().find(|c| super::place::same_city(&c.city, name)) {
            Some(known) => {
                known.hosts.push(h);
                known.best = known.best.max(best);
            }
            None => cities.push(MissedCity { city: name.clone(), hosts: vec![h], best }),
        }
    }
    cities.sort_by(|a, b| b.best.cmp(&a.best).then_with(|| a.city.cmp(&b.city)));
    cities
}

/// The members that travel, ascending.
pub fn travelling(solved: &Solved) -> Vec<usize> {
    let parties = solved.frame.parties.iter().zip(&solved.choice.travels).filter(|(_, t)| **t);
    let mut members: Vec<usize> = parties.flat_map(|(p, _)| p.iter().copied()).collect();
    members.sort_unstable();
    members
}

/// Whether any day comes to the city of a host.
fn reached(delegation: &Delegation, solved: &Solved, host: usize) -> bool {
    let at = delegation.hosts[host].city.as_deref();
    let day =
        |(d, day): (usize, &super::delegation::Day)| day.reaches(city(delegation, &solved.route, d), at);
    delegation.days.iter().enumerate().any(day)
}

struct Asked<'s, 'r> {
    search: &'s Search<'s, 'r>,
    solved: &'s Solved,
    demands: &'s Demands,
    prices: usize,
}

impl<'r> Asked<'_, 'r> {
    fn travelling(&self) -> Vec<usize> {
        travelling(self.solved)
    }

    fn meets(&self, member: usize, host: usize) -> bool {
        let frame = &self.solved.frame;
        let at = |c: &usize| {
            let cell = &frame.puzzle.cells[*c];
            cell.host == host && frame.parties[cell.party].contains(&member)
        };
        self.solved.choice.cells.iter().any(at)
    }

    fn short(&self) -> Vec<Unmet<'r>> {
        let lacks = |m: usize| {
            let has = (0..self.search.delegation.hosts.len()).filter(|h| self.meets(m, *h)).count();
            let short = has < self.search.delegation.members[m].least;
            short.then_some(Unmet { member: Some(m), host: None, value: None, cause: Cause::Short(has) })
        };
        self.travelling().into_iter().filter_map(lacks).collect()
    }

    fn unvisited(&self) -> Vec<usize> {
        let hosts = self.search.delegation.hosts.iter().enumerate();
        let nobody = |h: usize| !self.travelling().into_iter().any(|m| self.meets(m, h));
        hosts.filter(|(h, host)| host.named && nobody(*h)).map(|(h, _)| h).collect()
    }

    /// The hosts worth most to a member among those that it does not meet, though worth more than the
    /// least of those that it meets. Hosts elsewhere are counted city by city instead.
    fn best_missed(&self, member: usize) -> Vec<usize> {
        let worth = |h: usize| self.search.worths.get(member, h);
        let hosts = self.search.delegation.hosts.len();
        let least = (0..hosts).filter(|h| self.meets(member, *h)).map(|h| worth(h).value).min().unwrap_or(0);
        let candidate = |h: &usize| {
            let (delegation, host) = (self.search.delegation, *h);
            let named =
                delegation.hosts[host].named && !self.travelling().into_iter().any(|m| self.meets(m, host));
            !named
                && !self.meets(member, host)
                && worth(host).bar.is_none()
                && reached(delegation, self.solved, host)
        };
        let mut missed: Vec<usize> =
            (0..hosts).filter(candidate).filter(|h| worth(*h).value > least).collect();
        missed.sort_by_key(|h| (std::cmp::Reverse(worth(*h).value), *h));
        missed.truncate(BEST_MISSED);
        missed
    }

    fn cause(&mut self, member: usize, host: usize) -> Result<Cause<'r>> {
        let delegation = self.search.delegation;
        if let Some(bar) = self.search.worths.get(member, host).bar {
            return Ok(Cause::Bar(bar));
        }
        if !reached(delegation, self.solved, host) {
            return Ok(delegation.hosts[host].city.clone().map_or(Cause::NoCity, Cause::NotReached));
        }
        if delegation.rules.contains(&Rule::Never { member, host }) {
            return Ok(Cause::Never);
        }
        let frame = &self.solved.frame;
        let known =
            frame.puzzle.cells.iter().any(|c| c.host == host && frame.parties[c.party].contains(&member));
        if !known {
            return Ok(Cause::NeverFree);
        }
        self.price(member, host)
    }

    /// What the plan loses if the meeting has to take place.
    fn price(&mut self, member: usize, host: usize) -> Result<Cause<'r>> {
        if self.prices == MOST_PRICES {
            return Ok(Cause::Outweighed);
        }
        self.prices += 1;
        let mut demands = self.demands.clone();
        demands.must.push((member, host));
        demands.fixed = self.travelling();
        let routes = [self.solved.route.clone()];
        let search = Search { routes: &routes, ..*self.search };
        let (levels, was) = match search.best(&demands)? {
            Found::Plan(other) => (other.choice.levels, &self.solved.choice.levels),
            Found::Impossible => return Ok(Cause::Impossible),
            Found::Undecided => return Ok(Cause::Outweighed),
        };
        let first = levels.iter().zip(was).find(|(now, was)| now.value != was.value);
        Ok(match first {
            Some((now, was)) if now.goal == super::choose::Goal::Total => {
                Cause::Price(was.value.saturating_sub(now.value).unsigned_abs())
            }
            Some(_) => Cause::Lower,
            None => Cause::Price(0),
        })
    }
}
