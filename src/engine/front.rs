//! What seekers with the same needs have in common in a tile: half of a register states none and has those
//! that are typical of its kind, so most of the work is done once for many.

use super::bounds::{Lanes, Side, lower, nothing};
use super::classes::{Claims, RowKey};
use super::index::Visit;
use super::lanes;
use super::packed::Claim;
use super::seeker::Run;
use super::slots::Slots;
use super::tile::{Stretch, Tile, WORTH};
use super::units::{self, Factor, Points};
use super::worth::{Own, Worth};
use crate::criteria::coverage::MOST;
use crate::criteria::policy;
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
    /// The points of each class.
    pub points: Lanes,
    /// The highest of them.
    pub most: Points,
}

impl Default for Ground {
    fn default() -> Ground {
        Ground { of: None, worth: Worth::default(), blank: Blank::Everybody, points: nothing(), most: 0 }
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
        let points = |s: &Stretch| sure + run.row.points[s.of as usize];
        self.most = tile.stretches.iter().map(points).max().unwrap_or(0);
        tile.stretches.iter().for_each(|s| self.points[s.slots.clone()].fill(points(s)));
        self.points[tile.orgs.len()..tile.lanes()].fill(Points::MIN);
    }
}

/// Which partners of a tile have nothing to do with a seeker.
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
    /// What partners do for the seeker.
    pub ours: Lanes,
    /// The cost of the goal that each of them serves best with that.
    pub goals: Lanes,
    /// The highest of both and of the class together.
    pub most: Points,
    /// Who does anything for the seeker, where that is asked for.
    pub meeting: Slots,
    /// Who meets all must-haves, where there are any.
    pub musts: Option<Slots>,
}

impl Default for Front {
    fn default() -> Front {
        Front { of: None, ours: nothing(), goals: nothing(), most: 0, meeting: Slots::NONE, musts: None }
    }
}

impl Front {
    /// Makes it that of a seeker in a tile, whose ground is prepared; adds up in a side that is nothing.
    pub fn prepare(&mut self, visit: Visit, ground: &Ground, run: &Run, side: &mut Side) {
        let of = Some((visit.i, run.kin.key, run.kin.own, run.kin.needs));
        if self.of == of {
            return;
        }
        let (needs, tile) = (run.profile.needs, visit.tile);
        self.of = of;
        self.add_up(needs, visit, ground, run, side);
        self.musts = musts(run, tile);
        if ground.blank == Blank::Idle {
            self.meeting = Slots::NONE;
            for need in needs {
                tile.offers.list(need.concept.index()).iter().for_each(|p| self.meeting.insert(p.slot()));
            }
        }
    }

    fn add_up(&mut self, needs: &[Claim], visit: Visit, ground: &Ground, run: &Run, side: &mut Side) {
        let (tile, len) = (visit.tile, visit.tile.lanes());
        let priorities = needs.iter().map(|n| f64::from(n.level.get()));
        let (all, most): (f64, f64) = (priorities.clone().sum(), priorities.fold(0.0, f64::max));
        let trust = run.kin.own.trust(tile.known)[0];
        let half = ground.worth.ours * trust / 2.0 / f64::from(WORTH);
        self.goals[..len].fill(0);
        for need in needs {
            let priority = f64::from(need.level.get());
            let worths = tile.offers.of(need.concept.index());
            match needs {
                [_] => side.add_only(worths, Factor::new(2.0 * half)),
                _ => {
                    let factors = [half * priority / all, half * priority / most].map(Factor::new);
                    side.add_offers(worths, factors);
                }
            }
            let served = visit.goals.served_by(need.concept.index());
            if served > 0 && ground.worth.policy > 0.0 {
                let goal = ground.worth.policy * policy::goal(trust, MOST * served);
                lower(&mut self.goals, worths, Factor::new(goal / f64::from(WORTH)));
            }
        }
        side.settle(&mut self.ours[..len]);
        self.most = lanes::highest_of(&ground.points[..len], &self.ours[..len], &self.goals[..len]);
    }
}

/// The partners that meet all must-haves of a seeker; nothing where it has none.
fn musts(run: &Run, tile: &Tile) -> Option<Slots> {
    let meeting = |concept: Concept| {
        let mut slots = Slots::NONE;
        let close = tile.offers.list(concept.index()).iter().filter(|p| p.is_marked());
        close.for_each(|p| slots.insert(p.slot()));
        slots
    };
    let musts = run.us.needs.iter().filter(|n| n.must).map(|n| meeting(n.concept));
    musts.reduce(|mut all, slots| {
        all.keep(&slots);
        all
    })
}
