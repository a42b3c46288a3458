//! `silkmatch man`: the manual page.

use super::common::Common;
use super::{Cli, Ending};
use clap::CommandFactory;
use silkmatch::error::Result;

/// The manual page
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  silkmatch man > silkmatch.1")]
pub struct Args {}

/// Runs the verb.
pub fn run(_: &Args, common: &Common) -> Result<Ending> {
    let sink = common.sink()?;
    let man = clap_mangen::Man::new(Cli::command());
    sink.finish(|mut out| man.render(&mut out))?;
    Ok(Ending::Found)
}
