//! A look into a zip archive before anybody else: what it is, how large its parts really are, and what
//! they claim. Sizes that the archive states are not believed; the parts are unpacked and counted.

use super::survey::{self, Surveys, Values};
use super::{binary, damaged, protected};
use crate::error::{Error, Place, Refusal, Result};
use std::collections::HashMap;
use std::io::{self, BufReader, Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes of one part, unpacked.
const MOST_PART: u64 = 64 << 20;
/// The most bytes of all parts, unpacked.
const MOST_ALL: u64 = 256 << 20;
/// The most bytes that one packed byte may stand for, once a part is larger than [`SMALL`]. Sheets pack
/// to a tenth, repetitive ones to a fiftieth.
const MOST_RATIO: u64 = 200;
const SMALL: u64 = 1 << 20;
/// The most parts of a workbook.
const MOST_PARTS: usize = 2_000;

/// An archive whose parts may be counted.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What an archive holds.
pub(super) enum Package<'a> {
    /// A workbook of Excel in XML, with what was seen in its sheets.
    Xlsx(Surveys),
    /// A binary workbook of Excel, with the same.
    Xlsb(Surveys),
    /// A workbook of OpenDocument.
    Ods(Box<Archive<'a>>),
}

/// Looks into an archive.
///
/// # Errors
/// What is no workbook, unpacks to more than a workbook may hold, or makes claims that cannot be true.
pub(super) fn open<'a>(bytes: &'a [u8], place: &Place) -> Result<Package<'a>> {
    if stated_parts(bytes) > MOST_PARTS {
        return Err(too_large(place, &format!("more than {MOST_PARTS} parts")));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| unzip(e, place))?;
    if archive.len() > MOST_PARTS {
        return Err(too_large(place, &format!("more than {MOST_PARTS} parts")));
    }
    let names: Vec<String> = archive.file_names().filter_map(|n| n.ok()).map(|n| n.into_owned()).collect();
    let with = |end: &str| names.iter().find(|n| n.to_ascii_lowercase().ends_with(end));
    let has = |end: &str| with(end).is_some();
    if let Some(workbook) = with("workbook.xml") {
        let (sheets, values) = sheets_of(&mut archive, workbook, place)?;
        return inspect(&mut archive, &sheets, values, place).map(Package::Xlsx);
    }
    if let Some(workbook) = with("workbook.bin") {
        let sheets = binary_sheets_of(&mut archive, workbook, place)?;
        return inspect(&mut archive, &sheets, Values::Calculated, place).map(Package::Xlsb);
    }
    let mimetype = text_of(&mut archive, "mimetype");
    if mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        return Ok(Package::Ods(Box::new(archive)));
    }
    let (what, hint) = match () {
        () if has("word/document.xml") => ("a text document (DOCX)", "copy its table into a spreadsheet"),
        () if has("contents/section0.xml") => ("an HWPX document", "copy its table into a spreadsheet"),
        () if has("ppt/presentation.xml") => ("a presentation (PPTX)", "copy its table into a spreadsheet"),
        () if has("index/document.iwa") => ("a document of Apple's programs", "export it as XLSX or CSV"),
        () if mimetype.starts_with("application/vnd.oasis") => {
            ("a document, no spreadsheet", "save its table as ODS")
        }
        () => ("a zip archive and no workbook", "unpack it, and give the folder or a file of it"),
    };
    Err(Error::refused(Refusal::NotATable, place.clone(), format!("this is {what}")).hint(hint))
}

/// How many parts the end of an archive states, read before the list of them is: the list may be long.
fn stated_parts(bytes: &[u8]) -> usize {
    let tail = &bytes[bytes.len().saturating_sub(66_000)..];
    let end = tail.windows(12).rposition(|w| w.starts_with(b"PK\x05\x06"));
    end.map_or(0, |at| usize::from(u16::from_le_bytes([tail[at + 10], tail[at + 11]])))
}

/// A part for reading, counted.
pub(super) fn part<'z>(
    archive: &'z mut Archive,
    index: usize,
    all: &'z mut u64,
) -> std::result::Result<Counted<'z, impl Read>, ZipError> {
    let inner = archive.by_index(index)?;
    let packed = inner.compressed_size();
    Ok(Counted { inner, packed, part: 0, all })
}

/// A reader that stops when a part, or all of them, unpack to too much.
pub(super) struct Counted<'z, R> {
    inner: R,
    packed: u64,
    part: u64,
    all: &'z mut u64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.part += read as u64;
        *self.all += read as u64;
        let swollen = self.part > SMALL && self.part > self.packed.saturating_mul(MOST_RATIO);
        if swollen || self.part > MOST_PART || *self.all > MOST_ALL {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it unpacks to too much"));
        }
        Ok(read)
    }
}

/// Unpacks every part, whatever its name claims, and surveys the sheets among them.
fn inspect(
    archive: &mut Archive,
    sheets: &HashMap<String, String>,
    values: Values,
    place: &Place,
) -> Result<Surveys> {
    let (mut surveys, mut all) = (Surveys::new(), 0);
    for index in 0..archive.len() {
        let name =
            archive.name_for_index(index).and_then(|n| n.ok()).unwrap_or_default().to_ascii_lowercase();
        let mut part = part(archive, index, &mut all).map_err(|e| unzip(e, place))?;
        if let Some(sheet) = sheets.get(&name) {
            let place = place.sheet(sheet.as_str());
            let survey = if name.ends_with(".bin") {
                binary::of_sheet(&whole(part, &place)?).map_err(|e| damaged(&place, e))?
            } else {
                survey::of_sheet(BufReader::new(part), values).map_err(|e| xml(e, &place))?
            };
            surveys.insert(sheet.clone(), survey);
        } else if name.ends_with("sharedstrings.xml") {
            survey::of_strings(BufReader::new(part)).map_err(|e| xml(e, place))?;
        } else if is_binary_part(&name) {
            binary::hold(&whole(part, place)?).map_err(|e| damaged(place, e))?;
        } else {
            io::copy(&mut part, &mut io::sink()).map_err(|e| broken(e, place))?;
        }
    }
    Ok(surveys)
}

/// Whether a part is a row of records, as binary workbooks have them; other `.bin` parts are macros and
/// settings of printers.
fn is_binary_part(name: &str) -> bool {
    let known = ["workbook.bin", "sharedstrings.bin", "styles.bin"].iter().any(|end| name.ends_with(end));
    known || (name.contains("/worksheets/") && name.ends_with(".bin") && !name.contains("index"))
}

fn whole(mut part: impl Read, place: &Place) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    part.read_to_end(&mut bytes).map_err(|e| broken(e, place))?;
    Ok(bytes)
}

/// A part by its name; nothing where there is none.
fn named<T>(
    archive: &mut Archive,
    name: &str,
    place: &Place,
    read: impl FnOnce(&mut dyn Read) -> Result<T>,
) -> Result<Option<T>> {
    let Some(index) = archive.index_for_name(name) else { return Ok(None) };
    let mut all = 0;
    let mut part = part(archive, index, &mut all).map_err(|e| unzip(e, place))?;
    read(&mut part).map(Some)
}

/// The part of each sheet, in lower case, with the name of the sheet; and whether formulas have values.
fn sheets_of(
    archive: &mut Archive,
    workbook: &str,
    place: &Place,
) -> Result<(HashMap<String, String>, Values)> {
    let read = |part: &mut dyn Read| survey::sheets(BufReader::new(part)).map_err(|e| xml(e, place));
    let (sheets, values) = named(archive, workbook, place, read)?.ok_or_else(|| no_sheets(place))?;
    Ok((parts_of(archive, workbook, sheets, place)?, values))
}

/// The same of a binary workbook.
fn binary_sheets_of(archive: &mut Archive, workbook: &str, place: &Place) -> Result<HashMap<String, String>> {
    let read = |part: &mut dyn Read| binary::sheets(&whole(part, place)?).map_err(|e| damaged(place, e));
    let sheets = named(archive, workbook, place, read)?.ok_or_else(|| no_sheets(place))?;
    parts_of(archive, workbook, sheets, place)
}

fn no_sheets(place: &Place) -> Error {
    damaged(place, "its list of sheets is missing")
}

/// The parts of sheets that a workbook names by their ids.
fn parts_of(
    archive: &mut Archive,
    workbook: &str,
    sheets: Vec<(String, String)>,
    place: &Place,
) -> Result<HashMap<String, String>> {
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", workbook));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let read = |part: &mut dyn Read| survey::relations(BufReader::new(part)).map_err(|e| xml(e, place));
    let targets = named(archive, &format!("{folder}_rels/{file}.rels"), place, read)?.unwrap_or_default();
    let path = |target: &String| match target.strip_prefix('/') {
        Some(absolute) => absolute.to_ascii_lowercase(),
        None => format!("{folder}{target}").to_ascii_lowercase(),
    };
    let mut parts = HashMap::new();
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        if let Some(other) = parts.insert(path(target), name.clone()) {
            return Err(damaged(place, format!("the sheets `{other}` and `{name}` are one part")));
        }
    }
    Ok(parts)
}

/// A small part as text; empty where it is missing.
fn text_of(archive: &mut Archive, name: &str) -> String {
    let mut text = String::new();
    if let Ok(part) = archive.by_name(name) {
        // What is no text is none that we know.
        let _ = part.take(256).read_to_string(&mut text);
    }
    text
}

fn too_large(place: &Place, what: &str) -> Error {
    let error = Error::refused(Refusal::TooLarge, place.clone(), format!("the workbook has {what}"));
    error.hint("save the tables alone in a new workbook, or as CSV (UTF-8)")
}

fn unzip(error: ZipError, place: &Place) -> Error {
    match error {
        ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => protected(place),
        ZipError::Io(error) => broken(error, place),
        other => damaged(place, other),
    }
}

/// A part that could not be read to its end.
pub(super) fn broken(error: io::Error, place: &Place) -> Error {
    match error.kind() {
        io::ErrorKind::FileTooLarge => {
            let limits = format!(
                "parts that unpack to more than {} MiB, or to more than {MOST_RATIO} times their size",
                MOST_PART >> 20
            );
            too_large(place, &limits)
        }
        _ => damaged(place, error),
    }
}

/// A part that is no sound XML.
pub(super) fn xml(error: quick_xml::Error, place: &Place) -> Error {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            broken(io::ErrorKind::FileTooLarge.into(), place)
        }
        other => damaged(place, other),
    }
}
