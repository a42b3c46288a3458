//! Questions that are asked on standard error and answered on standard input.

use super::elicit::Method;
use silkmatch::Criterion;
use silkmatch::error::{Error, Place, Result};
use silkmatch::report::Wording;
use silkmatch::report::weigh::criterion_name;
use std::io::{BufRead, Write};

/// One question; `None` for an empty line or the end of the input.
pub fn prompt(question: &str) -> Result<Option<String>> {
    let failed = |e| Error::io(Place::file("standard input"), "cannot be read", e);
    let mut err = std::io::stderr();
    write!(err, "{question} ").and_then(|()| err.flush()).map_err(failed)?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(failed)?;
    Ok(Some(line.trim().to_string()).filter(|l| !l.is_empty()))
}

/// Asks for the answers of a method.
pub fn ask(method: Method, wording: &Wording) -> Result<Vec<String>> {
    let interview = Interview { wording };
    match method {
        Method::Ranking => interview.ranking(),
        Method::Swing => interview.swing(),
        Method::Ratios | Method::Ahp => interview.ratios(),
        Method::BestWorst => interview.best_worst(),
    }
}

struct Interview<'a> {
    wording: &'a Wording,
}

impl Interview<'_> {
    fn name(&self, criterion: Criterion) -> String {
        criterion_name(criterion, self.wording)
    }

    fn names(&self, criteria: impl Iterator<Item = Criterion>) -> String {
        self.wording.list(&criteria.map(|c| self.name(c)).collect::<Vec<_>>())
    }

    fn put(&self, key: &str, words: &[(&str, &str)]) -> Result<Option<String>> {
        prompt(&self.wording.say(key, words))
    }

    fn ranking(&self) -> Result<Vec<String>> {
        let mut ranked: Vec<Criterion> = Vec::new();
        while ranked.len() < Criterion::COUNT {
            let left = self.names(Criterion::ALL.into_iter().filter(|c| !ranked.contains(c)));
            let rank = (ranked.len() + 1).to_string();
            match self.put("elicit-ask-rank", &[("rank", &rank), ("criteria", &left)])? {
                Some(answer) => ranked.push(answer.parse()?),
                None => break,
            }
        }
        Ok(ranked.into_iter().map(|c| c.name().to_string()).collect())
    }

    fn swing(&self) -> Result<Vec<String>> {
        let mut answers = Vec::new();
        for c in Criterion::ALL {
            let question = self.wording.say(&format!("question-{c}"), &[]);
            let points =
                self.put("elicit-ask-swing", &[("question", &question), ("criterion", &self.name(c))])?;
            answers.extend(points.map(|points| format!("{c}={points}")));
        }
        Ok(answers)
    }

    fn ratios(&self) -> Result<Vec<String>> {
        let pairs = Criterion::ALL
            .into_iter()
            .enumerate()
            .flat_map(|(i, a)| Criterion::ALL.into_iter().skip(i + 1).map(move |b| (a, b)));
        self.each("elicit-ask-ratio", pairs)
    }

    fn best_worst(&self) -> Result<Vec<String>> {
        let all = self.names(Criterion::ALL.into_iter());
        let one = |key: &str| -> Result<Criterion> {
            self.put(key, &[("criteria", &all)])?.unwrap_or_default().parse()
        };
        let (best, worst) = (one("elicit-ask-best")?, one("elicit-ask-worst")?);
        let from_best = Criterion::ALL.into_iter().filter(|c| *c != best).map(|c| (best, c));
        let to_worst = Criterion::ALL.into_iter().filter(|c| ![best, worst].contains(c)).map(|c| (c, worst));
        let mut answers = vec![format!("best={best}"), format!("worst={worst}")];
        answers.extend(self.each("elicit-ask-scale", from_best.chain(to_worst))?);
        Ok(answers)
    }

    /// How many times as much one counts as the other, pair by pair.
    fn each(&self, key: &str, pairs: impl Iterator<Item = (Criterion, Criterion)>) -> Result<Vec<String>> {
        let mut answers = Vec::new();
        for (a, b) in pairs {
            let ratio = self.put(key, &[("a", &self.name(a)), ("b", &self.name(b))])?;
            answers.extend(ratio.map(|ratio| format!("{a}/{b}={ratio}")));
        }
        Ok(answers)
    }
}
