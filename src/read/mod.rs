//! From bytes to rows with positions: encodings, archives, separators, sheets, headers, tables.
//!
//! Nothing here knows what a term means; that is the work of [`crate::resolve`].

mod bundle;
mod cells;
mod column;
mod damage;
mod decoded;
mod delimited;
mod encoding;
mod faults;
mod fingerprint;
mod guess;
mod header;
mod kind;
mod mend;
mod packed;
mod pair_rows;
mod pairs;
mod record;
mod schema;
mod section;
mod settings;
mod sheets;
mod source;
mod table;
mod visit;
mod workbook;

pub use bundle::{Bundle, Origin};
pub use column::column;
pub use encoding::Encoding;
pub use mend::{Change, Mend, Mended, mend};
pub use pair_rows::{Batch, PairRow, Rows};
pub use pairs::PairReader;
pub use record::Record;
pub use schema::{Schema, TableName};
pub use section::{Given, Section};
pub use settings::Settings;
pub use source::{MOST_BYTES, Source};
pub use table::Table;
pub use workbook::WORKBOOK_THREAD;
