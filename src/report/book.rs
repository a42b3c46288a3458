//! A workbook: tables by the names of their sheets. What it looks like, the renderer says.

use super::table::Table;

/// A workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// The sheets, in their order.
    pub sheets: Vec<Sheet>,
}

/// A sheet: one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The name on its tab. A renderer shortens it and makes it unlike the others where it has to.
    pub name: String,
    /// What stands on it.
    pub table: Table,
    /// The columns on the left that stay in sight.
    pub fixed: usize,
    /// The columns of the table on the left that are printed; the others are for the screen alone.
    pub printed: Option<usize>,
}

impl Book {
    /// A workbook without sheets.
    pub fn new() -> Book {
        Book::default()
    }

    /// Tables as sheets, each named after its title.
    pub fn of(tables: Vec<Table>) -> Book {
        tables.into_iter().fold(Book::new(), |book, table| {
            let name = table.title.clone().unwrap_or_default();
            book.with(name, table)
        })
    }

    /// The same with one more sheet.
    pub fn with(mut self, name: impl Into<String>, table: Table) -> Book {
        self.sheets.push(Sheet { name: name.into(), table, fixed: 0, printed: None });
        self
    }

    /// The same, with columns on the left of the last sheet that alone are printed.
    pub fn printing(mut self, columns: usize) -> Book {
        if let Some(last) = self.sheets.last_mut() {
            last.printed = Some(columns);
        }
        self
    }

    /// The same, with columns on the left of the last sheet that stay in sight.
    pub fn fixing(mut self, columns: usize) -> Book {
        if let Some(last) = self.sheets.last_mut() {
            last.fixed = columns;
        }
        self
    }
}
