//! Ways between cities and places.

use crate::error::{Error, ErrorKind, Result};
use crate::plan::delegation::{Delegation, End, Travel};
use crate::plan::place::same_city;
use crate::read::{Given, Section};
use crate::roster::Roster;
use crate::text::nearest;

/// The longest way between two cities, in minutes: a week.
const FARTHEST: usize = 10_080;
/// The longest way to a host, in minutes: a day.
const FARTHEST_HOST: usize = 1_440;
/// The most that can be left between any two places, in minutes.
const MOST_BETWEEN: usize = 600;

/// Minutes from one place to another, where nothing else is said.
pub(super) fn between_places(file: &Section) -> Result<usize> {
    Ok(file.whole("minutes_between_places", 0..=MOST_BETWEEN)?.unwrap_or(0))
}

/// The ways, as written.
pub(super) fn travel(file: &Section, roster: &Roster, delegation: &Delegation) -> Result<Vec<Travel>> {
    let mut ways: Vec<Travel> = Vec::new();
    for section in file.sections("travel", &["between", "minutes"])? {
        let way = way(&section, roster, delegation)?;
        if let Some(other) = ways.iter().find(|w| same_way(w, &way) && w.minutes != way.minutes) {
            let message = format!("this way takes {} minutes here and {} above", way.minutes, other.minutes);
            let error = Error::new(ErrorKind::Value, message).at(section.place());
            return Err(error.hint("keep one of the two"));
        }
        ways.push(way);
    }
    Ok(ways)
}

fn way(section: &Section, roster: &Roster, delegation: &Delegation) -> Result<Travel> {
    let given = section.texts("between")?.unwrap_or_default();
    let [a, b] = given.as_slice() else {
        let remedy = "name two cities, two hosts, or a host and a city: between = [\"Seoul\", \"Wonju\"]";
        return Err(section.missing("between", remedy));
    };
    let between = [end(a, roster, delegation)?, end(b, roster, delegation)?];
    if same_end(&between[0], &between[1]) {
        let error = b.wrong(format!("`{}` and `{}` are one and the same", a.value, b.value));
        return Err(error.hint(
            "a way has two ends; `minutes_between_places` is for any two places, two hosts are for one way",
        ));
    }
    let is_of_host = between.iter().any(|end| matches!(end, End::Host(_)));
    let farthest = if is_of_host { FARTHEST_HOST } else { FARTHEST };
    let minutes = section.whole("minutes", 0..=farthest)?;
    let minutes = minutes.ok_or_else(|| section.missing("minutes", "say how long the way takes"))?;
    Ok(Travel { between, minutes })
}

/// A host by its id, a city, or a host by its name.
fn end(given: &Given<String>, roster: &Roster, delegation: &Delegation) -> Result<End> {
    let text = given.value.as_str();
    if let Some(host) = roster.by_id(text).and_then(|org| delegation.host(org)) {
        return Ok(End::Host(host));
    }
    let of_days = delegation.days.iter().flat_map(|day| day.cities.iter().chain(&day.hosts_from));
    let of_hosts = delegation.hosts.iter().filter_map(|host| host.city.as_ref());
    let visited: Vec<&str> = of_days.chain(of_hosts).map(String::as_str).collect();
    // A way to a city that this visit does not come to may stand there from another one.
    let elsewhere = roster.orgs().filter_map(|org| roster.organization(org).city.as_deref());
    if visited.iter().copied().chain(elsewhere).any(|city| same_city(city, text)) {
        return Ok(End::City(text.to_string()));
    }
    match roster.find(text) {
        Ok(org) => delegation.host(org).map(End::Host).ok_or_else(|| {
            let error = given.wrong(format!("`{text}` is not among the hosts"));
            error.hint("a way is between two cities, two hosts, or a host and a city")
        }),
        Err(error) if error.kind() == ErrorKind::Ambiguous => Err(error.at(given.place.clone())),
        Err(_) => Err(unknown(given, &visited, roster, delegation)),
    }
}

fn unknown(given: &Given<String>, visited: &[&str], roster: &Roster, delegation: &Delegation) -> Error {
    let hosts = delegation.hosts.iter().map(|host| roster.organization(host.org));
    let names = hosts.flat_map(|host| [host.id.as_str(), host.name.as_str()]);
    let error = given.wrong(format!("`{}` is neither a city nor a host of the visit", given.value));
    match nearest(&given.value, visited.iter().copied().chain(names), 1).first() {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("a way is between two cities, two hosts, or a host and a city"),
    }
}

fn same_end(a: &End, b: &End) -> bool {
    match (a, b) {
        (End::City(a), End::City(b)) => same_city(a, b),
        (End::Host(a), End::Host(b)) => a == b,
        _ => false,
    }
}

fn same_way(one: &Travel, other: &Travel) -> bool {
    let ([a, b], [x, y]) = (&one.between, &other.between);
    (same_end(a, x) && same_end(b, y)) || (same_end(a, y) && same_end(b, x))
}
