//! Parquet holds what CSV holds, number for number; read back by the reader of the `parquet` crate.

#![cfg(feature = "parquet")]

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use std::fs::File;
use std::path::Path;
use std::process::Command;

fn silkmatch(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_silkmatch"));
    command.current_dir(folder).args(arguments).args(["--as-of", "2026-11-23", "-q"]);
    let out = command.output().expect("runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}

/// The cells of a CSV file, the header first. An apostrophe in front of a formula is of CSV alone.
fn csv_cells(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).expect("readable");
    let bare = |cell: &str| cell.strip_prefix("'=").map_or(cell.to_string(), |rest| format!("={rest}"));
    reader.records().map(|row| row.expect("sound").iter().map(bare).collect()).collect()
}

/// The same of a Parquet file, written as CSV writes it.
fn parquet_cells(path: &Path) -> Vec<Vec<String>> {
    let reader = SerializedFileReader::new(File::open(path).expect("there")).expect("a whole file");
    let fields = reader.metadata().file_metadata().schema().get_fields().to_vec();
    let mut rows = vec![fields.iter().map(|f| f.name().to_string()).collect::<Vec<_>>()];
    for row in reader.get_row_iter(None).expect("rows") {
        let cell = |field: &Field| match field {
            Field::Null => String::new(),
            Field::Str(text) => text.clone(),
            Field::Double(number) => number.to_string(),
            Field::Long(number) => number.to_string(),
            other => panic!("{other:?}"),
        };
        rows.push(row.expect("a row").get_column_iter().map(|(_, field)| cell(field)).collect());
    }
    rows
}

#[test]
fn scored_pairs() {
    let folder = tempfile::tempdir().expect("a folder");
    let seekers = ["СК-Фармация", "uz-pida", "никто", "kz-sk-pharmacy", "=1+1"];
    let mut pairs = "№,seeker,partner\n".to_string();
    for i in 0..40_000 {
        pairs.push_str(&format!("{i},{},kr-khidi\n", seekers[i % 5]));
    }
    std::fs::write(folder.path().join("pairs.csv"), pairs).expect("written");
    silkmatch(folder.path(), &["score", "pairs.csv", "--no-reasons", "-o", "scored.csv"]);
    silkmatch(folder.path(), &["score", "pairs.csv", "--no-reasons", "-o", "scored.parquet", "-j", "1"]);
    silkmatch(folder.path(), &["score", "pairs.csv", "--no-reasons", "-o", "again.parquet", "-j", "8"]);
    let read = |name: &str| std::fs::read(folder.path().join(name)).expect("there");
    assert!(read("scored.parquet") == read("again.parquet"), "the threads show");
    let (csv, parquet) =
        (csv_cells(&folder.path().join("scored.csv")), parquet_cells(&folder.path().join("scored.parquet")));
    assert_eq!(csv.len(), 40_001);
    assert!(csv == parquet);
}

#[test]
fn shortlists_of_all() {
    let folder = tempfile::tempdir().expect("a folder");
    silkmatch(folder.path(), &["shortlist", "--all", "-o", "lists.csv"]);
    silkmatch(folder.path(), &["shortlist", "--all", "-o", "lists.parquet"]);
    let (csv, parquet) =
        (csv_cells(&folder.path().join("lists.csv")), parquet_cells(&folder.path().join("lists.parquet")));
    assert!(csv.len() > 1_000);
    assert!(csv == parquet);
}
