//! Old workbooks of Excel, whole and broken.

use super::Case;
use super::books::{compound, label, labels, record, rows, xls};
use super::sheets::{PLAIN, PLAIN_ROWS};

pub fn add(cases: &mut Vec<Case>) {
    let plain = rows(PLAIN);
    let all = labels(&plain);
    let number = |row: u16, column: u16, value: f64| {
        record(0x0203, &[&[row, column, 0].map(u16::to_le_bytes).concat()[..], &value.to_le_bytes()].concat())
    };
    let sized = rows("name|country|size\nAlpha|KZ|");
    let with_number = [labels(&sized), vec![number(1, 2, 250.0)]].concat();
    cases.push(Case::rows("old workbook", "a number", xls(&with_number), &["Alpha|KZ||"]));
    let claim = record(
        0x0200,
        &[&[0_u32, u32::MAX].map(u32::to_le_bytes).concat()[..], &[0, 0, 0xff, 0xff, 0, 0]].concat(),
    );
    let with = |first: Vec<u8>| [vec![first], all.clone()].concat();
    cases.push(Case::rows(
        "old workbook",
        "a claim to be four billion rows high",
        xls(&with(claim)),
        &PLAIN_ROWS,
    ));
    let hidden = record(0x0208, &[2_u16, 0, 4, 255, 0, 0, 0x20, 0].map(u16::to_le_bytes).concat());
    cases.push(Case::told(
        "old workbook",
        "a hidden row",
        xls(&with(hidden)),
        &PLAIN_ROWS,
        &[("hidden-rows", "sheet Sheet1, row 3")],
    ));
    let merged = record(0x00E5, &[1_u16, 1, 2, 1, 1].map(u16::to_le_bytes).concat());
    let country = labels(&rows("name|country\nAlpha|KZ\nBeta|"));
    let book = xls(&[country, vec![merged]].concat());
    cases.push(Case::told(
        "old workbook",
        "merged cells",
        book,
        &["Alpha|KZ||", "Beta|KZ||"],
        &[("merged-cells", "sheet Sheet1, cell B2")],
    ));
    let error = record(0x0205, &[&[1_u16, 1, 0].map(u16::to_le_bytes).concat()[..], &[0x2A, 1]].concat());
    let book = xls(&[labels(&rows("name|country\nAlpha|")), vec![error]].concat());
    cases.push(Case::told(
        "old workbook",
        "#N/A",
        book,
        &[],
        &[("error-cell", "sheet Sheet1, cell B2 (country)")],
    ));
    let far = [all.clone(), vec![label(65_535, 255, "x")]].concat();
    cases.push(Case::refused("old workbook", "a far cell", xls(&far), "too-many-cells", "cell IV65536"));
    let farther = [all.clone(), vec![label(65_535, 65_535, "x")]].concat();
    cases.push(Case::refused(
        "old workbook",
        "a cell beyond all columns",
        xls(&farther),
        "too-many-cells",
        "cell CRXP65536",
    ));
    let secret = [vec![record(0x002F, &[1, 0, 0, 0])], all.clone()].concat();
    let mut stream = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    stream.extend(secret.concat());
    cases.push(Case::refused(
        "old workbook",
        "with a password",
        compound(&[("/Workbook", &stream)]),
        "protected-workbook",
        "",
    ));
    let lie = [record(0x0809, &[0, 6, 5, 0]), vec![0x85, 0, 0xff, 0xff, 1]].concat();
    cases.push(Case::refused(
        "old workbook",
        "a record longer than the file",
        compound(&[("/Workbook", &lie)]),
        "damaged-workbook",
        "",
    ));
    for (name, stream, code) in [
        ("a new workbook with a password", "/EncryptedPackage", "protected-workbook"),
        ("a Word document", "/WordDocument", "not-a-table"),
        ("an HWP document named .xls", "/HwpSummaryInformation", "not-a-table"),
        ("a presentation", "/PowerPoint Document", "not-a-table"),
        ("something else", "/Contents", "not-a-table"),
    ] {
        cases.push(Case::refused("old workbook", name, compound(&[(stream, b"x")]), code, ""));
    }
    let whole = xls(&all);
    for cut in [8, 511, 512, 600] {
        cases.push(Case::refused(
            "old workbook",
            format!("cut after {cut}"),
            &whole[..cut],
            "damaged-workbook",
            "",
        ));
    }
}
