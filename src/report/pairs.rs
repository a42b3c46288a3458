//! Given pairs, scored row by row: the columns of the input in front, then those of a shortlist, then
//! what stood in the way.

use super::shortlist::{self, COLUMNS, MatchDocument, Reasons, match_document};
use super::table::{Field, Type};
use super::wording::Wording;
use crate::criteria::Pair;
use crate::engine::{self, Query};
use crate::error::{Error, Result};
use crate::read::PairRow;
use crate::roster::{Org, Roster};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::{PoisonError, RwLock};

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

/// The header of the output: that of the input as it is, then our own. One of ours whose name the input
/// has too, such as `seeker`, gets `silkmatch_` in front.
pub fn columns(input: &[String]) -> Vec<String> {
    let own = COLUMNS.into_iter().chain([PROBLEM]);
    let own = own
        .map(|name| if input.iter().any(|i| i == name) { format!("silkmatch_{name}") } else { name.into() });
    input.iter().cloned().chain(own).collect()
}

/// Whom a row stands for, or why it stands for nobody.
pub type Named = std::result::Result<(Org, Org), String>;

/// Names that are remembered. A file may hold any number of them, and memory does not.
const MOST_NAMES: usize = 1 << 16;

/// Whom the rows of a file mean. Each name is looked up once, however many rows have it.
pub struct Names<'a> {
    roster: &'a Roster,
    /// Each id. It is looked up twice a row, so it has a hash that is fast; its seed is drawn at random,
    /// so that no file can be made to collide.
    ids: HashMap<&'a str, Org, foldhash::fast::RandomState>,
    known: RwLock<HashMap<String, std::result::Result<Org, String>>>,
}

impl<'a> Names<'a> {
    /// Names of the organizations of a roster.
    pub fn new(roster: &'a Roster) -> Names<'a> {
        let ids = roster.orgs().map(|org| (roster.organization(org).id.as_str(), org)).collect();
        Names { roster, ids, known: RwLock::default() }
    }

    /// The pair that a row stands for.
    pub fn pair(&self, row: &PairRow) -> Named {
        if row.found > row.cells.len() {
            return Err(format!("{} cells under a header of {}", row.found, row.cells.len()));
        }
        let (seeker, partner) = (self.find(row.seeker(), "seeker")?, self.find(row.partner(), "partner")?);
        if seeker == partner {
            return Err(format!("`{}` and `{}` are the same organization", row.seeker(), row.partner()));
        }
        Ok((seeker, partner))
    }

    fn find(&self, text: &str, column: &str) -> std::result::Result<Org, String> {
        if let Some(org) = self.ids.get(text) {
            return Ok(*org);
        }
        if text.is_empty() {
            return Err(format!("no {column} is named"));
        }
        if let Some(found) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(text) {
            return found.clone();
        }
        let found = worded(self.roster.find(text));
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST_NAMES {
            known.insert(text.to_string(), found.clone());
        }
        found
    }
}

fn worded(found: Result<Org>) -> std::result::Result<Org, String> {
    found.map_err(|error: Error| match error.remedy() {
        Some(hint) => format!("{error}; {hint}"),
        None => error.to_string(),
    })
}

/// The types of these columns: what stands in the input is words.
pub fn types(input: &[String]) -> Vec<Type> {
    input.iter().map(|_| Type::Text).chain(shortlist::types()).chain([Type::Text]).collect()
}

/// One row of the output, to be written at once, behind the cells of the input that stand in it.
pub fn fields<'a>(
    roster: &'a Roster,
    named: Named,
    query: &Query,
    wording: &Wording,
    reasons: Reasons,
    row: &mut Vec<Field<'a>>,
) {
    match named {
        Ok((seeker, partner)) => {
            row.extend(shortlist::seeker_fields(roster.organization(seeker), None));
            row.extend(shortlist::partner_fields(roster.organization(partner)));
            pair_fields(roster, (seeker, partner), query, wording, reasons, row);
        }
        Err(problem) => problem_fields(problem, row),
    }
}

/// Of such a row, what is of the pair alone: all behind [`shortlist::partner_fields`].
pub fn pair_fields<'a>(
    roster: &'a Roster,
    (seeker, partner): (Org, Org),
    query: &Query,
    wording: &Wording,
    reasons: Reasons,
    row: &mut Vec<Field<'a>>,
) {
    let found = engine::assess(Pair { roster, seeker, partner }, query);
    shortlist::match_fields(roster, &found, wording, reasons, row);
    row.push(Field::Unknown);
}

/// Such a row where it stands for no pair.
pub fn problem_fields(problem: String, row: &mut Vec<Field>) {
    row.extend(std::iter::repeat_n(Field::Unknown, COLUMNS.len()));
    row.push(problem.into());
}

/// One line of the output as a document, with the cells of the input by header.
pub fn document(
    roster: &Roster,
    input: BTreeMap<String, String>,
    named: Named,
    query: &Query,
    wording: &Wording,
) -> PairDocument {
    let (found, problem) = match named {
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
