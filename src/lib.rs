//! wip
#![allow(missing_docs)]
pub mod criteria;
pub mod criterion;
pub mod engine;
pub mod error;
pub mod explain;
pub mod matrix;
pub mod profile;
pub mod read;
pub mod reference;
pub mod resolve;
pub mod roster;
pub mod score;
pub mod taxonomy;
pub mod text;
pub mod vocabulary;
pub mod warning;
