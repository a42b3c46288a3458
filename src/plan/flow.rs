//! The flow of greatest profit, with a certificate that none is greater.
//!
//! Successive best paths (R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, 1993, section 9.7) on an
//! acyclic network. All numbers are whole, so the certificate is exact: the potentials of the nodes are a
//! solution of the dual programme, and its value is computed from them anew, without the flow.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A network from a source to a sink; how much flows is free.
#[derive(Debug, Clone, Default)]
pub struct Network {
    arcs: Vec<Arc>,
    /// The arcs that leave each node, those backwards too.
    leaving: Vec<Vec<usize>>,
}

/// An arc; the one after an even number is the same arc backwards.
#[derive(Debug, Clone, Copy)]
struct Arc {
    from: usize,
    to: usize,
    left: i64,
    profit: i128,
}

/// A flow and what is known of how good it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// How much flows through each arc, in the order in which they were added.
    pub amounts: Vec<i64>,
    /// The profit.
    pub profit: i128,
    /// No flow has a greater profit: the value of the dual solution.
    pub bound: i128,
}

impl Network {
    /// The source.
    pub const SOURCE: usize = 0;
    /// The sink.
    pub const SINK: usize = 1;

    /// A network of a source and a sink.
    pub fn new() -> Network {
        Network { arcs: Vec::new(), leaving: vec![Vec::new(); 2] }
    }

    /// Adds a node. Arcs may lead from a node to one added later, or to the sink, and never back.
    pub fn node(&mut self) -> usize {
        self.leaving.push(Vec::new());
        self.leaving.len() - 1
    }

    /// Adds an arc of a capacity, with a profit for each unit; gives its number.
    pub fn arc(&mut self, from: usize, to: usize, capacity: usize, profit: i128) -> usize {
        let n = self.arcs.len();
        self.arcs.push(Arc { from, to, left: capacity as i64, profit });
        self.arcs.push(Arc { from: to, to: from, left: 0, profit: -profit });
        self.leaving[from].push(n);
        self.leaving[to].push(n + 1);
        n / 2
    }

    /// The flow of greatest profit.
    pub fn best(mut self) -> Flow {
        let capacities: Vec<i64> = self.arcs.iter().step_by(2).map(|a| a.left).collect();
        let mut potential = self.first_potentials();
        loop {
            // Potentials are least costs from the source; the cost of an arc is its profit turned round.
            let (away, by) = self.cheapest(&potential);
            let end = potential[Network::SOURCE] - potential[Network::SINK];
            let reach = away[Network::SINK].map_or(end, |d| d.min(end));
            let worth_it = away[Network::SINK].is_some_and(|d| d < end);
            for (p, d) in potential.iter_mut().zip(&away) {
                *p += d.map_or(reach, |d| d.min(reach));
            }
            if !worth_it {
                break;
            }
            self.push(&by);
        }
        let amounts: Vec<i64> =
            capacities.iter().zip(self.arcs.iter().step_by(2)).map(|(c, a)| c - a.left).collect();
        let forward = || self.arcs.iter().step_by(2);
        let profit = forward().zip(&amounts).map(|(a, n)| a.profit * i128::from(*n)).sum();
        let gain = |a: &Arc| (a.profit - potential[a.from] + potential[a.to]).max(0);
        let bound = forward().zip(&capacities).map(|(a, c)| gain(a) * i128::from(*c)).sum();
        Flow { amounts, profit, bound }
    }

    /// Least costs from the source over arcs with room, node by node in an order in which no arc leads
    /// back; what cannot be reached gets the highest cost that breaks no rule.
    fn first_potentials(&self) -> Vec<i128> {
        let nodes = self.leaving.len();
        let order = [Network::SOURCE].into_iter().chain(2..nodes).chain([Network::SINK]);
        // Costs are at most nought on the way, so nought is a potential that every arc may lower.
        let mut potential = vec![0i128; nodes];
        for node in order {
            for arc in self.leaving[node].iter().map(|a| self.arcs[*a]).filter(|a| a.left > 0) {
                potential[arc.to] = potential[arc.to].min(potential[node] - arc.profit);
            }
        }
        potential
    }

    /// Least reduced costs from the source to each node, and the arc by which each is reached.
    fn cheapest(&self, potential: &[i128]) -> (Vec<Option<i128>>, Vec<usize>) {
        let mut away: Vec<Option<i128>> = vec![None; potential.len()];
        let mut by = vec![usize::MAX; potential.len()];
        let mut heap = BinaryHeap::from([Reverse((0i128, Network::SOURCE))]);
        away[Network::SOURCE] = Some(0);
        while let Some(Reverse((cost, node))) = heap.pop() {
            if away[node] != Some(cost) {
                continue;
            }
            if node == Network::SINK {
                break;
            }
            for &number in &self.leaving[node] {
                let arc = self.arcs[number];
                let reduced = cost - arc.profit + potential[node] - potential[arc.to];
                if arc.left > 0 && away[arc.to].is_none_or(|known| reduced < known) {
                    away[arc.to] = Some(reduced);
                    by[arc.to] = number;
                    heap.push(Reverse((reduced, arc.to)));
                }
            }
        }
        (away, by)
    }

    /// Sends as much as fits along the path that was found.
    fn push(&mut self, by: &[usize]) {
        let mut path = Vec::new();
        let mut node = Network::SINK;
        while node != Network::SOURCE {
            path.push(by[node]);
            node = self.arcs[by[node]].from;
        }
        let amount = path.iter().map(|a| self.arcs[*a].left).min().unwrap_or(0);
        for arc in path {
            self.arcs[arc].left -= amount;
            self.arcs[arc ^ 1].left += amount;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_assignment_has_its_known_best() {
        // The greatest sum of one number a row and a column is 7 + 8 + 6.
        let profits = [[7, 2, 1], [4, 5, 8], [3, 6, 2]];
        let mut network = Network::new();
        let rows: Vec<usize> = (0..3).map(|_| network.node()).collect();
        let columns: Vec<usize> = (0..3).map(|_| network.node()).collect();
        for r in 0..3 {
            network.arc(Network::SOURCE, rows[r], 1, 0);
            network.arc(columns[r], Network::SINK, 1, 0);
            for c in 0..3 {
                network.arc(rows[r], columns[c], 1, profits[r][c]);
            }
        }
        let flow = network.best();
        assert_eq!((flow.profit, flow.bound), (21, 21));
    }

    proptest! {
        #[test]
        fn the_certificate_always_meets_the_flow(
            seeds in prop::collection::vec((0usize..6, 0usize..6, 0usize..4, 0i128..50), 1..40),
        ) {
            let mut network = Network::new();
            let nodes: Vec<usize> = (0..6).map(|_| network.node()).collect();
            for (a, b, capacity, profit) in seeds {
                match a.cmp(&b) {
                    std::cmp::Ordering::Less => network.arc(nodes[a], nodes[b], capacity, profit),
                    std::cmp::Ordering::Equal => network.arc(Network::SOURCE, nodes[a], capacity, profit),
                    std::cmp::Ordering::Greater => network.arc(nodes[a], Network::SINK, capacity, profit),
                };
            }
            let flow = network.best();
            prop_assert_eq!(flow.profit, flow.bound);
        }
    }
}
