//! How a list fares over all weights that are possible.

use super::super::figure;
use super::super::shortlist::headed;
use super::super::table::{Align, Cell, Table};
use super::super::wording::Wording;
use super::{Case, CaseDocument, criterion_name};
use crate::criterion::Criterion;
use crate::weigh::Effective;
use crate::weigh::region::{Region, Sampling};
use crate::weigh::robust::{self, Acceptability};
use schemars::JsonSchema;
use serde::Serialize;

/// Partners with less than this chance are not listed, unless they are in the list as it is.
const LEAST_SHOWN: f64 = 0.05;
/// A central weight this many times the equal one says what its leader stands for.
const CLEARLY_ABOVE: f64 = 1.2;
/// Sure statements are made about so many partners at most.
const MOST_COMPARED: usize = 10;

/// How a list fares over a region of weights.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RobustDocument {
    /// The list.
    #[serde(flatten)]
    pub case: CaseDocument,
    /// What was assumed about the weights; nothing where it is empty.
    pub given: Vec<String>,
    /// How weights were drawn.
    pub sampling: String,
    /// The number of weights drawn.
    pub samples: usize,
    /// The seed.
    pub seed: u64,
    /// The partners that have a chance, the likeliest member first.
    pub partners: Vec<Chance>,
    /// Who scores at least as much as whom under all these weights, exactly.
    pub necessary: Vec<Necessary>,
}

/// The chances of a partner.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Chance {
    /// Id of the partner.
    pub partner: String,
    /// Name of the partner.
    pub partner_name: String,
    /// Rank under the weights as they are; null outside the list.
    pub rank: Option<usize>,
    /// The share of the weights under which it is in the list.
    pub in_list: f64,
    /// The share under which it has rank 1, 2, ….
    pub ranks: Vec<f64>,
    /// The mean of the weights that put it first, in the order of the criteria; null where none did.
    pub central: Option<Vec<f64>>,
}

/// One is at least as good as others, whatever the weights.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Necessary {
    /// Id of the one.
    pub partner: String,
    /// Ids of the others, among those compared.
    pub over: Vec<String>,
}

/// What is drawn, and what is assumed.
pub struct Draw<'a> {
    /// The region of the weights.
    pub region: &'a Region,
    /// Its statements in words.
    pub given: Vec<String>,
    /// How many weights are drawn.
    pub samples: usize,
    /// The seed.
    pub seed: u64,
}

impl RobustDocument {
    /// The chances of a case; `None` where the statements leave no room.
    pub fn new(case: &Case, draw: &Draw) -> Option<RobustDocument> {
        let values = Effective::new(case.matrix, case.query.optimism);
        let found = robust::acceptability(&values, draw.region, case.query.top, draw.samples, draw.seed)?;
        let list = case.list();
        let rank = |row: usize| list.iter().position(|r| *r == row).map(|i| i + 1);
        let mut rows: Vec<usize> =
            (0..values.len()).filter(|&row| found.top[row] >= LEAST_SHOWN || rank(row).is_some()).collect();
        rows.sort_by(|&a, &b| found.top[b].total_cmp(&found.top[a]).then(a.cmp(&b)));
        Some(RobustDocument {
            case: case.document(),
            given: draw.given.clone(),
            sampling: case.wording.say(sampling_key(found.sampling), &[]),
            samples: found.samples,
            seed: draw.seed,
            partners: rows.iter().map(|&row| chance(case, &found, row, rank(row))).collect(),
            necessary: necessary(case, &values, draw.region, &list[..list.len().min(MOST_COMPARED)]),
        })
    }

    /// One row a partner.
    pub fn table(documents: &[RobustDocument]) -> Table {
        let texts = [("seeker", Align::Left), ("partner", Align::Left), ("partner_name", Align::Left)];
        let numbers = ["rank", "in_list", "first"].map(|c| (c, Align::Right));
        let central = Criterion::ALL.map(|c| format!("central_{c}"));
        let central_columns = central.iter().map(|c| (c.as_str(), Align::Right));
        let how = [
            ("samples", Align::Right),
            ("seed", Align::Right),
            ("sampling", Align::Left),
            ("given", Align::Left),
        ];
        let mut table = Table::new(texts.into_iter().chain(numbers).chain(central_columns).chain(how));
        for d in documents {
            for p in &d.partners {
                let mut cells: Vec<Cell> = vec![
                    d.case.seeker.clone().into(),
                    p.partner.clone().into(),
                    p.partner_name.clone().into(),
                    p.rank.into(),
                    p.in_list.into(),
                    p.ranks.first().copied().into(),
                ];
                cells.extend((0..Criterion::COUNT).map(|c| Cell::from(p.central.as_ref().map(|w| w[c]))));
                cells.extend([Cell::Whole(d.samples as u64), Cell::Whole(d.seed)]);
                cells.extend([d.sampling.clone().into(), d.given.join(", ").into()]);
                table.push(cells);
            }
        }
        table
    }

    /// The tables that people read.
    pub fn brief(&self, wording: &Wording) -> Vec<Table> {
        let heads = [
            ("head-rank", Align::Right),
            ("head-partner", Align::Left),
            ("head-id", Align::Left),
            ("head-in-list", Align::Right),
            ("head-bar", Align::Left),
            ("head-leads", Align::Right),
        ];
        let mut table = headed(wording, &heads).titled(self.case.title("title-robust", wording));
        for p in &self.partners {
            table.push([
                p.rank.into(),
                p.partner_name.clone().into(),
                p.partner.clone().into(),
                figure::percent(p.in_list, wording).into(),
                figure::bar(p.in_list, 20).into(),
                figure::percent(p.ranks.first().copied().unwrap_or(0.0), wording).into(),
            ]);
        }
        let mut list = Table::new([("", Align::Left)]);
        self.sentences(wording).into_iter().for_each(|s| list.push([s.into()]));
        vec![table, list]
    }

    /// The name of a listed partner.
    fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.partners.iter().find(|p| p.partner == id).map_or(id, |p| &p.partner_name)
    }

    fn sentences(&self, wording: &Wording) -> Vec<String> {
        let given = if self.given.is_empty() {
            wording.say("robust-nothing-given", &[])
        } else {
            wording.list(&self.given)
        };
        let margin = wording.number(196.0 * 0.5 / (self.samples as f64).sqrt(), 1);
        let words = [
            ("samples", self.samples.to_string()),
            ("sampling", self.sampling.clone()),
            ("seed", self.seed.to_string()),
            ("given", given),
            ("margin", margin),
        ];
        let words: Vec<(&str, &str)> = words.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let mut said = vec![wording.say("robust-method", &words)];
        let led = self.partners.iter().filter(|p| p.ranks.first().is_some_and(|r| *r >= 0.01));
        let mut leaders: Vec<&Chance> = led.collect();
        leaders.sort_by(|a, b| b.ranks[0].total_cmp(&a.ranks[0]));
        for leader in leaders.iter().take(3) {
            if let Some(central) = &leader.central {
                let fond_of = fond_of(central, wording);
                let words = [("name", leader.partner_name.as_str()), ("criteria", &fond_of)];
                said.push(if fond_of.is_empty() {
                    wording.say("robust-central-even", &words[..1])
                } else {
                    wording.say("robust-central", &words)
                });
            }
        }
        for sure in &self.necessary {
            let over: Vec<&str> = sure.over.iter().map(|id| self.name(id)).collect();
            let words = [("name", self.name(&sure.partner)), ("over", &wording.list(&over))];
            said.push(wording.say("robust-necessary", &words));
        }
        if self.necessary.is_empty() {
            said.push(wording.say("robust-none", &[]));
        }
        said.extend(self.case.record(wording));
        said
    }
}

/// The criteria on which central weights lie clearly above equal ones, at most three; none where the
/// weights are about even.
fn fond_of(central: &[f64], wording: &Wording) -> String {
    let mut above: Vec<(Criterion, f64)> = Criterion::ALL.into_iter().zip(central.iter().copied()).collect();
    above.sort_by(|a, b| b.1.total_cmp(&a.1));
    let equal = 1.0 / Criterion::COUNT as f64;
    let clearly = above.iter().take(3).take_while(|(_, w)| *w > CLEARLY_ABOVE * equal);
    let shown = clearly
        .map(|(c, w)| format!("{} {}", criterion_name(*c, wording), figure::percent(*w, wording).text()));
    wording.list(&shown.collect::<Vec<_>>())
}

fn chance(case: &Case, found: &Acceptability, row: usize, rank: Option<usize>) -> Chance {
    let partner = case.partner(row);
    Chance {
        partner: partner.id,
        partner_name: partner.name,
        rank,
        in_list: found.top[row],
        ranks: found.ranks[row].clone(),
        central: found.central[row].clone(),
    }
}

fn necessary(case: &Case, values: &Effective, region: &Region, list: &[usize]) -> Vec<Necessary> {
    let sure = |a: usize, b: usize| {
        a != b && robust::preference(values, region, a, b).is_some_and(|found| found.necessary)
    };
    let all = list.iter().map(|&a| Necessary {
        partner: case.partner(a).id,
        over: list.iter().filter(|b| sure(a, **b)).map(|b| case.partner(*b).id).collect(),
    });
    all.filter(|n| !n.over.is_empty()).collect()
}

fn sampling_key(sampling: Sampling) -> &'static str {
    match sampling {
        Sampling::Direct => "sampling-direct",
        Sampling::Rejection => "sampling-rejection",
        Sampling::HitAndRun => "sampling-hit-and-run",
    }
}
