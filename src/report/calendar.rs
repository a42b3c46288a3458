//! A typed calendar: what the calendar format renders.

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// What it is called.
    pub name: String,
    /// When it was made, in UTC, such as `20261123T000000Z`.
    pub stamp: String,
    /// Its events.
    pub events: Vec<Event>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// A name that stays the same when the event moves.
    pub uid: String,
    /// When it starts, in UTC, such as `20270614T003000Z`.
    pub start: String,
    /// When it ends, in UTC.
    pub end: String,
    /// What it is.
    pub summary: String,
    /// Where; empty where that is not said.
    pub place: String,
    /// What more there is to say.
    pub text: String,
}
