//! Given pairs, scored row by row: the columns of the input in front, then those of a shortlist, then
//! what stood in the way.

use super::shortlist::{self, COLUMNS, MatchDocument, Reasons, match_document};
use super::table::Cell;
use super::wording::Wording;
use crate::criteria::Pair;
use crate::engine::{self, Query};
use crate::error::{Error, Result};
use crate::read::PairRow;
use crate::roster::{Org, Roster};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// The last column: why a row could not be scored.
pub const PROBLEM: &str = "problem";

/// What `score -f json` writes on each line.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PairDocument {
    /// The cells of the input, by header.
    pub input: BTreeMap<String, String>,
    /// The pair; absent where it could not be scored.
    #[serde(flatten)]
    pub found: Option<MatchDocument>,
    /// Why the row could not be scored; null where it was.
    pub problem: Option<String>,
}

/// A row of the input with the pair that it stands for, or why it stands for none.
#[derive(Debug, Clone)]
pub struct Given {
    /// The cells of the input.
    pub cells: Vec<String>,
    /// The pair.
    pub pair: std::result::Result<(Org, Org), String>,
}

/// The header of the output: that of the input as it is, then our own. One of ours whose name the input
/// has too, such as `seeker`, gets `silkmatch_` in front.
pub fn columns(input: &[String]) -> Vec<String> {
    let own = COLUMNS.into_iter().chain([PROBLEM]);
    let own = own
        .map(|name| if input.iter().any(|i| i == name) { format!("silkmatch_{name}") } else { name.into() });
    input.iter().cloned().chain(own).collect()
}

/// Looks up whom each row means. Each name is looked up once, however many rows have it.
pub fn resolve(roster: &Roster, rows: Vec<PairRow>) -> Vec<Given> {
    let mut known: HashMap<String, std::result::Result<Org, String>> = HashMap::new();
    rows.into_iter()
        .map(|row| {
            let pair = pair_of(roster, &row, &mut known);
            Given { cells: row.cells, pair }
        })
        .collect()
}

fn pair_of(
    roster: &Roster,
    row: &PairRow,
    known: &mut HashMap<String, std::result::Result<Org, String>>,
) -> std::result::Result<(Org, Org), String> {
    if row.found > row.cells.len() {
        return Err(format!("{} cells under a header of {}", row.found, row.cells.len()));
    }
    let mut find = |text: &str, column: &str| {
        if let Some(org) = roster.by_id(text) {
            return Ok(org);
        }
        if text.is_empty() {
            return Err(format!("no {column} is named"));
        }
        if let Some(found) = known.get(text) {
            return found.clone();
        }
        let found = worded(roster.find(text));
        known.insert(text.to_string(), found.clone());
        found
    };
    let (seeker, partner) = (find(row.seeker(), "seeker")?, find(row.partner(), "partner")?);
    if seeker == partner {
        return Err(format!("`{}` and `{}` are the same organization", row.seeker(), row.partner()));
    }
    Ok((seeker, partner))
}

fn worded(found: Result<Org>) -> std::result::Result<Org, String> {
    found.map_err(|error: Error| match error.remedy() {
        Some(hint) => format!("{error}; {hint}"),
        None => error.to_string(),
    })
}

/// The cells of one row of the output.
pub fn cells(roster: &Roster, given: Given, query: &Query, wording: &Wording, reasons: Reasons) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::with_capacity(given.cells.len() + COLUMNS.len() + 1);
    cells.extend(given.cells.into_iter().map(Cell::from));
    match given.pair {
        Ok((seeker, partner)) => {
            let found = engine::assess(Pair { roster, seeker, partner }, query);
            cells.extend(shortlist::cells(roster, &found, None, wording, reasons));
            cells.push(Cell::Unknown);
        }
        Err(problem) => {
            cells.extend(std::iter::repeat_n(Cell::Unknown, COLUMNS.len()));
            cells.push(problem.into());
        }
    }
    cells
}

/// One line of the output as a document.
pub fn document(
    roster: &Roster,
    columns: &[String],
    given: Given,
    query: &Query,
    wording: &Wording,
) -> PairDocument {
    let input = columns.iter().cloned().zip(given.cells).collect();
    let (found, problem) = match given.pair {
        Ok((seeker, partner)) => {
            let found = engine::assess(Pair { roster, seeker, partner }, query);
            (Some(match_document(roster, &found, None, wording)), None)
        }
        Err(problem) => (None, Some(problem)),
    };
    PairDocument { input, found, problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_the_input_stand_in_front_as_they_are() {
        let header = ["seeker", "note", "note"].map(String::from);
        let all = columns(&header);
        assert_eq!(all[..5], ["seeker", "note", "note", "silkmatch_seeker", "seeker_name"]);
        assert_eq!(all.len(), header.len() + COLUMNS.len() + 1);
    }
}
