//! Workbooks that we write, read by others: the same numbers, texts that stay texts, links that lead.

use calamine::{Data, Reader, Xlsx};
use std::collections::HashMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_silkmatch")).args(args).output().expect("runs")
}

/// The bytes of a workbook that a command writes to standard output.
fn written(args: &[&str]) -> Vec<u8> {
    let done = run(&[args, &["-f", "xlsx", "--as-of", "2026-11-23"]].concat());
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

fn csv(args: &[&str]) -> Vec<HashMap<String, String>> {
    let done = run(&[args, &["-f", "csv", "--as-of", "2026-11-23"]].concat());
    csv::Reader::from_reader(done.stdout.as_slice()).deserialize().map(|row| row.expect("sound")).collect()
}

/// The rows of the sheet at a position.
fn rows(bytes: &[u8], sheet: usize) -> Vec<Vec<Data>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range_at(sheet).expect("a sheet").expect("readable");
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The part of a workbook by its name; empty where there is none.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    if let Ok(mut part) = zip.by_name(name) {
        part.read_to_string(&mut text).expect("text");
    }
    text
}

fn position(header: &[Data], head: &str) -> usize {
    header.iter().position(|cell| *cell == Data::String(head.into())).unwrap_or_else(|| panic!("{head}"))
}

#[test]
fn the_numbers_are_those_of_the_csv_and_unknown_is_empty() {
    let args = ["shortlist", "--all", "--from", "KZ", "--to", "KR"];
    let (table, sheet) = (csv(&args), rows(&written(&args), 0));
    assert_eq!(sheet.len() - 1, table.len());
    let columns = [
        ("rank", "#"),
        ("score", "score"),
        ("low", "range ≥"),
        ("high", "range ≤"),
        ("known", "known"),
        ("confidence", "confidence"),
        ("coverage", "coverage"),
        ("reciprocity", "reciprocity"),
        ("mutual", "mutual"),
        ("field", "field"),
        ("counterpart", "counterpart"),
        ("standards", "standards"),
        ("policy", "policy"),
        ("access", "access"),
    ];
    let mut unknown = 0;
    for (row, cells) in table.iter().zip(&sheet[1..]) {
        for (column, head) in columns {
            let cell = &cells[position(&sheet[0], head)];
            match row[column].as_str() {
                "" => {
                    unknown += 1;
                    assert!(matches!(cell, Data::Empty), "{row:?}: {head} is {cell:?}");
                }
                number => {
                    assert_eq!(cell, &Data::Float(number.parse().expect("a number")), "{row:?}: {head}")
                }
            }
        }
        for (column, head) in [("partner", "id"), ("reason_seeker", "why you should want them")] {
            assert_eq!(cells[position(&sheet[0], head)], Data::String(row[column].clone()));
        }
    }
    assert!(unknown > 100, "{unknown}");
}

#[test]
fn the_same_input_gives_the_same_bytes_for_any_number_of_threads() {
    let args = ["shortlist", "--all", "--from", "UZ", "-l", "uz"];
    let once = written(&args);
    for threads in ["1", "2", "7"] {
        assert!(once == written(&[&args[..], &["-j", threads]].concat()), "{threads} threads");
    }
}

#[test]
fn a_match_leads_to_its_needs_and_back() {
    let bytes = written(&["shortlist", "kz-sk-pharmacy"]);
    let sheets = [part(&bytes, "xl/worksheets/sheet1.xml"), part(&bytes, "xl/worksheets/sheet2.xml")];
    let tables = [rows(&bytes, 0), rows(&bytes, 1)];
    for (from, to) in [(0, 1), (1, 0)] {
        let mut links = 0;
        for link in sheets[from].split("<hyperlink ").skip(1) {
            let value = |name: &str| {
                let rest = link.split(&format!("{name}=\"")).nth(1).expect(name);
                rest.split('"').next().expect("closed").to_string()
            };
            let start = cell(&tables[from], &value("ref"));
            let end = value("location");
            assert_eq!(start, cell(&tables[to], end.rsplit('!').next().expect("a cell")), "{end}");
            links += 1;
        }
        assert!(links >= 10, "{links}");
    }
}

/// A cell by its letters and number. A title above the header does not move it.
fn cell(rows: &[Vec<Data>], place: &str) -> Data {
    let (letters, digits): (String, String) = place.chars().partition(|c| c.is_alphabetic());
    let column = letters.bytes().fold(0, |n, b| n * 26 + usize::from(b - b'A') + 1) - 1;
    rows[digits.parse::<usize>().expect("a row") - 1][column].clone()
}

#[test]
fn what_looks_like_a_formula_or_an_address_is_a_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let names = ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "https://example.org/x", "{=A1}", "'=1"];
    let mut file = String::from("name,country,offers,needs,source\n");
    for (n, name) in names.iter().enumerate() {
        let side = if n % 2 == 0 { "KZ,vaccines,insulin" } else { "KR,insulin,vaccines" };
        file.push_str(&format!("\"{name}\",{side},=HYPERLINK(\"\"x\"\")\n"));
    }
    fs::write(
        folder.path().join("organizations.csv"),
        file.replace(",=HYPER", ",\"=HYPER").replace("\")\n", "\")\"\n"),
    )
    .expect("written");
    let bytes = written(&["shortlist", "--all", "-p", folder.path().to_str().expect("UTF-8")]);
    let sheet = rows(&bytes, 0);
    for name in names {
        assert!(sheet.iter().flatten().any(|cell| *cell == Data::String(name.into())), "{name}");
    }
    for n in 1..=3 {
        assert!(!part(&bytes, &format!("xl/worksheets/sheet{n}.xml")).contains("<f>"), "sheet {n}");
        let relations = part(&bytes, &format!("xl/worksheets/_rels/sheet{n}.xml.rels"));
        assert!(!relations.contains("External"), "{relations}");
    }
}

#[test]
fn our_own_reader_reads_back_what_we_wrote() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.xlsx");
    let args = ["shortlist", "--all", "--from", "KZ", "--to", "KR"];
    fs::write(&path, written(&args)).expect("written");
    let source = silkmatch::read::Source::named(&path);
    for (head, column) in [("id", "partner"), ("why they should want you", "reason_partner")] {
        let read = silkmatch::read::column(&source, head, &mut Vec::new()).expect(head);
        let expected: Vec<String> = csv(&args).iter().map(|row| row[column].clone()).collect();
        assert_eq!(read, expected, "{head}");
    }
}

#[test]
fn every_verb_that_writes_a_table_writes_a_workbook_in_every_language() {
    let judgments = tempfile::NamedTempFile::new().expect("a file");
    fs::write(judgments.path(), "seeker,better,worse\nuz-pida,kr-khidi,kr-cha\n").expect("written");
    let known = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/known.csv");
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/sk-pharmacy-to-korea.toml");
    let verbs: [&[&str]; 12] = [
        &["shortlist", "kz-sk-pharmacy"],
        &["explain", "kz-sk-pharmacy", "kr-khidi"],
        &["score", "--from", "UZ", "--to", "KR", "--no-reasons"],
        &["check"],
        &["resolve", "вакцины", "wheat export"],
        &["gaps", "--from", "UZ"],
        &["evaluate", known],
        &["plan", plan],
        &["weigh", "presets"],
        &["weigh", "stability", "uz-pida"],
        &["weigh", "compare", "balanced", "training", "uz-pida"],
        &["weigh", "learn", judgments.path().to_str().expect("UTF-8")],
    ];
    for (n, verb) in verbs.iter().enumerate() {
        // Each verb in two of the languages, so that every language is tried by four verbs.
        for lang in [["en", "ru", "kk"], ["uz", "zh", "ko"]].map(|half| half[n % 3]) {
            let bytes = written(&[verb, &["-l", lang][..]].concat());
            let mut book = Xlsx::new(Cursor::new(bytes.as_slice())).expect("a workbook");
            for name in book.sheet_names() {
                assert!(name.encode_utf16().count() <= 31, "{name}");
                let range = book.worksheet_range(&name).expect("readable");
                assert!(range.height() > 0, "{verb:?} {lang}: {name} is empty");
            }
        }
    }
}

#[test]
fn a_workbook_to_fill_in_is_read_without_other_findings_than_its_examples() {
    let folder = tempfile::tempdir().expect("a folder");
    for lang in ["en", "ru", "kk", "uz", "zh", "ko"] {
        let path = folder.path().join(format!("{lang}.xlsx"));
        let path = path.to_str().expect("UTF-8");
        assert!(run(&["init", path, "-l", lang]).status.success());
        assert_eq!(run(&["init", path]).status.code(), Some(2), "it is never overwritten");
        let codes: Vec<String> = csv(&["check", path]).iter().map(|row| row["code"].clone()).collect();
        assert_eq!(codes, ["example-row", "example-row"], "{lang}");
        let check = run(&["check", path]);
        assert_eq!(check.status.code(), Some(0), "{lang}: {}", String::from_utf8_lossy(&check.stdout));
        let bytes = fs::read(path).expect("written");
        assert!(part(&bytes, "xl/comments1.xml").contains("<comment "), "{lang}");
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<dataValidation "), "{lang}");
        assert_filled_rows_count(path, &bytes, lang);
    }
}

/// The example rows, once their notes are gone, are rows like any others, and all their words are known.
fn assert_filled_rows_count(path: &str, bytes: &[u8], lang: &str) {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut copy = rust_xlsxwriter::Workbook::new();
    for name in book.sheet_names().iter().filter(|n| !n.starts_with('_')) {
        let range = book.worksheet_range(name).expect("readable");
        let page = copy.add_worksheet().set_name(name).expect("a name");
        for (row, column, cell) in range.used_cells() {
            let text = cell.to_string();
            if !text.starts_with('[') {
                page.write_string(row as u32, column as u16, text).expect("room");
            }
        }
    }
    let filled = path.replace(".xlsx", "-filled.xlsx");
    copy.save(&filled).expect("written");
    assert_eq!(csv(&["check", &filled]).len(), 0, "{lang}");
    assert!(run(&["shortlist", "СК-Фармация", "-p", &filled]).status.code().is_some_and(|c| c < 2), "{lang}");
}

#[test]
fn what_is_too_large_for_a_workbook_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_string();
    let long = format!("seeker,partner,note\nkz-sk-pharmacy,kr-khidi,{}\n", "x".repeat(32_768));
    let many = format!("seeker,partner\n{}", "kz-sk-pharmacy,kr-khidi\n".repeat(100_001));
    for (input, said) in [(long, "32767 characters"), (many, "at most 100000 rows")] {
        fs::write(path("pairs.csv"), input).expect("written");
        let done = run(&["score", &path("pairs.csv"), "--no-reasons", "-o", &path("out.xlsx")]);
        let error = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(2), "{error}");
        assert!(error.contains(said) && error.contains("hint: write -f csv"), "{error}");
        assert!(!Path::new(&path("out.xlsx")).exists());
    }
}
