//! A cell that lists several terms: each with what it stands for.

use super::outcome::TermOutcome;
use super::terms::Lexicon;
use super::tokens::is_cjk;
use crate::taxonomy::Concept;
use crate::text::fold;

/// One term of a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The text, as it stands there.
    pub text: String,
    /// What it stands for.
    pub outcome: TermOutcome,
}

/// Marks that always part terms, unless the whole is a label as it stands.
const HARD: &[char] = &[';', '；', '\n', '\r', '|', '、', ',', '，', '•', '▪', '●', '◦', '\u{f0b7}'];
/// Marks that part terms where each part then stands for something.
const SOFT: &[char] = &['/', '／', '·', 'ㆍ', '・'];
/// Words that part terms where each part then stands for something.
const AND: &[&str] =
    &[" and ", " и ", " және ", " va ", " ва ", " hamda ", " 및 ", "及", "和", "与", "&", "+"];

impl Lexicon {
    /// The terms of a cell, each with what it stands for beside the others and beside the concepts of
    /// its row. A part that is a label as it stands is never cut; `/`, `·` and the words for "and" cut
    /// only where all that they part is accepted and the whole is not: `세포·유전자치료제` is one term,
    /// `백신·인슐린` are two.
    pub fn resolve_cell(&self, cell: &str, beside: &[Concept]) -> Vec<Part> {
        let first = self.cut(cell, beside);
        let waits = |p: &Part| matches!(p.outcome, TermOutcome::Ambiguous { .. });
        if first.len() < 2 || !first.iter().any(waits) {
            return first;
        }
        // Now that the others are known, what needs a context may have it.
        let mut known = beside.to_vec();
        known.extend(first.iter().flat_map(|p| p.outcome.accepted()).map(|n| n.concept));
        let again = |p: Part| match waits(&p) {
            true => Part { outcome: self.resolve(&p.text, &known), ..p },
            false => p,
        };
        first.into_iter().map(again).collect()
    }

    fn cut(&self, cell: &str, beside: &[Concept]) -> Vec<Part> {
        let whole = cell.trim();
        let listed = self.resolve_listed(whole, beside);
        if let Some(outcome) = listed {
            return vec![Part { text: whole.to_string(), outcome }];
        }
        whole
            .split(HARD)
            .map(|p| p.trim().trim_start_matches(['-', '–', '—', '*']).trim())
            .filter(|p| !fold(p).is_empty())
            .flat_map(|part| self.cut_softly(part, beside))
            .collect()
    }

    fn cut_softly(&self, part: &str, beside: &[Concept]) -> Vec<Part> {
        let marks = || pieces(part, |text| text.find(SOFT).map(|at| (at, char_at(text, at))));
        let words = || pieces(part, first_and);
        let whole = |outcome| vec![Part { text: part.to_string(), outcome }];
        match self.understood(part, beside) {
            Some(outcome) if outcome.is_accepted() => {
                // Of a concept and one below it, the whole tells the narrower alone; the parts tell both.
                let both = self.each(&words(), beside).filter(|parts| self.are_labels(parts, beside));
                both.unwrap_or_else(|| whole(outcome))
            }
            refused => {
                let parts = self.each(&marks(), beside).or_else(|| self.each(&words(), beside));
                parts.unwrap_or_else(|| whole(refused.unwrap_or_else(|| self.unknown(part))))
            }
        }
    }

    /// Several pieces with what each stands for beside the others, where each stands for something.
    fn each(&self, pieces: &[&str], beside: &[Concept]) -> Option<Vec<Part>> {
        if pieces.len() < 2 {
            return None;
        }
        let resolve = |text: &str, beside: &[Concept]| {
            Some(Part { text: text.to_string(), outcome: self.understood(text, beside)? })
        };
        let waits = |p: &Part| matches!(p.outcome, TermOutcome::Ambiguous { .. });
        let may_stand = |p: &Part| p.outcome.is_accepted() || waits(p);
        let first = pieces.iter().map(|text| resolve(text, beside).filter(may_stand));
        let first: Vec<Part> = first.collect::<Option<_>>()?;
        let found = first.iter().flat_map(|p| p.outcome.accepted()).map(|n| n.concept);
        let known: Vec<Concept> = beside.iter().copied().chain(found).collect();
        let again = |p: Part| if waits(&p) { resolve(&p.text, &known) } else { Some(p) };
        let parts: Vec<Part> = first.into_iter().map(again).collect::<Option<_>>()?;
        parts.iter().all(|p| p.outcome.is_accepted()).then_some(parts)
    }

    /// Whether all parts are listed labels of concepts that are no whole branch.
    fn are_labels(&self, parts: &[Part], beside: &[Concept]) -> bool {
        let is_label = |p: &Part| {
            let listed = self.resolve_listed(&p.text, beside);
            listed.and_then(|o| o.concept()).is_some_and(|c| !self.is_branch(c))
        };
        parts.iter().all(is_label)
    }
}

/// The text between separators, without empty pieces; `next` finds the next one and its length.
fn pieces(text: &str, next: impl Fn(&str) -> Option<(usize, usize)>) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, length)) = next(rest) {
        pieces.push(rest[..at].trim());
        rest = &rest[at + length..];
    }
    pieces.push(rest.trim());
    pieces.retain(|p| !p.is_empty());
    pieces
}

fn char_at(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// The next word for "and"; those of Chinese stand between characters of Han or Hangul.
fn first_and(text: &str) -> Option<(usize, usize)> {
    let stands = |at: usize, and: &str| {
        and.starts_with(' ') || !and.chars().all(is_cjk) || text[..at].chars().next_back().is_some_and(is_cjk)
    };
    AND.iter().filter_map(|and| text.find(and).filter(|at| stands(*at, and)).map(|at| (at, and.len()))).min()
}
