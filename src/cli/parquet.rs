//! Parquet, which is written where the binary was built with it.

use super::common::Common;
use silkmatch::error::{Error, ErrorKind, Result};

#[cfg(not(feature = "parquet"))]
pub use absent::{Group, Writer, write};
#[cfg(feature = "parquet")]
pub use silkmatch::render::parquet::{Group, Writer, write};

/// Whether the output is to be Parquet: its name ends in `.parquet`, and no other format is named.
///
/// # Errors
/// A binary that was built without it.
pub fn is_asked(common: &Common) -> Result<bool> {
    let ending = common.output.as_ref().and_then(|target| target.extension());
    if common.format.is_some() || ending.is_none_or(|e| !e.eq_ignore_ascii_case("parquet")) {
        return Ok(false);
    }
    if cfg!(feature = "parquet") {
        return Ok(true);
    }
    let error = Error::new(ErrorKind::Value, "this silkmatch was built without Parquet");
    Err(error.hint("build it with `cargo build --release --features parquet`, or write .csv or .jsonl"))
}

/// What stands in its place where it is absent: [`is_asked`] refuses it, so none of these is ever made.
#[cfg(not(feature = "parquet"))]
mod absent {
    use silkmatch::report::table::{Field, Table, Type};
    use std::convert::Infallible;
    use std::io::{self, Write};
    use std::marker::PhantomData;

    pub struct Group(());

    impl Group {
        pub fn new(_: &[Type]) -> Group {
            Group(())
        }

        pub fn push<'a>(&mut self, _: impl IntoIterator<Item = Field<'a>>) {}
    }

    pub struct Writer<'w>(Infallible, PhantomData<&'w ()>);

    impl<'w> Writer<'w> {
        pub fn new(_: &'w mut dyn Write, _: &[String], _: &[Type]) -> io::Result<Writer<'w>> {
            Err(absent())
        }

        pub fn write(&mut self, _: Group) -> io::Result<()> {
            match self.0 {}
        }

        pub fn end(self) -> io::Result<()> {
            match self.0 {}
        }
    }

    pub fn write(_: &mut dyn Write, _: &Table, _: &[Type]) -> io::Result<()> {
        Err(absent())
    }

    fn absent() -> io::Error {
        io::Error::from(io::ErrorKind::Unsupported)
    }
}
