//! The lines of pairs in CSV, behind the cells of their input.
//!
//! A line is what its seeker has in all of its lines, what its partner has, and what is of the pair
//! alone. The first two are written once for each organization. The last is kept for all partners of a
//! seeker that many rows ask for: over the shipped profiles there are some forty thousand pairs, and a
//! file of millions has each of them many times.

use silkmatch::engine::Query;
use silkmatch::render::csv;
use silkmatch::report::Wording;
use silkmatch::report::pairs::{self as report, Named};
use silkmatch::report::shortlist::{Reasons, partner_fields, seeker_fields};
use silkmatch::report::table::Field;
use silkmatch::roster::{Org, Roster};
use std::hint::black_box;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

/// Up to this size of a roster pairs are kept; beyond it few come twice.
const MOST_ORGANIZATIONS: usize = 1_024;
/// Bytes of pairs that are kept, at most.
const MOST_BYTES: usize = 64 << 20;
/// Bytes that the processor fetches from memory at a time.
const CACHE_LINE: usize = 64;

/// What is asked of each pair.
pub struct Question {
    pub roster: &'static Roster,
    pub query: Query,
    pub wording: Wording,
    pub reasons: Reasons,
}

impl Question {
    /// Puts what is of a pair alone at the end of a text. The vector of fields is lent, so that it is
    /// made once for many pairs.
    fn push<'a>(&'a self, text: &mut Vec<u8>, pair: (Org, Org), fields: &mut Vec<Field<'a>>) {
        let Question { roster, query, wording, reasons } = self;
        report::pair_fields(roster, pair, query, wording, *reasons, fields);
        csv::push_row(text, fields.drain(..));
    }
}

/// The lines of all pairs of a roster.
pub struct Lines<'a> {
    question: &'a Question,
    seekers: Texts,
    partners: Texts,
    /// For each seeker; empty where pairs are not kept.
    kept: Vec<Kept>,
    room: AtomicUsize,
}

/// The pairs of one seeker.
#[derive(Default)]
struct Kept {
    /// How many rows have asked for it.
    rows: AtomicU32,
    /// What is of each pair alone, by partner; none where there is no room.
    pairs: OnceLock<Option<Texts>>,
}

impl<'a> Lines<'a> {
    /// The lines that answer a question.
    pub fn new(question: &'a Question) -> Lines<'a> {
        let roster = question.roster;
        let (mut seekers, mut partners) = (Texts::default(), Texts::default());
        for organization in roster.organizations() {
            seekers.add(|text| csv::push_cells(text, seeker_fields(organization, None)));
            partners.add(|text| csv::push_cells(text, partner_fields(organization)));
        }
        let seekers_kept = if roster.len() > MOST_ORGANIZATIONS { 0 } else { roster.len() };
        let kept = std::iter::repeat_with(Kept::default).take(seekers_kept).collect();
        Lines { question, seekers, partners, kept, room: AtomicUsize::new(MOST_BYTES) }
    }

    /// Puts the line of a pair at the end of a text, with what is kept of it.
    pub fn push(
        &self,
        text: &mut Vec<u8>,
        pair: (Org, Org),
        kept: Option<&[u8]>,
        fields: &mut Vec<Field<'a>>,
    ) {
        let (seeker, partner) = pair;
        text.extend_from_slice(self.seekers.of(seeker));
        text.extend_from_slice(self.partners.of(partner));
        match kept {
            Some(kept) => text.extend_from_slice(kept),
            None => self.question.push(text, pair, fields),
        }
    }

    /// Puts the line of a row that stands for no pair at the end of a text.
    pub fn push_problem(text: &mut Vec<u8>, problem: String, fields: &mut Vec<Field<'a>>) {
        report::problem_fields(problem, fields);
        csv::push_row(text, fields.drain(..));
    }

    /// What is kept of each of several pairs. All of it is brought from memory: what would be waited for
    /// one by one where it is copied is here waited for at once.
    pub fn fetch<'k>(&'k self, pairs: &[Named], kept: &mut Vec<Option<&'k [u8]>>) {
        kept.clear();
        kept.extend(pairs.iter().map(|named| {
            let (seeker, partner) = *named.as_ref().ok()?;
            Some(self.asked_for(seeker)?.of(partner))
        }));
        // No step depends on what another one reads, or on how long a text is.
        let touched = kept.iter().flatten().fold(0, |all, text| {
            let last = text.len().saturating_sub(1);
            let touch = |at: usize| text.get(at.min(last)).copied().unwrap_or_default();
            all ^ touch(0) ^ touch(CACHE_LINE) ^ touch(2 * CACHE_LINE)
        });
        black_box(touched);
    }

    /// The pairs of a seeker, from the row on with which so many have asked for it that making all of
    /// them is worth its while.
    fn asked_for(&self, seeker: Org) -> Option<&Texts> {
        let kept = self.kept.get(seeker.index())?;
        if let Some(pairs) = kept.pairs.get() {
            return pairs.as_ref();
        }
        let rows = kept.rows.fetch_add(1, Ordering::Relaxed) as usize;
        if rows < self.kept.len() / 2 {
            return None;
        }
        kept.pairs.get_or_init(|| self.all_of(seeker)).as_ref()
    }

    fn all_of(&self, seeker: Org) -> Option<Texts> {
        let (mut pairs, mut fields) = (Texts::default(), Vec::new());
        for partner in self.question.roster.orgs() {
            pairs.add(|text| self.question.push(text, (seeker, partner), &mut fields));
        }
        let take = |room: usize| room.checked_sub(pairs.text.len());
        self.room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).ok().map(|_| pairs)
    }
}

/// A text for each organization, one behind the other.
#[derive(Default)]
struct Texts {
    text: Vec<u8>,
    ends: Vec<u32>,
}

impl Texts {
    /// Adds the text of the next organization.
    fn add(&mut self, push: impl FnOnce(&mut Vec<u8>)) {
        push(&mut self.text);
        self.ends.push(self.text.len() as u32);
    }

    fn of(&self, org: Org) -> &[u8] {
        let start = org.index().checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[org.index()] as usize]
    }
}
