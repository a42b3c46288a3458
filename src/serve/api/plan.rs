//! `plan`: who travels, who meets whom, when and where.

use super::super::held::Profiles;
use super::super::limits::Limits;
use super::super::site::Site;
use super::answer::{CSV, ICS, XLSX};
use super::operation::Operation;
use super::query::Asked;
use super::read::ReadTable;
use super::{Answer, Problem};
use crate::criterion::Optimism;
use crate::engine::Query;
use crate::error::{Error, ErrorKind, Place, Result};
use crate::plan::value::Worths;
use crate::plan::{self, Delegation, Effort, Outcome, Plan};
use crate::read::Settings;
use crate::report::Wording;
use crate::report::book::Book;
use crate::report::plan::{self as report, PlannedDocument, Told};
use crate::report::table::Table;
use crate::vocabulary::Lang;
use crate::{preset, render};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::routing::post;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;

/// `POST /api/v1/profiles/{id}/plan`.
pub fn operation(limits: &Limits) -> Operation {
    let summary = "A visit: who travels, who meets whom, when and where; or why there is no plan";
    let route = post(make).layer(DefaultBodyLimit::max(limits.delegation));
    let toml =
        json!({ "type": "string", "description": "A delegation file; docs/plan.md explains its keys." });
    Operation::new(("post", "/api/v1/profiles/{id}/plan"), "plan", summary, route)
        .asks::<PlanQuery>()
        .takes("application/toml", toml)
        .answers::<Planned>()
        .gives(CSV)
        .gives(XLSX)
        .gives(ICS)
}

/// What the command line spends where nothing else is asked for, so that both make the same plan.
const EFFORT: Effort = Effort { steps: 5_000, gap: 0.0 };

/// How a plan is made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PlanQuery {
    /// How much each criterion counts, instead of what the delegation says: a preset, or pairs.
    weights: Option<String>,
    /// The language.
    lang: Option<Lang>,
    /// The format.
    format: Option<PlanFormat>,
}

/// How a plan is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum PlanFormat {
    /// The document.
    #[default]
    Json,
    /// The tables that people read.
    Tables,
    /// The meetings, for spreadsheets.
    Csv,
    /// The tables as the sheets of a workbook of Excel.
    Xlsx,
    /// The meetings as a calendar.
    Ics,
}

/// What is answered as JSON: the document, or the tables that people read.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "it describes what is written by either of its sides")]
enum Planned {
    Document(PlannedDocument),
    Tables(Vec<ReadTable>),
}

async fn make(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Asked(query): Asked<PlanQuery>,
    body: std::result::Result<Bytes, BytesRejection>,
) -> std::result::Result<Answer, Problem> {
    let profiles = site.profiles(&id)?;
    let body = body.map_err(|e| match e.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(site.limits.delegation),
        status => Problem::new(status, e.body_text()),
    })?;
    let text = String::from_utf8(body.to_vec())
        .map_err(|_| Problem::new(StatusCode::BAD_REQUEST, "the delegation is not in UTF-8"))?;
    site.work(move || answer(&profiles, text, &query)).await
}

fn answer(profiles: &Profiles, text: String, asked: &PlanQuery) -> Result<Answer> {
    let roster = &profiles.roster;
    let delegation = plan::read(&Settings::new(&text, Place::file("delegation"))?, roster)?;
    let query = query(asked, &delegation)?;
    let worths = Worths::of(roster, &delegation, &query);
    let outcome = plan::plan(&delegation, &worths, EFFORT, None)?;
    let wording = Wording::new(asked.lang.unwrap_or_default());
    let told = Told { roster, delegation: &delegation, worths: &worths, query: &query, wording: &wording };
    let format = asked.format.unwrap_or_default();
    match outcome {
        Outcome::Plan(plan) => written(&told, &plan, format),
        Outcome::Impossible(conflict) => match format {
            PlanFormat::Json => {
                Answer::json(&PlannedDocument::Conflict(report::conflict_document(&told, &conflict)))
            }
            PlanFormat::Tables => read(&report::conflict_tables(&told, &conflict)),
            PlanFormat::Xlsx => {
                Answer::xlsx("plan.xlsx", &Book::of(report::conflict_tables(&told, &conflict)))
            }
            PlanFormat::Csv | PlanFormat::Ics => {
                let error = Error::new(ErrorKind::Value, "there is no plan");
                Err(error.hint("ask for json or tables, which say why"))
            }
        },
        Outcome::Undecided => {
            let message = "the search ended before it found a plan, or that there is none";
            Err(Error::new(ErrorKind::Value, message).hint("the command line can search longer: --time"))
        }
    }
}

fn written(told: &Told, plan: &Plan, format: PlanFormat) -> Result<Answer> {
    let document = || report::document(told, plan);
    match format {
        PlanFormat::Json => Answer::json(&PlannedDocument::Plan(Box::new(document()))),
        PlanFormat::Tables => read(&report::tables(told, plan)),
        PlanFormat::Xlsx => Answer::xlsx("plan.xlsx", &Book::of(report::tables(told, plan))),
        PlanFormat::Csv => Answer::csv("plan.csv", &report::csv(&document().meetings)),
        PlanFormat::Ics => {
            let answer = Answer::new(ICS, |out| render::ics::write(out, &report::whole(&document())))?;
            Ok(answer.named("plan.ics"))
        }
    }
}

fn read(tables: &[Table]) -> Result<Answer> {
    Answer::json(&tables.iter().map(ReadTable::from).collect::<Vec<_>>())
}

/// The weights of the request, else those of the delegation, else the first preset. A file that the
/// delegation names is not read: it would be one of this machine.
fn query(asked: &PlanQuery, delegation: &Delegation) -> Result<Query> {
    let weights = match (&asked.weights, &delegation.weights) {
        (Some(text), _) => preset::read(text)?,
        (None, Some(given)) => preset::read(&given.value).map_err(|e| e.at(given.place.clone()))?,
        (None, None) => preset::all()[0].weights()?,
    };
    let optimism = delegation.optimism.map(Optimism::new).transpose()?.unwrap_or_default();
    Ok(Query { optimism, ..Query::new(weights) })
}
