//! A table: which column is where, and the rows below the header.

use super::damage;
use super::delimited::{self, Flat, Line, Row};
use super::header::{clean, find_header, keys_of, no_header, split_as_known, unknown_column};
use super::record::Record;
use super::schema::TableName;
use super::sheets::tell_unseen;
use super::source::{Content, Source};
use super::workbook::Sheet;
use crate::error::{Error, Place, Refusal, Result};
use crate::warning::{Code, Finding};
use std::borrow::Cow;

/// A table as read: which column is where, and the rows below the header.
#[derive(Debug, Clone)]
pub struct Table {
    pub(super) name: TableName,
    pub(super) place: Place,
    pub(super) header: Vec<String>,
    /// For each key of the schema that was found, the position of its column.
    pub(super) columns: Vec<(&'static str, usize)>,
    /// For each column by language, its tag and position.
    pub(super) by_language: Vec<(String, usize)>,
    /// The cells of all rows, one row behind the other; those of shipped tables are not copied.
    pub(super) cells: Vec<Cow<'static, str>>,
    pub(super) rows: Vec<Row>,
}

impl Table {
    /// Reads a table: of delimited text, or of the sheet of a workbook that has its name or its columns.
    ///
    /// # Errors
    /// What cannot be read, has no header with the required columns, or is broken in its structure.
    pub fn read(source: &Source, name: TableName, findings: &mut Vec<Finding>) -> Result<Table> {
        match source.content(findings)? {
            Content::Text(text) => Table::parse(&text, source.place(), name, findings),
            Content::Sheets(sheets) => {
                let named = |s: &Sheet| TableName::read(&s.name) == Some(name);
                let fitting = |s: &Sheet| find_header(&s.lines, name.schema()).is_some();
                let at =
                    sheets.iter().position(named).or_else(|| sheets.iter().position(fitting)).unwrap_or(0);
                match sheets.into_iter().nth(at) {
                    Some(sheet) => Table::of_sheet(sheet, &source.place(), name, findings),
                    None => Err(no_header(&[], name.schema(), source.place())),
                }
            }
        }
    }

    /// The same from text at hand.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub fn parse(text: &str, place: Place, name: TableName, findings: &mut Vec<Finding>) -> Result<Table> {
        let (mut lines, top) = match delimited::declared(text) {
            Some((separator, rest)) => (delimited::records(rest, separator, &place)?, 1),
            None => (split_as_known(text, name.schema(), &place)?.0, 0),
        };
        lines.iter_mut().for_each(|l| l.number += top);
        Table::of_lines(lines, place, name, findings)
    }

    /// A table of the shipped set, of which a test holds that looking it over finds nothing: as every run
    /// begins with it, it is not looked over again.
    pub(super) fn shipped(name: TableName, text: &'static str, findings: &mut Vec<Finding>) -> Result<Table> {
        let place = Source::shipped(name.as_str(), text).place();
        let Flat { cells, rows } = delimited::flat(text, ',', &place)?;
        let mut rows = rows.into_iter();
        let Some(Row { number, cells: head }) = rows.next() else {
            return Err(no_header(&[], name.schema(), place));
        };
        let header = cells[head].iter().map(|cell| cell.to_string()).collect();
        let (columns, by_language, rows) = (Vec::new(), Vec::new(), rows.collect());
        let mut table = Table { name, place, header, columns, by_language, cells, rows };
        table.locate(number, findings)?;
        Ok(table)
    }

    /// The same from a sheet of a workbook, with what a person might not see in it.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub(super) fn of_sheet(
        sheet: Sheet,
        file: &Place,
        name: TableName,
        findings: &mut Vec<Finding>,
    ) -> Result<Table> {
        let place = file.sheet(sheet.name.as_str());
        tell_unseen(&sheet, &place, findings);
        Table::of_lines(sheet.lines, place, name, findings)
    }

    fn of_lines(
        mut lines: Vec<Line>,
        place: Place,
        name: TableName,
        findings: &mut Vec<Finding>,
    ) -> Result<Table> {
        lines.iter_mut().flat_map(|l| &mut l.cells).for_each(damage::tidy);
        let Some(at) = find_header(&lines, name.schema()) else {
            return Err(no_header(&lines, name.schema(), place));
        };
        if at > 0 {
            let message = format!("{at} rows above the header are not read");
            findings.push(Finding::new(Code::TitleRows, place.at(lines[0].number), "", message));
        }
        let mut below = lines.drain(at..);
        let Some(header) = below.next() else { return Err(no_header(&[], name.schema(), place)) };
        let (mut cells, mut rows) = (Vec::new(), Vec::with_capacity(below.len()));
        for line in below {
            let from = cells.len();
            cells.extend(line.cells.into_iter().map(Cow::Owned));
            rows.push(Row { number: line.number, cells: from..cells.len() });
        }
        let (columns, by_language) = (Vec::new(), Vec::new());
        let mut table = Table { name, place, header: header.cells, columns, by_language, cells, rows };
        table.locate(header.number, findings)?;
        table.look_over(header.number, findings);
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
        self.rows.iter().map(move |row| Record { table: self, row })
    }

    /// The cells of a row.
    pub(super) fn cells_of(&self, row: &Row) -> &[Cow<'static, str>] {
        &self.cells[row.cells.clone()]
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
            let place = self.place_at(line, position).column(written);
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
                    return Err(Error::refused(Refusal::DoubledColumn, place, message).hint(hint));
                }
            }
        }
        Ok(())
    }

    /// Where a cell stands: in a sheet by its letters, in a file by its line.
    pub(super) fn place_at(&self, line: u64, position: usize) -> Place {
        match self.place.sheet {
            Some(_) => self.place.cell(position, line),
            None => self.place.at(line),
        }
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
            assert!(findings.iter().all(|f| f.code == Code::TitleRows), "{findings:?}");
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
        let error = parse("name,country,страна\nA,KZ,KZ\n").0.expect_err("two countries");
        assert_eq!(error.refusal(), Some(Refusal::DoubledColumn));
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

    #[test]
    fn of_two_upper_rows_the_one_that_names_more_columns_is_the_header() {
        let (table, findings) = parse("name,country,capabilities,\nname,country,offers,needs\nA,KZ,x,y\n");
        assert_eq!(table.expect("sound").records().next().expect("a row").text("needs"), "y");
        assert_eq!(findings[0].code, Code::TitleRows);
        let (table, findings) = parse("name,country\nA,KZ\nName,Country\nB,UZ\n");
        assert_eq!(table.expect("sound").records().count(), 2);
        assert_eq!((findings[0].code, findings[0].place.line), (Code::RepeatedHeader, Some(3)));
    }

    #[test]
    fn an_error_of_the_spreadsheet_and_lost_letters_are_told() {
        let (table, findings) = parse("name,country,note\nA,#N/A,\nB,KZ,#REF!\n?аза?стан,KZ,\n");
        assert_eq!(table.expect("sound").records().count(), 1);
        let codes: Vec<_> = findings.iter().map(|f| (f.code, f.place.line)).collect();
        assert_eq!(
            codes,
            [(Code::ErrorCell, Some(2)), (Code::ErrorCell, Some(3)), (Code::LostLetters, Some(4))]
        );
    }
}
