//! Weights with how they came about: a document, and a file that `-w` takes.

use super::super::shortlist::headed;
use super::super::table::{Align, Cell, Table};
use super::super::wording::Wording;
use super::{NORMALISATION, bar, criterion_name, points};
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
    pub fn new(weights: &Weights, method: impl Into<String>, inputs: Vec<String>) -> WeightsDocument {
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
            normalisation: NORMALISATION.to_string(),
            weights: Criterion::ALL.into_iter().map(entry).collect(),
            remarks: Vec::new(),
        }
    }

    /// The weights file: `-w` reads it, and its first note says how it was made.
    pub fn file(&self) -> Table {
        let mut table =
            Table::new([("criterion", Align::Left), ("weight", Align::Right), ("note", Align::Left)]);
        let note = format!("{}; {}; {}", self.method, self.inputs.join(", "), self.normalisation);
        for (i, entry) in self.weights.iter().enumerate() {
            let note = if i == 0 { note.clone() } else { String::new() };
            table.push([entry.criterion.clone().into(), entry.weight.into(), note.into()]);
        }
        table
    }

    /// The tables that people read.
    pub fn brief(&self, wording: &Wording) -> Vec<Table> {
        let heads = [
            ("head-criterion", Align::Left),
            ("head-weight", Align::Right),
            ("head-range", Align::Right),
            ("head-bar", Align::Left),
        ];
        let ranged = self.weights.iter().any(|e| e.low.is_some());
        let shown = |i: &usize| ranged || *i != 2;
        let kept: Vec<_> = (0..heads.len()).filter(shown).map(|i| heads[i]).collect();
        let mut table = headed(wording, &kept).titled(self.method.clone());
        for (criterion, entry) in Criterion::ALL.into_iter().zip(&self.weights) {
            let range = entry.low.zip(entry.high).map(|(l, h)| format!("{}–{}", points(l), points(h)));
            let cells: [Cell; 4] = [
                criterion_name(criterion, wording).into(),
                points(entry.weight).into(),
                range.into(),
                bar(entry.weight, 30).into(),
            ];
            table.push(cells.into_iter().enumerate().filter(|(i, _)| shown(i)).map(|(_, c)| c));
        }
        let mut tables = vec![table];
        if !self.remarks.is_empty() {
            let mut list = Table::new([("", Align::Left)]);
            self.remarks.iter().for_each(|r| list.push([r.clone().into()]));
            tables.push(list);
        }
        tables
    }
}
