//! The weights that `-w` names: a preset, a file, or pairs on the command line.

use silkmatch::criterion::{Criterion, Weights};
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::preset;
use silkmatch::read::{Source, Table, TableName};
use silkmatch::resolve;
use silkmatch::text::nearest;
use std::path::Path;

/// Reads what `-w` was given.
pub fn read(text: &str) -> Result<Weights> {
    if let Some(preset) = preset::all().iter().find(|p| p.name == text) {
        return preset.weights();
    }
    if text.contains('=') {
        return pairs(text);
    }
    if Path::new(text).exists() {
        let table = Table::read(&Source::named(Path::new(text)), TableName::Weights, &mut Vec::new())?;
        return resolve::weights(&table);
    }
    let names: Vec<&str> = preset::all().iter().map(|p| p.name).collect();
    let error = Error::new(
        ErrorKind::Value,
        format!("`{text}` is neither a preset nor a file; the presets: {}", names.join(", ")),
    );
    Err(match nearest(text, names.iter().copied(), 1).first() {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("write a preset, a file, or pairs such as coverage=0.4,mutual=0.2"),
    })
}

/// `coverage=0.4,mutual=0.2`; a criterion that is not named has no weight.
fn pairs(text: &str) -> Result<Weights> {
    let mut proportions = [None; Criterion::COUNT];
    for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        let hint = "write pairs such as coverage=0.4,mutual=0.2";
        let bad = || Error::new(ErrorKind::Value, format!("`{part}` is no weight")).hint(hint);
        let (name, number) = part.split_once('=').ok_or_else(bad)?;
        let criterion: Criterion = name.trim().parse()?;
        let number: f64 = number.trim().parse().map_err(|_| bad())?;
        if proportions[criterion.index()].replace(number).is_some() {
            return Err(Error::new(ErrorKind::Value, format!("`{criterion}` has two weights")).hint(hint));
        }
    }
    Weights::new(proportions.map(Option::unwrap_or_default))
}
