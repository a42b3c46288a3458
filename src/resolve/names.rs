//! Names to organizations: ids, names and aliases, in any script.
//!
//! A match rests on words that are distinctive among the organizations at hand, and leaves no word of
//! either side unexplained that could make it another one: `Celltrion Healthcare` is not `Celltrion`,
//! `Samsung Biologics` is not `Samsung Bioepis`. What two could be is refused.

use super::called::{
    Core, business, is_business, is_cjk_word, is_place, may_be_added_in_china, may_be_left_out, readings,
    skeleton, sound_alike, spelt,
};
use super::meanings::is_meaning;
use super::tokens::is_inflected;
use crate::profile::{Country, Organization, Period};
use crate::text::{fold, plain, similarity, squash};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

/// From this score on a name is taken for a listed one, if it leads the second by [`LEAD`].
const ACCEPT: f64 = 0.84;
const LEAD: f64 = 0.06;
/// Scores of names: the same but for legal form and codes, in another script, with a slip or ending,
/// without the words that the listed one has beside.
const STRIPPED: f64 = 0.99;
const SOUNDS: f64 = 0.93;
const SLIPPED: f64 = 0.90;
const SHORTENED: f64 = 0.92;
/// Shorter skeletons of consonants fit too many names.
const LEAST_SKELETON: usize = 5;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum NameOutcome {
    /// One organization. A score of 1 means its id, its name or an alias of it.
    One(Candidate),
    /// Several: the candidates, in the order of the register.
    Several(Vec<Candidate>),
    /// None that is listed: the nearest, best first, at most five.
    None(Vec<Candidate>),
}

/// An organization that is meant, or may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Its position among those of the register.
    pub position: usize,
    /// Its name or alias that comes nearest.
    pub name: String,
    /// When that is or was its name; open where it always is.
    pub period: Period,
    /// How near, from 0 to 1.
    pub score: f64,
}

#[derive(Debug, Clone)]
struct Name {
    position: usize,
    text: String,
    period: Period,
    folded: String,
}

impl Name {
    /// The names of an organization that hold a letter.
    fn all(position: usize, organization: &Organization) -> Vec<Name> {
        let aliases = organization.aliases.iter().map(|alias| (alias.text.as_str(), alias.period));
        let all = std::iter::once((organization.name.as_str(), Period::default())).chain(aliases);
        let name = |(text, period): (&str, Period)| {
            let folded = fold(text);
            let name = Name { position, text: text.to_string(), period, folded };
            (!squash(&name.folded).is_empty()).then_some(name)
        };
        all.filter_map(name).collect()
    }
}

/// A name that is asked for.
struct Query {
    core: Core,
    /// How the words of all that is written sound, the city among them.
    sounds: Vec<String>,
    needs_place: bool,
}

/// All names of a list of organizations.
#[derive(Debug, Clone, Default)]
pub struct Register {
    names: Vec<Name>,
    countries: Vec<Country>,
    /// The words of the cities where the organizations are, as they sound.
    cities: Vec<Vec<String>>,
    ids: HashMap<String, usize>,
    /// Squashed folded name → positions in `names`.
    keys: HashMap<String, Vec<u32>>,
    /// Made when the first name that is not listed as it stands asks for it: most profiles and pairs name
    /// organizations as they are listed.
    cores: OnceLock<Cores>,
}

/// What tells the names of a register apart.
#[derive(Debug, Clone, Default)]
struct Cores {
    /// Each name without legal form and codes.
    all: Vec<Core>,
    /// The skeleton of a word → the organizations that have it: how distinctive it is here.
    holders: HashMap<String, HashSet<usize>>,
}

impl Cores {
    fn of(names: &[Name]) -> Cores {
        let all: Vec<Core> = names.iter().map(|name| Core::of(&name.text)).collect();
        let mut holders: HashMap<String, HashSet<usize>> = HashMap::new();
        for (name, core) in names.iter().zip(&all) {
            for word in &core.skeletons {
                holders.entry(word.clone()).or_default().insert(name.position);
            }
        }
        Cores { all, holders }
    }
}

impl Register {
    /// A register of these organizations; positions count in their order.
    pub fn build(organizations: &[Organization]) -> Register {
        let mut register = Register::default();
        for (position, organization) in organizations.iter().enumerate() {
            register.ids.insert(organization.id.clone(), position);
            register.countries.push(organization.country);
            register.cities.push(sounds_of(organization.city.as_deref().unwrap_or_default()));
            for name in Name::all(position, organization) {
                register.keys.entry(squash(&name.folded)).or_default().push(register.names.len() as u32);
                register.names.push(name);
            }
        }
        register
    }

    fn cores(&self) -> &Cores {
        self.cores.get_or_init(|| Cores::of(&self.names))
    }

    /// The position of the organization with exactly this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// Which organization an id or a name stands for. An id is taken before any name, a name as listed
    /// before any likeness.
    pub fn resolve(&self, text: &str) -> NameOutcome {
        let text = text.trim();
        if let Some(&position) = self.ids.get(text).or_else(|| self.ids.get(&text.to_lowercase())) {
            let (name, period) = (text.to_string(), Period::default());
            return NameOutcome::One(Candidate { position, name, period, score: 1.0 });
        }
        let found = self.keys.get(&squash(&fold(text))).map_or(&[][..], Vec::as_slice);
        let listed = self.by_position(found.iter().map(|&i| (i, 1.0)));
        match listed.as_slice() {
            [] => self.likely(text),
            [one] => NameOutcome::One(one.clone()),
            _ => NameOutcome::Several(listed),
        }
    }

    /// The organization that a name not listed as it stands is likely to mean.
    fn likely(&self, text: &str) -> NameOutcome {
        // A country or city that a reading leaves out contradicts, or tells, all the same.
        let (named, sounds) = (Core::of(text).countries, sounds_of(text));
        let queries: Vec<Query> = readings(text)
            .into_iter()
            .map(|r| Query {
                core: Core { countries: named.clone(), ..Core::of(&r.text) },
                sounds: sounds.clone(),
                needs_place: r.needs_place,
            })
            .filter(|q| !q.core.words.is_empty())
            .collect();
        let listed = self.names.iter().zip(&self.cores().all).enumerate();
        let scored = listed.filter_map(|(i, (name, core))| {
            let score = queries.iter().map(|q| self.score(q, name.position, core)).fold(0.0, f64::max);
            (score >= ACCEPT).then_some((i as u32, score))
        });
        let mut likely = self.by_position(scored);
        likely.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.position.cmp(&b.position)));
        match likely.as_slice() {
            [] => NameOutcome::None(self.nearest(text, 5)),
            [one] => NameOutcome::One(one.clone()),
            [first, second, ..] if first.score - second.score >= LEAD => NameOutcome::One(first.clone()),
            _ => {
                likely.sort_by_key(|c| c.position);
                NameOutcome::Several(likely)
            }
        }
    }

    /// Each organization once, with its best name, in their order.
    fn by_position(&self, scored: impl Iterator<Item = (u32, f64)>) -> Vec<Candidate> {
        let mut best: BTreeMap<usize, Candidate> = BTreeMap::new();
        for (index, score) in scored {
            let candidate = self.candidate(index, score);
            let kept = best.entry(candidate.position).or_insert_with(|| candidate.clone());
            if candidate.score > kept.score {
                *kept = candidate;
            }
        }
        best.into_values().collect()
    }

    /// How far a name is the listed one, from 0 to 1; 0 where a word of the query is left over, where
    /// the country contradicts, or where nothing distinctive is shared.
    fn score(&self, query: &Query, position: usize, listed: &Core) -> f64 {
        let (country, city) = (self.countries[position], &self.cities[position]);
        let asked = &query.core;
        let fits = |c: &Country| *c == country || listed.countries.contains(c);
        // An embassy is told by both of its countries, the one that sends it first.
        let abroad = listed.countries.iter().any(|c| *c != country);
        if !asked.countries.iter().all(fits) || abroad && asked.countries != listed.countries {
            return 0.0;
        }
        let placed = !asked.countries.is_empty() || query.sounds.iter().any(|s| city.contains(s));
        let tells = asked.words.iter().any(|w| !is_meaning(w) && !is_business(w));
        if !placed && (query.needs_place || !tells && !is_as_listed(asked, listed)) {
            return 0.0;
        }
        if asked.words.iter().all(|w| is_place(w)) {
            return 0.0;
        }
        // The city says nothing more of an organization that is there, unless it is of the name.
        let beside = |word: &String, sound: &String| {
            city.contains(sound) && !listed.skeletons.contains(sound) && !listed.words.contains(word)
        };
        let kept: Vec<usize> =
            (0..asked.words.len()).filter(|&i| !beside(&asked.words[i], &asked.skeletons[i])).collect();
        if kept.is_empty() {
            return 0.0;
        }
        let pick = |of: &[String]| kept.iter().map(|&i| of[i].clone()).collect();
        let core = Core { words: pick(&asked.words), skeletons: pick(&asked.skeletons), ..asked.clone() };
        self.score_placed(&core, listed, country, placed)
    }

    /// The same without the city.
    fn score_placed(&self, query: &Core, listed: &Core, country: Country, placed: bool) -> f64 {
        if query.words.concat() == listed.words.concat() {
            return if query.countries.is_empty() || !listed.countries.is_empty() {
                STRIPPED
            } else {
                SHORTENED
            };
        }
        if let (Some(a), Some(b)) = (&query.company, &listed.company)
            && a.is_same(b)
        {
            return SHORTENED;
        }
        let whole = |core: &Core| (core.words.concat(), core.skeletons.concat());
        let ((word, sounds), (name, named_sounds)) = (whole(query), whole(listed));
        let in_asia = |core: &Core| core.words.iter().any(|w| is_cjk_word(w));
        // Within Han and Hangul sound is no help: too many characters sound alike.
        let comparable = !query.is_acronym() && (!in_asia(query) || !in_asia(listed));
        let alike = || sound_alike((&word, &sounds), (&name, &named_sounds));
        if comparable && sounds.len() >= LEAST_SKELETON && alike() {
            return SOUNDS;
        }
        if query.is_acronym() && placed && is_initials(&query.words[0], &listed.words) {
            return SLIPPED;
        }
        if query.own.len() > 1 && is_as_listed(query, listed) {
            return SLIPPED;
        }
        self.score_words(query, listed, country)
    }

    /// The same word by word: every word of the query has its counterpart; what the listed name has
    /// beside them is told by no other listed name either (its line of business, its country).
    fn score_words(&self, query: &Core, listed: &Core, country: Country) -> f64 {
        let mut left: Vec<usize> = (0..listed.words.len()).collect();
        let (mut worst, mut rare, mut added) = (1.0f64, false, false);
        for (word, skeleton) in query.words.iter().zip(&query.skeletons) {
            let likeness =
                |i: usize| self.word_likeness(word, skeleton, &listed.words[i], &listed.skeletons[i]);
            let best = left
                .iter()
                .enumerate()
                .map(|(n, &i)| (n, likeness(i)))
                .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
            let Some((n, score)) = best.filter(|(_, score)| *score > 0.0) else {
                if country.code() == "CN" && may_be_added_in_china(word) {
                    added = true;
                    continue;
                }
                return 0.0;
            };
            let i = left.remove(n);
            worst = worst.min(score);
            let word = &listed.words[i];
            rare |= self.cores().holders.get(&listed.skeletons[i]).is_none_or(|h| h.len() == 1)
                && !is_business(word)
                && word.chars().count() > 1;
        }
        if left.is_empty() && !added {
            return if query.words.len() > 1 || rare { worst } else { 0.0 };
        }
        let beside = left.iter().all(|&i| may_be_left_out(&listed.words[i]));
        if beside && rare { worst.min(SHORTENED) } else { 0.0 }
    }

    fn word_likeness(&self, word: &str, skeleton: &str, listed: &str, listed_skeleton: &str) -> f64 {
        if word == listed {
            return STRIPPED;
        }
        if let (Some(a), Some(b)) = (business(word), business(listed)) {
            return if a == b { SOUNDS } else { 0.0 };
        }
        if is_meaning(word) && is_meaning(listed) {
            return 0.0;
        }
        let length = word.chars().count().min(listed.chars().count());
        let same_start = word.chars().next() == listed.chars().next();
        // М. Оспанова, Марата Оспанова.
        if length == 1 && same_start && !word.is_ascii() && !is_cjk_word(word) {
            return SOUNDS;
        }
        if sound_alike((word, skeleton), (listed, listed_skeleton))
            && skeleton.len() >= 3
            && (length >= 5 || is_cjk_word(word) != is_cjk_word(listed))
        {
            return SOUNDS;
        }
        // A word that another organization is called by is no slip of this one.
        let known = self.cores().holders.contains_key(skeleton);
        let same_script = word.is_ascii() == listed.is_ascii();
        if !same_script && length >= 3 && !is_cjk_word(word) && !is_cjk_word(listed) {
            let (a, b) = (spelt(word), spelt(listed));
            let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
            // An ending of one letter comes and goes: Бухара, бухарский.
            let most = usize::from(length >= 4);
            return if long.starts_with(&short) && long.len() - short.len() <= most { SOUNDS } else { 0.0 };
        }
        if !same_start || !same_script || length < 5 || is_cjk_word(word) {
            return 0.0;
        }
        if is_inflected(&plain(word), &plain(listed)) {
            return SLIPPED;
        }
        let budget = if length >= 9 { 2 } else { 1 };
        let slips = !known && length >= 6 && strsim::osa_distance(word, listed) <= budget;
        if slips { SLIPPED } else { 0.0 }
    }

    fn candidate(&self, index: u32, score: f64) -> Candidate {
        let name = &self.names[index as usize];
        Candidate { position: name.position, name: name.text.clone(), period: name.period, score }
    }

    /// The organizations whose names are most like a text, or hold it as a whole word.
    fn nearest(&self, text: &str, most: usize) -> Vec<Candidate> {
        let text = fold(text);
        let scored = self.names.iter().enumerate().map(|(index, name)| {
            let held = !text.is_empty() && format!(" {} ", name.folded).contains(&format!(" {text} "));
            (index as u32, similarity(&text, &name.folded).max(if held { 0.9 } else { 0.0 }))
        });
        let mut nearest = self.by_position(scored);
        nearest.retain(|c| c.score >= 0.4);
        nearest.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.position.cmp(&b.position)));
        nearest.truncate(most);
        nearest
    }
}

/// Whether a name of general words is the listed one in its own language, but for endings and slips.
fn is_as_listed(query: &Core, listed: &Core) -> bool {
    let alike = |a: &String| {
        listed.own.iter().any(|b| {
            // One character of Han or Hangul makes another word: 医科大学 is no slip of 药科大学.
            let budget = usize::from(a.chars().count() >= 6 && !is_cjk_word(a));
            a == b || is_inflected(&plain(a), &plain(b)) || strsim::osa_distance(a, b) <= budget
        })
    };
    query.own.len() == listed.own.len() && query.own.iter().all(alike)
}

/// How the words of a text sound that are long enough to name a city.
fn sounds_of(text: &str) -> Vec<String> {
    let long = |word: &&str| word.chars().count() >= 4 || is_cjk_word(word) && word.chars().count() >= 2;
    fold(text).split(' ').filter(long).map(skeleton).collect()
}

/// Whether an abbreviation is made of the first letters of these words.
fn is_initials(acronym: &str, words: &[String]) -> bool {
    words.len() >= 3 && acronym.chars().eq(words.iter().filter_map(|w| w.chars().next()))
}
