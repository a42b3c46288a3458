//! The tables that are read, and their columns: the file formats on one screen.

use crate::vocabulary::{self, WordSet};

/// A table by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableName {
    /// One row an organization.
    Organizations,
    /// One row a claim, with its evidence.
    Capabilities,
    /// One row a concept.
    Taxonomy,
    /// One row a way to write a concept.
    Labels,
    /// One row a need served by an unlike offer.
    Complements,
    /// One row a relation of two organizations.
    Ties,
    /// One row a pair of kinds.
    Kinds,
    /// One row a place where a certificate counts.
    Recognitions,
    /// One row a national goal or grant.
    Policies,
    /// One row a claim that typically holds for organizations of a kind.
    Typical,
    /// One row a criterion.
    Weights,
    /// One row a known partnership.
    Pairs,
    /// One row a judgment: which of two partners is the better one.
    Judgments,
    /// One row a partner that was offered, with what came of it.
    Outcomes,
    /// One row a setting of a delegation.
    Delegation,
    /// One row a day of a visit.
    Days,
    /// One row a way between two cities or places.
    Travel,
    /// One row an organization that may travel.
    Members,
    /// One row an organization that may be met.
    Hosts,
    /// One row a rule of a visit.
    Rules,
    /// One row a quota of a visit.
    Quotas,
}

impl TableName {
    /// The tables of profiles, and those of weights, pairs, judgments and outcomes.
    pub const ALL: [TableName; 14] = [
        TableName::Organizations,
        TableName::Capabilities,
        TableName::Taxonomy,
        TableName::Labels,
        TableName::Complements,
        TableName::Ties,
        TableName::Kinds,
        TableName::Recognitions,
        TableName::Policies,
        TableName::Typical,
        TableName::Weights,
        TableName::Pairs,
        TableName::Judgments,
        TableName::Outcomes,
    ];

    /// The tables of a delegation.
    pub const VISIT: [TableName; 7] = [
        TableName::Delegation,
        TableName::Days,
        TableName::Travel,
        TableName::Members,
        TableName::Hosts,
        TableName::Rules,
        TableName::Quotas,
    ];

    /// Whether the table is named by an option or an argument of its own, and no part of the profiles: it
    /// is passed over in a folder or a workbook of profiles.
    pub fn is_named_alone(self) -> bool {
        use TableName::{Judgments, Outcomes, Pairs, Weights};
        matches!(self, Weights | Pairs | Judgments | Outcomes) || TableName::VISIT.contains(&self)
    }

    /// The name of the file, without its ending, or of the sheet.
    pub fn as_str(self) -> &'static str {
        self.schema().name
    }

    /// Reads the name of a file or sheet, in any of the six languages.
    pub fn read(name: &str) -> Option<TableName> {
        let key = vocabulary::key(WordSet::Table, name)?;
        TableName::ALL.into_iter().chain(TableName::VISIT).find(|t| t.as_str() == key)
    }

    /// Its columns.
    pub fn schema(self) -> &'static Schema {
        &SCHEMAS[self as usize]
    }
}

/// The columns of a table, by their keys in the vocabulary.
#[derive(Debug)]
pub struct Schema {
    /// The name of the table.
    pub name: &'static str,
    /// Columns that have to be there.
    pub required: &'static [&'static str],
    /// Columns that may be there.
    pub optional: &'static [&'static str],
    /// Columns of which there may be several, one a language: `pref:en`, `pref:ru`.
    pub by_language: Option<&'static str>,
}

impl Schema {
    /// All columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.required.iter().chain(self.optional).copied()
    }
}

#[rustfmt::skip]
static SCHEMAS: [Schema; 21] = [
    Schema { name: "organizations", required: &["name", "country"], by_language: None,
        optional: &["id", "aliases", "city", "cluster", "kind", "offers", "needs", "certifications", "languages", "size", "wants", "source", "as_of", "note"] },
    Schema { name: "capabilities", required: &["organization", "role", "term"], by_language: None,
        optional: &["level", "must", "status", "basis", "source", "as_of", "note"] },
    Schema { name: "taxonomy", required: &["concept", "broader"], by_language: Some("pref:"),
        optional: &["heading", "note"] },
    Schema { name: "labels", required: &["concept", "lang", "text"], by_language: None,
        optional: &["kind", "needs_context", "source", "note"] },
    Schema { name: "complements", required: &["need", "offer", "value"], by_language: None,
        optional: &["reason"] },
    Schema { name: "ties", required: &["a", "b", "status"], by_language: None,
        optional: &["date", "note", "source"] },
    Schema { name: "kinds", required: &["seeker_kind", "partner_kind", "value"], by_language: None,
        optional: &["reason"] },
    Schema { name: "recognitions", required: &["scheme", "value"], by_language: None,
        optional: &["authority", "accepted_in", "since", "source"] },
    Schema { name: "policies", required: &["country", "concept", "side"], by_language: None,
        optional: &["target", "deadline", "source"] },
    Schema { name: "typical", required: &["kind", "role", "term"], by_language: None,
        optional: &["country", "level", "reason"] },
    Schema { name: "weights", required: &["criterion", "weight"], by_language: None,
        optional: &["note"] },
    Schema { name: "pairs", required: &["a", "b"], by_language: None,
        optional: &["strength", "topic", "date", "note", "source"] },
    Schema { name: "judgments", required: &["seeker", "better", "worse"], by_language: None,
        optional: &["answer", "note"] },
    Schema { name: "outcomes", required: &["seeker", "partner", "outcome"], by_language: None,
        optional: &["list", "date", "note", "source"] },
    Schema { name: "delegation", required: &["setting", "value"], by_language: None,
        optional: &["note"] },
    Schema { name: "days", required: &["date", "slots"], by_language: None,
        optional: &["city", "hosts_from", "minutes", "tables", "zone", "note"] },
    Schema { name: "travel", required: &["from", "to", "minutes"], by_language: None,
        optional: &["note"] },
    Schema { name: "members", required: &["organization"], by_language: None,
        optional: &["min", "max", "city", "note"] },
    Schema { name: "hosts", required: &["organization"], by_language: None,
        optional: &["min", "max", "city", "note"] },
    Schema { name: "rules", required: &["rule", "who"], by_language: None,
        optional: &["slots", "note"] },
    Schema { name: "quotas", required: &["of"], by_language: None,
        optional: &["name", "who", "country", "kind", "concept", "city", "each", "min", "max", "share", "note"] },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_and_column_has_its_words() {
        let all: Vec<&str> =
            TableName::ALL.into_iter().chain(TableName::VISIT).map(TableName::as_str).collect();
        assert_eq!(vocabulary::all(WordSet::Table), all);
        for schema in &SCHEMAS {
            for column in schema.columns() {
                assert!(vocabulary::all(WordSet::Column).contains(&column), "{}: {column}", schema.name);
            }
        }
    }
}
