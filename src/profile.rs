//! Organizations, what they offer, what they need, and how it is known.

use crate::taxonomy::Concept;
use crate::vocabulary::{self, Lang, WordSet};
use std::fmt;
use std::sync::Arc;

/// A country by its ISO 3166-1 alpha-2 code (or `EU`, where a union acts as one authority).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

/// The officially assigned codes of ISO 3166-1 alpha-2.
const ISO_3166: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

impl Country {
    /// Reads a code, or a name in any of the six languages.
    pub fn read(text: &str) -> Option<Country> {
        let text = text.trim();
        let upper = text.to_ascii_uppercase();
        let known = ISO_3166.split(' ').find(|code| *code == upper);
        let code = known.or_else(|| vocabulary::key(WordSet::Country, text))?;
        <[u8; 2]>::try_from(code.as_bytes()).ok().map(Country)
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }

    /// The name in a language, where our tables have it; else the code.
    pub fn name(&self, lang: Lang) -> &str {
        vocabulary::name(WordSet::Country, self.code(), lang)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident, $set:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// All of them, in the order of our tables.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The stable word for it.
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => $key),* }
            }

            /// Reads the word for it, in any of the six languages.
            pub fn read(text: &str) -> Option<$name> {
                let key = vocabulary::key(WordSet::$set, text)?;
                $name::ALL.iter().copied().find(|c| c.key() == key)
            }

            /// The word for it in a language.
            pub fn name(self, lang: Lang) -> &'static str {
                vocabulary::name(WordSet::$set, self.key(), lang)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.key())
            }
        }
    };
}

choice! {
    /// What sort of organization it is.
    Kind, Kind {
        /// Makes medicines.
        Manufacturer = "manufacturer",
        /// Develops or makes by biotechnology.
        Biotech = "biotech",
        /// Makes medical devices.
        DeviceMaker = "device-maker",
        /// Makes tests and analysers.
        Diagnostics = "diagnostics",
        /// Buys, stores and supplies.
        Distributor = "distributor",
        /// Treats patients.
        Hospital = "hospital",
        /// Teaches and does research.
        University = "university",
        /// Does research.
        ResearchInstitute = "research-institute",
        /// Tests for others.
        Laboratory = "laboratory",
        /// A park, zone or grouping of many organizations.
        Cluster = "cluster",
        /// A public body that opens doors: promotion, embassy, fund of the state.
        Agency = "agency",
        /// Registers, inspects, licenses.
        Regulator = "regulator",
        /// Makes policy.
        Ministry = "ministry",
        /// Speaks for its members.
        Association = "association",
        /// Puts money in.
        Investor = "investor",
        /// Supplies makers.
        Supplier = "supplier",
        /// A service centre, usually of a cluster.
        Platform = "platform",
    }
}

impl Kind {
    /// Whether it is a window: it opens doors to others and is never taken to have their
    /// capabilities itself.
    pub fn is_window(self) -> bool {
        matches!(self, Kind::Agency | Kind::Ministry | Kind::Association | Kind::Regulator | Kind::Platform)
    }
}

choice! {
    /// How far along a claimed capability is.
    Status, Status {
        /// It works today.
        Operating = "operating",
        /// It stands, but nothing says that it works.
        Built = "built",
        /// It is a plan.
        Planned = "planned",
        /// It is looked for: the state of a need.
        Sought = "sought",
    }
}

choice! {
    /// How a claim follows from its source.
    Basis, Basis {
        /// The source says it.
        Stated = "stated",
        /// It is read out of the source.
        Inferred = "inferred",
        /// Nothing says so: organizations of its kind typically seek it.
        Assumed = "assumed",
    }
}

choice! {
    /// How large an organization is, by head count (classes of EU Recommendation 2003/361/EC).
    SizeClass, Size {
        /// Under 10.
        Micro = "micro",
        /// Under 50.
        Small = "small",
        /// Under 250.
        Medium = "medium",
        /// 250 and more.
        Large = "large",
    }
}

impl SizeClass {
    /// The class of a head count.
    pub fn of(heads: u32) -> SizeClass {
        match heads {
            0..10 => SizeClass::Micro,
            10..50 => SizeClass::Small,
            50..250 => SizeClass::Medium,
            _ => SizeClass::Large,
        }
    }
}

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

/// A date of which the day, or the month too, may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl Date {
    /// Reads `2027`, `2027-06` or `2027-06-14`.
    pub fn read(text: &str) -> Option<Date> {
        let mut parts = text.trim().split('-');
        let number = |part: &str, digits: usize| -> Option<i16> {
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
        };
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|p| number(p, 2)).map_or(Some(None), |n| n.map(|n| Some(n as i8)))?;
        let day = parts.next().map(|p| number(p, 2)).map_or(Some(None), |n| n.map(|n| Some(n as i8)))?;
        let real = jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        (real && parts.next().is_none()).then_some(Date { year, month, day })
    }

    /// A day of the calendar.
    pub fn day(date: jiff::civil::Date) -> Date {
        Date { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Whether it has wholly passed by another date: `2025` has passed on the first day of 2026, and
    /// not before.
    pub fn is_before(self, other: Date) -> bool {
        let last = (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31));
        let first = (other.year, other.month.unwrap_or(1), other.day.unwrap_or(1));
        last < first
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
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

/// When something holds; open at a side where no date is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The first date.
    pub since: Option<Date>,
    /// The last date.
    pub until: Option<Date>,
}

impl Period {
    /// Whether a date lies before the first or behind the last one for certain: of a year that both
    /// share, nothing is certain.
    pub fn excludes(self, date: Date) -> bool {
        self.since.is_some_and(|since| date.is_before(since))
            || self.until.is_some_and(|until| until.is_before(date))
    }

    /// Whether it is open at both sides.
    pub fn is_open(self) -> bool {
        self == Period::default()
    }
}

/// `since 2010, until 2019-05`; nothing where it is open at both sides.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.since, self.until) {
            (None, None) => Ok(()),
            (Some(since), None) => write!(f, "since {since}"),
            (None, Some(until)) => write!(f, "until {until}"),
            (Some(since), Some(until)) => write!(f, "since {since}, until {until}"),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_its_word() {
        let all = |set, keys: Vec<&str>| assert_eq!(vocabulary::all(set), keys);
        all(WordSet::Kind, Kind::ALL.iter().map(|k| k.key()).collect());
        all(WordSet::Status, Status::ALL.iter().map(|k| k.key()).collect());
        all(WordSet::Basis, Basis::ALL.iter().map(|k| k.key()).collect());
        all(WordSet::Size, SizeClass::ALL.iter().map(|k| k.key()).collect());
        assert!(vocabulary::all(WordSet::Country).iter().all(|c| Country::read(c).is_some()));
    }

    #[test]
    fn reads_countries_by_code_and_by_name() {
        for text in ["KZ", "kz", " Казахстан ", "哈萨克斯坦", "카자흐스탄", "Qozog‘iston"]
        {
            assert_eq!(Country::read(text).map(|c| c.code().to_string()).as_deref(), Some("KZ"), "{text}");
        }
        assert_eq!(Country::read("ZZ"), None);
        assert_eq!(Country::read("Atlantis"), None);
    }

    #[test]
    fn reads_partial_dates_and_refuses_others() {
        for text in ["2027", "2027-06", "2027-06-14"] {
            assert_eq!(Date::read(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        for text in ["", "27", "2027-13", "2027-02-30", "2027-6", "2027-06-14-1", "14.06.2027", "٢٠٢٧"] {
            assert_eq!(Date::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_has_passed_only_when_it_is_over() {
        let date = |t| Date::read(t).expect("a date");
        assert!(date("2025").is_before(date("2026-01-01")));
        assert!(!date("2025").is_before(date("2025-12-31")));
        assert!(!date("2026-06-14").is_before(date("2026-06-14")));
    }
}
