//! Rows of organizations and capabilities to profiles.

use super::cells::{self, Claim};
use super::lists::Part;
use super::names::{NameOutcome, Register};
use super::noted;
use super::outcome::TermOutcome;
use super::schemes::ReadScheme;
use super::terms::Lexicon;
use crate::profile::{Basis, Date, Evidence, Kind, Level, Need, Offer, Organization, Status};
use crate::read::{Record, Table};
use crate::taxonomy::Concept;
use crate::text::slug;
use crate::vocabulary::{self, WordSet};
use crate::warning::{Code, Finding};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The profiles that the rows of both tables make together, ordered by id, and their register.
pub fn organizations<'t>(
    rows: impl Iterator<Item = &'t Table>,
    claims: impl Iterator<Item = &'t Table>,
    lexicon: &Lexicon,
    findings: &mut Vec<Finding>,
) -> (Vec<Organization>, Register) {
    let mut builder = Builder {
        lexicon,
        findings,
        parts: HashMap::new(),
        sources: HashSet::new(),
        schemes: HashMap::new(),
    };
    let mut organizations: Vec<Organization> = Vec::new();
    let mut first_place: HashMap<String, String> = HashMap::new();
    for record in rows.flat_map(Table::records) {
        let Some(organization) = builder.organization(&record) else { continue };
        match first_place.get(&organization.id) {
            Some(first) => {
                let message = format!("`{}` stands twice; the first, in {first}, is kept", organization.id);
                let finding =
                    record.finding(Code::DuplicateId, record.some("id").map_or("name", |_| "id"), message);
                builder.findings.push(finding.hint("give each organization an id of its own"));
            }
            None => {
                first_place.insert(organization.id.clone(), record.place().to_string());
                organizations.push(organization);
            }
        }
    }
    organizations.sort_by(|a, b| a.id.cmp(&b.id));
    let register = Register::build(&organizations);
    let claims: Vec<(Record, NameOutcome)> = claims
        .flat_map(Table::records)
        .map(|record| (record, register.resolve(record.text("organization"))))
        .collect();
    let beside = builder.beside(&claims, &organizations);
    for (record, whose) in &claims {
        builder.claim(record, whose, &beside, &mut organizations);
    }
    organizations.iter_mut().for_each(settle);
    (organizations, register)
}

pub(super) struct Builder<'a> {
    lexicon: &'a Lexicon,
    pub(super) findings: &'a mut Vec<Finding>,
    /// Terms recur; each is resolved once, as far as it needs no context.
    parts: HashMap<String, Arc<[Part]>>,
    /// Sources recur; each is stored once.
    sources: HashSet<Arc<str>>,
    /// Schemes of certification recur; each is read once.
    pub(super) schemes: HashMap<String, ReadScheme>,
}

impl Builder<'_> {
    fn organization(&mut self, record: &Record) -> Option<Organization> {
        let name = record.text("name");
        if name.is_empty() {
            let message = "an organization needs a name; the row is left out";
            self.findings.push(record.finding(Code::MissingValue, "name", message).hint("fill in the name"));
            return None;
        }
        let country = self.country(record, "country")?;
        let Some(id) = id_of(record) else {
            let message = "no id can be made of this name; the row is left out";
            self.findings
                .push(record.finding(Code::MissingValue, "name", message).hint("give the row an id"));
            return None;
        };
        let mut organization = Organization {
            id,
            name: name.to_string(),
            aliases: cells::list(record.text("aliases")).map(cells::alias).collect(),
            country,
            city: record.some("city").map(str::to_string),
            cluster: record.some("cluster").map(str::to_string),
            kind: self.choice(record, "kind", WordSet::Kind, Kind::read),
            offers: Vec::new(),
            needs: Vec::new(),
            certifications: Vec::new(),
            languages: self.languages(record),
            size: self.size(record),
            wants: self.wants(record),
            evidence: self.evidence(record),
        };
        self.cells(record, &mut organization);
        Some(organization)
    }

    /// The lists in the cells of an organization's own row.
    fn cells(&mut self, record: &Record, organization: &mut Organization) {
        let evidence = Evidence { note: None, ..organization.evidence.clone() };
        let beside: Vec<Concept> = ["offers", "needs"]
            .into_iter()
            .flat_map(|column| cells::list(record.text(column)))
            .flat_map(|text| self.free(cells::claim(text).term))
            .collect();
        for claim in cells::list(record.text("offers")).map(cells::claim) {
            let Some(level) = self.cell_level(record, "offers", &claim) else { continue };
            for concept in self.term(record, "offers", claim.term, &beside) {
                let evidence = evidence.clone();
                organization.offers.push(Offer { concept, level, status: Status::Operating, evidence });
            }
        }
        for claim in cells::list(record.text("needs")).map(cells::claim) {
            let Some(priority) = self.cell_level(record, "needs", &claim) else { continue };
            for concept in self.term(record, "needs", claim.term, &beside) {
                let evidence = evidence.clone();
                organization.needs.push(Need { concept, priority, must: claim.must, evidence });
            }
        }
        for text in cells::list(record.text("certifications")) {
            let evidence = evidence.clone();
            let certificate = self.certification(record, "certifications", text, Status::Operating, evidence);
            organization.certifications.push(certificate);
        }
    }

    /// One row of the capabilities table.
    fn claim(
        &mut self,
        record: &Record,
        whose: &NameOutcome,
        beside: &[Vec<Concept>],
        organizations: &mut [Organization],
    ) {
        let whose = noted::whose(record, "organization", whose, organizations, self.findings);
        let Some(position) = whose else { return };
        let Some(role) = self.role(record) else { return };
        let evidence = self.evidence(record);
        let status = self.status(record);
        if role == "certification" {
            let (text, status) = (record.text("term"), status.unwrap_or(Status::Operating));
            let certificate = self.certification(record, "term", text, status, evidence);
            organizations[position].certifications.push(certificate);
            return;
        }
        let Some(level) = self.level(record) else { return };
        let must = vocabulary::key(WordSet::Yes, record.text("must")) == Some("yes");
        let organization = &mut organizations[position];
        for concept in self.term(record, "term", record.text("term"), &beside[position]) {
            let evidence = evidence.clone();
            if role == "offer" {
                let status = status.unwrap_or(Status::Operating);
                organization.offers.push(Offer { concept, level, status, evidence });
            } else {
                organization.needs.push(Need { concept, priority: level, must, evidence });
            }
        }
    }

    /// For each organization, what its rows name without needing a context.
    fn beside(&mut self, claims: &[(Record, NameOutcome)], all: &[Organization]) -> Vec<Vec<Concept>> {
        let own = |o: &Organization| {
            o.offers.iter().map(|o| o.concept).chain(o.needs.iter().map(|n| n.concept)).collect::<Vec<_>>()
        };
        let mut beside: Vec<Vec<Concept>> = all.iter().map(own).collect();
        // The term of a certificate is a scheme and no concept.
        let is_certificate =
            |r: &Record| vocabulary::key(WordSet::Role, r.text("role")) == Some("certification");
        for (record, whose) in claims.iter().filter(|(record, _)| !is_certificate(record)) {
            if let NameOutcome::One(found) = whose {
                beside[found.position].extend(self.free(record.text("term")));
            }
        }
        for concepts in &mut beside {
            concepts.sort_unstable();
            concepts.dedup();
        }
        beside
    }

    fn role(&mut self, record: &Record) -> Option<&'static str> {
        let role = vocabulary::key(WordSet::Role, record.text("role"));
        if role.is_none() {
            let message = "a role is offer, need or certification; the row is left out";
            self.findings.push(record.finding(Code::BadChoice, "role", message));
        }
        role
    }

    fn status(&mut self, record: &Record) -> Option<Status> {
        self.choice(record, "status", WordSet::Status, Status::read)
    }

    /// The level of a row; the middle where the cell is empty, nothing where it is wrong.
    fn level(&mut self, record: &Record) -> Option<Level> {
        match cells::level_cell(record.text("level")) {
            Ok(level) => Some(level.unwrap_or_default()),
            Err(_) => {
                self.bad_level(record, "level", record.text("level").to_string());
                None
            }
        }
    }

    fn cell_level(&mut self, record: &Record, column: &'static str, claim: &Claim) -> Option<Level> {
        match claim.level {
            Ok(level) => Some(level.unwrap_or_default()),
            Err(digit) => {
                self.bad_level(record, column, format!("{}:{digit}", claim.term));
                None
            }
        }
    }

    fn bad_level(&mut self, record: &Record, column: &'static str, found: String) {
        let message = "a level is a whole number from 1 to 5; the claim is left out";
        let mut finding = record.finding(Code::BadLevel, column, message);
        finding.found = found;
        self.findings.push(finding.hint("write a level from 1 (slight) to 5 (leading), or none for 3"));
    }

    /// The terms of a cell, resolved without a context.
    fn parts(&mut self, text: &str) -> Arc<[Part]> {
        if let Some(parts) = self.parts.get(text) {
            return Arc::clone(parts);
        }
        let parts: Arc<[Part]> = self.lexicon.resolve_cell(text, &[]).into();
        self.parts.insert(text.to_string(), Arc::clone(&parts));
        parts
    }

    /// The concepts of a cell that need no context.
    fn free(&mut self, text: &str) -> Vec<Concept> {
        let accepted = |p: &Part| p.outcome.accepted().iter().map(|n| n.concept).collect::<Vec<_>>();
        self.parts(text).iter().flat_map(accepted).collect()
    }

    /// The concepts of a cell beside those of its row; a finding for each term that is not as listed.
    fn term(
        &mut self,
        record: &Record,
        column: &'static str,
        text: &str,
        beside: &[Concept],
    ) -> Vec<Concept> {
        let mut parts = self.parts(text);
        if parts.iter().any(|p| matches!(p.outcome, TermOutcome::Ambiguous { .. })) && !beside.is_empty() {
            parts = self.lexicon.resolve_cell(text, beside).into();
        }
        for part in parts.iter() {
            self.findings.extend(noted::of_term(record, column, &part.text, &part.outcome));
        }
        parts.iter().flat_map(|p| p.outcome.accepted()).map(|n| n.concept).collect()
    }

    fn evidence(&mut self, record: &Record) -> Evidence {
        let mut shared = |text: Option<&str>| {
            text.map(|t| match self.sources.get(t) {
                Some(source) => Arc::clone(source),
                None => {
                    let source: Arc<str> = Arc::from(t);
                    self.sources.insert(Arc::clone(&source));
                    source
                }
            })
        };
        let source = shared(record.some("source"));
        let note = shared(record.some("note"));
        // The organizations table has no such column: its rows are stated.
        let has_basis = record.table().schema().columns().any(|c| c == "basis");
        let basis = has_basis
            .then(|| self.choice(record, "basis", WordSet::Basis, Basis::read))
            .flatten()
            .unwrap_or(Basis::Stated);
        Evidence { source, as_of: self.date(record, "as_of"), note, basis }
    }
}

/// The id of a row: as written, else made from its name; none where nothing in it can be written in
/// Latin letters.
pub(super) fn id_of(record: &Record) -> Option<String> {
    let id = record.some("id").map_or_else(|| slug(record.text("name")), str::to_string);
    Some(id).filter(|id| !id.is_empty())
}

/// One claim for each concept and role, in the order of the taxonomy, whatever the order of the rows:
/// the highest level speaks, then the firmer state, then what is stated, then the newest source.
fn settle(organization: &mut Organization) {
    type Rank = (bool, Option<Date>, Option<Arc<str>>, Option<Arc<str>>);
    let rank =
        |e: &Evidence| -> Rank { (e.basis == Basis::Stated, e.as_of, e.source.clone(), e.note.clone()) };
    let firmness = |s: Status| std::cmp::Reverse(s);
    let offers = &mut organization.offers;
    offers.sort_by_cached_key(|o| {
        (o.concept, std::cmp::Reverse((o.level, firmness(o.status), rank(&o.evidence))))
    });
    offers.dedup_by_key(|o| o.concept);
    let needs = &mut organization.needs;
    needs.sort_by_cached_key(|n| (n.concept, std::cmp::Reverse((n.priority, rank(&n.evidence)))));
    // A must on any row of the concept holds for the concept.
    needs.dedup_by(|later, kept| {
        let same = later.concept == kept.concept;
        kept.must |= same && later.must;
        same
    });
    organization.certifications.sort_by_cached_key(|c| (c.to_string(), c.status, rank(&c.evidence)));
    organization.certifications.dedup_by_key(|c| (c.to_string(), c.status));
}
