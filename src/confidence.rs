//! How well a match is attested. It is shown beside the fit and never changes it.

use crate::criteria::Exchange;
use crate::profile::{Basis, Date, Evidence, Level, Need, Offer, Status};

/// How well the claims that met are attested, in [0, 1]: the mean over the met needs of both sides of
/// the grades of need and offer, each met need weighing as much as it gives, judged at a date. It never touches a score.
pub fn of(exchange: &Exchange, at: Date) -> Option<f64> {
    let mut attested = Attested::default();
    for (need, met) in exchange.ours.met().chain(exchange.theirs.met()) {
        attested.add(need.priority, met.worth, [of_need(need, at), of_offer(met.offer, at)]);
    }
    attested.mean()
}

/// The grade of a need.
pub(crate) fn of_need(need: &Need, at: Date) -> f64 {
    grade(&need.evidence, Status::Sought, at.year())
}

/// The grade of an offer.
pub(crate) fn of_offer(offer: &Offer, at: Date) -> f64 {
    grade(&offer.evidence, offer.status, at.year())
}

/// The mean over met needs.
#[derive(Debug, Default)]
pub(crate) struct Attested {
    sum: f64,
    all: f64,
}

impl Attested {
    /// Adds a need that is met so far, with the grades of need and offer.
    pub fn add(&mut self, priority: Level, worth: u32, [need, offer]: [f64; 2]) {
        let weight = f64::from(worth) * f64::from(priority.get());
        self.sum += weight * (need * offer).sqrt();
        self.all += weight;
    }

    /// The mean; nothing where no need is met.
    pub fn mean(self) -> Option<f64> {
        (self.all > 0.0).then(|| self.sum / self.all)
    }
}

/// The grade of one claim, in [0, 1]: a product of what is known of it.
///
/// The steps are a convention, chosen so that one weakness costs less than a half and two cost more:
/// no source named 0.5; inferred 0.6, assumed 0.3; built but not said to work 0.9, planned 0.6; older than two years
/// 0.9, five 0.75, ten 0.5, no date 0.7.
pub fn grade(evidence: &Evidence, status: Status, year: i16) -> f64 {
    let source = if evidence.source.is_some() { 1.0 } else { 0.5 };
    let basis = match evidence.basis {
        Basis::Stated => 1.0,
        Basis::Inferred => 0.6,
        Basis::Assumed => 0.3,
    };
    let state = match status {
        Status::Operating | Status::Sought => 1.0,
        Status::Built => 0.9,
        Status::Planned => 0.6,
    };
    let age = match evidence.as_of.map(|date| year.saturating_sub(date.year())) {
        Some(..=2) => 1.0,
        Some(3..=5) => 0.9,
        Some(6..=10) => 0.75,
        Some(_) => 0.5,
        None => 0.7,
    };
    source * basis * state * age
}
