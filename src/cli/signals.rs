//! What a signal does: the run ends at once, with 130 or 143, and leaves no draft behind. A server is
//! asked to end first; a second signal ends it at once.
//!
//! SIGHUP keeps its default, so that `nohup` works; a file that grows over its limit (SIGXFSZ) is an
//! error of writing like a full disk.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// Who wants to hear of the first signal instead of being ended by it.
static ASKED: Mutex<Option<oneshot::Sender<u8>>> = Mutex::new(None);

/// Drafts that have a name, and so would stay. Whoever holds the lock cannot be ended by a signal.
static DRAFTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A stretch of work that a signal has to wait for: a few system calls.
pub struct Hold(MutexGuard<'static, Vec<PathBuf>>);

/// Makes signals wait until the end of the stretch.
pub fn hold() -> Hold {
    Hold(DRAFTS.lock().unwrap_or_else(PoisonError::into_inner))
}

impl Hold {
    /// From here on a signal removes this file.
    pub fn add(&mut self, draft: &Path) {
        self.0.push(draft.to_path_buf());
    }

    /// This file is a draft no more.
    pub fn forget(&mut self, draft: &Path) {
        self.0.retain(|known| known != draft);
    }
}

/// The number of the next signal, which then ends nothing by itself. Where nobody listens to signals, it
/// never comes.
pub fn instead_of_ending() -> impl Future<Output = u8> {
    let (asked, signal) = oneshot::channel();
    *ASKED.lock().unwrap_or_else(PoisonError::into_inner) = Some(asked);
    async {
        match signal.await {
            Ok(signal) => signal,
            Err(_) => std::future::pending().await,
        }
    }
}

/// Listens from here on. Where that is not possible the system's own way of ending a run stays.
#[cfg(unix)]
pub fn listen() {
    use signal_hook::consts::{SIGINT, SIGTERM, SIGXFSZ};
    use std::sync::{Arc, atomic::AtomicBool};
    // With somebody who looks after it, the signal ends nothing, and the write that caused it fails.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM]) else { return };
    let wait = move || {
        for signal in signals.forever() {
            let asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner).take();
            if asked.is_some_and(|asked| asked.send(signal as u8).is_ok()) {
                continue;
            }
            let drafts = hold();
            drafts.0.iter().for_each(|draft| drop(std::fs::remove_file(draft)));
            std::process::exit(128 + signal);
        }
    };
    let _ = std::thread::Builder::new().name("signals".to_string()).spawn(wait);
}

/// Elsewhere the system's own way of ending a run stays.
#[cfg(not(unix))]
pub fn listen() {}
