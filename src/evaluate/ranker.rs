//! The model, the model without a criterion, and the baselines that it has to beat.

use crate::criterion::{Criterion, Weights};
use crate::engine::Query;
use crate::matrix::DecisionMatrix;
use crate::profile::{Evidence, Organization};
use crate::roster::{Org, Roster};
use crate::text::fold;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;
use std::collections::{BTreeMap, HashMap};

/// A way to order partners.
#[derive(Debug, Clone)]
pub enum Ranker {
    /// The score.
    Model(Query),
    /// The score with one criterion switched off.
    Without(Query, Criterion),
    /// Chance, by a seed.
    Random(u64),
    /// The longest profiles first: shows when popularity is all there is.
    Hubs,
    /// Likeness of all words of the two profiles (TF-IDF, cosine).
    Words,
    /// Likeness of the words of the seeker's needs and the partner's offers.
    NeedOffer,
    /// The sum of the last two.
    Sum,
}

impl Ranker {
    /// All that are compared: the model, it without each criterion, the baselines.
    pub fn all(query: &Query) -> Vec<Ranker> {
        let mut all = vec![Ranker::Model(query.clone())];
        let counts = |c: &Criterion| query.weights.of(*c) > crate::score::Score::ZERO;
        all.extend(Criterion::ALL.into_iter().filter(counts).map(|c| Ranker::Without(query.clone(), c)));
        all.extend([Ranker::Sum, Ranker::NeedOffer, Ranker::Words, Ranker::Hubs, Ranker::Random(1)]);
        all
    }

    /// The name in tables.
    pub fn name(&self) -> String {
        match self {
            Ranker::Model(_) => "model".into(),
            Ranker::Without(_, criterion) => format!("without {criterion}"),
            Ranker::Random(_) => "random".into(),
            Ranker::Hubs => "hubs first".into(),
            Ranker::Words => "words of profiles".into(),
            Ranker::NeedOffer => "words of need and offer".into(),
            Ranker::Sum => "sum of both words".into(),
        }
    }

    /// The score of each partner, in their order; the higher the better.
    pub fn scores(&self, roster: &Roster, seeker: Org, partners: &[Org], texts: &Texts) -> Vec<f64> {
        let each = |of: &dyn Fn(Org) -> f64| partners.iter().map(|&p| of(p)).collect();
        match self {
            Ranker::Model(query) => model(roster, seeker, partners, query, query.weights),
            Ranker::Without(query, criterion) => {
                let proportions =
                    Criterion::ALL.map(|c| if c == *criterion { 0.0 } else { query.weights.of(c).to_f64() });
                let weights = Weights::new(proportions).unwrap_or(query.weights);
                model(roster, seeker, partners, query, weights)
            }
            Ranker::Random(seed) => {
                let mut random = ChaCha12Rng::seed_from_u64(*seed);
                random.set_stream(seeker.index() as u64);
                partners.iter().map(|_| random.random()).collect()
            }
            Ranker::Hubs => each(&|p| claims(roster.organization(p)) as f64),
            Ranker::Words => each(&|p| texts.whole(seeker, p)),
            Ranker::NeedOffer => each(&|p| texts.need_offer(seeker, p)),
            Ranker::Sum => each(&|p| texts.whole(seeker, p) + texts.need_offer(seeker, p)),
        }
    }
}

fn model(roster: &Roster, seeker: Org, partners: &[Org], query: &Query, weights: Weights) -> Vec<f64> {
    let matrix = DecisionMatrix::assess(roster, seeker, partners.iter().copied());
    matrix.scores(&weights, query.optimism).into_iter().map(|s| s.to_f64()).collect()
}

fn claims(organization: &Organization) -> usize {
    organization.stated_offers().len() + organization.stated_needs().len() + organization.certifications.len()
}

/// A document as a sparse vector of length 1, ascending by word.
type Vector = Vec<(u32, f64)>;

/// The words of every profile, weighed by term frequency and inverse document frequency (Salton and
/// Buckley, Information Processing & Management 24, 1988): what a text search would go by.
#[derive(Debug, Clone)]
pub struct Texts {
    whole: Vec<Vector>,
    offers: Vec<Vector>,
    needs: Vec<Vector>,
}

impl Texts {
    /// The words of all profiles of a roster: labels of concepts and notes of claims.
    pub fn of(roster: &Roster) -> Texts {
        let label = |c| roster.taxonomy().label(c, "en").to_string();
        let note = |e: &Evidence| e.note.as_deref().unwrap_or_default().to_string();
        let offers: Vec<String> = roster
            .orgs()
            .map(|o| {
                let words = roster
                    .organization(o)
                    .stated_offers()
                    .iter()
                    .map(|x| format!("{} {} ", label(x.concept), note(&x.evidence)));
                words.collect()
            })
            .collect();
        let needs: Vec<String> = roster
            .orgs()
            .map(|o| {
                let words = roster
                    .organization(o)
                    .stated_needs()
                    .iter()
                    .map(|x| format!("{} {} ", label(x.concept), note(&x.evidence)));
                words.collect()
            })
            .collect();
        let whole: Vec<String> = offers.iter().zip(&needs).map(|(o, n)| format!("{o} {n}")).collect();
        let idf = Idf::of(&whole);
        let vectors = |texts: &[String]| texts.iter().map(|t| idf.vector(t)).collect();
        Texts { whole: vectors(&whole), offers: vectors(&offers), needs: vectors(&needs) }
    }

    fn whole(&self, a: Org, b: Org) -> f64 {
        cosine(&self.whole[a.index()], &self.whole[b.index()])
    }

    fn need_offer(&self, seeker: Org, partner: Org) -> f64 {
        cosine(&self.needs[seeker.index()], &self.offers[partner.index()])
    }
}

/// The weight of each word: the rarer, the more it says.
struct Idf(HashMap<String, (u32, f64)>);

impl Idf {
    fn of(texts: &[String]) -> Idf {
        let mut documents: BTreeMap<String, usize> = BTreeMap::new();
        for text in texts {
            let words: std::collections::BTreeSet<String> =
                fold(text).split(' ').map(str::to_string).collect();
            words.into_iter().filter(|w| !w.is_empty()).for_each(|w| *documents.entry(w).or_default() += 1);
        }
        let all = texts.len() as f64;
        let weigh = |(i, (word, n)): (usize, (String, usize))| (word, (i as u32, (all / n as f64).ln()));
        Idf(documents.into_iter().enumerate().map(weigh).collect())
    }

    fn vector(&self, text: &str) -> Vector {
        let mut counts: BTreeMap<u32, f64> = BTreeMap::new();
        for (index, weight) in fold(text).split(' ').filter_map(|w| self.0.get(w)) {
            *counts.entry(*index).or_default() += weight;
        }
        let length = counts.values().map(|x| x * x).sum::<f64>().sqrt();
        counts.into_iter().filter(|_| length > 0.0).map(|(i, x)| (i, x / length)).collect()
    }
}

fn cosine(a: &Vector, b: &Vector) -> f64 {
    a.iter().filter_map(|(word, x)| b.binary_search_by_key(word, |(w, _)| *w).ok().map(|i| x * b[i].1)).sum()
}
