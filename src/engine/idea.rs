//! What makes many shortlists cheap. Each can be left out, to see what it brings.

use super::classes::{Claims, Known};

/// Something that makes [`Index::shortlists`](super::Index::shortlists) cheaper and changes none of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idea {
    /// Only whose upper bound passes the last of the best so far is scored.
    Bounds,
    /// Several seekers go over the partners together.
    Panels,
    /// Seekers who are alike stand in one panel.
    Neighbours,
    /// Bounds are added up by the vectors of the machine.
    Vectors,
    /// By its widest ones.
    WidestVectors,
    /// A kind's assumed needs cost one number, not one for each need.
    AssumedNeeds,
    /// What is known of partners is asked once for a panel, not once for each tile.
    Grounds,
    /// Tiles in which nobody can be among the best are not read.
    SkippedTiles,
    /// Tiles with the highest bounds come first.
    BestTilesFirst,
    /// In a tile those with as many claims stand side by side, those with most first.
    Shapes,
    /// The last of the best so far is asked again after a few partners at first, and after more and more.
    Strips,
    /// Only the highest of those found together are scored at once.
    Waiting,
    /// Those who are scored are fetched from memory side by side.
    Fetching,
    /// What scoring reads of an organization lies in one piece.
    Packing,
    /// A panel works with the memory of the one before it.
    KeptMemory,
}

impl Idea {
    /// All of them.
    pub const ALL: [Idea; 15] = [
        Idea::Bounds,
        Idea::Panels,
        Idea::Neighbours,
        Idea::Vectors,
        Idea::WidestVectors,
        Idea::AssumedNeeds,
        Idea::Grounds,
        Idea::SkippedTiles,
        Idea::BestTilesFirst,
        Idea::Shapes,
        Idea::Strips,
        Idea::Waiting,
        Idea::Fetching,
        Idea::Packing,
        Idea::KeptMemory,
    ];
}

/// All ideas but one, or all of them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ideas {
    pub without: Option<Idea>,
}

impl Ideas {
    pub fn have(self, idea: Idea) -> bool {
        self.without != Some(idea)
    }

    /// Whether the needs of partners of whom this is known are one of some lists.
    pub fn has_lists(self, known: Known) -> bool {
        known.needs == Claims::Assumed && self.have(Idea::AssumedNeeds)
    }
}
