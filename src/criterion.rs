//! The table of criteria, and weights over them.

use crate::error::{Error, ErrorKind, Result};
use crate::score::Score;
use crate::text::nearest;
use crate::vocabulary::{self, WordSet};
use std::fmt;

macro_rules! criteria {
    ($($variant:ident, $name:literal, $question:literal;)*) => {
        /// A question asked of every pair, answered by a value in [0, 1] or by "unknown".
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Criterion { $(#[doc = $question] $variant,)* }

        impl Criterion {
            /// All criteria, in the order of every table that we write.
            pub const ALL: [Criterion; Criterion::COUNT] = [$(Criterion::$variant),*];
            /// How many there are.
            pub const COUNT: usize = [$($name),*].len();

            /// The name, as in headers and weights files.
            pub const fn name(self) -> &'static str {
                match self { $(Criterion::$variant => $name),* }
            }

            /// The question that the criterion answers.
            pub const fn question(self) -> &'static str {
                match self { $(Criterion::$variant => $question),* }
            }
        }
    };
}

// The model on one screen. Each criterion is one file in `criteria/`, one pure function of a pair.
criteria! {
    Coverage,    "coverage",    "How much of what I need do they offer?";
    Reciprocity, "reciprocity", "How much of what they need do I offer?";
    Mutual,      "mutual",      "Does it pay for both?";
    Field,       "field",       "Do we work in the same field?";
    Counterpart, "counterpart", "Is it the right kind of partner?";
    Standards,   "standards",   "Do their certificates count where I am?";
    Policy,      "policy",      "Does it serve a stated national goal?";
    Access,      "access",      "Can we work together day to day?";
}

impl Criterion {
    /// The position in [`Criterion::ALL`], and so in every row of values.
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for Criterion {
    type Err = Error;
    /// Reads a name, in any of the six languages.
    fn from_str(text: &str) -> Result<Criterion> {
        let key = vocabulary::key(WordSet::Criterion, text);
        Criterion::ALL.into_iter().find(|c| Some(c.name()) == key).ok_or_else(|| {
            let names = Criterion::ALL.map(Criterion::name);
            let error = Error::new(
                ErrorKind::Value,
                format!("`{text}` is no criterion; one of {}", names.join(", ")),
            );
            match nearest(text, vocabulary::written(WordSet::Criterion), 1).first() {
                Some(name) => error.hint(format!("did you mean `{name}`?")),
                None => error.hint("`silkmatch weigh presets` shows their names, in the language of `-l`"),
            }
        })
    }
}

/// The values of one pair: one for each criterion, `None` where it is unknown.
pub type Values = [Option<f64>; Criterion::COUNT];

/// How much each criterion counts: non-negative, adding up to exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights([Score; Criterion::COUNT]);

impl Weights {
    /// Weights in the given proportions; a scale does not matter (percent, points and fractions are
    /// the same thing). What does not divide evenly goes to the largest remainders (Hamilton's
    /// method), the earlier criterion first, so that the sum is one to the last unit.
    ///
    /// # Errors
    /// A proportion that is negative, infinite or no number, or all of them zero.
    pub fn new(proportions: [f64; Criterion::COUNT]) -> Result<Weights> {
        for (criterion, p) in Criterion::ALL.iter().zip(proportions) {
            if !p.is_finite() || p < 0.0 {
                let message = format!("the weight of `{criterion}` is {p}; a weight is a number from 0 up");
                return Err(Error::new(ErrorKind::Value, message));
            }
        }
        // Scaling by the largest first keeps the sum finite for any finite input.
        let largest = proportions.iter().copied().fold(0.0, f64::max);
        if largest == 0.0 {
            let message = "all weights are zero; at least one criterion has to count";
            return Err(Error::new(ErrorKind::Value, message).hint("give one criterion a weight above 0"));
        }
        let scaled = proportions.map(|p| p / largest);
        let sum: f64 = scaled.iter().sum();
        let exact = scaled.map(|p| p / sum * Score::UNITS as f64);
        let mut units = exact.map(|e| e.floor() as u64);
        let mut order: Vec<usize> = (0..Criterion::COUNT).collect();
        order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()).then(a.cmp(&b)));
        let missing = Score::UNITS.saturating_sub(units.iter().sum());
        for &i in order.iter().cycle().take(missing as usize) {
            units[i] += 1;
        }
        let shares = units.map(|u| Score::from_units(u).unwrap_or(Score::ONE));
        Ok(Weights(shares))
    }

    /// The weight of one criterion.
    pub fn of(&self, criterion: Criterion) -> Score {
        self.0[criterion.index()]
    }

    /// The points of a pair: what each known value earns of its weight, and `optimism` of the weight
    /// for each unknown one (Hurwicz 1951: the value of a doubtful thing lies between its worst and
    /// its best by a stated degree of optimism). The score is their sum.
    pub fn points(&self, values: &Values, optimism: Optimism) -> [Score; Criterion::COUNT] {
        std::array::from_fn(|i| self.0[i].earn(values[i].unwrap_or(optimism.0)))
    }

    /// The score of a pair: what is known and `optimism` of what is not.
    pub fn score(&self, values: &Values, optimism: Optimism) -> Score {
        self.points(values, optimism).into_iter().sum()
    }

    /// The score of a pair with its interval.
    pub fn interval(&self, values: &Values, optimism: Optimism) -> Interval {
        let mut interval = Interval::default();
        for (&weight, value) in self.0.iter().zip(values) {
            if let Some(value) = value {
                interval.low += weight.earn(*value);
                interval.known += weight;
            } else {
                interval.score += weight.earn(optimism.0);
                interval.high += weight;
            }
        }
        interval.score += interval.low;
        interval.high += interval.low;
        interval
    }

    /// The share of the weight that rests on known values.
    pub fn known(&self, values: &Values) -> Score {
        self.0.iter().zip(values).filter(|(_, v)| v.is_some()).map(|(w, _)| *w).sum()
    }
}

/// A score, and what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Interval {
    /// What is known, and `optimism` of what is not.
    pub score: Score,
    /// The score if all that is unknown is bad.
    pub low: Score,
    /// The score if all that is unknown is good.
    pub high: Score,
    /// The share of the weight that rests on known values.
    pub known: Score,
}

/// The degree of optimism about what is unknown, from 0 (all of it bad) to 1 (all of it good).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Optimism(f64);

impl Optimism {
    /// Everything unknown is bad: gives the lower end of the interval of a score.
    pub const NONE: Optimism = Optimism(0.0);
    /// Everything unknown is good: gives the upper end.
    pub const FULL: Optimism = Optimism(1.0);

    /// A degree.
    ///
    /// # Errors
    /// A number outside [0, 1], or none.
    pub fn new(degree: f64) -> Result<Optimism> {
        if (0.0..=1.0).contains(&degree) {
            Ok(Optimism(degree))
        } else {
            let message = format!("an optimism of {degree}; it is a number from 0 to 1");
            Err(Error::new(ErrorKind::Value, message))
        }
    }

    /// The degree.
    pub fn degree(self) -> f64 {
        self.0
    }
}

impl Default for Optimism {
    /// A quarter: an unknown criterion neither sinks a partner nor lets ignorance win over a stated
    /// fit, whose typical value is above it.
    fn default() -> Optimism {
        Optimism(0.25)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_order_of_all_is_the_index() {
        for (i, criterion) in Criterion::ALL.into_iter().enumerate() {
            assert_eq!(criterion.index(), i);
            assert_eq!(criterion.name().parse::<Criterion>().ok(), Some(criterion));
        }
    }

    #[test]
    fn an_unknown_name_lists_the_legal_ones() {
        let error = "converage".parse::<Criterion>().expect_err("no criterion");
        assert!(error.to_string().contains("reciprocity"));
        for (written, meant) in [("converage", "coverage"), ("взаимнсть", "взаимность"), ("qamrob", "qamrov")]
        {
            let error = written.parse::<Criterion>().expect_err("no criterion");
            assert_eq!(error.remedy(), Some(&*format!("did you mean `{meant}`?")));
        }
        let error = "xyzzy".parse::<Criterion>().expect_err("no criterion");
        assert!(error.remedy().is_some_and(|r| r.contains("weigh presets")));
    }

    #[test]
    fn refuses_weights_that_are_none() {
        for bad in [[0.0; 8], [-1.0; 8], [f64::NAN; 8], [f64::INFINITY; 8]] {
            assert!(Weights::new(bad).is_err());
        }
    }

    proptest! {
        #[test]
        fn weights_add_up_to_one_and_do_not_mind_the_scale(
            p in prop::array::uniform8(0.0..1e9f64), scale in 1e-6..1e6f64,
        ) {
            prop_assume!(p.iter().any(|x| *x > 0.0));
            let weights = Weights::new(p).expect("valid");
            prop_assert_eq!(weights.0.iter().copied().sum::<Score>(), Score::ONE);
            let scaled = Weights::new(p.map(|x| x * scale)).expect("valid");
            for (a, b) in weights.0.iter().zip(scaled.0) {
                prop_assert!(a.units().abs_diff(b.units()) <= 2);
            }
        }

        #[test]
        fn the_interval_holds_the_score_and_is_as_wide_as_the_unknown(
            p in prop::array::uniform8(0.01..1.0f64),
            v in prop::array::uniform8(prop::option::of(0.0..=1.0f64)),
            degree in 0.0..=1.0f64,
        ) {
            let weights = Weights::new(p).expect("valid");
            let low = weights.score(&v, Optimism::NONE);
            let high = weights.score(&v, Optimism::FULL);
            let score = weights.score(&v, Optimism::new(degree).expect("in range"));
            prop_assert!(low <= score && score <= high && high <= Score::ONE);
            prop_assert_eq!(high.units() - low.units(), Score::UNITS - weights.known(&v).units());
            let optimism = Optimism::new(degree).expect("in range");
            let interval = Interval { score, low, high, known: weights.known(&v) };
            prop_assert_eq!(weights.interval(&v, optimism), interval);
        }

        #[test]
        fn the_score_is_linear_in_the_weights(
            v in prop::array::uniform8(prop::option::of(0.0..=1.0f64)),
            a in prop::array::uniform8(0.01..1.0f64), b in prop::array::uniform8(0.01..1.0f64), t in 0.0..=1.0f64,
        ) {
            let unit = |p: [f64; 8]| { let s: f64 = p.iter().sum(); p.map(|x| x / s) };
            let (a, b) = (unit(a), unit(b));
            let mix: [f64; 8] = std::array::from_fn(|i| t * a[i] + (1.0 - t) * b[i]);
            let score = |p| Weights::new(p).expect("valid").score(&v, Optimism::default()).to_f64();
            prop_assert!((score(mix) - (t * score(a) + (1.0 - t) * score(b))).abs() < 1e-10);
        }
    }
}
