//! The table of what is typical of a kind of organization.

use super::cells;
use super::references::{concept, country, kind};
use super::terms::Lexicon;
use crate::profile::{Basis, Evidence, Level, Need, Offer, Status};
use crate::read::{Record, Table};
use crate::reference::Typical;
use crate::vocabulary::{self, WordSet};
use crate::warning::{Code, Finding};

/// What organizations of a kind typically offer and need.
pub fn typical<'t>(
    tables: impl Iterator<Item = &'t Table>,
    lexicon: &Lexicon,
    findings: &mut Vec<Finding>,
) -> Typical {
    let mut typical = Typical::default();
    for record in tables.flat_map(Table::records) {
        let Some(kind) = kind(&record, "kind", findings) else { continue };
        let country = match record.some("country") {
            None => None,
            Some(_) => match country(&record, "country", findings) {
                None => continue,
                country => country,
            },
        };
        let Some(concept) = concept(&record, "term", lexicon, findings) else { continue };
        let Some(level) = level(&record, findings) else { continue };
        let evidence = Evidence {
            basis: Basis::Assumed,
            note: record.some("reason").map(Into::into),
            ..Evidence::default()
        };
        match vocabulary::key(WordSet::Role, record.text("role")) {
            Some("offer") => {
                let offer = Offer { concept, level, status: Status::Operating, evidence };
                typical.insert_offer(kind, country, offer);
            }
            Some("need") => {
                typical.insert_need(kind, country, Need { concept, priority: level, must: false, evidence });
            }
            _ => findings.push(record.finding(
                Code::BadChoice,
                "role",
                "a role here is offer or need; the row is left out",
            )),
        }
    }
    typical
}

fn level(record: &Record, findings: &mut Vec<Finding>) -> Option<Level> {
    match cells::level_cell(record.text("level")) {
        Ok(level) => Some(level.unwrap_or_default()),
        Err(_) => {
            let message = "a level is one digit from 1 to 5; the row is left out";
            findings.push(record.finding(Code::BadNumber, "level", message));
            None
        }
    }
}
