//! Names to organizations: ids, names and aliases, in any script.

use crate::profile::Organization;
use crate::text::{fold, similarity, squash};
use std::collections::HashMap;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum NameOutcome {
    /// One organization, by its position among those of the register.
    One(usize),
    /// Several: the candidates, in the order of the register.
    Several(Vec<Candidate>),
    /// None that is listed: the nearest, best first, at most five.
    None(Vec<Candidate>),
}

/// An organization that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Its position among those of the register.
    pub position: usize,
    /// Its name or alias that comes nearest.
    pub name: String,
    /// How near, from 0 to 1.
    pub score: f64,
}

#[derive(Debug, Clone)]
struct Name {
    position: usize,
    text: String,
    folded: String,
}

/// All names of a list of organizations.
#[derive(Debug, Clone, Default)]
pub struct Register {
    names: Vec<Name>,
    ids: HashMap<String, usize>,
    /// Squashed folded name → positions in `names`.
    keys: HashMap<String, Vec<u32>>,
}

impl Register {
    /// A register of these organizations; positions count in their order.
    pub fn build(organizations: &[Organization]) -> Register {
        let mut register = Register::default();
        for (position, organization) in organizations.iter().enumerate() {
            register.ids.insert(organization.id.clone(), position);
            register.add(position, &organization.name);
            organization.aliases.iter().for_each(|alias| register.add(position, alias));
        }
        register
    }

    fn add(&mut self, position: usize, text: &str) {
        let folded = fold(text);
        let key = squash(&folded);
        if !key.is_empty() {
            self.keys.entry(key).or_default().push(self.names.len() as u32);
            self.names.push(Name { position, text: text.to_string(), folded });
        }
    }

    /// Which organization an id or a name stands for. An id is taken before any name.
    pub fn resolve(&self, text: &str) -> NameOutcome {
        let text = text.trim();
        if let Some(&position) = self.ids.get(text).or_else(|| self.ids.get(&text.to_lowercase())) {
            return NameOutcome::One(position);
        }
        let found = self.keys.get(&squash(&fold(text))).map_or(&[][..], Vec::as_slice);
        let mut candidates: Vec<Candidate> = found.iter().map(|&i| self.candidate(i, 1.0)).collect();
        candidates.sort_by_key(|c| c.position);
        candidates.dedup_by_key(|c| c.position);
        match candidates.as_slice() {
            [] => NameOutcome::None(self.nearest(text, 5)),
            [one] => NameOutcome::One(one.position),
            _ => NameOutcome::Several(candidates),
        }
    }

    fn candidate(&self, index: u32, score: f64) -> Candidate {
        let name = &self.names[index as usize];
        Candidate { position: name.position, name: name.text.clone(), score }
    }

    /// The organizations whose names are most like a text, or hold it as a whole word.
    fn nearest(&self, text: &str, most: usize) -> Vec<Candidate> {
        let text = fold(text);
        let mut best: HashMap<usize, Candidate> = HashMap::new();
        for (index, name) in self.names.iter().enumerate() {
            let held = !text.is_empty() && format!(" {} ", name.folded).contains(&format!(" {text} "));
            let score = similarity(&text, &name.folded).max(if held { 0.9 } else { 0.0 });
            let candidate = best.entry(name.position).or_insert_with(|| self.candidate(index as u32, score));
            if score > candidate.score {
                *candidate = self.candidate(index as u32, score);
            }
        }
        let mut nearest: Vec<Candidate> = best.into_values().filter(|c| c.score >= 0.4).collect();
        nearest.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.position.cmp(&b.position)));
        nearest.truncate(most);
        nearest
    }
}
