//! Cells that hold a word of a closed list: country, kind, status, size, language; and dates.

use super::profiles::Builder;
use crate::profile::{Country, Date, Size, SizeClass};
use crate::read::Record;
use crate::text::nearest;
use crate::vocabulary::{self, WordSet};
use crate::warning::Code;

impl Builder<'_> {
    pub(super) fn country(&mut self, record: &Record, column: &'static str) -> Option<Country> {
        let text = record.text(column);
        let country = Country::read(text);
        if country.is_none() {
            let hint = match nearest(text, vocabulary::written(WordSet::Country), 1).first() {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write the ISO 3166 code: KZ, UZ, CN, KR".to_string(),
            };
            let message = "neither a country nor its ISO 3166 code; the row is left out";
            self.findings.push(record.finding(Code::UnknownCountry, column, message).hint(hint));
        }
        country
    }

    /// A word of a closed list, in any of the six languages; a finding with the nearest one where it is
    /// none of them.
    pub(super) fn choice<T>(
        &mut self,
        record: &Record,
        column: &'static str,
        set: WordSet,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = record.some(column)?;
        let found = read(text);
        if found.is_none() {
            let code = if column == "kind" { Code::UnknownKind } else { Code::BadChoice };
            let message = format!("not one of {}; it does not count", vocabulary::all(set).join(", "));
            let finding = record.finding(code, column, message);
            self.findings.push(match nearest(text, vocabulary::written(set), 1).first() {
                Some(near) => finding.hint(format!("did you mean `{near}`?")),
                None => finding,
            });
        }
        found
    }

    /// Languages by tag, or by name in any of the six languages.
    pub(super) fn languages(&mut self, record: &Record) -> Vec<String> {
        let mut languages = Vec::new();
        let parts = record.text("languages").split([';', ',', '；', '，', '、', '\n']);
        for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
            match vocabulary::key(WordSet::Language, part) {
                Some(tag) => languages.push(tag.to_string()),
                None => part.split_whitespace().for_each(|text| match language(text) {
                    Some(tag) => languages.push(tag),
                    None => self.no_language(record, text),
                }),
            }
        }
        languages.sort();
        languages.dedup();
        languages
    }

    fn no_language(&mut self, record: &Record, text: &str) {
        let message = "neither a language nor its tag; it does not count";
        let mut finding = record.finding(Code::BadLanguage, "languages", message);
        finding.found = text.to_string();
        let hint = match nearest(text, vocabulary::written(WordSet::Language), 1).first() {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write tags such as `ru; en; zh`".to_string(),
        };
        self.findings.push(finding.hint(hint));
    }

    pub(super) fn size(&mut self, record: &Record) -> Option<Size> {
        let text = record.some("size")?;
        if let Some(heads) = heads(text) {
            return Some(Size { class: SizeClass::of(heads), heads: Some(heads) });
        }
        self.choice(record, "size", WordSet::Size, SizeClass::read).map(|class| Size { class, heads: None })
    }

    pub(super) fn wants(&mut self, record: &Record) -> Vec<Country> {
        let mut wants = Vec::new();
        for text in
            record.text("wants").split([';', ',', '；', '、']).map(str::trim).filter(|t| !t.is_empty())
        {
            match Country::read(text) {
                Some(country) => wants.push(country),
                None => {
                    let message = "neither a country nor its ISO 3166 code; it does not count";
                    let mut finding = record.finding(Code::UnknownCountry, "wants", message);
                    finding.found = text.to_string();
                    self.findings.push(finding.hint("write ISO 3166 codes: `KZ; UZ`"));
                }
            }
        }
        wants.sort_unstable();
        wants.dedup();
        wants
    }

    pub(super) fn date(&mut self, record: &Record, column: &'static str) -> Option<Date> {
        let text = record.some(column)?;
        let date = Date::read(text);
        if date.is_none() {
            let finding = record.finding(Code::BadDate, column, "no date; it does not count");
            self.findings.push(finding.hint("write 2027, 2027-06 or 2027-06-14"));
        }
        date
    }
}

/// A language by its name, or by a tag of two or three letters with its parts.
fn language(text: &str) -> Option<String> {
    if let Some(tag) = vocabulary::key(WordSet::Language, text) {
        return Some(tag.to_string());
    }
    let lower = text.to_ascii_lowercase();
    let primary = lower.split('-').next().unwrap_or_default();
    let is_tag =
        (2..=3).contains(&primary.len()) && lower.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    is_tag.then_some(lower)
}

/// A head count; where anything stands between its digits, it parts them in groups of three. `1,5` and
/// `250,00` are none: without the comma they would be other numbers.
fn heads(text: &str) -> Option<u32> {
    let is_number = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let separator = text.chars().find(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | ',' | '.' | '\'' | '’'));
    let Some(separator) = separator else { return text.parse().ok().filter(|_| is_number(text)) };
    let groups: Vec<&str> = text.split(separator).collect();
    let in_threes = groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let digits = groups.iter().all(|group| is_number(group)).then(|| groups.concat());
    digits.filter(|_| in_threes).and_then(|digits| digits.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_count_may_be_parted_in_threes_and_has_no_fraction() {
        for (text, count) in [("250", 250), ("1 200", 1_200), ("1,200", 1_200), ("12.345.678", 12_345_678)] {
            assert_eq!(heads(text), Some(count), "{text}");
        }
        for text in ["1,5", "250,00", "1 200,00", "1234,567", "-5", "+5", "1,,200", "", "large", "9999999999"]
        {
            assert_eq!(heads(text), None, "{text}");
        }
    }
}
