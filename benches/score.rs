//! `score` on pairs by id, beside the bare `csv` crate on the same file, and on a file as long as the
//! output.
//!
//! `cargo bench --bench score` takes two million pairs, `cargo bench --bench score -- 10000000` as many
//! as are named. The stages say where the time of one thread goes where no pair is kept; the ratios are to
//! the `csv` crate in the same run, and of three rounds the best counts for each.

#![allow(clippy::print_stdout, missing_docs)]

#[path = "../tests/common/files.rs"]
mod files;
#[path = "../tests/common/generate.rs"]
mod generate;

use rayon::prelude::*;
use silkmatch::criteria::Pair;
use silkmatch::engine::{self, Query};
use silkmatch::profile::Date;
use silkmatch::read::{PairReader, PairRow, Source};
use silkmatch::report::Wording;
use silkmatch::report::pairs::{self as report, Names};
use silkmatch::report::shortlist::Reasons;
use silkmatch::report::table::Field;
use silkmatch::vocabulary::Lang;
use silkmatch::{Org, Roster, preset, render};
use std::fs::File;
use std::hint::black_box;
use std::io::BufWriter;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const ROUNDS: usize = 3;
/// Bytes of a file that one thread takes at a time, as the command has it.
const PART: usize = 32 << 10;
/// Bytes of a file that are in memory at a time, as the command has it.
const BATCH: usize = 1 << 20;

fn main() {
    let rows = std::env::args().find_map(|a| a.parse().ok()).unwrap_or(2_000_000);
    let roster =
        Roster::shipped(Date::read("2026-11-23").expect("a date")).expect("the shipped set is sound");
    let folder = tempfile::tempdir().expect("a folder");
    let (input, output) = (folder.path().join("pairs.csv"), folder.path().join("out.csv"));
    files::write_pairs(&roster, rows, 1, BufWriter::new(File::create(&input).expect("created")))
        .expect("written");
    let length = |path: &Path| std::fs::metadata(path).expect("there").len() as f64;
    println!("{rows} pairs, {:.0} MB, {} threads", length(&input) / 1e6, rayon::current_num_threads());
    stages(&roster, &input);
    let best = |run: &dyn Fn()| {
        let all = (0..ROUNDS).map(|_| seconds(run));
        all.fold((f64::INFINITY, f64::INFINITY), |best, one| (best.0.min(one.0), best.1.min(one.1)))
    };
    // Bytes are those that are written, or read where none are.
    let line = |name: &str, (wall, used): (f64, f64), bytes: f64, bare: (f64, f64)| {
        let (rate, speed) = (rows as f64 / wall / 1e6, bytes / wall / 1e6);
        print!("  {name:<28} {wall:>6.2} s {rate:>6.2} M rows/s {speed:>5.0} MB/s {:>5.2}", bare.0 / wall);
        println!("   {used:>5.2} s of the processors {:>5.2}", bare.1 / used);
    };
    println!("reading, beside the csv crate");
    let bare = best(&|| bare_read(&input));
    line("csv crate, every record", bare, length(&input), bare);
    line("read and resolved", best(&|| read_and_resolve(&roster, &input)), length(&input), bare);
    score(&input, &output);
    let long = folder.path().join("long.csv");
    std::fs::rename(&output, &long).expect("renamed");
    for (target, name) in [(Path::new("/dev/null"), "to /dev/null"), (&output, "to a file")] {
        println!("scoring {name}, beside copies by the csv crate");
        let bare = best(&|| bare_copy(&input, target));
        line("csv crate, the input", bare, length(&input), bare);
        line("csv crate, the output", best(&|| bare_copy(&long, target)), length(&long), bare);
        line("score --no-reasons", best(&|| score(&input, target)), length(&long), bare);
    }
}

/// Seconds on the clock, and seconds of the processors, children included.
fn seconds(run: &dyn Fn()) -> (f64, f64) {
    let (start, used) = (Instant::now(), cpu());
    run();
    (start.elapsed().as_secs_f64(), cpu() - used)
}

/// Seconds that the processors gave to this process and its children, in hundredths, where the system
/// says so. On a machine that is busy with other work they say more than the clock.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(4).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn bare_read(input: &Path) {
    let mut reader = csv::Reader::from_path(input).expect("readable");
    let (mut record, mut count) = (csv::ByteRecord::new(), 0u64);
    while reader.read_byte_record(&mut record).expect("sound") {
        count += record.len() as u64;
    }
    black_box(count);
}

fn bare_copy(input: &Path, output: &Path) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(input).expect("readable");
    let mut writer = csv::Writer::from_path(output).expect("writable");
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).expect("sound") {
        writer.write_byte_record(&record).expect("written");
    }
    writer.flush().expect("written");
}

fn read_and_resolve(roster: &Roster, input: &Path) {
    let mut reader = PairReader::open(&Source::named(input)).expect("readable");
    let names = Names::new(roster);
    let mut found = 0;
    while let Some(batch) = reader.batch(BATCH).expect("sound") {
        let parts = batch.parts(PART).expect("sound");
        found += parts.into_par_iter().map(|part| part_resolved(part, &names)).sum::<usize>();
    }
    black_box(found);
}

fn part_resolved(mut part: silkmatch::read::Rows, names: &Names) -> usize {
    let (mut row, mut found) = (PairRow::default(), 0);
    while part.next(&mut row).expect("sound") {
        found += usize::from(names.pair(&row).is_ok());
    }
    found
}

fn score(input: &Path, output: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_silkmatch"));
    command.args(["score", "--no-reasons", "-q", "-f", "csv", "--as-of", "2026-11-23"]);
    let status = command.arg(input).arg("-o").arg(output).stderr(Stdio::inherit()).status();
    assert!(status.expect("runs").success());
}

/// What each stage takes of one thread, on the first batch over and over.
fn stages(roster: &Roster, input: &Path) {
    const TIMES: usize = 10;
    let query = Query::new(preset::all()[0].weights().expect("sound"));
    let wording = Wording::new(Lang::En);
    let batch = PairReader::open(&Source::named(input))
        .expect("readable")
        .batch(BATCH)
        .expect("sound")
        .expect("rows");
    let names = Names::new(roster);
    let mut pairs: Vec<(Org, Org)> = Vec::new();
    let mut named = Vec::new();
    let each = |name: &str, run: &mut dyn FnMut() -> usize| {
        let start = cpu();
        let count: usize = (0..TIMES).map(|_| run()).sum();
        println!("  {name:<44} {:>7.0} ns a pair", (cpu() - start) * 1e9 / count as f64);
    };
    println!("stages, one thread, each with those before it where they cannot be told apart");
    each("split", &mut || {
        let (mut row, mut count) = (PairRow::default(), 0);
        let mut rows = batch.parts(usize::MAX / 2).expect("sound").remove(0);
        while rows.next(&mut row).expect("sound") {
            count += 1;
        }
        count
    });
    each("split, resolve", &mut || {
        named.clear();
        let mut row = PairRow::default();
        let mut rows = batch.parts(usize::MAX / 2).expect("sound").remove(0);
        while rows.next(&mut row).expect("sound") {
            named.push(names.pair(&row));
        }
        named.len()
    });
    pairs.extend(named.iter().flatten());
    each("assess", &mut || {
        let assess =
            |&(seeker, partner): &(Org, Org)| engine::assess(Pair { roster, seeker, partner }, &query);
        for pair in &pairs {
            black_box(assess(pair));
        }
        pairs.len()
    });
    let mut fields: Vec<Field> = Vec::new();
    each("assess, fields", &mut || {
        for pair in &pairs {
            fields.clear();
            report::fields(roster, Ok(*pair), &query, &wording, Reasons::Left, &mut fields);
            black_box(&fields);
        }
        pairs.len()
    });
    let mut text = Vec::new();
    each("assess, fields, text", &mut || {
        text.clear();
        for pair in &pairs {
            report::fields(roster, Ok(*pair), &query, &wording, Reasons::Left, &mut fields);
            render::csv::push_row(&mut text, fields.drain(..));
        }
        pairs.len()
    });
}
