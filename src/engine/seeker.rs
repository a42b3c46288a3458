//! One seeker on its way over the tiles.

use super::best::Best;
use super::classes::{Claims, Known, Row, RowKey};
use super::exact::{Goals, Partner, Seeker, Worked, confidence};
use super::idea::Idea;
use super::index::{Index, Place};
use super::packed::{Claim, Profile};
use super::reach::{Meets, Met};
use super::units::{self, Points};
use super::worth::{Own, Worth};
use super::{Match, Query, Shortlist};
use crate::criteria::coverage::{MOST, Sums};
use crate::criteria::{self, Exchange, Pair, policy};
use crate::criterion::Values;
use crate::profile::{Country, Organization};
use crate::roster::Org;
use crate::taxonomy::Concept;
use std::cmp::Reverse;
use std::hint::black_box;
use std::sync::Arc;

/// Of those found together, so many with the highest bounds are looked at, and the others later: by then the best of all
/// tiles are known, and few others still pass.
const AT_ONCE: usize = 4;

/// From so many up, those who wait are asked whether they still pass.
const MANY: usize = 2_048;

/// So many pass and wait most often.
const SOME: usize = 64;

/// Seekers that are alike stand side by side: the same partners are high for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kin {
    pub key: RowKey,
    pub own: Own,
    /// What it needs most, and what it offers most.
    most: [Option<Concept>; 2],
}

impl Kin {
    pub fn of(index: &Index, org: Org) -> Kin {
        let (known, profile) = (Known::of(index.roster, org), index.packed.of(org.index()));
        Kin {
            key: index.classes.key(index.roster, org),
            own: Own { needs: known.needs, offers: known.offers, field: known.field },
            most: [profile.needs, profile.offers].map(most),
        }
    }
}

/// The concept with the highest level.
fn most(claims: &[Claim]) -> Option<Concept> {
    claims.iter().min_by_key(|claim| Reverse(claim.level)).map(|claim| claim.concept)
}

/// A partner whose bound passes a cut; the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hopeful {
    bound: Reverse<Points>,
    slot: u16,
    tile: u32,
}

/// A seeker and what is found for it so far.
pub(super) struct Run<'a> {
    pub org: Org,
    pub us: &'a Organization,
    pub profile: Profile<'a>,
    pub kin: Kin,
    pub row: Arc<Row>,
    /// The needs that it meets.
    pub meets: Vec<Meets>,
    /// How many times its most urgent need counts the least urgent one.
    pub urgency: f64,
    /// How far it meets the best of them.
    pub most_met: f64,
    /// Its coverage of each list of assumed needs.
    pub typical: Vec<f64>,
    /// For each country of partners, the goals, and how far the needs of both directions serve one if they are met in full, at
    /// most.
    served: Vec<(Country, &'a Goals, [u32; 2])>,
    out: Vec<Place>,
    is_bounded: bool,
    /// With their values, and how far both directions are stated.
    best: Best<(Values, [f64; 2], Place)>,
    /// Who passed the cut just now, and who waits to be looked at.
    fresh: Vec<Hopeful>,
    /// How many of the first are looked at now.
    chosen: usize,
    waiting: Vec<Hopeful>,
    pub considered: usize,
}

impl<'a> Run<'a> {
    /// A seeker behind another one.
    pub fn new(index: &'a Index<'a>, org: Org, kin: Kin, last: Option<&Run>, met: &mut Met) -> Run<'a> {
        let (us, profile) = (index.roster.organization(org), index.packed.of(org.index()));
        let row = match last {
            Some(last) if last.kin.key == kin.key => last.row.clone(),
            _ => Arc::new(index.classes.row(index.roster, org, index.query)),
        };
        let meets: Vec<Meets> = index.reach.expand(profile.offers, met).collect();
        let served = |&country: &Country| {
            let goals = index.goals(us.country, country);
            let most = |concepts: &mut dyn Iterator<Item = usize>| concepts.map(|c| goals.served_by(c)).max();
            let needed = most(&mut profile.needs.iter().map(|n| n.concept.index()));
            let met = most(&mut meets.iter().map(|m| m.concept.into()));
            (country, goals, [needed, met].map(|most| MOST * most.unwrap_or(0)))
        };
        Run {
            org,
            us,
            profile,
            urgency: urgency(profile.needs),
            kin,
            row,
            most_met: f64::from(meets.iter().map(|m| m.worth).max().unwrap_or(0)) / f64::from(MOST),
            typical: typical(index, met, kin.own.offers),
            served: index.countries.iter().map(served).collect(),
            meets,
            out: index.out(org),
            is_bounded: index.ideas.have(Idea::Bounds),
            best: Best::new(index.query.top),
            fresh: Vec::with_capacity(SOME),
            chosen: 0,
            waiting: Vec::with_capacity(SOME),
            considered: 0,
        }
    }

    /// The tiles, those first in which partners can score highest by what is known of them.
    pub fn order(&self, index: &Index) -> Vec<usize> {
        let most = |i: usize| {
            let tile = &index.tiles[i];
            let worth = self.worth(index, tile.known);
            let [ours, theirs] = self.kin.own.trust(tile.known);
            let class =
                tile.classes.0.iter().map(|class| self.row.points[*class as usize]).max().unwrap_or(0);
            class + units::points(worth.sure + worth.claims(ours, theirs) + worth.field + worth.policy)
        };
        let mut order: Vec<usize> = (0..index.tiles.len()).collect();
        order.sort_by_cached_key(|&i| (Reverse(most(i)), i));
        order
    }

    /// What each criterion can earn with partners of whom this is known.
    pub fn worth(&self, index: &Index, known: Known) -> Worth {
        Worth::new(index.query, self.kin.own, known, self.served(known.country).0.any)
    }

    /// How far a policy of its country or of another is served at most if what it needs or what it does is met in full.
    pub fn goals(&self, country: Country, trust: [f64; 2]) -> [f64; 2] {
        let [needed, met] = self.served(country).1;
        [policy::goal(trust[0], needed), policy::goal(trust[1], met)]
    }

    fn served(&self, country: Country) -> (&'a Goals, [u32; 2]) {
        let of = self.served.iter().find(|(of, ..)| *of == country);
        let (_, goals, most) = *of.expect("the country of a partner");
        (goals, most)
    }

    /// What a bound has to pass for its partner to be looked at.
    pub fn cut(&self) -> Points {
        self.best.cut().filter(|_| self.is_bounded).map_or(Points::MIN, units::cut)
    }

    /// The slots of a tile whose partners are out of the question.
    pub fn out_of(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        self.out.iter().filter(move |(tile, _)| *tile as usize == i).map(|(_, slot)| usize::from(*slot))
    }

    /// Takes note of a partner whose bound passes.
    #[cold]
    pub fn hope(&mut self, tile: usize, slot: usize, bound: Points) {
        self.fresh.push(Hopeful { bound: Reverse(bound), slot: slot as u16, tile: tile as u32 });
    }

    /// Chooses the highest of those found just now, and reads a little of each: partners lie all over the memory, and while
    /// one is fetched so are those of the other seekers.
    pub fn choose(&mut self, index: &Index) -> u32 {
        let at_once = if index.ideas.have(Idea::Waiting) { AT_ONCE } else { usize::MAX };
        self.chosen = self.best.missing().max(at_once).min(self.fresh.len());
        if self.chosen < self.fresh.len() {
            self.fresh.select_nth_unstable(self.chosen);
        }
        let chosen = &mut self.fresh[..self.chosen];
        chosen.sort_unstable();
        touch(index, chosen)
    }

    /// Looks at those chosen. The others wait.
    pub fn look_at_chosen(&mut self, index: &Index, worked: &mut Worked) {
        let mut fresh = std::mem::take(&mut self.fresh);
        self.look_at(index, worked, &fresh[..self.chosen]);
        let cut = self.cut();
        self.waiting.extend(fresh.drain(..).skip(self.chosen).filter(|hopeful| hopeful.bound.0 > cut));
        self.fresh = fresh;
        if self.waiting.len() >= MANY {
            self.drop_hopeless();
        }
    }

    fn drop_hopeless(&mut self) {
        let cut = self.cut();
        self.waiting.retain(|hopeful| hopeful.bound.0 > cut);
    }

    /// The list.
    pub fn finish(mut self, index: &Index, worked: &mut Worked) -> Shortlist {
        self.look_at_waiting(index, worked);
        let (roster, seeker, us) = (index.roster, self.org, self.profile);
        let found = |(partner, (values, trust, (tile, slot))): (Org, (_, _, Place))| {
            let them = index.tiles[tile as usize].packed.of(slot.into());
            let confidence = confidence(roster.taxonomy(), us, them);
            Match::new(Pair { roster, seeker, partner }, values, trust, confidence, index.query)
        };
        let matches = self.best.finish().map(found).collect();
        Shortlist { seeker, matches, considered: self.considered }
    }

    /// Looks at those who wait, the highest bounds first.
    fn look_at_waiting(&mut self, index: &Index, worked: &mut Worked) {
        self.drop_hopeless();
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.sort_unstable();
        black_box(touch(index, &waiting));
        self.look_at(index, worked, &waiting);
    }

    fn look_at(&mut self, index: &Index, worked: &mut Worked, hopeful: &[Hopeful]) {
        if !hopeful.is_empty() {
            worked.set(index.roster.taxonomy(), self.profile.field);
        }
        hopeful.iter().for_each(|&hopeful| self.look(index, worked, hopeful));
    }

    /// Scores a partner, unless it is out of the question by now.
    fn look(&mut self, index: &Index, worked: &Worked, Hopeful { bound, slot, tile: i }: Hopeful) {
        if bound.0 <= self.cut() {
            return;
        }
        let tile = &index.tiles[i as usize];
        let seeker = Seeker { profile: self.profile, own: self.kin.own, row: &self.row, worked };
        let partner = Partner { profile: tile.packed.of(slot.into()), known: tile.known };
        let values = if index.ideas.have(Idea::Packing) {
            index.exact().find(seeker, partner, self.served(tile.known.country).0)
        } else {
            let pair = Pair { roster: index.roster, seeker: self.org, partner: partner.profile.org };
            criteria::values_of(pair, &Exchange::of(pair))
        };
        let Query { weights, optimism, .. } = index.query;
        let (score, trust) = (weights.score(&values, *optimism), self.kin.own.trust(tile.known));
        self.best.see(score, partner.profile.org, (values, trust, (i, slot)));
    }
}

/// Reads a little of each partner. Were they fetched one by one, each would be waited for.
fn touch(index: &Index, hopeful: &[Hopeful]) -> u32 {
    let hopeful = if index.ideas.have(Idea::Fetching) { hopeful } else { &[] };
    hopeful.iter().fold(0, |all, hopeful| {
        let tile = &index.tiles[hopeful.tile as usize];
        all ^ tile.packed.of(hopeful.slot.into()).touch()
    })
}

/// How many times the most urgent of several needs counts the least urgent one.
fn urgency(needs: &[Claim]) -> f64 {
    let priorities = || needs.iter().map(|n| f64::from(n.level.get()));
    priorities().fold(1.0, f64::max) / priorities().fold(f64::MAX, f64::min)
}

/// How far the needs that a seeker meets cover each list of assumed needs.
fn typical(index: &Index, met: &Met, known: Claims) -> Vec<f64> {
    let trust = Claims::Assumed.trust() * known.trust();
    let of = |i| {
        let mut sums = Sums::default();
        let needs = index.typical.of(i).needs;
        needs.iter().for_each(|need| sums.add(need.level, met.worth(need.concept)));
        if sums.is_nothing() { 0.0 } else { sums.coverage(trust) }
    };
    (0..index.classes.typical.examples.len()).map(of).collect()
}
