//! Rows of organizations and capabilities to profiles.

use super::cells::{self, Claim};
use super::lists::Part;
use super::names::{NameOutcome, Register};
use super::noted;
use super::outcome::TermOutcome;
use super::terms::Lexicon;
use crate::profile::{
    Basis, Certification, Country, Date, Evidence, Kind, Level, Need, Offer, Organization, Size, SizeClass,
    Status,
};
use crate::read::{Record, Table};
use crate::taxonomy::Concept;
use crate::text::{nearest, slug};
use crate::vocabulary::{self, Lang, WordSet};
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
    let mut builder = Builder { lexicon, findings, parts: HashMap::new(), sources: HashSet::new() };
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

struct Builder<'a> {
    lexicon: &'a Lexicon,
    findings: &'a mut Vec<Finding>,
    /// Terms recur; each is resolved once, as far as it needs no context.
    parts: HashMap<String, Arc<[Part]>>,
    /// Sources recur; each is stored once.
    sources: HashSet<Arc<str>>,
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
            aliases: cells::list(record.text("aliases")).map(str::to_string).collect(),
            country,
            city: record.some("city").map(str::to_string),
            cluster: record.some("cluster").map(str::to_string),
            kind: self.choice(record, "kind", Kind::read, || Kind::ALL.iter().map(|k| k.key()).collect()),
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
            organization.certifications.push(certification(text, Status::Operating, evidence.clone()));
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
            let text = record.text("term");
            let organization = &mut organizations[position];
            organization.certifications.push(certification(
                text,
                status.unwrap_or(Status::Operating),
                evidence,
            ));
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
        for (record, whose) in claims {
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
        self.choice(record, "status", Status::read, || Status::ALL.iter().map(|s| s.key()).collect())
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

    fn country(&mut self, record: &Record, column: &'static str) -> Option<Country> {
        let text = record.text(column);
        let country = Country::read(text);
        if country.is_none() {
            let names = Lang::ALL.into_iter().flat_map(|lang| {
                vocabulary::all(WordSet::Country)
                    .iter()
                    .map(move |c| vocabulary::name(WordSet::Country, c, lang))
            });
            let hint = match nearest(text, names, 1).first() {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write the ISO 3166 code: KZ, UZ, CN, KR".to_string(),
            };
            let message = "neither a country nor its ISO 3166 code; the row is left out";
            self.findings.push(record.finding(Code::UnknownCountry, column, message).hint(hint));
        }
        country
    }

    fn choice<T>(
        &mut self,
        record: &Record,
        column: &'static str,
        read: fn(&str) -> Option<T>,
        legal: impl Fn() -> Vec<&'static str>,
    ) -> Option<T> {
        let text = record.some(column)?;
        let found = read(text);
        if found.is_none() {
            let code = if column == "kind" { Code::UnknownKind } else { Code::BadChoice };
            let legal = legal();
            let message = format!("not one of {}; it does not count", legal.join(", "));
            let finding = record.finding(code, column, message);
            self.findings.push(match nearest(text, legal.iter().copied(), 1).first() {
                Some(near) => finding.hint(format!("did you mean `{near}`?")),
                None => finding,
            });
        }
        found
    }

    fn languages(&mut self, record: &Record) -> Vec<String> {
        let mut languages = Vec::new();
        for tag in record.text("languages").split([';', ',', ' ', '；', '、']).filter(|t| !t.is_empty()) {
            let lower = tag.to_ascii_lowercase();
            let primary = lower.split('-').next().unwrap_or_default();
            if (2..=3).contains(&primary.len())
                && lower.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            {
                languages.push(lower);
            } else {
                let message = "no language tag; it does not count";
                let mut finding = record.finding(Code::BadLanguage, "languages", message);
                finding.found = tag.to_string();
                self.findings.push(finding.hint("write tags such as `ru; en; zh`"));
            }
        }
        languages.sort();
        languages.dedup();
        languages
    }

    fn size(&mut self, record: &Record) -> Option<Size> {
        let text = record.some("size")?;
        let digits: String =
            text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | ',' | '.')).collect();
        if let Ok(heads) = digits.parse::<u32>() {
            return Some(Size { class: SizeClass::of(heads), heads: Some(heads) });
        }
        let legal = || SizeClass::ALL.iter().map(|s| s.key()).collect();
        self.choice(record, "size", SizeClass::read, legal).map(|class| Size { class, heads: None })
    }

    fn wants(&mut self, record: &Record) -> Vec<Country> {
        let mut wants = Vec::new();
        for text in
            record.text("wants").split([';', ',', '；', '、']).map(str::trim).filter(|t| !t.is_empty())
        {
            match Country::read(text) {
                Some(country) => wants.push(country),
                None => {
                    let message = "neither a country nor its ISO 3166 code; it does not count";
                    let mut finding = record.finding(Code::UnknownCountry, "wants", message);
                    finding.found = text.to_string();
                    self.findings.push(finding.hint("write ISO 3166 codes: `KZ; UZ`"));
                }
            }
        }
        wants.sort_unstable();
        wants.dedup();
        wants
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
            .then(|| {
                self.choice(record, "basis", Basis::read, || Basis::ALL.iter().map(|b| b.key()).collect())
            })
            .flatten()
            .unwrap_or(Basis::Stated);
        Evidence { source, as_of: self.date(record, "as_of"), note, basis }
    }

    fn date(&mut self, record: &Record, column: &'static str) -> Option<Date> {
        let text = record.some(column)?;
        let date = Date::read(text);
        if date.is_none() {
            let finding = record.finding(Code::BadDate, column, "no date; it does not count");
            self.findings.push(finding.hint("write 2027, 2027-06 or 2027-06-14"));
        }
        date
    }
}

/// The id of a row: as written, else made from its name; none where nothing in it can be written in
/// Latin letters.
pub(super) fn id_of(record: &Record) -> Option<String> {
    let id = record.some("id").map_or_else(|| slug(record.text("name")), str::to_string);
    Some(id).filter(|id| !id.is_empty())
}

fn certification(text: &str, status: Status, evidence: Evidence) -> Certification {
    let read = cells::certificate(text);
    Certification {
        scheme: read.scheme.to_string(),
        authority: read.authority.map(str::to_string),
        expires: read.expires,
        status,
        evidence,
    }
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
