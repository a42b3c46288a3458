//! `silkmatch weigh learn`: weights from judgments, choices and outcomes.

use super::super::Ending;
use super::super::common::Common;
use super::judgments::{judgments, outcomes};
use super::{Writer, weights};
use silkmatch::Optimism;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::report::weigh::{LearnInput, learnt};
use silkmatch::weigh::learn::Answer;
use silkmatch::weigh::shares;
use std::path::PathBuf;

/// Weights from judgments, choices and outcomes of past meetings
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// Table of judgments with the columns seeker, better, worse; a column answer may say equal
    #[arg(value_name = "JUDGMENTS", required_unless_present = "outcomes")]
    judgments: Option<PathBuf>,
    /// Table of choices or of past meetings with the columns seeker, partner, outcome, and list where a
    /// seeker had several
    #[arg(long, value_name = "FILE")]
    outcomes: Option<PathBuf>,
    /// The weights that few answers hardly move: a preset, a file, or coverage=0.4,mutual=0.2
    #[arg(short, long, value_name = "W", default_value = "balanced")]
    weights: String,
    /// How much of an unknown criterion counts, from 0 (all of it bad) to 1 (all of it good)
    #[arg(long, value_name = "X", default_value_t = Optimism::default().degree())]
    optimism: f64,
    /// The seed of the random numbers
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

const AFTER: &str = "\
An outcome is yes or no for a choice from a list; for meetings no, met, memorandum or contract; or any
number, more for better. It is compared within its list alone: outcomes say nothing of partners who were
not offered. Tables may be CSV or a workbook, with headers in any of the six languages.

Examples:
  silkmatch weigh learn judgments.csv -o mine.csv && silkmatch shortlist uz-pida -w mine.csv
  silkmatch weigh learn --outcomes visit-2025.xlsx -w training
  silkmatch weigh learn judgments.csv --outcomes visit-2025.xlsx -f json";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let writer = Writer::open(common)?;
    let preset = shares(&weights::read(&args.weights, common)?);
    let optimism = Optimism::new(args.optimism)?;
    let roster = common.load()?;
    let mut stated = Vec::new();
    if let Some(path) = &args.judgments {
        stated.extend(judgments(path, roster, common)?);
    }
    let count = stated.len();
    if let Some(path) = &args.outcomes {
        stated.extend(outcomes(path, roster, common)?);
    }
    if stated.is_empty() {
        return Err(Error::new(ErrorKind::Value, "there is no answer to learn from")
            .hint("add judgments (seeker, better, worse), or outcomes that differ within a list"));
    }
    let answers: Vec<Answer> = stated.iter().map(|s| s.answer(roster, optimism)).collect();
    let words: Vec<String> = stated.iter().map(|s| s.words(roster)).collect();
    let input = LearnInput {
        answers: &answers,
        words: &words,
        judgments: count,
        preset: &preset,
        preset_name: &args.weights,
        seed: args.seed,
    };
    let document = learnt(&input, &writer.wording)?;
    writer.weights(&document)
}
