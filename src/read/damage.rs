//! What happened to text before it came here: invisible characters, errors of spreadsheets, letters
//! that an encoding did not have, and text that was read in a wrong one.

use unicode_normalization::UnicodeNormalization;

/// Makes a cell clean where that changes nothing that is seen: spaces of every kind are plain ones,
/// characters without width vanish, and letters in parts (Hangul typed on a Mac) are put together.
pub(super) fn tidy(cell: &mut String) {
    if cell.is_ascii() || !cell.chars().any(|c| is_space(c) || is_invisible(c) || is_part(c)) {
        return;
    }
    // In garbled text the spaces are halves of letters.
    if ungarbled(cell).is_some() {
        return;
    }
    let spaced = cell.chars().filter(|c| !is_invisible(*c)).map(|c| if is_space(c) { ' ' } else { c });
    *cell = spaced.nfc().collect();
}

fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Characters without width: soft hyphens, joiners and marks of direction that no language of ours needs.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// Marks and letters that join what stands before them.
fn is_part(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1100}'..='\u{11ff}')
}

/// What Excel and LibreOffice show where a formula fails; in Russian too, as their CSV files hold it.
const ERRORS: [&str; 19] = [
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#GETTING_DATA",
    "#####",
    "#Н/Д",
    "#ССЫЛКА!",
    "#ЗНАЧ!",
    "#ДЕЛ/0!",
    "#ИМЯ?",
    "#ПУСТО!",
    "#ЧИСЛО!",
];

/// What stands for the value of a formula that nobody has calculated yet.
pub(super) const UNCALCULATED: &str = "#FORMULA";

/// Whether a cell holds an error of a spreadsheet instead of a value.
pub(super) fn is_error(cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with('#')
        && (ERRORS.contains(&cell)
            || cell == UNCALCULATED
            || cell.len() >= 5 && cell.bytes().all(|b| b == b'#'))
}

/// Whether letters of a cell were replaced by question marks (or by U+FFFD), as a program does that
/// saves what its encoding does not have: `?аза?стан`, `????`. A question has its mark at the end of a
/// word, and an address has it among other signs.
pub(super) fn has_lost_letters(cell: &str) -> bool {
    if !cell.contains(['?', '\u{fffd}']) {
        return false;
    }
    let lost = |word: &str| {
        let address = word.contains("://") || word.contains(['/', '=', '&']);
        let mut letters = word
            .trim_matches(|c: char| matches!(c, '(' | ')' | '"' | ',' | ';' | ':' | '.'))
            .chars()
            .peekable();
        let mut before_letter = false;
        while let Some(c) = letters.next() {
            before_letter |= c == '?' && letters.peek().is_some_and(|next| next.is_alphabetic());
        }
        let marks = word.chars().filter(|c| *c == '?').count();
        let alone = marks >= 2 && word.chars().all(|c| !c.is_alphanumeric());
        !address && (before_letter || alone)
    };
    cell.contains('\u{fffd}') || cell.split_whitespace().any(lost)
}

/// Whether a cell is a long number that a spreadsheet wrote short when it saved text: `1.23E+11`, with a
/// comma in many countries.
pub(super) fn has_lost_digits(cell: &str) -> bool {
    let Some((number, power)) = cell.trim().split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    let power = power.strip_prefix('+').is_some_and(digits);
    power && whole.len() == 1 && digits(whole) && digits(fraction)
}

/// The last character that windows-1251 or windows-1252 has.
const LAST: char = '\u{2122}';

/// What a cell says whose UTF-8 was once read as windows-1251 or windows-1252, and saved so; nothing
/// for any other. The bytes of ordinary words are no UTF-8, so this does not err.
pub(super) fn ungarbled(cell: &str) -> Option<String> {
    // The second byte of such a character is no letter in either encoding: most cells end here.
    let mut foreign = cell.chars().skip_while(char::is_ascii);
    let (first, second) = (foreign.next()?, foreign.next()?);
    let is_letter = matches!(second, '\u{410}'..='\u{44f}' | '\u{c0}'..='\u{ff}');
    if second.is_ascii() || is_letter || first > LAST {
        return None;
    }
    [encoding_rs::WINDOWS_1251, encoding_rs::WINDOWS_1252].into_iter().find_map(|wrong| {
        let (bytes, _, lossy) = wrong.encode(cell);
        let meant = String::from_utf8(bytes.into_owned()).ok().filter(|_| !lossy)?;
        let letters = |text: &str| text.chars().filter(|c| !c.is_ascii()).count();
        (letters(&meant) < letters(cell) && meant.chars().any(|c| !c.is_ascii() && c.is_alphabetic()))
            .then_some(meant)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_taken_away_and_what_is_seen_stays() {
        for (written, clean) in [
            ("SK\u{a0}Pharmacy\u{200b}", "SK Pharmacy"),
            ("\u{feff}name", "name"),
            ("\u{1112}\u{1161}\u{11ab}", "한"),
            ("\u{418}\u{306}", "Й"),
            ("ＧＭＰ　센터", "ＧＭＰ 센터"),
            ("plain", "plain"),
            ("ʻoʻ", "ʻoʻ"),
        ] {
            let mut cell = written.to_string();
            tidy(&mut cell);
            assert_eq!(cell, clean);
        }
    }

    #[test]
    fn lost_letters_are_told_from_questions_and_addresses() {
        for lost in ["?аза?стан", "????", "О?збекистон", "??? (Korea)", "caf\u{fffd}", "дәрілік ?ралдар"]
        {
            assert!(has_lost_letters(lost), "{lost}");
        }
        for sound in ["Why?", "https://a.kz/?id=1", "a.kz/x?y=z", "вакцины?", "", "? ", "who? where?"]
        {
            assert!(!has_lost_letters(sound), "{sound}");
        }
    }

    #[test]
    fn a_number_written_short_is_told_from_a_name() {
        for short in ["1.23E+11", "7,1E+05", " 3E+15 "] {
            assert!(has_lost_digits(short), "{short}");
        }
        for sound in ["E+11", "12E+3", "1.5", "B12E+", "1e5", "3E", "vaccines"] {
            assert!(!has_lost_digits(sound), "{sound}");
        }
    }

    #[test]
    fn garbled_text_is_read_back() {
        for meant in ["Вакцины", "疫苗", "백신", "Qozogʻiston", "café"] {
            for wrong in [encoding_rs::WINDOWS_1251, encoding_rs::WINDOWS_1252] {
                let (garbled, _, _) = wrong.decode(meant.as_bytes());
                if !garbled.contains('\u{fffd}') {
                    assert_eq!(ungarbled(&garbled).as_deref(), Some(meant), "{garbled}");
                }
            }
        }
        for sound in ["Вакцины", "疫苗", "백신", "café", "Қазақстан", "Ташкент — Сеул", "plain", "Ў"]
        {
            assert_eq!(ungarbled(sound), None, "{sound}");
        }
    }

    #[test]
    fn errors_are_known_and_hashes_alone_are_not() {
        for error in ["#N/A", " #REF! ", "#Н/Д", "########"] {
            assert!(is_error(error), "{error}");
        }
        for value in ["# 1", "#tag", "N/A", ""] {
            assert!(!is_error(value), "{value}");
        }
    }
}
