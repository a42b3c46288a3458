//! Binary workbooks of Excel (XLSB), whole and broken.

use super::Case;
use super::books::{brt, bundle, raw_xlsb, rows, sheet_records, wide};
use super::sheets::{PLAIN, PLAIN_ROWS};

/// A workbook with one sheet, called S.
fn book(sheet: &[u8]) -> Vec<u8> {
    raw_xlsb(&bundle("S", 0), sheet, &[])
}

/// A cell of a kind, in the row at hand: its column, and its data.
fn cell(kind: u16, column: u32, data: &[u8]) -> Vec<u8> {
    brt(kind, &[&column.to_le_bytes()[..], &[0; 4], data].concat())
}

/// A sheet of the header and one row of these cells.
fn sheet(cells: &[Vec<u8>]) -> Vec<u8> {
    let row = |number: u32| brt(0x00, &[&number.to_le_bytes()[..], &[0; 13]].concat());
    let text = |column: u32, text: &str| cell(0x06, column, &wide(text));
    let head = ["name", "country", "offers"].iter().zip(0..).map(|(head, column)| text(column, head));
    let head: Vec<u8> = head.collect::<Vec<_>>().concat();
    [
        brt(0x81, &[]),
        brt(0x94, &[0; 16]),
        brt(0x91, &[]),
        row(0),
        head,
        row(1),
        cells.concat(),
        brt(0x92, &[]),
    ]
    .concat()
}

pub fn add(cases: &mut Vec<Case>) {
    let plain = rows(PLAIN);
    let text = |column: u32, text: &str| cell(0x06, column, &wide(text));
    let hidden = |row: usize| {
        let mut head = [0; 13];
        head[7] = if row == 2 { 0x10 } else { 0 };
        head
    };
    let told = [("hidden-rows", "sheet S, row 3")];
    let book_with = book(&sheet_records(&plain, hidden, &[]));
    cases.push(Case::told("binary workbook", "a hidden row", book_with, &PLAIN_ROWS, &told));
    let columns = brt(0x3C, &[&[2_u32, 2, 0, 0].map(u32::to_le_bytes).concat()[..], &[1, 0]].concat());
    let told = [("hidden-columns", "sheet S, cell C1")];
    let book_with = book(&[columns, sheet_records(&plain, |_| [0; 13], &[])].concat());
    cases.push(Case::told("binary workbook", "a hidden column", book_with, &PLAIN_ROWS, &told));
    let merged = brt(0xB0, &[1_u32, 2, 1, 1].map(u32::to_le_bytes).concat());
    let country = rows("name|country\nAlpha|KZ\nBeta|");
    let told = [("merged-cells", "sheet S, cell B2")];
    let book_with = book(&sheet_records(&country, |_| [0; 13], &merged));
    cases.push(Case::told("binary workbook", "merged cells", book_with, &["Alpha|KZ||", "Beta|KZ||"], &told));
    let alpha = |more: Vec<u8>| sheet(&[text(0, "Alpha"), text(1, "KZ"), more]);
    for (name, kind) in [("an error", 0x03), ("an error of a formula", 0x0B)] {
        let told = [("error-cell", "sheet S, cell C2 (offers)")];
        cases.push(Case::told("binary workbook", name, book(&alpha(cell(kind, 2, &[0x2A]))), &[], &told));
    }
    let rich = [&[0][..], &wide("vaccines:4")].concat();
    cases.push(Case::rows(
        "binary workbook",
        "rich text in a cell",
        book(&alpha(cell(0x3E, 2, &rich))),
        &["Alpha|KZ|vaccines:4|"],
    ));
    let formula = [wide("vaccines:4"), vec![0; 8]].concat();
    cases.push(Case::rows(
        "binary workbook",
        "a formula by its value",
        book(&alpha(cell(0x08, 2, &formula))),
        &["Alpha|KZ|vaccines:4|"],
    ));
    for (name, sheet) in [
        ("cells of the short form", alpha(brt(0x11, &[&[0; 4][..], &wide("vaccines:4")].concat()))),
        ("a row beyond the last", [brt(0x00, &[0, 0, 0x10, 0]), alpha(Vec::new())].concat()),
        ("an error that there is not", alpha(cell(0x0B, 2, &[0x99]))),
        ("a text that breaks off", alpha(cell(0x3E, 2, &[0, 9, 0, 0, 0, b'x', 0]))),
    ] {
        cases.push(Case::refused("binary workbook", name, book(&sheet), "damaged-workbook", "sheet S"));
    }
}
