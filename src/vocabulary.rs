//! Words of closed lists in six languages: table names, headers, kinds, countries, states.
//!
//! One table serves both ways: it recognises what is written in a file, and names things in what we
//! write. The first of several forms in a cell, split by `|`, is the one that is written.

use crate::text::{fold, squash};
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// A language of our output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
    /// Kazakh, in Cyrillic.
    Kk,
    /// Uzbek, in Latin.
    Uz,
    /// Chinese, simplified.
    Zh,
    /// Korean.
    Ko,
}

impl Lang {
    /// All of them, in the order of the columns of our tables.
    pub const ALL: [Lang; 6] = [Lang::En, Lang::Ru, Lang::Kk, Lang::Uz, Lang::Zh, Lang::Ko];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ru => "ru",
            Lang::Kk => "kk",
            Lang::Uz => "uz",
            Lang::Zh => "zh",
            Lang::Ko => "ko",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Lang {
    type Err = String;
    /// Reads a tag; a region or script after it is dropped (`zh-CN`, `uz-Latn`).
    fn from_str(tag: &str) -> Result<Lang, String> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Lang::ALL
            .into_iter()
            .find(|l| l.tag() == primary)
            .ok_or_else(|| format!("`{tag}` is none of en, ru, kk, uz, zh, ko"))
    }
}

/// A closed list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordSet {
    /// Names of the tables of a folder or workbook.
    Table,
    /// Headers.
    Column,
    /// Kinds of organizations.
    Kind,
    /// Offer, need, certification.
    Role,
    /// Operating, built, planned, sought.
    Status,
    /// Micro to large.
    Size,
    /// Since and until, before or behind a date.
    Period,
    /// Schemes of certification.
    Scheme,
    /// Languages, by their tags.
    Language,
    /// Yes and no.
    Yes,
    /// Stated or inferred.
    Basis,
    /// Answers of a judgment other than its order.
    Answer,
    /// States of a tie.
    Tie,
    /// Sides of a policy.
    Side,
    /// Kinds of labels.
    Label,
    /// What a heading of the taxonomy gathers.
    Heading,
    /// What marks a row that does not count.
    Mark,
    /// The criteria.
    Criterion,
    /// Settings of a delegation, by their path.
    Setting,
    /// Words between which a setting or a rule of a delegation chooses.
    Choice,
    /// Countries that the region names often; any other has its ISO 3166 code alone.
    Country,
}

impl WordSet {
    fn name(self) -> &'static str {
        match self {
            WordSet::Table => "table",
            WordSet::Column => "column",
            WordSet::Kind => "kind",
            WordSet::Role => "role",
            WordSet::Status => "status",
            WordSet::Size => "size",
            WordSet::Period => "period",
            WordSet::Scheme => "scheme",
            WordSet::Language => "language",
            WordSet::Yes => "yes",
            WordSet::Basis => "basis",
            WordSet::Answer => "answer",
            WordSet::Tie => "tie",
            WordSet::Side => "side",
            WordSet::Label => "label",
            WordSet::Heading => "heading",
            WordSet::Mark => "mark",
            WordSet::Criterion => "criterion",
            WordSet::Setting => "setting",
            WordSet::Choice => "choice",
            WordSet::Country => "country",
        }
    }
}

struct Vocabulary {
    /// (set, squashed folded word) → keys in the order of the file; a word may serve two keys.
    keys: FxHashMap<(&'static str, String), Vec<&'static str>>,
    /// (set, key) → the forms by language, split by `|`.
    names: FxHashMap<(&'static str, &'static str), Vec<&'static str>>,
    /// Keys of a set in the order of the file.
    order: FxHashMap<&'static str, Vec<&'static str>>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary =
        Vocabulary { keys: FxHashMap::default(), names: FxHashMap::default(), order: FxHashMap::default() };
    // The table is ours and holds no quoted cell; a test holds it to that.
    for line in include_str!("vocabulary.csv").lines().skip(1) {
        let cells: Vec<&'static str> = line.split(',').collect();
        let [set, key, forms @ ..] = cells.as_slice() else { continue };
        vocabulary.order.entry(set).or_default().push(key);
        let mut add = |word: &str| {
            let keys = vocabulary.keys.entry((set, squash(&fold(word)))).or_default();
            if !keys.contains(key) {
                keys.push(key);
            }
        };
        add(key);
        forms.iter().flat_map(|f| f.split('|')).for_each(&mut add);
        vocabulary.names.insert((set, key), forms.to_vec());
    }
    vocabulary
});

/// The keys that a word stands for in a set, in any of the six languages, without regard to case,
/// spaces and hyphens. Usually none or one; a header such as «потребность» may serve two columns.
pub fn keys(set: WordSet, word: &str) -> &'static [&'static str] {
    if word.is_empty() { &[] } else { keys_of_folded(set, squash(&fold(word))) }
}

/// The same for a word that is folded already and has no spaces.
pub fn keys_of_folded(set: WordSet, word: String) -> &'static [&'static str] {
    VOCABULARY.keys.get(&(set.name(), word)).map_or(&[], Vec::as_slice)
}

/// The first key that a word stands for.
pub fn key(set: WordSet, word: &str) -> Option<&'static str> {
    keys(set, word).first().copied()
}

/// All keys of a set, in their order.
pub fn all(set: WordSet) -> &'static [&'static str] {
    VOCABULARY.order.get(set.name()).map_or(&[], Vec::as_slice)
}

/// All forms that the words of a set have, in all six languages, in the order of the file.
pub fn written(set: WordSet) -> impl Iterator<Item = &'static str> {
    let forms = move |key: &&'static str| VOCABULARY.names.get(&(set.name(), *key));
    all(set).iter().filter_map(forms).flatten().flat_map(|cell| cell.split('|'))
}

/// How a key is written in a language; the key itself where the table has none.
pub fn name(set: WordSet, key: &str, lang: Lang) -> &str {
    let column = Lang::ALL.iter().position(|l| *l == lang).unwrap_or(0);
    VOCABULARY
        .names
        .get(&(set.name(), key))
        .and_then(|forms| forms.get(column))
        .map_or(key, |forms| forms.split('|').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_word_in_every_language() {
        for (n, line) in include_str!("vocabulary.csv").lines().enumerate() {
            assert!(!line.contains('"'), "line {} is quoted", n + 1);
            let cells: Vec<_> = line.split(',').collect();
            assert_eq!(cells.len(), 8, "line {}", n + 1);
            assert!(cells.iter().all(|c| !c.trim().is_empty()), "line {}", n + 1);
        }
    }

    #[test]
    fn outside_headers_a_word_has_one_key() {
        for ((set, word), keys) in &VOCABULARY.keys {
            assert!(*set == "column" || keys.len() == 1, "{set} {word}: {keys:?}");
        }
    }

    #[test]
    fn reads_headers_in_six_languages() {
        for header in ["Country", "Страна", "ел", "MAMLAKAT", "国家", "국가"] {
            assert_eq!(key(WordSet::Column, header), Some("country"), "{header}");
        }
        assert_eq!(key(WordSet::Country, "Қазақстан"), Some("KZ"));
        assert_eq!(key(WordSet::Kind, "Device-maker"), Some("device-maker"));
        assert_eq!(key(WordSet::Kind, "spaceship"), None);
    }
}
