//! What is held in memory: the profiles that the server was started with, and what was uploaded.
//!
//! An upload is read once and never changed. Its id is 128 random bits: whoever has not been told it
//! cannot ask for it.

use super::limits::Limits;
use crate::profile::Date;
use crate::report::check::{self, CheckDocument};
use crate::report::made::Made;
use crate::roster::{Loaded, Roster};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

/// The id of the profiles that the server was started with.
pub const GIVEN: &str = "given";

/// Profiles that were read.
#[derive(Debug)]
pub struct Profiles {
    /// What they say.
    pub roster: Roster,
    /// What `check` says of them.
    pub check: CheckDocument,
    /// The hash of what was read.
    pub inputs: String,
}

impl Profiles {
    /// What is kept of profiles that were read: the tables themselves are not.
    pub fn new(loaded: Loaded) -> Profiles {
        let Loaded { bundle, roster, findings } = loaded;
        let check = check::document(&bundle, &roster, &findings);
        Profiles { check, inputs: bundle.fingerprint(), roster }
    }

    /// The date at which they are judged.
    pub fn as_of(&self) -> Date {
        self.roster.as_of()
    }

    /// How a workbook of them was made.
    pub fn made(&self) -> Made {
        Made::new(&self.roster, self.inputs.clone())
    }
}

/// Everything that is held.
pub struct Held {
    given: Arc<Profiles>,
    uploads: HashMap<String, Upload>,
}

struct Upload {
    profiles: Arc<Profiles>,
    bytes: usize,
    used: Instant,
}

impl Held {
    /// The profiles that the server was started with, and no upload.
    pub fn new(given: Profiles) -> Held {
        Held { given: Arc::new(given), uploads: HashMap::new() }
    }

    /// The profiles with an id, which are used now.
    pub fn find(&mut self, id: &str, now: Instant, limits: &Limits) -> Option<Arc<Profiles>> {
        if id == GIVEN {
            return Some(Arc::clone(&self.given));
        }
        self.drop_old(now, limits);
        let upload = self.uploads.get_mut(id)?;
        upload.used = now;
        Some(Arc::clone(&upload.profiles))
    }

    /// Holds an upload of so many bytes, and makes place for it where it has to.
    pub fn put(&mut self, profiles: Arc<Profiles>, bytes: usize, now: Instant, limits: &Limits) -> String {
        self.drop_old(now, limits);
        let is_full = |held: &Held| {
            let sum: usize = held.uploads.values().map(|u| u.bytes).sum();
            held.uploads.len() >= limits.held || sum + bytes > limits.held_bytes
        };
        while is_full(self) {
            let Some(oldest) = self.uploads.iter().min_by_key(|(_, u)| u.used).map(|(id, _)| id.clone())
            else {
                break;
            };
            self.uploads.remove(&oldest);
        }
        let id = format!("{:032x}", rand::random::<u128>());
        self.uploads.insert(id.clone(), Upload { profiles, bytes, used: now });
        id
    }

    /// Lets go of an upload; whether there was one.
    pub fn forget(&mut self, id: &str) -> bool {
        self.uploads.remove(id).is_some()
    }

    /// Lets go of what nobody used for long.
    pub fn drop_old(&mut self, now: Instant, limits: &Limits) {
        self.uploads.retain(|_, upload| now.saturating_duration_since(upload.used) < limits.age);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Bundle;
    use std::time::Duration;

    fn profiles() -> Arc<Profiles> {
        let date = Date::read("2026-11-23").expect("a date");
        Arc::new(Profiles::new(Loaded::new(Bundle::shipped().expect("sound"), date).expect("sound")))
    }

    fn held(profiles: &Arc<Profiles>) -> Held {
        Held { given: Arc::clone(profiles), uploads: HashMap::new() }
    }

    #[test]
    fn ids_are_long_and_never_the_same() {
        let (one, limits, now) = (profiles(), Limits::default(), Instant::now());
        let mut held = held(&one);
        let ids: Vec<String> = (0..8).map(|_| held.put(Arc::clone(&one), 1, now, &limits)).collect();
        assert!(ids.iter().all(|id| id.len() == 32 && held.find(id, now, &limits).is_some()));
        assert!((1..ids.len()).all(|i| !ids[..i].contains(&ids[i])));
        assert!(held.find("0", now, &limits).is_none());
    }

    #[test]
    fn what_was_not_used_for_longest_makes_place() {
        let (one, start) = (profiles(), Instant::now());
        let limits = Limits { held: 3, held_bytes: 100, ..Limits::default() };
        let at = |seconds| start + Duration::from_secs(seconds);
        let mut held = held(&one);
        let ids: Vec<String> = (0..3).map(|i| held.put(Arc::clone(&one), 20, at(i), &limits)).collect();
        assert!(held.find(&ids[0], at(4), &limits).is_some());
        let fourth = held.put(Arc::clone(&one), 20, at(5), &limits);
        assert!(held.find(&ids[1], at(6), &limits).is_none(), "by number");
        let large = held.put(Arc::clone(&one), 80, at(7), &limits);
        assert!(held.find(&ids[2], at(8), &limits).is_none() && held.find(&ids[0], at(8), &limits).is_none());
        assert!(held.find(&fourth, at(9), &limits).is_some() && held.find(&large, at(9), &limits).is_some());
    }

    #[test]
    fn an_upload_leaves_when_nobody_uses_it_and_the_given_profiles_stay() {
        let (one, limits, start) = (profiles(), Limits::default(), Instant::now());
        let mut held = held(&one);
        let id = held.put(Arc::clone(&one), 1, start, &limits);
        let later = start + limits.age - Duration::from_secs(1);
        assert!(held.find(&id, later, &limits).is_some(), "a use makes it young again");
        assert!(held.find(&id, later + limits.age, &limits).is_none());
        assert!(held.find(GIVEN, later + limits.age, &limits).is_some());
        assert!(!held.forget(&id));
    }
}
