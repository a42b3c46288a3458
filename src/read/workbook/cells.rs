//! Cells to text, and to rows.

use super::super::delimited::{Line, MOST_COLUMNS, MOST_ROWS, Room};
use super::super::source::MOST_BYTES;
use super::Sheet;
use super::survey::Survey;
use crate::error::{Error, Place, Refusal, Result};
use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};
use std::collections::BTreeMap;

/// The most cells that merged ones of a sheet stand for.
const MOST_FILLS: usize = 200_000;

/// How much was taken out of a workbook, all sheets together: one stored text may stand in millions of
/// cells.
#[derive(Debug, Default)]
pub(super) struct Budget {
    text: u64,
    room: Room,
}

impl Budget {
    fn take(&mut self, bytes: usize, place: &Place) -> Result<()> {
        self.text += bytes as u64;
        if self.text > MOST_BYTES {
            let message = format!("more than {} MiB of text", MOST_BYTES >> 20);
            let error = Error::refused(Refusal::TooLarge, place.clone(), message);
            return Err(error.hint("split it into several files"));
        }
        Ok(())
    }
}

/// The cells of a sheet, as they come.
#[derive(Debug)]
pub(super) struct Grid {
    name: String,
    hidden: bool,
    /// The sheet, for messages.
    pub place: Place,
    /// What else stands in the sheet.
    pub survey: Survey,
    rows: BTreeMap<u32, Vec<String>>,
}

impl Grid {
    pub(super) fn new(sheet: &calamine::Sheet, place: &Place) -> Grid {
        let hidden = sheet.visible != calamine::SheetVisible::Visible;
        Grid::named(&sheet.name, hidden, place)
    }

    pub(super) fn named(name: &str, hidden: bool, place: &Place) -> Grid {
        Grid {
            name: name.to_string(),
            hidden,
            place: place.sheet(name),
            survey: Survey::default(),
            rows: BTreeMap::new(),
        }
    }

    /// Puts a text into a cell, both counted from 0. Empty text leaves no trace; line ends are of one kind.
    pub(super) fn put(&mut self, row: u32, column: u32, text: String, all: &mut Budget) -> Result<()> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let text = match text.contains('\r') {
            true => text.replace("\r\n", "\n").replace('\r', "\n"),
            false => text,
        };
        let (number, column) = (u64::from(row) + 1, column as usize);
        if column >= MOST_COLUMNS || number > MOST_ROWS {
            let message = format!("a cell beyond {MOST_COLUMNS} columns or {MOST_ROWS} rows");
            let place = self.place.cell(column, number);
            return Err(
                Error::refused(Refusal::TooManyCells, place, message).hint("delete what stands in it")
            );
        }
        all.take(text.len(), &self.place)?;
        let cells = self.rows.entry(row).or_default();
        let wider = (column + 1).saturating_sub(cells.len());
        if cells.is_empty() || wider > 0 {
            all.room.take_more(u64::from(cells.is_empty()), wider, &self.place.at(number))?;
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        Ok(())
    }

    /// The sheet, with merged cells filled downwards: what stands in the first of them holds for each
    /// of its rows. To the right they are not filled: a title over several columns is no value.
    pub(super) fn finish(mut self) -> Sheet {
        let mut merged = Vec::new();
        // Merged ranges do not overlap; where a crafted file says so, the work must end all the same.
        let mut fills = MOST_FILLS;
        for &((top, left), (bottom, _)) in &self.survey.merged {
            let left = left as usize;
            let value = self.rows.get(&top).and_then(|cells| cells.get(left)).cloned();
            let Some(value) = value.filter(|v| !v.is_empty() && bottom > top) else { continue };
            let mut filled = false;
            for (_, cells) in self.rows.range_mut(top + 1..=bottom).take(fills) {
                fills -= 1;
                cells.resize(cells.len().max(left + 1), String::new());
                if cells[left].is_empty() {
                    cells[left].clone_from(&value);
                    filled = true;
                }
            }
            merged.extend(filled.then_some((left, u64::from(top) + 1)));
        }
        let lines = self.rows.into_iter().map(|(row, cells)| Line { number: u64::from(row) + 1, cells });
        Sheet {
            name: self.name,
            hidden: self.hidden,
            hidden_rows: self.survey.hidden_rows,
            hidden_columns: self.survey.hidden_columns,
            merged,
            lines: lines.collect(),
        }
    }
}

/// The text of a cell: what a person reads in it, but for dates, which are ISO 8601, and numbers, which
/// have a point and no thousand separators.
pub(super) fn text_of(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => self::number(*number),
        Data::Bool(yes) => truth(*yes).to_string(),
        Data::DateTime(date) => date_time(*date),
        Data::DateTimeIso(text) => iso(text),
        Data::DurationIso(text) => text.clone(),
        Data::Error(error) => fault(error).to_string(),
    }
}

/// The same, without a copy of what the workbook holds once.
pub(super) fn text_of_ref(value: &DataRef) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_string(),
        DataRef::Error(error) => fault(error).to_string(),
        other => text_of(&Data::from(other.clone())),
    }
}

/// A number as short as it can be: 100 and not 100.0.
pub(super) fn number(number: f64) -> String {
    // Minus zero is no other number to anybody.
    if number == 0.0 { "0".to_string() } else { number.to_string() }
}

pub(super) fn truth(yes: bool) -> &'static str {
    if yes { "TRUE" } else { "FALSE" }
}

/// The days of a spreadsheet end with the year 9999.
const DAYS: f64 = 2_958_466.0;

fn date_time(date: ExcelDateTime) -> String {
    // What no day has, a spreadsheet shows as `####`, and `calamine` as the nearest day.
    if date.is_duration() || !(0.0..DAYS).contains(&date.as_f64()) {
        return number(date.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    if date.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

/// A date without a time that says nothing.
pub(super) fn iso(text: &str) -> String {
    text.trim_end_matches('Z').trim_end_matches(".000").trim_end_matches("T00:00:00").to_string()
}

fn fault(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_are_written_as_people_write_them() {
        for (number, text) in
            [(100.0, "100"), (0.5, "0.5"), (-0.0, "0"), (1e15, "1000000000000000"), (7.0, "7")]
        {
            assert_eq!(text_of(&Data::Float(number)), text);
        }
        let date = |value| {
            text_of(&Data::DateTime(ExcelDateTime::new(value, calamine::ExcelDateTimeType::DateTime, false)))
        };
        assert_eq!((date(46_508.0), date(46_508.5)), ("2027-05-01".into(), "2027-05-01T12:00:00".into()));
        assert_eq!((date(-5.0), date(3e6)), ("-5".into(), "3000000".into()));
        assert_eq!(iso("2027-05-01T00:00:00"), "2027-05-01");
    }

    #[test]
    fn a_far_cell_and_a_flood_of_text_are_refused() {
        let mut grid = Grid::named("S", false, &Place::file("b.xlsx"));
        let error = grid.put(1_048_575, 16_383, "x".into(), &mut Budget::default()).expect_err("far");
        assert_eq!(
            error.place().map(ToString::to_string).as_deref(),
            Some("b.xlsx, sheet S, cell XFD1048576")
        );
        let mut all = Budget::default();
        let flood = (0..200).try_for_each(|row| grid.put(row, 0, "x".repeat(1 << 20), &mut all));
        assert_eq!(flood.expect_err("a flood").refusal(), Some(Refusal::TooLarge));
    }

    #[test]
    fn merged_cells_hold_for_each_of_their_rows() {
        let mut grid = Grid::named("S", false, &Place::file("b.xlsx"));
        for (row, column, text) in [(0, 0, "a"), (0, 1, "KZ"), (1, 0, "b"), (2, 0, "c")] {
            grid.put(row, column, text.into(), &mut Budget::default()).expect("room");
        }
        grid.survey.merged = vec![((0, 1), (1, 1))];
        let sheet = grid.finish();
        let rows: Vec<Vec<String>> = sheet.lines.into_iter().map(|l| l.cells).collect();
        assert_eq!(rows, [vec!["a", "KZ"], vec!["b", "KZ"], vec!["c"]]);
        assert_eq!(sheet.merged, [(1, 1)]);
    }
}
