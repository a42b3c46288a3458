//! `silkmatch weigh stability`: how far weights can move before a list changes.

use super::super::Ending;
use super::super::common::{Common, Format};
use super::super::seekers::Seekers;
use super::{Choice, row, with_cases};
use silkmatch::error::Result;
use silkmatch::render;
use silkmatch::report::weigh::StabilityDocument;

/// How far weights can move before a list changes, exactly
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    #[command(flatten)]
    seekers: Seekers,
    /// A partner: what would it take for it to rise?
    #[arg(long, value_name = "PARTNER", conflicts_with = "all")]
    rise: Option<String>,
    /// Weights: a preset, a file, or coverage=0.4,mutual=0.2
    #[arg(short, long, value_name = "W", default_value = "balanced")]
    weights: String,
    #[command(flatten)]
    choice: Choice,
}

const AFTER: &str = "\
Each weight moves alone, the others keeping their proportions; then all move together, as little as
possible.

Examples:
  silkmatch weigh stability kz-sk-pharmacy
  silkmatch weigh stability kz-sk-pharmacy --rise kr-khidi
  silkmatch weigh stability --all -f csv -o intervals.csv";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let roster = common.load()?;
    let query = args.choice.query(&args.weights, &roster)?;
    let wording = common.wording();
    let seekers = args.seekers.of(&roster)?;
    let documents = with_cases(&roster, &seekers, &query, &wording, |case| {
        let riser = args.rise.as_deref().map(|text| row(case, roster.find(text)?)).transpose()?;
        Ok(StabilityDocument::new(case, riser))
    })?;
    sink.finish(|out| match (format, documents.as_slice()) {
        (Format::Text, [one]) if !args.seekers.all => render::text::write(out, &one.brief(&wording)),
        (Format::Text, all) => render::text::write(out, &[StabilityDocument::summary(all, &wording)]),
        (Format::Csv, all) => render::csv::write(out, &StabilityDocument::table(all)),
        (Format::Json, all) => render::json::write(out, &all),
    })?;
    Ok(if documents.is_empty() { Ending::Nothing } else { Ending::Found })
}
