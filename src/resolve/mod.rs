//! From words to things: terms to concepts, names to organizations, rows to profiles.

mod cells;
mod names;
mod profiles;
mod references;
mod terms;

pub use names::{Candidate, NameOutcome, Register};
pub use profiles::organizations;
pub use references::{
    complements, concepts, kinds, known_pairs, missing_labels, policies, recognitions, ties, weights,
};
pub use terms::{Lexicon, TermOutcome};
