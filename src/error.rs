//! The one error type: what stopped the work, where, and what to do about it.

mod place;
mod refusal;

pub use place::Place;
pub(crate) use place::letters;
pub use refusal::Refusal;
use std::fmt;

/// The result of anything that can be stopped by its input.
pub type Result<T> = std::result::Result<T, Error>;

/// What kind of thing stopped the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file could not be read or written.
    Io,
    /// The structure of an input is broken: nothing in it can be trusted.
    Structure,
    /// A value given by the user is not one of those allowed.
    Value,
    /// A name or an id stands for nothing that is known.
    Unknown,
    /// A name stands for several organizations.
    Ambiguous,
    /// Findings that were asked to be treated as errors.
    Findings,
}

/// Why the work stopped.
///
/// Its [`Display`](fmt::Display) form is one line: place, then message. The remedy is kept apart in
/// [`Error::hint`], so that a shell can put it on a line of its own.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: ErrorKind,
    refusal: Option<Refusal>,
    place: Option<Place>,
    message: String,
    hint: Option<String>,
    source: Option<std::io::Error>,
}

impl Error {
    /// An error of a kind, with its message: a sentence without a full stop, values in backticks.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        let message = message.into();
        Error(Box::new(Inner { kind, refusal: None, place: None, message, hint: None, source: None }))
    }

    /// An input that is refused as a whole, with the stable code for it.
    pub fn refused(refusal: Refusal, place: Place, message: impl Into<String>) -> Error {
        let mut error = Error::new(ErrorKind::Structure, message).at(place);
        error.0.refusal = Some(refusal);
        error
    }

    /// A file that could not be read or written.
    pub fn io(place: Place, doing: &str, source: std::io::Error) -> Error {
        let message = format!("{doing}: {source}");
        let mut error = Error::new(ErrorKind::Io, message).at(place);
        error.0.source = Some(source);
        error
    }

    /// Adds where it happened; an earlier place is kept, since the inner one is the nearer one.
    pub fn at(mut self, place: Place) -> Error {
        self.0.place.get_or_insert(place);
        self
    }

    /// Adds what to do about it.
    pub fn hint(mut self, hint: impl Into<String>) -> Error {
        self.0.hint = Some(hint.into());
        self
    }

    /// What kind of thing stopped the work.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The stable code, where an input was refused as a whole.
    pub fn refusal(&self) -> Option<Refusal> {
        self.0.refusal
    }

    /// Where it happened.
    pub fn place(&self) -> Option<&Place> {
        self.0.place.as_ref()
    }

    /// What to do about it.
    pub fn remedy(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// Whether the reader of our output went away, which is no fault of anybody's.
    pub fn is_closed_pipe(&self) -> bool {
        self.0.source.as_ref().is_some_and(|s| s.kind() == std::io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.0.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_ref().map(|e| e as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_place_then_message_and_keeps_the_remedy_apart() {
        let place = Place::file("orgs.csv").at(3).column("offers");
        let error = Error::new(ErrorKind::Value, "found `7`; a level is 1 to 5")
            .at(place)
            .hint("write a level from 1 to 5");
        assert_eq!(error.to_string(), "orgs.csv, line 3, column offers: found `7`; a level is 1 to 5");
        assert_eq!(error.remedy(), Some("write a level from 1 to 5"));
    }

    #[test]
    fn keeps_the_place_nearest_to_the_fault() {
        let error = Error::new(ErrorKind::Value, "x").at(Place::file("a.csv").at(2)).at(Place::file("a.csv"));
        assert_eq!(error.place().and_then(|p| p.line), Some(2));
    }
}
