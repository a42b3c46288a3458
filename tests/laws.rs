//! The house rules as laws, held on generated rosters.

mod common;

use common::roster;
use proptest::prelude::*;
use silkmatch::criteria::gate::{self, Borders};
use silkmatch::criteria::{Pair, coverage, reciprocity};
use silkmatch::engine::{self, Query};
use silkmatch::{Org, Roster, Weights};

/// One generated organization: country, kind, offers (concept, level), needs (concept, priority, must),
/// size, language, wants.
#[derive(Debug, Clone)]
struct Made {
    country: &'static str,
    kind: &'static str,
    offers: Vec<(&'static str, u8)>,
    needs: Vec<(&'static str, u8, bool)>,
    size: &'static str,
    language: &'static str,
    wants: &'static str,
    certificate: &'static str,
}

const CONCEPTS: [&str; 12] = [
    "biosimilars",
    "biologics",
    "vaccines",
    "gmp",
    "gmp-transition",
    "training",
    "mri",
    "imaging",
    "market-entry",
    "distribution",
    "investment",
    "technology-transfer",
];

fn made() -> impl Strategy<Value = Made> {
    let concept = || prop::sample::select(&CONCEPTS[..]);
    (
        prop::sample::select(vec!["KZ", "UZ", "CN", "KR"]),
        prop::sample::select(vec!["manufacturer", "hospital", "agency", ""]),
        prop::collection::vec((concept(), 1..=5u8), 0..5),
        prop::collection::vec((concept(), 1..=5u8, prop::bool::weighted(0.1)), 0..4),
        prop::sample::select(vec!["", "small", "large", "120"]),
        prop::sample::select(vec!["", "ru", "en; ru", "zh"]),
        prop::sample::select(vec!["", "", "", "KR", "KZ; CN"]),
        prop::sample::select(vec!["", "GMP (EU)", "GMP 2020-01", "ISO 13485"]),
    )
        .prop_map(|(country, kind, offers, needs, size, language, wants, certificate)| Made {
            country,
            kind,
            offers,
            needs,
            size,
            language,
            wants,
            certificate,
        })
}

fn row(i: usize, m: &Made) -> String {
    let offers: Vec<String> = m.offers.iter().map(|(c, l)| format!("{c}:{l}")).collect();
    let needs: Vec<String> =
        m.needs.iter().map(|(c, p, must)| format!("{c}{}:{p}", if *must { "!" } else { "" })).collect();
    let (offers, needs) = (offers.join("; "), needs.join("; "));
    format!(
        "org-{i:02},Organization {i},{},{},{offers},{needs},{},{},{},{}\n",
        m.country, m.kind, m.certificate, m.language, m.size, m.wants
    )
}

fn table(rows: impl Iterator<Item = String>) -> String {
    let head = "id,name,country,kind,offers,needs,certifications,languages,size,wants\n";
    std::iter::once(head.to_string()).chain(rows).collect()
}

fn build(all: &[Made]) -> Roster {
    roster(&[("organizations", &table(all.iter().enumerate().map(|(i, m)| row(i, m))))]).0
}

fn query() -> Query {
    Query { top: 5, ..Query::new(Weights::new([1.0; 8]).expect("valid")) }
}

/// All that a shortlist says, by id.
fn said(roster: &Roster) -> Vec<String> {
    let seekers: Vec<Org> = roster.orgs().collect();
    let lists = engine::shortlist_all(roster, &seekers, &query());
    let id = |o: Org| roster.organization(o).id.clone();
    lists
        .iter()
        .flat_map(|l| &l.matches)
        .map(|m| {
            format!(
                "{} {} {:?} {:?} {:?} {:?}",
                id(m.seeker),
                id(m.partner),
                m.score,
                m.low,
                m.high,
                m.values
            )
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nobody_else_changes_the_score_of_a_pair(all in prop::collection::vec(made(), 3..8), gone in 2..8usize) {
        prop_assume!(gone < all.len());
        let whole = build(&all);
        let rows = all.iter().enumerate().filter(|(i, _)| *i != gone).map(|(i, m)| row(i, m));
        let (less, _) = roster(&[("organizations", &table(rows))]);
        for a in less.orgs() {
            for b in less.orgs().filter(|b| *b != a) {
                let same = |roster: &Roster, o: Org| roster.by_id(&less.organization(o).id).expect("stays");
                let small = engine::assess(Pair { roster: &less, seeker: a, partner: b }, &query());
                let pair = Pair { roster: &whole, seeker: same(&whole, a), partner: same(&whole, b) };
                let large = engine::assess(pair, &query());
                prop_assert_eq!((small.score, small.values, small.confidence), (large.score, large.values, large.confidence));
            }
        }
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter(all in prop::collection::vec(made(), 2..8).prop_shuffle(), by in 1..8usize) {
        let mut turned: Vec<String> = all.iter().enumerate().map(|(i, m)| row(i, m)).collect();
        turned.rotate_left(by % all.len());
        let (other, _) = roster(&[("organizations", &table(turned.into_iter()))]);
        prop_assert_eq!(said(&build(&all)), said(&other));
    }

    #[test]
    fn every_value_is_in_range_and_points_add_up(all in prop::collection::vec(made(), 2..6)) {
        let roster = build(&all);
        for seeker in roster.orgs() {
            for partner in roster.orgs().filter(|p| *p != seeker) {
                let found = engine::assess(Pair { roster: &roster, seeker, partner }, &query());
                prop_assert!(found.values.iter().flatten().all(|v| (0.0..=1.0).contains(v)), "{:?}", found.values);
                let points = query().weights.points(&found.values, query().optimism);
                prop_assert_eq!(points.into_iter().sum::<silkmatch::Score>(), found.score);
                prop_assert!(found.low <= found.score && found.score <= found.high);
                prop_assert!(found.confidence.is_none_or(|c| (0.0..=1.0).contains(&c)));
            }
        }
    }

    #[test]
    fn reciprocity_is_coverage_seen_from_the_other_side(all in prop::collection::vec(made(), 2..5)) {
        let roster = build(&all);
        for seeker in roster.orgs() {
            for partner in roster.orgs().filter(|p| *p != seeker) {
                let pair = Pair { roster: &roster, seeker, partner };
                prop_assert_eq!(coverage::value(pair), reciprocity::value(pair.turned()));
            }
        }
    }

    #[test]
    fn one_more_offer_never_lowers_coverage(all in prop::collection::vec(made(), 2..4), extra in prop::sample::select(&CONCEPTS[..]), level in 1..=5u8) {
        let before = build(&all);
        let mut more = all.clone();
        more[1].offers.push((extra, level));
        let after = build(&more);
        let value = |roster: &Roster| {
            let pair = Pair { roster, seeker: common::org(roster, "org-00"), partner: common::org(roster, "org-01") };
            coverage::value(pair)
        };
        if let (Some(a), Some(b)) = (value(&before), value(&after)) {
            prop_assert!(b >= a, "{} then {}", a, b);
        }
    }

    #[test]
    fn a_shortlist_is_the_head_of_all_open_pairs(all in prop::collection::vec(made(), 2..9)) {
        let roster = build(&all);
        for seeker in roster.orgs() {
            let list = engine::shortlist(&roster, seeker, &query());
            let mut every: Vec<_> = roster
                .orgs()
                .filter(|p| *p != seeker)
                .map(|partner| Pair { roster: &roster, seeker, partner })
                .filter(|pair| gate::closed(*pair, Borders::Abroad).is_none())
                .map(|pair| engine::assess(pair, &query()))
                .collect();
            every.sort_by(|a, b| b.score.cmp(&a.score).then(a.partner.cmp(&b.partner)));
            prop_assert_eq!(list.considered, every.len());
            every.truncate(5);
            prop_assert_eq!(list.matches, every);
        }
    }

    #[test]
    fn whoever_is_gated_is_in_no_list(all in prop::collection::vec(made(), 2..8)) {
        let roster = build(&all);
        for seeker in roster.orgs() {
            let us = roster.organization(seeker);
            for found in engine::shortlist(&roster, seeker, &query()).matches {
                let them = roster.organization(found.partner);
                prop_assert!(us.country != them.country);
                prop_assert!(us.wants.is_empty() || us.wants.contains(&them.country));
                for need in us.needs.iter().filter(|n| n.must) {
                    let close = them.offers.iter().map(|o| roster.taxonomy().closeness(need.concept, o.concept)).max();
                    prop_assert!(close.unwrap_or(0) >= gate::MUST);
                }
            }
        }
    }
}
