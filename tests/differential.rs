//! What is read equals what an independent reader gives: the `csv` crate for text, `calamine` for ODS
//! (which is read here without it), and for XLSX the cells that were written.

#[path = "common/books.rs"]
mod books;

use calamine::Reader;
use proptest::prelude::*;
use silkmatch::error::Place;
use silkmatch::read::{Source, Table, TableName};
use std::io::Cursor;

const HEAD: [&str; 4] = ["name", "country", "offers", "note"];

/// The rows of a source as they are read, cell by cell.
fn read(source: &Source) -> Vec<Vec<String>> {
    let table = Table::read(source, TableName::Organizations, &mut Vec::new()).expect("sound");
    table
        .records()
        .map(|r| ["name", "country", "offers", "note"].map(|c| r.text(c).to_string()).to_vec())
        .collect()
}

fn trimmed(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let row = |row: Vec<String>| {
        (0..HEAD.len()).map(|at| row.get(at).map_or("", |c| c.trim()).to_string()).collect()
    };
    rows.into_iter().map(row).collect()
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = || "[a-zа-яқ가나中国,\"\n ;&<'|]{0,8}";
    let row = ("n[a-zа-я가나,\"; ]{0,6}", cell(), cell())
        .prop_map(|(name, offers, note)| vec![name, "KZ".into(), offers, note]);
    prop::collection::vec(row, 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn text_is_read_as_the_csv_crate_reads_it(rows in rows(), separator in prop::sample::select(vec![b',', b';', b'\t', b'|'])) {
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        writer.write_record(HEAD).expect("in memory");
        rows.iter().for_each(|row| writer.write_record(row).expect("in memory"));
        let bytes = writer.into_inner().expect("in memory");
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(bytes.as_slice());
        let theirs = reader.records().map(|r| r.expect("a row").iter().map(str::to_string).collect()).collect();
        prop_assert_eq!(read(&Source::memory("x.csv", bytes.clone())), trimmed(theirs));
    }

    #[test]
    fn open_document_is_read_as_calamine_reads_it(rows in rows()) {
        let all: Vec<Vec<String>> = std::iter::once(HEAD.map(str::to_string).to_vec()).chain(rows).collect();
        let bytes = books::ods(&[("organizations", &all)]);
        let mut book = calamine::Ods::new(Cursor::new(bytes.as_slice())).expect("sound");
        let range = book.worksheet_range("organizations").expect("the sheet");
        let theirs = range.rows().skip(1).map(|r| r.iter().map(ToString::to_string).collect()).collect();
        prop_assert_eq!(read(&Source::memory("x.ods", bytes.clone())), trimmed(theirs));
    }

    #[test]
    fn a_workbook_is_read_as_it_was_written(rows in rows()) {
        let all: Vec<Vec<String>> = std::iter::once(HEAD.map(str::to_string).to_vec()).chain(rows.clone()).collect();
        let bytes = books::xlsx(&[("organizations", &all)]);
        prop_assert_eq!(read(&Source::memory("x.xlsx", bytes)), trimmed(rows));
    }
}

#[test]
fn a_place_in_a_workbook_names_sheet_and_cell() {
    let rows = books::rows("name|country|offers\nAlpha|KZ|x");
    let bytes = books::xlsx(&[("organizations", &rows)]);
    let table = Table::read(&Source::memory("b.xlsx", bytes), TableName::Organizations, &mut Vec::new())
        .expect("sound");
    let place: Place = table.records().next().expect("a row").cell("offers");
    assert_eq!(place.to_string(), "b.xlsx, sheet organizations, cell C2 (offers)");
}
