//! `check`: what was read, and every finding.

use super::super::site::Site;
use super::answer::{CSV, XLSX};
use super::operation::Operation;
use super::query::{Asked, TableFormat};
use super::{Answer, Problem};
use crate::report::Wording;
use crate::report::check::{self as report, CheckDocument};
use crate::vocabulary::Lang;
use axum::extract::{Path, State};
use axum::routing::get;
use schemars::JsonSchema;
use serde::Deserialize;
use std::sync::Arc;

/// `GET /api/v1/profiles/{id}/check`.
pub fn operation() -> Operation {
    let summary = "What was read, and every finding with file, line, column and remedy";
    Operation::new(("get", "/api/v1/profiles/{id}/check"), "check", summary, get(check))
        .asks::<CheckQuery>()
        .answers::<CheckDocument>()
        .gives(CSV)
        .gives(XLSX)
}

/// How findings are told.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CheckQuery {
    /// The language of the workbook.
    lang: Option<Lang>,
    /// The format.
    format: Option<TableFormat>,
}

async fn check(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Asked(query): Asked<CheckQuery>,
) -> Result<Answer, Problem> {
    let profiles = site.profiles(&id)?;
    let answer = move || match query.format.unwrap_or_default() {
        TableFormat::Json => Answer::json(&profiles.check),
        TableFormat::Csv => Answer::csv("findings.csv", &report::findings_table(&profiles.check)),
        TableFormat::Xlsx => {
            let wording = Wording::new(query.lang.unwrap_or_default());
            let book = report::sheets(&profiles.check, &wording);
            let made = profiles.made().table(&wording);
            Answer::xlsx("findings.xlsx", &book.with(wording.say("sheet-made", &[]), made))
        }
    };
    site.work(answer).await
}
