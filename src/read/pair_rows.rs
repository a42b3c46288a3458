//! The rows of a file of pairs: a run of whole ones, and the cells of each.

use super::cells::{Ending, cell, line_ends, row_end};
use crate::error::{Error, Place, Refusal, Result};
use std::borrow::Cow;

/// How the rows of a file are laid out.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub(super) separator: u8,
    pub(super) width: usize,
    pub(super) seeker: usize,
    pub(super) partner: usize,
    pub(super) place: Place,
}

/// A run of whole rows.
#[derive(Debug)]
pub struct Batch {
    pub(super) text: Vec<u8>,
    /// The line on which it begins.
    pub(super) line: u64,
    pub(super) layout: Layout,
}

/// Some rows of a batch.
#[derive(Debug, Clone)]
pub struct Rows<'a> {
    text: &'a str,
    /// Where the next row begins.
    pub(super) at: usize,
    /// The text of the batch up to here.
    before: &'a [u8],
    batch: &'a Batch,
    /// Whether there is a quote anywhere; without one a row is a line.
    has_quotes: bool,
}

/// A row: its cells, as many as the header has. Short rows are filled up with empty cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PairRow<'a> {
    /// The cells.
    pub cells: Vec<Cow<'a, str>>,
    /// How many there are in the file. More than the header has: a separator stands unquoted in one.
    pub found: usize,
    /// The row as it stands in the file, where it would be the same in our CSV but for formulas.
    line: Option<&'a str>,
    seeker: usize,
    partner: usize,
}

impl<'a> PairRow<'a> {
    /// The row as it stands in the file: its cells without a quote, a comma between each two. None where
    /// it is written in any other way.
    pub fn line(&self) -> Option<&'a str> {
        self.line
    }

    /// Who looks for a partner: an id or a name.
    pub fn seeker(&self) -> &str {
        self.cells[self.seeker].trim()
    }

    /// Who is looked at: an id or a name.
    pub fn partner(&self) -> &str {
        self.cells[self.partner].trim()
    }
}

impl Batch {
    /// The rows in parts of about so many bytes each, in their order.
    ///
    /// # Errors
    /// Text that is no UTF-8.
    pub fn parts(&self, bytes: usize) -> Result<Vec<Rows<'_>>> {
        let whole = self.whole()?;
        let mut parts = Vec::with_capacity(self.text.len() / bytes + 1);
        let mut start = 0;
        while start < self.text.len() {
            let end = match self.text.get(start..start + bytes) {
                Some(part) => start + row_end(part, self.layout.separator).unwrap_or(self.text.len() - start),
                None => self.text.len(),
            };
            let text = &whole.text[start..end];
            let has_quotes = memchr::memchr(b'"', text.as_bytes()).is_some();
            parts.push(Rows { text, before: &self.text[..start], has_quotes, ..whole });
            start = end;
        }
        Ok(parts)
    }

    /// All rows.
    pub(super) fn whole(&self) -> Result<Rows<'_>> {
        let text = std::str::from_utf8(&self.text).map_err(|e| {
            let line = self.line + line_ends(&self.text[..e.valid_up_to()]);
            let place = self.layout.place.at(line);
            let error = Error::refused(Refusal::BadEncoding, place, "bytes that are no UTF-8 text");
            error.hint("name the encoding with --encoding, or save the file as CSV (UTF-8)")
        })?;
        Ok(Rows { text, at: 0, before: &[], batch: self, has_quotes: true })
    }
}

impl<'a> Rows<'a> {
    /// Reads the next row into one that is at hand; false at the end. Empty lines are passed over.
    ///
    /// # Errors
    /// A quote that is never closed, or text after a closing one.
    pub fn next(&mut self, row: &mut PairRow<'a>) -> Result<bool> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b'\n' | b'\r')) {
            self.at += 1;
        }
        if self.at == bytes.len() {
            return Ok(false);
        }
        let layout = &self.batch.layout;
        row.cells.clear();
        (row.seeker, row.partner) = (layout.seeker, layout.partner);
        let line =
            if self.has_quotes { self.quoted_row(row).map(|()| None)? } else { Some(self.bare_row(row)) };
        row.found = row.cells.len();
        row.line = line.filter(|_| layout.separator == b',' && row.found == layout.width);
        if row.found != layout.width && layout.width > 0 {
            row.cells.resize(layout.width, Cow::Borrowed(""));
        }
        Ok(true)
    }

    /// The cells of a row that may hold quotes.
    fn quoted_row(&mut self, row: &mut PairRow<'a>) -> Result<()> {
        let layout = &self.batch.layout;
        loop {
            let (cell, next, ending) = cell(self.text, self.at, layout.separator).map_err(|fault| {
                let lines = line_ends(self.before) + line_ends(&self.text.as_bytes()[..fault.at]);
                fault.error(layout.place.at(self.batch.line + lines))
            })?;
            row.cells.push(cell);
            self.at = next;
            if ending == Ending::Row {
                return Ok(());
            }
        }
    }

    /// The cells of a row that holds no quote, and the whole of it. They are short: a search that is fast on
    /// long ones would begin anew at each.
    fn bare_row(&mut self, row: &mut PairRow<'a>) -> &'a str {
        let rest = &self.text[self.at..];
        let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let line = &rest[..end];
        let mut start = 0;
        for (at, byte) in line.bytes().enumerate() {
            if byte == self.batch.layout.separator {
                row.cells.push(Cow::Borrowed(&line[start..at]));
                start = at + 1;
            }
        }
        row.cells.push(Cow::Borrowed(&line[start..]));
        // The line ends behind it are passed over with the empty lines.
        self.at += end;
        line
    }
}
