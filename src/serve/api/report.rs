//! `report`: the page with live weights, which is the same that the command line writes.

use super::super::held::Profiles;
use super::super::site::Site;
use super::answer::HTML;
use super::operation::Operation;
use super::query::{Asked, ListQuery, PageFormat};
use super::{Answer, Problem};
use crate::error::Result;
use crate::render;
use crate::report::Wording;
use crate::report::page::PageDocument;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;

/// `GET /api/v1/profiles/{id}/report`.
pub fn operation() -> Operation {
    let summary = "One page with live weights, to open, print and send on, or its data";
    Operation::new(("get", "/api/v1/profiles/{id}/report"), "report", summary, get(report))
        .asks::<ListQuery<PageFormat>>()
        .gives(HTML)
        .answers::<PageDocument>()
}

/// The page says itself what it may run and load; what it cannot say is who may frame it.
const FRAMED: &str = "frame-ancestors 'self'";

async fn report(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Asked(query): Asked<ListQuery<PageFormat>>,
) -> std::result::Result<Response, Problem> {
    let profiles = site.profiles(&id)?;
    let answer = site.work(move || answer(&profiles, &query)).await?;
    Ok(([(header::CONTENT_SECURITY_POLICY, FRAMED)], answer).into_response())
}

fn answer(profiles: &Profiles, asked: &ListQuery<PageFormat>) -> Result<Answer> {
    let roster = &profiles.roster;
    let (seekers, query) = asked.read(roster)?;
    let wording = Wording::new(asked.lang());
    let page = PageDocument::new(roster, &seekers, &query, profiles.inputs.clone(), &wording)?;
    match asked.format.unwrap_or_default() {
        PageFormat::Html => Answer::new(HTML, |out| render::html::write(out, &page)),
        PageFormat::Json => Answer::json(&page),
    }
}
