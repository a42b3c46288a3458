//! Delimited text into records, strictly, with physical lines.
//!
//! The `csv` crate reads anything as something, and counts one line where Windows ends it with two
//! characters (rust-csv issue 395); for a message that an officer can act on, a quote that never
//! closes and the right line matter more than speed.

use super::cells::{Ending, Fault, cell, line_ends};
use crate::error::{Error, Place, Refusal, Result};
use std::borrow::Cow;
use std::ops::Range;

/// The most bytes of one row. A spreadsheet holds at most 32,767 characters in a cell; a quote that is
/// never closed would swallow the rest of the file.
pub(super) const MOST_ROW_BYTES: u64 = 1 << 20;
/// The most columns of a table.
pub(super) const MOST_COLUMNS: usize = 4_096;
/// The most rows of a table: as many as a sheet has.
pub(super) const MOST_ROWS: u64 = 1 << 20;
/// The most cells of a table, empty ones between others too.
pub(super) const MOST_CELLS: usize = 5_000_000;

/// One record: the physical line on which it begins, counted from 1, and its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub number: u64,
    pub cells: Vec<String>,
}

impl Line {
    fn has_text(&self) -> bool {
        self.cells.iter().any(|cell| !cell.trim().is_empty())
    }
}

/// Records whose cells stand one behind the other, borrowed from the text where they are whole in it.
pub(super) struct Flat<'t> {
    pub cells: Vec<Cow<'t, str>>,
    pub rows: Vec<Row>,
}

/// Where a record begins in the text, by its physical line, and which cells of its table are its own.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub number: u64,
    pub cells: Range<usize>,
}

/// The separators that spreadsheets write.
pub(super) const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// Splits text into records by one separator. Records without any text are left out.
pub(super) fn records(text: &str, separator: char, place: &Place) -> Result<Vec<Line>> {
    let mut reader = Reader::new(text, separator, place);
    let (mut records, mut room) = (Vec::new(), Room::default());
    while let Some(record) = reader.record()? {
        if record.has_text() {
            room.take_more(1, record.cells.len(), &place.at(record.number))?;
            records.push(record);
        }
    }
    Ok(records)
}

/// The same without a list of its own for each record, for a table that is not looked over.
pub(super) fn flat<'t>(text: &'t str, separator: char, place: &Place) -> Result<Flat<'t>> {
    let mut reader = Reader::new(text, separator, place);
    let (mut flat, mut room) = (Flat { cells: Vec::new(), rows: Vec::new() }, Room::default());
    loop {
        let from = flat.cells.len();
        let Some(number) = reader.read_into(&mut flat.cells)? else { return Ok(flat) };
        let cells = from..flat.cells.len();
        if flat.cells[cells.clone()].iter().all(|cell| cell.trim().is_empty()) {
            flat.cells.truncate(from);
        } else {
            room.take_more(1, cells.len(), &place.at(number))?;
            flat.rows.push(Row { number, cells });
        }
    }
}

/// The first so many records, as far as they are sound.
pub(super) fn upper(text: &str, separator: char, place: &Place, most: usize) -> Vec<Line> {
    let mut reader = Reader::new(text, separator, place);
    let sound = std::iter::from_fn(|| reader.record().ok().flatten());
    sound.filter(Line::has_text).take(most).collect()
}

/// How many rows and cells a table has so far.
#[derive(Debug, Default)]
pub(super) struct Room {
    rows: u64,
    cells: usize,
}

impl Room {
    /// Takes so many rows and cells more.
    pub(super) fn take_more(&mut self, rows: u64, cells: usize, place: &Place) -> Result<()> {
        self.rows += rows;
        self.cells += cells;
        if self.rows > MOST_ROWS || self.cells > MOST_CELLS {
            let message = format!("the table goes on beyond {MOST_ROWS} rows or {MOST_CELLS} cells");
            let error = Error::refused(Refusal::TooManyCells, place.clone(), message);
            return Err(error.hint("split it into several files"));
        }
        Ok(())
    }
}

/// A first line `sep=;`, as Excel writes and reads it: the separator, and the text after the line.
pub(super) fn declared(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let mut chars = first.trim_end_matches('\r').strip_prefix("sep=")?.chars();
    let separator = chars.next().filter(|c| SEPARATORS.contains(c))?;
    chars.next().is_none().then_some((separator, rest))
}

struct Reader<'t, 'p> {
    text: &'t str,
    /// Where the next record begins.
    at: usize,
    separator: u8,
    line: u64,
    /// How many cells the last record had: the next one has as many.
    width: usize,
    place: &'p Place,
}

impl<'t, 'p> Reader<'t, 'p> {
    fn new(text: &'t str, separator: char, place: &'p Place) -> Reader<'t, 'p> {
        // All separators are of ASCII.
        Reader { text, at: 0, separator: separator as u8, line: 1, width: 0, place }
    }

    fn record(&mut self) -> Result<Option<Line>> {
        let mut cells = Vec::with_capacity(self.width);
        let Some(number) = self.read_into(&mut cells)? else { return Ok(None) };
        Ok(Some(Line { number, cells: cells.into_iter().map(Cow::into_owned).collect() }))
    }

    /// Reads the cells of the next record behind others, and says on which line it begins.
    fn read_into(&mut self, cells: &mut Vec<Cow<'t, str>>) -> Result<Option<u64>> {
        if self.at == self.text.len() {
            return Ok(None);
        }
        let (number, start, first) = (self.line, self.at, cells.len());
        loop {
            let (from, width) = (self.at, cells.len() - first + 1);
            let (text, next, ending) =
                cell(self.text, from, self.separator).map_err(|f| self.error(f, from, width))?;
            cells.push(self.taken(text, from, ending));
            self.at = next;
            if width > MOST_COLUMNS || (next - start) as u64 > MOST_ROW_BYTES {
                return Err(self.too_long(number, width));
            }
            if ending == Ending::Row {
                self.width = width;
                return Ok(Some(number));
            }
        }
    }

    /// The text of a cell that begins at a position, with one kind of line ends; the lines are counted.
    fn taken(&mut self, text: Cow<'t, str>, from: usize, ending: Ending) -> Cow<'t, str> {
        self.line += u64::from(ending == Ending::Row);
        // Only quotes hold line ends.
        if self.text.as_bytes().get(from) != Some(&b'"') {
            return text;
        }
        self.line += line_ends(text.as_bytes());
        match text.contains('\r') {
            true => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
            false => text,
        }
    }

    fn error(&self, fault: Fault, from: usize, column: usize) -> Error {
        let line = self.line + line_ends(&self.text.as_bytes()[from..fault.at]);
        fault.error(self.place.at(line).column(column.to_string()))
    }

    fn too_long(&self, line: u64, columns: usize) -> Error {
        let (refusal, message) = match columns > MOST_COLUMNS {
            true => (Refusal::TooManyCells, format!("a row of more than {MOST_COLUMNS} cells")),
            false => (Refusal::LongRow, format!("a row of more than {} MiB", MOST_ROW_BYTES >> 20)),
        };
        let error = Error::refused(refusal, self.place.at(line), message);
        error.hint("look for a quote that is opened in this row and closed far below, or never")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Vec<Line>> {
        records(text, ',', &Place::file("x.csv"))
    }

    #[test]
    fn counts_physical_lines_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "\"one", "two\",c", "", "d,e"].join(end);
            let lines: Vec<u64> = read(&text).expect("sound").iter().map(|r| r.number).collect();
            assert_eq!(lines, [1, 2, 5], "{end:?}");
        }
    }

    #[test]
    fn refuses_a_quote_that_never_closes_at_its_line() {
        let error = read("a,b\r\nc,\"d\r\ne,f\r\n").expect_err("open quote");
        assert_eq!(error.place().and_then(|p| p.line), Some(2));
        assert_eq!(error.place().and_then(|p| p.column.as_deref()), Some("2"));
        assert!(read("\"Altyn\" Dari,KZ").is_err());
        assert_eq!(read("Altyn \"Dari\",KZ").expect("bare quotes")[0].cells[0], "Altyn \"Dari\"");
    }

    #[test]
    fn stops_at_the_limits() {
        let refusal = |text: &str| read(text).expect_err("too much").refusal();
        assert_eq!(refusal(&format!("\"{}\"", "a\n".repeat(1 << 19))), Some(Refusal::LongRow));
        assert_eq!(refusal(&",x".repeat(MOST_COLUMNS)), Some(Refusal::TooManyCells));
        assert_eq!(refusal(&"x\n".repeat(MOST_ROWS as usize + 1)), Some(Refusal::TooManyCells));
    }

    #[test]
    fn takes_the_separator_that_excel_declares() {
        assert_eq!(declared("sep=;\r\na;b"), Some((';', "a;b")));
        assert_eq!(declared("sep=ab\na"), None);
        assert_eq!(declared("name,country\n"), None);
    }

    proptest! {
        #[test]
        fn reads_back_what_the_csv_crate_writes(
            table in prop::collection::vec(prop::collection::vec("[a-zа-я가나,\"\n ;]{0,6}", 3), 1..6),
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in &table {
                writer.write_record(row).expect("in memory");
            }
            let text = String::from_utf8(writer.into_inner().expect("in memory")).expect("UTF-8");
            let expected: Vec<_> = table.into_iter().filter(|r| r.iter().any(|c| !c.trim().is_empty())).collect();
            let found: Vec<_> = read(&text).expect("sound").into_iter().map(|l| l.cells).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
