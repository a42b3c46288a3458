//! `silkmatch resolve`: terms to concepts, names to organizations.

use super::Ending;
use super::common::{Common, Format};
use silkmatch::error::{Error, Place, Result};
use silkmatch::render;
use silkmatch::report::resolution::{self as report, ResolutionDocument};
use std::io::{self, Read};

/// The most bytes of standard input that are read as terms.
const MOST_BYTES: u64 = 64 << 20;

/// Terms to concepts, or names to organizations
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  silkmatch resolve биосимиляры \"GMP transition\"\n  silkmatch resolve --names СК-Фармация"
)]
pub struct Args {
    /// Terms; lines of standard input where there is none
    #[arg(value_name = "TERM")]
    terms: Vec<String>,
    /// The words are names of organizations
    #[arg(long)]
    names: bool,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let roster = common.load()?;
    let queries = if args.terms.is_empty() { lines()? } else { args.terms.clone() };
    let answer = |query: &String| match args.names {
        true => vec![report::name(&roster, query)],
        false => report::terms(&roster, query, common.lang.tag()),
    };
    let answers: Vec<ResolutionDocument> = queries.iter().flat_map(answer).collect();
    sink.finish(|out| match format {
        Format::Text => render::text::write(out, &[report::table(&answers)]),
        Format::Csv => render::csv::write(out, &report::table(&answers)),
        Format::Json => render::json::write(out, &answers),
    })?;
    Ok(if answers.iter().any(|a| a.is_match()) { Ending::Found } else { Ending::Nothing })
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
