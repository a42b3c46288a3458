//! Where something stands in an input.

use std::fmt;
use std::sync::Arc;

/// A place in an input: the file, and as much of sheet, line and column as is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// The file as it was named, or a name in words for standard input and the shipped set.
    pub file: Arc<str>,
    /// The sheet of a workbook.
    pub sheet: Option<Arc<str>>,
    /// The physical line (or row of a sheet), counted from 1.
    pub line: Option<u64>,
    /// The header of the column as written; its number, where no header is known yet.
    pub column: Option<Arc<str>>,
    /// The cell of a sheet, such as `C7`.
    pub cell: Option<Arc<str>>,
}

impl Place {
    /// The whole of a file.
    pub fn file(name: impl Into<Arc<str>>) -> Place {
        Place { file: name.into(), ..Place::default() }
    }

    /// The same place, at a line.
    pub fn at(&self, line: u64) -> Place {
        Place { line: Some(line), ..self.clone() }
    }

    /// The same place, in a column.
    pub fn column(&self, name: impl Into<Arc<str>>) -> Place {
        Place { column: Some(name.into()), ..self.clone() }
    }

    /// The same place, in a sheet.
    pub fn sheet(&self, name: impl Into<Arc<str>>) -> Place {
        Place { sheet: Some(name.into()), ..self.clone() }
    }

    /// The same place, at a cell of the sheet: its position among the columns, from 0, and its row,
    /// from 1.
    pub fn cell(&self, position: usize, row: u64) -> Place {
        let cell = format!("{}{row}", letters(position));
        Place { line: Some(row), cell: Some(cell.into()), ..self.clone() }
    }
}

/// The letters of a column of a sheet: A for 0, Z for 25, AA for 26.
pub(crate) fn letters(position: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = position + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|b| char::from(*b)).collect()
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, ", sheet {sheet}")?;
        }
        match (&self.cell, self.line) {
            (Some(cell), _) => write!(f, ", cell {cell}")?,
            (None, Some(line)) if self.sheet.is_some() => write!(f, ", row {line}")?,
            (None, Some(line)) => write!(f, ", line {line}")?,
            (None, None) => {}
        }
        match (&self.column, &self.cell) {
            (Some(column), Some(_)) => write!(f, " ({column})"),
            (Some(column), None) => write!(f, ", column {column}"),
            (None, _) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_a_sheet_is_named_as_the_program_shows_it() {
        let sheet = Place::file("book.xlsx").sheet("Needs");
        assert_eq!(sheet.cell(2, 7).to_string(), "book.xlsx, sheet Needs, cell C7");
        assert_eq!(
            sheet.cell(701, 1).column("offers").to_string(),
            "book.xlsx, sheet Needs, cell ZZ1 (offers)"
        );
        assert_eq!(sheet.cell(16_383, 9).to_string(), "book.xlsx, sheet Needs, cell XFD9");
        assert_eq!(sheet.at(7).to_string(), "book.xlsx, sheet Needs, row 7");
    }
}
