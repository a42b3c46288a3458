//! What all requests share, and the turn that each has to take before it is worked on.

use super::api::Problem;
use super::held::{Held, Profiles};
use super::limits::Limits;
use crate::error::Result;
use crate::profile::Date;
use crate::vocabulary::Lang;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// What all requests share.
pub struct Site {
    held: Mutex<Held>,
    work: Arc<Semaphore>,
    uploads: Arc<Semaphore>,
    /// The language of the page, unless a reader asks for another.
    pub lang: Lang,
    /// The date at which uploads are judged.
    pub today: Box<dyn Fn() -> Date + Send + Sync>,
    /// How much it takes.
    pub limits: Limits,
}

impl Site {
    /// A site without any upload.
    pub fn new(held: Held, lang: Lang, today: Box<dyn Fn() -> Date + Send + Sync>, limits: Limits) -> Site {
        Site {
            held: Mutex::new(held),
            work: Arc::new(Semaphore::new(limits.work)),
            uploads: Arc::new(Semaphore::new(limits.uploads)),
            lang,
            today,
            limits,
        }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The profiles with an id.
    ///
    /// # Errors
    /// None has it, or has it any more.
    pub fn profiles(&self, id: &str) -> std::result::Result<Arc<Profiles>, Problem> {
        self.held().find(id, Instant::now(), &self.limits).ok_or_else(Problem::unknown_profiles)
    }

    /// Holds an upload of so many bytes, and tells its id.
    pub fn hold(&self, profiles: Arc<Profiles>, bytes: usize) -> String {
        self.held().put(profiles, bytes, Instant::now(), &self.limits)
    }

    /// Lets go of an upload; whether there was one.
    pub fn forget(&self, id: &str) -> bool {
        self.held().forget(id)
    }

    /// Lets go of uploads that nobody uses.
    pub fn drop_old(&self) {
        self.held().drop_old(Instant::now(), &self.limits);
    }

    /// A turn to receive an upload.
    ///
    /// # Errors
    /// Too many others are at it.
    pub async fn receive(&self) -> std::result::Result<OwnedSemaphorePermit, Problem> {
        self.turn(&self.uploads).await
    }

    async fn turn(&self, of: &Arc<Semaphore>) -> std::result::Result<OwnedSemaphorePermit, Problem> {
        let turn = timeout(self.limits.turn, Arc::clone(of).acquire_owned()).await;
        turn.ok().and_then(|turn| turn.ok()).ok_or_else(Problem::busy)
    }

    /// Works something out on another thread, when its turn has come.
    ///
    /// # Errors
    /// What stopped the work; too many before it; more time than anybody should wait.
    pub async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> std::result::Result<T, Problem> {
        let turn = self.turn(&self.work).await?;
        let done = tokio::task::spawn_blocking(move || {
            let done = job();
            drop(turn);
            done
        });
        match timeout(self.limits.answer, done).await {
            Ok(Ok(done)) => done.map_err(Problem::from),
            Ok(Err(_)) => Err(Problem::broken()),
            Err(_) => Err(Problem::slow()),
        }
    }
}
