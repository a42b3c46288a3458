//! Where bytes come from, and how many of them are taken.

use super::cells::line_ends;
use super::decoded;
use super::delimited::MOST_ROW_BYTES;
use super::encoding::{Encoding, UTF_8};
use super::kind::{self, Kind};
use super::packed::{self, Text};
use super::schema::TableName;
use super::workbook::{self, Sheet};
use crate::error::{Error, ErrorKind, Place, Refusal, Result};
use crate::warning::Finding;
use flate2::read::MultiGzDecoder;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// The most bytes that one input may have, packed and unpacked. A register of 100,000 organizations
/// takes a quarter of it; an endless pipe is stopped by it.
pub const MOST_BYTES: u64 = 100 << 20;

/// Where the bytes of a table come from, and how they are to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    input: Input,
    encoding: Option<Encoding>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Input {
    File(PathBuf),
    Stdin,
    Shipped(&'static str, &'static str),
    Memory(String, Vec<u8>),
}

/// What stands in a source.
#[derive(Debug)]
pub(super) enum Content {
    /// Delimited text.
    Text(String),
    /// The sheets of a workbook that hold anything.
    Sheets(Vec<Sheet>),
}

impl Source {
    /// A path, or standard input for `-`.
    pub fn named(path: &Path) -> Source {
        let stdin = path == Path::new("-");
        Source::of(if stdin { Input::Stdin } else { Input::File(path.to_path_buf()) })
    }

    /// A table of the shipped set: its name and its text.
    pub fn shipped(name: &'static str, text: &'static str) -> Source {
        Source::of(Input::Shipped(name, text))
    }

    /// Bytes at hand, under a name for messages: text in any encoding, a workbook, or either of them
    /// packed with gzip.
    pub fn memory(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Source {
        Source::of(Input::Memory(name.into(), bytes.into()))
    }

    /// The same, to be read in this encoding; where there is none, it is found.
    pub fn encoded(self, encoding: Option<Encoding>) -> Source {
        Source { encoding, ..self }
    }

    fn of(input: Input) -> Source {
        Source { input, encoding: None }
    }

    /// The name used in messages.
    pub fn place(&self) -> Place {
        match &self.input {
            Input::File(path) => Place::file(path.display().to_string()),
            Input::Stdin => Place::file("standard input"),
            Input::Shipped(name, _) => Place::file(format!("shipped {name}.csv")),
            Input::Memory(name, _) => Place::file(name.as_str()),
        }
    }

    /// Opens it for streaming.
    ///
    /// # Errors
    /// What cannot be opened, and what is no file: a folder, a device, a named pipe.
    pub fn open(&self) -> Result<Box<dyn Read + Send>> {
        Ok(match &self.input {
            Input::File(path) => Box::new(open(path, self.place())?),
            Input::Stdin => Box::new(std::io::stdin()),
            Input::Shipped(_, text) => Box::new(Cursor::new(text.as_bytes())),
            Input::Memory(_, bytes) => Box::new(Cursor::new(bytes.clone())),
        })
    }

    /// Reads all of it: as a workbook where it is one, else as text.
    ///
    /// # Errors
    /// What cannot be read, is too large, or is neither.
    pub(super) fn content(&self, findings: &mut Vec<Finding>) -> Result<Content> {
        if let Input::Shipped(_, text) = &self.input {
            return Ok(Content::Text((*text).to_string()));
        }
        let place = self.place();
        let bytes = self.bytes(&place)?;
        match kind::of(&bytes, &place)? {
            Kind::Text => decoded::decode(bytes, self.encoding, &place, findings).map(Content::Text),
            Kind::Workbook(format) => workbook::read(&bytes, format, &place).map(Content::Sheets),
        }
    }

    /// Reads all of it as text.
    ///
    /// # Errors
    /// What cannot be read, is too large, or is a workbook.
    pub fn text(&self, findings: &mut Vec<Finding>) -> Result<String> {
        match self.content(findings)? {
            Content::Text(text) => Ok(text),
            Content::Sheets(_) => {
                let error = Error::new(ErrorKind::Structure, "this is a workbook, and text is asked for");
                Err(error.at(self.place()).hint("save it as text"))
            }
        }
    }

    /// The text of a file of pairs in UTF-8, as it comes: unpacked and decoded. A workbook is no stream;
    /// it is taken whole.
    ///
    /// # Errors
    /// What cannot be opened, and a workbook without a sheet.
    pub(super) fn stream(&self) -> Result<Text> {
        let place = self.place();
        let mut input = self.open()?;
        let mut magic = Vec::new();
        input.by_ref().take(8).read_to_end(&mut magic).map_err(|e| unreadable(e, &place))?;
        let whole = Cursor::new(magic.clone()).chain(input);
        if !packed::is_packed(&magic)
            && let Kind::Workbook(format) = kind::of(&magic, &place)?
        {
            let bytes = take(whole, &place, |e| unreadable(e, &place))?;
            let rows = pairs_of(workbook::read(&bytes, format, &place)?, &place)?;
            return packed::open(Cursor::new(rows), Some(UTF_8), &place);
        }
        packed::open(whole, self.encoding, &place)
    }

    /// All bytes, unpacked.
    fn bytes(&self, place: &Place) -> Result<Vec<u8>> {
        let mut input = self.open()?;
        let mut magic = Vec::new();
        input.by_ref().take(2).read_to_end(&mut magic).map_err(|e| unreadable(e, place))?;
        let packed = magic == GZIP;
        let whole = Cursor::new(magic).chain(input);
        if !packed {
            return take(whole, place, |e| unreadable(e, place));
        }
        let broken = |e| {
            Error::refused(
                Refusal::DamagedArchive,
                place.clone(),
                format!("the gzip archive is damaged: {e}"),
            )
            .hint("pack it again, or give the file itself")
        };
        let bytes = take(MultiGzDecoder::new(whole), place, broken)?;
        if bytes.starts_with(GZIP) {
            let error =
                Error::refused(Refusal::Nested, place.clone(), "a gzip archive inside a gzip archive");
            return Err(error.hint("unpack it once"));
        }
        Ok(bytes)
    }
}

/// The sheet of a workbook that holds pairs, as CSV: the one of that name, else the first.
fn pairs_of(sheets: Vec<Sheet>, place: &Place) -> Result<Vec<u8>> {
    let named = |s: &Sheet| TableName::read(&s.name) == Some(TableName::Pairs);
    let at = sheets.iter().position(named).unwrap_or(0);
    let sheet = sheets.into_iter().nth(at);
    let lines = sheet
        .ok_or_else(|| Error::refused(Refusal::EmptyTable, place.clone(), "the workbook is empty"))?
        .lines;
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for line in &lines {
        writer.write_record(&line.cells).map_err(|e| unreadable(std::io::Error::other(e), place))?;
    }
    writer.into_inner().map_err(|e| unreadable(e.into_error(), place))
}

const GZIP: &[u8] = b"\x1f\x8b";

/// Reads to the end, but no further than a table may go: in all, and without a line end.
fn take(mut input: impl Read, place: &Place, failed: impl Fn(std::io::Error) -> Error) -> Result<Vec<u8>> {
    let mut bytes: Vec<u8> = Vec::new();
    let (mut chunk, mut line, mut row) = (vec![0; 64 << 10], 1, 0_usize);
    loop {
        let read = match input.read(&mut chunk) {
            Ok(0) => return Ok(bytes),
            Ok(read) => read,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(failed(e)),
        };
        // The other half of a line end that the last chunk broke in two.
        let half = bytes.last() == Some(&b'\r') && chunk[0] == b'\n';
        bytes.extend_from_slice(&chunk[..read]);
        if bytes.len() as u64 > MOST_BYTES {
            return Err(too_large(place));
        }
        if kind::is_binary(&bytes) {
            continue;
        }
        let fresh = &chunk[..read];
        for (from, to) in stretches(fresh) {
            let long = (row + to - from) as u64 > MOST_ROW_BYTES;
            if long {
                let line = line + line_ends(&fresh[..from]) - u64::from(half && from > 0);
                let message = format!("a row of more than {} MiB", MOST_ROW_BYTES >> 20);
                let error = Error::refused(Refusal::LongRow, place.at(line), message);
                return Err(error.hint("give a table with one row a line"));
            }
            row = if to == read { row + to - from } else { 0 };
        }
        line += line_ends(fresh) - u64::from(half);
    }
}

/// The stretches between line ends, each from its first byte to the line end behind it, or to the end.
fn stretches(bytes: &[u8]) -> impl Iterator<Item = (usize, usize)> {
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes).chain(std::iter::once(bytes.len()));
    let mut from = 0;
    ends.map(move |end| (std::mem::replace(&mut from, end + 1), end))
}

fn too_large(place: &Place) -> Error {
    let message = format!("more than {} MiB; an input holds at most that", MOST_BYTES >> 20);
    Error::refused(Refusal::TooLarge, place.clone(), message).hint("split it into several files")
}

fn unreadable(error: std::io::Error, place: &Place) -> Error {
    Error::io(place.clone(), "cannot be read", error).hint("check the path and your right to read it")
}

/// Opens a file. What could block for ever or never end is none: devices, and named pipes other than
/// those that the shell has opened for us (`/dev/stdin`, `/dev/fd/63`).
fn open(path: &Path, place: Place) -> Result<std::fs::File> {
    let found = std::fs::metadata(path).map_err(|e| unreadable(e, &place))?;
    let opened = path.starts_with("/dev/fd") || path == Path::new("/dev/stdin");
    if let Some(what) = no_file(&found).filter(|_| !opened) {
        let hint = match found.is_dir() {
            true => "name a file in it",
            false => "give it on standard input: `- < NAME`",
        };
        return Err(
            Error::refused(Refusal::NotAFile, place, format!("this is {what}, not a file")).hint(hint)
        );
    }
    std::fs::File::open(path).map_err(|e| unreadable(e, &place))
}

/// What stands there, if it is neither a file nor a pipe that is read to its end.
fn no_file(found: &std::fs::Metadata) -> Option<&'static str> {
    match () {
        () if found.is_file() => None,
        () if found.is_dir() => Some("a folder"),
        () if is_pipe(found) => Some("a named pipe"),
        () => Some("a device"),
    }
}

#[cfg(unix)]
fn is_pipe(found: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    found.file_type().is_fifo()
}

#[cfg(not(unix))]
fn is_pipe(_: &std::fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn text(bytes: &[u8]) -> Result<String> {
        match Source::memory("x.csv", bytes).content(&mut Vec::new())? {
            Content::Text(text) => Ok(text),
            Content::Sheets(_) => panic!("text was given"),
        }
    }

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(bytes).expect("in memory");
        packer.finish().expect("in memory")
    }

    #[test]
    fn gzip_is_unpacked_once_and_no_further_than_a_table_may_go() {
        let table = b"name,country\nA,KZ\n";
        assert_eq!(text(&packed(table)).expect("text").as_bytes(), table);
        let refusal = |bytes: &[u8]| text(bytes).expect_err("refused").refusal();
        assert_eq!(refusal(&packed(&packed(table))), Some(Refusal::Nested));
        assert_eq!(refusal(&packed(table)[..20]), Some(Refusal::DamagedArchive));
        let endless = "a,b\n".repeat(MOST_BYTES as usize / 4 + 1);
        assert_eq!(refusal(&packed(endless.as_bytes())), Some(Refusal::TooLarge));
    }

    #[test]
    fn an_endless_row_is_stopped_at_its_line() {
        let mut input = Cursor::new(b"name\n".to_vec()).chain(std::io::repeat(b'x'));
        let error =
            take(&mut input, &Place::file("x"), |e| unreadable(e, &Place::file("x"))).expect_err("endless");
        assert_eq!((error.refusal(), error.place().and_then(|p| p.line)), (Some(Refusal::LongRow), Some(2)));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_and_a_device_are_no_files() {
        for path in ["/", "/dev/zero"] {
            let error = Source::named(Path::new(path)).content(&mut Vec::new()).expect_err(path);
            assert_eq!(error.refusal(), Some(Refusal::NotAFile), "{path}");
            assert!(error.remedy().is_some());
        }
    }
}
