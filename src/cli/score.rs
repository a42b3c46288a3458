//! `silkmatch score`: given pairs, row by row, streamed.

use super::Ending;
use super::common::{Common, Format, Weighting, countries};
use super::progress::Progress;
use rayon::prelude::*;
use silkmatch::engine::{Filter, Query};
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::read::{PairReader, Source};
use silkmatch::render;
use silkmatch::report::Wording;
use silkmatch::report::pairs::{self as report, Given};
use silkmatch::report::shortlist::Reasons;
use silkmatch::roster::{Org, Roster};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Rows that are in memory at a time.
const CHUNK: usize = 16_384;
/// Rows that one thread takes at a time.
const SHARE: usize = 512;

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
column, `problem`. Gates are not applied: a pair that is asked for is scored.

Examples:
  silkmatch score pairs.csv -o scored.csv
  silkmatch score - --no-reasons < pairs.csv | head
  silkmatch score --from UZ --to KR -f json";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (format(common)?, common.sink()?);
    let (weights, optimism) = args.weighting.read()?;
    let roster = common.load()?;
    let mut input = match &args.pairs {
        Some(path) => Input::open(path)?,
        None => Input::between(&roster, &args.from, &args.to)?,
    };
    let scoring = Scoring {
        roster: &roster,
        query: Query { optimism, ..Query::new(weights) },
        wording: common.wording(),
        reasons: if args.no_reasons { Reasons::Left } else { Reasons::Written },
        input: input.header().to_vec(),
        format,
    };
    let mut progress = Progress::start(common.quiet);
    let (mut rows, mut fault) = (0, None);
    let written = sink.finish(|out| {
        scoring.write_header(out)?;
        loop {
            let chunk = match input.chunk(&roster) {
                Ok(chunk) => chunk,
                Err(error) => {
                    fault = Some(error);
                    return Err(io::Error::other("the input cannot be read"));
                }
            };
            if chunk.is_empty() {
                return Ok(());
            }
            rows += chunk.len() as u64;
            scoring.write(out, chunk)?;
            progress.at(rows, input.share());
        }
    });
    if let Some(error) = fault {
        return Err(error);
    }
    written?;
    Ok(if rows == 0 { Ending::Nothing } else { Ending::Found })
}

/// CSV, unless JSON lines are asked for: rows that stream have no widths to align.
fn format(common: &Common) -> Result<Format> {
    if common.format.is_none() && common.output.as_ref().is_none_or(|o| o.extension().is_none()) {
        return Ok(Format::Csv);
    }
    match common.format()? {
        Format::Text => {
            let error = Error::new(ErrorKind::Value, "`score` writes no aligned text");
            Err(error.hint("write -f csv, or -f json for one document a line"))
        }
        format => Ok(format),
    }
}

/// How each row is scored and written.
struct Scoring<'a> {
    roster: &'a Roster,
    query: Query,
    wording: Wording,
    reasons: Reasons,
    /// The header of the input.
    input: Vec<String>,
    format: Format,
}

impl Scoring<'_> {
    fn write_header(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.format == Format::Json {
            return Ok(());
        }
        let columns = report::columns(&self.input);
        render::csv::write_header(out, columns.iter().map(String::as_str))
    }

    /// Scores and writes rows in parallel, and puts the pieces together in their order.
    fn write(&self, out: &mut dyn Write, mut rows: Vec<Given>) -> io::Result<()> {
        let pieces: Vec<io::Result<Vec<u8>>> = rows
            .par_chunks_mut(SHARE)
            .map(|share| {
                let mut piece = Vec::new();
                // The cells leave the rows, so that none is copied.
                let rows = share
                    .iter_mut()
                    .map(|row| Given { cells: std::mem::take(&mut row.cells), pair: row.pair.clone() });
                if self.format == Format::Json {
                    let line =
                        |row| report::document(self.roster, &self.input, row, &self.query, &self.wording);
                    render::json::write_lines(&mut piece, rows.map(line))?;
                } else {
                    let line =
                        |row| report::cells(self.roster, row, &self.query, &self.wording, self.reasons);
                    render::csv::write_rows(&mut piece, rows.map(line))?;
                }
                Ok(piece)
            })
            .collect();
        pieces.into_iter().try_for_each(|piece| out.write_all(&piece?))
    }
}

/// Where the pairs come from.
enum Input {
    /// A file, and its length where it has one.
    File { reader: Box<PairReader>, length: Option<u64> },
    /// All pairs of two sets of organizations: seekers, partners, and the position of the next pair.
    Between { seekers: Vec<Org>, partners: Vec<Org>, next: usize },
}

impl Input {
    fn open(path: &Path) -> Result<Input> {
        let reader = Box::new(PairReader::open(&Source::named(path))?);
        let length = std::fs::metadata(path).ok().filter(|m| m.is_file()).map(|m| m.len());
        Ok(Input::File { reader, length })
    }

    fn between(roster: &Roster, from: &[String], to: &[String]) -> Result<Input> {
        let of = |list: &[String]| -> Result<Vec<Org>> {
            let filter = Filter { countries: countries(list)?, ..Filter::default() };
            Ok(roster.orgs().filter(|o| filter.lets(roster, *o)).collect())
        };
        Ok(Input::Between { seekers: of(from)?, partners: of(to)?, next: 0 })
    }

    fn header(&self) -> &[String] {
        match self {
            Input::File { reader, .. } => reader.header(),
            Input::Between { .. } => &[],
        }
    }

    /// The next rows; none at the end.
    fn chunk(&mut self, roster: &Roster) -> Result<Vec<Given>> {
        match self {
            Input::File { reader, .. } => Ok(report::resolve(roster, reader.chunk(CHUNK)?)),
            Input::Between { seekers, partners, next } => {
                let mut rows = Vec::new();
                while rows.len() < CHUNK && *next < seekers.len() * partners.len() {
                    let pair = (seekers[*next / partners.len()], partners[*next % partners.len()]);
                    *next += 1;
                    if pair.0 != pair.1 {
                        rows.push(Given { cells: Vec::new(), pair: Ok(pair) });
                    }
                }
                Ok(rows)
            }
        }
    }

    /// The share that is read, from 0 to 1; unknown for a pipe.
    fn share(&self) -> Option<f64> {
        match self {
            Input::File { reader, length } => Some(reader.bytes() as f64 / (*length)? as f64),
            Input::Between { seekers, partners, next } => {
                Some(*next as f64 / (seekers.len() * partners.len()) as f64)
            }
        }
    }
}
