//! The values of one pair, from packed claims: the same to the last bit as [`crate::criteria`] has it, whose
//! formulas it takes.

use super::classes::{Classes, Known, Row};
use super::packed::{Claim, Profile};
use super::worth::Own;
use crate::confidence::Attested;
use crate::criteria::coverage::{self, Sums};
use crate::criteria::{field, mutual, policy};
use crate::criterion::{Criterion, Values};
use crate::profile::Country;
use crate::roster::{Roster, Strength};
use crate::taxonomy::{Concept, Taxonomy};
use rustc_hash::FxHashMap;

/// How far concepts serve a policy of either of two countries.
pub(super) struct Goals {
    /// Whether either has one.
    pub any: bool,
    /// For each concept, in hundredths.
    of: Vec<u8>,
}

impl Goals {
    /// How far a concept serves one, in hundredths.
    pub fn served_by(&self, concept: usize) -> u32 {
        u32::from(self.of[concept])
    }
}

/// The goals of each two countries of a roster.
pub(super) struct AllGoals(FxHashMap<(Country, Country), Goals>);

impl AllGoals {
    /// For the countries of seekers and of partners.
    pub fn new(roster: &Roster, seekers: &[Country], partners: &[Country]) -> AllGoals {
        let of = |a, b| Goals {
            any: roster.served_by(a).is_some() || roster.served_by(b).is_some(),
            of: roster.taxonomy().concepts().map(|c| roster.served(c, a, b).unwrap_or(0)).collect(),
        };
        let pairs = seekers.iter().flat_map(|&a| partners.iter().map(move |&b| (a, b)));
        AllGoals(pairs.map(|(a, b)| ((a, b), of(a, b))).collect())
    }

    /// The goals of a seeker's country and a partner's.
    pub fn between(&self, seeker: Country, partner: Country) -> &Goals {
        &self.0[&(seeker, partner)]
    }
}

/// Where one seeker works, by concept: a field of a partner is found there without a search.
#[derive(Default)]
pub(super) struct Worked {
    /// How much it offers and needs in each field.
    of: Vec<[u32; 2]>,
    fields: Vec<Concept>,
    square: u64,
}

impl Worked {
    /// Makes it that of a seeker.
    pub fn set(&mut self, taxonomy: &Taxonomy, fields: &[Strength]) {
        self.of.resize(taxonomy.len(), [0; 2]);
        self.fields.drain(..).for_each(|field| self.of[field.index()] = [0; 2]);
        for &Strength { concept, offered, needed } in fields {
            self.of[concept.index()] = [offered, needed];
            self.fields.push(concept);
        }
        self.square = field::square(fields);
    }

    /// The cosine with the fields of a partner.
    fn cosine(&self, theirs: &[Strength]) -> f64 {
        let together = |theirs: &Strength| {
            let [offered, needed] = self.of[theirs.concept.index()];
            field::together(&Strength { offered, needed, ..*theirs }, theirs)
        };
        field::cosine(theirs.iter().map(together).sum(), self.square, field::square(theirs))
    }
}

/// A seeker, as far as a score depends on it.
#[derive(Clone, Copy)]
pub(super) struct Seeker<'a> {
    pub profile: Profile<'a>,
    pub own: Own,
    pub row: &'a Row,
    pub worked: &'a Worked,
}

/// A partner likewise.
#[derive(Clone, Copy)]
pub(super) struct Partner<'a> {
    pub profile: Profile<'a>,
    pub known: Known,
}

/// What values are made of.
#[derive(Clone, Copy)]
pub(super) struct Exact<'a> {
    pub taxonomy: &'a Taxonomy,
    pub classes: &'a Classes,
}

/// What one side does for the other.
#[derive(Default)]
struct Side {
    sums: Sums,
    /// The highest worth times hundredths of a goal.
    served: u32,
}

impl Exact<'_> {
    /// The values of a pair.
    pub fn find(self, seeker: Seeker, partner: Partner, goals: &Goals) -> Values {
        let (us, them) = (seeker.profile, partner.profile);
        let (own, known) = (seeker.own, partner.known);
        let [ours_known, theirs_known] = own.directions(known);
        let trust = own.trust(known);
        let ours = Side::of(us.needs, goals, |need| worth(self.taxonomy, need, them.offers));
        let theirs = Side::of(them.needs, goals, |need| worth(self.taxonomy, need, us.offers));
        let coverage = ours_known.then(|| ours.sums.coverage(trust[0]));
        let reciprocity = theirs_known.then(|| theirs.sums.coverage(trust[1]));
        let cosine = || seeker.worked.cosine(them.field);
        let served = || policy::goal(trust[0], ours.served).max(policy::goal(trust[1], theirs.served));
        let mut values = Values::default();
        for (criterion, value) in self.classes.values(seeker.row, them.class) {
            values[criterion.index()] = value;
        }
        let mut set = |criterion: Criterion, value| values[criterion.index()] = value;
        set(Criterion::Coverage, coverage);
        set(Criterion::Reciprocity, reciprocity);
        set(Criterion::Mutual, mutual::of_coverages(coverage, reciprocity));
        set(Criterion::Field, (own.field && known.field).then(cosine));
        set(Criterion::Policy, (goals.any && (ours_known || theirs_known)).then(served));
        values
    }
}

/// How well the claims of a pair that meet are attested, as [`crate::confidence::of`] has it.
pub(super) fn confidence(taxonomy: &Taxonomy, us: Profile, them: Profile) -> Option<f64> {
    let mut attested = Attested::default();
    for (ours, theirs) in [(us, them), (them, us)] {
        let offers = || theirs.offers.iter().map(|o| (o.concept, o.level));
        for (need, grade) in ours.needs.iter().zip(&ours.grades[ours.offers.len()..]) {
            if let Some((i, worth, _)) = coverage::best_of(taxonomy.closeness_to(need.concept), offers()) {
                attested.add(need.level, worth, [*grade, theirs.grades[i]]);
            }
        }
    }
    attested.mean()
}

impl Side {
    fn of(needs: &[Claim], goals: &Goals, worth: impl Fn(&Claim) -> u32) -> Side {
        let mut side = Side::default();
        for need in needs {
            let worth = worth(need);
            side.sums.add(need.level, worth);
            side.served = side.served.max(worth * goals.served_by(need.concept.index()));
        }
        side
    }
}

/// What the best of several offers is worth for a need.
fn worth(taxonomy: &Taxonomy, need: &Claim, offers: &[Claim]) -> u32 {
    let row = taxonomy.closeness_to(need.concept);
    let worth = |offer: &Claim| u32::from(row[offer.concept.index()]) * u32::from(offer.level.get());
    offers.iter().map(worth).max().unwrap_or(0)
}
