//! The encodings of text that are known, by their names.

use std::fmt;
use std::str::FromStr;

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(Known);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Listed(&'static encoding_rs::Encoding),
    Kz1048,
}

pub(super) const UTF_8: Encoding = Encoding::listed(encoding_rs::UTF_8);
pub(super) const KZ_1048: Encoding = Encoding(Known::Kz1048);

/// Names in use that the list of the WHATWG does not have.
const ALIASES: [(&str, Encoding); 8] = [
    ("kz-1048", KZ_1048),
    ("kz1048", KZ_1048),
    ("rk1048", KZ_1048),
    ("strk1048-2002", KZ_1048),
    ("cp949", Encoding::listed(encoding_rs::EUC_KR)),
    ("uhc", Encoding::listed(encoding_rs::EUC_KR)),
    ("cp936", Encoding::listed(encoding_rs::GBK)),
    ("cp950", Encoding::listed(encoding_rs::BIG5)),
];

/// The sixteen letters of KZ-1048 (the standard СТ РК 1048-2002, in the list of the IANA) that stand
/// where windows-1251 has others: the letter of windows-1251, then the Kazakh one.
pub(super) const KAZAKH: [(char, char); 16] = [
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
    /// One of the list of the WHATWG.
    pub(super) const fn listed(encoding: &'static encoding_rs::Encoding) -> Encoding {
        Encoding(Known::Listed(encoding))
    }

    /// What decodes a stream in it; of KZ-1048 the letters are still to be put in their places.
    pub(super) fn decoder(self) -> encoding_rs::Decoder {
        match self.0 {
            Known::Listed(listed) => listed.new_decoder(),
            Known::Kz1048 => encoding_rs::WINDOWS_1251.new_decoder(),
        }
    }

    /// The text of bytes; whether all of them are text in this encoding.
    pub(super) fn decode(self, bytes: &[u8]) -> (String, bool) {
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

    /// Whether it is UTF-16, which its zero bytes or its mark tell without doubt.
    pub(super) fn is_utf16(self) -> bool {
        matches!(self.0, Known::Listed(listed) if listed == encoding_rs::UTF_16LE || listed == encoding_rs::UTF_16BE)
    }

    /// Whether it is one that the region's programs write.
    pub(super) fn is_of_the_region(self) -> bool {
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
        alias.or_else(|| listed().map(Encoding::listed)).ok_or_else(|| {
            "no encoding has this name; UTF-8, UTF-16, windows-1251, KOI8-R, KZ-1048, GB18030, Big5, CP949 and \
             others of the WHATWG's list are known"
                .to_string()
        })
    }
}

/// Text that was read as windows-1251, with the letters that KZ-1048 has in their places.
pub(super) fn kazakh(text: &str) -> String {
    let letter = |c| KAZAKH.iter().find(|(other, _)| *other == c).map_or(c, |(_, kazakh)| *kazakh);
    text.chars().map(letter).collect()
}

/// Whether text that was read as windows-1251 holds letters that neither Russian nor Uzbek has: those of
/// Kazakh, misread.
pub(super) fn is_misread_kazakh(text: &str) -> bool {
    text.contains(|c: char| !matches!(c, 'Ў' | 'ў') && KAZAKH.iter().any(|(other, _)| *other == c))
}
