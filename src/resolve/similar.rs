//! The labels most like a text: words found by their grams, labels by their words.

use super::phrases::is_filler;
use super::tokens::{is_cjk, likeness};
use crate::text::{plain, squash};
use std::collections::HashMap;

/// How much of a score is the share of the label that was found; the rest is the share of the input
/// that it explains.
const FOUND: f64 = 0.72;
/// Words with fewer grams in common than this share are not alike (Dice).
const LEAST_SHARE: f64 = 0.4;

/// A label that shares words with a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Similar {
    /// The position of the label.
    pub label: u32,
    /// How alike the two are, counting only words that are plainly the same, from 0 to 1.
    pub score: f64,
    /// How alike they look, counting words that share grams too; for suggestions alone.
    pub look: f64,
    /// Whether every word of the label was found.
    pub found: bool,
    /// Whether every word of the text was explained.
    pub explained: bool,
}

/// The words of a table of labels.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    ids: HashMap<String, u32>,
    words: Vec<Word>,
    /// Gram → words that hold it.
    grams: HashMap<[char; 3], Vec<u32>>,
    /// The words of each label.
    labels: Vec<Vec<u32>>,
}

#[derive(Debug, Clone)]
struct Word {
    text: String,
    grams: u32,
    labels: Vec<u32>,
}

/// One word of the input beside one of the table.
struct Pair {
    word: u32,
    likeness: f64,
    look: f64,
}

impl Words {
    /// Adds the label at the next position.
    pub(super) fn add(&mut self, folded: &str) {
        let label = self.labels.len() as u32;
        let mut ids: Vec<u32> = Vec::new();
        for text in words_of(folded) {
            let next = self.words.len() as u32;
            let id = *self.ids.entry(text.clone()).or_insert(next);
            if id == next {
                let grams = grams_of(&text);
                self.words.push(Word { text, grams: grams.len() as u32, labels: Vec::new() });
                grams.into_iter().for_each(|g| self.grams.entry(g).or_default().push(id));
            }
            if !ids.contains(&id) {
                ids.push(id);
                self.words[id as usize].labels.push(label);
            }
        }
        self.labels.push(ids);
    }

    /// How much a word of the table says: the logarithm of how rare it is among the labels.
    fn weight(&self, word: u32) -> f64 {
        let word = &self.words[word as usize];
        if is_filler(&word.text) {
            return 0.0;
        }
        (1.0 + self.labels.len() as f64 / word.labels.len() as f64).ln()
    }

    /// The words of the table like one of the input.
    fn like(&self, text: &str) -> Vec<Pair> {
        let grams = grams_of(text);
        let known = self.ids.get(text);
        let mut shared = vec![0u16; self.words.len()];
        let mut touched: Vec<u32> = Vec::new();
        for &word in grams.iter().filter_map(|g| self.grams.get(g)).flatten() {
            if shared[word as usize] == 0 {
                touched.push(word);
            }
            shared[word as usize] += 1;
        }
        touched.extend(known.filter(|id| shared[**id as usize] == 0));
        touched
            .into_iter()
            .filter_map(|word| {
                let listed = &self.words[word as usize];
                let total = grams.len() + listed.grams as usize;
                let look = 2.0 * f64::from(shared[word as usize]) / total.max(1) as f64;
                let same = known == Some(&word);
                (same || look >= LEAST_SHARE).then(|| {
                    let likeness = likeness(text, &listed.text, known.is_some());
                    Pair { word, likeness, look: if same { 1.0 } else { look.max(likeness) } }
                })
            })
            .collect()
    }

    /// The labels that share words with a folded text, in no order.
    pub(super) fn similar(&self, folded: &str) -> Vec<Similar> {
        let words: Vec<String> = words_of(folded).collect();
        let rarest = (1.0 + self.labels.len() as f64).ln();
        // For each label: for each word of the input, the best pair with a word of the label.
        let mut matches: HashMap<u32, Vec<(u32, u32, f64, f64)>> = HashMap::new();
        let mut all = 0.0;
        for (n, text) in words.iter().enumerate() {
            let pairs = self.like(text);
            let best =
                pairs.iter().filter(|p| p.likeness > 0.0).map(|p| self.weight(p.word)).fold(0.0, f64::max);
            let unlike = pairs.iter().all(|p| p.likeness == 0.0);
            all += if is_filler(text) {
                0.0
            } else if unlike {
                rarest
            } else {
                best
            };
            for pair in pairs.iter().filter(|_| !is_filler(text)) {
                for &label in &self.words[pair.word as usize].labels {
                    matches.entry(label).or_default().push((n as u32, pair.word, pair.likeness, pair.look));
                }
            }
        }
        let informative = words.iter().filter(|w| !is_filler(w)).count();
        matches.into_iter().map(|(label, pairs)| self.score(label, &pairs, informative, all)).collect()
    }

    fn score(&self, label: u32, pairs: &[(u32, u32, f64, f64)], informative: usize, all: f64) -> Similar {
        let ids = &self.labels[label as usize];
        let whole: f64 = ids.iter().map(|w| self.weight(*w)).sum();
        let (mut found, mut looks, mut missing) = (0.0, 0.0, false);
        let mut explained: Vec<u32> = Vec::new();
        for &id in ids {
            let weight = self.weight(id);
            let of = |f: fn(&(u32, u32, f64, f64)) -> f64| {
                pairs.iter().filter(|p| p.1 == id).max_by(|a, b| f(a).total_cmp(&f(b)).then(b.0.cmp(&a.0)))
            };
            let best = of(|p| p.2);
            found += weight * best.map_or(0.0, |p| p.2);
            looks += weight * of(|p| p.3).map_or(0.0, |p| p.3);
            match best.filter(|p| p.2 > 0.0) {
                Some(pair) if !explained.contains(&pair.0) => explained.push(pair.0),
                _ => missing |= weight > 0.0,
            }
        }
        let share = |of: f64| if whole > 0.0 { of / whole } else { 0.0 };
        let input = |of: f64| if all > 0.0 { (of / all).min(1.0) } else { 0.0 };
        let is_explained = explained.len() == informative;
        // Where nothing is left over on either side, what was found speaks alone.
        let score = match !missing && is_explained {
            true => share(found),
            false => FOUND * share(found) + (1.0 - FOUND) * input(found),
        };
        let look = FOUND * share(looks) + (1.0 - FOUND) * input(looks);
        Similar { label, score, look, found: !missing, explained: is_explained }
    }
}

/// The words of a folded text; one that holds Han or Hangul is one word, whatever its spaces.
fn words_of(folded: &str) -> impl Iterator<Item = String> + '_ {
    let joined = folded.chars().any(is_cjk).then(|| squash(folded));
    let spaced = joined.is_none().then(|| folded.split(' ').filter(|w| !w.is_empty()).map(str::to_string));
    joined.into_iter().chain(spaced.into_iter().flatten())
}

/// The distinct grams of a word: three characters with the edges, two where the script has many.
fn grams_of(word: &str) -> Vec<[char; 3]> {
    let word = plain(word);
    let mut grams: Vec<[char; 3]> = if word.chars().any(is_cjk) {
        let chars: Vec<char> = word.chars().collect();
        chars.windows(2).map(|w| [w[0], w[1], ' ']).collect()
    } else {
        let chars: Vec<char> = std::iter::once(' ').chain(word.chars()).chain([' ']).collect();
        chars.windows(3).map(|w| [w[0], w[1], w[2]]).collect()
    };
    grams.sort_unstable();
    grams.dedup();
    grams
}
