//! The columns of a sheet. They are not quite those of the table: a range takes two, the notes below a row
//! stand beside it, and what letters draw is left to text.

use crate::report::table::{Align, Cell, Row, Table, Unit};
use unicode_width::UnicodeWidthStr;

/// The widest and the narrowest column, in digits.
const WIDTHS: (usize, usize) = (5, 44);
/// What the button of the filter takes.
pub(super) const BUTTON: usize = 3;

/// A column of a sheet.
pub(super) struct Lane {
    /// Its header.
    pub head: String,
    /// To which side the header leans.
    pub align: Align,
    /// Where its cells come from.
    origin: Origin,
}

enum Origin {
    /// A column of the table.
    Cell(usize),
    /// The lower or the upper end of the ranges in a column.
    End(usize, usize),
    /// The notes with a word in front.
    Note(String),
}

/// What is written into a cell.
#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Number(f64),
    Figure(f64, Unit, &'a [String; 2]),
    Link(&'a crate::report::table::Link),
}

/// Nothing around a number.
const BARE: &[String; 2] = &[String::new(), String::new()];

/// The columns of the sheet of a table.
pub(super) fn lanes(table: &Table) -> Vec<Lane> {
    let mut lanes = Vec::new();
    for (i, column) in table.columns.iter().enumerate() {
        let is_range = |row: &Row| matches!(row.cells.get(i), Some(Cell::Range(_)));
        if table.rows.iter().any(|row| matches!(row.cells.get(i), Some(Cell::Drawing(_)))) {
            continue;
        }
        if !table.rows.iter().any(is_range) {
            lanes.push(Lane { head: column.title.clone(), align: column.align, origin: Origin::Cell(i) });
            continue;
        }
        for (end, sign) in ["≥", "≤"].into_iter().enumerate() {
            let head = format!("{} {sign}", column.title);
            lanes.push(Lane { head, align: Align::Right, origin: Origin::End(i, end) });
        }
    }
    let mut words: Vec<&String> = Vec::new();
    for (word, _) in table.rows.iter().flat_map(|row| &row.notes) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let note =
        |word: &String| Lane { head: word.clone(), align: Align::Left, origin: Origin::Note(word.clone()) };
    lanes.extend(words.into_iter().map(note));
    lanes
}

impl Lane {
    /// What stands in a row; nothing where nothing is known.
    pub fn value<'a>(&self, row: &'a Row) -> Option<Value<'a>> {
        match &self.origin {
            Origin::Note(word) => {
                row.notes.iter().find(|(w, _)| w == word).map(|(_, note)| Value::Text(note))
            }
            Origin::End(i, end) => match row.cells.get(*i)? {
                Cell::Range(range) => Some(Value::Figure(range.ends[*end], range.unit, BARE)),
                _ => None,
            },
            Origin::Cell(i) => value(row.cells.get(*i)?),
        }
    }

    /// The unit whose numbers are drawn as bars.
    pub fn bar(&self, table: &Table) -> Option<Unit> {
        table.rows.iter().find_map(|row| match self.value(row) {
            Some(Value::Figure(_, unit @ (Unit::Score | Unit::Bar), _)) => Some(unit),
            _ => None,
        })
    }

    /// How many lines its text takes in a row, if it is so wide.
    pub fn lines(&self, row: &Row, width: usize) -> usize {
        let text = match self.value(row) {
            Some(Value::Text(text)) => text,
            Some(Value::Link(link)) => &link.text,
            _ => return 1,
        };
        lines(text, width)
    }

    /// The columns of the table that it comes from.
    pub fn column(&self) -> Option<usize> {
        match self.origin {
            Origin::Cell(i) | Origin::End(i, _) => Some(i),
            Origin::Note(_) => None,
        }
    }

    /// How wide it has to be, in digits; a letter of Han or Hangul takes two.
    pub fn width(&self, table: &Table) -> usize {
        let longest = |text: &str| text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
        let width = |value: Value| match value {
            Value::Text(text) => longest(text) + 1,
            Value::Link(link) => longest(&link.text) + 1,
            Value::Number(number) => number.to_string().len(),
            Value::Figure(_, Unit::Bar, _) => 20,
            Value::Figure(_, unit, [before, behind]) => {
                let digits = if unit == Unit::Score { 11 } else { 6 };
                digits + before.width() + behind.width()
            }
        };
        let cells = table.rows.iter().filter_map(|row| self.value(row)).map(width);
        // A header may break between words; a cell of text stands a little in from its left.
        let head = self.head.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0) + BUTTON;
        cells.chain([head]).max().unwrap_or(0).clamp(WIDTHS.0, WIDTHS.1)
    }
}

/// How many lines a text takes; words break where they end, so a line is not quite full.
pub(super) fn lines(text: &str, width: usize) -> usize {
    let fill = (width * 9 / 10).max(1);
    let broken = |line: &str| if line.width() <= width { 1 } else { line.width().div_ceil(fill) };
    text.split('\n').map(broken).sum()
}

fn value(cell: &Cell) -> Option<Value<'_>> {
    match cell {
        Cell::Text(text) if text.is_empty() => None,
        Cell::Text(text) => Some(Value::Text(text)),
        Cell::Number(number) => Some(Value::Number(*number)),
        Cell::Whole(number) => Some(Value::Number(*number as f64)),
        Cell::Figure(figure) => Some(Value::Figure(figure.number, figure.unit, &figure.around)),
        Cell::Link(link) => Some(Value::Link(link)),
        Cell::Range(_) | Cell::Drawing(_) | Cell::Unknown | Cell::Untold(_) => None,
    }
}
