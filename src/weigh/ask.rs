//! The question whose answer is expected to tell most.
//!
//! What is believed about the weights is a cloud of them, each as plausible as the answers so far make
//! it. A question is worth the entropy that it is expected to take from what the officer wants: the
//! winner, or the members of the list.

use super::{Effective, best, dot};

/// How often an answer is what the officer means.
const RELIABLE: f64 = 0.95;
/// Questions are made of so many alternatives at most, the least certain ones.
const MOST_UNSURE: usize = 25;

/// What is to be settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Who is first.
    Winner,
    /// Who is in the list.
    List,
}

/// Which of two alternatives would you rather meet?
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Question {
    /// One alternative.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// The entropy, in bits, that the answer is expected to take away.
    pub gain: f64,
}

/// What is believed about the weights.
#[derive(Debug, Clone)]
pub struct Belief<'a> {
    values: &'a Effective,
    weights: Vec<Vec<f64>>,
    plausible: Vec<f64>,
    /// For each weighting, the list that it makes.
    lists: Vec<Vec<usize>>,
    goal: Goal,
    asked: Vec<(usize, usize)>,
}

impl<'a> Belief<'a> {
    /// All of these weights are equally plausible. With the winner as the goal, the list has one place.
    pub fn new(values: &'a Effective, weights: Vec<Vec<f64>>, goal: Goal, top: usize) -> Belief<'a> {
        let places = if goal == Goal::Winner { 1 } else { top };
        let lists = weights.iter().map(|w| best(&values.scores(w), places)).collect();
        let plausible = vec![1.0 / weights.len().max(1) as f64; weights.len()];
        Belief { values, weights, plausible, lists, goal, asked: Vec::new() }
    }

    /// Takes an answer in.
    pub fn answer(&mut self, better: usize, worse: usize) {
        let d = self.values.difference(better, worse);
        for (p, w) in self.plausible.iter_mut().zip(&self.weights) {
            *p *= if dot(&d, w) >= 0.0 { RELIABLE } else { 1.0 - RELIABLE };
        }
        let sum: f64 = self.plausible.iter().sum();
        self.plausible.iter_mut().for_each(|p| *p /= sum);
        self.asked.push((better.min(worse), better.max(worse)));
    }

    /// For each alternative, how probable it is that it is in the list (or first).
    pub fn chances(&self) -> Vec<f64> {
        let mut chances = vec![0.0; self.values.len()];
        for (p, list) in self.plausible.iter().zip(&self.lists) {
            list.iter().for_each(|row| chances[*row] += p);
        }
        chances
    }

    /// The mean of the weights, as plausible as they are.
    pub fn mean(&self) -> Vec<f64> {
        let mut mean = vec![0.0; self.values.criteria()];
        for (p, w) in self.plausible.iter().zip(&self.weights) {
            mean.iter_mut().zip(w).for_each(|(m, w)| *m += p * w);
        }
        mean
    }

    /// How many members of the likeliest list are expected to be wrong.
    pub fn doubtful(&self) -> f64 {
        let chances = self.chances();
        let places = self.lists.first().map_or(0, Vec::len);
        best(&chances, places).into_iter().map(|row| 1.0 - chances[row]).sum()
    }

    /// Whether asking may stop: the winner is 95% sure; or less than one member of the list is expected
    /// to be wrong; or every alternative is 95% sure to be in or out.
    pub fn is_settled(&self) -> bool {
        let sure = |p: &f64| *p >= 0.95 || *p <= 0.05;
        match self.goal {
            Goal::Winner => self.doubtful() <= 0.05,
            Goal::List => self.doubtful() < 1.0 || self.chances().iter().all(sure),
        }
    }

    /// The most useful question that was not asked; `None` where no question tells anything. Among
    /// those nearly as useful, the one whose sides differ on the fewest criteria: it is the easiest.
    pub fn next(&self) -> Option<Question> {
        let chances = self.chances();
        let mut unsure: Vec<usize> =
            (0..chances.len()).filter(|&r| chances[r] > 0.01 && chances[r] < 0.99).collect();
        unsure
            .sort_by(|&a, &b| (chances[a] - 0.5).abs().total_cmp(&(chances[b] - 0.5).abs()).then(a.cmp(&b)));
        unsure.truncate(MOST_UNSURE);
        unsure.sort_unstable();
        let now = self.entropy(&chances);
        let mut questions = Vec::new();
        for (i, &a) in unsure.iter().enumerate() {
            for &b in unsure[i + 1..].iter().filter(|b| !self.asked.contains(&(a, **b))) {
                questions.push(Question { a, b, gain: now - self.expected(a, b) });
            }
        }
        let most = questions.iter().map(|q| q.gain).fold(0.0, f64::max);
        let differing =
            |q: &Question| self.values.difference(q.a, q.b).iter().filter(|d| d.abs() > super::TIE).count();
        let good = questions.into_iter().filter(|q| q.gain > 1e-9 && q.gain >= 0.95 * most);
        good.min_by(|p, q| differing(p).cmp(&differing(q)).then(q.gain.total_cmp(&p.gain)))
    }

    /// The entropy that is left after the answer, on average over both answers.
    fn expected(&self, a: usize, b: usize) -> f64 {
        let d = self.values.difference(a, b);
        let mut sides = [vec![0.0; self.values.len()], vec![0.0; self.values.len()]];
        let mut mass = [0.0; 2];
        for ((p, w), list) in self.plausible.iter().zip(&self.weights).zip(&self.lists) {
            let meant = usize::from(dot(&d, w) < 0.0);
            for (side, share) in [(meant, RELIABLE), (1 - meant, 1.0 - RELIABLE)] {
                mass[side] += p * share;
                list.iter().for_each(|row| sides[side][*row] += p * share);
            }
        }
        let left = sides.iter().zip(mass).filter(|(_, m)| *m > 0.0).map(|(side, m)| {
            let chances: Vec<f64> = side.iter().map(|p| p / m).collect();
            m * self.entropy(&chances)
        });
        left.sum()
    }

    fn entropy(&self, chances: &[f64]) -> f64 {
        let bits = |p: f64| if p > 0.0 { -p * p.log2() } else { 0.0 };
        let of = |p: &f64| match self.goal {
            Goal::Winner => bits(*p),
            Goal::List => bits(*p) + bits(1.0 - p),
        };
        chances.iter().map(of).sum()
    }
}
