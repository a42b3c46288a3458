//! A file of pairs, row by row: it may be larger than the memory, so it is never held as a whole.

use super::delimited::SEPARATORS;
use super::source::Source;
use crate::error::{Error, ErrorKind, Place, Result};
use crate::vocabulary::{self, WordSet};
use std::cell::Cell;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::rc::Rc;

/// The most bytes of one row. A quote that is never closed would swallow the rest of the file.
const MOST_ROW_BYTES: u64 = 1 << 20;
/// What the reader may have taken beyond the row at hand.
const BUFFER_BYTES: u64 = 64 << 10;

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairRow {
    /// The cells, as many as the header has.
    pub cells: Vec<String>,
    /// More cells than the header has: a separator stands unquoted in one of them.
    pub found: usize,
    seeker: usize,
    partner: usize,
}

impl PairRow {
    /// Who looks for a partner: an id or a name.
    pub fn seeker(&self) -> &str {
        self.cells[self.seeker].trim()
    }

    /// Who is looked at: an id or a name.
    pub fn partner(&self) -> &str {
        self.cells[self.partner].trim()
    }
}

/// An open file of pairs, with the columns `seeker` and `partner` (or `a` and `b`), in any of the six
/// languages, and any others.
pub struct PairReader {
    reader: csv::Reader<Limited<Box<dyn Read>>>,
    allowance: Rc<Cell<u64>>,
    header: Vec<String>,
    seeker: usize,
    partner: usize,
    place: Place,
}

impl PairReader {
    /// Opens a file, or standard input.
    ///
    /// # Errors
    /// What cannot be read; a header without the two columns.
    pub fn open(source: &Source) -> Result<PairReader> {
        PairReader::new(source.open()?, source.place())
    }

    fn new(input: Box<dyn Read>, place: Place) -> Result<PairReader> {
        let unreadable = |e| Error::io(place.clone(), "cannot be read", e);
        let mut input = BufReader::with_capacity(BUFFER_BYTES as usize, input);
        let mut head = Vec::new();
        input.by_ref().take(MOST_ROW_BYTES).read_until(b'\n', &mut head).map_err(unreadable)?;
        let separator = separator(&String::from_utf8_lossy(&head));
        let allowance = Rc::new(Cell::new(0));
        let whole: Box<dyn Read> = Box::new(Cursor::new(head).chain(input));
        let limited = Limited { inner: whole, allowance: Rc::clone(&allowance) };
        let reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(limited);
        let mut pairs =
            PairReader { reader, allowance, header: Vec::new(), seeker: 0, partner: 0, place: place.clone() };
        pairs.allow_a_row();
        let header = pairs.reader.headers().map_err(|e| fault(e, &place))?;
        pairs.header = header.iter().map(str::to_string).collect();
        pairs.seeker = pairs.column(["seeker", "a"])?;
        pairs.partner = pairs.column(["partner", "b"])?;
        Ok(pairs)
    }

    /// The header, as written.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// How many bytes are read.
    pub fn bytes(&self) -> u64 {
        self.reader.position().byte()
    }

    /// The next rows, at most so many; none at the end. Short rows are filled up with empty cells.
    ///
    /// # Errors
    /// What cannot be read, or is no UTF-8.
    pub fn chunk(&mut self, most: usize) -> Result<Vec<PairRow>> {
        let mut rows = Vec::with_capacity(most);
        let mut record = csv::StringRecord::new();
        while rows.len() < most {
            self.allow_a_row();
            if !self.reader.read_record(&mut record).map_err(|e| fault(e, &self.place))? {
                break;
            }
            let cell = |i| record.get(i).unwrap_or_default().to_string();
            rows.push(PairRow {
                cells: (0..self.header.len()).map(cell).collect(),
                found: record.len(),
                seeker: self.seeker,
                partner: self.partner,
            });
        }
        Ok(rows)
    }

    fn allow_a_row(&self) {
        self.allowance.set(MOST_ROW_BYTES + BUFFER_BYTES);
    }

    fn column(&self, keys: [&str; 2]) -> Result<usize> {
        let found = |key: &str| {
            self.header.iter().position(|h| vocabulary::keys(WordSet::Column, h.trim()).contains(&key))
        };
        keys.into_iter().find_map(found).ok_or_else(|| {
            let message = format!("no column `{}`; the header has `{}`", keys[0], self.header.join("`, `"));
            Error::new(ErrorKind::Structure, message).at(self.place.at(1)).hint(
                "name the two columns `seeker` and `partner`, in any of the six languages, or `a` and `b`",
            )
        })
    }
}

/// The separator that splits the header into the most words that name a column.
fn separator(head: &str) -> u8 {
    let words = |separator: &char| {
        let cells = head.split(*separator).map(|c| c.trim_matches(|c: char| c.is_whitespace() || c == '"'));
        cells.filter(|c| !vocabulary::keys(WordSet::Column, c).is_empty()).count()
    };
    // Of equals the last is taken by `max_by_key`, and the comma is the first of the list.
    SEPARATORS.iter().rev().max_by_key(|s| words(s)).map_or(b',', |s| *s as u8)
}

fn fault(error: csv::Error, place: &Place) -> Error {
    let line = error.position().map(|p| p.line());
    let place = line.map_or_else(|| place.clone(), |line| place.at(line));
    match error.into_kind() {
        csv::ErrorKind::Io(e) => Error::io(place, "cannot be read", e),
        csv::ErrorKind::Utf8 { .. } => Error::new(ErrorKind::Structure, "this row is no UTF-8 text")
            .at(place)
            .hint("save the file as CSV (UTF-8) and try again"),
        _ => Error::new(ErrorKind::Structure, "this row cannot be read").at(place),
    }
}

/// A reader that stops when one row takes more than its allowance.
struct Limited<R> {
    inner: R,
    allowance: Rc<Cell<u64>>,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.allowance.get() == 0 {
            let message = format!("a row of more than {MOST_ROW_BYTES} bytes; a quote may never be closed");
            return Err(std::io::Error::other(message));
        }
        let read = self.inner.read(buffer)?;
        self.allowance.set(self.allowance.get().saturating_sub(read as u64));
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> Result<PairReader> {
        PairReader::new(Box::new(Cursor::new(text.as_bytes().to_vec())), Place::file("pairs.csv"))
    }

    fn pairs(text: &str) -> Vec<(String, String)> {
        let rows = open(text).expect("sound").chunk(100).expect("readable");
        rows.iter().map(|r| (r.seeker().to_string(), r.partner().to_string())).collect()
    }

    #[test]
    fn finds_the_two_columns_under_any_separator_and_in_any_language() {
        for head in ["a,b", "seeker;partner", "note\tpartner\tseeker", "кто ищет|партнёр", "수요자,파트너"]
        {
            assert!(open(head).is_ok(), "{head}");
        }
        assert_eq!(pairs("n;partner;seeker\n1; x ;y\n"), [("y".into(), "x".into())]);
        let error = open("from,to\n").err().expect("no columns");
        assert!(error.to_string().contains("line 1: no column `seeker`"), "{error}");
    }

    #[test]
    fn keeps_ragged_rows_and_counts_their_cells() {
        let rows = open("a,b,n\nx\nx,y,1,2\n").expect("sound").chunk(9).expect("readable");
        assert_eq!(rows.iter().map(|r| r.found).collect::<Vec<_>>(), [1, 4]);
        assert_eq!(rows[0].cells, ["x", "", ""]);
    }

    #[test]
    fn a_quote_that_never_closes_does_not_fill_the_memory() {
        let text = format!("a,b\n\"x,{}", "y\n".repeat(2 << 20));
        assert!(open(&text).expect("sound").chunk(9).is_err());
    }
}
