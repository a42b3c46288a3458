//! Lines that are written already: a pair that comes again is copied, not scored again.
//!
//! Over the shipped profiles there are some forty thousand pairs, and a file of millions has each of
//! them many times.

use silkmatch::roster::Org;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Rosters up to this size have a place for every pair; beyond it few pairs come twice.
const MOST_ORGANIZATIONS: usize = 1_024;
/// Bytes of lines that are kept, at most.
const MOST_BYTES: usize = 64 << 20;

/// For each pair of a roster, its line, once it is made.
pub struct Memo {
    organizations: usize,
    lines: Vec<OnceLock<Box<[u8]>>>,
    room: AtomicUsize,
}

impl Memo {
    /// Room for the pairs of so many organizations.
    pub fn new(organizations: usize) -> Memo {
        let pairs = if organizations > MOST_ORGANIZATIONS { 0 } else { organizations * organizations };
        let lines = std::iter::repeat_with(OnceLock::new).take(pairs).collect();
        Memo { organizations, lines, room: AtomicUsize::new(MOST_BYTES) }
    }

    /// Puts the line of a pair at the end of a text; where it is not known, it is made.
    pub fn push(&self, text: &mut Vec<u8>, (seeker, partner): (Org, Org), make: impl FnOnce(&mut Vec<u8>)) {
        let place = self.lines.get(seeker.index() * self.organizations + partner.index());
        if let Some(line) = place.and_then(OnceLock::get) {
            return text.extend_from_slice(line);
        }
        let start = text.len();
        make(text);
        let (line, Some(place)) = (&text[start..], place) else { return };
        let take = |room: usize| room.checked_sub(line.len());
        if self.room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok() {
            // Two threads may have made it at once, and made the same.
            let _ = place.set(line.into());
        }
    }
}
