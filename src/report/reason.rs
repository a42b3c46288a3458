//! A reason for each side, in a sentence that an officer can say.

use super::Wording;
use crate::criteria::Pair;
use crate::explain::{self, NeedMet};
use crate::profile::{Basis, Offer, Organization};
use crate::reference::Tie;
use crate::roster::Roster;
use crate::taxonomy::Relation;
use crate::vocabulary::{self, Lang, WordSet};

/// Whose reason it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Why the seeker should want the partner.
    Seeker,
    /// Why the partner should want the seeker.
    Partner,
}

impl Whose {
    fn key(self, rest: &str) -> String {
        match self {
            Whose::Seeker => format!("seeker-{rest}"),
            Whose::Partner => format!("partner-{rest}"),
        }
    }
}

/// Why one side should want the other.
pub fn reason(pair: Pair, whose: Whose, wording: &Wording) -> String {
    let side = match whose {
        Whose::Seeker => pair,
        Whose::Partner => pair.turned(),
    };
    let met = explain::met(side);
    let mut best = met.iter().filter(|n| n.met.is_some());
    match best.next() {
        Some(first) => with_more(lead(side, whose, first, wording), best, side.roster, wording),
        None => fallback(side, whose, wording),
    }
}

/// The sentence about the need that is met best.
fn lead(side: Pair, whose: Whose, first: &NeedMet, wording: &Wording) -> String {
    let Some(met) = first.met else { return String::new() };
    let taxonomy = side.roster.taxonomy();
    let lang = wording.lang();
    let offer = label(side.roster, met.offer.concept, lang);
    let need = label(side.roster, first.need.concept, lang);
    let claim = claim(met.offer, wording);
    let how = match first.relation {
        Relation::Same => "same",
        Relation::Narrower => "narrower",
        Relation::Broader => "broader",
        Relation::Related | Relation::None => "related",
        Relation::Complement(_) => "complement",
    };
    let words = [("offer", offer.as_str()), ("need", need.as_str()), ("claim", claim.as_str())];
    let mut reason = wording.say(&whose.key(how), &words);
    // The judgements of the complements are written in English.
    if let (Relation::Complement(row), Lang::En) = (first.relation, lang) {
        reason =
            wording.say("reason-why", &[("reason", &reason), ("why", &taxonomy.complements()[row].reason)]);
    }
    if first.need.evidence.basis == Basis::Assumed {
        reason = wording.say(&whose.key("assumed"), &[("reason", &reason)]);
    }
    if !first.carriers.is_empty() {
        let members: Vec<&str> =
            first.carriers.iter().map(|m| side.roster.organization(*m).name.as_str()).collect();
        reason = wording.say("reason-carried", &[("reason", &reason), ("members", &wording.list(&members))]);
    }
    reason
}

/// Two more needs that are met, by name.
fn with_more<'a>(
    reason: String,
    rest: impl Iterator<Item = &'a NeedMet<'a>>,
    roster: &Roster,
    wording: &Wording,
) -> String {
    let more: Vec<String> = rest.take(2).map(|n| label(roster, n.need.concept, wording.lang())).collect();
    if more.is_empty() {
        return reason;
    }
    wording.say("reason-also", &[("reason", &reason), ("more", &wording.list(&more))])
}

/// What can be said where no need is met: what is offered, and the field that both share.
fn fallback(side: Pair, whose: Whose, wording: &Wording) -> String {
    let strongest =
        side.them().stated_offers().iter().max_by_key(|o| (o.level, std::cmp::Reverse(o.concept)));
    let mut reason = match strongest {
        None => wording.say(&whose.key("no-offers"), &[]),
        Some(offer) if side.us().stated_needs().is_empty() => {
            let (offered, claim) = (label(side.roster, offer.concept, wording.lang()), claim(offer, wording));
            wording.say(&whose.key("no-needs"), &[("offer", &offered), ("claim", &claim)])
        }
        Some(_) => wording.say(&whose.key("unmet"), &[]),
    };
    if let Some(&strongest) = crate::criteria::field::narrowest(side).first() {
        let field = label(side.roster, strongest, wording.lang());
        reason = wording.say("reason-field", &[("reason", &reason), ("field", &field)]);
    }
    reason
}

/// A claim in brackets: its level, its state, the year of its source.
pub fn claim(offer: &Offer, wording: &Wording) -> String {
    if offer.evidence.basis == Basis::Assumed {
        return wording.say("claim-assumed", &[]);
    }
    let level = offer.level.to_string();
    let status = offer.status.name(wording.lang());
    match offer.evidence.as_of {
        Some(date) => {
            let year = date.year().to_string();
            wording.say("claim-dated", &[("level", &level), ("status", status), ("year", &year)])
        }
        None => wording.say("claim", &[("level", &level), ("status", status)]),
    }
}

/// The label of a concept inside a sentence.
pub fn label(roster: &Roster, concept: crate::taxonomy::Concept, lang: Lang) -> String {
    within_sentence(roster.taxonomy().label(concept, lang.tag()))
}

/// A label begins with a capital where it stands alone; inside a sentence it does not, unless its
/// first word is an acronym or holds a digit.
fn within_sentence(label: &str) -> String {
    let first = label.split([' ', '-']).next().unwrap_or_default();
    let plain = first.chars().skip(1).all(|c| c.is_lowercase() || c == '\'') && first.chars().count() > 1;
    let mut chars = label.chars();
    match chars.next() {
        Some(c) if plain => c.to_lowercase().chain(chars).collect(),
        _ => label.to_string(),
    }
}

/// The latest tie in words; nothing where there is none.
pub fn tie(ties: &[Tie], wording: &Wording) -> Option<String> {
    let tie = ties.last()?;
    let status = vocabulary::name(WordSet::Tie, tie.status.key(), wording.lang());
    Some(match tie.date {
        Some(date) => wording.say("tie", &[("status", status), ("date", &wording.date(&date.to_string()))]),
        None => wording.say("tie-undated", &[("status", status)]),
    })
}

/// The kind of an organization in words.
pub fn kind(organization: &Organization, wording: &Wording) -> String {
    organization.kind.map_or_else(|| wording.say("kind-unknown", &[]), |k| k.name(wording.lang()).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_loses_its_capital_inside_a_sentence_but_an_acronym_does_not() {
        for (label, inside) in [
            ("Biosimilars", "biosimilars"),
            ("Market entry", "market entry"),
            ("GMP transition", "GMP transition"),
            ("X-ray equipment", "X-ray equipment"),
            ("mRNA medicines", "mRNA medicines"),
            ("AI drug discovery", "AI drug discovery"),
            ("COVID-19 vaccines", "COVID-19 vaccines"),
            ("Выход на рынок", "выход на рынок"),
            ("生物类似药", "生物类似药"),
        ] {
            assert_eq!(within_sentence(label), inside);
        }
    }
}
