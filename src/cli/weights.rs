//! The weights that `-w` names: a preset, a file, or pairs on the command line.

use super::common::Common;
use silkmatch::criterion::Weights;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::preset;
use silkmatch::read::{Table, TableName};
use silkmatch::resolve;
use silkmatch::text::nearest;
use std::path::Path;

/// Reads what `-w` was given.
pub fn read(text: &str, common: &Common) -> Result<Weights> {
    let names: Vec<&str> = preset::all().iter().map(|p| p.name).collect();
    if names.contains(&text) || text.contains('=') {
        return preset::read(text);
    }
    if Path::new(text).exists() {
        let read = |source: &_, findings: &mut _| Table::read(source, TableName::Weights, findings);
        return resolve::weights(&common.read(Path::new(text), read)?);
    }
    let error = Error::new(
        ErrorKind::Value,
        format!("`{text}` is neither a preset nor a file; the presets: {}", names.join(", ")),
    );
    Err(match nearest(text, names.iter().copied(), 1).first() {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("write a preset, a file, or pairs such as coverage=0.4,mutual=0.2"),
    })
}
