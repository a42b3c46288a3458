//! An earlier plan, and what has changed since: the new plan moves as little as possible.

use super::delegation::{Delegation, Rule, Who};
use crate::error::{Error, ErrorKind, Result};
use crate::roster::Roster;
use serde::Deserialize;

/// The meetings of an earlier plan, as `plan -f json` wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Earlier {
    /// The members that travelled, by id.
    pub travelling: Vec<EarlierMember>,
    /// The meetings.
    pub meetings: Vec<EarlierMeeting>,
}

/// A member of an earlier plan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct EarlierMember {
    /// The id.
    pub id: String,
}

/// A meeting of an earlier plan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct EarlierMeeting {
    /// Id of the member.
    pub member: String,
    /// Id of the host.
    pub host: String,
    /// The date.
    pub date: String,
    /// When it started.
    pub start: String,
}

/// A meeting of an earlier plan that this delegation can still have: member, host, slot.
pub type Standing = (usize, usize, usize);

impl Earlier {
    /// Reads an earlier plan.
    ///
    /// # Errors
    /// What is no plan in JSON.
    pub fn read(text: &str) -> Result<Earlier> {
        serde_json::from_str(text).map_err(|e| {
            let error = Error::new(ErrorKind::Structure, format!("this is no plan: {e}"));
            error.hint("keep a plan with `silkmatch plan VISIT.toml -f json -o plan.json`")
        })
    }

    /// The places of the members that travelled.
    pub fn travelled(&self, roster: &Roster, delegation: &Delegation) -> Vec<usize> {
        let place = |m: &EarlierMember| delegation.member(roster.by_id(&m.id)?);
        self.travelling.iter().filter_map(place).collect()
    }

    /// The meetings that both sides and their slot are still there for.
    pub fn kept(&self, roster: &Roster, delegation: &Delegation) -> Vec<Standing> {
        let place = |m: &EarlierMeeting| {
            let member = delegation.member(roster.by_id(&m.member)?)?;
            let host = delegation.host(roster.by_id(&m.host)?)?;
            let slots = delegation.slots_at(&format!("{} {}", m.date, m.start))?;
            Some((member, host, *slots.first()?))
        };
        self.meetings.iter().filter_map(place).collect()
    }
}

/// Makes a change to a delegation: `cancel ORG`, `away ORG 2027-06-14 09:30` or `drop 2027-06-14 09:30`
/// (a date alone stands for the whole day). Gives those that are cancelled.
///
/// # Errors
/// Whatever in it cannot be meant.
pub fn apply(change: &str, roster: &Roster, delegation: &mut Delegation) -> Result<Option<Who>> {
    let wrong = |message: String| {
        let hint = "write `cancel ORG`, `away ORG 2027-06-14 09:30` or `drop 2027-06-14 09:30`";
        Error::new(ErrorKind::Value, message).hint(hint)
    };
    let slots = |delegation: &Delegation, text: &str| {
        delegation.slots_at(text).ok_or_else(|| wrong(format!("`{text}` is no slot of the visit")))
    };
    let (verb, rest) = change.trim().split_once(' ').unwrap_or((change.trim(), ""));
    match verb {
        "cancel" => {
            let who = find(rest, roster, delegation)?;
            cancel(who, delegation);
            Ok(Some(who))
        }
        "drop" => {
            let dropped = slots(delegation, rest)?;
            close(&dropped, rest, delegation);
            Ok(None)
        }
        "away" => {
            let at = rest.find(" 2").ok_or_else(|| wrong(format!("`{change}` names no slot")))?;
            let who = find(&rest[..at], roster, delegation)?;
            let slots = slots(delegation, &rest[at..])?;
            delegation.rules.push(Rule::Away { who, slots, written: rest[at..].trim().to_string() });
            Ok(None)
        }
        other => Err(wrong(format!("`{other}` is no change"))),
    }
}

fn find(text: &str, roster: &Roster, delegation: &Delegation) -> Result<Who> {
    let org = roster.find(text.trim())?;
    let member = delegation.member(org).map(Who::Member);
    member.or_else(|| delegation.host(org).map(Who::Host)).ok_or_else(|| {
        let error = Error::new(ErrorKind::Value, format!("`{}` has no part in this visit", text.trim()));
        error.hint("name a member or a host of the delegation file")
    })
}

/// Whoever cancels has no minimum any more, no rule, and no time.
fn cancel(who: Who, delegation: &mut Delegation) {
    let concerns = |rule: &Rule| match rule {
        Rule::Must { member, host, .. } | Rule::Never { member, host } => {
            who == Who::Member(*member) || who == Who::Host(*host)
        }
        Rule::Before(a, b) => who == *a || who == *b,
        Rule::Together(_) | Rule::Away { .. } => false,
    };
    delegation.rules.retain(|rule| !concerns(rule));
    for rule in &mut delegation.rules {
        if let (Rule::Together(members), Who::Member(m)) = (rule, who) {
            members.retain(|other| *other != m);
        }
    }
    match who {
        Who::Member(m) => delegation.members[m].least = 0,
        Who::Host(h) => delegation.hosts[h].least = 0,
    }
    let slots = (0..delegation.slots.len()).collect();
    delegation.rules.push(Rule::Away { who, slots, written: String::new() });
}

/// Slots that fall away are such in which no member is there.
fn close(slots: &[usize], written: &str, delegation: &mut Delegation) {
    for member in 0..delegation.members.len() {
        let rule = Rule::Away {
            who: Who::Member(member),
            slots: slots.to_vec(),
            written: written.trim().to_string(),
        };
        delegation.rules.push(rule);
    }
}
