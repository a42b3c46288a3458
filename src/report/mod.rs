//! From results to typed tables and documents. The second narrow waist: what follows knows no domain.

pub mod balance;
pub mod book;
pub mod calendar;
pub mod check;
pub mod evaluation;
pub mod explanation;
pub mod figure;
pub mod made;
pub mod matches;
pub mod mended;
pub mod page;
pub mod pairs;
pub mod plan;
pub mod reason;
pub mod resolution;
pub mod rows;
pub mod shortlist;
pub mod starter;
pub mod suggestion;
pub mod table;
pub mod visit_form;
pub mod weigh;
mod wording;

pub use wording::Wording;
