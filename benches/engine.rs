//! `shortlist --all` on generated rosters: the engine against the one-seeker path, and against products
//! of matrices that know nothing of criteria.
//!
//! `cargo bench --bench engine` measures 1,000 and 10,000 organizations;
//! `cargo bench --bench engine -- 100000` the sizes that are named.

#![allow(clippy::print_stdout, missing_docs)]

#[path = "../tests/common/generate.rs"]
mod generate;

use silkmatch::engine::{self, Query};
use silkmatch::profile::Date;
use silkmatch::{Org, Roster, preset};
use std::time::Instant;

/// The naive path is timed on so many seekers, spread over the roster.
const SAMPLE: usize = 200;

fn main() {
    let named: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes = if named.is_empty() { vec![1_000, 10_000] } else { named };
    let today = Date::read("2026-11-23").expect("a date");
    let shipped = Roster::shipped(today).expect("the shipped set is sound");
    let query = Query::new(preset::all()[0].weights().expect("sound"));
    for size in sizes {
        let roster = generate::roster(&shipped, size, 1);
        println!("{size} organizations, {} threads", rayon::current_num_threads());
        let seekers: Vec<Org> = roster.orgs().collect();
        let sample: Vec<Org> = seekers.iter().copied().step_by((size / SAMPLE).max(1)).collect();
        time("one seeker at a time", &roster, &sample, || {
            use rayon::prelude::*;
            sample.par_iter().map(|&s| engine::shortlist(&roster, s, &query).considered).sum()
        });
        time("engine", &roster, &seekers, || {
            engine::shortlist_all(&roster, &seekers, &query).iter().map(|l| l.considered).sum()
        });
    }
}

/// Times a way to make the lists of some seekers; it returns how many pairs it considered.
fn time(name: &str, roster: &Roster, seekers: &[Org], run: impl Fn() -> usize) {
    let start = Instant::now();
    let pairs = run();
    let wall = start.elapsed().as_secs_f64();
    let millions = pairs as f64 / wall / 1e6;
    println!(
        "  {name:<28} {:>7} of {} seekers {wall:>9.3} s {millions:>9.3} M pairs/s",
        seekers.len(),
        roster.len()
    );
}
