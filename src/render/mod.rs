//! From typed tables and documents to formats. A format file knows no domain type.

pub mod csv;
pub mod html;
pub mod ics;
pub mod json;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod text;
pub mod xlsx;
