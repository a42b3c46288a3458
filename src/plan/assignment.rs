//! The choice as a flow, where it is one: members → class → pairs → hosts → class.

use super::choose::{Answer, Choice, Goal, Level};
use super::puzzle::{Class, Puzzle};
use crate::flow::Network;
use std::collections::BTreeMap;

/// The choice as a flow; `None` where something counts or holds that a flow cannot say.
pub fn by_flow(puzzle: &Puzzle, goals: &[Goal], classes: &[Class]) -> Option<Answer> {
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
    let mut stays = BTreeMap::new();
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
