//! The labels most like a text: words found by their grams, labels by their words.

use super::silent::is_filler;
use super::tokens::{Form, is_cjk, likeness};
use crate::text::{plain, squash};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// Three characters of a word with its edges; two, and a space, where the script has many.
type Gram = [char; 3];

/// How much of a score is the share of the label that was found; the rest is the share of the input
/// that it explains.
const FOUND: f64 = 0.72;
/// Words with fewer grams in common than this share are not alike (Dice).
const LEAST_SHARE: f64 = 0.4;

/// A label all of whose words are in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    /// The position of the label.
    pub label: u32,
    /// How alike the two are, counting only words that are plainly the same, from 0 to 1.
    pub score: f64,
    /// Whether every word of the text was explained.
    pub explained: bool,
}

/// The words of a table of labels.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    ids: FxHashMap<String, u32>,
    /// In the order of their plain forms, so that those with the same first letter stand together.
    words: Vec<Word>,
    /// Gram → words that hold it, ascending.
    grams: FxHashMap<Gram, Vec<u32>>,
    /// How many grams each word has.
    sizes: Vec<u32>,
    labels: Vec<Listed>,
    /// The weight of a word that no label has.
    rarest: f64,
}

#[derive(Debug, Clone)]
struct Word {
    form: Form,
    /// The labels that have it.
    labels: Vec<u32>,
    /// Those of them that have no word of more weight, each label with one word.
    foremost: Vec<u32>,
    /// How much it says: the logarithm of how rare it is among the labels; 0 for a word that says nothing.
    weight: f64,
    /// The words that are plainly the same, from when it is first asked for.
    same: OnceLock<Vec<Pair>>,
}

/// A label as its words.
#[derive(Debug, Clone)]
struct Listed {
    words: Vec<u32>,
    weight: f64,
}

/// A word of the input beside one of the table.
#[derive(Debug, Clone, Copy)]
struct Pair {
    word: u32,
    likeness: f64,
    look: f64,
}

/// A word of the table that is plainly one of the input.
#[derive(Debug, Clone, Copy)]
struct Hit {
    word: u32,
    likeness: f64,
    /// Which word of the input.
    asked: u32,
}

/// The words of the input that say something.
struct Input {
    /// How many there are.
    words: usize,
    /// How much they say together.
    weight: f64,
}

impl Input {
    /// What share of it is found, if words of this weight are.
    fn share(&self, found: f64) -> f64 {
        if self.weight > 0.0 { (found / self.weight).min(1.0) } else { 0.0 }
    }
}

impl Words {
    /// The words of these folded labels, which are counted in their order; those that are not `open` are
    /// never like anything, but tell how rare their words are.
    pub(super) fn of(labels: impl Iterator<Item = String>, open: impl Fn(u32) -> bool) -> Words {
        let labels: Vec<Vec<String>> = labels.map(|folded| words_of(&folded).collect()).collect();
        let mut texts: Vec<&String> = labels.iter().flatten().collect();
        texts.sort_unstable();
        texts.dedup();
        let mut forms: Vec<Form> = texts.into_iter().map(|text| Form::of(text)).collect();
        forms.sort_by(|a, b| a.plain.cmp(&b.plain));
        let mut words = Words::default();
        forms.into_iter().for_each(|form| words.add_word(form));
        labels.iter().for_each(|label| words.add_label(label));
        words.weigh(open);
        words
    }

    fn add_word(&mut self, form: Form) {
        let id = self.words.len() as u32;
        let grams = grams_of(&form.plain);
        self.sizes.push(grams.len() as u32);
        grams.into_iter().for_each(|g| self.grams.entry(g).or_default().push(id));
        self.ids.insert(form.text.clone(), id);
        let (labels, foremost, same) = (Vec::new(), Vec::new(), OnceLock::new());
        self.words.push(Word { form, labels, foremost, weight: 0.0, same });
    }

    fn add_label(&mut self, texts: &[String]) {
        let label = self.labels.len() as u32;
        let mut words: Vec<u32> = Vec::new();
        for id in texts.iter().map(|text| self.ids[text]) {
            if !words.contains(&id) {
                words.push(id);
                self.words[id as usize].labels.push(label);
            }
        }
        self.labels.push(Listed { words, weight: 0.0 });
    }

    /// Gives every word its weight, and every open label its foremost word.
    fn weigh(&mut self, open: impl Fn(u32) -> bool) {
        let all = self.labels.len() as f64;
        self.rarest = (1.0 + all).ln();
        for word in &mut self.words {
            let says = !is_filler(&word.form.text);
            word.weight = if says { (1.0 + all / word.labels.len() as f64).ln() } else { 0.0 };
            word.labels.retain(|label| open(*label));
        }
        for (label, listed) in self.labels.iter_mut().enumerate() {
            let weight = |word: &u32| self.words[*word as usize].weight;
            listed.weight = listed.words.iter().map(weight).sum();
            let most = listed.words.iter().copied().max_by(|a, b| weight(a).total_cmp(&weight(b)));
            if let Some(most) = most.filter(|_| open(label as u32)) {
                self.words[most as usize].foremost.push(label as u32);
            }
        }
    }

    fn weight(&self, word: u32) -> f64 {
        self.words[word as usize].weight
    }

    /// The words of the table, among these, that look like one of the input.
    fn like(&self, text: &str, among: Range<usize>) -> Vec<Pair> {
        let form = Form::of(text);
        let grams = grams_of(&form.plain);
        let known = self.ids.get(text).copied();
        let mut shared = vec![0u16; among.len()];
        let mut touched: Vec<u32> = Vec::new();
        for holders in grams.iter().filter_map(|g| self.grams.get(g)) {
            let first = holders.partition_point(|word| (*word as usize) < among.start);
            for &word in holders[first..].iter().take_while(|word| (**word as usize) < among.end) {
                let shared = &mut shared[word as usize - among.start];
                if *shared == 0 {
                    touched.push(word);
                }
                *shared += 1;
            }
        }
        let shared = |word: u32| shared[word as usize - among.start];
        touched.extend(known.filter(|word| shared(*word) == 0));
        let pair = |word: u32| {
            let total = grams.len() + self.sizes[word as usize] as usize;
            let (same, look) = (known == Some(word), 2.0 * f64::from(shared(word)) / total.max(1) as f64);
            (same || look >= LEAST_SHARE).then(|| {
                let likeness = likeness(&form, &self.words[word as usize].form, known.is_some());
                Pair { word, likeness, look: if same { 1.0 } else { look.max(likeness) } }
            })
        };
        touched.into_iter().filter_map(pair).collect()
    }

    /// The words of the table that are plainly one of the input: the first letter is the same. For those
    /// of the table they are kept, as the words that labels have are asked for again and again.
    fn same(&self, text: &str) -> Cow<'_, [Pair]> {
        let find = || {
            let letter = |text: &str| text.chars().next();
            let first = letter(&plain(text));
            let among = self.words.partition_point(|w| letter(&w.form.plain) < first)
                ..self.words.partition_point(|w| letter(&w.form.plain) <= first);
            self.like(text, among).into_iter().filter(|p| p.likeness > 0.0).collect::<Vec<_>>()
        };
        match self.ids.get(text) {
            Some(id) => Cow::Borrowed(self.words[*id as usize].same.get_or_init(find)),
            None => Cow::Owned(find()),
        }
    }

    /// How much a word of the input says that is these words of the table.
    fn says(&self, same: &[Pair]) -> f64 {
        let most = || same.iter().map(|p| self.weight(p.word)).fold(0.0, f64::max);
        if same.is_empty() { self.rarest } else { most() }
    }

    /// The labels all of whose words are in a folded text.
    pub(super) fn found(&self, folded: &str) -> Vec<Found> {
        let mut input = Input { words: 0, weight: 0.0 };
        let mut hits: Vec<Hit> = Vec::new();
        for text in words_of(folded).filter(|text| !is_filler(text)) {
            let same = self.same(&text);
            let asked = input.words as u32;
            hits.extend(same.iter().map(|&Pair { word, likeness, .. }| Hit { word, likeness, asked }));
            input.weight += self.says(&same);
            input.words += 1;
        }
        // Of the words of a label that is found the foremost is found too, and under it alone it is tried.
        let first = |n: usize| !hits[..n].iter().any(|h| h.word == hits[n].word);
        let words = (0..hits.len()).filter(|n| first(*n)).map(|n| &self.words[hits[n].word as usize]);
        words.flat_map(|word| &word.foremost).filter_map(|label| self.score(*label, &hits, &input)).collect()
    }

    /// How alike a label is by the hits on its words; `None` where one of them is missing.
    fn score(&self, label: u32, hits: &[Hit], input: &Input) -> Option<Found> {
        let listed = &self.labels[label as usize];
        let (mut found, mut explained) = (0.0, Vec::new());
        for &word in &listed.words {
            let weight = self.weight(word);
            let hits = hits.iter().filter(|h| h.word == word);
            let best = hits.max_by(|a, b| a.likeness.total_cmp(&b.likeness).then(b.asked.cmp(&a.asked)));
            match best {
                Some(hit) if !explained.contains(&hit.asked) => explained.push(hit.asked),
                _ if weight > 0.0 => return None,
                _ => {}
            }
            found += weight * best.map_or(0.0, |h| h.likeness);
        }
        let share = if listed.weight > 0.0 { found / listed.weight } else { 0.0 };
        let explained = explained.len() == input.words;
        // Where nothing is left over on either side, what was found speaks alone.
        let score = if explained { share } else { FOUND * share + (1.0 - FOUND) * input.share(found) };
        Some(Found { label, score, explained })
    }

    /// The labels that share words with a folded text, words that share grams among them, and how alike
    /// they look, from 0 to 1; for suggestions alone.
    pub(super) fn looks(&self, folded: &str) -> Vec<(u32, f64)> {
        let mut input = Input { words: 0, weight: 0.0 };
        let mut looks: FxHashMap<u32, f64> = FxHashMap::default();
        for text in words_of(folded).filter(|text| !is_filler(text)) {
            let mut pairs = self.like(&text, 0..self.words.len());
            for pair in &pairs {
                let look = looks.entry(pair.word).or_default();
                *look = look.max(pair.look);
            }
            pairs.retain(|p| p.likeness > 0.0);
            input.weight += self.says(&pairs);
            input.words += 1;
        }
        let mut labels: Vec<u32> =
            looks.keys().flat_map(|word| &self.words[*word as usize].labels).copied().collect();
        labels.sort_unstable();
        labels.dedup();
        let look = |label: u32| {
            let listed = &self.labels[label as usize];
            let look = |word: &u32| self.weight(*word) * looks.get(word).copied().unwrap_or_default();
            let looks: f64 = listed.words.iter().map(look).sum();
            let share = if listed.weight > 0.0 { looks / listed.weight } else { 0.0 };
            FOUND * share + (1.0 - FOUND) * input.share(looks)
        };
        labels.into_iter().map(|label| (label, look(label))).collect()
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
