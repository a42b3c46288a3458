//! What follows for a panel of seekers from what is known of a tile, before any claim is looked at.

use super::classes::{Claims, Known};
use super::index::Index;
use super::panel::{COVERED, FIELD};
use super::seeker::Run;
use super::units::{self, Points};
use super::wide::{LANES, Mask, Wide};
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

/// For each seeker of a panel.
pub(super) struct Ground {
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
    /// The points of each class of the tile, with all that is sure.
    pub classes: Vec<Wide>,
    /// What each list of assumed needs of the tile brings.
    pub typical: Vec<Brings>,
    /// The highest that anybody could have.
    most: Wide,
    /// What a bound has to pass.
    pub cut: Wide,
}

impl Default for Ground {
    fn default() -> Ground {
        let [field, goal, most, cut] = [Wide::NOTHING; 4];
        let [ours, theirs] = [Brings::NOTHING; 2];
        let (classes, typical) = (Vec::new(), Vec::new());
        Ground { here: 0, idle: 0, ours, theirs, field, goal, classes, typical, most, cut }
    }
}

impl Ground {
    /// Makes it that of seekers in a tile.
    pub fn prepare(&mut self, index: &Index, i: usize, runs: &[Run]) {
        let tile = &index.tiles[i];
        *self = Ground {
            classes: std::mem::take(&mut self.classes),
            typical: std::mem::take(&mut self.typical),
            ..Ground::default()
        };
        self.classes.clear();
        self.classes.resize(tile.classes.0.len(), Wide::NOTHING);
        self.typical.clear();
        self.typical.resize(tile.typical.len(), Brings::NOTHING);
        let mut rest = Wide::NOTHING;
        for (lane, run) in runs.iter().enumerate() {
            let blank = blank(run.kin.own, tile.known);
            if blank == Blank::Everybody || !is_let_in(index, run, tile.known) {
                continue;
            }
            self.here |= 1 << lane;
            self.idle |= Mask::from(blank == Blank::Idle) << lane;
            rest.0[lane] = self.add(lane, run, index, i);
        }
        // Neighbours have one row, most often.
        let mut start = 0;
        for alike in runs.chunk_by(|a, b| Arc::ptr_eq(&a.row, &b.row)) {
            let lanes = start..start + alike.len();
            start = lanes.end;
            for (points, &class) in self.classes.iter_mut().zip(&tile.classes.0) {
                points.0[lanes.clone()].fill(alike[0].row.points[class as usize]);
            }
        }
        let mut most = Wide([Points::MIN; LANES]);
        for points in &mut self.classes {
            *points = points.plus(rest);
            most = most.higher(*points);
        }
        self.most = self.most.plus(most);
    }

    /// Adds a seeker; the points that it has with everybody.
    fn add(&mut self, lane: usize, run: &Run, index: &Index, i: usize) -> Points {
        let tile = &index.tiles[i];
        let worth = run.worth(index, tile);
        let trust = run.kin.own.trust(tile.known);
        let goals = run.goals(tile.known.country, trust).map(|goal| worth.policy * goal);
        let half = worth.mutual / 2.0;
        self.ours.own.0[lane] = units::factor(worth.coverage * trust[0], COVERED);
        self.ours.mutual.0[lane] = units::factor(half * trust[0], COVERED);
        self.ours.goal.0[lane] = units::factor(goals[0] * run.urgency.max(4.0), 4.0 * COVERED);
        self.goal.0[lane] = units::points(goals[0]);
        let mut most_met = run.most_met * trust[1];
        if tile.known.needs == Claims::Assumed {
            let met = tile.typical.iter().map(|&of| run.typical[of as usize]);
            for (brings, met) in self.typical.iter_mut().zip(met.clone()).filter(|(_, met)| *met > 0.0) {
                brings.own.0[lane] = units::points(worth.reciprocity * met);
                brings.mutual.0[lane] = units::points(half * met);
                brings.goal.0[lane] = units::points(goals[1] * run.most_met);
            }
            most_met = met.fold(0.0, f64::max);
        } else {
            self.theirs.own.0[lane] = units::factor(worth.reciprocity * trust[1], COVERED);
            self.theirs.mutual.0[lane] = units::factor(half * trust[1], COVERED);
            self.theirs.goal.0[lane] = units::factor(goals[1], COVERED);
        }
        self.field.0[lane] = units::factor(worth.field, FIELD);
        let goal = goals[0].max(goals[1] * run.most_met);
        self.most.0[lane] = units::points(worth.claims(trust[0], most_met) + goal + worth.field);
        units::points(worth.sure) + units::rounded(tile.most)
    }

    /// Takes over what bounds have to pass; whether anybody's may.
    pub fn set_cuts(&mut self, runs: &[Run]) -> bool {
        self.cut = Wide([Points::MAX; LANES]);
        for (lane, run) in runs.iter().enumerate().filter(|(lane, _)| self.here & (1 << lane) != 0) {
            self.cut.0[lane] = run.cut();
        }
        (0..LANES).any(|lane| self.here & (1 << lane) != 0 && self.most.0[lane] > self.cut.0[lane])
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
