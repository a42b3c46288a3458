//! Several officers: the weights of each, how far apart they are, and what their lists share.

use super::super::figure;
use super::super::shortlist::headed;
use super::super::table::{Align, Cell, Table};
use super::super::wording::Wording;
use super::{Case, CaseDocument, criterion_name};
use crate::criterion::{Criterion, Weights};
use crate::weigh::group::{self, Standing};
use crate::weigh::{Effective, shares};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The lists of several officers side by side. The list of the case is that of the first.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GroupDocument {
    /// The seeker; its method states the weights of the first officer.
    #[serde(flatten)]
    pub case: CaseDocument,
    /// Each officer.
    pub officers: Vec<OfficerDocument>,
    /// For each criterion, the least and the most that an officer gives it.
    pub spread: BTreeMap<String, (f64, f64)>,
    /// Everybody who is in at least one list, those in most lists first.
    pub partners: Vec<StandingDocument>,
}

/// One officer.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OfficerDocument {
    /// What the weights are called.
    pub name: String,
    /// The weight of each criterion, adding up to 1.
    pub weights: BTreeMap<String, f64>,
}

/// Where a partner stands with each officer.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StandingDocument {
    /// Id of the partner.
    pub partner: String,
    /// Name of the partner.
    pub partner_name: String,
    /// In how many lists it is.
    pub lists: usize,
    /// Its rank with each officer, from 1, in their order.
    pub ranks: Vec<usize>,
}

impl GroupDocument {
    /// The lists of a case under the weights of each officer, by name.
    pub fn new(case: &Case, officers: &[(String, Weights)]) -> GroupDocument {
        let values = Effective::new(case.matrix, case.query.optimism);
        let weights: Vec<Vec<f64>> = officers.iter().map(|(_, w)| shares(w)).collect();
        let spread = |c: Criterion| {
            let given = || weights.iter().map(|w| w[c.index()]);
            (c.name().to_string(), (given().fold(1.0, f64::min), given().fold(0.0, f64::max)))
        };
        let officer = |(name, weights): &(String, Weights)| OfficerDocument {
            name: name.clone(),
            weights: Criterion::ALL.map(|c| (c.name().to_string(), weights.of(c).to_f64())).into(),
        };
        let standings = group::standings(&values, &weights, case.query.top);
        GroupDocument {
            case: case.document(),
            officers: officers.iter().map(officer).collect(),
            spread: Criterion::ALL.map(spread).into(),
            partners: standings.iter().map(|s| StandingDocument::new(case, s)).collect(),
        }
    }

    /// Those who are in everybody's list.
    fn in_every_list(&self) -> impl Iterator<Item = &StandingDocument> {
        self.partners.iter().filter(|p| p.lists == self.officers.len())
    }

    /// One row a partner, one column an officer.
    pub fn table(documents: &[GroupDocument]) -> Table {
        let officers = documents.first().map_or(&[][..], |d| &d.officers);
        let ranks: Vec<String> = officers.iter().map(|o| format!("rank {}", o.name)).collect();
        let texts = ["seeker", "partner", "partner_name"].map(|c| (c, Align::Left));
        let numbers = ranks.iter().map(|c| (c.as_str(), Align::Right));
        let mut table = Table::new(texts.into_iter().chain([("lists", Align::Right)]).chain(numbers));
        for d in documents {
            for p in &d.partners {
                let texts = [&d.case.seeker, &p.partner, &p.partner_name].map(|t| Cell::from(t.clone()));
                let ranks = p.ranks.iter().map(|rank| Cell::from(*rank));
                table.push(texts.into_iter().chain([p.lists.into()]).chain(ranks));
            }
        }
        table
    }

    /// The tables that people read: weights, ranks, and what is common.
    pub fn brief(&self, wording: &Wording) -> Vec<Table> {
        vec![self.weights(wording), self.ranks(wording), self.sentences(wording)]
    }

    fn weights(&self, wording: &Wording) -> Table {
        let words = [("count", self.officers.len().to_string())];
        let title = wording.say("title-group-weights", &words.each_ref().map(|(k, v)| (*k, v.as_str())));
        let mut table = self.by_officer(wording, &[("head-criterion", Align::Left)], "head-spread");
        table.title = Some(title);
        for c in Criterion::ALL {
            let given = |o: &OfficerDocument| {
                o.weights.get(c.name()).map_or(Cell::Unknown, |w| figure::points(*w, wording).into())
            };
            let spread = self.spread.get(c.name());
            let spread = spread.map_or(Cell::Unknown, |(least, most)| figure::span(*least, *most, wording));
            let officers = self.officers.iter().map(given);
            table.push([criterion_name(c, wording).into()].into_iter().chain(officers).chain([spread]));
        }
        table
    }

    fn ranks(&self, wording: &Wording) -> Table {
        let heads = [("head-partner", Align::Left), ("head-id", Align::Left)];
        let mut table = self.by_officer(wording, &heads, "head-lists");
        table.title = Some(self.case.title("title-group", wording));
        for p in &self.partners {
            let names = [&p.partner_name, &p.partner].map(|t| Cell::from(t.clone()));
            let ranks = p.ranks.iter().map(|rank| Cell::from(*rank));
            let lists = format!("{}/{}", p.lists, self.officers.len());
            table.push(names.into_iter().chain(ranks).chain([lists.into()]));
        }
        table
    }

    /// A table with one column an officer between others.
    fn by_officer(&self, wording: &Wording, before: &[(&str, Align)], after: &str) -> Table {
        let mut table = headed(wording, before);
        let officers = Table::new(self.officers.iter().map(|o| (o.name.as_str(), Align::Right)));
        table.columns.extend(officers.columns);
        table.columns.extend(headed(wording, &[(after, Align::Right)]).columns);
        table
    }

    fn sentences(&self, wording: &Wording) -> Table {
        let common: Vec<&str> = self.in_every_list().map(|p| p.partner_name.as_str()).collect();
        let count = common.len().to_string();
        let top = self.case.top.to_string();
        let everybody = [("count", count.as_str()), ("top", &top), ("partners", &wording.list(&common))];
        let mut said = vec![if common.is_empty() {
            wording.say("group-nobody", &[])
        } else {
            wording.say("group-everybody", &everybody)
        }];
        let width = |c: &Criterion| self.spread.get(c.name()).map_or(0.0, |(least, most)| most - least);
        let widest = Criterion::ALL.into_iter().rev().max_by(|a, b| width(a).total_cmp(&width(b)));
        if let Some((c, (least, most))) = widest.and_then(|c| Some((c, self.spread.get(c.name())?))) {
            let name = criterion_name(c, wording);
            let [least, most] = [least, most].map(|share| figure::point_digits(*share, wording));
            let words = [("criterion", name.as_str()), ("least", &least), ("most", &most)];
            said.push(wording.say("group-differ", &words));
        }
        said.push(self.case.normalisation.clone());
        let mut list = Table::new([("", Align::Left)]);
        said.into_iter().for_each(|sentence| list.push([sentence.into()]));
        list
    }

    /// One line a seeker: how much of the list is everybody's.
    pub fn summary(documents: &[GroupDocument], wording: &Wording) -> Table {
        let heads = [("head-id", Align::Left), ("head-common", Align::Right), ("head-partner", Align::Left)];
        let count = documents.first().map_or(0, |d| d.officers.len()).to_string();
        let title = wording.say("title-group-all", &[("count", &count)]);
        let mut table = headed(wording, &heads).titled(title);
        for d in documents {
            let common: Vec<&str> = d.in_every_list().map(|p| p.partner.as_str()).collect();
            table.push([
                d.case.seeker.clone().into(),
                format!("{}/{}", common.len(), d.case.top).into(),
                wording.list(&common).into(),
            ]);
        }
        table
    }
}

impl StandingDocument {
    fn new(case: &Case, standing: &Standing) -> StandingDocument {
        let partner = case.partner(standing.row);
        StandingDocument {
            partner: partner.id,
            partner_name: partner.name,
            lists: standing.lists,
            ranks: standing.ranks.clone(),
        }
    }
}
