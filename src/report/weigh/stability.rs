//! How sure a list is: the track of each weight, the nearest change, what it takes to rise.

use super::super::figure;
use super::super::shortlist::headed;
use super::super::table::{Align, Cell, Table};
use super::super::wording::Wording;
use super::{Case, CaseDocument, Partner, criterion_name};
use crate::criterion::Criterion;
use crate::weigh::flip::{self, Flip};
use crate::weigh::stability::{self, End, Holds, Interval};
use crate::weigh::{Effective, shares};
use schemars::JsonSchema;
use serde::Serialize;

/// How sure a list is.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StabilityDocument {
    /// The list.
    #[serde(flatten)]
    pub case: CaseDocument,
    /// For each criterion, how far its weight can move alone, the others keeping their proportions.
    pub intervals: Vec<IntervalDocument>,
    /// The smallest joint change that puts another first; null where no weights do.
    pub first_changes: Option<FlipDocument>,
    /// The smallest joint change that puts another into the list; null where no weights do.
    pub members_change: Option<FlipDocument>,
    /// What it takes for the one who was asked about to rise.
    pub rise: Option<RiseDocument>,
}

/// How far one weight can move.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct IntervalDocument {
    /// The criterion.
    pub criterion: String,
    /// Its weight.
    pub weight: f64,
    /// Down to here the list keeps its members.
    pub low: EndDocument,
    /// Up to here the list keeps its members.
    pub high: EndDocument,
    /// Down to here the list keeps its order, too.
    pub order_low: EndDocument,
    /// Up to here the list keeps its order, too.
    pub order_high: EndDocument,
}

/// One end of an interval.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EndDocument {
    /// The weight, 0 to 1.
    pub weight: f64,
    /// Who is overtaken there; null where the weight itself ends.
    pub overtaken: Option<Partner>,
    /// Who overtakes.
    pub by: Option<Partner>,
}

/// A joint change of weights.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FlipDocument {
    /// Who is overtaken.
    pub overtaken: Partner,
    /// Who overtakes.
    pub by: Partner,
    /// How much weight moves, 0 to 1.
    pub moved: f64,
    /// What each criterion gains; negative where it gives.
    pub changes: Vec<(String, f64)>,
}

/// What it takes for one partner to rise.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RiseDocument {
    /// The partner.
    pub partner: Partner,
    /// Whether it is first already.
    pub leads: bool,
    /// The smallest joint change that puts it first; null where it is, or no weights do.
    pub first: Option<FlipDocument>,
    /// The smallest joint change found that puts it into the list; null where it is in it, or none was
    /// found.
    pub enters: Option<FlipDocument>,
    /// No change below this puts it into the list.
    pub at_least: Option<f64>,
    /// For each criterion, the value that would put it into the list under the weights as they are;
    /// null where even a full value does not.
    pub values: Vec<(String, Option<f64>)>,
}

impl StabilityDocument {
    /// How sure the list of a case is, and what it takes for one of its rows to rise.
    pub fn new(case: &Case, riser: Option<usize>) -> StabilityDocument {
        let values = Effective::new(case.matrix, case.query.optimism);
        let weights = shares(&case.query.weights);
        let list = case.list();
        let members = stability::intervals(&values, &weights, &list, Holds::Members);
        let order = stability::intervals(&values, &weights, &list, Holds::Order);
        let flip = |found: Option<Flip>| found.map(|f| FlipDocument::new(case, &f, &weights));
        let intervals = Criterion::ALL.iter().zip(members.iter().zip(&order));
        StabilityDocument {
            case: case.document(),
            intervals: intervals.map(|(c, (m, o))| IntervalDocument::new(case, *c, m, o)).collect(),
            first_changes: flip(flip::nearest(&values, &weights, &list[..list.len().min(1)])),
            members_change: flip(flip::nearest(&values, &weights, &list)),
            rise: riser.map(|row| RiseDocument::new(case, &values, &weights, &list, row)),
        }
    }

    /// One row a criterion, one column a number.
    pub fn table(documents: &[StabilityDocument]) -> Table {
        let texts = ["seeker", "criterion", "low_overtaken", "low_by", "high_overtaken", "high_by"];
        let columns = [
            "seeker",
            "criterion",
            "weight",
            "low",
            "low_overtaken",
            "low_by",
            "high",
            "high_overtaken",
            "high_by",
            "order_low",
            "order_high",
        ];
        let align = |c: &str| if texts.contains(&c) { Align::Left } else { Align::Right };
        let mut table = Table::new(columns.map(|c| (c, align(c))));
        let id = |p: &Option<Partner>| -> Cell { p.as_ref().map(|p| p.id.clone()).into() };
        for d in documents {
            for i in &d.intervals {
                table.push([
                    d.case.seeker.clone().into(),
                    i.criterion.clone().into(),
                    i.weight.into(),
                    i.low.weight.into(),
                    id(&i.low.overtaken),
                    id(&i.low.by),
                    i.high.weight.into(),
                    id(&i.high.overtaken),
                    id(&i.high.by),
                    i.order_low.weight.into(),
                    i.order_high.weight.into(),
                ]);
            }
        }
        table
    }

    /// The tables that people read.
    pub fn brief(&self, wording: &Wording) -> Vec<Table> {
        let heads = [
            ("head-criterion", Align::Left),
            ("head-weight", Align::Right),
            ("head-holds", Align::Right),
            ("head-track", Align::Left),
            ("head-below", Align::Left),
            ("head-above", Align::Left),
        ];
        let mut table = headed(wording, &heads).titled(self.case.title("title-stability", wording));
        let by = |end: &EndDocument| match (&end.by, &end.overtaken) {
            (Some(by), Some(out)) => {
                wording.say("stability-ahead", &[("by", &by.id), ("overtaken", &out.id)])
            }
            _ => String::new(),
        };
        for (criterion, i) in Criterion::ALL.into_iter().zip(&self.intervals) {
            table.push([
                criterion_name(criterion, wording).into(),
                figure::points(i.weight, wording).into(),
                figure::span(i.low.weight, i.high.weight, wording),
                Cell::Drawing(track(i, 30)),
                by(&i.low).into(),
                by(&i.high).into(),
            ]);
        }
        let mut list = Table::new([("", Align::Left)]);
        self.sentences(wording).into_iter().for_each(|s| list.push([s.into()]));
        vec![table, list]
    }

    fn sentences(&self, wording: &Wording) -> Vec<String> {
        let none = |key: &str| wording.say(key, &[]);
        let mut said = vec![
            match &self.first_changes {
                Some(flip) => flip.sentence("flip-first", wording),
                None => none("flip-first-never"),
            },
            match &self.members_change {
                Some(flip) => flip.sentence("flip-member", wording),
                None => none("flip-member-never"),
            },
        ];
        said.extend(self.rise.iter().flat_map(|rise| rise.sentences(wording)));
        said.extend(self.case.record(wording));
        said
    }

    /// One line a seeker: how far the nearest changes are.
    pub fn summary(documents: &[StabilityDocument], wording: &Wording) -> Table {
        let heads = [
            ("head-id", Align::Left),
            ("head-first", Align::Right),
            ("head-member", Align::Right),
            ("head-tightest", Align::Left),
        ];
        let mut table = headed(wording, &heads).titled(wording.say("title-stability-all", &[]));
        for d in documents {
            let moved = |f: &Option<FlipDocument>| f.as_ref().map(|f| figure::points(f.moved, wording));
            let room = |i: &IntervalDocument| (i.weight - i.low.weight).min(i.high.weight - i.weight);
            let blocked = d.intervals.iter().filter(|i| i.low.by.is_some() || i.high.by.is_some());
            let tightest = blocked.min_by(|a, b| room(a).total_cmp(&room(b))).map(|i| {
                let [low, high] = [i.low.weight, i.high.weight].map(|end| figure::point_digits(end, wording));
                let name = i.criterion.parse().map_or(i.criterion.clone(), |c| criterion_name(c, wording));
                format!("{name} {low}–{high}")
            });
            table.push([
                d.case.seeker.clone().into(),
                moved(&d.first_changes).into(),
                moved(&d.members_change).into(),
                tightest.into(),
            ]);
        }
        table
    }
}

impl IntervalDocument {
    fn new(case: &Case, criterion: Criterion, members: &Interval, order: &Interval) -> IntervalDocument {
        let end = |end: &End| EndDocument {
            weight: end.at,
            overtaken: end.blocked_by.map(|(a, _)| case.partner(a)),
            by: end.blocked_by.map(|(_, b)| case.partner(b)),
        };
        IntervalDocument {
            criterion: criterion.name().to_string(),
            weight: members.now,
            low: end(&members.low),
            high: end(&members.high),
            order_low: end(&order.low),
            order_high: end(&order.high),
        }
    }
}

impl FlipDocument {
    fn new(case: &Case, flip: &Flip, weights: &[f64]) -> FlipDocument {
        let changes = Criterion::ALL.iter().zip(flip.weights.iter().zip(weights));
        let changes = changes.map(|(c, (new, old))| (c.name().to_string(), new - old));
        FlipDocument {
            overtaken: case.partner(flip.ahead),
            by: case.partner(flip.behind),
            moved: flip.moved,
            changes: changes.filter(|(_, d)| d.abs() > crate::weigh::TIE).collect(),
        }
    }

    fn sentence(&self, key: &str, wording: &Wording) -> String {
        let side = |sign: f64| -> String {
            let of = self.changes.iter().filter(|(_, d)| d * sign > 0.0);
            let of: Vec<(String, f64)> =
                of.filter_map(|(c, d)| Some((criterion_name(c.parse().ok()?, wording), d.abs()))).collect();
            match of.as_slice() {
                [(name, _)] => name.clone(),
                several => {
                    let named: Vec<String> = several
                        .iter()
                        .map(|(name, d)| format!("{name} ({})", figure::point_digits(*d, wording)))
                        .collect();
                    wording.list(&named)
                }
            }
        };
        if self.moved <= crate::weigh::TIE {
            let words = [("by", self.by.name.as_str()), ("overtaken", &self.overtaken.name)];
            return wording.say("flip-tie", &words);
        }
        let words = [
            ("moved", &figure::points_up(self.moved, wording)),
            ("from", &side(-1.0)),
            ("to", &side(1.0)),
            ("by", &self.by.name),
            ("overtaken", &self.overtaken.name),
        ];
        wording.say(key, &words.map(|(k, v)| (k, v.as_str())))
    }
}

impl RiseDocument {
    fn new(case: &Case, values: &Effective, weights: &[f64], list: &[usize], row: usize) -> RiseDocument {
        let outside = !list.contains(&row);
        let rise = outside.then(|| flip::rise(values, weights, list, row));
        let leads = list.first() == Some(&row);
        let flip = |f: Flip| FlipDocument::new(case, &f, weights);
        let wanted = rise.iter().flat_map(|r| &r.values).zip(Criterion::ALL);
        RiseDocument {
            partner: case.partner(row),
            leads,
            first: if leads { None } else { flip::to_first(values, weights, row).map(flip) },
            at_least: rise.as_ref().and_then(|r| r.at_least),
            values: wanted.map(|(v, c)| (c.name().to_string(), *v)).collect(),
            enters: rise.and_then(|r| r.enters).map(flip),
        }
    }

    fn sentences(&self, wording: &Wording) -> Vec<String> {
        let name = [("name", self.partner.name.as_str())];
        let mut said = vec![match &self.first {
            Some(flip) => flip.sentence("rise-first", wording),
            None if self.leads => wording.say("rise-first-already", &name),
            None => wording.say("rise-first-never", &name),
        }];
        said.extend(self.enters.iter().map(|flip| flip.sentence("rise-enters", wording)));
        if let (None, Some(least)) = (&self.enters, self.at_least) {
            let words = [("name", self.partner.name.as_str()), ("moved", &figure::points_up(least, wording))];
            said.push(wording.say("rise-at-least", &words));
        }
        let enough: Vec<String> = self
            .values
            .iter()
            .filter_map(|(c, v)| {
                Some(format!("{} {}", criterion_name(c.parse().ok()?, wording), wording.number((*v)?, 2)))
            })
            .collect();
        if !enough.is_empty() {
            let words = [("name", self.partner.name.as_str()), ("values", &wording.list(&enough))];
            said.push(wording.say("rise-values", &words));
        }
        said
    }
}

/// The interval of a weight on a track from 0 to 100 points, and the weight on it.
fn track(interval: &IntervalDocument, cells: usize) -> String {
    let cell = |t: f64| ((t * cells as f64) as usize).min(cells - 1);
    let (low, now, high) = (cell(interval.low.weight), cell(interval.weight), cell(interval.high.weight));
    let sign = |i: usize| match i {
        i if i == now => '●',
        i if (low..=high).contains(&i) => '━',
        _ => '·',
    };
    (0..cells).map(sign).collect()
}
