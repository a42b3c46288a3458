//! Which needs an offer meets.

use super::lists::Lists;
use super::packed::Claim;
use crate::roster::Roster;
use crate::taxonomy::Concept;

/// A need that an organization meets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meets {
    /// The needed concept.
    pub concept: u16,
    /// What the best offer is worth for it: closeness in hundredths times level.
    pub worth: u16,
}

/// Which concepts have to do with which, with the closeness in hundredths.
pub(super) struct Reach {
    /// For each offered concept, the needs that it meets.
    needs: Lists<(u16, u8)>,
    /// For each needed concept, the offers that meet it.
    offers: Lists<(u16, u8)>,
    concepts: usize,
}

/// What [`Reach::expand`] needs while it works.
#[derive(Default)]
pub(super) struct Met {
    /// The best for each concept, 0 where none; and those that are not 0.
    best: Vec<u16>,
    concepts: Vec<u16>,
}

impl Met {
    /// How far a need is met by what was expanded last: closeness in hundredths times level.
    pub fn worth(&self, need: Concept) -> u32 {
        self.best[need.index()].into()
    }
}

impl Reach {
    pub fn new(roster: &Roster) -> Reach {
        let taxonomy = roster.taxonomy();
        let (mut needs, mut offers) = (Vec::new(), Vec::new());
        for need in taxonomy.concepts() {
            let row = taxonomy.closeness_to(need).iter().enumerate();
            let need = need.index() as u16;
            for (offer, &closeness) in row.filter(|(_, closeness)| **closeness > 0) {
                needs.push((offer as u16, (need, closeness)));
                offers.push((need, (offer as u16, closeness)));
            }
        }
        let [needs, offers] = [needs, offers].map(|loose| Lists::sorted(taxonomy.len(), &loose));
        Reach { needs, offers, concepts: taxonomy.len() }
    }

    /// The offers that meet a need.
    pub fn close_to(&self, need: Concept) -> &[(u16, u8)] {
        self.offers.of(need.index())
    }

    /// The needs that offers meet, each once, in no order.
    pub fn expand<'m>(&self, offers: &[Claim], met: &'m mut Met) -> impl Iterator<Item = Meets> + 'm {
        met.best.resize(self.concepts, 0);
        met.concepts.drain(..).for_each(|c| met.best[usize::from(c)] = 0);
        for &Claim { concept, level } in offers {
            for &(need, closeness) in self.needs.of(concept.index()) {
                let best = &mut met.best[usize::from(need)];
                if *best == 0 {
                    met.concepts.push(need);
                }
                *best = (*best).max(u16::from(closeness) * u16::from(level.get()));
            }
        }
        let best = &met.best;
        met.concepts.iter().map(|&concept| Meets { concept, worth: best[usize::from(concept)] })
    }
}
