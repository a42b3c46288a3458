//! What a request asks for, turned into domain types.

use super::Problem;
use crate::criterion::Optimism;
use crate::engine::{Filter, Query};
use crate::error::{Error, ErrorKind, Result};
use crate::preset;
use crate::roster::{Org, Roster};
use crate::vocabulary::Lang;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The query of an address, read as a whole: a word that it may not have is refused.
pub struct Asked<T>(pub T);

impl<S: Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> std::result::Result<Asked<T>, Problem> {
        let query = axum::extract::Query::try_from_uri(&parts.uri);
        let refuse = |e: axum::extract::rejection::QueryRejection| {
            Problem::new(StatusCode::BAD_REQUEST, e.body_text()).hint(format!("see {}", super::DESCRIPTION))
        };
        query.map(|axum::extract::Query(query)| Asked(query)).map_err(refuse)
    }
}

/// A table or a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TableFormat {
    /// The document.
    #[default]
    Json,
    /// A table for spreadsheets and programs.
    Csv,
    /// A workbook of Excel.
    Xlsx,
}

/// A page or its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PageFormat {
    /// The page.
    #[default]
    Html,
    /// Its data.
    Json,
}

/// The words of a list, which commas part.
fn words(list: Option<&str>) -> Vec<String> {
    let parts = list.unwrap_or_default().split(',').map(str::trim).filter(|word| !word.is_empty());
    parts.map(str::to_string).collect()
}

/// How matches are scored.
pub fn scoring(weights: Option<&str>, optimism: Option<f64>) -> Result<Query> {
    let weights = match weights {
        Some(text) => preset::read(text)?,
        None => preset::all()[0].weights()?,
    };
    Ok(Query {
        optimism: optimism.map(Optimism::new).transpose()?.unwrap_or_default(),
        ..Query::new(weights)
    })
}

/// The countries of a list.
pub fn countries(list: Option<&str>) -> Result<Filter> {
    Filter::of_countries(&words(list))
}

/// Whose partners are asked for, and how.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(bound = "F: JsonSchema")]
pub struct ListQuery<F> {
    /// Id or name of the organization that looks for partners, in any script. Without it, all are asked for.
    seeker: Option<String>,
    /// Countries of the seekers, where no one is named: ISO 3166 codes or names, parted by commas.
    from: Option<String>,
    /// Countries of the partners, parted by commas.
    to: Option<String>,
    /// Kinds of the partners, parted by commas.
    kind: Option<String>,
    /// A concept that the partners offer, itself or narrower: its id or a label in any language.
    concept: Option<String>,
    /// How much each criterion counts: a preset, or pairs such as `coverage=0.4,mutual=0.2`.
    weights: Option<String>,
    /// How much of an unknown criterion counts, 0 to 1.
    optimism: Option<f64>,
    /// Matches for each seeker, 10 where it is not said.
    #[schemars(range(min = 1))]
    top: Option<usize>,
    /// The language.
    lang: Option<Lang>,
    /// The format.
    pub format: Option<F>,
}

impl<F> ListQuery<F> {
    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or_default()
    }

    /// What the weights are called.
    pub fn weights(&self) -> &str {
        self.weights.as_deref().unwrap_or(preset::all()[0].name)
    }

    /// Whether one organization is named.
    pub fn is_of_one(&self) -> bool {
        self.seeker.as_deref().is_some_and(|text| !text.is_empty())
    }

    /// Who looks for partners, and for which.
    ///
    /// # Errors
    /// Words that stand for nothing that is known.
    pub fn read(&self, roster: &Roster) -> Result<(Vec<Org>, Query)> {
        let scoring = scoring(self.weights.as_deref(), self.optimism)?;
        let concepts: Vec<String> = self.concept.iter().filter(|c| !c.is_empty()).cloned().collect();
        let partners =
            Filter::read(roster, &words(self.to.as_deref()), &words(self.kind.as_deref()), &concepts)?;
        if self.top == Some(0) {
            let error = Error::new(ErrorKind::Value, "`top` is 0; it is a whole number from 1 up");
            return Err(error.hint("leave it out for 10"));
        }
        let query = Query { partners, top: self.top.unwrap_or(scoring.top), ..scoring };
        Ok((self.seekers(roster)?, query))
    }

    fn seekers(&self, roster: &Roster) -> Result<Vec<Org>> {
        if let Some(text) = self.seeker.as_deref().filter(|text| !text.is_empty()) {
            return Ok(vec![roster.find(text)?]);
        }
        let from = countries(self.from.as_deref())?;
        Ok(roster.orgs().filter(|o| from.lets(roster, *o)).collect())
    }
}
