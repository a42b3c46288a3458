//! `silkmatch weigh set`: one weight after the other set, with others locked.

use super::super::Ending;
use super::super::common::Common;
use super::{Writer, weights};
use silkmatch::Criterion;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::report::weigh::WeightsDocument;
use silkmatch::weigh::adjust;

/// Set weights; the others give way in proportion
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  silkmatch weigh set field=30 --lock coverage -w balanced -o mine.csv")]
pub struct Args {
    /// A criterion and its share of a hundred points, such as field=30; each stays as set
    #[arg(value_name = "CRITERION=POINTS", required = true)]
    shares: Vec<String>,
    /// Criteria that keep their weights
    #[arg(long, value_name = "CRITERION", num_args = 1.., value_delimiter = ',')]
    lock: Vec<Criterion>,
    /// The weights to start from: a preset, a file, or coverage=0.4,mutual=0.2
    #[arg(short, long, value_name = "W", default_value = "balanced")]
    weights: String,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let writer = Writer::open(common)?;
    let mut new = weights::read(&args.weights, common)?;
    let mut held = args.lock.clone();
    for text in &args.shares {
        let (criterion, share) = read(text)?;
        new = adjust::set(&new, criterion, share, &held)?;
        held.push(criterion);
    }
    let mut inputs = vec![args.weights.clone()];
    inputs.extend(args.shares.iter().cloned());
    inputs.extend(args.lock.iter().map(|locked| format!("--lock {locked}")));
    let method = writer.wording.say("method-set", &[]);
    let document = WeightsDocument::new(&new, method, inputs, &writer.wording);
    writer.weights(&document)
}

fn read(text: &str) -> Result<(Criterion, f64)> {
    let bad = || {
        Error::new(ErrorKind::Value, format!("`{text}` sets no weight"))
            .hint("write a criterion and its points of a hundred, such as field=30")
    };
    let (name, number) = text.split_once('=').ok_or_else(bad)?;
    let number = number.trim().trim_end_matches('%');
    let points: f64 = number.parse().map_err(|_| bad())?;
    Ok((name.trim().parse()?, points / 100.0))
}
