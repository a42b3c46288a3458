//! Text from bytes.

use crate::error::{Error, Place, Refusal, Result};
use crate::text::is_hangul;
use crate::warning::{Code, Finding};
use std::fmt;
use std::io::Read;
use std::str::FromStr;

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(Known);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Listed(&'static encoding_rs::Encoding),
    Kz1048,
}

pub(super) const UTF_8: Encoding = Encoding(Known::Listed(encoding_rs::UTF_8));
const KZ_1048: Encoding = Encoding(Known::Kz1048);

/// Names in use that the list of the WHATWG does not have.
const ALIASES: [(&str, Encoding); 8] = [
    ("kz-1048", KZ_1048),
    ("kz1048", KZ_1048),
    ("rk1048", KZ_1048),
    ("strk1048-2002", KZ_1048),
    ("cp949", Encoding(Known::Listed(encoding_rs::EUC_KR))),
    ("uhc", Encoding(Known::Listed(encoding_rs::EUC_KR))),
    ("cp936", Encoding(Known::Listed(encoding_rs::GBK))),
    ("cp950", Encoding(Known::Listed(encoding_rs::BIG5))),
];

/// The sixteen letters of KZ-1048 (the standard СТ РК 1048-2002, in the list of the IANA) that stand
/// where windows-1251 has others: the letter of windows-1251, then the Kazakh one.
const KAZAKH: [(char, char); 16] = [
    ('Ќ', 'Қ'),
    ('Ћ', 'Һ'),
    ('ќ', 'қ'),
    ('ћ', 'һ'),
    ('Ў', 'Ұ'),
    ('ў', 'ұ'),
    ('Ј', 'Ә'),
    ('Ґ', 'Ө'),
    ('Є', 'Ғ'),
    ('Ї', 'Ү'),
    ('ґ', 'ө'),
    ('є', 'ғ'),
    ('ј', 'ә'),
    ('Ѕ', 'Ң'),
    ('ѕ', 'ң'),
    ('ї', 'ү'),
];

impl Encoding {
    /// The text of bytes; whether all of them are text in this encoding.
    fn decode(self, bytes: &[u8]) -> (String, bool) {
        match self.0 {
            Known::Listed(encoding) => {
                let (text, _, broken) = encoding.decode(bytes);
                (text.into_owned(), !broken)
            }
            Known::Kz1048 => {
                let (text, broken) = encoding_rs::WINDOWS_1251.decode_without_bom_handling(bytes);
                (kazakh(&text), !broken)
            }
        }
    }

    /// Whether it is one that the region's programs write.
    fn is_of_the_region(self) -> bool {
        use encoding_rs as e;
        let usual = [
            e::UTF_8,
            e::UTF_16LE,
            e::UTF_16BE,
            e::WINDOWS_1251,
            e::KOI8_R,
            e::KOI8_U,
            e::IBM866,
            e::ISO_8859_5,
            e::GBK,
            e::GB18030,
            e::BIG5,
            e::EUC_KR,
        ];
        matches!(self.0, Known::Listed(found) if usual.contains(&found))
    }
}

/// Text in UTF-8 as it comes from a reader of another encoding.
pub(super) struct Decoded<R> {
    input: R,
    encoding: Encoding,
    decoder: encoding_rs::Decoder,
    raw: Vec<u8>,
    text: std::io::Cursor<String>,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(input: R, encoding: Encoding) -> Decoded<R> {
        let listed = match encoding.0 {
            Known::Listed(listed) => listed,
            Known::Kz1048 => encoding_rs::WINDOWS_1251,
        };
        let decoder = listed.new_decoder();
        let text = std::io::Cursor::new(String::new());
        Decoded { input, encoding, decoder, raw: vec![0; 64 << 10], text, ended: false }
    }

    fn refill(&mut self) -> std::io::Result<()> {
        let read = self.input.read(&mut self.raw)?;
        self.ended = read == 0;
        let room = self.decoder.max_utf8_buffer_length(read).unwrap_or(read);
        let mut text = String::with_capacity(room);
        let (_, _, broken) = self.decoder.decode_to_string(&self.raw[..read], &mut text, self.ended);
        if broken {
            let message = format!("bytes that are no {} text", self.encoding);
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, message));
        }
        self.text = std::io::Cursor::new(if self.encoding == KZ_1048 { kazakh(&text) } else { text });
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let read = self.text.read(buffer)?;
            if read > 0 || self.ended {
                return Ok(read);
            }
            self.refill()?;
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Known::Listed(encoding) => encoding.name(),
            Known::Kz1048 => "KZ-1048",
        })
    }
}

impl FromStr for Encoding {
    type Err = String;

    /// Reads a name of the WHATWG's list, or another one in use (KZ-1048, CP949).
    fn from_str(name: &str) -> std::result::Result<Encoding, String> {
        let lower = name.trim().to_ascii_lowercase();
        let alias = ALIASES.iter().find(|(alias, _)| *alias == lower).map(|(_, encoding)| *encoding);
        let listed = || encoding_rs::Encoding::for_label_no_replacement(lower.as_bytes());
        alias.or_else(|| listed().map(|e| Encoding(Known::Listed(e)))).ok_or_else(|| {
            "no encoding has this name; UTF-8, UTF-16, windows-1251, KOI8-R, KZ-1048, GB18030, Big5, CP949 and \
             others of the WHATWG's list are known"
                .to_string()
        })
    }
}

/// Text from bytes: in the encoding that was asked for; else by byte order mark, as UTF-16 by its zero
/// bytes, as strict UTF-8, else by the guess of `chardetng`, which knows the legacy encodings of the
/// region. It gets no hint of a country: with a wrong one it errs.
pub(super) fn decode(
    bytes: Vec<u8>,
    asked: Option<Encoding>,
    place: &Place,
    findings: &mut Vec<Finding>,
) -> Result<String> {
    let encoding = match asked {
        Some(encoding) => encoding,
        None => find(&bytes, place)?,
    };
    if encoding == UTF_8 && !bytes.starts_with(MARK) {
        return String::from_utf8(bytes).map_or_else(
            |e| Err(no_utf8(e.as_bytes(), e.utf8_error().valid_up_to(), place)),
            |text| without_zeros(text, place),
        );
    }
    let (text, sound) = encoding.decode(&bytes);
    drop(bytes);
    if !sound {
        let line = line_of(&text, '\u{fffd}');
        let message = format!("bytes that are no {encoding} text");
        let error = Error::refused(Refusal::BadEncoding, place.at(line), message);
        return Err(error.hint("name the encoding with --encoding, or save the file as CSV (UTF-8)"));
    }
    if asked.is_none() && encoding != UTF_8 && told(encoding, &text, place, findings) == KZ_1048 {
        return without_zeros(kazakh(&text), place);
    }
    without_zeros(text, place)
}

const MARK: &[u8] = b"\xef\xbb\xbf";

fn find(bytes: &[u8], place: &Place) -> Result<Encoding> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return Ok(Encoding(Known::Listed(encoding)));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(Encoding(Known::Listed(encoding)));
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Ok(UTF_8),
        Err(e) if is_mostly_utf8(bytes) => Err(no_utf8(bytes, e.valid_up_to(), place)),
        Err(_) => Ok(guess(bytes)),
    }
}

/// The guess of `chardetng`. Where the bytes are no text in it (Korean and Chinese names in one file
/// mislead it), the first of the encodings of East Asia in which they are.
fn guess(bytes: &[u8]) -> Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = Encoding(Known::Listed(detector.guess(None, chardetng::Utf8Detection::Deny)));
    if guess.decode(bytes).1 {
        return guess;
    }
    let fits = |listed: &&'static encoding_rs::Encoding| {
        let (text, sound) = Encoding(Known::Listed(listed)).decode(bytes);
        let foreign = text.chars().filter(|c| !c.is_ascii()).count();
        let hangul = text.chars().filter(|c| is_hangul(*c)).count();
        sound && (*listed != encoding_rs::EUC_KR || hangul * 2 > foreign)
    };
    let others = [encoding_rs::EUC_KR, encoding_rs::GB18030, encoding_rs::BIG5];
    others.into_iter().find(fits).map_or(guess, |listed| Encoding(Known::Listed(listed)))
}

/// The encoding that text was read in by a guess, with a finding that names it. What was taken for
/// windows-1251 is KZ-1048 where letters stand in it that neither Russian nor Uzbek has: those of
/// Kazakh, misread.
fn told(guessed: Encoding, text: &str, place: &Place, findings: &mut Vec<Finding>) -> Encoding {
    let foreign = |c: char| !matches!(c, 'Ў' | 'ў') && KAZAKH.iter().any(|(other, _)| *other == c);
    let is_1251 = guessed == Encoding(Known::Listed(encoding_rs::WINDOWS_1251));
    if is_1251 && text.contains(foreign) {
        let message =
            "read as KZ-1048; as windows-1251 it would hold letters that neither Russian nor Kazakh has";
        let finding = Finding::new(Code::EncodingDoubtful, place.clone(), "KZ-1048", message);
        findings.push(finding.hint("if letters look wrong, name the encoding with --encoding"));
        return KZ_1048;
    }
    let name = guessed.to_string();
    let (code, message) = match guessed.is_of_the_region() {
        true => (Code::EncodingGuessed, format!("read as {name}")),
        false => (Code::EncodingDoubtful, format!("read as {name}, which is unusual here")),
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

fn kazakh(text: &str) -> String {
    let letter = |c| KAZAKH.iter().find(|(other, _)| *other == c).map_or(c, |(_, kazakh)| *kazakh);
    text.chars().map(letter).collect()
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

fn no_utf8(bytes: &[u8], valid: usize, place: &Place) -> Error {
    let line = 1 + bytes[..valid].iter().filter(|b| **b == b'\n').count() as u64;
    let error = Error::refused(Refusal::BadEncoding, place.at(line), "bytes that are no UTF-8 text");
    error.hint("save the file as CSV (UTF-8); parts of it were written by another program")
}

fn without_zeros(text: String, place: &Place) -> Result<String> {
    if text.contains('\0') {
        let line = line_of(&text, '\0');
        let error = Error::refused(Refusal::ZeroBytes, place.at(line), "a zero byte, which no text holds");
        return Err(error.hint("save the file as CSV (UTF-8)"));
    }
    Ok(text)
}

/// The line in which a character first stands.
fn line_of(text: &str, character: char) -> u64 {
    1 + text.chars().take_while(|c| *c != character).filter(|c| *c == '\n').count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Result<String>, Vec<Code>) {
        let mut findings = Vec::new();
        let text = decode(bytes.to_vec(), None, &Place::file("x.csv"), &mut findings);
        (text, findings.iter().map(|f| f.code).collect())
    }

    fn written(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy, "{text} in {}", encoding.name());
        bytes.into_owned()
    }

    const RUSSIAN: &str = "название;страна;предложения\nСК-Фармация;Казахстан;закуп лекарственных средств\n";
    const KOREAN: &str =
        "기관명,국가,제공\n한국보건산업진흥원,한국,수출 지원\n원주의료기기테크노밸리,한국,의료기기\n";
    const CHINESE: &str = "名称,国家,提供\n石药集团,中国,创新药\n石家庄高新区,中国,产业集群\n";

    #[test]
    fn reads_what_excel_of_the_region_saves() {
        use encoding_rs as e;
        for (text, encoding) in [
            (RUSSIAN, e::WINDOWS_1251),
            (RUSSIAN, e::KOI8_R),
            (RUSSIAN, e::IBM866),
            (KOREAN, e::EUC_KR),
            (CHINESE, e::GB18030),
            ("名稱,國家,提供\n台灣生技公司,中國,臨床試驗\n", e::BIG5),
        ] {
            let (found, codes) = read(&written(text, encoding));
            assert_eq!(found.expect("text"), text, "{}", encoding.name());
            assert_eq!(codes, [Code::EncodingGuessed]);
        }
    }

    #[test]
    fn reads_utf_16_of_either_order_with_a_mark_and_without() {
        for text in [RUSSIAN, KOREAN, CHINESE] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for bytes in [
                little.clone(),
                big.clone(),
                [b"\xff\xfe", &little[..]].concat(),
                [b"\xfe\xff", &big[..]].concat(),
            ] {
                assert_eq!(read(&bytes).0.expect("text"), text);
            }
        }
    }

    #[test]
    fn kazakh_of_the_old_standard_is_told_from_windows_1251() {
        let text = "атауы;ел\nҚазақстан дәрі-дәрмегі;Қазақстан\nҰлттық орталық;Қазақстан\n";
        let back = |c| KAZAKH.iter().find(|(_, kazakh)| *kazakh == c).map_or(c, |(other, _)| *other);
        let bytes = written(&text.chars().map(back).collect::<String>(), encoding_rs::WINDOWS_1251);
        let (found, codes) = read(&bytes);
        assert_eq!((found.expect("text").as_str(), codes.as_slice()), (text, &[Code::EncodingDoubtful][..]));
        let asked = Some("kz-1048".parse().expect("known"));
        let asked = decode(bytes, asked, &Place::file("x.csv"), &mut Vec::new());
        assert_eq!(asked.expect("text"), text);
        let uzbek = "номи;давлат\nТошкент шаҳар".replace('ҳ', "х") + "; Ўзбекистон\n";
        assert_eq!(read(&written(&uzbek, encoding_rs::WINDOWS_1251)).0.expect("text"), uzbek);
    }

    #[test]
    fn what_was_asked_for_overrules_the_guess() {
        let bytes = written("название\nвакцины\n", encoding_rs::KOI8_R);
        let asked: Encoding = "KOI8-R".parse().expect("known");
        let text = decode(bytes.clone(), Some(asked), &Place::file("x"), &mut Vec::new());
        assert_eq!(text.expect("text"), "название\nвакцины\n");
        assert!(decode(bytes, Some(UTF_8), &Place::file("x"), &mut Vec::new()).is_err());
        assert!("windows-9999".parse::<Encoding>().is_err());
    }

    #[test]
    fn a_stream_is_decoded_as_it_comes() {
        let text = "кто ищет;партнёр\n".repeat(20_000);
        let bytes = written(&text, encoding_rs::WINDOWS_1251);
        let mut found = String::new();
        let asked = "cp1251".parse().expect("known");
        Decoded::new(bytes.as_slice(), asked).read_to_string(&mut found).expect("text");
        assert_eq!(found, text);
        let broken = Decoded::new(&b"a,b\n\xff\xff"[..], UTF_8).read_to_string(&mut found);
        assert!(broken.is_err());
    }

    #[test]
    fn a_broken_byte_in_utf_8_is_refused_at_its_line_and_not_read_as_something_else() {
        let bytes = [RUSSIAN.as_bytes(), b"\xd0,KZ\n"].concat();
        let error = read(&bytes).0.expect_err("broken");
        assert_eq!(
            (error.refusal(), error.place().and_then(|p| p.line)),
            (Some(Refusal::BadEncoding), Some(3))
        );
        let error = read(b"name,country\nA\0,KZ\n").0.expect_err("a zero");
        assert_eq!(
            (error.refusal(), error.place().and_then(|p| p.line)),
            (Some(Refusal::ZeroBytes), Some(2))
        );
    }
}
