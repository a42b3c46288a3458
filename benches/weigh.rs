//! What weighing costs beside a plain product over the same memory.

use criterion::{Criterion, criterion_group, criterion_main};
use ndarray::{Array1, Array2};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use silkmatch::weigh::region::Region;
use silkmatch::weigh::stability::{Holds, intervals};
use silkmatch::weigh::{Effective, robust};
use std::hint::black_box;

fn case(rows: usize, criteria: usize) -> (Array2<f64>, Effective, Vec<f64>) {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let values = Array2::from_shape_fn((rows, criteria), |_| random.random::<f64>());
    let effective = Effective::from_rows(&values);
    (values, effective, vec![1.0 / criteria as f64; criteria])
}

fn million(c: &mut Criterion) {
    let (values, effective, weights) = case(1_000_000, 12);
    let vector = Array1::from(weights.clone());
    let list = effective.rank(&weights, 10);
    let mut group = c.benchmark_group("one million rows × 12");
    group.sample_size(10);
    group.bench_function("ndarray product", |b| b.iter(|| black_box(values.dot(&vector))));
    group.bench_function("re-weight and top 10", |b| b.iter(|| black_box(effective.rank(&weights, 10))));
    group.bench_function("all intervals, k = 10", |b| {
        b.iter(|| black_box(intervals(&effective, &weights, &list, Holds::Members)))
    });
}

fn acceptability(c: &mut Criterion) {
    let (values, effective, _) = case(10_000, 8);
    let mut group = c.benchmark_group("10,000 rows × 10,000 weights × 8");
    group.sample_size(10);
    let drawn = Array2::from_shape_fn((8, 500), |(i, j)| ((i * 31 + j * 7) % 10) as f64 / 45.0);
    group.bench_function("ndarray product in 20 blocks", |b| {
        b.iter(|| (0..20).for_each(|_| drop(black_box(values.dot(&drawn)))))
    });
    group.bench_function("acceptability, top 10", |b| {
        b.iter(|| black_box(robust::acceptability(&effective, &Region::whole(8), 10, 10_000, 1)))
    });
}

criterion_group!(benches, million, acceptability);
criterion_main!(benches);
