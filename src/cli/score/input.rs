//! Where the pairs come from: a file, or two sets of organizations.

use super::super::common::Common;
use silkmatch::engine::Filter;
use silkmatch::error::Result;
use silkmatch::read::{self, PairReader};
use silkmatch::roster::{Org, Roster};
use std::path::Path;

/// Pairs of two countries that are in memory at a time.
const PAIRS: usize = 8_192;

/// Where the pairs come from.
pub enum Input {
    /// A file, and its length where it has one.
    File { reader: Box<PairReader>, length: Option<u64> },
    /// All pairs of two sets of organizations: seekers, partners, and the position of the next pair.
    Between { seekers: Vec<Org>, partners: Vec<Org>, next: usize },
}

/// Pairs that are in memory at a time.
pub enum Batch {
    Rows(read::Batch),
    Pairs(Vec<(Org, Org)>),
}

impl Input {
    /// A file, or standard input.
    pub fn open(path: &Path, common: &Common) -> Result<Input> {
        let reader = Box::new(PairReader::open(&common.source(path))?);
        common.tell(reader.findings());
        let length = std::fs::metadata(path).ok().filter(|m| m.is_file()).map(|m| m.len());
        Ok(Input::File { reader, length })
    }

    /// All pairs of seekers and partners of these countries.
    pub fn between(roster: &Roster, from: &[String], to: &[String]) -> Result<Input> {
        let of = |list: &[String]| -> Result<Vec<Org>> {
            let filter = Filter::of_countries(list)?;
            Ok(roster.orgs().filter(|o| filter.lets(roster, *o)).collect())
        };
        Ok(Input::Between { seekers: of(from)?, partners: of(to)?, next: 0 })
    }

    /// The header of the file; empty where there is none.
    pub fn header(&self) -> &[String] {
        match self {
            Input::File { reader, .. } => reader.header(),
            Input::Between { .. } => &[],
        }
    }

    /// The next pairs; none at the end.
    pub fn batch(&mut self, bytes: usize) -> Result<Option<Batch>> {
        match self {
            Input::File { reader, .. } => Ok(reader.batch(bytes)?.map(Batch::Rows)),
            Input::Between { seekers, partners, next } => {
                let end = (*next + PAIRS).min(seekers.len() * partners.len());
                let pair = |n: usize| (seekers[n / partners.len()], partners[n % partners.len()]);
                let pairs: Vec<_> = (*next..end).map(pair).filter(|(a, b)| a != b).collect();
                let has_ended = *next == end;
                *next = end;
                Ok((!has_ended).then_some(Batch::Pairs(pairs)))
            }
        }
    }

    /// The share that is read, from 0 to 1; unknown for a pipe.
    pub fn share(&self) -> Option<f64> {
        match self {
            Input::File { reader, length } => Some(reader.bytes() as f64 / (*length)? as f64),
            Input::Between { seekers, partners, next } => {
                Some(*next as f64 / (seekers.len() * partners.len()) as f64)
            }
        }
    }
}
