//! Workbooks of today, as offices make them.

use super::Case;
use super::books::{archive, gzip, labels, ods, raw_ods, raw_xlsx, rows, sheet_xml, xls, xlsb, xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

pub const PLAIN: &str =
    "name|country|offers|needs\nAlpha|KZ|vaccines:4|insulin:2\nBeta|KR|insulin:5|vaccines";
pub const PLAIN_ROWS: [&str; 2] = ["Alpha|KZ|vaccines:4|insulin:2", "Beta|KR|insulin:5|vaccines"];

pub fn add(cases: &mut Vec<Case>) {
    tables(cases);
    cells(cases);
    hidden_and_merged(cases);
    open_document(cases);
}

fn tables(cases: &mut Vec<Case>) {
    let plain = rows(PLAIN);
    for (name, book) in [
        ("XLSX", xlsx(&[("organizations", &plain)])),
        ("XLSX packed", gzip(&xlsx(&[("organizations", &plain)]))),
        ("XLSX of another program", raw_xlsx(&sheet_xml(&plain), "")),
        ("ODS", ods(&[("organizations", &plain)])),
        ("ODS packed", gzip(&ods(&[("organizations", &plain)]))),
        ("XLS", xls(&labels(&plain))),
        ("XLSB", xlsb("organizations", 0, &plain)),
        ("XLSB whose sheet has another name", xlsb("Лист1", 0, &plain)),
    ] {
        cases.push(Case::rows("workbook", name, book, &PLAIN_ROWS));
    }
    for name in ["Организации", "ұйымдар", "tashkilotlar", "机构", "기관", "Sheet1", "Лист1", "Данные 2026"]
    {
        cases.push(Case::rows("workbook", format!("sheet {name}"), xlsx(&[(name, &plain)]), &PLAIN_ROWS));
        cases.push(Case::rows(
            "workbook",
            format!("sheet {name} of ODS"),
            ods(&[(name, &plain)]),
            &PLAIN_ROWS,
        ));
    }
    let claims = rows("organization|role|term|level\nAlpha|offer|vaccines|5\nBeta|need|insulin|1");
    let bare = rows("name|country\nAlpha|KZ\nBeta|KR");
    let both = ["Alpha|KZ|vaccines:5|", "Beta|KR||insulin:1"];
    for (one, two) in [("organizations", "capabilities"), ("Sheet1", "Sheet2"), ("2026", "Возможности")]
    {
        let name = format!("two tables: {one}, {two}");
        cases.push(Case::rows("workbook", name.clone(), xlsx(&[(one, &bare), (two, &claims)]), &both));
        cases.push(Case::rows(
            "workbook",
            format!("{name}, in ODS"),
            ods(&[(two, &claims), (one, &bare)]),
            &both,
        ));
    }
    let remarks = rows("Remarks\nAsk Alpha again");
    let told = [("unknown-table", "sheet Notes")];
    cases.push(Case::told(
        "workbook",
        "a sheet of remarks",
        xlsx(&[("Notes", &remarks), ("Sheet1", &plain)]),
        &PLAIN_ROWS,
        &told,
    ));
    let told = [("second-table", "sheet Archive")];
    let book = xlsx(&[("organizations", &plain), ("Archive", &bare)]);
    cases.push(Case::told("workbook", "an archive beside the table", book, &PLAIN_ROWS, &told));
    let book = xlsx(&[("Kazakhstan", &plain), ("Korea", &bare)]);
    cases.push(Case::refused("workbook", "two sheets of one table", book, "doubled-table", "sheet Korea"));
    let book = xlsx(&[("organizations", &plain), ("Организации", &bare)]);
    cases.push(Case::refused(
        "workbook",
        "two names of one table",
        book,
        "doubled-table",
        "sheet Организации",
    ));
    cases.push(Case::refused(
        "workbook",
        "remarks alone",
        xlsx(&[("Notes", &remarks)]),
        "no-header",
        "sheet Notes, row 1",
    ));
    cases.push(Case::refused("workbook", "an empty sheet", xlsx(&[("Sheet1", &[])]), "empty-table", ""));
    let titled = rows("Register of makers||\n||\nname|country|offers\nAlpha|KZ|vaccines");
    let told = [("title-rows", "sheet S, row 1")];
    cases.push(Case::told("workbook", "title rows", xlsx(&[("S", &titled)]), &["Alpha|KZ|vaccines|"], &told));
    let broken = rows("name|contry\nAlpha|KZ");
    let book = xlsx(&[("organizations", &broken)]);
    cases.push(Case::refused("workbook", "no country", book, "no-header", "sheet organizations, row 1"));
    let doubled = rows("name|country|Страна\nAlpha|KZ|KR");
    let book = xlsx(&[("organizations", &doubled)]);
    cases.push(Case::refused(
        "workbook",
        "two countries",
        book,
        "doubled-column",
        "sheet organizations, cell C1 (Страна)",
    ));
    let wrong = rows("name|country|offers\nAlpha|Atlantis|vaccines\nBeta|KR|vaccines:9");
    let told =
        [("unknown-country", "sheet S, cell B2 (country)"), ("bad-level", "sheet S, cell C3 (offers)")];
    for (format, book) in [("XLSX", xlsx(&[("S", &wrong)])), ("ODS", ods(&[("S", &wrong)]))] {
        cases.push(Case::told("workbook", format!("wrong values in {format}"), book, &["Beta|KR||"], &told));
    }
    let beyond = rows("name|country\nAlpha|KZ|lost\nBeta|KR");
    let told = [("extra-cells", "sheet S, cell C2")];
    cases.push(Case::told(
        "workbook",
        "a cell beyond the header",
        xlsx(&[("S", &beyond)]),
        &["Beta|KR||"],
        &told,
    ));
}

/// A workbook with one sheet, S, whose header is written, and whose second row is filled by the caller.
fn book(header: &[&str], fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("S").expect("a name");
    for (column, head) in header.iter().enumerate() {
        sheet.write_string(0, column as u16, *head).expect("room");
    }
    fill(sheet);
    book.save_to_buffer().expect("in memory")
}

fn cells(cases: &mut Vec<Case>) {
    let filled = |name: &str, country: &str| {
        let (name, country) = (name.to_string(), country.to_string());
        move |sheet: &mut Worksheet| {
            sheet.write_string(1, 0, &name).expect("room");
            sheet.write_string(1, 1, &country).expect("room");
        }
    };
    let numbers = book(&["id", "country", "name", "size"], |sheet| {
        sheet.write_number(1, 0, 100.0).expect("room");
        sheet.write_string(1, 1, "KZ").expect("room");
        sheet.write_number(1, 2, 2030.0).expect("room");
        sheet.write_number(1, 3, 250.0).expect("room");
        sheet.write_string(2, 0, "007").expect("room");
        sheet.write_string(2, 1, "KR").expect("room");
        sheet.write_string(2, 2, "Seven").expect("room");
        sheet.write_string(2, 3, "1200").expect("room");
    });
    cases.push(Case::rows(
        "cell",
        "numbers as names, text as numbers",
        numbers,
        &["2030|KZ||", "Seven|KR||"],
    ));
    let date = book(&["name", "country", "as_of"], |sheet| {
        filled("Alpha", "KZ")(sheet);
        let day = ExcelDateTime::from_ymd(2026, 5, 1).expect("a date");
        sheet
            .write_datetime_with_format(1, 2, &day, &Format::new().set_num_format("dd.mm.yyyy"))
            .expect("room");
    });
    cases.push(Case::rows("cell", "a date", date, &["Alpha|KZ||"]));
    let time = book(&["name", "country", "as_of"], |sheet| {
        filled("Alpha", "KZ")(sheet);
        let time = ExcelDateTime::from_ymd(2026, 5, 1).expect("a date").and_hms(9, 30, 0).expect("a time");
        sheet
            .write_datetime_with_format(1, 2, &time, &Format::new().set_num_format("dd.mm.yyyy hh:mm"))
            .expect("room");
    });
    cases.push(Case::told(
        "cell",
        "a date with a time",
        time,
        &["Alpha|KZ||"],
        &[("bad-date", "sheet S, cell C2 (as_of)")],
    ));
    let formula = book(&["name", "country", "offers"], |sheet| {
        filled("Alpha", "KZ")(sheet);
        sheet
            .write_formula(1, 2, Formula::new("=\"vac\"&\"cines:4\"").set_result("vaccines:4"))
            .expect("room");
    });
    cases.push(Case::rows("cell", "a formula by its value", formula, &["Alpha|KZ|vaccines:4|"]));
    for error in ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"] {
        let xml = format!(
            r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>country</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Alpha</t></is></c><c r="B2" t="e"><f>NA()</f><v>{error}</v></c></row></sheetData></worksheet>"#
        );
        let told = [("error-cell", "sheet Sheet1, cell B2 (country)")];
        cases.push(Case::told("cell", error, raw_xlsx(&xml, ""), &[], &told));
    }
    let aside = book(&["name", "country", "our remark"], |sheet| {
        filled("Alpha", "KZ")(sheet);
        sheet.write_formula(1, 2, Formula::new("=NA()").set_result("#N/A")).expect("room");
    });
    let told = [("unknown-column", "sheet S, cell C1 (our remark)")];
    cases.push(Case::told("cell", "an error in a column that is not read", aside, &["Alpha|KZ||"], &told));
    let rich = r#"<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row></sheetData></worksheet>"#;
    let strings = r#"<sst count="4" uniqueCount="4"><si><t>name</t></si><si><r><t>coun</t></r><r><t>try</t></r></si><si><t>A &amp; B &lt;x&gt;</t></si><si><t>KZ</t></si></sst>"#;
    cases.push(Case::rows("cell", "rich text and entities", raw_xlsx(rich, strings), &["A & B <x>|KZ||"]));
    let truth = book(&["name", "country", "size"], |sheet| {
        filled("Alpha", "KZ")(sheet);
        sheet.write_boolean(1, 2, true).expect("room");
    });
    cases.push(Case::told(
        "cell",
        "a truth where a size belongs",
        truth,
        &["Alpha|KZ||"],
        &[("bad-choice", "sheet S, cell C2 (size)")],
    ));
}

fn hidden_and_merged(cases: &mut Vec<Case>) {
    let hidden = book(&["name", "country"], |sheet| {
        for (row, name) in ["Alpha", "Beta", "Gamma", "Delta"].into_iter().enumerate() {
            sheet.write_string(row as u32 + 1, 0, name).expect("room");
            sheet.write_string(row as u32 + 1, 1, "KZ").expect("room");
        }
        sheet.set_row_hidden(2).expect("a row");
        sheet.set_row_hidden(3).expect("a row");
        sheet.set_row_hidden(90).expect("a row");
    });
    let all = ["Alpha|KZ||", "Beta|KZ||", "Gamma|KZ||", "Delta|KZ||"];
    cases.push(Case::told("hidden", "rows", hidden, &all, &[("hidden-rows", "sheet S, row 3")]));
    let mut book_with = Workbook::new();
    let first = book_with.add_worksheet().set_name("Notes").expect("a name");
    first.write_string(0, 0, "See the other sheet").expect("room");
    let second = book_with.add_worksheet().set_name("organizations").expect("a name").set_hidden(true);
    for (row, cells) in rows(PLAIN).iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            second.write_string(row as u32, column as u16, cell).expect("room");
        }
    }
    let book_with = book_with.save_to_buffer().expect("in memory");
    cases.push(Case::told(
        "hidden",
        "a sheet",
        book_with,
        &PLAIN_ROWS,
        &[("hidden-sheet", "sheet organizations")],
    ));
    let binary = xlsb("Sheet1", 1, &rows(PLAIN));
    cases.push(Case::told(
        "hidden",
        "a sheet of XLSB",
        binary,
        &PLAIN_ROWS,
        &[("hidden-sheet", "sheet Sheet1")],
    ));
    let merged = book(&["country", "name"], |sheet| {
        sheet.merge_range(1, 0, 3, 0, "KZ", &Format::new()).expect("room");
        for (row, name) in ["Alpha", "Beta", "Gamma"].into_iter().enumerate() {
            sheet.write_string(row as u32 + 1, 1, name).expect("room");
        }
    });
    let told = [("merged-cells", "sheet S, cell A2")];
    cases.push(Case::told(
        "merged",
        "one country for three rows",
        merged,
        &["Alpha|KZ||", "Beta|KZ||", "Gamma|KZ||"],
        &told,
    ));
    let last = book(&["name", "country"], |sheet| {
        sheet.write_string(1, 0, "Alpha").expect("room").write_string(2, 0, "Beta").expect("room");
        sheet.merge_range(1, 1, 2, 1, "KZ", &Format::new()).expect("room");
    });
    let told = [("merged-cells", "sheet S, cell B2")];
    cases.push(Case::told("merged", "in the last column", last, &["Alpha|KZ||", "Beta|KZ||"], &told));
    let mut titled = Workbook::new();
    let sheet = titled.add_worksheet().set_name("S").expect("a name");
    sheet.merge_range(0, 0, 1, 2, "Register of makers", &Format::new()).expect("room");
    for (column, head) in ["name", "country"].into_iter().enumerate() {
        sheet.write_string(2, column as u16, head).expect("room");
        sheet.write_string(3, column as u16, ["Alpha", "KZ"][column]).expect("room");
    }
    let titled = titled.save_to_buffer().expect("in memory");
    cases.push(Case::told(
        "merged",
        "a title over all columns",
        titled,
        &["Alpha|KZ||"],
        &[("title-rows", "sheet S, row 1")],
    ));
}

/// A cell of text in ODS.
fn cell(text: &str) -> String {
    format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
}

fn open_document(cases: &mut Vec<Case>) {
    let head =
        format!("<table:table-row>{}{}{}</table:table-row>", cell("name"), cell("country"), cell("size"));
    let table =
        |rows: &str| raw_ods("", &format!(r#"<table:table table:name="S">{head}{rows}</table:table>"#));
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let ab = format!("{}{}", cell("Alpha"), cell("KZ"));
    for (name, third) in [
        (
            "a number",
            r#"<table:table-cell office:value-type="float" office:value="250"><text:p>250,00</text:p></table:table-cell>"#,
        ),
        (
            "a remark",
            r#"<table:table-cell office:value-type="string"><office:annotation><text:p>no idea</text:p></office:annotation><text:p>250</text:p></table:table-cell>"#,
        ),
        (
            "spaces and tabs",
            r#"<table:table-cell office:value-type="string"><text:p>2<text:span>50</text:span><text:s text:c="3"/><text:tab/></text:p></table:table-cell>"#,
        ),
        (
            "rows without end below",
            r#"</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>"#,
        ),
        ("white space between elements", "\n   \n"),
    ] {
        cases.push(Case::rows("open document", name, table(&row(&format!("{ab}{third}"))), &["Alpha|KZ||"]));
    }
    let error = r#"<table:table-cell office:value-type="float" office:value="0" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>"#;
    let told = [("error-cell", "sheet S, cell C2 (size)")];
    cases.push(Case::told("open document", "an error", table(&row(&format!("{ab}{error}"))), &[], &told));
    let date = format!(
        "<table:table-row>{}{}{}</table:table-row><table:table-row>{ab}{}</table:table-row>",
        cell("name"),
        cell("country"),
        cell("as_of"),
        r#"<table:table-cell office:value-type="date" office:date-value="2026-05-01"><text:p>1 мая 2026</text:p></table:table-cell>"#
    );
    let book = raw_ods("", &format!(r#"<table:table table:name="S">{date}</table:table>"#));
    cases.push(Case::rows("open document", "a date", book, &["Alpha|KZ||"]));
    let merged = format!(
        r#"<table:table-row>{}<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="string"><text:p>KZ</text:p></table:table-cell></table:table-row><table:table-row>{}<table:covered-table-cell/></table:table-row>"#,
        cell("Alpha"),
        cell("Beta")
    );
    cases.push(Case::told(
        "open document",
        "merged cells",
        table(&merged),
        &["Alpha|KZ||", "Beta|KZ||"],
        &[("merged-cells", "sheet S, cell B2")],
    ));
    let hidden = format!(r#"<table:table-row table:visibility="collapse">{ab}</table:table-row>"#);
    cases.push(Case::told(
        "open document",
        "a hidden row",
        table(&hidden),
        &["Alpha|KZ||"],
        &[("hidden-rows", "sheet S, row 2")],
    ));
    let style = r#"<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>"#;
    let tables =
        format!(r#"<table:table table:name="S" table:style-name="ta1">{head}{}</table:table>"#, row(&ab));
    cases.push(Case::told(
        "open document",
        "a hidden sheet",
        raw_ods(style, &tables),
        &["Alpha|KZ||"],
        &[("hidden-sheet", "sheet S")],
    ));
    let far = r#"<table:table-cell table:number-columns-repeated="16000"/>"#.to_string() + &cell("x");
    cases.push(Case::refused(
        "open document",
        "a far cell",
        table(&row(&format!("{ab}{far}"))),
        "too-many-cells",
        "sheet S, cell WQM2",
    ));
    let many = format!(r#"<table:table-row table:number-rows-repeated="4294967295">{ab}</table:table-row>"#);
    cases.push(Case::refused(
        "open document",
        "a row four billion times",
        table(&many),
        "too-many-cells",
        "sheet S, cell A1048577",
    ));
    let wide = ab.replacen(
        "<table:table-cell ",
        r#"<table:table-cell table:number-columns-repeated="4294967295" "#,
        1,
    );
    cases.push(Case::refused(
        "open document",
        "a cell four billion times",
        table(&row(&wide)),
        "too-many-cells",
        "sheet S, cell FAO2",
    ));
    let flood = format!(
        r#"<table:table-row table:number-rows-repeated="1000000">{}</table:table-row>"#,
        cell(&"x".repeat(10_000))
    );
    cases.push(Case::refused(
        "open document",
        "a long text a million times",
        table(&flood),
        "too-large",
        "sheet S",
    ));
    let entity = table(&row(&cell("&xxe;")));
    cases.push(Case::refused("open document", "an entity of its own", entity, "damaged-workbook", ""));
    let cut = archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]);
    cases.push(Case::refused("open document", "no content", cut, "damaged-workbook", ""));
    let secret = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest><encryption-data/></manifest>"),
        ("content.xml", b"\x01\x02"),
    ]);
    cases.push(Case::refused("open document", "with a password", secret, "protected-workbook", ""));
    let letter =
        archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")]);
    cases.push(Case::refused("open document", "a letter", letter, "not-a-table", ""));
}
