//! Reading, beside the bare `csv` crate on the same file in the same round.
//!
//! `cargo bench --bench read` reads 40 MB of pairs and of organizations, `cargo bench --bench read -- 1000`
//! as many MB as are named; of organizations at most as many as a table may have. Of three rounds the best
//! counts for each. The files are made for the run and removed with it.

#![allow(clippy::print_stdout, missing_docs)]

#[path = "../tests/common/generate.rs"]
mod generate;

use rayon::prelude::*;
use silkmatch::Roster;
use silkmatch::profile::Date;
use silkmatch::read::{PairReader, PairRow, Rows, Source, Table, TableName};
use silkmatch::report::pairs::Names;
use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

const ROUNDS: usize = 3;
/// Bytes of a file of pairs that one thread takes at a time, and that are in memory, as `score` has it.
const PART: usize = 32 << 10;
const BATCH: usize = 1 << 20;
/// A table of organizations is held as a whole; it has 100 MiB and five million cells at most.
const MOST_MB: usize = 60;

fn main() {
    let wanted = std::env::args().find_map(|a| a.parse().ok()).unwrap_or(40);
    let folder = tempfile::tempdir().expect("a folder");
    let roster =
        Roster::shipped(Date::read("2026-11-23").expect("a date")).expect("the shipped set is sound");
    let pairs = folder.path().join("pairs.csv");
    write_pairs(&roster, wanted, &pairs);
    println!("pairs by id, {} threads", rayon::current_num_threads());
    compare(
        &pairs,
        &[
            ("csv crate, every record", &|| bare(&pairs)),
            ("read, split", &|| split(&pairs)),
            ("read, split, resolved", &|| resolved(&roster, &pairs)),
        ],
    );
    std::fs::remove_file(&pairs).expect("removed");
    let organizations = folder.path().join("organizations.csv");
    write_organizations(wanted.min(MOST_MB), &organizations);
    println!("organizations, one thread");
    compare(
        &organizations,
        &[
            ("csv crate, every record", &|| bare(&organizations)),
            ("csv crate, every cell held", &|| held(&organizations)),
            ("read as a table", &|| table(&organizations)),
        ],
    );
}

/// Runs each of them, the first being what the others are compared with.
fn compare(file: &Path, runs: &[(&str, &dyn Fn())]) {
    let megabytes = std::fs::metadata(file).expect("there").len() as f64 / 1e6;
    let mut best = vec![(f64::INFINITY, f64::INFINITY); runs.len()];
    for _ in 0..ROUNDS {
        for ((_, run), best) in runs.iter().zip(&mut best) {
            let (start, used) = (Instant::now(), cpu());
            run();
            *best = (best.0.min(start.elapsed().as_secs_f64()), best.1.min(cpu() - used));
        }
    }
    println!("  {megabytes:.0} MB{:30}clock MB/s ratio   processors MB/s ratio", "");
    for ((name, _), (clock, used)) in runs.iter().zip(&best) {
        let (rate, work) = (megabytes / clock, megabytes / used);
        println!(
            "  {name:<28}{clock:>8.2} s {rate:>5.0} {:>5.2}{used:>12.2} s {work:>5.0} {:>5.2}",
            best[0].0 / clock,
            best[0].1 / used
        );
    }
}

/// Seconds that the processors gave to this process, in hundredths, where the system says so. On a machine
/// that is busy with other work they say more than the clock.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn write_pairs(roster: &Roster, megabytes: usize, path: &Path) {
    let ids: Vec<&str> = roster.organizations().iter().map(|o| o.id.as_str()).collect();
    let mut random = generate::Random(1);
    let mut out = BufWriter::new(File::create(path).expect("created"));
    let mut written = out.write(b"seeker,partner\n").expect("written");
    while written < megabytes * 1_000_000 {
        let (seeker, partner) = (random.one(&ids), random.one(&ids));
        writeln!(out, "{seeker},{partner}").expect("written");
        written += seeker.len() + partner.len() + 2;
    }
    out.flush().expect("written");
}

/// The shipped organizations over and over, each time with other ids.
fn write_organizations(megabytes: usize, path: &Path) {
    let shipped = include_str!("../profiles/organizations.csv");
    let (header, rows) = shipped.split_once('\n').expect("a header");
    assert!(header.starts_with("id,"));
    let mut out = BufWriter::new(File::create(path).expect("created"));
    writeln!(out, "{header}").expect("written");
    for copy in 0..megabytes * 1_000_000 / rows.len() {
        rows.lines().for_each(|row| writeln!(out, "{copy}-{row}").expect("written"));
    }
    out.flush().expect("written");
}

fn bare(input: &Path) {
    let mut reader = csv::Reader::from_path(input).expect("readable");
    let (mut record, mut count) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record).expect("sound") {
        count += record.len();
    }
    black_box(count);
}

fn held(input: &Path) {
    let mut reader = csv::Reader::from_path(input).expect("readable");
    let row = |r: csv::Result<csv::StringRecord>| r.expect("sound").iter().map(str::to_string).collect();
    let rows: Vec<Vec<String>> = reader.records().map(row).collect();
    black_box(rows);
}

fn table(input: &Path) {
    let mut findings = Vec::new();
    let table = Table::read(&Source::named(input), TableName::Organizations, &mut findings).expect("sound");
    assert!(findings.is_empty(), "{:?}", findings[0]);
    black_box(table);
}

fn split(input: &Path) {
    each_part(input, &|_| true);
}

fn resolved(roster: &Roster, input: &Path) {
    let names = Names::new(roster);
    each_part(input, &|row| names.pair(row).is_ok());
}

fn each_part(input: &Path, is_known: &(dyn Fn(&PairRow) -> bool + Sync)) {
    let mut reader = PairReader::open(&Source::named(input)).expect("readable");
    let mut found = 0;
    while let Some(batch) = reader.batch(BATCH).expect("sound") {
        let parts = batch.parts(PART).expect("sound");
        found += parts.into_par_iter().map(|part| count(part, is_known)).sum::<usize>();
    }
    black_box(found);
}

fn count(mut part: Rows, is_known: &dyn Fn(&PairRow) -> bool) -> usize {
    let (mut row, mut found) = (PairRow::default(), 0);
    while part.next(&mut row).expect("sound") {
        found += usize::from(is_known(&row));
    }
    found
}
