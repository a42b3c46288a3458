//! `silkmatch check`: read and resolve; every finding with file, line, column, remedy.

use super::Ending;
use super::common::{Common, Format, Loaded, write_finding};
use super::output::Sink;
use silkmatch::error::Result;
use silkmatch::render;
use silkmatch::report::{check as report, suggestion};
use silkmatch::warning::{Finding, Severity};
use std::io::{self, Write};
use std::path::PathBuf;

/// Read and resolve profiles: every finding with file, line, column and remedy
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  silkmatch check\n  silkmatch check my-profiles/ -f json\n  silkmatch check my-profiles/ --suggest unknown.csv"
)]
pub struct Args {
    /// Folder or file to check [default: as -p, else the shipped set]
    #[arg(value_name = "PATH", conflicts_with = "profiles")]
    path: Option<PathBuf>,
    /// Write the terms that do not count as a table of labels: fill in the concepts, and add it to your
    /// folder as `labels.csv`
    #[arg(long, value_name = "FILE")]
    suggest: Option<PathBuf>,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let inputs: Vec<PathBuf> = args.path.iter().chain(&common.profiles).cloned().collect();
    let suggest = args.suggest.as_deref().map(|path| Sink::open(Some(path), &inputs)).transpose()?;
    let Loaded { bundle, roster, findings } =
        common.read_from(args.path.as_deref().or(common.profiles.as_deref()))?;
    let document = report::document(&bundle, &roster, &findings);
    if let Some(suggest) = suggest {
        suggest.finish(|out| render::csv::write(out, &suggestion::labels(&document.unknown)))?;
    }
    sink.finish(|out| match format {
        Format::Text => {
            render::text::write(&mut *out, &report::brief(&document))?;
            write_findings(out, &findings)
        }
        Format::Csv => render::csv::write(out, &report::findings_table(&document)),
        Format::Json => render::json::write(out, &document),
    })?;
    common.hold_strict(&findings)?;
    let grave = findings.iter().any(|f| f.code.severity() > Severity::Note);
    Ok(if grave { Ending::Nothing } else { Ending::Found })
}

fn write_findings(out: &mut dyn Write, findings: &[Finding]) -> io::Result<()> {
    writeln!(out)?;
    for finding in findings {
        write_finding(out, finding)?;
    }
    match report::tally(findings).as_slice() {
        [] => writeln!(out, "No finding."),
        tally => {
            let words: Vec<String> = tally.iter().map(|(s, n)| format!("{} {}", n, plural(*s, *n))).collect();
            writeln!(out, "{}.", words.join(", "))
        }
    }
}

fn plural(severity: Severity, count: usize) -> String {
    format!("{}{}", severity.as_str(), if count == 1 { "" } else { "s" })
}
