//! Ways from place to place, and the limits of a group.

use super::visits::{DAY, found, invented, query, read, solve};
use silkmatch::error::Place;
use silkmatch::plan::value::Worths;
use silkmatch::plan::{self, Delegation, Kept, Plan};
use silkmatch::read::Settings;

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
