//! Values and bounds against brute force on small instances, and a large one that is proven.

use super::generate;
use proptest::prelude::*;
use silkmatch::plan::choose::{Answer, Choice, Effort, Goal, choose, measure};
use silkmatch::plan::joint::{joint, schedule};
use silkmatch::plan::puzzle::{Cell, Count, Host, Limit, Party, Places, Puzzle};
use silkmatch::timetable::Slot;

/// Whether a choice keeps every limit but those of time.
fn keeps_limits(puzzle: &Puzzle, chosen: &[usize], travels: &[bool], soft: bool) -> bool {
    let cells = || chosen.iter().map(|c| &puzzle.cells[*c]);
    let of_party = |p: usize| cells().filter(|c| c.party == p).count();
    let of_host = |h: usize| cells().filter(|c| c.host == h).count();
    let parties = puzzle.parties.iter().enumerate().all(|(p, party)| match travels[p] {
        true => of_party(p) <= party.most && (soft || of_party(p) >= party.least),
        false => of_party(p) == 0 && !party.fixed,
    });
    let hosts = puzzle.hosts.iter().enumerate().all(|(h, host)| {
        let n = of_host(h);
        n >= host.least && n <= host.most && (n == 0 || n >= host.least_if_met)
    });
    let seats: usize = puzzle.parties.iter().zip(travels).filter(|(_, t)| **t).map(|(p, _)| p.size).sum();
    let musts = (0..puzzle.cells.len()).all(|c| !puzzle.cells[c].must || chosen.contains(&c));
    let limits = puzzle.limits.iter().all(|limit| {
        let count_of = |i: usize| match limit.count {
            Count::Parties => usize::from(travels[i]),
            Count::Hosts => usize::from(of_host(i) > 0),
            Count::Meetings => cells().filter(|c| c.host == i).map(|c| c.values.len()).sum(),
            Count::PartyMeetings => of_party(i),
        };
        let count: i64 = limit.of.iter().map(|&(i, n)| n * count_of(i) as i64).sum();
        (limit.least == 0 || count >= limit.least as i64)
            && limit.most.is_none_or(|most| count <= most as i64)
    });
    let home = puzzle.seats.is_some() || travels.iter().all(|t| *t);
    parties && hosts && musts && limits && home && puzzle.seats.is_none_or(|n| seats <= n)
}

/// Whether slots are kept: nobody twice, time for the way, tables, availability, order.
fn keeps_time(puzzle: &Puzzle, chosen: &[usize], slots: &[usize]) -> bool {
    let pairwise = (0..slots.len()).all(|i| {
        let a = &puzzle.cells[chosen[i]];
        let others = (0..i).filter(|j| slots[*j] == slots[i]).map(|j| &puzzle.cells[chosen[j]]);
        a.slots.contains(&slots[i]) && others.clone().all(|b| a.party != b.party && a.host != b.host)
    });
    let at = |c: usize| chosen.iter().position(|x| *x == c).and_then(|i| slots.get(i)).copied();
    let place = |i: usize| {
        let home = puzzle.places.of_host.get(puzzle.cells[chosen[i]].host);
        home.map(|home| puzzle.places.halls[slots[i]].unwrap_or(*home))
    };
    let ways = (0..slots.len()).all(|i| {
        (0..slots.len()).filter(|j| puzzle.times[slots[*j]].start > puzzle.times[slots[i]].start).all(|j| {
            let (a, b) = (&puzzle.cells[chosen[i]], &puzzle.cells[chosen[j]]);
            let way = place(i).zip(place(j)).map_or(0, |(from, to)| puzzle.places.minutes[from][to]);
            let pause = puzzle.times[slots[j]].start - puzzle.times[slots[i]].end;
            (a.party != b.party && a.host != b.host) || pause >= i64::from(way)
        })
    });
    let tables = (0..puzzle.tables.len())
        .all(|s| puzzle.tables[s].is_none_or(|n| slots.iter().filter(|x| **x == s).count() <= n));
    let order = puzzle
        .before
        .iter()
        .all(|&(a, b)| at(a).zip(at(b)).is_none_or(|(a, b)| puzzle.times[a].end <= puzzle.times[b].start));
    pairwise && ways && tables && order
}

fn has_timetable(puzzle: &Puzzle, chosen: &[usize], slots: &mut Vec<usize>) -> bool {
    if !keeps_time(puzzle, chosen, slots) {
        return false;
    }
    let Some(next) = chosen.get(slots.len()) else { return true };
    puzzle.cells[*next].slots.iter().any(|slot| {
        slots.push(*slot);
        let found = has_timetable(puzzle, chosen, slots);
        slots.pop();
        found
    })
}

/// What the best plan reaches, goal by goal, by trying everything.
fn brute(puzzle: &Puzzle, goals: &[Goal]) -> Option<Vec<i64>> {
    let mut best: Option<Vec<i64>> = None;
    let soft = goals.contains(&Goal::Shortfall);
    for chosen in subsets(puzzle.cells.len()) {
        for travelling in subsets(puzzle.parties.len()) {
            let travels: Vec<bool> = (0..puzzle.parties.len()).map(|p| travelling.contains(&p)).collect();
            if !keeps_limits(puzzle, &chosen, &travels, soft) {
                continue;
            }
            let reached: Vec<i64> = goals.iter().map(|g| measure(puzzle, *g, &chosen, &travels)).collect();
            if best.as_ref().is_none_or(|b| reached > *b) && has_timetable(puzzle, &chosen, &mut Vec::new()) {
                best = Some(reached);
            }
        }
    }
    best
}

fn subsets(n: usize) -> impl Iterator<Item = Vec<usize>> {
    (0u32..1 << n).map(move |bits| (0..n).filter(|i| bits >> i & 1 == 1).collect())
}

fn times(days: usize, slots: usize) -> Vec<Slot> {
    (0..days * slots)
        .map(|i| Slot {
            session: i / slots,
            start: (i / slots * 1440 + i % slots * 60) as i64,
            end: (i / slots * 1440 + i % slots * 60 + 45) as i64,
        })
        .collect()
}

/// Places of hosts with ways from one to the other; in some slots they all come to a hall.
fn places(hosts: usize, slots: usize) -> impl Strategy<Value = Places> {
    let way = || prop_oneof![Just(0u32), Just(10), Just(30), Just(80)];
    let odd = prop::collection::vec((0..=hosts, 0..=hosts, way()), 0..3);
    (way(), odd, prop::collection::vec(any::<bool>(), slots)).prop_map(move |(general, odd, halls)| {
        let mut minutes = vec![vec![general; hosts + 1]; hosts + 1];
        for (a, b, way) in odd {
            minutes[a][b] = way;
            minutes[b][a] = way;
        }
        (0..=hosts).for_each(|n| minutes[n][n] = 0);
        let halls = halls.into_iter().map(|hall| hall.then_some(hosts)).collect();
        Places { of_host: (0..hosts).collect(), halls, minutes }
    })
}

/// A puzzle of so many parties, hosts and slots; `wild` adds sparse diaries, order, seats and limits.
fn puzzle(parties: usize, hosts: usize, slots: usize, wild: bool) -> impl Strategy<Value = Puzzle> {
    let cell = (any::<bool>(), 0u64..40, 0u8..8, prop::collection::vec(any::<bool>(), slots));
    (
        prop::collection::vec((1usize..3, 0usize..2, 1usize..4), parties),
        prop::collection::vec((0usize..4, 0usize..3, 1usize..4), hosts),
        prop::collection::vec(cell, parties * hosts),
        prop::option::of(1usize..3),
        prop::option::of(1usize..4),
        prop::collection::vec((0usize..4, 0usize..3, 1usize..4, any::<bool>()), 0..3),
        prop::option::of((0usize..9, 0usize..9)),
        prop::option::of(places(hosts, slots)),
    )
        .prop_map(move |(party, host, cells, tables, seats, limits, before, places)| {
            let parties_of: Vec<Party> = party
                .iter()
                .map(|&(size, least, most)| Party {
                    size: if wild { size } else { 1 },
                    least,
                    most,
                    fixed: false,
                })
                .collect();
            let hosts_of = host
                .iter()
                .map(|&(least, least_if_met, most)| Host {
                    least: usize::from(least == 3),
                    least_if_met: if wild { least_if_met } else { 0 },
                    most: most.max(1),
                })
                .collect();
            let mut kept = Vec::new();
            for (i, (there, value, luck, diary)) in cells.into_iter().enumerate() {
                let slots: Vec<usize> = (0..slots).filter(|s| !wild || diary[*s]).collect();
                if (there || luck > 1) && !slots.is_empty() && kept.len() < 9 {
                    let (party, host) = (i / hosts, i % hosts);
                    let values = (0..parties_of[party].size as u64).map(|m| value + m).collect();
                    kept.push(Cell {
                        party,
                        host,
                        values,
                        wished: u64::from(luck == 3),
                        must: luck == 7,
                        slots,
                        ..Cell::default()
                    });
                }
            }
            let count = |n| [Count::Parties, Count::Hosts, Count::Meetings, Count::PartyMeetings][n];
            let limits = limits.into_iter().map(|(n, least, most, is_share)| {
                let all = 0..if matches!(n, 0 | 3) { parties } else { hosts };
                match is_share {
                    // Of every second at most half as many as of all.
                    true => Limit {
                        count: count(n),
                        of: all.map(|i| (i, if i % 2 == 0 { 50 } else { -50 })).collect(),
                        least: 0,
                        most: Some(0),
                    },
                    false => Limit {
                        count: count(n),
                        of: all.step_by(2).map(|i| (i, 1)).collect(),
                        least,
                        most: Some(most.max(least)),
                    },
                }
            });
            let cells = kept.len();
            let has_tables =
                |s: usize| places.as_ref().is_none_or(|places: &Places| places.halls[s].is_some());
            Puzzle {
                parties: parties_of,
                seats: seats.filter(|_| wild),
                hosts: hosts_of,
                before: before
                    .filter(|(a, b)| wild && a != b && *a < cells && *b < cells)
                    .into_iter()
                    .collect(),
                cells: kept,
                times: times(1, slots),
                tables: (0..slots).map(|s| tables.filter(|_| has_tables(s))).collect(),
                hosts_wait: true,
                limits: limits.filter(|_| wild).collect(),
                places: places.unwrap_or_default(),
                cuts: Vec::new(),
            }
        })
}

fn check(puzzle: &Puzzle, choice: &Choice, goals: &[Goal]) {
    assert!(keeps_limits(puzzle, &choice.cells, &choice.travels, goals.contains(&Goal::Shortfall)));
    for level in &choice.levels {
        assert!(level.value <= level.bound);
        assert_eq!(level.value, measure(puzzle, level.goal, &choice.cells, &choice.travels));
    }
    let was = vec![None; choice.cells.len()];
    let timetable = schedule(puzzle, &choice.cells, &was).expect("sound").expect("has a timetable").timetable;
    assert!(keeps_time(puzzle, &choice.cells, &timetable.slots));
    let place = |i: usize| puzzle.places.at(puzzle.cells[choice.cells[i]].host, timetable.slots[i]);
    let table = |i: usize| (timetable.slots[i], place(i), timetable.tables[i]);
    assert!((0..choice.cells.len()).all(|i| (0..i).all(|j| table(i) != table(j))), "a table twice");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_flow_equals_brute_force(puzzle in puzzle(3, 3, 3, false)) {
        let goals = [Goal::Total];
        let mut own = puzzle.clone();
        match (joint(&mut own, &goals, Effort::default()).expect("sound"), brute(&puzzle, &goals)) {
            (Answer::Chosen(choice), Some(best)) => {
                check(&puzzle, &choice, &goals);
                prop_assert_eq!(choice.levels[0].value, best[0]);
                prop_assert_eq!(choice.levels[0].bound, best[0]);
            }
            (answer, best) => prop_assert_eq!(answer == Answer::Impossible, best.is_none()),
        }
    }

    #[test]
    fn everything_together_equals_brute_force(puzzle in puzzle(3, 3, 3, true), order in 0usize..5) {
        let goals = [
            vec![Goal::Total],
            vec![Goal::Shortfall, Goal::Total],
            vec![Goal::Filled, Goal::WorstOff(1), Goal::WorstOff(2), Goal::Total],
            vec![Goal::Wished, Goal::Spread, Goal::Total],
            vec![Goal::Shortfall, Goal::Wished, Goal::Filled, Goal::WorstOff(1), Goal::Total, Goal::Spread],
        ][order].clone();
        let mut own = puzzle.clone();
        match (joint(&mut own, &goals, Effort::default()).expect("sound"), brute(&puzzle, &goals)) {
            (Answer::Chosen(choice), Some(best)) => {
                check(&puzzle, &choice, &goals);
                let values: Vec<i64> = choice.levels.iter().map(|l| l.value).collect();
                let bounds: Vec<i64> = choice.levels.iter().map(|l| l.bound).collect();
                prop_assert_eq!(&values, &best);
                prop_assert_eq!(bounds, best);
            }
            (answer, best) => prop_assert_eq!(answer == Answer::Impossible, best.is_none()),
        }
    }
}

#[test]
fn two_hundred_by_two_hundred_is_proven() {
    let mut random = generate::Random(8);
    let cells = (0..40_000)
        .map(|i| Cell {
            party: i / 200,
            host: i % 200,
            values: vec![random.below(10_000) as u64],
            slots: (0..8).collect(),
            ..Cell::default()
        })
        .collect();
    let puzzle = Puzzle {
        parties: vec![Party { size: 1, least: 2, most: 8, fixed: false }; 200],
        hosts: vec![Host { least: 0, least_if_met: 0, most: 8 }; 200],
        cells,
        times: times(1, 8),
        tables: vec![None; 8],
        ..Puzzle::default()
    };
    let Answer::Chosen(choice) = choose(&puzzle, &[Goal::Total], Effort::default()) else {
        panic!("no choice")
    };
    assert_eq!(choice.levels[0].value, choice.levels[0].bound);
    assert_eq!(choice.cells.len(), 1600);
}
