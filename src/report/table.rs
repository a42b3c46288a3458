//! A typed table: what every format renders.

use std::borrow::Cow;

/// A table with typed cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// A line above it, where there is one.
    pub title: Option<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each as wide as the columns.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The header.
    pub title: String,
    /// To which side its cells lean.
    pub align: Align,
}

/// To which side cells lean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

/// What stands in a column of a file that keeps numbers apart from words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// Words.
    Text,
    /// Numbers at full precision.
    Number,
    /// Whole numbers.
    Whole,
}

/// A row, with remarks that a reader sees below it and a spreadsheet does not have.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Cell>,
    /// Remarks, each with a word in front.
    pub notes: Vec<(String, String)>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words, as they are; each format makes them safe for its readers.
    Text(String),
    /// A number at full precision.
    Number(f64),
    /// A whole number.
    Whole(u64),
    /// Not known; shown as nothing, never as zero.
    Unknown,
}

/// A cell that is written at once: its words may belong to somebody else.
#[derive(Debug, Clone, PartialEq)]
pub enum Field<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A number at full precision.
    Number(f64),
    /// A whole number.
    Whole(u64),
    /// Not known.
    Unknown,
}

impl Cell {
    /// The cell, to be written.
    pub fn field(&self) -> Field<'_> {
        match self {
            Cell::Text(text) => Field::Text(text.into()),
            Cell::Number(number) => Field::Number(*number),
            Cell::Whole(number) => Field::Whole(*number),
            Cell::Unknown => Field::Unknown,
        }
    }
}

impl From<Field<'_>> for Cell {
    fn from(field: Field<'_>) -> Cell {
        match field {
            Field::Text(text) => Cell::Text(text.into_owned()),
            Field::Number(number) => Cell::Number(number),
            Field::Whole(number) => Cell::Whole(number),
            Field::Unknown => Cell::Unknown,
        }
    }
}

impl<'a> From<&'a str> for Field<'a> {
    fn from(text: &'a str) -> Field<'a> {
        Field::Text(text.into())
    }
}

impl From<String> for Field<'_> {
    fn from(text: String) -> Self {
        Field::Text(text.into())
    }
}

impl From<f64> for Field<'_> {
    fn from(number: f64) -> Self {
        Field::Number(number)
    }
}

impl From<usize> for Field<'_> {
    fn from(number: usize) -> Self {
        Field::Whole(number as u64)
    }
}

impl<'a, T: Into<Field<'a>>> From<Option<T>> for Field<'a> {
    fn from(field: Option<T>) -> Field<'a> {
        field.map_or(Field::Unknown, Into::into)
    }
}

impl Table {
    /// A table with these columns and no rows.
    pub fn new<'a>(columns: impl IntoIterator<Item = (&'a str, Align)>) -> Table {
        let columns =
            columns.into_iter().map(|(title, align)| Column { title: title.into(), align }).collect();
        Table { columns, ..Table::default() }
    }

    /// The same with a line above it.
    pub fn titled(self, title: impl Into<String>) -> Table {
        Table { title: Some(title.into()), ..self }
    }

    /// Adds a row.
    pub fn push(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(Row { cells: cells.into_iter().collect(), notes: Vec::new() });
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_string())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Cell {
        Cell::Whole(number as u64)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Cell {
        cell.map_or(Cell::Unknown, Into::into)
    }
}
