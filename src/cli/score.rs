//! `silkmatch score`: given pairs, row by row, streamed.

mod book;
mod input;
mod lines;
mod scoring;

use super::Ending;
use super::common::{Common, Format, Weighting};
use super::output::Sink;
use super::parquet::{self, Writer};
use super::progress::Progress;
use input::Input;
use lines::Question;
use scoring::{Form, Part, Scored, Scoring};
use silkmatch::engine::Query;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::render::csv;
use silkmatch::report::book::Book;
use silkmatch::report::pairs as report;
use silkmatch::report::shortlist::Reasons;
use silkmatch::report::table::Table;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::mpsc;

/// Given pairs, scored row by row, streamed
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// File of pairs (- for standard input) with the columns seeker and partner (or a and b): ids, or
    /// names in any script
    #[arg(value_name = "PAIRS", required_unless_present_all = ["from", "to"], conflicts_with_all = ["from", "to"])]
    pairs: Option<PathBuf>,
    /// Instead of a file: all pairs of seekers of these countries …
    #[arg(long, value_name = "C", num_args = 1.., value_delimiter = ',')]
    from: Vec<String>,
    /// … and partners of these
    #[arg(long, value_name = "C", num_args = 1.., value_delimiter = ',')]
    to: Vec<String>,
    #[command(flatten)]
    weighting: Weighting,
    /// Leave the two columns of reasons empty, for speed
    #[arg(long)]
    no_reasons: bool,
}

const AFTER: &str = "\
Every row keeps its place, and its columns stand in front of those of `shortlist -f csv`. One of those
whose name the input has too gets `silkmatch_` in front. What cannot be scored says why in the last
column, `problem`. Gates are not applied: a pair that is asked for is scored. The input may be packed
(gzip, Zstandard) and in any common encoding; the output is packed where it ends in .gz or .zst, and
is Parquet where it ends in .parquet.

Examples:
  silkmatch score pairs.csv -o scored.csv
  silkmatch score pairs.csv.gz --no-reasons -o scored.csv.zst
  silkmatch score - --no-reasons < pairs.csv | head
  silkmatch score --from UZ --to KR -f json";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (shape, sink) = (Shape::of(common)?, common.sink()?);
    let (weights, optimism) = args.weighting.read(common)?;
    let loaded = common.load_whole()?;
    let input = match &args.pairs {
        Some(path) => Input::open(path, common)?,
        None => Input::between(&loaded.roster, &args.from, &args.to)?,
    };
    let (query, wording) = (Query { optimism, ..Query::new(weights) }, common.wording());
    let reasons = if args.no_reasons { Reasons::Left } else { Reasons::Written };
    let rows = match shape {
        Shape::Rows(form) => {
            let question = Question { roster: &loaded.roster, query, wording, reasons };
            let header = input.header().to_vec();
            write(Scoring { question, header, form }, input, sink, Progress::start(common.quiet))?
        }
        Shape::Book => {
            let made = loaded.scored(&query, &args.weighting.weights, &wording);
            let question = Question { roster: &loaded.roster, query, wording, reasons };
            workbook(&question, input, made, sink)?
        }
    };
    Ok(if rows == 0 { Ending::Nothing } else { Ending::Found })
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Rows that stream.
    Rows(Form),
    /// A workbook.
    Book,
}

impl Shape {
    /// CSV, unless another is asked for: rows that stream have no widths to align.
    fn of(common: &Common) -> Result<Shape> {
        if parquet::is_asked(common)? {
            return Ok(Shape::Rows(Form::Parquet));
        }
        if common.format.is_none() && common.output.as_ref().is_none_or(|o| o.extension().is_none()) {
            return Ok(Shape::Rows(Form::Csv));
        }
        match common.format()? {
            Format::Csv => Ok(Shape::Rows(Form::Csv)),
            Format::Json => Ok(Shape::Rows(Form::Json)),
            Format::Xlsx => Ok(Shape::Book),
            format @ (Format::Html | Format::Ics) => Err(format.misplaced()),
            Format::Text => {
                let error = Error::new(ErrorKind::Value, "`score` writes no aligned text");
                Err(error.hint("write -f csv, -f json for one document a line, or -f xlsx"))
            }
        }
    }
}

/// Writes all pairs as a sheet; how many they were.
fn workbook(question: &Question, input: Input, made: Table, sink: Sink) -> Result<u64> {
    let table = book::table(question, input)?;
    let rows = table.rows.len() as u64;
    let say = |key: &str| question.wording.say(key, &[]);
    sink.finish_book(&Book::new().with(say("sheet-pairs"), table).with(say("sheet-made"), made))?;
    Ok(rows)
}

/// Scores all rows and writes them; how many they were. Rows are scored while others are written.
fn write(scoring: Scoring, input: Input, sink: Sink, mut progress: Progress) -> Result<u64> {
    let (form, header) = (scoring.form, scoring.header.clone());
    let (send, scored) = mpsc::sync_channel(1);
    // The thread is left to itself where nobody wants its rows any more: it may wait for input that never
    // comes.
    let scorer = std::thread::spawn(move || scoring.score(input, &send));
    let (mut rows, mut fault) = (0, None);
    let written = sink.finish(|out| {
        let mut target = Target::begin(form, &header, out)?;
        for scored in scored {
            let Scored { parts, rows: more, share } = scored.map_err(|error| {
                fault = Some(error);
                io::Error::other("the input cannot be read")
            })?;
            parts.into_iter().try_for_each(|part| target.write(part))?;
            rows += more;
            progress.at(rows, share);
        }
        // The end of all rows, or of a thread that could not go on: that is no whole output.
        scorer.join().map_err(|_| io::Error::other("a row could not be scored"))?;
        target.end()
    });
    match fault {
        Some(error) => Err(error),
        None => written.map(|()| rows),
    }
}

/// Where rows go, by their form.
enum Target<'w> {
    Text(&'w mut dyn Write),
    Parquet(Box<Writer<'w>>),
}

impl<'w> Target<'w> {
    /// Writes what stands above the first row.
    fn begin(form: Form, header: &[String], out: &'w mut dyn Write) -> io::Result<Target<'w>> {
        let columns = report::columns(header);
        match form {
            Form::Parquet => {
                let writer = Writer::new(out, &columns, &report::types(header))?;
                return Ok(Target::Parquet(Box::new(writer)));
            }
            Form::Csv => {
                let mut text = Vec::new();
                csv::push_header(&mut text, columns.iter().map(String::as_str));
                out.write_all(&text)?;
            }
            Form::Json => {}
        }
        Ok(Target::Text(out))
    }

    fn write(&mut self, part: Part) -> io::Result<()> {
        match (self, part) {
            (Target::Text(out), Part::Text(text)) => out.write_all(&text),
            (Target::Parquet(writer), Part::Group(group)) => writer.write(group),
            _ => Err(io::Error::other("rows of another form")),
        }
    }

    fn end(self) -> io::Result<()> {
        match self {
            Target::Text(_) => Ok(()),
            Target::Parquet(writer) => writer.end(),
        }
    }
}
