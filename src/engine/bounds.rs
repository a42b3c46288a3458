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

/// Changes lanes by what is posted: by a row at once, or by the amount of one after another.
fn change(
    lanes: &mut [Points; TILE],
    posted: Posted,
    by_row: impl FnOnce(&mut [Points], &[i16]),
    by_amount: impl Fn(i32, i16) -> i32,
) {
    match posted {
        Posted::Row(row) => by_row(&mut lanes[..], row),
        Posted::List(list) => {
            for posting in list {
                let lane = &mut lanes[posting.slot()];
                *lane = by_amount((*lane).into(), posting.amount) as Points;
            }
        }
    }
}

/// Adds what each costs.
pub(super) fn add(sums: &mut [Points; TILE], amounts: Posted, factor: Factor) {
    // A sum of costs is never too high.
    let by_amount = |sum: i32, amount| (sum + i32::from(factor.cost(amount))).max(Points::MIN.into());
    change(sums, amounts, |sums, row| lanes::add(sums, row, factor), by_amount);
}

/// Adds what fields are worth.
pub(super) fn add_fields(bounds: &mut [Points; TILE], strengths: Posted, factor: Factor) {
    // A bound that gains is never too low.
    let by_amount = |bound: i32, amount| (bound - i32::from(factor.cost(amount))).min(Points::MAX.into());
    change(bounds, strengths, |bounds, row| lanes::earn(bounds, row, factor), by_amount);
}

/// A partner whose bound passes a cut; the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hopeful {
    pub bound: Reverse<Points>,
    pub slot: u16,
    pub tile: u32,
}
