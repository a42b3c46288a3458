//! A roster with the tables that it was read from, and with all that was noticed.

use super::Roster;
use crate::error::Result;
use crate::profile::Date;
use crate::read::Bundle;
use crate::warning::Finding;

/// Everything that was read, and what was noticed.
#[derive(Debug)]
pub struct Loaded {
    /// The tables.
    pub bundle: Bundle,
    /// What became of them.
    pub roster: Roster,
    /// What reading and resolving noticed, by place.
    pub findings: Vec<Finding>,
}

impl Loaded {
    /// Resolves tables, judged at a date. The findings of reading leave the bundle for the one list.
    ///
    /// # Errors
    /// A taxonomy that is broken.
    pub fn new(mut bundle: Bundle, as_of: Date) -> Result<Loaded> {
        let (roster, found) = Roster::build(&bundle, as_of)?;
        let mut findings = std::mem::take(&mut bundle.findings);
        findings.extend(found);
        findings.sort();
        Ok(Loaded { bundle, roster, findings })
    }
}
