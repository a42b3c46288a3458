//! `silkmatch weigh elicit`: weights from what an officer can say.

use super::super::Ending;
use super::super::common::Common;
use super::{Writer, interview};
use clap::ValueEnum;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::read::Source;
use silkmatch::report::Wording;
use silkmatch::report::weigh::{WeightsDocument, criterion_name};
use silkmatch::weigh::best_worst::{self, Answers};
use silkmatch::weigh::elicit::Surrogate;
use silkmatch::weigh::ratios::{self, Ratio};
use silkmatch::{Criterion, Weights};
use std::path::{Path, PathBuf};

/// Weights from what an officer can say
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// The method
    #[arg(value_name = "METHOD")]
    method: Method,
    /// Answers; without any, and without --from, they are asked for
    #[arg(value_name = "ANSWER")]
    answers: Vec<String>,
    /// A file with one answer a line; a line that begins with # is a remark
    #[arg(long, value_name = "FILE", conflicts_with = "answers")]
    from: Option<PathBuf>,
    /// The rule for a ranking
    #[arg(long, value_name = "RULE", default_value = "sum-reciprocal")]
    rule: Rule,
}

const AFTER: &str = "\
Answers: for a ranking, the criteria, the most important first; for swing, coverage=100; for ratios and
ahp, coverage/field=3 (coverage counts three times as much); for best-worst, best=coverage,
worst=access, and ratios of the best to each and of each to the worst. A criterion that no answer names
counts nothing.

Examples:
  silkmatch weigh elicit ranking coverage field counterpart policy -o mine.csv
  silkmatch weigh elicit swing coverage=100 field=60 policy=20
  silkmatch weigh elicit ratios --from answers.txt
  silkmatch weigh elicit best-worst";

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Method {
    /// From a ranking of the criteria
    Ranking,
    /// From points for raising one criterion from 0 to 1
    Swing,
    /// From ratios of pairs, by logarithmic least squares; not all pairs are needed
    Ratios,
    /// From ratios of all pairs, by the eigenvector of Saaty
    Ahp,
    /// From the best and the worst against all others
    BestWorst,
}

/// Answers of AHP with a consistency ratio above it have to be reconsidered (Saaty 1980).
const MOST_INCONSISTENT: f64 = 0.1;

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Rule {
    SumReciprocal,
    Centroid,
    RankSum,
    Reciprocal,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let writer = Writer::open(common)?;
    let answers = match &args.from {
        Some(path) => read(path, common)?,
        None if args.answers.is_empty() => interview::ask(args.method, &writer.wording)?,
        None => args.answers.clone(),
    };
    let found = match args.method {
        Method::Ranking => ranking(&answers, args.rule)?,
        Method::Swing => swing(&answers)?,
        Method::Ratios => least_squares(&answers, &writer.wording)?,
        Method::Ahp => eigenvector(&answers, &writer.wording)?,
        Method::BestWorst => best_worst(&answers, &writer.wording)?,
    };
    let method = writer.wording.say(found.method, &[]);
    let mut document = WeightsDocument::new(&found.weights, method, answers, &writer.wording);
    document.remarks = found.remarks;
    writer.weights(&document)
}

/// What a method makes of answers.
struct Found {
    weights: Weights,
    /// The key of the method's name.
    method: &'static str,
    remarks: Vec<String>,
}

/// The lines of a file, in any encoding, but for empty ones and remarks.
fn read(path: &Path, common: &Common) -> Result<Vec<String>> {
    let text = common.read(path, Source::text)?;
    let lines = text.lines().map(str::trim);
    Ok(lines.filter(|l| !l.is_empty() && !l.starts_with('#')).map(String::from).collect())
}

fn no_answer(text: &str, hint: &str) -> Error {
    Error::new(ErrorKind::Value, format!("`{text}` is no answer here")).hint(hint)
}

/// Weights over the criteria that were named, spread over all.
fn weights(named: &[Criterion], shares: &[f64]) -> Result<Weights> {
    let mut all = [0.0; Criterion::COUNT];
    named.iter().zip(shares).for_each(|(c, w)| all[c.index()] = *w);
    Weights::new(all)
}

fn ranking(answers: &[String], rule: Rule) -> Result<Found> {
    let (rule, method) = match rule {
        Rule::SumReciprocal => (Surrogate::SumReciprocal, "method-sum-reciprocal"),
        Rule::Centroid => (Surrogate::Centroid, "method-centroid"),
        Rule::RankSum => (Surrogate::RankSum, "method-rank-sum"),
        Rule::Reciprocal => (Surrogate::Reciprocal, "method-reciprocal"),
    };
    let mut named: Vec<Criterion> = Vec::new();
    for text in answers {
        let criterion: Criterion = text.parse()?;
        if named.contains(&criterion) {
            return Err(no_answer(text, "it is ranked already; name each criterion once"));
        }
        named.push(criterion);
    }
    let weights = weights(&named, &rule.weights(named.len()))?;
    Ok(Found { weights, method, remarks: Vec::new() })
}

fn swing(answers: &[String]) -> Result<Found> {
    let hint = "write a criterion and its points, such as coverage=100";
    let mut points = [0.0; Criterion::COUNT];
    for text in answers {
        let (name, number) = text.split_once('=').ok_or_else(|| no_answer(text, hint))?;
        let number: f64 = number.trim().parse().map_err(|_| no_answer(text, hint))?;
        points[name.trim().parse::<Criterion>()?.index()] = number;
    }
    Ok(Found { weights: Weights::new(points)?, method: "method-swing", remarks: Vec::new() })
}

/// A ratio of two criteria.
fn ratio(text: &str) -> Result<(Criterion, Criterion, f64)> {
    let bad = || no_answer(text, "write two criteria and how many times as much, such as coverage/field=3");
    let (pair, number) = text.split_once('=').ok_or_else(bad)?;
    let (a, b) = pair.split_once('/').ok_or_else(bad)?;
    let number = match number.trim().split_once('/') {
        Some((above, below)) => above.parse::<f64>().ok().zip(below.parse::<f64>().ok()).map(|(a, b)| a / b),
        None => number.trim().parse().ok(),
    };
    let number = number.filter(|x: &f64| x.is_finite() && *x > 0.0).ok_or_else(bad)?;
    let (a, b): (Criterion, Criterion) = (a.trim().parse()?, b.trim().parse()?);
    if a == b { Err(bad()) } else { Ok((a, b, number)) }
}

/// The criteria that ratios name, in their order, and the ratios by position among them.
fn positions(answers: &[String]) -> Result<(Vec<Criterion>, Vec<Ratio>)> {
    let stated = answers.iter().map(|text| ratio(text)).collect::<Result<Vec<_>>>()?;
    let is_named = |c: &Criterion| stated.iter().any(|(a, b, _)| a == c || b == c);
    let named: Vec<Criterion> = Criterion::ALL.into_iter().filter(is_named).collect();
    let at = |c: Criterion| named.iter().position(|n| *n == c).unwrap_or_default();
    let ratios = stated.iter().map(|&(a, b, ratio)| Ratio { a: at(a), b: at(b), ratio }).collect();
    Ok((named, ratios))
}

fn least_squares(answers: &[String], wording: &Wording) -> Result<Found> {
    let (named, stated) = positions(answers)?;
    let found = ratios::least_squares(named.len(), &stated).ok_or_else(|| {
        Error::new(ErrorKind::Value, "the answers do not connect all the criteria that they name")
            .hint("compare one of each group with one of the other")
    })?;
    let mut remarks = Vec::new();
    let worst = stated.iter().zip(&found.residuals).max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
    if let Some((r, _)) = worst.filter(|(_, e)| e.abs() > 0.05) {
        let [a, b] = [r.a, r.b].map(|i| criterion_name(named[i], wording));
        let answer = format!("{a} / {b} = {}", wording.number(r.ratio, 2));
        let fitted = wording.number(found.weights[r.a] / found.weights[r.b], 2);
        remarks.push(wording.say("elicit-reconsider", &[("answer", &answer), ("fitted", &fitted)]));
    }
    if let Some(index) = found.consistency {
        let most = ratios::most_inconsistent(named.len());
        let key = if index <= most { "elicit-gci-good" } else { "elicit-gci-bad" };
        let words = [
            ("index", wording.number(index, 3)),
            ("most", wording.number(most, 2)),
            ("count", named.len().to_string()),
        ];
        remarks.push(wording.say(key, &words.each_ref().map(|(k, v)| (*k, v.as_str()))));
    }
    Ok(Found { weights: weights(&named, &found.weights)?, method: "method-ratios", remarks })
}

fn eigenvector(answers: &[String], wording: &Wording) -> Result<Found> {
    let (named, stated) = positions(answers)?;
    let found = ratios::eigenvector(named.len(), &stated).ok_or_else(|| {
        let pairs = named.len() * named.len().saturating_sub(1) / 2;
        let message = format!("{} criteria need one answer for each of their {pairs} pairs", named.len());
        Error::new(ErrorKind::Value, message).hint("`weigh elicit ratios` does with fewer answers")
    })?;
    let key = if found.ratio <= MOST_INCONSISTENT { "elicit-cr-good" } else { "elicit-cr-bad" };
    let (ratio, lambda) = (wording.number(found.ratio, 3), wording.number(found.lambda, 3));
    let most = wording.number(MOST_INCONSISTENT, 1);
    let remarks = vec![wording.say(key, &[("ratio", &ratio), ("lambda", &lambda), ("most", &most)])];
    Ok(Found { weights: weights(&named, &found.weights)?, method: "method-ahp", remarks })
}

fn best_worst(answers: &[String], wording: &Wording) -> Result<Found> {
    let hint = "write best=coverage, worst=access, and ratios such as coverage/field=3";
    let named = |key: &str| {
        let found = answers.iter().find_map(|a| a.strip_prefix(key)?.trim().strip_prefix('='));
        found.ok_or_else(|| no_answer(key, hint)).and_then(|text| text.trim().parse::<Criterion>())
    };
    let (best, worst) = (named("best")?, named("worst")?);
    let rest: Vec<String> = answers.iter().filter(|a| a.contains('/')).cloned().collect();
    let stated = rest.iter().map(|text| ratio(text)).collect::<Result<Vec<_>>>()?;
    let criteria: Vec<Criterion> = Criterion::ALL
        .into_iter()
        .filter(|c| [best, worst].contains(c) || stated.iter().any(|(a, b, _)| a == c || b == c))
        .collect();
    let look = |a: Criterion, b: Criterion| {
        let found = stated.iter().find(|(x, y, _)| *x == a && *y == b).map(|(_, _, r)| *r);
        found.or((a == b).then_some(1.0)).ok_or_else(|| {
            Error::new(ErrorKind::Value, format!("the answer for {a}/{b} is missing")).hint(hint)
        })
    };
    let at = |c: Criterion| criteria.iter().position(|n| *n == c).unwrap_or_default();
    let found = best_worst::solve(&Answers {
        best: at(best),
        worst: at(worst),
        from_best: criteria.iter().map(|c| look(best, *c)).collect::<Result<_>>()?,
        to_worst: criteria.iter().map(|c| look(*c, worst)).collect::<Result<_>>()?,
    });
    let found = found.ok_or_else(|| no_answer("best-worst", hint))?;
    let (deviation, ratio) = (wording.number(found.deviation, 3), wording.number(found.input_ratio, 3));
    let words = [("deviation", deviation.as_str()), ("ratio", &ratio)];
    let remarks = vec![wording.say("elicit-best-worst", &words)];
    Ok(Found { weights: weights(&criteria, &found.weights)?, method: "method-best-worst", remarks })
}
