//! Where a cell and a row end, in bytes, by strict rules: for tables that are held as a whole
//! ([`super::delimited`]) and for pairs that are not ([`super::pairs`]).

use crate::error::{Error, Place, Refusal};
use memchr::{memchr, memchr_iter, memchr2_iter, memchr3, memrchr};
use std::borrow::Cow;

/// What ends a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Cell,
    Row,
}

/// What is wrong with a quote, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault {
    pub at: usize,
    wrong: Wrong,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    /// It is never closed.
    Open,
    /// This follows the closing one.
    Followed(char),
    /// Spaces stand in front of the opening one: to some programs it opens a cell, to others it is text.
    Preceded,
}

impl Fault {
    pub fn error(self, place: Place) -> Error {
        let (refusal, message, hint) = match self.wrong {
            Wrong::Open => (
                Refusal::OpenQuote,
                "a quote is opened here and never closed".to_string(),
                "close the quote, or double it inside a cell: \"\"",
            ),
            Wrong::Followed(c) => (
                Refusal::TextAfterQuote,
                format!("`{c}` after a closing quote; only a separator or a line end may follow it"),
                "double the quotes inside a cell, and put the whole cell in quotes",
            ),
            Wrong::Preceded => (
                Refusal::SpaceBeforeQuote,
                "a space before an opening quote".to_string(),
                "take the space away, or double the quotes and put the whole cell in quotes",
            ),
        };
        Error::refused(refusal, place, message).hint(hint)
    }
}

/// The cell that begins at a position, where the next one does, and what ended it.
#[inline]
pub(super) fn cell(text: &str, at: usize, separator: u8) -> Result<(Cow<'_, str>, usize, Ending), Fault> {
    let bytes = text.as_bytes();
    if bytes.get(at) == Some(&b'"') {
        return quoted(text, at, separator);
    }
    if bytes.get(at) == Some(&b' ') && bytes[at..].iter().find(|b| **b != b' ') == Some(&b'"') {
        return Err(Fault { at, wrong: Wrong::Preceded });
    }
    let end = memchr3(separator, b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |n| at + n);
    let (next, ending) = after(bytes, end, separator);
    Ok((Cow::Borrowed(&text[at..end]), next, ending))
}

fn quoted(text: &str, at: usize, separator: u8) -> Result<(Cow<'_, str>, usize, Ending), Fault> {
    let bytes = text.as_bytes();
    let Some(end) = closing(bytes, at) else { return Err(Fault { at, wrong: Wrong::Open }) };
    let inside = &text[at + 1..end];
    let follower = text[end + 1..].chars().next();
    if let Some(c) = follower.filter(|c| *c != char::from(separator) && !matches!(c, '\n' | '\r')) {
        return Err(Fault { at: end, wrong: Wrong::Followed(c) });
    }
    let cell = if inside.contains('"') { inside.replace("\"\"", "\"").into() } else { Cow::Borrowed(inside) };
    let (next, ending) = after(bytes, end + 1, separator);
    Ok((cell, next, ending))
}

/// The quote that closes the one at a position; doubled ones are passed over.
fn closing(bytes: &[u8], at: usize) -> Option<usize> {
    let mut from = at + 1;
    loop {
        let quote = from + memchr(b'"', bytes.get(from..)?)?;
        if bytes.get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        from = quote + 2;
    }
}

/// What comes behind the end of a cell. `\r\n`, `\n` and `\r` each end one line.
#[inline]
fn after(bytes: &[u8], end: usize, separator: u8) -> (usize, Ending) {
    match bytes.get(end) {
        Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => (end + 2, Ending::Row),
        Some(b) if *b == separator => (end + 1, Ending::Cell),
        Some(_) => (end + 1, Ending::Row),
        None => (end, Ending::Row),
    }
}

/// Where the last whole row ends, in bytes that begin with a row and may break off in one.
pub(super) fn row_end(bytes: &[u8], separator: u8) -> Option<usize> {
    if memchr(b'"', bytes).is_some() {
        return quoted_row_end(bytes, separator);
    }
    match memrchr(b'\n', bytes) {
        Some(end) => Some(end + 1),
        // The last byte may be the first half of a line end.
        None => memrchr(b'\r', &bytes[..bytes.len().saturating_sub(1)]).map(|end| end + 1),
    }
}

/// The same where there are quotes: every cell has to be looked at.
fn quoted_row_end(bytes: &[u8], separator: u8) -> Option<usize> {
    let (mut at, mut end) = (0, None);
    while at < bytes.len() {
        let from = match bytes[at] {
            // What is wrong behind a quote is told where the cells are split.
            b'"' => match closing(bytes, at) {
                Some(quote) => quote + 1,
                None => return end,
            },
            _ => at,
        };
        let Some(found) = memchr3(separator, b'\n', b'\r', &bytes[from..]) else { return end };
        let is_half = bytes[from + found] == b'\r' && from + found + 1 == bytes.len();
        let (next, ending) = after(bytes, from + found, separator);
        if ending == Ending::Row && !is_half {
            end = Some(next);
        }
        at = next;
    }
    end
}

/// How many lines end in these bytes.
pub(super) fn line_ends(bytes: &[u8]) -> u64 {
    let returns = memchr_iter(b'\r', bytes).count();
    let feeds = memchr_iter(b'\n', bytes).count();
    if returns == 0 {
        return feeds as u64;
    }
    let pairs = memchr2_iter(b'\r', b'\r', bytes).filter(|at| bytes.get(at + 1) == Some(&b'\n')).count();
    (feeds + returns - pairs) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_whatever_ends_them() {
        assert_eq!(line_ends(b"a\r\nb\nc\rd"), 3);
        assert_eq!(line_ends(b""), 0);
    }

    #[test]
    fn a_row_ends_at_no_line_end_within_quotes() {
        for (text, end) in [
            ("a,b\nc,\"d\ne", Some(4)),
            ("\"a\nb\",c\r\nd", Some(9)),
            ("\"a\"\"\nb\"\n", Some(8)),
            ("5\" pipe,b\nc", Some(10)),
            ("a\rb\r", Some(2)),
            ("\"a\"\r", None),
            ("a,b", None),
        ] {
            assert_eq!(row_end(text.as_bytes(), b','), end, "{text:?}");
        }
    }
}
