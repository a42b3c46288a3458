//! How far one weight can move before a list changes: exact intervals, with the pair that blocks.
//!
//! When the weight of a criterion moves to `t`, the others keep their proportions, so every score is
//! a straight line in `t`. The gap between the worst inside and the best outside is concave, hence
//! the list holds in one interval, and Newton's method from the far end finds its end in finitely
//! many steps of one pass each. For the idea of such intervals: E. Triantaphyllou and A. Sanchez,
//! Decision Sciences 28 (1997) 151–194; B. Mareschal, EJOR 33 (1988) 54–64.

use super::Effective;
use rayon::prelude::*;

/// What has to hold along the interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The list keeps its members, in any order.
    Members,
    /// The list keeps its members and their order.
    Order,
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct End {
    /// The weight at the end, in [0, 1].
    pub at: f64,
    /// Who is overtaken there, and who overtakes; `None` where the weight itself ends.
    pub blocked_by: Option<(usize, usize)>,
}

/// The interval in which a weight can move alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The weight as it is.
    pub now: f64,
    /// The lower end.
    pub low: End,
    /// The upper end.
    pub high: End,
}

/// The interval of each weight in which `list` (rows, best first, as the weights rank them) holds.
pub fn intervals(values: &Effective, weights: &[f64], list: &[usize], holds: Holds) -> Vec<Interval> {
    (0..values.criteria()).into_par_iter().map(|c| interval(values, weights, c, list, holds)).collect()
}

/// The interval of one weight.
pub fn interval(
    values: &Effective,
    weights: &[f64],
    criterion: usize,
    list: &[usize],
    holds: Holds,
) -> Interval {
    let now = weights[criterion];
    let track = Track::new(values, weights, criterion, list, holds);
    Interval { now, low: track.end(now, 0.0), high: track.end(now, 1.0) }
}

/// The weights when one of them moves to `t` and the others keep their proportions (share the rest
/// equally where they are all zero).
pub fn moved(weights: &[f64], criterion: usize, t: f64) -> Vec<f64> {
    let rest = others(weights, criterion);
    rest.iter().enumerate().map(|(j, r)| if j == criterion { t } else { (1.0 - t) * r }).collect()
}

/// The other weights alone, adding up to one.
fn others(weights: &[f64], criterion: usize) -> Vec<f64> {
    let sum: f64 = weights.iter().enumerate().filter(|(j, _)| *j != criterion).map(|(_, w)| w).sum();
    let equal = 1.0 / (weights.len().max(2) - 1) as f64;
    let part = |w: f64| if sum > 0.0 { w / sum } else { equal };
    weights.iter().enumerate().map(|(j, w)| if j == criterion { 0.0 } else { part(*w) }).collect()
}

/// The straight lines of all scores along one criterion.
struct Track<'a> {
    /// The score at weight 0.
    base: Vec<f64>,
    /// The score at weight 1.
    full: &'a [f64],
    list: &'a [usize],
    inside: Vec<usize>,
    holds: Holds,
}

impl<'a> Track<'a> {
    fn new(
        values: &'a Effective,
        weights: &[f64],
        criterion: usize,
        list: &'a [usize],
        holds: Holds,
    ) -> Track<'a> {
        let mut inside = list.to_vec();
        inside.sort_unstable();
        let base = values.scores(&others(weights, criterion));
        Track { base, full: values.column(criterion), list, inside, holds }
    }

    fn score(&self, row: usize, t: f64) -> f64 {
        (1.0 - t) * self.base[row] + t * self.full[row]
    }

    /// Where two lines cross.
    fn crossing(&self, a: usize, b: usize) -> f64 {
        let (at_zero, at_one) = (self.base[a] - self.base[b], self.full[a] - self.full[b]);
        at_zero / (at_zero - at_one)
    }

    /// The end of the interval on the side of `far`, from there inwards: jump to the crossing of the
    /// pair that is most wrong, until none is. The gap is concave, so no jump goes too far.
    fn end(&self, now: f64, far: f64) -> End {
        let mut end = End { at: far, blocked_by: None };
        while let Some((a, b)) = self.worst(end.at) {
            if end.blocked_by == Some((a, b)) || end.at == now {
                break;
            }
            let crossing = self.crossing(a, b);
            // A tie at the weight as it is may cross a rounding error beyond it.
            let at = if !crossing.is_finite() || (far - crossing) * (far - now) < 0.0 {
                now
            } else if far > now {
                crossing.clamp(now, end.at)
            } else {
                crossing.clamp(end.at, now)
            };
            end = End { at, blocked_by: Some((a, b)) };
        }
        end
    }

    /// The pair that stands furthest in the wrong order at `t`, if one does: who should be ahead, and
    /// who is.
    fn worst(&self, t: f64) -> Option<(usize, usize)> {
        let last =
            self.inside.iter().copied().min_by(|&a, &b| self.score(a, t).total_cmp(&self.score(b, t)))?;
        let mut wrong = super::ROUNDING;
        let mut pair = None;
        let mut hold = |a: usize, b: usize| {
            let gap = self.score(b, t) - self.score(a, t);
            if gap > wrong {
                (wrong, pair) = (gap, Some((a, b)));
            }
        };
        if let Some(first) = self.best_outside(t) {
            hold(last, first);
        }
        if self.holds == Holds::Order {
            self.list.windows(2).for_each(|two| hold(two[0], two[1]));
        }
        pair
    }

    /// The best row outside the list: one pass over the stretches between its members.
    fn best_outside(&self, t: f64) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        let mut start = 0;
        for end in self.inside.iter().copied().chain([self.base.len()]) {
            let top = highest(&self.base[start..end], &self.full[start..end], t);
            if let Some((offset, score)) = top.filter(|(_, s)| best.is_none_or(|(_, b)| *s > b)) {
                best = Some((start + offset, score));
            }
            start = end + 1;
        }
        best.map(|(row, _)| row)
    }
}

/// The highest of many lines at `t`: the first pass finds the height in eight lanes, the second who
/// has it.
fn highest(base: &[f64], full: &[f64], t: f64) -> Option<(usize, f64)> {
    let line = |b: f64, f: f64| (1.0 - t) * b + t * f;
    let mut lanes = [f64::NEG_INFINITY; 8];
    let (bases, fulls) = (base.chunks_exact(8), full.chunks_exact(8));
    let tail = bases.remainder().iter().zip(fulls.remainder());
    for (b, f) in tail {
        lanes[0] = lanes[0].max(line(*b, *f));
    }
    for (b, f) in bases.zip(fulls) {
        for i in 0..8 {
            let score = line(b[i], f[i]);
            lanes[i] = if score > lanes[i] { score } else { lanes[i] };
        }
    }
    let height = lanes.into_iter().fold(f64::NEG_INFINITY, f64::max);
    let row = base.iter().zip(full).position(|(b, f)| line(*b, *f) == height)?;
    Some((row, height))
}
