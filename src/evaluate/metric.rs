//! Figures over ranks: recall, mean reciprocal rank, normalised discounted gain, with intervals.

use super::Asked;
use crate::roster::Org;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;
use std::collections::BTreeMap;

/// The depths at which recall is given.
pub const DEPTHS: [usize; 4] = [1, 5, 10, 20];

/// How well known partners rank. Every figure is from 0 to 1, the higher the better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quality {
    /// The share of known partners within each of the first 1, 5, 10 and 20.
    pub recall: [f64; 4],
    /// The same within the first 10, averaged over seekers: nobody counts twice for being well known.
    pub macro_recall: f64,
    /// The mean of one over the rank (0 where a gate keeps the partner out).
    pub reciprocal: f64,
    /// Normalised discounted cumulative gain, averaged over seekers (Järvelin and Kekäläinen, ACM TOIS
    /// 20, 2002): gain 1 for a known partner, discount log2(1 + rank).
    pub gain: f64,
    /// How many partners were asked for.
    pub asked: usize,
}

/// The figures of a list of ranks; `None` where it is empty.
pub fn quality(asked: &[Asked]) -> Option<Quality> {
    if asked.is_empty() {
        return None;
    }
    let n = asked.len() as f64;
    let within = |a: &&Asked, depth: usize| a.rank.is_some_and(|r| r <= depth);
    let recall = DEPTHS.map(|depth| asked.iter().filter(|a| within(a, depth)).count() as f64 / n);
    let reciprocal = asked.iter().filter_map(|a| a.rank).map(|r| 1.0 / r as f64).sum::<f64>() / n;
    let mut seekers: BTreeMap<Org, Vec<&Asked>> = BTreeMap::new();
    asked.iter().for_each(|a| seekers.entry(a.seeker).or_default().push(a));
    let mean = |of: &dyn Fn(&[&Asked]) -> f64| {
        seekers.values().map(|own| of(own)).sum::<f64>() / seekers.len() as f64
    };
    let macro_recall = mean(&|own| own.iter().filter(|a| within(a, 10)).count() as f64 / own.len() as f64);
    Some(Quality { recall, macro_recall, reciprocal, gain: mean(&gain), asked: asked.len() })
}

/// The normalised discounted gain of the known partners of one seeker.
fn gain(own: &[&Asked]) -> f64 {
    let discount = |rank: usize| 1.0 / (1.0 + rank as f64).log2();
    let best: f64 = (1..=own.len()).map(discount).sum();
    own.iter().filter_map(|a| a.rank).map(discount).sum::<f64>() / best
}

/// An interval of 95 per cent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// How often the pairs are drawn anew. The ends of the interval then move by less than a hundredth.
const DRAWS: usize = 2000;

/// The interval of recall within 10 and of the mean reciprocal rank, if the known pairs are a sample: the
/// 2.5 and 97.5 per cent points over pairs drawn with replacement (Efron, Annals of Statistics 7, 1979).
/// Both directions of a pair are drawn together. The same seed gives the same bits.
pub fn bootstrap(asked: &[Asked], seed: u64) -> Option<[Interval; 2]> {
    let mut pairs: BTreeMap<usize, Vec<Asked>> = BTreeMap::new();
    asked.iter().for_each(|a| pairs.entry(a.known).or_default().push(*a));
    let pairs: Vec<Vec<Asked>> = pairs.into_values().collect();
    if pairs.is_empty() {
        return None;
    }
    let mut random = ChaCha12Rng::seed_from_u64(seed);
    let mut figures = [Vec::with_capacity(DRAWS), Vec::with_capacity(DRAWS)];
    for _ in 0..DRAWS {
        let drawn: Vec<Asked> = (0..pairs.len())
            .flat_map(|_| pairs[random.random_range(0..pairs.len())].iter().copied())
            .collect();
        let found = quality(&drawn)?;
        figures[0].push(found.recall[2]);
        figures[1].push(found.reciprocal);
    }
    Some(figures.map(|mut values| {
        values.sort_by(f64::total_cmp);
        let at = |share: f64| values[(share * (DRAWS - 1) as f64).round() as usize];
        Interval { low: at(0.025), high: at(0.975) }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Date;
    use crate::roster::Roster;

    /// Ranks 1, 2, 5 and none, for two seekers.
    fn sample() -> Vec<Asked> {
        let roster = Roster::shipped(Date::read("2026-11-23").expect("a date")).expect("sound");
        let orgs: Vec<Org> = roster.orgs().take(4).collect();
        let ask = |known, seeker: usize, rank| Asked {
            known,
            seeker: orgs[seeker],
            partner: orgs[3],
            rank,
            among: 100,
        };
        vec![ask(0, 0, Some(1)), ask(1, 0, Some(2)), ask(2, 1, Some(5)), ask(3, 1, None)]
    }

    #[test]
    fn figures_are_as_worked_out_by_hand() {
        let q = quality(&sample()).expect("some");
        assert_eq!(q.recall, [0.25, 0.75, 0.75, 0.75]);
        assert_eq!(q.macro_recall, 0.75);
        assert!((q.reciprocal - (1.0 + 0.5 + 0.2) / 4.0).abs() < 1e-12);
        // The first seeker is perfect; the second has 1/log2(6) of 1 + 1/log2(3).
        let second = (1.0 / 6f64.log2()) / (1.0 + 1.0 / 3f64.log2());
        assert!((q.gain - (1.0 + second) / 2.0).abs() < 1e-12);
        assert_eq!(quality(&[]), None);
    }

    #[test]
    fn the_interval_holds_the_figure_and_is_the_same_every_time() {
        let found = bootstrap(&sample(), 7).expect("some");
        assert!(found[0].low <= 0.75 && 0.75 <= found[0].high);
        assert_eq!(Some(found), bootstrap(&sample(), 7));
    }
}
