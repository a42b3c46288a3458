//! The sheets of a delegation to fill in: headers and settings in a language.

use super::book::Book;
use super::table::{Align, Cell, Table};
use super::wording::Wording;
use crate::read::TableName;
use crate::vocabulary::{self, WordSet};

/// An empty delegation: every sheet with its headers, and the settings one below the other. What is left
/// empty is left out.
pub fn visit_form(wording: &Wording) -> Book {
    TableName::VISIT.into_iter().fold(Book::new(), |book, name| {
        let title = vocabulary::name(WordSet::Table, name.as_str(), wording.lang());
        book.with(title, sheet(name, wording)).fixing(1)
    })
}

fn sheet(name: TableName, wording: &Wording) -> Table {
    let word = |set, key| vocabulary::name(set, key, wording.lang());
    let columns = name.schema().columns().map(|column| (word(WordSet::Column, column), Align::Left));
    let mut table = Table::new(columns);
    if name == TableName::Delegation {
        for setting in vocabulary::all(WordSet::Setting) {
            let mut cells = vec![Cell::from(word(WordSet::Setting, setting))];
            cells.resize(table.columns.len(), Cell::Unknown);
            table.push(cells);
        }
    }
    table
}
