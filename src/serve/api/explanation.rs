//! `explain`: what each criterion gave, need by need, both sides.

use super::super::held::Profiles;
use super::super::site::Site;
use super::answer::{CSV, XLSX};
use super::operation::Operation;
use super::query::{Asked, TableFormat, scoring};
use super::{Answer, Problem};
use crate::criteria::Pair;
use crate::error::{Error, ErrorKind, Result};
use crate::report::Wording;
use crate::report::explanation::{self as report, ExplanationDocument};
use crate::vocabulary::Lang;
use crate::{explain, preset};
use axum::extract::{Path, State};
use axum::routing::get;
use schemars::JsonSchema;
use serde::Deserialize;
use std::sync::Arc;

/// `GET /api/v1/profiles/{id}/explanation`.
pub fn operation() -> Operation {
    let summary = "What each criterion gave to one pair, need by need, both sides";
    Operation::new(("get", "/api/v1/profiles/{id}/explanation"), "explain", summary, get(explanation))
        .asks::<PairQuery>()
        .answers::<ExplanationDocument>()
        .gives(CSV)
        .gives(XLSX)
}

/// Which pair is explained, and how.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PairQuery {
    /// Id or name of the one who looks for a partner.
    seeker: String,
    /// Id or name of the partner.
    partner: String,
    /// How much each criterion counts: a preset, or pairs such as `coverage=0.4,mutual=0.2`.
    weights: Option<String>,
    /// How much of an unknown criterion counts, 0 to 1.
    optimism: Option<f64>,
    /// The language.
    lang: Option<Lang>,
    /// The format.
    format: Option<TableFormat>,
}

async fn explanation(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Asked(query): Asked<PairQuery>,
) -> std::result::Result<Answer, Problem> {
    let profiles = site.profiles(&id)?;
    site.work(move || answer(&profiles, &query)).await
}

fn answer(profiles: &Profiles, asked: &PairQuery) -> Result<Answer> {
    let roster = &profiles.roster;
    let query = scoring(asked.weights.as_deref(), asked.optimism)?;
    let (seeker, partner) = (roster.find(&asked.seeker)?, roster.find(&asked.partner)?);
    if seeker == partner {
        let error = Error::new(ErrorKind::Value, "seeker and partner are the same organization");
        return Err(error.hint("name two organizations"));
    }
    let found = explain::explain(Pair { roster, seeker, partner }, &query);
    let wording = Wording::new(asked.lang.unwrap_or_default());
    let document = report::document(roster, &found, &query, &wording);
    match asked.format.unwrap_or_default() {
        TableFormat::Json => Answer::json(&document),
        TableFormat::Csv => Answer::csv("explanation.csv", &report::points_table(&document)),
        TableFormat::Xlsx => {
            let weights = asked.weights.as_deref().unwrap_or(preset::all()[0].name);
            let made = profiles.made().scored(roster, &query, weights).table(&wording);
            let book = report::sheets(&document, roster, &wording).with(wording.say("sheet-made", &[]), made);
            Answer::xlsx("explanation.xlsx", &book)
        }
    }
}
