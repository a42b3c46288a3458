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

/// Puts a document at the end of a text, on a line of its own.
///
/// # Panics
/// Never: what we serialize has text for keys, and no writer that could fail.
pub fn push_line(text: &mut Vec<u8>, document: &impl Serialize) {
    serde_json::to_writer(&mut *text, document).expect("keys are text");
    text.push(b'\n');
}
