//! Shortlists in which nobody stands too often.
//!
//! The best partners of everybody are a few hubs, and a hub that a hundred delegations ask for answers
//! none of them. So each partner may be put into a limited number of lists, and the lists are chosen
//! together: of all ways to do that, first one that leaves the fewest seekers without any partner, and of
//! those one of the greatest total score. That is a flow of greatest profit from seekers to partners,
//! whose certificate ([`crate::flow`]) proves it.
//!
//! **Expected load.** A partner is not approached by everybody in whose list it stands: attention falls with
//! the place in a list, about as its inverse (the examination of ranked results, N. Craswell and others,
//! WSDM 2008). The load of a partner is the sum of that over the lists; limiting it rather than letting
//! demand gather raises the number of matches that come about (Sekiya and others, arXiv 2602.19689).

use crate::engine::{self, Query, Shortlist};
use crate::flow::Network;
use crate::roster::{Org, Roster};
use crate::score::Score;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Balanced lists, and what the balance does.
#[derive(Debug, Clone)]
pub struct Balanced {
    /// The lists, in the order of the seekers.
    pub lists: Vec<Shortlist>,
    /// The most lists that a partner may stand in.
    pub limit: usize,
    /// The total score of all lists without a limit.
    pub before: f64,
    /// The total score of the balanced lists: no other choice has more with as few left without.
    pub after: f64,
    /// The partners that stand in more lists than the limit without it: the fullest first.
    pub crowded: Vec<Crowded>,
    /// Seekers whose list is shorter than without the limit, with both lengths.
    pub shortened: Vec<(Org, usize, usize)>,
    /// The largest load of a partner, without the limit and with it.
    pub load: (f64, f64),
    /// How many partners stand in some list, without the limit and with it.
    pub reached: (usize, usize),
}

/// A partner that everybody would like to meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crowded {
    /// Who.
    pub partner: Org,
    /// In how many lists it stands without the limit.
    pub before: usize,
    /// In how many it stands with it.
    pub after: usize,
    /// The approaches that it has to expect without the limit, in lists that it leads.
    pub load_before: f64,
    /// Likewise with the limit.
    pub load_after: f64,
}

/// The lists of several seekers, with no partner in more than `limit` of them.
pub fn balance(roster: &Roster, seekers: &[Org], query: &Query, limit: usize) -> Balanced {
    let free = engine::shortlist_all(roster, seekers, query);
    let lists = choose(roster, seekers, query, limit);
    let total = |lists: &[Shortlist]| -> f64 {
        lists.iter().flat_map(|l| &l.matches).map(|m| m.score.to_f64()).sum()
    };
    let (before, after) = (presence(&free), presence(&lists));
    let most = |p: &BTreeMap<Org, Presence>| p.values().map(|x| x.load).fold(0.0, f64::max);
    let shortened = free
        .iter()
        .zip(&lists)
        .filter(|(f, l)| l.matches.len() < f.matches.len())
        .map(|(f, l)| (f.seeker, f.matches.len(), l.matches.len()));
    Balanced {
        limit,
        before: total(&free),
        after: total(&lists),
        crowded: crowded(&before, &after, limit),
        shortened: shortened.collect(),
        load: (most(&before), most(&after)),
        reached: (before.len(), after.len()),
        lists,
    }
}

/// How often a partner stands in lists.
#[derive(Debug, Clone, Copy, Default)]
struct Presence {
    lists: usize,
    load: f64,
}

fn presence(lists: &[Shortlist]) -> BTreeMap<Org, Presence> {
    let mut found: BTreeMap<Org, Presence> = BTreeMap::new();
    for list in lists {
        for (place, m) in list.matches.iter().enumerate() {
            let presence = found.entry(m.partner).or_default();
            presence.lists += 1;
            presence.load += 1.0 / (place + 1) as f64;
        }
    }
    found
}

fn crowded(before: &BTreeMap<Org, Presence>, after: &BTreeMap<Org, Presence>, limit: usize) -> Vec<Crowded> {
    let over = before.iter().filter(|(_, p)| p.lists > limit);
    let mut crowded: Vec<Crowded> = over
        .map(|(&partner, was)| {
            let is = after.get(&partner).copied().unwrap_or_default();
            Crowded {
                partner,
                before: was.lists,
                after: is.lists,
                load_before: was.load,
                load_after: is.load,
            }
        })
        .collect();
    crowded.sort_by_key(|c| (std::cmp::Reverse(c.before), c.partner));
    crowded
}

/// Chooses the lists. Each seeker looks at its best partners only, at more and more of them until no
/// other can be of use: a partner below its limit costs nothing to take, so whoever sees as many of those
/// as it has places needs nobody further down.
fn choose(roster: &Roster, seekers: &[Org], query: &Query, limit: usize) -> Vec<Shortlist> {
    let mut seen = 2 * query.top;
    loop {
        let wide = Query { top: seen, ..query.clone() };
        let pools = engine::shortlist_all(roster, seekers, &wide);
        let chosen = assign(&pools, query.top, limit);
        let mut taken: BTreeMap<Org, usize> = BTreeMap::new();
        chosen.iter().flatten().for_each(|m| *taken.entry(*m).or_default() += 1);
        let open = |partner: &Org| taken.get(partner).is_none_or(|n| *n < limit);
        let enough = pools.iter().all(|pool| {
            pool.matches.len() < seen || pool.matches.iter().filter(|m| open(&m.partner)).count() >= query.top
        });
        if enough {
            let keep = |(pool, chosen): (Shortlist, Vec<Org>)| {
                let matches = pool.matches.into_iter().filter(|m| chosen.contains(&m.partner)).collect();
                Shortlist { matches, ..pool }
            };
            return pools.into_par_iter().zip(chosen).map(keep).collect();
        }
        seen *= 2;
    }
}

/// The partners of each pool that are chosen together.
fn assign(pools: &[Shortlist], top: usize, limit: usize) -> Vec<Vec<Org>> {
    let mut network = Network::new();
    let seekers: Vec<usize> = pools.iter().map(|_| network.node()).collect();
    let partners: BTreeMap<Org, usize> =
        pools.iter().flat_map(|p| &p.matches).map(|m| (m.partner, 0)).collect();
    let partners: BTreeMap<Org, usize> = partners.into_keys().map(|p| (p, network.node())).collect();
    // Of equal scores the earlier in a list is taken: a unit of score is worth more than all places
    // together. And to leave nobody without a partner is worth more than all scores.
    let places: usize = pools.iter().map(|p| top * p.matches.len()).sum();
    let unit = places as i128 + 1;
    let first = (pools.len() * top + 1) as i128 * i128::from(Score::UNITS) * unit;
    let mut arcs: Vec<Vec<usize>> = Vec::with_capacity(pools.len());
    for (pool, &seeker) in pools.iter().zip(&seekers) {
        network.arc(Network::SOURCE, seeker, 1, first);
        network.arc(Network::SOURCE, seeker, top - 1, 0);
        let arc = |(place, m): (usize, &engine::Match)| {
            let earlier = (pool.matches.len() - place) as i128;
            network.arc(seeker, partners[&m.partner], 1, i128::from(m.score.units()) * unit + earlier)
        };
        arcs.push(pool.matches.iter().enumerate().map(arc).collect());
    }
    for &partner in partners.values() {
        network.arc(partner, Network::SINK, limit, 0);
    }
    let flow = network.best();
    let chosen = |(pool, arcs): (&Shortlist, Vec<usize>)| {
        let taken = pool.matches.iter().zip(arcs).filter(|(_, arc)| flow.amounts[*arc] > 0);
        taken.map(|(m, _)| m.partner).collect()
    };
    pools.iter().zip(arcs).map(chosen).collect()
}
