//! `silkmatch report`: one self-contained HTML page with live weights.

use super::Ending;
use super::common::{Common, Format, Partners, Weighting};
use super::shortlist::at_least_one;
use silkmatch::engine::{Filter, Query};
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::render;
use silkmatch::report::page::PageDocument;
use silkmatch::roster::{Org, Roster};

/// One self-contained HTML page with live weights, to open, print and send on
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// Ids or names of the organizations, in any script
    #[arg(value_name = "ORG", required_unless_present = "all", conflicts_with = "all")]
    orgs: Vec<String>,
    /// Every organization
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    weighting: Weighting,
    /// Matches for each seeker
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10, value_parser = at_least_one)]
    top: usize,
    /// Countries of the seekers, with --all
    #[arg(long, value_name = "C", num_args = 1.., value_delimiter = ',', requires = "all")]
    from: Vec<String>,
    #[command(flatten)]
    partners: Partners,
}

const AFTER: &str = "\
The page loads nothing and sends nothing. It ranks anew as weights move, by the same arithmetic as this
command; a button saves them as a file that -w takes. With -f json, its data is written alone.

Examples:
  silkmatch report kz-sk-pharmacy -o report.html
  silkmatch report --all --from UZ --to KR -l ru -o report.html";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (shape, sink) = (Shape::of(common)?, common.sink()?);
    let (weights, optimism) = args.weighting.read(common)?;
    let loaded = common.load_whole()?;
    let roster = &loaded.roster;
    let partners = args.partners.filter(roster)?;
    let query = Query { optimism, top: args.top, partners, ..Query::new(weights) };
    let seekers = seekers(args, roster)?;
    let inputs = loaded.bundle.fingerprint();
    let page = PageDocument::new(roster, &seekers, &query, inputs, &common.wording())?;
    sink.finish(|out| match shape {
        Shape::Page => render::html::write(out, &page),
        Shape::Data => render::json::write(out, &page),
    })?;
    Ok(if page.lists.is_empty() { Ending::Nothing } else { Ending::Found })
}

/// What is written.
enum Shape {
    /// The page.
    Page,
    /// Its data alone.
    Data,
}

impl Shape {
    /// As asked for by `-f`, else by the ending of the output, else the page.
    fn of(common: &Common) -> Result<Shape> {
        let ending = common.output.as_ref().and_then(|p| p.extension()).unwrap_or_default();
        let by_ending = ending.is_empty() || ending == "html" || ending == "htm";
        if common.format.map_or(by_ending, |format| format == Format::Html) {
            return Ok(Shape::Page);
        }
        match common.format()? {
            Format::Json => Ok(Shape::Data),
            Format::Text | Format::Csv | Format::Xlsx | Format::Html | Format::Ics => {
                let error = Error::new(ErrorKind::Value, "a report is a page, not a table");
                Err(error.hint("write to a file such as report.html; `silkmatch shortlist` writes tables"))
            }
        }
    }
}

/// Those who are named, each once in the order of the ids, or all.
fn seekers(args: &Args, roster: &Roster) -> Result<Vec<Org>> {
    if args.all {
        let from = Filter::of_countries(&args.from)?;
        return Ok(roster.orgs().filter(|o| from.lets(roster, *o)).collect());
    }
    let mut named = args.orgs.iter().map(|text| roster.find(text)).collect::<Result<Vec<Org>>>()?;
    named.sort_unstable();
    named.dedup();
    Ok(named)
}
