//! `silkmatch weigh elicit`: weights from what an officer can say.

use super::super::Ending;
use super::super::common::Common;
use super::write_weights;
use clap::ValueEnum;
use silkmatch::error::{Error, ErrorKind, Place, Result};
use silkmatch::report::Wording;
use silkmatch::report::weigh::{Way, WeightsDocument, criterion_name};
use silkmatch::weigh::best_worst::{self, Answers};
use silkmatch::weigh::elicit::Surrogate;
use silkmatch::weigh::ratios::{self, Ratio};
use silkmatch::{Criterion, Weights};
use std::io::{BufRead, Write};
use std::path::PathBuf;

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
enum Method {
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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Rule {
    SumReciprocal,
    Centroid,
    RankSum,
    Reciprocal,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let wording = common.wording();
    let answers = match &args.from {
        Some(path) => read(path)?,
        None if args.answers.is_empty() => ask(args.method, &wording)?,
        None => args.answers.clone(),
    };
    let mut document = match args.method {
        Method::Ranking => ranking(&answers, args.rule)?,
        Method::Swing => swing(&answers)?,
        Method::Ratios => least_squares(&answers, &wording)?,
        Method::Ahp => eigenvector(&answers, &wording)?,
        Method::BestWorst => best_worst(&answers, &wording)?,
    };
    document.inputs = answers;
    write_weights(&document, common)
}

fn read(path: &PathBuf) -> Result<Vec<String>> {
    let place = || Place::file(path.display().to_string());
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(place(), "cannot be read", e))?;
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
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

fn ranking(answers: &[String], rule: Rule) -> Result<WeightsDocument> {
    let (rule, key) = match rule {
        Rule::SumReciprocal => (Surrogate::SumReciprocal, "way-sum-reciprocal"),
        Rule::Centroid => (Surrogate::Centroid, "way-centroid"),
        Rule::RankSum => (Surrogate::RankSum, "way-rank-sum"),
        Rule::Reciprocal => (Surrogate::Reciprocal, "way-reciprocal"),
    };
    let mut named: Vec<Criterion> = Vec::new();
    for text in answers {
        let criterion: Criterion = text.parse()?;
        if named.contains(&criterion) {
            return Err(no_answer(text, "it is ranked already; name each criterion once"));
        }
        named.push(criterion);
    }
    let new = weights(&named, &rule.weights(named.len()))?;
    Ok(WeightsDocument::new(&new, Way::of(key), Vec::new()))
}

fn swing(answers: &[String]) -> Result<WeightsDocument> {
    let hint = "write a criterion and its points, such as coverage=100";
    let mut points = [0.0; Criterion::COUNT];
    for text in answers {
        let (name, number) = text.split_once('=').ok_or_else(|| no_answer(text, hint))?;
        let number: f64 = number.trim().parse().map_err(|_| no_answer(text, hint))?;
        points[name.trim().parse::<Criterion>()?.index()] = number;
    }
    Ok(WeightsDocument::new(&Weights::new(points)?, Way::of("way-swing"), Vec::new()))
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

fn least_squares(answers: &[String], wording: &Wording) -> Result<WeightsDocument> {
    let (named, stated) = positions(answers)?;
    let found = ratios::least_squares(named.len(), &stated).ok_or_else(|| {
        Error::new(ErrorKind::Value, "the answers do not connect all the criteria that they name")
            .hint("compare one of each group with one of the other")
    })?;
    let new = weights(&named, &found.weights)?;
    let mut document = WeightsDocument::new(&new, Way::of("way-ratios"), Vec::new());
    let worst = stated.iter().zip(&found.residuals).max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
    if let Some((r, _)) = worst.filter(|(_, e)| e.abs() > 0.05) {
        let fitted = found.weights[r.a] / found.weights[r.b];
        let words = [
            ("a", criterion_name(named[r.a], wording)),
            ("b", criterion_name(named[r.b], wording)),
            ("ratio", wording.number(r.ratio, 2)),
            ("fitted", wording.number(fitted, 2)),
        ];
        document
            .remarks
            .push(wording.say("elicit-reconsider", &words.each_ref().map(|(k, v)| (*k, v.as_str()))));
    }
    if let Some(index) = found.consistency {
        let most = ratios::most_inconsistent(named.len());
        let words = [
            ("index", wording.number(index, 3)),
            ("most", wording.number(most, 2)),
            ("criteria", named.len().to_string()),
            ("verdict", verdict(index <= most, wording)),
        ];
        document.remarks.push(wording.say("elicit-gci", &words.each_ref().map(|(k, v)| (*k, v.as_str()))));
    }
    Ok(document)
}

/// Whether answers agree well enough.
fn verdict(is_consistent: bool, wording: &Wording) -> String {
    wording.say(if is_consistent { "verdict-enough" } else { "verdict-reconsider" }, &[])
}

fn eigenvector(answers: &[String], wording: &Wording) -> Result<WeightsDocument> {
    let (named, stated) = positions(answers)?;
    let found = ratios::eigenvector(named.len(), &stated).ok_or_else(|| {
        let pairs = named.len() * named.len().saturating_sub(1) / 2;
        let message = format!("{} criteria need one answer for each of their {pairs} pairs", named.len());
        Error::new(ErrorKind::Value, message).hint("`weigh elicit ratios` does with fewer answers")
    })?;
    let new = weights(&named, &found.weights)?;
    let mut document = WeightsDocument::new(&new, Way::of("way-ahp"), Vec::new());
    let words = [
        ("ratio", wording.number(found.ratio, 3)),
        ("lambda", wording.number(found.lambda, 3)),
        ("most", wording.number(0.1, 1)),
        ("verdict", verdict(found.ratio <= 0.1, wording)),
    ];
    document.remarks.push(wording.say("elicit-cr", &words.each_ref().map(|(k, v)| (*k, v.as_str()))));
    Ok(document)
}

fn best_worst(answers: &[String], wording: &Wording) -> Result<WeightsDocument> {
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
    let way = Way::of("way-best-worst");
    let mut document = WeightsDocument::new(&weights(&criteria, &found.weights)?, way, Vec::new());
    let words =
        [("deviation", wording.number(found.deviation, 3)), ("ratio", wording.number(found.input_ratio, 3))];
    document.remarks.push(wording.say("elicit-deviation", &words.each_ref().map(|(k, v)| (*k, v.as_str()))));
    Ok(document)
}

/// Asks on standard error and reads answers from standard input.
fn ask(method: Method, wording: &Wording) -> Result<Vec<String>> {
    let name = |c: Criterion| criterion_name(c, wording);
    let put = |key: &str, words: &[(&str, &str)]| prompt(&format!("{} ", wording.say(key, words)));
    let list = |of: &mut dyn Iterator<Item = Criterion>| of.map(name).collect::<Vec<_>>().join(", ");
    let mut answers: Vec<String> = Vec::new();
    match method {
        Method::Ranking => {
            let mut ranked: Vec<Criterion> = Vec::new();
            while ranked.len() < Criterion::COUNT {
                let left = list(&mut Criterion::ALL.into_iter().filter(|c| !ranked.contains(c)));
                let rank = (ranked.len() + 1).to_string();
                match put("elicit-rank", &[("rank", &rank), ("left", &left)])? {
                    Some(answer) => ranked.push(answer.parse()?),
                    None => break,
                }
            }
            answers.extend(ranked.iter().map(|c| c.name().to_string()));
        }
        Method::Swing => {
            for c in Criterion::ALL {
                let question = wording.say(&format!("question-{c}"), &[]);
                let points = put("elicit-swing", &[("question", &question), ("criterion", &name(c))])?;
                answers.extend(points.map(|points| format!("{c}={points}")));
            }
        }
        Method::Ratios | Method::Ahp => {
            for (i, a) in Criterion::ALL.into_iter().enumerate() {
                for b in Criterion::ALL.into_iter().skip(i + 1) {
                    let ratio = put("elicit-ratio", &[("a", &name(a)), ("b", &name(b))])?;
                    answers.extend(ratio.map(|ratio| format!("{a}/{b}={ratio}")));
                }
            }
        }
        Method::BestWorst => {
            let all = list(&mut Criterion::ALL.into_iter());
            let one =
                |key: &str| -> Result<Criterion> { put(key, &[("all", &all)])?.unwrap_or_default().parse() };
            let (best, worst) = (one("elicit-best")?, one("elicit-worst")?);
            answers.extend([format!("best={best}"), format!("worst={worst}")]);
            let others = |not: Criterion| Criterion::ALL.into_iter().filter(move |c| *c != not);
            for (a, b) in others(best)
                .map(|c| (best, c))
                .chain(others(worst).filter(|c| *c != best).map(|c| (c, worst)))
            {
                let ratio = put("elicit-times", &[("a", &name(a)), ("b", &name(b))])?;
                answers.extend(ratio.map(|ratio| format!("{a}/{b}={ratio}")));
            }
        }
    }
    Ok(answers)
}

/// One question; `None` for an empty line or the end of the input.
pub fn prompt(question: &str) -> Result<Option<String>> {
    let failed = |e| Error::io(Place::file("standard input"), "cannot be read", e);
    let mut err = std::io::stderr();
    write!(err, "{question}").and_then(|()| err.flush()).map_err(failed)?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(failed)?;
    Ok(Some(line.trim().to_string()).filter(|l| !l.is_empty()))
}
