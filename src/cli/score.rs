//! `silkmatch score`: given pairs, row by row, streamed.

mod book;

use super::Ending;
use super::common::{Common, Format, Weighting, countries};
use super::memo::Memo;
use super::output::Sink;
use super::progress::Progress;
use rayon::prelude::*;
use silkmatch::engine::{Filter, Query};
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::read::{self, PairReader, PairRow};
use silkmatch::render;
use silkmatch::report::Wording;
use silkmatch::report::book::Book;
use silkmatch::report::pairs::{self as report, Named, Names};
use silkmatch::report::shortlist::Reasons;
use silkmatch::report::table::{Field, Table};
use silkmatch::roster::{Org, Roster};
use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

/// Bytes of input that are in memory at a time. A document of JSON is a hundred times as long as a row
/// of ids, a row of CSV ten times.
const BATCH: (usize, usize) = (256 << 10, 1 << 20);
/// Bytes of input that one thread takes at a time.
const PART: usize = 32 << 10;
/// A row of ids becomes about so many times as long.
const GROWTH: usize = 12;
/// Pairs of two countries that are in memory at a time.
const PAIRS: usize = 8_192;

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
(gzip, Zstandard) and in any common encoding; the output is packed where it ends in .gz or .zst.

Examples:
  silkmatch score pairs.csv -o scored.csv
  silkmatch score pairs.csv.gz --no-reasons -o scored.csv.zst
  silkmatch score - --no-reasons < pairs.csv | head
  silkmatch score --from UZ --to KR -f json";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (format(common)?, common.sink()?);
    let (weights, optimism) = args.weighting.read()?;
    let loaded = common.load_whole()?;
    let input = match &args.pairs {
        Some(path) => Input::open(path, common)?,
        None => Input::between(&loaded.roster, &args.from, &args.to)?,
    };
    let query = Query { optimism, ..Query::new(weights) };
    let made =
        (format == Format::Xlsx).then(|| loaded.scored(&query, &args.weighting.weights, &common.wording()));
    let roster = loaded.roster;
    let memo = Memo::new(roster.len());
    let scoring = Scoring {
        roster,
        query,
        wording: common.wording(),
        reasons: if args.no_reasons { Reasons::Left } else { Reasons::Written },
        header: input.header().to_vec(),
        memo,
        format,
    };
    if let Some(made) = made {
        return workbook(&scoring, input, made, sink);
    }
    let mut header = Vec::new();
    if format == Format::Csv {
        let columns = report::columns(&scoring.header);
        render::csv::push_header(&mut header, columns.iter().map(String::as_str));
    }
    // Rows are scored while others are written. The thread is left to itself where nobody wants its
    // rows any more: it may wait for input that never comes.
    let (send, scored) = mpsc::sync_channel(1);
    let scorer = std::thread::spawn(move || scoring.score(input, &send));
    let mut progress = Progress::start(common.quiet);
    let (mut rows, mut fault) = (0, None);
    let written = sink.finish(|out| {
        out.write_all(&header)?;
        for scored in scored {
            let Scored { text, count, share } = scored.map_err(|error| {
                fault = Some(error);
                io::Error::other("the input cannot be read")
            })?;
            text.iter().try_for_each(|part| out.write_all(part))?;
            rows += count;
            progress.at(rows, share);
        }
        // The end of all rows, or of a thread that could not go on: that is no whole output.
        scorer.join().map_err(|_| io::Error::other("a row could not be scored"))
    });
    if let Some(error) = fault {
        return Err(error);
    }
    written?;
    Ok(if rows == 0 { Ending::Nothing } else { Ending::Found })
}

/// Writes all pairs as a sheet.
fn workbook(scoring: &Scoring, input: Input, made: Table, sink: Sink) -> Result<Ending> {
    let table = book::table(scoring, input)?;
    let ending = if table.rows.is_empty() { Ending::Nothing } else { Ending::Found };
    let say = |key: &str| scoring.wording.say(key, &[]);
    sink.finish_book(&Book::new().with(say("sheet-pairs"), table).with(say("sheet-made"), made))?;
    Ok(ending)
}

/// CSV, unless JSON lines or a workbook are asked for: rows that stream have no widths to align.
fn format(common: &Common) -> Result<Format> {
    if common.format.is_none() && common.output.as_ref().is_none_or(|o| o.extension().is_none()) {
        return Ok(Format::Csv);
    }
    match common.format()? {
        Format::Text => {
            let error = Error::new(ErrorKind::Value, "`score` writes no aligned text");
            Err(error.hint("write -f csv, -f json for one document a line, or -f xlsx"))
        }
        format => Ok(format),
    }
}

/// How each row is scored and written.
struct Scoring {
    roster: Roster,
    query: Query,
    wording: Wording,
    reasons: Reasons,
    /// The header of the input.
    header: Vec<String>,
    memo: Memo,
    format: Format,
}

/// Rows that are scored, in parts to be written one behind the other.
struct Scored {
    text: Vec<Vec<u8>>,
    count: u64,
    /// How much of the input is done, from 0 to 1, where that is known.
    share: Option<f64>,
}

impl Scoring {
    /// Scores all rows, batch by batch, as long as somebody takes them.
    fn score(&self, mut input: Input, send: &mpsc::SyncSender<Result<Scored>>) {
        let names = Names::new(&self.roster);
        let bytes = match (self.format, self.reasons) {
            (Format::Csv, Reasons::Left) => BATCH.1,
            _ => BATCH.0,
        };
        loop {
            let scored = match input.batch(bytes) {
                Ok(Some(Batch::Rows(batch))) => self.rows(&names, &batch),
                Ok(Some(Batch::Pairs(pairs))) => Ok(self.pairs(&pairs)),
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

    /// Scores rows of a file in parallel.
    fn rows(&self, names: &Names, batch: &read::Batch) -> Result<Scored> {
        let parts: Vec<_> = batch.parts(PART)?.into_par_iter().map(|rows| self.part(names, rows)).collect();
        let mut scored = Scored { text: Vec::with_capacity(parts.len()), count: 0, share: None };
        // Of several faults the first in the file is told, whichever thread came upon it first.
        for part in parts {
            let (text, count) = part?;
            scored.text.push(text);
            scored.count += count;
        }
        Ok(scored)
    }

    /// Scores some rows; how many they were.
    fn part(&self, names: &Names, mut rows: read::Rows) -> Result<(Vec<u8>, u64)> {
        let (mut text, mut count) = (Vec::with_capacity(GROWTH * PART), 0);
        let (mut row, mut fields) = (PairRow::default(), Vec::new());
        while rows.next(&mut row)? {
            let named = names.pair(&row);
            self.push(&mut text, row.cells.drain(..), named, &mut fields);
            count += 1;
        }
        Ok((text, count))
    }

    /// Scores pairs that stand in no file in parallel.
    fn pairs(&self, pairs: &[(Org, Org)]) -> Scored {
        let parts = pairs.par_chunks(PAIRS / 16).map(|pairs| {
            let (mut text, mut fields) = (Vec::new(), Vec::new());
            pairs.iter().for_each(|pair| self.push(&mut text, [], Ok(*pair), &mut fields));
            text
        });
        Scored { text: parts.collect(), count: pairs.len() as u64, share: None }
    }

    /// Writes one row: the cells of the input, then ours. The vector of fields is lent, so that it is
    /// made once for many rows.
    fn push<'a, 'c>(
        &'a self,
        text: &mut Vec<u8>,
        cells: impl IntoIterator<Item = Cow<'c, str>>,
        named: Named,
        fields: &mut Vec<Field<'a>>,
    ) {
        let Scoring { roster, query, wording, .. } = self;
        if self.format == Format::Json {
            let input = self.header.iter().cloned().zip(cells.into_iter().map(Cow::into_owned)).collect();
            let document = report::document(roster, input, named, query, wording);
            return render::json::push_line(text, &document);
        }
        for cell in cells {
            render::csv::push_text(text, &cell);
            text.push(b',');
        }
        let mut make = |text: &mut Vec<u8>, named| {
            report::fields(roster, named, query, wording, self.reasons, fields);
            render::csv::push_row(text, fields.drain(..));
        };
        match named {
            Ok(pair) => self.memo.push(text, pair, |text| make(text, Ok(pair))),
            problem => make(text, problem),
        }
    }
}

/// Where the pairs come from.
enum Input {
    /// A file, and its length where it has one.
    File { reader: Box<PairReader>, length: Option<u64> },
    /// All pairs of two sets of organizations: seekers, partners, and the position of the next pair.
    Between { seekers: Vec<Org>, partners: Vec<Org>, next: usize },
}

/// Pairs that are in memory at a time.
enum Batch {
    Rows(read::Batch),
    Pairs(Vec<(Org, Org)>),
}

impl Input {
    fn open(path: &Path, common: &Common) -> Result<Input> {
        let reader = Box::new(PairReader::open(&common.source(path))?);
        common.tell(reader.findings());
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

    /// The next pairs; none at the end.
    fn batch(&mut self, bytes: usize) -> Result<Option<Batch>> {
        match self {
            Input::File { reader, .. } => Ok(reader.batch(bytes)?.map(Batch::Rows)),
            Input::Between { seekers, partners, next } => {
                let end = (*next + PAIRS).min(seekers.len() * partners.len());
                let pair = |n: usize| (seekers[n / partners.len()], partners[n % partners.len()]);
                let pairs: Vec<_> = (*next..end).map(pair).filter(|(a, b)| a != b).collect();
                let has_ended = *next == end;
                *next = end;
                Ok((!has_ended).then_some(Batch::Pairs(pairs)))
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
