//! Several officers: what each one's list has in common with the others'.

use super::compare::rank;
use super::{Effective, best};

/// Where an alternative stands with each officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The alternative.
    pub row: usize,
    /// Its rank under the weights of each officer, from 1.
    pub ranks: Vec<usize>,
    /// In how many of the lists it is.
    pub lists: usize,
}

/// Everybody who is in the list of at least one officer: those in most lists first, then by the sum of
/// the ranks, then by row. Nobody's weights are averaged away.
pub fn standings(values: &Effective, officers: &[Vec<f64>], top: usize) -> Vec<Standing> {
    let scores: Vec<Vec<f64>> = officers.iter().map(|weights| values.scores(weights)).collect();
    let mut rows: Vec<usize> = scores.iter().flat_map(|s| best(s, top)).collect();
    rows.sort_unstable();
    rows.dedup();
    let standing = |row: usize| {
        let ranks: Vec<usize> = scores.iter().map(|s| rank(s, row)).collect();
        let lists = ranks.iter().filter(|r| **r <= top).count();
        Standing { row, ranks, lists }
    };
    let mut all: Vec<Standing> = rows.into_iter().map(standing).collect();
    all.sort_by_key(|s| (std::cmp::Reverse(s.lists), s.ranks.iter().sum::<usize>(), s.row));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn who_is_in_everybodys_list_comes_first() {
        let values = Effective::from_rows(&array![[1.0, 0.0], [0.7, 0.7], [0.0, 1.0], [0.1, 0.1]]);
        let found = standings(&values, &[vec![1.0, 0.0], vec![0.0, 1.0]], 2);
        let told: Vec<_> = found.iter().map(|s| (s.row, s.ranks.clone(), s.lists)).collect();
        assert_eq!(told, [(1, vec![2, 2], 2), (0, vec![1, 4], 1), (2, vec![4, 1], 1)]);
    }
}
