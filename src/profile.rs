//! Organizations, what they offer, what they need, and how it is known.

mod choice;
mod country;
mod date;

pub use choice::{Basis, Kind, SizeClass, Status};
pub use country::Country;
pub use date::{Date, Period};

use crate::taxonomy::Concept;
use std::fmt;
use std::sync::Arc;

/// The size of an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Its class.
    pub class: SizeClass,
    /// The number of people, where it is known.
    pub heads: Option<u32>,
}

/// The strength of an offer or the priority of a need, 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// The highest.
    pub const MOST: u8 = 5;

    /// A level; `None` outside 1 to 5.
    pub fn new(level: u8) -> Option<Level> {
        (1..=Level::MOST).contains(&level).then_some(Level(level))
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl Default for Level {
    /// The middle, for a claim without one.
    fn default() -> Level {
        Level(3)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How a claim is known. It is shown beside the fit and never changes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where it is known from: an address, a title, a person.
    pub source: Option<Arc<str>>,
    /// When the source said so.
    pub as_of: Option<Date>,
    /// What the source says, in short.
    pub note: Option<Arc<str>>,
    /// Stated or inferred.
    pub basis: Basis,
}

impl Default for Evidence {
    fn default() -> Evidence {
        Evidence { source: None, as_of: None, note: None, basis: Basis::Stated }
    }
}

/// A capability in the role of an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What is offered.
    pub concept: Concept,
    /// How strong the offer is.
    pub level: Level,
    /// How far along it is.
    pub status: Status,
    /// How it is known.
    pub evidence: Evidence,
}

/// A capability in the role of a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// What is needed.
    pub concept: Concept,
    /// How much it matters.
    pub priority: Level,
    /// Whether a partner that does not meet it is out of the question.
    pub must: bool,
    /// How it is known.
    pub evidence: Evidence,
}

/// A certificate, accreditation or authorisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certification {
    /// The scheme, as written.
    pub scheme: String,
    /// Who issued it, as written: a country, a union, an agency.
    pub authority: Option<String>,
    /// When it ends.
    pub expires: Option<Date>,
    /// Held, planned or sought.
    pub status: Status,
    /// How it is known.
    pub evidence: Evidence,
}

impl fmt::Display for Certification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.scheme)?;
        if let Some(authority) = &self.authority {
            write!(f, " ({authority})")?;
        }
        if let Some(expires) = self.expires {
            write!(f, " {expires}")?;
        }
        Ok(())
    }
}

/// Another name of an organization, and when it is or was its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The name.
    pub text: String,
    /// When it holds; open where it always did.
    pub period: Period,
}

/// One organization, as resolved: terms are concepts, words are choices.
#[derive(Debug, Clone, PartialEq)]
pub struct Organization {
    /// The stable key.
    pub id: String,
    /// The name.
    pub name: String,
    /// Other names, in any script.
    pub aliases: Vec<Alias>,
    /// Where it works.
    pub country: Country,
    /// The city, as written.
    pub city: Option<String>,
    /// Id of the cluster it belongs to.
    pub cluster: Option<String>,
    /// What sort of organization it is; unknown where the row does not say.
    pub kind: Option<Kind>,
    /// What it offers: one for each concept, ascending by concept.
    pub offers: Vec<Offer>,
    /// What it needs: one for each concept, ascending by concept.
    pub needs: Vec<Need>,
    /// What it is certified for.
    pub certifications: Vec<Certification>,
    /// Its working languages as lower-case BCP 47 tags, ascending.
    pub languages: Vec<String>,
    /// How large it is.
    pub size: Option<Size>,
    /// The countries that it wants partners from, ascending; empty means any.
    pub wants: Vec<Country>,
    /// How the row as a whole is known.
    pub evidence: Evidence,
}

impl Organization {
    /// Whether its needs are those that its kind typically has, as it states none itself.
    pub fn assumes_needs(&self) -> bool {
        !self.needs.is_empty() && self.needs.iter().all(|n| n.evidence.basis == Basis::Assumed)
    }

    /// The needs that it states, without those that are assumed.
    pub fn stated_needs(&self) -> &[Need] {
        if self.assumes_needs() { &[] } else { &self.needs }
    }

    /// Whether its offers are those that its kind typically has, as it states none itself.
    pub fn assumes_offers(&self) -> bool {
        !self.offers.is_empty() && self.offers.iter().all(|o| o.evidence.basis == Basis::Assumed)
    }

    /// The offers that it states, without those that are assumed.
    pub fn stated_offers(&self) -> &[Offer] {
        if self.assumes_offers() { &[] } else { &self.offers }
    }

    /// Whether neither an offer nor a need of it is known, not even an assumed one.
    pub fn is_silent(&self) -> bool {
        self.offers.is_empty() && self.needs.is_empty()
    }
}
