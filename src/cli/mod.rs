//! The shell around the library: arguments, files, messages, exit codes. One verb a file.

mod check;
mod common;
mod completions;
mod evaluate;
mod explain;
mod forms;
mod gaps;
mod init;
mod man;
mod output;
mod packing;
mod parquet;
mod plan;
mod progress;
mod report;
mod resolve;
mod score;
mod seekers;
mod serve;
mod shortlist;
mod shown;
mod signals;
mod today;
mod weigh;
mod weights;
mod whole;

use clap::parser::ValueSource;
use clap::{ArgMatches, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};
use common::Common;
use silkmatch::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// How a run ends. The numbers are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// There is a result.
    Found,
    /// The answer is "nothing", or `check` found faults that it could live with.
    Nothing,
    /// A signal of this number asked for the end, and it came in good order.
    Interrupted(u8),
}

/// Score and rank partnerships between health-industry organizations
///
/// silkmatch compares what organizations offer with what others need, both ways, and says why.
/// Without `-p` it works on the shipped profiles: 213 organizations of Kazakhstan, Uzbekistan, China
/// and Korea, each fact with its source.
#[derive(Debug, Parser)]
#[command(name = "silkmatch", version, arg_required_else_help = true, after_help = AFTER)]
pub struct Cli {
    #[command(subcommand)]
    verb: Verb,
    #[command(flatten)]
    common: Common,
}

const AFTER: &str = "\
Examples:
  silkmatch shortlist kz-sk-pharmacy
  silkmatch shortlist \"Tashkent Pharma Park\" --to KR -n 5
  silkmatch explain kz-sk-pharmacy kr-khidi
  silkmatch weigh stability kz-sk-pharmacy
  silkmatch report kz-sk-pharmacy -o report.html
  silkmatch shortlist --all -f csv -o matches.csv
  silkmatch plan visit.toml
  silkmatch score pairs.csv -o scored.csv

Exit status: 0 there is a result; 1 the answer is \"nothing\", or check found faults it could live with;
2 wrong usage or unreadable input; 130 and 143 it was interrupted. A closed pipe is 0.";

#[derive(Debug, Subcommand)]
enum Verb {
    Shortlist(shortlist::Args),
    Score(score::Args),
    Explain(explain::Args),
    Weigh(weigh::Args),
    Plan(plan::Args),
    Check(check::Args),
    Resolve(resolve::Args),
    Gaps(gaps::Args),
    Report(report::Args),
    Serve(serve::Args),
    Evaluate(evaluate::Args),
    Init(init::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Runs the command and says how it ended.
pub fn main() -> ExitCode {
    keep_quiet_about_workbooks();
    signals::listen();
    let cli = match Cli::read() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are results; they go to stdout, and a closed pipe is no fault.
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    if let Some(threads) = cli.common.threads {
        // Fails only where the pool exists already, and then it has its size.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build_global();
    }
    let ending = match &cli.verb {
        Verb::Shortlist(args) => shortlist::run(args, &cli.common),
        Verb::Score(args) => score::run(args, &cli.common),
        Verb::Explain(args) => explain::run(args, &cli.common),
        Verb::Weigh(args) => weigh::run(args, &cli.common),
        Verb::Plan(args) => plan::run(args, &cli.common),
        Verb::Check(args) => check::run(args, &cli.common),
        Verb::Resolve(args) => resolve::run(args, &cli.common),
        Verb::Gaps(args) => gaps::run(args, &cli.common),
        Verb::Report(args) => report::run(args, &cli.common),
        Verb::Serve(args) => serve::run(args, &cli.common),
        Verb::Evaluate(args) => evaluate::run(args, &cli.common),
        Verb::Init(args) => init::run(args, &cli.common),
        Verb::Completions(args) => completions::run(args, &cli.common),
        Verb::Man(args) => man::run(args, &cli.common),
    };
    match ending {
        Ok(Ending::Found) => ExitCode::SUCCESS,
        Ok(Ending::Nothing) => ExitCode::from(1),
        Ok(Ending::Interrupted(signal)) => ExitCode::from(128 + signal),
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error, cli.common.color());
            ExitCode::from(2)
        }
    }
}

impl Cli {
    /// The arguments of this run.
    fn read() -> std::result::Result<Cli, clap::Error> {
        let matches = Cli::command().try_get_matches()?;
        let mut cli = Cli::from_arg_matches(&matches)?;
        named_files(&matches, &mut cli.common.inputs);
        Ok(cli)
    }
}

/// The files and folders that arguments of any verb name, but for the output.
fn named_files(matches: &ArgMatches, found: &mut Vec<PathBuf>) {
    let given = matches
        .ids()
        .map(|id| id.as_str())
        .filter(|id| *id != "output" && matches.value_source(id) == Some(ValueSource::CommandLine));
    let values = given.filter_map(|id| matches.try_get_raw(id).ok().flatten()).flatten();
    found.extend(values.map(PathBuf::from).filter(|path| path.exists()));
    if let Some((_, verb)) = matches.subcommand() {
        named_files(verb, found);
    }
}

/// What the reader of workbooks panics about is told as an error of the input.
fn keep_quiet_about_workbooks() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(silkmatch::read::WORKBOOK_THREAD) {
            usual(panic);
        }
    }));
}

/// One line for what is wrong, one for what to do about it.
fn complain(error: &Error, color: ColorChoice) {
    let mut err = output::stderr(color);
    let (red, cyan, reset) = ("\u{1b}[1;31m", "\u{1b}[1;36m", "\u{1b}[0m");
    let code = error.refusal().map_or(String::new(), |r| format!("[{}]", r.as_str()));
    let _ =
        writeln!(err, "{red}error{code}:{reset} {}", silkmatch::render::text::visible(&error.to_string()));
    if let Some(hint) = error.remedy() {
        let _ = writeln!(err, "{cyan}hint:{reset} {}", silkmatch::render::text::visible(hint));
    }
}
