//! XLSX as other programs than Excel write it, and as few people have seen it.

use super::Case;
use super::books::{raw_xlsx, raw_xlsx_with};

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A text cell.
fn text(text: &str) -> String {
    format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A sheet with the header `name`, `country`, `as_of`, and one row of these cells.
fn sheet(cells: &str) -> String {
    let head = ["name", "country", "as_of"].map(text).concat();
    format!("<worksheet><sheetData><row>{head}</row><row>{cells}</row></sheetData></worksheet>")
}

pub fn add(cases: &mut Vec<Case>) {
    let alpha = ["Alpha|KZ||"];
    let ab = [text("Alpha"), text("KZ")].concat();
    let plain = sheet(&ab);
    let prefixed = plain.replace("</", "</x:").replace('<', "<x:").replace("<x:/x:", "</x:");
    let strict = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>"#;
    let rels = "xl/_rels/workbook.xml.rels";
    for (name, book) in [
        ("elements with a prefix", raw_xlsx(&prefixed, "")),
        (
            "strict, with a path from the root",
            raw_xlsx_with(&[(SHEET, plain.as_bytes()), (rels, strict.as_bytes())]),
        ),
        (
            "with macros",
            raw_xlsx_with(&[(SHEET, plain.as_bytes()), ("xl/vbaProject.bin", &[0xd0, 0xcf, 0x11])]),
        ),
        (
            "a date by its ISO name",
            raw_xlsx(&sheet(&format!(r#"{ab}<c t="d"><v>2026-05-01T00:00:00</v></c>"#)), ""),
        ),
        (
            "an empty text of a formula",
            raw_xlsx(&sheet(&format!(r#"{ab}<c t="str"><f>A1</f><v></v></c>"#)), ""),
        ),
    ] {
        cases.push(Case::rows("other program", name, book, &alpha));
    }
    let lines = raw_xlsx(&sheet(&[text("Alpha_x000D_\nCentre"), text("KZ")].concat()), "");
    cases.push(Case::rows("other program", "a return written out", lines, &["Alpha\nCentre|KZ||"]));
    let order = format!(
        r#"<worksheet><sheetData><row r="3">{}{}</row><row r="1">{}{}</row><row r="2">{ab}</row></sheetData></worksheet>"#,
        text("Beta"),
        text("KR"),
        text("name"),
        text("country"),
    );
    let book = raw_xlsx(&order, "");
    cases.push(Case::rows("other program", "rows in another order", book, &["Alpha|KZ||", "Beta|KR||"]));
    let shared = r#"<c t="s"><v>0</v></c><c t="s"><v>1</v></c>"#;
    let sounds = r#"<sst count="2" uniqueCount="2"><si><t>石药</t><rPh sb="0" eb="2"><t>shiyao</t></rPh><phoneticPr fontId="1"/></si><si><t>CN</t></si></sst>"#;
    cases.push(Case::rows(
        "other program",
        "how a name is spoken",
        raw_xlsx(&sheet(shared), sounds),
        &["石药|CN||"],
    ));
    pending(cases, &ab);
    dates(cases, &ab);
}

/// Formulas that nobody has calculated.
fn pending(cases: &mut Vec<Case>, ab: &str) {
    let told = [("uncalculated-formula", "sheet Sheet1, cell C2 (as_of)")];
    for (name, cell) in [
        ("without a value", "<c><f>NOW()</f></c>"),
        ("with an empty value", "<c><f>NOW()</f><v/></c>"),
        ("of a shared formula", r#"<c><f t="shared" si="0"/></c>"#),
        ("of an array", r#"<c><f t="array" ref="C2">NOW()</f></c>"#),
    ] {
        let book = raw_xlsx(&sheet(&format!("{ab}{cell}")), "");
        cases.push(Case::told("other program", format!("a formula {name}"), book, &[], &told));
    }
    let zero = sheet(&format!("{ab}<c><f>NOW()</f><v>0</v></c>"));
    let load = r#"<workbook xmlns:r="r"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>"#;
    let book = raw_xlsx_with(&[(SHEET, zero.as_bytes()), ("xl/workbook.xml", load.as_bytes())]);
    cases.push(Case::told("other program", "zeros until it is opened", book, &[], &told));
    let name = sheet("<c><f>A1</f></c><c><f>B1</f></c>");
    let told = [("uncalculated-formula", "sheet Sheet1, cell A2 (name)")];
    cases.push(Case::told("other program", "a row of formulas alone", raw_xlsx(&name, ""), &[], &told));
    let aside = sheet(&format!("{ab}<c/><c><f>NOW()</f></c>"));
    let told = [("extra-cells", "sheet Sheet1, cell D2")];
    cases.push(Case::told("other program", "a formula under no header", raw_xlsx(&aside, ""), &[], &told));
}

fn dates(cases: &mut Vec<Case>, ab: &str) {
    let styles = r#"<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#;
    let book = |value: &str| {
        let sheet = sheet(&format!(r#"{ab}<c s="1"><v>{value}</v></c>"#));
        raw_xlsx_with(&[(SHEET, sheet.as_bytes()), ("xl/styles.xml", styles.as_bytes())])
    };
    cases.push(Case::rows("other program", "a day by its number", book("46143"), &["Alpha|KZ||"]));
    for value in ["-5", "3000000", "46143.5"] {
        let told = [("bad-date", "sheet Sheet1, cell C2 (as_of)")];
        cases.push(Case::told(
            "other program",
            format!("no day: {value}"),
            book(value),
            &["Alpha|KZ||"],
            &told,
        ));
    }
}
