//! The loop that bounds are added up in: a panel of seekers goes over the partners of a tile.

use super::classes::Claims;
use super::ground::{Brings, Ground, OfTile};
use super::panel::{Does, Musts, Rows};
use super::tile::{Needed, Offered, Shape, Tile, Working};
use super::wide::{Loop, Mask, Vectors, Wide};
use std::ops::Range;

/// Goes over some partners of a tile, and calls with each whose bound passes the cut of any seeker.
pub(super) struct Sweep<'a, F> {
    pub rows: &'a Rows,
    /// By slot, for whom a partner is open; nothing where it is for everybody.
    pub open: Option<&'a [Mask]>,
    /// How many are open for each seeker, and have anything to do with it where that is asked for; counted where that
    /// is not all of them.
    pub counts: &'a mut Wide,
    pub ground: &'a Ground,
    pub of_tile: &'a OfTile,
    pub tile: &'a Tile,
    pub slots: Range<usize>,
    pub each: F,
}

impl<F: FnMut(usize, Mask, &Wide)> Loop for Sweep<'_, F> {
    #[inline(always)]
    fn run<V: Vectors>(self, v: V) {
        let Sweep { rows, open, counts, ground, of_tile, tile, slots, mut each } = self;
        let is_counting = ground.idle != 0 || open.is_some();
        let (by_ours, by_theirs) = (Side::of(v, &ground.ours), Side::of(v, &ground.theirs));
        let [goal, by_field, cut] = [&ground.goal, &ground.field, &of_tile.cut].map(|wide| v.load(wide));
        let nothing = v.splat(0);
        let mut counted = v.load(counts);
        for stretch in &tile.stretches {
            let [start, end] = [stretch.slots.start.max(slots.start), stretch.slots.end.min(slots.end)];
            if start >= end {
                continue;
            }
            let Shape { offers: n_offers, needs: n_needs, fields: n_fields, .. } = stretch.shape;
            let (mut offers, mut needs, mut fields) = tile.claims(stretch, start);
            let typical = stretch.shape.typical.map(|typical| Side::of(v, &ground.typical[typical as usize]));
            for (slot, &class) in (start..end).zip(&tile.classes.1[start..end]) {
                let class = v.load(&of_tile.classes[usize::from(class)]);
                let (covered, done) = offered(v, &rows.ours, next(&mut offers, n_offers));
                let ours = by_ours.times(v, covered, twice(v, twice(v, twice(v, done))));
                let ours = Side { goal: v.lower(ours.goal, goal), ..ours };
                let (theirs, met) = match typical {
                    Some(typical) => (typical, typical.own),
                    None => {
                        let (covered, met) = needed(v, &rows.theirs, next(&mut needs, n_needs));
                        (by_theirs.times(v, covered, met), met)
                    }
                };
                let dot = working(v, &rows.fields, next(&mut fields, n_fields));
                let bound = v.plus(v.plus(class, ours.join(v, theirs)), v.times(dot, by_field));
                let mut mask = v.above(bound, cut);
                if is_counting {
                    let busy = v.above(v.higher(v.higher(done, met), dot), nothing) | !ground.idle;
                    let open = busy & open.map_or(Mask::MAX, |open| open[slot]);
                    counted = v.count(counted, open);
                    mask &= open;
                }
                if mask != 0 {
                    each(slot, mask, &v.store(bound));
                }
            }
        }
        *counts = v.store(counted);
    }
}

/// What offers bring: share and best together, and the best alone.
#[inline(always)]
fn offered<V: Vectors>(v: V, ours: &[Does], offers: &[Offered]) -> (V::Numbers, V::Numbers) {
    let [mut share, mut best] = [v.splat(0); 2];
    for offer in offers {
        let (does, level) = (&ours[usize::from(offer.concept)], v.splat(offer.level));
        share = v.plus(share, v.times(v.load(&does.share), level));
        best = v.higher(best, v.times(v.load(&does.best), level));
    }
    (v.plus(share, best), best)
}

/// What needs bring likewise, and how far any is met.
#[inline(always)]
fn needed<V: Vectors>(v: V, theirs: &[Wide], needs: &[Needed]) -> (V::Numbers, V::Numbers) {
    let [mut share, mut best, mut met] = [v.splat(0); 3];
    for need in needs {
        let meets = v.load(&theirs[usize::from(need.concept)]);
        share = v.plus(share, v.times(meets, v.splat(need.of_all)));
        best = v.higher(best, v.times(meets, v.splat(need.of_most)));
        met = v.higher(met, meets);
    }
    (v.plus(share, best), met)
}

/// The cosine of fields.
#[inline(always)]
fn working<V: Vectors>(v: V, rows: &[Wide], fields: &[Working]) -> V::Numbers {
    let mut dot = v.splat(0);
    for field in fields {
        dot = v.plus(dot, v.times(v.load(&rows[field.row as usize]), v.splat(field.strength)));
    }
    dot
}

/// What one direction brings, or what makes points of its numbers.
#[derive(Clone, Copy)]
struct Side<N> {
    own: N,
    mutual: N,
    goal: N,
}

impl<N: Copy> Side<N> {
    #[inline(always)]
    fn of<V: Vectors<Numbers = N>>(v: V, brings: &Brings) -> Side<N> {
        Side { own: v.load(&brings.own), mutual: v.load(&brings.mutual), goal: v.load(&brings.goal) }
    }

    #[inline(always)]
    fn times<V: Vectors<Numbers = N>>(self, v: V, covered: N, met: N) -> Side<N> {
        Side {
            own: v.times(self.own, covered),
            mutual: v.times(self.mutual, covered),
            goal: v.times(self.goal, met),
        }
    }

    /// What both directions bring together.
    #[inline(always)]
    fn join<V: Vectors<Numbers = N>>(self, v: V, other: Side<N>) -> N {
        // The harmonic mean is at most the arithmetic one, and at most twice the smaller one.
        let smaller = v.lower(self.mutual, other.mutual);
        let mutual = v.lower(v.plus(self.mutual, other.mutual), twice(v, twice(v, smaller)));
        let goal = v.higher(self.goal, other.goal);
        v.plus(v.plus(self.own, other.own), v.plus(mutual, goal))
    }
}

#[inline(always)]
fn twice<V: Vectors>(v: V, numbers: V::Numbers) -> V::Numbers {
    v.plus(numbers, numbers)
}

/// The next so many.
#[inline(always)]
fn next<'t, T>(all: &mut &'t [T], count: usize) -> &'t [T] {
    let (next, rest) = all.split_at(count);
    *all = rest;
    next
}

/// For each partner of a tile, whose must-haves it all has.
pub(super) fn open(rows: &Rows, tile: &Tile, open: &mut Vec<Mask>) {
    let of = |offers: &[Offered]| {
        // What is not stated answers no must-have.
        let stated = if tile.known.offers == Claims::Stated { offers } else { &[] };
        let close = |must: &Musts| {
            stated.iter().fold(must.without, |mask, o| mask | must.close[usize::from(o.concept)])
        };
        rows.musts.iter().fold(Mask::MAX, |all, must| all & close(must))
    };
    for stretch in &tile.stretches {
        let (mut offers, ..) = tile.claims(stretch, stretch.slots.start);
        open.extend(stretch.slots.clone().map(|_| of(next(&mut offers, stretch.shape.offers))));
    }
}

#[cfg(test)]
mod tests {
    use super::super::index::Index;
    use super::super::panel::{Desk, Panel};
    use super::super::seeker::Kin;
    use super::super::units;
    use super::super::wide::{LANES, lanes};
    use super::super::{Query, assess};
    use super::*;
    use crate::Roster;
    use crate::criteria::Pair;
    use crate::criterion::{Criterion, Optimism, Weights};
    use crate::profile::Date;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static ROSTER: LazyLock<Roster> =
        LazyLock::new(|| Roster::shipped(Date::read("2026-11-23").expect("a date")).expect("sound"));

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]
        #[test]
        fn no_bound_is_below_the_score(
            shares in prop::array::uniform8(0.0..1.0f64), optimism in 0.0..=1.0, alone in 0..3 * Criterion::COUNT, first in 0..150usize,
        ) {
            // One time in three a criterion has all of the weight.
            let share = |c: Criterion| if alone < Criterion::COUNT { f64::from(c.index() == alone) } else { shares[c.index()] };
            let weights = Weights::new(Criterion::ALL.map(share)).expect("not all are 0");
            let query = Query { optimism: Optimism::new(optimism).expect("in [0, 1]"), ..Query::new(weights) };
            let index = Index::new(&ROSTER, &query);
            let few = ROSTER.orgs().skip(first).take(LANES);
            let few: Vec<_> = few.map(|seeker| (Kin::of(&index, seeker), seeker)).collect();
            let (mut desk, mut of_tile) = (Desk::default(), OfTile::default());
            let panel = Panel::new(&index, &few, &mut desk);
            let mut bounds = 0;
            for tile in &index.tiles {
                let ground = &Ground::new(&index, tile.known, &panel.runs);
                of_tile.prepare(ground, tile, &panel.runs);
                // Nobody is looked at, so nothing is cut.
                of_tile.set_cuts(ground, &panel.runs);
                let each = |slot: usize, mask: Mask, bound: &Wide| lanes(mask).for_each(|lane| {
                    let pair = Pair { roster: &ROSTER, seeker: few[lane].1, partner: tile.packed.of(slot).org };
                    let score = assess(pair, &query).score;
                    assert!(bound.0[lane] > units::cut(score), "{} for {score:?}", bound.0[lane]);
                    bounds += 1;
                });
                let (rows, slots, mut counts) = (&panel.desk.rows, 0..tile.packed.len(), Wide::NOTHING);
                index.machine.run(Sweep { rows, open: None, counts: &mut counts, ground, of_tile: &of_tile, tile, slots, each });
            }
            prop_assert!(bounds > 1_000);
        }
    }
}
