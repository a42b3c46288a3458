//! Terms that were not understood, by how often they stand there: a table to fill in.

use super::shortlist::headed;
use super::table::{Align, Table};
use super::wording::Wording;
use crate::roster::Roster;
use crate::text::{is_hangul, is_ideograph};
use crate::warning::{Code, Finding};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The most rows that are named; the rest are counted.
const MOST_ROWS: usize = 20;

/// A term that counts for nothing as it stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct UnknownDocument {
    /// The term as written.
    pub text: String,
    /// broader, ambiguous or unknown.
    pub outcome: String,
    /// How many cells hold it.
    pub count: usize,
    /// Where it stands: file, line and column, at most twenty.
    pub rows: Vec<String>,
    /// The nearest concepts, best first, at most five: id, label and score from 0 to 100.
    pub nearest: Vec<(String, String, f64)>,
}

/// The terms of the findings that do not count, the most frequent first, then by text.
pub fn unknown(roster: &Roster, findings: &[Finding]) -> Vec<UnknownDocument> {
    let mut terms: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    let refused =
        |f: &&Finding| matches!(f.code, Code::UnknownTerm | Code::AmbiguousTerm | Code::BroaderTerm);
    for finding in findings.iter().filter(refused) {
        terms.entry(&finding.found).or_default().push(finding);
    }
    let document = |(text, found): (&str, Vec<&Finding>)| {
        let outcome = roster.lexicon().resolve(text, &[]);
        let near = outcome.suggestions().iter();
        let id = |n: &crate::resolve::Near| roster.taxonomy().id(n.concept).to_string();
        UnknownDocument {
            text: text.to_string(),
            outcome: outcome.as_str().to_string(),
            count: found.len(),
            rows: found.iter().take(MOST_ROWS).map(|f| f.place.to_string()).collect(),
            nearest: near.map(|n| (id(n), n.label.clone(), n.score * 100.0)).collect(),
        }
    };
    let mut unknown: Vec<UnknownDocument> = terms.into_iter().map(document).collect();
    unknown.sort_by_key(|u| std::cmp::Reverse(u.count));
    unknown
}

/// The terms for reading.
pub fn table(unknown: &[UnknownDocument], wording: &Wording) -> Table {
    let heads = [
        ("head-term", Align::Left),
        ("head-cells", Align::Right),
        ("head-outcome", Align::Left),
        ("head-nearest", Align::Left),
        ("head-first-in", Align::Left),
    ];
    let mut table = headed(wording, &heads).titled(wording.say("title-unknown", &[]));
    for u in unknown {
        let nearest = u.nearest.first().map(|(id, _, score)| format!("{id} ({score:.0})"));
        table.push([
            u.text.clone().into(),
            u.count.into(),
            wording.say(&format!("outcome-{}", u.outcome), &[]).into(),
            nearest.into(),
            u.rows.first().cloned().into(),
        ]);
    }
    table
}

/// The same as a table of labels. The concept is left open: what nobody has looked at must not count.
/// Once filled in, the file is read as it is, or its rows are appended to another one.
pub fn labels(unknown: &[UnknownDocument]) -> Table {
    let columns = ["concept", "lang", "text", "kind", "needs_context", "source", "note"];
    let mut table = Table::new(columns.map(|c| (c, Align::Left)));
    for u in unknown {
        let nearest: Vec<String> =
            u.nearest.iter().map(|(id, label, score)| format!("{id} ({label}, {score:.0})")).collect();
        let more = if u.count > u.rows.len() { "; …" } else { "" };
        let note = match nearest.is_empty() {
            true => format!("{} in {} cells", u.outcome, u.count),
            false => format!("{} in {} cells; nearest: {}", u.outcome, u.count, nearest.join(", ")),
        };
        table.push([
            "".into(),
            language(&u.text).into(),
            u.text.clone().into(),
            "alt".into(),
            "".into(),
            format!("{}{more}", u.rows.join("; ")).into(),
            note.into(),
        ]);
    }
    table
}

/// The language that the script of a text tells; empty where several are written so.
fn language(text: &str) -> &'static str {
    let lower = text.to_lowercase();
    let has = |test: fn(char) -> bool| lower.chars().any(test);
    match () {
        () if has(is_hangul) => "ko",
        () if has(is_ideograph) => "zh",
        () if has(|c| matches!(c, 'ә' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і')) => "kk",
        () if has(|c| matches!(c, 'ў' | 'ҳ')) => "uz",
        () if has(|c| matches!(c, 'ы' | 'щ')) && !has(|c| matches!(c, 'қ' | 'ғ')) => "ru",
        () => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_tells_the_language_or_nothing_does() {
        for (text, lang) in [
            ("백신", "ko"),
            ("疫苗", "zh"),
            ("дәрілер", "kk"),
            ("ўсимлик", "uz"),
            ("вакцины", "ru"),
            ("вакцина", ""),
            ("vaccine", ""),
        ] {
            assert_eq!(language(text), lang, "{text}");
        }
    }
}
