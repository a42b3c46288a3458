//! The shipped profiles, saved again as programs of the region save tables, give the same bytes; and how a file is understood is
//! told.

#[path = "common/books.rs"]
mod books;

use encoding_rs::Encoding;
use std::path::Path;
use std::process::Command;

/// A table: its name, and its rows with the header first.
type Table = (&'static str, Vec<Vec<String>>);

/// The tables whose cells an encoding of one script can hold for the most part.
const OWN: [&str; 7] =
    ["organizations", "capabilities", "ties", "policies", "kinds", "recognitions", "complements"];
/// Those that are written in six languages.
const WORDS: [&str; 2] = ["taxonomy", "labels"];

fn shipped(names: &[&'static str]) -> Vec<Table> {
    let profiles = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles");
    let table = |name: &&'static str| {
        let path = profiles.join(format!("{name}.csv"));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).expect("readable");
        let row = |r: csv::Result<csv::StringRecord>| r.expect("a row").iter().map(str::to_string).collect();
        (*name, reader.records().map(row).collect())
    };
    names.iter().map(table).collect()
}

/// The tables as far as an encoding can hold them: other cells are empty, and rows whose name it cannot
/// hold are left out.
fn held_by(tables: Vec<Table>, encoding: &'static Encoding) -> Vec<Table> {
    let holds = |cell: &str| !encoding.encode(cell).2;
    let held = |(name, mut rows): Table| {
        let required = rows[0].iter().position(|head| head == "name");
        rows.retain(|row| required.is_none_or(|at| holds(&row[at])));
        rows.iter_mut().flatten().filter(|cell| !holds(cell)).for_each(String::clear);
        (name, rows)
    };
    tables.into_iter().map(held).collect()
}

fn text((_, rows): &Table, separator: u8) -> String {
    let terminator = if separator == b';' { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer =
        csv::WriterBuilder::new().delimiter(separator).terminator(terminator).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).expect("in memory"));
    String::from_utf8(writer.into_inner().expect("in memory")).expect("UTF-8")
}

/// What `shortlist --all` writes from a folder of these files.
fn shortlist(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).expect("written");
    }
    let only = folder.path().join(&files[0].0);
    // A workbook is given by itself, other tables as a folder.
    let path = if files.len() == 1 { only.as_path() } else { folder.path() };
    let out = Command::new(env!("CARGO_BIN_EXE_silkmatch"))
        .args(["shortlist", "--all", "-n", "5", "-f", "csv", "-q", "--as-of", "2026-11-23", "-p"])
        .arg(path)
        .output()
        .expect("runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    assert!(out.stdout.iter().filter(|b| **b == b'\n').count() > 500);
    out.stdout
}

fn saved(tables: &[Table], separator: u8, encode: impl Fn(&str) -> Vec<u8>) -> Vec<u8> {
    let file = |table: &Table| (format!("{}.csv", table.0), encode(&text(table, separator)));
    shortlist(&tables.iter().map(file).collect::<Vec<_>>())
}

fn same_as_utf_8(tables: &[Table], separator: u8, encoding: &'static Encoding) {
    let plain = saved(tables, b',', |text| text.as_bytes().to_vec());
    let other = saved(tables, separator, |text| {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy, "{}", encoding.name());
        bytes.into_owned()
    });
    assert!(plain == other, "{} gives other bytes", encoding.name());
}

#[test]
fn windows_1251_with_semicolons() {
    let encoding = encoding_rs::WINDOWS_1251;
    same_as_utf_8(&held_by(shipped(&OWN), encoding), b';', encoding);
}

#[test]
fn cp949() {
    let encoding = encoding_rs::EUC_KR;
    same_as_utf_8(&held_by(shipped(&OWN), encoding), b',', encoding);
}

#[test]
fn whatever_holds_all_scripts_gives_what_the_shipped_set_gives() {
    let names: Vec<&'static str> = OWN.into_iter().chain(WORDS).collect();
    let tables = shipped(&names);
    let plain = saved(&tables, b',', |text| text.as_bytes().to_vec());
    let gb = saved(&tables, b',', |text| encoding_rs::GB18030.encode(text).0.into_owned());
    assert!(plain == gb, "GB18030 gives other bytes");
    let utf16 = |text: &str| {
        [b"\xff\xfe".to_vec(), text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
    };
    assert!(plain == saved(&tables, b'\t', utf16), "UTF-16 gives other bytes");
    assert!(plain == saved(&tables, b';', |text| books::gzip(text.as_bytes())), "gzip gives other bytes");
    let sheets: Vec<books::Sheet> = tables.iter().map(|(name, rows)| (*name, rows.as_slice())).collect();
    assert!(plain == shortlist(&[("book.xlsx".into(), books::xlsx(&sheets))]), "XLSX gives other bytes");
    assert!(plain == shortlist(&[("book.ods".into(), books::ods(&sheets))]), "ODS gives other bytes");
}

#[test]
fn it_is_told_how_a_file_of_an_argument_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), encoding_rs::WINDOWS_1251.encode(text).0).expect("written");
    };
    let weights = "criterion,weight,note\ncoverage,0.7,главное\nmutual,0.3,взаимность\n";
    written("mine.csv", weights);
    written("terms.csv", "term\nбиоаналоги\n");
    let run = |line: &str| {
        let silkmatch = &mut Command::new(env!("CARGO_BIN_EXE_silkmatch"));
        let out = silkmatch.args(line.split(' ')).current_dir(&folder).output().expect("runs");
        assert!(out.status.success(), "{line}");
        String::from_utf8(out.stderr).expect("UTF-8")
    };
    for (line, file) in [
        ("shortlist kz-sk-pharmacy -n 1 -w mine.csv", "mine.csv"),
        ("weigh set field=30 -w mine.csv", "mine.csv"),
        ("weigh compare balanced mine.csv uz-pida", "mine.csv"),
        ("weigh group uz-pida --group mine.csv training", "mine.csv"),
        ("resolve --file terms.csv --column term", "terms.csv"),
    ] {
        let told = run(line);
        assert_eq!(
            told.matches(&format!("{file}: `windows-1251`: read as windows-1251")).count(),
            1,
            "{line}: {told}"
        );
        assert_eq!(run(&format!("{line} --encoding windows-1251")), "", "{line}");
        assert_eq!(run(&format!("{line} -q")), "", "{line}");
    }
}
