//! A section of settings: keys, each value with its place.
//!
//! A section knows the keys that it may have, so that a slip of the keyboard is an error with the word
//! that was meant, and never a setting that is silently without effect.

use super::settings::{Entry, Node, Value};
use crate::error::{Error, ErrorKind, Place, Result};
use crate::text::nearest;
use jiff::civil::Date;

/// A value, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// Where it stands: the file, and the line and the position in it, or the sheet and the cell.
    pub place: Place,
}

impl<T> Given<T> {
    /// An error about this value.
    pub fn wrong(&self, message: impl Into<String>) -> Error {
        Error::new(ErrorKind::Value, message).at(self.place.clone())
    }
}

/// A table of keys.
#[derive(Debug, Clone)]
pub struct Section<'a> {
    entries: &'a [Entry],
    place: Place,
}

impl<'a> Section<'a> {
    pub(super) fn open(
        entries: &'a [Entry],
        place: Place,
        allowed: &'static [&'static str],
    ) -> Result<Section<'a>> {
        for Entry { key, place, .. } in entries {
            if allowed.contains(&key.as_str()) {
                continue;
            }
            let message = format!("found the key `{key}`; one of {}", allowed.join(", "));
            let error = Error::new(ErrorKind::Value, message).at(place.clone());
            return Err(match nearest(key, allowed.iter().copied(), 1).first() {
                Some(near) => error.hint(format!("did you mean `{near}`?")),
                None => error.hint("docs/plan.md explains every key"),
            });
        }
        Ok(Section { entries, place })
    }

    /// Where the section stands.
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.node(key).is_some()
    }

    /// Whether a key is there and is a table.
    pub fn has_table(&self, key: &str) -> bool {
        self.node(key).is_some_and(|node| matches!(node.value, Value::Table(_)))
    }

    fn node(&self, key: &str) -> Option<&'a Node> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// What stands there instead of what is wanted.
    fn unlike(key: &str, from: &Node, wanted: &str) -> Error {
        let message = format!("`{key}` is `{}`; it has to be {wanted}", from.written);
        given((), from).wrong(message).hint("docs/plan.md explains every key")
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
        let Some(node) = self.node(key) else { return Ok(None) };
        match &node.value {
            Value::Text(text) | Value::Cell(text) => Ok(Some(given(text.clone(), node))),
            _ => Err(Section::unlike(key, node, "a text in quotes")),
        }
    }

    /// A list of texts; one text alone is a list of one.
    ///
    /// # Errors
    /// A value that is neither.
    pub fn texts(&self, key: &str) -> Result<Option<Vec<Given<String>>>> {
        let Some(node) = self.node(key) else { return Ok(None) };
        let list = match &node.value {
            Value::List(list) => list.iter().collect(),
            _ => vec![node],
        };
        let mut texts = Vec::new();
        for node in list {
            match &node.value {
                Value::Text(text) => texts.push(given(text.clone(), node)),
                Value::Cell(cell) => texts.extend(parts(cell).map(|part| given(part.to_string(), node))),
                _ => return Err(Section::unlike(key, node, "a list of texts in quotes")),
            }
        }
        Ok(Some(texts))
    }

    /// A whole number within a range.
    ///
    /// # Errors
    /// A value that is none, or that is out of the range.
    pub fn whole(&self, key: &str, range: std::ops::RangeInclusive<usize>) -> Result<Option<usize>> {
        let Some(node) = self.node(key) else { return Ok(None) };
        let wanted = format!("a whole number from {} to {}", range.start(), range.end());
        let number = match &node.value {
            Value::Whole(text) | Value::Cell(text) => text.parse::<usize>().ok(),
            _ => None,
        };
        let number = number.filter(|n| range.contains(n));
        number.ok_or_else(|| Section::unlike(key, node, &wanted)).map(Some)
    }

    /// A number from 0 to 1.
    ///
    /// # Errors
    /// A value that is none, or that is out of the range.
    pub fn share(&self, key: &str) -> Result<Option<f64>> {
        let Some(node) = self.node(key) else { return Ok(None) };
        let number = match &node.value {
            Value::Whole(text) | Value::Number(text) => text.parse::<f64>().ok(),
            Value::Cell(text) => text.replace(',', ".").parse::<f64>().ok(),
            _ => None,
        };
        let number = number.filter(|n| (0.0..=1.0).contains(n));
        number.ok_or_else(|| Section::unlike(key, node, "a number from 0 to 1")).map(Some)
    }

    /// A day of the calendar, as a TOML date or in quotes; in a cell also as `14.06.2027`.
    ///
    /// # Errors
    /// A value that is none.
    pub fn date(&self, key: &str) -> Result<Option<Given<Date>>> {
        let Some(node) = self.node(key) else { return Ok(None) };
        let date = match &node.value {
            Value::Date(text) | Value::Text(text) => day(text),
            Value::Cell(text) => day(text).or_else(|| day_first(text)),
            _ => None,
        };
        let date = date.ok_or_else(|| Section::unlike(key, node, "a date such as 2027-06-14"))?;
        Ok(Some(given(date, node)))
    }

    /// A section inside this one, with the keys that it may have.
    ///
    /// # Errors
    /// A value that is none; a key that is not among those allowed.
    pub fn section(&self, key: &str, allowed: &'static [&'static str]) -> Result<Option<Section<'a>>> {
        let Some(node) = self.node(key) else { return Ok(None) };
        match &node.value {
            Value::Table(entries) => Section::open(entries, node.place.clone(), allowed).map(Some),
            _ => Err(Section::unlike(key, node, &format!("a table of {}", allowed.join(", ")))),
        }
    }

    /// The sections of a list, written `[[key]]` or as the rows of a sheet; none where the key is not there.
    ///
    /// # Errors
    /// A value that is no such list; a key that is not among those allowed.
    pub fn sections(&self, key: &str, allowed: &'static [&'static str]) -> Result<Vec<Section<'a>>> {
        let Some(node) = self.node(key) else { return Ok(Vec::new()) };
        let wrong = |node: &Node| Section::unlike(key, node, &format!("written `[[{key}]]`, once for each"));
        let one = |node: &'a Node| match &node.value {
            Value::Table(entries) => Section::open(entries, node.place.clone(), allowed),
            _ => Err(wrong(node)),
        };
        match &node.value {
            Value::List(list) => list.iter().map(one).collect(),
            _ => Err(wrong(node)),
        }
    }
}

fn given<T>(value: T, from: &Node) -> Given<T> {
    Given { value, place: from.place.clone() }
}

/// The parts of a cell that holds a list.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

fn day(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().filter(|_| text.len() == 10)
}

/// A date as it is written from Almaty to Tashkent.
fn day_first(text: &str) -> Option<Date> {
    let numbers: Vec<&str> = text.split('.').collect();
    let [day, month, year] = numbers.as_slice() else { return None };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok().filter(|_| year.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::super::settings::Settings;
    use super::*;

    fn settings(text: &str) -> Result<Settings> {
        Settings::new(text, Place::file("visit.toml"))
    }

    #[test]
    fn a_value_knows_its_place() {
        let settings =
            settings("name = \"A\"\nhosts = [\"x\",\n  \"y\"]\n[limits]\nmost = 3\n").expect("sound");
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
            let read = || -> Result<()> {
                let settings = settings(text)?;
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
