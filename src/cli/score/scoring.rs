//! Rows of pairs to rows of the output, batch by batch, in parallel.

use super::super::parquet::Group;
use super::input::{Batch, Input};
use super::lines::{Lines, Question};
use rayon::prelude::*;
use silkmatch::error::Result;
use silkmatch::read::{self, PairRow};
use silkmatch::render::{csv, json};
use silkmatch::report::pairs::{self as report, Named, Names};
use silkmatch::report::shortlist::Reasons;
use silkmatch::report::table::{Field, Type};
use silkmatch::roster::Org;
use std::sync::mpsc::SyncSender;

/// Bytes of input that are in memory at a time. A document of JSON is a hundred times as long as a row
/// of ids, a row of CSV ten times.
const BATCH: (usize, usize) = (256 << 10, 1 << 20);
/// Bytes of input that one thread takes at a time.
const PART: usize = 32 << 10;
/// A row of ids becomes about so many times as long.
const GROWTH: usize = 12;
/// Pairs of two countries that one thread takes at a time.
const PAIRS: usize = 512;
/// Rows that are split and resolved before the first of them is written.
const TOGETHER: usize = 32;

/// What rows are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Csv,
    /// A document of JSON on each line.
    Json,
    Parquet,
}

/// How each row is scored and written.
pub struct Scoring {
    pub question: Question,
    /// The header of the input.
    pub header: Vec<String>,
    pub form: Form,
}

/// Rows that are scored, in parts to be written one behind the other.
#[derive(Default)]
pub struct Scored {
    pub parts: Vec<Part>,
    pub rows: u64,
    /// How much of the input is done, from 0 to 1, where that is known.
    pub share: Option<f64>,
}

/// Some rows, as they are written.
pub enum Part {
    Text(Vec<u8>),
    Group(Group),
}

impl Scoring {
    /// Scores all rows, batch by batch, as long as somebody takes them.
    pub fn score(&self, mut input: Input, send: &SyncSender<Result<Scored>>) {
        let rows = Rows {
            scoring: self,
            names: Names::new(self.question.roster),
            lines: Lines::new(&self.question),
            types: report::types(&self.header),
        };
        let bytes = match (self.form, self.question.reasons) {
            (Form::Csv, Reasons::Left) => BATCH.1,
            _ => BATCH.0,
        };
        loop {
            let scored = match input.batch(bytes) {
                Ok(Some(Batch::Rows(batch))) => rows.batch(&batch),
                Ok(Some(Batch::Pairs(pairs))) => Ok(rows.pairs(&pairs)),
                Ok(None) => return,
                Err(error) => Err(error),
            };
            let has_failed = scored.is_err();
            let scored = scored.map(|scored| Scored { share: input.share(), ..scored });
            if send.send(scored).is_err() || has_failed {
                return;
            }
        }
    }
}

/// Rows on their way from the input to the output.
struct Rows<'a> {
    scoring: &'a Scoring,
    names: Names<'a>,
    lines: Lines<'a>,
    /// The types of the columns of the output.
    types: Vec<Type>,
}

impl<'a> Rows<'a> {
    /// Scores rows of a file in parallel.
    fn batch(&self, batch: &read::Batch) -> Result<Scored> {
        let parts: Vec<_> = batch.parts(PART)?.into_par_iter().map(|rows| self.part(rows)).collect();
        let mut scored = Scored::default();
        // Of several faults the first in the file is told, whichever thread came upon it first.
        for part in parts {
            let (part, rows) = part?;
            scored.parts.push(part);
            scored.rows += rows;
        }
        Ok(scored)
    }

    /// Scores some rows; how many they were.
    fn part(&self, mut rows: read::Rows) -> Result<(Part, u64)> {
        let mut out = self.empty(GROWTH * PART);
        let (mut fields, mut count) = (Vec::new(), 0);
        let mut together = vec![PairRow::default(); TOGETHER];
        let mut named = Vec::with_capacity(TOGETHER);
        let mut kept = Vec::with_capacity(TOGETHER);
        loop {
            let mut read = 0;
            while read < TOGETHER && rows.next(&mut together[read])? {
                read += 1;
            }
            named.extend(together[..read].iter().map(|row| self.names.pair(row)));
            match self.scoring.form {
                Form::Csv => self.lines.fetch(&named, &mut kept),
                Form::Json | Form::Parquet => kept.resize(read, None),
            }
            for ((row, named), kept) in together.iter().zip(named.drain(..)).zip(&kept) {
                self.push(&mut out, row, named, *kept, &mut fields);
            }
            count += read as u64;
            if read < TOGETHER {
                return Ok((out, count));
            }
        }
    }

    /// Scores pairs that stand in no file in parallel.
    fn pairs(&self, pairs: &[(Org, Org)]) -> Scored {
        let parts = pairs.par_chunks(PAIRS).map(|pairs| {
            let (mut out, mut fields) = (self.empty(0), Vec::new());
            let row = PairRow::default();
            pairs.iter().for_each(|pair| self.push(&mut out, &row, Ok(*pair), None, &mut fields));
            out
        });
        Scored { parts: parts.collect(), rows: pairs.len() as u64, share: None }
    }

    fn empty(&self, bytes: usize) -> Part {
        match self.scoring.form {
            Form::Csv | Form::Json => Part::Text(Vec::with_capacity(bytes)),
            Form::Parquet => Part::Group(Group::new(&self.types)),
        }
    }

    /// Writes one row: the cells of the input, then ours. The vector of fields is lent, so that it is
    /// made once for many rows.
    fn push<'r>(
        &self,
        out: &mut Part,
        row: &'r PairRow,
        named: Named,
        kept: Option<&[u8]>,
        fields: &mut Vec<Field<'a>>,
    ) where
        'a: 'r,
    {
        let Scoring { question, header, form } = self.scoring;
        match out {
            Part::Text(text) if *form == Form::Json => {
                let cells = row.cells.iter().map(|cell| cell.to_string());
                let input = header.iter().cloned().zip(cells).collect();
                let document =
                    report::document(question.roster, input, named, &question.query, &question.wording);
                json::push_line(text, &document);
            }
            Part::Text(text) => {
                push_input(text, row);
                match named {
                    Ok(pair) => self.lines.push(text, pair, kept, fields),
                    Err(problem) => Lines::push_problem(text, problem, fields),
                }
            }
            Part::Group(group) => {
                let Question { roster, query, wording, reasons } = question;
                report::fields(roster, named, query, wording, *reasons, fields);
                group.push(row.cells.iter().map(|cell| Field::from(cell.as_ref())).chain(fields.drain(..)));
            }
        }
    }
}

/// Puts the cells of the input at the end of a text.
fn push_input(text: &mut Vec<u8>, row: &PairRow) {
    match row.line() {
        Some(line) if row.cells.iter().all(|cell| csv::is_harmless(cell)) => {
            text.extend_from_slice(line.as_bytes());
            text.push(b',');
        }
        _ => csv::push_cells(text, row.cells.iter().map(|cell| Field::from(cell.as_ref()))),
    }
}
