//! The header of a table: which of the upper rows it is, under which separator, and what is missing.

use super::delimited::{self, Line};
use super::schema::{Schema, TableName};
use crate::error::{Error, Place, Refusal, Result};
use crate::text::nearest;
use crate::vocabulary::{self, WordSet};
use crate::warning::{Code, Finding};

/// How many rows may stand above the header: titles, dates, remarks.
pub(super) const MOST_TITLE_ROWS: usize = 20;

/// No header word of any language is longer than this, in bytes.
const LONGEST_HEADER: usize = 120;

/// The separator is the one under which most of the known header words appear; a sniffer that counts
/// characters is wrong on lists inside cells.
pub(super) fn split_as_known(text: &str, schema: &Schema, place: &Place) -> Result<(Vec<Line>, char)> {
    // With the right separator the quotes may be broken in the upper rows already; with a wrong one no
    // words are known.
    let known = |separator: &char| {
        let upper = delimited::upper(text, *separator, place, MOST_TITLE_ROWS + 1);
        upper.iter().map(|line| known_words(line, schema)).max().unwrap_or(0)
    };
    let best = delimited::SEPARATORS.iter().rev().max_by_key(|s| known(s)).unwrap_or(&',');
    Ok((delimited::records(text, *best, place)?, *best))
}

pub(super) fn keys_of<'a>(schema: &'a Schema, written: &str) -> impl Iterator<Item = &'static str> + use<'a> {
    let keys = vocabulary::keys(WordSet::Column, written);
    keys.iter().copied().filter(|key| schema.columns().any(|c| c == *key))
}

pub(super) fn known_words(line: &Line, schema: &Schema) -> usize {
    let words = line.cells.iter().map(|cell| clean(cell)).filter(|cell| cell.len() <= LONGEST_HEADER);
    words.filter(|cell| keys_of(schema, cell).next().is_some()).count()
}

/// Of the upper rows that have all required columns, the first with the most known words: above the
/// names of the columns there may be a row that groups them.
pub(super) fn find_header(lines: &[Line], schema: &Schema) -> Option<usize> {
    let upper = lines.iter().take(MOST_TITLE_ROWS + 1).enumerate();
    let whole = upper.filter(|(_, line)| {
        let has = |key: &&str| line.cells.iter().any(|cell| keys_of(schema, clean(cell)).any(|k| k == *key));
        schema.required.iter().all(has)
    });
    whole.rev().max_by_key(|(_, line)| known_words(line, schema)).map(|(at, _)| at)
}

/// The table that the header of a sheet belongs to: the one of which it has all required columns, and
/// the most columns.
pub(super) fn table_of(lines: &[Line]) -> Option<TableName> {
    let candidates = TableName::ALL.into_iter().filter(|t| !t.is_named_alone()).rev();
    let words = |table: TableName| {
        let schema = table.schema();
        find_header(lines, schema).map(|at| (known_words(&lines[at], schema), table))
    };
    candidates.filter_map(words).max_by_key(|(words, _)| *words).map(|(_, table)| table)
}

pub(super) fn no_header(lines: &[Line], schema: &Schema, place: Place) -> Error {
    let wanted = schema.required.join("`, `");
    let best = lines
        .iter()
        .take(MOST_TITLE_ROWS + 1)
        .max_by_key(|l| (known_words(l, schema), std::cmp::Reverse(l.number)));
    let Some(line) = best else {
        let message = format!("the table is empty; `{}` needs the columns `{wanted}`", schema.name);
        return Error::refused(Refusal::EmptyTable, place, message)
            .hint("`silkmatch init` writes a folder to fill in");
    };
    let has = |key: &&&str| line.cells.iter().any(|cell| keys_of(schema, clean(cell)).any(|k| k == **key));
    let missing: Vec<&str> = schema.required.iter().filter(|key| !has(key)).copied().collect();
    let found = line.cells.iter().map(|c| clean(c)).filter(|c| !c.is_empty()).collect::<Vec<_>>();
    let message = format!("no column `{}`; the header has `{}`", missing.join("`, `"), found.join("`, `"));
    let error = Error::refused(Refusal::NoHeader, place.at(line.number), message);
    match nearest(missing[0], found.iter().copied(), 1).first() {
        Some(near) => error.hint(format!("rename `{near}` to `{}`", missing[0])),
        None => {
            error.hint(format!("`{}` needs the columns `{wanted}`, in any of the six languages", schema.name))
        }
    }
}

pub(super) fn unknown_column(schema: &Schema, place: Place, written: &str) -> Finding {
    let message = format!("`{}` has no such column; it is not read", schema.name);
    let finding = Finding::new(Code::UnknownColumn, place, written, message);
    match nearest(written, schema.columns(), 1).first() {
        Some(near) => finding.hint(format!("did you mean `{near}`?")),
        None => finding.hint(format!("its columns: {}", schema.columns().collect::<Vec<_>>().join(", "))),
    }
}

/// A cell without the white space around it, of any kind (no-break and full-width spaces too), nor
/// the marks that forms put at a header (`Name*`, `Country:`).
pub(super) fn clean(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || c == '*').trim_end_matches(':')
}
