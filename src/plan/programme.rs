//! The choice as an integer programme, solved by branch and bound.

use super::choose::{Answer, Choice, Effort, Goal, Level, measure};
use super::linear::{Linear, Relation, Solved};
use super::pace;
use super::puzzle::{Cell, Class, Count, Party, Puzzle};
use std::collections::{BTreeMap, BTreeSet};

/// The variable that is the share of a cell in a class, by class and cell.
type Shares = BTreeMap<(usize, usize), usize>;

/// The choice by branch and bound, goal by goal.
pub fn by_branching(puzzle: &Puzzle, goals: &[Goal], classes: &[Class], effort: Effort) -> Answer {
    let mut model = Model::new(puzzle, classes, goals);
    let mut levels = Vec::new();
    let mut best: Option<Vec<f64>> = None;
    if goals.is_empty() {
        match model.linear.best(&[], effort.steps, effort.gap, None) {
            Solved::Found { values, .. } => best = Some(values),
            Solved::Impossible => return Answer::Impossible,
            Solved::Undecided => return Answer::Undecided,
        }
    }
    for &goal in goals {
        let objective = model.objective(puzzle, goal);
        let solved = model.linear.best(&objective, effort.steps, effort.gap, best.as_deref());
        let (values, bound) = match solved {
            Solved::Found { values, bound } => (values, bound),
            Solved::Impossible if best.is_none() => return Answer::Impossible,
            Solved::Undecided if best.is_none() => return Answer::Undecided,
            // What holds the goals before this one is there already.
            _ => (best.clone().unwrap_or_default(), f64::INFINITY),
        };
        let value = model.measure(puzzle, goal, &values);
        let extra = model.extra(puzzle, goal, &values);
        let bound = if bound.is_finite() { (bound - extra + 1e-4).floor() as i64 } else { i64::MAX };
        levels.push(Level { goal, value, bound: bound.max(value) });
        model.linear.row(objective, Relation::AtLeast, value as f64 + extra - 0.5);
        best = Some(values);
    }
    let Some(values) = best else { return Answer::Undecided };
    // Where the search stopped early, a later goal may have bettered an earlier one.
    levels
        .iter_mut()
        .for_each(|l| l.value = measure(puzzle, l.goal, &model.chosen(&values), &model.travelling(&values)));
    Answer::Chosen(Choice { cells: model.chosen(&values), travels: model.travelling(&values), levels })
}

/// The choice as an integer programme.
pub struct Model {
    /// The variables, and what has to hold between them.
    pub linear: Linear,
    /// Whether each cell is chosen.
    cells: Vec<usize>,
    /// Whether each party travels; `None` where it does in any case.
    travels: Vec<Option<usize>>,
    /// Whether each host is met.
    met: Vec<Option<usize>>,
    /// What each party lacks of its minimum.
    short: Vec<Option<usize>>,
    /// For each number of worst-off members: a level, and by how much each member lies below it.
    worst: Vec<(usize, usize, Vec<usize>)>,
}

impl Model {
    /// The programme of a puzzle, with what these goals need.
    pub fn new(puzzle: &Puzzle, classes: &[Class], goals: &[Goal]) -> Model {
        let mut linear = Linear::default();
        let cells = puzzle.cells.iter().map(|cell| {
            let (least, most) = (f64::from(u8::from(cell.must)), f64::from(u8::from(!cell.slots.is_empty())));
            linear.whole(least, most)
        });
        let cells: Vec<usize> = cells.collect();
        let free = |p: &Party| puzzle.seats.is_some() && !p.fixed;
        let travels = puzzle.parties.iter().map(|p| free(p).then(|| linear.whole(0.0, 1.0))).collect();
        let mut model = Model {
            linear,
            cells,
            travels,
            met: vec![None; puzzle.hosts.len()],
            short: Vec::new(),
            worst: Vec::new(),
        };
        model.add_parties(puzzle, goals.contains(&Goal::Shortfall));
        model.add_hosts(puzzle, goals.contains(&Goal::Spread));
        let shares = model.add_classes(puzzle, classes);
        model.add_ways(puzzle, classes, &shares);
        model.add_limits(puzzle);
        for goal in goals {
            if let Goal::WorstOff(count) = goal {
                model.add_worst_off(puzzle, *count);
            }
        }
        model
    }

    fn sum<'a>(&'a self, cells: &'a [usize]) -> impl Iterator<Item = (usize, f64)> + 'a {
        cells.iter().map(|c| (self.cells[*c], 1.0))
    }

    fn add_parties(&mut self, puzzle: &Puzzle, soft: bool) {
        for (p, cells) in puzzle.by_party().iter().enumerate() {
            let party = &puzzle.parties[p];
            let sum: Vec<_> = self.sum(cells).collect();
            let short = (soft && party.least > 0).then(|| self.linear.real(0.0, party.least as f64));
            self.short.push(short);
            let (least, most) = (party.least as f64, party.most.min(cells.len()) as f64);
            let enough: Vec<_> = sum.iter().copied().chain(short.map(|s| (s, 1.0))).collect();
            match self.travels[p] {
                None => {
                    self.linear.row(sum, Relation::AtMost, most);
                    self.linear.row(enough, Relation::AtLeast, least);
                }
                Some(s) => {
                    // Nobody meets who does not travel: said pair by pair too, the relaxation is much closer.
                    for (cell, _) in &sum {
                        self.linear.row(vec![(*cell, 1.0), (s, -1.0)], Relation::AtMost, 0.0);
                    }
                    self.linear.row(sum.into_iter().chain([(s, -most)]).collect(), Relation::AtMost, 0.0);
                    self.linear.row(
                        enough.into_iter().chain([(s, -least)]).collect(),
                        Relation::AtLeast,
                        0.0,
                    );
                }
            }
        }
        if let Some(seats) = puzzle.seats {
            let of = |(p, party): (usize, &Party)| Some((self.travels[p]?, party.size as f64));
            let row = puzzle.parties.iter().enumerate().filter_map(of).collect();
            let fixed: usize = puzzle.parties.iter().filter(|p| p.fixed).map(|p| p.size).sum();
            self.linear.row(row, Relation::AtMost, seats as f64 - fixed as f64);
        }
    }

    fn add_hosts(&mut self, puzzle: &Puzzle, spread: bool) {
        let counted = |h: usize| {
            puzzle.limits.iter().any(|l| l.count == Count::Hosts && l.of.iter().any(|(i, _)| *i == h))
        };
        for (h, cells) in puzzle.by_host().iter().enumerate() {
            let host = &puzzle.hosts[h];
            let sum: Vec<_> = self.sum(cells).collect();
            if spread || host.least_if_met > 1 || counted(h) {
                let met = self.linear.whole(0.0, 1.0);
                self.met[h] = Some(met);
                let least = host.least_if_met.max(1) as f64;
                let enough = sum.iter().copied().chain([(met, -least)]).collect();
                self.linear.row(enough, Relation::AtLeast, 0.0);
                let most = host.most.min(cells.len()) as f64;
                self.linear.row(sum.iter().copied().chain([(met, -most)]).collect(), Relation::AtMost, 0.0);
            } else if host.most < cells.len() {
                self.linear.row(sum.clone(), Relation::AtMost, host.most as f64);
            }
            if host.least > 0 {
                self.linear.row(sum, Relation::AtLeast, host.least as f64);
            }
        }
    }

    /// In each class nobody has more meetings than slots, and tables suffice. A cell of several classes is
    /// shared out among them; that the shares need not be whole is what the timetable is asked about. Gives
    /// the share of each cell in a class.
    fn add_classes(&mut self, puzzle: &Puzzle, classes: &[Class]) -> Shares {
        let mut shares: Vec<Vec<(usize, f64)>> = vec![Vec::new(); puzzle.cells.len()];
        let mut uses = vec![0; puzzle.cells.len()];
        let mut found = Shares::new();
        classes.iter().flat_map(|c| &c.cells).for_each(|c| uses[*c] += 1);
        for (k, class) in classes.iter().enumerate() {
            let mut all = Vec::new();
            let mut parties = vec![Vec::new(); puzzle.parties.len()];
            let mut hosts = vec![Vec::new(); puzzle.hosts.len()];
            for &c in &class.cells {
                let share = if uses[c] == 1 { self.cells[c] } else { self.linear.real(0.0, 1.0) };
                if uses[c] > 1 {
                    shares[c].push((share, -1.0));
                }
                found.insert((k, c), share);
                all.push((share, 1.0));
                parties[puzzle.cells[c].party].push((share, 1.0));
                hosts[puzzle.cells[c].host].push((share, 1.0));
            }
            for row in parties.into_iter().chain(hosts).filter(|row| row.len() > class.slots) {
                self.linear.row(row, Relation::AtMost, class.slots as f64);
            }
            if let Some(tables) = class.tables.filter(|tables| *tables < all.len()) {
                self.linear.row(all, Relation::AtMost, tables as f64);
            }
        }
        for (c, mut row) in shares.into_iter().enumerate().filter(|(_, row)| !row.is_empty()) {
            row.push((self.cells[c], 1.0));
            self.linear.row(row, Relation::Equal, 0.0);
        }
        found
    }

    /// Nobody has two meetings between which the way does not fit.
    fn add_ways(&mut self, puzzle: &Puzzle, classes: &[Class], shares: &Shares) {
        for exclusive in pace::exclusive(puzzle, classes) {
            // A cell of one class stands for its share there, and is named once.
            let row: BTreeSet<usize> = exclusive.iter().map(|seat| shares[seat]).collect();
            let row = row.into_iter().map(|share| (share, 1.0)).collect();
            self.linear.row(row, Relation::AtMost, 1.0);
        }
    }

    fn add_limits(&mut self, puzzle: &Puzzle) {
        let (by_host, by_party) = (puzzle.by_host(), puzzle.by_party());
        for limit in &puzzle.limits {
            let (mut row, mut fixed) = (Vec::new(), 0.0);
            for &(i, weight) in &limit.of {
                let weight = weight as f64;
                match limit.count {
                    Count::Parties => match self.travels[i] {
                        Some(s) => row.push((s, weight)),
                        None => fixed += weight,
                    },
                    Count::Hosts => row.extend(self.met[i].map(|v| (v, weight))),
                    Count::Meetings => {
                        let size = |c: &usize| puzzle.cells[*c].values.len() as f64;
                        row.extend(by_host[i].iter().map(|c| (self.cells[*c], weight * size(c))));
                    }
                    Count::PartyMeetings => {
                        row.extend(by_party[i].iter().map(|c| (self.cells[*c], weight)));
                    }
                }
            }
            if let Some(most) = limit.most {
                self.linear.row(row.clone(), Relation::AtMost, most as f64 - fixed);
            }
            if limit.least > 0 {
                self.linear.row(row, Relation::AtLeast, limit.least as f64 - fixed);
            }
        }
        for cut in &puzzle.cuts {
            let row = self.sum(cut).collect();
            self.linear.row(row, Relation::AtMost, cut.len() as f64 - 1.0);
        }
    }

    /// The sum of the `count` smallest totals, as a linear programme: the greatest of
    /// `count · level − Σ (level − total)⁺` (W. Ogryczak, A. Tamir, *Information Processing Letters* 85, 2003).
    fn add_worst_off(&mut self, puzzle: &Puzzle, count: usize) {
        let most = most_total(puzzle);
        let level = self.linear.real(0.0, most);
        let mut below = Vec::new();
        for (p, cells) in puzzle.by_party().iter().enumerate() {
            for member in 0..puzzle.parties[p].size {
                let lack = self.linear.real(0.0, most);
                below.push(lack);
                let total = cells.iter().map(|c| (self.cells[*c], puzzle.cells[*c].values[member] as f64));
                let mut row: Vec<_> = total.chain([(lack, 1.0), (level, -1.0)]).collect();
                // Whoever stays at home is not the worst off.
                row.extend(self.travels[p].map(|s| (s, -most)));
                let least = if self.travels[p].is_some() { -most } else { 0.0 };
                self.linear.row(row, Relation::AtLeast, least);
            }
        }
        self.worst.push((count, level, below));
    }

    /// What the programme counts beyond the goal: of fewer travellers than are looked at, those who are not
    /// there count as if each had the most; of the seats, those that are taken in any case count less.
    fn extra(&self, puzzle: &Puzzle, goal: Goal, values: &[f64]) -> f64 {
        let count = match goal {
            Goal::WorstOff(count) => count,
            Goal::Filled => return -self.fixed_seats(puzzle),
            _ => return 0.0,
        };
        let there = self.measure(puzzle, Goal::Filled, values) as usize;
        count.saturating_sub(there) as f64 * most_total(puzzle)
    }

    /// The seats of those who travel in any case.
    pub fn fixed_seats(&self, puzzle: &Puzzle) -> f64 {
        let fixed = self.travels.iter().zip(&puzzle.parties).filter(|(s, _)| s.is_none());
        fixed.map(|(_, party)| party.size as f64).sum()
    }

    /// What a goal adds up, more being better.
    pub fn objective(&self, puzzle: &Puzzle, goal: Goal) -> Vec<(usize, f64)> {
        let cells = |worth: fn(&Cell) -> u64| {
            let of = move |(v, cell): (&usize, &Cell)| (*v, worth(cell) as f64);
            self.cells.iter().zip(&puzzle.cells).map(of).filter(|(_, w)| *w != 0.0).collect()
        };
        match goal {
            Goal::Shortfall => self.short.iter().flatten().map(|s| (*s, -1.0)).collect(),
            // Those who travel in any case make no difference.
            Goal::Filled => {
                let parties = self.travels.iter().zip(&puzzle.parties);
                parties.filter_map(|(s, party)| Some(((*s)?, party.size as f64))).collect()
            }
            Goal::Kept => cells(|c| u64::from(c.kept)),
            Goal::Wished => cells(|c| c.wished),
            Goal::Total => cells(Cell::value),
            Goal::Spread => self.met.iter().flatten().map(|v| (*v, 1.0)).collect(),
            Goal::WorstOff(count) => {
                let found = self.worst.iter().find(|(n, ..)| *n == count);
                let terms = |(n, level, below): &(usize, usize, Vec<usize>)| {
                    below.iter().map(|d| (*d, -1.0)).chain([(*level, *n as f64)]).collect()
                };
                found.map_or_else(Vec::new, terms)
            }
        }
    }

    fn chosen(&self, values: &[f64]) -> Vec<usize> {
        (0..self.cells.len()).filter(|c| values[self.cells[*c]] > 0.5).collect()
    }

    fn travelling(&self, values: &[f64]) -> Vec<bool> {
        self.travels.iter().map(|s| s.is_none_or(|s| values[s] > 0.5)).collect()
    }

    /// What a solution reaches of a goal, counted anew in whole numbers.
    fn measure(&self, puzzle: &Puzzle, goal: Goal, values: &[f64]) -> i64 {
        measure(puzzle, goal, &self.chosen(values), &self.travelling(values))
    }
}

/// No member can have a greater total than this.
fn most_total(puzzle: &Puzzle) -> f64 {
    let total = |cells: &Vec<usize>| -> u64 {
        cells.iter().map(|c| puzzle.cells[*c].values.iter().copied().max().unwrap_or(0)).sum()
    };
    puzzle.by_party().iter().map(total).max().unwrap_or(0) as f64
}
