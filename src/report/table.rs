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
    /// A number with its unit.
    Figure(Figure),
    /// From one number to another.
    Range(Range),
    /// What letters draw, in a font of one width. A spreadsheet leaves such a column out.
    Drawing(String),
    /// Words that lead somewhere, or that others lead to.
    Link(Link),
    /// Not known; shown as nothing, never as zero.
    Unknown,
    /// Not known, and a reader of text is told so in a word; a spreadsheet has an empty cell.
    Untold(String),
}

/// A number as it counts, and as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number at full precision.
    pub number: f64,
    /// How a spreadsheet shows it.
    pub unit: Unit,
    /// Its digits in text, in the language of the table.
    pub digits: String,
    /// Words in front of the digits and behind them, such as ` (assumed)`.
    pub around: [String; 2],
}

/// What a number is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A score from 0 to 1: a spreadsheet shows it in per cent, over a bar.
    Score,
    /// A share of 1, in whole per cent.
    Percent,
    /// A share of 1, in tenths of a per cent.
    Points,
    /// A number with two decimals.
    Hundredths,
    /// A share of 1 that is drawn as a bar, without its digits.
    Bar,
}

/// Two ends. A spreadsheet has a column for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The lower end and the upper one, in the same unit.
    pub ends: [f64; 2],
    /// How a spreadsheet shows them.
    pub unit: Unit,
    /// Both in text.
    pub text: String,
}

/// Words that lead to a cell of the same workbook. Text has the words alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub text: String,
    /// The name by which other cells lead here.
    pub name: Option<String>,
    /// The name of the cell to which this one leads.
    pub to: Option<String>,
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
            Cell::Figure(figure) => Field::Number(figure.number),
            Cell::Range(range) => Field::Text(range.text.as_str().into()),
            Cell::Link(link) => Field::Text(link.text.as_str().into()),
            Cell::Drawing(drawing) => Field::Text(drawing.as_str().into()),
            Cell::Unknown | Cell::Untold(_) => Field::Unknown,
        }
    }
}

impl Figure {
    /// A number whose text is its digits alone.
    pub fn new(number: f64, unit: Unit, digits: String) -> Figure {
        Figure { number, unit, digits, around: Default::default() }
    }

    /// The figure as text.
    pub fn text(&self) -> String {
        let [before, behind] = &self.around;
        format!("{before}{}{behind}", self.digits)
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

impl From<Figure> for Cell {
    fn from(figure: Figure) -> Cell {
        Cell::Figure(figure)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Cell {
        cell.map_or(Cell::Unknown, Into::into)
    }
}
