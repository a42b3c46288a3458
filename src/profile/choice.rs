//! What is one of a few: kinds, statuses, bases, sizes, each with its word in six languages.

use crate::vocabulary::{self, Lang, WordSet};
use std::fmt;

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident, $set:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// All of them, in the order of our tables.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The stable word for it.
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => $key),* }
            }

            /// Reads the word for it, in any of the six languages.
            pub fn read(text: &str) -> Option<$name> {
                let key = vocabulary::key(WordSet::$set, text)?;
                $name::ALL.iter().copied().find(|c| c.key() == key)
            }

            /// The word for it in a language.
            pub fn name(self, lang: Lang) -> &'static str {
                vocabulary::name(WordSet::$set, self.key(), lang)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.key())
            }
        }
    };
}

choice! {
    /// What sort of organization it is.
    Kind, Kind {
        /// Makes medicines.
        Manufacturer = "manufacturer",
        /// Develops or makes by biotechnology.
        Biotech = "biotech",
        /// Makes medical devices.
        DeviceMaker = "device-maker",
        /// Makes tests and analysers.
        Diagnostics = "diagnostics",
        /// Buys, stores and supplies.
        Distributor = "distributor",
        /// Treats patients.
        Hospital = "hospital",
        /// Teaches and does research.
        University = "university",
        /// Does research.
        ResearchInstitute = "research-institute",
        /// Tests for others.
        Laboratory = "laboratory",
        /// A park, zone or grouping of many organizations.
        Cluster = "cluster",
        /// A public body that opens doors: promotion, embassy, fund of the state.
        Agency = "agency",
        /// Registers, inspects, licenses.
        Regulator = "regulator",
        /// Makes policy.
        Ministry = "ministry",
        /// Speaks for its members.
        Association = "association",
        /// Puts money in.
        Investor = "investor",
        /// Supplies makers.
        Supplier = "supplier",
        /// A service centre, usually of a cluster.
        Platform = "platform",
    }
}

impl Kind {
    /// Whether it is a window: it opens doors to others and is never taken to have their
    /// capabilities itself.
    pub fn is_window(self) -> bool {
        matches!(self, Kind::Agency | Kind::Ministry | Kind::Association | Kind::Regulator | Kind::Platform)
    }
}

choice! {
    /// How far along a claimed capability is.
    Status, Status {
        /// It works today.
        Operating = "operating",
        /// It stands, but nothing says that it works.
        Built = "built",
        /// It is a plan.
        Planned = "planned",
        /// It is looked for: the state of a need.
        Sought = "sought",
    }
}

choice! {
    /// How a claim follows from its source.
    Basis, Basis {
        /// The source says it.
        Stated = "stated",
        /// It is read out of the source.
        Inferred = "inferred",
        /// Nothing says so: organizations of its kind typically seek it.
        Assumed = "assumed",
    }
}

choice! {
    /// How large an organization is, by head count (classes of EU Recommendation 2003/361/EC).
    SizeClass, Size {
        /// Under 10.
        Micro = "micro",
        /// Under 50.
        Small = "small",
        /// Under 250.
        Medium = "medium",
        /// 250 and more.
        Large = "large",
    }
}

impl SizeClass {
    /// The class of a head count.
    pub fn of(heads: u32) -> SizeClass {
        match heads {
            0..10 => SizeClass::Micro,
            10..50 => SizeClass::Small,
            50..250 => SizeClass::Medium,
            _ => SizeClass::Large,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Country;

    #[test]
    fn every_choice_has_its_word() {
        let all = |set, keys: Vec<&str>| assert_eq!(vocabulary::all(set), keys);
        all(WordSet::Kind, Kind::ALL.iter().map(|k| k.key()).collect());
        all(WordSet::Status, Status::ALL.iter().map(|k| k.key()).collect());
        all(WordSet::Basis, Basis::ALL.iter().map(|k| k.key()).collect());
        all(WordSet::Size, SizeClass::ALL.iter().map(|k| k.key()).collect());
        assert!(vocabulary::all(WordSet::Country).iter().all(|c| Country::read(c).is_some()));
    }
}
