//! Which needs an offer meets.

use super::lists::Lists;
use super::packed::Claim;
use crate::criteria::gate;
use crate::roster::Roster;

/// A need that an organization meets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meets {
    /// The needed concept.
    pub concept: u16,
    /// What the best offer is worth for it: closeness in hundredths times level.
    pub worth: u16,
    /// Whether an offer comes close enough for a must-have.
    pub close: bool,
}

/// For each offered concept, the needs that it meets, with the closeness in hundredths; and how many concepts
/// there are.
pub(super) struct Reach(Lists<(u16, u8)>, usize);

/// What [`Reach::expand`] needs while it works.
#[derive(Default)]
pub(super) struct Met {
    /// The best for each concept, 0 where none; and those that are not 0.
    best: Vec<(u16, bool)>,
    concepts: Vec<u16>,
}

impl Reach {
    pub fn new(roster: &Roster) -> Reach {
        let taxonomy = roster.taxonomy();
        let mut loose = Vec::new();
        for need in taxonomy.concepts() {
            let row = taxonomy.closeness_to(need).iter().enumerate();
            let met = row.filter(|(_, closeness)| **closeness > 0);
            loose.extend(met.map(|(offer, &closeness)| (offer as u16, (need.index() as u16, closeness))));
        }
        Reach(Lists::sorted(taxonomy.len(), &loose), taxonomy.len())
    }

    /// The needs that offers meet, each once, in no order. What is not stated answers no must-have.
    pub fn expand<'m>(
        &self,
        offers: &[Claim],
        are_stated: bool,
        met: &'m mut Met,
    ) -> impl Iterator<Item = Meets> + 'm {
        met.best.resize(self.1, (0, false));
        met.concepts.drain(..).for_each(|c| met.best[usize::from(c)] = (0, false));
        for &Claim { concept, level } in offers {
            for &(need, closeness) in self.0.of(concept.index()) {
                let best = &mut met.best[usize::from(need)];
                if best.0 == 0 {
                    met.concepts.push(need);
                }
                best.0 = best.0.max(u16::from(closeness) * u16::from(level.get()));
                best.1 |= are_stated && closeness >= gate::MUST;
            }
        }
        let best = &met.best;
        met.concepts.iter().map(|&concept| {
            let (worth, close) = best[usize::from(concept)];
            Meets { concept, worth, close }
        })
    }
}
