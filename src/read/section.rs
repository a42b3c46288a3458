//! Settings in TOML: sections of keys, each value with its place in the file.
//!
//! A section knows the keys that it may have, so that a slip of the keyboard is an error with the word
//! that was meant, and never a setting that is silently without effect.

use crate::error::{Error, ErrorKind, Place, Result};
use crate::text::nearest;
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// Where it stands: the file, the line, the position in the line.
    pub place: Place,
}

impl<T> Given<T> {
    /// An error about this value.
    pub fn wrong(&self, message: impl Into<String>) -> Error {
        Error::new(ErrorKind::Value, message).at(self.place.clone())
    }
}

/// A text that is TOML, with its name in messages.
#[derive(Debug, Clone)]
pub struct Settings {
    text: String,
    place: Place,
}

impl Settings {
    /// The text of a file.
    pub fn new(text: impl Into<String>, place: Place) -> Settings {
        Settings { text: text.into(), place }
    }

    /// Reads the text; its outermost keys have to be among these.
    ///
    /// # Errors
    /// What is no TOML, with line and position; a key that is not among those allowed.
    pub fn read(&self, allowed: &'static [&'static str]) -> Result<Section<'_>> {
        let table = DeTable::parse(&self.text).map_err(|e| {
            let at = e.span().map_or_else(|| self.place.clone(), |span| self.at(span.start));
            let message = format!("this is no TOML: {}", e.message().replace('\n', ", "));
            Error::new(ErrorKind::Structure, message).at(at).hint("docs/plan.md shows a whole file")
        })?;
        Section::open(table.into_inner(), Source { settings: self, at: 0, allowed })
    }

    /// The place of a byte: the line, and the position in it as the column.
    fn at(&self, byte: usize) -> Place {
        let before = self.text.get(..byte).unwrap_or(&self.text);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |i| i + 1);
        self.place.at(line as u64).column((before[start..].chars().count() + 1).to_string())
    }
}

#[derive(Debug, Clone, Copy)]
struct Source<'a> {
    settings: &'a Settings,
    at: usize,
    allowed: &'static [&'static str],
}

/// A table of keys.
#[derive(Debug, Clone)]
pub struct Section<'a> {
    entries: DeTable<'a>,
    source: Source<'a>,
}

impl<'a> Section<'a> {
    fn open(entries: DeTable<'a>, source: Source<'a>) -> Result<Section<'a>> {
        for (key, _) in &entries {
            let name = key.get_ref().as_ref();
            if source.allowed.contains(&name) {
                continue;
            }
            let message = format!("found the key `{name}`; one of {}", source.allowed.join(", "));
            let error = Error::new(ErrorKind::Value, message).at(source.settings.at(key.span().start));
            return Err(match nearest(name, source.allowed.iter().copied(), 1).first() {
                Some(near) => error.hint(format!("did you mean `{near}`?")),
                None => error.hint("docs/plan.md explains every key"),
            });
        }
        Ok(Section { entries, source })
    }

    /// Where the section stands.
    pub fn place(&self) -> Place {
        self.source.settings.at(self.source.at)
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// Whether a key is there and is a table.
    pub fn has_table(&self, key: &str) -> bool {
        self.value(key).is_some_and(|v| matches!(v.get_ref(), DeValue::Table(_)))
    }

    fn value(&self, key: &str) -> Option<&Spanned<DeValue<'a>>> {
        self.entries.iter().find(|(k, _)| k.get_ref().as_ref() == key).map(|(_, v)| v)
    }

    fn given<T>(&self, value: T, from: &Spanned<DeValue>) -> Given<T> {
        Given { value, place: self.source.settings.at(from.span().start) }
    }

    /// What stands there instead of what is wanted.
    fn unlike(&self, key: &str, from: &Spanned<DeValue>, wanted: &str) -> Error {
        let written: String =
            self.source.settings.text.get(from.span()).unwrap_or_default().chars().take(40).collect();
        self.given((), from).wrong(format!("`{key}` is `{written}`; it has to be {wanted}"))
    }

    /// An error about a key that has to be there.
    pub fn missing(&self, key: &str, remedy: &str) -> Error {
        let error = Error::new(ErrorKind::Structure, format!("the key `{key}` is missing")).at(self.place());
        error.hint(remedy)
    }

    /// A text.
    ///
    /// # Errors
    /// A value that is none.
    pub fn text(&self, key: &str) -> Result<Option<Given<String>>> {
        self.value(key)
            .map(|v| match v.get_ref() {
                DeValue::String(text) => Ok(self.given(text.to_string(), v)),
                _ => Err(self.unlike(key, v, "a text in quotes")),
            })
            .transpose()
    }

    /// A list of texts; one text alone is a list of one.
    ///
    /// # Errors
    /// A value that is neither.
    pub fn texts(&self, key: &str) -> Result<Option<Vec<Given<String>>>> {
        let Some(v) = self.value(key) else { return Ok(None) };
        let one = |v: &Spanned<DeValue>| match v.get_ref() {
            DeValue::String(text) => Ok(self.given(text.to_string(), v)),
            _ => Err(self.unlike(key, v, "a list of texts in quotes")),
        };
        match v.get_ref() {
            DeValue::Array(list) => list.iter().map(one).collect::<Result<_>>().map(Some),
            _ => Ok(Some(vec![one(v)?])),
        }
    }

    /// A whole number within a range.
    ///
    /// # Errors
    /// A value that is none, or that is out of the range.
    pub fn whole(&self, key: &str, range: std::ops::RangeInclusive<usize>) -> Result<Option<usize>> {
        let Some(v) = self.value(key) else { return Ok(None) };
        let wanted = format!("a whole number from {} to {}", range.start(), range.end());
        let number = match v.get_ref() {
            DeValue::Integer(i) if i.radix() == 10 => i.as_str().parse::<usize>().ok(),
            _ => None,
        };
        let number = number.filter(|n| range.contains(n));
        number.ok_or_else(|| self.unlike(key, v, &wanted)).map(Some)
    }

    /// A number from 0 to 1.
    ///
    /// # Errors
    /// A value that is none, or that is out of the range.
    pub fn share(&self, key: &str) -> Result<Option<f64>> {
        let Some(v) = self.value(key) else { return Ok(None) };
        let number = match v.get_ref() {
            DeValue::Integer(i) => i.as_str().parse::<f64>().ok(),
            DeValue::Float(f) => f.as_str().parse::<f64>().ok(),
            _ => None,
        };
        let number = number.filter(|n| (0.0..=1.0).contains(n));
        number.ok_or_else(|| self.unlike(key, v, "a number from 0 to 1")).map(Some)
    }

    /// A day of the calendar, as a TOML date or in quotes.
    ///
    /// # Errors
    /// A value that is none.
    pub fn date(&self, key: &str) -> Result<Option<Given<Date>>> {
        let Some(v) = self.value(key) else { return Ok(None) };
        let text = match v.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => String::new(),
        };
        let date = text.parse::<Date>().ok().filter(|_| text.len() == 10);
        let date = date.ok_or_else(|| self.unlike(key, v, "a date such as 2027-06-14"))?;
        Ok(Some(self.given(date, v)))
    }

    /// A section inside this one, with the keys that it may have.
    ///
    /// # Errors
    /// A value that is none; a key that is not among those allowed.
    pub fn section(&self, key: &str, allowed: &'static [&'static str]) -> Result<Option<Section<'a>>> {
        let Some(v) = self.value(key) else { return Ok(None) };
        match v.get_ref() {
            DeValue::Table(table) => self.inner(table, v, allowed).map(Some),
            _ => Err(self.unlike(key, v, &format!("a table of {}", allowed.join(", ")))),
        }
    }

    /// The sections of a list, written `[[key]]`; none where the key is not there.
    ///
    /// # Errors
    /// A value that is no such list; a key that is not among those allowed.
    pub fn sections(&self, key: &str, allowed: &'static [&'static str]) -> Result<Vec<Section<'a>>> {
        let Some(v) = self.value(key) else { return Ok(Vec::new()) };
        let wrong =
            |v: &Spanned<DeValue>| self.unlike(key, v, &format!("written `[[{key}]]`, once for each"));
        let one = |v: &Spanned<DeValue<'a>>| match v.get_ref() {
            DeValue::Table(table) => self.inner(table, v, allowed),
            _ => Err(wrong(v)),
        };
        match v.get_ref() {
            DeValue::Array(list) => list.iter().map(one).collect(),
            _ => Err(wrong(v)),
        }
    }

    fn inner(
        &self,
        table: &DeTable<'a>,
        from: &Spanned<DeValue>,
        allowed: &'static [&'static str],
    ) -> Result<Section<'a>> {
        let source = Source { settings: self.source.settings, at: from.span().start, allowed };
        Section::open(table.clone(), source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Settings {
        Settings::new(text, Place::file("visit.toml"))
    }

    #[test]
    fn a_value_knows_its_place() {
        let settings = settings("name = \"A\"\nhosts = [\"x\",\n  \"y\"]\n[limits]\nmost = 3\n");
        let section = settings.read(&["name", "hosts", "limits"]).expect("sound");
        let hosts = section.texts("hosts").expect("a list").expect("there");
        assert_eq!(hosts[1].place.to_string(), "visit.toml, line 3, column 3");
        let limits = section.section("limits", &["most"]).expect("a table").expect("there");
        assert_eq!(limits.whole("most", 1..=9).expect("a number"), Some(3));
        assert_eq!(limits.whole("least", 1..=9).expect("absent"), None);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place_and_what_is_allowed() {
        for (text, message) in [
            ("nam = 1", "visit.toml, line 1, column 1: found the key `nam`; one of name, day, limits"),
            ("name = 3", "visit.toml, line 1, column 8: `name` is `3`; it has to be a text in quotes"),
            (
                "[limits]\nmost = 0",
                "visit.toml, line 2, column 8: `most` is `0`; it has to be a whole number from 1 to 9",
            ),
            ("[[day]]\ndate = 2027-13-01", "visit.toml, line 2, column"),
            ("name = ", "visit.toml, line 1, column 8: this is no TOML"),
        ] {
            let settings = settings(text);
            let read = || -> Result<()> {
                let section = settings.read(&["name", "day", "limits"])?;
                section.text("name")?;
                if let Some(limits) = section.section("limits", &["most"])? {
                    limits.whole("most", 1..=9)?;
                }
                section.sections("day", &["date"])?.iter().try_for_each(|d| d.date("date").map(drop))
            };
            let error = read().expect_err(text).to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
