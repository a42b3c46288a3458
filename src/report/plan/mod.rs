//! A plan as a document, as tables, and as calendars.

mod book;
mod brief;
mod calendar;
mod meeting;
mod words;

pub use book::{book, conflict_book};
pub use brief::{conflict_tables, tables};
pub use calendar::{calendars, whole};
pub use meeting::{MeetingDocument, WayDocument, csv};

use super::Wording;
use super::shortlist::Method;
use crate::engine::Query;
use crate::plan::choose::Goal;
use crate::plan::delegation::{Delegation, clock};
use crate::plan::named::{Demands, Named};
use crate::plan::value::{UNITS, Worths};
use crate::plan::{Change, Conflict, Plan, route, tally, ways};
use crate::roster::{Org, Roster};
use schemars::JsonSchema;
use serde::Serialize;

/// What a plan is told from.
pub struct Told<'a> {
    /// The roster.
    pub roster: &'a Roster,
    /// The delegation.
    pub delegation: &'a Delegation,
    /// What its meetings are worth.
    pub worths: &'a Worths<'a>,
    /// How it was scored.
    pub query: &'a Query,
    /// The language.
    pub wording: &'a Wording,
}

impl Told<'_> {
    fn id(&self, org: Org) -> String {
        self.roster.organization(org).id.clone()
    }

    fn name(&self, org: Org) -> String {
        self.roster.organization(org).name.clone()
    }

    /// What the visit is called.
    fn title(&self) -> String {
        match self.delegation.name.as_str() {
            "" => self.wording.say("plan-unnamed", &[]),
            name => name.to_string(),
        }
    }

    fn someone(&self, org: Org) -> SomeoneDocument {
        SomeoneDocument { id: self.id(org), name: self.name(org) }
    }

    /// The date and the time of a slot.
    fn slot(&self, slot: usize) -> String {
        let start = self.delegation.slots[slot].start;
        format!("{} {}", start.date(), clock(start))
    }
}

/// What `plan -f json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum PlannedDocument {
    /// A plan.
    Plan(Box<PlanDocument>),
    /// Why there is none.
    Conflict(ConflictDocument),
}

/// A plan.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PlanDocument {
    /// How it was made.
    pub method: Method,
    /// What the visit is called.
    pub name: String,
    /// The days.
    pub days: Vec<DayDocument>,
    /// Who travels.
    pub travelling: Vec<SomeoneDocument>,
    /// Who would take the next seats, in order.
    pub alternates: Vec<SomeoneDocument>,
    /// The meetings, by time.
    pub meetings: Vec<MeetingDocument>,
    /// What was reached, goal by goal.
    pub goals: Vec<GoalDocument>,
    /// What the timetable costs.
    pub timetable: TimetableDocument,
    /// The quotas, and how far the plan fills them.
    pub quotas: Vec<QuotaDocument>,
    /// What was wished for and is not in the plan.
    pub unmet: Vec<UnmetDocument>,
    /// Cities with hosts that the visit does not come to.
    pub missed_cities: Vec<MissedCityDocument>,
    /// What became of an earlier plan; null where none was kept.
    pub changes: Option<ChangesDocument>,
}

/// Somebody in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SomeoneDocument {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// A day of the visit.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DayDocument {
    /// The date.
    pub date: String,
    /// The city; null where it does not matter where hosts are.
    pub city: Option<String>,
    /// The time zone, an IANA name.
    pub zone: String,
    /// Meetings at a time, at most; null where hosts receive at home.
    pub tables: Option<usize>,
}

/// What was reached of a goal.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GoalDocument {
    /// The goal: shortfall, kept, wished, filled, worst-off, total or spread.
    pub goal: String,
    /// What the plan reaches; values of meetings are added up, each from 0 to 1. Less is better for the shortfall.
    pub value: f64,
    /// No plan reaches more (of the shortfall: less); null where no bound is known.
    pub bound: Option<f64>,
    /// Whether that is proven to be the best there is.
    pub proven: bool,
}

/// What a timetable costs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimetableDocument {
    /// Idle gaps: runs of free slots between two meetings of a day, of all that have to wait.
    pub gaps: u32,
    /// No timetable of these meetings has fewer.
    pub least_gaps: u32,
    /// Whether the timetable is proven to be the best there is.
    pub proven: bool,
}

/// A quota.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuotaDocument {
    /// The quota in words.
    pub quota: String,
    /// How many of its sort there are in the plan.
    pub count: usize,
    /// How many there are of any sort.
    pub all: usize,
}

/// Something wished for.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct UnmetDocument {
    /// The member; null where a host was named and nobody meets it.
    pub member: Option<SomeoneDocument>,
    /// The host; null where a member is short of its minimum.
    pub host: Option<SomeoneDocument>,
    /// What the meeting would be worth, 0 to 1.
    pub value: Option<f64>,
    /// What stands in the way.
    pub cause: String,
}

/// A city that the visit does not come to.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MissedCityDocument {
    /// The city.
    pub city: String,
    /// The hosts there.
    pub hosts: Vec<SomeoneDocument>,
    /// The value of the best meeting there, 0 to 1.
    pub best: f64,
}

/// What became of an earlier plan.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesDocument {
    /// Meetings that stay as they were.
    pub stayed: usize,
    /// The others.
    pub changed: Vec<ChangeDocument>,
}

/// A meeting that is not as it was.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeDocument {
    /// Id of the member.
    pub member: String,
    /// Id of the host.
    pub host: String,
    /// moved, lost or new.
    pub change: String,
    /// The earlier time, where it moved.
    pub from: Option<String>,
    /// The time now, where it moved.
    pub to: Option<String>,
}

/// Why there is no plan.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ConflictDocument {
    /// How it was found.
    pub method: Method,
    /// What the visit is called.
    pub name: String,
    /// Constraints that cannot all hold.
    pub conflict: Vec<ConstraintDocument>,
    /// Whether it is proven that none of them can be left out of the list.
    pub smallest: bool,
}

/// A constraint.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ConstraintDocument {
    /// The constraint in words.
    pub constraint: String,
    /// How to relax it.
    pub relax: String,
}

/// The document of a plan.
pub fn document(told: &Told, plan: &Plan) -> PlanDocument {
    let delegation = told.delegation;
    let day = |(d, day): (usize, &crate::plan::delegation::Day)| DayDocument {
        date: day.date.to_string(),
        city: route::city(delegation, &plan.route, d).map(str::to_string),
        zone: day.zone.clone(),
        tables: day.tables,
    };
    let members = |list: &[usize]| list.iter().map(|m| told.someone(delegation.members[*m].org)).collect();
    let places = ways::places(delegation, &plan.route, &Demands::default());
    PlanDocument {
        method: Method::new(told.roster, told.query),
        name: told.title(),
        days: delegation.days.iter().enumerate().map(day).collect(),
        travelling: members(&plan.travelling),
        alternates: members(&plan.alternates),
        meetings: plan.meetings.iter().map(|m| meeting::document(told, plan, &places, m)).collect(),
        goals: plan.levels.iter().map(goal).collect(),
        timetable: TimetableDocument {
            gaps: plan.timetable.0.idle,
            least_gaps: plan.timetable.1.idle.min(plan.timetable.0.idle),
            proven: plan.timetable.0 == plan.timetable.1,
        },
        quotas: (0..delegation.quotas.len()).map(|q| quota(told, plan, q)).collect(),
        unmet: plan.unmet.iter().map(|u| unmet(told, u)).collect(),
        missed_cities: plan.missed_cities.iter().map(|c| missed(told, c)).collect(),
        changes: changes(told, plan),
    }
}

/// The document of a conflict.
pub fn conflict_document(told: &Told, conflict: &Conflict) -> ConflictDocument {
    let constraint = |named: &Named| {
        let (constraint, relax) = words::named(told, *named);
        ConstraintDocument { constraint, relax }
    };
    ConflictDocument {
        method: Method::new(told.roster, told.query),
        name: told.title(),
        conflict: conflict.constraints.iter().map(constraint).collect(),
        smallest: conflict.smallest,
    }
}

/// A number of units as a number of scores.
fn scores(units: i64) -> f64 {
    units as f64 / UNITS as f64
}

fn goal(level: &crate::plan::Level) -> GoalDocument {
    let number = |n: i64| match level.goal {
        Goal::Total | Goal::WorstOff(_) => scores(n),
        Goal::Shortfall => (-n) as f64,
        Goal::Kept | Goal::Wished | Goal::Filled | Goal::Spread => n as f64,
    };
    GoalDocument {
        goal: words::goal_key(level.goal).to_string(),
        value: number(level.value).abs(),
        bound: (level.bound != i64::MAX).then(|| number(level.bound).abs()),
        proven: level.bound == level.value,
    }
}

fn quota(told: &Told, plan: &Plan, q: usize) -> QuotaDocument {
    let (count, all) = tally::tally(&told.delegation.quotas[q], &plan.travelling, &plan.meetings);
    QuotaDocument { quota: words::named(told, Named::Quota(q)).0, count, all }
}

fn unmet(told: &Told, unmet: &crate::plan::Unmet) -> UnmetDocument {
    let delegation = told.delegation;
    UnmetDocument {
        member: unmet.member.map(|m| told.someone(delegation.members[m].org)),
        host: unmet.host.map(|h| told.someone(delegation.hosts[h].org)),
        value: unmet.value.map(|v| scores(v as i64)),
        cause: words::cause(told, unmet),
    }
}

fn missed(told: &Told, city: &crate::plan::MissedCity) -> MissedCityDocument {
    MissedCityDocument {
        city: city.city.clone(),
        hosts: city.hosts.iter().map(|h| told.someone(told.delegation.hosts[*h].org)).collect(),
        best: scores(city.best as i64),
    }
}

fn changes(told: &Told, plan: &Plan) -> Option<ChangesDocument> {
    if plan.changes.is_empty() && plan.stayed == 0 {
        return None;
    }
    let one = |&(member, host, change): &(usize, usize, Change)| {
        let (word, from, to) = match change {
            Change::Moved { from, to } => ("moved", Some(from), Some(to)),
            Change::Lost => ("lost", None, None),
            Change::New => ("new", None, None),
        };
        ChangeDocument {
            member: told.id(told.delegation.members[member].org),
            host: told.id(told.delegation.hosts[host].org),
            change: word.to_string(),
            from: from.map(|s| told.slot(s)),
            to: to.map(|s| told.slot(s)),
        }
    };
    Some(ChangesDocument { stayed: plan.stayed, changed: plan.changes.iter().map(one).collect() })
}
