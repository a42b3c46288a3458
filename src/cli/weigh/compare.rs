//! `silkmatch weigh compare`: two weightings side by side.

use super::super::Ending;
use super::super::common::Common;
use super::super::forms::Forms;
use super::super::seekers::Seekers;
use super::{Choice, book, weights, with_cases};
use silkmatch::error::Result;
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
    let [first, second] = [weights::read(&args.first, common)?, weights::read(&args.second, common)?];
    let loaded = common.load_whole()?;
    let roster = &loaded.roster;
    let query = args.choice.query(first, roster)?;
    let wording = common.wording();
    let seekers = args.seekers.of(roster)?;
    let names = [args.first.as_str(), args.second.as_str()];
    let documents = with_cases(roster, &seekers, &query, &wording, |case| {
        Ok(ComparisonDocument::new(case, names, &second))
    })?;
    let brief = || match documents.as_slice() {
        [one] if !args.seekers.all => one.brief(&wording),
        all => vec![ComparisonDocument::summary(all, &wording)],
    };
    let forms = Forms {
        text: brief,
        csv: || ComparisonDocument::table(&documents),
        json: || &documents,
        book: || {
            let made = loaded.scored(&query, &args.first, &wording);
            book(brief(), &["sheet-compared"], &wording).with(wording.say("sheet-made", &[]), made)
        },
    };
    forms.write(format, sink)?;
    Ok(if documents.is_empty() { Ending::Nothing } else { Ending::Found })
}
