//! The roster: all organizations of a run with the taxonomy and the reference tables, immutable.
//!
//! Ids and names end here; behind it there are dense indices only.

mod loaded;
mod recognized;

pub use loaded::Loaded;

use crate::error::{Error, ErrorKind, Result};
use crate::profile::{Country, Date, Kind, Organization};
use crate::read::{Bundle, TableName};
use crate::reference::{Fitness, Recognition, Reference, Tie, Typical};
use crate::resolve::{self, Candidate, Lexicon, NameOutcome, Register};
use crate::taxonomy::{Concept, Taxonomy};
use crate::warning::Finding;
use recognized::Recognized;
use std::collections::{BTreeMap, HashMap};

/// An organization: an index into its roster, in the order of the ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Org(u32);

impl Org {
    /// The position in the roster, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// How strong an organization is in a field: a concept and all that is narrower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    /// The field.
    pub concept: Concept,
    /// The sum of the levels of its offers there, times the content of the field in tenths.
    pub offered: u32,
    /// The sum of the priorities of its stated needs there, times the content of the field in tenths.
    pub needed: u32,
}

/// Everything that is known in a run.
#[derive(Debug, Clone)]
pub struct Roster {
    organizations: Vec<Organization>,
    taxonomy: Taxonomy,
    lexicon: Lexicon,
    reference: Reference,
    register: Register,
    as_of: Date,
    /// The strength of each organization in each field of its own, ascending by concept.
    fields: Vec<Vec<Strength>>,
    /// For each country, how far each concept serves a policy of it, in hundredths.
    served: BTreeMap<Country, Vec<u8>>,
    recognized: Recognized,
    /// For each cluster in the roster, its members, ascending.
    members: HashMap<Org, Vec<Org>>,
}

impl Roster {
    /// The shipped profiles, judged at a date.
    ///
    /// # Errors
    /// None, unless the shipped set is broken; a test holds it sound.
    pub fn shipped(as_of: Date) -> Result<Roster> {
        Roster::build(&Bundle::shipped()?, as_of).map(|(roster, _)| roster)
    }

    /// The roster of a bundle of tables, judged at a date (certificates and deadlines pass), and what
    /// resolving noticed.
    ///
    /// # Errors
    /// A taxonomy that is broken.
    pub fn build(bundle: &Bundle, as_of: Date) -> Result<(Roster, Vec<Finding>)> {
        let mut findings = Vec::new();
        let rows = resolve::concepts(bundle.tables(TableName::Taxonomy), &mut findings);
        resolve::missing_labels(bundle.tables(TableName::Taxonomy), &mut findings);
        let complements = resolve::complements(bundle.tables(TableName::Complements), &mut findings);
        let taxonomy = Taxonomy::build(&rows, complements)?;
        let lexicon = Lexicon::build(&taxonomy, bundle.tables(TableName::Labels), &mut findings);
        let (organizations, register) = resolve::organizations(
            bundle.tables(TableName::Organizations),
            bundle.tables(TableName::Capabilities),
            &lexicon,
            &mut findings,
        );
        let reference = Reference {
            kinds: resolve::kinds(bundle.tables(TableName::Kinds), &mut findings),
            recognitions: resolve::recognitions(bundle.tables(TableName::Recognitions), &mut findings),
            policies: resolve::policies(bundle.tables(TableName::Policies), &lexicon, &mut findings),
            typical: resolve::typical(bundle.tables(TableName::Typical), &lexicon, &mut findings),
            ties: resolve::ties(bundle.tables(TableName::Ties), &organizations, &register, &mut findings),
        };
        Ok((Roster::assemble(organizations, register, taxonomy, lexicon, reference, as_of), findings))
    }

    /// The roster of organizations that are resolved already, with the tables that they are judged by.
    /// Their order does not matter; of several with one id, the first is kept.
    pub fn new(
        mut organizations: Vec<Organization>,
        taxonomy: Taxonomy,
        lexicon: Lexicon,
        reference: Reference,
        as_of: Date,
    ) -> Roster {
        organizations.sort_by(|a, b| a.id.cmp(&b.id));
        organizations.dedup_by(|later, first| later.id == first.id);
        let register = Register::build(&organizations);
        Roster::assemble(organizations, register, taxonomy, lexicon, reference, as_of)
    }

    /// The roster of organizations in the order of their ids, with their register.
    fn assemble(
        mut organizations: Vec<Organization>,
        register: Register,
        taxonomy: Taxonomy,
        lexicon: Lexicon,
        reference: Reference,
        as_of: Date,
    ) -> Roster {
        organizations.iter_mut().for_each(|o| assume(o, &reference.typical));
        let mut roster = Roster {
            fields: organizations.iter().map(|o| fields(o, &taxonomy)).collect(),
            members: HashMap::new(),
            served: BTreeMap::new(),
            recognized: Recognized::new(&organizations, &reference.recognitions, as_of),
            register,
            organizations,
            taxonomy,
            lexicon,
            reference,
            as_of,
        };
        roster.served = roster.all_served();
        roster.members = roster.all_members();
        roster
    }

    /// All profiles, ascending by id.
    pub fn organizations(&self) -> &[Organization] {
        &self.organizations
    }

    /// How many organizations there are.
    pub fn len(&self) -> usize {
        self.organizations.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.organizations.is_empty()
    }

    /// All organizations, ascending by id.
    pub fn orgs(&self) -> impl DoubleEndedIterator<Item = Org> + ExactSizeIterator + use<> {
        (0..self.organizations.len() as u32).map(Org)
    }

    /// The profile of one.
    pub fn organization(&self, org: Org) -> &Organization {
        &self.organizations[org.index()]
    }

    /// The concepts.
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// The ways to write the concepts.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The reference tables.
    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The date at which certificates and deadlines are judged.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The organization with exactly this id.
    pub fn by_id(&self, id: &str) -> Option<Org> {
        self.register.position(id).map(|position| self.at(position))
    }

    /// The organization that an id or a name in any script stands for.
    ///
    /// # Errors
    /// A name of none, with the nearest; a name of several, with the candidates.
    pub fn find(&self, text: &str) -> Result<Org> {
        let list = |candidates: &[Candidate]| {
            let line = |c: &Candidate| format!("`{}` ({})", self.organizations[c.position].id, c.name);
            candidates.iter().map(line).collect::<Vec<_>>().join(", ")
        };
        match self.register.resolve(text) {
            NameOutcome::One(found) => Ok(Org(found.position as u32)),
            NameOutcome::Several(candidates) => {
                let message = format!("`{text}` is the name of several organizations: {}", list(&candidates));
                Err(Error::new(ErrorKind::Ambiguous, message).hint("write the id of the one you mean"))
            }
            NameOutcome::None(nearest) if nearest.is_empty() => {
                let error = Error::new(ErrorKind::Unknown, format!("no organization is called `{text}`"));
                Err(error.hint("`silkmatch check` lists what is in the profiles"))
            }
            NameOutcome::None(nearest) => {
                let error = Error::new(ErrorKind::Unknown, format!("no organization is called `{text}`"));
                Err(error.hint(format!("did you mean {}?", list(&nearest))))
            }
        }
    }

    /// What an id or a name stands for, with its candidates.
    pub fn resolve_name(&self, text: &str) -> NameOutcome {
        self.register.resolve(text)
    }

    /// The organization at a position of a [`Candidate`].
    pub fn at(&self, position: usize) -> Org {
        Org(position as u32)
    }

    /// The ties of two organizations, the latest last.
    pub fn ties(&self, a: Org, b: Org) -> &[Tie] {
        self.reference.ties.between(&self.organization(a).id, &self.organization(b).id)
    }

    /// How fitting the kind of the partner is for the kind of the seeker.
    pub fn fitness(&self, seeker: Org, partner: Org) -> Option<&Fitness> {
        let kind = |org| -> Option<Kind> { self.organization(org).kind };
        self.reference.kinds.fitness(kind(seeker)?, kind(partner)?)
    }

    /// The strength in each field of an organization, ascending by concept.
    pub fn field(&self, org: Org) -> &[Strength] {
        &self.fields[org.index()]
    }

    /// How far a need of a concept serves a stated policy of either country, in hundredths; `None`
    /// where neither country has one.
    pub fn served(&self, need: Concept, a: Country, b: Country) -> Option<u8> {
        let of = |country| self.served_by(country).map(|s| s[need.index()]);
        of(a).max(of(b))
    }

    /// How far a need of each concept serves a stated policy of a country, in hundredths; `None` where
    /// the country has none.
    pub fn served_by(&self, country: Country) -> Option<&[u8]> {
        self.served.get(&country).map(Vec::as_slice)
    }

    /// The row of the table of recognitions that counts most for the n-th certificate of an
    /// organization in a country of the roster; `None` where it says nothing about it there.
    pub fn recognition(&self, org: Org, certificate: usize, country: Country) -> Option<&Recognition> {
        let row = self.recognized.row(org.index(), certificate, country)?;
        Some(&self.reference.recognitions.rows()[row])
    }

    /// The members of a cluster that are in the roster.
    pub fn members(&self, cluster: Org) -> &[Org] {
        self.members.get(&cluster).map_or(&[], Vec::as_slice)
    }

    fn all_served(&self) -> BTreeMap<Country, Vec<u8>> {
        let mut served: BTreeMap<Country, Vec<u8>> = BTreeMap::new();
        for policy in self.reference.policies.rows() {
            let row = served.entry(policy.country).or_insert_with(|| vec![0; self.taxonomy.len()]);
            for (reach, need) in row.iter_mut().zip(self.taxonomy.concepts()) {
                *reach = (*reach).max(self.taxonomy.serves(policy.concept, need));
            }
        }
        served
    }

    fn all_members(&self) -> HashMap<Org, Vec<Org>> {
        let mut members: HashMap<Org, Vec<Org>> = HashMap::new();
        for org in self.orgs() {
            let cluster = self.organization(org).cluster.as_deref().and_then(|id| self.by_id(id));
            if let Some(cluster) = cluster.filter(|c| *c != org) {
                members.entry(cluster).or_default().push(org);
            }
        }
        members
    }
}

/// Gives who states no offer, or no need, those that are typical of its kind.
fn assume(organization: &mut Organization, typical: &Typical) {
    let Some(kind) = organization.kind else { return };
    if organization.offers.is_empty() {
        organization.offers = typical.offers(kind, organization.country);
    }
    if organization.needs.is_empty() {
        organization.needs = typical.needs(kind, organization.country);
    }
}

fn fields(organization: &Organization, taxonomy: &Taxonomy) -> Vec<Strength> {
    let offers = organization.stated_offers().iter().map(|o| (o.concept, u32::from(o.level.get()), 0));
    let needs = organization.stated_needs().iter().map(|n| (n.concept, 0, u32::from(n.priority.get())));
    let mut strengths: BTreeMap<Concept, Strength> = BTreeMap::new();
    for (concept, offered, needed) in offers.chain(needs) {
        for (field, tenths) in taxonomy.fields(concept) {
            let strength =
                strengths.entry(field).or_insert(Strength { concept: field, offered: 0, needed: 0 });
            strength.offered += tenths * offered;
            strength.needed += tenths * needed;
        }
    }
    strengths.into_values().collect()
}
