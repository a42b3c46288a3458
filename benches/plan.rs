//! The choice of meetings: 200 × 200 organizations, 40,000 pairs, at most 8 meetings each. The exact flow
//! beside a greedy plan and beside a plain linear programme, values and times as ratios.
//!
//! Times are those of the processor, where the system tells them. `cargo bench --bench plan`; a number after
//! `--` asks for another size.

#![allow(clippy::print_stdout, missing_docs)]

use silkmatch::plan::choose::{self, Answer, Effort, Goal, choose};
use silkmatch::plan::puzzle::{Cell, Host, Party, Puzzle};
use silkmatch::timetable::Slot;

#[path = "../tests/common/clock.rs"]
mod clock;
#[path = "../tests/common/generate.rs"]
mod generate;

use clock::seconds;

/// Meetings of each organization, at most.
const MOST: usize = 8;

fn puzzle(n: usize) -> Puzzle {
    let mut random = generate::Random(8);
    let slots: Vec<usize> = (0..MOST).collect();
    let value = |random: &mut generate::Random| random.below(5_000) as u64 + random.below(5_000) as u64;
    let cell = |i| Cell {
        party: i / n,
        host: i % n,
        values: vec![value(&mut random)],
        slots: slots.clone(),
        ..Cell::default()
    };
    Puzzle {
        parties: vec![Party { size: 1, least: 0, most: MOST, fixed: false }; n],
        hosts: vec![Host { least: 0, least_if_met: 0, most: MOST }; n],
        cells: (0..n * n).map(cell).collect(),
        times: (0..MOST as i64).map(|s| Slot { session: 0, start: 60 * s, end: 60 * s + 45 }).collect(),
        tables: vec![None; MOST],
        ..Puzzle::default()
    }
}

/// The best pair that still fits, again and again.
fn greedy(puzzle: &Puzzle) -> u64 {
    let mut order: Vec<usize> = (0..puzzle.cells.len()).collect();
    order.sort_by_key(|c| (std::cmp::Reverse(puzzle.cells[*c].value()), *c));
    let (mut parties, mut hosts) = (vec![MOST; puzzle.parties.len()], vec![MOST; puzzle.hosts.len()]);
    let mut total = 0;
    for c in order {
        let cell = &puzzle.cells[c];
        if parties[cell.party] > 0 && hosts[cell.host] > 0 {
            parties[cell.party] -= 1;
            hosts[cell.host] -= 1;
            total += cell.value();
        }
    }
    total
}

fn main() {
    let n = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(200);
    let puzzle = puzzle(n);
    let start = seconds();
    let Answer::Chosen(choice) = choose(&puzzle, &[Goal::Total], Effort::default()) else { return };
    let exact = seconds() - start;
    let best = choice.levels[0];
    let start = seconds();
    let greedy = greedy(&puzzle);
    let fast = seconds() - start;
    println!("{n} × {n}, at most {MOST} each");
    println!("flow    value {:>9}  bound {:>9}  time {exact:.3} s", best.value, best.bound);
    println!(
        "greedy  value {greedy:>9}  {:.4} of the best  time {fast:.3} s, {:.3} of the flow",
        greedy as f64 / best.value as f64,
        fast / exact
    );
    let start = seconds();
    let linear = choose::bound(&puzzle, Goal::Total).unwrap_or_default();
    let slow = seconds() - start;
    println!(
        "linear  value {linear:>9.0}  {:.4} of the best  time {slow:.3} s, {:.1} of the flow",
        linear / best.value as f64,
        slow / exact
    );
}
