//! How a workbook was made: what somebody needs to make it again.

use super::figure;
use super::shortlist::{Method, headed};
use super::table::{Align, Cell, Table};
use super::wording::Wording;
use crate::criterion::Criterion;
use crate::engine::Query;
use crate::preset;
use crate::roster::{Loaded, Roster};
use crate::vocabulary::{self, WordSet};

/// How a workbook was made.
#[derive(Debug, Clone, Default)]
pub struct Made {
    /// The date at which certificates, deadlines and ages were judged; none where nothing was.
    pub as_of: Option<String>,
    /// SHA-256 of the tables that were read.
    pub inputs: Option<String>,
    /// How scores were made, and what the weights were called.
    pub scores: Option<(Method, String)>,
}

impl Made {
    /// Of a roster, and the hash of what it was read from.
    pub fn new(roster: &Roster, inputs: String) -> Made {
        Made { as_of: Some(roster.as_of().to_string()), inputs: Some(inputs), scores: None }
    }

    /// The same with scores under weights of this name.
    pub fn scored(self, roster: &Roster, query: &Query, weights: &str) -> Made {
        Made { scores: Some((Method::new(roster, query), weights.to_string())), ..self }
    }

    /// One row a setting.
    pub fn table(&self, wording: &Wording) -> Table {
        let heads = [("head-setting", Align::Left), ("head-value", Align::Left)];
        let mut table = headed(wording, &heads);
        let mut row = |key: &str, value: Cell| table.push([wording.say(key, &[]).into(), value]);
        row("made-version", format!("silkmatch {}", env!("CARGO_PKG_VERSION")).into());
        if let Some(date) = &self.as_of {
            row("page-date", wording.date(date).into());
        }
        if let Some(hash) = &self.inputs {
            row("page-inputs", hash.clone().into());
        }
        if let Some((method, name)) = &self.scores {
            row("page-weights", weights_name(name, wording).into());
            row("made-optimism", figure::percent(method.optimism, wording).into());
            for criterion in Criterion::ALL {
                let name = vocabulary::name(WordSet::Criterion, criterion.name(), wording.lang());
                let weight = method.weights.get(criterion.name()).copied().unwrap_or_default();
                let head = wording.say("made-weight", &[("criterion", name)]);
                table.push([head.into(), figure::points(weight, wording).into()]);
            }
        }
        table
    }
}

impl Loaded {
    /// How a workbook was made that rests on no scores.
    pub fn made(&self, wording: &Wording) -> Table {
        Made::new(&self.roster, self.bundle.fingerprint()).table(wording)
    }

    /// How a workbook was made that rests on scores under weights of this name.
    pub fn scored(&self, query: &Query, weights: &str, wording: &Wording) -> Table {
        Made::new(&self.roster, self.bundle.fingerprint()).scored(&self.roster, query, weights).table(wording)
    }
}

/// A preset by its name in the language; a file, or weights on the command line, as they were written.
pub fn weights_name(name: &str, wording: &Wording) -> String {
    match preset::all().iter().any(|preset| preset.name == name) {
        true => wording.say(&format!("preset-{name}"), &[]),
        false => name.to_string(),
    }
}
