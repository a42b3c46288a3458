//! What stands in the parts of a workbook beside its cells: hidden rows, merged cells, and claims that
//! a reader would believe.

use super::super::delimited::MOST_CELLS;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::HashMap;
use std::io::BufRead;

/// A cell by row and column, both from 0.
pub(super) type Corner = (u32, u32);

/// What stands in a sheet beside its cells.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Survey {
    /// The rows that are hidden, from 1, ascending.
    pub hidden: Vec<u64>,
    /// The first and the last cell of each merged range.
    pub merged: Vec<(Corner, Corner)>,
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

/// A sheet of XLSX.
pub(super) fn of_sheet(input: impl BufRead) -> Xml<Survey> {
    let (mut survey, mut row) = (Survey::default(), 0);
    elements(input, |name, element| {
        match name {
            "row" => {
                row = match attribute(element, "r")? {
                    Some(stated) => {
                        stated.parse::<u32>().map(u64::from).map_err(|_| no_such("row", &stated))?
                    }
                    None => row + 1,
                };
                let hidden = attribute(element, "hidden")?;
                survey.hidden.extend(hidden.filter(|h| h == "1" || h == "true").map(|_| row));
            }
            // A reader that counts on with such a name would put the cell somewhere else.
            "c" => {
                if let Some(stated) = attribute(element, "r")?.filter(|stated| corner(stated).is_none()) {
                    return Err(no_such("cell", &stated));
                }
            }
            "mergeCell" => survey.merged.extend(attribute(element, "ref")?.as_deref().and_then(range)),
            _ => {}
        }
        Ok(())
    })?;
    Ok(survey)
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

/// The names of the sheets, each with the id of its part.
pub(super) fn sheets(input: impl BufRead) -> Xml<Vec<(String, String)>> {
    let mut sheets = Vec::new();
    elements(input, |name, element| {
        if name == "sheet" {
            // Both carry the local name `id` in no other element: `sheetId` differs.
            sheets.extend(attribute(element, "name")?.zip(attribute(element, "id")?));
        }
        Ok(())
    })?;
    Ok(sheets)
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

/// Walks the records of a binary part: each must end within it, since a reader makes room for as much
/// as it claims.
pub(super) fn of_records(bytes: &[u8]) -> Result<(), &'static str> {
    let mut at = 0;
    // Numbers of seven bits a byte: at most two bytes for the kind of a record, four for its length.
    let number = |at: &mut usize, most: usize| -> Option<usize> {
        let mut value = 0;
        for place in 0..most {
            let byte = *bytes.get(*at)?;
            *at += 1;
            value |= usize::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(value)
    };
    while at < bytes.len() {
        let length = number(&mut at, 2).and_then(|_| number(&mut at, 4)).ok_or("a record breaks off")?;
        at = at
            .checked_add(length)
            .filter(|end| *end <= bytes.len())
            .ok_or("a record claims more than there is")?;
    }
    Ok(())
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
    fn hidden_rows_and_merged_cells_are_seen() {
        let sheet = r#"<worksheet><sheetData><row r="1"/><row r="3" hidden="1"><c r="A3"/></row><row hidden="true"/></sheetData>
            <mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells></worksheet>"#;
        let survey = of_sheet(sheet.as_bytes()).expect("sound");
        assert_eq!(survey, Survey { hidden: vec![3, 4], merged: vec![((1, 1), (3, 2))] });
    }

    #[test]
    fn claims_that_cannot_be_true_are_refused() {
        assert!(of_strings(br#"<sst uniqueCount="4294967295"/>"#.as_slice()).is_err());
        assert!(of_strings(br#"<sst uniqueCount="12"/>"#.as_slice()).is_ok());
        assert!(of_records(&[0x01, 0x02, 0, 0]).is_ok());
        assert!(of_records(&[0x01, 0xff, 0xff, 0xff, 0x7f, 0]).is_err());
    }

    #[test]
    fn corners_are_read_and_nonsense_is_not() {
        assert_eq!(range("A1:XFD1048576"), Some(((0, 0), (1_048_575, 16_383))));
        assert!(of_sheet(br#"<c r="ZZZZZZZ1"/>"#.as_slice()).is_err());
        assert!(of_sheet(br#"<row r="-1"/>"#.as_slice()).is_err());
        for text in ["A1", "1:2", "A0:B1", "ZZZZZZZZ1:B2", "A99999999999:B1"] {
            assert_eq!(range(text), None, "{text}");
        }
    }
}
