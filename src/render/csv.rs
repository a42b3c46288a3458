//! CSV: numbers at full precision, unknown as an empty cell, formulas defused.

use crate::report::table::{Cell, Table};
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes a table as CSV (RFC 4180, but for line ends: one character).
///
/// # Errors
/// What the writer meets.
pub fn write(mut out: impl Write, table: &Table) -> io::Result<()> {
    write_header(&mut out, table.columns.iter().map(|c| c.title.as_str()))?;
    write_rows(&mut out, table.rows.iter().map(|r| &r.cells))
}

/// Writes a header.
///
/// # Errors
/// What the writer meets.
pub fn write_header<'a>(out: impl Write, columns: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(columns.into_iter().map(|c| defuse(c).into_owned())).map_err(plain)?;
    writer.flush()
}

/// Writes rows without a header.
///
/// # Errors
/// What the writer meets.
pub fn write_rows<R: AsRef<[Cell]>>(out: impl Write, rows: impl IntoIterator<Item = R>) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    for row in rows {
        writer.write_record(row.as_ref().iter().map(|c| text(c).into_owned())).map_err(plain)?;
    }
    writer.flush()
}

/// The error underneath: the `csv` crate's own conversion hides that a pipe was closed.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn text(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => defuse(text),
        Cell::Number(number) => number.to_string().into(),
        Cell::Whole(number) => number.to_string().into(),
        Cell::Unknown => "".into(),
    }
}

/// Text that a spreadsheet would run as a formula gets an apostrophe in front: text whose first
/// visible character is one of = + - @, in any width, or that begins with a tab or a line end (OWASP,
/// "CSV injection"). An honest name such as `-20 Logistics` gets it too; JSON keeps it untouched.
pub fn defuse(text: &str) -> Cow<'_, str> {
    let risky = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let invisible =
        |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let first = text.chars().find(|c| !invisible(*c));
    if text.starts_with(['\t', '\r', '\n']) || first.is_some_and(risky) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::Align;

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
        for risky in ["=1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "\u{200b}=1", "\rx"] {
            assert_eq!(defuse(risky), format!("'{risky}"));
        }
        for honest in ["SK-Pharmacy", "a=b", "", "'=1", "한국"] {
            assert_eq!(defuse(honest), honest);
        }
    }
}
