//! Sentences and headings in six languages.

use crate::vocabulary::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// The sentences of one language.
pub struct Wording {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Wording {
    /// The sentences of a language. A test holds the six files sound and equal in their keys.
    pub fn new(lang: Lang) -> Wording {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.tag().parse().unwrap_or_default()]);
        // Direction marks would travel into spreadsheets, where they spoil every search.
        bundle.set_use_isolating(false);
        let resource =
            FluentResource::try_new(source(lang).to_string()).unwrap_or_else(|(sound_part, _)| sound_part);
        bundle.add_resource_overriding(resource);
        Wording { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The sentence of a key with these words put in; the key itself where there is none. A word that is
    /// a whole number chooses the plural.
    pub fn say(&self, key: &str, words: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_string();
        };
        let args: FluentArgs = words.iter().map(|(name, word)| (*name, argument(word))).collect();
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// A number with so many decimals, behind the decimal mark of the language.
    pub fn number(&self, number: f64, decimals: usize) -> String {
        let text = format!("{number:.decimals$}");
        // What rounds to nothing has no sign.
        let text = match text.strip_prefix('-') {
            Some(rest) if rest.bytes().all(|b| matches!(b, b'0' | b'.')) => rest.to_string(),
            _ => text,
        };
        text.replace('.', &self.say("decimal", &[]))
    }

    /// A date as the language writes it, from `2027`, `2027-06` or `2027-06-14`; any other text as it is.
    pub fn date(&self, iso: &str) -> String {
        let mut parts: Vec<&str> = iso.split('-').collect();
        if matches!(self.lang, Lang::Zh | Lang::Ko) {
            // A word follows each number.
            parts.iter_mut().for_each(|part| *part = part.trim_start_matches('0'));
        }
        let number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        match parts.as_slice() {
            [year, month] if number(year) && number(month) => {
                self.say("date-month", &[("year", year), ("month", month)])
            }
            [year, month, day] if number(year) && number(month) && number(day) => {
                self.say("date-day", &[("year", year), ("month", month), ("day", day)])
            }
            _ => iso.to_string(),
        }
    }

    /// The sentence of a key as it is written, with `{ $name }` where words come in. For readers that
    /// put words in themselves; sentences of one line only.
    pub fn pattern(&self, key: &str) -> Option<&'static str> {
        source(self.lang).lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
    }

    /// The same of all keys that begin so.
    pub fn patterns(&self, start: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        source(self.lang)
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .filter(move |(key, _)| key.starts_with(start))
    }
}

/// A whole number as it prints is a number, which chooses a plural; anything else is text.
fn argument(word: &str) -> FluentValue<'_> {
    match word.parse::<u32>() {
        Ok(number) if number.to_string() == word => FluentValue::from(number),
        _ => FluentValue::from(word),
    }
}

fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("wording/en.ftl"),
        Lang::Ru => include_str!("wording/ru.ftl"),
        Lang::Kk => include_str!("wording/kk.ftl"),
        Lang::Uz => include_str!("wording/uz.ftl"),
        Lang::Zh => include_str!("wording/zh.ftl"),
        Lang::Ko => include_str!("wording/ko.ftl"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Each key with the words that its sentence takes.
    fn keys(lang: Lang) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let entries = source(lang).lines().filter(|l| !l.starts_with('#') && l.contains(" = "));
        let words = |text: &'static str| {
            text.split("{ $").skip(1).filter_map(|t| t.split(" }").next()).collect::<BTreeSet<_>>()
        };
        entries.filter_map(|l| l.split_once(" = ")).map(|(key, text)| (key, words(text))).collect()
    }

    #[test]
    fn every_language_says_everything_with_the_same_words() {
        let english = keys(Lang::En);
        assert!(english.len() > 60);
        for lang in Lang::ALL {
            assert!(FluentResource::try_new(source(lang).to_string()).is_ok(), "{lang}");
            let own = keys(lang);
            for (key, words) in &english {
                assert_eq!(own.get(key), Some(words), "{lang}: {key}");
            }
            assert_eq!(own.len(), english.len(), "{lang}");
        }
    }

    #[test]
    fn puts_words_in_without_marks() {
        let wording = Wording::new(Lang::En);
        assert_eq!(wording.say("tie", &[("status", "met"), ("date", "2021-09")]), "met 2021-09");
        assert_eq!(wording.say("no-such-key", &[]), "no-such-key");
    }
}
