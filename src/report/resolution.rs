//! What terms and names stand for.

use super::figure;
use super::shortlist::headed;
use super::table::{Align, Cell, Table};
use super::wording::Wording;
use crate::resolve::{Candidate, NameOutcome, Near, Part};
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
    /// When that is or was its name (`until 2019-05`); absent where it always is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
}

/// The answer to one query.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ResolutionDocument {
    /// The text as given.
    pub query: String,
    /// exact, folded, phrase, fuzzy, broader, ambiguous or unknown; of a name, exact, fuzzy, ambiguous or
    /// unknown.
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

/// The answers to a text: one for each term that it lists.
pub fn terms(roster: &Roster, query: &str, lang: &str) -> Vec<ResolutionDocument> {
    let taxonomy = roster.taxonomy();
    let candidate = |near: &Near, is_match| CandidateDocument {
        id: taxonomy.id(near.concept).to_string(),
        name: taxonomy.label(near.concept, lang).to_string(),
        score: near.score * 100.0,
        is_match,
        label: near.label.clone(),
        period: None,
    };
    let answer = |part: Part| {
        let accepted = part.outcome.accepted().iter().map(|n| candidate(n, true));
        let suggested = part.outcome.suggestions().iter().map(|n| candidate(n, false));
        ResolutionDocument {
            query: part.text,
            outcome: part.outcome.as_str().to_string(),
            result: accepted.chain(suggested).collect(),
        }
    };
    roster.lexicon().resolve_cell(query, &[]).into_iter().map(answer).collect()
}

/// The answer to a name.
pub fn name(roster: &Roster, query: &str) -> ResolutionDocument {
    let candidate = |c: &Candidate, is_match| {
        let organization = roster.organization(roster.at(c.position));
        CandidateDocument {
            id: organization.id.clone(),
            name: organization.name.clone(),
            score: c.score * 100.0,
            is_match,
            label: c.name.clone(),
            period: (!c.period.is_open()).then(|| c.period.to_string()),
        }
    };
    let (outcome, result) = match roster.resolve_name(query) {
        NameOutcome::One(one) if one.score < 1.0 => ("fuzzy", vec![candidate(&one, true)]),
        NameOutcome::One(one) => ("exact", vec![candidate(&one, true)]),
        NameOutcome::Several(all) => ("ambiguous", all.iter().map(|c| candidate(c, false)).collect()),
        NameOutcome::None(near) => ("unknown", near.iter().map(|c| candidate(c, false)).collect()),
    };
    ResolutionDocument { query: query.to_string(), outcome: outcome.to_string(), result }
}

/// A label, and when it is or was the name.
fn dated(candidate: &CandidateDocument) -> String {
    match &candidate.period {
        Some(period) => format!("{} ({period})", candidate.label),
        None => candidate.label.clone(),
    }
}

/// The answers for reading.
pub fn brief(documents: &[ResolutionDocument], wording: &Wording) -> Table {
    let heads = [
        ("head-query", Align::Left),
        ("head-outcome", Align::Left),
        ("head-id", Align::Left),
        ("head-name", Align::Left),
        ("head-score", Align::Right),
        ("head-label", Align::Left),
    ];
    let mut table = headed(wording, &heads);
    for document in documents {
        let outcome = wording.say(&format!("outcome-{}", document.outcome), &[]);
        let front = || [Cell::from(document.query.as_str()), outcome.as_str().into()];
        if document.result.is_empty() {
            table.push(front().into_iter().chain(vec![Cell::Unknown; heads.len() - 2]));
        }
        for c in &document.result {
            let back = [
                c.id.clone().into(),
                c.name.clone().into(),
                figure::score(c.score / 100.0, wording).into(),
                dated(c).into(),
            ];
            table.push(front().into_iter().chain(back));
        }
    }
    table
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
                dated(c).into(),
            ]);
        }
    }
    table
}
