//! What officers said and did: tables of judgments and of outcomes.

use super::super::common::Common;
use silkmatch::Optimism;
use silkmatch::error::{Error, ErrorKind, Place, Result};
use silkmatch::matrix::DecisionMatrix;
use silkmatch::read::{Record, Table, TableName};
use silkmatch::roster::{Org, Roster};
use silkmatch::vocabulary::{self, WordSet};
use silkmatch::weigh::Effective;
use silkmatch::weigh::learn::Answer;
use std::path::Path;

/// For a seeker, one partner rather than others, or as much as another.
pub struct Stated {
    pub seeker: Org,
    pub better: Org,
    /// Whom it was preferred to; whom it equals, where it does.
    pub others: Vec<Org>,
    pub said: Said,
    pub place: Place,
}

/// What is said of two partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Rather,
    Equal,
}

impl Stated {
    /// The answer in numbers: what the better one has over each of the others.
    pub fn answer(&self, roster: &Roster, optimism: Optimism) -> Answer {
        let partners = std::iter::once(self.better).chain(self.others.iter().copied());
        let values = Effective::new(&DecisionMatrix::assess(roster, self.seeker, partners), optimism);
        let mut over: Vec<Vec<f64>> = (1..values.len()).map(|other| values.difference(0, other)).collect();
        match self.said {
            Said::Rather => Answer::Preferred(over),
            Said::Equal => Answer::Equal(over.pop().unwrap_or_default()),
        }
    }

    /// The statement by ids, with its line in front.
    pub fn words(&self, roster: &Roster) -> String {
        let line = self.place.line.map_or(String::new(), |line| format!("{line}: "));
        format!("{line}{}", self.statement(roster))
    }

    /// The statement by ids.
    pub fn statement(&self, roster: &Roster) -> String {
        let id = |org: &Org| roster.organization(*org).id.as_str();
        let sign = match self.said {
            Said::Rather => ">",
            Said::Equal => "=",
        };
        let others: Vec<&str> = self.others.iter().map(id).collect();
        format!("{} {sign} {}", id(&self.better), others.join(", "))
    }
}

/// Reads a table of judgments: which of two partners is the better one, or that they are equal.
///
/// # Errors
/// A file that cannot be read, a missing column, a name that stands for nobody, an answer that is none.
pub fn judgments(path: &Path, roster: &Roster, common: &Common) -> Result<Vec<Stated>> {
    let table = read(path, TableName::Judgments, common)?;
    let judgment = |record: Record| {
        let org = |column| roster.find(record.text(column)).map_err(|e| e.at(record.cell(column)));
        let (seeker, better, worse) = (org("seeker")?, org("better")?, org("worse")?);
        if better == worse {
            return Err(Error::new(
                ErrorKind::Value,
                "a judgment is about two partners, and this names one twice",
            )
            .at(record.cell("worse"))
            .hint("name the other one, or leave the row out"));
        }
        let said = match record.some("answer") {
            None => Said::Rather,
            Some(text) if vocabulary::key(WordSet::Answer, text) == Some("equal") => Said::Equal,
            Some(text) => {
                let message =
                    format!("found `{text}`; an answer is `equal`, or nothing where the first is better");
                return Err(Error::new(ErrorKind::Value, message)
                    .at(record.cell("answer"))
                    .hint("write `equal`, or clear the cell"));
            }
        };
        Ok(Stated { seeker, better, others: vec![worse], said, place: record.place() })
    };
    table.records().map(judgment).collect()
}

/// Reads a table of outcomes: who was offered, and what came of it. Within a list, each partner counts
/// as preferred to all those of whom less came; nothing is said of partners who were not offered.
///
/// # Errors
/// As [`judgments`]; an outcome that is none.
pub fn outcomes(path: &Path, roster: &Roster, common: &Common) -> Result<Vec<Stated>> {
    let table = read(path, TableName::Outcomes, common)?;
    let mut offered = Vec::new();
    for record in table.records() {
        let org = |column| roster.find(record.text(column)).map_err(|e| e.at(record.cell(column)));
        let list = (org("seeker")?, record.text("list"));
        offered.push((list, org("partner")?, grade(&record)?, record.place()));
    }
    let preferred = offered.iter().filter_map(|(list, better, grade, place)| {
        let less = offered.iter().filter(|(l, _, g, _)| l == list && g < grade);
        let others: Vec<Org> = less.map(|(_, other, ..)| *other).collect();
        let stated =
            Stated { seeker: list.0, better: *better, others, said: Said::Rather, place: place.clone() };
        (!stated.others.is_empty()).then_some(stated)
    });
    Ok(preferred.collect())
}

fn read(path: &Path, name: TableName, common: &Common) -> Result<Table> {
    common.read(path, |source, findings| Table::read(source, name, findings))
}

/// How much came of an offer: a number, yes or no, or the state of a tie.
fn grade(record: &Record) -> Result<f64> {
    let text = record.text("outcome");
    let number = text.replace(',', ".").parse::<f64>().ok().filter(|n| n.is_finite());
    let of_tie = || match vocabulary::key(WordSet::Tie, text)? {
        "met" => Some(1.0),
        "memorandum" => Some(2.0),
        "contract" => Some(3.0),
        // It came to nothing.
        _ => Some(0.0),
    };
    let of_choice = || vocabulary::key(WordSet::Yes, text).map(|key| if key == "yes" { 1.0 } else { 0.0 });
    number.or_else(of_tie).or_else(of_choice).ok_or_else(|| {
        let message = format!(
            "found `{text}`; an outcome is yes, no, met, memorandum, contract, ended, conflict, or a number"
        );
        Error::new(ErrorKind::Value, message)
            .at(record.cell("outcome"))
            .hint("write what came of the offer; `no` where nothing did")
    })
}
