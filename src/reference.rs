//! What holds between countries, kinds and organizations, apart from any profile.

use crate::profile::{Certification, Country, Date, Kind, Level, Need, Offer};
use crate::taxonomy::Concept;
use crate::text::{fold, squash};
use std::collections::{BTreeMap, HashMap};

/// How fitting a kind of partner is for a kind of seeker, with the judgement behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitness {
    /// From 0 to 1.
    pub value: f64,
    /// Why.
    pub reason: String,
}

/// The kinds table.
#[derive(Debug, Clone, Default)]
pub struct Kinds(HashMap<(Kind, Kind), Fitness>);

impl Kinds {
    /// Adds a judgement; a later row for the same pair replaces an earlier one.
    pub fn insert(&mut self, seeker: Kind, partner: Kind, fitness: Fitness) {
        self.0.insert((seeker, partner), fitness);
    }

    /// The judgement on a pair of kinds; `None` where the table has no row.
    pub fn fitness(&self, seeker: Kind, partner: Kind) -> Option<&Fitness> {
        self.0.get(&(seeker, partner))
    }

    /// How many pairs are judged.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no pair is judged.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What organizations of a kind typically offer and need. It stands in, marked as assumed, where an
/// organization states no offer or no need.
#[derive(Debug, Clone, Default)]
pub struct Typical {
    offers: Scoped<Offer>,
    needs: Scoped<Need>,
}

/// Claims by kind, each for one country or for all.
type Scoped<T> = HashMap<Kind, Vec<(Option<Country>, T)>>;

impl Typical {
    /// Adds an offer of a kind, in one country or in all.
    pub fn insert_offer(&mut self, kind: Kind, country: Option<Country>, offer: Offer) {
        self.offers.entry(kind).or_default().push((country, offer));
    }

    /// Adds a need of a kind, in one country or in all.
    pub fn insert_need(&mut self, kind: Kind, country: Option<Country>, need: Need) {
        self.needs.entry(kind).or_default().push((country, need));
    }

    /// The offers of a kind in a country, ascending by concept. A row for the country goes before one
    /// for all countries; of several rows the one with the highest level counts.
    pub fn offers(&self, kind: Kind, country: Country) -> Vec<Offer> {
        in_country(&self.offers, kind, country, |offer| (offer.concept, offer.level))
    }

    /// The needs of a kind in a country, likewise.
    pub fn needs(&self, kind: Kind, country: Country) -> Vec<Need> {
        in_country(&self.needs, kind, country, |need| (need.concept, need.priority))
    }
}

fn in_country<T: Clone>(
    rows: &Scoped<T>,
    kind: Kind,
    country: Country,
    what: impl Fn(&T) -> (Concept, Level),
) -> Vec<T> {
    let rows = rows.get(&kind).map_or(&[][..], Vec::as_slice);
    let mut found: BTreeMap<Concept, (bool, Level, &T)> = BTreeMap::new();
    for (scope, claim) in rows.iter().filter(|(of, _)| of.is_none_or(|c| c == country)) {
        let (concept, level) = what(claim);
        let kept = found.entry(concept).or_insert((scope.is_some(), level, claim));
        if (kept.0, kept.1) < (scope.is_some(), level) {
            *kept = (scope.is_some(), level, claim);
        }
    }
    found.into_values().map(|(_, _, claim)| claim.clone()).collect()
}

/// Where a certificate counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Recognition {
    /// The scheme.
    pub scheme: String,
    /// Who issues it; `None` stands for any issuer.
    pub authority: Option<String>,
    /// The country that accepts it; `None` stands for every country.
    pub accepted_in: Option<Country>,
    /// How far, from 0 to 1.
    pub value: f64,
    /// Since when; before that it does not count.
    pub since: Option<Date>,
    /// Where that is known from.
    pub source: String,
}

/// The table of recognitions.
#[derive(Debug, Clone, Default)]
pub struct Recognitions {
    rows: Vec<Recognition>,
    /// For each row, its scheme and its issuer for comparing.
    words: Vec<(Word, Option<Word>)>,
}

impl Recognitions {
    /// A table of these rows.
    pub fn new(rows: Vec<Recognition>) -> Recognitions {
        let words =
            rows.iter().map(|r| (Word::of(&r.scheme), r.authority.as_deref().map(Word::of))).collect();
        Recognitions { rows, words }
    }

    /// The row that counts most for a certificate in a country at a date; `None` where the table
    /// says nothing about it there.
    pub fn best(&self, certificate: &Certification, country: Country, at: Date) -> Option<&Recognition> {
        self.best_row(certificate, country, at).map(|row| &self.rows[row])
    }

    /// The position of that row: of several that count as much the first.
    pub(crate) fn best_row(&self, certificate: &Certification, country: Country, at: Date) -> Option<usize> {
        let scheme = Word::of(&certificate.scheme);
        let issuer = certificate.authority.as_deref().map(Word::of);
        let is_meant = |(wanted, from): &(Word, Option<Word>)| {
            let issued = match (from, &issuer) {
                (None, _) => true,
                (Some(from), Some(issuer)) => from.is(issuer),
                (Some(_), None) => false,
            };
            issued && wanted.is(&scheme)
        };
        let rows = self.rows.iter().zip(&self.words).enumerate();
        rows.filter(|(_, (row, _))| row.accepted_in.is_none_or(|c| c == country))
            .filter(|(_, (_, words))| is_meant(words))
            .filter(|(_, (row, _))| row.since.is_none_or(|since| !at.is_before(since)))
            .reduce(|best, next| if next.1.0.value > best.1.0.value { next } else { best })
            .map(|(position, _)| position)
    }

    /// All rows.
    pub fn rows(&self) -> &[Recognition] {
        &self.rows
    }
}

/// A scheme or an issuer: compared as a country where both are one, else as words.
#[derive(Debug, Clone)]
struct Word {
    country: Option<Country>,
    squashed: String,
}

impl Word {
    fn of(text: &str) -> Word {
        Word { country: Country::read(text), squashed: squash(&fold(text)) }
    }

    fn is(&self, other: &Word) -> bool {
        match (self.country, other.country) {
            (Some(a), Some(b)) => a == b,
            _ => self.squashed == other.squashed,
        }
    }
}

/// Which side of a policy a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The country wants it: a goal.
    Wants,
    /// The country gives it: an incentive, a simplified path, a guarantee.
    Grants,
}

impl Side {
    /// The stable word for it.
    pub fn key(self) -> &'static str {
        match self {
            Side::Wants => "wants",
            Side::Grants => "grants",
        }
    }
}

/// A stated national goal, or what a country grants for one.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// Whose policy it is.
    pub country: Country,
    /// What it is about.
    pub concept: Concept,
    /// Goal or grant.
    pub side: Side,
    /// The goal as stated.
    pub target: String,
    /// By when.
    pub deadline: Option<Date>,
    /// Where that is known from.
    pub source: String,
}

/// The policies, country by country.
#[derive(Debug, Clone, Default)]
pub struct Policies(BTreeMap<Country, Vec<Policy>>);

impl Policies {
    /// A table of these rows.
    pub fn new(rows: Vec<Policy>) -> Policies {
        let mut by_country: BTreeMap<Country, Vec<Policy>> = BTreeMap::new();
        for row in rows {
            by_country.entry(row.country).or_default().push(row);
        }
        Policies(by_country)
    }

    /// The policies of one country.
    pub fn of(&self, country: Country) -> &[Policy] {
        self.0.get(&country).map_or(&[], Vec::as_slice)
    }

    /// All policies, by country.
    pub fn rows(&self) -> impl Iterator<Item = &Policy> {
        self.0.values().flatten()
    }
}

/// How two organizations stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TieStatus {
    /// They have met, or work with each other without a document that is known.
    Met,
    /// They signed a memorandum.
    Memorandum,
    /// They have a contract.
    Contract,
    /// It is over.
    Ended,
    /// They are not to be brought together.
    Conflict,
}

impl TieStatus {
    /// All of them, in the order of our tables.
    pub const ALL: &[TieStatus] =
        &[TieStatus::Met, TieStatus::Memorandum, TieStatus::Contract, TieStatus::Ended, TieStatus::Conflict];

    /// The stable word for it.
    pub fn key(self) -> &'static str {
        match self {
            TieStatus::Met => "met",
            TieStatus::Memorandum => "memorandum",
            TieStatus::Contract => "contract",
            TieStatus::Ended => "ended",
            TieStatus::Conflict => "conflict",
        }
    }
}

/// A past or present relation of two organizations; it has no direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// How they stand.
    pub status: TieStatus,
    /// Since when, or when.
    pub date: Option<Date>,
    /// What about.
    pub note: String,
    /// Where that is known from.
    pub source: String,
}

/// The ties, by pair of ids: under the smaller one, then the larger.
#[derive(Debug, Clone, Default)]
pub struct Ties(HashMap<String, HashMap<String, Vec<Tie>>>);

impl Ties {
    /// Adds a tie between two ids, whichever is named first.
    pub fn insert(&mut self, a: &str, b: &str, tie: Tie) {
        let (a, b) = pair(a, b);
        let ties = self.0.entry(a.into()).or_default().entry(b.into()).or_default();
        ties.push(tie);
        // The latest last, whatever the order of the rows.
        ties.sort_by(|x, y| (x.date, x.status, &x.note).cmp(&(y.date, y.status, &y.note)));
    }

    /// All ties of two ids, the latest last.
    pub fn between(&self, a: &str, b: &str) -> &[Tie] {
        let (a, b) = pair(a, b);
        self.0.get(a).and_then(|of| of.get(b)).map_or(&[], Vec::as_slice)
    }

    /// All pairs of ids that are tied, in no order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(a, of)| of.keys().map(move |b| (a.as_str(), b.as_str())))
    }

    /// How many pairs are tied.
    pub fn len(&self) -> usize {
        self.pairs().count()
    }

    /// Whether no pair is tied.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn pair<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    if a <= b { (a, b) } else { (b, a) }
}

/// All the reference tables together.
#[derive(Debug, Clone, Default)]
pub struct Reference {
    /// Which kinds fit which.
    pub kinds: Kinds,
    /// Which certificates count where.
    pub recognitions: Recognitions,
    /// What countries want and grant.
    pub policies: Policies,
    /// What organizations of a kind typically offer and need.
    pub typical: Typical,
    /// Who knows whom.
    pub ties: Ties,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Evidence, Status};

    fn certificate(scheme: &str, authority: Option<&str>) -> Certification {
        Certification {
            scheme: scheme.into(),
            authority: authority.map(Into::into),
            expires: None,
            status: Status::Operating,
            evidence: Evidence::default(),
        }
    }

    #[test]
    fn a_certificate_counts_by_scheme_issuer_country_and_date() {
        let country = |c| Country::read(c).expect("a country");
        let date = |d| Date::read(d).expect("a date");
        let row = |authority: Option<&str>, value| Recognition {
            scheme: "GMP".into(),
            authority: authority.map(Into::into),
            accepted_in: Some(country("UZ")),
            value,
            since: Some(date("2022")),
            source: "a law".into(),
        };
        let table = Recognitions::new(vec![row(None, 0.5), row(Some("KR"), 1.0)]);
        let best = |c: &Certification, at, on| table.best(c, country(at), date(on)).map(|r| r.value);
        assert_eq!(best(&certificate("gmp", Some("Korea")), "UZ", "2026-01-01"), Some(1.0));
        assert_eq!(best(&certificate("GMP", Some("EU")), "UZ", "2026-01-01"), Some(0.5));
        assert_eq!(best(&certificate("GMP", Some("KR")), "KZ", "2026-01-01"), None);
        assert_eq!(best(&certificate("GMP", Some("KR")), "UZ", "2021-12-31"), None);
        assert_eq!(best(&certificate("ISO 13485", None), "UZ", "2026-01-01"), None);
    }

    #[test]
    fn a_tie_has_no_direction() {
        let mut ties = Ties::default();
        let tie = Tie { status: TieStatus::Met, date: None, note: String::new(), source: String::new() };
        ties.insert("b", "a", tie);
        assert_eq!(ties.between("a", "b").len(), 1);
        assert_eq!(ties.between("b", "a").len(), 1);
    }
}
