//! `silkmatch weigh ask`: the next most useful question, until the list is settled.

use super::super::Ending;
use super::super::common::Common;
use super::given::Given;
use super::interview::prompt;
use super::judgments::{Said, judgments};
use super::{Choice, Writer, row, with_cases};
use clap::ValueEnum;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::report::figure;
use silkmatch::report::weigh::{Case, WeightsDocument, criterion_name};
use silkmatch::weigh::ask::{Belief, Goal, Question};
use silkmatch::weigh::{Effective, best};
use silkmatch::{Criterion, Weights, preset};
use std::path::PathBuf;

/// Weightings in the cloud of what is believed.
const CLOUD: usize = 8000;

/// The next most useful question, until the list is settled
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// Id or name of the organization, in any script
    #[arg(value_name = "ORG")]
    org: String,
    /// Answers so far, in the format of `weigh learn`; without it, questions are asked here
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// What is to be settled
    #[arg(long, value_name = "G", default_value = "list")]
    goal: Aim,
    #[command(flatten)]
    given: Given,
    /// The seed of the random numbers
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    choice: Choice,
}

const AFTER: &str = "\
Asking stops when less than one member of the list is expected to be wrong, when everybody is 95% sure
to be in or out, or, for the winner, when it is 95% sure.

Examples:
  silkmatch weigh ask uz-pida
  silkmatch weigh ask uz-pida --from answers.csv
  silkmatch weigh ask uz-pida --goal winner -o mine.csv";

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Aim {
    /// Who is first
    Winner,
    /// Who is in the list
    List,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let writer = Writer::open(common)?;
    let region = args.given.region()?;
    let roster = common.load()?;
    let query = args.choice.query(preset::all()[0].weights()?, roster)?;
    let seeker = roster.find(&args.org)?;
    let goal = match args.goal {
        Aim::Winner => Goal::Winner,
        Aim::List => Goal::List,
    };
    let done = with_cases(roster, &[seeker], &query, &writer.wording, |case| {
        let values = Effective::new(case.matrix, query.optimism);
        let cloud = region.sample(region.sampling(args.seed), args.seed, 0, CLOUD).ok_or_else(|| {
            Error::new(ErrorKind::Value, "what is given leaves no room for any weights")
                .hint("loosen a bound")
        })?;
        let mut belief = Belief::new(&values, cloud, goal, query.top);
        let mut inputs = args.given.words();
        match &args.from {
            Some(path) => {
                let stated = judgments(path, roster, common)?;
                for s in stated.iter().filter(|s| s.seeker == seeker && s.said == Said::Rather) {
                    for &worse in &s.others {
                        let at = |org| row(case, org).map_err(|e| e.at(s.place.clone()));
                        belief.answer(at(s.better)?, at(worse)?);
                    }
                    inputs.push(s.statement(roster));
                }
            }
            None => converse(case, &mut belief, &mut inputs)?,
        }
        document(case, &belief, inputs, args.seed)
    })?;
    match done.first() {
        Some(document) => writer.weights(document),
        None => Ok(Ending::Nothing),
    }
}

/// Asks until the list is settled or the officer has had enough.
fn converse(case: &Case, belief: &mut Belief, inputs: &mut Vec<String>) -> Result<()> {
    while let Some(q) = belief.next().filter(|_| !belief.is_settled()) {
        let text = question(case, &q);
        let id = |row: usize| case.roster.organization(case.matrix.alternatives()[row]).id.to_string();
        match prompt(&format!("{text}\n{}", case.wording.say("ask-answer", &[])))?.as_deref() {
            Some("1") => {
                belief.answer(q.a, q.b);
                inputs.push(format!("{} > {}", id(q.a), id(q.b)));
            }
            Some("2") => {
                belief.answer(q.b, q.a);
                inputs.push(format!("{} > {}", id(q.b), id(q.a)));
            }
            None => break,
            Some(_) => {}
        }
    }
    Ok(())
}

/// The question in words: the two, and the criteria on which they differ most.
fn question(case: &Case, q: &Question) -> String {
    let name = |row: usize| {
        let o = case.roster.organization(case.matrix.alternatives()[row]);
        format!("{} ({})", o.name, o.id)
    };
    let (a, b) = (case.matrix.values(q.a), case.matrix.values(q.b));
    let shown = |v: Option<f64>| v.map_or("?".to_string(), |v| case.wording.number(v * 100.0, 0));
    let differing: Vec<String> = Criterion::ALL
        .into_iter()
        .map(|c| (c, shown(a[c.index()]), shown(b[c.index()])))
        .filter(|(_, a, b)| a != b)
        .map(|(c, a, b)| format!("{} {a} : {b}", criterion_name(c, case.wording)))
        .collect();
    let words = [("a", name(q.a)), ("b", name(q.b)), ("differing", case.wording.list(&differing))];
    case.wording.say("ask-question", &words.each_ref().map(|(k, v)| (*k, v.as_str())))
}

fn document(case: &Case, belief: &Belief, inputs: Vec<String>, seed: u64) -> Result<WeightsDocument> {
    let mean = belief.mean();
    let all: [f64; Criterion::COUNT] = std::array::from_fn(|i| mean[i]);
    let method = case.wording.say("method-ask", &[]);
    let mut document = WeightsDocument::new(&Weights::new(all)?, method, inputs, case.wording);
    document.seed = Some(seed);
    let chances = belief.chances();
    let likely: Vec<String> = best(&chances, case.query.top)
        .into_iter()
        .filter(|&row| chances[row] > 0.05)
        .map(|row| {
            let o = case.roster.organization(case.matrix.alternatives()[row]);
            format!("{} {}", o.id, figure::percent(chances[row], case.wording).text())
        })
        .collect();
    document.remarks.push(case.wording.say("ask-likely", &[("partners", &case.wording.list(&likely))]));
    let doubtful = case.wording.number(belief.doubtful(), 1);
    let key = if belief.is_settled() { "ask-settled" } else { "ask-open" };
    document.remarks.push(case.wording.say(key, &[("doubtful", &doubtful)]));
    if let Some(q) = belief.next().filter(|_| !belief.is_settled()) {
        document.remarks.push(question(case, &q));
    }
    Ok(document)
}
