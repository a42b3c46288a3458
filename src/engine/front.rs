//! What seekers with the same needs have in common in a tile: half of a register states none and has those
//! that are typical of its kind, so most of the work is done once for many.

use super::bounds::{self, Lanes, nothing};
use super::classes::{Claims, Known, RowKey};
use super::index::Visit;
use super::lanes::{self, Brought};
use super::packed::Claim;
use super::priorities::{BestMet, Priorities};
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
        self.blank = blank(run.kin.own, tile.known);
        let sure = units::points(self.worth.sure);
        let points = |s: &Stretch| sure + run.row.points[s.of as usize];
        self.most = tile.stretches.iter().map(points).max().unwrap_or(0);
        tile.stretches.iter().for_each(|s| self.points[s.slots.clone()].fill(points(s)));
        self.points[tile.orgs.len()..tile.lanes()].fill(Points::MIN);
    }
}

/// Which partners of a tile have nothing to do with a seeker.
pub(super) fn blank(own: Own, known: Known) -> Blank {
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
    /// What this brings.
    pub brought: Brought,
    /// The highest of both and of the class together.
    pub most: Points,
    /// Who does anything for the seeker, where that is asked for.
    pub meeting: Slots,
    /// Who meets all must-haves, where there are any.
    pub musts: Option<Slots>,
}

impl Default for Front {
    fn default() -> Front {
        let brought = Brought::default();
        Front { of: None, ours: nothing(), brought, most: 0, meeting: Slots::NONE, musts: None }
    }
}

impl Front {
    /// Makes it that of a seeker in a tile, whose ground is prepared; adds up in sums that are nothing.
    pub fn prepare(&mut self, visit: Visit, ground: &Ground, run: &Run, sums: &mut Lanes) {
        let of = Some((visit.i, run.kin.key, run.kin.own, run.kin.needs));
        if self.of == of {
            return;
        }
        let (needs, tile) = (run.profile.needs, visit.tile);
        self.of = of;
        self.add_up(needs, visit, ground, run, sums);
        self.musts = musts(run, tile);
        if ground.blank == Blank::Idle {
            self.meeting = Slots::NONE;
            for need in needs {
                tile.offers.list(need.concept.index()).iter().for_each(|p| self.meeting.insert(p.slot()));
            }
        }
    }

    fn add_up(&mut self, needs: &[Claim], visit: Visit, ground: &Ground, run: &Run, sums: &mut Lanes) {
        let (tile, len) = (visit.tile, visit.tile.lanes());
        let priorities = Priorities::of(needs.iter().map(|n| n.level));
        let trust = run.kin.own.trust(tile.known)[0];
        let half = ground.worth.ours * trust / 2.0;
        for need in needs {
            let factor = Factor::new(half * priorities.share(need.level) / f64::from(WORTH));
            bounds::add(sums, tile.offers.of(need.concept.index()), factor);
        }
        let served = needs.iter().map(|n| visit.goals.served_by(n.concept.index())).max().unwrap_or(0);
        let goal = units::points(ground.worth.policy * policy::goal(trust, MOST * served));
        self.brought = Brought { best: BestMet::new(units::points(half)), goal };
        let by_ratio = (priorities.ratio(), self.brought);
        let (ours, sums, ground) = (&mut self.ours[..len], &mut sums[..len], &ground.points[..len]);
        self.most = lanes::settle(ours, sums, ground, by_ratio);
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
