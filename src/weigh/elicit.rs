//! Weights from a ranking of the criteria or from swing points.

/// A rule that makes weights of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surrogate {
    /// Sum-reciprocal: 1/i + (n + 1 − i)/n. Never far off, whatever the officer had in mind
    /// (M. Danielson and L. Ekenberg, 2014).
    SumReciprocal,
    /// Rank order centroid: (1/n) Σ_{k ≥ i} 1/k, the mean of all weights with this ranking.
    Centroid,
    /// Rank sum: 2 (n + 1 − i) / (n (n + 1)).
    RankSum,
    /// Reciprocal of the rank: (1/i) / H_n.
    Reciprocal,
}

impl Surrogate {
    /// The weights of ranks 1 to `n`, adding up to one.
    pub fn weights(self, n: usize) -> Vec<f64> {
        let size = n as f64;
        let raw = |i: usize| {
            let rank = i as f64;
            match self {
                Surrogate::SumReciprocal => 1.0 / rank + (size + 1.0 - rank) / size,
                Surrogate::Centroid => (i..=n).map(|k| 1.0 / k as f64).sum(),
                Surrogate::RankSum => size + 1.0 - rank,
                Surrogate::Reciprocal => 1.0 / rank,
            }
        };
        normalised(&(1..=n).map(raw).collect::<Vec<_>>())
    }
}

/// Numbers divided by their sum.
pub(crate) fn normalised(numbers: &[f64]) -> Vec<f64> {
    let sum: f64 = numbers.iter().sum();
    numbers.iter().map(|x| x / sum).collect()
}
