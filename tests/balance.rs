//! Balanced shortlists keep the limit, leave nobody without a partner who need not be, and cost the least.

#[path = "common/generate.rs"]
mod generate;

mod common;

use common::shipped;
use proptest::prelude::*;
use silkmatch::balance::{Balanced, balance};
use silkmatch::engine::{self, Query};
use silkmatch::{Org, Roster, Score, preset};
use std::collections::BTreeMap;

fn query(top: usize) -> Query {
    Query { top, ..Query::new(preset::all()[0].weights().expect("sound")) }
}

fn lists_of(balanced: &Balanced) -> BTreeMap<Org, usize> {
    let mut lists = BTreeMap::new();
    for m in balanced.lists.iter().flat_map(|l| &l.matches) {
        *lists.entry(m.partner).or_default() += 1;
    }
    lists
}

/// Tries every choice of one partner or none for each seeker: how many are left without, and the total.
fn brute(open: &[Vec<(Org, Score)>], limit: usize, taken: &mut BTreeMap<Org, usize>) -> (usize, Score) {
    let Some((first, rest)) = open.split_first() else { return (0, Score::ZERO) };
    let (without, total) = brute(rest, limit, taken);
    let mut best = (without + 1, total);
    for &(partner, score) in first {
        let n = taken.entry(partner).or_default();
        if *n == limit {
            continue;
        }
        *n += 1;
        let (without, total) = brute(rest, limit, taken);
        *taken.get_mut(&partner).expect("counted") -= 1;
        let found = (without, total + score);
        if (found.0, std::cmp::Reverse(found.1)) < (best.0, std::cmp::Reverse(best.1)) {
            best = found;
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_choice_of_single_partners_is_better(count in 3..9usize, seed in any::<u64>(), limit in 1..3usize) {
        let roster = generate::roster(shipped(), count, seed);
        let seekers: Vec<Org> = roster.orgs().collect();
        let all = engine::shortlist_all(&roster, &seekers, &query(count));
        let open: Vec<Vec<(Org, Score)>> =
            all.iter().map(|l| l.matches.iter().map(|m| (m.partner, m.score)).collect()).collect();
        let balanced = balance(&roster, &seekers, &query(1), limit);
        let without = balanced.lists.iter().filter(|l| l.matches.is_empty()).count();
        let total: Score = balanced.lists.iter().flat_map(|l| &l.matches).map(|m| m.score).sum();
        prop_assert_eq!((without, total), brute(&open, limit, &mut BTreeMap::new()));
    }

    #[test]
    fn the_limit_holds_and_no_limit_changes_nothing(count in 20..60usize, seed in any::<u64>(), limit in 1..8usize) {
        let roster: Roster = generate::roster(shipped(), count, seed);
        let seekers: Vec<Org> = roster.orgs().collect();
        let balanced = balance(&roster, &seekers, &query(5), limit);
        prop_assert!(lists_of(&balanced).values().all(|n| *n <= limit));
        prop_assert!(balanced.after <= balanced.before);
        let in_order = |l: &engine::Shortlist| l.matches.windows(2).all(|m| m[0].score >= m[1].score);
        prop_assert!(balanced.lists.iter().all(in_order));
        let loose = balance(&roster, &seekers, &query(5), count);
        prop_assert!(loose.lists == engine::shortlist_all(&roster, &seekers, &query(5)));
        prop_assert!(loose.crowded.is_empty() && loose.shortened.is_empty());
    }
}

#[test]
fn the_shipped_hubs_are_spread() {
    let roster = shipped();
    let seekers: Vec<Org> = roster.orgs().collect();
    let balanced = balance(roster, &seekers, &query(10), 10);
    assert!(balanced.crowded.iter().all(|c| c.before > 10 && c.after <= 10));
    assert!(balanced.load.1 < balanced.load.0);
    assert!(balanced.reached.1 > balanced.reached.0);
    assert!(balanced.shortened.iter().all(|&(_, before, after)| after < before));
}
