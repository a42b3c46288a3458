//! From words to things: terms to concepts, names to organizations, rows to profiles.

mod cells;
mod legal;
mod lists;
mod names;
mod noted;
mod outcome;
mod phrases;
mod profiles;
mod references;
mod similar;
mod terms;
mod tokens;
mod written;

pub use lists::Part;
pub use names::{Candidate, NameOutcome, Register};
pub use outcome::{Near, TermOutcome};
pub use profiles::organizations;
pub use references::{
    complements, concepts, kinds, known_pairs, missing_labels, policies, recognitions, ties, weights,
};
pub use terms::{ACCEPT, Lexicon};
pub use written::{Written, WrittenClaim, written};
