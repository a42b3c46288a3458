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

    /// Words one after the other, with the comma of the language between them.
    pub fn list<T: AsRef<str>>(&self, words: &[T]) -> String {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        words.join(&self.say("comma", &[]))
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

    /// Each key with the words that its sentence takes; a sentence with plurals goes on over lines that stand in.
    fn keys(lang: Lang) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let mut keys: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut last = "";
        for line in source(lang).lines().filter(|l| !l.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                assert!(keys.insert(key, BTreeSet::new()).is_none(), "{lang}: {key} is there twice");
                last = key;
            }
            let words = line.split("{ $").skip(1).filter_map(|rest| rest.split([' ', '}']).next());
            keys.entry(last).or_default().extend(words);
        }
        keys
    }

    #[test]
    fn every_language_says_everything_with_the_same_words() {
        let english = keys(Lang::En);
        assert!(english.len() > 400);
        for lang in Lang::ALL {
            assert!(FluentResource::try_new(source(lang).to_string()).is_ok(), "{lang}");
            let own = keys(lang);
            for (key, words) in &english {
                assert_eq!(own.get(key), Some(words), "{lang}: {key}");
            }
            assert_eq!(own.len(), english.len(), "{lang}");
        }
    }

    /// The text of all files below a folder, but for what only tests say.
    fn code(folder: &std::path::Path) -> String {
        let mut all = String::new();
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                all += &code(&path);
            } else if path.extension().is_some_and(|e| e == "rs" || e == "js" || e == "html") {
                let text = std::fs::read_to_string(&path).expect("text");
                all += text.split("#[cfg(test)]").next().unwrap_or_default();
            }
        }
        all
    }

    /// The keys that code puts together from two parts.
    fn composed() -> BTreeSet<String> {
        use crate::criterion::Criterion;
        use crate::read::{Mend, TableName};
        use crate::warning::{Code, Severity};
        let mut all = BTreeSet::new();
        let mut add =
            |start: &str, ends: &[&str]| all.extend(ends.iter().map(|end| format!("{start}-{end}")));
        let sides = [
            "same",
            "narrower",
            "broader",
            "related",
            "complement",
            "no-needs",
            "no-offers",
            "unmet",
            "assumed",
        ];
        add("seeker", &sides);
        add("partner", &sides);
        add("relation", &["same", "narrower", "broader", "related", "complement"]);
        add("outcome", &["exact", "folded", "phrase", "fuzzy", "broader", "ambiguous", "unknown"]);
        add(
            "ranker",
            &[
                "model",
                "random",
                "hubs-first",
                "words-of-profiles",
                "words-of-need-and-offer",
                "sum-of-both-words",
            ],
        );
        add("count", &["country", "kind", "offer", "role", "organizations", "label", "labels"]);
        add("count", &["with-an-offer", "with-a-need", "with-both", "in-all-languages"]);
        add("page-gaps", &["need", "offer"]);
        add("goal", &["shortfall", "kept", "wished", "worst-off", "filled", "total", "spread"]);
        add("counted", &["members", "hosts", "meetings", "member-meetings"]);
        for criterion in Criterion::ALL {
            add("ask", &[criterion.name()]);
            add("question", &[criterion.name()]);
        }
        for preset in crate::preset::all() {
            add("preset", &[preset.name]);
            add("purpose", &[preset.name]);
        }
        for severity in Severity::ALL {
            add("severity", &[severity.as_str()]);
            add("site", &[severity.as_str()]);
            add("tally", &[severity.as_str()]);
            add("site", &[severity.as_str()]);
        }
        Code::ALL.iter().for_each(|code| add("finding", &[code.as_str()]));
        Mend::ALL.iter().for_each(|mend| add("mend", &[mend.as_str()]));
        for table in crate::report::starter::TABLES.iter().map(|table: &TableName| table.schema()) {
            table.columns().for_each(|column| add("help", &[&column.replace('_', "-")]));
        }
        all
    }

    #[test]
    fn every_sentence_is_said_somewhere_and_every_key_has_one() {
        let code = code(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        let (keys, composed) = (keys(Lang::En), composed());
        let quoted = |key: &&&str| code.contains(&format!("\"{key}\""));
        let dead: Vec<&&str> = keys.keys().filter(|key| !quoted(key) && !composed.contains(**key)).collect();
        assert!(dead.is_empty(), "sentences that nothing says: {dead:?}");
        let missing: Vec<&String> = composed.iter().filter(|key| !keys.contains_key(key.as_str())).collect();
        assert!(missing.is_empty(), "keys without a sentence: {missing:?}");
        // What is said by name, and the headings of tables.
        let said =
            ["say(\"", "(\"head-", "(\"page-", "(\"sheet-", "(\"title-"].into_iter().flat_map(|start| {
                let front = start.trim_start_matches("say(").trim_start_matches(['(', '"']);
                code.split(start)
                    .skip(1)
                    .filter_map(move |rest| Some(format!("{front}{}", rest.split('"').next()?)))
            });
        let missing: BTreeSet<String> = said.filter(|key| !keys.contains_key(key.as_str())).collect();
        assert!(missing.is_empty(), "keys without a sentence: {missing:?}");
    }

    #[test]
    fn a_number_chooses_the_plural_of_its_language() {
        let faults = |lang, count: &str| Wording::new(lang).say("tally-fault", &[("count", count)]);
        for (count, russian, english) in [
            ("1", "1 ошибка", "1 fault"),
            ("3", "3 ошибки", "3 faults"),
            ("5", "5 ошибок", "5 faults"),
            ("21", "21 ошибка", "21 faults"),
        ] {
            assert_eq!((faults(Lang::Ru, count), faults(Lang::En, count)), (russian.into(), english.into()));
        }
        assert_eq!(faults(Lang::Zh, "3"), "3处错误");
        // What is no whole number as it prints stays as it is.
        let put = |word| Wording::new(Lang::En).say("percent", &[("number", word)]);
        assert_eq!(["007", "1.50", "-0", ""].map(put), ["007%", "1.50%", "-0%", "%"]);
    }

    #[test]
    fn numbers_and_dates_follow_the_language() {
        let said = |lang: Lang| {
            let wording = Wording::new(lang);
            let dates = ["2027-06-04", "2027-06", "2027", "soon"].map(|iso| wording.date(iso));
            (wording.number(-0.25, 1), dates.join(" | "))
        };
        let (ru, en) = ("04.06.2027 | 06.2027 | 2027 | soon", "2027-06-04 | 2027-06 | 2027 | soon");
        assert_eq!(said(Lang::En), ("-0.2".into(), en.into()));
        assert_eq!(said(Lang::Ru), ("-0,2".into(), ru.into()));
        assert_eq!(said(Lang::Kk).1, ru);
        assert_eq!(said(Lang::Uz).1, ru);
        assert_eq!(said(Lang::Zh), ("-0.2".into(), "2027年6月4日 | 2027年6月 | 2027 | soon".into()));
        assert_eq!(said(Lang::Ko).1, "2027년 6월 4일 | 2027년 6월 | 2027 | soon");
        assert_eq!(Wording::new(Lang::Ru).number(-0.001, 2), "0,00");
    }

    #[test]
    fn puts_words_in_without_marks() {
        let wording = Wording::new(Lang::En);
        assert_eq!(wording.say("tie", &[("status", "met"), ("date", "2021-09")]), "met 2021-09");
        assert_eq!(wording.say("no-such-key", &[]), "no-such-key");
    }
}
