//! Weights with how they came about: a document, and a file that `-w` takes.

use super::super::figure;
use super::super::made::Made;
use super::super::shortlist::headed;
use super::super::table::{Align, Cell, Table};
use super::super::wording::Wording;
use super::{NORMALISATION, criterion_name};
use crate::criterion::{Criterion, Weights};
use crate::vocabulary::Lang;
use schemars::JsonSchema;
use serde::Serialize;

/// Weights, and what somebody needs to defend them.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WeightsDocument {
    /// The version of silkmatch.
    pub silkmatch: String,
    /// The method, with its source.
    pub method: String,
    /// The same as a sentence of any language.
    #[serde(skip)]
    way: Way,
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

/// The method that weights came about by: the key of its sentence, and the words in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    key: &'static str,
    words: Vec<(&'static str, String)>,
}

impl Way {
    /// The method of a sentence that takes no words.
    pub fn of(key: &'static str) -> Way {
        Way { key, words: Vec::new() }
    }

    /// The same with a word in its sentence.
    pub fn with(mut self, name: &'static str, word: impl Into<String>) -> Way {
        self.words.push((name, word.into()));
        self
    }

    fn say(&self, wording: &Wording) -> String {
        let words: Vec<(&str, &str)> = self.words.iter().map(|(name, word)| (*name, word.as_str())).collect();
        wording.say(self.key, &words)
    }
}

impl WeightsDocument {
    /// Weights that a method made of inputs. In a document the method is named in English.
    pub fn new(weights: &Weights, way: Way, inputs: Vec<String>) -> WeightsDocument {
        let entry = |c: Criterion| Entry {
            criterion: c.name().to_string(),
            weight: weights.of(c).to_f64(),
            low: None,
            high: None,
        };
        WeightsDocument {
            silkmatch: env!("CARGO_PKG_VERSION").to_string(),
            method: way.say(&Wording::new(Lang::En)),
            way,
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

    /// How a workbook of these weights was made.
    pub fn made(&self, wording: &Wording) -> Table {
        let mut table = Made::default().table(wording);
        let mut row = |key: &str, value: String| table.push([wording.say(key, &[]).into(), value.into()]);
        row("made-method", self.way.say(wording));
        self.inputs.iter().for_each(|input| row("made-input", input.clone()));
        self.seed.iter().for_each(|seed| row("made-seed", seed.to_string()));
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
        let mut table = headed(wording, &kept).titled(self.way.say(wording));
        for (criterion, entry) in Criterion::ALL.into_iter().zip(&self.weights) {
            let range = entry.low.zip(entry.high).map(|(low, high)| figure::span(low, high, wording));
            let cells: [Cell; 4] = [
                criterion_name(criterion, wording).into(),
                figure::points(entry.weight, wording).into(),
                range.unwrap_or(Cell::Unknown),
                figure::bar(entry.weight, 30).into(),
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
