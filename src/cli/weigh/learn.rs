//! `silkmatch weigh learn`: weights from judgments.

use super::super::Ending;
use super::super::common::Common;
use super::judgments::{self, Stated};
use super::{Choice, weights, write_weights};
use silkmatch::Weights;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::matrix::DecisionMatrix;
use silkmatch::report::weigh::{Way, WeightsDocument};
use silkmatch::report::{Wording, figure};
use silkmatch::roster::Roster;
use silkmatch::weigh::learn::{self, Judgment};
use silkmatch::weigh::{Effective, conflict, shares};
use std::path::PathBuf;

/// Weights from judgments, shrunk towards a preset
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// A CSV file with the columns seeker, better, worse; a column answer may say equal
    #[arg(value_name = "JUDGMENTS")]
    judgments: PathBuf,
    /// The weights that few judgments hardly move: a preset, a file, or coverage=0.4,mutual=0.2
    #[arg(short, long, value_name = "W", default_value = "balanced")]
    weights: String,
    #[command(flatten)]
    choice: Choice,
}

const AFTER: &str = "\
Example:
  silkmatch weigh learn judgments.csv -o mine.csv && silkmatch shortlist uz-pida -w mine.csv";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let preset = shares(&weights::read(&args.weights)?);
    let roster = common.load()?;
    let stated = judgments::read(&args.judgments, &roster)?;
    if stated.is_empty() {
        return Err(Error::new(ErrorKind::Value, "there is no judgment to learn from")
            .hint("add rows to the file: seeker, better, worse"));
    }
    let optimism = args.choice.query(&args.weights, &roster)?.optimism;
    let differences: Vec<Vec<f64>> = stated
        .iter()
        .map(|s| {
            let matrix = DecisionMatrix::assess(&roster, s.seeker, [s.better, s.worse]);
            Effective::new(&matrix, optimism).difference(0, 1)
        })
        .collect();
    let rows = stated.iter().zip(&differences).flat_map(|(s, d)| judgment(s, d)).collect::<Vec<_>>();
    let learnt = learn::fit(&rows, &preset);
    let all: [f64; silkmatch::Criterion::COUNT] = std::array::from_fn(|i| learnt.weights[i]);
    let inputs = vec![format!("{} judgments", stated.len()), format!("preset {}", args.weights)];
    let way = Way::of("way-learned").with("shrinkage", learn::SHRINKAGE.to_string());
    let mut document = WeightsDocument::new(&Weights::new(all)?, way, inputs);
    for (entry, (low, high)) in document.weights.iter_mut().zip(&learnt.intervals) {
        (entry.low, entry.high) = (Some(*low), Some(*high));
    }
    let wording = common.wording();
    document.remarks = remarks(&roster, &stated, &differences, &learnt.weights, &wording);
    let (held_out, before) = learn::held_out(&rows, &preset);
    let percent = |share: f64| figure::percent(share, &wording).text();
    let words =
        [("learnt", percent(held_out)), ("preset", percent(before)), ("count", stated.len().to_string())];
    let words: Vec<(&str, &str)> = words.iter().map(|(k, v)| (*k, v.as_str())).collect();
    document.remarks.insert(0, wording.say("learn-held-out", &words));
    write_weights(&document, common)
}

/// "Equal" is both directions, each with half the count.
fn judgment(stated: &Stated, difference: &[f64]) -> Vec<Judgment> {
    let turned = difference.iter().map(|d| -d).collect();
    let one = |difference: Vec<f64>, count| Judgment { difference, count };
    if stated.equal {
        vec![one(difference.to_vec(), 0.5), one(turned, 0.5)]
    } else {
        vec![one(difference.to_vec(), 1.0)]
    }
}

/// The judgments that the weights contradict, and those that cannot all hold.
fn remarks(
    roster: &Roster,
    stated: &[Stated],
    differences: &[Vec<f64>],
    weights: &[f64],
    wording: &Wording,
) -> Vec<String> {
    let id = |org| roster.organization(org).id.to_string();
    let name = |s: &Stated| format!("{}: {} > {}", s.line, id(s.better), id(s.worse));
    let strict: Vec<usize> = (0..stated.len()).filter(|&i| !stated[i].equal).collect();
    let score = |i: usize| differences[i].iter().zip(weights).map(|(d, w)| d * w).sum::<f64>();
    let contradicted: Vec<String> =
        strict.iter().filter(|&&i| score(i) < 0.0).map(|&i| name(&stated[i])).collect();
    let chosen: Vec<Vec<f64>> = strict.iter().map(|&i| differences[i].clone()).collect();
    let conflict: Vec<String> =
        conflict::smallest(&chosen).into_iter().map(|k| name(&stated[strict[k]])).collect();
    let mut said = Vec::new();
    if !contradicted.is_empty() {
        said.push(wording.say("learn-contradicted", &[("judgments", &contradicted.join("; "))]));
    }
    match conflict.as_slice() {
        [] => {}
        [one] => said.push(wording.say("learn-never", &[("judgments", one)])),
        several => said.push(wording.say("learn-conflict", &[("judgments", &several.join("; "))])),
    }
    said
}
