//! Partners in tiles that fit the cache, with postings: which of them meet a need, have one, or work in a field.

use super::classes::{Claims, Classes, Known};
use super::lanes::BLOCK;
use super::lists::Lists;
use super::packed::{Packed, Profile};
use super::postings::{Posting, Postings};
use super::priorities::{Priorities, Ratio};
use super::reach::{Met, Reach};
use crate::criteria::coverage::MOST;
use crate::criteria::field;
use crate::roster::{Org, Roster};
use rayon::prelude::*;
use std::ops::Range;

/// Partners in a tile, at most: a power of two. The bounds of a tile take 8 KiB and stay in the first level of
/// the cache; its postings take some hundred KiB and stay in the second while a group of seekers goes over it.
pub(super) const TILE: usize = 4096;

/// A whole of 1 in the amounts of offers, and how much of it is one of [`MOST`].
pub(super) const WORTH: i16 = MOST as i16 * STEP;
const STEP: i16 = 65;
/// A whole of 1 in the amounts of needs, and of fields.
pub(super) const WHOLE: i16 = i16::MAX;

/// Neighbours in a tile that are alike: of one class, or with the same assumed needs.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    /// In what: the number of the class, or of the list of needs.
    pub of: u32,
    pub slots: Range<usize>,
}

/// Partners of one country about which the same is known.
pub(super) struct Tile {
    pub known: Known,
    pub orgs: Vec<Org>,
    /// By slot.
    pub packed: Packed,
    /// By slot.
    pub classes: Vec<u32>,
    pub stretches: Vec<Stretch>,
    /// Stretches of the same assumed needs; only one where they are not assumed.
    pub typical: Vec<Stretch>,
    /// Who meets a need of each concept, and what the best offer is worth, a whole being [`WORTH`].
    pub offers: Postings,
    /// Who states a need of it, and its share in all needs, a whole being [`WHOLE`]. Nobody where needs are assumed: see
    /// [`Stretch`].
    pub needs: Postings,
    /// By slot, how much the most urgent need counts beside all; nothing where needs are assumed.
    pub ratios: Vec<Ratio>,
    /// Who works in it, and how strongly, as a part of the length of all fields of a partner, rounded up; a whole being
    /// [`WHOLE`].
    pub fields: Postings,
}

impl Tile {
    /// How many lanes its partners take.
    pub fn lanes(&self) -> usize {
        lanes(&self.orgs)
    }
}

/// The lanes of partners, in whole blocks; the last ones are nobody's.
fn lanes(orgs: &[Org]) -> usize {
    orgs.len().next_multiple_of(BLOCK)
}

/// A partner in the order of its tile: what is known of it, its list of assumed needs, and its class.
type Sorted = (Known, u32, u32, Org);

/// Lays partners out in tiles.
pub(super) struct Layout<'a> {
    pub roster: &'a Roster,
    pub classes: &'a Classes,
    pub reach: &'a Reach,
}

impl Layout<'_> {
    /// Tiles of those of one country about whom the same is known, by class.
    pub fn tiles(&self, pool: &[Org]) -> Vec<Tile> {
        let key = |&org: &Org| {
            let known = Known::of(self.roster, org);
            (known, self.typical(known, org), self.classes.of[org.index()], org)
        };
        let mut sorted: Vec<Sorted> = pool.iter().map(key).collect();
        sorted.par_sort_unstable();
        let alike: Vec<_> = sorted.chunk_by(|a, b| a.0 == b.0).flat_map(|c| c.chunks(TILE)).collect();
        alike.into_par_iter().map_init(Met::default, |met, chunk| self.tile(chunk, met)).collect()
    }

    /// Which assumed needs it has.
    fn typical(&self, known: Known, org: Org) -> u32 {
        if known.needs == Claims::Assumed { self.classes.typical.of[org.index()] } else { 0 }
    }

    fn tile(&self, sorted: &[Sorted], met: &mut Met) -> Tile {
        let concepts = self.roster.taxonomy().len();
        let orgs: Vec<Org> = sorted.iter().map(|(_, _, _, org)| *org).collect();
        let (known, packed) = (sorted[0].0, Packed::new(self.roster, &orgs));
        let (mut offers, mut needs, mut fields) = (Vec::new(), Vec::new(), Vec::new());
        let lanes = lanes(&orgs);
        let mut ratios = vec![Ratio::default(); lanes];
        for (slot, ratio) in ratios.iter_mut().enumerate().take(orgs.len()) {
            let partner = packed.of(slot);
            let meets = self.reach.expand(partner.offers, known.offers == Claims::Stated, met);
            offers.extend(meets.map(|m| (m.concept, Posting::new(slot, m.worth as i16 * STEP, m.close))));
            if known.needs == Claims::Stated {
                let priorities = Priorities::of(partner.needs.iter().map(|n| n.level));
                *ratio = priorities.ratio();
                needs.extend(needing(slot, partner, priorities));
            }
            fields.extend(working(slot, partner));
        }
        Tile {
            known,
            orgs,
            packed,
            classes: sorted.iter().map(|(_, _, class, _)| *class).collect(),
            stretches: stretches(sorted, |s| (s.1, s.2), |s| s.2),
            typical: stretches(sorted, |s| s.1, |s| s.1),
            offers: Postings::new(Lists::sorted(concepts, &offers), lanes),
            needs: Postings::new(Lists::sorted(concepts, &needs), lanes),
            ratios,
            fields: Postings::new(Lists::sorted(concepts, &fields), lanes),
        }
    }
}

fn stretches<K: PartialEq>(
    sorted: &[Sorted],
    alike: impl Fn(&Sorted) -> K,
    of: impl Fn(&Sorted) -> u32,
) -> Vec<Stretch> {
    let mut start = 0;
    let stretch = |neighbours: &[Sorted]| {
        let slots = start..start + neighbours.len();
        start = slots.end;
        Stretch { of: of(&neighbours[0]), slots }
    };
    sorted.chunk_by(|a, b| alike(a) == alike(b)).map(stretch).collect()
}

fn needing(slot: usize, partner: Profile, priorities: Priorities) -> impl Iterator<Item = (u16, Posting)> {
    let share = move |priority| (f64::from(WHOLE) * priorities.share(priority)).ceil() as i16;
    let posting = move |priority| Posting::new(slot, share(priority), false);
    partner.needs.iter().map(move |need| (need.concept.index() as u16, posting(need.level)))
}

fn working(slot: usize, partner: Profile) -> impl Iterator<Item = (u16, Posting)> {
    let length = (partner.square as f64).sqrt();
    partner.field.iter().map(move |of| {
        let part = field::strength(of) as f64 / length;
        let amount = (part * f64::from(WHOLE)).ceil().min(f64::from(WHOLE)) as i16;
        (of.concept.index() as u16, Posting::new(slot, amount, of.offered > 0))
    })
}
