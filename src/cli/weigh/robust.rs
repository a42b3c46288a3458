//! `silkmatch weigh robust`: how a list fares over all weights that are possible.

use super::super::Ending;
use super::super::common::Common;
use super::super::forms::Forms;
use super::given::Given;
use super::{Choice, book, weights, with_cases};
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::report::weigh::{Draw, RobustDocument};
use std::num::NonZeroU32;

/// How a list fares over all weights that are possible
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// Id or name of the organization, in any script
    #[arg(value_name = "ORG")]
    org: String,
    #[command(flatten)]
    given: Given,
    /// How many weights are drawn
    #[arg(long, value_name = "N", default_value = "10000")]
    samples: NonZeroU32,
    /// The seed of the random numbers
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// The weights of the list as it is
    #[arg(short, long, value_name = "W", default_value = "balanced")]
    weights: String,
    #[command(flatten)]
    choice: Choice,
}

const AFTER: &str = "\
Examples:
  silkmatch weigh robust kz-sk-pharmacy
  silkmatch weigh robust kz-sk-pharmacy --given 'coverage>=field,policy>=5,access<=10'
  silkmatch weigh robust uz-pida --seed 7 --samples 100000 -f json";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let region = args.given.region()?;
    let loaded = common.load_whole()?;
    let roster = &loaded.roster;
    let query = args.choice.query(weights::read(&args.weights, common)?, roster)?;
    let wording = common.wording();
    let seekers = [roster.find(&args.org)?];
    let samples = args.samples.get() as usize;
    let documents = with_cases(roster, &seekers, &query, &wording, |case| {
        let draw = Draw { region: &region, given: args.given.words(), samples, seed: args.seed };
        RobustDocument::new(case, &draw).ok_or_else(|| {
            Error::new(ErrorKind::Value, "what is given leaves no room for any weights")
                .hint("take back one of the statements, or loosen a bound")
        })
    })?;
    let brief = || documents.iter().flat_map(|d| d.brief(&wording)).collect::<Vec<_>>();
    let forms = Forms {
        text: brief,
        csv: || RobustDocument::table(&documents),
        json: || &documents,
        book: || {
            let made = loaded.scored(&query, &args.weights, &wording);
            book(brief(), &["sheet-robust"], &wording).with(wording.say("sheet-made", &[]), made)
        },
    };
    forms.write(format, sink)?;
    Ok(if documents.is_empty() { Ending::Nothing } else { Ending::Found })
}
