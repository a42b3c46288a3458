//! Who is alike to whom, as far as three criteria can tell.
//!
//! `counterpart`, `standards` and `access` see little of an organization: its kind; its certificates;
//! its country, languages, wants and size. All that are alike in it form a class, and one of each
//! stands for all: the criterion is asked once for a pair of classes and not once for a pair.

use crate::criteria::{self, Pair, coverage};
use crate::criterion::Criterion;
use crate::engine::Query;
use crate::profile::{Country, Date, Kind, Organization, SizeClass, Status};
use crate::roster::{Org, Roster};
use std::collections::HashMap;
use std::hash::Hash;

/// Organizations by what one criterion sees of them.
struct Division {
    criterion: Criterion,
    /// One of each class.
    examples: Vec<Org>,
    /// The class of each organization.
    of: Vec<u32>,
}

impl Division {
    fn by<K: Hash + Eq>(roster: &Roster, criterion: Criterion, key: impl Fn(Org) -> K) -> Division {
        let mut known: HashMap<K, u32> = HashMap::new();
        let mut examples = Vec::new();
        let class = |org| {
            *known.entry(key(org)).or_insert_with(|| {
                examples.push(org);
                examples.len() as u32 - 1
            })
        };
        let of = roster.orgs().map(class).collect();
        Division { criterion, examples, of }
    }

    /// The points that a partner of each class earns with a seeker.
    fn points(&self, roster: &Roster, seeker: Org, query: &Query) -> Vec<f32> {
        let weight = query.weights.of(self.criterion).to_f64();
        let point = |&partner: &Org| {
            let value = criteria::value(self.criterion, Pair { roster, seeker, partner });
            (weight * value.unwrap_or(query.optimism.degree())) as f32
        };
        self.examples.iter().map(point).collect()
    }
}

/// How the claims of an organization in one role are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Claims {
    Unknown,
    Assumed,
    Stated,
}

impl Claims {
    /// Its offers.
    pub fn offers(organization: &Organization) -> Claims {
        Claims::of(organization.offers.is_empty(), organization.assumes_offers())
    }

    /// Its needs.
    pub fn needs(organization: &Organization) -> Claims {
        Claims::of(organization.needs.is_empty(), organization.assumes_needs())
    }

    fn of(none: bool, assumed: bool) -> Claims {
        match (none, assumed) {
            (true, _) => Claims::Unknown,
            (false, true) => Claims::Assumed,
            (false, false) => Claims::Stated,
        }
    }

    /// How much they count.
    pub fn trust(self) -> f64 {
        if self == Claims::Assumed { coverage::ASSUMED } else { 1.0 }
    }

    /// Whether anything is known.
    pub fn any(self) -> bool {
        self != Claims::Unknown
    }
}

/// All that the engine may take for granted about a tile of partners, and the order of tiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Known {
    pub country: Country,
    pub offers: Claims,
    pub needs: Claims,
    pub field: bool,
}

impl Known {
    pub fn of(roster: &Roster, org: Org) -> Known {
        let organization = roster.organization(org);
        Known {
            country: organization.country,
            offers: Claims::offers(organization),
            needs: Claims::needs(organization),
            field: !roster.field(org).is_empty(),
        }
    }
}

/// What `access` sees of an organization.
type Access<'a> = (Country, &'a [String], &'a [Country], Option<SizeClass>);

/// What `standards` sees of a certificate.
type Certificate<'a> = (&'a str, Option<&'a str>, Option<Date>, Status);

/// All organizations of a roster, by class.
pub(super) struct Classes {
    divisions: [Division; 3],
    /// For each class over all three, the class in each.
    parts: Vec<[u32; 3]>,
    /// The class of each organization over all three.
    pub of: Vec<u32>,
}

impl Classes {
    pub fn new(roster: &Roster) -> Classes {
        let kind = |org| -> Option<Kind> { roster.organization(org).kind };
        let certificates = |org| -> Vec<Certificate> {
            let certificates = &roster.organization(org).certifications;
            certificates.iter().map(|c| (&*c.scheme, c.authority.as_deref(), c.expires, c.status)).collect()
        };
        let access = |org| -> Access {
            let o = roster.organization(org);
            (o.country, &o.languages, &o.wants, o.size.map(|s| s.class))
        };
        let divisions = [
            Division::by(roster, Criterion::Counterpart, kind),
            Division::by(roster, Criterion::Standards, certificates),
            Division::by(roster, Criterion::Access, access),
        ];
        let mut known: HashMap<[u32; 3], u32> = HashMap::new();
        let mut parts = Vec::new();
        let of = roster.orgs().map(|org| {
            let part = divisions.each_ref().map(|d| d.of[org.index()]);
            *known.entry(part).or_insert_with(|| {
                parts.push(part);
                parts.len() as u32 - 1
            })
        });
        let of = of.collect();
        Classes { divisions, parts, of }
    }

    /// What of a seeker decides about its row: seekers with the same key have the same row.
    pub fn seeker_key(&self, roster: &Roster, seeker: Org) -> (Country, u32, u32) {
        let [kinds, _, access] = &self.divisions;
        let country = roster.organization(seeker).country;
        (country, kinds.of[seeker.index()], access.of[seeker.index()])
    }

    /// The points that a partner of each class earns with a seeker in the three criteria together.
    pub fn row(&self, roster: &Roster, seeker: Org, query: &Query) -> Vec<f32> {
        let [a, b, c] = self.divisions.each_ref().map(|d| d.points(roster, seeker, query));
        self.parts.iter().map(|p| a[p[0] as usize] + b[p[1] as usize] + c[p[2] as usize]).collect()
    }
}
