//! Many shortlists at once: the same lists as one at a time, at a cost that grows with the matches.
//!
//! For each seeker an upper bound of the score of every partner is added up in whole numbers of 16 bits; whoever's
//! bound passes the last of the best so far is scored, by the formulas of [`crate::criteria`] over packed claims. So the
//! engine can be wrong only by a bound that is too low, and every part of a bound is rounded up.
//!
//! - *Term at a time.* Coverage, its counterpart and the cosine of fields are sums over the few needs, offers and
//!   fields of a seeker, read from postings ([`super::tile`]); a partner that shares nothing costs nothing. Impacts
//!   are quantised (Anh and Moffat, SIGIR 2006), upwards ([`super::units`]). A list that is long for its tile is a row
//!   besides, which vector instructions add up ([`super::postings`], [`super::lanes`]).
//! - *Tiles.* Partners stand in tiles of one country about whom the same is known, so gates of countries pass over
//!   whole tiles, and a group of seekers goes over a tile while it is in the cache.
//! - *Classes.* Three criteria see so little of an organization that a table over classes replaces them
//!   ([`super::classes`]). What is assumed of a kind is a class too: who states no needs has those of its kind, so
//!   as a partner it costs one number for each kind, and as a seeker it shares what it finds with all its kin
//!   ([`super::front`]). The order of seekers brings kin together.
//! - *Bounds.* What adds up in whole numbers is in the bound as it is. The need that is met best is worth no more than
//!   follows from the sum over all needs ([`super::priorities`]), `mutual` no more than the mean of its two sides, and
//!   policies no more than the best that the two could serve. The last of the best so far is a threshold in the sense of
//!   Fagin, Lotem and Naor (TA, PODS 2001). Tiles whose bound stays below it are not read, and the fields
//!   only where they can still decide (MaxScore: Turtle and Flood, Information Processing and Management 31, 1995); blocks
//!   of partners below it are passed over at a glance, as in block-max WAND (Ding and Suel, SIGIR 2011).
//! - *Best first.* Tiles with the highest bound come first, and in a tile the partners with the highest bounds, so the
//!   threshold is high early. All but the two highest of a tile wait until the last tile is passed: most do not pass the
//!   threshold any more by then, and the others are fetched from memory side by side.

use super::Shortlist;
use super::index::Index;
use super::reach::Met;
use super::seeker::{Desk, Kin, Run};
use crate::roster::Org;
use rayon::prelude::*;
use std::sync::Arc;

/// Seekers that go over a tile together.
const GROUP: usize = 64;

/// The ranked partners of each of several seekers, in their order.
pub(super) fn shortlists(index: &Index, seekers: &[Org]) -> Vec<Shortlist> {
    let mut order: Vec<(Kin, usize)> =
        seekers.par_iter().enumerate().map(|(i, &seeker)| (Kin::of(index, seeker), i)).collect();
    order.par_sort_unstable();
    let groups: Vec<Vec<Shortlist>> = order
        .par_chunks(GROUP)
        .map_init(Desk::default, |desk, group| {
            let group: Vec<(Kin, Org)> = group.iter().map(|&(kin, i)| (kin, seekers[i])).collect();
            shortlists_of(index, &group, desk)
        })
        .collect();
    let mut found: Vec<(usize, Shortlist)> =
        order.into_iter().map(|(_, i)| i).zip(groups.into_iter().flatten()).collect();
    found.par_sort_unstable_by_key(|(i, _)| *i);
    found.into_iter().map(|(_, list)| list).collect()
}

/// The lists of a few seekers, tile by tile.
fn shortlists_of<'a>(index: &'a Index<'a>, seekers: &[(Kin, Org)], desk: &mut Desk) -> Vec<Shortlist> {
    let mut runs: Vec<Run> = Vec::with_capacity(seekers.len());
    let mut met = Met::default();
    for &(kin, seeker) in seekers {
        let row = match runs.last() {
            Some(last) if last.kin.key == kin.key => last.row.clone(),
            _ => Arc::new(index.classes.row(index.roster, seeker, index.query)),
        };
        runs.push(Run::new(index, seeker, kin, row, &mut met));
    }
    for i in runs.first().map(|run| run.order(index)).unwrap_or_default() {
        for run in &mut runs {
            run.pass(index.visit(run.us.country, i), desk);
        }
    }
    runs.into_iter().map(|run| run.finish(index)).collect()
}
