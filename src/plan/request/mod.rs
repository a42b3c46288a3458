//! A delegation file: TOML settings against a roster become a [`Delegation`].
//!
//! Everything that is wrong is said with its place, what stands there, and what is allowed.

mod days;
mod quotas;
mod rules;
mod sides;
mod travel;

use super::choices::{Fusion, Objective, TieWish};
use super::delegation::Delegation;
use super::value::UNITS;
use crate::error::{Error, ErrorKind, Result};
use crate::read::{Given, Section, Settings};
use crate::roster::Roster;
use crate::text::nearest;
use crate::vocabulary::{self, WordSet};

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
    "minutes_between_places",
    "zone",
    "day",
    "travel",
    "limits",
    "member",
    "host",
    "rule",
    "quota",
];
const RULE: &[&str] = &["must", "never", "together", "before", "away", "slot"];
/// The most organizations on one side, slots, and meetings of one of them; far above any visit.
const MOST: usize = 1000;

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
    let (members, hosts) = sides::sides(&file, roster)?;
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
        members: sides::invited(&file, "member", roster, &members, member)?,
        seats: file.whole("seats", 1..=MOST)?,
        hosts: sides::invited(&file, "host", roster, &hosts, (0, host.1))?,
        worth_coming: host.0,
        days: Vec::new(),
        slots: Vec::new(),
        travel: Vec::new(),
        between_places: travel::between_places(&file)?,
        rules: Vec::new(),
        quotas: Vec::new(),
    };
    days::days(&file, roster, &mut delegation)?;
    delegation.travel = travel::travel(&file, roster, &delegation)?;
    sides::check_seats(&file, &delegation)?;
    for section in file.sections("rule", RULE)? {
        let rule = rules::rule(&section, roster, &delegation)?;
        delegation.rules.push(rule);
    }
    for section in file.sections("quota", quotas::KEYS)? {
        let more = quotas::quota(&section, roster, &delegation)?;
        delegation.quotas.extend(more);
    }
    Ok(delegation)
}

/// One of a closed list of words, in any of the six languages.
fn choose<T: Copy>(given: &Given<String>, key: &str, all: &[(&str, T)]) -> Result<T> {
    let meant = vocabulary::key(WordSet::Choice, &given.value).unwrap_or(&given.value);
    if let Some((_, choice)) = all.iter().find(|(word, _)| *word == meant) {
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
