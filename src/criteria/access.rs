//! **access**: can we work together day to day?
//!
//! The mean of what is known of three: whether the two share a working language; whether the partner
//! wants partners from the country of the seeker; and how near the two are in size (a step of the four
//! classes costs a third). Unknown where none of them is known.

use super::Pair;

/// The three parts, each in [0, 1] or unknown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parts {
    /// Whether they share a working language.
    pub language: Option<f64>,
    /// Whether the partner names the country of the seeker among those it wants.
    pub wanted: Option<f64>,
    /// How near they are in size.
    pub size: Option<f64>,
}

/// The parts of a pair.
pub fn parts(pair: Pair) -> Parts {
    let (us, them) = (pair.us(), pair.them());
    let one_if = |yes: bool| if yes { 1.0 } else { 0.0 };
    let both_speak = !us.languages.is_empty() && !them.languages.is_empty();
    let steps = |a: crate::profile::Size, b: crate::profile::Size| (a.class as i32).abs_diff(b.class as i32);
    Parts {
        language: both_speak.then(|| one_if(us.languages.iter().any(|l| them.languages.contains(l)))),
        wanted: (!them.wants.is_empty()).then(|| one_if(them.wants.contains(&us.country))),
        size: us.size.zip(them.size).map(|(a, b)| 1.0 - f64::from(steps(a, b)) / 3.0),
    }
}

/// The value, in [0, 1].
pub fn value(pair: Pair) -> Option<f64> {
    let Parts { language, wanted, size } = parts(pair);
    let known = || [language, wanted, size].into_iter().flatten();
    let count = known().count();
    (count > 0).then(|| known().sum::<f64>() / count as f64)
}
