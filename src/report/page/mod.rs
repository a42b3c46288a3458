//! What a report page shows: shortlists with everything that the page needs to rank them anew under
//! other weights, and to explain every pair.
//!
//! The page computes scores itself, from the values of all partners that passed gates and filters. So
//! the document carries values at full precision, each distinct number and each distinct text once.

mod build;
mod pairs;
mod words;

use super::shortlist::Method;
use crate::criterion::Criterion;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The most pairs that a page holds: beyond it a browser takes seconds to open it.
pub const MOST_PAIRS: usize = 50_000;

/// What a page shows; `report -f json` writes it. Whole numbers called an index point into
/// `organizations`, `concepts`, `numbers` or `texts`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PageDocument {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The title.
    pub title: String,
    /// How many seekers, partners and pairs there are, in words.
    pub scope: String,
    /// How it was made.
    pub method: Method,
    /// SHA-256 of the tables that were read, as hexadecimal digits.
    pub inputs: String,
    /// The weights that the page starts with, in words.
    pub weighed: String,
    /// What the paler part of a bar means, in words.
    pub legend: String,
    /// How many matches of each seeker make its list.
    pub top: usize,
    /// The criteria, in their order.
    pub criteria: Vec<CriterionEntry>,
    /// The shipped weightings.
    pub presets: Vec<PresetEntry>,
    /// The sentences of the page's script, by key; `{ $name }` stands for a word to put in.
    pub words: BTreeMap<String, String>,
    /// The names of countries, kinds, statuses and bases, by key.
    pub names: NamesDocument,
    /// The concepts that occur.
    pub concepts: Vec<ConceptEntry>,
    /// The organizations that occur, ascending by id.
    pub organizations: Vec<OrganizationEntry>,
    /// The partners of each seeker.
    pub lists: Vec<ListDocument>,
    /// Each distinct value.
    pub numbers: Vec<f64>,
    /// Each distinct text.
    pub texts: Vec<String>,
    /// What seekers need and nobody abroad offers, or offer and nobody abroad needs.
    pub gaps: Vec<GapEntry>,
}

/// A criterion.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CriterionEntry {
    /// The name, as in weights files.
    pub name: String,
    /// The name in the language of the page.
    pub label: String,
    /// The question that it answers.
    pub question: String,
    /// What is worth asking where it is unknown.
    pub ask: String,
    /// Its weight at the start, in units of 2⁻⁴⁰.
    pub weight: u64,
}

/// A shipped weighting.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PresetEntry {
    /// The name, as `-w` takes it.
    pub name: String,
    /// The name in the language of the page.
    pub label: String,
    /// The weight of each criterion, in units of 2⁻⁴⁰.
    pub weights: [u64; Criterion::COUNT],
}

/// The names of the words of closed lists, by key.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NamesDocument {
    /// Countries, by ISO 3166 code.
    pub countries: BTreeMap<String, String>,
    /// Kinds of organizations.
    pub kinds: BTreeMap<String, String>,
    /// States of an offer.
    pub statuses: BTreeMap<String, String>,
    /// How a claim follows from its source.
    pub bases: BTreeMap<String, String>,
}

/// A concept.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ConceptEntry {
    /// The id.
    pub id: String,
    /// The label in the language of the page.
    pub label: String,
}

/// An organization.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OrganizationEntry {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// ISO 3166 code of the country.
    pub country: String,
    /// What sort of organization it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Id of the cluster that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cluster: Option<String>,
    /// The words that a search looks through, folded: id, names, city.
    pub search: String,
    /// What it offers.
    pub offers: Vec<ClaimEntry>,
    /// What it needs.
    pub needs: Vec<ClaimEntry>,
    /// Indices of the concepts that it offers, and of all that are broader.
    pub within: Vec<usize>,
}

/// An offer or a need.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ClaimEntry {
    /// Index of the concept.
    pub concept: usize,
    /// The level of an offer or the priority of a need, 1 to 5.
    pub level: u8,
    /// Whether a partner that does not meet the need is out of the question.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub must: bool,
    /// How far along it is.
    pub status: String,
    /// How it follows from its source.
    pub basis: String,
    /// Index of the text that says where it is known from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<usize>,
    /// When the source said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// Index of the text of what the source says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<usize>,
}

/// The partners of one seeker that passed all gates and filters.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ListDocument {
    /// Index of the seeker.
    pub seeker: usize,
    /// The partners, ascending by id.
    pub pairs: Vec<PairEntry>,
    /// The shortlist under the weights of the start, best first.
    pub start: Vec<StartEntry>,
}

/// One line of the shortlist of the start.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StartEntry {
    /// Position among the pairs of the list.
    pub pair: usize,
    /// The score, 0 to 1.
    pub score: f64,
    /// The score if all that is not stated is bad.
    pub low: f64,
    /// The score if all that is not stated is good.
    pub high: f64,
}

/// A pair.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PairEntry {
    /// Index of the partner.
    pub partner: usize,
    /// For each criterion the index of its value in `numbers`; null where it is unknown.
    pub values: [Option<usize>; Criterion::COUNT],
    /// Positions of the criteria whose values are only assumed of organizations of such a kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumed: Vec<usize>,
    /// How well the claims that met are attested, 0 to 1; null where none met.
    pub confidence: Option<f64>,
    /// Index of the text of why the seeker should want the partner.
    pub for_seeker: usize,
    /// Index of the text of why the partner should want the seeker.
    pub for_partner: usize,
    /// Index of the text of what is between the two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tie: Option<usize>,
    /// What the seeker needs and the partner offers, what weighs most first.
    pub seeker_needs: Vec<MetEntry>,
    /// What the partner needs and the seeker offers.
    pub partner_needs: Vec<MetEntry>,
    /// What else is known: fields, kinds, certificates, goals, ties.
    pub remarks: Vec<RemarkEntry>,
}

/// A need that is met.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MetEntry {
    /// Position among the needs of the one side.
    pub need: usize,
    /// Position among the offers of the other.
    pub offer: usize,
    /// How close the offer comes, in hundredths.
    pub closeness: u8,
    /// How it comes to meet the need: same, narrower, broader, related or complement.
    pub relation: String,
    /// Index of the text of why a complement serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<usize>,
    /// Indices of the names of the members of a cluster that carry the offer.
    pub carriers: Vec<usize>,
}

/// Lines under a heading.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RemarkEntry {
    /// Index of the heading.
    pub title: usize,
    /// Indices of the lines.
    pub lines: Vec<usize>,
}

/// A concept that is left over.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GapEntry {
    /// `need` that nobody abroad meets, or `offer` that nobody abroad asks for.
    pub side: String,
    /// ISO 3166 code of the country whose it is.
    pub country: String,
    /// The label of the concept.
    pub label: String,
    /// The names of the seekers whose it is.
    pub organizations: Vec<String>,
    /// The best that abroad has for it, 0 to 1.
    pub best: f64,
    /// The name of who has that.
    pub nearest: Option<String>,
}
