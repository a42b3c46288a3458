//! The shipped weightings.

use crate::criterion::{Criterion, Weights};
use crate::error::{Error, ErrorKind, Place, Result};
use crate::read::{Table, TableName};
use crate::resolve;
use crate::text::nearest;

/// A shipped weighting.
#[derive(Debug, Clone, Copy)]
pub struct Preset {
    /// The name, as `-w` takes it.
    pub name: &'static str,
    text: &'static str,
}

macro_rules! presets {
    ($($name:literal),*) => {
        &[$(Preset { name: $name, text: include_str!(concat!("../profiles/weights/", $name, ".csv")) }),*]
    };
}

/// All presets; the first is the default.
pub fn all() -> &'static [Preset] {
    presets!["balanced", "technology-transfer", "market-entry", "training", "procurement"]
}

/// Weights as they are written in a word: the name of a preset, or pairs such as
/// `coverage=0.4,mutual=0.2`, in which a criterion that is not named has no weight.
///
/// # Errors
/// A word that is no preset, with the nearest; a pair that is none.
pub fn read(text: &str) -> Result<Weights> {
    if let Some(preset) = all().iter().find(|p| p.name == text) {
        return preset.weights();
    }
    if text.contains('=') {
        return pairs(text);
    }
    let names: Vec<&str> = all().iter().map(|p| p.name).collect();
    let message = format!("`{text}` is no preset; one of {}", names.join(", "));
    let error = Error::new(ErrorKind::Value, message);
    Err(match nearest(text, names, 1).first() {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("write a preset, or pairs such as coverage=0.4,mutual=0.2"),
    })
}

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

impl Preset {
    /// The weights.
    ///
    /// # Errors
    /// None, unless the shipped file is broken; a test holds it sound.
    pub fn weights(&self) -> Result<Weights> {
        let place = Place::file(format!("shipped weights/{}.csv", self.name));
        resolve::weights(&Table::parse(self.text, place, TableName::Weights, &mut Vec::new())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn every_preset_is_sound_and_says_why() {
        assert_eq!(all().len(), 5);
        for preset in all() {
            let weights = preset.weights().expect(preset.name);
            assert!(weights.of(Criterion::Coverage).to_f64() > 0.0);
            let rows: Vec<&str> = preset.text.lines().skip(1).collect();
            assert_eq!(rows.len(), Criterion::COUNT, "{}", preset.name);
            assert!(
                rows.iter().all(|r| r.split(',').nth(2).is_some_and(|note| !note.is_empty())),
                "{}",
                preset.name
            );
        }
    }
}
