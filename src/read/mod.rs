//! From bytes to rows with positions: encodings, separators, headers, tables.
//!
//! Nothing here knows what a term means; that is the work of [`crate::resolve`].

mod bundle;
mod cells;
mod column;
mod delimited;
mod packed;
mod pairs;
mod schema;
mod source;
mod table;

pub use bundle::{Bundle, Origin};
pub use column::column;
pub use pairs::{Batch, PairReader, PairRow, Rows};
pub use schema::{Schema, TableName};
pub use source::{MOST_BYTES, Source};
pub use table::{Record, Table};
