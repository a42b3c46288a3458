//! Progress of long work: rate and time left, on a terminal only, and not before a second has passed.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// How often the line is written, and how long nothing is said at the start.
const PAUSE: Duration = Duration::from_secs(1);

/// A line on standard error that is written over and over.
pub struct Progress {
    shown: bool,
    start: Instant,
    last: Instant,
    written: bool,
}

impl Progress {
    /// Starts the clock.
    pub fn start(quiet: bool) -> Progress {
        let now = Instant::now();
        // A dumb terminal cannot take a line back.
        let can_erase = std::env::var_os("TERM").is_none_or(|term| term != "dumb");
        let shown = !quiet && can_erase && std::io::stderr().is_terminal();
        Progress { shown, start: now, last: now, written: false }
    }

    /// Says how far the work is: pairs that are done, and the share of the whole where it is known.
    pub fn at(&mut self, pairs: u64, share: Option<f64>) {
        if !self.shown || self.last.elapsed() < PAUSE {
            return;
        }
        self.last = Instant::now();
        self.written = true;
        let seconds = self.start.elapsed().as_secs_f64();
        let left = share.filter(|s| *s > 0.0).map(|s| seconds * (1.0 - s).max(0.0) / s);
        let left = left.map_or(String::new(), |left| format!(", {left:.0} s left"));
        let rate = pairs as f64 / seconds;
        let _ = write!(std::io::stderr(), "\r\u{1b}[K{pairs} pairs, {rate:.0} a second{left}");
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.written {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}
