//! Who looks for a partner: one organization, or each.

use silkmatch::engine::Filter;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::roster::{Org, Roster};

/// The seekers of a verb that answers for one of them or for each.
#[derive(Debug, clap::Args)]
pub struct Seekers {
    /// Id or name of the organization, in any script
    #[arg(value_name = "ORG", required_unless_present = "all", conflicts_with = "all")]
    org: Option<String>,
    /// Every organization in turn
    #[arg(long)]
    pub all: bool,
    /// Countries of the seekers, with --all
    #[arg(long, value_name = "C", num_args = 1.., value_delimiter = ',')]
    from: Vec<String>,
}

impl Seekers {
    /// The one that is named, or all of the countries.
    pub fn of(&self, roster: &Roster) -> Result<Vec<Org>> {
        if let Some(text) = &self.org {
            if !self.from.is_empty() {
                let error = Error::new(ErrorKind::Value, "--from goes with --all");
                return Err(error.hint("name one organization, or write --all --from"));
            }
            return Ok(vec![roster.find(text)?]);
        }
        let from = Filter::of_countries(&self.from)?;
        Ok(roster.orgs().filter(|o| from.lets(roster, *o)).collect())
    }
}
