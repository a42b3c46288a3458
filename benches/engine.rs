//! `shortlist --all` on generated rosters: the engine against the one-seeker path, and against products
//! of matrices that know nothing of criteria.
//!
//! `cargo bench --bench engine` measures 1,000, 10,000 and 100,000 organizations over the shipped taxonomy and over
//! one of 2,048 concepts. Behind `--`: the sizes, `--concepts N`, `--many` for organizations that all state
//! many needs and offers, `--seekers N` for so many seekers only, `--alone` for the engine without its peers, as a profiler wants
//! it, `--export FOLDER` for `benches/peers.py`, which asks the libraries of another language for all seekers, and `--ablation`
//! for what each idea brings: the engine without it and with all of them in turn, on all threads, by the clock.
//!
//! Rates count all pairs of a seeker and a partner from abroad, whatever the gates say of them: that is the work that all are
//! given. They and the ratios are told by the clock and by the time of the processors, since other work on the machine makes the
//! clock say little; the least of three rounds counts.
//! From 10,000 organizations up, peers are asked for a sample of seekers, spread over the roster; their time is that
//! of the products alone, without building the factors, and that of the engine is all of its work.
//!
//! The lists are of the full score, of which a product has a part. So products are asked twice: for their own top ten, and for as
//! many as have all of every list, of which these would still have to be chosen by scoring.

#![allow(clippy::print_stdout, missing_docs)]

#[path = "../tests/common/generate.rs"]
mod generate;
mod peers;

use generate::Claims;
use peers::{Factors, TOP};
use rayon::prelude::*;
use silkmatch::engine::{self, Idea, Index, Query, Shortlist};
use silkmatch::profile::{Country, Date};
use silkmatch::read::{Bundle, TableName};
use silkmatch::taxonomy::Taxonomy;
use silkmatch::{Org, Roster, preset, resolve};
use std::collections::HashMap;
use std::hint::black_box;
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
    let asked = |seekers: &[Org]| abroad(roster, seekers);
    let own = time(rounds, asked(&seekers), || engine::shortlist_all(roster, &seekers, &query));
    own.print("engine, all criteria", &own);
    println!("    {} MiB at the peak so far; {before} before", memory("VmHWM:").unwrap_or_default());
    if args.alone {
        return;
    }
    let index = Index::new(roster, &query);
    let few = spread(roster, ONE_BY_ONE);
    let one = time(ROUNDS, asked(&few), || few.iter().map(|&s| index.shortlists(&[s])).collect::<Vec<_>>());
    one.print("engine, one by one from an index", &own);
    let pair_by_pair = || few.par_iter().map(|&s| engine::shortlist(roster, s, &query)).collect::<Vec<_>>();
    let naive = time(ROUNDS, asked(&few), pair_by_pair);
    naive.print("criteria, pair by pair", &own);
    println!(
        "    one shortlist: {:.2} ms from an index, {:.1} ms pair by pair",
        one.cpu / few.len() as f64 * 1e3,
        naive.cpu / few.len() as f64 * 1e3
    );
    let sample = spread(roster, SAMPLE.min(seekers.len()));
    let lists = index.shortlists(&sample);
    drop(index);
    let factors = Factors::new(roster, &sample, &query.weights);
    let deepest = tell_depths(&factors, &lists);
    let seconds = deepest as f64 * seekers.len() as f64 / naive.rates()[0];
    println!("    {seconds:.1} s to score {deepest} partners of each seeker, pair by pair");
    let full = factors.full();
    for top in [TOP, deepest] {
        let name = |what: &str| format!("{what}, top {top}, {} seekers", sample.len());
        time(ROUNDS, asked(&sample), || found(factors.sparse(top))).print(&name("sprs"), &own);
        time(ROUNDS, asked(&sample), || found(factors.dense(&full, top))).print(&name("ndarray"), &own);
    }
    if let Some(folder) = &args.export {
        let factors = Factors::new(roster, &seekers, &query.weights);
        factors.export(folder, deepest).expect("a folder to write to");
    }
}

/// Says how far products are from the lists; how many of the top of a row have all of every list.
fn tell_depths(factors: &Factors, lists: &[Shortlist]) -> usize {
    let (shared, things) = factors.shared();
    println!("    products: {things} things, {shared:.1} of them shared by a seeker and a partner");
    let (depths, share) = factors.depths(lists);
    let depth = |percent: usize| depths[(depths.len() - 1) * percent / 100];
    let all = [50, 90, 99, 100].map(|percent| format!("{} for {percent} %", depth(percent))).join(", ");
    println!(
        "    {:.0} % of all lists are in their top {TOP}; all of a list in the top {all}",
        share * 100.0
    );
    depth(100)
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

/// How many pairs of these seekers and of a partner from abroad there are.
fn abroad(roster: &Roster, seekers: &[Org]) -> usize {
    let country = |org: Org| roster.organization(org).country;
    let mut partners: HashMap<Country, usize> = HashMap::new();
    roster.orgs().for_each(|org| *partners.entry(country(org)).or_default() += 1);
    seekers.iter().map(|&seeker| roster.len() - partners[&country(seeker)]).sum()
}

/// What a product found has to be something.
fn found(kept: f64) {
    assert!(kept > 0.0);
}

/// What a run took.
struct Run {
    pairs: usize,
    wall: f64,
    cpu: f64,
}

fn time<T>(rounds: usize, pairs: usize, run: impl Fn() -> T) -> Run {
    let mut least = Run { pairs, wall: f64::MAX, cpu: f64::MAX };
    for _ in 0..rounds {
        let (start, before) = (Instant::now(), cpu());
        black_box(run());
        least.wall = least.wall.min(start.elapsed().as_secs_f64());
        least.cpu = least.cpu.min((cpu() - before).max(0.005));
    }
    least
}

impl Run {
    /// Pairs in a second of the clock, and of one processor.
    fn rates(&self) -> [f64; 2] {
        [self.wall, self.cpu].map(|seconds| self.pairs as f64 / seconds)
    }

    fn print(&self, name: &str, engine: &Run) {
        print!("  {name:<40}");
        let times = [("clock", self.wall), ("cpu", self.cpu)];
        for (((of, seconds), rate), best) in times.into_iter().zip(self.rates()).zip(engine.rates()) {
            print!(" | {of} {seconds:>6.2} s {:>8.1} M pairs/s {:>6.1} ×", rate / 1e6, best / rate);
        }
        println!();
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
