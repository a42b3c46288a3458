//! Many shortlists at once: the same lists as one at a time, at a cost that grows with the matches.
//!
//! An upper bound of the score of every pair is added up in whole numbers of 16 bits; whoever's bound passes the last of the
//! best so far is scored, by the formulas of [`crate::criteria`] over packed claims. So the engine can be wrong only by a
//! bound that is too low, and every part of a bound is rounded up.
//!
//! - *Many seekers, one partner at a time.* A panel of 64 seekers stands side by side in vectors ([`super::wide`]): for each
//!   concept what an offer of it does for each of them, how far each meets a need of it, and how strongly each works there
//!   ([`super::panel`]). A partner has few offers, needs and fields; its bounds for the whole panel are a few vector
//!   operations for each of them ([`super::sweep`]). Term-at-a-time retrieval has one query and a list of documents for each
//!   term; here queries and documents change places, so that the short side is read one by one and the long side by the
//!   vector, and nothing depends on how many share a concept. Impacts are quantised (Anh and Moffat, SIGIR 2006), upwards
//!   ([`super::units`]).
//! - *Tiles.* Partners stand in tiles of one country about whom the same is known ([`super::tile`]), so gates of countries and
//!   what follows from the weights alone are found once for a panel and a tile ([`super::ground`]). In a tile those with as
//!   many claims stand side by side, since a processor foresees how often a loop runs if it ran as often before.
//! - *Classes.* Three criteria see so little of an organization that a table over classes replaces them
//!   ([`super::classes`]). What is assumed of a kind is a class too: who states no needs has those of its kind, so
//!   as a partner it costs one number for each kind.
//! - *Bounds.* A need that several offers meet counts for each of them; the best is exact. `mutual` is no more than the mean of
//!   its two sides, and no more than twice the smaller; a policy no more than the best need that is met could serve. The last of
//!   the best so far is a threshold in the sense of Fagin, Lotem and Naor (TA, PODS 2001); tiles whose bound stays below
//!   it are not read, unless those have to be counted who have anything to do with a seeker.
//! - *Best first.* Tiles with the highest bound come first, and in a tile those with most claims, so the threshold is high
//!   early. All but the four highest of those that pass together wait until the last tile is passed: most do not pass the
//!   threshold any more by then, and the others are fetched from memory side by side.
//!
//! What each of these brings is seen by leaving it out: [`Idea`].

use super::Shortlist;
use super::idea::Idea;
use super::index::Index;
use super::panel::{Desk, Panel};
use super::seeker::Kin;
use super::wide::LANES;
use crate::roster::Org;
use rayon::prelude::*;

/// The ranked partners of each of several seekers, in their order.
pub(super) fn shortlists(index: &Index, seekers: &[Org]) -> Vec<Shortlist> {
    let mut order: Vec<(Kin, usize)> =
        seekers.par_iter().enumerate().map(|(i, &seeker)| (Kin::of(index, seeker), i)).collect();
    if index.ideas.have(Idea::Neighbours) {
        order.par_sort_unstable();
    }
    let panels: Vec<Vec<Shortlist>> = order
        .par_chunks(if index.ideas.have(Idea::Panels) { LANES } else { 1 })
        .map_init(Desk::default, |desk, few| {
            let few: Vec<(Kin, Org)> = few.iter().map(|&(kin, i)| (kin, seekers[i])).collect();
            shortlists_of(index, &few, desk)
        })
        .collect();
    let mut found: Vec<(usize, Shortlist)> =
        order.into_iter().map(|(_, i)| i).zip(panels.into_iter().flatten()).collect();
    found.par_sort_unstable_by_key(|(i, _)| *i);
    found.into_iter().map(|(_, list)| list).collect()
}

/// The lists of a panel, tile by tile.
fn shortlists_of(index: &Index, seekers: &[(Kin, Org)], desk: &mut Desk) -> Vec<Shortlist> {
    if !index.ideas.have(Idea::KeptMemory) {
        *desk = Desk::default();
    }
    let mut panel = Panel::new(index, seekers, desk);
    for i in panel.order(index) {
        panel.pass(index, i);
    }
    panel.finish(index)
}
