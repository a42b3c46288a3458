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
use crate::error::{Error, ErrorKind, Result};
use crate::plan::value::Worths;
use crate::plan::{self, Delegation, Effort, Outcome, Plan};
use crate::read::{Settings, Source};
use crate::report::Wording;
use crate::report::check;
use crate::report::plan::{self as report, PlannedDocument, Told};
use crate::report::table::Table;
use crate::vocabulary::Lang;
use crate::warning::Finding;
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
    let book = json!({
        "type": "string", "contentMediaType": "application/octet-stream",
        "description": "The same as a workbook (XLSX, XLS, ODS); docs/plan.md explains its sheets.",
    });
    Operation::new(("post", "/api/v1/profiles/{id}/plan"), "plan", summary, route)
        .asks::<PlanQuery>()
        .takes("application/toml", toml)
        .takes("application/octet-stream", book.clone())
        .takes(XLSX, book)
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
    site.work(move || answer(&profiles, body, &query)).await
}

/// What a body is, is seen by what is in it.
fn answer(profiles: &Profiles, body: Bytes, asked: &PlanQuery) -> Result<Answer> {
    let roster = &profiles.roster;
    let mut findings = Vec::new();
    let settings = Settings::open(&Source::memory("delegation", body), &mut findings)?;
    let delegation = plan::read(&settings, roster)?;
    let (weights, query) = query(asked, &delegation)?;
    let worths = Worths::of(roster, &delegation, &query);
    let outcome = plan::plan(&delegation, &worths, EFFORT, None)?;
    let wording = Wording::new(asked.lang.unwrap_or_default());
    let told = Told { roster, delegation: &delegation, worths: &worths, query: &query, wording: &wording };
    let format = asked.format.unwrap_or_default();
    match outcome {
        Outcome::Plan(plan) => {
            let made = || profiles.made().scored(roster, &query, &weights).table(&wording);
            written(&told, &plan, &findings, format, made)
        }
        Outcome::Impossible(conflict) => match format {
            PlanFormat::Json => {
                Answer::json(&PlannedDocument::Conflict(report::conflict_document(&told, &conflict)))
            }
            PlanFormat::Tables => read(&findings, report::conflict_tables(&told, &conflict), &wording),
            PlanFormat::Xlsx => Answer::xlsx("plan.xlsx", &report::conflict_book(&told, &conflict)),
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

fn written(
    told: &Told,
    plan: &Plan,
    findings: &[Finding],
    format: PlanFormat,
    made: impl FnOnce() -> Table,
) -> Result<Answer> {
    let document = || report::document(told, plan);
    match format {
        PlanFormat::Json => Answer::json(&PlannedDocument::Plan(Box::new(document()))),
        PlanFormat::Tables => read(findings, report::tables(told, plan), told.wording),
        PlanFormat::Xlsx => Answer::xlsx("plan.xlsx", &report::book(told, plan, made())),
        PlanFormat::Csv => Answer::csv("plan.csv", &report::csv(&document().meetings)),
        PlanFormat::Ics => {
            let answer = Answer::new(ICS, |out| render::ics::write(out, &report::whole(&document())))?;
            Ok(answer.named("plan.ics"))
        }
    }
}

/// The tables, after what was noticed in the delegation: the command line tells that beside the plan.
fn read(findings: &[Finding], tables: Vec<Table>, wording: &Wording) -> Result<Answer> {
    let noticed = (!findings.is_empty()).then(|| check::noticed(findings, wording));
    Answer::json(&noticed.iter().chain(&tables).map(ReadTable::from).collect::<Vec<_>>())
}

/// The weights of the request, else those of the delegation, else the first preset; with their name. A file
/// that the delegation names is not read: it would be one of this machine.
fn query(asked: &PlanQuery, delegation: &Delegation) -> Result<(String, Query)> {
    let (name, weights) = match (&asked.weights, &delegation.weights) {
        (Some(text), _) => (text.as_str(), preset::read(text)?),
        (None, Some(given)) => {
            (given.value.as_str(), preset::read(&given.value).map_err(|e| e.at(given.place.clone()))?)
        }
        (None, None) => (preset::all()[0].name, preset::all()[0].weights()?),
    };
    let optimism = delegation.optimism.map(Optimism::new).transpose()?.unwrap_or_default();
    Ok((name.to_string(), Query { optimism, ..Query::new(weights) }))
}
