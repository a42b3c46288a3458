//! A roster and pairs written as files, as an agency would have them: names and terms in the languages
//! of each country, terms under any of their labels.

#![allow(dead_code)]

use super::generate::Random;
use silkmatch::profile::{Basis, Organization};
use silkmatch::taxonomy::Concept;
use silkmatch::{Org, Roster};
use std::collections::HashMap;
use std::io::{self, Write};

/// Writes a table of organizations. Names are made of words that names of the same country have in the
/// roster that it is like, and of a number that keeps them apart.
///
/// # Errors
/// What the writer meets.
pub fn write_organizations(roster: &Roster, like: &Roster, seed: u64, out: impl Write) -> io::Result<()> {
    let mut words = Words::of(roster, like, seed);
    let mut out = csv::Writer::from_writer(out);
    out.write_record([
        "id",
        "name",
        "aliases",
        "country",
        "city",
        "kind",
        "offers",
        "needs",
        "certifications",
        "languages",
        "size",
        "wants",
        "source",
        "as_of",
    ])?;
    for organization in roster.organizations() {
        out.write_record(words.row(organization))?;
    }
    out.flush()
}

/// Writes so many pairs by id under the header `seeker,partner`, drawn evenly.
///
/// # Errors
/// What the writer meets.
pub fn write_pairs(roster: &Roster, pairs: usize, seed: u64, mut out: impl Write) -> io::Result<()> {
    let ids: Vec<&str> = roster.organizations().iter().map(|o| o.id.as_str()).collect();
    let mut random = Random(seed);
    writeln!(out, "seeker,partner")?;
    for _ in 0..pairs {
        writeln!(out, "{},{}", random.one(&ids), random.one(&ids))?;
    }
    out.flush()
}

/// The words that organizations are written with.
struct Words<'a> {
    random: Random,
    roster: &'a Roster,
    /// All labels of a concept.
    labels: HashMap<Concept, Vec<&'a str>>,
    /// The words in the names of a country.
    names: HashMap<String, Vec<&'a str>>,
}

impl<'a> Words<'a> {
    fn of(roster: &'a Roster, like: &'a Roster, seed: u64) -> Words<'a> {
        let mut labels: HashMap<Concept, Vec<&str>> = HashMap::new();
        for (concept, text) in roster.lexicon().labels() {
            labels.entry(concept).or_default().push(text);
        }
        let mut names: HashMap<String, Vec<&str>> = HashMap::new();
        for organization in like.orgs().map(|o: Org| like.organization(o)) {
            let all =
                organization.aliases.iter().map(|a| a.text.as_str()).chain([organization.name.as_str()]);
            names
                .entry(organization.country.to_string())
                .or_default()
                .extend(all.flat_map(str::split_whitespace));
        }
        Words { random: Random(seed), roster, labels, names }
    }

    fn row(&mut self, organization: &Organization) -> Vec<String> {
        let stated = |basis| basis != Basis::Assumed;
        let offers = organization.offers.iter().filter(|o| stated(o.evidence.basis));
        let offers: Vec<_> =
            offers.map(|o| format!("{}:{}", self.term(o.concept, organization), o.level)).collect();
        let needs = organization.needs.iter().filter(|n| stated(n.evidence.basis));
        let needs: Vec<_> =
            needs.map(|n| format!("{}:{}", self.term(n.concept, organization), n.priority)).collect();
        let certificates: Vec<_> = organization.certifications.iter().map(|c| c.to_string()).collect();
        let wants: Vec<_> = organization.wants.iter().map(|c| c.to_string()).collect();
        let text = |part: Option<String>| part.unwrap_or_default();
        vec![
            organization.id.clone(),
            self.name(organization),
            self.name(organization),
            organization.country.to_string(),
            text(organization.city.clone()),
            text(organization.kind.map(|k| k.to_string())),
            offers.join("; "),
            needs.join("; "),
            certificates.join("; "),
            organization.languages.join("; "),
            text(organization.size.map(|s| s.class.to_string())),
            wants.join("; "),
            text(organization.evidence.source.as_ref().map(|s| s.to_string())),
            text(organization.evidence.as_of.map(|d| d.to_string())),
        ]
    }

    /// A concept as its country writes it in half of the cells, and under any of its labels in the rest.
    fn term(&mut self, concept: Concept, whose: &Organization) -> String {
        let languages: &[&str] = match whose.country.code() {
            "KZ" => &["ru", "kk", "en"],
            "UZ" => &["uz", "ru", "en"],
            "CN" => &["zh", "en"],
            "KR" => &["ko", "en"],
            _ => &["en"],
        };
        let taxonomy = self.roster.taxonomy();
        let listed = self.labels.get(&concept).map_or(&[][..], Vec::as_slice);
        let text = match self.random.below(2) {
            0 if !listed.is_empty() => *self.random.one(listed),
            _ => taxonomy.label(concept, self.random.one::<&str>(languages)),
        };
        // What divides a list belongs to no term.
        text.replace([';', '；', '\n', ':', '：'], " ")
    }

    fn name(&mut self, organization: &Organization) -> String {
        let words = self.names.get(organization.country.code()).map_or(&["Health"][..], Vec::as_slice);
        let number = organization.id.trim_start_matches(|c: char| !c.is_ascii_digit());
        format!("{} {} {number}", self.random.one(words), self.random.one(words))
    }
}
