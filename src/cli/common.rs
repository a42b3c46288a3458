//! Options that verbs share, turned into domain types once.

use super::output::Sink;
use super::packing::Packing;
use super::{today, weights};
use clap::{Args, ColorChoice, ValueEnum};
use silkmatch::criterion::{Optimism, Weights};
use silkmatch::engine::Filter;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::profile::Date;
use silkmatch::read::{Bundle, Encoding, Source};
use silkmatch::report::Wording;
use silkmatch::roster::{Loaded, Roster};
use silkmatch::vocabulary::Lang;
use silkmatch::warning::{Code, Finding, Severity};
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// The most findings that are shown one by one.
const MOST_SHOWN: usize = 50;

/// A format of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Tables for reading.
    Text,
    /// Comma-separated values.
    Csv,
    /// JSON, with evidence.
    Json,
    /// A workbook of Excel.
    Xlsx,
    /// A page, of a report alone.
    Html,
    /// Calendars, of a plan alone.
    Ics,
}

impl Format {
    /// What is said where a format has nothing to hold: not every verb has dates, or draws.
    pub fn misplaced(self) -> Error {
        let (message, hint) = match self {
            Format::Ics => {
                ("calendars are written of plans alone", "`silkmatch plan VISIT -f ics` writes them")
            }
            _ => ("pages are written of reports alone", "`silkmatch report ORG -f html` writes one"),
        };
        Error::new(ErrorKind::Value, message).hint(hint)
    }
}

/// Options of every verb.
#[derive(Debug, Args)]
pub struct Common {
    /// Folder or workbook of tables, or a file of organizations (- for standard input) [default: the shipped
    /// set]
    #[arg(short, long, global = true, value_name = "PATH")]
    pub profiles: Option<PathBuf>,
    /// Encoding of text that is read: UTF-8, windows-1251, KZ-1048, GB18030, CP949 and others [default: it
    /// is found, and told where it is not UTF-8]
    #[arg(long, global = true, value_name = "NAME")]
    pub encoding: Option<Encoding>,
    /// Format of the output [default: by the ending of -o, else text]
    #[arg(short, long, global = true, value_name = "F")]
    pub format: Option<Format>,
    /// File to write, whole or not at all [default: standard output]
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Language of labels and sentences: en, ru, kk, uz, zh, ko
    #[arg(short, long, global = true, value_name = "TAG", default_value = "en")]
    pub lang: Lang,
    /// Date at which certificates, deadlines and the age of sources are judged [default: today]
    #[arg(long, global = true, value_name = "DATE", value_parser = read_date)]
    pub as_of: Option<Date>,
    /// Threads; the output is the same for any number [default: one for each core]
    #[arg(short = 'j', long, global = true, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// Say nothing but errors on standard error
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Take findings in the input as errors
    #[arg(long, global = true)]
    pub strict: bool,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    /// The files and folders that any argument names, but for the output.
    #[arg(skip)]
    pub inputs: Vec<PathBuf>,
}

fn read_date(text: &str) -> std::result::Result<Date, String> {
    Date::read(text).ok_or_else(|| "no date; write 2027, 2027-06 or 2027-06-14".to_string())
}

impl Common {
    /// When colour is used.
    pub fn color(&self) -> ColorChoice {
        self.color
    }

    /// Reads the profiles, without a word about findings.
    pub fn read_from(&self, path: Option<&Path>) -> Result<Loaded> {
        let bundle = match path {
            Some(path) => Bundle::open_as(path, self.encoding)?,
            None => Bundle::shipped()?,
        };
        Loaded::new(bundle, self.as_of.unwrap_or_else(today::today))
    }

    /// Reads the profiles and tells of findings on standard error.
    ///
    /// # Errors
    /// What cannot be read; with `--strict`, any finding above a note.
    pub fn load(&self) -> Result<&'static Roster> {
        Ok(&self.load_whole()?.roster)
    }

    /// The same, with the tables that the profiles were read from. A verb needs them to the end of its run,
    /// and the system takes the memory back faster than we could give it.
    ///
    /// # Errors
    /// As [`Common::load`].
    pub fn load_whole(&self) -> Result<&'static Loaded> {
        let loaded: &Loaded = Box::leak(Box::new(self.read_from(self.profiles.as_deref())?));
        self.tell(&loaded.findings);
        self.hold_strict(&loaded.findings)?;
        Ok(loaded)
    }

    /// Under `--strict`, findings above a note are an error.
    pub fn hold_strict(&self, findings: &[Finding]) -> Result<()> {
        let grave = findings.iter().filter(|f| f.code.severity() > Severity::Note).count();
        if self.strict && grave > 0 {
            let error = Error::new(
                ErrorKind::Findings,
                format!("{grave} findings in the input, and --strict is set"),
            );
            return Err(error.hint("`silkmatch check` lists them with their remedies"));
        }
        Ok(())
    }

    /// Writes findings to standard error: the gravest first, the first fifty, the rest counted. Notes
    /// are kept for `check`, but for those that say how a file was understood.
    pub fn tell(&self, findings: &[Finding]) {
        if self.quiet {
            return;
        }
        let mut err = super::output::stderr(self.color);
        let mut shown: Vec<&Finding> = findings.iter().filter(|f| is_told(f)).collect();
        shown.sort_by_key(|f| std::cmp::Reverse(f.code.severity()));
        for finding in shown.iter().take(MOST_SHOWN) {
            let _ = write_finding(&mut err, finding);
        }
        if shown.len() > MOST_SHOWN {
            let rest = shown.len() - MOST_SHOWN;
            let _ = writeln!(err, "… and {rest} more; `silkmatch check` lists them all");
        }
    }

    /// A source that an argument names, in the encoding that was asked for.
    pub fn source(&self, path: &Path) -> Source {
        Source::named(path).encoded(self.encoding)
    }

    /// Reads what an argument names, in the encoding that was asked for, and tells of findings on standard error.
    ///
    /// # Errors
    /// What cannot be read; with `--strict`, any finding above a note.
    pub fn read<T>(
        &self,
        path: &Path,
        read: impl FnOnce(&Source, &mut Vec<Finding>) -> Result<T>,
    ) -> Result<T> {
        let mut findings = Vec::new();
        let read = read(&self.source(path), &mut findings)?;
        self.tell(&findings);
        self.hold_strict(&findings)?;
        Ok(read)
    }

    /// Where the output goes, opened before any work is done.
    ///
    /// # Errors
    /// A target that cannot be written, or that is an input.
    pub fn sink(&self) -> Result<Sink> {
        Sink::open(self.output.as_deref(), &self.inputs)
    }

    /// Whether calendars are asked for, by the format or by the ending of the output.
    pub fn wants_calendars(&self) -> bool {
        let by_ending = || {
            let ending = self.output.as_ref().and_then(|path| path.extension());
            ending.is_some_and(|ending| ending.eq_ignore_ascii_case("ics"))
        };
        self.format.map_or_else(by_ending, |format| format == Format::Ics)
    }

    /// The format of a table or a document: as asked for, else by the ending of the output, else text.
    ///
    /// # Errors
    /// An ending that no format has; pages, and calendars.
    pub fn format(&self) -> Result<Format> {
        if self.wants_calendars() {
            return Err(Format::Ics.misplaced());
        }
        match self.format {
            Some(Format::Html) => return Err(Format::Html.misplaced()),
            Some(format) => return Ok(format),
            None => {}
        }
        let named = self.output.as_ref().map(|target| Packing::of(target).1);
        let ending = named.and_then(|p| p.extension()).map(|e| e.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            None | Some("txt") => Ok(Format::Text),
            Some("csv") => Ok(Format::Csv),
            Some("json" | "jsonl" | "ndjson") => Ok(Format::Json),
            Some("xlsx") => Ok(Format::Xlsx),
            Some("html" | "htm") => Err(Format::Html.misplaced()),
            Some(other) => {
                let error = Error::new(ErrorKind::Value, format!("no format has the ending `.{other}`"));
                Err(error.hint("name the format: -f text, -f csv, -f json or -f xlsx"))
            }
        }
    }

    /// The sentences of the language.
    pub fn wording(&self) -> Wording {
        Wording::new(self.lang)
    }
}

fn is_told(finding: &Finding) -> bool {
    finding.code.severity() > Severity::Note || finding.code == Code::EncodingGuessed
}

/// Writes a finding: what and where on one line, the remedy on the next.
pub fn write_finding(out: &mut (impl Write + ?Sized), finding: &Finding) -> std::io::Result<()> {
    use silkmatch::render::text::visible;
    let found =
        if finding.found.is_empty() { String::new() } else { format!("`{}`: ", visible(&finding.found)) };
    let severity = finding.code.severity().as_str();
    let place = visible(&finding.place.to_string());
    writeln!(out, "{severity}[{}]: {place}: {found}{}", finding.code, visible(&finding.message))?;
    match &finding.hint {
        Some(hint) => writeln!(out, "  hint: {}", visible(hint)),
        None => Ok(()),
    }
}

/// How much each criterion counts.
#[derive(Debug, Args)]
pub struct Weighting {
    /// Weights: a preset, a file, or coverage=0.4,mutual=0.2
    #[arg(short, long, value_name = "W", default_value = "balanced")]
    pub weights: String,
    /// How much of an unknown criterion counts, from 0 (all of it bad) to 1 (all of it good)
    #[arg(long, value_name = "X", default_value_t = Optimism::default().degree())]
    pub optimism: f64,
}

impl Weighting {
    /// The weights and the optimism.
    pub fn read(&self, common: &Common) -> Result<(Weights, Optimism)> {
        Ok((weights::read(&self.weights, common)?, Optimism::new(self.optimism)?))
    }
}

/// Which partners are looked at.
#[derive(Debug, Args)]
pub struct Partners {
    /// Countries of the partners
    #[arg(long, value_name = "C", num_args = 1.., value_delimiter = ',')]
    to: Vec<String>,
    /// Kinds of the partners
    #[arg(long, value_name = "K", num_args = 1.., value_delimiter = ',')]
    kind: Vec<String>,
    /// A concept that the partners offer, itself or narrower
    #[arg(long, value_name = "C", num_args = 1)]
    concept: Vec<String>,
}

impl Partners {
    /// The filter that lets them pass.
    pub fn filter(&self, roster: &Roster) -> Result<Filter> {
        Filter::read(roster, &self.to, &self.kind, &self.concept)
    }
}
