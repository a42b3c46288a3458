//! What was changed in a clean copy.

use super::shortlist::headed;
use super::table::{Align, Table};
use super::wording::Wording;
use crate::read::{Change, Mended};
use schemars::JsonSchema;
use serde::Serialize;

/// One thing that was mended.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeDocument {
    /// What was mended: the stable name.
    pub mend: String,
    /// Where it stands in the input.
    pub place: String,
    /// What stood there.
    pub was: String,
    /// What stands there now; empty where it is gone.
    pub is: String,
}

impl From<&Change> for ChangeDocument {
    fn from(change: &Change) -> ChangeDocument {
        ChangeDocument {
            mend: change.mend.as_str().to_string(),
            place: change.place.to_string(),
            was: change.was.clone(),
            is: change.is.clone(),
        }
    }
}

/// The changes of a clean copy, in the order of the rows.
pub fn document(mended: &Mended) -> Vec<ChangeDocument> {
    mended.changes.iter().map(Into::into).collect()
}

/// The changes for reading.
pub fn brief(changes: &[ChangeDocument], wording: &Wording) -> Table {
    let heads = ["head-mend", "head-place", "head-was", "head-is"].map(|head| (head, Align::Left));
    let mut table = headed(wording, &heads);
    for change in changes {
        let ChangeDocument { mend, place, was, is } = change.clone();
        let mend = wording.say(&format!("mend-{mend}"), &[]);
        table.push([mend.into(), place.into(), was.into(), is.into()]);
    }
    table
}

/// The same as a table.
pub fn table(changes: &[ChangeDocument]) -> Table {
    let mut table = Table::new(["mend", "place", "was", "is"].map(|head| (head, Align::Left)));
    for change in changes {
        let ChangeDocument { mend, place, was, is } = change.clone();
        table.push([mend.into(), place.into(), was.into(), is.into()]);
    }
    table
}

/// The clean copy as a table.
pub fn copy(mended: &Mended) -> Table {
    let (header, rows) = mended.rows.split_first().map_or((&[][..], &[][..]), |(h, r)| (h.as_slice(), r));
    // A row that has slipped is wider than its header; nothing of it is cut off.
    let width = mended.rows.iter().map(Vec::len).max().unwrap_or(0);
    let head = |at: usize| (header.get(at).map_or("", String::as_str), Align::Left);
    let mut table = Table::new((0..width).map(head));
    for row in rows {
        table.push((0..width).map(|at| row.get(at).cloned().unwrap_or_default().into()));
    }
    table
}
