//! The JSON API under `/api/v1`. One verb a file, with the documents that the command line writes.

mod answer;
mod check;
mod explanation;
mod gaps;
mod operation;
mod plan;
mod problem;
mod profiles;
mod query;
mod read;
mod report;
mod shortlist;
mod starter;

pub use answer::{Answer, HTML};
pub use problem::Problem;
pub use query::Asked;

use super::Limits;
use axum::http::StatusCode;
use operation::Operation;
use std::io;

/// Where the description is.
pub const DESCRIPTION: &str = "/api/v1/openapi.json";

/// Every operation.
pub fn operations(limits: &Limits) -> Vec<Operation> {
    vec![
        profiles::uploading(limits),
        profiles::telling(),
        profiles::forgetting(),
        check::operation(),
        shortlist::operation(),
        report::operation(),
        explanation::operation(),
        gaps::operation(),
        plan::operation(limits),
        starter::operation(),
    ]
}

/// The description of the operations, written out.
///
/// # Errors
/// None: it is made of what is compiled in.
pub fn description(operations: &[Operation]) -> io::Result<String> {
    Ok(serde_json::to_string_pretty(&operation::description(operations))?)
}

/// The answer where there is nothing.
pub async fn nowhere() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "nothing is here").hint(format!("{DESCRIPTION} says what is"))
}

/// The answer to a method that a path does not have.
pub async fn no_such_method() -> Problem {
    let problem = Problem::new(StatusCode::METHOD_NOT_ALLOWED, "this path does not have this method");
    problem.hint(format!("{DESCRIPTION} says which it has"))
}
