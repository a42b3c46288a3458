//! Listed labels inside a longer text: the longest match from the left.
//!
//! Han and Hangul are written without spaces, or with them at will; for them the longest match is the
//! segmentation too. In alphabetic scripts a match begins and ends with a word. Each step asks a hash
//! table for a slice: there is no automaton to build at every start of the program.

use super::silent::{self, Silent};
use super::tokens::{is_cjk, turns};
use crate::text::is_hangul;

/// The most units (words, or characters of Han and Hangul) that a label is looked for in.
const LONGEST: usize = 24;

/// The most units that words have which say nothing.
const LONGEST_SILENT: usize = 4;

/// A text cut into units: words of alphabetic scripts, single characters of Han and Hangul, all written
/// without spaces, as the keys of the labels are.
pub(super) struct Units {
    text: String,
    /// Where each unit begins, and the end of the last.
    edges: Vec<usize>,
    /// Whether a unit begins behind a space (or at the beginning).
    spaced: Vec<bool>,
}

impl Units {
    /// Cuts a folded text.
    pub(super) fn of(folded: &str) -> Units {
        let mut units =
            Units { text: String::with_capacity(folded.len()), edges: Vec::new(), spaced: Vec::new() };
        let mut before = ' ';
        for c in folded.chars() {
            let begins = before == ' '
                || is_cjk(c)
                || is_cjk(before)
                || !c.is_alphanumeric()
                || !before.is_alphanumeric();
            // A mark belongs to the letter before it.
            if c != ' ' && begins && !(before != ' ' && unicode_normalization::char::is_combining_mark(c)) {
                units.edges.push(units.text.len());
                units.spaced.push(before == ' ');
            }
            if c != ' ' {
                units.text.push(c);
            }
            before = c;
        }
        units.edges.push(units.text.len());
        units
    }

    fn len(&self) -> usize {
        self.spaced.len()
    }

    fn slice(&self, from: usize, to: usize) -> &str {
        &self.text[self.edges[from]..self.edges[to]]
    }

    fn character(&self, unit: usize) -> char {
        self.text[self.edges[unit]..].chars().next().unwrap_or(' ')
    }

    /// Whether a single syllable of Hangul begins a word of several: then it is no particle (의과, 의 in 의료의).
    fn is_start(&self, from: usize, to: usize) -> bool {
        to == from + 1
            && self.spaced[from]
            && to < self.len()
            && !self.spaced[to]
            && is_hangul(self.character(from))
    }

    /// Inside a run of Han or Hangul a label begins where the run does, or what stands before it, but
    /// never behind a character that turns its meaning round.
    fn may_begin(&self, unit: usize) -> bool {
        unit == 0 || self.spaced[unit] || !turns(self.character(unit - 1))
    }
}

/// What of a text is covered by labels.
pub(super) struct Cover<T> {
    /// What was found, from left to right.
    pub(super) found: Vec<T>,
    /// Whether all the rest says nothing, beside what it stands.
    pub(super) whole: bool,
    /// How what was passed over says nothing, each once.
    pub(super) passed: Vec<Silent>,
}

/// Covers a text with labels from left to right, each time with the longest; `label` says what a slice
/// without spaces stands for. A word that says nothing is passed over, even where it is a label.
pub(super) fn cover<T>(units: &Units, label: impl Fn(&str) -> Option<T>) -> Cover<T> {
    let mut cover = Cover { found: Vec::new(), whole: true, passed: Vec::new() };
    let mut at = 0;
    while at < units.len() {
        let ends = |longest: usize| (at + 1..=units.len().min(at + longest)).rev();
        let mut silent = ends(LONGEST_SILENT).filter(|end| !units.is_start(at, *end));
        let passed = silent.find_map(|end| Some((end, silent::silent(units.slice(at, end))?)));
        let least = passed.map_or(at, |(end, _)| end);
        let longest = if units.may_begin(at) {
            let longer = ends(LONGEST).take_while(|end| *end > least);
            longer.into_iter().find_map(|end| Some((end, label(units.slice(at, end))?)))
        } else {
            None
        };
        if let Some((end, found)) = longest {
            cover.found.push(found);
            at = end;
        } else if let Some((end, silent)) = passed {
            cover.passed.push(silent);
            at = end;
        } else {
            cover.whole = false;
            at += 1;
        }
    }
    cover.passed.sort_unstable();
    cover.passed.dedup();
    cover
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn covered(text: &str) -> (Vec<String>, bool) {
        let labels =
            ["biosimilar", "mabs", "임상시험", "의료기기", "医疗器械", "疫苗", "vaccines", "clinicaltrials"];
        let cover = cover(&Units::of(&fold(text)), |s| labels.contains(&s).then(|| s.to_string()));
        (cover.found, cover.whole)
    }

    #[test]
    fn covers_words_and_runs() {
        let all = |text| covered(text);
        assert_eq!(all("bio-similar mAbs"), (vec!["biosimilar".into(), "mabs".into()], true));
        assert_eq!(all("the vaccines, etc"), (vec!["vaccines".into()], true));
        assert_eq!(all("의료 기기 및 임상시험"), (vec!["의료기기".into(), "임상시험".into()], true));
        assert_eq!(all("各类医疗器械与疫苗"), (vec!["医疗器械".into(), "疫苗".into()], true));
        assert_eq!(all("vaccines for horses"), (vec!["vaccines".into()], false));
    }

    #[test]
    fn never_within_a_word_nor_behind_a_turning_character() {
        assert_eq!(covered("antivaccines"), (vec![], false));
        assert_eq!(covered("비임상시험"), (vec![], false));
        assert_eq!(covered("해외임상시험"), (vec!["임상시험".into()], false));
    }
}
