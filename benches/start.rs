//! How long it takes until work begins: the whole process on the shipped profiles, and reading, resolving
//! and indexing a large roster, with one shortlist in it.
//!
//! `cargo bench --bench start` takes 100,000 organizations, `cargo bench --bench start -- 10000` as many
//! as are named.

#![allow(clippy::print_stdout, missing_docs)]

#[path = "../tests/common/files.rs"]
mod files;
#[path = "../tests/common/generate.rs"]
mod generate;

use silkmatch::engine::{self, Query};
use silkmatch::profile::Date;
use silkmatch::read::Bundle;
use silkmatch::{Org, Roster, preset};
use std::fs::File;
use std::hint::black_box;
use std::io::BufWriter;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Runs of the process, and seekers whose shortlists are timed.
const TIMES: usize = 40;

fn main() {
    let size = std::env::args().find_map(|a| a.parse().ok()).unwrap_or(100_000);
    println!("the whole process on the shipped profiles");
    print("silkmatch shortlist ORG", (0..TIMES).map(|_| milliseconds(process).1).collect());
    let date = Date::read("2026-11-23").expect("a date");
    let shipped = Roster::shipped(date).expect("the shipped set is sound");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("organizations.csv");
    let out = BufWriter::new(File::create(&path).expect("created"));
    files::write_organizations(&generate::roster(&shipped, size, 1), &shipped, 1, out).expect("written");
    let length = std::fs::metadata(&path).expect("there").len();
    println!("{size} organizations, {:.0} MB", length as f64 / 1e6);
    let (bundle, read) = milliseconds(|| Bundle::open(&path).expect("readable"));
    print("tables read", vec![read]);
    let ((roster, findings), built) = milliseconds(|| Roster::build(&bundle, date).expect("sound"));
    print(&format!("resolved and indexed, {} findings", findings.len()), vec![built]);
    let query = Query::new(preset::all()[0].weights().expect("sound"));
    let seekers: Vec<Org> = roster.orgs().step_by((size / TIMES).max(1)).collect();
    let list = |&seeker: &Org| milliseconds(|| black_box(engine::shortlist(&roster, seeker, &query))).1;
    print("one shortlist", seekers.iter().map(list).collect());
}

fn process() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_silkmatch"));
    command.args(["shortlist", "kz-sk-pharmacy", "-q"]).stdout(Stdio::null());
    assert!(command.status().expect("runs").success());
}

fn milliseconds<T>(run: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = run();
    (result, start.elapsed().as_secs_f64() * 1e3)
}

fn print(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let (least, middle, most) = (times[0], times[times.len() / 2], times[times.len() - 1]);
    println!("  {name:<40} {least:>8.1} ms least {middle:>8.1} ms middle {most:>8.1} ms most");
}
