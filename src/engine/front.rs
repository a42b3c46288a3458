//! What seekers with the same needs have in common in a tile: half of a register states none and has those
//! that are typical of its kind, so most of the work is done once for many.

use super::bounds::Bounds;
use super::classes::{Claims, RowKey};
use super::index::Visit;
use super::packed::Claim;
use super::seeker::Run;
use super::slots::Slots;
use super::tile::Tile;
use super::units::{self, Factor};
use super::worth::{Own, Worth};
use crate::criteria::coverage;
use crate::taxonomy::Concept;

/// Which partners of a tile have nothing known to do for the seeker, nor it for them: see
/// [`crate::criteria::gate::Gate::Blank`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Blank {
    Nobody,
    /// Those who have no field in common with it, and where nothing is met.
    Idle,
    Everybody,
}

/// What follows from the class of a seeker and from what is known of it.
pub(super) struct Ground {
    of: Option<(usize, RowKey, Own)>,
    pub worth: Worth,
    pub blank: Blank,
    /// The bounds by class alone.
    bounds: Bounds,
    /// The highest of them.
    pub most: u16,
}

impl Default for Ground {
    fn default() -> Ground {
        let worth = Worth { sure: 0.0, ours: 0.0, theirs: 0.0, field: 0.0, policy: 0.0 };
        Ground { of: None, worth, blank: Blank::Everybody, bounds: Bounds::default(), most: 0 }
    }
}

impl Ground {
    /// Makes it that of a seeker in a tile.
    pub fn prepare(&mut self, visit: Visit, run: &Run) {
        let of = Some((visit.i, run.kin.key, run.kin.own));
        if self.of == of {
            return;
        }
        let tile = visit.tile;
        self.of = of;
        self.worth = Worth::new(visit.index.query, run.kin.own, tile.known, visit.goals.any);
        self.blank = blank(run, tile);
        let sure = units::points(self.worth.sure);
        self.most = self.bounds.begin(&tile.stretches, |s| sure + run.row.points[s.of as usize]);
    }
}

fn blank(run: &Run, tile: &Tile) -> Blank {
    let (own, known) = (run.kin.own, tile.known);
    let stated = |needs: Claims, offers: Claims| needs == Claims::Stated && offers == Claims::Stated;
    match () {
        () if !known.offers.any() && !known.needs.any() => Blank::Everybody,
        () if !own.offers.any() && !own.needs.any() => Blank::Nobody,
        () if stated(own.needs, known.offers) || stated(known.needs, own.offers) => Blank::Nobody,
        () => Blank::Idle,
    }
}

/// What follows from the needs of a seeker besides.
pub(super) struct Front {
    of: Option<(usize, RowKey, Own, u32)>,
    /// The bounds by class and by what the partner does for the seeker.
    pub bounds: Bounds,
    /// The highest of them.
    pub most: u16,
    /// Who does anything for the seeker, where that is asked for.
    pub meeting: Slots,
    /// Who meets all must-haves, where there are any.
    pub musts: Option<Slots>,
}

impl Default for Front {
    fn default() -> Front {
        Front { of: None, bounds: Bounds::default(), most: 0, meeting: Slots::NONE, musts: None }
    }
}

impl Front {
    /// Makes it that of a seeker in a tile; the ground is prepared.
    pub fn prepare(&mut self, visit: Visit, ground: &Ground, run: &Run) {
        let of = Some((visit.i, run.kin.key, run.kin.own, run.kin.needs));
        if self.of == of {
            return;
        }
        let (needs, tile) = (run.profile.needs, visit.tile);
        self.of = of;
        self.add_up(needs, ground, run, tile);
        self.musts = musts(run, tile);
        if ground.blank == Blank::Idle {
            self.meeting = Slots::NONE;
            for need in needs {
                tile.meeting(need.concept.index()).iter().for_each(|p| self.meeting.insert(p.slot()));
            }
        }
    }

    fn add_up(&mut self, needs: &[Claim], ground: &Ground, run: &Run, tile: &Tile) {
        let len = tile.orgs.len();
        self.bounds.copy(&ground.bounds, len);
        let priorities = needs.iter().map(|n| f64::from(n.level.get()));
        let (all, most): (f64, f64) = (priorities.clone().sum(), priorities.fold(0.0, f64::max));
        let half = ground.worth.ours * run.kin.own.trust(tile.known)[0] / 2.0 / f64::from(coverage::MOST);
        for need in needs {
            let priority = f64::from(need.level.get());
            let postings = tile.meeting(need.concept.index());
            if needs.len() == 1 {
                self.bounds.add_amounts(postings, Factor::new(2.0 * half));
            } else {
                let factors = [half * priority / all, half * priority / most].map(Factor::new);
                self.bounds.add_offers(postings, factors);
            }
        }
        self.most = self.bounds.settle(len);
    }
}

/// The partners that meet all must-haves of a seeker; nothing where it has none.
fn musts(run: &Run, tile: &Tile) -> Option<Slots> {
    let meeting = |concept: Concept| {
        let mut slots = Slots::NONE;
        let close = tile.meeting(concept.index()).iter().filter(|p| p.is_marked());
        close.for_each(|p| slots.insert(p.slot()));
        slots
    };
    let musts = run.us.needs.iter().filter(|n| n.must).map(|n| meeting(n.concept));
    musts.reduce(|mut all, slots| {
        all.keep(&slots);
        all
    })
}
