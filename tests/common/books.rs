//! Workbooks made in memory: XLSX by `rust_xlsxwriter`, ODS and XLS by hand.

#![allow(dead_code)]

#[path = "packages.rs"]
mod packages;

pub use packages::*;
use std::fmt::Write as _;
use std::io::Write;

/// A sheet: its name and its rows of text.
pub type Sheet<'a> = (&'a str, &'a [Vec<String>]);

/// Rows of text from lines with `|` between the cells.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split('|').map(str::to_string).collect()).collect()
}

/// A workbook of text cells.
pub fn xlsx(sheets: &[Sheet]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (r, row) in rows.iter().enumerate() {
            for (c, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(r as u32, c as u16, cell).expect("room");
            }
        }
    }
    book.save_to_buffer().expect("in memory")
}

/// The XML of a sheet with inline text cells.
pub fn sheet_xml(rows: &[Vec<String>]) -> String {
    let mut xml = String::from(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    for row in rows {
        xml.push_str("<row>");
        for cell in row {
            let _ = write!(xml, r#"<c t="inlineStr"><is><t>{}</t></is></c>"#, escaped(cell));
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    xml
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// A workbook of OpenDocument with text cells.
pub fn ods(sheets: &[Sheet]) -> Vec<u8> {
    let mut tables = String::new();
    for (name, rows) in sheets {
        let _ = write!(tables, r#"<table:table table:name="{}">"#, escaped(name));
        for row in *rows {
            tables.push_str("<table:table-row>");
            for cell in row {
                match cell.as_str() {
                    "" => tables.push_str("<table:table-cell/>"),
                    text => {
                        let lines = escaped(text).replace('\n', "</text:p><text:p>");
                        let _ = write!(
                            tables,
                            r#"<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>{lines}</text:p></table:table-cell>"#
                        );
                    }
                }
            }
            tables.push_str("</table:table-row>");
        }
        tables.push_str("</table:table>");
    }
    raw_ods("", &tables)
}

/// A binary workbook with one sheet of text cells, visible (0) or hidden (1).
pub fn xlsb(name: &str, state: u32, rows: &[Vec<String>]) -> Vec<u8> {
    raw_xlsb(&bundle(name, state), &sheet_records(rows, |_| [0; 13], &[]), &[])
}

/// The records of a sheet of text cells: what stands in the head of each row behind its number, and what
/// stands behind the cells.
pub fn sheet_records(rows: &[Vec<String>], head: impl Fn(usize) -> [u8; 13], behind: &[u8]) -> Vec<u8> {
    let mut sheet = [brt(0x81, &[]), brt(0x94, &[0; 16]), brt(0x91, &[])].concat();
    for (r, row) in rows.iter().enumerate() {
        sheet.extend(brt(0x00, &[&(r as u32).to_le_bytes()[..], &head(r)].concat()));
        for (c, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.extend(brt(0x06, &[&(c as u32).to_le_bytes()[..], &[0; 4], &wide(text)].concat()));
        }
    }
    sheet.extend(brt(0x92, &[]));
    sheet.extend(behind);
    sheet
}

/// A record of an old workbook.
pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

/// The beginning of a part of an old workbook: 5 the whole, 16 a sheet.
fn beginning(of: u16) -> Vec<u8> {
    record(0x0809, &[&0x0600_u16.to_le_bytes()[..], &of.to_le_bytes(), &[0; 12]].concat())
}

/// A text cell of an old workbook.
pub fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let head = [row, column, 0, (units.len() / 2) as u16].map(u16::to_le_bytes).concat();
    record(0x0204, &[&head[..], &[1], &units].concat())
}

/// An old workbook (BIFF8) with one sheet called Sheet1 of these records.
pub fn xls(records: &[Vec<u8>]) -> Vec<u8> {
    let name = b"Sheet1";
    let sheet_at =
        |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, name.len() as u8, 0], name].concat());
    let end = record(0x000A, &[]);
    let length = beginning(5).len() + sheet_at(0).len() + end.len();
    let stream =
        [beginning(5), sheet_at(length as u32), end.clone(), beginning(16), records.concat(), end].concat();
    compound(&[("/Workbook", &stream)])
}

/// The records of text cells.
pub fn labels(rows: &[Vec<String>]) -> Vec<Vec<u8>> {
    let cells = rows
        .iter()
        .enumerate()
        .flat_map(|(r, row)| row.iter().enumerate().map(move |(c, text)| (r, c, text)));
    cells
        .filter(|(_, _, text)| !text.is_empty())
        .map(|(r, c, text)| label(r as u16, c as u16, text))
        .collect()
}

/// Bytes packed with gzip.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).expect("in memory");
    packer.finish().expect("in memory")
}
