//! Who is alike to whom, as far as three criteria can tell.
//!
//! `counterpart`, `standards` and `access` see little of an organization: its kind; its certificates;
//! its country, languages, wants and size. All that are alike in it form a class, and one of each
//! stands for all: the criterion is asked once for a pair of classes and not once for a pair.

use super::Query;
use super::units::{self, Points};
use crate::criteria::{self, Pair, coverage};
use crate::criterion::Criterion;
use crate::profile::{Country, Date, Kind, Level, Organization, SizeClass, Status};
use crate::roster::{Org, Roster};
use crate::taxonomy::Concept;
use rustc_hash::FxHashMap;
use std::hash::Hash;

/// Organizations in classes of those that are alike in some respect.
pub(super) struct Division {
    /// One of each class.
    pub examples: Vec<Org>,
    /// The class of each organization.
    pub of: Vec<u32>,
}

impl Division {
    fn by<K: Hash + Eq>(roster: &Roster, key: impl Fn(Org) -> K) -> Division {
        let mut known: FxHashMap<K, u32> = FxHashMap::default();
        let mut examples = Vec::new();
        let class = |org| {
            *known.entry(key(org)).or_insert_with(|| {
                examples.push(org);
                examples.len() as u32 - 1
            })
        };
        let of = roster.orgs().map(class).collect();
        Division { examples, of }
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

/// The criteria that a class decides.
const CRITERIA: [Criterion; 3] = [Criterion::Counterpart, Criterion::Standards, Criterion::Access];

/// All organizations of a roster, by class.
pub(super) struct Classes {
    /// By what each of [`CRITERIA`] sees.
    divisions: [Division; 3],
    /// For each class over all three, the class in each.
    parts: Vec<[u32; 3]>,
    /// The class of each organization over all three.
    pub of: Vec<u32>,
    /// By assumed needs, with their priorities; all that state their needs or have none in one class.
    pub typical: Division,
}

/// What of a seeker decides about its row: seekers with the same key have the same row.
pub(super) type RowKey = (Country, u32, u32);

/// What a partner of each class earns with seekers of one key in [`CRITERIA`].
pub(super) struct Row {
    values: [Vec<Option<f64>>; 3],
    /// No less than the points of all three.
    pub points: Vec<Points>,
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
        let typical = |org| -> Option<Vec<(Concept, Level, bool)>> {
            let o = roster.organization(org);
            o.assumes_needs().then(|| o.needs.iter().map(|n| (n.concept, n.priority, n.must)).collect())
        };
        let ((kinds, certificates), (access, typical)) = rayon::join(
            || (Division::by(roster, kind), Division::by(roster, certificates)),
            || (Division::by(roster, access), Division::by(roster, typical)),
        );
        let divisions = [kinds, certificates, access];
        let mut known: FxHashMap<[u32; 3], u32> = FxHashMap::default();
        let mut parts = Vec::new();
        let of = roster.orgs().map(|org| {
            let part = divisions.each_ref().map(|d| d.of[org.index()]);
            *known.entry(part).or_insert_with(|| {
                parts.push(part);
                parts.len() as u32 - 1
            })
        });
        let of = of.collect();
        Classes { divisions, parts, of, typical }
    }

    /// The key of a seeker.
    pub fn key(&self, roster: &Roster, seeker: Org) -> RowKey {
        let [kinds, _, access] = &self.divisions;
        let country = roster.organization(seeker).country;
        (country, kinds.of[seeker.index()], access.of[seeker.index()])
    }

    /// The row of a seeker.
    pub fn row(&self, roster: &Roster, seeker: Org, query: &Query) -> Row {
        let value = |criterion, &partner: &Org| criteria::value(criterion, Pair { roster, seeker, partner });
        let values: [Vec<Option<f64>>; 3] = std::array::from_fn(|i| {
            self.divisions[i].examples.iter().map(|example| value(CRITERIA[i], example)).collect()
        });
        let weights = CRITERIA.map(|c| query.weights.of(c).to_f64());
        let earned = |part: &[u32; 3]| {
            let of = |i: usize| weights[i] * values[i][part[i] as usize].unwrap_or(query.optimism.degree());
            units::points((0..3).map(of).sum())
        };
        Row { points: self.parts.iter().map(earned).collect(), values }
    }

    /// The values in [`CRITERIA`] of the partners of a class, with the seekers of a row.
    pub fn values(&self, row: &Row, class: u32) -> [(Criterion, Option<f64>); 3] {
        let parts = self.parts[class as usize];
        std::array::from_fn(|i| (CRITERIA[i], row.values[i][parts[i] as usize]))
    }
}
