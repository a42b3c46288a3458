//! The best choice of meetings, with a bound that no choice can pass.
//!
//! Where nothing but the total counts and every host is met in one class of slots alone, the choice is a
//! flow and is solved as one, in whole numbers. All else is a small integer programme, one objective
//! after the other, each held while the next is bettered.

use crate::flow::Network;
use super::linear::{Linear, Relation, Solved};
use super::puzzle::{Class, Count, Puzzle};

/// What is bettered. Each is counted in whole numbers, and more is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Meetings short of the minima of the parties, turned round: 0 is best, and then minima are no limits.
    Shortfall,
    /// Meetings of an earlier plan.
    Kept,
    /// What is wished for before all else.
    Wished,
    /// The totals of so many of the worst-off members together.
    WorstOff(usize),
    /// The value of all meetings.
    Total,
    /// Hosts that are met.
    Spread,
}

/// How much may be spent. It is counted, not timed, so that the same input gives the same plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// Nodes of branch and bound for each objective.
    pub nodes: u64,
    /// How far from the bound, as a share of it, is near enough; 0 asks for a proof.
    pub gap: f64,
}

impl Default for Effort {
    fn default() -> Effort {
        Effort { nodes: 20_000, gap: 0.0 }
    }
}

/// What was reached of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    /// The goal.
    pub goal: Goal,
    /// What the choice reaches.
    pub value: i64,
    /// No choice that reaches the goals before this one reaches more.
    pub bound: i64,
}

/// A choice of meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The cells that take place, ascending.
    pub cells: Vec<usize>,
    /// Which parties travel.
    pub travels: Vec<bool>,
    /// What was reached, goal by goal.
    pub levels: Vec<Level>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// There is a choice.
    Chosen(Choice),
    /// There is none.
    Impossible,
    /// The effort did not suffice to find one, or to show that there is none.
    Undecided,
}

/// Makes the best choice; any choice where there is no goal.
pub fn choose(puzzle: &Puzzle, goals: &[Goal], effort: Effort) -> Answer {
    let classes = puzzle.classes();
    if let Some(answer) = by_flow(puzzle, goals, &classes) {
        return answer;
    }
    by_branching(puzzle, goals, &classes, effort)
}

/// No choice reaches more of the first goal; `None` where there is no choice at all.
pub fn bound(puzzle: &Puzzle, goal: Goal) -> Option<f64> {
    let model = Model::new(puzzle, &puzzle.classes(), &[goal]);
    model.linear.relaxed(&model.objective(puzzle, goal))
}

/// The choice as a flow, where it is one: members → class → pairs → hosts → class.
fn by_flow(puzzle: &Puzzle, goals: &[Goal], classes: &[Class]) -> Option<Answer> {
    let plain = matches!(goals, [] | [Goal::Total]) && puzzle.limits.is_empty() && puzzle.cuts.is_empty();
    if !plain || puzzle.seats.is_some() || puzzle.hosts.iter().any(|h| h.least_if_met > 1) {
        return None;
    }
    let mut class_of_cell = vec![None; puzzle.cells.len()];
    let mut class_of_host = vec![None; puzzle.hosts.len()];
    for (k, class) in classes.iter().enumerate() {
        for &c in &class.cells {
            let host = puzzle.cells[c].host;
            if class_of_cell[c].replace(k).is_some() || class_of_host[host].is_some_and(|other| other != k) {
                return None;
            }
            class_of_host[host] = Some(k);
        }
    }
    let places = Places { cells: &class_of_cell, hosts: &class_of_host };
    Some(flow(puzzle, classes, &places))
}

struct Places<'a> {
    cells: &'a [Option<usize>],
    hosts: &'a [Option<usize>],
}

fn flow(puzzle: &Puzzle, classes: &[Class], places: &Places) -> Answer {
    // What has to be earns more than all that may be, so that it comes first.
    let all: i128 = puzzle.cells.iter().map(|c| i128::from(c.value())).sum();
    let duty = all + 1;
    let mut network = Network::new();
    let mut duties = 0;
    let mut required = |network: &mut Network, from, to, least: usize, most: usize| {
        let most = most.max(least);
        network.arc(from, to, least, duty);
        network.arc(from, to, most - least, 0);
        duties += least as i128;
    };
    let parties: Vec<usize> = puzzle.parties.iter().map(|_| network.node()).collect();
    for (node, party) in parties.iter().zip(&puzzle.parties) {
        required(&mut network, Network::SOURCE, *node, party.least, party.most);
    }
    let mut stays = std::collections::BTreeMap::new();
    for (c, cell) in puzzle.cells.iter().enumerate() {
        if let Some(class) = places.cells[c] {
            stays.entry((cell.party, class)).or_insert_with(|| {
                let node = network.node();
                network.arc(parties[cell.party], node, classes[class].slots, 0);
                node
            });
        }
    }
    let hosts: Vec<usize> = puzzle.hosts.iter().map(|_| network.node()).collect();
    let ends: Vec<usize> = classes.iter().map(|_| network.node()).collect();
    let mut arcs = Vec::new();
    let mut musts = 0;
    for (c, cell) in puzzle.cells.iter().enumerate() {
        let extra = if cell.must { duty } else { 0 };
        musts += i128::from(cell.must);
        if let Some(class) = places.cells[c] {
            let profit = i128::from(cell.value()) + extra;
            arcs.push((c, network.arc(stays[&(cell.party, class)], hosts[cell.host], 1, profit)));
        }
    }
    for (h, host) in puzzle.hosts.iter().enumerate() {
        match places.hosts[h] {
            Some(class) => {
                required(&mut network, hosts[h], ends[class], host.least, host.most.min(classes[class].slots))
            }
            None => required(&mut network, hosts[h], Network::SINK, host.least, host.least),
        }
    }
    for (end, class) in ends.iter().zip(classes) {
        let room = class.tables.unwrap_or(class.cells.len());
        network.arc(*end, Network::SINK, room, 0);
    }
    let flow = network.best();
    let owed = duty * (duties + musts);
    if flow.profit < owed {
        return Answer::Impossible;
    }
    let cells = arcs.iter().filter(|(_, arc)| flow.amounts[*arc] > 0).map(|(c, _)| *c).collect();
    let level =
        Level { goal: Goal::Total, value: (flow.profit - owed) as i64, bound: (flow.bound - owed) as i64 };
    Answer::Chosen(Choice { cells, travels: vec![true; puzzle.parties.len()], levels: vec![level] })
}

/// The choice by branch and bound, goal by goal.
fn by_branching(puzzle: &Puzzle, goals: &[Goal], classes: &[Class], effort: Effort) -> Answer {
    let mut model = Model::new(puzzle, classes, goals);
    let mut levels = Vec::new();
    let mut best: Option<Vec<f64>> = None;
    if goals.is_empty() {
        match model.linear.best(&[], effort.nodes, effort.gap, None) {
            Solved::Found { values, .. } => best = Some(values),
            Solved::Impossible => return Answer::Impossible,
            Solved::Undecided => return Answer::Undecided,
        }
    }
    for &goal in goals {
        let objective = model.objective(puzzle, goal);
        let solved = model.linear.best(&objective, effort.nodes, effort.gap, best.as_deref());
        let (values, bound) = match solved {
            Solved::Found { values, bound } => (values, bound),
            Solved::Impossible if best.is_none() => return Answer::Impossible,
            Solved::Undecided if best.is_none() => return Answer::Undecided,
            // What holds the goals before this one is there already.
            _ => (best.clone().unwrap_or_default(), f64::INFINITY),
        };
        let value = model.measure(puzzle, goal, &values);
        let bound = if bound.is_finite() { (bound + 1e-4).floor() as i64 } else { i64::MAX };
        levels.push(Level { goal, value, bound: bound.max(value) });
        model.linear.row(objective, Relation::AtLeast, value as f64 - 0.5);
        best = Some(values);
    }
    let Some(values) = best else { return Answer::Undecided };
    Answer::Chosen(Choice { cells: model.chosen(&values), travels: model.travelling(&values), levels })
}

/// The choice as an integer programme.
struct Model {
    linear: Linear,
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
    fn new(puzzle: &Puzzle, classes: &[Class], goals: &[Goal]) -> Model {
        let mut linear = Linear::default();
        let cells = puzzle.cells.iter().map(|cell| {
            let (least, most) = (f64::from(u8::from(cell.must)), f64::from(u8::from(!cell.slots.is_empty())));
            linear.whole(least, most)
        });
        let cells: Vec<usize> = cells.collect();
        let free = |p: &super::puzzle::Party| puzzle.seats.is_some() && !p.fixed;
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
        model.add_classes(puzzle, classes);
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
            let of = |(p, party): (usize, &super::puzzle::Party)| Some((self.travels[p]?, party.size as f64));
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
    /// shared out among them; that the shares need not be whole is what the timetable is asked about.
    fn add_classes(&mut self, puzzle: &Puzzle, classes: &[Class]) {
        let mut shares: Vec<Vec<(usize, f64)>> = vec![Vec::new(); puzzle.cells.len()];
        let mut uses = vec![0; puzzle.cells.len()];
        classes.iter().flat_map(|c| &c.cells).for_each(|c| uses[*c] += 1);
        for class in classes {
            let mut all = Vec::new();
            let mut parties = vec![Vec::new(); puzzle.parties.len()];
            let mut hosts = vec![Vec::new(); puzzle.hosts.len()];
            for &c in &class.cells {
                let share = if uses[c] == 1 { self.cells[c] } else { self.linear.real(0.0, 1.0) };
                if uses[c] > 1 {
                    shares[c].push((share, -1.0));
                }
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
    }

    fn add_limits(&mut self, puzzle: &Puzzle) {
        let by_host = puzzle.by_host();
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

    /// What a goal adds up, more being better.
    fn objective(&self, puzzle: &Puzzle, goal: Goal) -> Vec<(usize, f64)> {
        let cells = |worth: fn(&super::puzzle::Cell) -> u64| {
            let of = move |(v, cell): (&usize, &super::puzzle::Cell)| (*v, worth(cell) as f64);
            self.cells.iter().zip(&puzzle.cells).map(of).filter(|(_, w)| *w != 0.0).collect()
        };
        match goal {
            Goal::Shortfall => self.short.iter().flatten().map(|s| (*s, -1.0)).collect(),
            Goal::Kept => cells(|c| u64::from(c.kept)),
            Goal::Wished => cells(|c| c.wished),
            Goal::Total => cells(super::puzzle::Cell::value),
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

/// What a choice reaches of a goal.
pub fn measure(puzzle: &Puzzle, goal: Goal, chosen: &[usize], travels: &[bool]) -> i64 {
    let cells = || chosen.iter().map(|c| &puzzle.cells[*c]);
    match goal {
        Goal::Total => puzzle.value(chosen) as i64,
        Goal::Kept => cells().filter(|c| c.kept).count() as i64,
        Goal::Wished => cells().map(|c| c.wished as i64).sum(),
        Goal::Spread => {
            let mut hosts: Vec<usize> = cells().map(|c| c.host).collect();
            hosts.sort_unstable();
            hosts.dedup();
            hosts.len() as i64
        }
        Goal::Shortfall => {
            let lack = |p: usize| {
                let has = cells().filter(|c| c.party == p).count();
                if travels[p] { puzzle.parties[p].least.saturating_sub(has) as i64 } else { 0 }
            };
            -(0..puzzle.parties.len()).map(lack).sum::<i64>()
        }
        Goal::WorstOff(count) => {
            let mut totals = Vec::new();
            for p in (0..puzzle.parties.len()).filter(|p| travels[*p]) {
                for member in 0..puzzle.parties[p].size {
                    totals
                        .push(cells().filter(|c| c.party == p).map(|c| c.values[member] as i64).sum::<i64>());
                }
            }
            totals.sort_unstable();
            totals.iter().take(count).sum()
        }
    }
}
