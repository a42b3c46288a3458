//! `silkmatch weigh compare`: two weightings side by side.

use super::super::Ending;
use super::super::common::{Common, Format};
use super::{Choice, seekers, weights, with_cases};
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
    /// Id or name of the organization, in any script
    #[arg(value_name = "ORG", required_unless_present = "all", conflicts_with = "all")]
    org: Option<String>,
    /// Every organization in turn, one line each
    #[arg(long)]
    all: bool,
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
    let seekers = seekers(args.org.as_deref(), &roster)?;
    let names = [args.first.as_str(), args.second.as_str()];
    let documents = with_cases(&roster, &seekers, &query, &wording, |case| {
        Ok(ComparisonDocument::new(case, names, &second))
    })?;
    sink.finish(|out| match (format, documents.as_slice()) {
        (Format::Text, [one]) if !args.all => render::text::write(out, &[one.brief(&wording)]),
        (Format::Text, all) => render::text::write(out, &[ComparisonDocument::summary(all, &wording)]),
        (Format::Csv, all) => render::csv::write(out, &ComparisonDocument::table(all)),
        (Format::Json, all) => render::json::write(out, &all),
    })?;
    Ok(if documents.is_empty() { Ending::Nothing } else { Ending::Found })
}
