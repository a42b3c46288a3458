//! What is wrong with the rows of a table as they stand, before anybody asks what they mean.

use super::damage;
use super::delimited::Row;
use super::header::clean;
use super::table::Table;
use crate::error::Place;
use crate::vocabulary::{self, WordSet};
use crate::warning::{Code, Finding};

impl Table {
    /// Leaves out the rows that cannot be trusted, and tells of them and of what else is wrong. The header
    /// stands on a line.
    pub(super) fn look_over(&mut self, header: u64, findings: &mut Vec<Finding>) {
        self.tell_headless(header, findings);
        self.drop_repeated(findings);
        self.drop_examples(findings);
        self.drop_ragged(findings);
        self.drop_errors(findings);
        self.tell_damage(findings);
    }

    /// A column without a header is not read, whatever stands in it.
    fn tell_headless(&self, line: u64, findings: &mut Vec<Finding>) {
        let headless: Vec<bool> = self.header.iter().map(|head| clean(head).is_empty()).collect();
        let mut first: Vec<Option<&str>> = vec![None; headless.len()];
        for row in &self.rows {
            for (position, cell) in self.cells_of(row).iter().enumerate().take(headless.len()) {
                if headless[position] && !cell.trim().is_empty() {
                    first[position].get_or_insert(cell.trim());
                }
            }
        }
        for (position, text) in first.into_iter().enumerate().filter_map(|(at, text)| Some((at, text?))) {
            let place = self.place_at(line, position).column((position + 1).to_string());
            let message = "a column without a header; it is not read";
            let finding = Finding::new(Code::UnknownColumn, place, text, message);
            findings.push(finding.hint("write its header, or empty it"));
        }
    }

    /// The header once more among the rows, where tables were put below each other.
    fn drop_repeated(&mut self, findings: &mut Vec<Finding>) {
        let head = |at: usize| self.header.get(at).map_or("", |cell| clean(cell));
        self.rows.retain(|row| {
            let cells = &self.cells[row.cells.clone()];
            let width = self.header.len().max(cells.len());
            let cell = |at: usize| cells.get(at).map_or("", |cell| clean(cell));
            let same = (0..width).all(|at| is_same(cell(at), head(at)));
            if same {
                let message = "the header stands here once more; the row is skipped";
                findings.push(Finding::new(Code::RepeatedHeader, self.place.at(row.number), "", message));
            }
            !same
        });
    }

    /// A row whose note begins with the word for an example in brackets is there to be looked at.
    fn drop_examples(&mut self, findings: &mut Vec<Finding>) {
        let Some(note) = self.columns.iter().find(|(key, _)| *key == "note").map(|(_, p)| *p) else { return };
        let mut rows = std::mem::take(&mut self.rows);
        rows.retain(|row| {
            let cell = self.cells_of(row).get(note).map_or("", |cell| cell.trim());
            let is_example = is_example(cell);
            if is_example {
                let place = self.place_at(row.number, note).column(clean(&self.header[note]));
                let message = "this row is marked as an example; it is left out";
                let finding = Finding::new(Code::ExampleRow, place, cell, message);
                findings
                    .push(finding.hint("delete it, or make it your own and take the mark out of its note"));
            }
            !is_example
        });
        self.rows = rows;
    }

    /// A row in which a spreadsheet shows an error instead of a value says less than it should.
    fn drop_errors(&mut self, findings: &mut Vec<Finding>) {
        let mut rows = std::mem::take(&mut self.rows);
        rows.retain(|row| {
            let wrong = self.read_cells(row).find(|(_, _, cell)| damage::is_error(cell));
            if let Some((position, header, cell)) = wrong {
                let place = self.place_at(row.number, position).column(header);
                findings.push(error_cell(place, cell.trim()));
            }
            wrong.is_none()
        });
        self.rows = rows;
    }

    /// What was lost or garbled before the file came here.
    fn tell_damage(&self, findings: &mut Vec<Finding>) {
        for row in &self.rows {
            for (position, header, cell) in self.read_cells(row) {
                let place = || self.place_at(row.number, position).column(header);
                if damage::has_lost_letters(cell) {
                    let message = "letters were replaced by question marks before this file was made";
                    let finding = Finding::new(Code::LostLetters, place(), cell.trim(), message);
                    findings.push(finding.hint("write it anew, or export it again as CSV (UTF-8) or XLSX"));
                }
                if damage::has_lost_digits(cell) {
                    let message = "a long number that a spreadsheet wrote short; its last digits are gone";
                    let finding = Finding::new(Code::LostDigits, place(), cell.trim(), message);
                    findings.push(finding.hint("format the column as text, and write the number anew"));
                }
                if let Some(meant) = damage::ungarbled(cell) {
                    let message = "text that was once read in a wrong encoding";
                    let finding = Finding::new(Code::GarbledText, place(), cell.trim(), message);
                    findings.push(
                        finding.hint(format!("it seems to say `{}`; `check --fix` mends it", meant.trim())),
                    );
                }
            }
        }
    }

    /// A row with text beyond the header has slipped: a separator stands unquoted in one of its
    /// cells, so none of them can be trusted.
    fn drop_ragged(&mut self, findings: &mut Vec<Finding>) {
        let width = self.header.len();
        let place = &self.place;
        self.rows.retain(|row| {
            let cells = &self.cells[row.cells.clone()];
            let extra = cells.iter().enumerate().skip(width).find(|(_, cell)| !cell.trim().is_empty());
            if let Some((position, found)) = extra {
                let place = match place.sheet {
                    Some(_) => place.cell(position, row.number),
                    None => place.at(row.number),
                };
                let message = format!("{} cells under a header of {width}; the row is left out", cells.len());
                let hint = "put a cell that holds the separator into quotes";
                findings.push(Finding::new(Code::ExtraCells, place, found.as_ref(), message).hint(hint));
            }
            extra.is_none()
        });
    }

    /// The cells of a row that are read, with their position and their header.
    fn read_cells<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (usize, &'a str, &'a str)> {
        let located = self.columns.iter().map(|(_, p)| *p).chain(self.by_language.iter().map(|(_, p)| *p));
        located.filter_map(move |p| Some((p, clean(&self.header[p]), self.cells_of(row).get(p)?.as_ref())))
    }
}

/// A finding about a cell that holds no value, but the reason why there is none.
fn error_cell(place: Place, cell: &str) -> Finding {
    if cell == damage::UNCALCULATED {
        let message = "a formula that was never calculated; the row is left out";
        let finding = Finding::new(Code::UncalculatedFormula, place, "", message);
        return finding.hint("open the file in a spreadsheet, save it, and give it again");
    }
    let message = "an error of the spreadsheet instead of a value; the row is left out";
    Finding::new(Code::ErrorCell, place, cell, message).hint("mend the formula, or write the value")
}

/// Whether a note begins with the mark of an example, such as `[EXAMPLE]`.
fn is_example(note: &str) -> bool {
    let marked = note.strip_prefix(['[', '［', '【']).and_then(|rest| rest.split_once([']', '］', '】']));
    marked.is_some_and(|(word, _)| vocabulary::key(WordSet::Mark, word) == Some("example"))
}

/// Whether two texts are the same but for case.
fn is_same(a: &str, b: &str) -> bool {
    a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
}
