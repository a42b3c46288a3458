//! One seeker on its way over the tiles.

use super::best::Best;
use super::bounds::{Bounds, Hopeful, Side};
use super::classes::{Claims, Row, RowKey};
use super::exact::{Partner, Seeker};
use super::front::{Blank, Front, Ground};
use super::index::{Index, Place, Visit};
use super::lanes::Parts;
use super::packed::Profile;
use super::reach::{Meets, Met};
use super::slots::Slots;
use super::tile::{LENGTH, Stretch, WHOLE};
use super::units::{self, Factor, Points};
use super::worth::{Own, Worth};
use super::{Query, Shortlist, complete};
use crate::criteria::coverage::{MOST, Sums};
use crate::criteria::gate::Borders;
use crate::criteria::{Exchange, Pair, field, policy};
use crate::profile::Organization;
use crate::roster::Org;
use std::sync::Arc;

/// Bounds are looked at from the highest down, in steps each of which is twice the last one. The first is such a part of
/// all that pass the cut, and at least so many units.
const STEPS: Points = 8;
const LEAST: Points = 64;

/// What decides everything about a seeker but what it offers, and where it works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kin {
    pub key: RowKey,
    pub own: Own,
    /// The class of its needs.
    pub needs: u32,
}

impl Kin {
    pub fn of(index: &Index, org: Org) -> Kin {
        let known = index.known(org);
        Kin {
            key: index.classes.key(index.roster, org),
            own: Own { needs: known.needs, offers: known.offers, field: known.field },
            needs: index.classes.needs.of[org.index()],
        }
    }
}

/// A seeker and what is found for it so far.
pub(super) struct Run<'a> {
    pub org: Org,
    pub us: &'a Organization,
    pub profile: Profile<'a>,
    pub kin: Kin,
    pub row: Arc<Row>,
    has_musts: bool,
    /// The needs that it meets.
    meets: Vec<Meets>,
    /// How far it meets the best of them.
    most_met: f64,
    /// Its coverage of each list of assumed needs, and the highest.
    typical: Vec<f64>,
    most_typical: f64,
    out: Vec<Place>,
    best: Best,
    considered: usize,
}

/// What one seeker after another works with.
#[derive(Default)]
pub(super) struct Desk {
    ground: Ground,
    front: Front,
    /// What the seeker does for partners.
    theirs: Side,
    bounds: Bounds,
    hopeful: Vec<Hopeful>,
}

impl<'a> Run<'a> {
    pub fn new(index: &'a Index<'a>, org: Org, kin: Kin, row: Arc<Row>, met: &mut Met) -> Run<'a> {
        let (us, profile) = (index.roster.organization(org), index.packed.of(org.index()));
        let meets: Vec<Meets> =
            index.reach.expand(profile.offers, kin.own.offers == Claims::Stated, met).collect();
        let typical = typical(index, &meets, kin.own.offers);
        Run {
            org,
            us,
            profile,
            has_musts: us.needs.iter().any(|n| n.must),
            kin,
            row,
            most_met: f64::from(meets.iter().map(|m| m.worth).max().unwrap_or(0)) / f64::from(MOST),
            most_typical: typical.iter().copied().fold(0.0, f64::max),
            meets,
            typical,
            out: index.out(org),
            best: Best::new(index.query.top),
            considered: 0,
        }
    }

    /// Goes over a tile.
    pub fn pass(&mut self, visit: Visit, desk: &mut Desk) {
        if !self.is_let_in(visit) {
            return;
        }
        desk.ground.prepare(visit, self);
        let open = self.open(visit, desk);
        self.considered += open;
        let goal = self.goal(visit, desk);
        if open > 0 && self.may_gain(visit, desk, goal) {
            self.add_needs(visit, desk);
            let most = self.join(visit, desk, goal);
            let field = desk.ground.worth.field;
            if most.saturating_add(units::points(field)) > self.cut() {
                if field > 0.0 {
                    self.add_fields(visit, desk);
                }
                self.sift(visit, desk);
            }
        }
    }

    /// The tiles, those first in which partners can score highest by what is known of them.
    pub fn order(&self, index: &Index) -> Vec<usize> {
        let most = |i: usize| {
            let Visit { tile, goals, .. } = index.visit(self.us.country, i);
            let worth = Worth::new(index.query, self.kin.own, tile.known, goals.any);
            let [ours, theirs] = self.kin.own.trust(tile.known);
            let class = tile.stretches.iter().map(|s| self.row.points[s.of as usize]).max().unwrap_or(0);
            let claims = ours * worth.ours + theirs * worth.theirs;
            class + units::points(worth.sure + claims + worth.field + worth.policy)
        };
        let mut order: Vec<usize> = (0..index.tiles.len()).collect();
        order.sort_by_cached_key(|&i| (std::cmp::Reverse(most(i)), i));
        order
    }

    /// The list.
    pub fn finish(mut self, index: &Index) -> Shortlist {
        let (roster, seeker, best) = (index.roster, self.org, self.best.finish());
        let found = |partner| {
            let pair = Pair { roster, seeker, partner };
            complete(
                pair,
                index.values(self.seeker(), self.us.country, partner),
                &Exchange::of(pair),
                index.query,
            )
        };
        let matches = best.into_iter().map(found).collect();
        Shortlist { seeker, matches, considered: self.considered }
    }

    /// Whether the gates of countries let the seeker into a tile.
    fn is_let_in(&self, visit: Visit) -> bool {
        let country = visit.tile.known.country;
        (visit.index.query.borders == Borders::Any || country != self.us.country)
            && (self.us.wants.is_empty() || self.us.wants.contains(&country))
    }

    /// How many partners of a tile no gate, tie or filter keeps out.
    fn open(&self, visit: Visit, desk: &mut Desk) -> usize {
        let len = visit.tile.orgs.len();
        let here = self.out.iter().filter(|(i, _)| *i as usize == visit.i);
        let out = here.map(|(_, slot)| usize::from(*slot));
        let mut open = match desk.ground.blank {
            Blank::Everybody => return 0,
            Blank::Nobody if !self.has_musts => return len - out.count(),
            Blank::Nobody => {
                let mut all = Slots::NONE;
                all.insert_all(0..len);
                all
            }
            Blank::Idle => {
                desk.front.prepare(visit, &desk.ground, self, &mut desk.theirs);
                self.busy(visit, desk.front.meeting.clone())
            }
        };
        if self.has_musts {
            desk.front.prepare(visit, &desk.ground, self, &mut desk.theirs);
        }
        if let Some(musts) = desk.front.musts.as_ref().filter(|_| self.has_musts) {
            open.keep(musts);
        }
        out.for_each(|slot| open.remove(slot));
        open.len()
    }

    /// Those who meet a need of the seeker, have one that it meets, or work in a field with it.
    fn busy(&self, visit: Visit, meeting: Slots) -> Slots {
        let (tile, mut busy) = (visit.tile, meeting);
        if tile.known.needs == Claims::Assumed {
            let served = tile.typical.iter().filter(|s| self.typical[s.of as usize] > 0.0);
            served.for_each(|s| busy.insert_all(s.slots.clone()));
        } else {
            let met = self.meets.iter().flat_map(|m| tile.needs.list(usize::from(m.concept)));
            met.for_each(|n| busy.insert(n.slot()));
        }
        for own in self.profile.field {
            // What both only look for is no field in common.
            let shared = tile.fields.list(own.concept.index()).iter();
            shared.filter(|p| own.offered > 0 || p.is_marked()).for_each(|p| busy.insert(p.slot()));
        }
        busy
    }

    /// Points that serving a policy may earn by what the seeker does, at most.
    fn goal(&self, visit: Visit, desk: &Desk) -> Points {
        let served = |m: &Meets| visit.goals.served_by(usize::from(m.concept)) * u32::from(m.worth);
        let most = self.meets.iter().map(served).max().unwrap_or(0);
        let trust = self.kin.own.trust(visit.tile.known)[1];
        units::points(desk.ground.worth.policy * policy::goal(trust, most))
    }

    /// What a bound has to pass for its partner to be looked at.
    fn cut(&self) -> Points {
        self.best.cut().map_or(0, units::cut)
    }

    /// Whether anybody in a tile may be among the best.
    fn may_gain(&self, visit: Visit, desk: &mut Desk, goal: Points) -> bool {
        let (worth, known) = (desk.ground.worth, visit.tile.known);
        let [ours, theirs] = self.kin.own.trust(known);
        let theirs = if known.needs == Claims::Assumed { self.most_typical } else { theirs * self.most_met };
        let rest = units::points(worth.theirs * theirs) + units::points(worth.field);
        let cut = self.cut();
        if desk.ground.most + units::points(worth.ours * ours + worth.policy) + rest <= cut {
            return false;
        }
        desk.front.prepare(visit, &desk.ground, self, &mut desk.theirs);
        desk.front.most.saturating_add(goal + rest) > cut
    }

    /// Adds up what the seeker does for each partner.
    fn add_needs(&self, visit: Visit, desk: &mut Desk) {
        let (tile, worth, theirs) = (visit.tile, desk.ground.worth, &mut desk.theirs);
        if tile.known.needs == Claims::Assumed {
            let served = tile.typical.iter().filter(|s| self.typical[s.of as usize] > 0.0);
            let points = |s: &Stretch| units::points(worth.theirs * self.typical[s.of as usize]);
            return served.for_each(|s| theirs.fill(s.slots.clone(), points(s)));
        }
        let half = worth.theirs * self.kin.own.trust(tile.known)[1] / 2.0;
        let per = half / f64::from(MOST) / f64::from(WHOLE);
        for met in &self.meets {
            let factor = Factor::new(per * f64::from(met.worth));
            theirs.add_needs(tile.needs.of(usize::from(met.concept)), factor);
        }
    }

    /// Bounds of all but fields; the highest.
    fn join(&self, visit: Visit, desk: &mut Desk, goal: Points) -> Points {
        let (len, Desk { ground, front, theirs, bounds, .. }) = (visit.tile.lanes(), desk);
        let parts = Parts {
            ground: &ground.points[..len],
            ours: &front.ours[..len],
            goals: &front.goals[..len],
            theirs: theirs.parts(len),
            goal,
        };
        bounds.join(parts)
    }

    /// Adds what the two have in common.
    fn add_fields(&self, visit: Visit, desk: &mut Desk) {
        let per = desk.ground.worth.field / (self.profile.square as f64).sqrt() / f64::from(LENGTH);
        for own in self.profile.field {
            let factor = Factor::new(per * field::strength(own) as f64);
            desk.bounds.add_fields(visit.tile.fields.of(own.concept.index()), factor);
        }
    }

    /// Looks at the partners whose bounds pass the cut, the highest bounds first: the few highest before the others, so
    /// that few of these still pass.
    fn sift(&mut self, visit: Visit, desk: &mut Desk) {
        let mut hopeful = std::mem::take(&mut desk.hopeful);
        let mut high = desk.bounds.top(visit.tile.lanes());
        let mut step = ((high - self.cut()) / STEPS).max(LEAST);
        while high > self.cut() {
            let low = (high - step).max(self.cut());
            desk.bounds.between(low, high, &mut hopeful);
            hopeful.sort_unstable();
            for Hopeful { bound, slot } in hopeful.drain(..) {
                if bound.0 > self.cut() {
                    self.look(visit, usize::from(slot), desk);
                }
            }
            (high, step) = (low, step.saturating_mul(2));
        }
        desk.hopeful = hopeful;
    }

    /// Scores a partner, unless it is out of the question.
    fn look(&mut self, visit: Visit, slot: usize, desk: &Desk) {
        let Visit { index, i, tile, goals } = visit;
        let misses = self.has_musts && desk.front.musts.as_ref().is_some_and(|musts| !musts.has(slot));
        if misses || self.out.binary_search(&(i as u32, slot as u16)).is_ok() {
            return;
        }
        let partner = Partner { profile: tile.packed.of(slot), known: tile.known, class: tile.classes[slot] };
        let found = index.exact().find(self.seeker(), partner, goals);
        if !(found.is_idle && desk.ground.blank == Blank::Idle) {
            let Query { weights, optimism, .. } = index.query;
            self.best.see(weights.score(&found.values, *optimism), tile.orgs[slot]);
        }
    }

    fn seeker(&self) -> Seeker<'_> {
        Seeker { profile: self.profile, own: self.kin.own, row: &self.row }
    }
}

/// How far the needs that a seeker meets cover each list of assumed needs.
fn typical(index: &Index, meets: &[Meets], known: Claims) -> Vec<f64> {
    let trust = Claims::Assumed.trust() * known.trust();
    let mut worth = vec![0; index.roster.taxonomy().len()];
    meets.iter().for_each(|m| worth[usize::from(m.concept)] = u32::from(m.worth));
    let of = |i| {
        let mut sums = Sums::default();
        let needs = index.typical.of(i).needs;
        needs.iter().for_each(|need| sums.add(need.level, worth[need.concept.index()]));
        if sums.is_nothing() { 0.0 } else { sums.coverage(trust) }
    };
    (0..index.classes.typical.examples.len()).map(of).collect()
}
