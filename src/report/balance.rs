//! What a balance of shortlists costs, and whom it concerns.

use super::Wording;
use super::shortlist::headed;
use super::table::{Align, Figure, Table, Unit};
use crate::balance::Balanced;
use crate::roster::{Org, Roster};
use schemars::JsonSchema;
use serde::Serialize;

/// A balance, as `shortlist --all --balance N -f json` writes it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BalanceDocument {
    /// The most lists that a partner may stand in.
    pub limit: usize,
    /// The sum of all scores without the limit.
    pub total_before: f64,
    /// The sum of all scores with it; no choice of lists that leaves as few seekers without a partner has more.
    pub total_after: f64,
    /// The largest load without the limit: a list counts as one divided by the place in it.
    pub load_before: f64,
    /// The largest load with it.
    pub load_after: f64,
    /// How many organizations stand in some list without the limit.
    pub reached_before: usize,
    /// How many with it.
    pub reached_after: usize,
    /// Partners in more lists than the limit without it, the fullest first.
    pub crowded: Vec<CrowdedDocument>,
    /// Seekers whose list is shorter than without the limit.
    pub shortened: Vec<ShortenedDocument>,
}

/// A partner that would stand in too many lists.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CrowdedDocument {
    /// Its id.
    pub partner: String,
    /// In how many lists it stands without the limit.
    pub lists_before: usize,
    /// In how many with it.
    pub lists_after: usize,
    /// Its load without the limit.
    pub load_before: f64,
    /// Its load with it.
    pub load_after: f64,
}

/// A seeker whose list is shorter with the limit.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ShortenedDocument {
    /// Its id.
    pub seeker: String,
    /// How many partners it has without the limit.
    pub before: usize,
    /// How many it is left with.
    pub after: usize,
}

/// The document of a balance.
pub fn document(roster: &Roster, balanced: &Balanced) -> BalanceDocument {
    let id = |org: Org| roster.organization(org).id.clone();
    BalanceDocument {
        limit: balanced.limit,
        total_before: balanced.before,
        total_after: balanced.after,
        load_before: balanced.load.0,
        load_after: balanced.load.1,
        reached_before: balanced.reached.0,
        reached_after: balanced.reached.1,
        crowded: balanced
            .crowded
            .iter()
            .map(|c| CrowdedDocument {
                partner: id(c.partner),
                lists_before: c.before,
                lists_after: c.after,
                load_before: c.load_before,
                load_after: c.load_after,
            })
            .collect(),
        shortened: balanced
            .shortened
            .iter()
            .map(|&(seeker, before, after)| ShortenedDocument { seeker: id(seeker), before, after })
            .collect(),
    }
}

/// What the balance costs, in a sentence.
pub fn summary(document: &BalanceDocument, wording: &Wording) -> String {
    let share = 1.0 - document.total_after / document.total_before.max(f64::MIN_POSITIVE);
    let without = document.shortened.iter().filter(|s| s.after == 0).count();
    wording.say(
        "balance-summary",
        &[
            ("limit", &document.limit.to_string()),
            ("cost", &wording.say("percent", &[("number", &wording.number(100.0 * share, 1))])),
            ("crowded", &document.crowded.len().to_string()),
            ("before", &document.reached_before.to_string()),
            ("after", &document.reached_after.to_string()),
            ("shorter", &document.shortened.len().to_string()),
            ("without", &without.to_string()),
        ],
    )
}

/// The tables that people read: the crowded partners, and the seekers with shorter lists.
pub fn brief(roster: &Roster, document: &BalanceDocument, wording: &Wording) -> [Table; 2] {
    let name = |id: &str| {
        let org = roster.by_id(id).map(|o| roster.organization(o).name.as_str()).unwrap_or(id);
        format!("{org} ({id})")
    };
    let heads = [
        ("head-partner", Align::Left),
        ("head-lists-before", Align::Right),
        ("head-lists-after", Align::Right),
        ("head-load-before", Align::Right),
        ("head-load-after", Align::Right),
    ];
    let mut crowded = headed(wording, &heads).titled(summary(document, wording));
    for c in &document.crowded {
        let load = |load: f64| Figure::new(load, Unit::Hundredths, wording.number(load, 1));
        crowded.push([
            name(&c.partner).into(),
            c.lists_before.into(),
            c.lists_after.into(),
            load(c.load_before).into(),
            load(c.load_after).into(),
        ]);
    }
    let heads = [
        ("head-seeker", Align::Left),
        ("head-lists-before", Align::Right),
        ("head-lists-after", Align::Right),
    ];
    let mut shortened = headed(wording, &heads).titled(wording.say("title-shortened", &[]));
    for s in &document.shortened {
        shortened.push([name(&s.seeker).into(), s.before.into(), s.after.into()]);
    }
    [crowded, shortened]
}
