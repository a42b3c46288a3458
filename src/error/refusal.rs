//! Why an input is refused as a whole, by stable names.

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
    /// Spaces precede an opening quote.
    SpaceBeforeQuote, "space-before-quote";
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_distinct_and_stable_in_form() {
        let mut names: Vec<_> = Refusal::ALL.iter().map(|r| r.as_str()).collect();
        assert!(names.iter().all(|n| n.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Refusal::ALL.len());
    }
}
