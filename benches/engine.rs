//! `shortlist --all` on generated rosters: the engine against the one-seeker path, and against products
//! of matrices that know nothing of criteria.
//!
//! `cargo bench --bench engine` measures 1,000, 10,000 and 100,000 organizations over the shipped taxonomy and over
//! one of 2,048 concepts. Behind `--`: the sizes, `--concepts N`, `--many` for organizations that all state
//! many needs and offers, `--seekers N` for so many seekers only, `--alone` for the engine without its peers, as a profiler wants
//! it, `--export FOLDER` for `benches/peers.py`, which asks the libraries of another language, and `--ablation` for what each idea
//! brings: the engine without it and with all of them in turn, on all threads, by the clock.
//!
//! Other work on the machine makes the clock say little, so the ratios are those of the time of the processors, and the least
//! of three rounds counts.
//! From 10,000 organizations up, peers are asked for a sample of seekers, spread over the roster; their time is that
//! of the products alone, without building the factors, and that of the engine is all of its work.

#![allow(clippy::print_stdout, missing_docs)]

#[path = "../tests/common/generate.rs"]
mod generate;
mod peers;

use generate::Claims;
use peers::{Factors, Sum};
use rayon::prelude::*;
use silkmatch::engine::{self, Idea, Index, Query};
use silkmatch::profile::Date;
use silkmatch::read::{Bundle, TableName};
use silkmatch::taxonomy::Taxonomy;
use silkmatch::{Org, Roster, preset, resolve};
use std::path::PathBuf;
use std::time::Instant;

/// The one-seeker path is timed on so many seekers.
const ONE_BY_ONE: usize = 40;
/// Each is timed so often, and the least time counts.
const ROUNDS: usize = 3;
/// Peers are asked for so many seekers, at most.
const SAMPLE: usize = 2_000;
/// An ablation asks for so many seekers, and ends a row behind the round that takes it over so many seconds.
const ABLATED: usize = 10_000;
const ENOUGH: f64 = 10.0;

#[derive(Default)]
struct Args {
    sizes: Vec<usize>,
    concepts: Vec<usize>,
    claims: Claims,
    seekers: Option<usize>,
    alone: bool,
    ablation: bool,
    export: Option<PathBuf>,
}

impl Args {
    fn read() -> Args {
        let mut args = Args::default();
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let mut number = || words.next().and_then(|w| w.parse().ok()).expect("a number");
            match word.as_str() {
                "--concepts" => args.concepts.push(number()),
                "--many" => args.claims = Claims::Many,
                "--alone" => args.alone = true,
                "--ablation" => args.ablation = true,
                "--seekers" => args.seekers = Some(number()),
                "--export" => args.export = words.next().map(PathBuf::from),
                _ => args.sizes.extend(word.parse::<usize>()),
            }
        }
        if args.sizes.is_empty() {
            args.sizes = vec![1_000, 10_000, 100_000];
        }
        if args.concepts.is_empty() {
            args.concepts = vec![256, 2_048];
        }
        args
    }
}

fn main() {
    let args = Args::read();
    let today = Date::read("2026-11-23").expect("a date");
    let shipped = Roster::shipped(today).expect("the shipped set is sound");
    for &concepts in &args.concepts {
        let taxonomy = taxonomy(concepts);
        for &size in &args.sizes {
            let roster = generate::roster_over(&shipped, &taxonomy, args.claims, size, 1);
            println!(
                "{size} organizations, claims {:?}, {} concepts, {} threads",
                args.claims,
                taxonomy.len(),
                rayon::current_num_threads()
            );
            if args.ablation {
                ablate(&roster, args.seekers.unwrap_or(ABLATED.min(size)));
            } else {
                measure(&roster, &args);
            }
        }
    }
}

/// The shipped taxonomy, divided until it has at least so many concepts.
fn taxonomy(concepts: usize) -> Taxonomy {
    let bundle = Bundle::shipped().expect("sound");
    let rows = resolve::concepts(bundle.tables(TableName::Taxonomy), &mut Vec::new());
    let complements = resolve::complements(bundle.tables(TableName::Complements), &mut Vec::new());
    Taxonomy::build(&generate::divided(rows, concepts), complements).expect("sound")
}

fn measure(roster: &Roster, args: &Args) {
    let query = Query::new(preset::all()[0].weights().expect("sound"));
    let seekers = spread(roster, args.seekers.unwrap_or(roster.len()));
    let before = memory("VmRSS:").unwrap_or_default();
    let rounds = if args.alone { 1 } else { ROUNDS };
    let own = time(rounds, || considered(engine::shortlist_all(roster, &seekers, &query)));
    own.print("engine, all criteria", &own);
    println!("    {} MiB at the peak so far; {before} before", memory("VmHWM:").unwrap_or_default());
    if args.alone {
        return;
    }
    let index = Index::new(roster, &query);
    let few = spread(roster, ONE_BY_ONE);
    let one = time(ROUNDS, || few.iter().map(|&s| considered(index.shortlists(&[s]))).sum());
    one.print("engine, one by one from an index", &own);
    let naive =
        time(ROUNDS, || few.par_iter().map(|&s| engine::shortlist(roster, s, &query).considered).sum());
    naive.print("criteria, pair by pair", &own);
    println!(
        "    one shortlist: {:.2} ms from an index, {:.1} ms pair by pair",
        one.cpu / few.len() as f64 * 1e3,
        naive.cpu / few.len() as f64 * 1e3
    );
    let sample = spread(roster, SAMPLE.min(seekers.len()));
    let pairs = considered(index.shortlists(&sample));
    drop(index);
    for sum in [Sum::Coverages, Sum::Criteria] {
        let factors = Factors::new(roster, &sample, &query.weights, sum);
        if let Some(folder) = &args.export {
            factors.export(&folder.join(sum.name())).expect("a folder to write to");
        }
        let (shared, things) = factors.shared();
        println!("    {}: {things} things, {shared:.1} of them shared by a seeker and a partner", sum.name());
        let name = |what: &str| format!("{what} of {}, {} seekers", sum.name(), sample.len());
        time(ROUNDS, || checked(factors.sparse(), pairs)).print(&name("sprs"), &own);
        let full = factors.full();
        time(ROUNDS, || checked(factors.dense(&full), pairs)).print(&name("ndarray"), &own);
    }
}

/// What each idea brings. The lists have to be the same.
fn ablate(roster: &Roster, count: usize) {
    let query = Query::new(preset::all()[0].weights().expect("sound"));
    let seekers = spread(roster, count);
    let whole = Index::new(roster, &query);
    let lists = whole.shortlists(&seekers);
    let ask = |index: &Index| {
        let start = Instant::now();
        let found = index.shortlists(&seekers);
        let seconds = start.elapsed().as_secs_f64();
        assert!(found == lists, "an idea changes no list");
        seconds
    };
    println!("  {count} seekers, µs each     without  with all");
    for idea in Idea::ALL {
        let index = Index::without(idea, roster, &query);
        let (mut without, mut with, start) = (f64::MAX, f64::MAX, Instant::now());
        for _ in 0..ROUNDS {
            without = without.min(ask(&index));
            with = with.min(ask(&whole));
            if start.elapsed().as_secs_f64() > ENOUGH {
                break;
            }
        }
        let [each, all] = [without, with].map(|seconds| seconds / count as f64 * 1e6);
        println!("  {:<24} {each:>10.1} {all:>9.1} {:>8.2} ×", format!("{idea:?}"), each / all);
    }
}

/// So many organizations, spread over the roster.
fn spread(roster: &Roster, count: usize) -> Vec<Org> {
    (0..count).map(|i| roster.at(i * roster.len() / count)).collect()
}

fn considered(lists: Vec<engine::Shortlist>) -> usize {
    lists.iter().map(|l| l.considered).sum()
}

/// The pairs that a product stands for; it has to have found something.
fn checked(kept: f64, pairs: usize) -> usize {
    assert!(kept > 0.0);
    pairs
}

/// What a run took.
struct Run {
    pairs: usize,
    wall: f64,
    cpu: f64,
}

fn time(rounds: usize, run: impl Fn() -> usize) -> Run {
    let mut least = Run { pairs: 0, wall: f64::MAX, cpu: f64::MAX };
    for _ in 0..rounds {
        let (start, before) = (Instant::now(), cpu());
        least.pairs = run();
        least.wall = least.wall.min(start.elapsed().as_secs_f64());
        least.cpu = least.cpu.min((cpu() - before).max(0.005));
    }
    least
}

impl Run {
    /// Pairs that pass all gates, in a second of one processor.
    fn rate(&self) -> f64 {
        self.pairs as f64 / self.cpu
    }

    fn print(&self, name: &str, engine: &Run) {
        println!(
            "  {name:<46} {:>8.2} s {:>8.2} s cpu {:>8.2} M pairs/s cpu {:>7.1} ×",
            self.wall,
            self.cpu,
            self.rate() / 1e6,
            engine.rate() / self.rate()
        );
    }
}

/// Seconds of processors that this process has used, where the system says so; else of the clock.
fn cpu() -> f64 {
    let ticks = || {
        let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
        let fields: Vec<f64> =
            stat.rsplit(')').next()?.split_whitespace().skip(11).take(2).flat_map(str::parse).collect();
        Some(fields.iter().sum::<f64>() / 100.0)
    };
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    ticks().unwrap_or_else(|| START.elapsed().as_secs_f64())
}

/// A line of what the system says about the memory of this process, in MiB.
fn memory(line: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with(line))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}
