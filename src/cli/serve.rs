//! `silkmatch serve`: the same as a local web page.

use super::common::Common;
use super::{Ending, signals, today};
use silkmatch::error::{Error, ErrorKind, Place, Result};
use silkmatch::serve::{self, Limits, Options};
use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

/// The same as a local web page: upload, findings, shortlists, weights, plans, downloads
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// Port on this machine; 0 takes one that is free
    #[arg(long, value_name = "N", default_value_t = 7717)]
    port: u16,
}

const AFTER: &str = "\
The page can be reached from this machine alone. What is uploaded stays in memory for a time; nothing is
written to disk, and nothing leaves the machine. Ctrl-C stops it. The API is described at /api/v1/openapi.json.

Examples:
  silkmatch serve
  silkmatch serve -p my-profiles/ -l ru --port 8080";

/// Runs the verb until a signal comes.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    if common.output.is_some() || common.format.is_some() {
        let error = Error::new(ErrorKind::Value, "serve writes no output of its own");
        return Err(error.hint("leave -o and -f out; the page has downloads"));
    }
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    let place = || Place::file(address.to_string());
    let listener = TcpListener::bind(address).map_err(|e| {
        Error::io(place(), "cannot be listened at", e)
            .hint("name another port, or --port 0 for one that is free")
    })?;
    let given = common.read_from(common.profiles.as_deref())?;
    common.tell(&given.findings);
    common.hold_strict(&given.findings)?;
    let as_of = common.as_of;
    let options = Options {
        given,
        lang: common.lang,
        today: Box::new(move || as_of.unwrap_or_else(today::today)),
        limits: Limits::default(),
    };
    let stop = signals::instead_of_ending();
    if let (Ok(own), false) = (listener.local_addr(), common.quiet) {
        let mut err = super::output::stderr(common.color());
        let _ = writeln!(err, "silkmatch is at http://{own}/ (Ctrl-C stops it)");
    }
    let signal =
        serve::run(listener, options, stop).map_err(|e| Error::io(place(), "cannot be served", e))?;
    Ok(Ending::Interrupted(signal))
}
