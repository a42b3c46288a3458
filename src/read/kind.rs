//! What a file really is, by its first bytes: an ending is a claim, no more.

use super::workbook::Format;
use crate::error::{Error, Place, Refusal, Result};

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Workbook(Format),
}

/// The beginnings of what is no table, with its name and the remedy.
const OTHERS: &[(&[u8], &str, &str)] = &[
    (b"%PDF", "a PDF", "ask for the table itself, or copy it into a spreadsheet"),
    (b"{\\rtf", "a text document (RTF)", "copy its table into a spreadsheet"),
    (b"\x89PNG", "a picture", "ask for the table itself"),
    (b"\xff\xd8\xff", "a picture", "ask for the table itself"),
    (b"Rar!", "a RAR archive", "unpack it"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it"),
    (b"BZh", "a bzip2 archive", "unpack it"),
    (b"\xfd7zXZ", "an xz archive", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it"),
    (b"HWP Document File", "an HWP document", "copy its table into a spreadsheet"),
    (b"SQLite format 3", "a database", "export the table as CSV"),
    (
        b"version https://git-lfs",
        "a pointer of Git LFS, not the file itself",
        "fetch the file with `git lfs pull`",
    ),
];

/// The same for text, without regard to case and to space before it.
const MARKUP: &[(&str, &str)] = &[
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("<table", "a web page"),
    ("<?xml", "an XML document"),
    ("{\"", "a JSON document"),
    ("[{", "a JSON document"),
];

/// What the bytes are.
///
/// # Errors
/// Something that is no table, by its name.
pub(super) fn of(bytes: &[u8], place: &Place) -> Result<Kind> {
    let refuse = |what: &str, hint: &str| {
        Error::refused(Refusal::NotATable, place.clone(), format!("this is {what}, not a table")).hint(hint)
    };
    if bytes.starts_with(ZIP) || bytes.starts_with(EMPTY_ZIP) {
        return Ok(Kind::Workbook(Format::Zip));
    }
    if bytes.starts_with(OLE) {
        return Ok(Kind::Workbook(Format::Ole));
    }
    if let Some((_, what, hint)) = OTHERS.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(refuse(what, hint));
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]).to_lowercase();
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    match MARKUP.iter().find(|(start, _)| head.starts_with(start)) {
        Some((_, what)) => Err(refuse(what, "open it in a spreadsheet and save it as XLSX or CSV (UTF-8)")),
        None => Ok(Kind::Text),
    }
}

const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether the bytes begin as something that has no lines.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    [ZIP, EMPTY_ZIP, OLE].iter().any(|magic| bytes.starts_with(magic))
        || OTHERS.iter().any(|(magic, ..)| bytes.starts_with(magic))
}
