//! One seeker on its way over the tiles.

use super::best::Best;
use super::bounds::{Bounds, Hopeful};
use super::classes::{Claims, Row, RowKey};
use super::exact::{self, Partner, Seeker};
use super::front::{Blank, Front, Ground};
use super::index::{Index, Visit};
use super::packed::{Claim, Profile};
use super::reach::{Meets, Met};
use super::slots::Slots;
use super::tile::{LENGTH, Stretch, WHOLE};
use super::units::{self, Factor};
use super::worth::{Own, Worth};
use super::{Shortlist, assess};
use crate::criteria::coverage::MOST;
use crate::criteria::gate::Borders;
use crate::criteria::{Pair, field, policy};
use crate::profile::Organization;
use crate::roster::Org;
use std::sync::Arc;

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
    out: Vec<(u32, u16)>,
    best: Best,
    considered: usize,
}

/// What one seeker after another works with.
#[derive(Default)]
pub(super) struct Desk {
    ground: Ground,
    front: Front,
    bounds: Bounds,
    hopeful: Vec<Hopeful>,
}

impl<'a> Run<'a> {
    pub fn new(index: &'a Index<'a>, org: Org, kin: Kin, row: Arc<Row>, met: &mut Met) -> Run<'a> {
        let (us, profile) = (index.roster.organization(org), index.packed.of(org.index()));
        let meets: Vec<Meets> =
            index.reach.expand(profile.offers, kin.own.offers == Claims::Stated, met).collect();
        let typical = typical(index, profile.offers, kin.own.offers);
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
        let allowance = self.allowance(visit, desk);
        if open > 0 && self.may_gain(visit, desk, allowance) {
            let most = self.add_needs(visit, desk);
            let field = desk.ground.worth.field;
            if most + units::points(field) > self.cut(allowance) {
                if field > 0.0 {
                    self.add_fields(visit, desk);
                }
                self.sift(visit, desk, allowance);
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
            class
                + units::points(
                    worth.sure + ours * worth.ours + theirs * worth.theirs + worth.field + worth.policy,
                )
        };
        let mut order: Vec<usize> = (0..index.tiles.len()).collect();
        order.sort_by_cached_key(|&i| (std::cmp::Reverse(most(i)), i));
        order
    }

    /// The list.
    pub fn finish(self, index: &Index) -> Shortlist {
        let (roster, seeker) = (index.roster, self.org);
        let found = |partner| assess(Pair { roster, seeker, partner }, index.query);
        let matches = self.best.finish().into_iter().map(found).collect();
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
                desk.front.prepare(visit, &desk.ground, self);
                self.busy(visit, desk.front.meeting.clone())
            }
        };
        if self.has_musts {
            desk.front.prepare(visit, &desk.ground, self);
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
            let met = self.meets.iter().flat_map(|m| tile.needing(usize::from(m.concept)));
            met.for_each(|n| busy.insert(n.slot()));
        }
        for own in self.profile.field {
            // What both only look for is no field in common.
            let shared = tile.working_in(own.concept.index()).iter();
            shared.filter(|p| own.offered > 0 || p.is_marked()).for_each(|p| busy.insert(p.slot()));
        }
        busy
    }

    /// Points that serving a policy may earn, at most.
    fn allowance(&self, visit: Visit, desk: &Desk) -> u16 {
        let goals = visit.goals;
        let ours = self.profile.needs.iter().map(|n| goals.served_by(n.concept.index()));
        let theirs = self.meets.iter().map(|m| goals.served_by(usize::from(m.concept)) * u32::from(m.worth));
        let [ours, theirs] = [MOST * ours.max().unwrap_or(0), theirs.max().unwrap_or(0)];
        let [a, b] = self.kin.own.trust(visit.tile.known);
        units::points(desk.ground.worth.policy * policy::goal(a, ours).max(policy::goal(b, theirs)))
    }

    /// What a bound has to pass for its partner to be looked at.
    fn cut(&self, allowance: u16) -> u16 {
        self.best.cut().map_or(0, units::cut).saturating_sub(allowance)
    }

    /// Whether anybody in a tile may be among the best.
    fn may_gain(&self, visit: Visit, desk: &mut Desk, allowance: u16) -> bool {
        let (worth, known) = (desk.ground.worth, visit.tile.known);
        let [ours, theirs] = self.kin.own.trust(known);
        let theirs = if known.needs == Claims::Assumed { self.most_typical } else { theirs * self.most_met };
        let rest = units::points(worth.theirs * theirs) + units::points(worth.field);
        let cut = self.cut(allowance);
        if desk.ground.most + units::points(worth.ours * ours) + rest <= cut {
            return false;
        }
        desk.front.prepare(visit, &desk.ground, self);
        desk.front.most + rest > cut
    }

    /// Adds what the seeker does for each partner; the highest bound so far.
    fn add_needs(&self, visit: Visit, desk: &mut Desk) -> u16 {
        let (tile, worth, bounds) = (visit.tile, desk.ground.worth, &mut desk.bounds);
        let len = tile.orgs.len();
        bounds.copy(&desk.front.bounds, len);
        if tile.known.needs == Claims::Assumed {
            let points = |s: &Stretch| units::points(worth.theirs * self.typical[s.of as usize]);
            return tile.typical.iter().map(|s| bounds.add(s.slots.clone(), points(s))).fold(0, u16::max);
        }
        let half = worth.theirs * self.kin.own.trust(tile.known)[1] / 2.0;
        let per = half / f64::from(MOST) / f64::from(WHOLE);
        for met in &self.meets {
            let factor = Factor::new(per * f64::from(met.worth));
            bounds.add_needs(tile.needing(usize::from(met.concept)), factor);
        }
        bounds.settle(len)
    }

    /// Adds what the two have in common.
    fn add_fields(&self, visit: Visit, desk: &mut Desk) {
        let per = desk.ground.worth.field / (self.profile.square as f64).sqrt() / f64::from(LENGTH);
        for own in self.profile.field {
            let factor = Factor::new(per * field::strength(own) as f64);
            desk.bounds.add_amounts(visit.tile.working_in(own.concept.index()), factor);
        }
    }

    /// Looks at the partners whose bounds pass the cut, the highest bounds first.
    fn sift(&mut self, visit: Visit, desk: &mut Desk, allowance: u16) {
        let (cut, few) = (self.cut(allowance), visit.index.query.top.saturating_mul(2));
        let mut hopeful = std::mem::take(&mut desk.hopeful);
        desk.bounds.pass(visit.tile.orgs.len(), cut, &mut hopeful);
        while !hopeful.is_empty() {
            let count = few.min(hopeful.len());
            if count < hopeful.len() {
                hopeful.select_nth_unstable(count);
            }
            hopeful[..count].sort_unstable();
            for Hopeful { bound, slot } in hopeful.drain(..count) {
                if bound.0 > self.cut(allowance) {
                    self.look(visit, usize::from(slot), desk);
                }
            }
            let cut = self.cut(allowance);
            hopeful.retain(|h| h.bound.0 > cut);
        }
        desk.hopeful = hopeful;
    }

    /// Scores a partner.
    fn look(&mut self, visit: Visit, slot: usize, desk: &Desk) {
        let Visit { index, i, tile, goals } = visit;
        let misses = self.has_musts && desk.front.musts.as_ref().is_some_and(|musts| !musts.has(slot));
        if misses || self.out.binary_search(&(i as u32, slot as u16)).is_ok() {
            return;
        }
        let seeker = Seeker { profile: self.profile, own: self.kin.own, row: &self.row };
        let partner = Partner { profile: tile.packed.of(slot), known: tile.known, class: tile.classes[slot] };
        let found = index.exact().score(seeker, partner, goals);
        if !(found.is_idle && desk.ground.blank == Blank::Idle) {
            self.best.see(found.score, tile.orgs[slot]);
        }
    }
}

/// How far offers cover each list of assumed needs.
fn typical(index: &Index, offers: &[Claim], known: Claims) -> Vec<f64> {
    let trust = Claims::Assumed.trust() * known.trust();
    let of = |i| exact::coverage(index.roster.taxonomy(), index.typical.of(i).needs, offers, trust);
    (0..index.classes.typical.examples.len()).map(of).collect()
}
