//! Why there is no timetable: a smallest set of meetings and of rules that cannot go together.

use super::model::Model;
use super::{Conflict, Constraint, Existence, Problem, exists};
use std::collections::BTreeSet;

/// One question may take this share of all conflicts allowed.
const SHARE: u64 = 20;

/// The smallest conflict of a problem that has no timetable: first meetings under all rules, none of which can go, then
/// the fewest rules for these meetings.
pub(super) fn smallest(problem: &Problem, conflicts: u64) -> Conflict {
    let mut question = Question { problem, left: conflicts, share: conflicts / SHARE, certain: true };
    let all: Vec<usize> = (0..problem.meetings.len()).collect();
    let mut meetings =
        smallest_subset(&[], false, &all, &mut |some| question.is_impossible(some, &BTreeSet::new()));
    // A limit of gaps may be kept with a meeting and broken without it, so the search, which takes for granted that no
    // meeting helps, may leave one that can go.
    while let Some(n) = (0..meetings.len()).find(|&n| {
        let others = [&meetings[..n], &meetings[n + 1..]].concat();
        question.is_impossible(&others, &BTreeSet::new())
    }) {
        meetings.remove(n);
    }
    meetings.sort_unstable();
    let rules = concerning(problem, &meetings);
    let mut constraints = smallest_subset(&[], false, &rules, &mut |some| {
        let lifted = rules.iter().copied().filter(|rule| !some.contains(rule)).collect();
        question.is_impossible(&meetings, &lifted)
    });
    constraints.sort_unstable();
    Conflict { meetings, constraints, minimal: question.certain }
}

/// Asks whether parts of a problem have a timetable.
struct Question<'a> {
    problem: &'a Problem,
    left: u64,
    share: u64,
    /// Whether every question had an answer.
    certain: bool,
}

impl Question<'_> {
    /// No answer counts as possible: the conflict then stays larger than it might be.
    fn is_impossible(&mut self, meetings: &[usize], lifted: &BTreeSet<Constraint>) -> bool {
        let model = Model::part(self.problem, meetings, lifted);
        let mut left = self.left.min(self.share);
        self.left -= left;
        let answer = exists(&model, &mut left);
        self.left += left;
        self.certain &= !matches!(answer, Existence::Unknown);
        matches!(answer, Existence::Refuted)
    }
}

/// A smallest subset with a property that all have together and that no superset loses (QuickXplain:
/// U. Junker, AAAI 2004): `base` is taken for granted, and where it has just grown it is asked alone
/// first. Keeps what stands in front rather than what stands behind.
fn smallest_subset<T: Copy>(
    base: &[T],
    grown: bool,
    from: &[T],
    holds: &mut impl FnMut(&[T]) -> bool,
) -> Vec<T> {
    if from.is_empty() || (grown && holds(base)) {
        return Vec::new();
    }
    if from.len() == 1 {
        return from.to_vec();
    }
    let (front, back) = from.split_at(from.len() / 2);
    let needed_behind = smallest_subset(&[base, front].concat(), true, back, holds);
    let with_those = [base, needed_behind.as_slice()].concat();
    let mut needed = smallest_subset(&with_those, !needed_behind.is_empty(), front, holds);
    needed.extend(needed_behind);
    needed
}

/// The rules that can stand in the way of some meetings; those first that are better known to everybody.
fn concerning(problem: &Problem, meetings: &[usize]) -> Vec<Constraint> {
    let of = |m: &usize| problem.meetings[*m].participants.iter().copied();
    let participants: BTreeSet<usize> = meetings.iter().flat_map(of).collect();
    let at = |m: &usize| -> BTreeSet<usize> {
        (0..problem.slots.len()).map(|slot| problem.site(*m, slot)).collect()
    };
    let sites: BTreeSet<usize> = meetings.iter().flat_map(at).collect();
    let mut rules: Vec<Constraint> = participants.iter().map(|p| Constraint::Busy(*p)).collect();
    rules.extend(
        meetings.iter().filter(|m| problem.meetings[**m].fixed.is_some()).map(|m| Constraint::Fixed(*m)),
    );
    rules.extend(
        meetings.iter().filter(|m| problem.meetings[**m].slots.is_some()).map(|m| Constraint::Slots(*m)),
    );
    let within =
        |order: &super::Precedence| meetings.contains(&order.first) && meetings.contains(&order.then);
    let orders = problem.precedences.iter().enumerate().filter(|(_, order)| within(order));
    rules.extend(orders.map(|(n, _)| Constraint::Order(n)));
    let away = |p: &&usize| !problem.participants[**p].away.is_empty();
    rules.extend(participants.iter().filter(away).map(|p| Constraint::Away(*p)));
    for site in &sites {
        let here = |slot: usize| meetings.iter().filter(|m| problem.site(**m, slot) == *site).count();
        let scarce = (0..problem.slots.len()).filter(|slot| problem.sites[*site].tables[*slot] < here(*slot));
        rules.extend(scarce.map(|slot| Constraint::Tables { site: *site, slot }));
        let far = sites.range(..site).filter(|other| {
            problem.travel_minutes(**other, *site).max(problem.travel_minutes(*site, **other)) > 0
        });
        rules.extend(far.map(|other| Constraint::Travel { a: *other, b: *site }));
    }
    let capped = |p: &&usize| problem.participants[**p].most_gaps.is_some();
    rules.extend(participants.iter().filter(capped).map(|p| Constraint::MostGaps(*p)));
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_subset_has_the_property_and_nothing_to_spare() {
        // Three numbers that add up to at least 20; those in front are preferred.
        let mut asked = 0;
        let found = smallest_subset(&[], false, &[1, 9, 2, 8, 3, 7, 4], &mut |some: &[i32]| {
            asked += 1;
            some.iter().sum::<i32>() >= 20
        });
        assert_eq!(found, [1, 9, 2, 8]);
        assert!(asked <= 14, "{asked} questions");
    }
}
