//! Many shortlists at once: the same lists as one at a time, at a cost that grows with the matches.
//!
//! For each seeker a score of every partner is found by adding up, in single precision and with a
//! known margin; whoever may be among the best by it is scored again by [`crate::criteria`], which
//! alone decides. So a criterion is written once, and the engine can be wrong only by letting too many
//! through.
//!
//! - *Term at a time.* Coverage and its counterpart are sums over the few needs of a seeker and the
//!   few offers, read from postings of expanded offers and of needs (see [`super::tile`]); a partner
//!   that meets nothing costs nothing. So do quantised-impact indices (Anh and Moffat, SIGIR 2006).
//! - *Tiles.* Partners stand in tiles of one country: same-country and unwanted-country gates pass
//!   over whole tiles, the share of a need that serves a policy is one number a tile, and a group of
//!   seekers goes over a tile while it is in the cache.
//! - *Classes.* Three criteria see so little of an organization that a table over classes replaces
//!   them (see [`super::classes`]).
//! - *Bounds.* The N-th best score so far, less the margin, is a threshold in the sense of Fagin,
//!   Lotem and Naor (TA, PODS 2001). Tiles whose bound (the best class in it, and full marks
//!   in all that adds up) stays below it are never touched, and blocks of 32 partners whose highest
//!   score does are passed over at a glance, as in block-max WAND (Ding and Suel, SIGIR 2011). Tiles
//!   with the highest bound come first.
//!
//! **Margin.** All sums are of numbers that are not negative (the product of fields takes away less
//! than it adds), so each is off by at most its number of terms times 2⁻²⁴ of itself, which is at most
//! its weight; the weights add up to 1. The margin is four times that.

use super::best::Best;
use super::classes::{Claims, Classes};
use super::tile::{Parts, Posting, Reach, TILE, Tile, parts, per_norm, tiles};
use super::{Query, Shortlist, TieFilter, ranked};
use crate::criteria::gate::Borders;
use crate::criteria::{coverage, field};
use crate::criterion::Criterion;
use crate::profile::{Country, Organization};
use crate::reference::TieStatus;
use crate::roster::{Org, Roster, Strength};
use rayon::prelude::*;
use std::collections::HashMap;

/// Seekers that go over a tile together.
const GROUP: usize = 32;

/// A roster laid out for one query.
struct Index<'a> {
    roster: &'a Roster,
    query: &'a Query,
    classes: Classes,
    reach: Reach,
    tiles: Vec<Tile>,
    /// Where each partner lies: tile and slot.
    places: HashMap<Org, (u32, u16)>,
    /// For each seeker, partners that a tie keeps out.
    kept_out: HashMap<Org, Vec<Org>>,
}

/// The ranked partners of each of several seekers, in their order.
pub(super) fn shortlists(roster: &Roster, seekers: &[Org], query: &Query) -> Vec<Shortlist> {
    let index = Index::new(roster, query);
    let mut order: Vec<usize> = (0..seekers.len()).collect();
    order.sort_by_cached_key(|&i| (index.classes.seeker_key(roster, seekers[i]), i));
    let groups: Vec<Vec<Shortlist>> = order
        .par_chunks(GROUP)
        .map(|group| index.group(&group.iter().map(|&i| seekers[i]).collect::<Vec<_>>()))
        .collect();
    let mut found: Vec<(usize, Shortlist)> = order.into_iter().zip(groups.into_iter().flatten()).collect();
    found.sort_unstable_by_key(|(i, _)| *i);
    found.into_iter().map(|(_, list)| list).collect()
}

impl<'a> Index<'a> {
    fn new(roster: &'a Roster, query: &'a Query) -> Index<'a> {
        let classes = Classes::new(roster);
        let reach = Reach::new(roster);
        let pool: Vec<Org> = roster.orgs().filter(|&o| query.partners.lets(roster, o)).collect();
        let tiles = tiles(roster, &classes, &reach, &pool);
        let place = |(i, tile): (usize, &Tile)| -> Vec<(Org, (u32, u16))> {
            tile.orgs.iter().enumerate().map(|(slot, &org)| (org, (i as u32, slot as u16))).collect()
        };
        let places = tiles.iter().enumerate().flat_map(place).collect();
        let kept_out = kept_out(roster, query.ties);
        Index { roster, query, classes, reach, tiles, places, kept_out }
    }

    /// The lists of a few seekers, tile by tile.
    fn group(&self, seekers: &[Org]) -> Vec<Shortlist> {
        let mut runs: Vec<Run> = Vec::with_capacity(seekers.len());
        let mut row: Option<(_, std::sync::Arc<[f32]>)> = None;
        for &seeker in seekers {
            let key = self.classes.seeker_key(self.roster, seeker);
            let points = match &row {
                Some((same, points)) if *same == key => points.clone(),
                _ => self.classes.row(self.roster, seeker, self.query).into(),
            };
            row = Some((key, points.clone()));
            runs.push(Run::new(self, seeker, points));
        }
        let mut shares = Shares::new(self.roster);
        let mut scratch = Scratch::default();
        for (i, tile) in self.tiles.iter().enumerate() {
            for run in &mut runs {
                run.pass(self, i, tile, &mut shares, &mut scratch);
            }
        }
        runs.into_iter().map(|run| run.finish(self)).collect()
    }
}

/// For each organization, those whom a tie keeps out of its list.
fn kept_out(roster: &Roster, filter: TieFilter) -> HashMap<Org, Vec<Org>> {
    let mut kept_out: HashMap<Org, Vec<Org>> = HashMap::new();
    for (a, b) in roster.reference().ties.pairs() {
        let Some((a, b)) = roster.by_id(a).zip(roster.by_id(b)) else { continue };
        let conflict = roster.ties(a, b).iter().any(|t| t.status == TieStatus::Conflict);
        if conflict || !filter.lets(roster, a, b) {
            kept_out.entry(a).or_default().push(b);
            kept_out.entry(b).or_default().push(a);
        }
    }
    kept_out
}

/// How far each concept serves a policy of two countries, from 0 to 1, and whether one has any.
struct Shares<'a> {
    roster: &'a Roster,
    of: HashMap<(Country, Country), (bool, Vec<f32>)>,
}

impl<'a> Shares<'a> {
    fn new(roster: &'a Roster) -> Shares<'a> {
        Shares { roster, of: HashMap::new() }
    }

    fn between(&mut self, a: Country, b: Country) -> &(bool, Vec<f32>) {
        let roster = self.roster;
        self.of.entry((a, b)).or_insert_with(|| {
            let policies = &roster.reference().policies;
            let any = !policies.of(a).is_empty() || !policies.of(b).is_empty();
            let share = |concept| f32::from(roster.served(concept, a, b).unwrap_or(0)) / 100.0;
            (any, roster.taxonomy().concepts().map(share).collect())
        })
    }
}

/// How much is met in one direction: the sum over needs, and the best of them, by priority.
struct Met {
    sum: Box<[f32; TILE]>,
    best: Box<[f32; TILE]>,
}

impl Met {
    fn clear(&mut self, len: usize) {
        self.sum[..len].fill(0.0);
        self.best[..len].fill(0.0);
    }

    /// Adds what each posting is worth to the partner that it is about.
    fn scatter(&mut self, postings: &[Posting], times: f32) {
        for posting in postings {
            let slot = slot(posting.slot);
            let worth = posting.amount() * times;
            self.sum[slot] += worth;
            self.best[slot] = self.best[slot].max(worth);
        }
    }
}

/// A slot is always below the size of a tile; the mask tells the compiler.
fn slot(slot: u16) -> usize {
    usize::from(slot) & (TILE - 1)
}

/// Accumulators of a tile, one a slot.
struct Scratch {
    ours: Met,
    theirs: Met,
    served: Box<[f32; TILE]>,
    field: Box<[f32; TILE]>,
    scores: Box<[f32; TILE]>,
    musts: Box<[u16; TILE]>,
    closed: Box<[bool; TILE]>,
}

impl Default for Scratch {
    fn default() -> Scratch {
        let zeros = || Box::new([0.0; TILE]);
        Scratch {
            ours: Met { sum: zeros(), best: zeros() },
            theirs: Met { sum: zeros(), best: zeros() },
            served: zeros(),
            field: zeros(),
            scores: zeros(),
            musts: Box::new([0; TILE]),
            closed: Box::new([false; TILE]),
        }
    }
}

/// What each criterion that adds up is worth in a tile: its weight, or 0 where it is unknown and its
/// points are part of `sure`.
struct Worth {
    sure: f32,
    /// How much what is met counts, for the seeker and for the partner: less where it is assumed.
    trust: [f32; 2],
    coverage: f32,
    reciprocity: f32,
    mutual: f32,
    /// Where one direction is unknown, so is `mutual`, unless the other is 0: the points of an unknown.
    mutual_open: f32,
    field: f32,
    policy: f32,
}

impl Worth {
    /// No partner of the tile can have more, apart from its class.
    fn most(&self) -> f32 {
        let adding_up = self.coverage + self.reciprocity + self.mutual + self.mutual_open;
        self.sure + adding_up + self.field + self.policy
    }
}

/// Which partners of a tile have nothing known to do for the seeker, nor it for them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blank {
    Nobody,
    /// Those who have no field in common with it, and where nothing is met.
    Idle,
    Everybody,
}

/// One seeker on its way over the tiles.
struct Run<'a> {
    seeker: Org,
    us: &'a Organization,
    /// The points of each class of partners.
    points: std::sync::Arc<[f32]>,
    /// What its offers are worth for each need, as (concept, worth).
    meets: Vec<(u16, f32)>,
    parts: Parts,
    per_norm: f32,
    margin: f32,
    out: Vec<(u32, u16)>,
    best: Best,
    considered: usize,
}

impl<'a> Run<'a> {
    fn new(index: &Index<'a>, seeker: Org, points: std::sync::Arc<[f32]>) -> Run<'a> {
        let roster = index.roster;
        let us = roster.organization(seeker);
        let meets: Vec<(u16, f32)> = index
            .reach
            .expand(roster, seeker)
            .into_iter()
            .map(|(n, worth, _)| (n, f32::from(worth)))
            .collect();
        let terms = us.needs.len() + meets.len() + 2 * roster.field(seeker).len() + 64;
        let margin = 4.0 * terms as f32 * 0.5f32.powi(24);
        let out = index.kept_out.get(&seeker).into_iter().flatten().chain([&seeker]);
        let mut out: Vec<(u32, u16)> = out.filter_map(|o| index.places.get(o).copied()).collect();
        out.sort_unstable();
        out.dedup();
        Run {
            seeker,
            us,
            points,
            meets,
            parts: parts(roster, seeker),
            per_norm: per_norm(roster, seeker),
            margin,
            out,
            best: Best::new(index.query.top, margin),
            considered: 0,
        }
    }

    /// Whether the gates of countries let the seeker into a tile.
    fn is_open(&self, tile: &Tile, borders: Borders) -> bool {
        let country = tile.known.country;
        (borders == Borders::Any || country != self.us.country)
            && (self.us.wants.is_empty() || self.us.wants.contains(&country))
    }

    fn worth(&self, index: &Index, tile: &Tile, any_policy: bool) -> Worth {
        let known = tile.known;
        let (our_needs, our_offers) = (Claims::needs(self.us), Claims::offers(self.us));
        let ours = our_needs.any() && known.offers.any();
        let theirs = known.needs.any() && our_offers.any();
        let trust = [
            (our_needs.trust() * known.offers.trust()) as f32,
            (known.needs.trust() * our_offers.trust()) as f32,
        ];
        let weight = |criterion| index.query.weights.of(criterion).to_f64();
        let unknown = |criterion| (weight(criterion) * index.query.optimism.degree()) as f32;
        let mut sure = 0.0;
        let mut of = |criterion, is_known: bool| {
            if !is_known {
                sure += unknown(criterion);
            }
            if is_known { weight(criterion) as f32 } else { 0.0 }
        };
        let coverage = of(Criterion::Coverage, ours);
        let reciprocity = of(Criterion::Reciprocity, theirs);
        // With one direction known, `mutual` is known for some partners only.
        let mutual = of(Criterion::Mutual, ours || theirs);
        let field = of(Criterion::Field, known.field && self.per_norm > 0.0);
        let policy = of(Criterion::Policy, any_policy && (ours || theirs));
        let mutual_open = if ours != theirs { unknown(Criterion::Mutual) } else { 0.0 };
        let mutual = if ours && theirs { mutual } else { 0.0 };
        Worth { sure, trust, coverage, reciprocity, mutual, mutual_open, field, policy }
    }

    fn pass(&mut self, index: &Index, i: usize, tile: &Tile, shares: &mut Shares, scratch: &mut Scratch) {
        if !self.is_open(tile, index.query.borders) {
            return;
        }
        let (any_policy, shares) = shares.between(self.us.country, tile.known.country);
        let worth = self.worth(index, tile, *any_policy);
        let len = tile.orgs.len();
        let closed = self.close(index.roster, i, tile, scratch);
        self.considered += len - closed;
        let class = tile.classes.iter().map(|c| self.points[*c as usize]).fold(0.0, f32::max);
        if closed == len || !self.best.may_gain(class + worth.most() + self.margin) {
            return;
        }
        self.add_up(index.roster, tile, scratch);
        self.serve(tile, shares, worth.trust, &mut scratch.served);
        self.score(tile, &worth, scratch);
        if closed > 0 {
            let scores = scratch.scores[..len].iter_mut().zip(&scratch.closed[..len]);
            scores.filter(|(_, closed)| **closed).for_each(|(score, _)| *score = f32::NEG_INFINITY);
        }
        self.best.see(&scratch.scores[..len], &tile.orgs);
    }

    /// Marks the partners of a tile that a gate, a tie or the filter keeps out, and counts them. The
    /// marks are set only where there are any.
    fn close(&self, roster: &Roster, i: usize, tile: &Tile, scratch: &mut Scratch) -> usize {
        let len = tile.orgs.len();
        let blank = self.blank(tile);
        let has_musts = self.musts(tile, scratch);
        let out: Vec<usize> =
            self.out.iter().filter(|(t, _)| *t as usize == i).map(|(_, slot)| usize::from(*slot)).collect();
        if blank == Blank::Nobody && !has_musts && out.is_empty() {
            return 0;
        }
        let closed = &mut scratch.closed[..len];
        closed.fill(blank == Blank::Everybody);
        out.into_iter().for_each(|slot| closed[slot] = true);
        if has_musts {
            closed.iter_mut().zip(&scratch.musts[..len]).for_each(|(closed, met)| *closed |= *met == 0);
        }
        if blank == Blank::Idle {
            self.add_up(roster, tile, scratch);
            let closed = &mut scratch.closed[..len];
            for (i, closed) in closed.iter_mut().enumerate() {
                *closed |= scratch.field[i] + scratch.ours.sum[i] + scratch.theirs.sum[i] == 0.0;
            }
        }
        scratch.closed[..len].iter().filter(|closed| **closed).count()
    }

    /// The gate of [`crate::criteria::gate::Gate::Blank`], for a tile.
    fn blank(&self, tile: &Tile) -> Blank {
        let (us, known) = (self.us, tile.known);
        let stated = |needs: Claims, offers: Claims| needs == Claims::Stated && offers == Claims::Stated;
        let ours = stated(Claims::needs(us), known.offers);
        let theirs = stated(known.needs, Claims::offers(us));
        match () {
            () if !known.offers.any() && !known.needs.any() => Blank::Everybody,
            () if us.is_silent() || ours || theirs => Blank::Nobody,
            () => Blank::Idle,
        }
    }

    /// Marks the partners that meet all must-haves with 1, others with 0; false where there are none.
    fn musts(&self, tile: &Tile, scratch: &mut Scratch) -> bool {
        let musts: Vec<usize> = self.us.needs.iter().filter(|n| n.must).map(|n| n.concept.index()).collect();
        if musts.is_empty() {
            return false;
        }
        let met = &mut scratch.musts[..tile.orgs.len()];
        met.fill(0);
        for (step, &concept) in musts.iter().enumerate() {
            for posting in tile.offering(concept).iter().filter(|p| p.is_close()) {
                let met = &mut met[usize::from(posting.slot)];
                *met += u16::from(usize::from(*met) == step);
            }
        }
        met.iter_mut().for_each(|met| *met = u16::from(usize::from(*met) == musts.len()));
        true
    }

    /// Adds up what each partner of a tile does for the seeker, and the seeker for it.
    fn add_up(&self, roster: &Roster, tile: &Tile, scratch: &mut Scratch) {
        let len = tile.orgs.len();
        scratch.ours.clear(len);
        scratch.theirs.clear(len);
        for need in &self.us.needs {
            scratch.ours.scatter(tile.offering(need.concept.index()), f32::from(need.priority.get()));
        }
        for &(concept, worth) in &self.meets {
            scratch.theirs.scatter(tile.needing(usize::from(concept)), worth);
        }
        add_field(roster.field(self.seeker), tile, &mut scratch.field);
    }

    /// Finds what serves a policy best, of all that is met in either direction.
    fn serve(&self, tile: &Tile, shares: &[f32], trust: [f32; 2], served: &mut [f32; TILE]) {
        served[..tile.orgs.len()].fill(0.0);
        for need in &self.us.needs {
            let share = trust[0] * shares[need.concept.index()];
            let served_by = if share > 0.0 { tile.offering(need.concept.index()) } else { &[] };
            for posting in served_by {
                let best = &mut served[slot(posting.slot)];
                *best = best.max(posting.amount() * share);
            }
        }
        for &(concept, worth) in &self.meets {
            let share = trust[1] * shares[usize::from(concept)];
            let served_by = if share > 0.0 { tile.needing(usize::from(concept)) } else { &[] };
            for posting in served_by {
                let best = &mut served[slot(posting.slot)];
                *best = best.max(worth * share);
            }
        }
    }

    fn score(&self, tile: &Tile, worth: &Worth, scratch: &mut Scratch) {
        let len = tile.orgs.len();
        let scores = &mut scratch.scores[..len];
        for (score, class) in scores.iter_mut().zip(&tile.classes) {
            *score = worth.sure + self.points[*class as usize];
        }
        let (our_sum, our_best) = (&scratch.ours.sum[..len], &scratch.ours.best[..len]);
        let (their_sum, their_best) = (&scratch.theirs.sum[..len], &scratch.theirs.best[..len]);
        let (served, field) = (&scratch.served[..len], &scratch.field[..len]);
        let (per_need, per_most) = (&tile.per_need[..len], &tile.per_most[..len]);
        let per_norm = &tile.per_norm[..len];
        for i in 0..len {
            let a = worth.trust[0] * (our_sum[i] * self.parts.per_need + our_best[i] * self.parts.per_most);
            let b = worth.trust[1] * (their_sum[i] * per_need[i] + their_best[i] * per_most[i]);
            let mutual = 2.0 * a * b / (a + b).max(f32::MIN_POSITIVE);
            let policy = served[i] * (1.0 / coverage::MOST as f32);
            let field = field[i] * (self.per_norm * per_norm[i]);
            let open = if a + b > 0.0 { worth.mutual_open } else { 0.0 };
            scores[i] += worth.coverage * a
                + worth.reciprocity * b
                + worth.mutual * mutual
                + open
                + worth.policy * policy
                + worth.field * field;
        }
    }

    fn finish(self, index: &Index) -> Shortlist {
        let mut open = self.best.finish();
        open.sort_unstable();
        Shortlist { considered: self.considered, ..ranked(index.roster, self.seeker, open, index.query) }
    }
}

/// The product of the fields of a seeker and of each partner, in whole numbers; 0 is exact.
fn add_field(field: &[Strength], tile: &Tile, sums: &mut [f32; TILE]) {
    sums[..tile.orgs.len()].fill(0.0);
    for own in field {
        let (strength, needed) = (field::strength(own) as f32, own.needed as f32);
        for theirs in tile.working_in(own.concept.index()) {
            sums[slot(theirs.slot)] += strength * theirs.strength - needed * theirs.needed;
        }
    }
}
