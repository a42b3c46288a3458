//! Why a pair has its score: what each criterion gave, need by need, both sides.
//!
//! It goes back to the criteria for one pair, and calls the same functions that gave the values.

use crate::criteria::coverage::{self, Met};
use crate::criteria::gate::{self, Borders, Gate};
use crate::criteria::standards::{self, Standing};
use crate::criteria::{Pair, field};
use crate::criterion::{Criterion, Values};
use crate::engine::{self, Query};
use crate::profile::Need;
use crate::reference::{Fitness, Policy, Tie};
use crate::roster::{Org, Roster};
use crate::score::Score;
use crate::taxonomy::{Concept, Relation, Taxonomy};

/// A need, and how it is met.
#[derive(Debug, Clone)]
pub struct NeedMet<'a> {
    /// The need.
    pub need: &'a Need,
    /// The offer that meets it best.
    pub met: Option<Met<'a>>,
    /// How that offer comes to meet it.
    pub relation: Relation,
    /// Where the partner is a cluster: its members that offer as much or more, at most three.
    pub carriers: Vec<Org>,
}

/// A policy that something between the two serves.
#[derive(Debug, Clone, Copy)]
pub struct Served<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The met need that serves it.
    pub need: Concept,
    /// Whether its deadline has passed at the date of the roster.
    pub passed: bool,
}

/// Everything that makes a score.
#[derive(Debug, Clone)]
pub struct Explanation<'a> {
    /// The pair as it is scored.
    pub found: engine::Match,
    /// The points of each criterion; they add up to the score exactly.
    pub points: [Score; Criterion::COUNT],
    /// The gate that keeps the partner out of shortlists.
    pub gate: Option<Gate<'a>>,
    /// What the seeker needs, in order of priority, and how the partner meets it.
    pub ours: Vec<NeedMet<'a>>,
    /// What the partner needs, in order of priority, and how the seeker meets it.
    pub theirs: Vec<NeedMet<'a>>,
    /// The narrowest fields that both work in, the strongest together first.
    pub fields: Vec<Concept>,
    /// The judgement on the two kinds.
    pub counterpart: Option<&'a Fitness>,
    /// The certificates of the partner in the country of the seeker.
    pub standards: Vec<Standing<'a>>,
    /// The policies of both countries that are served.
    pub policies: Vec<Served<'a>>,
    /// How the two stand to each other, the latest last.
    pub ties: &'a [Tie],
}

/// Explains a pair.
pub fn explain<'a>(pair: Pair<'a>, query: &Query) -> Explanation<'a> {
    let found = engine::assess(pair, query);
    let ours = met(pair);
    let theirs = met(pair.turned());
    Explanation {
        points: query.weights.points(&found.values, query.optimism),
        gate: gate::closed(pair, Borders::Abroad),
        fields: field::narrowest(pair),
        counterpart: pair.roster.fitness(pair.seeker, pair.partner),
        standards: standards::standings(pair).collect(),
        policies: served(pair, &ours, &theirs),
        ties: pair.roster.ties(pair.seeker, pair.partner),
        found,
        ours,
        theirs,
    }
}

/// The criteria about which nothing is stated: what is worth asking.
pub fn unknown(values: &Values) -> impl Iterator<Item = Criterion> {
    Criterion::ALL.into_iter().filter(|c| values[c.index()].is_none())
}

/// The needs of the seeker and how the partner meets them: those that weigh most first.
pub fn met<'a>(pair: Pair<'a>) -> Vec<NeedMet<'a>> {
    let taxonomy = pair.roster.taxonomy();
    let mut all: Vec<NeedMet<'a>> = coverage::needs(pair)
        .map(|(need, met)| NeedMet {
            relation: met.map_or(Relation::None, |m| taxonomy.relation(need.concept, m.offer.concept)),
            carriers: met.map_or(Vec::new(), |m| carriers(pair, need, m)),
            need,
            met,
        })
        .collect();
    let weight = |n: &NeedMet| n.met.map_or(0, |m| m.worth * u32::from(n.need.priority.get()));
    all.sort_by_key(|n| (std::cmp::Reverse((weight(n), n.need.priority)), n.need.concept));
    all
}

/// The members of a cluster that carry what it offers: each meets the need at least as well as the
/// cluster's own claim. They are named, and change no score: a member that leaves the roster takes
/// nothing away from what the cluster states of itself.
fn carriers(pair: Pair, need: &Need, met: Met) -> Vec<Org> {
    let roster = pair.roster;
    let mut found: Vec<(u32, Org)> = roster
        .members(pair.partner)
        .iter()
        .filter_map(|&member| {
            let own = coverage::best(roster, need, roster.organization(member).stated_offers())?;
            (own.worth >= met.worth).then_some((own.worth, member))
        })
        .collect();
    found.sort_by_key(|&(worth, member)| (std::cmp::Reverse(worth), member));
    found.into_iter().map(|(_, member)| member).take(3).collect()
}

fn served<'a>(pair: Pair<'a>, ours: &[NeedMet], theirs: &[NeedMet]) -> Vec<Served<'a>> {
    let (roster, taxonomy): (&'a Roster, &Taxonomy) = (pair.roster, pair.roster.taxonomy());
    let policies = &roster.reference().policies;
    let of_both = policies
        .of(pair.us().country)
        .iter()
        .chain(policies.of(pair.them().country).iter().filter(|_| pair.us().country != pair.them().country));
    let met: Vec<&NeedMet> = ours.iter().chain(theirs).filter(|n| n.met.is_some()).collect();
    of_both
        .filter_map(|policy| {
            let reach = |n: &&&NeedMet| taxonomy.serves(policy.concept, n.need.concept);
            let best = met
                .iter()
                .filter(|n| reach(n) > 0)
                .max_by_key(|n| (reach(n), std::cmp::Reverse(n.need.concept)))?;
            let passed = policy.deadline.is_some_and(|d| d.is_before(roster.as_of()));
            Some(Served { policy, need: best.need.concept, passed })
        })
        .collect()
}
