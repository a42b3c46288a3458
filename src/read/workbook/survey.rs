//! What stands in the parts of a workbook beside its cells: hidden rows, merged cells, and claims that
//! a reader would believe.

use super::super::damage::UNCALCULATED;
use super::super::delimited::MOST_CELLS;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::BufRead;

/// A cell by row and column, both from 0.
pub(super) type Corner = (u32, u32);

/// What stands in a sheet beside its cells.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Survey {
    /// The first and the last of rows that are hidden, from 0.
    pub hidden_rows: Vec<(u32, u32)>,
    /// The same of columns.
    pub hidden_columns: Vec<(u32, u32)>,
    /// The first and the last cell of each merged range.
    pub merged: Vec<(Corner, Corner)>,
    /// The cells that a reader of the format passes over, each with what has to stand in it.
    pub passed_over: Vec<(Corner, Cow<'static, str>)>,
}

/// The most cells of a sheet that a reader may pass over: they are held apart.
const MOST_PASSED_OVER: usize = 1 << 20;

impl Survey {
    pub(super) fn pass_over(&mut self, at: Corner, text: Cow<'static, str>) -> Result<(), &'static str> {
        if self.passed_over.len() == MOST_PASSED_OVER {
            return Err("more than a million of its cells are formulas without a value, or of a rare form");
        }
        self.passed_over.push((at, text));
        Ok(())
    }
}

/// The surveys of the sheets, by name.
pub(super) type Surveys = HashMap<String, Survey>;

type Xml<T> = Result<T, quick_xml::Error>;

/// Calls back for every element that opens.
fn elements(input: impl BufRead, mut each: impl FnMut(&str, &BytesStart) -> Xml<()>) -> Xml<()> {
    let mut reader = Reader::from_reader(input);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) | Event::Empty(element) => each(element.local_name().as_ref(), &element)?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The value of an attribute by its name, with the prefix or without.
pub(super) fn attribute(element: &BytesStart, name: &str) -> Xml<Option<String>> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute?;
        if attribute.key.local_name().as_ref() == name || attribute.key.as_ref() == name {
            return attribute.normalized_value(XmlVersion::Implicit1_0).map(|value| Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// Whether a spreadsheet is to calculate all formulas when it opens the workbook: programs that cannot
/// calculate ask for that, and write 0 for every value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    Calculated,
    Pending,
}

/// A sheet of XLSX.
pub(super) fn of_sheet(input: impl BufRead, values: Values) -> Xml<Survey> {
    let mut walk = Walk { survey: Survey::default(), at: (0, 0), cell: None, in_value: false, values };
    let mut reader = Reader::from_reader(input);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) => walk.open(element.local_name().as_ref(), &element)?,
            Event::Empty(element) => {
                walk.open(element.local_name().as_ref(), &element)?;
                walk.close(element.local_name().as_ref())?;
            }
            Event::Text(text) => walk.read(text.as_ref()),
            Event::End(element) => walk.close(element.local_name().as_ref())?,
            Event::Eof => return Ok(walk.survey),
            _ => {}
        }
    }
}

/// A walk through the elements of a sheet.
struct Walk {
    survey: Survey,
    /// The place of the next row or cell that states none, from 0.
    at: Corner,
    cell: Option<Cell>,
    in_value: bool,
    values: Values,
}

/// The cell at hand, as far as it matters whether its formula has a value.
#[derive(Default)]
struct Cell {
    is_text: bool,
    has_formula: bool,
    has_value: bool,
    is_zero: bool,
}

impl Walk {
    fn open(&mut self, name: &str, element: &BytesStart) -> Xml<()> {
        match name {
            "row" => {
                if let Some(stated) = attribute(element, "r")? {
                    let row = stated.parse::<u32>().ok().and_then(|row| row.checked_sub(1));
                    self.at.0 = row.ok_or_else(|| no_such("row", &stated))?;
                }
                self.at.1 = 0;
                let hidden = attribute(element, "hidden")?.is_some_and(|hidden| is_true(&hidden));
                self.survey.hidden_rows.extend(hidden.then_some((self.at.0, self.at.0)));
            }
            // A reader that counts on with such a name would put the cell somewhere else.
            "c" => {
                if let Some(stated) = attribute(element, "r")? {
                    self.at = corner(&stated).ok_or_else(|| no_such("cell", &stated))?;
                }
                let is_text = attribute(element, "t")?.is_some_and(|kind| kind == "str");
                self.cell = Some(Cell { is_text, ..Cell::default() });
            }
            "f" => self.cell.iter_mut().for_each(|cell| cell.has_formula = true),
            "v" => self.in_value = true,
            "col" if attribute(element, "hidden")?.is_some_and(|hidden| is_true(&hidden)) => {
                let number = |text: Option<String>| text?.parse::<u32>().ok()?.checked_sub(1);
                let (first, last) = (attribute(element, "min")?, attribute(element, "max")?);
                self.survey.hidden_columns.extend(number(first).zip(number(last)));
            }
            "mergeCell" => {
                self.survey.merged.extend(attribute(element, "ref")?.as_deref().and_then(range));
            }
            _ => {}
        }
        Ok(())
    }

    fn read(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.in_value) {
            cell.has_value |= !text.is_empty();
            cell.is_zero = text == "0";
        }
    }

    fn close(&mut self, name: &str) -> Xml<()> {
        match name {
            "row" => self.at.0 = self.at.0.saturating_add(1),
            "v" => self.in_value = false,
            "c" => {
                let cell = self.cell.take().unwrap_or_default();
                // An empty text is a value.
                let is_pending = match self.values {
                    Values::Pending => cell.is_zero,
                    Values::Calculated => false,
                };
                if cell.has_formula && (is_pending || !cell.has_value && !cell.is_text) {
                    let text = Cow::Borrowed(UNCALCULATED);
                    self.survey.pass_over(self.at, text).map_err(std::io::Error::other)?;
                }
                self.at.1 = self.at.1.saturating_add(1);
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether an attribute says yes.
fn is_true(text: &str) -> bool {
    matches!(text, "1" | "true")
}

fn no_such(what: &str, stated: &str) -> quick_xml::Error {
    let stated: String = stated.chars().take(20).collect();
    std::io::Error::other(format!("no sheet has a {what} `{stated}`")).into()
}

/// The shared texts of XLSX: room is made for as many as they claim to be, so the claim must be sober.
pub(super) fn of_strings(input: impl BufRead) -> Xml<()> {
    elements(input, |name, element| {
        let claimed = match name {
            "sst" => attribute(element, "uniqueCount")?.and_then(|count| count.parse::<usize>().ok()),
            _ => None,
        };
        match claimed.filter(|count| *count > MOST_CELLS) {
            Some(count) => Err(std::io::Error::other(format!("it claims to hold {count} texts")).into()),
            None => Ok(()),
        }
    })
}

/// The names of the sheets, each with the id of its part; and whether their formulas have values.
pub(super) fn sheets(input: impl BufRead) -> Xml<(Vec<(String, String)>, Values)> {
    let (mut sheets, mut values) = (Vec::new(), Values::Calculated);
    elements(input, |name, element| {
        match name {
            // Both carry the local name `id` in no other element: `sheetId` differs.
            "sheet" => sheets.extend(attribute(element, "name")?.zip(attribute(element, "id")?)),
            "calcPr" if attribute(element, "fullCalcOnLoad")?.is_some_and(|full| is_true(&full)) => {
                values = Values::Pending;
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok((sheets, values))
}

/// The parts by their ids.
pub(super) fn relations(input: impl BufRead) -> Xml<HashMap<String, String>> {
    let mut relations = HashMap::new();
    elements(input, |name, element| {
        if name == "Relationship" {
            relations.extend(attribute(element, "Id")?.zip(attribute(element, "Target")?));
        }
        Ok(())
    })?;
    Ok(relations)
}

/// The corners of `A1:B2`.
fn range(text: &str) -> Option<(Corner, Corner)> {
    let (first, last) = text.split_once(':')?;
    corner(first).zip(corner(last))
}

fn corner(text: &str) -> Option<Corner> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = text.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter =
            letter.is_ascii_alphabetic().then(|| u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(letter)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_columns_and_merged_cells_are_seen() {
        let sheet = r#"<worksheet><cols><col min="3" max="4" hidden="1"/><col min="5" max="5"/></cols><sheetData><row r="1"/><row r="3" hidden="1"><c r="A3"/></row><row hidden="true"/></sheetData>
            <mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells></worksheet>"#;
        let survey = of_sheet(sheet.as_bytes(), Values::Calculated).expect("sound");
        let merged = vec![((1, 1), (3, 2))];
        let seen = Survey {
            hidden_rows: vec![(2, 2), (3, 3)],
            hidden_columns: vec![(2, 3)],
            merged,
            passed_over: vec![],
        };
        assert_eq!(survey, seen);
    }

    #[test]
    fn a_formula_without_a_value_is_seen_and_an_empty_text_is_a_value() {
        let sheet = r#"<sheetData><row r="2"><c><f>A1</f></c><c><f>A1</f><v/></c><c><f>A1</f><v>0</v></c><c t="str"><f>A1</f><v></v></c><c r="F2"><f>A1</f><v>7</v></c><c/></row></sheetData>"#;
        let seen = |values| {
            let survey = of_sheet(sheet.as_bytes(), values).expect("sound");
            survey.passed_over.iter().map(|(at, _)| *at).collect::<Vec<_>>()
        };
        assert_eq!(seen(Values::Calculated), [(1, 0), (1, 1)]);
        assert_eq!(seen(Values::Pending), [(1, 0), (1, 1), (1, 2)]);
    }

    #[test]
    fn claims_that_cannot_be_true_are_refused() {
        assert!(of_strings(br#"<sst uniqueCount="4294967295"/>"#.as_slice()).is_err());
        assert!(of_strings(br#"<sst uniqueCount="12"/>"#.as_slice()).is_ok());
    }

    #[test]
    fn corners_are_read_and_nonsense_is_not() {
        assert_eq!(range("A1:XFD1048576"), Some(((0, 0), (1_048_575, 16_383))));
        assert!(of_sheet(br#"<c r="ZZZZZZZ1"/>"#.as_slice(), Values::Calculated).is_err());
        assert!(of_sheet(br#"<row r="-1"/>"#.as_slice(), Values::Calculated).is_err());
        for text in ["A1", "1:2", "A0:B1", "ZZZZZZZZ1:B2", "A99999999999:B1"] {
            assert_eq!(range(text), None, "{text}");
        }
    }
}
