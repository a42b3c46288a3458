//! One seeker on its way over the tiles.

use super::best::Best;
use super::bounds::{self, Hopeful, Lanes, nothing};
use super::classes::{Claims, Known, Row, RowKey};
use super::exact::{Partner, Seeker};
use super::front::{self, Blank, Front, Ground};
use super::index::{Index, Place, Visit};
use super::lanes::{self, Brought, Parts};
use super::packed::Profile;
use super::priorities::BestMet;
use super::reach::{Meets, Met};
use super::slots::Slots;
use super::table::Table;
use super::tile::{Stretch, Tile, WHOLE};
use super::units::{self, Factor, Points};
use super::worth::{Own, Worth};
use super::{Query, Shortlist, complete};
use crate::criteria::coverage::{MOST, Sums};
use crate::criteria::gate::Borders;
use crate::criteria::{Exchange, Pair, field, policy};
use crate::criterion::Values;
use crate::profile::Organization;
use crate::roster::Org;
use std::cmp::Reverse;
use std::hint::black_box;
use std::sync::Arc;

/// In a tile, so many partners with the highest bounds are looked at, and the others later: by then the best of all
/// tiles are known, and few others still pass.
const AT_ONCE: usize = 2;

/// As long as there are not enough for a list, bounds are looked at from the highest down, in steps each of which is twice
/// the last one. The first is such a part of the highest.
const STEPS: Points = 8;

/// From so many up, those who wait are asked whether they still pass.
const MANY: usize = 2_048;

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
        let known = Known::of(index.roster, org);
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
    table: Table,
    /// How far it meets the best of them.
    most_met: f64,
    /// Its coverage of each list of assumed needs, and the highest.
    typical: Vec<f64>,
    most_typical: f64,
    out: Vec<Place>,
    best: Best<Values>,
    /// Who passed the cut, and waits to be looked at.
    waiting: Vec<Hopeful>,
    considered: usize,
}

/// What one seeker after another works with.
pub(super) struct Desk {
    ground: Ground,
    front: Front,
    /// Sums over needs; nothing but while they are added up.
    sums: Lanes,
    bounds: Lanes,
    hopeful: Vec<Hopeful>,
}

impl Default for Desk {
    fn default() -> Desk {
        Desk {
            ground: Ground::default(),
            front: Front::default(),
            sums: nothing(),
            bounds: nothing(),
            hopeful: Vec::new(),
        }
    }
}

impl<'a> Run<'a> {
    pub fn new(index: &'a Index<'a>, org: Org, kin: Kin, row: Arc<Row>, met: &mut Met) -> Run<'a> {
        let (us, profile) = (index.roster.organization(org), index.packed.of(org.index()));
        let meets: Vec<Meets> =
            index.reach.expand(profile.offers, kin.own.offers == Claims::Stated, met).collect();
        let table = Table::new(index.roster.taxonomy().len(), &meets, profile.field);
        let typical = typical(index, &table, kin.own.offers);
        Run {
            org,
            us,
            profile,
            has_musts: us.needs.iter().any(|n| n.must),
            kin,
            row,
            most_met: f64::from(meets.iter().map(|m| m.worth).max().unwrap_or(0)) / f64::from(MOST),
            meets,
            table,
            most_typical: typical.iter().copied().fold(0.0, f64::max),
            typical,
            out: index.out(org),
            best: Best::new(index.query.top),
            waiting: Vec::new(),
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
        self.look_at_waiting(index);
        let (roster, seeker) = (index.roster, self.org);
        let found = |(partner, values)| {
            let pair = Pair { roster, seeker, partner };
            complete(pair, values, &Exchange::of(pair), index.query)
        };
        let matches = self.best.finish().map(found).collect();
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
                desk.front.prepare(visit, &desk.ground, self, &mut desk.sums);
                self.busy(visit, desk.front.meeting.clone())
            }
        };
        if self.has_musts {
            desk.front.prepare(visit, &desk.ground, self, &mut desk.sums);
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
        desk.front.prepare(visit, &desk.ground, self, &mut desk.sums);
        desk.front.most.saturating_add(goal + rest) > cut
    }

    /// Adds up what the seeker does for each partner.
    fn add_needs(&self, visit: Visit, desk: &mut Desk) {
        let (tile, worth) = (visit.tile, desk.ground.worth);
        if tile.known.needs == Claims::Assumed {
            let served = tile.typical.iter().filter(|s| self.typical[s.of as usize] > 0.0);
            let points = |s: &Stretch| units::points(worth.theirs * self.typical[s.of as usize]);
            return served.for_each(|s| desk.sums[s.slots.clone()].fill(-points(s)));
        }
        let per = self.half(visit, worth) / f64::from(MOST) / f64::from(WHOLE);
        for met in &self.meets {
            let factor = Factor::new(per * f64::from(met.worth));
            let needing = tile.needs.of(usize::from(met.concept));
            bounds::add(&mut desk.sums, needing, factor);
        }
    }

    /// What all needs of a partner, or the best of them, are worth where they are met in full.
    fn half(&self, visit: Visit, worth: Worth) -> f64 {
        worth.theirs * self.kin.own.trust(visit.tile.known)[1] / 2.0
    }

    /// Bounds of all but fields; the highest.
    fn join(&self, visit: Visit, desk: &mut Desk, goal: Points) -> Points {
        let best = BestMet::new(units::points(self.half(visit, desk.ground.worth) * self.most_met));
        let (len, Desk { ground, front, sums, bounds, .. }) = (visit.tile.lanes(), desk);
        let parts = Parts {
            ground: &ground.points[..len],
            ours: (&front.ours[..len], front.brought),
            theirs: (&mut sums[..len], &visit.tile.ratios, Brought { best, goal }),
        };
        parts.join(&mut bounds[..len])
    }

    /// Adds what the two have in common.
    fn add_fields(&self, visit: Visit, desk: &mut Desk) {
        let per = desk.ground.worth.field / (self.profile.square as f64).sqrt() / f64::from(WHOLE);
        for own in self.profile.field {
            let factor = Factor::new(per * field::strength(own) as f64);
            let working = visit.tile.fields.of(own.concept.index());
            bounds::add_fields(&mut desk.bounds, working, factor);
        }
    }

    /// Finds the partners whose bounds pass the cut. The highest are looked at, the others wait.
    fn sift(&mut self, visit: Visit, desk: &mut Desk) {
        let tile = visit.i as u32;
        let Desk { front, bounds, hopeful, .. } = desk;
        let bounds = &bounds[..visit.tile.lanes()];
        let musts = front.musts.as_ref().filter(|_| self.has_musts);
        let mut high = lanes::highest(bounds);
        let mut step = (high / STEPS).max(1);
        while high > self.cut() {
            let low = self.best.cut().map_or((high - step).max(0), units::cut);
            lanes::above(bounds, low, |slot, bound| {
                if bound <= high && musts.is_none_or(|musts| musts.has(slot)) {
                    hopeful.push(Hopeful { bound: Reverse(bound), slot: slot as u16, tile });
                }
            });
            let now = self.best.missing().max(AT_ONCE).min(hopeful.len());
            if now < hopeful.len() {
                hopeful.select_nth_unstable(now);
            }
            hopeful[..now].sort_unstable();
            hopeful.drain(..now).for_each(|hopeful| self.look(visit, hopeful));
            self.waiting.append(hopeful);
            (high, step) = (low, step.saturating_mul(2));
        }
        if self.waiting.len() >= MANY {
            self.drop_hopeless();
        }
    }

    fn drop_hopeless(&mut self) {
        let cut = self.cut();
        self.waiting.retain(|hopeful| hopeful.bound.0 > cut);
    }

    /// Looks at those who wait, the highest bounds first.
    fn look_at_waiting(&mut self, index: &Index) {
        self.drop_hopeless();
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.sort_unstable();
        let visit = |country, hopeful: &Hopeful| index.visit(country, hopeful.tile as usize);
        // They lie all over the memory. Were they fetched one by one, each would be waited for; so all are touched first.
        black_box(waiting.iter().fold(0, |all, hopeful| {
            let partner = partner(visit(self.us.country, hopeful).tile, hopeful.slot);
            all ^ partner.class ^ partner.profile.touch()
        }));
        for hopeful in waiting {
            self.look(visit(self.us.country, &hopeful), hopeful);
        }
    }

    /// Scores a partner, unless it is out of the question by now.
    fn look(&mut self, visit: Visit, Hopeful { bound, slot, tile: i }: Hopeful) {
        let Visit { index, tile, goals, .. } = visit;
        if bound.0 <= self.cut() || self.out.binary_search(&(i, slot)).is_ok() {
            return;
        }
        let (partner, blank) = (partner(tile, slot), front::blank(self.kin.own, tile.known));
        let found = index.exact().find(self.seeker(), partner, goals);
        if !(found.is_idle && blank == Blank::Idle) {
            let Query { weights, optimism, .. } = index.query;
            let score = weights.score(&found.values, *optimism);
            self.best.see(score, tile.orgs[usize::from(slot)], found.values);
        }
    }

    fn seeker(&self) -> Seeker<'_> {
        Seeker { profile: self.profile, own: self.kin.own, row: &self.row, table: &self.table }
    }
}

/// A partner of a tile.
fn partner(tile: &Tile, slot: u16) -> Partner<'_> {
    let slot = usize::from(slot);
    Partner { profile: tile.packed.of(slot), known: tile.known, class: tile.classes[slot] }
}

/// How far the needs that a seeker meets cover each list of assumed needs.
fn typical(index: &Index, table: &Table, known: Claims) -> Vec<f64> {
    let trust = Claims::Assumed.trust() * known.trust();
    let of = |i| {
        let mut sums = Sums::default();
        let needs = index.typical.of(i).needs;
        needs.iter().for_each(|need| sums.add(need.level, table.worth(need.concept.index())));
        if sums.is_nothing() { 0.0 } else { sums.coverage(trust) }
    };
    (0..index.classes.typical.examples.len()).map(of).collect()
}
