//! `silkmatch resolve`: terms to concepts, names to organizations.

use super::Ending;
use super::common::Common;
use super::forms::Forms;
use silkmatch::error::{Error, Place, Result};
use silkmatch::read;
use silkmatch::report::book::Book;
use silkmatch::report::resolution::{self as report, ResolutionDocument};
use std::collections::HashSet;
use std::io::{self, Read};
use std::path::PathBuf;

/// The most bytes of standard input that are read as terms.
const MOST_BYTES: u64 = 64 << 20;

/// Terms to concepts, or names to organizations
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  silkmatch resolve биосимиляры \"GMP transition\"\n  silkmatch resolve --names СК-Фармация\n  silkmatch resolve --file list.csv --column products -f csv"
)]
pub struct Args {
    /// Terms, or cells that list several; lines of standard input where there is none
    #[arg(value_name = "TERM")]
    terms: Vec<String>,
    /// The words are names of organizations
    #[arg(long)]
    names: bool,
    /// Table to take them from (- for standard input)
    #[arg(long, value_name = "FILE", requires = "column", conflicts_with = "terms")]
    file: Option<PathBuf>,
    /// Header of their column in that table
    #[arg(long, value_name = "NAME", requires = "file")]
    column: Option<String>,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let loaded = common.load_whole()?;
    let (roster, wording) = (&loaded.roster, common.wording());
    let queries = queries(args, common)?;
    let answer = |query: &String| match args.names {
        true => vec![report::name(roster, query)],
        false => report::terms(roster, query, common.lang.tag()),
    };
    let answers: Vec<ResolutionDocument> = queries.iter().flat_map(answer).collect();
    let forms = Forms {
        text: || vec![report::brief(&answers, &wording)],
        csv: || report::table(&answers),
        json: || &answers,
        book: || {
            let book =
                Book::new().with(wording.say("sheet-resolved", &[]), report::brief(&answers, &wording));
            book.with(wording.say("sheet-made", &[]), loaded.made(&wording))
        },
    };
    forms.write(format, sink)?;
    Ok(if answers.iter().any(|a| a.is_match()) { Ending::Found } else { Ending::Nothing })
}

/// What is asked: the cells of a column, each once; the arguments; else the lines of standard input.
fn queries(args: &Args, common: &Common) -> Result<Vec<String>> {
    if let (Some(file), Some(header)) = (&args.file, &args.column) {
        let mut seen = HashSet::new();
        let mut cells = common.read(file, |source, findings| read::column(source, header, findings))?;
        cells.retain(|cell| seen.insert(cell.clone()));
        return Ok(cells);
    }
    if args.terms.is_empty() { lines() } else { Ok(args.terms.clone()) }
}

fn lines() -> Result<Vec<String>> {
    let mut text = String::new();
    io::stdin()
        .lock()
        .take(MOST_BYTES)
        .read_to_string(&mut text)
        .map_err(|e| Error::io(Place::file("standard input"), "cannot be read", e))?;
    Ok(text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_string).collect())
}
