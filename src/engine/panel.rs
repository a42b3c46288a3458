//! Seekers side by side, and what each has to do with each concept.

use super::Shortlist;
use super::exact::Worked;
use super::ground::{Ground, OfTile};
use super::idea::Idea;
use super::index::Index;
use super::packed::Claim;
use super::reach::{Meets, Met, Reach};
use super::seeker::{Kin, Run};
use super::sweep::{self, Sweep};
use super::tile::{LEAST, TILE, Tile, field_row};
use super::wide::{LANES, Mask, Wide, lanes};
use crate::criteria::coverage::MOST;
use crate::criteria::{field, gate};
use crate::roster::{Org, Strength};
use crate::taxonomy::{Concept, Taxonomy};
use std::hint::black_box;

/// The number that stands for 1 in [`Rows`].
const WHOLE: i16 = i16::MAX - 1;
/// The numbers that stand for a coverage of 1, of the seeker or of a partner: share and best of needs, both halved.
pub(super) const COVERED: f64 = WHOLE as f64;
/// The number that stands for a cosine of 1.
pub(super) const FIELD: f64 = WHOLE as f64;

/// What an offered concept does for a seeker that is offered it in full: for all of its needs, and for the one that
/// this meets best.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub(super) struct Does {
    pub share: Wide,
    pub best: Wide,
}

/// By concept.
#[derive(Default)]
pub(super) struct Rows {
    pub ours: Vec<Does>,
    /// How far each seeker meets a need of the concept.
    pub theirs: Vec<Wide>,
    /// How strongly each works there, as a part of the length of all of its fields: see [`field_row`].
    pub fields: Vec<Wide>,
    /// The first must-haves of all, the second ones, and so on.
    pub musts: Vec<Musts>,
}

/// One must-have of each seeker.
pub(super) struct Musts {
    /// Who has none.
    pub without: Mask,
    /// By concept, whose comes close enough.
    pub close: Vec<Mask>,
}

impl Rows {
    /// Nothing for any concept.
    fn clear(&mut self, concepts: usize) {
        self.ours.clear();
        self.ours.resize(concepts, Does { share: Wide::NOTHING, best: Wide::NOTHING });
        self.theirs.clear();
        self.theirs.resize(concepts, Wide::NOTHING);
        self.fields.clear();
        self.fields.resize(2 * concepts, Wide::NOTHING);
        self.musts.clear();
    }

    fn add_needs(&mut self, lane: usize, needs: &[Claim], reach: &Reach) {
        let priorities = || needs.iter().map(|n| f64::from(n.level.get()));
        let (all, most) = (priorities().sum::<f64>(), priorities().fold(0.0, f64::max));
        for (need, priority) in needs.iter().zip(priorities()) {
            let [of_all, of_most] = [priority / all / 100.0, priority / most / 100.0];
            for &(concept, closeness) in reach.close_to(need.concept) {
                let Does { share, best } = &mut self.ours[usize::from(concept)];
                let closeness = f64::from(closeness);
                share.0[lane] = share.0[lane].saturating_add(part(of_all * closeness)).min(WHOLE);
                best.0[lane] = best.0[lane].max(part(of_most * closeness));
            }
        }
    }

    fn add_offers(&mut self, lane: usize, meets: &[Meets]) {
        for met in meets {
            let concept = usize::from(met.concept);
            self.theirs[concept].0[lane] = part(f64::from(met.worth) / f64::from(MOST));
        }
    }

    fn add_fields(&mut self, lane: usize, fields: &[Strength], square: u64) {
        let length = (square as f64).sqrt();
        for of in fields {
            let strength = part(field::strength(of) as f64 / length).max(LEAST);
            let row = |is_offered| field_row(of.concept, is_offered) as usize;
            self.fields[row(true)].0[lane] = strength;
            if of.offered > 0 {
                self.fields[row(false)].0[lane] = strength;
            }
        }
    }

    fn add_musts(&mut self, lane: usize, musts: impl Iterator<Item = Concept>, taxonomy: &Taxonomy) {
        for (i, must) in musts.enumerate() {
            if self.musts.len() == i {
                self.musts.push(Musts { without: Mask::MAX, close: vec![0; taxonomy.len()] });
            }
            let Musts { without, close } = &mut self.musts[i];
            *without &= !(1 << lane);
            for (mask, &closeness) in close.iter_mut().zip(taxonomy.closeness_to(must)) {
                *mask |= Mask::from(closeness >= gate::MUST) << lane;
            }
        }
    }
}

/// A part of a whole, which is at most 1, not below it.
fn part(part: f64) -> i16 {
    ((part * f64::from(WHOLE)).ceil() as i16).min(WHOLE)
}

/// Some seekers on their way over the tiles.
pub(super) struct Panel<'a, 'd> {
    pub runs: Vec<Run<'a>>,
    pub desk: &'d mut Desk,
    /// So many partners are gone over before the cuts are looked at again.
    strip: usize,
}

/// The first partners that are gone over.
const FIRST: usize = 64;

impl<'a, 'd> Panel<'a, 'd> {
    pub fn new(index: &'a Index<'a>, seekers: &[(Kin, Org)], desk: &'d mut Desk) -> Panel<'a, 'd> {
        let taxonomy = index.roster.taxonomy();
        let Desk { rows, grounds, met, .. } = &mut *desk;
        rows.clear(taxonomy.len());
        grounds.clear();
        let mut runs: Vec<Run> = Vec::with_capacity(LANES);
        for (lane, &(kin, org)) in seekers.iter().enumerate() {
            let run = Run::new(index, org, kin, runs.last(), met);
            rows.add_needs(lane, run.profile.needs, &index.reach);
            rows.add_offers(lane, &run.meets);
            rows.add_fields(lane, run.profile.field, run.profile.square());
            rows.add_musts(lane, run.us.needs.iter().filter(|n| n.must).map(|n| n.concept), taxonomy);
            runs.push(run);
        }
        Panel { runs, desk, strip: if index.ideas.have(Idea::Strips) { FIRST } else { TILE } }
    }

    /// The tiles, those first in which partners of its first seeker can score highest by what is known of them.
    pub fn order(&self, index: &Index) -> Vec<usize> {
        if index.ideas.have(Idea::BestTilesFirst) {
            return self.runs[0].order(index);
        }
        (0..index.tiles.len()).collect()
    }

    /// Goes over a tile.
    pub fn pass(&mut self, index: &Index, i: usize) {
        let Panel { runs, desk, strip } = self;
        let (tile, Desk { grounds, of_tile, open, rows, worked, .. }) = (&index.tiles[i], &mut **desk);
        if !index.ideas.have(Idea::Grounds) {
            grounds.clear();
        }
        let place = grounds.iter().position(|ground| ground.known == tile.known).unwrap_or_else(|| {
            grounds.push(Ground::new(index, tile.known, runs));
            grounds.len() - 1
        });
        let ground = &grounds[place];
        if ground.here == 0 {
            return;
        }
        of_tile.prepare(ground, tile, runs);
        let open = close(runs, rows, (i, tile), open).then_some(&open[..]);
        let mut counts = Wide::NOTHING;
        let mut start = 0;
        // Who is open for whom is asked of all, even where nobody can be among the best.
        let is_counting = ground.idle != 0 || open.is_some();
        let is_read = is_counting || !index.ideas.have(Idea::SkippedTiles);
        while start < tile.packed.len() && (of_tile.set_cuts(ground, runs) || is_read) {
            let slots = start..tile.packed.len().min(start + *strip);
            start = slots.end;
            let each = |slot: usize, mask: Mask, bounds: &Wide| {
                lanes(mask).for_each(|lane| runs[lane].hope(i, slot, bounds.0[lane]));
            };
            index.machine.run(Sweep {
                rows: &*rows,
                open,
                counts: &mut counts,
                ground,
                of_tile,
                tile,
                slots,
                each,
            });
            black_box(runs.iter_mut().fold(0, |all, run| all ^ run.choose(index)));
            runs.iter_mut().for_each(|run| run.look_at_chosen(index, worked));
            *strip = (*strip * 2).min(TILE);
        }
        for lane in lanes(ground.here) {
            runs[lane].considered += if is_counting { counts.0[lane] as usize } else { tile.packed.len() };
        }
    }

    /// The lists.
    pub fn finish(self, index: &Index) -> Vec<Shortlist> {
        let worked = &mut self.desk.worked;
        self.runs.into_iter().map(|run| run.finish(index, worked)).collect()
    }
}

/// Finds for whom each partner of a tile is open, as far as must-haves, ties and filters go; whether it is not for
/// everybody.
fn close(runs: &[Run], rows: &Rows, (i, tile): (usize, &Tile), open: &mut Vec<Mask>) -> bool {
    open.clear();
    let is_anybody_out = runs.iter().any(|run| run.out_of(i).next().is_some());
    if rows.musts.is_empty() && !is_anybody_out {
        return false;
    }
    sweep::open(rows, tile, open);
    for (lane, run) in runs.iter().enumerate() {
        run.out_of(i).for_each(|slot| open[slot] &= !(1 << lane));
    }
    true
}

/// What one panel after another works with.
#[derive(Default)]
pub(super) struct Desk {
    pub rows: Rows,
    grounds: Vec<Ground>,
    of_tile: OfTile,
    /// By slot of a tile, for whom the partner is open; empty where it is for everybody.
    open: Vec<Mask>,
    met: Met,
    worked: Worked,
}
