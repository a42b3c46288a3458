//! Which organizations are looked at, and how a user says so.

use crate::error::{Error, ErrorKind, Result};
use crate::profile::{Country, Kind, Organization};
use crate::roster::{Org, Roster};
use crate::taxonomy::Concept;
use crate::text::nearest;

/// Which organizations are looked at. Empty lists let everybody pass.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Countries.
    pub countries: Vec<Country>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// Concepts, one of which has to be among the offers, itself or narrower.
    pub concepts: Vec<Concept>,
}

impl Filter {
    /// The filter of words: countries by code or name, kinds by their keys, concepts by any label.
    ///
    /// # Errors
    /// A word that stands for none of them, with the nearest.
    pub fn read(
        roster: &Roster,
        countries: &[String],
        kinds: &[String],
        concepts: &[String],
    ) -> Result<Filter> {
        Ok(Filter {
            kinds: kinds.iter().map(|text| kind(text)).collect::<Result<_>>()?,
            concepts: concepts.iter().map(|text| concept(text, roster)).collect::<Result<_>>()?,
            ..Filter::of_countries(countries)?
        })
    }

    /// The filter of countries alone, by code or name.
    ///
    /// # Errors
    /// A word that is no country.
    pub fn of_countries(countries: &[String]) -> Result<Filter> {
        let read = |text: &String| {
            Country::read(text).ok_or_else(|| {
                let message = format!("`{text}` is neither a country nor its ISO 3166 code");
                Error::new(ErrorKind::Value, message).hint("write a code such as KZ, UZ, CN or KR")
            })
        };
        Ok(Filter { countries: countries.iter().map(read).collect::<Result<_>>()?, ..Filter::default() })
    }

    /// Whether an organization passes.
    pub fn lets(&self, roster: &Roster, org: Org) -> bool {
        let organization: &Organization = roster.organization(org);
        let offers = |wanted: &Concept| {
            organization.stated_offers().iter().any(|o| roster.taxonomy().is_within(o.concept, *wanted))
        };
        (self.countries.is_empty() || self.countries.contains(&organization.country))
            && (self.kinds.is_empty() || organization.kind.is_some_and(|k| self.kinds.contains(&k)))
            && (self.concepts.is_empty() || self.concepts.iter().any(offers))
    }
}

fn kind(text: &str) -> Result<Kind> {
    Kind::read(text).ok_or_else(|| {
        let legal: Vec<&str> = Kind::ALL.iter().map(|k| k.key()).collect();
        let error = Error::new(ErrorKind::Value, format!("`{text}` is no kind; one of {}", legal.join(", ")));
        match nearest(text, legal.iter().copied(), 1).first() {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None => error,
        }
    })
}

fn concept(text: &str, roster: &Roster) -> Result<Concept> {
    let outcome = roster.lexicon().resolve(text, &[]);
    outcome.concept().ok_or_else(|| {
        let error = Error::new(ErrorKind::Unknown, format!("`{text}` stands for no one concept"));
        let near = outcome.accepted().iter().chain(outcome.suggestions());
        let names: Vec<String> = near.map(|n| format!("`{}`", n.label)).collect();
        if names.is_empty() { error } else { error.hint(format!("the nearest are {}", names.join(", "))) }
    })
}
