//! Which encoding bytes are in, where nobody says it.

use super::cells::line_ends;
use super::encoding::{Encoding, KZ_1048, UTF_8, is_misread_kazakh};
use crate::error::{Error, Place, Refusal, Result};
use crate::text::is_hangul;
use crate::warning::{Code, Finding};

/// By byte order mark, as UTF-16 by its zero bytes, as strict UTF-8, else by the guess of `chardetng`, which
/// knows the legacy encodings of the region. It gets no hint of a country: with a wrong one it errs.
pub(super) fn find(bytes: &[u8], place: &Place) -> Result<Encoding> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return Ok(Encoding::listed(encoding));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(Encoding::listed(encoding));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => shifted(text).map_or(Ok(UTF_8), |at| {
            let message = "text in ISO-2022, which switches between alphabets";
            let error = Error::refused(Refusal::BadEncoding, place.at(1 + line_ends(&bytes[..at])), message);
            Err(error.hint("save the file as CSV (UTF-8)"))
        }),
        Err(e) if is_mostly_utf8(bytes) => Err(no_utf8(bytes, e.valid_up_to(), place)),
        Err(_) => Ok(guess(bytes)),
    }
}

/// Where text of ISO-2022 (old mail of Korea, China and Japan) first switches to another alphabet. It is
/// made of nothing but ASCII, so it would be taken for words.
fn shifted(text: &str) -> Option<usize> {
    memchr::memchr_iter(0x1b, text.as_bytes())
        .find(|at| matches!(text.as_bytes().get(at + 1), Some(b'$' | b'(')))
}

/// The guess of `chardetng`. Where the bytes are no text in it (Korean and Chinese names in one file
/// mislead it), the first of the encodings of East Asia in which they are.
fn guess(bytes: &[u8]) -> Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = Encoding::listed(detector.guess(None, chardetng::Utf8Detection::Deny));
    if guess.decode(bytes).1 {
        return guess;
    }
    let fits = |listed: &&'static encoding_rs::Encoding| {
        let (text, sound) = Encoding::listed(listed).decode(bytes);
        let foreign = text.chars().filter(|c| !c.is_ascii()).count();
        let hangul = text.chars().filter(|c| is_hangul(*c)).count();
        sound && (*listed != encoding_rs::EUC_KR || hangul * 2 > foreign)
    };
    let others = [encoding_rs::EUC_KR, encoding_rs::GB18030, encoding_rs::BIG5];
    others.into_iter().find(fits).map_or(guess, Encoding::listed)
}

/// So many letters outside ASCII are enough for a guess. Of fewer, `chardetng` takes one Russian word in the
/// encoding of old Macs for Chinese.
const FEW_LETTERS: usize = 12;

/// The encoding that text was read in by a guess, with a finding that names it. What was taken for
/// windows-1251 is KZ-1048 where letters of Kazakh stand in it, misread.
pub(super) fn told(guessed: Encoding, text: &str, place: &Place, findings: &mut Vec<Finding>) -> Encoding {
    if guessed == Encoding::listed(encoding_rs::WINDOWS_1251) && is_misread_kazakh(text) {
        let message =
            "read as KZ-1048; as windows-1251 it would hold letters that neither Russian nor Kazakh has";
        let finding = Finding::new(Code::EncodingDoubtful, place.clone(), "KZ-1048", message);
        findings.push(finding.hint("if letters look wrong, name the encoding with --encoding"));
        return KZ_1048;
    }
    let name = guessed.to_string();
    let few = text.chars().filter(|c| !c.is_ascii()).take(FEW_LETTERS).count() < FEW_LETTERS;
    let (code, message) = match () {
        () if guessed.is_utf16() => (Code::EncodingGuessed, format!("read as {name}")),
        () if !guessed.is_of_the_region() => {
            (Code::EncodingDoubtful, format!("read as {name}, which is unusual here"))
        }
        () if few => (Code::EncodingDoubtful, format!("read as {name}, on the word of a few letters")),
        () => (Code::EncodingGuessed, format!("read as {name}")),
    };
    let finding = Finding::new(code, place.clone(), name, message);
    findings.push(
        finding.hint("if letters look wrong, name the encoding with --encoding, or save as CSV (UTF-8)"),
    );
    guessed
}

/// The encoding of a stream by its first bytes, of which the last letter may be cut.
pub(super) fn of_head(head: &[u8], place: &Place, findings: &mut Vec<Finding>) -> Result<Encoding> {
    let whole = match std::str::from_utf8(head) {
        Err(e) if e.error_len().is_none() => &head[..e.valid_up_to()],
        _ => head,
    };
    let found = find(whole, place)?;
    Ok(if found == UTF_8 { found } else { told(found, &found.decode(whole).0, place, findings) })
}

/// Excel's "Unicode text" has a mark; other programs leave it out. No other text holds zero bytes; in
/// UTF-16 they are halves of separators and line ends, which the other order of bytes would make
/// letters of scripts that nobody here writes.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = &bytes[..bytes.len().min(64 << 10)];
    if !bytes.len().is_multiple_of(2) || !head.contains(&0) {
        return None;
    }
    let is_mark = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' ' | b',' | b';' | b'|');
    let marks =
        |mark: usize, zero: usize| head.chunks_exact(2).filter(|u| u[zero] == 0 && is_mark(u[mark])).count();
    let (little, big) = (marks(0, 1), marks(1, 0));
    match little.max(big) {
        0 | 1 => None,
        most if little == most && most > 4 * big => Some(encoding_rs::UTF_16LE),
        most if big == most && most > 4 * little => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// Whether bytes that are no UTF-8 as a whole are so but for a few: no other encoding comes near.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut breaks) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        breaks += usize::from(!chunk.invalid().is_empty());
    }
    letters >= 10 * breaks
}

pub(super) fn no_utf8(bytes: &[u8], valid: usize, place: &Place) -> Error {
    let line = 1 + line_ends(&bytes[..valid]);
    let error = Error::refused(Refusal::BadEncoding, place.at(line), "bytes that are no UTF-8 text");
    error.hint("save the file as CSV (UTF-8); parts of it were written by another program")
}
