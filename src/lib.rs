//! **Who should we meet, and why?** silkmatch scores possible partnerships between health-industry
//! organizations by comparing what each *offers* with what each *needs*, ranks the partners it
//! recommends, and says why, for both sides.
//!
//! ```
//! use silkmatch::engine::{self, Query};
//! use silkmatch::profile::Date;
//! use silkmatch::{preset, Roster};
//!
//! # fn main() -> silkmatch::Result<()> {
//! let today = Date::read("2026-11-23").expect("a date");
//! let roster = Roster::shipped(today)?;
//! let seeker = roster.find("СК-Фармация")?;
//! let query = Query::new(preset::all()[0].weights()?);
//! let list = engine::shortlist(&roster, seeker, &query);
//! assert_eq!(list.matches.len(), 10);
//! assert!(list.matches.windows(2).all(|pair| pair[0].score >= pair[1].score));
//! # Ok(())
//! # }
//! ```
//!
//! One straight pipe, with two narrow waists:
//!
//! ```text
//!  organizations ─┐
//!  capabilities  ─┼─ read ─► rows ─ resolve ─► profiles ─ index ─► ROSTER
//!  taxonomy      ─┘            └─► findings                          │
//!                                                                 assess   (criteria; no weights)
//!                                                                    ▼
//!                                          ┌───────────── DECISION MATRIX ─────────────┐    waist 1
//!  weights, judgments ───────► weigh ───────┤  alternatives × criteria, unknowns masked │
//!                                          └───────────────────┬───────────────────────┘
//!                                              rank ─► shortlist   explain   plan ◄─► timetable
//!                                                              ▼
//!                                                    REPORT (typed tables)                   waist 2
//!                                                              ▼
//!                                                text · csv · json · html
//! ```
//!
//! A module imports only what stands before it in this table:
//!
//! | floor | modules |
//! |---|---|
//! | 0 words | [`error`], [`warning`], [`text`], [`score`], [`vocabulary`] |
//! | 1 nouns | [`taxonomy`], [`profile`], [`criterion`], [`mod@reference`] |
//! | 2 in | [`read`], [`resolve`], [`preset`] |
//! | 3 engine | [`roster`], [`criteria`], [`matrix`], [`confidence`], [`engine`], [`explain`] |
//! | 4 decisions | [`weigh`], [`evaluate`], [`gaps`], [`flow`], [`balance`], [`timetable`], [`mod@plan`] |
//! | 5 out | [`report`], [`render`] |
//! | 6 shell | [`serve`] |
//!
//! The library prints nothing, exits nowhere and reads no environment; the command line does.

pub mod balance;
pub mod confidence;
pub mod criteria;
pub mod criterion;
pub mod engine;
pub mod error;
pub mod evaluate;
pub mod explain;
pub mod flow;
pub mod gaps;
pub mod matrix;
pub mod plan;
pub mod preset;
pub mod profile;
pub mod read;
pub mod reference;
pub mod render;
pub mod report;
pub mod resolve;
pub mod roster;
pub mod score;
pub mod serve;
pub mod taxonomy;
pub mod text;
pub mod timetable;
pub mod vocabulary;
pub mod warning;
pub mod weigh;

pub use criterion::{Criterion, Optimism, Weights};
pub use error::{Error, Result};
pub use roster::{Org, Roster};
pub use score::Score;

/// The examples of the README compile.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
