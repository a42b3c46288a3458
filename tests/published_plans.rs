//! Published assignment problems with known optima, through the choice of meetings.
//!
//! One meeting each: members are workers, hosts are tasks, and what a meeting is worth is what its cost
//! falls short of a number above all costs.

use silkmatch::plan::choose::{Answer, Effort, Goal, choose};
use silkmatch::plan::puzzle::{Cell, Host, Party, Puzzle};
use silkmatch::timetable::Slot;

/// The least cost of giving every worker a task, and a bound that no assignment is below.
fn least(costs: &[Vec<u64>]) -> (u64, u64) {
    let (n, above) = (costs.len(), 1 + costs.iter().flatten().max().copied().unwrap_or(0));
    let cell = |i: usize| Cell {
        party: i / n,
        host: i % n,
        values: vec![above - costs[i / n][i % n]],
        slots: vec![0],
        ..Cell::default()
    };
    let puzzle = Puzzle {
        parties: vec![Party { size: 1, least: 1, most: 1, fixed: false }; n],
        hosts: vec![Host { least: 1, least_if_met: 0, most: 1 }; n],
        cells: (0..n * n).map(cell).collect(),
        times: vec![Slot { session: 0, start: 0, end: 45 }],
        tables: vec![None],
        ..Puzzle::default()
    };
    let Answer::Chosen(choice) = choose(&puzzle, &[Goal::Total], Effort::default()) else {
        panic!("there is no assignment")
    };
    let costs = |value: i64| above * n as u64 - value as u64;
    (costs(choice.levels[0].value), costs(choice.levels[0].bound))
}

/// `assign100` of the OR-Library: 100 workers, 100 tasks, costs from 1 to 100; the published optimum is 305
/// (J. E. Beasley, *Linear programming on Cray supercomputers*, Journal of the Operational Research Society
/// 41 (1990) 133–139; *OR-Library: distributing test problems by electronic mail*, same volume, 1069–1072).
#[test]
fn assign100_of_the_or_library_is_solved_to_its_published_optimum() {
    let mut numbers =
        include_str!("data/assign100.txt").split_whitespace().map(|n| n.parse().expect("a number"));
    let n = numbers.next().expect("the size") as usize;
    let all: Vec<u64> = numbers.collect();
    assert_eq!((n, all.len()), (100, 10_000));
    assert!(all.iter().all(|cost| (1..=100).contains(cost)));
    let costs: Vec<Vec<u64>> = all.chunks(n).map(<[u64]>::to_vec).collect();
    assert_eq!(least(&costs), (305, 305));
}

/// Costs i · j: the dearest worker takes the cheapest task, and so on, which costs n (n + 1) (n + 2) / 6
/// (R. E. Machol and M. Wien, *A "hard" assignment problem*, Operations Research 24 (1976) 190–192).
#[test]
fn the_hard_family_of_machol_and_wien_is_solved_at_every_size() {
    for n in [1, 2, 5, 10, 25, 50, 100] {
        let costs: Vec<Vec<u64>> = (1..=n).map(|i| (1..=n).map(|j| i * j).collect()).collect();
        let known = n * (n + 1) * (n + 2) / 6;
        assert_eq!(least(&costs), (known, known), "{n}");
    }
}

/// Costs (i − j)²: everybody keeps their place, which costs nothing, and any constant that is added to a row
/// or a column is paid once (the reduction of H. W. Kuhn, *The Hungarian method for the assignment problem*,
/// Naval Research Logistics Quarterly 2 (1955) 83–97).
#[test]
fn what_is_added_to_rows_and_columns_is_paid_once() {
    let n = 60;
    let row = |i: u64| 7 * i % 11;
    let column = |j: u64| 5 * j % 13;
    let cost = |i: u64, j: u64| i.abs_diff(j).pow(2) + row(i) + column(j);
    let costs: Vec<Vec<u64>> = (0..n).map(|i| (0..n).map(|j| cost(i, j)).collect()).collect();
    let known = (0..n).map(|i| row(i) + column(i)).sum();
    assert_eq!(least(&costs), (known, known));
}
