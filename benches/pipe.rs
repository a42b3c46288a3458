//! The pipe in its stages, on the shipped profiles: read and resolve, assess, shortlist, all shortlists.
//!
//! Each stage stands beside what it contains, so that a ratio says where the time goes.

use criterion::{Criterion, criterion_group, criterion_main};
use silkmatch::criteria::{self, Pair};
use silkmatch::engine::{self, Query};
use silkmatch::matrix::DecisionMatrix;
use silkmatch::profile::Date;
use silkmatch::read::Bundle;
use silkmatch::{Org, Roster, preset};
use std::hint::black_box;

fn stages(bench: &mut Criterion) {
    let date = Date::read("2026-11-23").expect("a date");
    let roster = Roster::shipped(date).expect("sound");
    let query = Query::new(preset::all()[0].weights().expect("sound"));
    let seeker = roster.by_id("kz-sk-pharmacy").expect("shipped");
    let partner = roster.by_id("kr-khidi").expect("shipped");
    let all: Vec<Org> = roster.orgs().collect();

    let mut read = bench.benchmark_group("read");
    read.bench_function("tables", |b| b.iter(|| Bundle::shipped().expect("sound")));
    read.bench_function("tables and roster", |b| b.iter(|| Roster::shipped(black_box(date)).expect("sound")));
    read.finish();

    let mut resolve = bench.benchmark_group("resolve");
    let terms = ["biosimilars", "биоаналоги", "바이오시밀러", "生物类似药", "GMP  Transition"];
    resolve.bench_function("five listed terms", |b| {
        b.iter(|| terms.map(|t| roster.lexicon().resolve(black_box(t), &[])))
    });
    resolve.bench_function("one unknown term", |b| {
        b.iter(|| roster.lexicon().resolve(black_box("quantum dust"), &[]))
    });
    resolve.finish();

    let mut assess = bench.benchmark_group("assess");
    let pair = Pair { roster: &roster, seeker, partner };
    assess.bench_function("one pair", |b| b.iter(|| criteria::values(black_box(pair))));
    assess.bench_function("one seeker, all partners", |b| {
        b.iter(|| DecisionMatrix::assess(&roster, seeker, all.iter().copied()))
    });
    assess.finish();

    let mut shortlist = bench.benchmark_group("shortlist");
    shortlist
        .bench_function("one seeker", |b| b.iter(|| engine::shortlist(&roster, black_box(seeker), &query)));
    shortlist.bench_function("every seeker", |b| b.iter(|| engine::shortlist_all(&roster, &all, &query)));
    shortlist.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
