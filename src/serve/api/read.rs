//! Typed tables as people read them, for the page to show.

use crate::render::text::text;
use crate::report::table::{Align, Row, Table};
use schemars::JsonSchema;
use serde::Serialize;

/// A table as people read it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReadTable {
    /// A line above it, where there is one.
    title: Option<String>,
    /// The columns.
    columns: Vec<ReadColumn>,
    /// The rows, each as wide as the columns.
    rows: Vec<ReadRow>,
}

/// A column.
#[derive(Debug, Serialize, JsonSchema)]
struct ReadColumn {
    /// The header.
    title: String,
    /// Whether its cells are numbers.
    numbers: bool,
}

/// A row, with remarks below it.
#[derive(Debug, Serialize, JsonSchema)]
struct ReadRow {
    /// The cells.
    cells: Vec<String>,
    /// Remarks, each with a word in front.
    notes: Vec<(String, String)>,
}

impl From<&Table> for ReadTable {
    fn from(table: &Table) -> ReadTable {
        let row =
            |row: &Row| ReadRow { cells: row.cells.iter().map(text).collect(), notes: row.notes.clone() };
        let columns = table.columns.iter();
        ReadTable {
            title: table.title.clone(),
            columns: columns
                .map(|c| ReadColumn { title: c.title.clone(), numbers: c.align == Align::Right })
                .collect(),
            rows: table.rows.iter().map(row).collect(),
        }
    }
}
