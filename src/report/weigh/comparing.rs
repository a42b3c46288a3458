//! Two weightings side by side.

use super::super::figure;
use super::super::shortlist::headed;
use super::super::table::{Align, Cell, Table};
use super::super::wording::Wording;
use super::{Case, CaseDocument, criterion_name};
use crate::criterion::{Criterion, Weights};
use crate::weigh::compare::{self, Move};
use crate::weigh::{Effective, shares};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Two lists side by side.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ComparisonDocument {
    /// The seeker; its method states the first weighting.
    #[serde(flatten)]
    pub case: CaseDocument,
    /// What the first weighting was called.
    pub first: String,
    /// What the second weighting was called.
    pub second: String,
    /// The second weighting.
    pub second_weights: BTreeMap<String, f64>,
    /// Everybody who is in one of the two lists, in the order of the second, then who fell out.
    pub moves: Vec<MoveDocument>,
}

/// Where a partner stands under both.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MoveDocument {
    /// Id of the partner.
    pub partner: String,
    /// Name of the partner.
    pub partner_name: String,
    /// Rank under the first weighting, from 1.
    pub before: usize,
    /// Rank under the second.
    pub after: usize,
    /// Score under the first, 0 to 1.
    pub score_before: f64,
    /// Score under the second.
    pub score_after: f64,
    /// What each criterion added to its change beyond the mean of all shown.
    pub reasons: BTreeMap<String, f64>,
}

impl ComparisonDocument {
    /// The two lists of a case, whose query has the first weighting.
    pub fn new(case: &Case, names: [&str; 2], second: &Weights) -> ComparisonDocument {
        let values = Effective::new(case.matrix, case.query.optimism);
        let moves = compare::compare(&values, &shares(&case.query.weights), &shares(second), case.query.top);
        let weight = |c: Criterion| (c.name().to_string(), second.of(c).to_f64());
        ComparisonDocument {
            case: case.document(),
            first: names[0].to_string(),
            second: names[1].to_string(),
            second_weights: Criterion::ALL.into_iter().map(weight).collect(),
            moves: moves.iter().map(|m| MoveDocument::new(case, m)).collect(),
        }
    }

    /// How many of the first list stay in the second.
    pub fn kept(&self) -> usize {
        self.moves.iter().filter(|m| m.before <= self.case.top && m.after <= self.case.top).count()
    }

    /// One row a partner.
    pub fn table(documents: &[ComparisonDocument]) -> Table {
        let mut table = Table::new([
            ("seeker", Align::Left),
            ("partner", Align::Left),
            ("partner_name", Align::Left),
            ("rank_before", Align::Right),
            ("rank_after", Align::Right),
            ("score_before", Align::Right),
            ("score_after", Align::Right),
            ("first", Align::Left),
            ("second", Align::Left),
        ]);
        for d in documents {
            for m in &d.moves {
                table.push([
                    d.case.seeker.clone().into(),
                    m.partner.clone().into(),
                    m.partner_name.clone().into(),
                    m.before.into(),
                    m.after.into(),
                    m.score_before.into(),
                    m.score_after.into(),
                    d.first.clone().into(),
                    d.second.clone().into(),
                ]);
            }
        }
        table
    }

    /// The tables that people read.
    pub fn brief(&self, wording: &Wording) -> Vec<Table> {
        let words = [
            ("name", self.case.seeker_name.as_str()),
            ("first", &self.first),
            ("second", &self.second),
            ("kept", &self.kept().to_string()),
            ("top", &self.case.top.to_string()),
        ];
        let mut table = headed(
            wording,
            &[
                ("head-rank", Align::Right),
                ("head-before", Align::Right),
                ("head-moved", Align::Right),
                ("head-partner", Align::Left),
                ("head-id", Align::Left),
                ("head-why", Align::Left),
            ],
        )
        .titled(wording.say("title-compare", &words));
        for m in &self.moves {
            let moved: Cell = arrow(m.before, m.after).into();
            table.push([
                m.after.into(),
                m.before.into(),
                moved,
                m.partner_name.clone().into(),
                m.partner.clone().into(),
                m.why(wording).into(),
            ]);
        }
        let mut list = Table::new([("", Align::Left)]);
        self.changes(wording).into_iter().for_each(|sentence| list.push([sentence.into()]));
        vec![table, list]
    }

    /// What the second weighting changes, and how both came about.
    fn changes(&self, wording: &Wording) -> Vec<String> {
        let change = |c: Criterion| {
            let of = |weights: &BTreeMap<String, f64>| weights.get(c.name()).copied().unwrap_or_default();
            (c, of(&self.case.method.weights), of(&self.second_weights))
        };
        let changed: Vec<String> = Criterion::ALL
            .into_iter()
            .map(change)
            .filter(|(_, first, second)| (first - second).abs() > crate::weigh::TIE)
            .map(|(c, first, second)| {
                let [first, second] = [first, second].map(|share| figure::point_digits(share, wording));
                format!("{} {first} → {second}", criterion_name(c, wording))
            })
            .collect();
        let mut said = vec![wording.say("compare-why", &[])];
        if !changed.is_empty() {
            said.push(wording.say("compare-changed", &[("weights", &wording.list(&changed))]));
        }
        said.push(self.case.normalisation.clone());
        said
    }

    /// One line a seeker: who leads under each, and how much of the list stays.
    pub fn summary(documents: &[ComparisonDocument], wording: &Wording) -> Table {
        let Some(one) = documents.first() else { return Table::default() };
        let heads = [
            ("head-id", Align::Left),
            ("head-kept", Align::Right),
            ("head-first-before", Align::Left),
            ("head-first-after", Align::Left),
        ];
        let words = [("first", one.first.as_str()), ("second", &one.second)];
        let mut table = headed(wording, &heads).titled(wording.say("title-compare-all", &words));
        for d in documents {
            let leader = |rank: fn(&MoveDocument) -> usize| -> Cell {
                d.moves.iter().find(|m| rank(m) == 1).map(|m| m.partner.clone()).into()
            };
            table.push([
                d.case.seeker.clone().into(),
                format!("{}/{}", d.kept(), d.case.top).into(),
                leader(|m| m.before),
                leader(|m| m.after),
            ]);
        }
        table
    }
}

impl MoveDocument {
    fn new(case: &Case, found: &Move) -> MoveDocument {
        let partner = case.partner(found.row);
        let reasons = Criterion::ALL.iter().zip(&found.reasons);
        MoveDocument {
            partner: partner.id,
            partner_name: partner.name,
            before: found.before,
            after: found.after,
            score_before: found.score_before,
            score_after: found.score_after,
            reasons: reasons.map(|(c, r)| (c.name().to_string(), *r)).collect(),
        }
    }

    /// The one or two criteria that moved it most in the direction in which it moved.
    fn why(&self, wording: &Wording) -> String {
        let sign = self.before as f64 - self.after as f64;
        let mut pushed: Vec<(Criterion, f64)> = Criterion::ALL
            .into_iter()
            .filter_map(|c| Some((c, *self.reasons.get(c.name())?)))
            .filter(|(_, r)| r * sign > 0.0 && r.abs() >= 0.0005)
            .collect();
        pushed.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let said = pushed.iter().take(2).map(|(c, r)| {
            let plus = if *r > 0.0 { "+" } else { "−" };
            format!("{} {plus}{}", criterion_name(*c, wording), figure::point_digits(r.abs(), wording))
        });
        wording.list(&said.collect::<Vec<_>>())
    }
}

fn arrow(before: usize, after: usize) -> String {
    match before.cmp(&after) {
        std::cmp::Ordering::Greater => format!("▲{}", before - after),
        std::cmp::Ordering::Less => format!("▼{}", after - before),
        std::cmp::Ordering::Equal => "=".to_string(),
    }
}
