//! What a plan has of what quotas count.

use super::Meeting;
use super::choices::Counted;
use super::delegation::Quota;
use std::collections::BTreeSet;

/// How many there are of the sort of a quota, and how many of any sort: counted in the finished plan.
pub fn tally(quota: &Quota, travelling: &[usize], meetings: &[Meeting]) -> (usize, usize) {
    let counted: Vec<usize> = match quota.counted {
        Counted::Members => travelling.to_vec(),
        Counted::Hosts => meetings.iter().map(|m| m.host).collect::<BTreeSet<_>>().into_iter().collect(),
        Counted::Meetings => meetings.iter().map(|m| m.host).collect(),
        Counted::MemberMeetings => meetings.iter().map(|m| m.member).collect(),
    };
    (counted.iter().filter(|i| quota.of.contains(i)).count(), counted.len())
}

/// Whether a quota holds where so many of so many are of its sort.
pub fn holds(quota: &Quota, (of_sort, all): (usize, usize)) -> bool {
    of_sort >= quota.least
        && quota.most.is_none_or(|most| of_sort <= most)
        && quota.share.is_none_or(|share| 100 * of_sort <= share as usize * all)
}
