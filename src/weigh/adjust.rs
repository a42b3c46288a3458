//! Setting one weight, with others locked: the proportional rule.

use crate::criterion::{Criterion, Weights};
use crate::error::{Error, ErrorKind, Result};

/// The weights after one of them is set to `share` of the whole: the unlocked others keep their
/// proportions and share what is left; where all of those are zero, they share it equally. The
/// intervals of [`super::stability`] follow the same rule.
///
/// # Errors
/// A share outside [0, 1], a locked criterion that is to be set, locks that leave too little, or
/// nothing to take from.
pub fn set(weights: &Weights, criterion: Criterion, share: f64, locked: &[Criterion]) -> Result<Weights> {
    let bad = |message: String| Error::new(ErrorKind::Value, message);
    if !(0.0..=1.0).contains(&share) {
        return Err(bad(format!("`{criterion}` is to have {share}; a share lies between 0 and 1"))
            .hint("write 0.3 or 30% for thirty points of a hundred"));
    }
    if locked.contains(&criterion) {
        return Err(bad(format!("`{criterion}` is locked and is to be set")).hint("leave it out of --lock"));
    }
    let old = super::shares(weights);
    let held: f64 = Criterion::ALL.iter().filter(|c| locked.contains(c)).map(|c| old[c.index()]).sum();
    let rest = 1.0 - share - held;
    if rest < -super::TIE {
        let most = (1.0 - held) * 100.0;
        return Err(bad(format!(
            "the locked weights leave {most:.2} points, less than `{criterion}` is to have"
        ))
        .hint("ask for less, or lock less"));
    }
    let free: Vec<Criterion> =
        Criterion::ALL.into_iter().filter(|c| *c != criterion && !locked.contains(c)).collect();
    if free.is_empty() && rest > super::TIE {
        return Err(bad("all other weights are locked, so nothing can give way".into()).hint("lock less"));
    }
    let sum: f64 = free.iter().map(|c| old[c.index()]).sum();
    let mut new: [f64; Criterion::COUNT] = std::array::from_fn(|i| old[i]);
    new[criterion.index()] = share;
    for c in &free {
        let part = if sum > 0.0 { old[c.index()] / sum } else { 1.0 / free.len() as f64 };
        new[c.index()] = rest.max(0.0) * part;
    }
    Weights::new(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(p: [f64; 8]) -> Weights {
        Weights::new(p).expect("valid")
    }

    #[test]
    fn the_others_give_in_proportion_and_the_locked_ones_nothing() {
        let old = weights([40.0, 20.0, 10.0, 10.0, 10.0, 10.0, 0.0, 0.0]);
        let new = set(&old, Criterion::Field, 0.3, &[Criterion::Coverage]).expect("possible");
        let close = |c: Criterion, share: f64| (new.of(c).to_f64() - share).abs() < 1e-9;
        assert!(close(Criterion::Coverage, 0.4) && close(Criterion::Field, 0.3));
        assert!(close(Criterion::Reciprocity, 0.12) && close(Criterion::Mutual, 0.06));
        assert!(close(Criterion::Policy, 0.0));
    }

    #[test]
    fn where_the_others_are_zero_they_share_equally() {
        let old = weights([1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        let new = set(&old, Criterion::Coverage, 0.3, &[]).expect("possible");
        assert!((new.of(Criterion::Access).to_f64() - 0.1).abs() < 1e-9);
    }

    #[test]
    fn refuses_what_the_locks_do_not_leave() {
        let old = weights([50.0, 50.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        assert!(set(&old, Criterion::Field, 0.6, &[Criterion::Coverage]).is_err());
        assert!(set(&old, Criterion::Field, 1.5, &[]).is_err());
        assert!(set(&old, Criterion::Field, 0.1, &[Criterion::Field]).is_err());
        let all: Vec<Criterion> = Criterion::ALL.into_iter().filter(|c| *c != Criterion::Field).collect();
        assert!(set(&old, Criterion::Field, 0.0, &all).is_ok());
    }
}
