//! Who may travel, and who may be met.

use super::{MOST, bounds, choose};
use crate::engine::Filter;
use crate::error::{Error, ErrorKind, Result};
use crate::plan::delegation::{Delegation, Invited, Sort};
use crate::profile::{Country, Kind};
use crate::read::{Given, Section};
use crate::roster::{Org, Roster};
use std::collections::BTreeSet;

const SORT: &[&str] = &["country", "kind", "concept", "city", "except"];
const OWN: &[&str] = &["org", "min", "max", "city"];

/// Who stands on a side, and who of them was named.
type Side = Vec<(Org, bool)>;

pub(super) fn sides(file: &Section, roster: &Roster) -> Result<(Side, Side)> {
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

pub(super) fn find(given: &Given<String>, roster: &Roster) -> Result<Org> {
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
pub(super) fn sort(section: &Section, roster: &Roster) -> Result<Sort> {
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

/// The organizations of a side with the general limits, and what `[[member]]` or `[[host]]` say of single ones.
pub(super) fn invited(
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

pub(super) fn check_seats(file: &Section, delegation: &Delegation) -> Result<()> {
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
