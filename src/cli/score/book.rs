//! Given pairs as a workbook. Its rows are in memory, so there is an end to them.

use super::input::{Batch, Input};
use super::lines::Question;
use rayon::prelude::*;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::read::PairRow;
use silkmatch::report::matches;
use silkmatch::report::pairs::{self as report, Named, Names};
use silkmatch::report::table::{Cell, Row, Table};
use std::borrow::Cow;

/// The most rows: about half a gigabyte with all their reasons. Excel itself ends at ten times as many.
const MOST_ROWS: usize = 100_000;
/// Bytes of input that are in memory at a time.
const BATCH: usize = 256 << 10;
/// Bytes of input that one thread takes at a time.
const PART: usize = 32 << 10;

/// All pairs, scored: one row each.
///
/// # Errors
/// Input that cannot be read, and more rows than a workbook is given.
pub(super) fn table(question: &Question, mut input: Input) -> Result<Table> {
    let names = Names::new(question.roster);
    let columns = input.header().len();
    let mut table = matches::pairs(input.header(), &question.wording);
    while let Some(batch) = input.batch(BATCH)? {
        let parts: Vec<Vec<Row>> = match &batch {
            Batch::Rows(batch) => {
                let parts = batch.parts(PART)?;
                parts
                    .into_par_iter()
                    .map(|rows| part(question, &names, columns, rows))
                    .collect::<Result<_>>()?
            }
            Batch::Pairs(pairs) => {
                vec![pairs.par_iter().map(|pair| row(question, columns, [], Ok(*pair))).collect()]
            }
        };
        table.rows.extend(parts.into_iter().flatten());
        if table.rows.len() > MOST_ROWS {
            let message =
                format!("a workbook of scored pairs has at most {MOST_ROWS} rows, and here are more");
            return Err(Error::new(ErrorKind::Value, message).hint("write -f csv, which is streamed"));
        }
    }
    Ok(table)
}

fn part(
    question: &Question,
    names: &Names,
    columns: usize,
    mut rows: silkmatch::read::Rows,
) -> Result<Vec<Row>> {
    let (mut scored, mut found) = (Vec::new(), PairRow::default());
    while rows.next(&mut found)? {
        let named = names.pair(&found);
        scored.push(row(question, columns, found.cells.drain(..), named));
    }
    Ok(scored)
}

fn row<'c>(
    question: &Question,
    columns: usize,
    cells: impl IntoIterator<Item = Cow<'c, str>>,
    named: Named,
) -> Row {
    let document =
        report::document(question.roster, Default::default(), named, &question.query, &question.wording);
    let mut row: Vec<Cell> = cells.into_iter().map(|cell| cell.into_owned().into()).collect();
    row.resize(columns, Cell::Unknown);
    row.extend(matches::pair(&document, question.reasons, &question.wording));
    Row { cells: row, notes: Vec::new() }
}
