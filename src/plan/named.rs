//! What an officer asks for by name: the constraints that can be left out, further demands, and the goals.

use super::change::Standing;
use super::choices::{Objective, TieWish};
use super::choose::Goal;
use super::delegation::Delegation;
use std::collections::BTreeSet;

/// A constraint that an officer knows by name, and may relax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// The number of seats.
    Seats,
    /// A quota, by its place.
    Quota(usize),
    /// A rule, by its place.
    Rule(usize),
    /// The minimum of a member.
    MemberLeast(usize),
    /// The minimum of a host.
    HostLeast(usize),
    /// The minimum of every host that is met at all.
    WorthComing,
    /// The maximum of a member.
    MemberMost(usize),
    /// The maximum of a host.
    HostMost(usize),
    /// The tables of a day.
    Tables(usize),
    /// The city of a day.
    City(usize),
    /// A way, by its place.
    Way(usize),
    /// The minutes from one place to another, where nothing else is said.
    BetweenPlaces,
    /// The lowest score of a meeting.
    Lowest,
    /// That those who know each other are not to meet.
    Ties,
}

/// What is asked for beyond the delegation.
#[derive(Debug, Clone, Default)]
pub struct Demands {
    /// Constraints that are left out.
    pub dropped: BTreeSet<Named>,
    /// More or fewer seats.
    pub seats: Option<usize>,
    /// Members that travel in any case.
    pub fixed: Vec<usize>,
    /// Meetings that have to take place, member and host.
    pub must: Vec<(usize, usize)>,
    /// Meetings of an earlier plan.
    pub kept: Vec<(usize, usize)>,
    /// Meetings of an earlier plan with their slots, in which they stay where they still can.
    pub pinned: Vec<Standing>,
}

impl Demands {
    /// Whether a constraint holds.
    pub(super) fn keeps(&self, named: Named) -> bool {
        !self.dropped.contains(&named)
    }
}

/// All constraints of a delegation that can be left out, those that are easiest to relax last.
pub fn named(delegation: &Delegation) -> Vec<Named> {
    let mut all = Vec::new();
    let members = || delegation.members.iter().enumerate();
    let hosts = || delegation.hosts.iter().enumerate();
    let days = || delegation.days.iter().enumerate();
    all.extend((delegation.lowest > 0).then_some(Named::Lowest));
    all.extend((delegation.ties == TieWish::Avoid).then_some(Named::Ties));
    all.extend(members().filter(|(_, m)| m.most.is_some()).map(|(i, _)| Named::MemberMost(i)));
    all.extend(hosts().filter(|(_, h)| h.most.is_some()).map(|(i, _)| Named::HostMost(i)));
    all.extend(days().filter(|(_, d)| d.tables.is_some()).map(|(i, _)| Named::Tables(i)));
    all.extend(days().filter(|(_, d)| !d.cities.is_empty()).map(|(i, _)| Named::City(i)));
    all.extend((0..delegation.travel.len()).map(Named::Way));
    all.extend((delegation.between_places > 0).then_some(Named::BetweenPlaces));
    all.extend((delegation.worth_coming > 1).then_some(Named::WorthComing));
    if !delegation.objectives.contains(&Objective::Minimum) {
        all.extend(members().filter(|(_, m)| m.least > 0).map(|(i, _)| Named::MemberLeast(i)));
    }
    all.extend(hosts().filter(|(_, h)| h.least > 0).map(|(i, _)| Named::HostLeast(i)));
    all.extend((0..delegation.quotas.len()).map(Named::Quota));
    all.extend((0..delegation.rules.len()).map(Named::Rule));
    all.extend(delegation.seats.map(|_| Named::Seats));
    all
}

/// The goals of a delegation, in order. Ties that are wished for come before everything but the minima;
/// an earlier plan that is to be kept comes first of all.
pub fn goals(delegation: &Delegation, demands: &Demands) -> Vec<Goal> {
    let mut goals: Vec<Goal> =
        delegation.objectives.iter().flat_map(|o| of_objective(delegation, *o)).collect();
    if matches!(delegation.ties, TieWish::Refresh | TieWish::Deepen) {
        goals.insert(usize::from(goals.first() == Some(&Goal::Shortfall)), Goal::Wished);
    }
    if !demands.kept.is_empty() {
        goals.insert(0, Goal::Kept);
    }
    if goals.is_empty() {
        goals.push(Goal::Total);
    }
    goals
}

fn of_objective(delegation: &Delegation, objective: Objective) -> Vec<Goal> {
    let travellers = delegation.seats.unwrap_or(delegation.members.len());
    match objective {
        Objective::Minimum => vec![Goal::Shortfall],
        Objective::Fairness => {
            let worst = (1..=delegation.fairness.min(travellers)).map(Goal::WorstOff);
            delegation.seats.map(|_| Goal::Filled).into_iter().chain(worst).collect()
        }
        Objective::Total => vec![Goal::Total],
        Objective::Spread => vec![Goal::Spread],
    }
}
