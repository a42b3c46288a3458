//! What stands in one cell: lists, levels, certificates.

use crate::profile::{Date, Level};

/// The parts of a list: split at semicolons and line ends, trimmed, without the empty ones.
pub(super) fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// A term with its level or priority, and whether it is a must.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Claim<'a> {
    pub term: &'a str,
    /// `Err` holds a digit that is no level.
    pub level: Result<Option<Level>, char>,
    pub must: bool,
}

/// Reads `term`, `term:4`, `term!` or `term!:4`.
///
/// A level is what follows the last colon only where that is one digit; `ISO 13485:2016` is a term.
pub(super) fn claim(text: &str) -> Claim<'_> {
    let (text, loud) = bang(text);
    let (term, level) = match text.rsplit_once([':', '：']) {
        Some((term, tail)) => match single_digit(tail) {
            Some(digit) => (term.trim_end(), level(digit)),
            None => (text, Ok(None)),
        },
        None => (text, Ok(None)),
    };
    let (term, must) = bang(term);
    Claim { term, level, must: must || loud }
}

/// The level that a whole cell holds; `Err` where it is something else than one digit from 1 to 5.
pub(super) fn level_cell(cell: &str) -> Result<Option<Level>, char> {
    match single_digit(cell) {
        Some(digit) => level(digit),
        None => cell.chars().next().map_or(Ok(None), Err),
    }
}

fn level(digit: char) -> Result<Option<Level>, char> {
    let number = digit.to_digit(10).and_then(|d| Level::new(d as u8));
    number.map(Some).ok_or(digit)
}

fn single_digit(text: &str) -> Option<char> {
    let mut chars = text.trim().chars();
    // Chinese and Korean keyboards write digits of full width too.
    let usual =
        |c| if matches!(c, '０'..='９') { char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c) } else { c };
    let digit = chars.next().map(usual).filter(char::is_ascii_digit)?;
    chars.next().is_none().then_some(digit)
}

fn bang(text: &str) -> (&str, bool) {
    let text = text.trim();
    match text.strip_suffix(['!', '！']) {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    }
}

/// A certificate as written: `GMP (EU) 2027-05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Certificate<'a> {
    pub scheme: &'a str,
    pub authority: Option<&'a str>,
    pub expires: Option<Date>,
}

/// Reads scheme, authority in brackets, expiry. A bare year is an expiry only behind the brackets:
/// in `ISO 9001 2015` it belongs to the name of the standard.
pub(super) fn certificate(text: &str) -> Certificate<'_> {
    let text = text.trim();
    if let Some((scheme, rest)) = text.split_once(['(', '（'])
        && let Some((authority, tail)) = rest.split_once([')', '）'])
        && (tail.trim().is_empty() || Date::read(tail).is_some())
    {
        let authority = Some(authority.trim()).filter(|a| !a.is_empty());
        return Certificate { scheme: scheme.trim(), authority, expires: Date::read(tail) };
    }
    if let Some((scheme, tail)) = text.rsplit_once(char::is_whitespace)
        && tail.contains('-')
        && let Some(date) = Date::read(tail)
    {
        return Certificate { scheme: scheme.trim(), authority: None, expires: Some(date) };
    }
    Certificate { scheme: text, authority: None, expires: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_one_digit_behind_the_last_colon() {
        let read = |t| {
            let c = claim(t);
            (c.term, c.level.map(|l| l.map(Level::get)), c.must)
        };
        assert_eq!(read("vaccines:4"), ("vaccines", Ok(Some(4)), false));
        assert_eq!(read("vaccines"), ("vaccines", Ok(None), false));
        assert_eq!(read("ISO 13485:2016"), ("ISO 13485:2016", Ok(None), false));
        assert_eq!(read("ISO 13485:2016 : 5"), ("ISO 13485:2016", Ok(Some(5)), false));
        assert_eq!(read("疫苗：３"), ("疫苗", Ok(Some(3)), false));
        assert_eq!(read("疫苗：3"), ("疫苗", Ok(Some(3)), false));
        assert_eq!(read("vaccines!:4"), ("vaccines", Ok(Some(4)), true));
        assert_eq!(read("vaccines:4!"), ("vaccines", Ok(Some(4)), true));
        assert_eq!(read("vaccines!"), ("vaccines", Ok(None), true));
        assert_eq!(read("vaccines:7"), ("vaccines", Err('7'), false));
        assert_eq!(read("vaccines:0"), ("vaccines", Err('0'), false));
    }

    #[test]
    fn a_certificate_has_scheme_authority_and_expiry() {
        let read = |t| {
            let c = certificate(t);
            (c.scheme, c.authority, c.expires.map(|d| d.to_string()))
        };
        assert_eq!(read("GMP (EU) 2027-05"), ("GMP", Some("EU"), Some("2027-05".into())));
        assert_eq!(read("GMP (EU) 2027"), ("GMP", Some("EU"), Some("2027".into())));
        assert_eq!(read("ISO 13485"), ("ISO 13485", None, None));
        assert_eq!(read("ISO 13485:2016"), ("ISO 13485:2016", None, None));
        assert_eq!(read("ISO 9001 2015"), ("ISO 9001 2015", None, None));
        assert_eq!(read("ISO 9001 2027-01-31"), ("ISO 9001", None, Some("2027-01-31".into())));
        assert_eq!(read("GMP ()"), ("GMP", None, None));
    }
}
