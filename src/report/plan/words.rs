//! Goals, causes and constraints in an officer's words.

use super::Told;
use crate::plan::choose::Goal;
use crate::plan::delegation::{End, Invited, Rule, Travel, Who};
use crate::plan::named::Named;
use crate::plan::value::Bar;
use crate::plan::{Cause, Unmet};
use crate::report::shortlist::gate;

/// The stable word for a goal.
pub fn goal_key(goal: Goal) -> &'static str {
    match goal {
        Goal::Shortfall => "shortfall",
        Goal::Kept => "kept",
        Goal::Wished => "wished",
        Goal::Filled => "filled",
        Goal::WorstOff(_) => "worst-off",
        Goal::Total => "total",
        Goal::Spread => "spread",
    }
}

/// A value in hundredths, as text.
pub fn points(units: u64) -> String {
    format!("{:.1}", units as f64 / 100.0)
}

/// What stands in the way of a wish.
pub fn cause(told: &Told, unmet: &Unmet) -> String {
    let say = |key: &str, words: &[(&str, &str)]| told.wording.say(key, words);
    match &unmet.cause {
        Cause::Bar(bar) => barred(told, unmet, bar),
        Cause::NoCity => say("cause-no-city", &[]),
        Cause::NotReached(city) => say("cause-not-reached", &[("city", city)]),
        Cause::Never => say("cause-never", &[]),
        Cause::NeverFree => say("cause-never-free", &[]),
        Cause::Price(0) => say("cause-even", &[]),
        Cause::Price(units) => say("cause-price", &[("points", &points(*units))]),
        Cause::Lower => say("cause-lower", &[]),
        Cause::Impossible => say("cause-impossible", &[]),
        Cause::Outweighed => say("cause-outweighed", &[]),
        Cause::Short(count) => {
            let least = unmet.member.map_or(0, |m| told.delegation.members[m].least);
            say("cause-short", &[("count", &count.to_string()), ("least", &least.to_string())])
        }
    }
}

fn barred(told: &Told, unmet: &Unmet, bar: &Bar) -> String {
    let host = unmet.host.map(|h| told.roster.organization(told.delegation.hosts[h].org));
    // Members of one visit come from one country as a rule, and only the country is named.
    let member = told.roster.organization(told.delegation.members[unmet.member.unwrap_or(0)].org);
    match (bar, host) {
        (Bar::OfMember(closed), Some(host)) => gate(told.roster, closed, host, told.wording),
        (Bar::OfHost(closed), Some(_)) => {
            let closed = gate(told.roster, closed, member, told.wording);
            told.wording.say("cause-of-host", &[("gate", &closed)])
        }
        (Bar::Known, _) => told.wording.say("cause-known", &[]),
        _ => told.wording.say("cause-low", &[("value", &points(told.delegation.lowest))]),
    }
}

/// A constraint, and how to relax it.
pub fn named(told: &Told, named: Named) -> (String, String) {
    let delegation = told.delegation;
    let say = |key: &str, words: &[(&str, &str)]| told.wording.say(key, words);
    let meetings = |key: &str, who: &Invited, count: usize| {
        say(key, &[("count", &count.to_string()), ("name", &told.name(who.org))])
    };
    let most = |who: &Invited| meetings("named-most", who, who.most.unwrap_or(0));
    let least = |who: &Invited| meetings("named-least", who, who.least);
    let (constraint, relax) = match named {
        Named::Seats => {
            let seats = delegation.seats.unwrap_or(0).to_string();
            (say("named-seats", &[("count", &seats)]), "relax-more")
        }
        Named::Quota(q) => quota(told, q),
        Named::Rule(r) => (rule(told, &delegation.rules[r]), "relax-rule"),
        Named::MemberLeast(m) => (least(&delegation.members[m]), "relax-minimum"),
        Named::HostLeast(h) => (least(&delegation.hosts[h]), "relax-less"),
        Named::MemberMost(m) => (most(&delegation.members[m]), "relax-more"),
        Named::HostMost(h) => (most(&delegation.hosts[h]), "relax-more"),
        Named::WorthComing => {
            (say("named-worth-coming", &[("count", &delegation.worth_coming.to_string())]), "relax-less")
        }
        Named::Tables(d) => {
            let (count, date) =
                (delegation.days[d].tables.unwrap_or(0).to_string(), delegation.days[d].date.to_string());
            (say("named-tables", &[("count", &count), ("date", &date)]), "relax-more")
        }
        Named::City(d) => {
            let day = &delegation.days[d];
            let words = [("city", day.cities.join(", ")), ("date", day.date.to_string())];
            (say("named-city", &words.each_ref().map(|(k, w)| (*k, w.as_str()))), "relax-city")
        }
        Named::Way(w) => (way(told, &delegation.travel[w]), "relax-way"),
        Named::BetweenPlaces => {
            let minutes = delegation.between_places.to_string();
            (say("named-between-places", &[("minutes", &minutes)]), "relax-way")
        }
        Named::Lowest => (say("named-lowest", &[("value", &points(delegation.lowest))]), "relax-less"),
        Named::Ties => (say("named-ties", &[]), "relax-ties"),
    };
    (constraint, say(relax, &[]))
}

fn way(told: &Told, way: &Travel) -> String {
    let name = |end: &End| match end {
        End::City(city) => city.clone(),
        End::Host(host) => told.name(told.delegation.hosts[*host].org),
    };
    let [a, b] = way.between.each_ref().map(name);
    told.wording.say("named-way", &[("a", &a), ("b", &b), ("minutes", &way.minutes.to_string())])
}

fn quota(told: &Told, q: usize) -> (String, &'static str) {
    let quota = &told.delegation.quotas[q];
    let counted = told.wording.say(&format!("counted-{}", quota.counted.key()), &[]);
    let sort = if quota.sort.is_empty() { told.wording.say("quota-all", &[]) } else { quota.sort.clone() };
    let say = |key: &str, count: usize| {
        told.wording.say(key, &[("count", &count.to_string()), ("counted", &counted), ("sort", &sort)])
    };
    let least = (quota.least > 0).then(|| say("named-quota-least", quota.least));
    let most = quota.most.map(|most| say("named-quota-most", most));
    let share = quota.share.map(|share| say("named-quota-share", share as usize));
    let relax = match (&least, most.is_some() || share.is_some()) {
        (None, true) => "relax-more",
        (Some(_), true) => "relax-rule",
        (_, false) => "relax-less",
    };
    (least.into_iter().chain(most).chain(share).collect::<Vec<_>>().join("; "), relax)
}

fn rule(told: &Told, rule: &Rule) -> String {
    let name = |who: Who| told.name(told.delegation.org(who));
    let two = |key: &str, a: Who, b: Who| told.wording.say(key, &[("a", &name(a)), ("b", &name(b))]);
    match rule {
        Rule::Must { member, host, slot: None } => two("named-must", Who::Member(*member), Who::Host(*host)),
        Rule::Must { member, host, slot: Some(slot) } => {
            let words = [
                ("a", name(Who::Member(*member))),
                ("b", name(Who::Host(*host))),
                ("slot", told.slot(*slot)),
            ];
            told.wording.say("named-must-slot", &words.each_ref().map(|(k, w)| (*k, w.as_str())))
        }
        Rule::Never { member, host } => two("named-never", Who::Member(*member), Who::Host(*host)),
        Rule::Together(members) => {
            let names: Vec<String> = members.iter().map(|m| name(Who::Member(*m))).collect();
            told.wording.say("named-together", &[("names", &names.join(", "))])
        }
        Rule::Before(a, b) => two("named-before", *a, *b),
        Rule::Away { who, written, .. } => {
            told.wording.say("named-away", &[("name", &name(*who)), ("slots", written)])
        }
    }
}
