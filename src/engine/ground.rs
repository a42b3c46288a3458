//! What follows for a panel of seekers from what is known of a tile, before any claim is looked at.

use super::classes::{Claims, Known};
use super::index::Index;
use super::panel::{COVERED, FIELD};
use super::seeker::Run;
use super::tile::Tile;
use super::units::{self, Points};
use super::wide::{LANES, Mask, Wide, lanes};
use super::worth::Own;
use crate::criteria::gate::Borders;
use std::sync::Arc;

/// Which partners of a tile have nothing known to do for the seeker, nor it for them: see
/// [`crate::criteria::gate::Gate::Blank`].
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blank {
    Nobody,
    /// Those who have no field in common with it, and where nothing is met.
    Idle,
    Everybody,
}

/// What one direction brings.
#[derive(Clone, Copy)]
pub(super) struct Brings {
    /// By itself.
    pub own: Wide,
    /// Half of what `mutual` brings, if both directions are alike.
    pub mutual: Wide,
    /// By serving a policy.
    pub goal: Wide,
}

impl Brings {
    const NOTHING: Brings = Brings { own: Wide::NOTHING, mutual: Wide::NOTHING, goal: Wide::NOTHING };
}

/// For each seeker of a panel, and for all tiles of which the same is known.
pub(super) struct Ground {
    pub known: Known,
    /// Whom the gates of countries let in, and who has to do with anybody.
    pub here: Mask,
    /// For whom those are out of the question with whom it has nothing to do.
    pub idle: Mask,
    /// What makes points of the numbers that are added up.
    pub ours: Brings,
    pub theirs: Brings,
    pub field: Wide,
    /// The most that a policy brings by what partners do.
    pub goal: Wide,
    /// What each list of assumed needs brings, where needs are assumed.
    pub typical: Vec<Brings>,
    /// The points that each has with everybody, and the most that claims and fields can bring.
    sure: Wide,
    most: Wide,
}

impl Ground {
    pub fn new(index: &Index, known: Known, runs: &[Run]) -> Ground {
        let [field, goal, sure, most] = [Wide::NOTHING; 4];
        let [ours, theirs] = [Brings::NOTHING; 2];
        let lists = if index.ideas.has_lists(known) { index.classes.typical.examples.len() } else { 0 };
        let typical = vec![Brings::NOTHING; lists];
        let mut ground = Ground { known, here: 0, idle: 0, ours, theirs, field, goal, typical, sure, most };
        for (lane, run) in runs.iter().enumerate() {
            let blank = blank(run.kin.own, known);
            if blank != Blank::Everybody && is_let_in(index, run, known) {
                ground.here |= 1 << lane;
                ground.idle |= Mask::from(blank == Blank::Idle) << lane;
                ground.add(lane, run, index);
            }
        }
        ground
    }

    fn add(&mut self, lane: usize, run: &Run, index: &Index) {
        let (known, worth) = (self.known, run.worth(index, self.known));
        let trust = run.kin.own.trust(known);
        let goals = run.goals(known.country, trust).map(|goal| worth.policy * goal);
        let half = worth.mutual / 2.0;
        self.sure.0[lane] = units::points(worth.sure);
        self.ours.own.0[lane] = units::factor(worth.coverage * trust[0], COVERED);
        self.ours.mutual.0[lane] = units::factor(half * trust[0], COVERED);
        self.ours.goal.0[lane] = units::factor(goals[0] * run.urgency.max(4.0), 4.0 * COVERED);
        self.goal.0[lane] = units::points(goals[0]);
        self.field.0[lane] = units::factor(worth.field, FIELD);
        let mut most_met = run.most_met * trust[1];
        if index.ideas.has_lists(known) {
            for (brings, &met) in self.typical.iter_mut().zip(&run.typical).filter(|(_, met)| **met > 0.0) {
                brings.own.0[lane] = units::points(worth.reciprocity * met);
                brings.mutual.0[lane] = units::points(half * met);
                brings.goal.0[lane] = units::points(goals[1] * run.most_met);
            }
            most_met = run.typical.iter().copied().fold(0.0, f64::max);
        } else {
            self.theirs.own.0[lane] = units::factor(worth.reciprocity * trust[1], COVERED);
            self.theirs.mutual.0[lane] = units::factor(half * trust[1], COVERED);
            self.theirs.goal.0[lane] = units::factor(goals[1], COVERED);
        }
        let goal = goals[0].max(goals[1] * run.most_met);
        self.most.0[lane] = units::points(worth.claims(trust[0], most_met) + goal + worth.field);
    }
}

/// For each seeker of a panel and one tile.
pub(super) struct OfTile {
    /// The points of each class, with all that is sure.
    pub classes: Vec<Wide>,
    /// The highest that anybody could have.
    most: Wide,
    /// What a bound has to pass.
    pub cut: Wide,
}

impl Default for OfTile {
    fn default() -> OfTile {
        OfTile { classes: Vec::new(), most: Wide::NOTHING, cut: Wide::NOTHING }
    }
}

impl OfTile {
    /// Makes it that of a tile.
    pub fn prepare(&mut self, ground: &Ground, tile: &Tile, runs: &[Run]) {
        self.classes.clear();
        self.classes.resize(tile.classes.0.len(), Wide::NOTHING);
        // Neighbours have one row, most often.
        let mut start = 0;
        for alike in runs.chunk_by(|a, b| Arc::ptr_eq(&a.row, &b.row)) {
            let lanes = start..start + alike.len();
            start = lanes.end;
            for (points, &class) in self.classes.iter_mut().zip(&tile.classes.0) {
                points.0[lanes.clone()].fill(alike[0].row.points[class as usize]);
            }
        }
        let rest = ground.sure.plus(Wide([units::rounded(tile.most); LANES]));
        let mut most = Wide([Points::MIN; LANES]);
        for points in &mut self.classes {
            *points = points.plus(rest);
            most = most.higher(*points);
        }
        self.most = ground.most.plus(most);
    }

    /// Takes over what bounds have to pass; whether anybody's may.
    pub fn set_cuts(&mut self, ground: &Ground, runs: &[Run]) -> bool {
        self.cut = Wide([Points::MAX; LANES]);
        for lane in lanes(ground.here) {
            self.cut.0[lane] = runs[lane].cut();
        }
        lanes(ground.here).any(|lane| self.most.0[lane] > self.cut.0[lane])
    }
}

/// Whether the gates of countries let a seeker into a tile.
fn is_let_in(index: &Index, run: &Run, known: Known) -> bool {
    let wants = &run.us.wants;
    (index.query.borders == Borders::Any || known.country != run.us.country)
        && (wants.is_empty() || wants.contains(&known.country))
}

/// Which partners of a tile have nothing to do with a seeker.
fn blank(own: Own, known: Known) -> Blank {
    let stated = |needs: Claims, offers: Claims| needs == Claims::Stated && offers == Claims::Stated;
    match () {
        () if !known.offers.any() && !known.needs.any() => Blank::Everybody,
        () if !own.offers.any() && !own.needs.any() => Blank::Nobody,
        () if stated(own.needs, known.offers) || stated(known.needs, own.offers) => Blank::Nobody,
        () => Blank::Idle,
    }
}
