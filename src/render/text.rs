//! Plain text: aligned columns that survive a paste into mail, and reasons below the rows.

use crate::report::table::{Align, Cell, Column, Table};
use std::io::{self, Write};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Lines are wrapped at this many columns, as mail and terminals do.
const WIDTH: usize = 100;
/// A column is cut to this, so that one long address does not push all others away.
const WIDEST: usize = 48;

/// Writes tables, one below the other.
///
/// # Errors
/// What the writer meets.
pub fn write(mut out: impl Write, tables: &[Table]) -> io::Result<()> {
    for (i, table) in tables.iter().enumerate() {
        if i > 0 {
            writeln!(out)?;
        }
        write_table(&mut out, table)?;
    }
    Ok(())
}

fn write_table(out: &mut impl Write, table: &Table) -> io::Result<()> {
    if let Some(title) = &table.title {
        for line in wrap(&visible(title), WIDTH) {
            writeln!(out, "{line}")?;
        }
    }
    if let [column] = table.columns.as_slice()
        && column.title.is_empty()
    {
        return write_lines(out, table);
    }
    let cells: Vec<Vec<String>> = table.rows.iter().map(|r| r.cells.iter().map(text).collect()).collect();
    let heads: Vec<String> = table.columns.iter().map(|c| visible(&c.title)).collect();
    let widths = widths(&heads, &cells);
    writeln!(out, "{}", line(&heads, &table.columns, &widths))?;
    for (row, cells) in table.rows.iter().zip(&cells) {
        writeln!(out, "{}", line(cells, &table.columns, &widths))?;
        write_notes(out, &row.notes, widths.first().copied().unwrap_or(0).min(4) + 2)?;
    }
    Ok(())
}

/// A table of one column without a header is a list.
fn write_lines(out: &mut impl Write, table: &Table) -> io::Result<()> {
    for row in &table.rows {
        for line in row.cells.iter().flat_map(|c| wrap(&text(c), WIDTH - 2)) {
            writeln!(out, "  {line}")?;
        }
        write_notes(out, &row.notes, 2)?;
    }
    Ok(())
}

fn write_notes(out: &mut impl Write, notes: &[(String, String)], indent: usize) -> io::Result<()> {
    for (word, note) in notes {
        let head = if word.is_empty() { String::new() } else { format!("{}: ", visible(word)) };
        for line in wrap(&format!("{head}{}", visible(note)), WIDTH - indent) {
            writeln!(out, "{:indent$}{line}", "")?;
        }
    }
    Ok(())
}

/// A cell as people read it.
pub fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => visible(text),
        Cell::Number(number) => format!("{number:.3}"),
        Cell::Whole(number) => number.to_string(),
        Cell::Figure(figure) => visible(&figure.text()),
        Cell::Range(range) => visible(&range.text),
        Cell::Link(link) => visible(&link.text),
        Cell::Unknown => "–".to_string(),
        Cell::Untold(text) | Cell::Drawing(text) => visible(text),
    }
}

/// Text that a terminal only shows: control and direction characters are written out, line ends and
/// tabs become spaces.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => shown.push(' '),
            c if is_obeyed(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    shown
}

/// Whether a terminal obeys a character in place of showing it: control characters (C0, DEL, C1), and
/// those that turn the direction of text or end a line (Unicode Bidirectional Algorithm, UAX 9, table
/// 2; "Trojan Source", Boucher and Anderson, 2021).
pub fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How wide each column is. The last one pushes no other away, and may take what is left of the line.
fn widths(heads: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for (i, head) in heads.iter().enumerate() {
        let cells = rows.iter().filter_map(|r| r.get(i)).map(|c| c.width());
        let taken: usize = widths.iter().map(|w| w + 2).sum();
        let most = if i + 1 == heads.len() { WIDTH.saturating_sub(taken).max(WIDEST) } else { WIDEST };
        widths.push(cells.chain([head.width()]).max().unwrap_or(0).min(most));
    }
    widths
}

fn line(cells: &[String], columns: &[Column], widths: &[usize]) -> String {
    let mut line = String::new();
    for ((cell, column), &width) in cells.iter().zip(columns).zip(widths) {
        let cell = cut(cell, width);
        let pad = " ".repeat(width - cell.width().min(width));
        let padded = match column.align {
            Align::Left => format!("{cell}{pad}"),
            Align::Right => format!("{pad}{cell}"),
        };
        line.push_str(&padded);
        line.push_str("  ");
    }
    line.trim_end().to_string()
}

/// The text in at most so many columns; a cut is marked.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_string();
    }
    let mut kept = String::new();
    let mut used = 0;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used + 1 > width {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept
}

/// Lines of at most so many columns, broken at spaces, and anywhere where a word alone is wider (Han
/// and Hangul are written without spaces).
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.len() - 1;
        let used = lines[last].width();
        if used > 0 && used + 1 + word.width() > width {
            lines.push(String::new());
        } else if used > 0 {
            lines[last].push(' ');
        }
        for c in word.chars() {
            let last = lines.len() - 1;
            if lines[last].width() + c.width().unwrap_or(0) > width {
                lines.push(String::new());
            }
            let last = lines.len() - 1;
            lines[last].push(c);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_count_as_two() {
        let mut table = Table::new([("name", Align::Left), ("n", Align::Right)]);
        table.push(["石药集团".into(), Cell::Whole(1)]);
        table.push(["CSPC".into(), Cell::Whole(22)]);
        let mut out = Vec::new();
        write(&mut out, &[table]).expect("in memory");
        assert_eq!(String::from_utf8(out).expect("UTF-8"), "name       n\n石药集团   1\nCSPC      22\n");
    }

    #[test]
    fn nothing_that_a_terminal_would_run_is_written() {
        assert_eq!(visible("a\u{1b}[31mb\u{202e}c"), "a\\u{1b}[31mb\\u{202e}c");
        for obeyed in ["\u{7}", "\u{7f}", "\u{9b}", "\u{61c}", "\u{200f}", "\u{2029}", "\u{2066}"] {
            assert!(visible(obeyed).starts_with("\\u{"), "{obeyed:?}");
            let mut table = Table::new([(obeyed, Align::Left), ("b", Align::Left)]).titled(obeyed);
            table.push([obeyed.into(), obeyed.into()]);
            table.rows[0].notes.push((obeyed.into(), obeyed.into()));
            let mut out = Vec::new();
            write(&mut out, &[table]).expect("in memory");
            assert!(!String::from_utf8(out).expect("UTF-8").contains(obeyed), "{obeyed:?}");
        }
    }

    #[test]
    fn wraps_at_spaces_and_within_long_words() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("의료기기산업", 6), ["의료기", "기산업"]);
    }
}
