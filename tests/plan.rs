//! Plans against brute force on small instances, and what always has to hold on random ones.

mod common;
#[path = "common/generate.rs"]
mod generate;

use common::roster;
use proptest::prelude::*;
use silkmatch::Roster;
use silkmatch::engine::Query;
use silkmatch::error::Place;
use silkmatch::plan::choose::{Answer, Choice, Effort, Goal, choose, measure};
use silkmatch::plan::joint::{joint, schedule};
use silkmatch::plan::named::Named;
use silkmatch::plan::puzzle::{Cell, Count, Host, Limit, Party, Places, Puzzle};
use silkmatch::plan::value::Worths;
use silkmatch::plan::{self, Delegation, Kept, Outcome, Plan};
use silkmatch::preset;
use silkmatch::read::Settings;
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

/// Members and hosts with needs and offers that cross, in two cities.
fn invented(members: usize, hosts: usize) -> Roster {
    let mut rows = String::from("id,name,country,city,kind,offers,needs\n");
    let concepts = ["vaccines", "generics", "biosimilars", "medical-devices", "clinical-trials"];
    for i in 0..members {
        let (a, b) = (concepts[i % 5], concepts[(i * 3 + 1) % 5]);
        rows +=
            &format!("kz-{i},Member {i},KZ,Almaty,manufacturer,{a}:{},{b}:{}\n", 1 + i % 5, 1 + i * 2 % 5);
    }
    for i in 0..hosts {
        let (a, b) = (concepts[(i * 2) % 5], concepts[(i + 3) % 5]);
        let city = ["Seoul", "Wonju, Gangwon"][i % 2];
        rows +=
            &format!("kr-{i},Host {i},KR,\"{city}\",manufacturer,{a}:{},{b}:{}\n", 1 + i * 3 % 5, 1 + i % 5);
    }
    roster(&[("organizations", &rows)]).0
}

fn read(text: &str, roster: &Roster) -> Delegation {
    let settings = Settings::new(text, Place::file("visit.toml"));
    settings.and_then(|s| plan::read(&s, roster)).unwrap_or_else(|e| panic!("{e}"))
}

fn solve<'r>(delegation: &Delegation, worths: &Worths<'r>, kept: Option<&Kept>) -> Outcome<'r> {
    plan::plan(delegation, worths, Effort::default(), kept).unwrap_or_else(|e| panic!("{e}"))
}

fn found<'a>(outcome: Outcome<'a>) -> Plan<'a> {
    match outcome {
        Outcome::Plan(plan) => *plan,
        other => panic!("no plan: {other:?}"),
    }
}

fn query() -> Query {
    Query::new(preset::all()[0].weights().expect("shipped"))
}

const VISIT: &str = r#"
name = "Test visit"
from = "KZ"
seats = 4
hosts = { country = "KR" }
[limits]
member = { min = 2, max = 5 }
host = { max = 2 }
[[day]]
date = 2027-06-14
city = ["Seoul", "Wonju"]
slots = ["09:00", "10:00", "11:00"]
tables = 3
[[day]]
date = 2027-06-15
city = ["Seoul", "Wonju"]
slots = ["09:00", "10:00", "11:00"]
tables = 3
[[quota]]
of = "hosts"
city = "Wonju"
min = 1
[[rule]]
away = { who = "kr-0", slots = ["2027-06-14"] }
"#;

#[test]
fn a_visit_keeps_every_rule_is_proven_and_the_same_every_time() {
    let roster = invented(7, 12);
    let delegation = read(VISIT, &roster);
    let query = query();
    let worths = Worths::of(&roster, &delegation, &query);
    let plan = found(solve(&delegation, &worths, None));
    assert_eq!(plan.travelling.len(), 4);
    assert!(plan.alternates.iter().all(|a| !plan.travelling.contains(a)) && !plan.alternates.is_empty());
    assert!(plan.levels.iter().all(|l| l.value == l.bound), "{:?}", plan.levels);
    for member in &plan.travelling {
        let own: Vec<_> = plan.meetings.iter().filter(|m| m.member == *member).collect();
        assert!((2..=5).contains(&own.len()));
        let mut slots: Vec<usize> = own.iter().map(|m| m.slot).collect();
        slots.dedup();
        assert_eq!(slots.len(), own.len(), "twice in a slot");
    }
    for (h, host) in delegation.hosts.iter().enumerate() {
        let own: Vec<_> = plan.meetings.iter().filter(|m| m.host == h).collect();
        assert!(own.len() <= 2);
        for m in own {
            let day = delegation.slots[m.slot].day;
            let city = plan::route::city(&delegation, &plan.route, day);
            assert!(delegation.days[day].reaches(city, host.city.as_deref()), "in another city");
        }
    }
    let again = found(solve(&delegation, &worths, None));
    assert_eq!((plan.meetings, plan.levels), (again.meetings, again.levels));
}

#[test]
fn a_host_that_cancels_moves_nobody_else() {
    let roster = invented(6, 10);
    let mut delegation = read(VISIT, &roster);
    let query = query();
    let worths = Worths::of(&roster, &delegation, &query);
    let first = found(solve(&delegation, &worths, None));
    let gone = first.meetings[0].host;
    let standing = first.meetings.iter().map(|m| (m.member, m.host, m.slot)).collect();
    let kept = Kept { meetings: standing, travelling: first.travelling.clone() };
    let id = roster.organization(delegation.hosts[gone].org).id.clone();
    plan::change::apply(&format!("cancel {id}"), &roster, &mut delegation).expect("known");
    let worths = Worths::of(&roster, &delegation, &query);
    let second = found(solve(&delegation, &worths, Some(&kept)));
    assert!(second.meetings.iter().all(|m| m.host != gone));
    let others = first.meetings.iter().filter(|m| m.host != gone).count();
    assert_eq!(second.stayed, others, "{:?}", second.changes);
    assert_eq!(second.travelling, first.travelling);
}

/// The conflict of a visit of two members and two hosts with an addition.
fn conflict(addition: &str) -> Vec<Named> {
    let roster = invented(3, 3);
    let text = format!(
        "members = [\"kz-0\", \"kz-1\", \"kz-2\"]\nhosts = [\"kr-0\", \"kr-1\", \"kr-2\"]\n{addition}\n"
    );
    let delegation = read(&text, &roster);
    let query = query();
    let worths = Worths::of(&roster, &delegation, &query);
    match solve(&delegation, &worths, None) {
        Outcome::Impossible(conflict) => {
            assert!(conflict.smallest);
            conflict.constraints
        }
        other => panic!("there is a plan: {other:?}"),
    }
}

const DAY: &str = "[[day]]\ndate = 2027-06-14\nslots = [\"09:00\", \"10:00\"]\n";

#[test]
fn each_kind_of_conflict_has_its_smallest_set() {
    // More than the slots hold.
    assert_eq!(conflict(&format!("{DAY}[limits]\nmember = {{ min = 3 }}")), [Named::MemberLeast(2)]);
    // A meeting that has to be, with a host that is not there.
    let rules = "[[rule]]\nmust = [\"kz-1\", \"kr-2\"]\n[[rule]]\naway = { who = \"kr-2\", slots = [\"2027-06-14\"] }";
    assert_eq!(conflict(&format!("{DAY}{rules}")), [Named::Rule(0), Named::Rule(1)]);
    // Too few tables for all minima.
    let tables = conflict(&format!("{DAY}tables = 1\n[limits]\nmember = {{ min = 1 }}"));
    assert_eq!(
        tables,
        [Named::MemberLeast(0), Named::MemberLeast(1), Named::MemberLeast(2), Named::Tables(0)]
    );
    // An order that two fixed hours turn round.
    let order = "[[rule]]\nbefore = [\"kr-0\", \"kr-1\"]\n[[rule]]\nmust = [\"kz-0\", \"kr-0\"]\nslot = \"2027-06-14 10:00\"\n\
                 [[rule]]\nmust = [\"kz-0\", \"kr-1\"]";
    assert_eq!(conflict(&format!("{DAY}{order}")), [Named::Rule(0), Named::Rule(1), Named::Rule(2)]);
    // A city that the day is not spent in.
    let city = "[[day]]\ndate = 2027-06-14\ncity = \"Seoul\"\nslots = [\"09:00\"]\n[[rule]]\nmust = [\"kz-0\", \"kr-1\"]";
    assert_eq!(conflict(city), [Named::Rule(0), Named::City(0)]);
    // Two hosts of one city with too little time for the way, or for any way.
    let both = "[[rule]]\nmust = [\"kz-0\", \"kr-0\"]\n[[rule]]\nmust = [\"kz-0\", \"kr-2\"]\n";
    let way = "[[travel]]\nbetween = [\"kr-2\", \"Host 0\"]\nminutes = 30\n";
    assert_eq!(conflict(&format!("{DAY}{both}{way}")), [Named::Rule(0), Named::Rule(1), Named::Way(0)]);
    assert_eq!(
        conflict(&format!("minutes_between_places = 16\n{DAY}{both}")),
        [Named::Rule(0), Named::Rule(1), Named::BetweenPlaces]
    );
    // A way between two cities that the days leave no time for.
    let cities = "[[day]]\ndate = 2027-06-14\ncity = \"Seoul\"\nslots = [\"09:00\"]\n\
                  [[day]]\ndate = 2027-06-14\ncity = \"Wonju\"\nslots = [\"10:00\"]\n\
                  [[travel]]\nbetween = [\"Seoul\", \"Wonju\"]\nminutes = 90";
    assert_eq!(conflict(cities), [Named::City(0), Named::City(1), Named::Way(0)]);
    // A group of members with more meetings than the hosts have time for.
    let group = "[[quota]]\nof = \"member-meetings\"\nwho = [\"kz-0\", \"kz-2\"]\nmin = 4\n\
                 [[rule]]\naway = { who = \"kz-2\", slots = [\"2027-06-14 10:00\"] }";
    assert_eq!(conflict(&format!("{DAY}{group}")), [Named::Quota(0), Named::Rule(0)]);
    // Seats and a quota.
    let seats = format!("seats = 1\n{DAY}[[quota]]\ncountry = \"KZ\"\nmin = 2");
    assert_eq!(conflict(&seats), [Named::Seats, Named::Quota(0)]);
}

const AT_HOME: &str = r#"
name = "From place to place"
from = "KZ"
seats = 4
hosts = { country = "KR" }
minutes_between_places = 20
[limits]
member = { min = 2, max = 5 }
[[day]]
date = 2027-06-14
city = ["Seoul", "Wonju"]
slots = ["09:00", "10:00", "14:00"]
[[day]]
date = 2027-06-15
city = "Seoul"
slots = ["09:00", "10:00"]
[[travel]]
between = ["kr-0", "Host 2"]
minutes = 90
[[travel]]
between = ["kr-4", "Seoul"]
minutes = 60
[[quota]]
name = "the first"
of = "member-meetings"
who = ["kz-0", "kz-1", "Member 2"]
min = 3
max = 5
[[quota]]
of = "meetings"
who = ["kr-0", "kr-2", "kr-4"]
min = 4
"#;

/// Whether everybody has the time for each way, by the words of [`AT_HOME`].
fn has_time(delegation: &Delegation, plan: &Plan) {
    for a in &plan.meetings {
        for b in plan.meetings.iter().filter(|b| b.member == a.member && b.slot > a.slot) {
            let (from, to) = (delegation.slots[a.slot], delegation.slots[b.slot]);
            let in_seoul = |h: usize| h.is_multiple_of(2);
            let way = match (a.host, b.host) {
                (0, 2) | (2, 0) => 90,
                (4, other) | (other, 4) if in_seoul(other) => 60,
                _ => 20,
            };
            let pause = plan::delegation::minutes(to.start) - plan::delegation::minutes(from.end);
            assert!(pause >= way, "{pause} minutes from {} to {}", a.host, b.host);
        }
    }
}

#[test]
fn ways_and_groups_hold_in_the_plan_and_after_a_change() {
    let roster = invented(7, 10);
    let mut delegation = read(AT_HOME, &roster);
    let query = query();
    let worths = Worths::of(&roster, &delegation, &query);
    let first = found(solve(&delegation, &worths, None));
    assert!(first.levels.iter().all(|l| l.value == l.bound), "{:?}", first.levels);
    has_time(&delegation, &first);
    let groups = |plan: &Plan| {
        let of_first = plan.meetings.iter().filter(|m| m.member < 3).count();
        let of_hosts = plan.meetings.iter().filter(|m| [0, 2, 4].contains(&m.host)).count();
        assert!((3..=5).contains(&of_first) && of_hosts >= 4, "{of_first}, {of_hosts}");
    };
    groups(&first);
    // Without ways there is more to be had: they do bind.
    let free = ["minutes_between_places = 20", "minutes = 90", "minutes = 60"];
    let free = free.iter().fold(AT_HOME.to_string(), |text, way| {
        text.replace(way, &format!("{} = 0", way.split(' ').next().unwrap_or_default()))
    });
    let free = read(&free, &roster);
    let without = found(solve(&free, &worths, None));
    assert!(without.levels[0].value > first.levels[0].value);
    let standing = first.meetings.iter().map(|m| (m.member, m.host, m.slot)).collect();
    let kept = Kept { meetings: standing, travelling: first.travelling.clone() };
    let gone =
        first.meetings.iter().map(|m| m.host).find(|h| ![0, 2, 4].contains(h)).expect("one of the others");
    let id = roster.organization(delegation.hosts[gone].org).id.clone();
    plan::change::apply(&format!("cancel {id}"), &roster, &mut delegation).expect("known");
    let worths = Worths::of(&roster, &delegation, &query);
    let second = found(solve(&delegation, &worths, Some(&kept)));
    has_time(&delegation, &second);
    groups(&second);
    let others = first.meetings.iter().filter(|m| m.host != gone).count();
    assert_eq!(second.stayed, others, "{:?}", second.changes);
}

#[test]
fn at_tables_nobody_is_on_the_way_but_from_and_to_them() {
    let day = "[[day]]\ndate = 2027-06-14\ncity = \"Seoul\"\n";
    let text = format!(
        "from = \"KZ\"\nseats = 3\nhosts = {{ country = \"KR\" }}\nminutes_between_places = 20\n\
         {day}slots = [\"09:00\", \"10:00\"]\n{day}slots = [\"11:00\", \"12:00\"]\ntables = 3\n"
    );
    let roster = invented(3, 12);
    let delegation = read(&text, &roster);
    let query = query();
    let worths = Worths::of(&roster, &delegation, &query);
    let plan = found(solve(&delegation, &worths, None));
    assert!(plan.levels.iter().all(|l| l.value == l.bound), "{:?}", plan.levels);
    // Slots 0 and 1 are at the places of the hosts, 2 and 3 at the tables; fifteen minutes lie between two.
    let meets = |of: &dyn Fn(&plan::Meeting) -> bool, slot: usize| {
        plan.meetings.iter().any(|m| m.slot == slot && of(m))
    };
    for member in &plan.travelling {
        let own = |m: &plan::Meeting| m.member == *member;
        assert!(!(meets(&own, 0) && meets(&own, 1)));
        assert!(!(meets(&own, 1) && meets(&own, 2)));
        assert!(meets(&own, 0) && meets(&own, 2) && meets(&own, 3), "the best there is");
    }
    for host in 0..delegation.hosts.len() {
        let own = |m: &plan::Meeting| m.host == host;
        assert!(!(meets(&own, 1) && meets(&own, 2)), "{host} is at home, and then at the tables");
    }
}

#[test]
fn a_way_or_a_group_that_cannot_be_meant_is_refused() {
    let roster = invented(3, 4);
    let refusal = |addition: &str| {
        let text = format!("from = \"KZ\"\nseats = 2\nhosts = {{ country = \"KR\" }}\n{addition}\n{DAY}");
        let settings = Settings::new(&text, Place::file("visit.toml")).expect("TOML");
        let error = plan::read(&settings, &roster).expect_err(addition);
        format!("{error} / {}", error.remedy().unwrap_or_default())
    };
    let way = |a: &str, b: &str, minutes: i64| {
        format!("[[travel]]\nbetween = [\"{a}\", \"{b}\"]\nminutes = {minutes}\n")
    };
    for (addition, said) in [
        (
            way("kr-0", "Hist 2", 30),
            "line 5, column 20: `Hist 2` is neither a city nor a host of the visit / did you mean `Host 2`?",
        ),
        (way("kr-0", "Seul", 30), "`Seul` is neither a city nor a host of the visit / did you mean `Seoul`?"),
        (way("kr-0", "kz-0", 30), "`kz-0` is not among the hosts / a way is between two cities"),
        (way("kr-0", "Host 0", 30), "`kr-0` and `Host 0` are one and the same"),
        (way("Seoul", "seoul", 30), "`Seoul` and `seoul` are one and the same"),
        (way("kr-0", "kr-2", -5), "`minutes` is `-5`; it has to be a whole number from 0 to 1440"),
        (way("kr-0", "kr-2", 2000), "`minutes` is `2000`"),
        (
            way("kr-0", "kr-2", 30) + &way("Host 2", "kr-0", 40),
            "this way takes 40 minutes here and 30 above / keep one",
        ),
        ("minutes_between_places = 900".into(), "a whole number from 0 to 600"),
        (
            "[[quota]]\nof = \"member-meetings\"\nwho = [\"kr-0\"]\nmin = 1".into(),
            "`kr-0` is not among the members",
        ),
        ("[[quota]]\nof = \"meetings\"\nwho = [\"kz-0\"]\nmin = 1".into(), "counts members"),
        ("[[quota]]\nwho = [\"kz-9\"]\nmin = 1".into(), "no organization is called `kz-9`"),
        ("[[quota]]\nwho = [\"kz-0\"]\nmin = 3\nmax = 2".into(), "`min` is 3 and `max` is 2"),
    ] {
        let found = refusal(&addition);
        assert!(found.contains(said), "{found}");
    }
    // The same way twice with the same minutes is no contradiction.
    let twice = way("kr-0", "kr-2", 30) + &way("Host 2", "kr-0", 30);
    let text = format!("from = \"KZ\"\nseats = 2\nhosts = {{ country = \"KR\" }}\n{twice}{DAY}");
    assert_eq!(read(&text, &roster).travel.len(), 2);
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

#[test]
fn the_examples_have_a_proven_plan() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for name in ["sk-pharmacy-to-korea.toml", "uzbekistan-to-wuxi.toml"] {
        let text = std::fs::read_to_string(folder.join(name)).expect("readable");
        let roster = common::shipped();
        let delegation = read(&text, roster);
        let query = query();
        let worths = Worths::of(roster, &delegation, &query);
        let plan = found(solve(&delegation, &worths, None));
        assert!(plan.levels.iter().all(|l| l.value == l.bound), "{name}: {:?}", plan.levels);
        assert!(plan.meetings.len() >= 20, "{name}: {} meetings", plan.meetings.len());
    }
}
