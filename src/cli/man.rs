//! `silkmatch man`: the manual page.

use super::output::Sink;
use super::{Cli, Ending};
use clap::CommandFactory;
use silkmatch::error::Result;

/// The manual page, on standard output
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  silkmatch man > silkmatch.1")]
pub struct Args {}

/// Runs the verb.
pub fn run(_: &Args) -> Result<Ending> {
    let man = clap_mangen::Man::new(Cli::command());
    Sink::open(None, &[])?.finish(|mut out| man.render(&mut out))?;
    Ok(Ending::Found)
}
