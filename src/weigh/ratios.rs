//! Weights from pairwise ratios: logarithmic least squares, and Saaty's eigenvector on request.

use super::elicit::normalised;

/// "`a` counts `ratio` times as much as `b`".
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    /// The position of one criterion.
    pub a: usize,
    /// The position of the other.
    pub b: usize,
    /// How many times as much; above zero.
    pub ratio: f64,
}

/// What ratios say.
#[derive(Debug, Clone, PartialEq)]
pub struct LeastSquares {
    /// The weights, adding up to one.
    pub weights: Vec<f64>,
    /// For each ratio, ln(stated) − ln(fitted).
    pub residuals: Vec<f64>,
    /// The geometric consistency index (J. Aguarón and J. Moreno-Jiménez, EJOR 147 (2003) 137–145);
    /// `None` unless every pair has exactly one ratio.
    pub consistency: Option<f64>,
}

/// The weights nearest to the ratios in the sum of squared logarithms. Any connected set of answers
/// will do; `None` where some criterion is not connected to the others.
pub fn least_squares(n: usize, ratios: &[Ratio]) -> Option<LeastSquares> {
    // The Laplacian of the graph of comparisons, with the first criterion held at zero.
    let size = n.checked_sub(1)?;
    let mut matrix = vec![vec![0.0; size]; size];
    let mut right = vec![0.0; size];
    for r in ratios {
        let log = r.ratio.ln();
        for (i, j, sign) in [(r.a, r.b, 1.0), (r.b, r.a, -1.0)] {
            if i > 0 {
                matrix[i - 1][i - 1] += 1.0;
                right[i - 1] += sign * log;
                if j > 0 {
                    matrix[i - 1][j - 1] -= 1.0;
                }
            }
        }
    }
    let mut logs = vec![0.0];
    logs.extend(cholesky_solve(matrix, right)?);
    let highest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let residual = |r: &Ratio| r.ratio.ln() - (logs[r.a] - logs[r.b]);
    let residuals: Vec<f64> = ratios.iter().map(residual).collect();
    let mut pairs: Vec<(usize, usize)> = ratios.iter().map(|r| (r.a.min(r.b), r.a.max(r.b))).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let complete = n > 2 && ratios.len() == n * size / 2 && pairs.len() == ratios.len();
    let sum: f64 = residuals.iter().map(|e| e * e).sum();
    let consistency = complete.then(|| 2.0 * sum / (size as f64 * (n as f64 - 2.0)));
    let weights = normalised(&logs.iter().map(|x| (x - highest).exp()).collect::<Vec<_>>());
    Some(LeastSquares { weights, residuals, consistency })
}

/// The geometric consistency index above which judgements are worth a second look.
pub fn most_inconsistent(n: usize) -> f64 {
    match n {
        ..=3 => 0.31,
        4 => 0.35,
        _ => 0.37,
    }
}

/// The solution of a symmetric positive definite system; `None` where it is not.
pub(crate) fn cholesky_solve(mut a: Vec<Vec<f64>>, mut x: Vec<f64>) -> Option<Vec<f64>> {
    let n = x.len();
    for j in 0..n {
        for i in j..n {
            let sum: f64 = (0..j).map(|k| a[i][k] * a[j][k]).sum();
            let left = a[i][j] - sum;
            if i == j {
                // What is left of a pivot that cancelled is rounding.
                if left <= 1e-12 * a[j][j].abs() || !left.is_finite() {
                    return None;
                }
                a[j][j] = left.sqrt();
            } else {
                a[i][j] = left / a[j][j];
            }
        }
    }
    for i in 0..n {
        let sum: f64 = (0..i).map(|k| a[i][k] * x[k]).sum();
        x[i] = (x[i] - sum) / a[i][i];
    }
    for i in (0..n).rev() {
        let sum: f64 = (i + 1..n).map(|k| a[k][i] * x[k]).sum();
        x[i] = (x[i] - sum) / a[i][i];
    }
    Some(x)
}

/// The principal eigenvector of a complete table of ratios, and its consistency.
#[derive(Debug, Clone, PartialEq)]
pub struct Eigenvector {
    /// The weights, adding up to one.
    pub weights: Vec<f64>,
    /// The principal eigenvalue.
    pub lambda: f64,
    /// CR = (λ − n)/(n − 1)/RI, with the random indices of [`RANDOM_INDEX`]; 0 for two criteria.
    pub ratio: f64,
}

/// Mean consistency indices of random tables for n = 1 to 10: T. L. Saaty, "The Analytic Hierarchy
/// Process", 1980. Other tables are in use; the same answers give another ratio with each.
pub const RANDOM_INDEX: [f64; 10] = [0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

/// Saaty's weights by power iteration; `None` unless there is one ratio for each pair of 2 to 10
/// criteria.
pub fn eigenvector(n: usize, ratios: &[Ratio]) -> Option<Eigenvector> {
    let mut table = vec![vec![0.0; n]; n];
    (0..n).for_each(|i| table[i][i] = 1.0);
    for r in ratios {
        (table[r.a][r.b], table[r.b][r.a]) = (r.ratio, 1.0 / r.ratio);
    }
    let full = table.iter().flatten().all(|x| *x > 0.0);
    if !full || ratios.len() != n * n.saturating_sub(1) / 2 || !(2..=RANDOM_INDEX.len()).contains(&n) {
        return None;
    }
    let times = |w: &[f64]| -> Vec<f64> { table.iter().map(|row| super::dot(row, w)).collect() };
    let mut weights = vec![1.0 / n as f64; n];
    for _ in 0..10_000 {
        let next = normalised(&times(&weights));
        let change = next.iter().zip(&weights).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        weights = next;
        if change < 1e-14 {
            break;
        }
    }
    let lambda = times(&weights).iter().zip(&weights).map(|(a, w)| a / w).sum::<f64>() / n as f64;
    let index = (lambda - n as f64) / (n as f64 - 1.0);
    let random = RANDOM_INDEX[n - 1];
    Some(Eigenvector { weights, lambda, ratio: if random > 0.0 { index / random } else { 0.0 } })
}
