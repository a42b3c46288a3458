//! `silkmatch completions`: what a shell completes.

use super::output::Sink;
use super::{Cli, Ending};
use clap::CommandFactory;
use silkmatch::error::Result;

/// Completions for a shell, on standard output
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  silkmatch completions bash > ~/.local/share/bash-completion/completions/silkmatch"
)]
pub struct Args {
    /// The shell
    shell: clap_complete::Shell,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<Ending> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "silkmatch", &mut script);
    Sink::open(None, &[])?.finish(|out| out.write_all(&script))?;
    Ok(Ending::Found)
}
