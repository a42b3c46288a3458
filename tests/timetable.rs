//! The timetable against brute force, against its rules, and against itself.

#[allow(dead_code)]
#[path = "common/forum.rs"]
mod forum;
#[path = "common/generate.rs"]
mod generate;

use forum::{Forum, small};
use proptest::prelude::*;
use silkmatch::timetable::{
    Constraint, Cost, Limits, Meeting, Outcome, Participant, Precedence, Problem, Site, Slot, Solution,
    Timetable, broken, solve,
};

/// Tables for given slots by trying all; `None` where there are not enough.
fn seated(problem: &Problem, slots: &[usize]) -> Option<Timetable> {
    let mut tables = Vec::new();
    for (n, slot) in slots.iter().enumerate() {
        let site = problem.site(n, *slot);
        let before = (0..n).filter(|m| slots[*m] == *slot && problem.site(*m, *slot) == site).count();
        tables.push(before);
        if before >= problem.sites[site].tables[*slot] {
            return None;
        }
    }
    Some(Timetable { slots: slots.to_vec(), tables })
}

/// The least cost of all timetables, by looking at all of them.
fn brute_force(problem: &Problem) -> Option<Cost> {
    let (meetings, slots) = (problem.meetings.len(), problem.slots.len());
    let mut best = None;
    for code in 0..slots.pow(meetings as u32) {
        let choice: Vec<usize> = (0..meetings).map(|m| code / slots.pow(m as u32) % slots).collect();
        let Some(timetable) = seated(problem, &choice) else { continue };
        if broken(problem, &timetable).is_empty() {
            let cost = Cost::of(problem, &choice);
            best = Some(best.map_or(cost, |least: Cost| least.min(cost)));
        }
    }
    best
}

/// Whether the meetings can be timetabled where these rules hold and no others, by looking at all ways.
fn possible(problem: &Problem, meetings: &[usize], rules: &[Constraint]) -> bool {
    let slots = problem.slots.len();
    (0..slots.pow(meetings.len() as u32)).any(|code| {
        let placed: Vec<(usize, usize)> =
            meetings.iter().enumerate().map(|(n, m)| (*m, code / slots.pow(n as u32) % slots)).collect();
        rules.iter().all(|rule| holds(problem, &placed, *rule))
    })
}

/// Whether meetings in their slots keep a rule.
fn holds(problem: &Problem, placed: &[(usize, usize)], rule: Constraint) -> bool {
    let with = |p: usize| placed.iter().filter(move |(m, _)| problem.meetings[*m].participants.contains(&p));
    let slot_of = |m: usize| placed.iter().find(|(other, _)| *other == m).map(|(_, s)| *s);
    match rule {
        Constraint::Away(p) => with(p).all(|(_, s)| !problem.participants[p].away.contains(s)),
        Constraint::Busy(p) => with(p)
            .all(|(a, s)| with(p).all(|(b, t)| a == b || !problem.slots[*s].overlaps(&problem.slots[*t]))),
        Constraint::MostGaps(p) => {
            let mut alone = Problem { meetings: Vec::new(), ..problem.clone() };
            alone.participants.iter_mut().for_each(|who| who.weight = 0);
            alone.participants[p].weight = 1;
            alone.meetings = with(p).map(|(m, _)| problem.meetings[*m].clone()).collect();
            let slots: Vec<usize> = with(p).map(|(_, s)| *s).collect();
            problem.participants[p].most_gaps.is_none_or(|most| Cost::of(&alone, &slots).idle <= most)
        }
        Constraint::Slots(m) => slot_of(m)
            .is_none_or(|s| problem.meetings[m].slots.as_ref().is_none_or(|slots| slots.contains(&s))),
        Constraint::Fixed(m) => slot_of(m).is_none_or(|s| problem.meetings[m].fixed.is_none_or(|f| f == s)),
        Constraint::Tables { site, slot } => {
            let here = placed.iter().filter(|(m, s)| *s == slot && problem.site(*m, *s) == site);
            here.count() <= problem.sites[site].tables[slot]
        }
        Constraint::Travel { a, b } => placed.iter().all(|first| {
            let shared = |m: usize| {
                problem.meetings[first.0]
                    .participants
                    .iter()
                    .any(|p| problem.meetings[m].participants.contains(p))
            };
            let site = |(m, s): (usize, usize)| problem.site(m, s);
            let between = |other| [[a, b], [b, a]].contains(&[site(*first), site(other)]);
            placed.iter().filter(|(m, t)| *m != first.0 && shared(*m) && between((*m, *t))).all(|(m, t)| {
                let pause = problem.slots[*t].start - problem.slots[first.1].end;
                pause < 0 || pause >= i64::from(problem.travel[site(*first)][site((*m, *t))])
            })
        }),
        Constraint::Order(n) => {
            let order = problem.precedences[n];
            let ends = slot_of(order.first).zip(slot_of(order.then));
            ends.is_none_or(|(s, t)| problem.slots[s].end <= problem.slots[t].start)
        }
    }
}

fn solved(problem: &Problem, limits: &Limits) -> Solution {
    match solve(problem, limits).expect("well built") {
        Outcome::Solved(solution) => solution,
        other => panic!("{other:?}"),
    }
}

/// Solves a small problem, and looks at all ways besides.
fn as_brute_force_says(seed: u64) -> Result<(), TestCaseError> {
    let problem = small(seed);
    let best = brute_force(&problem);
    match solve(&problem, &Limits { moves: seed % 300, ..Limits::default() }).expect("well built") {
        Outcome::Solved(solution) => {
            prop_assert_eq!(broken(&problem, &solution.timetable), Vec::<String>::new());
            prop_assert_eq!(Cost::of(&problem, &solution.timetable.slots), solution.value);
            prop_assert_eq!(Some(solution.value), best);
            prop_assert!(solution.is_proven());
        }
        Outcome::Impossible(conflict) => {
            prop_assert_eq!(best, None);
            prop_assert!(conflict.minimal);
            let (meetings, rules) = (&conflict.meetings, &conflict.constraints);
            prop_assert!(!possible(&problem, meetings, rules));
            for n in 0..meetings.len() {
                prop_assert!(possible(&problem, &[&meetings[..n], &meetings[n + 1..]].concat(), rules));
            }
            for n in 0..rules.len() {
                prop_assert!(possible(&problem, meetings, &[&rules[..n], &rules[n + 1..]].concat()));
            }
        }
        Outcome::Undecided => prop_assert!(false, "undecided"),
    }
    Ok(())
}

#[test]
fn no_meeting_of_a_conflict_can_go_where_gaps_are_limited() {
    // Without one of the meetings, somebody has more gaps than with it.
    as_brute_force_says(17_158_971_280_909_495_030).expect("as good");
}

#[test]
fn gaps_are_not_levelled_out_at_the_price_of_a_change() {
    as_brute_force_says(11_739_365_464_292_849_520).expect("as good");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn as_good_as_brute_force(seed in any::<u64>()) {
        as_brute_force_says(seed)?;
    }

    #[test]
    fn gaps_weigh_what_they_are_said_to(seed in any::<u64>(), weights in prop::array::uniform5(1u32..5)) {
        let forum = Forum { participants: 5, meetings: 5, slots: 6, tables: 2, away: 30, two_sides: false, seed };
        let mut problem = forum.problem();
        problem.participants.iter_mut().zip(weights).for_each(|(who, weight)| who.weight = weight);
        let solution = solved(&problem, &Limits { moves: 0, ..Limits::default() });
        prop_assert!(solution.is_proven());
        prop_assert_eq!(Some(solution.value), brute_force(&problem));
    }

    #[test]
    fn a_limit_costs_quality_but_no_truth(seed in any::<u64>(), prove in 0u64..40) {
        let problem = small(seed);
        if let Outcome::Solved(solution) = solve(&problem, &Limits { moves: 0, prove, ..Limits::default() }).expect("well built") {
            let best = brute_force(&problem).expect("there is one");
            prop_assert!(solution.bound <= best && best <= solution.value);
            prop_assert_eq!(broken(&problem, &solution.timetable), Vec::<String>::new());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn forums_keep_their_rules(seed in any::<u64>(), away in 0usize..40, two_sides: bool) {
        let forum = Forum { participants: 24, meetings: 60, slots: 9, tables: 8, away, two_sides, seed };
        let problem = forum.problem();
        let limits = Limits { moves: 20_000, prove: 20_000, ..Limits::default() };
        let solution = solved(&problem, &limits);
        prop_assert_eq!(broken(&problem, &solution.timetable), Vec::<String>::new());
        prop_assert_eq!(Cost::of(&problem, &solution.timetable.slots), solution.value);
        prop_assert!(solution.bound <= solution.value);
        // The same again, to the last table.
        prop_assert_eq!(&solved(&problem, &limits), &solution);
        // The first timetable is no better.
        prop_assert!(solved(&problem, &Limits::existence()).value >= solution.value);
    }
}

fn slots(count: usize) -> Vec<Slot> {
    (0..count as i64).map(|n| Slot { session: 0, start: 60 * n, end: 60 * n + 45 }).collect()
}

fn meet(a: usize, b: usize) -> Meeting {
    Meeting { participants: vec![a, b], ..Meeting::default() }
}

/// Three of one side meet three of the other, in four slots at three tables.
fn three_by_three() -> Problem {
    Problem {
        slots: slots(4),
        sites: vec![Site { tables: vec![3; 4] }],
        participants: vec![Participant::default(); 6],
        meetings: (0..9).map(|n| meet(n / 3, 3 + n % 3)).collect(),
        ..Problem::default()
    }
}

fn conflict(problem: &Problem) -> (Vec<usize>, Vec<Constraint>) {
    match solve(problem, &Limits::default()).expect("well built") {
        Outcome::Impossible(conflict) => {
            assert!(conflict.minimal);
            (conflict.meetings, conflict.constraints)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_bipartite_visit_needs_no_search() {
    // König: as many slots as the largest degree suffice, and nobody waits.
    let solution = solved(&three_by_three(), &Limits::existence());
    assert_eq!(solution.value, Cost::default());
    assert!(solution.timetable.slots.iter().all(|slot| *slot < 3));
}

#[test]
fn colours_are_spread_over_the_tables() {
    // De Werra: 40 meetings in 5 slots of 8 tables, where 4 slots would do for the busiest.
    let meetings = (0..10).flat_map(|a| (0..4).map(move |k| meet(a, 10 + (a + k) % 10))).collect();
    let problem = Problem {
        slots: slots(5),
        sites: vec![Site { tables: vec![8; 5] }],
        participants: vec![Participant::default(); 20],
        meetings,
        ..Problem::default()
    };
    let solution = solved(&problem, &Limits::existence());
    assert!(broken(&problem, &solution.timetable).is_empty());
}

#[test]
fn a_forum_of_the_published_size_is_proven() {
    let forum =
        Forum { participants: 70, meetings: 200, slots: 14, tables: 20, away: 20, two_sides: false, seed: 1 };
    let problem = forum.problem();
    assert_eq!(problem.meetings.len(), 200);
    let solution = solved(&problem, &Limits::default());
    assert_eq!(broken(&problem, &solution.timetable), Vec::<String>::new());
    assert!(solution.is_proven(), "{solution:?}");
    // Construction alone leaves four times as many gaps.
    assert!(solved(&problem, &Limits::existence()).value.idle > 3 * solution.value.idle);
}

#[test]
fn lunch_counts_where_the_day_is_one_session() {
    let mut problem = Problem {
        slots: slots(3),
        sites: vec![Site { tables: vec![1; 3] }],
        participants: vec![
            Participant { away: vec![1], ..Participant::default() },
            Participant::default(),
            Participant::default(),
        ],
        meetings: vec![meet(0, 1), meet(0, 2)],
        ..Problem::default()
    };
    assert_eq!(solved(&problem, &Limits::default()).value.idle, 1);
    problem.slots[2].session = 1;
    assert_eq!(solved(&problem, &Limits::default()).value.idle, 0);
}

#[test]
fn places_come_after_gaps() {
    // One visitor, four hosts at two sites: the sites are visited one after the other.
    let at = |site, host| Meeting { site, ..meet(0, host) };
    let mut problem = Problem {
        slots: slots(5),
        sites: vec![Site { tables: vec![1; 5] }, Site { tables: vec![1; 5] }],
        participants: vec![Participant::default(); 5],
        meetings: vec![at(0, 1), at(1, 2), at(0, 3), at(1, 4)],
        ..Problem::default()
    };
    let near = solved(&problem, &Limits::default());
    assert_eq!((near.value.idle, near.value.changes), (0, 1));
    // An hour on the way takes a slot out of the row.
    problem.travel = vec![vec![0, 60], vec![60, 0]];
    let far = solved(&problem, &Limits::default());
    assert_eq!((far.value.idle, far.value.changes), (1, 1));
    assert!(near.is_proven() && far.is_proven());
}

#[test]
fn a_change_moves_as_little_as_can_be() {
    let mut problem = three_by_three();
    let old = solved(&problem, &Limits::default()).timetable;
    for (meeting, slot) in problem.meetings.iter_mut().zip(&old.slots) {
        meeting.was = Some(*slot);
    }
    let same = solved(&problem, &Limits::default());
    assert_eq!((same.value, &same.timetable.slots), (Cost::default(), &old.slots));
    // A host cannot come in the first slot any more: one meeting has to move, and the fourth slot is free.
    problem.participants[3].away = vec![0];
    let changed = solved(&problem, &Limits::default());
    assert_eq!(changed.value.moved, 1);
    assert!(changed.is_proven());
}

#[test]
fn too_many_meetings_for_the_slots_of_one() {
    let mut problem = three_by_three();
    problem.participants[4].away = vec![0, 2];
    assert_eq!(conflict(&problem), (vec![1, 4, 7], vec![Constraint::Away(4), Constraint::Busy(4)]));
}

#[test]
fn too_few_tables() {
    let mut problem = three_by_three();
    problem.sites[0].tables = vec![2, 2, 2, 2];
    let (meetings, constraints) = conflict(&problem);
    assert_eq!(meetings.len(), 9);
    assert_eq!(constraints, (0..4).map(|slot| Constraint::Tables { site: 0, slot }).collect::<Vec<_>>());
}

#[test]
fn an_order_that_goes_round() {
    let mut problem = three_by_three();
    let before = |first, then| Precedence { first, then };
    problem.precedences = vec![before(0, 4), before(4, 8), before(1, 2), before(8, 0)];
    let order = [0, 1, 3].map(Constraint::Order).to_vec();
    assert_eq!(conflict(&problem), (vec![0, 4, 8], order));
}

#[test]
fn two_meetings_fixed_in_one_slot() {
    let mut problem = three_by_three();
    problem.meetings[0].fixed = Some(2);
    problem.meetings[1].fixed = Some(2);
    let expected = vec![Constraint::Busy(0), Constraint::Fixed(0), Constraint::Fixed(1)];
    assert_eq!(conflict(&problem), (vec![0, 1], expected));
}

#[test]
fn no_time_for_the_way() {
    let mut problem = three_by_three();
    problem.sites.push(problem.sites[0].clone());
    problem.travel = vec![vec![0, 30], vec![0, 0]];
    problem.meetings[0].fixed = Some(0);
    problem.meetings[1] = Meeting { fixed: Some(1), site: 1, ..meet(0, 4) };
    let (meetings, constraints) = conflict(&problem);
    assert_eq!(meetings, [0, 1]);
    assert_eq!(constraints, [Constraint::Fixed(0), Constraint::Fixed(1), Constraint::Travel { a: 0, b: 1 }]);
}

#[test]
fn someone_who_will_not_wait() {
    let mut problem = three_by_three();
    problem.participants[0] = Participant { away: vec![2], most_gaps: Some(0), ..Participant::default() };
    let expected = vec![Constraint::Away(0), Constraint::Busy(0), Constraint::MostGaps(0)];
    assert_eq!(conflict(&problem), (vec![0, 1, 2], expected));
}

#[test]
fn a_problem_that_names_nobody_is_no_panic() {
    let mut problem = three_by_three();
    problem.meetings[0].participants.push(17);
    let error = solve(&problem, &Limits::default()).expect_err("there is no 17");
    assert_eq!(error.to_string(), "participant of meeting `0`: there is no `17`");
    let mut problem = three_by_three();
    problem.slots[1] = Slot { session: 0, start: i64::MIN, end: i64::MAX };
    assert!(solve(&problem, &Limits::default()).is_err());
    // Nothing to timetable is timetabled.
    let empty = Problem { meetings: Vec::new(), ..three_by_three() };
    for nothing in [Problem::default(), empty] {
        assert!(matches!(solve(&nothing, &Limits::default()), Ok(Outcome::Solved(_))));
    }
}
