//! Rules.

use super::RULE;
use super::sides::find;
use crate::error::{Error, ErrorKind, Result};
use crate::plan::delegation::{Delegation, Rule, Who, clock};
use crate::read::{Given, Section};
use crate::reference::TieStatus;
use crate::roster::Roster;
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
