//! `silkmatch gaps`: needs nobody meets, offers nobody asks for.

use super::Ending;
use super::common::{Common, Format};
use silkmatch::engine::Filter;
use silkmatch::error::Result;
use silkmatch::report::evaluation as report;
use silkmatch::{gaps, render};

/// Needs that nobody abroad meets, and offers that nobody abroad asks for
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  silkmatch gaps --from UZ")]
pub struct Args {
    /// Countries whose needs and offers are looked at
    #[arg(long, value_name = "C", num_args = 1.., value_delimiter = ',')]
    from: Vec<String>,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let from = Filter::of_countries(&args.from)?.countries;
    let roster = common.load()?;
    let mut found = gaps::gaps(&roster);
    found.retain(|g| from.is_empty() || from.contains(&g.country));
    let documents = report::gap_documents(&roster, &found, &common.wording());
    sink.finish(|out| match format {
        Format::Text => render::text::write(out, &[report::gap_table(&documents)]),
        Format::Csv => render::csv::write(out, &report::gap_table(&documents)),
        Format::Json => render::json::write(out, &documents),
    })?;
    Ok(if documents.is_empty() { Ending::Nothing } else { Ending::Found })
}
