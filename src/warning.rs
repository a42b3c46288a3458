//! Findings: what reading and resolving noticed, without stopping.
//!
//! A finding is returned, never printed; [`Code`] is stable and is what a script may rely on.

use crate::error::Place;
use std::fmt;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing is left out.
    Note,
    /// A value was left out of the scores, or may not mean what was meant.
    Warning,
    /// A whole row was left out.
    Fault,
}

impl Severity {
    /// All of them, mildest first.
    pub const ALL: [Severity; 3] = [Severity::Note, Severity::Warning, Severity::Fault];

    /// The word for it in messages and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Fault => "fault",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident, $name:literal, $severity:ident;)*) => {
        /// What was noticed. The name is stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// All codes.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// The stable name, in lower case with hyphens.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            /// How much a finding of this code matters.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),* }
            }
        }
    };
}

codes! {
    /// The encoding of a file was guessed from its bytes.
    EncodingGuessed, "encoding-guessed", Note;
    /// An encoding that can only be guessed at, or that is not one of the region's.
    EncodingDoubtful, "encoding-doubtful", Warning;
    /// Letters were replaced by question marks before the file came here.
    LostLetters, "lost-letters", Warning;
    /// A long number that a spreadsheet wrote short.
    LostDigits, "lost-digits", Warning;
    /// Text that was read in a wrong encoding and saved so.
    GarbledText, "garbled-text", Warning;
    /// An error of a spreadsheet stands where a value should.
    ErrorCell, "error-cell", Fault;
    /// A formula whose value the program that wrote the workbook did not calculate.
    UncalculatedFormula, "uncalculated-formula", Fault;
    /// Rows above the header are not read.
    TitleRows, "title-rows", Note;
    /// The header stands once more among the rows; it is skipped.
    RepeatedHeader, "repeated-header", Note;
    /// An example row, marked as one in its note; it is left out.
    ExampleRow, "example-row", Note;
    /// Merged cells; the value stands for each row of them.
    MergedCells, "merged-cells", Note;
    /// Rows of a sheet are hidden; they are read.
    HiddenRows, "hidden-rows", Warning;
    /// Columns of a sheet are hidden; they are read.
    HiddenColumns, "hidden-columns", Warning;
    /// A sheet is hidden; it is read.
    HiddenSheet, "hidden-sheet", Warning;
    /// A sheet that looks like a table which another sheet is named after.
    SecondTable, "second-table", Warning;
    /// A column that no table of this kind has; it is not read.
    UnknownColumn, "unknown-column", Warning;
    /// A table whose name is none of those that are read.
    UnknownTable, "unknown-table", Note;
    /// A row has more cells than the header.
    ExtraCells, "extra-cells", Fault;
    /// A required cell is empty.
    MissingValue, "missing-value", Fault;
    /// Two rows carry the same id; the first is kept.
    DuplicateId, "duplicate-id", Fault;
    /// A country that is neither an ISO 3166 code nor a known name.
    UnknownCountry, "unknown-country", Fault;
    /// A kind of organization that is not in the list.
    UnknownKind, "unknown-kind", Warning;
    /// A term that stands for no concept; it does not count, neither for nor against.
    UnknownTerm, "unknown-term", Warning;
    /// A term that stands for several concepts; it does not count.
    AmbiguousTerm, "ambiguous-term", Warning;
    /// A label for a concept that the taxonomy does not have.
    UnknownConcept, "unknown-concept", Fault;
    /// A term that listed labels cover together, or in which words stand that say nothing.
    PhraseTerm, "phrase-term", Note;
    /// A term that is a label but for endings or a slip of the keyboard.
    FuzzyTerm, "fuzzy-term", Note;
    /// A term that holds a label and says more; it does not count.
    BroaderTerm, "broader-term", Warning;
    /// An organization whose name is not written as listed.
    FuzzyName, "fuzzy-name", Note;
    /// A name that the organization did not have at the date of the row; the row counts.
    NameOfOtherTimes, "name-of-other-times", Warning;
    /// An organization that is not in the organizations table.
    UnknownOrganization, "unknown-organization", Fault;
    /// A level or priority that is not a whole number from 1 to 5.
    BadLevel, "bad-level", Warning;
    /// A word that is not one of a closed list (role, status, size, yes or no).
    BadChoice, "bad-choice", Warning;
    /// A date that is none.
    BadDate, "bad-date", Warning;
    /// A number that is none, or that is out of its range.
    BadNumber, "bad-number", Warning;
    /// A scheme of certification that is almost a listed one; it stands as written.
    UnknownScheme, "unknown-scheme", Note;
    /// A language tag that is none.
    BadLanguage, "bad-language", Warning;
    /// A tie of an organization with itself.
    SelfTie, "self-tie", Fault;
    /// A concept without a preferred label in a language that the table has.
    MissingLabel, "missing-label", Warning;
    /// The same label under two concepts, not marked as needing context.
    SharedLabel, "shared-label", Warning;
    /// An acronym that is spelt like another concept's word.
    AcronymClash, "acronym-clash", Warning;
    /// A claim that carries no source.
    NoSource, "no-source", Note;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One thing noticed: what, where, what stood there, and the remedy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What was noticed.
    pub code: Code,
    /// What was found there, as written; empty where nothing was.
    pub found: String,
    /// A sentence without a full stop: what is wrong and what is allowed.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Finding {
    /// A finding without a remedy.
    pub fn new(code: Code, place: Place, found: impl Into<String>, message: impl Into<String>) -> Finding {
        Finding { place, code, found: found.into(), message: message.into(), hint: None }
    }

    /// The same with a remedy.
    pub fn hint(mut self, hint: impl Into<String>) -> Finding {
        self.hint = Some(hint.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_and_stable_in_form() {
        let mut names: Vec<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        assert!(names.iter().all(|n| n.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
