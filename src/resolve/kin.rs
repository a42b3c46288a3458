//! How concepts stand to each other: which is broader, which are of one facet.

use super::outcome::Near;
use crate::taxonomy::{Concept, Taxonomy};

/// The relations of the taxonomy that resolving asks for, looked up once.
#[derive(Debug, Clone)]
pub(super) struct Kin {
    /// For each concept, itself and the broader ones.
    lineage: Vec<Vec<Concept>>,
    /// For each concept, which of its lineage stand right below a root.
    facets: Vec<Vec<Concept>>,
    /// For each concept, whether it is a whole branch: a root, or right below one.
    branches: Vec<bool>,
    /// For each concept, whether there is none below it.
    leaves: Vec<bool>,
}

impl Kin {
    pub(super) fn of(taxonomy: &Taxonomy) -> Kin {
        let is_root = |c: &Concept| taxonomy.broader(*c).is_empty();
        let is_branch = |c: Concept| is_root(&c) || taxonomy.broader(c).iter().any(is_root);
        let mut leaves = vec![true; taxonomy.concepts().count()];
        for broader in taxonomy.concepts().flat_map(|c| taxonomy.broader(c)) {
            leaves[broader.index()] = false;
        }
        Kin {
            branches: taxonomy.concepts().map(is_branch).collect(),
            leaves,
            lineage: taxonomy.concepts().map(|c| taxonomy.lineage(c).to_vec()).collect(),
            facets: taxonomy.concepts().map(|c| facets(taxonomy, c)).collect(),
        }
    }

    /// Whether another concept of the same facet is among these.
    pub(super) fn is_beside(&self, concept: Concept, beside: &[Concept]) -> bool {
        beside.iter().any(|b| *b != concept && self.share_facet(concept, *b))
    }

    pub(super) fn share_facet(&self, a: Concept, b: Concept) -> bool {
        self.facets[a.index()].iter().any(|f| self.facets[b.index()].contains(f))
    }

    /// How many concepts there are.
    pub(super) fn len(&self) -> usize {
        self.lineage.len()
    }

    /// Whether a concept is a root, or right below one.
    pub(super) fn is_branch(&self, concept: Concept) -> bool {
        self.branches[concept.index()]
    }

    /// Whether a concept has none below it.
    pub(super) fn is_leaf(&self, concept: Concept) -> bool {
        self.leaves[concept.index()]
    }

    /// Each concept once, without those that are broader than another one.
    pub(super) fn narrowest(&self, found: Vec<Near>) -> Vec<Near> {
        let mut kept: Vec<Near> = Vec::new();
        for near in found {
            let lineage = |c: Concept| &self.lineage[c.index()];
            if kept.iter().any(|k| lineage(k.concept).contains(&near.concept)) {
                continue;
            }
            kept.retain(|k| !lineage(near.concept).contains(&k.concept));
            kept.push(near);
        }
        kept
    }
}

/// The concepts right below a root that a concept stands under; itself for a root.
fn facets(taxonomy: &Taxonomy, concept: Concept) -> Vec<Concept> {
    let is_root = |c: &Concept| taxonomy.broader(*c).is_empty();
    let is_facet = |c: &Concept| taxonomy.broader(*c).iter().any(is_root);
    let facets: Vec<Concept> = taxonomy.lineage(concept).iter().copied().filter(is_facet).collect();
    if facets.is_empty() { vec![concept] } else { facets }
}
