//! A result in each of the formats that tables have.

use super::common::Format;
use super::output::Sink;
use serde::Serialize;
use silkmatch::error::Result;
use silkmatch::render;
use silkmatch::report::book::Book;
use silkmatch::report::table::Table;

/// How a result is put into each format. Only what is asked for is made.
pub struct Forms<T, C, J, B> {
    /// Tables for reading.
    pub text: T,
    /// The one table of a spreadsheet.
    pub csv: C,
    /// A document.
    pub json: J,
    /// The sheets of a workbook.
    pub book: B,
}

impl<T, C, J, B, D> Forms<T, C, J, B>
where
    T: FnOnce() -> Vec<Table>,
    C: FnOnce() -> Table,
    J: FnOnce() -> D,
    B: FnOnce() -> Book,
    D: Serialize,
{
    /// Writes the result in one format.
    ///
    /// # Errors
    /// What cannot be written.
    pub fn write(self, format: Format, sink: Sink) -> Result<()> {
        match format {
            Format::Text => sink.finish(|out| render::text::write(out, &(self.text)())),
            Format::Csv => sink.finish(|out| render::csv::write(out, &(self.csv)())),
            Format::Json => sink.finish(|out| render::json::write(out, &(self.json)())),
            Format::Xlsx => sink.finish_book(&(self.book)()),
            Format::Html | Format::Ics => Err(format.misplaced()),
        }
    }
}
