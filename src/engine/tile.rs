//! Partners of one country about whom the same is known, as a panel of seekers goes over them.

use super::classes::{Classes, Known};
use super::idea::{Idea, Ideas};
use super::packed::{Packed, Profile};
use super::units::ONCE;
use crate::criteria::field;
use crate::profile::Level;
use crate::roster::{Org, Roster};
use crate::taxonomy::Concept;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::ops::Range;

/// Partners in a tile, at most: they are counted in numbers of 16 bits. Larger tiles were no faster (8,192 and 16,384).
pub(super) const TILE: usize = 4096;

/// The least that somebody works in a field: half of 1 ÷ [`ONCE`] is left of the product of two of these, and that is rounded
/// up, so whoever works in the same field has something in common.
pub(super) const LEAST: i16 = 128;

/// An offer: its concept, and its level as a share of the highest, halved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offered {
    pub concept: u16,
    pub level: i16,
}

/// A stated need: its concept, and its priority as a share of all needs and of the most urgent one, halved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Needed {
    pub concept: u16,
    pub of_all: i16,
    pub of_most: i16,
}

/// A field, and how strongly a partner works in it, as a part of the length of all of its fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Working {
    /// See [`field_row`].
    pub row: u32,
    pub strength: i16,
}

/// The row that says what seekers have to do with a field. Where a partner offers nothing there, it is one of those seekers only
/// that do: what both only look for is no field in common.
pub(super) fn field_row(concept: Concept, is_offered: bool) -> u32 {
    2 * concept.index() as u32 + u32::from(is_offered)
}

/// How many offers, stated needs and fields a partner has, and which assumed needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shape {
    /// The number of a list of assumed needs, if needs are assumed.
    pub typical: Option<u32>,
    pub offers: usize,
    pub needs: usize,
    pub fields: usize,
}

/// Neighbours in a tile of one shape.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub slots: Range<usize>,
    pub shape: Shape,
    /// Where the offers, stated needs and fields of the first begin.
    offers: usize,
    needs: usize,
    fields: usize,
}

/// Partners of one country about which the same is known.
pub(super) struct Tile {
    pub known: Known,
    /// By slot.
    pub packed: Packed,
    /// The classes that there are, and by slot which of these.
    pub classes: (Vec<u32>, Vec<u16>),
    pub stretches: Vec<Stretch>,
    /// Offers, stated needs and fields of all, by slot.
    pub offers: Vec<Offered>,
    pub needs: Vec<Needed>,
    pub fields: Vec<Working>,
    /// The most claims and fields that a partner has.
    pub most: usize,
}

impl Tile {
    /// The offers, stated needs and fields of a stretch from a slot on.
    pub fn claims(&self, stretch: &Stretch, slot: usize) -> (&[Offered], &[Needed], &[Working]) {
        let (Shape { offers, needs, fields, .. }, nth) = (stretch.shape, slot - stretch.slots.start);
        (
            &self.offers[stretch.offers + nth * offers..],
            &self.needs[stretch.needs + nth * needs..],
            &self.fields[stretch.fields + nth * fields..],
        )
    }
}

/// Lays partners out in tiles.
pub(super) struct Layout<'a> {
    pub roster: &'a Roster,
    pub classes: &'a Classes,
    /// All organizations, by number.
    pub packed: &'a Packed,
    pub ideas: Ideas,
}

impl Layout<'_> {
    /// Tiles of those of one country about whom the same is known, by class.
    pub fn tiles(&self, pool: &[Org]) -> Vec<Tile> {
        let key = |&org: &Org| (Known::of(self.roster, org), self.classes.of[org.index()], org);
        let mut sorted: Vec<(Known, u32, Org)> = pool.iter().map(key).collect();
        sorted.par_sort_unstable();
        let alike: Vec<_> = sorted.chunk_by(|a, b| a.0 == b.0).flat_map(|c| c.chunks(TILE)).collect();
        alike
            .into_par_iter()
            .map(|chunk| self.tile(chunk[0].0, chunk.iter().map(|(_, _, org)| *org).collect()))
            .collect()
    }

    fn tile(&self, known: Known, mut orgs: Vec<Org>) -> Tile {
        // Those with much to give first: they are the ones that score high. Those of one shape side by side, since a
        // processor foresees what it has done before.
        if self.ideas.have(Idea::Shapes) {
            orgs.sort_by_cached_key(|&org| {
                (Reverse(self.shape(known, org)), self.classes.of[org.index()], org)
            });
        }
        let packed = self.packed.some(&orgs);
        let (mut offers, mut needs, mut fields) = (Vec::new(), Vec::new(), Vec::new());
        let mut stretches = Vec::new();
        let mut start = 0;
        for alike in orgs.chunk_by(|&a, &b| self.shape(known, a) == self.shape(known, b)) {
            let (slots, shape) = (start..start + alike.len(), self.shape(known, alike[0]));
            start = slots.end;
            stretches.push(Stretch {
                slots: slots.clone(),
                shape,
                offers: offers.len(),
                needs: needs.len(),
                fields: fields.len(),
            });
            for partner in slots.map(|slot| packed.of(slot)) {
                offers.extend(offered(partner));
                needs.extend(needed(partner).take(shape.needs));
                fields.extend(working(partner));
            }
        }
        let classes = numbered(orgs.iter().map(|org| self.classes.of[org.index()]));
        let count = |s: &Stretch| s.shape.offers + s.shape.needs + s.shape.fields;
        let most = stretches.iter().map(count).max().unwrap_or(0);
        Tile { known, packed, classes, stretches, offers, needs, fields, most }
    }

    fn shape(&self, known: Known, org: Org) -> Shape {
        let organization = self.roster.organization(org);
        let has_list = self.ideas.has_lists(known);
        Shape {
            typical: has_list.then(|| self.classes.typical.of[org.index()]),
            offers: organization.offers.len(),
            needs: if has_list { 0 } else { organization.needs.len() },
            fields: self.roster.field(org).len(),
        }
    }
}

/// The different ones, and for each its number among them.
fn numbered(all: impl Iterator<Item = u32> + Clone) -> (Vec<u32>, Vec<u16>) {
    let mut different: Vec<u32> = all.clone().collect();
    different.sort_unstable();
    different.dedup();
    let number = |one| different.partition_point(|d| *d < one) as u16;
    let numbers = all.map(number).collect();
    (different, numbers)
}

/// Half of a share, not below it, as a factor.
fn half(part: u32, whole: u32) -> i16 {
    (part * ONCE / 2).div_ceil(whole) as i16
}

fn offered(partner: Profile) -> impl Iterator<Item = Offered> {
    let level = |level: Level| half(level.get().into(), Level::MOST.into());
    partner.offers.iter().map(move |o| Offered { concept: o.concept.index() as u16, level: level(o.level) })
}

fn needed(partner: Profile) -> impl Iterator<Item = Needed> {
    let priorities = partner.needs.iter().map(|n| u32::from(n.level.get()));
    let (all, most) = (priorities.clone().sum(), priorities.clone().max().unwrap_or(1));
    partner.needs.iter().zip(priorities).map(move |(need, priority)| Needed {
        concept: need.concept.index() as u16,
        of_all: half(priority, all),
        of_most: half(priority, most),
    })
}

fn working(partner: Profile) -> impl Iterator<Item = Working> {
    let length = (partner.square() as f64).sqrt();
    partner.field.iter().map(move |of| Working {
        row: field_row(of.concept, of.offered > 0),
        strength: ((field::strength(of) as f64 / length * f64::from(i16::MAX)).ceil() as i16).max(LEAST),
    })
}
