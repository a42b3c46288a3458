//! The best partners so far, by scores that may be off by a known margin.

use crate::roster::Org;

/// Keeps every partner that may still be among the best, and few others.
pub(super) struct Best {
    top: usize,
    /// Twice what a score may be off: two scores further apart than this are in their right order.
    apart: f32,
    /// Whoever scores no more than this cannot be among the best.
    cut: f32,
    room: usize,
    kept: Vec<(f32, Org)>,
}

impl Best {
    pub fn new(top: usize, margin: f32) -> Best {
        let room = top.saturating_mul(4).saturating_add(64);
        Best { top, apart: 2.0 * margin, cut: f32::NEG_INFINITY, room, kept: Vec::new() }
    }

    /// Whether somebody with such a score may be among the best.
    pub fn may_gain(&self, score: f32) -> bool {
        score > self.cut
    }

    /// Looks at the scores of a tile. A block whose highest score is below the cut is passed over.
    pub fn see(&mut self, scores: &[f32], orgs: &[Org]) {
        const BLOCK: usize = 32;
        for (scores, orgs) in scores.chunks(BLOCK).zip(orgs.chunks(BLOCK)) {
            if scores.iter().fold(f32::NEG_INFINITY, |a, &b| if b > a { b } else { a }) <= self.cut {
                continue;
            }
            for (&score, &org) in scores.iter().zip(orgs) {
                if score > self.cut {
                    self.kept.push((score, org));
                }
            }
            if self.kept.len() >= self.room {
                self.trim();
            }
        }
    }

    /// Drops whoever cannot be among the best any more.
    fn trim(&mut self) {
        if self.kept.len() <= self.top {
            return;
        }
        let (_, last, _) = self.kept.select_nth_unstable_by(self.top - 1, |a, b| b.0.total_cmp(&a.0));
        // Strictly below: the next float down, so that a score at the very edge is kept.
        self.cut = (last.0 - self.apart).next_down();
        let cut = self.cut;
        self.kept.retain(|(score, _)| *score > cut);
        // Where many are equal, trimming has to become rarer as the list grows.
        self.room = self.room.max(2 * self.kept.len());
    }

    /// All who may be among the best.
    pub fn finish(mut self) -> Vec<Org> {
        self.trim();
        self.kept.into_iter().map(|(_, org)| org).collect()
    }
}
