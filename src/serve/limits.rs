//! How much of everything the server takes. Whatever a request can make grow has its bound here.

use std::time::Duration;

/// The bounds of a server.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Connections at a time; others wait to be accepted. A browser opens six.
    pub connections: usize,
    /// For a request line and its headers to arrive, also on a connection that is kept open.
    pub headers: Duration,
    /// For a body to arrive. It comes from the same machine.
    pub body: Duration,
    /// Bytes of an upload, all its files together. A register of 100,000 organizations takes 25 MB.
    pub upload: usize,
    /// Files of an upload; more than there are tables.
    pub files: usize,
    /// Bytes of a delegation file; a thousand times of what one has.
    pub delegation: usize,
    /// Uploads that are received at a time: their bodies are in memory until they are read.
    pub uploads: usize,
    /// Requests that are worked on at a time; others wait.
    pub work: usize,
    /// For a request to wait its turn.
    pub turn: Duration,
    /// For an answer to be worked out. What runs longer goes on until it is done and keeps its turn, but
    /// nobody waits for it.
    pub answer: Duration,
    /// For everything on one connection. A reader who takes nothing off it is cut off then.
    pub connection: Duration,
    /// Uploads that are held; the one that was not used for longest makes place.
    pub held: usize,
    /// Bytes of all uploads that are held, as they came.
    pub held_bytes: usize,
    /// How long an upload is held after its last use.
    pub age: Duration,
    /// For requests that are under way to end when the server stops.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connections: 64,
            headers: Duration::from_secs(15),
            body: Duration::from_secs(60),
            upload: 32 << 20,
            files: 32,
            delegation: 1 << 20,
            uploads: 2,
            work: std::thread::available_parallelism().map_or(1, |n| n.get()),
            turn: Duration::from_secs(20),
            answer: Duration::from_secs(60),
            connection: Duration::from_secs(600),
            held: 16,
            held_bytes: 64 << 20,
            age: Duration::from_secs(4 * 3600),
            grace: Duration::from_secs(10),
        }
    }
}
