//! `silkmatch weigh compare`: two weightings side by side.

use super::super::Ending;
use super::super::common::{Common, Format};
use super::super::seekers::Seekers;
use super::{Choice, weights, with_cases};
use silkmatch::error::Result;
use silkmatch::render;
use silkmatch::report::weigh::ComparisonDocument;

/// Two weightings side by side: who moved, and why
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// The first weights: a preset, a file, or coverage=0.4,mutual=0.2
    #[arg(value_name = "W1")]
    first: String,
    /// The second weights
    #[arg(value_name = "W2")]
    second: String,
    #[command(flatten)]
    seekers: Seekers,
    #[command(flatten)]
    choice: Choice,
}

const AFTER: &str = "\
Examples:
  silkmatch weigh compare balanced training uz-pida
  silkmatch weigh compare balanced mine.csv --all";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let second = weights::read(&args.second)?;
    let roster = common.load()?;
    let query = args.choice.query(&args.first, &roster)?;
    let wording = common.wording();
    let seekers = args.seekers.of(&roster)?;
    let names = [args.first.as_str(), args.second.as_str()];
    let documents = with_cases(&roster, &seekers, &query, &wording, |case| {
        Ok(ComparisonDocument::new(case, names, &second))
    })?;
    sink.finish(|out| match (format, documents.as_slice()) {
        (Format::Text, [one]) if !args.seekers.all => render::text::write(out, &one.brief(&wording)),
        (Format::Text, all) => render::text::write(out, &[ComparisonDocument::summary(all, &wording)]),
        (Format::Csv, all) => render::csv::write(out, &ComparisonDocument::table(all)),
        (Format::Json, all) => render::json::write(out, &all),
    })?;
    Ok(if documents.is_empty() { Ending::Nothing } else { Ending::Found })
}
