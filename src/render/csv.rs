//! CSV (RFC 4180, but for line ends: one character): numbers at full precision, unknown as an empty
//! cell, formulas defused.

use crate::report::table::{Field, Table};
use std::borrow::Cow;
use std::io::{self, Write};

/// What is handed on at a time.
const BLOCK: usize = 64 << 10;

/// Writes a table.
///
/// # Errors
/// What the writer meets.
pub fn write(mut out: impl Write, table: &Table) -> io::Result<()> {
    let mut text = Vec::new();
    push_header(&mut text, table.columns.iter().map(|c| c.title.as_str()));
    for row in &table.rows {
        push_row(&mut text, row.cells.iter().map(|cell| cell.field()));
        if text.len() >= BLOCK {
            out.write_all(&text)?;
            text.clear();
        }
    }
    out.write_all(&text)
}

/// Puts a header at the end of a text.
pub fn push_header<'a>(text: &mut Vec<u8>, columns: impl IntoIterator<Item = &'a str>) {
    push_row(text, columns.into_iter().map(Field::from));
}

/// Puts a row at the end of a text.
pub fn push_row<'a>(text: &mut Vec<u8>, fields: impl IntoIterator<Item = Field<'a>>) {
    let start = text.len();
    for (i, field) in fields.into_iter().enumerate() {
        if i > 0 {
            text.push(b',');
        }
        push_cell(text, &field);
    }
    if text.len() == start {
        // One empty cell is not an empty line, which readers pass over.
        text.extend_from_slice(b"\"\"");
    }
    text.push(b'\n');
}

/// Puts the first cells of a row at the end of a text, each with a separator behind it.
pub fn push_cells<'a>(text: &mut Vec<u8>, fields: impl IntoIterator<Item = Field<'a>>) {
    for field in fields {
        push_cell(text, &field);
        text.push(b',');
    }
}

fn push_cell(text: &mut Vec<u8>, field: &Field) {
    match field {
        Field::Text(words) => push_text(text, words),
        Field::Number(number) => push_number(text, *number),
        Field::Whole(number) => text.extend_from_slice(number.to_string().as_bytes()),
        Field::Unknown => {}
    }
}

/// For each byte, 1 where a cell that holds it stands in quotes.
const QUOTED: [u8; 256] = {
    let mut table = [0; 256];
    table[b',' as usize] = 1;
    table[b'"' as usize] = 1;
    table[b'\n' as usize] = 1;
    table[b'\r' as usize] = 1;
    table
};

/// Puts words at the end of a text: defused, and in quotes where there is a separator, a quote or a
/// line end in them.
pub fn push_text(text: &mut Vec<u8>, words: &str) {
    let words = defuse(words);
    // No branch for each byte: nearly all cells are short and plain.
    if words.bytes().fold(0, |any, byte| any | QUOTED[usize::from(byte)]) == 0 {
        return text.extend_from_slice(words.as_bytes());
    }
    text.push(b'"');
    for (i, part) in words.split('"').enumerate() {
        if i > 0 {
            text.extend_from_slice(b"\"\"");
        }
        text.extend_from_slice(part.as_bytes());
    }
    text.push(b'"');
}

/// The shortest digits that give the same number again, as [`f64`] displays itself.
fn push_number(text: &mut Vec<u8>, number: f64) {
    let mut buffer = zmij::Buffer::new();
    let digits = buffer.format(number);
    if digits.contains('e') || !number.is_finite() {
        return text.extend_from_slice(number.to_string().as_bytes());
    }
    text.extend_from_slice(digits.strip_suffix(".0").unwrap_or(digits).as_bytes());
}

/// Text that a spreadsheet would run as a formula gets an apostrophe in front: text whose first
/// visible character is one of = + - @, in any width, or that begins with a tab or a line end (OWASP,
/// "CSV injection"). White space and characters without width in front of it do not count. An honest
/// name such as `-20 Logistics` gets it too; JSON keeps it untouched.
pub fn defuse(text: &str) -> Cow<'_, str> {
    if is_harmless(text) {
        return text.into();
    }
    let risky =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫');
    let invisible = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let first = text.chars().find(|c| !invisible(*c));
    if text.starts_with(['\t', '\r', '\n']) || first.is_some_and(risky) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// Whether a text begins as no formula does: with a letter or a digit of ASCII, or not at all. Of others
/// [`defuse`] has to look closer.
pub fn is_harmless(text: &str) -> bool {
    text.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::{Align, Cell};
    use proptest::prelude::*;

    #[test]
    fn numbers_are_whole_and_unknown_is_empty() {
        let mut table = Table::new([("a", Align::Left), ("b", Align::Right), ("c", Align::Right)]);
        table.push(["x, \"y\"".into(), Cell::Number(0.1 + 0.2), Cell::Unknown]);
        table.push(["=1+1".into(), Cell::Number(-1.0), Cell::Whole(3)]);
        let mut out = Vec::new();
        write(&mut out, &table).expect("in memory");
        let text = String::from_utf8(out).expect("UTF-8");
        assert_eq!(text, "a,b,c\n\"x, \"\"y\"\"\",0.30000000000000004,\n'=1+1,-1,3\n");
    }

    #[test]
    fn defuses_what_would_run_and_nothing_else() {
        for risky in [
            "=1",
            "+1",
            "-1",
            "@x",
            "\t=1",
            " =1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "﹣1",
            "\u{200b}=1",
            "\u{a0}＝1",
            "\u{feff}@x",
            "\rx",
            "\nx",
            "\t",
            "\u{1}=1",
        ] {
            assert_eq!(defuse(risky), format!("'{risky}"));
        }
        for honest in ["SK-Pharmacy", "a=b", "", "'=1", "한국", "«Dori»", " a", "(-)"] {
            assert_eq!(defuse(honest), honest);
        }
    }

    proptest! {
        #[test]
        fn a_csv_reader_reads_what_was_written(
            rows in prop::collection::vec(prop::collection::vec("[a-z가,\"\r\n ;]{0,6}", 1..4), 1..9),
        ) {
            for row in rows {
                let mut text = Vec::new();
                push_row(&mut text, row.iter().map(|cell| Field::from(cell.as_str())));
                let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_slice());
                let found: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("sound")).collect();
                prop_assert_eq!(found.len(), 1);
                let cells: Vec<String> = found[0].iter().map(str::to_string).collect();
                let expected: Vec<String> = row.iter().map(|cell| defuse(cell).into_owned()).collect();
                prop_assert_eq!(cells, expected);
            }
        }

        #[test]
        fn a_number_is_written_as_it_displays(bits: u64, share in 0.0..=1.0f64) {
            let written = |number| {
                let mut text = Vec::new();
                push_number(&mut text, number);
                String::from_utf8(text).expect("ASCII")
            };
            for number in [share, (share * 1e3).round() / 1e3, 0.0, -0.0, 1.0, 1e-9] {
                prop_assert_eq!(written(number), number.to_string());
            }
            // Of two shortest texts that are equally near, as .2 and .3 are for .25 at 15 digits, each is right.
            let number = f64::from_bits(bits);
            prop_assert_eq!(written(number).len(), number.to_string().len());
            prop_assert!(number.is_nan() || written(number).parse() == Ok(number));
        }
    }
}
