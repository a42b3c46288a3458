//! The lists of a page, with each organization, concept, number and text once.

use super::build::{Assessed, everybody};
use super::{
    ClaimEntry, ConceptEntry, ListDocument, MetEntry, OrganizationEntry, PairEntry, RemarkEntry, StartEntry,
};
use crate::criteria::Pair;
use crate::criterion::Criterion;
use crate::engine::{self, Match, Query};
use crate::explain::{self, NeedMet};
use crate::matrix::DecisionMatrix;
use crate::profile::{Evidence, Need, Offer, Organization, Status};
use crate::report::Wording;
use crate::report::explanation::{document, relation_word, remarks, why};
use crate::report::reason;
use crate::roster::{Org, Roster};
use crate::taxonomy::Concept;
use crate::text::{fold, latin};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// Things in the order in which they were first met, each once.
struct Distinct<T> {
    all: Vec<T>,
    at: HashMap<T, usize>,
}

impl<T: Clone + Eq + Hash> Distinct<T> {
    fn new() -> Distinct<T> {
        Distinct { all: Vec::new(), at: HashMap::new() }
    }

    /// The index of a thing.
    fn of(&mut self, thing: T) -> usize {
        if let Some(&at) = self.at.get(&thing) {
            return at;
        }
        self.all.push(thing.clone());
        self.at.insert(thing, self.all.len() - 1);
        self.all.len() - 1
    }
}

/// The lists of a page in the making.
pub(super) struct Pairs<'a> {
    roster: &'a Roster,
    query: &'a Query,
    wording: &'a Wording,
    /// Everybody on the page, ascending.
    orgs: Vec<Org>,
    /// The bits of each number: they tell apart what full precision tells apart.
    numbers: Distinct<u64>,
    texts: Distinct<String>,
    concepts: Distinct<Concept>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(
        roster: &'a Roster,
        query: &'a Query,
        wording: &'a Wording,
        assessed: &Assessed,
    ) -> Pairs<'a> {
        Pairs {
            roster,
            query,
            wording,
            orgs: everybody(assessed).into_iter().collect(),
            numbers: Distinct::new(),
            texts: Distinct::new(),
            concepts: Distinct::new(),
        }
    }

    /// The partners of a seeker, with its shortlist under the weights of the start.
    pub(super) fn list(&mut self, seeker: Org, matrix: &DecisionMatrix) -> ListDocument {
        let pairs = (0..matrix.alternatives().len()).map(|row| self.pair(seeker, matrix, row)).collect();
        let start = |(row, _)| {
            let pair = Pair { roster: self.roster, seeker, partner: matrix.alternatives()[row] };
            let found = engine::assess(pair, self.query);
            let (score, low, high) = (found.score.to_f64(), found.low.to_f64(), found.high.to_f64());
            StartEntry { pair: row, score, low, high }
        };
        let ranked = matrix.rank(&self.query.weights, self.query.optimism, self.query.top);
        ListDocument { seeker: self.place(seeker), pairs, start: ranked.into_iter().map(start).collect() }
    }

    fn pair(&mut self, seeker: Org, matrix: &DecisionMatrix, row: usize) -> PairEntry {
        let pair = Pair { roster: self.roster, seeker, partner: matrix.alternatives()[row] };
        let explanation = explain::explain(pair, self.query);
        let told = document(self.roster, &explanation, self.query, self.wording);
        PairEntry {
            partner: self.place(pair.partner),
            assumed: assumed(&explanation.found),
            values: matrix.values(row).map(|value| value.map(|v| self.numbers.of(v.to_bits()))),
            confidence: told.confidence,
            tie: reason::tie(explanation.ties, self.wording).map(|tie| self.texts.of(tie)),
            seeker_needs: self.met(pair, &explanation.ours),
            partner_needs: self.met(pair.turned(), &explanation.theirs),
            remarks: self.remarks(remarks(&told, self.wording)),
            for_seeker: self.texts.of(told.reason_seeker),
            for_partner: self.texts.of(told.reason_partner),
        }
    }

    /// The needs of the one side that the other meets.
    fn met(&mut self, side: Pair, needs: &[NeedMet]) -> Vec<MetEntry> {
        let (us, them) = (side.us(), side.them());
        let entry = |n: &NeedMet| {
            let met = n.met?;
            let carriers = n.carriers.iter().map(|o| self.roster.organization(*o).name.clone());
            Some(MetEntry {
                need: us.needs.partition_point(|other| other.concept < n.need.concept),
                offer: them.offers.partition_point(|other| other.concept < met.offer.concept),
                closeness: met.closeness,
                relation: relation_word(n.relation).to_string(),
                why: why(self.roster, n.relation).map(|reason| self.texts.of(reason.to_string())),
                carriers: carriers.map(|name| self.texts.of(name)).collect(),
            })
        };
        needs.iter().filter_map(entry).collect()
    }

    fn remarks(&mut self, remarks: Vec<(String, Vec<String>)>) -> Vec<RemarkEntry> {
        let entry = |(title, lines): (String, Vec<String>)| RemarkEntry {
            title: self.texts.of(title),
            lines: lines.into_iter().map(|line| self.texts.of(line)).collect(),
        };
        remarks.into_iter().map(entry).collect()
    }

    /// Everybody on the page.
    pub(super) fn organizations(&mut self) -> Vec<OrganizationEntry> {
        self.orgs.clone().into_iter().map(|org| self.organization(org)).collect()
    }

    fn organization(&mut self, org: Org) -> OrganizationEntry {
        let roster = self.roster;
        let profile = roster.organization(org);
        let offered =
            |c: &Concept| profile.stated_offers().iter().any(|o| roster.taxonomy().is_within(o.concept, *c));
        OrganizationEntry {
            id: profile.id.clone(),
            name: profile.name.clone(),
            country: profile.country.to_string(),
            kind: profile.kind.map(|k| k.key().to_string()),
            cluster: profile.cluster.clone(),
            search: searched(profile),
            within: roster.taxonomy().concepts().filter(offered).map(|c| self.concepts.of(c)).collect(),
            offers: profile.offers.iter().map(|o| self.offer(o)).collect(),
            needs: profile.needs.iter().map(|n| self.need(n)).collect(),
        }
    }

    fn offer(&mut self, offer: &Offer) -> ClaimEntry {
        let claim = self.claim(offer.concept, offer.level.get(), &offer.evidence);
        ClaimEntry { status: offer.status.key().to_string(), ..claim }
    }

    fn need(&mut self, need: &Need) -> ClaimEntry {
        let claim = self.claim(need.concept, need.priority.get(), &need.evidence);
        ClaimEntry { must: need.must, ..claim }
    }

    /// A claim of what is sought.
    fn claim(&mut self, concept: Concept, level: u8, evidence: &Evidence) -> ClaimEntry {
        let mut text = |text: &Option<Arc<str>>| text.as_deref().map(|t| self.texts.of(t.to_string()));
        ClaimEntry {
            source: text(&evidence.source),
            note: text(&evidence.note),
            concept: self.concepts.of(concept),
            level,
            must: false,
            status: Status::Sought.key().to_string(),
            basis: evidence.basis.key().to_string(),
            as_of: evidence.as_of.map(|d| d.to_string()),
        }
    }

    fn place(&self, org: Org) -> usize {
        self.orgs.partition_point(|other| *other < org)
    }

    /// The concepts, numbers and texts that occurred.
    pub(super) fn finish(self) -> (Vec<ConceptEntry>, Vec<f64>, Vec<String>) {
        let taxonomy = self.roster.taxonomy();
        let entry = |c: Concept| ConceptEntry {
            id: taxonomy.id(c).to_string(),
            label: taxonomy.label(c, self.wording.lang().tag()).to_string(),
        };
        let concepts = self.concepts.all.into_iter().map(entry).collect();
        (concepts, self.numbers.all.into_iter().map(f64::from_bits).collect(), self.texts.all)
    }
}

/// The positions of the criteria whose values are only assumed.
fn assumed(found: &Match) -> Vec<usize> {
    Criterion::ALL.into_iter().filter(|c| found.is_assumed(*c)).map(Criterion::index).collect()
}

/// What a search looks through: id, names and city, folded, and once more in Latin letters.
fn searched(profile: &Organization) -> String {
    let aliases = profile.aliases.iter().map(|alias| &alias.text);
    let names = [&profile.id, &profile.name].into_iter().chain(aliases).chain(&profile.city);
    let mut words: Vec<String> = Vec::new();
    for folded in names.map(|name| fold(name)) {
        for form in [latin(&folded), folded] {
            if !words.contains(&form) {
                words.push(form);
            }
        }
    }
    words.join(" ")
}
