//! `gaps`: needs nobody meets, offers nobody asks for.

use super::super::held::Profiles;
use super::super::site::Site;
use super::answer::{CSV, XLSX};
use super::operation::Operation;
use super::query::{Asked, TableFormat, countries};
use super::{Answer, Problem};
use crate::error::Result;
use crate::gaps;
use crate::report::Wording;
use crate::report::book::Book;
use crate::report::evaluation::{self as report, GapDocument};
use crate::vocabulary::Lang;
use axum::extract::{Path, State};
use axum::routing::get;
use schemars::JsonSchema;
use serde::Deserialize;
use std::sync::Arc;

/// `GET /api/v1/profiles/{id}/gaps`.
pub fn operation() -> Operation {
    let summary = "Needs that nobody abroad meets, and offers that nobody abroad asks for";
    Operation::new(("get", "/api/v1/profiles/{id}/gaps"), "gaps", summary, get(show))
        .asks::<GapsQuery>()
        .answers::<Vec<GapDocument>>()
        .gives(CSV)
        .gives(XLSX)
}

/// Whose gaps are asked for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct GapsQuery {
    /// Countries whose needs and offers are looked at, parted by commas.
    from: Option<String>,
    /// The language.
    lang: Option<Lang>,
    /// The format.
    format: Option<TableFormat>,
}

async fn show(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Asked(query): Asked<GapsQuery>,
) -> std::result::Result<Answer, Problem> {
    let profiles = site.profiles(&id)?;
    site.work(move || answer(&profiles, &query)).await
}

fn answer(profiles: &Profiles, asked: &GapsQuery) -> Result<Answer> {
    let roster = &profiles.roster;
    let from = countries(asked.from.as_deref())?.countries;
    let mut found = gaps::gaps(roster);
    found.retain(|gap| from.is_empty() || from.contains(&gap.country));
    let wording = Wording::new(asked.lang.unwrap_or_default());
    let documents = report::gap_documents(roster, &found, &wording);
    match asked.format.unwrap_or_default() {
        TableFormat::Json => Answer::json(&documents),
        TableFormat::Csv => Answer::csv("gaps.csv", &report::gap_table(&documents)),
        TableFormat::Xlsx => {
            let gaps = report::gap_brief(&documents, &wording);
            let book = Book::new().with(wording.say("sheet-gaps", &[]), gaps);
            let made = profiles.made().table(&wording);
            Answer::xlsx("gaps.xlsx", &book.with(wording.say("sheet-made", &[]), made))
        }
    }
}
