//! The one error type: what stopped the work, where, and what to do about it.

use std::fmt;
use std::sync::Arc;

/// The result of anything that can be stopped by its input.
pub type Result<T> = std::result::Result<T, Error>;

/// A place in an input: the file, and as much of sheet, line and column as is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// The file as it was named, or a name in words for standard input and the shipped set.
    pub file: Arc<str>,
    /// The sheet of a workbook.
    pub sheet: Option<Arc<str>>,
    /// The physical line (or row of a sheet), counted from 1.
    pub line: Option<u64>,
    /// The header of the column as written; its number, where no header is known yet.
    pub column: Option<Arc<str>>,
    /// The cell of a sheet, such as `C7`.
    pub cell: Option<Arc<str>>,
}

impl Place {
    /// The whole of a file.
    pub fn file(name: impl Into<Arc<str>>) -> Place {
        Place { file: name.into(), ..Place::default() }
    }

    /// The same place, at a line.
    pub fn at(&self, line: u64) -> Place {
        Place { line: Some(line), ..self.clone() }
    }

    /// The same place, in a column.
    pub fn column(&self, name: impl Into<Arc<str>>) -> Place {
        Place { column: Some(name.into()), ..self.clone() }
    }

    /// The same place, in a sheet.
    pub fn sheet(&self, name: impl Into<Arc<str>>) -> Place {
        Place { sheet: Some(name.into()), ..self.clone() }
    }

    /// The same place, at a cell of the sheet: its position among the columns, from 0, and its row,
    /// from 1.
    pub fn cell(&self, position: usize, row: u64) -> Place {
        let cell = format!("{}{row}", letters(position));
        Place { line: Some(row), cell: Some(cell.into()), ..self.clone() }
    }
}

/// The letters of a column of a sheet: A for 0, Z for 25, AA for 26.
pub(crate) fn letters(position: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = position + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|b| char::from(*b)).collect()
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, ", sheet {sheet}")?;
        }
        match (&self.cell, self.line) {
            (Some(cell), _) => write!(f, ", cell {cell}")?,
            (None, Some(line)) if self.sheet.is_some() => write!(f, ", row {line}")?,
            (None, Some(line)) => write!(f, ", line {line}")?,
            (None, None) => {}
        }
        match (&self.column, &self.cell) {
            (Some(column), Some(_)) => write!(f, " ({column})"),
            (Some(column), None) => write!(f, ", column {column}"),
            (None, _) => Ok(()),
        }
    }
}

/// What kind of thing stopped the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file could not be read or written.
    Io,
    /// The structure of an input is broken: nothing in it can be trusted.
    Structure,
    /// A value given by the user is not one of those allowed.
    Value,
    /// A name or an id stands for nothing that is known.
    Unknown,
    /// A name stands for several organizations.
    Ambiguous,
    /// Findings that were asked to be treated as errors.
    Findings,
}

macro_rules! refusals {
    ($($(#[$doc:meta])* $variant:ident, $name:literal;)*) => {
        /// Why an input was refused as a whole. The name is stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Refusal { $($(#[$doc])* $variant,)* }

        impl Refusal {
            /// All of them.
            pub const ALL: &[Refusal] = &[$(Refusal::$variant),*];

            /// The stable name, in lower case with hyphens.
            pub fn as_str(self) -> &'static str {
                match self { $(Refusal::$variant => $name),* }
            }
        }
    };
}

refusals! {
    /// A folder, a device or a pipe where a file is wanted.
    NotAFile, "not-a-file";
    /// More bytes than a table may have, as they stand or unpacked.
    TooLarge, "too-large";
    /// A row, or one of its cells, is longer than any that a person writes.
    LongRow, "long-row";
    /// More columns, rows or cells than a table may have.
    TooManyCells, "too-many-cells";
    /// An archive inside an archive.
    Nested, "nested-archive";
    /// An archive that breaks off or does not unpack.
    DamagedArchive, "damaged-archive";
    /// A document of another kind: a PDF, a text document, a picture.
    NotATable, "not-a-table";
    /// Bytes that are no text in the encoding of the file.
    BadEncoding, "bad-encoding";
    /// Zero bytes in what should be text.
    ZeroBytes, "zero-bytes";
    /// A quote is opened and never closed.
    OpenQuote, "open-quote";
    /// Text follows a closing quote.
    TextAfterQuote, "text-after-quote";
    /// A workbook that cannot be read.
    DamagedWorkbook, "damaged-workbook";
    /// A workbook that asks for a password.
    ProtectedWorkbook, "protected-workbook";
    /// Nothing stands in it.
    EmptyTable, "empty-table";
    /// No row has the required columns.
    NoHeader, "no-header";
    /// Two columns serve one purpose.
    DoubledColumn, "doubled-column";
    /// Two files or sheets hold one table.
    DoubledTable, "doubled-table";
    /// A folder or workbook holds no table that is read.
    NoTable, "no-table";
}

/// Why the work stopped.
///
/// Its [`Display`](fmt::Display) form is one line: place, then message. The remedy is kept apart in
/// [`Error::hint`], so that a shell can put it on a line of its own.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: ErrorKind,
    refusal: Option<Refusal>,
    place: Option<Place>,
    message: String,
    hint: Option<String>,
    source: Option<std::io::Error>,
}

impl Error {
    /// An error of a kind, with its message: a sentence without a full stop, values in backticks.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        let message = message.into();
        Error(Box::new(Inner { kind, refusal: None, place: None, message, hint: None, source: None }))
    }

    /// An input that is refused as a whole, with the stable code for it.
    pub fn refused(refusal: Refusal, place: Place, message: impl Into<String>) -> Error {
        let mut error = Error::new(ErrorKind::Structure, message).at(place);
        error.0.refusal = Some(refusal);
        error
    }

    /// A file that could not be read or written.
    pub fn io(place: Place, doing: &str, source: std::io::Error) -> Error {
        let message = format!("{doing}: {source}");
        let mut error = Error::new(ErrorKind::Io, message).at(place);
        error.0.source = Some(source);
        error
    }

    /// Adds where it happened; an earlier place is kept, since the inner one is the nearer one.
    pub fn at(mut self, place: Place) -> Error {
        self.0.place.get_or_insert(place);
        self
    }

    /// Adds what to do about it.
    pub fn hint(mut self, hint: impl Into<String>) -> Error {
        self.0.hint = Some(hint.into());
        self
    }

    /// What kind of thing stopped the work.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The stable code, where an input was refused as a whole.
    pub fn refusal(&self) -> Option<Refusal> {
        self.0.refusal
    }

    /// Where it happened.
    pub fn place(&self) -> Option<&Place> {
        self.0.place.as_ref()
    }

    /// What to do about it.
    pub fn remedy(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// Whether the reader of our output went away, which is no fault of anybody's.
    pub fn is_closed_pipe(&self) -> bool {
        self.0.source.as_ref().is_some_and(|s| s.kind() == std::io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.0.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_ref().map(|e| e as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_place_then_message_and_keeps_the_remedy_apart() {
        let place = Place::file("orgs.csv").at(3).column("offers");
        let error = Error::new(ErrorKind::Value, "found `7`; a level is 1 to 5")
            .at(place)
            .hint("write a level from 1 to 5");
        assert_eq!(error.to_string(), "orgs.csv, line 3, column offers: found `7`; a level is 1 to 5");
        assert_eq!(error.remedy(), Some("write a level from 1 to 5"));
    }

    #[test]
    fn a_cell_of_a_sheet_is_named_as_the_program_shows_it() {
        let sheet = Place::file("book.xlsx").sheet("Needs");
        assert_eq!(sheet.cell(2, 7).to_string(), "book.xlsx, sheet Needs, cell C7");
        assert_eq!(
            sheet.cell(701, 1).column("offers").to_string(),
            "book.xlsx, sheet Needs, cell ZZ1 (offers)"
        );
        assert_eq!(sheet.cell(16_383, 9).to_string(), "book.xlsx, sheet Needs, cell XFD9");
        assert_eq!(sheet.at(7).to_string(), "book.xlsx, sheet Needs, row 7");
    }

    #[test]
    fn refusals_are_distinct_and_stable_in_form() {
        let mut names: Vec<_> = Refusal::ALL.iter().map(|r| r.as_str()).collect();
        assert!(names.iter().all(|n| n.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Refusal::ALL.len());
    }

    #[test]
    fn keeps_the_place_nearest_to_the_fault() {
        let error = Error::new(ErrorKind::Value, "x").at(Place::file("a.csv").at(2)).at(Place::file("a.csv"));
        assert_eq!(error.place().and_then(|p| p.line), Some(2));
    }
}
