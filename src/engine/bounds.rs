//! Upper bounds of the scores of a tile, one a slot, in [units](super::units).

use super::lanes::{self, BLOCK, Parts};
use super::postings::Posted;
use super::tile::{Needing, Posting, TILE};
use super::units::{Factor, Points};
use std::cmp::Reverse;
use std::ops::Range;

/// Partners of a block that are passed over together.
const PART: usize = 16;

/// A number for each slot of a tile.
pub(super) type Lanes = Box<[Points; TILE]>;

/// Nothing for each.
pub(super) fn nothing() -> Lanes {
    Box::new([0; TILE])
}

/// Adds what each costs.
fn add(sums: &mut [Points; TILE], amounts: Posted<Posting, 1>, factor: Factor) {
    match amounts {
        Posted::Rows([row]) => lanes::add(&mut sums[..], row, factor),
        Posted::List(list) => {
            for posting in list {
                let sum = &mut sums[posting.slot()];
                *sum = sum.saturating_add(factor.cost(posting.amount()));
            }
        }
    }
}

/// Lowers each to what it costs.
pub(super) fn lower(lowest: &mut [Points; TILE], amounts: Posted<Posting, 1>, factor: Factor) {
    match amounts {
        Posted::Rows([row]) => lanes::lower(&mut lowest[..], row, factor),
        Posted::List(list) => {
            for posting in list {
                let lowest = &mut lowest[posting.slot()];
                *lowest = factor.cost(posting.amount()).min(*lowest);
            }
        }
    }
}

/// The coverage in one direction as costs, a sum over needs and the lowest of several parts. Nothing, but while they are
/// added up.
pub(super) struct Side {
    sum: Lanes,
    lowest: Lanes,
}

impl Default for Side {
    fn default() -> Side {
        Side { sum: nothing(), lowest: nothing() }
    }
}

impl Side {
    /// Gives the same to each of some slots.
    pub fn fill(&mut self, slots: Range<usize>, points: Points) {
        self.sum[slots].fill(-points);
    }

    /// Adds what offers are worth to the sums by one factor, and to the lowest by another.
    pub fn add_offers(&mut self, amounts: Posted<Posting, 1>, [each, best]: [Factor; 2]) {
        add(&mut self.sum, amounts, each);
        lower(&mut self.lowest, amounts, best);
    }

    /// Adds what offers are worth where there is one need only.
    pub fn add_only(&mut self, amounts: Posted<Posting, 1>, factor: Factor) {
        add(&mut self.sum, amounts, factor);
    }

    /// Adds the share of each to the sum, and its urgency to the lowest.
    pub fn add_needs(&mut self, needs: Posted<Needing, 2>, factor: Factor) {
        match needs {
            Posted::List(list) => {
                for needing in list {
                    let slot = needing.slot();
                    self.sum[slot] = self.sum[slot].saturating_add(factor.cost(needing.share));
                    self.lowest[slot] = factor.cost(needing.urgency).min(self.lowest[slot]);
                }
            }
            Posted::Rows([share, urgency]) => {
                lanes::add(&mut self.sum[..], share, factor);
                lanes::lower(&mut self.lowest[..], urgency, factor);
            }
        }
    }

    /// Takes the points of both together.
    pub fn settle(&mut self, points: &mut [Points]) {
        lanes::settle(points, &mut self.sum[..], &mut self.lowest[..]);
    }

    /// The sums, and the lowest parts, to be taken.
    pub fn parts(&mut self, len: usize) -> [&mut [Points]; 2] {
        [&mut self.sum[..len], &mut self.lowest[..len]]
    }
}

/// A partner whose bound passes a cut; the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hopeful {
    pub bound: Reverse<Points>,
    pub slot: u16,
}

/// Bounds, by slot.
pub(super) struct Bounds {
    all: Lanes,
    /// The highest of each block.
    tops: Vec<Points>,
}

impl Default for Bounds {
    fn default() -> Bounds {
        Bounds { all: nothing(), tops: Vec::new() }
    }
}

impl Bounds {
    /// Puts them together; the highest.
    pub fn join(&mut self, parts: Parts) -> Points {
        parts.join(&mut self.all[..])
    }

    /// Adds what fields are worth.
    pub fn add_fields(&mut self, strengths: Posted<Posting, 1>, factor: Factor) {
        match strengths {
            Posted::Rows([row]) => lanes::earn(&mut self.all[..], row, factor),
            Posted::List(list) => {
                for posting in list {
                    let bound = &mut self.all[posting.slot()];
                    *bound = bound.saturating_sub(factor.cost(posting.amount()));
                }
            }
        }
    }

    /// The highest, once all is added.
    pub fn top(&mut self, lanes: usize) -> Points {
        lanes::tops(&self.all[..lanes], &mut self.tops);
        self.tops.iter().copied().max().unwrap_or(0)
    }

    /// Those with bounds above one number, up to another. Blocks, and parts of them, that have none above are passed over
    /// at a glance.
    pub fn between(&self, low: Points, high: Points, hopeful: &mut Vec<Hopeful>) {
        let blocks = self.tops.iter().zip(self.all.chunks(BLOCK)).enumerate();
        for (n, (_, block)) in blocks.filter(|(_, (top, _))| **top > low) {
            for (i, part) in block.chunks(PART).enumerate() {
                if part.iter().fold(Points::MIN, |most, bound| most.max(*bound)) > low {
                    let slots = (n * BLOCK + i * PART..).map(|slot| slot as u16);
                    let bounds = part.iter().zip(slots).filter(|(bound, _)| low < **bound && **bound <= high);
                    hopeful.extend(bounds.map(|(&bound, slot)| Hopeful { bound: Reverse(bound), slot }));
                }
            }
        }
    }
}
