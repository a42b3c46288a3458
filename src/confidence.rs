//! How well a match is attested. It is shown beside the fit and never changes it.

use crate::criteria::Exchange;
use crate::profile::{Basis, Date, Evidence, Status};

/// How well the claims that met are attested, in [0, 1]: the mean over the met needs of both sides of
/// the grades of need and offer, each met need weighing as much as it gives, judged at a date. It never touches a score.
pub fn of(exchange: &Exchange, at: Date) -> Option<f64> {
    let (mut sum, mut all) = (0.0, 0.0);
    for (need, met) in exchange.ours.met().chain(exchange.theirs.met()) {
        let weight = f64::from(met.worth) * f64::from(need.priority.get());
        let of_offer = grade(&met.offer.evidence, met.offer.status, at.year());
        let grades = grade(&need.evidence, Status::Sought, at.year()) * of_offer;
        sum += weight * grades.sqrt();
        all += weight;
    }
    (all > 0.0).then(|| sum / all)
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
