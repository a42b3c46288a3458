//! What a meeting of a member and a host is worth, in whole units, and what keeps the two apart.
//!
//! Whole units make sums exact, and a proof short: a plan whose value is within less than one unit of
//! an upper bound is the best there is.

use super::choices::{Fusion, TieWish};
use super::delegation::Delegation;
use crate::criteria::Pair;
use crate::criteria::gate::{self, Borders, Gate};
use crate::engine::{self, Query};
use crate::reference::{Tie, TieStatus};
use crate::roster::Roster;
use crate::score::Score;
use rayon::prelude::*;

/// Units in a score of one.
pub const UNITS: u64 = 10_000;

/// Why a member and a host are not considered for a meeting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bar<'a> {
    /// A gate of the member.
    OfMember(Gate<'a>),
    /// A gate of the host.
    OfHost(Gate<'a>),
    /// They know each other, and the visit is to avoid that.
    Known,
    /// The meeting would be worth less than the lowest value asked for.
    Low,
}

/// What a meeting is worth.
#[derive(Debug, Clone, Copy)]
pub struct Worth<'a> {
    /// Both scores as one, in units of 1/10,000; from 0 to [`UNITS`].
    pub value: u64,
    /// The score of the host for the member.
    pub for_member: Score,
    /// The score of the member for the host.
    pub for_host: Score,
    /// Whether a tie makes the meeting wished for before others.
    pub wished: bool,
    /// What keeps them apart.
    pub bar: Option<Bar<'a>>,
}

/// The worth of all meetings, members by hosts.
#[derive(Debug, Clone)]
pub struct Worths<'a> {
    all: Vec<Worth<'a>>,
    hosts: usize,
}

impl<'a> Worths<'a> {
    /// Scores every member with every host, both ways. The result does not depend on the number of threads.
    pub fn of(roster: &'a Roster, delegation: &Delegation, query: &Query) -> Worths<'a> {
        let hosts = delegation.hosts.len();
        let all = (0..delegation.members.len() * hosts).into_par_iter().map(|i| {
            let (member, host) = (&delegation.members[i / hosts], &delegation.hosts[i % hosts]);
            worth(Pair { roster, seeker: member.org, partner: host.org }, delegation, query)
        });
        Worths { all: all.collect(), hosts }
    }

    /// The worth of a meeting.
    pub fn get(&self, member: usize, host: usize) -> &Worth<'a> {
        &self.all[member * self.hosts + host]
    }
}

fn worth<'a>(pair: Pair<'a>, delegation: &Delegation, query: &Query) -> Worth<'a> {
    let (there, back) = (engine::assess(pair, query), engine::assess(pair.turned(), query));
    let value = fuse(delegation.fusion, there.score, back.score);
    let ties = pair.roster.ties(pair.seeker, pair.partner);
    let gate = |pair| gate::closed(pair, Borders::Any);
    let bar = gate(pair)
        .map(Bar::OfMember)
        .or_else(|| gate(pair.turned()).map(Bar::OfHost))
        .or_else(|| (delegation.ties == TieWish::Avoid && knows(ties)).then_some(Bar::Known))
        .or_else(|| (value < delegation.lowest).then_some(Bar::Low));
    Worth { value, for_member: there.score, for_host: back.score, wished: wished(ties, delegation.ties), bar }
}

/// Two scores as one, to the nearest unit of 1/10,000.
fn fuse(fusion: Fusion, member: Score, host: Score) -> u64 {
    let (a, b) = (u128::from(member.units()), u128::from(host.units()));
    let fused = match fusion {
        Fusion::Harmonic if a + b == 0 => 0,
        Fusion::Harmonic => 2 * a * b / (a + b),
        Fusion::Minimum => a.min(b),
        Fusion::Seeker => a,
    };
    let (units, one) = (u128::from(UNITS), u128::from(Score::UNITS));
    ((fused * units + one / 2) / one) as u64
}

fn knows(ties: &[Tie]) -> bool {
    ties.iter().any(|t| t.status != TieStatus::Conflict)
}

fn wished(ties: &[Tie], wish: TieWish) -> bool {
    let Some(last) = ties.last() else { return false };
    match wish {
        TieWish::Show | TieWish::Avoid => false,
        TieWish::Refresh => matches!(last.status, TieStatus::Met | TieStatus::Ended),
        TieWish::Deepen => matches!(last.status, TieStatus::Memorandum | TieStatus::Contract),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_harmonic_mean_lies_between_the_minimum_and_the_mean() {
        let score = |hundredths: u64| Score::from_units(Score::UNITS / 100 * hundredths).expect("below one");
        assert_eq!(fuse(Fusion::Harmonic, score(60), score(60)), 6000);
        assert_eq!(fuse(Fusion::Harmonic, score(30), score(60)), 4000);
        assert_eq!(fuse(Fusion::Harmonic, score(0), score(0)), 0);
        assert_eq!(fuse(Fusion::Minimum, score(30), score(60)), 3000);
        assert_eq!(fuse(Fusion::Seeker, score(30), score(60)), 3000);
    }
}
