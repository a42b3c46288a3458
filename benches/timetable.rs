//! Forums of the size of the published ones: what construction alone gives, what local search makes of it,
//! and what the proof says. `cargo bench --bench timetable`; with a number, only the forum of that line.
//! Times are those of the processor, where the system tells them: on a shared machine the clock says little.

#![allow(clippy::print_stdout, missing_docs)]

#[path = "../tests/common/clock.rs"]
mod clock;
#[allow(dead_code)]
#[path = "../tests/common/forum.rs"]
mod forum;
#[path = "../tests/common/generate.rs"]
mod generate;

use clock::seconds;
use forum::Forum;
use silkmatch::timetable::{Limits, Outcome, Problem, Solution, solve};

fn timed(problem: &Problem, limits: &Limits) -> (Option<Solution>, f64) {
    let start = seconds();
    let outcome = solve(problem, limits).expect("the problem is well built");
    let solution = match outcome {
        Outcome::Solved(solution) => Some(solution),
        Outcome::Impossible(_) | Outcome::Undecided => None,
    };
    (solution, seconds() - start)
}

fn row(n: usize, forum: &Forum) {
    let problem = forum.problem();
    let idle = |s: &Option<Solution>| s.as_ref().map_or("–".into(), |s| s.value.idle.to_string());
    let (first, first_time) = timed(&problem, &Limits::existence());
    let (good, good_time) = timed(&problem, &Limits { prove: 0, ..Limits::default() });
    let (best, best_time) = timed(&problem, &Limits::default());
    println!(
        "| {n} | {} | {} | {} | {} | {} % | {} | {} | {first_time:.2} | {} | {good_time:.2} | {} | {} | {best_time:.2} |",
        forum.participants,
        problem.meetings.len(),
        forum.slots,
        forum.tables,
        forum.away,
        if forum.two_sides { "two sides" } else { "any" },
        idle(&first),
        idle(&good),
        idle(&best),
        best.map_or("–".into(), |s| s.bound.idle.to_string()),
    );
}

fn main() {
    let base =
        Forum { participants: 70, meetings: 200, slots: 14, tables: 20, away: 0, two_sides: false, seed: 1 };
    let forums = [
        Forum { meetings: 150, slots: 10, ..base },
        Forum { meetings: 150, slots: 12, away: 20, tables: 15, ..base },
        Forum { ..base },
        Forum { away: 20, ..base },
        Forum { away: 30, tables: 16, ..base },
        Forum { away: 40, ..base },
        Forum { meetings: 250, slots: 16, away: 20, ..base },
        Forum { meetings: 250, slots: 20, away: 30, ..base },
        Forum { meetings: 250, slots: 20, tables: 14, away: 30, ..base },
        Forum { meetings: 250, slots: 16, two_sides: true, ..base },
        Forum { meetings: 200, away: 25, two_sides: true, ..base },
        Forum { participants: 80, meetings: 300, slots: 20, tables: 18, away: 25, ..base },
    ];
    let chosen: Option<usize> = std::env::args().skip(1).find_map(|arg| arg.parse().ok());
    println!(
        "| | participants | meetings | slots | tables | away | who | constructed | s | searched | s | value | bound | s |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (n, forum) in forums.iter().enumerate().filter(|(n, _)| chosen.is_none_or(|only| only == *n)) {
        row(n, forum);
    }
}
