//! **standards**: do their certificates count where I am?
//!
//! The best recognition that a certificate of the partner has in the country of the seeker, at the
//! date of the meeting. A certificate that is planned, sought or expired counts nothing; one about
//! which the table says nothing is unknown.

use super::Pair;
use crate::profile::{Certification, Status};
use crate::reference::Recognition;

/// A certificate of the partner, and what the table says about it in the country of the seeker.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The certificate.
    pub certificate: &'a Certification,
    /// Whether it is held, and not expired at the date.
    pub valid: bool,
    /// The row that counts most.
    pub recognition: Option<&'a Recognition>,
}

/// All certificates of the partner.
pub fn standings<'a>(pair: Pair<'a>) -> impl Iterator<Item = Standing<'a>> {
    let (roster, country) = (pair.roster, pair.us().country);
    pair.them().certifications.iter().enumerate().map(move |(i, certificate)| {
        let held = matches!(certificate.status, Status::Operating | Status::Built);
        let expired = certificate.expires.is_some_and(|date| date.is_before(roster.as_of()));
        let recognition = roster.recognition(pair.partner, i, country);
        Standing { certificate, valid: held && !expired, recognition }
    })
}

/// The value, in [0, 1]; unknown where the partner names no certificate that the table knows.
pub fn value(pair: Pair) -> Option<f64> {
    standings(pair)
        .filter_map(|s| Some(if s.valid { s.recognition?.value } else { s.recognition.map(|_| 0.0)? }))
        .reduce(f64::max)
}
