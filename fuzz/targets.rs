//! What is held to be true of any bytes: no panic, and what each function asserts.
//!
//! The fuzz targets and `tests/corpus.rs` share these functions.

#![allow(dead_code)]

#[path = "../tests/common/packages.rs"]
mod packages;

use silkmatch::error::Place;
use silkmatch::plan;
use silkmatch::profile::{Date, Level};
use silkmatch::read::{PairReader, PairRow, Settings, Source, Table, TableName, WORKBOOK_THREAD};
use silkmatch::report::pairs::Names;
use silkmatch::resolve;
use silkmatch::taxonomy::Taxonomy;
use silkmatch::warning::Finding;
use silkmatch::{Criterion, Roster};
use std::sync::LazyLock;

static SHIPPED: LazyLock<Roster> = LazyLock::new(|| {
    let date = Date::read("2026-11-23").expect("a date");
    Roster::shipped(date).expect("the shipped set is sound")
});

/// Panics of the reader of workbooks are caught and told as errors; they are no failure of a target. The
/// roster is built before the time of a first run is taken.
pub fn prepare() {
    LazyLock::force(&SHIPPED);
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(WORKBOOK_THREAD) {
            usual(panic);
        }
    }));
}

/// The table in some bytes, if there is one.
fn table(bytes: &[u8], name: TableName) -> Option<Table> {
    let mut findings = Vec::new();
    let table = Table::read(&Source::memory("any", bytes), name, &mut findings);
    // A row of a sheet may have any number; a line of text is one of those that are there.
    let lines = if bytes.starts_with(b"\x1f\x8b") { u64::MAX } else { bytes.len() as u64 + 1 };
    let is_inside = |place: &Place| {
        place.cell.is_some()
            || place.sheet.is_some()
            || place.line.is_none_or(|line| (1..=lines).contains(&line))
    };
    findings.iter().for_each(|finding: &Finding| assert!(is_inside(&finding.place), "{finding:?}"));
    match table {
        Ok(table) => Some(table),
        Err(error) => {
            assert!(error.place().is_none_or(is_inside), "{error}");
            None
        }
    }
}

/// Organizations: levels are levels, ids are unique, every finding says what to look at.
pub fn organizations(bytes: &[u8]) {
    let Some(table) = table(bytes, TableName::Organizations) else { return };
    let mut findings = Vec::new();
    let lexicon = SHIPPED.lexicon();
    let (found, _) = resolve::organizations([&table].into_iter(), std::iter::empty(), lexicon, &mut findings);
    let mut ids: Vec<&str> = found.iter().map(|o| o.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "an id stands twice");
    for organization in &found {
        assert!(!organization.name.is_empty() && !organization.id.is_empty());
        assert!(organization.offers.iter().all(|o| (1..=Level::MOST).contains(&o.level.get())));
    }
    assert!(findings.iter().all(|finding| !finding.message.is_empty()));
}

/// A workbook of organizations, and of pairs: the same holds as of text.
pub fn workbook(bytes: &[u8]) {
    organizations(bytes);
    rows(bytes, usize::MAX / 2, &mut |_| {});
}

/// One part of a workbook in the frame of the others: an archive packed anew has right sums, so what is
/// changed is the part and not its packing. The first byte says which part it is.
pub fn parts(bytes: &[u8]) {
    let Some((which, part)) = bytes.split_first() else { return };
    let sheet: &[u8] = br#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" s="1"><v>1.5</v></c><c r="B2" t="s"><v>1</v></c></row></sheetData></worksheet>"#;
    let with = |name: &str| packages::raw_xlsx_with(&[("xl/worksheets/sheet1.xml", sheet), (name, part)]);
    let book = match which {
        b'c' => packages::raw_xlsx(&String::from_utf8_lossy(part), "<sst><si><t>name</t></si></sst>"),
        b't' => with("xl/sharedStrings.xml"),
        b's' => with("xl/styles.xml"),
        b'w' => with("xl/workbook.xml"),
        b'r' => with("xl/_rels/workbook.xml.rels"),
        b'o' => packages::raw_ods("", &String::from_utf8_lossy(part)),
        b'C' => packages::raw_xlsb(&packages::bundle("S", 0), part, &[]),
        b'T' => packages::raw_xlsb(&packages::bundle("S", 0), &[], part),
        b'W' => packages::raw_xlsb(part, &[], &[]),
        b'l' => packages::compound(&[("/Workbook", part)]),
        _ => return,
    };
    organizations(&book);
}

/// A taxonomy: refused, or one in which everything is within itself.
pub fn taxonomy(bytes: &[u8]) {
    let Some(table) = table(bytes, TableName::Taxonomy) else { return };
    let rows = resolve::concepts([&table].into_iter(), &mut Vec::new());
    // Closeness is a square: a thousand concepts are enough to be tried on.
    if rows.len() > 1_000 {
        return;
    }
    if let Ok(taxonomy) = Taxonomy::build(&rows, Vec::new()) {
        for concept in taxonomy.concepts() {
            assert!(taxonomy.is_within(concept, concept));
            assert_eq!(taxonomy.closeness_to(concept)[concept.index()], 100);
        }
    }
}

/// Weights: refused, or weights that add up to one.
pub fn weights(bytes: &[u8]) {
    let Some(table) = table(bytes, TableName::Weights) else { return };
    if let Ok(weights) = resolve::weights(&table) {
        let sum: u64 = Criterion::ALL.iter().map(|c| weights.of(*c).units()).sum();
        assert_eq!(sum, silkmatch::Score::UNITS);
    }
}

/// Pairs: every row has the cells of the header, in however small parts it is read.
pub fn pairs(bytes: &[u8]) {
    let names = Names::new(&SHIPPED);
    // The likeness of names takes long: a few are enough.
    let mut left = 2;
    let whole = rows(bytes, usize::MAX / 2, &mut |row| {
        if left > 0 {
            left -= 1;
            let _ = names.pair(row);
        }
    });
    assert_eq!(whole, rows(bytes, 7, &mut |_| {}));
}

/// All rows, or nothing where a fault is found.
fn rows(bytes: &[u8], part: usize, see: &mut dyn FnMut(&PairRow)) -> Option<Vec<Vec<String>>> {
    let mut reader = PairReader::open(&Source::memory("any", bytes)).ok()?;
    let width = reader.header().len();
    let mut all = Vec::new();
    while let Some(batch) = reader.batch(1 << 16).ok()? {
        for mut rows in batch.parts(part).ok()? {
            let mut row = PairRow::default();
            while rows.next(&mut row).ok()? {
                assert_eq!(row.cells.len(), width);
                see(&row);
                all.push(row.cells.iter().map(|cell| cell.to_string()).collect());
            }
        }
    }
    Some(all)
}

/// A delegation: refused with its place, or one that stands on the roster, with its slots in order.
pub fn delegation(bytes: &[u8]) {
    let Ok(text) = Source::memory("any", bytes).text(&mut Vec::new()) else { return };
    let read = Settings::new(&text, Place::file("any")).and_then(|settings| plan::read(&settings, &SHIPPED));
    match read {
        Err(error) => assert!(error.place().is_some(), "{error}"),
        Ok(delegation) => {
            let slots = &delegation.slots;
            assert!(slots.iter().all(|slot| slot.start < slot.end && slot.day < delegation.days.len()));
            assert!(slots.windows(2).all(|two| two[0].start < two[1].start));
            let sides = [&delegation.members, &delegation.hosts];
            assert!(sides.iter().all(|side| side.windows(2).all(|two| two[0].org < two[1].org)));
        }
    }
}
