//! Certificates: the scheme by its stable word, whatever the language; who issued it; when it ends.
//!
//! The list of schemes is open: what is not in it stands as written, and a word that is almost one of
//! it is told.

use super::cells;
use super::profiles::Builder;
use crate::profile::{Certification, Country, Evidence, Status};
use crate::read::Record;
use crate::text::{fold, similarity, squash};
use crate::vocabulary::{self, WordSet};
use crate::warning::Code;
use std::sync::LazyLock;

/// From this likeness on a scheme that is not listed may be a slip of a listed one.
const NEAR: f64 = 0.66;

impl Builder<'_> {
    /// The certificate that a text names.
    pub(super) fn certification(
        &mut self,
        record: &Record,
        column: &'static str,
        text: &str,
        status: Status,
        evidence: Evidence,
    ) -> Certification {
        let written = cells::certificate(text);
        let read = self.scheme(written.scheme);
        if let Some(near) = read.near {
            let message = "no scheme that is listed; it stands as written";
            let mut finding = record.finding(Code::UnknownScheme, column, message);
            finding.found = written.scheme.to_string();
            self.findings.push(finding.hint(format!("did you mean `{near}`?")));
        }
        Certification {
            scheme: read.scheme.name,
            authority: written.authority.map(str::to_string).or(read.scheme.authority),
            expires: written.expires,
            status,
            evidence,
        }
    }

    /// What a text says of a scheme. Few are written over and over.
    fn scheme(&mut self, text: &str) -> ReadScheme {
        if let Some(read) = self.schemes.get(text) {
            return read.clone();
        }
        let read = ReadScheme::of(text);
        self.schemes.insert(text.to_string(), read.clone());
        read
    }
}

/// A scheme as a text was understood: as listed, else as written, with the listed name that is nearest.
#[derive(Debug, Clone)]
pub(super) struct ReadScheme {
    scheme: Scheme,
    near: Option<&'static str>,
}

impl ReadScheme {
    fn of(text: &str) -> ReadScheme {
        match Scheme::read(text) {
            Some(scheme) => ReadScheme { scheme, near: None },
            None => {
                ReadScheme { scheme: Scheme { name: text.to_string(), authority: None }, near: near(text) }
            }
        }
    }
}

/// A scheme by its stable word, and the authority that its name holds.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Scheme {
    name: String,
    authority: Option<String>,
}

impl Scheme {
    /// Reads `GMP`, `药品生产质量管理规范`, `ISO13485:2016`, `GMP ЕАЭС`, `EU GMP`, `KGMP`; `None` for what
    /// is not listed.
    fn read(text: &str) -> Option<Scheme> {
        let named = |text: &str, authority: Option<&str>| {
            let name = vocabulary::key(WordSet::Scheme, without_edition(text))?.to_string();
            Some(Scheme { name, authority: authority.map(str::to_string) })
        };
        let behind = |(scheme, authority): (&str, &'_ str)| {
            is_authority(authority).then(|| named(scheme, Some(authority))).flatten()
        };
        let korean = || text.strip_prefix(['K', 'k']).and_then(|scheme| named(scheme, Some("KR")));
        named(text, None)
            .or_else(|| behind(text.rsplit_once(char::is_whitespace)?))
            .or_else(|| text.split_once(char::is_whitespace).and_then(|(a, scheme)| behind((scheme, a))))
            .or_else(korean)
    }
}

/// A scheme without the year of its edition: `ISO 9001:2015`, `ISO 13485-2016`.
fn without_edition(text: &str) -> &str {
    let is_year = |tail: &str| tail.len() == 4 && tail.bytes().all(|b| b.is_ascii_digit());
    match text.rsplit_once([':', '-', ' ', '：']) {
        Some((scheme, year)) if is_year(year) && ("1980".."2100").contains(&year) => scheme.trim_end(),
        _ => text,
    }
}

/// Countries, and the unions and agencies whose practices are called by their letters.
fn is_authority(word: &str) -> bool {
    const LETTERS: &[&str] =
        &["eaeu", "еаэс", "еаэо", "who", "воз", "ддұ", "jsst", "ес", "pic/s", "pics", "fda", "mfds"];
    Country::read(word).is_some() || LETTERS.contains(&word.to_lowercase().as_str())
}

/// The listed names, each in the form that is compared.
static LISTED: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    let names = vocabulary::written(WordSet::Scheme);
    names.map(|name| (squash(&fold(name)), name)).collect()
});

/// The listed name that is most like a text, where one nearly is.
fn near(text: &str) -> Option<&'static str> {
    let text = squash(&fold(text));
    let scored = LISTED.iter().map(|(squashed, name)| (similarity(&text, squashed), *name));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))?;
    (best.0 >= NEAR).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_is_known_in_every_language() {
        for (text, name, authority) in [
            ("GMP", "GMP", None),
            ("cGMP", "GMP", None),
            ("надлежащая производственная практика", "GMP", None),
            ("тиісті өндірістік практика", "GMP", None),
            ("zarur ishlab chiqarish amaliyoti", "GMP", None),
            ("药品生产质量管理规范", "GMP", None),
            ("우수의약품 제조관리기준", "GMP", None),
            ("GMP ЕАЭС", "GMP", Some("ЕАЭС")),
            ("EU GMP", "GMP", Some("EU")),
            ("KGMP", "GMP", Some("KR")),
            ("ISO13485:2016", "ISO 13485", None),
            ("ИСО 9001-2015", "ISO 9001", None),
            ("регистрационное удостоверение", "marketing authorisation", None),
        ] {
            let read = Scheme::read(text).map(|s| (s.name, s.authority));
            assert_eq!(read, Some((name.to_string(), authority.map(str::to_string))), "{text}");
        }
    }

    #[test]
    fn what_is_not_listed_is_not_guessed_and_the_nearest_is_told() {
        for (text, hint) in [("НМП", Some("НПП")), ("halal", None), ("ISO 13845", Some("ISO 13485"))] {
            assert_eq!(Scheme::read(text), None, "{text}");
            assert_eq!(near(text), hint, "{text}");
        }
    }
}
