//! Tables to fill in: their columns in a language, what belongs into each, and an example row that is marked
//! as one, so that it does not count.

use super::table::{Align, Cell, Table};
use super::wording::Wording;
use crate::read::TableName;
use crate::taxonomy::Taxonomy;
use crate::vocabulary::{self, Lang, WordSet};

/// A table to fill in.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Its name as a file or a sheet, in the language.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Field>,
    /// The example row; none where an example would be of no use.
    pub example: Option<Vec<Cell>>,
}

/// A column to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The header.
    pub head: String,
    /// What belongs into it.
    pub help: String,
    /// Whether no row may leave it empty.
    pub required: bool,
    /// The words to choose from; empty where anything may be written.
    pub choices: Vec<String>,
    /// Whether other words may stand there too.
    pub other_words: OtherWords,
}

/// Whether words outside a list may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherWords {
    /// They would not be understood.
    Refused,
    /// The list helps, and no more.
    Welcome,
}

/// The tables that are filled in by hand.
pub const TABLES: [TableName; 3] = [TableName::Organizations, TableName::Capabilities, TableName::Ties];

/// A table to fill in, in the language of the wording.
pub fn form(table: TableName, taxonomy: &Taxonomy, wording: &Wording) -> Form {
    let schema = table.schema();
    let lang = wording.lang();
    let field = |column: &&'static str| {
        let (choices, other_words) = choices(table, column, taxonomy, lang);
        Field {
            head: vocabulary::name(WordSet::Column, column, lang).to_string(),
            help: wording.say(&help(table, column), &[]),
            required: schema.required.contains(column),
            choices,
            other_words,
        }
    };
    let columns: Vec<&str> = schema.columns().collect();
    let example = |column: &&str| example(table, column, taxonomy, wording).map_or(Cell::Unknown, Cell::from);
    Form {
        name: vocabulary::name(WordSet::Table, table.as_str(), lang).to_string(),
        columns: columns.iter().map(field).collect(),
        example: (table != TableName::Ties).then(|| columns.iter().map(example).collect()),
    }
}

impl Form {
    /// The same as a table, for a file of text.
    pub fn table(&self) -> Table {
        let mut table = Table::new(self.columns.iter().map(|c| (c.head.as_str(), Align::Left)));
        self.example.iter().for_each(|row| table.push(row.clone()));
        table
    }
}

/// The key of what belongs into a column. A few columns mean something else in another table.
fn help(table: TableName, column: &str) -> String {
    match (table, column) {
        (TableName::Ties, "status") => "help-tie-status".into(),
        _ => format!("help-{}", column.replace('_', "-")),
    }
}

/// What a cell may hold, as words of the language.
fn choices(table: TableName, column: &str, taxonomy: &Taxonomy, lang: Lang) -> (Vec<String>, OtherWords) {
    let words = |set: WordSet, keys: &[&str]| -> Vec<String> {
        keys.iter().map(|key| vocabulary::name(set, key, lang).to_string()).collect()
    };
    let all = |set: WordSet| words(set, vocabulary::all(set));
    match (table, column) {
        (_, "country") => (all(WordSet::Country), OtherWords::Welcome),
        (_, "kind") => (all(WordSet::Kind), OtherWords::Refused),
        (_, "size") => (all(WordSet::Size), OtherWords::Welcome),
        (_, "role") => (all(WordSet::Role), OtherWords::Refused),
        (_, "basis") => (words(WordSet::Basis, &["stated", "inferred"]), OtherWords::Refused),
        (_, "must") => (all(WordSet::Yes), OtherWords::Refused),
        (_, "level") => ((1..=5).map(|level: u8| level.to_string()).collect(), OtherWords::Refused),
        (_, "term") => (terms(taxonomy, lang), OtherWords::Welcome),
        (TableName::Ties, "status") => (all(WordSet::Tie), OtherWords::Refused),
        (_, "status") => (all(WordSet::Status), OtherWords::Refused),
        _ => (Vec::new(), OtherWords::Welcome),
    }
}

/// The labels of all concepts, in the order of their letters.
fn terms(taxonomy: &Taxonomy, lang: Lang) -> Vec<String> {
    let label = |concept| taxonomy.label(concept, lang.tag()).to_string();
    let mut terms: Vec<String> = taxonomy.concepts().map(label).collect();
    terms.sort_by_key(|term| term.to_lowercase());
    terms.dedup();
    terms
}

/// A cell of the example row: one of the shipped organizations, and one of its shipped claims.
fn example(table: TableName, column: &str, taxonomy: &Taxonomy, wording: &Wording) -> Option<String> {
    let lang = wording.lang();
    let word = |set, key| Some(vocabulary::name(set, key, lang).to_string());
    let term = |id: &str| {
        taxonomy.concept(id).map_or(id.to_string(), |concept| taxonomy.label(concept, lang.tag()).to_string())
    };
    let two = |a: &str, level: u8, b: &str| Some(format!("{}:{level}; {}", term(a), term(b)));
    match (table, column) {
        (_, "note") => Some(wording.say("example-row", &[])),
        (_, "source") => Some(SOURCE.into()),
        (_, "id" | "organization") => Some("kz-sk-pharmacy".into()),
        (TableName::Organizations, "name") => Some("SK-Pharmacy LLP".into()),
        (TableName::Organizations, "aliases") => Some("СК-Фармация".into()),
        (TableName::Organizations, "country") => word(WordSet::Country, "KZ"),
        (TableName::Organizations, "kind") => word(WordSet::Kind, "distributor"),
        (TableName::Organizations, "offers") => two("single-distributor", 5, "offtake"),
        (TableName::Organizations, "needs") => two("technology-transfer", 4, "insulin"),
        (TableName::Capabilities, "role") => word(WordSet::Role, "need"),
        (TableName::Capabilities, "term") => Some(term("investment")),
        (TableName::Capabilities, "level") => Some("4".into()),
        (TableName::Capabilities, "as_of") => Some("2022-07-04".into()),
        _ => None,
    }
}

/// Where the example is known from.
const SOURCE: &str = "Kazakhstan and South Korea cooperate to create medical-pharmaceutical clusters (SK-Pharmacy press service)";
