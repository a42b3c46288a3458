//! Timetables that need no search: two sides, everyone available, one site.
//!
//! A bipartite graph can be coloured with as many colours as its largest degree (D. Kőnig, 1916), and the
//! colours can be made equally frequent (D. de Werra, 1971). Colours are slots, edges are meetings.

use super::model::Model;

/// A timetable of the first slots, as few as can be; `None` where the structure is not there.
pub(super) fn colour(model: &Model) -> Option<Vec<usize>> {
    let by_time = model.domains.first()?;
    let tables = *model.problem.sites.first()?.tables.iter().min()?;
    if !is_simple(model) || !is_bipartite(model) || tables == 0 {
        return None;
    }
    let edges: Vec<[usize; 2]> =
        model.problem.meetings.iter().map(|m| [m.participants[0], m.participants[1]]).collect();
    let degree = model.agendas.iter().map(Vec::len).max()?;
    let colours = degree.max(edges.len().div_ceil(tables));
    if colours > model.problem.slots.len() {
        return None;
    }
    let mut colouring = Colouring::new(model.agendas.len(), colours, edges);
    (0..colouring.edges.len()).for_each(|edge| colouring.insert(edge));
    colouring.balance();
    Some(colouring.colour.iter().map(|c| by_time[*c]).collect())
}

/// One site, two a meeting, every slot open to every meeting, no rule but one meeting at a time.
fn is_simple(model: &Model) -> bool {
    let open = |m: usize| model.domains[m].len() == model.problem.slots.len();
    let two = |m: usize| model.problem.meetings[m].participants.len() == 2;
    let capped = |p: usize| model.problem.participants[p].most_gaps.is_some();
    model.problem.sites.len() == 1
        && model.is_plain()
        && model.busy.iter().all(|busy| *busy)
        && (0..model.domains.len()).all(|m| open(m) && two(m))
        && !(0..model.agendas.len()).any(capped)
}

/// Whether the participants fall into two sides.
fn is_bipartite(model: &Model) -> bool {
    let mut left: Vec<Option<bool>> = vec![None; model.agendas.len()];
    for start in 0..left.len() {
        let mut stack = vec![start];
        left[start].get_or_insert(true);
        while let Some(one) = stack.pop() {
            for meeting in &model.agendas[one] {
                let ends = &model.problem.meetings[*meeting].participants;
                let other = if ends[0] == one { ends[1] } else { ends[0] };
                if left[other] == left[one] {
                    return false;
                }
                if left[other].is_none() {
                    left[other] = left[one].map(|side| !side);
                    stack.push(other);
                }
            }
        }
    }
    true
}

/// A partial edge colouring.
struct Colouring {
    /// The two ends of each edge.
    edges: Vec<[usize; 2]>,
    /// The edge of each colour at each node.
    at: Vec<Vec<Option<usize>>>,
    /// The colour of each edge; meaningless before it is inserted.
    colour: Vec<usize>,
    /// The edges of each colour.
    size: Vec<usize>,
}

impl Colouring {
    fn new(nodes: usize, colours: usize, edges: Vec<[usize; 2]>) -> Colouring {
        let colour = vec![0; edges.len()];
        Colouring { edges, at: vec![vec![None; colours]; nodes], colour, size: vec![0; colours] }
    }

    fn free(&self, node: usize) -> usize {
        self.at[node]
            .iter()
            .position(Option::is_none)
            .expect("there are as many colours as the largest degree")
    }

    /// Colours one more edge: with a colour free at one end, after freeing it at the other.
    fn insert(&mut self, edge: usize) {
        let [u, v] = self.edges[edge];
        let (a, b) = (self.free(u), self.free(v));
        if self.at[v][a].is_some() {
            // The path of colours a and b from v cannot end in u: the graph is bipartite.
            let path = self.path(v, a, b);
            self.flip(&path, a, b);
        }
        self.paint(edge, a);
    }

    fn paint(&mut self, edge: usize, colour: usize) {
        self.colour[edge] = colour;
        self.size[colour] += 1;
        self.edges[edge].iter().for_each(|node| self.at[*node][colour] = Some(edge));
    }

    /// The edges of two colours in turn, from a node on that misses the second, beginning with the first.
    fn path(&self, from: usize, first: usize, second: usize) -> Vec<usize> {
        let (mut node, mut colours, mut path) = (from, [first, second], Vec::new());
        while let Some(edge) = self.at[node][colours[0]] {
            path.push(edge);
            let [u, v] = self.edges[edge];
            node = if u == node { v } else { u };
            colours.reverse();
        }
        path
    }

    /// Exchanges two colours along a path.
    fn flip(&mut self, path: &[usize], a: usize, b: usize) {
        for edge in path {
            let colour = self.colour[*edge];
            self.size[colour] -= 1;
            self.edges[*edge].iter().for_each(|node| self.at[*node][colour] = None);
        }
        for edge in path {
            let other = if self.colour[*edge] == a { b } else { a };
            self.paint(*edge, other);
        }
    }

    /// Makes the colours differ by at most one edge. Between a frequent and a rare colour some path of the
    /// two has one edge more of the frequent one.
    fn balance(&mut self) {
        loop {
            let by_size = |c: &usize| self.size[*c];
            let most = (0..self.size.len()).max_by_key(by_size).expect("there is a colour");
            let least = (0..self.size.len()).min_by_key(by_size).expect("there is a colour");
            if self.size[most] <= self.size[least] + 1 {
                return;
            }
            // Such a path begins and ends with the frequent colour, at nodes that the rare one misses.
            let odd = (0..self.at.len())
                .filter(|node| self.at[*node][least].is_none())
                .map(|node| self.path(node, most, least))
                .find(|path| path.len() % 2 == 1)
                .expect("the frequent colour is ahead on some path");
            self.flip(&odd, most, least);
        }
    }
}
