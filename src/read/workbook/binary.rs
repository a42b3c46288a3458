//! What stands in the records of a binary workbook of Excel ([MS-XLSB]) beside the cells that `calamine`
//! gives: hidden rows and columns, merged cells, and cells that it passes over.

use super::survey::{Corner, Survey};
use std::borrow::Cow;

const ROW: usize = 0x00;
const FORMULA_ERROR: usize = 0x0B;
/// A cell without its column, which stands behind the one before it. Nobody reads the text of these.
const SHORT: std::ops::RangeInclusive<usize> = 0x0C..=0x12;
const COLUMNS: usize = 0x3C;
const RICH_TEXT: usize = 0x3E;
const SHEET: usize = 0x9C;
const MERGED: usize = 0xB0;
/// The last row that a sheet has, from 0.
const LAST_ROW: u32 = (1 << 20) - 1;

type Known<T> = Result<T, &'static str>;

/// A sheet.
pub(super) fn of_sheet(bytes: &[u8]) -> Known<Survey> {
    let (mut survey, mut row) = (Survey::default(), 0);
    for record in records(bytes) {
        let (kind, data) = record?;
        match kind {
            ROW => {
                row = u32_at(data, 0)
                    .filter(|row| *row <= LAST_ROW)
                    .ok_or("a row beyond all that a sheet has")?;
                // fDyZero: it has no height.
                survey
                    .hidden_rows
                    .extend(data.get(11).filter(|flags| **flags & 0x10 != 0).map(|_| (row, row)));
            }
            COLUMNS if data.get(16).is_some_and(|flags| flags & 1 != 0) => {
                survey.hidden_columns.extend(u32_at(data, 0).zip(u32_at(data, 4)));
            }
            MERGED => survey.merged.extend(merged(data)),
            FORMULA_ERROR => {
                let code = data.get(8).ok_or("an error without its number")?;
                survey.pass_over((row, column(data)?), Cow::Borrowed(error(*code)?))?;
            }
            RICH_TEXT => {
                let text = text_at(data, 9).ok_or("a text that breaks off")?;
                survey.pass_over((row, column(data)?), Cow::Owned(text))?;
            }
            kind if SHORT.contains(&kind) => return Err("it has cells of a short form, which are not read"),
            _ => {}
        }
    }
    Ok(survey)
}

/// The names of the sheets, each with the id of its part.
pub(super) fn sheets(bytes: &[u8]) -> Known<Vec<(String, String)>> {
    let mut sheets = Vec::new();
    for record in records(bytes) {
        let (kind, data) = record?;
        if kind == SHEET {
            let id = text_at(data, 8).ok_or("a sheet without a part")?;
            let name = text_at(data, 12 + 2 * id.encode_utf16().count()).ok_or("a sheet without a name")?;
            sheets.push((name, id));
        }
    }
    Ok(sheets)
}

/// Any other part: each record must end within it, since a reader makes room for as much as it claims.
pub(super) fn hold(bytes: &[u8]) -> Known<()> {
    records(bytes).try_for_each(|record| record.map(drop))
}

/// The records of a part: the kind of each, and its data. An error ends them.
fn records(bytes: &[u8]) -> impl Iterator<Item = Known<(usize, &[u8])>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let record = record(bytes, &mut at);
        if record.is_err() {
            at = bytes.len();
        }
        Some(record)
    })
}

fn record<'a>(bytes: &'a [u8], at: &mut usize) -> Known<(usize, &'a [u8])> {
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
    let head = number(at, 2).and_then(|kind| Some((kind, number(at, 4)?)));
    let (kind, length) = head.ok_or("a record breaks off")?;
    let data =
        bytes.get(*at..).and_then(|rest| rest.get(..length)).ok_or("a record claims more than there is")?;
    *at += length;
    Ok((kind, data))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

fn column(data: &[u8]) -> Known<u32> {
    u32_at(data, 0).ok_or("a cell without a place")
}

/// A text: the number of its units of UTF-16, and these.
fn text_at(data: &[u8], at: usize) -> Option<String> {
    let units = u32_at(data, at)? as usize;
    let bytes = data.get(at + 4..)?.get(..units.checked_mul(2)?)?;
    let units: Vec<u16> = bytes.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
    Some(String::from_utf16_lossy(&units))
}

/// The first and the last cell of a merged range.
fn merged(data: &[u8]) -> Option<(Corner, Corner)> {
    let (top, bottom) = (u32_at(data, 0)?, u32_at(data, 4)?);
    let (left, right) = (u32_at(data, 8)?, u32_at(data, 12)?);
    Some(((top, left), (bottom, right)))
}

/// What a spreadsheet shows for the number of an error ([MS-XLSB] 2.5.97.2).
fn error(code: u8) -> Known<&'static str> {
    Ok(match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => return Err("an error that no spreadsheet has"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_that_claims_more_than_there_is_is_refused() {
        assert!(hold(&[0x01, 0x02, 0, 0]).is_ok());
        assert!(hold(&[0x01, 0xff, 0xff, 0xff, 0x7f, 0]).is_err());
        assert!(hold(&[0x81]).is_err());
    }

    #[test]
    fn what_is_passed_over_is_seen() {
        let row = [&[ROW as u8, 12, 4, 0, 0, 0], &[0; 7][..], &[0x10]].concat();
        let error = [FORMULA_ERROR as u8, 9, 2, 0, 0, 0, 0, 0, 0, 0, 0x2A];
        let rich = [&[RICH_TEXT as u8, 15, 3, 0, 0, 0, 0, 0, 0, 0, 0][..], &[1, 0, 0, 0, b'x', 0]].concat();
        let survey = of_sheet(&[&row[..], &error, &rich].concat()).expect("sound");
        assert_eq!(survey.hidden_rows, [(4, 4)]);
        assert_eq!(survey.passed_over, [((4, 2), "#N/A".into()), ((4, 3), "x".into())]);
        assert!(of_sheet(&[ROW as u8, 4, 0, 0, 0x10, 0]).is_err(), "a row beyond the last");
        assert!(of_sheet(&[0x0D, 0]).is_err(), "a short cell");
    }
}
