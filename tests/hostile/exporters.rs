//! Files as real programs wrote them: LibreOffice 7 and openpyxl 3.1, from one workbook with a title, merged
//! cells, formulas (one of them wrong), dates in two formats, a hidden row, column and sheet, and a remark.

use super::Case;

macro_rules! file {
    ($name:literal) => {
        include_bytes!(concat!("../data/exporters/", $name)).as_slice()
    };
}

/// What LibreOffice has calculated.
const ROWS: [&str; 4] = [
    "Альфа|KZ|vaccines:4|insulin:2",
    "Beta|KR|insulin:5|vaccines",
    "Delta|CN|vaccines:4|",
    "Epsilon|CN|vaccines|",
];

pub fn add(cases: &mut Vec<Case>) {
    for (name, bytes) in [
        ("XLS of LibreOffice", file!("libreoffice.xls")),
        ("XLSX of LibreOffice", file!("libreoffice.xlsx")),
        ("ODS of LibreOffice", file!("libreoffice.ods")),
    ] {
        let told = [
            ("hidden-columns", "sheet Организации, cell G1"),
            ("hidden-rows", "sheet Организации, row 4"),
            ("error-cell", "sheet Организации, cell F5 (offers)"),
            ("merged-cells", "sheet Организации, cell C6"),
            ("error-cell", "sheet Организации, cell B8 (Название)"),
        ];
        cases.push(Case::told("exporter", name, bytes, &ROWS, &told));
    }
    // It writes formulas and does not calculate them.
    let told = [
        ("hidden-columns", "sheet Организации, cell G1"),
        ("hidden-rows", "sheet Организации, row 4"),
        ("uncalculated-formula", "sheet Организации, cell G4 (needs)"),
        ("uncalculated-formula", "sheet Организации, cell F5 (offers)"),
        ("uncalculated-formula", "sheet Организации, cell F6 (offers)"),
        ("uncalculated-formula", "sheet Организации, cell B8 (Название)"),
    ];
    let rows = [ROWS[0], ROWS[3]];
    cases.push(Case::told("exporter", "XLSX of openpyxl", file!("openpyxl.xlsx"), &rows, &told));
    let rows = ["Alpha|KZ|vaccines|", "Beta|KZ|insulin|"];
    let told = [("title-rows", "sheet Sheet, row 1"), ("merged-cells", "sheet Sheet, cell B3")];
    let small = file!("small.xls");
    cases.push(Case::told("exporter", "XLS with a stream of 3 KB", small, &rows, &told));
    let days = file!("epoch-1904.xlsx");
    cases.push(Case::told("exporter", "XLSX with days from 1904", days, &rows, &told));
    let told = [
        ("encoding-guessed", ""),
        ("bad-date", "line 3, column as_of"),
        ("bad-date", "line 4, column as_of"),
        ("error-cell", "line 5, column offers"),
        ("unknown-country", "line 7, column Страна"),
        ("error-cell", "line 8, column Название"),
    ];
    let text = file!("libreoffice-cp1251.csv");
    cases.push(Case::told("exporter", "CSV of LibreOffice in windows-1251", text, &ROWS[..3], &told));
}
