//! Workbooks by their parts: archives and compound documents around given bytes.

#![allow(dead_code)]

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// A zip archive of these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("in memory");
        zip.write_all(bytes).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
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

/// A record of a binary workbook of Excel ([MS-XLSB] 2.1.4).
pub fn brt(kind: u16, data: &[u8]) -> Vec<u8> {
    let seven = |n: usize| if n < 0x80 { vec![n as u8] } else { vec![n as u8 | 0x80, (n >> 7) as u8] };
    [seven(kind.into()), seven(data.len()), data.to_vec()].concat()
}

/// A text of a binary workbook.
pub fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&(units.len() as u32 / 2).to_le_bytes()[..], &units].concat()
}

/// The list of sheets of a binary workbook: one, visible (0) or hidden (1).
pub fn bundle(name: &str, state: u32) -> Vec<u8> {
    let bundle = [&state.to_le_bytes()[..], &1_u32.to_le_bytes(), &wide("rId1"), &wide(name)].concat();
    [brt(0x9C, &bundle), brt(0x90, &[]), brt(0x9D, &[])].concat()
}

/// A binary workbook from its list of sheets, its one sheet, and its shared texts.
pub fn raw_xlsb(workbook: &[u8], sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    let relations =
        br#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>"#;
    let parts: [(&str, &[u8]); 4] = [
        ("xl/workbook.bin", workbook),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/worksheets/sheet1.bin", sheet),
        ("xl/sharedStrings.bin", strings),
    ];
    let there = parts.into_iter().filter(|(_, bytes)| !bytes.is_empty());
    archive(&there.collect::<Vec<_>>())
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

/// A compound document with these streams.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("in memory");
    for (name, bytes) in streams {
        container.create_stream(name).expect("in memory").write_all(bytes).expect("in memory");
    }
    container.flush().expect("in memory");
    container.into_inner().into_inner()
}
