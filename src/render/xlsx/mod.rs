//! Workbooks of Excel: one sheet a table, with a header that stays in sight, a filter, and numbers that
//! are numbers. What is unknown is an empty cell. A text is a text, whatever it looks like: no cell
//! holds a formula, and no address becomes a link by itself.

mod form;
mod lanes;
mod names;
mod style;

use super::text::is_obeyed;
use crate::error::{Error, ErrorKind, Result};
use crate::report::book::{Book, Sheet};
use crate::report::table::{Link, Table};
pub use form::bytes as form_bytes;
use lanes::{Lane, Value, lanes};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Url, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use std::collections::HashMap;

/// The rows of a sheet (Excel specifications and limits).
const MOST_ROWS: usize = 1_048_576;
/// The columns of a sheet.
const MOST_COLUMNS: usize = 16_384;
/// The characters of a cell, in units of UTF-16.
const MOST_CHARACTERS: usize = 32_767;
/// The links of a sheet; those behind are written as text.
const MOST_LINKS: usize = 65_530;
/// The width of a list, in digits.
const LIST: f64 = 110.0;
/// A sheet wider than this is printed across.
const UPRIGHT: usize = 90;
/// The paper A4.
const A4: u8 = 9;
/// The height of a line, of a title, and of the highest row, in points.
const HEIGHTS: (f64, f64, f64) = (15.0, 22.0, 409.0);

/// The bytes of a workbook: the same for the same sheets.
///
/// # Errors
/// A table or a text that is larger than a sheet or a cell of Excel may be.
pub fn bytes(book: &Book) -> Result<Vec<u8>> {
    let names = names::legal(book.sheets.iter().map(|s| s.name.as_str()));
    book.sheets.iter().zip(&names).try_for_each(|(sheet, name)| hold_limits(sheet, name))?;
    let links = places(book, &names);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties().map_err(unwritten)?);
    for (sheet, name) in book.sheets.iter().zip(&names) {
        let page = workbook.add_worksheet().set_name(name).map_err(unwritten)?;
        Page { page, links: &links, linked: 0 }.write(sheet).map_err(unwritten)?;
    }
    workbook.save_to_buffer().map_err(unwritten)
}

/// A date of creation that is always the same, so that equal workbooks are equal files.
fn properties() -> std::result::Result<DocProperties, XlsxError> {
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new().set_author("silkmatch").set_creation_datetime(&date))
}

fn unwritten(error: XlsxError) -> Error {
    Error::new(ErrorKind::Io, format!("the workbook cannot be made: {error}"))
}

/// Where the table begins: below its title.
fn first_row(table: &Table) -> usize {
    usize::from(table.title.is_some())
}

/// Whether a table is a list: one column without a header.
fn is_list(table: &Table) -> bool {
    matches!(table.columns.as_slice(), [column] if column.title.is_empty())
}

/// How many rows of a sheet a table takes.
fn height(table: &Table) -> usize {
    let header_or_remarks = match is_list(table) {
        true => table.rows.iter().map(|row| row.notes.len()).sum(),
        false => 1,
    };
    first_row(table) + header_or_remarks + table.rows.len()
}

fn hold_limits(sheet: &Sheet, name: &str) -> Result<()> {
    let table = &sheet.table;
    let refuse = |message: String| {
        let error = Error::new(ErrorKind::Value, format!("sheet `{name}`: {message}"));
        Err(error.hint("write -f csv, which has no such limit, or narrow down what is written"))
    };
    if height(table) > MOST_ROWS {
        return refuse(format!("{} rows; a sheet of Excel holds {MOST_ROWS}", height(table)));
    }
    let lanes = lanes(table);
    if lanes.len() > MOST_COLUMNS {
        return refuse(format!("{} columns; a sheet of Excel holds {MOST_COLUMNS}", lanes.len()));
    }
    for (i, row) in table.rows.iter().enumerate() {
        for lane in &lanes {
            let text = match lane.value(row) {
                Some(Value::Text(text)) => shown(text),
                Some(Value::Link(link)) => shown(&link.text),
                _ => continue,
            };
            // Bytes are never fewer.
            if text.len() > MOST_CHARACTERS && text.encode_utf16().count() > MOST_CHARACTERS {
                let line = first_row(table) + i + 2;
                return refuse(format!(
                    "row {line}, column {}: a text of more than {MOST_CHARACTERS} characters, the most of a cell",
                    lane.head
                ));
            }
        }
    }
    Ok(())
}

/// Where the cells with a name are: the sheet, the column and the row, as a link writes them.
fn places<'a>(book: &'a Book, names: &[String]) -> HashMap<&'a str, String> {
    let mut places = HashMap::new();
    for (sheet, name) in book.sheets.iter().zip(names) {
        let lanes = lanes(&sheet.table);
        for (i, row) in sheet.table.rows.iter().enumerate() {
            for (column, lane) in lanes.iter().enumerate() {
                if let Some(Value::Link(Link { name: Some(link), .. })) = lane.value(row) {
                    let row = first_row(&sheet.table) + 1 + i;
                    let cell = rust_xlsxwriter::utility::row_col_to_cell(row as u32, column as u16);
                    places
                        .entry(link.as_str())
                        .or_insert(format!("internal:'{}'!{cell}", name.replace('\'', "''")));
                }
            }
        }
    }
    places
}

/// Text without what a reader's program would obey in place of showing it; line ends stay.
fn shown(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| is_obeyed(c) && c != '\n' && c != '\t';
    if !text.contains(obeyed) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\r' => {}
            c if obeyed(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    shown.into()
}

/// Fits a sheet to pages of A4, one page wide.
fn set_print(page: &mut Worksheet, width: usize) {
    page.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
    page.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    if width > UPRIGHT {
        page.set_landscape();
    }
}

/// A sheet that is being written.
struct Page<'a> {
    page: &'a mut Worksheet,
    links: &'a HashMap<&'a str, String>,
    linked: usize,
}

type Written = std::result::Result<(), XlsxError>;

impl Page<'_> {
    fn write(&mut self, sheet: &Sheet) -> Written {
        let table = &sheet.table;
        if let Some(title) = &table.title {
            self.page.write_string_with_format(0, 0, shown(title), &style::title())?;
            self.page.set_row_height(0, HEIGHTS.1)?;
        }
        let width = if is_list(table) { self.list(table)? } else { self.table(sheet)? };
        set_print(self.page, width);
        Ok(())
    }

    /// A list: one wide column, remarks below their lines.
    fn list(&mut self, table: &Table) -> std::result::Result<usize, XlsxError> {
        self.page.set_column_width(0, LIST)?;
        let mut at = first_row(table) as u32;
        for row in &table.rows {
            let cell = lanes(table)[0].value(row);
            let remarks = row.notes.iter().map(|(word, note)| match word.as_str() {
                "" => note.clone(),
                word => format!("{word}: {note}"),
            });
            if let Some(value) = cell {
                self.value(at, 0, value, &style::line())?;
                self.height(at, [lanes(table)[0].lines(row, LIST as usize)])?;
                at += 1;
            }
            for remark in remarks {
                self.page.write_string_with_format(at, 0, shown(&remark), &style::line())?;
                self.height(at, [lanes::lines(&remark, LIST as usize)])?;
                at += 1;
            }
        }
        Ok(LIST as usize)
    }

    /// A table: header, filter, rows, bars. The width of what is printed, in digits.
    fn table(&mut self, sheet: &Sheet) -> std::result::Result<usize, XlsxError> {
        let table = &sheet.table;
        let lanes = lanes(table);
        let widths: Vec<usize> = lanes.iter().map(|lane| lane.width(table)).collect();
        let top = first_row(table) as u32;
        let last = top + table.rows.len() as u32;
        self.header(table, &lanes, &widths)?;
        for (row, at) in table.rows.iter().zip(top + 1..) {
            for (column, lane) in (0u16..).zip(&lanes) {
                match lane.value(row) {
                    Some(value) => self.value(at, column, value, &style::text())?,
                    None => drop(self.page.write_blank(at, column, &style::text())?),
                }
            }
            self.height(at, lanes.iter().zip(&widths).map(|(lane, width)| lane.lines(row, *width)))?;
        }
        for (column, lane) in (0u16..).zip(&lanes) {
            if let Some(unit) = lane.bar(table) {
                self.page.add_conditional_format(top + 1, column, last, column, &style::bar(unit))?;
            }
        }
        if let Some(last_column) = (lanes.len() as u16).checked_sub(1) {
            self.page.autofilter(top, 0, last, last_column)?;
        }
        self.page.set_freeze_panes(top + 1, sheet.fixed as u16)?.set_repeat_rows(top, top)?;
        let is_printed =
            |lane: &&Lane| sheet.printed.is_none_or(|most| lane.column().is_some_and(|c| c < most));
        let printed = lanes.iter().filter(is_printed).count();
        if sheet.printed.is_some() {
            self.page.set_print_area(0, 0, last, printed.saturating_sub(1) as u16)?;
        }
        Ok(widths[..printed].iter().map(|width| width + 1).sum())
    }

    fn header(&mut self, table: &Table, lanes: &[Lane], widths: &[usize]) -> Written {
        let top = first_row(table) as u32;
        for ((column, lane), width) in (0u16..).zip(lanes).zip(widths) {
            self.page.write_string_with_format(top, column, shown(&lane.head), &style::header(lane.align))?;
            self.page.set_column_width(column, *width as f64 + 1.0)?;
        }
        let lines =
            |(lane, width): (&Lane, &usize)| lanes::lines(&lane.head, width.saturating_sub(lanes::BUTTON));
        self.height(top, lanes.iter().zip(widths).map(lines))
    }

    /// Makes room for the cell with the most lines. Programs that read the file do not all do it themselves.
    fn height(&mut self, row: u32, lines: impl IntoIterator<Item = usize>) -> Written {
        let lines = lines.into_iter().max().unwrap_or(1);
        if lines > 1 {
            self.page.set_row_height(row, (HEIGHTS.0 * lines as f64).min(HEIGHTS.2))?;
        }
        Ok(())
    }

    fn value(&mut self, row: u32, column: u16, value: Value, text: &rust_xlsxwriter::Format) -> Written {
        match value {
            Value::Text(words) => self.page.write_string_with_format(row, column, shown(words), text)?,
            Value::Number(number) => {
                self.page.write_number_with_format(row, column, number, &style::plain())?
            }
            Value::Figure(number, unit, around) => {
                self.page.write_number_with_format(row, column, number, &style::number(unit, around))?
            }
            Value::Link(link) => match link.to.as_deref().and_then(|to| self.links.get(to)) {
                Some(place) if self.linked < MOST_LINKS => {
                    self.linked += 1;
                    let url = Url::new(place).set_text(shown(&link.text));
                    self.page.write_url_with_format(row, column, url, &style::link())?
                }
                _ => self.page.write_string_with_format(row, column, shown(&link.text), text)?,
            },
        };
        Ok(())
    }
}
