//! The labels most like a text: words found by their grams, labels by their words.

use super::silent::is_filler;
use super::tokens::{Form, is_cjk, likeness};
use crate::text::squash;
use rustc_hash::FxHashMap;

/// Three characters of a word with its edges; two, and a space, where the script has many.
type Gram = [char; 3];

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
    ids: FxHashMap<String, u32>,
    words: Vec<Word>,
    /// Gram → words that hold it.
    grams: FxHashMap<Gram, Vec<u32>>,
    /// The words of each label.
    labels: Vec<Vec<u32>>,
    /// The weight of a word that no label has.
    rarest: f64,
}

#[derive(Debug, Clone)]
struct Word {
    form: Form,
    grams: u32,
    labels: Vec<u32>,
    /// How much it says: the logarithm of how rare it is among the labels; 0 for a word that says nothing.
    weight: f64,
}

/// A word of the input beside one of the table.
struct Pair {
    word: u32,
    likeness: f64,
    look: f64,
}

/// The same for one of the labels of the word.
#[derive(Debug, Clone, Copy)]
struct Hit {
    label: u32,
    /// Which word of the input.
    asked: u32,
    word: u32,
    likeness: f64,
    look: f64,
}

impl Words {
    /// The words of these folded labels, which are counted in their order.
    pub(super) fn of(labels: impl Iterator<Item = String>) -> Words {
        let mut words = Words::default();
        labels.for_each(|folded| words.add(&folded));
        let all = words.labels.len() as f64;
        words.rarest = (1.0 + all).ln();
        for word in &mut words.words {
            let says = !is_filler(&word.form.text);
            word.weight = if says { (1.0 + all / word.labels.len() as f64).ln() } else { 0.0 };
        }
        words
    }

    fn add(&mut self, folded: &str) {
        let label = self.labels.len() as u32;
        let mut ids: Vec<u32> = Vec::new();
        for text in words_of(folded) {
            let next = self.words.len() as u32;
            let id = *self.ids.entry(text.clone()).or_insert(next);
            if id == next {
                let form = Form::of(&text);
                let grams = grams_of(&form.plain);
                self.words.push(Word { form, grams: grams.len() as u32, labels: Vec::new(), weight: 0.0 });
                grams.into_iter().for_each(|g| self.grams.entry(g).or_default().push(id));
            }
            if !ids.contains(&id) {
                ids.push(id);
                self.words[id as usize].labels.push(label);
            }
        }
        self.labels.push(ids);
    }

    fn weight(&self, word: u32) -> f64 {
        self.words[word as usize].weight
    }

    /// The words of the table like one of the input.
    fn like(&self, text: &str) -> Vec<Pair> {
        let form = Form::of(text);
        let grams = grams_of(&form.plain);
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
                    let likeness = likeness(&form, &listed.form, known.is_some());
                    Pair { word, likeness, look: if same { 1.0 } else { look.max(likeness) } }
                })
            })
            .collect()
    }

    /// The labels that share words with a folded text, in their order.
    pub(super) fn similar(&self, folded: &str) -> Vec<Similar> {
        let mut hits: Vec<Hit> = Vec::new();
        let (mut all, mut informative) = (0.0, 0);
        for (asked, text) in words_of(folded).filter(|text| !is_filler(text)).enumerate() {
            let pairs = self.like(&text);
            let alike = || pairs.iter().filter(|p| p.likeness > 0.0);
            all += match alike().next() {
                None => self.rarest,
                Some(_) => alike().map(|p| self.weight(p.word)).fold(0.0, f64::max),
            };
            informative += 1;
            for &Pair { word, likeness, look } in &pairs {
                let labels = self.words[word as usize].labels.iter();
                hits.extend(labels.map(|&label| Hit { label, asked: asked as u32, word, likeness, look }));
            }
        }
        hits.sort_by_key(|hit| hit.label);
        hits.chunk_by(|a, b| a.label == b.label).map(|hits| self.score(hits, informative, all)).collect()
    }

    /// How alike a label is by the hits on its words, beside a text of so many words that say something
    /// and so much weight.
    fn score(&self, hits: &[Hit], informative: usize, all: f64) -> Similar {
        let label = hits[0].label;
        let ids = &self.labels[label as usize];
        let whole: f64 = ids.iter().map(|w| self.weight(*w)).sum();
        let (mut found, mut looks, mut missing) = (0.0, 0.0, false);
        let mut explained: Vec<u32> = Vec::new();
        for &id in ids {
            let weight = self.weight(id);
            let of = |f: fn(&Hit) -> f64| {
                let hits = hits.iter().filter(|h| h.word == id);
                hits.max_by(|a, b| f(a).total_cmp(&f(b)).then(b.asked.cmp(&a.asked)))
            };
            let best = of(|h| h.likeness);
            found += weight * best.map_or(0.0, |h| h.likeness);
            looks += weight * of(|h| h.look).map_or(0.0, |h| h.look);
            match best.filter(|h| h.likeness > 0.0) {
                Some(hit) if !explained.contains(&hit.asked) => explained.push(hit.asked),
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

/// The distinct grams of a word.
fn grams_of(plain: &str) -> Vec<Gram> {
    let mut grams: Vec<Gram> = if plain.chars().any(is_cjk) {
        let chars: Vec<char> = plain.chars().collect();
        chars.windows(2).map(|w| [w[0], w[1], ' ']).collect()
    } else {
        let chars: Vec<char> = std::iter::once(' ').chain(plain.chars()).chain([' ']).collect();
        chars.windows(3).map(|w| [w[0], w[1], w[2]]).collect()
    };
    grams.sort_unstable();
    grams.dedup();
    grams
}
