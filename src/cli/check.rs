//! `silkmatch check`: read and resolve; every finding with file, line, column, remedy.

use super::Ending;
use super::common::{Common, Format, write_finding};
use super::forms::Forms;
use super::output::Sink;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::report::Wording;
use silkmatch::report::book::Book;
use silkmatch::report::{check as report, mended, rows, suggestion};
use silkmatch::roster::Loaded;
use silkmatch::warning::{Finding, Severity};
use silkmatch::{read, render};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Read and resolve profiles: every finding with file, line, column and remedy
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// Folder, workbook or file to check [default: as -p, else the shipped set]
    #[arg(value_name = "PATH", conflicts_with = "profiles")]
    path: Option<PathBuf>,
    /// Write the terms that do not count as a table of labels: fill in the concepts, and add it to your
    /// folder as `labels.csv`
    #[arg(long, value_name = "FILE")]
    suggest: Option<PathBuf>,
    /// Write what was understood of the rows, as JSON; findings go to standard error
    #[arg(long, conflicts_with = "suggest")]
    rows: bool,
    /// Write a clean copy of a file as CSV (UTF-8), to -o or beside it, and say what was changed; what it
    /// says stays the same
    #[arg(long, conflicts_with_all = ["suggest", "rows"], requires = "path")]
    fix: bool,
}

const AFTER: &str = "\
Examples:
  silkmatch check
  silkmatch check my-profiles/ -f json
  silkmatch check register.xlsx --rows
  silkmatch check --fix export.csv -o clean.csv
  silkmatch check my-profiles/ --suggest unknown.csv";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    match &args.path {
        Some(path) if args.fix => fix(path, common),
        _ if args.rows => write_rows(args, common),
        _ => check(args, common),
    }
}

fn check(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let inputs: Vec<PathBuf> = args.path.iter().chain(&common.profiles).cloned().collect();
    let suggest = args.suggest.as_deref().map(|path| Sink::open(Some(path), &inputs)).transpose()?;
    let loaded = common.read_from(args.path.as_deref().or(common.profiles.as_deref()))?;
    let Loaded { bundle, roster, findings } = &loaded;
    let (document, wording) = (report::document(bundle, roster, findings), common.wording());
    if let Some(suggest) = suggest {
        suggest.finish(|out| render::csv::write(out, &suggestion::labels(&document.unknown)))?;
    }
    if format == Format::Text {
        sink.finish(|out| {
            render::text::write(&mut *out, &report::brief(&document, &wording))?;
            write_findings(out, findings, &wording)
        })?;
        return end(findings, common);
    }
    let forms = Forms {
        text: Vec::new,
        csv: || report::findings_table(&document),
        json: || &document,
        book: || {
            report::sheets(&document, &wording).with(wording.say("sheet-made", &[]), loaded.made(&wording))
        },
    };
    forms.write(format, sink)?;
    end(findings, common)
}

fn write_rows(args: &Args, common: &Common) -> Result<Ending> {
    let sink = common.sink()?;
    let Loaded { bundle, roster, findings } =
        common.read_from(args.path.as_deref().or(common.profiles.as_deref()))?;
    common.tell(&findings);
    let document = rows::document(&bundle, &roster);
    sink.finish(|out| render::json::write(out, &document))?;
    end(&findings, common)
}

/// Found, where nothing is left out; else nothing, or an error where the user wants one.
fn end(findings: &[Finding], common: &Common) -> Result<Ending> {
    common.hold_strict(findings)?;
    let grave = findings.iter().any(|f| f.code.severity() > Severity::Note);
    Ok(if grave { Ending::Nothing } else { Ending::Found })
}

fn fix(path: &Path, common: &Common) -> Result<Ending> {
    let target = match &common.output {
        Some(target) => target.clone(),
        None => beside(path)?,
    };
    let sink = Sink::open(Some(&target), &[path.to_path_buf()])?;
    let copy = read::mend(&common.source(path))?;
    sink.finish(|out| {
        // Excel reads UTF-8 as such only behind a mark.
        out.write_all("\u{feff}".as_bytes())?;
        render::csv::write(out, &mended::copy(&copy))
    })?;
    let changes = mended::document(&copy);
    let (sink, wording) = (Sink::open(None, &[])?, common.wording());
    let told = || mended::brief(&changes, &wording);
    if common.format.unwrap_or(Format::Text) == Format::Text {
        let rows = copy.rows.len().saturating_sub(1).to_string();
        let words =
            [("file", target.display().to_string()), ("rows", rows), ("changes", changes.len().to_string())];
        let done = wording.say("mended", &words.each_ref().map(|(name, word)| (*name, word.as_str())));
        sink.finish(|out| {
            if !changes.is_empty() {
                render::text::write(&mut *out, &[told()])?;
            }
            writeln!(out, "{done}")
        })?;
        return Ok(Ending::Found);
    }
    let forms = Forms {
        text: Vec::new,
        csv: || mended::table(&changes),
        json: || &changes,
        book: || Book::new().with(wording.say("sheet-mended", &[]), told()),
    };
    forms.write(common.format.unwrap_or(Format::Text), sink)?;
    Ok(Ending::Found)
}

/// The name of the clean copy beside a file: `register.xlsx` becomes `register.clean.csv`.
fn beside(path: &Path) -> Result<PathBuf> {
    if path == Path::new("-") {
        let error = Error::new(ErrorKind::Value, "standard input has nothing beside it");
        return Err(error.hint("name the clean copy: -o FILE"));
    }
    Ok(path.with_extension("clean.csv"))
}

fn write_findings(out: &mut dyn Write, findings: &[Finding], wording: &Wording) -> io::Result<()> {
    writeln!(out)?;
    for finding in findings {
        let message = report::message(finding.code.as_str(), &finding.message, wording);
        write_finding(out, &Finding { message, ..finding.clone() })?;
    }
    writeln!(out, "{}", report::tally(findings, wording))
}
