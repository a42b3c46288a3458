//! Visits as officers write them: what holds in the plan, after a change, and where there is no plan.

use super::common::{self, roster};
use silkmatch::Roster;
use silkmatch::engine::Query;
use silkmatch::error::Place;
use silkmatch::plan::choose::Effort;
use silkmatch::plan::named::Named;
use silkmatch::plan::value::Worths;
use silkmatch::plan::{self, Delegation, Kept, Outcome, Plan};
use silkmatch::preset;
use silkmatch::read::Settings;

/// Members and hosts with needs and offers that cross, in two cities.
pub(super) fn invented(members: usize, hosts: usize) -> Roster {
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

pub(super) fn read(text: &str, roster: &Roster) -> Delegation {
    let settings = Settings::new(text, Place::file("visit.toml"));
    settings.and_then(|s| plan::read(&s, roster)).unwrap_or_else(|e| panic!("{e}"))
}

pub(super) fn solve<'r>(delegation: &Delegation, worths: &Worths<'r>, kept: Option<&Kept>) -> Outcome<'r> {
    plan::plan(delegation, worths, Effort::default(), kept).unwrap_or_else(|e| panic!("{e}"))
}

pub(super) fn found<'a>(outcome: Outcome<'a>) -> Plan<'a> {
    match outcome {
        Outcome::Plan(plan) => *plan,
        other => panic!("no plan: {other:?}"),
    }
}

pub(super) fn query() -> Query {
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

pub(super) const DAY: &str = "[[day]]\ndate = 2027-06-14\nslots = [\"09:00\", \"10:00\"]\n";

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
