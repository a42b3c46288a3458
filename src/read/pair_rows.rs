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
}

/// A row: its cells, as many as the header has. Short rows are filled up with empty cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PairRow<'a> {
    /// The cells.
    pub cells: Vec<Cow<'a, str>>,
    /// How many there are in the file. More than the header has: a separator stands unquoted in one.
    pub found: usize,
    seeker: usize,
    partner: usize,
}

impl PairRow<'_> {
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
            parts.push(Rows { text: &whole.text[start..end], before: &self.text[..start], ..whole });
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
        Ok(Rows { text, at: 0, before: &[], batch: self })
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
        loop {
            let (cell, next, ending) = cell(self.text, self.at, layout.separator).map_err(|fault| {
                let lines = line_ends(self.before) + line_ends(&bytes[..fault.at]);
                fault.error(layout.place.at(self.batch.line + lines))
            })?;
            row.cells.push(cell);
            self.at = next;
            if ending == Ending::Row {
                break;
            }
        }
        row.found = row.cells.len();
        if row.found != layout.width && layout.width > 0 {
            row.cells.resize(layout.width, Cow::Borrowed(""));
        }
        Ok(true)
    }
}
