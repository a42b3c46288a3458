//! `shortlist --all` on generated rosters: the engine against the one-seeker path, and against products
//! of matrices that know nothing of criteria.
//!
//! `cargo bench --bench engine` measures 1,000 and 10,000 organizations;
//! `cargo bench --bench engine -- 100000` the sizes that are named. The dense product is left out above
//! 20,000.

#![allow(clippy::print_stdout, missing_docs)]

#[path = "../tests/common/generate.rs"]
mod generate;
mod peers;

use rayon::prelude::*;
use silkmatch::engine::{self, Query};
use silkmatch::profile::Date;
use silkmatch::{Org, Roster, preset};
use std::time::Instant;

/// The one-seeker path is timed on so many seekers, spread over the roster.
const SAMPLE: usize = 200;
/// From here up the factors of the dense product alone take more than all else.
const DENSE: usize = 20_000;

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
        let (all, wall) = time(|| {
            engine::shortlist_all(&roster, &seekers, &query).iter().map(|l| l.considered).sum::<usize>()
        });
        let own = all as f64 / wall;
        print("engine, all criteria", wall, own, own);
        println!("  {:<32} {:>9} MiB", "peak memory so far", peak().unwrap_or_default());
        let sample: Vec<Org> = seekers.iter().copied().step_by((size / SAMPLE).max(1)).collect();
        let (some, wall) = time(|| {
            let considered = |&s: &Org| engine::shortlist(&roster, s, &query).considered;
            sample.par_iter().map(considered).sum::<usize>()
        });
        print(&format!("one at a time ({} seekers)", sample.len()), wall, some as f64 / wall, own);
        let factors = peers::Factors::new(&roster);
        let (kept, wall) = time(|| factors.sparse());
        assert!(kept > 0.0);
        print("sparse product (sprs), top 10", wall, all as f64 / wall, own);
        if size <= DENSE {
            let (kept, wall) = time(|| factors.dense());
            assert!(kept > 0.0);
            print("dense product (ndarray), top 10", wall, all as f64 / wall, own);
        }
    }
}

fn time<T>(run: impl Fn() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = run();
    (result, start.elapsed().as_secs_f64())
}

/// Wall time, pairs that passed all gates a second, and how many times faster the engine is.
fn print(name: &str, wall: f64, rate: f64, own: f64) {
    println!("  {name:<32} {wall:>9.3} s {:>9.3} M pairs/s {:>7.1} ×", rate / 1e6, own / rate);
}

/// The most memory that this process has had, where the system says so.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}
