//! What is told of a term or a name that does not stand there as listed.

use super::names::{Candidate, NameOutcome};
use super::outcome::{Near, TermOutcome};
use crate::profile::{Date, Organization};
use crate::read::Record;
use crate::warning::{Code, Finding};

/// The finding about a term of a cell; `None` where it is a label as listed.
pub(super) fn of_term(
    record: &Record,
    column: &'static str,
    term: &str,
    outcome: &TermOutcome,
) -> Option<Finding> {
    let labels = |list: &[Near]| list.iter().map(|n| format!("`{}`", n.label)).collect::<Vec<_>>().join(", ");
    let near = labels(outcome.suggestions());
    let (code, message, hint) = match outcome {
        TermOutcome::Exact(_) | TermOutcome::Folded(_) => return None,
        TermOutcome::Phrase(found) => (Code::PhraseTerm, format!("understood as {}", labels(found)), None),
        TermOutcome::Fuzzy(found) => {
            let hint = "if that is wrong, write the concept, or add a label for it";
            (Code::FuzzyTerm, format!("understood as `{}`", found.label), Some(hint.to_string()))
        }
        TermOutcome::Broader { .. } => {
            let message = format!("this holds {near} and says more; it does not count");
            (
                Code::BroaderTerm,
                message,
                Some("write the concept that is meant, or add a label for it".to_string()),
            )
        }
        TermOutcome::Ambiguous { .. } => {
            let message = "this may mean several concepts, or one in another context; it does not count";
            (Code::AmbiguousTerm, message.to_string(), Some(format!("write one of {near}")))
        }
        TermOutcome::Unknown { nearest } => {
            let hint = if nearest.is_empty() {
                "add a label for it".to_string()
            } else {
                format!("the nearest are {near}")
            };
            (Code::UnknownTerm, "no concept is written so; it does not count".to_string(), Some(hint))
        }
    };
    let finding = Finding { hint, ..record.finding(code, column, message) };
    Some(Finding { found: term.to_string(), ..finding })
}

/// The finding about a name that the organization did not have when the source of the row was written.
fn other_times(record: &Record, column: &'static str, found: &Candidate) -> Option<Finding> {
    let has = |column: &str| record.table().schema().columns().any(|c| c == column);
    let dated = ["as_of", "date"].into_iter().find(|column| has(column))?;
    let date = Date::read(record.text(dated))?;
    found.period.excludes(date).then(|| {
        let message = format!("`{}` is its name {} only, and the row is of {date}", found.name, found.period);
        let hint = "mend the date, the name, or the dates in the aliases; the row counts";
        record.finding(Code::NameOfOtherTimes, column, message).hint(hint)
    })
}

/// The position of the organization that a cell names, with a note where the name is not a listed one;
/// else why it is none.
pub(super) fn whose(
    record: &Record,
    column: &'static str,
    outcome: &NameOutcome,
    all: &[Organization],
    findings: &mut Vec<Finding>,
) -> Option<usize> {
    let id = |c: &Candidate| all[c.position].id.as_str();
    let hint = match outcome {
        NameOutcome::One(found) => {
            if found.score < 1.0 {
                let message = format!("understood as `{}`, `{}`", id(found), found.name);
                let hint = "if that is wrong, write the id; else add the name to the aliases";
                findings.push(record.finding(Code::FuzzyName, column, message).hint(hint));
            }
            findings.extend(other_times(record, column, found));
            return Some(found.position);
        }
        NameOutcome::Several(candidates) => {
            let ids: Vec<_> = candidates.iter().map(id).collect();
            format!("several may be meant: {}; write the id", ids.join(", "))
        }
        NameOutcome::None(nearest) => match nearest.first() {
            Some(near) => format!("did you mean `{}`?", id(near)),
            None => "add it to the organizations table".to_string(),
        },
    };
    let message = "not among the organizations; the row is left out";
    findings.push(record.finding(Code::UnknownOrganization, column, message).hint(hint));
    None
}
