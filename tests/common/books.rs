//! Workbooks made in memory: XLSX by `rust_xlsxwriter`, ODS and XLS by hand.

#![allow(dead_code)]

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// A sheet: its name and its rows of text.
pub type Sheet<'a> = (&'a str, &'a [Vec<String>]);

/// Rows of text from lines with `|` between the cells.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split('|').map(str::to_string).collect()).collect()
}

/// A zip archive of these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("in memory");
        zip.write_all(bytes).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
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

/// A workbook of Excel with one sheet, as its raw XML.
pub fn raw_xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    raw_xlsx_with(&[
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ])
}

/// The parts of a workbook with one sheet called Sheet1, and these.
pub fn raw_xlsx_with(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let frame: [(&str, &[u8]); 4] = [
        ("[Content_Types].xml", br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#),
        ("_rels/.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#),
    ];
    let mut all: Vec<(&str, &[u8])> =
        frame.into_iter().filter(|(name, _)| !parts.iter().any(|(n, _)| n == name)).collect();
    all.extend(parts.iter().copied().filter(|(_, bytes)| !bytes.is_empty()));
    archive(&all)
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

/// A workbook of OpenDocument from the XML of its styles and its tables.
pub fn raw_ods(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// The parts of an archive.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("sound");
    let count = zip.len();
    let part = |at: usize| {
        let mut part = zip.by_index(at).expect("sound");
        let mut bytes = Vec::new();
        std::io::copy(&mut part, &mut bytes).expect("sound");
        (part.name().expect("a name").to_string(), bytes)
    };
    (0..count).map(part).collect()
}

/// A record of a binary workbook of Excel ([MS-XLSB] 2.1.4).
fn brt(kind: u16, data: &[u8]) -> Vec<u8> {
    let seven = |n: usize| if n < 0x80 { vec![n as u8] } else { vec![n as u8 | 0x80, (n >> 7) as u8] };
    [seven(kind.into()), seven(data.len()), data.to_vec()].concat()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&(units.len() as u32 / 2).to_le_bytes()[..], &units].concat()
}

/// A binary workbook with one sheet of text cells, visible (0) or hidden (1).
pub fn xlsb(name: &str, state: u32, rows: &[Vec<String>]) -> Vec<u8> {
    let bundle = [&state.to_le_bytes()[..], &1_u32.to_le_bytes(), &wide("rId1"), &wide(name)].concat();
    let workbook = [brt(0x9C, &bundle), brt(0x90, &[]), brt(0x9D, &[])].concat();
    let mut sheet = [brt(0x81, &[]), brt(0x94, &[0; 16]), brt(0x91, &[])].concat();
    for (r, row) in rows.iter().enumerate() {
        sheet.extend(brt(0x00, &[&(r as u32).to_le_bytes()[..], &[0; 13]].concat()));
        for (c, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.extend(brt(0x06, &[&(c as u32).to_le_bytes()[..], &[0; 4], &wide(text)].concat()));
        }
    }
    sheet.extend(brt(0x92, &[]));
    archive(&[
        ("xl/workbook.bin", &workbook),
        (
            "xl/_rels/workbook.bin.rels",
            br#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
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

/// A compound document with these streams.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("in memory");
    for (name, bytes) in streams {
        container.create_stream(name).expect("in memory").write_all(bytes).expect("in memory");
    }
    container.flush().expect("in memory");
    container.into_inner().into_inner()
}

/// Bytes packed with gzip.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).expect("in memory");
    packer.finish().expect("in memory")
}
