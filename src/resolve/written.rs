//! What the rows say, as it is written: terms that are not looked up yet.

use super::cells::{self, Claim};
use super::profiles::id_of;
use crate::profile::{Country, Level};
use crate::read::{Record, Table};
use crate::vocabulary::{self, WordSet};
use std::collections::HashMap;

/// An organization as its rows write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its id: as written, else made from the name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its country, as understood.
    pub country: Country,
    /// What it offers.
    pub offers: Vec<WrittenClaim>,
    /// What it needs.
    pub needs: Vec<WrittenClaim>,
}

/// A term as it is written, with its level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenClaim {
    /// The term.
    pub term: String,
    /// The level or priority; `None` where none is written, which counts as the middle.
    pub level: Option<Level>,
    /// Whether it is a must.
    pub must: bool,
}

/// The organizations of the rows that are kept, in the order of the rows, with the claims of both
/// tables. What is left out of the profiles is left out here: rows without a name or a country, a
/// second row of an id, levels that are none. `whose` finds the id of an organization by its name.
pub fn written<'t>(
    rows: impl Iterator<Item = &'t Table>,
    claims: impl Iterator<Item = &'t Table>,
    whose: impl Fn(&str) -> Option<String>,
) -> Vec<Written> {
    let mut all: Vec<Written> = Vec::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    for record in rows.flat_map(Table::records) {
        let name = record.text("name");
        let (Some(country), Some(id)) = (Country::read(record.text("country")), id_of(&record)) else {
            continue;
        };
        if name.is_empty() || positions.contains_key(&id) {
            continue;
        }
        positions.insert(id.clone(), all.len());
        let [offers, needs] = ["offers", "needs"].map(|column| list(&record, column));
        all.push(Written { id, name: name.to_string(), country, offers, needs });
    }
    for record in claims.flat_map(Table::records) {
        let Some(position) = whose(record.text("organization")).and_then(|id| positions.get(&id)) else {
            continue;
        };
        let Ok(level) = cells::level_cell(record.text("level")) else { continue };
        let must = vocabulary::key(WordSet::Yes, record.text("must")) == Some("yes");
        let claim = WrittenClaim { term: record.text("term").to_string(), level, must };
        match vocabulary::key(WordSet::Role, record.text("role")) {
            Some("offer") => all[*position].offers.push(claim),
            Some("need") => all[*position].needs.push(claim),
            _ => {}
        }
    }
    all
}

/// The claims of a cell, without those whose level is none.
fn list(record: &Record, column: &'static str) -> Vec<WrittenClaim> {
    let claims = cells::list(record.text(column)).map(cells::claim);
    let written = |Claim { term, level, must }: Claim| {
        Some(WrittenClaim { term: term.to_string(), level: level.ok()?, must })
    };
    claims.filter_map(written).collect()
}
