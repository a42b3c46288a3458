//! Workbooks as an accident leaves them, or somebody who wants to bring a reader down.

use super::Case;
use super::books::{archive, raw_xlsx, raw_xlsx_with, rows, sheet_xml, xlsx};
use super::sheets::{PLAIN, PLAIN_ROWS};

pub fn add(cases: &mut Vec<Case>) {
    damaged(cases);
    bombs(cases);
}

fn damaged(cases: &mut Vec<Case>) {
    let whole = xlsx(&[("organizations", &rows(PLAIN))]);
    for share in 1..10 {
        let cut = &whole[..whole.len() * share / 10];
        cases.push(Case::refused(
            "damaged workbook",
            format!("cut after {share} tenths"),
            cut,
            "damaged-workbook",
            "",
        ));
    }
    for (name, parts, code) in [
        ("an empty archive", archive(&[]), "not-a-table"),
        ("an archive of text", archive(&[("organizations.csv", b"name,country\n")]), "not-a-table"),
        ("DOCX", archive(&[("word/document.xml", b"<x/>")]), "not-a-table"),
        ("PPTX", archive(&[("ppt/presentation.xml", b"<x/>")]), "not-a-table"),
        ("HWPX", archive(&[("Contents/section0.xml", b"<x/>")]), "not-a-table"),
        ("a document of Apple's", archive(&[("Index/Document.iwa", b"x")]), "not-a-table"),
        ("no relations", raw_xlsx_with(&[("xl/_rels/workbook.xml.rels", b"")]), "damaged-workbook"),
        (
            "XLSB that breaks off",
            archive(&[("xl/workbook.bin", &[0x99, 0x01, 0xff, 0xff, 0xff, 0x7f])]),
            "damaged-workbook",
        ),
    ] {
        cases.push(Case::refused("damaged workbook", name, parts, code, ""));
    }
    cases.push(Case::refused(
        "damaged workbook",
        "no sheet",
        raw_xlsx_with(&[]),
        "damaged-workbook",
        "sheet Sheet1",
    ));
    let open = sheet_xml(&rows(PLAIN)).replace("</sheetData></worksheet>", "");
    cases.push(Case::refused(
        "damaged workbook",
        "XML that breaks off",
        raw_xlsx(&open, ""),
        "damaged-workbook",
        "sheet Sheet1",
    ));
    let index = r#"<worksheet><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>"#;
    let strings = r#"<sst uniqueCount="1"><si><t>name</t></si></sst>"#;
    cases.push(Case::refused(
        "damaged workbook",
        "a text that is not there",
        raw_xlsx(index, strings),
        "damaged-workbook",
        "sheet Sheet1",
    ));
}

fn bombs(cases: &mut Vec<Case>) {
    let sheet = |inside: &str| format!(r#"<worksheet><sheetData>{inside}</sheetData></worksheet>"#);
    let at = |cell: &str| sheet(&format!(r#"<row><c r="{cell}" t="inlineStr"><is><t>x</t></is></c></row>"#));
    // The last corner, the first column that is not read, and what no sheet has.
    for cell in ["XFD1048576", "FAO1", "XFE1", "A1048577", "A4294967295"] {
        let place = format!("sheet Sheet1, cell {cell}");
        cases.push(Case::refused("bomb", cell, raw_xlsx(&at(cell), ""), "too-many-cells", &place));
    }
    for cell in ["ZZZZZZZ1", "A99999999999", "1A"] {
        cases.push(Case::refused("bomb", cell, raw_xlsx(&at(cell), ""), "damaged-workbook", "sheet Sheet1"));
    }
    let twice = r#"<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId1"/></sheets></workbook>"#;
    let first = at("A1");
    let parts = [("xl/workbook.xml", twice.as_bytes()), ("xl/worksheets/sheet1.xml", first.as_bytes())];
    cases.push(Case::refused(
        "bomb",
        "two sheets of one part",
        raw_xlsx_with(&parts),
        "damaged-workbook",
        "",
    ));
    let hidden = r#"<Relationships><Relationship Id="rId1" Target="media/sheet.png"/></Relationships>"#;
    let bomb = sheet(&" ".repeat(80 << 20));
    let parts = [("xl/_rels/workbook.xml.rels", hidden.as_bytes()), ("xl/media/sheet.png", bomb.as_bytes())];
    cases.push(Case::refused(
        "bomb",
        "a sheet named like a picture",
        raw_xlsx_with(&parts),
        "too-large",
        "sheet Sheet1",
    ));
    let lie = r#"<sst count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>"#;
    cases.push(Case::refused(
        "bomb",
        "four billion texts claimed",
        raw_xlsx(&at("A1"), lie),
        "damaged-workbook",
        "",
    ));
    let space = sheet(&" ".repeat(80 << 20));
    cases.push(Case::refused(
        "bomb",
        "80 MiB of spaces in a sheet",
        raw_xlsx(&space, ""),
        "too-large",
        "sheet Sheet1",
    ));
    let strings = format!(
        "<sst>{}</sst>",
        "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>".repeat(1 << 20)
    );
    cases.push(Case::refused("bomb", "64 MiB of texts", raw_xlsx(&at("A1"), &strings), "too-large", ""));
    let one = format!(r#"<sst><si><t>{}</t></si></sst>"#, pseudo(400_000));
    let cells: String =
        (1..400).map(|r| format!(r#"<row r="{r}"><c r="A{r}" t="s"><v>0</v></c></row>"#)).collect();
    cases.push(Case::refused(
        "bomb",
        "one text in four hundred cells",
        raw_xlsx(&sheet(&cells), &one),
        "too-large",
        "sheet Sheet1",
    ));
    let styles = format!("<styleSheet>{}</styleSheet>", " ".repeat(70 << 20));
    let book = raw_xlsx_with(&[
        ("xl/worksheets/sheet1.xml", at("A1").as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ]);
    cases.push(Case::refused("bomb", "70 MiB of styles", book, "too-large", ""));
    let names: Vec<String> = (0..2_001).map(|n| format!("xl/part{n}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), &b"<x/>"[..])).collect();
    cases.push(Case::refused("bomb", "two thousand and one parts", archive(&parts), "too-large", ""));
    let entities = r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"#;
    cases.push(Case::refused(
        "bomb",
        "entities of entities",
        raw_xlsx(entities, ""),
        "damaged-workbook",
        "sheet Sheet1",
    ));
    let outside =
        entities.replace(r#""aaaaaaaaaa""#, r#"SYSTEM "file:///etc/passwd""#).replace("&b;</t>", "&a;</t>");
    cases.push(Case::refused(
        "bomb",
        "an entity from outside",
        raw_xlsx(&outside, ""),
        "damaged-workbook",
        "sheet Sheet1",
    ));
    let mut merges = sheet_xml(&rows(PLAIN)).replace("</worksheet>", "<mergeCells>");
    merges.push_str(&r#"<mergeCell ref="A1:A1048576"/>"#.repeat(20_000));
    merges.push_str("</mergeCells></worksheet>");
    cases.push(Case::rows(
        "bomb",
        "overlapping merged cells without end",
        raw_xlsx(&merges, ""),
        &PLAIN_ROWS,
    ));
}

/// Letters that do not pack well.
fn pseudo(length: usize) -> String {
    let mut state = 1_u32;
    let letter = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (state >> 24) as u8 % 26)
    };
    (0..length).map(letter).collect()
}
