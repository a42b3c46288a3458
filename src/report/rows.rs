//! What was understood of the rows, before any term is looked up.

use crate::read::{Bundle, TableName};
use crate::resolve::{self, NameOutcome, WrittenClaim};
use crate::roster::Roster;
use schemars::JsonSchema;
use serde::Serialize;

/// An organization as its rows write it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RowDocument {
    /// Its id: as written, else made from the name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The ISO 3166 code of its country.
    pub country: String,
    /// What it offers.
    pub offers: Vec<ClaimDocument>,
    /// What it needs.
    pub needs: Vec<ClaimDocument>,
}

/// A term as it is written.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ClaimDocument {
    /// The term.
    pub term: String,
    /// The level or priority, 1 to 5; null where none is written, which counts as 3.
    pub level: Option<u8>,
    /// Whether a partner that does not meet it is out of the question; left out where it is not so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[serde(default)]
    pub must: bool,
}

/// The organizations of the rows that are kept, in the order of the rows.
pub fn document(bundle: &Bundle, roster: &Roster) -> Vec<RowDocument> {
    let whose = |name: &str| match roster.resolve_name(name) {
        NameOutcome::One(found) => Some(roster.organizations()[found.position].id.clone()),
        _ => None,
    };
    let rows = bundle.tables(TableName::Organizations);
    let written = resolve::written(rows, bundle.tables(TableName::Capabilities), whose);
    let row = |o: resolve::Written| RowDocument {
        id: o.id,
        name: o.name,
        country: o.country.to_string(),
        offers: o.offers.into_iter().map(claim).collect(),
        needs: o.needs.into_iter().map(claim).collect(),
    };
    written.into_iter().map(row).collect()
}

fn claim(claim: WrittenClaim) -> ClaimDocument {
    ClaimDocument { term: claim.term, level: claim.level.map(|l| l.get()), must: claim.must }
}
