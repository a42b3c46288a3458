//! A table: located columns, and records that know where they stand.

use super::delimited::{self, Line};
use super::schema::{Schema, TableName};
use super::source::Source;
use crate::error::{Error, ErrorKind, Place, Result};
use crate::text::nearest;
use crate::vocabulary::{self, WordSet};
use crate::warning::{Code, Finding};

/// How many rows may stand above the header: titles, dates, remarks.
const MOST_TITLE_ROWS: usize = 20;

/// No header word of any language is longer than this, in bytes.
const LONGEST_HEADER: usize = 120;

/// A table as read: which column is where, and the rows below the header.
#[derive(Debug, Clone)]
pub struct Table {
    name: TableName,
    place: Place,
    header: Vec<String>,
    /// For each key of the schema that was found, the position of its column.
    columns: Vec<(&'static str, usize)>,
    /// For each column by language, its tag and position.
    by_language: Vec<(String, usize)>,
    rows: Vec<Line>,
}

impl Table {
    /// Reads a table of delimited text.
    ///
    /// # Errors
    /// What cannot be read, has no header with the required columns, or is broken in its structure.
    pub fn read(source: &Source, name: TableName, findings: &mut Vec<Finding>) -> Result<Table> {
        let text = source.text(findings)?;
        Table::parse(&text, source.place(), name, findings)
    }

    /// The same from text at hand.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub fn parse(text: &str, place: Place, name: TableName, findings: &mut Vec<Finding>) -> Result<Table> {
        let (mut lines, top) = match delimited::declared(text) {
            Some((separator, rest)) => (delimited::records(rest, separator, &place)?, 1),
            None => (split_as_known(text, name.schema(), &place)?, 0),
        };
        lines.iter_mut().for_each(|l| l.number += top);
        let Some(at) = find_header(&lines, name.schema()) else {
            return Err(no_header(&lines, name.schema(), place));
        };
        let header = lines.swap_remove(at);
        let mut rows: Vec<Line> = lines.into_iter().filter(|l| l.number > header.number).collect();
        rows.sort_by_key(|l| l.number);
        let mut table =
            Table { name, place, header: header.cells, columns: Vec::new(), by_language: Vec::new(), rows };
        table.locate(header.number, findings)?;
        table.drop_ragged(findings);
        Ok(table)
    }

    /// Which table it is.
    pub fn name(&self) -> TableName {
        self.name
    }

    /// The file, without a line.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The rows below the header.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.rows.iter().map(move |line| Record { table: self, line })
    }

    /// The languages of the columns by language, as written after the prefix.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.by_language.iter().map(|(tag, _)| tag.as_str())
    }

    /// Finds each column of the schema in the header.
    fn locate(&mut self, line: u64, findings: &mut Vec<Finding>) -> Result<()> {
        let schema = self.name.schema();
        for (position, cell) in self.header.iter().enumerate() {
            let written = clean(cell);
            let place = self.place.at(line).column(written);
            if written.is_empty() {
                continue;
            }
            if let Some(tag) = schema
                .by_language
                .and_then(|prefix| written.to_lowercase().strip_prefix(prefix).map(str::to_string))
            {
                self.by_language.push((tag, position));
                continue;
            }
            let keys: Vec<_> = keys_of(schema, written).collect();
            match keys.iter().find(|key| !self.columns.iter().any(|(k, _)| k == *key)) {
                Some(key) => self.columns.push((key, position)),
                None if keys.is_empty() => findings.push(unknown_column(schema, place, written)),
                None => {
                    let message = format!("two columns for `{}`", keys[0]);
                    let hint = "remove one of them, or give it another header";
                    return Err(Error::new(ErrorKind::Structure, message).at(place).hint(hint));
                }
            }
        }
        Ok(())
    }

    /// A row with text beyond the header has slipped: a separator stands unquoted in one of its
    /// cells, so none of them can be trusted.
    fn drop_ragged(&mut self, findings: &mut Vec<Finding>) {
        let width = self.header.len();
        let place = &self.place;
        self.rows.retain(|row| {
            let extra = row.cells.iter().skip(width).find(|c| !c.trim().is_empty());
            if let Some(found) = extra {
                let message =
                    format!("{} cells under a header of {width}; the row is left out", row.cells.len());
                let hint = "put a cell that holds the separator into quotes";
                findings.push(
                    Finding::new(Code::ExtraCells, place.at(row.number), found.clone(), message).hint(hint),
                );
            }
            extra.is_none()
        });
    }
}

/// The separator is the one under which most of the known header words appear; a sniffer that counts
/// characters is wrong on lists inside cells.
fn split_as_known(text: &str, schema: &Schema, place: &Place) -> Result<Vec<Line>> {
    // With the right separator the quotes may be broken in the upper rows already; with a wrong one no
    // words are known.
    let known = |separator: &char| {
        let upper = delimited::head(text, *separator, place, MOST_TITLE_ROWS + 1).unwrap_or_default();
        upper.iter().map(|line| known_words(line, schema)).max().unwrap_or(0)
    };
    let best = delimited::SEPARATORS.iter().rev().max_by_key(|s| known(s)).unwrap_or(&',');
    delimited::records(text, *best, place)
}

fn keys_of<'a>(schema: &'a Schema, written: &str) -> impl Iterator<Item = &'static str> + use<'a> {
    let keys = vocabulary::keys(WordSet::Column, written);
    keys.iter().copied().filter(|key| schema.columns().any(|c| c == *key))
}

fn known_words(line: &Line, schema: &Schema) -> usize {
    let words = line.cells.iter().map(|cell| clean(cell)).filter(|cell| cell.len() <= LONGEST_HEADER);
    words.filter(|cell| keys_of(schema, cell).next().is_some()).count()
}

/// The first of the upper rows that has all required columns.
fn find_header(lines: &[Line], schema: &Schema) -> Option<usize> {
    lines.iter().take(MOST_TITLE_ROWS + 1).position(|line| {
        let has = |key: &&str| line.cells.iter().any(|cell| keys_of(schema, clean(cell)).any(|k| k == *key));
        schema.required.iter().all(has)
    })
}

fn no_header(lines: &[Line], schema: &Schema, place: Place) -> Error {
    let wanted = schema.required.join("`, `");
    let best = lines
        .iter()
        .take(MOST_TITLE_ROWS + 1)
        .max_by_key(|l| (known_words(l, schema), std::cmp::Reverse(l.number)));
    let Some(line) = best else {
        return Error::new(
            ErrorKind::Structure,
            format!("the table is empty; `{}` needs the columns `{wanted}`", schema.name),
        )
        .at(place);
    };
    let has = |key: &&&str| line.cells.iter().any(|cell| keys_of(schema, clean(cell)).any(|k| k == **key));
    let missing: Vec<&str> = schema.required.iter().filter(|key| !has(key)).copied().collect();
    let found = line.cells.iter().map(|c| clean(c)).filter(|c| !c.is_empty()).collect::<Vec<_>>();
    let message = format!("no column `{}`; the header has `{}`", missing.join("`, `"), found.join("`, `"));
    let error = Error::new(ErrorKind::Structure, message).at(place.at(line.number));
    match nearest(missing[0], found.iter().copied(), 1).first() {
        Some(near) => error.hint(format!("rename `{near}` to `{}`", missing[0])),
        None => {
            error.hint(format!("`{}` needs the columns `{wanted}`, in any of the six languages", schema.name))
        }
    }
}

fn unknown_column(schema: &Schema, place: Place, written: &str) -> Finding {
    let message = format!("`{}` has no such column; it is not read", schema.name);
    let finding = Finding::new(Code::UnknownColumn, place, written, message);
    match nearest(written, schema.columns(), 1).first() {
        Some(near) => finding.hint(format!("did you mean `{near}`?")),
        None => finding.hint(format!("its columns: {}", schema.columns().collect::<Vec<_>>().join(", "))),
    }
}

/// A cell without the white space around it, of any kind (no-break and full-width spaces too), nor
/// the marks that forms put at a header (`Name*`, `Country:`).
fn clean(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '\u{feff}' | '\u{200b}'))
        .trim_end_matches(':')
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    table: &'a Table,
    line: &'a Line,
}

impl<'a> Record<'a> {
    /// The text of a column, without the white space around it; empty where there is none.
    pub fn text(&self, column: &'static str) -> &'a str {
        debug_assert!(self.table.name.schema().columns().any(|c| c == column), "{column}");
        let position = self.table.columns.iter().find(|(key, _)| *key == column).map(|(_, p)| *p);
        position.and_then(|p| self.line.cells.get(p)).map_or("", |cell| cell.trim())
    }

    /// The text of a column; `None` where it is empty.
    pub fn some(&self, column: &'static str) -> Option<&'a str> {
        Some(self.text(column)).filter(|t| !t.is_empty())
    }

    /// The texts of all columns that are read, with the key or the tag of each.
    pub fn cells(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let (table, line) = (self.table, self.line);
        let text = move |position: usize| line.cells.get(position).map_or("", |cell| cell.trim());
        let by_key = table.columns.iter().map(move |(key, position)| (*key, text(*position)));
        by_key.chain(self.by_language())
    }

    /// The texts of the columns by language, with their tags.
    pub fn by_language(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let cells = &self.line.cells;
        self.table
            .by_language
            .iter()
            .map(move |(tag, p)| (tag.as_str(), cells.get(*p).map_or("", |c| c.trim())))
    }

    /// Which table the row belongs to.
    pub fn table(&self) -> TableName {
        self.table.name
    }

    /// Where the row stands.
    pub fn place(&self) -> Place {
        self.table.place.at(self.line.number)
    }

    /// Where a cell of the row stands, with the header as it is written there.
    pub fn cell(&self, column: &'static str) -> Place {
        let position = self.table.columns.iter().find(|(key, _)| *key == column).map(|(_, p)| *p);
        let header = position.map_or(column, |p| clean(&self.table.header[p]));
        self.place().column(header)
    }

    /// A finding about a cell of the row.
    pub fn finding(&self, code: Code, column: &'static str, message: impl Into<String>) -> Finding {
        Finding::new(code, self.cell(column), self.text(column), message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Result<Table>, Vec<Finding>) {
        let mut findings = Vec::new();
        (Table::parse(text, Place::file("orgs.csv"), TableName::Organizations, &mut findings), findings)
    }

    #[test]
    fn finds_separator_title_rows_and_headers_in_any_language() {
        for text in [
            "name,country,offers\nA,KZ,vaccines; insulin\n",
            "Название;Страна;Предложения\nA;KZ;vaccines, insulin\n",
            "List of makers\n\n名称\t国家\t提供\nA\tKZ\tvaccines\n",
            "sep=|\r\n기관명|국가|제공\r\nA|KZ|vaccines\r\n",
            "Name*,Country:,Offers\r\n\" A \",KZ,\"vaccines\"\r\n",
        ] {
            let (table, findings) = parse(text);
            let table = table.expect(text);
            assert!(findings.is_empty(), "{findings:?}");
            let record = table.records().next().expect("a row");
            assert_eq!((record.text("name"), record.text("country")), ("A", "KZ"), "{text}");
            assert!(record.text("offers").starts_with("vaccines"));
        }
    }

    #[test]
    fn a_missing_column_names_the_line_and_a_remedy() {
        let (table, _) = parse("name,contry\nA,KZ\n");
        let error = table.expect_err("no country");
        assert_eq!(
            error.to_string(),
            "orgs.csv, line 1: no column `country`; the header has `name`, `contry`"
        );
        assert_eq!(error.remedy(), Some("rename `contry` to `country`"));
    }

    #[test]
    fn doubled_and_unknown_columns_are_told() {
        assert!(parse("name,country,страна\nA,KZ,KZ\n").0.is_err());
        let (_, findings) = parse("name,country,ofers\nA,KZ,x\n");
        assert_eq!(findings[0].code, Code::UnknownColumn);
        assert_eq!(findings[0].hint.as_deref(), Some("did you mean `offers`?"));
    }

    #[test]
    fn a_slipped_row_is_left_out_and_told() {
        let (table, findings) = parse("name,country\nA,KZ\nB, Ltd,KZ\nC,UZ,,\n");
        assert_eq!(table.expect("sound").records().count(), 2);
        assert_eq!((findings[0].code, findings[0].place.line), (Code::ExtraCells, Some(3)));
    }

    #[test]
    fn an_open_quote_is_an_error_and_no_other_separator_hides_it() {
        let (table, _) = parse("name,country\n\"A,KZ\nB,UZ\n");
        assert_eq!(table.expect_err("open quote").place().and_then(|p| p.line), Some(2));
    }
}
