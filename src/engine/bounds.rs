//! Upper bounds of the scores of a tile, one a slot, in [units](super::units).

use super::tile::{Needing, Posting, Stretch, TILE};
use super::units::Factor;
use std::cmp::Reverse;
use std::ops::Range;

/// Partners that are passed over together.
const CHUNK: usize = 64;

/// A partner whose bound passes a cut; the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hopeful {
    pub bound: Reverse<u16>,
    pub slot: u16,
}

/// A bound is a sum; of each side of a pair the highest of several parts is added besides.
pub(super) struct Bounds {
    pub sum: Box<[u16; TILE]>,
    highest: Box<[u16; TILE]>,
}

impl Default for Bounds {
    fn default() -> Bounds {
        Bounds { sum: Box::new([0; TILE]), highest: Box::new([0; TILE]) }
    }
}

impl Bounds {
    /// Begins with the same for each stretch; the highest of all.
    pub fn begin(&mut self, stretches: &[Stretch], points: impl Fn(&Stretch) -> u16) -> u16 {
        let mut most = 0;
        for stretch in stretches {
            let points = points(stretch);
            self.sum[stretch.slots.clone()].fill(points);
            most = most.max(points);
        }
        most
    }

    /// Begins with other bounds.
    pub fn copy(&mut self, other: &Bounds, len: usize) {
        self.sum[..len].copy_from_slice(&other.sum[..len]);
    }

    /// Adds the same to each of some slots; the highest sum.
    pub fn add(&mut self, slots: Range<usize>, points: u16) -> u16 {
        let add = |sum: &mut u16| {
            *sum += points;
            *sum
        };
        self.sum[slots].iter_mut().map(add).fold(0, u16::max)
    }

    /// Adds what each is worth.
    pub fn add_amounts(&mut self, postings: &[Posting], factor: Factor) {
        for posting in postings {
            self.sum[posting.slot()] += factor.times(posting.amount());
        }
    }

    /// Adds what each is worth to the sum by one factor, and to the highest by another.
    pub fn add_offers(&mut self, postings: &[Posting], [each, best]: [Factor; 2]) {
        for posting in postings {
            let (slot, amount) = (posting.slot(), posting.amount());
            self.sum[slot] += each.times(amount);
            self.highest[slot] = self.highest[slot].max(best.times(amount));
        }
    }

    /// Adds the share of each to the sum, and its urgency to the highest.
    pub fn add_needs(&mut self, postings: &[Needing], factor: Factor) {
        for needing in postings {
            let slot = needing.slot();
            self.sum[slot] += factor.times(needing.share);
            self.highest[slot] = self.highest[slot].max(factor.times(needing.urgency));
        }
    }

    /// Adds the highest parts of a side to the sums, and begins with another side; the highest sum.
    pub fn settle(&mut self, len: usize) -> u16 {
        let mut most = 0;
        for (sum, highest) in self.sum[..len].iter_mut().zip(&mut self.highest[..len]) {
            *sum += std::mem::take(highest);
            most = most.max(*sum);
        }
        most
    }

    /// The partners whose bounds pass a cut, in the order of their slots. Chunks in which nobody does are passed
    /// over at a glance.
    pub fn pass(&self, len: usize, cut: u16, hopeful: &mut Vec<Hopeful>) {
        for (n, chunk) in self.sum[..len].chunks(CHUNK).enumerate() {
            if chunk.iter().fold(0, |any, sum| any | sum.saturating_sub(cut)) > 0 {
                let slots = (n * CHUNK..).map(|slot| slot as u16);
                let passing = slots.zip(chunk).filter(|(_, sum)| **sum > cut);
                hopeful.extend(passing.map(|(slot, &sum)| Hopeful { bound: Reverse(sum), slot }));
            }
        }
    }
}
