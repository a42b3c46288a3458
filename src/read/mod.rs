//! From bytes to rows with positions: encodings, separators, headers, tables.
//!
//! Nothing here knows what a term means; that is the work of [`crate::resolve`].

mod bundle;
mod column;
mod delimited;
mod fingerprint;
mod pairs;
mod schema;
mod section;
mod source;
mod table;

pub use bundle::{Bundle, Origin};
pub use column::column;
pub use pairs::{PairReader, PairRow};
pub use schema::{Schema, TableName};
pub use section::{Given, Section, Settings};
pub use source::{MOST_BYTES, Source};
pub use table::{Record, Table};
