//! A delegation file: TOML settings against a roster become a [`Delegation`].
//!
//! Everything that is wrong is said with its place, what stands there, and what is allowed.

use super::delegation::{
    Counted, Day, Delegation, Fusion, Invited, Objective, Quota, Rule, Slot, Sort, TieWish, Travel, Who,
    clock,
};
use super::place::{same_city, zone};
use super::value::UNITS;
use crate::engine::Filter;
use crate::error::{Error, ErrorKind, Result};
use crate::profile::{Country, Kind};
use crate::read::{Given, Section, Settings};
use crate::reference::TieStatus;
use crate::roster::{Org, Roster};
use crate::text::nearest;
use jiff::civil::{DateTime, Time};
use std::collections::BTreeSet;

const KEYS: &[&str] = &[
    "name",
    "members",
    "from",
    "seats",
    "hosts",
    "weights",
    "optimism",
    "fusion",
    "ties",
    "objectives",
    "fairness",
    "minutes",
    "zone",
    "day",
    "travel",
    "limits",
    "member",
    "host",
    "rule",
    "quota",
];
const SORT: &[&str] = &["country", "kind", "concept", "city", "except"];
const DAY: &[&str] = &["date", "city", "hosts_from", "slots", "minutes", "tables", "zone"];
const OWN: &[&str] = &["org", "min", "max", "city"];
const QUOTA: &[&str] = &["of", "country", "kind", "concept", "city", "each", "min", "max"];
const RULE: &[&str] = &["must", "never", "together", "before", "away", "slot"];

/// The most organizations on one side, slots, and meetings of one of them; far above any visit.
const MOST: usize = 1000;
/// The most cities between which one day may choose.
const MOST_CITIES: usize = 8;
/// How long a meeting takes where the file does not say, in minutes.
const MINUTES: usize = 45;

/// Reads a delegation file against a roster.
///
/// # Errors
/// Whatever in it cannot be meant, with its place and a remedy.
pub fn read(settings: &Settings, roster: &Roster) -> Result<Delegation> {
    let file = settings.read(KEYS)?;
    let limits = file.section("limits", &["member", "host", "lowest_score"])?;
    let limit = |side: &str| -> Result<(usize, Option<usize>)> {
        let Some(section) = limits.as_ref().map(|l| l.section(side, &["min", "max"])).transpose()?.flatten()
        else {
            return Ok((0, None));
        };
        bounds(&section)
    };
    let (members, hosts) = sides(&file, roster)?;
    let (member, host) = (limit("member")?, limit("host")?);
    let lowest = limits.as_ref().map(|l| l.share("lowest_score")).transpose()?.flatten().unwrap_or(0.0);
    let mut delegation = Delegation {
        name: file.text("name")?.map_or_else(String::new, |n| n.value),
        weights: file.text("weights")?,
        optimism: file.share("optimism")?,
        fusion: choice(&file, "fusion", &Fusion::ALL.map(|f| (f.key(), f)))?.unwrap_or_default(),
        ties: choice(&file, "ties", &TieWish::ALL.map(|t| (t.key(), t)))?.unwrap_or_default(),
        objectives: objectives(&file)?,
        fairness: file.whole("fairness", 1..=MOST)?.unwrap_or(1),
        lowest: (lowest * UNITS as f64).round() as u64,
        members: invited(&file, "member", roster, &members, member)?,
        seats: file.whole("seats", 1..=MOST)?,
        hosts: invited(&file, "host", roster, &hosts, (0, host.1))?,
        worth_coming: host.0,
        days: Vec::new(),
        slots: Vec::new(),
        travel: travel(&file)?,
        rules: Vec::new(),
        quotas: Vec::new(),
    };
    days(&file, roster, &mut delegation)?;
    check_seats(&file, &delegation)?;
    for section in file.sections("rule", RULE)? {
        let rule = rule(&section, roster, &delegation)?;
        delegation.rules.push(rule);
    }
    for section in file.sections("quota", QUOTA)? {
        let more = quota(&section, roster, &delegation)?;
        delegation.quotas.extend(more);
    }
    Ok(delegation)
}

/// One of a closed list of words.
fn choose<T: Copy>(given: &Given<String>, key: &str, all: &[(&str, T)]) -> Result<T> {
    if let Some((_, choice)) = all.iter().find(|(word, _)| *word == given.value) {
        return Ok(*choice);
    }
    let words: Vec<&str> = all.iter().map(|(word, _)| *word).collect();
    let error = given.wrong(format!("`{key}` is `{}`; one of {}", given.value, words.join(", ")));
    Err(match nearest(&given.value, words.iter().copied(), 1).first() {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error,
    })
}

fn choice<T: Copy>(file: &Section, key: &str, all: &[(&str, T)]) -> Result<Option<T>> {
    file.text(key)?.map(|given| choose(&given, key, all)).transpose()
}

fn objectives(file: &Section) -> Result<Vec<Objective>> {
    let Some(list) = file.texts("objectives")? else { return Ok(vec![Objective::Total]) };
    let mut objectives = Vec::new();
    for given in &list {
        let objective = choose(given, "objectives", &Objective::ALL.map(|o| (o.key(), o)))?;
        if objectives.contains(&objective) {
            return Err(given.wrong(format!("the objective `{}` is named twice", given.value)));
        }
        objectives.push(objective);
    }
    Ok(objectives)
}

/// Who stands on a side, and who of them was named.
type Side = Vec<(Org, bool)>;

fn sides(file: &Section, roster: &Roster) -> Result<(Side, Side)> {
    let members = match file.has("from") {
        true if file.has("members") => {
            let error = Error::new(ErrorKind::Structure, "`members` and `from` are both there");
            return Err(error.at(file.place()).hint("keep `members` for a list, or `from` for countries"));
        }
        true => {
            let countries = countries(&file.texts("from")?.unwrap_or_default())?;
            let filter = Filter { countries, ..Filter::default() };
            roster.orgs().filter(|o| filter.lets(roster, *o)).map(|o| (o, false)).collect()
        }
        false => side(file, "members", roster)?
            .ok_or_else(|| file.missing("members", "name the members, or write from = \"KZ\" with seats"))?,
    };
    let mut hosts = side(file, "hosts", roster)?
        .ok_or_else(|| file.missing("hosts", "write hosts = { country = \"KR\" }"))?;
    let own: BTreeSet<Org> = members.iter().map(|(o, _)| *o).collect();
    if let Some((both, _)) = hosts.iter().find(|(o, named)| *named && own.contains(o)) {
        let id = &roster.organization(*both).id;
        let error = Error::new(ErrorKind::Value, format!("`{id}` is a member and a host")).at(file.place());
        return Err(error.hint("take it out of one of the two lists"));
    }
    hosts.retain(|(o, _)| !own.contains(o));
    for (side, key) in [(&members, "members"), (&hosts, "hosts")] {
        if side.is_empty() || side.len() > MOST {
            let message =
                format!("`{key}` stands for {} organizations; 1 to {MOST} can be planned for", side.len());
            return Err(Error::new(ErrorKind::Value, message).at(file.place()).hint("ask for another sort"));
        }
    }
    Ok((members, hosts))
}

/// The organizations of a list of names or of a filter.
fn side(file: &Section, key: &str, roster: &Roster) -> Result<Option<Side>> {
    if !file.has(key) {
        return Ok(None);
    }
    let filter = if file.has_table(key) { file.section(key, SORT)? } else { None };
    if let Some(section) = filter {
        let sort = sort(&section, roster)?;
        let except: Vec<Org> = section
            .texts("except")?
            .unwrap_or_default()
            .iter()
            .map(|g| find(g, roster))
            .collect::<Result<_>>()?;
        let takes = |o: &Org| sort.takes(roster, *o) && !except.contains(o);
        return Ok(Some(roster.orgs().filter(takes).map(|o| (o, false)).collect()));
    }
    let mut side: Side = Vec::new();
    for given in file.texts(key)?.unwrap_or_default() {
        let org = find(&given, roster)?;
        if side.iter().any(|(o, _)| *o == org) {
            return Err(given.wrong(format!("`{}` is named twice in `{key}`", given.value)));
        }
        side.push((org, true));
    }
    side.sort_unstable();
    Ok(Some(side))
}

fn find(given: &Given<String>, roster: &Roster) -> Result<Org> {
    roster.find(&given.value).map_err(|e| e.at(given.place.clone()))
}

fn countries(list: &[Given<String>]) -> Result<Vec<Country>> {
    let read = |given: &Given<String>| {
        Country::read(&given.value).ok_or_else(|| {
            given
                .wrong(format!("`{}` is no country", given.value))
                .hint("write a code such as KZ, UZ, CN or KR")
        })
    };
    list.iter().map(read).collect()
}

/// Countries, kinds, concepts and cities of a section.
fn sort(section: &Section, roster: &Roster) -> Result<Sort> {
    let list = |key: &str| section.texts(key).map(Option::unwrap_or_default);
    let kinds: Vec<(&str, Kind)> = Kind::ALL.iter().map(|k| (k.key(), *k)).collect();
    let kind =
        |given: &Given<String>| Kind::read(&given.value).map_or_else(|| choose(given, "kind", &kinds), Ok);
    let concept = |given: &Given<String>| {
        roster.lexicon().resolve(&given.value, &[]).concept().ok_or_else(|| {
            let error = given.wrong(format!("`{}` stands for no one concept", given.value));
            error.hint(format!("`silkmatch resolve \"{}\"` lists what is near", given.value))
        })
    };
    Ok(Sort {
        filter: Filter {
            countries: countries(&list("country")?)?,
            kinds: list("kind")?.iter().map(kind).collect::<Result<_>>()?,
            concepts: list("concept")?.iter().map(concept).collect::<Result<_>>()?,
        },
        cities: list("city")?.into_iter().map(|g| g.value).collect(),
    })
}

/// `min` and `max`.
fn bounds(section: &Section) -> Result<(usize, Option<usize>)> {
    let (least, most) = (section.whole("min", 0..=MOST)?.unwrap_or(0), section.whole("max", 0..=MOST)?);
    if let Some(most) = most.filter(|most| *most < least) {
        let message = format!("`min` is {least} and `max` is {most}; nothing is both");
        return Err(Error::new(ErrorKind::Value, message)
            .at(section.place())
            .hint("make `min` the smaller one"));
    }
    Ok((least, most))
}

/// The organizations of a side with the general limits, and what `[[member]]` or `[[host]]` say of single ones.
fn invited(
    file: &Section,
    key: &str,
    roster: &Roster,
    side: &Side,
    (least, most): (usize, Option<usize>),
) -> Result<Vec<Invited>> {
    let city = |org: Org| roster.organization(org).city.clone();
    let general = |&(org, named): &(Org, bool)| Invited { org, least, most, city: city(org), named };
    let mut invited: Vec<Invited> = side.iter().map(general).collect();
    for section in file.sections(key, OWN)? {
        let given = section.text("org")?.ok_or_else(|| section.missing("org", "name the organization"))?;
        let org = find(&given, roster)?;
        let Some(own) = invited.iter_mut().find(|i| i.org == org) else {
            return Err(given
                .wrong(format!("`{}` is not among the {key}s", given.value))
                .hint(format!("add it to `{key}s`")));
        };
        let (least, most) = bounds(&section)?;
        own.named = true;
        if section.has("min") || section.has("max") {
            own.least = if section.has("min") { least } else { own.least };
            own.most = most.or(own.most);
        }
        own.city = section.text("city")?.map(|c| c.value).or(own.city.take());
    }
    Ok(invited)
}

fn check_seats(file: &Section, delegation: &Delegation) -> Result<()> {
    match delegation.seats {
        Some(seats) if seats > delegation.members.len() => {
            let message = format!("{seats} seats for {} possible members", delegation.members.len());
            let error = Error::new(ErrorKind::Value, message).at(file.place());
            Err(error.hint("take fewer seats, or leave `seats` out: then all of them travel"))
        }
        None if file.has("from") => {
            Err(file.missing("seats", "say how many of them travel, for example seats = 6"))
        }
        _ => Ok(()),
    }
}

fn travel(file: &Section) -> Result<Vec<Travel>> {
    let one = |section: &Section| {
        let between = section.texts("between")?.unwrap_or_default();
        let minutes = section.whole("minutes", 0..=10_000)?;
        let minutes = minutes.ok_or_else(|| section.missing("minutes", "say how long the way takes"))?;
        match <[Given<String>; 2]>::try_from(between) {
            Ok([a, b]) => Ok(Travel { between: [a.value, b.value], minutes }),
            Err(_) => Err(section.missing("between", "name two cities: between = [\"Seoul\", \"Wonju\"]")),
        }
    };
    file.sections("travel", &["between", "minutes"])?.iter().map(one).collect()
}

fn days(file: &Section, roster: &Roster, delegation: &mut Delegation) -> Result<()> {
    let minutes = file.whole("minutes", 5..=600)?.unwrap_or(MINUTES);
    let general = file.text("zone")?;
    let sections = file.sections("day", DAY)?;
    if sections.is_empty() {
        return Err(file.missing("day", "write [[day]] with date, city and slots"));
    }
    let mut dated = Vec::new();
    for section in &sections {
        let date = section.date("date")?.ok_or_else(|| section.missing("date", "write date = 2027-06-14"))?;
        let minutes = section.whole("minutes", 5..=600)?.unwrap_or(minutes);
        let times = times(section, date.value, minutes)?;
        dated.push((times, date, section));
    }
    dated.sort_by_key(|(times, ..)| times.first().map(|(start, _)| *start));
    for (times, date, section) in dated {
        let cities: Vec<Given<String>> = section.texts("city")?.unwrap_or_default();
        if cities.len() > MOST_CITIES {
            return Err(
                cities[MOST_CITIES].wrong(format!("a day may choose between {MOST_CITIES} cities at most"))
            );
        }
        let first = delegation.slots.len();
        let day = delegation.days.len();
        delegation.slots.extend(times.iter().map(|&(start, end)| Slot { day, start, end }));
        delegation.days.push(Day {
            date: date.value,
            zone: day_zone(section, general.as_ref(), roster, delegation)?,
            cities: cities.into_iter().map(|c| c.value).collect(),
            hosts_from: section
                .texts("hosts_from")?
                .unwrap_or_default()
                .into_iter()
                .map(|c| c.value)
                .collect(),
            tables: section.whole("tables", 1..=MOST)?,
            slots: first..delegation.slots.len(),
        });
    }
    match delegation.slots.windows(2).find(|two| two[1].start < two[0].end) {
        Some(two) => {
            let message =
                format!("the slot at {} begins before the one at {} ends", two[1].start, two[0].start);
            let error = Error::new(ErrorKind::Value, message).at(file.place());
            Err(error.hint("move a slot, or make meetings shorter with `minutes`"))
        }
        None if delegation.slots.len() > MOST => {
            let message = format!("{} slots; at most {MOST} can be planned", delegation.slots.len());
            Err(Error::new(ErrorKind::Value, message).at(file.place()))
        }
        None => Ok(()),
    }
}

/// Start and end of the slots of a day, in order.
fn times(section: &Section, date: jiff::civil::Date, minutes: usize) -> Result<Vec<(DateTime, DateTime)>> {
    let list = section.texts("slots")?.filter(|l| !l.is_empty());
    let list = list.ok_or_else(|| section.missing("slots", "write slots = [\"09:30\", \"10:30\"]"))?;
    let one = |given: &Given<String>| {
        let time = given.value.parse::<Time>().ok().filter(|_| given.value.len() == 5);
        let wrong =
            || given.wrong(format!("`{}` is no time of day", given.value)).hint("write a time such as 09:30");
        let start = date.to_datetime(time.ok_or_else(wrong)?);
        let end = start.checked_add(jiff::Span::new().minutes(minutes as i64));
        Ok((start, end.map_err(|_| wrong())?))
    };
    let mut times = list.iter().map(one).collect::<Result<Vec<_>>>()?;
    times.sort_unstable();
    Ok(times)
}

/// The zone of a day: its own, that of the visit, or that of the country of the hosts.
fn day_zone(
    section: &Section,
    general: Option<&Given<String>>,
    roster: &Roster,
    delegation: &Delegation,
) -> Result<String> {
    let own = section.text("zone")?;
    if let Some(given) = own.as_ref().or(general) {
        let known = jiff::tz::TimeZone::get(&given.value).is_ok();
        let wrong = || given.wrong(format!("`{}` is no time zone", given.value));
        return known
            .then(|| given.value.clone())
            .ok_or_else(|| wrong().hint("write an IANA name such as Asia/Seoul"));
    }
    let country = delegation.hosts.first().map(|h| roster.organization(h.org).country);
    let zone = country.and_then(zone);
    zone.map(str::to_string)
        .ok_or_else(|| section.missing("zone", "write the IANA name of the time zone, such as Europe/Berlin"))
}

fn rule(section: &Section, roster: &Roster, delegation: &Delegation) -> Result<Rule> {
    let kinds: Vec<&str> = RULE[..5].iter().copied().filter(|k| section.has(k)).collect();
    let [kind] = kinds.as_slice() else {
        let message =
            format!("a rule says one thing; this one has {} of {}", kinds.len(), RULE[..5].join(", "));
        let error = Error::new(ErrorKind::Structure, message).at(section.place());
        return Err(error.hint("write [[rule]] anew for each"));
    };
    if *kind == "away" {
        return away(section, roster, delegation);
    }
    let given = section.texts(kind)?.unwrap_or_default();
    let who = given.iter().map(|g| find_who(g, roster, delegation)).collect::<Result<Vec<Who>>>()?;
    let wrong = |wanted: &str| {
        let error = Error::new(ErrorKind::Value, format!("`{kind}` names {wanted}")).at(section.place());
        error.hint("docs/plan.md shows each rule")
    };
    match (*kind, who.as_slice()) {
        ("must", [Who::Member(m), Who::Host(h)] | [Who::Host(h), Who::Member(m)]) => {
            let rule = Rule::Must { member: *m, host: *h, slot: slot(section, delegation)? };
            no_conflict(section, roster, delegation, *m, *h).map(|()| rule)
        }
        ("never", [Who::Member(m), Who::Host(h)] | [Who::Host(h), Who::Member(m)]) => {
            Ok(Rule::Never { member: *m, host: *h })
        }
        ("must" | "never", _) => Err(wrong("a member and a host")),
        ("before", [a @ Who::Host(_), b @ Who::Host(_)] | [a @ Who::Member(_), b @ Who::Member(_)])
            if a != b =>
        {
            Ok(Rule::Before(*a, *b))
        }
        ("before", _) => Err(wrong("two hosts, or two members")),
        _ => {
            let members: BTreeSet<usize> =
                who.iter().filter_map(|w| if let Who::Member(m) = w { Some(*m) } else { None }).collect();
            let enough = members.len() >= 2 && members.len() == who.len();
            enough
                .then(|| Rule::Together(members.into_iter().collect()))
                .ok_or_else(|| wrong("two members or more"))
        }
    }
}

/// A meeting of two that the ties table keeps apart cannot be asked for.
fn no_conflict(
    section: &Section,
    roster: &Roster,
    delegation: &Delegation,
    m: usize,
    h: usize,
) -> Result<()> {
    let (member, host) = (delegation.members[m].org, delegation.hosts[h].org);
    if roster.ties(member, host).iter().all(|t| t.status != TieStatus::Conflict) {
        return Ok(());
    }
    let id = |org| &roster.organization(org).id;
    let message = format!("`{}` and `{}` are in conflict by the table of ties", id(member), id(host));
    Err(Error::new(ErrorKind::Value, message).at(section.place()).hint("take the rule out, or the tie"))
}

fn find_who(given: &Given<String>, roster: &Roster, delegation: &Delegation) -> Result<Who> {
    let org = find(given, roster)?;
    let member = delegation.member(org).map(Who::Member);
    member.or_else(|| delegation.host(org).map(Who::Host)).ok_or_else(|| {
        let error =
            given.wrong(format!("`{}` is neither among the members nor among the hosts", given.value));
        error.hint("add it to `members` or `hosts`")
    })
}

fn slot(section: &Section, delegation: &Delegation) -> Result<Option<usize>> {
    let Some(given) = section.text("slot")? else { return Ok(None) };
    match delegation.slots_at(&given.value).as_deref() {
        Some([one]) => Ok(Some(*one)),
        _ => Err(no_slot(&given, delegation)),
    }
}

fn no_slot(given: &Given<String>, delegation: &Delegation) -> Error {
    let first = delegation
        .slots
        .first()
        .map_or_else(String::new, |s| format!("{} {}", s.start.date(), clock(s.start)));
    given.wrong(format!("`{}` is no slot of the visit", given.value)).hint(format!("write it like `{first}`"))
}

fn away(section: &Section, roster: &Roster, delegation: &Delegation) -> Result<Rule> {
    let missing = || section.missing("away", "write away = { who = \"…\", slots = [\"2027-06-14 09:30\"] }");
    let inner = section.section("away", &["who", "slots"])?.ok_or_else(missing)?;
    let who = inner.text("who")?.ok_or_else(missing)?;
    let who = find_who(&who, roster, delegation)?;
    let list = inner.texts("slots")?.ok_or_else(missing)?;
    let mut slots = BTreeSet::new();
    for given in &list {
        slots.extend(delegation.slots_at(&given.value).ok_or_else(|| no_slot(given, delegation))?);
    }
    let written = list.iter().map(|g| g.value.as_str()).collect::<Vec<_>>().join(", ");
    Ok(Rule::Away { who, slots: slots.into_iter().collect(), written })
}

/// One quota, or with `each` one for every value of a column.
fn quota(section: &Section, roster: &Roster, delegation: &Delegation) -> Result<Vec<Quota>> {
    let counted = choice(section, "of", &Counted::ALL.map(|c| (c.key(), c)))?.unwrap_or(Counted::Members);
    let (least, most) = bounds(section)?;
    if !section.has("min") && !section.has("max") {
        return Err(section.missing("min", "say at least how many, or with `max` at most how many"));
    }
    let sort = sort(section, roster)?;
    let side = if counted == Counted::Members { &delegation.members } else { &delegation.hosts };
    let taken: Vec<usize> = (0..side.len()).filter(|i| sort.takes(roster, side[*i].org)).collect();
    let written = |key: &str| section.texts(key).map(|l| l.unwrap_or_default().into_iter().map(|g| g.value));
    let mut sorts = Vec::new();
    for key in ["country", "kind", "concept", "city"] {
        sorts.extend(written(key)?);
    }
    let sorts = sorts.join(", ");
    let Some(each) = choice(section, "each", &[("city", "city"), ("kind", "kind"), ("country", "country")])?
    else {
        return Ok(vec![Quota { counted, of: taken, sort: sorts, least, most }]);
    };
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for i in taken {
        // Where it is unknown, it belongs to no group.
        let Some(name) = value_of(roster, side[i].org, each) else { continue };
        match groups.iter_mut().find(|(n, _)| *n == name || (each == "city" && same_city(n, &name))) {
            Some((_, of)) => of.push(i),
            None => groups.push((name, vec![i])),
        }
    }
    Ok(groups.into_iter().map(|(sort, of)| Quota { counted, of, sort, least, most }).collect())
}

fn value_of(roster: &Roster, org: Org, column: &str) -> Option<String> {
    let organization = roster.organization(org);
    match column {
        "city" => organization.city.clone(),
        "kind" => organization.kind.map(|k| k.key().to_string()),
        _ => Some(organization.country.to_string()),
    }
}
