//! Partners in tiles that fit the cache, with postings: which of them meet a need, or have one.

use super::classes::{Classes, Known};
use crate::criteria::gate;
use crate::criteria::{coverage, field};
use crate::roster::{Org, Roster};
use rayon::prelude::*;

/// Partners in a tile, at most. The accumulators of a tile take 8 KiB each and stay in the first two
/// levels of the cache; its postings take some hundred KiB and stay in the second while a group of
/// seekers goes over it.
pub(super) const TILE: usize = 2048;

/// Set in the amount of a posting of an offer that comes close enough to a must-have.
const CLOSE: u16 = 1 << 15;

/// A partner of a tile under a concept, with an amount.
#[derive(Debug, Clone, Copy)]
pub(super) struct Posting {
    pub slot: u16,
    amount: u16,
}

impl Posting {
    /// What is posted: the worth of the best offer, or the priority of the need.
    pub fn amount(self) -> f32 {
        f32::from(self.amount & !CLOSE)
    }

    /// Whether an offer comes close enough for a must-have.
    pub fn is_close(self) -> bool {
        self.amount & CLOSE != 0
    }
}

/// How a partner of a tile works in a field.
#[derive(Debug, Clone, Copy)]
pub(super) struct FieldPosting {
    pub slot: u16,
    pub strength: f32,
    pub needed: f32,
}

/// The postings of a tile, concept by concept.
struct Postings<T> {
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T> Postings<T> {
    /// Gathers (concept, posting); those of one concept keep their order.
    fn gather(concepts: usize, mut loose: Vec<(u16, T)>) -> Postings<T> {
        loose.sort_by_key(|(concept, _)| *concept);
        let mut starts = vec![0u32; concepts + 1];
        loose.iter().for_each(|(concept, _)| starts[usize::from(*concept) + 1] += 1);
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        Postings { starts, all: loose.into_iter().map(|(_, posting)| posting).collect() }
    }

    fn of(&self, concept: usize) -> &[T] {
        &self.all[self.starts[concept] as usize..self.starts[concept + 1] as usize]
    }
}

/// Partners of one country about which the same is known.
pub(super) struct Tile {
    pub known: Known,
    pub orgs: Vec<Org>,
    /// The class of each.
    pub classes: Vec<u32>,
    /// For each, what its coverage is made of.
    pub per_need: Vec<f32>,
    pub per_most: Vec<f32>,
    /// For each, the length of its field, turned round.
    pub per_norm: Vec<f32>,
    offers: Postings<Posting>,
    needs: Postings<Posting>,
    fields: Postings<FieldPosting>,
}

impl Tile {
    /// Who meets a need of a concept, and how well.
    pub fn offering(&self, concept: usize) -> &[Posting] {
        self.offers.of(concept)
    }

    /// Who has a need of a concept, and how urgently.
    pub fn needing(&self, concept: usize) -> &[Posting] {
        self.needs.of(concept)
    }

    /// Who works in a field, and how strongly.
    pub fn working_in(&self, concept: usize) -> &[FieldPosting] {
        self.fields.of(concept)
    }

    fn new(roster: &Roster, classes: &Classes, reach: &Reach, known: Known, orgs: &[Org]) -> Tile {
        let concepts = roster.taxonomy().len();
        let (mut offers, mut needs, mut fields) = (Vec::new(), Vec::new(), Vec::new());
        for (slot, &org) in orgs.iter().enumerate() {
            let slot = slot as u16;
            let at = |amount| Posting { slot, amount };
            offers.extend(
                reach
                    .expand(roster, org)
                    .into_iter()
                    .map(|(concept, worth, close)| (concept, at(worth | if close { CLOSE } else { 0 }))),
            );
            let own = &roster.organization(org).needs;
            needs.extend(own.iter().map(|n| (n.concept.index() as u16, at(n.priority.get().into()))));
            fields.extend(roster.field(org).iter().map(|s| {
                let (strength, needed) = (field::strength(s) as f32, s.needed as f32);
                (s.concept.index() as u16, FieldPosting { slot, strength, needed })
            }));
        }
        Tile {
            known,
            classes: orgs.iter().map(|o| classes.of[o.index()]).collect(),
            per_need: orgs.iter().map(|o| parts(roster, *o).per_need).collect(),
            per_most: orgs.iter().map(|o| parts(roster, *o).per_most).collect(),
            per_norm: orgs.iter().map(|o| per_norm(roster, *o)).collect(),
            orgs: orgs.to_vec(),
            offers: Postings::gather(concepts, offers),
            needs: Postings::gather(concepts, needs),
            fields: Postings::gather(concepts, fields),
        }
    }
}

/// What the coverage of an organization is made of, apart from trust: see [`coverage`]. All 0 where it
/// has no needs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Parts {
    /// What the sum of the met needs is multiplied by.
    pub per_need: f32,
    /// What the best of them is multiplied by.
    pub per_most: f32,
}

/// The parts of the coverage of an organization.
pub(super) fn parts(roster: &Roster, org: Org) -> Parts {
    let organization = roster.organization(org);
    let priorities = organization.needs.iter().map(|n| u32::from(n.priority.get()));
    let Some(most) = priorities.clone().max() else { return Parts::default() };
    let per = |sum: u32| (0.5 / (f64::from(sum) * f64::from(coverage::MOST))) as f32;
    Parts { per_need: per(priorities.sum()), per_most: per(most) }
}

/// The length of the field of an organization, turned round; 0 where it has none.
pub(super) fn per_norm(roster: &Roster, org: Org) -> f32 {
    let square = field::square(roster.field(org));
    if square == 0 { 0.0 } else { (1.0 / (square as f64).sqrt()) as f32 }
}

/// For each offered concept, the needs that it meets, with the closeness.
pub(super) struct Reach(Vec<Vec<(u16, u8)>>);

impl Reach {
    pub fn new(roster: &Roster) -> Reach {
        let taxonomy = roster.taxonomy();
        let mut reach = vec![Vec::new(); taxonomy.len()];
        for need in taxonomy.concepts() {
            for (offer, &closeness) in taxonomy.closeness_to(need).iter().enumerate() {
                if closeness > 0 {
                    reach[offer].push((need.index() as u16, closeness));
                }
            }
        }
        Reach(reach)
    }

    /// The needs that an organization meets, ascending: the worth of its best offer for each, and
    /// whether one comes close enough for a must-have.
    pub fn expand(&self, roster: &Roster, org: Org) -> Vec<(u16, u16, bool)> {
        let organization = roster.organization(org);
        // What is assumed answers no must-have.
        let (offers, stated) = (&organization.offers, !organization.assumes_offers());
        let mut met: Vec<(u16, u16, bool)> = Vec::new();
        for offer in offers {
            for &(need, closeness) in &self.0[offer.concept.index()] {
                let worth = u16::from(closeness) * u16::from(offer.level.get());
                met.push((need, worth, stated && closeness >= gate::MUST));
            }
        }
        met.sort_unstable();
        met.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                *kept = (kept.0, kept.1.max(later.1), kept.2 | later.2);
            }
            same
        });
        met
    }
}

/// Lays partners out in tiles: those of one country together, and those about whom the same is known. Tiles
/// about which more is known come first: their partners can score higher.
pub(super) fn tiles(roster: &Roster, classes: &Classes, reach: &Reach, pool: &[Org]) -> Vec<Tile> {
    let mut sorted: Vec<(Known, u32, Org)> =
        pool.iter().map(|&o| (Known::of(roster, o), classes.of[o.index()], o)).collect();
    sorted.sort_unstable();
    let orgs: Vec<Org> = sorted.iter().map(|(_, _, org)| *org).collect();
    let mut spans: Vec<(Known, std::ops::Range<usize>)> = Vec::new();
    for (i, (known, _, _)) in sorted.iter().enumerate() {
        match spans.last_mut() {
            Some((last, span)) if last == known && span.len() < TILE => span.end = i + 1,
            _ => spans.push((*known, i..i + 1)),
        }
    }
    spans.sort_by_key(|(known, _)| {
        std::cmp::Reverse(known.offers as u8 + known.needs as u8 + u8::from(known.field))
    });
    spans.into_par_iter().map(|(known, span)| Tile::new(roster, classes, reach, known, &orgs[span])).collect()
}
