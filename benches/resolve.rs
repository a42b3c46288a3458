//! Terms to concepts: 100,000 cells as people write them, beside the plain way of comparing each cell
//! with each label (`ratio` of rapidfuzz, which finds the nearest but does not decide).
//!
//! `cargo bench --bench resolve` prints the time for all cells on all cores, and the ratio of the two.

#![allow(clippy::print_stdout, missing_docs)]

use criterion::{Criterion, Throughput};
use rapidfuzz::fuzz::RatioBatchComparator;
use rayon::prelude::*;
use silkmatch::Roster;
use silkmatch::profile::Date;
use silkmatch::resolve::Lexicon;
use silkmatch::text::fold;
use std::hint::black_box;
use std::time::Instant;

const CELLS: usize = 100_000;

fn cells() -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/terms.csv");
    let mut reader = csv::Reader::from_path(path).expect("the test data");
    let texts: Vec<String> = reader.records().map(|r| r.expect("a row")[2].to_string()).collect();
    texts.into_iter().cycle().take(CELLS).collect()
}

fn best_ratio(labels: &[String], cell: &str) -> f64 {
    let scorer = RatioBatchComparator::new(fold(cell).chars());
    labels.iter().map(|l| scorer.similarity(l.chars())).fold(0.0, f64::max)
}

fn summary(lexicon: &Lexicon, labels: &[String], cells: &[String]) {
    let start = Instant::now();
    let accepted: usize = cells
        .par_iter()
        .map(|c| lexicon.resolve_cell(c, &[]).iter().filter(|p| !p.outcome.accepted().is_empty()).count())
        .sum();
    let ours = start.elapsed().as_secs_f64();
    let few = &cells[..1_000];
    let start = Instant::now();
    let sum: f64 = few.par_iter().map(|c| best_ratio(labels, c)).sum();
    let theirs = start.elapsed().as_secs_f64() * (CELLS / few.len()) as f64;
    black_box((accepted, sum));
    let threads = rayon::current_num_threads();
    println!(
        "{CELLS} cells, {} labels, {threads} threads: {ours:.2} s; rapidfuzz ratio {theirs:.1} s (from {} cells); {:.0} times",
        labels.len(),
        few.len(),
        theirs / ours
    );
}

fn main() {
    let roster = Roster::shipped(Date::read("2026-11-23").expect("a date")).expect("sound");
    let lexicon = roster.lexicon();
    let labels: Vec<String> = lexicon.labels().map(|(_, text)| fold(text)).collect();
    let cells = cells();
    summary(lexicon, &labels, &cells);
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let mut group = criterion.benchmark_group("one thread");
    group.throughput(Throughput::Elements(700));
    group.bench_function("resolve 700 cells", |b| {
        b.iter(|| cells[..700].iter().map(|c| lexicon.resolve_cell(c, &[]).len()).sum::<usize>());
    });
    group.throughput(Throughput::Elements(7));
    group.bench_function("rapidfuzz ratio 7 cells", |b| {
        b.iter(|| cells[..7].iter().map(|c| best_ratio(&labels, c)).sum::<f64>());
    });
    group.finish();
    criterion.final_summary();
}
