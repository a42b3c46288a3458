//! Weights with how they came about: a document, and a file that `-w` takes.

use super::super::figure;
use super::super::made::Made;
use super::super::shortlist::headed;
use super::super::table::{Align, Cell, Table};
use super::super::wording::Wording;
use super::criterion_name;
use crate::criterion::{Criterion, Weights};
use schemars::JsonSchema;
use serde::Serialize;

/// Weights, and what somebody needs to defend them.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WeightsDocument {
    /// The version of silkmatch.
    pub silkmatch: String,
    /// The method, with its source.
    pub method: String,
    /// What it was given.
    pub inputs: Vec<String>,
    /// The seed of random numbers; null where none were drawn.
    pub seed: Option<u64>,
    /// How weights are put on a common scale.
    pub normalisation: String,
    /// One entry a criterion.
    pub weights: Vec<Entry>,
    /// What is worth knowing about the result.
    pub remarks: Vec<String>,
}

/// The weight of one criterion.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Entry {
    /// The criterion.
    pub criterion: String,
    /// Its weight; all add up to 1.
    pub weight: f64,
    /// The lower end of its interval; null where the method gives none.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
}

impl WeightsDocument {
    /// Weights that a method made of inputs.
    pub fn new(
        weights: &Weights,
        method: impl Into<String>,
        inputs: Vec<String>,
        wording: &Wording,
    ) -> WeightsDocument {
        let entry = |c: Criterion| Entry {
            criterion: c.name().to_string(),
            weight: weights.of(c).to_f64(),
            low: None,
            high: None,
        };
        WeightsDocument {
            silkmatch: env!("CARGO_PKG_VERSION").to_string(),
            method: method.into(),
            inputs,
            seed: None,
            normalisation: wording.say("normalisation", &[]),
            weights: Criterion::ALL.into_iter().map(entry).collect(),
            remarks: Vec::new(),
        }
    }

    /// How the weights came about, a sentence each: inputs, seed, normalisation.
    fn record(&self, wording: &Wording) -> Vec<String> {
        let mut said = Vec::new();
        if !self.inputs.is_empty() {
            said.push(wording.say("weights-inputs", &[("inputs", &wording.list(&self.inputs))]));
        }
        if let Some(seed) = self.seed {
            said.push(wording.say("weights-seed", &[("seed", &seed.to_string())]));
        }
        said.push(self.normalisation.clone());
        said
    }

    /// The weights file: `-w` reads it, and its first note says how it was made.
    pub fn file(&self, wording: &Wording) -> Table {
        let mut table =
            Table::new([("criterion", Align::Left), ("weight", Align::Right), ("note", Align::Left)]);
        let how = std::iter::once(self.method.clone()).chain(self.record(wording));
        let mut note = Some(how.collect::<Vec<_>>().join("; "));
        for entry in &self.weights {
            let note = note.take().unwrap_or_default();
            table.push([entry.criterion.clone().into(), entry.weight.into(), note.into()]);
        }
        table
    }

    /// How a workbook of these weights was made.
    pub fn made(&self, wording: &Wording) -> Table {
        let mut table = Made::default().table(wording);
        let mut row = |key: &str, value: String| table.push([wording.say(key, &[]).into(), value.into()]);
        row("made-method", self.method.clone());
        self.inputs.iter().for_each(|input| row("made-input", input.clone()));
        self.seed.iter().for_each(|seed| row("made-seed", seed.to_string()));
        table
    }

    /// The tables that people read.
    pub fn brief(&self, wording: &Wording) -> Vec<Table> {
        let ranged = self.weights.iter().any(|e| e.low.is_some());
        let mut heads = vec![("head-criterion", Align::Left), ("head-weight", Align::Right)];
        if ranged {
            heads.push(("head-range", Align::Right));
        }
        heads.push(("head-bar", Align::Left));
        let mut table = headed(wording, &heads).titled(self.method.clone());
        for (criterion, entry) in Criterion::ALL.into_iter().zip(&self.weights) {
            let weight = figure::points(entry.weight, wording);
            let mut cells: Vec<Cell> = vec![criterion_name(criterion, wording).into(), weight.into()];
            if ranged {
                let range = entry.low.zip(entry.high).map(|(low, high)| figure::span(low, high, wording));
                cells.push(range.unwrap_or(Cell::Unknown));
            }
            cells.push(figure::bar(entry.weight, 30).into());
            table.push(cells);
        }
        let mut list = Table::new([("", Align::Left)]);
        let sentences = self.remarks.iter().cloned().chain(self.record(wording));
        sentences.for_each(|sentence| list.push([sentence.into()]));
        vec![table, list]
    }
}
