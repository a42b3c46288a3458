//! Upper bounds of the scores of a tile, one a slot, in [units](super::units).

use super::lanes;
use super::postings::Posted;
use super::tile::TILE;
use super::units::{Factor, Points};
use std::cmp::Reverse;

/// A number for each slot of a tile.
pub(super) type Lanes = Box<[Points; TILE]>;

/// Nothing for each.
pub(super) fn nothing() -> Lanes {
    Box::new([0; TILE])
}

/// Adds what each costs.
pub(super) fn add(sums: &mut [Points; TILE], amounts: Posted, factor: Factor) {
    match amounts {
        Posted::Row(row) => lanes::add(&mut sums[..], row, factor),
        Posted::List(list) => {
            for posting in list {
                let sum = &mut sums[posting.slot()];
                // A sum of costs is never too high.
                let cost = i32::from(*sum) + i32::from(factor.cost(posting.amount));
                *sum = cost.max(Points::MIN.into()) as Points;
            }
        }
    }
}

/// A partner whose bound passes a cut; the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hopeful {
    pub bound: Reverse<Points>,
    pub slot: u16,
    pub tile: u32,
}

/// Adds what fields are worth.
pub(super) fn add_fields(bounds: &mut [Points; TILE], strengths: Posted, factor: Factor) {
    match strengths {
        Posted::Row(row) => lanes::earn(&mut bounds[..], row, factor),
        Posted::List(list) => {
            for posting in list {
                let bound = &mut bounds[posting.slot()];
                // A bound that gains is never too low.
                let points = i32::from(*bound) - i32::from(factor.cost(posting.amount));
                *bound = points.min(Points::MAX.into()) as Points;
            }
        }
    }
}
