//! Counting arguments: what cannot be timetabled however it is turned, found without search.
//!
//! SAT solvers cannot count: more meetings than places is their hardest case. So it is asked first.

use super::model::Model;

/// Whether a matching shows that there is no timetable: the meetings of one participant do not fit into
/// different slots (P. Hall, 1935), or the meetings of one site not to its tables.
pub(super) fn refuted(model: &Model) -> bool {
    let slots = model.problem.slots.len();
    let held = model.agendas.iter().zip(&model.busy).filter(|(_, busy)| **busy);
    let crowded = held.map(|(agenda, _)| agenda).any(|agenda| !fits(model, agenda, &vec![1; slots]));
    crowded
        || (0..model.problem.sites.len()).any(|site| {
            // Those that are here whichever slot they take.
            let here = |m: &usize| model.domains[*m].iter().all(|slot| model.problem.site(*m, *slot) == site);
            let meetings: Vec<usize> = (0..model.domains.len()).filter(here).collect();
            !fits(model, &meetings, &model.problem.sites[site].tables)
        })
}

/// Whether the meetings can be spread over slots of the given capacities: bipartite matching by
/// augmenting paths.
fn fits(model: &Model, meetings: &[usize], capacity: &[usize]) -> bool {
    let mut held: Vec<Vec<usize>> = vec![Vec::new(); capacity.len()];
    meetings.iter().all(|meeting| place(model, *meeting, capacity, &mut held))
}

/// Finds a slot for one more meeting, moving others on: breadth first, so that no stack overflows.
fn place(model: &Model, meeting: usize, capacity: &[usize], held: &mut [Vec<usize>]) -> bool {
    // How a slot was reached: the meeting that would move there.
    let mut reached: Vec<Option<usize>> = vec![None; capacity.len()];
    let mut queue: Vec<usize> = vec![meeting];
    let mut next = 0;
    while let Some(mover) = queue.get(next).copied() {
        next += 1;
        for slot in &model.domains[mover] {
            if reached[*slot].is_some() {
                continue;
            }
            reached[*slot] = Some(mover);
            if held[*slot].len() < capacity[*slot] {
                shift(&reached, *slot, meeting, held);
                return true;
            }
            queue.extend(&held[*slot]);
        }
    }
    false
}

/// Moves every meeting along the path that ends in a slot with room.
fn shift(reached: &[Option<usize>], end: usize, start: usize, held: &mut [Vec<usize>]) {
    let mut slot = end;
    while let Some(mover) = reached[slot] {
        let from = held.iter().position(|meetings| meetings.contains(&mover));
        held[slot].push(mover);
        let Some(from) = from.filter(|_| mover != start) else { return };
        held[from].retain(|m| *m != mover);
        slot = from;
    }
}
