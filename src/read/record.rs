//! One row of a table, which knows where it stands.

use super::delimited::Row;
use super::header::clean;
use super::schema::TableName;
use super::table::Table;
use crate::error::Place;
use crate::warning::{Code, Finding};
use std::borrow::Cow;

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    pub(super) table: &'a Table,
    pub(super) row: &'a Row,
}

impl<'a> Record<'a> {
    /// The text of a column, without the white space around it; empty where there is none.
    pub fn text(&self, column: &'static str) -> &'a str {
        self.at(column).map_or("", |cell| cell.trim())
    }

    /// The same as a text that may outlive the table: that of a shipped one is not copied.
    pub fn kept(&self, column: &'static str) -> Cow<'static, str> {
        match self.at(column) {
            Some(Cow::Borrowed(text)) => Cow::Borrowed(text.trim()),
            Some(Cow::Owned(text)) => Cow::Owned(text.trim().to_string()),
            None => Cow::Borrowed(""),
        }
    }

    fn at(&self, column: &'static str) -> Option<&'a Cow<'static, str>> {
        debug_assert!(self.table.name.schema().columns().any(|c| c == column), "{column}");
        let position = self.table.columns.iter().find(|(key, _)| *key == column).map(|(_, p)| *p);
        self.table.cells_of(self.row).get(position?)
    }

    /// The text of a column; `None` where it is empty.
    pub fn some(&self, column: &'static str) -> Option<&'a str> {
        Some(self.text(column)).filter(|t| !t.is_empty())
    }

    /// The texts of all columns that are read, with the key or the tag of each.
    pub fn cells(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let (table, cells) = (self.table, self.table.cells_of(self.row));
        let text = move |position: usize| cells.get(position).map_or("", |cell| cell.trim());
        let by_key = table.columns.iter().map(move |(key, position)| (*key, text(*position)));
        by_key.chain(self.by_language())
    }

    /// The texts of the columns by language, with their tags.
    pub fn by_language(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let cells = self.table.cells_of(self.row);
        self.table
            .by_language
            .iter()
            .map(move |(tag, p)| (tag.as_str(), cells.get(*p).map_or("", |c| c.trim())))
    }

    /// Which table the row belongs to.
    pub fn table(&self) -> TableName {
        self.table.name
    }

    /// Where the row stands.
    pub fn place(&self) -> Place {
        self.table.place.at(self.row.number)
    }

    /// Where a cell of the row stands, with the header as it is written there.
    pub fn cell(&self, column: &'static str) -> Place {
        let position = self.table.columns.iter().find(|(key, _)| *key == column).map(|(_, p)| *p);
        match position {
            Some(p) => self.table.place_at(self.row.number, p).column(clean(&self.table.header[p])),
            None => self.place().column(column),
        }
    }

    /// A finding about a cell of the row.
    pub fn finding(&self, code: Code, column: &'static str, message: impl Into<String>) -> Finding {
        Finding::new(code, self.cell(column), self.text(column), message)
    }
}
