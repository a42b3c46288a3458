//! Workbooks to rows: XLSX, XLSM, XLSB, XLS and ODS.
//!
//! `calamine` reads the formats of Excel, and it trusts them: a small crafted file makes it ask for
//! hundreds of gigabytes, which ends the process. So a guard looks first ([`guard`], [`biff`]), and
//! the cells are taken one by one where `calamine` can stream. ODS is read here ([`ods`]): what is
//! needed of it is little, and merged cells and hidden rows come along.

mod biff;
mod binary;
mod cells;
mod guard;
mod ods;
mod survey;

use super::delimited::Line;
use crate::error::{Error, Place, Refusal, Result};
use cells::{Budget, Grid};
use std::io::Cursor;

/// The container of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// A zip archive: XLSX, XLSM, XLSB, ODS.
    Zip,
    /// A compound document: XLS.
    Ole,
}

/// A sheet that holds anything.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The first and the last of rows that are hidden, from 0, in any order.
    pub hidden_rows: Vec<(u32, u32)>,
    /// The same of columns.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Columns of which merged cells were filled downwards: the cell at the top.
    pub merged: Vec<(usize, u64)>,
    /// Its rows with text, ascending.
    pub lines: Vec<Line>,
}

/// The name of the thread that `calamine` runs in. It may panic on a damaged workbook, which is caught
/// and told as an error; a program that reports panics itself should leave out those of this thread.
pub const WORKBOOK_THREAD: &str = "silkmatch-workbook";

/// The sheets of a workbook that hold anything, in their order.
///
/// # Errors
/// What is no workbook, is damaged or protected, or holds more than a table may.
pub(super) fn read(bytes: &[u8], format: Format, place: &Place) -> Result<Vec<Sheet>> {
    let grids = match format {
        Format::Ole => {
            let clean = biff::clean(bytes, place)?;
            guarded(place, || old(clean, place))?
        }
        Format::Zip => match guard::open(bytes, place)? {
            guard::Package::Ods(content) => ods::read(content, place)?,
            guard::Package::Xlsx(surveys) => guarded(place, || excel(bytes, surveys, place))?,
            guard::Package::Xlsb(surveys) => guarded(place, || excel_binary(bytes, surveys, place))?,
        },
    };
    Ok(grids.into_iter().map(Grid::finish).filter(|s| !s.lines.is_empty()).collect())
}

/// Runs `calamine` where a panic of it ends nothing but its thread.
fn guarded<T: Send>(place: &Place, work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name(WORKBOOK_THREAD.to_string());
        let running = thread.spawn_scoped(scope, work);
        let running =
            running.map_err(|e| Error::io(place.clone(), "no thread could be started to read it", e))?;
        running.join().unwrap_or_else(|_| Err(damaged(place, "its parts contradict each other")))
    })
}

/// A workbook that cannot be read, with the reason.
fn damaged(place: &Place, why: impl std::fmt::Display) -> Error {
    let error =
        Error::refused(Refusal::DamagedWorkbook, place.clone(), format!("the workbook is damaged: {why}"));
    error.hint("open it in a spreadsheet and save it again as XLSX")
}

/// A workbook that asks for a password.
fn protected(place: &Place) -> Error {
    let error = Error::refused(Refusal::ProtectedWorkbook, place.clone(), "the workbook asks for a password");
    error.hint("open it, take the password off, and save it again")
}

fn excel(bytes: &[u8], mut surveys: survey::Surveys, place: &Place) -> Result<Vec<Grid>> {
    use calamine::Reader;
    let mut book = calamine::Xlsx::new(Cursor::new(bytes)).map_err(|e| damaged(place, e))?;
    streamed(worksheets(book.sheets_metadata(), place)?, place, |name, grid, budget| {
        let at = grid.place.clone();
        let mut reader = book.worksheet_cells_reader(name).map_err(|e| damaged(&at, e))?;
        grid.survey = surveys.remove(name).unwrap_or_default();
        fill(grid, budget, || reader.next_cell().map_err(|e| damaged(&at, e)))
    })
}

fn excel_binary(bytes: &[u8], mut surveys: survey::Surveys, place: &Place) -> Result<Vec<Grid>> {
    use calamine::Reader;
    let mut book = calamine::Xlsb::new(Cursor::new(bytes)).map_err(|e| damaged(place, e))?;
    streamed(worksheets(book.sheets_metadata(), place)?, place, |name, grid, budget| {
        let at = grid.place.clone();
        let mut reader = book.worksheet_cells_reader(name).map_err(|e| damaged(&at, e))?;
        grid.survey = surveys.remove(name).unwrap_or_default();
        fill(grid, budget, || reader.next_cell().map_err(|e| damaged(&at, e)))
    })
}

/// The sheets of a workbook, each filled by name, all under one budget.
fn streamed(
    sheets: Vec<calamine::Sheet>,
    place: &Place,
    mut read: impl FnMut(&str, &mut Grid, &mut Budget) -> Result<()>,
) -> Result<Vec<Grid>> {
    let mut budget = Budget::default();
    let mut grids = Vec::new();
    for sheet in sheets {
        let mut grid = Grid::new(&sheet, place);
        read(&sheet.name, &mut grid, &mut budget)?;
        grids.push(grid);
    }
    Ok(grids)
}

/// Puts cells into a sheet as a reader gives them.
fn fill<'a>(
    grid: &mut Grid,
    budget: &mut Budget,
    mut next: impl FnMut() -> Result<Option<calamine::Cell<calamine::DataRef<'a>>>>,
) -> Result<()> {
    while let Some(cell) = next()? {
        let (row, column) = cell.get_position();
        grid.put(row, column, cells::text_of_ref(cell.get_value()), budget)?;
    }
    for ((row, column), text) in std::mem::take(&mut grid.survey.passed_over) {
        grid.put(row, column, text.into_owned(), budget)?;
    }
    Ok(())
}

fn old(clean: biff::Clean, place: &Place) -> Result<Vec<Grid>> {
    use calamine::Reader;
    let mut book = calamine::Xls::new(Cursor::new(clean.bytes)).map_err(|e| damaged(place, e))?;
    let mut budget = Budget::default();
    let mut grids = Vec::new();
    let all = book.sheets_metadata().to_vec();
    for (sheet, survey) in all.into_iter().zip(clean.surveys).filter(|(sheet, _)| is_worksheet(sheet)) {
        let mut grid = Grid::new(&sheet, place);
        let range = book.worksheet_range(&sheet.name).map_err(|e| damaged(&grid.place, e))?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            grid.put(top + row as u32, left + column as u32, cells::text_of(value), &mut budget)?;
        }
        let merged = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        grid.survey = survey;
        grid.survey.merged = merged.iter().map(|d| (d.start, d.end)).collect();
        grids.push(grid);
    }
    Ok(grids)
}

/// The most sheets of a workbook. In a zip archive each is unpacked anew.
const MOST_SHEETS: usize = 256;

/// The sheets with cells.
fn worksheets(all: &[calamine::Sheet], place: &Place) -> Result<Vec<calamine::Sheet>> {
    if all.len() > MOST_SHEETS {
        return Err(too_many_sheets(place));
    }
    Ok(all.iter().filter(|sheet| is_worksheet(sheet)).cloned().collect())
}

fn too_many_sheets(place: &Place) -> Error {
    let message = format!("more than {MOST_SHEETS} sheets");
    let error = Error::refused(Refusal::TooLarge, place.clone(), message);
    error.hint("save the tables alone in a new workbook")
}

/// Whether a sheet has cells; those of charts and macros have none.
fn is_worksheet(sheet: &calamine::Sheet) -> bool {
    sheet.typ == calamine::SheetType::WorkSheet
}
