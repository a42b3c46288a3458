//! Quotas: at least, or at most, so many of a sort or of a group.

use super::sides::{find, sort};
use super::{bounds, choice};
use crate::error::Result;
use crate::plan::choices::Counted;
use crate::plan::delegation::{Delegation, Invited, Quota};
use crate::plan::place::same_city;
use crate::read::{Given, Section};
use crate::roster::{Org, Roster};
use std::collections::BTreeSet;

pub(super) const KEYS: &[&str] =
    &["name", "of", "who", "country", "kind", "concept", "city", "each", "min", "max", "share"];

/// One quota, or with `each` one for every value of a column.
pub(super) fn quota(section: &Section, roster: &Roster, delegation: &Delegation) -> Result<Vec<Quota>> {
    let counted = choice(section, "of", &Counted::ALL.map(|c| (c.key(), c)))?.unwrap_or(Counted::Members);
    let (least, most) = bounds(section)?;
    let share = section.share("share")?.map(|share| (share * 100.0).round() as u32);
    if !["min", "max", "share"].iter().any(|key| section.has(key)) {
        let remedy = "say at least how many, with `max` at most how many, or with `share` at most what part";
        return Err(section.missing("min", remedy));
    }
    let sort = sort(section, roster)?;
    let side = if counted.is_of_members() { &delegation.members } else { &delegation.hosts };
    let group = group(section, roster, counted, side)?;
    let is_of = |i: &usize| group.as_ref().is_none_or(|g| g.contains(i)) && sort.takes(roster, side[*i].org);
    let taken: Vec<usize> = (0..side.len()).filter(is_of).collect();
    let name = section.text("name")?.map(|given| given.value);
    let sorts = name.map_or_else(|| written(section), Ok)?;
    let Some(each) = choice(section, "each", &[("city", "city"), ("kind", "kind"), ("country", "country")])?
    else {
        return Ok(vec![Quota { counted, of: taken, sort: sorts, least, most, share }]);
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
    let called = |value: String| if section.has("name") { format!("{sorts}: {value}") } else { value };
    let quota = |(value, of)| Quota { counted, of, sort: called(value), least, most, share };
    Ok(groups.into_iter().map(quota).collect())
}

/// Those of a side that `who` lists; `None` where it is not there.
fn group(
    section: &Section,
    roster: &Roster,
    counted: Counted,
    side: &[Invited],
) -> Result<Option<BTreeSet<usize>>> {
    let place = |given: &Given<String>| {
        let org = find(given, roster)?;
        side.iter().position(|invited| invited.org == org).ok_or_else(|| {
            let (side, others) = match counted.is_of_members() {
                true => ("members", "`of = \"hosts\"` or `of = \"meetings\"` counts hosts"),
                false => ("hosts", "`of = \"members\"` or `of = \"member-meetings\"` counts members"),
            };
            let of = counted.key();
            let message = format!("`{}` is not among the {side}, whom `of = \"{of}\"` counts", given.value);
            given.wrong(message).hint(others)
        })
    };
    let Some(list) = section.texts("who")? else { return Ok(None) };
    list.iter().map(place).collect::<Result<_>>().map(Some)
}

/// The sort in the words of the file.
fn written(section: &Section) -> Result<String> {
    let mut words = Vec::new();
    for key in ["who", "country", "kind", "concept", "city"] {
        words.extend(section.texts(key)?.unwrap_or_default().into_iter().map(|given| given.value));
    }
    Ok(words.join(", "))
}

fn value_of(roster: &Roster, org: Org, column: &str) -> Option<String> {
    let organization = roster.organization(org);
    match column {
        "city" => organization.city.clone(),
        "kind" => organization.kind.map(|k| k.key().to_string()),
        _ => Some(organization.country.to_string()),
    }
}
