//! Concepts, their broader concepts, and how close an offer comes to a need.
//!
//! Built once from rows, then immutable. Inside, a concept is a dense index; its id appears at the
//! border only. All that scoring asks for is one byte per pair of concepts, worked out at build time.

mod build;
mod closeness;

pub use closeness::{FLOOR, Relation};

use crate::error::{Place, Result};
use std::collections::HashMap;

/// A concept: an index into its taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Concept(u16);

impl Concept {
    /// The position in the taxonomy, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One row of a taxonomy, as read.
#[derive(Debug, Clone, Default)]
pub struct ConceptRow {
    /// Where it stands.
    pub place: Place,
    /// The stable id.
    pub id: String,
    /// Ids of the broader concepts; none for the root.
    pub broader: Vec<String>,
    /// Preferred labels by language tag.
    pub preferred: Vec<(String, String)>,
    /// What it is a heading of, where it is one.
    pub heading: Option<Heading>,
}

/// What a heading gathers. A taxonomy need not mark any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Fields of work: products, devices, research.
    Field,
    /// Ways of working together: investment, training. To look for them is no field of work.
    Mode,
}

/// One row of the complements: an offer that serves a need without being like it.
#[derive(Debug, Clone)]
pub struct ComplementRow {
    /// Where it stands.
    pub place: Place,
    /// Id of the needed concept.
    pub need: String,
    /// Id of the offered concept.
    pub offer: String,
    /// How far it serves, in whole hundredths.
    pub hundredths: u8,
    /// Why, in words.
    pub reason: String,
}

/// The most concepts that a taxonomy may hold. The table of closeness grows with the square: at this
/// limit it takes 64 MiB.
pub const MOST_CONCEPTS: usize = 8192;

/// The concepts, immutable once built.
#[derive(Debug, Clone)]
pub struct Taxonomy {
    ids: Vec<String>,
    by_id: HashMap<String, Concept>,
    broader: Vec<Vec<Concept>>,
    /// Ancestors of each concept and itself, ascending.
    lineage: Vec<Vec<Concept>>,
    languages: Vec<String>,
    /// Preferred labels, concept by concept, one for each language.
    labels: Vec<Vec<Option<String>>>,
    content: Vec<f64>,
    headings: Vec<Option<Heading>>,
    /// Whether some way down to a concept passes no heading of ways of working together.
    is_field: Vec<bool>,
    closeness: Vec<u8>,
    complements: Vec<ComplementRow>,
    complement_of: HashMap<(Concept, Concept), usize>,
}

impl Taxonomy {
    /// Builds the taxonomy.
    ///
    /// # Errors
    /// No row, too many, a repeated id, an unknown broader concept, a cycle, an unknown concept in
    /// the complements: each with its place.
    pub fn build(rows: &[ConceptRow], complements: Vec<ComplementRow>) -> Result<Taxonomy> {
        let by_id = build::index(rows)?;
        let broader = build::link(rows, &by_id)?;
        let order = build::top_down(rows, &broader)?;
        let lineage = build::lineages(&broader, &order);
        let content = build::information_content(&lineage);
        let (languages, labels) = build::labels(rows);
        let mut taxonomy = Taxonomy {
            is_field: build::fields(rows, &broader, &order),
            ids: rows.iter().map(|r| r.id.clone()).collect(),
            headings: rows.iter().map(|r| r.heading).collect(),
            by_id,
            broader,
            lineage,
            languages,
            labels,
            content,
            closeness: Vec::new(),
            complement_of: HashMap::new(),
            complements: Vec::new(),
        };
        taxonomy.complement_of = taxonomy.index_complements(&complements)?;
        taxonomy.complements = complements;
        taxonomy.closeness = taxonomy.all_closeness();
        Ok(taxonomy)
    }

    /// How many concepts there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none; a built taxonomy has at least one.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// All concepts, in the order of the rows.
    pub fn concepts(&self) -> impl Iterator<Item = Concept> + '_ {
        (0..self.len()).map(|i| Concept(i as u16))
    }

    /// The concept with an id.
    pub fn concept(&self, id: &str) -> Option<Concept> {
        self.by_id.get(id).copied()
    }

    /// The id of a concept.
    pub fn id(&self, concept: Concept) -> &str {
        &self.ids[concept.index()]
    }

    /// The preferred label in a language; English, then the id, where there is none.
    pub fn label(&self, concept: Concept, lang: &str) -> &str {
        self.preferred(concept, lang)
            .or_else(|| self.preferred(concept, "en"))
            .unwrap_or_else(|| self.id(concept))
    }

    /// The preferred label in exactly this language.
    pub fn preferred(&self, concept: Concept, lang: &str) -> Option<&str> {
        let column = self.languages.iter().position(|l| l == lang)?;
        self.labels[concept.index()][column].as_deref()
    }

    /// The languages that the table has a column for.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// The directly broader concepts.
    pub fn broader(&self, concept: Concept) -> &[Concept] {
        &self.broader[concept.index()]
    }

    /// A concept and all that are broader, ascending.
    pub fn lineage(&self, concept: Concept) -> &[Concept] {
        &self.lineage[concept.index()]
    }

    /// Whether `concept` is `ancestor` or narrower than it.
    pub fn is_within(&self, concept: Concept, ancestor: Concept) -> bool {
        self.lineage[concept.index()].binary_search(&ancestor).is_ok()
    }

    /// The fields that a concept belongs to: itself and all that is broader, ascending, each with its
    /// [information content](Taxonomy::information_content) in tenths, rounded up. The root is none,
    /// nor is a heading of fields for what stands under it, nor what stands under headings of ways of
    /// working together only.
    pub fn fields(&self, concept: Concept) -> impl Iterator<Item = (Concept, u32)> + '_ {
        let is_open = move |a: &&Concept| **a == concept || self.headings[a.index()].is_none();
        let fields = self.lineage[concept.index()].iter().filter(|a| self.is_field[a.index()]);
        let fields = fields.filter(is_open);
        fields.map(|&a| (a, (self.information_content(a) * 10.0).ceil() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_heading_is_nothing_in_common_but_it_is_broader_than_its_own() {
        let mut rows: Vec<_> = [("root", ""), ("a", "root"), ("a1", "a"), ("a2", "a"), ("b", "root")]
            .map(|(i, b)| row(i, b))
            .into();
        let closeness = |rows: &[ConceptRow], need, offer| {
            let t = Taxonomy::build(rows, Vec::new()).expect("sound");
            t.closeness(t.concept(need).expect("known"), t.concept(offer).expect("known"))
        };
        // IC(a) = 1 − ln 3 / ln 5 = 0.317.
        assert_eq!(closeness(&rows, "a1", "a"), 48);
        rows[1].heading = Some(Heading::Mode);
        assert_eq!(closeness(&rows, "a1", "a2"), 0);
        assert_eq!(closeness(&rows, "a1", "a"), 48);
        assert_eq!(closeness(&rows, "a", "a1"), 100);
        let t = Taxonomy::build(&rows, Vec::new()).expect("sound");
        assert_eq!(t.fields(t.concept("a1").expect("known")).count(), 0);
    }

    fn row(id: &str, broader: &str) -> ConceptRow {
        let broader = broader.split('|').filter(|b| !b.is_empty()).map(String::from).collect();
        ConceptRow { id: id.into(), broader, ..ConceptRow::default() }
    }

    fn build(rows: &[(&str, &str)]) -> Result<Taxonomy> {
        let rows: Vec<_> = rows.iter().map(|(id, broader)| row(id, broader)).collect();
        Taxonomy::build(&rows, Vec::new())
    }

    /// root ─ a ─ {a1 ─ {a11, a12}, a2}, root ─ b: eight nodes with the DAG node `x` under a2 and b.
    fn small() -> Taxonomy {
        build(&[
            ("root", ""),
            ("a", "root"),
            ("a1", "a"),
            ("a11", "a1"),
            ("a12", "a1"),
            ("a2", "a"),
            ("b", "root"),
            ("x", "a2|b"),
        ])
        .expect("a sound taxonomy")
    }

    #[test]
    fn information_content_is_as_defined() {
        let t = small();
        let ic = |id| t.information_content(t.concept(id).expect("known"));
        assert_eq!(ic("root"), 0.0);
        assert_eq!(ic("a11"), 1.0);
        // a1 has itself and two leaves below: 1 − ln 3 / ln 8.
        assert!((ic("a1") - (1.0 - 3f64.ln() / 8f64.ln())).abs() < 1e-15);
    }

    #[test]
    fn closeness_has_a_direction() {
        let t = small();
        let c = |id| t.concept(id).expect("known");
        assert_eq!(t.closeness(c("a1"), c("a11")), 100);
        assert_eq!(t.relation(c("a1"), c("a11")), Relation::Narrower);
        // 2 × IC(a1) / (IC(a1) + 1), with IC(a1) = 0.4717: 0.641.
        assert_eq!(t.closeness(c("a11"), c("a1")), 64);
        assert_eq!(t.relation(c("a11"), c("a1")), Relation::Broader);
        assert_eq!(t.closeness(c("a11"), c("b")), 0);
        assert_eq!(t.relation(c("a11"), c("b")), Relation::None);
    }

    #[test]
    fn a_node_with_two_parents_is_within_both() {
        let t = small();
        let c = |id| t.concept(id).expect("known");
        assert!(t.is_within(c("x"), c("a")) && t.is_within(c("x"), c("b")));
        let fields = |id| t.fields(c(id)).map(|(field, _)| t.id(field)).collect::<Vec<_>>();
        assert_eq!(fields("a11"), ["a", "a1", "a11"]);
        assert_eq!(fields("x"), ["a", "a2", "b", "x"]);
    }

    #[test]
    fn the_table_of_closeness_is_what_is_asked_pair_by_pair() {
        let mut rows: Vec<_> = [("root", ""), ("a", "root"), ("b", "root"), ("a1", "a"), ("a2", "a")]
            .into_iter()
            .chain([("a11", "a1"), ("x", "a2|b"), ("y", "x|a11"), ("b1", "b"), ("b2", "b")])
            .map(|(i, b)| row(i, b))
            .collect();
        for heading in [None, Some(Heading::Field), Some(Heading::Mode)] {
            rows[1].heading = heading;
            let t = Taxonomy::build(&rows, Vec::new()).expect("sound");
            for (need, offer) in t.concepts().flat_map(|n| t.concepts().map(move |o| (n, o))) {
                let (need_id, offer_id) = (t.id(need), t.id(offer));
                assert_eq!(t.closeness(need, offer), t.likeness(need, offer), "{need_id}, {offer_id}");
            }
        }
    }

    #[test]
    fn a_cycle_is_named() {
        let error = build(&[("root", ""), ("a", "b"), ("b", "c"), ("c", "a")]).expect_err("a cycle");
        assert!(error.to_string().contains("`a` → `b` → `c` → `a`"), "{error}");
        assert!(build(&[("a", "a")]).is_err());
    }

    #[test]
    fn an_unknown_parent_gets_a_suggestion() {
        let error = build(&[("products", ""), ("a", "product")]).expect_err("unknown");
        assert_eq!(error.remedy(), Some("did you mean `products`?"));
    }

    #[test]
    fn a_complement_overrides_only_where_it_is_higher() {
        let rows: Vec<_> =
            [("root", ""), ("a", "root"), ("b", "root"), ("b1", "b")].map(|(i, b)| row(i, b)).into();
        let complement = |need: &str, offer: &str, hundredths| ComplementRow {
            place: Place::default(),
            need: need.into(),
            offer: offer.into(),
            hundredths,
            reason: "serves".into(),
        };
        let t =
            Taxonomy::build(&rows, vec![complement("a", "b", 70), complement("a", "a", 10)]).expect("sound");
        let c = |id| t.concept(id).expect("known");
        assert_eq!(t.closeness(c("a"), c("b")), 70);
        assert_eq!(t.relation(c("a"), c("b")), Relation::Complement(0));
        assert_eq!(t.closeness(c("b"), c("a")), 0);
        assert_eq!(t.closeness(c("a"), c("a")), 100);
        assert_eq!(t.closeness(c("a"), c("b1")), 70);
    }
}
