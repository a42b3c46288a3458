//! Rosters of any size with the skew of the shipped profiles, from a seed.
//!
//! Each organization takes country, kind, languages and wants from a shipped one drawn at random, and
//! certificates, size, and the number of its claims from others. Two of three claims come from one more,
//! so that concepts keep company as they do in the profiles; the rest come from all claims, so that
//! popular concepts stay popular. Half of them state no need, or all state many: see [`Claims`].

#![allow(dead_code)]

use silkmatch::profile::{Level, Need, Offer, Organization};
use silkmatch::taxonomy::{Concept, ConceptRow, Taxonomy};
use silkmatch::{Org, Roster};
use std::collections::HashSet;

/// The generator of Steele and others (SplitMix, OOPSLA 2014): enough for drawing, and 64 bits of seed.
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// One of several.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// How much organizations state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Claims {
    /// As much as those they are made like; half state no need. Three offers in the mean, and three needs.
    #[default]
    Like,
    /// Every one 3 to 12 offers and 3 to 8 needs: a register that has been filled in with care.
    Many,
}

impl Claims {
    fn offers(self, random: &mut Random, like: &[&Organization]) -> usize {
        match self {
            Claims::Like => random.one(like).stated_offers().len(),
            Claims::Many => 3 + random.below(10),
        }
    }

    fn needs(self, random: &mut Random, like: &[&Organization]) -> usize {
        match self {
            Claims::Like if random.below(2) == 0 => 0,
            Claims::Like => random.one(like).stated_needs().len(),
            Claims::Many => 3 + random.below(6),
        }
    }
}

/// The rows of a taxonomy with every narrowest concept divided, in turn, until there are `count` of them.
pub fn divided(mut rows: Vec<ConceptRow>, count: usize) -> Vec<ConceptRow> {
    let broader: HashSet<&String> = rows.iter().flat_map(|r| &r.broader).collect();
    let leaves = rows.iter().map(|r| &r.id).filter(|id| !broader.contains(id)).cloned();
    let leaves: Vec<String> = leaves.collect();
    for (n, leaf) in leaves.iter().cycle().take(count.saturating_sub(rows.len())).enumerate() {
        let (id, broader) = (format!("{leaf}-part-{n}"), vec![leaf.clone()]);
        rows.push(ConceptRow { id, broader, ..ConceptRow::default() });
    }
    rows
}

/// A roster of `count` organizations in the likeness of another.
pub fn roster(like: &Roster, count: usize, seed: u64) -> Roster {
    roster_over(like, like.taxonomy(), Claims::Like, count, seed)
}

/// The same over a taxonomy that begins with the concepts of the other: who claims a concept that is
/// [`divided`] claims one of its parts.
pub fn roster_over(like: &Roster, taxonomy: &Taxonomy, claims: Claims, count: usize, seed: u64) -> Roster {
    let mut parts: Vec<Vec<Concept>> = vec![Vec::new(); taxonomy.len()];
    for part in taxonomy.concepts().skip(like.taxonomy().len()) {
        taxonomy.broader(part).iter().for_each(|whole| parts[whole.index()].push(part));
    }
    let narrow = |random: &mut Random, concept: &mut Concept| {
        let parts = &parts[concept.index()];
        *concept = if parts.is_empty() { *concept } else { *random.one(parts) };
    };
    let mut random = Random(seed);
    let all: Vec<&Organization> = like.orgs().map(|o: Org| like.organization(o)).collect();
    let offers: Vec<&Offer> = all.iter().flat_map(|o| o.stated_offers()).collect();
    let needs: Vec<&Need> = all.iter().flat_map(|o| o.stated_needs()).collect();
    let needy: Vec<&Organization> = all.iter().copied().filter(|o| !o.stated_needs().is_empty()).collect();
    let made = (0..count).map(|i| {
        let mut made = (*random.one(&all)).clone();
        made.id = format!("org-{i:07}");
        made.name = format!("Organization {i}");
        made.aliases.clear();
        made.cluster = None;
        made.certifications = random.one(&all).certifications.clone();
        made.size = random.one(&all).size;
        let company = *random.one(&all);
        let wanted = claims.offers(&mut random, &all);
        made.offers = (0..wanted).map(|_| draw(&mut random, company.stated_offers(), &offers)).collect();
        made.offers.iter_mut().for_each(|o| o.level = level(&mut random));
        made.offers.iter_mut().for_each(|o| narrow(&mut random, &mut o.concept));
        made.offers.sort_by_key(|o| o.concept);
        made.offers.dedup_by_key(|o| o.concept);
        let company = *random.one(&needy);
        let wanted = claims.needs(&mut random, &needy);
        made.needs = (0..wanted).map(|_| draw(&mut random, company.stated_needs(), &needs)).collect();
        made.needs.iter_mut().for_each(|n| n.priority = level(&mut random));
        made.needs.iter_mut().for_each(|n| narrow(&mut random, &mut n.concept));
        made.needs.sort_by_key(|n| n.concept);
        made.needs.dedup_by_key(|n| n.concept);
        made
    });
    Roster::new(
        made.collect(),
        taxonomy.clone(),
        like.lexicon().clone(),
        like.reference().clone(),
        like.as_of(),
    )
}

fn draw<T: Clone>(random: &mut Random, company: &[T], all: &[&T]) -> T {
    if company.is_empty() || random.below(3) == 0 {
        (*random.one(all)).clone()
    } else {
        random.one(company).clone()
    }
}

fn level(random: &mut Random) -> Level {
    Level::new(1 + random.below(Level::MOST as usize) as u8).unwrap_or_default()
}
