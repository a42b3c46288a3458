//! What `weigh` finds, as tables and documents.

mod comparing;
mod group;
mod learning;
mod robust;
mod stability;
mod weights;

pub use comparing::{ComparisonDocument, MoveDocument};
pub use group::{GroupDocument, OfficerDocument, StandingDocument};
pub use learning::{LearnInput, learnt};
pub use robust::{Chance, Draw, Necessary, RobustDocument};
pub use stability::{EndDocument, FlipDocument, IntervalDocument, RiseDocument, StabilityDocument};
pub use weights::{Entry, WeightsDocument};

use super::figure;
use super::shortlist::Method;
use super::wording::Wording;
use crate::criterion::Criterion;
use crate::engine::Query;
use crate::matrix::DecisionMatrix;
use crate::roster::{Org, Roster};
use crate::vocabulary::{self, WordSet};
use schemars::JsonSchema;
use serde::Serialize;

/// One seeker, its partners and how they are ranked: what every result of `weigh` is about.
pub struct Case<'a> {
    /// All organizations.
    pub roster: &'a Roster,
    /// Who looks for a partner.
    pub seeker: Org,
    /// The assessed partners.
    pub matrix: &'a DecisionMatrix,
    /// How they are ranked.
    pub query: &'a Query,
    /// The language.
    pub wording: &'a Wording,
}

/// Which list a result is about, and how it was made.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CaseDocument {
    /// How scores were made.
    #[serde(flatten)]
    pub method: Method,
    /// How weights and values are put on a common scale.
    pub normalisation: String,
    /// Id of the seeker.
    pub seeker: String,
    /// Name of the seeker.
    pub seeker_name: String,
    /// How many partners passed all gates and filters.
    pub considered: usize,
    /// The length of the list.
    pub top: usize,
}

/// A partner by id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Partner {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

impl Case<'_> {
    /// The rows of the list, best first.
    pub fn list(&self) -> Vec<usize> {
        let ranked = self.matrix.rank(&self.query.weights, self.query.optimism, self.query.top);
        ranked.into_iter().map(|(row, _)| row).collect()
    }

    fn document(&self) -> CaseDocument {
        let seeker = self.roster.organization(self.seeker);
        CaseDocument {
            method: Method::new(self.roster, self.query),
            normalisation: self.wording.say("normalisation", &[]),
            seeker: seeker.id.to_string(),
            seeker_name: seeker.name.to_string(),
            considered: self.matrix.alternatives().len(),
            top: self.query.top.min(self.matrix.alternatives().len()),
        }
    }

    fn partner(&self, row: usize) -> Partner {
        let organization = self.roster.organization(self.matrix.alternatives()[row]);
        Partner { id: organization.id.to_string(), name: organization.name.to_string() }
    }
}

impl CaseDocument {
    /// What has to be known to make the list again: weights, optimism, date, normalisation.
    fn record(&self, wording: &Wording) -> [String; 2] {
        let weight = |c: Criterion| {
            let share = self.method.weights.get(c.name()).copied().unwrap_or_default();
            format!("{} {}", criterion_name(c, wording), figure::point_digits(share, wording))
        };
        let weights: Vec<String> = Criterion::ALL.into_iter().map(weight).collect();
        let words = [
            ("weights", wording.list(&weights)),
            ("optimism", figure::point_digits(self.method.optimism, wording)),
            ("date", wording.date(&self.method.as_of)),
        ];
        let words = words.each_ref().map(|(key, word)| (*key, word.as_str()));
        [wording.say("weights-record", &words), self.normalisation.clone()]
    }

    /// The title of a table about the list: a sentence that takes the name, the id and the length.
    fn title(&self, key: &str, wording: &Wording) -> String {
        let top = self.top.to_string();
        let considered = self.considered.to_string();
        let words = [
            ("name", self.seeker_name.as_str()),
            ("id", &self.seeker),
            ("top", &top),
            ("considered", &considered),
        ];
        wording.say(key, &words)
    }
}

/// A criterion by its name in the language.
pub fn criterion_name(criterion: Criterion, wording: &Wording) -> String {
    vocabulary::name(WordSet::Criterion, criterion.name(), wording.lang()).to_string()
}
