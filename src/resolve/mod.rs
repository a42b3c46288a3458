//! From words to things: terms to concepts, names to organizations, rows to profiles.

mod called;
mod cells;
mod chinese;
mod choices;
mod decide;
mod kin;
mod labels;
mod legal;
mod lists;
mod meanings;
mod names;
mod noted;
mod outcome;
mod phrases;
mod profiles;
mod references;
mod schemes;
mod silent;
mod similar;
mod terms;
mod tokens;
mod typical;
mod written;

pub use decide::ACCEPT;
pub use lists::Part;
pub use names::{Candidate, NameOutcome, Register};
pub use outcome::{Near, TermOutcome};
pub use profiles::organizations;
pub use references::{
    complements, concepts, kinds, known_pairs, missing_labels, policies, recognitions, ties, weights,
};
pub use terms::Lexicon;
pub use typical::typical;
pub use written::{Written, WrittenClaim, written};
