//! `silkmatch completions`: what a shell completes.

use super::common::Common;
use super::{Cli, Ending};
use clap::CommandFactory;
use silkmatch::error::Result;

/// Completions for a shell
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  silkmatch completions bash > ~/.local/share/bash-completion/completions/silkmatch"
)]
pub struct Args {
    /// The shell
    shell: clap_complete::Shell,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let sink = common.sink()?;
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "silkmatch", &mut script);
    sink.finish(|out| out.write_all(&script))?;
    Ok(Ending::Found)
}
