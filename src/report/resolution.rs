//! What terms and names stand for.

use super::table::{Align, Cell, Table};
use crate::resolve::{NameOutcome, TermOutcome};
use crate::roster::Roster;
use schemars::JsonSchema;
use serde::Serialize;

/// A candidate, in the shape of the OpenRefine reconciliation answer.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CandidateDocument {
    /// The id of the concept or organization.
    pub id: String,
    /// Its preferred label or name.
    pub name: String,
    /// How near it is, 0 to 100.
    pub score: f64,
    /// Whether it is the answer.
    #[serde(rename = "match")]
    pub is_match: bool,
    /// The label or name that came nearest.
    pub label: String,
}

/// The answer to one query.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ResolutionDocument {
    /// The text as given.
    pub query: String,
    /// exact, folded, ambiguous or unknown.
    pub outcome: String,
    /// The candidates, best first.
    pub result: Vec<CandidateDocument>,
}

impl ResolutionDocument {
    /// Whether there is an answer.
    pub fn is_match(&self) -> bool {
        self.result.iter().any(|c| c.is_match)
    }
}

/// The answer to a term.
pub fn term(roster: &Roster, query: &str, lang: &str) -> ResolutionDocument {
    let taxonomy = roster.taxonomy();
    let outcome = roster.lexicon().resolve(query);
    let candidate = |concept, label: &str, score: f64, is_match| CandidateDocument {
        id: taxonomy.id(concept).to_string(),
        name: taxonomy.label(concept, lang).to_string(),
        score: score * 100.0,
        is_match,
        label: label.to_string(),
    };
    let result = match &outcome {
        TermOutcome::Exact { concept, label } | TermOutcome::Folded { concept, label } => {
            vec![candidate(*concept, label, 1.0, true)]
        }
        TermOutcome::Ambiguous { candidates: near } | TermOutcome::Unknown { nearest: near } => {
            near.iter().map(|n| candidate(n.concept, &n.label, n.score, false)).collect()
        }
    };
    ResolutionDocument { query: query.to_string(), outcome: outcome.as_str().to_string(), result }
}

/// The answer to a name.
pub fn name(roster: &Roster, query: &str) -> ResolutionDocument {
    let candidate = |position, label: Option<&str>, score: f64, is_match| {
        let organization = roster.organization(roster.at(position));
        CandidateDocument {
            id: organization.id.clone(),
            name: organization.name.clone(),
            score: score * 100.0,
            is_match,
            label: label.unwrap_or(&organization.name).to_string(),
        }
    };
    let (outcome, result) = match roster.resolve_name(query) {
        NameOutcome::One(position) => ("exact", vec![candidate(position, None, 1.0, true)]),
        NameOutcome::Several(all) => {
            ("ambiguous", all.iter().map(|c| candidate(c.position, Some(&c.name), c.score, false)).collect())
        }
        NameOutcome::None(near) => {
            ("unknown", near.iter().map(|c| candidate(c.position, Some(&c.name), c.score, false)).collect())
        }
    };
    ResolutionDocument { query: query.to_string(), outcome: outcome.to_string(), result }
}

/// The answers as a table: the match, or the candidates.
pub fn table(documents: &[ResolutionDocument]) -> Table {
    let mut table = Table::new([
        ("query", Align::Left),
        ("outcome", Align::Left),
        ("id", Align::Left),
        ("name", Align::Left),
        ("score", Align::Right),
        ("label", Align::Left),
    ]);
    for document in documents {
        let (query, outcome) = (&document.query, &document.outcome);
        if document.result.is_empty() {
            table.push([
                query.clone().into(),
                outcome.clone().into(),
                Cell::Unknown,
                Cell::Unknown,
                Cell::Unknown,
                Cell::Unknown,
            ]);
        }
        for c in &document.result {
            let score = Cell::Text(format!("{:.0}", c.score));
            table.push([
                query.clone().into(),
                outcome.clone().into(),
                c.id.clone().into(),
                c.name.clone().into(),
                score,
                c.label.clone().into(),
            ]);
        }
    }
    table
}
