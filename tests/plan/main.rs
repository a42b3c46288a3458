//! Plans: the choice against brute force, visits as officers write them, and ways from place to place.

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/generate.rs"]
mod generate;

mod exact;
mod visits;
mod ways;
