//! Where bytes come from, and the text that they are.

use crate::error::{Error, ErrorKind, Place, Result};
use crate::warning::{Code, Finding};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The most bytes that one table may have. A register of 100,000 organizations takes a tenth of it;
/// an endless pipe is stopped by it.
pub const MOST_BYTES: u64 = 256 << 20;

/// Where the bytes of a table come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// A table of the shipped set: its name and its text.
    Shipped(&'static str, &'static str),
}

impl Source {
    /// A path, or standard input for `-`.
    pub fn named(path: &Path) -> Source {
        if path == Path::new("-") { Source::Stdin } else { Source::File(path.to_path_buf()) }
    }

    /// The name used in messages.
    pub fn place(&self) -> Place {
        match self {
            Source::File(path) => Place::file(path.display().to_string()),
            Source::Stdin => Place::file("standard input"),
            Source::Shipped(name, _) => Place::file(format!("shipped {name}.csv")),
        }
    }

    /// Reads all of it as text. A guessed encoding is a finding.
    ///
    /// # Errors
    /// What cannot be read, is too large, or is no text.
    pub fn text(&self, findings: &mut Vec<Finding>) -> Result<String> {
        if let Source::Shipped(_, text) = self {
            return Ok((*text).to_string());
        }
        let place = self.place();
        let bytes = self.bytes().map_err(|e| {
            let error = Error::io(place.clone(), "cannot be read", e);
            error.hint("check the path and your right to read it")
        })?;
        if bytes.len() as u64 > MOST_BYTES {
            let message = format!("more than {} MiB; a table holds at most that", MOST_BYTES >> 20);
            return Err(Error::new(ErrorKind::Structure, message)
                .at(place)
                .hint("split it into several files"));
        }
        decode(&bytes, &place, findings)
    }

    fn bytes(&self) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self {
            Source::File(path) => std::fs::File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?,
            Source::Stdin => std::io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes)?,
            Source::Shipped(_, text) => return Ok(text.as_bytes().to_vec()),
        };
        Ok(bytes)
    }
}

/// Text from bytes: by byte order mark, as UTF-16 by its zero bytes, as strict UTF-8, else by the
/// guess of `chardetng`, which knows the legacy encodings of the region. It gets no hint of a
/// country: with a wrong one it errs.
fn decode(bytes: &[u8], place: &Place, findings: &mut Vec<Finding>) -> Result<String> {
    if let Some(name) = no_table(bytes) {
        let error = Error::new(ErrorKind::Structure, format!("this is {name}, not a table of text"));
        return Err(error.at(place.clone()).hint("save it as CSV (UTF-8) and try again"));
    }
    let encoding = encoding_of(bytes);
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        let error =
            Error::new(ErrorKind::Structure, format!("its bytes are no valid {} text", encoding.name()));
        return Err(error.at(place.clone()).hint("save it as CSV (UTF-8) and try again"));
    }
    if text.contains('\0') {
        let error = Error::new(ErrorKind::Structure, "it holds zero bytes, so it is no table of text");
        return Err(error.at(place.clone()).hint("save it as CSV (UTF-8) and try again"));
    }
    if encoding != encoding_rs::UTF_8 {
        let message = format!("read as {}", encoding.name());
        findings.push(
            Finding::new(Code::EncodingGuessed, place.clone(), encoding.name(), message)
                .hint("if letters look wrong, save the file as CSV (UTF-8)"),
        );
    }
    Ok(text.into_owned())
}

/// The encoding that the bytes tell.
pub(super) fn encoding_of(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if utf16_without_mark(bytes) => encoding_rs::UTF_16LE,
        None if std::str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
        None => guess(bytes),
    }
}

fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

/// Excel's "Unicode text" has a mark; other programs leave it out. Every second byte of mostly Latin
/// or Cyrillic UTF-16 is 0 or 4, which no other encoding comes near.
fn utf16_without_mark(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let high = head.iter().skip(1).step_by(2).filter(|b| matches!(b, 0 | 4)).count();
    bytes.len() >= 4 && bytes.len().is_multiple_of(2) && head.contains(&0) && high * 10 > head.len() / 2 * 9
}

/// What a file really is, by its first bytes, where that is something else than text.
fn no_table(bytes: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    match () {
        () if starts(b"PK\x03\x04") => Some("a workbook or another zip archive"),
        () if starts(b"\xd0\xcf\x11\xe0") => Some("an old Excel, Word or HWP document"),
        () if starts(b"%PDF") => Some("a PDF"),
        () if starts(b"\x1f\x8b") => Some("a gzip archive"),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String> {
        decode(bytes, &Place::file("x.csv"), &mut Vec::new())
    }

    #[test]
    fn reads_what_excel_of_the_region_saves() {
        let text = "название;страна;предложения\nСК-Фармация;Казахстан;закуп лекарственных средств\n";
        let (cp1251, _, _) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(read(&cp1251).expect("text"), text);
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16).expect("text"), text);
        let marked: Vec<u8> = [&[0xff, 0xfe][..], &utf16].concat();
        assert_eq!(read(&marked).expect("text"), text);
        let korean =
            "기관명,국가,제공\n한국보건산업진흥원,한국,수출 지원\n원주의료기기테크노밸리,한국,의료기기\n";
        let (cp949, _, _) = encoding_rs::EUC_KR.encode(korean);
        assert_eq!(read(&cp949).expect("text"), korean);
        let chinese = "名称,国家,提供\n石药集团,中国,创新药\n石家庄高新区,中国,产业集群\n";
        let (gb, _, _) = encoding_rs::GB18030.encode(chinese);
        assert_eq!(read(&gb).expect("text"), chinese);
    }

    #[test]
    fn names_what_is_no_text() {
        for bytes in [&b"PK\x03\x04..."[..], b"%PDF-1.7", b"name\0,country", b"\x1f\x8b\x08"] {
            let error = read(bytes).expect_err("no text");
            assert!(error.remedy().is_some(), "{error}");
        }
    }
}
