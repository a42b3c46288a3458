//! Rules and quotas.

use super::sides::{find, sort};
use super::{RULE, bounds, choice};
use crate::error::{Error, ErrorKind, Result};
use crate::plan::choices::Counted;
use crate::plan::delegation::{Delegation, Quota, Rule, Who, clock};
use crate::plan::place::same_city;
use crate::read::{Given, Section};
use crate::reference::TieStatus;
use crate::roster::{Org, Roster};
use std::collections::BTreeSet;

pub(super) fn rule(section: &Section, roster: &Roster, delegation: &Delegation) -> Result<Rule> {
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
pub(super) fn quota(section: &Section, roster: &Roster, delegation: &Delegation) -> Result<Vec<Quota>> {
    let counted = choice(section, "of", &Counted::ALL.map(|c| (c.key(), c)))?.unwrap_or(Counted::Members);
    let (least, most) = bounds(section)?;
    let share = section.share("share")?.map(|share| (share * 100.0).round() as u32);
    if !["min", "max", "share"].iter().any(|key| section.has(key)) {
        let remedy = "say at least how many, with `max` at most how many, or with `share` at most what part";
        return Err(section.missing("min", remedy));
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
    Ok(groups.into_iter().map(|(sort, of)| Quota { counted, of, sort, least, most, share }).collect())
}

fn value_of(roster: &Roster, org: Org, column: &str) -> Option<String> {
    let organization = roster.organization(org);
    match column {
        "city" => organization.city.clone(),
        "kind" => organization.kind.map(|k| k.key().to_string()),
        _ => Some(organization.country.to_string()),
    }
}
