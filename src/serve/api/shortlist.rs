//! `shortlist`: ranked partners of one organization, or of each.

use super::super::held::Profiles;
use super::super::site::Site;
use super::answer::{CSV, XLSX};
use super::operation::Operation;
use super::query::{Asked, ListQuery, TableFormat};
use super::{Answer, Problem};
use crate::engine;
use crate::error::{Error, ErrorKind, Result};
use crate::report::Wording;
use crate::report::book::Book;
use crate::report::matches::sheets;
use crate::report::shortlist::{self as report, Method, ShortlistDocument};
use axum::extract::{Path, State};
use axum::routing::get;
use std::sync::Arc;

/// `GET /api/v1/profiles/{id}/shortlist`.
pub fn operation() -> Operation {
    let summary = "Ranked partners of one organization, or of each";
    Operation::new(("get", "/api/v1/profiles/{id}/shortlist"), "shortlist", summary, get(shortlist))
        .asks::<ListQuery<TableFormat>>()
        .answers::<ShortlistDocument>()
        .gives(CSV)
        .gives(XLSX)
}

/// The most matches of an answer; each has its reasons and its needs in it.
const MOST_MATCHES: usize = 20_000;

async fn shortlist(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Asked(query): Asked<ListQuery<TableFormat>>,
) -> std::result::Result<Answer, Problem> {
    let profiles = site.profiles(&id)?;
    site.work(move || answer(&profiles, &query)).await
}

fn answer(profiles: &Profiles, asked: &ListQuery<TableFormat>) -> Result<Answer> {
    let roster = &profiles.roster;
    let (seekers, query) = asked.read(roster)?;
    if seekers.len().saturating_mul(query.top.min(roster.len())) > MOST_MATCHES {
        let error =
            Error::new(ErrorKind::Value, format!("the answer could have more than {MOST_MATCHES} matches"));
        return Err(error.hint("narrow it with `from` or `top`, or use the command line"));
    }
    let lists = engine::shortlist_all(roster, &seekers, &query);
    let wording = Wording::new(asked.lang());
    let matches =
        || lists.iter().flat_map(|list| report::documents(roster, list, &wording)).collect::<Vec<_>>();
    match asked.format.unwrap_or_default() {
        TableFormat::Json => {
            let (method, matches) = (Method::new(roster, &query), matches());
            Answer::json(&ShortlistDocument { method, matches, near_misses: None, balance: None })
        }
        TableFormat::Csv => Answer::csv("shortlist.csv", &report::wide(roster, &lists, &wording)),
        TableFormat::Xlsx => {
            let title = lists.first().filter(|_| asked.is_of_one());
            let title = title.map(|list| report::title(roster, list, &wording));
            let book = sheets(Book::new(), &matches(), title, &wording);
            let made = profiles.made().scored(roster, &query, asked.weights()).table(&wording);
            Answer::xlsx("shortlist.xlsx", &book.with(wording.say("sheet-made", &[]), made))
        }
    }
}
