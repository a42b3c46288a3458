//! Old workbooks of Excel (XLS): a compound document with a stream of records ([MS-XLS], BIFF8).
//!
//! The container is taken apart by `cfb`, which checks it, and put together again with nothing in it
//! but the checked stream: a reader behind it meets no chain without an end and no claim of a size.

use super::super::delimited::{MOST_CELLS, MOST_COLUMNS};
use super::super::source::MOST_BYTES;
use super::survey::Survey;
use super::{MOST_SHEETS, damaged, protected};
use crate::error::{Error, Place, Refusal, Result};
use std::io::{Cursor, Read, Write};

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const FILE_PASS: u16 = 0x002F;
const CONTINUE: u16 = 0x003C;
const COLUMNS: u16 = 0x007D;
const BOUND_SHEET: u16 = 0x0085;
const SHARED_TEXTS: u16 = 0x00FC;
const DIMENSIONS: u16 = 0x0200;
const ROW: u16 = 0x0208;
const SHARED_TEXT: u16 = 0x00FD;
const MANY_NUMBERS: u16 = 0x00BD;
/// Formula, label, number, truth or error, rich label, number in short.
const CELLS: [u16; 6] = [0x0006, 0x0204, 0x0203, 0x0205, 0x00D6, 0x027E];
/// No record has this number, so no reader looks at one that has.
const NOTHING: u16 = 0xFFFF;

/// The most bytes of text that its cells may stand for.
const MOST_TEXT: u64 = MOST_BYTES / 2;
/// The most bytes of a character in UTF-8 that is one unit of UTF-16.
const UNIT_BYTES: u64 = 3;

/// A workbook without anything that was not checked.
pub(super) struct Clean {
    /// The container.
    pub bytes: Vec<u8>,
    /// What was seen in each sheet, in the order of the sheets.
    pub surveys: Vec<Survey>,
}

/// Checks an old workbook, and puts what was checked into a container of its own.
///
/// # Errors
/// Another document, a damaged container, and more cells or text than a table may have.
pub(super) fn clean(bytes: &[u8], place: &Place) -> Result<Clean> {
    let mut stream = workbook(bytes, place)?;
    let (positions, texts) = globals(&stream, place)?;
    let mut surveys = vec![Survey::default(); positions.len()];
    let (mut room, mut cells, mut end) = (MOST_TEXT, MOST_CELLS, 0);
    // In the order of the stream, in which sheets stand one behind the other.
    let mut order: Vec<usize> = (0..positions.len()).collect();
    order.sort_by_key(|sheet| positions[*sheet]);
    for sheet in order {
        let walked = walk(&stream, positions[sheet], &texts, place)?;
        if positions[sheet] < end {
            return Err(damaged(place, "two sheets stand in one place"));
        }
        end = walked.end;
        room = room.checked_sub(walked.text).ok_or_else(|| {
            let message = format!("its cells hold more than {} MiB of text", MOST_TEXT >> 20);
            let error = Error::refused(Refusal::TooLarge, place.clone(), message);
            error.hint("save it as XLSX, in several files")
        })?;
        cells = cells.checked_sub(walked.cells).ok_or_else(|| too_many(&walked, place))?;
        if walked.corner.1 >= MOST_COLUMNS {
            return Err(too_many(&walked, place));
        }
        for claim in walked.claims {
            stream[claim..claim + 2].copy_from_slice(&NOTHING.to_le_bytes());
        }
        surveys[sheet] = walked.survey;
    }
    Ok(Clean { bytes: packed(&stream).map_err(|e| damaged(place, e))?, surveys })
}

/// A container with nothing in it but the stream of a workbook. It is of version 3: of version 4 `calamine`
/// reads short streams alone.
fn packed(stream: &[u8]) -> std::io::Result<Vec<u8>> {
    let version = cfb::Version::V3;
    let mut container = cfb::CompoundFile::create_with_version(version, Cursor::new(Vec::new()))?;
    container.create_stream("/Workbook")?.write_all(stream)?;
    container.flush()?;
    Ok(container.into_inner().into_inner())
}

fn too_many(sheet: &Walked, place: &Place) -> Error {
    let (row, column) = sheet.corner;
    let message =
        format!("cells as far as this one make more than {MOST_CELLS} cells or {MOST_COLUMNS} columns");
    let error = Error::refused(Refusal::TooManyCells, place.cell(column, row as u64 + 1), message);
    error.hint("delete what stands far outside the table")
}

/// The stream of the workbook; what the document is, where it has none.
fn workbook(bytes: &[u8], place: &Place) -> Result<Vec<u8>> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|e| damaged(place, e))?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| container.is_stream(name));
    let Some(name) = name else {
        let has = |name: &str| container.exists(name);
        let what = match () {
            () if has("/EncryptedPackage") => return Err(protected(place)),
            () if has("/WordDocument") => "an old Word document",
            () if has("/BodyText") || has("/HwpSummaryInformation") => "an HWP document",
            () if has("/PowerPoint Document") => "an old presentation",
            () => "a compound document and no workbook",
        };
        let error = Error::refused(Refusal::NotATable, place.clone(), format!("this is {what}, not a table"));
        return Err(error.hint("copy its table into a spreadsheet, and save it as XLSX"));
    };
    let mut stream = Vec::new();
    let part = container.open_stream(name).map_err(|e| damaged(place, e))?;
    part.take(MOST_BYTES).read_to_end(&mut stream).map_err(|e| damaged(place, e))?;
    Ok(stream)
}

/// A record: where it begins, its kind, and its data.
struct Record<'a> {
    at: usize,
    kind: u16,
    data: &'a [u8],
}

/// The records from a position on; an error ends them.
fn records(
    stream: &[u8],
    from: usize,
) -> impl Iterator<Item = std::result::Result<Record<'_>, &'static str>> {
    let mut at = from;
    std::iter::from_fn(move || {
        let head = stream.get(at..at + 4)?;
        let (kind, length) = (u16_at(head, 0)?, usize::from(u16_at(head, 2)?));
        let Some(data) = stream.get(at + 4..at + 4 + length) else {
            at = stream.len();
            return Some(Err("a record claims more than there is"));
        };
        let record = Record { at, kind, data };
        at += 4 + length;
        Some(Ok(record))
    })
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

/// Where the sheets begin, and how long the shared texts are.
fn globals(stream: &[u8], place: &Place) -> Result<(Vec<usize>, Vec<u32>)> {
    let (mut positions, mut pieces, mut in_texts) = (Vec::new(), Vec::new(), false);
    for record in records(stream, 0) {
        let record = record.map_err(|e| damaged(place, e))?;
        in_texts = record.kind == SHARED_TEXTS || in_texts && record.kind == CONTINUE;
        match record.kind {
            EOF => break,
            FILE_PASS => return Err(protected(place)),
            BOUND_SHEET => positions.extend(u32_at(record.data, 0).map(|p| p as usize)),
            _ if in_texts => pieces.push(record.data),
            _ => {}
        }
    }
    let texts = lengths(&pieces);
    if positions.len() > MOST_SHEETS || texts.len() > MOST_CELLS {
        let message = format!("more than {MOST_SHEETS} sheets or {MOST_CELLS} texts");
        return Err(Error::refused(Refusal::TooLarge, place.clone(), message).hint("save the tables alone"));
    }
    Ok((positions, texts))
}

/// How many characters each shared text has; as far as they can be followed. A text may go on in the
/// next piece, which then begins with the width of its characters ([MS-XLS] 2.5.293, 2.4.58).
fn lengths(pieces: &[&[u8]]) -> Vec<u32> {
    let mut bytes = Pieces { pieces, at: 8 };
    let mut lengths = Vec::new();
    while let Some(length) = bytes.text() {
        lengths.push(length);
    }
    lengths
}

struct Pieces<'a> {
    pieces: &'a [&'a [u8]],
    at: usize,
}

impl Pieces<'_> {
    /// Skips one text; its characters.
    fn text(&mut self) -> Option<u32> {
        while self.at >= self.pieces.first()?.len() {
            self.next_piece();
        }
        let piece = self.pieces[0].get(self.at..)?;
        let (length, flags) = (u16_at(piece, 0)?, *piece.get(2)?);
        let mut head = 3;
        let mut tail = 0;
        if flags & 0x8 != 0 {
            tail += 4 * usize::from(u16_at(piece, head)?);
            head += 2;
        }
        if flags & 0x4 != 0 {
            tail += u32_at(piece, head)? as usize;
            head += 4;
        }
        self.at += head;
        self.characters(usize::from(length), flags & 1 != 0)?;
        self.skip(tail)?;
        Some(u32::from(length))
    }

    fn characters(&mut self, mut left: usize, mut wide: bool) -> Option<()> {
        loop {
            let width = if wide { 2 } else { 1 };
            let here = (self.pieces.first()?.len().saturating_sub(self.at) / width).min(left);
            self.at += here * width;
            left -= here;
            if left == 0 {
                return Some(());
            }
            self.next_piece();
            wide = self.pieces.first()?.first()? & 1 != 0;
            self.at = 1;
        }
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        loop {
            let here = self.pieces.first()?.len().saturating_sub(self.at).min(bytes);
            self.at += here;
            bytes -= here;
            if bytes == 0 {
                return Some(());
            }
            self.next_piece();
        }
    }

    fn next_piece(&mut self) {
        self.pieces = self.pieces.get(1..).unwrap_or_default();
        self.at = 0;
    }
}

/// What a sheet holds.
#[derive(Default)]
struct Walked {
    /// Where it claims how large it is.
    claims: Vec<usize>,
    survey: Survey,
    /// The bytes of its texts, at most.
    text: u64,
    /// The cells between its first and its last.
    cells: usize,
    /// The last row and the last column, from 0.
    corner: (usize, usize),
    /// Where it ends in the stream.
    end: usize,
}

/// Walks a sheet to its end, and counts.
fn walk(stream: &[u8], position: usize, texts: &[u32], place: &Place) -> Result<Walked> {
    let (mut walked, mut depth, mut begun) = (Walked::default(), 0_usize, false);
    let (mut rows, mut columns) = (Span::default(), Span::default());
    for record in records(stream, position) {
        let record = record.map_err(|e| damaged(place, e))?;
        walked.end = record.at + 4 + record.data.len();
        match record.kind {
            BOF if begun => depth += 1,
            BOF => begun = true,
            EOF if depth == 0 => break,
            EOF => depth -= 1,
            // Charts inside a sheet have records of their own.
            _ if depth > 0 => {}
            DIMENSIONS => walked.claims.push(record.at),
            ROW => walked.survey.hidden_rows.extend(hidden_row(record.data)),
            COLUMNS => walked.survey.hidden_columns.extend(hidden_columns(record.data)),
            kind if kind == SHARED_TEXT || kind == MANY_NUMBERS || CELLS.contains(&kind) => {
                let cell = u16_at(record.data, 0).zip(u16_at(record.data, 2));
                let (row, column) = cell.ok_or_else(|| damaged(place, "a cell without a place"))?;
                rows.add(row.into());
                columns.add(column.into());
                if kind == MANY_NUMBERS {
                    columns.add(u16_at(record.data, record.data.len().saturating_sub(2)).unwrap_or(0).into());
                }
                if kind == SHARED_TEXT {
                    let index = u32_at(record.data, 6).map_or(usize::MAX, |i| i as usize);
                    walked.text +=
                        UNIT_BYTES * u64::from(texts.get(index).copied().unwrap_or(u16::MAX.into()));
                }
            }
            _ => {}
        }
    }
    walked.cells = rows.count() * columns.count();
    walked.corner = (rows.last, columns.last);
    Ok(walked)
}

/// The row that a record says to be hidden, from 0.
fn hidden_row(data: &[u8]) -> Option<(u32, u32)> {
    let row = u16_at(data, 0)?.into();
    (u16_at(data, 12)? & 0x20 != 0).then_some((row, row))
}

/// The columns that a record says to be hidden, from 0.
fn hidden_columns(data: &[u8]) -> Option<(u32, u32)> {
    let columns = (u16_at(data, 0)?.into(), u16_at(data, 2)?.into());
    (u16_at(data, 8)? & 1 != 0).then_some(columns)
}

/// From the first of some numbers to the last.
#[derive(Default)]
struct Span {
    first: Option<usize>,
    last: usize,
}

impl Span {
    fn add(&mut self, number: usize) {
        self.first = Some(self.first.map_or(number, |first| first.min(number)));
        self.last = self.last.max(number);
    }

    fn count(&self) -> usize {
        self.first.map_or(0, |first| self.last - first + 1)
    }
}
