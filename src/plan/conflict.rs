//! Why there is no plan: a smallest set of constraints that cannot all hold.

use super::named::{Demands, Named, named};
use super::solve::Search;
use crate::error::Result;

/// Constraints that cannot all hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The constraints; with any one of them left out, the others can hold. Empty where not even leaving
    /// all of them out would do: then there is nobody to be met.
    pub constraints: Vec<Named>,
    /// Whether the effort sufficed to show that none of them can be left out.
    pub smallest: bool,
}

/// A smallest conflict of a delegation that has no plan: constraints are left out one by one for as long
/// as what remains cannot hold (the deletion filter of J. W. Chinneck, E. W. Dravnieks, *ORSA Journal on
/// Computing* 3, 1991). Larger groups are tried first, as most constraints are innocent.
///
/// # Errors
/// As [`Search::best`].
pub fn conflict(search: &Search, demands: &Demands) -> Result<Conflict> {
    let all = named(search.delegation);
    let mut filter = Filter { search, dropped: demands.clone(), smallest: true };
    let mut suspects: Vec<Vec<Named>> = vec![all.clone()];
    let mut guilty = Vec::new();
    while let Some(group) = suspects.pop() {
        if filter.is_innocent(&group)? {
            filter.dropped.dropped.extend(group);
        } else if let [one] = group.as_slice() {
            guilty.push(*one);
        } else {
            let (left, right) = group.split_at(group.len() / 2);
            suspects.push(right.to_vec());
            suspects.push(left.to_vec());
        }
    }
    guilty.sort_unstable();
    Ok(Conflict { constraints: guilty, smallest: filter.smallest })
}

struct Filter<'a> {
    search: &'a Search<'a, 'a>,
    dropped: Demands,
    smallest: bool,
}

impl Filter<'_> {
    /// Whether there is no plan without these constraints either: then they are not needed for the conflict.
    fn is_innocent(&mut self, group: &[Named]) -> Result<bool> {
        let mut without = self.dropped.clone();
        without.dropped.extend(group);
        Ok(match self.search.exists(&without)? {
            Some(exists) => !exists,
            None => {
                self.smallest = false;
                false
            }
        })
    }
}
