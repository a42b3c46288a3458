//! Text from bytes, at once or as they come.

use super::cells::line_ends;
use super::encoding::{Encoding, KZ_1048, UTF_8, kazakh};
use super::guess::{find, no_utf8, told};
use crate::error::{Error, Place, Refusal, Result};
use crate::warning::Finding;
use std::io::Read;

/// Text from bytes: in the encoding that was asked for, else in the one that is found.
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
        let decoder = encoding.decoder();
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
    1 + text.find(character).map_or(0, |at| line_ends(&text.as_bytes()[..at]))
}

#[cfg(test)]
mod tests {
    use super::super::encoding::KAZAKH;
    use super::*;
    use crate::warning::Code;

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
