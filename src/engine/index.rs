//! A roster laid out for many seekers.

use super::classes::Classes;
use super::exact::{AllGoals, Exact, Goals};
use super::idea::{Idea, Ideas};
use super::packed::Packed;
use super::reach::Reach;
use super::tile::{Layout, Tile};
use super::wide::Machine;
use super::{Query, Shortlist, TieFilter, batch, shortlist};
use crate::profile::Country;
use crate::reference::TieStatus;
use crate::roster::{Org, Roster};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Where a partner lies: tile and slot.
pub(super) type Place = (u32, u16);

/// A roster laid out for a query: built once, asked for any number of seekers. To build it costs about as much as
/// a few shortlists pair by pair; 64 shortlists from it cost less than one of those.
pub struct Index<'a> {
    pub(super) roster: &'a Roster,
    pub(super) query: &'a Query,
    pub(super) ideas: Ideas,
    pub(super) machine: Machine,
    pub(super) classes: Classes,
    /// All organizations, by number.
    pub(super) packed: Packed,
    /// One for each list of assumed needs.
    pub(super) typical: Packed,
    pub(super) reach: Reach,
    pub(super) tiles: Vec<Tile>,
    goals: AllGoals,
    /// The countries of partners.
    pub(super) countries: Vec<Country>,
    /// Where each partner lies, tile and slot, by number of the organization.
    places: Vec<Option<Place>>,
    /// For each seeker, partners that a tie keeps out.
    kept_out: HashMap<Org, Vec<Org>>,
}

impl<'a> Index<'a> {
    /// Lays a roster out. Work is shared among threads.
    pub fn new(roster: &'a Roster, query: &'a Query) -> Index<'a> {
        Index::with(roster, query, Ideas::default())
    }

    /// One that does without something that makes it fast: `cargo bench --bench engine -- --ablation` shows what each of these
    /// brings. The lists are the same.
    pub fn without(idea: Idea, roster: &'a Roster, query: &'a Query) -> Index<'a> {
        Index::with(roster, query, Ideas { without: Some(idea) })
    }

    fn with(roster: &'a Roster, query: &'a Query, ideas: Ideas) -> Index<'a> {
        let (classes, reach) = (Classes::new(roster), Reach::new(roster));
        let pool: Vec<Org> = roster.orgs().filter(|&o| query.partners.lets(roster, o)).collect();
        let packed = Packed::with_grades(roster, &classes, &roster.orgs().collect::<Vec<_>>());
        let tiles = Layout { roster, classes: &classes, packed: &packed, ideas }.tiles(&pool);
        let mut places = vec![None; roster.len()];
        for (i, tile) in tiles.iter().enumerate() {
            for (slot, org) in tile.packed.orgs().enumerate() {
                places[org.index()] = Some((i as u32, slot as u16));
            }
        }
        let countries_of_partners = countries(pool, roster);
        let goals = AllGoals::new(roster, &countries(roster.orgs(), roster), &countries_of_partners);
        let kept_out = kept_out(roster, query.ties);
        let typical = Packed::new(roster, &classes, &classes.typical.examples);
        Index {
            roster,
            query,
            ideas,
            machine: Machine::with(ideas),
            classes,
            packed,
            typical,
            reach,
            tiles,
            goals,
            countries: countries_of_partners,
            places,
            kept_out,
        }
    }

    /// The ranked partners of each of several seekers, in their order: bit for bit what
    /// [`shortlist`] says of each. The work is shared among threads; the result is the same for
    /// any number of them.
    pub fn shortlists(&self, seekers: &[Org]) -> Vec<Shortlist> {
        // Who asks for ties only has few partners, and they are known.
        if self.query.ties == TieFilter::Only || self.query.top == 0 {
            return seekers.par_iter().map(|&s| shortlist(self.roster, s, self.query)).collect();
        }
        batch::shortlists(self, seekers)
    }

    /// The goals of a seeker's country and a partner's.
    pub(super) fn goals(&self, seeker: Country, partner: Country) -> &Goals {
        self.goals.between(seeker, partner)
    }

    /// What finds the values of pairs.
    pub(super) fn exact(&self) -> Exact<'_> {
        Exact { taxonomy: self.roster.taxonomy(), classes: &self.classes }
    }

    /// Where the partners lie that are out of the question for a seeker: itself, and whom a tie keeps out.
    pub(super) fn out(&self, seeker: Org) -> Vec<Place> {
        let out = self.kept_out.get(&seeker).into_iter().flatten().chain([&seeker]);
        let mut out: Vec<Place> = out.filter_map(|o| self.places[o.index()]).collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

fn countries(orgs: impl IntoIterator<Item = Org>, roster: &Roster) -> Vec<Country> {
    let countries: BTreeSet<Country> = orgs.into_iter().map(|o| roster.organization(o).country).collect();
    countries.into_iter().collect()
}

/// For each organization, those whom a tie keeps out of its list.
fn kept_out(roster: &Roster, filter: TieFilter) -> HashMap<Org, Vec<Org>> {
    let mut kept_out: HashMap<Org, Vec<Org>> = HashMap::new();
    for (a, b) in roster.reference().ties.pairs() {
        let Some((a, b)) = roster.by_id(a).zip(roster.by_id(b)) else { continue };
        let conflict = roster.ties(a, b).iter().any(|t| t.status == TieStatus::Conflict);
        if conflict || !filter.lets(roster, a, b) {
            kept_out.entry(a).or_default().push(b);
            kept_out.entry(b).or_default().push(a);
        }
    }
    kept_out
}
