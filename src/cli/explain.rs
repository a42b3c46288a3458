//! `silkmatch explain`: what each criterion gave, need by need, both sides.

use super::Ending;
use super::common::{Common, Format, Weighting};
use silkmatch::criteria::Pair;
use silkmatch::engine::Query;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::report::explanation as report;
use silkmatch::{explain, render};

/// What each criterion gave, need by need, both sides
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  silkmatch explain kz-sk-pharmacy kr-khidi")]
pub struct Args {
    /// Id or name of the one who looks for a partner
    #[arg(value_name = "ORG")]
    seeker: String,
    /// Id or name of the partner
    #[arg(value_name = "PARTNER")]
    partner: String,
    #[command(flatten)]
    weighting: Weighting,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let (weights, optimism) = args.weighting.read()?;
    let roster = common.load()?;
    let (seeker, partner) = (roster.find(&args.seeker)?, roster.find(&args.partner)?);
    if seeker == partner {
        let error = Error::new(
            ErrorKind::Value,
            format!("`{}` and `{}` are the same organization", args.seeker, args.partner),
        );
        return Err(error.hint("name two organizations"));
    }
    let query = Query { optimism, ..Query::new(weights) };
    let found = explain::explain(Pair { roster: &roster, seeker, partner }, &query);
    let wording = common.wording();
    let document = || report::document(&roster, &found, &query, &wording);
    sink.finish(|out| match format {
        Format::Text => render::text::write(out, &report::brief(&roster, &found, &query, &wording)),
        Format::Csv => render::csv::write(out, &report::points_table(&document())),
        Format::Json => render::json::write(out, &document()),
    })?;
    Ok(Ending::Found)
}
