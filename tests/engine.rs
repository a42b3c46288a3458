//! Many shortlists at once are the same, bit for bit, as one at a time.

#[path = "common/generate.rs"]
mod generate;

mod common;

use common::shipped;
use generate::Random;
use proptest::prelude::*;
use silkmatch::criteria::gate::Borders;
use silkmatch::engine::{self, Filter, Idea, Index, Query, TieFilter};
use silkmatch::profile::{Country, Kind, Organization};
use silkmatch::reference::{Tie, TieStatus};
use silkmatch::{Optimism, Org, Roster, Weights};

/// A generated roster in which there are also must-haves, ties, organizations that are alike, some of which little or
/// nothing is known, and some that want partners from one country only.
fn roster(count: usize, seed: u64) -> Roster {
    let made = generate::roster(shipped(), count, seed);
    let mut random = Random(seed ^ 1);
    let mut all: Vec<Organization> = made.orgs().map(|o| made.organization(o).clone()).collect();
    for i in 0..count {
        all[i].needs.iter_mut().for_each(|n| n.must = random.below(12) == 0);
        if random.below(4) == 0 {
            let twin = Organization { id: all[i].id.clone(), ..random.one(&all).clone() };
            all[i] = twin;
        }
        let (without_offers, without_needs) = match random.below(12) {
            0 => (true, true),
            1 => (true, false),
            2 => (false, true),
            3 => {
                all[i].wants = vec![random.one(&all).country];
                continue;
            }
            _ => continue,
        };
        // Of a kind that is unknown nothing is assumed.
        all[i].kind = None;
        all[i].offers.retain(|_| !without_offers);
        all[i].needs.retain(|_| !without_needs);
    }
    let mut reference = made.reference().clone();
    for _ in 0..count {
        let (a, b) = (&random.one(&all).id, &random.one(&all).id);
        let status = *random.one(TieStatus::ALL);
        reference.ties.insert(a, b, Tie { status, date: None, note: String::new(), source: String::new() });
    }
    Roster::new(all, made.taxonomy().clone(), made.lexicon().clone(), reference, made.as_of())
}

fn query() -> impl Strategy<Value = Query> {
    (
        prop::array::uniform8(prop_oneof![Just(0.0), 0.01..1.0f64]),
        0.0..=1.0f64,
        prop_oneof![4 => 1..14usize, 1 => 14..200usize],
        prop::sample::select(vec![TieFilter::Show, TieFilter::Avoid, TieFilter::Only]),
        prop::bool::ANY,
        prop::sample::select(vec!["", "", "KR", "UZ"]),
        prop::bool::weighted(0.2),
    )
        .prop_filter_map("no weight", |(weights, optimism, top, ties, home, to, kinds)| {
            Some(Query {
                weights: Weights::new(weights).ok()?,
                optimism: Optimism::new(optimism).ok()?,
                top,
                ties,
                borders: if home { Borders::Any } else { Borders::Abroad },
                partners: Filter {
                    countries: Country::read(to).into_iter().collect(),
                    kinds: if kinds { vec![Kind::Manufacturer, Kind::Agency] } else { Vec::new() },
                    concepts: Vec::new(),
                },
            })
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn many_at_once_are_the_same_as_one_at_a_time(count in 2..90usize, seed in 0..u64::MAX, query in query()) {
        let roster = roster(count, seed);
        let mut seekers: Vec<Org> = roster.orgs().collect();
        // Enough of them for the engine, in an order of their own, some twice.
        seekers.extend(roster.orgs().rev().take(20));
        seekers.resize(seekers.len().max(16), seekers[0]);
        let found = engine::shortlist_all(&roster, &seekers, &query);
        prop_assert_eq!(found.len(), seekers.len());
        for (list, &seeker) in found.iter().zip(&seekers) {
            prop_assert_eq!(list, &engine::shortlist(&roster, seeker, &query));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_idea_changes_a_list(count in 2..300usize, seed in 0..u64::MAX, query in query()) {
        let roster = roster(count, seed);
        let seekers: Vec<Org> = roster.orgs().collect();
        let whole = Index::new(&roster, &query).shortlists(&seekers);
        for idea in Idea::ALL {
            prop_assert_eq!(&Index::without(idea, &roster, &query).shortlists(&seekers), &whole, "{:?}", idea);
        }
    }
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let roster = roster(700, 11);
    let query = Query::new(Weights::new([3.0, 2.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0]).expect("valid"));
    let seekers: Vec<Org> = roster.orgs().collect();
    let mut rows = roster.organizations().to_vec();
    let mut random = Random(3);
    (1..rows.len()).rev().for_each(|i| rows.swap(i, random.below(i + 1)));
    let (taxonomy, lexicon) = (roster.taxonomy().clone(), roster.lexicon().clone());
    let shuffled = Roster::new(rows, taxonomy, lexicon, roster.reference().clone(), roster.as_of());
    let found = engine::shortlist_all(&roster, &seekers, &query);
    assert_eq!(found, engine::shortlist_all(&shuffled, &seekers, &query));
    let turned: Vec<Org> = seekers.iter().rev().copied().collect();
    let mut backwards = engine::shortlist_all(&roster, &turned, &query);
    backwards.reverse();
    assert_eq!(found, backwards);
}

#[test]
fn an_index_answers_one_seeker_like_all() {
    let roster = roster(300, 5);
    let query = Query::new(Weights::new([3.0, 2.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0]).expect("valid"));
    let index = Index::new(&roster, &query);
    for seeker in roster.orgs().step_by(7) {
        assert_eq!(index.shortlists(&[seeker]), [engine::shortlist(&roster, seeker, &query)]);
    }
}

#[test]
fn a_roster_of_many_tiles_gives_the_same_lists_for_any_number_of_threads() {
    let roster = roster(9_000, 7);
    let seekers: Vec<Org> = roster.orgs().step_by(150).collect();
    let query = Query::new(Weights::new([3.0, 2.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0]).expect("valid"));
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| engine::shortlist_all(&roster, &seekers, &query))
    };
    let (one, eight) = (with(1), with(8));
    assert_eq!(one, eight);
    for list in &one {
        assert_eq!(list, &engine::shortlist(&roster, list.seeker, &query));
    }
}
