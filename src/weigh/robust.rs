//! What holds whatever the weights are, and how likely the rest is.
//!
//! Acceptabilities (SMAA-2: R. Lahdelma and P. Salminen, Operations Research 49 (2001) 444–454) are
//! shares of the weight region, sampled uniformly; necessary and possible preference (S. Greco, V.
//! Mousseau and R. Słowiński, EJOR 191 (2008) 416–436) are exact.

use super::region::{Region, Sampling};
use super::{Effective, best};
use rayon::prelude::*;

/// Samples that one thread draws at a time, from a random stream of their own.
const BLOCK: usize = 500;

/// How alternatives fare over a region of weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptability {
    /// How the samples were drawn.
    pub sampling: Sampling,
    /// How many there were.
    pub samples: usize,
    /// For each alternative, the share of the weights under which it is in the list.
    pub top: Vec<f64>,
    /// For each alternative, the share under which it has rank 1, 2, … up to the length of the list.
    pub ranks: Vec<Vec<f64>>,
    /// For each alternative, the mean of the weights that put it first; `None` where none did.
    pub central: Vec<Option<Vec<f64>>>,
}

/// Acceptabilities from uniform samples of the region; `None` where the region has no inside. Same
/// seed, same bits, for any number of threads.
pub fn acceptability(
    values: &Effective,
    region: &Region,
    top: usize,
    samples: usize,
    seed: u64,
) -> Option<Acceptability> {
    let top = top.min(values.len());
    let sampling = region.sampling(seed);
    let blocks: Vec<usize> = (0..samples.div_ceil(BLOCK)).collect();
    let counted: Vec<Counts> = blocks
        .into_par_iter()
        .map(|block| {
            let count = BLOCK.min(samples - block * BLOCK);
            let drawn = region.sample(sampling, seed, block as u64, count)?;
            Some(count_block(values, top, &drawn))
        })
        .collect::<Option<_>>()?;
    // Blocks are added up in their order: sums of weights then have the same bits.
    let mut sum = Counts::new(values.len(), top);
    counted.iter().for_each(|block| sum.add(block));
    let share = |count: u32| f64::from(count) / samples as f64;
    let ranks: Vec<Vec<f64>> =
        sum.ranks.chunks(top.max(1)).map(|r| r.iter().map(|c| share(*c)).collect()).collect();
    let mut central: Vec<Option<Vec<f64>>> = vec![None; values.len()];
    for (row, weights) in sum.first {
        let firsts = f64::from(sum.ranks[row * top]);
        central[row] = Some(weights.iter().map(|w| w / firsts).collect());
    }
    let total = |row: &[u32]| share(row.iter().sum());
    let top = sum.ranks.chunks(top.max(1)).map(total).collect();
    Some(Acceptability { sampling, samples, top, ranks, central })
}

/// What was counted.
struct Counts {
    /// How often each alternative had each rank, alternative by alternative.
    ranks: Vec<u32>,
    top: usize,
    /// The sum of the weights that put an alternative first, by alternative.
    first: std::collections::BTreeMap<usize, Vec<f64>>,
}

impl Counts {
    fn new(rows: usize, top: usize) -> Counts {
        Counts { ranks: vec![0; rows * top], top, first: Default::default() }
    }

    fn add(&mut self, other: &Counts) {
        self.ranks.iter_mut().zip(&other.ranks).for_each(|(a, b)| *a += b);
        other.first.iter().for_each(|(row, weights)| self.credit(*row, weights));
    }

    fn credit(&mut self, row: usize, weights: &[f64]) {
        let sum = self.first.entry(row).or_insert_with(|| vec![0.0; weights.len()]);
        sum.iter_mut().zip(weights).for_each(|(s, w)| *s += w);
    }
}

fn count_block(values: &Effective, top: usize, drawn: &[Vec<f64>]) -> Counts {
    let mut counts = Counts::new(values.len(), top);
    let mut scores = vec![0.0; values.len()];
    for weights in drawn {
        values.scores_into(weights, &mut scores);
        let list = best(&scores, top);
        for (rank, row) in list.iter().enumerate() {
            counts.ranks[row * counts.top + rank] += 1;
        }
        if let Some(first) = list.first() {
            counts.credit(*first, weights);
        }
    }
    counts
}

/// Whether `a` scores at least as much as `b` under all weights of the region (necessarily), or under
/// some (possibly). `None` where the region is empty.
pub fn preference(values: &Effective, region: &Region, a: usize, b: usize) -> Option<Preference> {
    let d = values.difference(a, b);
    let least = region.least(&d)?;
    let most = -region.least(&d.iter().map(|x| -x).collect::<Vec<_>>())?;
    Some(Preference { necessary: least >= -super::TIE, possible: most >= -super::TIE })
}

/// How sure it is that one alternative is at least as good as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preference {
    /// Under all weights of the region.
    pub necessary: bool,
    /// Under some of them.
    pub possible: bool,
}
