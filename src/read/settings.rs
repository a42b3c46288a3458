//! Settings as a tree of keys and values, each with its place: from TOML, or from the sheets of a workbook.

use super::section::Section;
use super::source::{Content, Source};
use super::visit;
use crate::error::{Error, ErrorKind, Place, Result};
use crate::warning::Finding;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value of a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A text in quotes.
    Text(String),
    /// A whole number.
    Whole(String),
    /// Another number.
    Number(String),
    /// A date.
    Date(String),
    /// What stands in a cell of a sheet: it is what is asked for, or a list of such with `;` between.
    Cell(String),
    /// What no setting is.
    Other,
    /// Several values.
    List(Vec<Node>),
    /// Keys with values.
    Table(Vec<Entry>),
}

/// A value, where it stands, and how it is written there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub value: Value,
    pub place: Place,
    pub written: String,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub key: String,
    pub place: Place,
    pub node: Node,
}

/// Settings that were read, not yet understood.
#[derive(Debug, Clone)]
pub struct Settings {
    entries: Vec<Entry>,
    place: Place,
}

impl Settings {
    /// From a text that is TOML.
    ///
    /// # Errors
    /// What is no TOML, with line and position.
    pub fn new(text: &str, place: Place) -> Result<Settings> {
        let toml = Toml { text, place };
        let table = DeTable::parse(text).map_err(|e| {
            let at = e.span().map_or_else(|| toml.place.clone(), |span| toml.at(span.start));
            let message = format!("this is no TOML: {}", e.message().replace('\n', ", "));
            Error::new(ErrorKind::Structure, message).at(at).hint("docs/plan.md shows a whole file")
        })?;
        Ok(Settings { entries: toml.entries(table.get_ref()), place: toml.at(0) })
    }

    /// From a workbook with the sheets of a delegation, or from TOML.
    ///
    /// # Errors
    /// What cannot be read, or is neither.
    pub fn open(source: &Source, findings: &mut Vec<Finding>) -> Result<Settings> {
        let place = source.place();
        match source.content(findings)? {
            Content::Text(text) => Settings::new(&text, place),
            Content::Sheets(sheets) => {
                Ok(Settings { entries: visit::entries(sheets, &place, findings)?, place })
            }
        }
    }

    /// The outermost keys, which have to be among these.
    ///
    /// # Errors
    /// A key that is not among those allowed.
    pub fn read(&self, allowed: &'static [&'static str]) -> Result<Section<'_>> {
        Section::open(&self.entries, self.place.clone(), allowed)
    }
}

/// The most characters of a value that a message shows.
const MOST_SHOWN: usize = 40;

struct Toml<'a> {
    text: &'a str,
    place: Place,
}

impl Toml<'_> {
    /// The place of a byte: the line, and the position in it as the column.
    fn at(&self, byte: usize) -> Place {
        let before = self.text.get(..byte).unwrap_or(self.text);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |i| i + 1);
        self.place.at(line as u64).column((before[start..].chars().count() + 1).to_string())
    }

    fn entries(&self, table: &DeTable) -> Vec<Entry> {
        let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue>)| {
            let name: &std::borrow::Cow<str> = key.get_ref();
            Entry { key: name.to_string(), place: self.at(key.span().start), node: self.node(value) }
        };
        table.iter().map(entry).collect()
    }

    fn node(&self, value: &Spanned<DeValue>) -> Node {
        let written = self.text.get(value.span()).unwrap_or_default();
        Node {
            value: self.value(value.get_ref()),
            place: self.at(value.span().start),
            written: written.chars().take(MOST_SHOWN).collect(),
        }
    }

    fn value(&self, value: &DeValue) -> Value {
        match value {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(number) if number.radix() == 10 => Value::Whole(number.as_str().to_string()),
            DeValue::Float(number) => Value::Number(number.as_str().to_string()),
            DeValue::Datetime(date) => Value::Date(date.to_string()),
            DeValue::Integer(_) | DeValue::Boolean(_) => Value::Other,
            DeValue::Array(list) => Value::List(list.iter().map(|v| self.node(v)).collect()),
            DeValue::Table(table) => Value::Table(self.entries(table)),
        }
    }
}
