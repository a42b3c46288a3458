//! Names of sheets that Excel takes: at most 31 characters, none of `[]:*?/\`, no two alike.

use std::collections::HashSet;

/// The most units of UTF-16 in a name.
const LONGEST: usize = 31;

/// A name for each sheet, as near to the wanted one as Excel allows, in the same order.
pub(super) fn legal<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::new();
    let name = |wanted: &str| {
        let clean = clean(wanted);
        let numbered = (2..).map(|n| {
            let number = format!(" ({n})");
            format!("{}{number}", shortened(&clean, LONGEST - number.len()))
        });
        let mut tried = std::iter::once(shortened(&clean, LONGEST)).chain(numbered);
        // Excel takes upper and lower case for the same.
        tried.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
    };
    wanted.into_iter().map(name).collect()
}

/// The characters that a name may have; a name that has none of them, or that Excel keeps for itself,
/// becomes `Sheet`.
fn clean(wanted: &str) -> String {
    let shown = |c: char| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c };
    let text: String = wanted.chars().map(shown).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_matches('\'');
    if text.is_empty() || text.eq_ignore_ascii_case("history") { "Sheet".into() } else { text.into() }
}

/// The beginning of a text in so many units of UTF-16; a cut is marked.
fn shortened(text: &str, longest: usize) -> String {
    if text.encode_utf16().count() <= longest {
        return text.to_string();
    }
    let mut used = 1;
    let fits = |c: &char| {
        used += c.len_utf16();
        used <= longest
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_legal_short_and_unlike() {
        let long = "가".repeat(40);
        let wanted = ["a/b: c", "A b C", "", "''", "History", &long, &long, "x\ty"];
        let names = legal(wanted);
        assert_eq!(names[..5], ["a b c", "A b C (2)", "Sheet", "Sheet (2)", "Sheet (3)"]);
        assert_eq!(names[5], format!("{}…", "가".repeat(30)));
        assert_eq!(names[6], format!("{}… (2)", "가".repeat(26)));
        assert!(names.iter().all(|n| n.encode_utf16().count() <= LONGEST));
    }
}
