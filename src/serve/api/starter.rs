//! A workbook to fill in.

use super::super::held::GIVEN;
use super::super::site::Site;
use super::answer::XLSX;
use super::operation::Operation;
use super::query::Asked;
use super::{Answer, Problem};
use crate::render;
use crate::report::{Wording, starter};
use crate::vocabulary::Lang;
use axum::extract::State;
use axum::routing::get;
use schemars::JsonSchema;
use serde::Deserialize;
use std::sync::Arc;

/// `GET /api/v1/starter`.
pub fn operation() -> Operation {
    let summary = "A workbook to fill in, with lists to choose from and an example row";
    Operation::new(("get", "/api/v1/starter"), "starter", summary, get(show))
        .asks::<StarterQuery>()
        .gives(XLSX)
}

/// In which language it is filled in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct StarterQuery {
    /// The language.
    lang: Option<Lang>,
}

async fn show(State(site): State<Arc<Site>>, Asked(query): Asked<StarterQuery>) -> Result<Answer, Problem> {
    let profiles = site.profiles(GIVEN)?;
    let answer = move || {
        let wording = Wording::new(query.lang.unwrap_or_default());
        let taxonomy = profiles.roster.taxonomy();
        let forms = starter::TABLES.map(|table| starter::form(table, taxonomy, &wording));
        let bytes = render::xlsx::form_bytes(&forms)?;
        Ok(Answer::bytes(XLSX, bytes).named("silkmatch.xlsx"))
    };
    site.work(answer).await
}
