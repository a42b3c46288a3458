//! A file of pairs, batch by batch: it may be larger than the memory, so it is never held as a whole.
//!
//! A batch is a run of whole rows. Where rows end can be told without looking at every cell unless
//! there are quotes, so a batch is found at the speed of a search for line ends, and its parts can be
//! split into cells by several threads.

use super::cells::{line_ends, row_end};
use super::delimited::{self, MOST_ROW_BYTES, SEPARATORS};
use super::packed::{self, Text};
use super::pair_rows::{Batch, Layout, PairRow};
use super::source::Source;
use crate::error::{Error, ErrorKind, Refusal, Result};
use crate::vocabulary::{self, WordSet};
use crate::warning::Finding;
use std::io::Read;
use std::sync::atomic::Ordering;

/// The header is looked for in so many bytes.
const HEAD: usize = 64 << 10;

/// An open file of pairs, with the columns `seeker` and `partner` (or `a` and `b`), in any of the six
/// languages, and any others.
pub struct PairReader {
    text: Text,
    /// What is read and not given out yet.
    rest: Vec<u8>,
    /// The line on which it begins.
    line: u64,
    layout: Layout,
    header: Vec<String>,
}

impl PairReader {
    /// Opens a file, or standard input: text in any of the encodings that tables may have, packed with
    /// gzip or Zstandard or not at all; or the sheet of a workbook.
    ///
    /// # Errors
    /// What cannot be read; a header without the two columns.
    pub fn open(source: &Source) -> Result<PairReader> {
        let layout = Layout { separator: b',', width: 0, seeker: 0, partner: 0, place: source.place() };
        let text = source.stream()?;
        let mut reader = PairReader { text, rest: Vec::new(), line: 1, layout, header: Vec::new() };
        reader.read_header()?;
        Ok(reader)
    }

    /// The header, as written.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// What is to be said of its encoding.
    pub fn findings(&self) -> &[Finding] {
        &self.text.findings
    }

    /// How many bytes of the file are read, packed as they may be.
    pub fn bytes(&self) -> u64 {
        self.text.taken.load(Ordering::Relaxed)
    }

    /// The next rows, in about so many bytes; none at the end.
    ///
    /// # Errors
    /// What cannot be read; a row that is longer than any row is.
    pub fn batch(&mut self, bytes: usize) -> Result<Option<Batch>> {
        let Some(end) = self.fill(bytes)? else { return Ok(None) };
        let rest = self.rest.split_off(end);
        let text = std::mem::replace(&mut self.rest, rest);
        let batch = Batch { line: self.line, layout: self.layout.clone(), text };
        self.line += line_ends(&batch.text);
        Ok(Some(batch))
    }

    /// Reads on until there is a row end, and says where the last one is; none at the end.
    fn fill(&mut self, bytes: usize) -> Result<Option<usize>> {
        loop {
            let is_last = self.read_some(bytes)?;
            if is_last {
                return Ok(Some(self.rest.len()).filter(|len| *len > 0));
            }
            if let Some(end) = row_end(&self.rest, self.layout.separator) {
                return Ok(Some(end));
            }
            if self.rest.len() as u64 > MOST_ROW_BYTES {
                let message = format!("a row of more than {} MiB", MOST_ROW_BYTES >> 20);
                let error = Error::refused(Refusal::LongRow, self.layout.place.at(self.line), message);
                return Err(error.hint("look for a quote that is opened in this row and never closed"));
            }
        }
    }

    /// Reads so many bytes more; true at the end of the file.
    fn read_some(&mut self, most: usize) -> Result<bool> {
        let before = self.rest.len();
        let read = self.text.by_ref().take(most as u64).read_to_end(&mut self.rest);
        let fresh = &self.rest[before..];
        let at = || self.layout.place.at(self.line + line_ends(&self.rest));
        if let Err(error) = read {
            return Err(packed::fault(error, at()));
        }
        if let Some(zero) = memchr::memchr(0, fresh) {
            let line = self.line + line_ends(&self.rest[..before + zero]);
            let message = "a zero byte, which no text holds";
            let error = Error::refused(Refusal::ZeroBytes, self.layout.place.at(line), message);
            return Err(error.hint("save the file as CSV (UTF-8)"));
        }
        Ok(fresh.len() < most)
    }

    /// The first row that holds anything is the header.
    fn read_header(&mut self) -> Result<()> {
        let Some(mut first) = self.batch(HEAD)? else { return self.locate(1) };
        let empty = first.text.iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
        let declared = std::str::from_utf8(&first.text[empty..]).ok().and_then(delimited::declared);
        let (separator, above) = match declared {
            Some((separator, rest)) => (separator as u8, first.text.len() - rest.len()),
            None => (separator(&first.text[empty..]), empty),
        };
        let line = first.line + line_ends(&first.text[..above]);
        self.layout.separator = separator;
        first.layout.separator = separator;
        let mut rows = first.whole()?;
        rows.at = above;
        let mut row = PairRow::default();
        rows.next(&mut row)?;
        let end = rows.at;
        self.header = row.cells.iter().map(|cell| cell.to_string()).collect();
        self.line = first.line + line_ends(&first.text[..end]);
        first.text.drain(..end);
        first.text.append(&mut self.rest);
        self.rest = first.text;
        self.locate(line)
    }

    /// Finds the two columns in the header, which stands on a line.
    fn locate(&mut self, line: u64) -> Result<()> {
        self.layout.width = self.header.len();
        self.layout.seeker = self.column(["seeker", "a"], line)?;
        self.layout.partner = self.column(["partner", "b"], line)?;
        Ok(())
    }

    fn column(&self, keys: [&str; 2], line: u64) -> Result<usize> {
        let found = |key: &str| {
            self.header.iter().position(|h| vocabulary::keys(WordSet::Column, h.trim()).contains(&key))
        };
        keys.into_iter().find_map(found).ok_or_else(|| {
            let message = format!("no column `{}`; the header has `{}`", keys[0], self.header.join("`, `"));
            Error::new(ErrorKind::Structure, message).at(self.layout.place.at(line)).hint(
                "name the two columns `seeker` and `partner`, in any of the six languages, or `a` and `b`",
            )
        })
    }
}

/// The separator that splits the header into the most words that name a column.
fn separator(text: &[u8]) -> u8 {
    let head = &text[..memchr::memchr2(b'\n', b'\r', text).unwrap_or(text.len())];
    let head = String::from_utf8_lossy(head);
    let words = |separator: &char| {
        let cells = head.split(*separator).map(|c| c.trim_matches(|c: char| c.is_whitespace() || c == '"'));
        cells.filter(|c| !vocabulary::keys(WordSet::Column, c).is_empty()).count()
    };
    // Of equals the last is taken by `max_by_key`, and the comma is the first of the list.
    SEPARATORS.iter().rev().max_by_key(|s| words(s)).map_or(b',', |s| *s as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn open(bytes: impl Into<Vec<u8>>) -> Result<PairReader> {
        PairReader::open(&Source::memory("pairs.csv", bytes))
    }

    /// All rows, with their number of cells, read in parts of a few bytes.
    fn rows(bytes: impl Into<Vec<u8>>) -> Result<Vec<(Vec<String>, usize)>> {
        let mut reader = open(bytes)?;
        let mut all = Vec::new();
        while let Some(batch) = reader.batch(64)? {
            for mut part in batch.parts(16)? {
                let mut row = PairRow::default();
                while part.next(&mut row)? {
                    all.push((row.cells.iter().map(|c| c.to_string()).collect(), row.found));
                }
            }
        }
        Ok(all)
    }

    fn cells(bytes: impl Into<Vec<u8>>) -> Vec<Vec<String>> {
        rows(bytes).expect("sound").into_iter().map(|(cells, _)| cells).collect()
    }

    #[test]
    fn finds_the_two_columns_under_any_separator_and_in_any_language() {
        for head in [
            "a,b",
            "seeker;partner",
            "note\tpartner\tseeker",
            "кто ищет|партнёр",
            "수요자,파트너",
            "sep=;\na;b",
        ] {
            assert!(open(head).is_ok(), "{head}");
        }
        let mut reader = open("\n\nn;partner;seeker\n1; x ;y\n").expect("sound");
        let batch = reader.batch(HEAD).expect("sound").expect("a row");
        let mut row = PairRow::default();
        assert!(batch.parts(99).expect("sound")[0].next(&mut row).expect("sound"));
        assert_eq!((row.seeker(), row.partner()), ("y", "x"));
        let error = open("from,to\n").err().expect("no columns");
        assert!(error.to_string().contains("line 1: no column `seeker`"), "{error}");
        assert!(open("").is_err());
    }

    #[test]
    fn keeps_ragged_rows_and_counts_their_cells() {
        let found = rows("a,b,n\nx\n\nx,y,1,2\n").expect("sound");
        assert_eq!(found[0], (vec!["x".into(), String::new(), String::new()], 1));
        assert_eq!(found[1], (vec!["x".into(), "y".into(), "1".into()], 4));
    }

    #[test]
    fn says_on_which_line_a_fault_is_whatever_ends_the_lines() {
        for end in ["\n", "\r\n", "\r"] {
            let lines = |bad: &[u8]| {
                let mut bytes = format!("a,b{end}\"x{end}x\",y{end}{end}").into_bytes();
                bytes.extend_from_slice(bad);
                bytes.extend_from_slice(format!("{end}x,y{end}").as_bytes());
                rows(bytes).expect_err("a fault").to_string()
            };
            assert!(lines(b"\"Altyn\" Dari,y").starts_with("pairs.csv, line 5: ` ` after"), "{end:?}");
            assert!(lines(b"x,\"y").contains("line 5: a quote is opened"), "{end:?}");
            assert!(lines(b"x,\0").contains("line 5: a zero byte"), "{end:?}");
        }
        let error = open("\n\nfrom,to\n").err().expect("no columns");
        assert!(error.to_string().contains("line 3: no column `seeker`"), "{error}");
    }

    #[test]
    fn a_quote_that_never_closes_does_not_fill_the_memory() {
        let error = rows(format!("a,b\n\"x,{}", "y\n".repeat(2 << 20))).expect_err("endless");
        assert!(error.to_string().contains("a row of more than 1 MiB"), "{error}");
    }

    #[test]
    fn reads_what_is_packed_or_in_another_encoding() {
        use std::io::Write;
        let text = "кто ищет;партнёр\nСК-Фармация;Ташкент Фарма Парк\n";
        let expected = cells(text);
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(text.as_bytes()).expect("in memory");
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [
            gzip.finish().expect("in memory"),
            ruzstd::encoding::compress_to_vec(text.as_bytes(), level),
            encoding_rs::WINDOWS_1251.encode(text).0.into_owned(),
            [b"\xff\xfe".as_slice(), &utf16].concat(),
            utf16,
            format!("\u{feff}{text}").into_bytes(),
        ] {
            assert_eq!(cells(bytes), expected);
        }
    }

    proptest! {
        #[test]
        fn reads_what_the_csv_crate_reads(
            table in prop::collection::vec(prop::collection::vec("[a-z가,\"\r\n ;]{0,6}", 3), 1..40),
        ) {
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            writer.write_record(["a", "b", "n"]).expect("in memory");
            table.iter().for_each(|row| writer.write_record(row).expect("in memory"));
            prop_assert_eq!(cells(writer.into_inner().expect("in memory")), table);
        }
    }
}
