//! How close an offer comes to a need: information content, likeness, complements, and why.

use super::{ComplementRow, Concept, Taxonomy, build};
use crate::error::Result;
use std::collections::HashMap;

/// Below this, Lin's similarity is no likeness at all: two children of one broad branch reach 0.3
/// without having anything to give each other (measured on the shipped taxonomy).
pub const FLOOR: f64 = 0.40;

/// How an offer comes to meet a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It is the very concept.
    Same,
    /// It is narrower: whoever makes biosimilars offers biopharmaceuticals.
    Narrower,
    /// It is broader: the claim may or may not hold what is needed, and should be verified.
    Broader,
    /// A likeness by way of a common broader concept.
    Related,
    /// Another thing that serves: the index of the row among the complements.
    Complement(usize),
    /// Nothing in common.
    None,
}

impl Taxonomy {
    /// Seco's intrinsic information content: 1 − ln D ÷ ln N, with D the number of narrower concepts
    /// and the concept itself, N the number of all; 0 for the root, 1 for a leaf.
    ///
    /// Source: N. Seco, T. Veale, J. Hayes, "An intrinsic information content metric for semantic
    /// similarity in WordNet", ECAI 2004.
    pub fn information_content(&self, concept: Concept) -> f64 {
        self.content[concept.index()]
    }

    /// Lin's similarity: twice the information content of the most informative common ancestor over
    /// the sum of both, in [0, 1]; 0 where the concepts share nothing but a root.
    ///
    /// Source: D. Lin, "An information-theoretic definition of similarity", ICML 1998.
    pub fn lin(&self, a: Concept, b: Concept) -> f64 {
        if a == b {
            return 1.0;
        }
        self.lin_of(a, b, self.shared_content(a, b))
    }

    /// The same of two concepts that share so much.
    fn lin_of(&self, a: Concept, b: Concept, shared: f64) -> f64 {
        let sum = self.information_content(a) + self.information_content(b);
        if sum == 0.0 { 0.0 } else { 2.0 * shared / sum }
    }

    /// Information content of the most informative common ancestor, 0 where there is none. To stand
    /// under one heading is nothing in common: a broad heading would make its broad children alike
    /// (making medicines and wholesale reach 0.6 on the shipped taxonomy).
    fn shared_content(&self, a: Concept, b: Concept) -> f64 {
        let (mut left, mut right) =
            (self.lineage[a.index()].iter().peekable(), self.lineage[b.index()].iter().peekable());
        let mut best = 0.0f64;
        while let (Some(x), Some(y)) = (left.peek(), right.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    if **x == a || **x == b || self.headings[x.index()].is_none() {
                        best = best.max(self.content[x.index()]);
                    }
                    left.next();
                    right.next();
                }
            }
        }
        best
    }

    /// How far an offer of `offer` meets a need of `need`, in whole hundredths.
    ///
    /// 100 where the offer is the need or narrower; else Lin's similarity, 0 below [`FLOOR`]; a row of
    /// the complements overrides where it is higher. What a complement says of an offer holds for the
    /// narrower ones: whoever offers MRI offers imaging. It is asymmetric on purpose.
    pub fn closeness(&self, need: Concept, offer: Concept) -> u8 {
        self.closeness[need.index() * self.len() + offer.index()]
    }

    /// All closeness to one need, by index of the offered concept.
    pub fn closeness_to(&self, need: Concept) -> &[u8] {
        &self.closeness[need.index() * self.len()..][..self.len()]
    }

    /// Why the closeness is what it is.
    pub fn relation(&self, need: Concept, offer: Concept) -> Relation {
        let likeness = self.likeness(need, offer);
        if let Some(&row) = self.complement_of.get(&(need, offer))
            && self.complements[row].hundredths > likeness
        {
            return Relation::Complement(row);
        }
        match likeness {
            _ if need == offer => Relation::Same,
            0 => Relation::None,
            _ if self.is_within(offer, need) => Relation::Narrower,
            _ if self.is_within(need, offer) => Relation::Broader,
            _ => Relation::Related,
        }
    }

    /// The rows of the complements.
    pub fn complements(&self) -> &[ComplementRow] {
        &self.complements
    }

    /// How far a need serves a goal, in whole hundredths: 100 where it is the goal or narrower, Lin's
    /// similarity where it is broader, else 0. Likeness alone serves nothing.
    pub fn serves(&self, goal: Concept, need: Concept) -> u8 {
        let related = self.is_within(need, goal) || self.is_within(goal, need);
        if related { self.likeness(goal, need) } else { 0 }
    }

    /// Hundredths by likeness alone.
    pub(super) fn likeness(&self, need: Concept, offer: Concept) -> u8 {
        if self.is_within(offer, need) {
            return 100;
        }
        self.hundredths(need, offer, self.shared_content(need, offer))
    }

    /// Hundredths of two concepts that are not the same and share so much.
    fn hundredths(&self, need: Concept, offer: Concept, shared: f64) -> u8 {
        let lin = self.lin_of(need, offer, shared);
        if lin < FLOOR { 0 } else { (lin * 100.0).round() as u8 }
    }

    pub(super) fn all_closeness(&self) -> Vec<u8> {
        let within = self.all_within();
        let mut table = Vec::with_capacity(self.len() * self.len());
        let mut shared = Vec::new();
        for need in self.concepts() {
            self.all_shared(need, &within, &mut shared);
            let likeness = |(offer, shared): (Concept, &f64)| match *shared {
                0.0 => 0,
                shared => self.hundredths(need, offer, shared),
            };
            let row = table.len();
            table.extend(self.concepts().zip(&shared).map(likeness));
            within[need.index()].iter().for_each(|offer| table[row + offer.index()] = 100);
        }
        for (&(need, offer), &row) in &self.complement_of {
            let cell = &mut table[need.index() * self.ids.len() + offer.index()];
            *cell = (*cell).max(self.complements[row].hundredths);
        }
        table
    }

    /// For each concept, itself and all that are narrower, ascending.
    fn all_within(&self) -> Vec<Vec<Concept>> {
        let mut within = vec![Vec::new(); self.len()];
        for concept in self.concepts() {
            self.lineage(concept).iter().for_each(|broader| within[broader.index()].push(concept));
        }
        within
    }

    /// The [shared content](Taxonomy::shared_content) of a concept with each, by way of the few that are
    /// broader: most pairs share nothing, and need no look.
    fn all_shared(&self, concept: Concept, within: &[Vec<Concept>], shared: &mut Vec<f64>) {
        shared.clear();
        shared.resize(self.len(), 0.0);
        for &broader in self.lineage(concept) {
            let is_open = broader == concept || self.headings[broader.index()].is_none();
            let below = if is_open { within[broader.index()].as_slice() } else { &[broader] };
            let content = self.content[broader.index()];
            if content > 0.0 {
                below.iter().for_each(|c| shared[c.index()] = shared[c.index()].max(content));
            }
        }
    }

    /// The row that serves each pair, narrower offers too; of several for one pair, the highest, then
    /// the first.
    pub(super) fn index_complements(
        &self,
        rows: &[ComplementRow],
    ) -> Result<HashMap<(Concept, Concept), usize>> {
        let mut index: HashMap<(Concept, Concept), usize> = HashMap::new();
        for (n, row) in rows.iter().enumerate() {
            let find = |id: &str| self.concept(id).ok_or_else(|| build::unknown(id, &self.ids, &row.place));
            let (need, stated) = (find(&row.need)?, find(&row.offer)?);
            for offer in self.concepts().filter(|&o| self.is_within(o, stated)) {
                let kept = index.entry((need, offer)).or_insert(n);
                if rows[*kept].hundredths < row.hundredths {
                    *kept = n;
                }
            }
        }
        Ok(index)
    }
}
