//! `silkmatch weigh stability`: how far weights can move before a list changes.

use super::super::Ending;
use super::super::common::Common;
use super::super::forms::Forms;
use super::super::seekers::Seekers;
use super::{Choice, book, row, weights, with_cases};
use silkmatch::error::Result;
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
    let loaded = common.load_whole()?;
    let roster = &loaded.roster;
    let query = args.choice.query(weights::read(&args.weights, common)?, roster)?;
    let wording = common.wording();
    let seekers = args.seekers.of(roster)?;
    let documents = with_cases(roster, &seekers, &query, &wording, |case| {
        let riser = args.rise.as_deref().map(|text| row(case, roster.find(text)?)).transpose()?;
        Ok(StabilityDocument::new(case, riser))
    })?;
    let brief = || match documents.as_slice() {
        [one] if !args.seekers.all => one.brief(&wording),
        all => vec![StabilityDocument::summary(all, &wording)],
    };
    let forms = Forms {
        text: brief,
        csv: || StabilityDocument::table(&documents),
        json: || &documents,
        book: || {
            let made = loaded.scored(&query, &args.weights, &wording);
            book(brief(), &["sheet-stability"], &wording).with(wording.say("sheet-made", &[]), made)
        },
    };
    forms.write(format, sink)?;
    Ok(if documents.is_empty() { Ending::Nothing } else { Ending::Found })
}
