//! JSON: a document, indented, with a line end.

use serde::Serialize;
use std::io::{self, Write};

/// Writes a document as indented JSON.
///
/// # Errors
/// What the writer meets.
pub fn write(mut out: impl Write, document: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, document)?;
    writeln!(out)
}

/// Writes documents as JSON lines: one on a line each.
///
/// # Errors
/// What the writer meets.
pub fn write_lines(
    mut out: impl Write,
    documents: impl IntoIterator<Item = impl Serialize>,
) -> io::Result<()> {
    for document in documents {
        serde_json::to_writer(&mut out, &document)?;
        writeln!(out)?;
    }
    Ok(())
}
