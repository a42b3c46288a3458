//! The shipped weightings, each with its purpose.

use crate::criterion::Weights;
use crate::error::{Place, Result};
use crate::read::{Table, TableName};
use crate::resolve;

/// A shipped weighting.
#[derive(Debug, Clone, Copy)]
pub struct Preset {
    /// The name, as `-w` takes it.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    text: &'static str,
}

macro_rules! presets {
    ($($name:literal: $purpose:literal,)*) => {
        &[$(Preset {
            name: $name,
            purpose: $purpose,
            text: include_str!(concat!("../profiles/weights/", $name, ".csv")),
        },)*]
    };
}

/// All presets; the first is the default.
pub fn all() -> &'static [Preset] {
    presets! {
        "balanced": "a fair start for any organization: fit both ways first, then field, kind and goals",
        "technology-transfer": "bring technology and production home: plants, licences, biosimilars, full cycle",
        "market-entry": "place products abroad: buyers, distributors, registration, local partners",
        "training": "exchange people: training, internships, academic programmes, experience",
        "procurement": "buy medicines and devices for the public: reliable makers with valid certificates",
    }
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
    use crate::criterion::Criterion;

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
