//! `silkmatch plan`: who travels, who meets whom, when and where.

use super::common::{Common, Format};
use super::forms::Forms;
use super::output::{Sink, write_into};
use super::{Ending, weights};
use silkmatch::criterion::Optimism;
use silkmatch::engine::Query;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::plan::value::Worths;
use silkmatch::plan::{self, Delegation, Earlier, Effort, Kept, Outcome};
use silkmatch::read::{Settings, Source};
use silkmatch::report::book::Book;
use silkmatch::report::plan::{self as report, PlannedDocument, Told};
use silkmatch::roster::Roster;
use silkmatch::text::slug;
use silkmatch::{preset, render};
use std::path::{Path, PathBuf};

/// Who travels, who meets whom, when and where
///
/// The delegation file is TOML; docs/plan.md explains its keys. The plan says what it is worth, a bound
/// that no plan can pass, and what could not be met because of what. Where there is no plan at all, it
/// names a smallest set of conditions that cannot all hold.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// Delegation file (- for standard input)
    #[arg(value_name = "DELEGATION")]
    delegation: PathBuf,
    /// Weights: a preset, a file, or coverage=0.4,mutual=0.2 [default: those of the delegation]
    #[arg(short, long, value_name = "W")]
    weights: Option<String>,
    /// Stop within this share of the bound, from 0 to 1
    #[arg(long, value_name = "X", default_value_t = 0.0)]
    gap: f64,
    /// Stop after so many steps of the search for each goal and route: a thousand for each second named here
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    time: u64,
    /// An earlier plan (JSON), of which as much as possible is kept
    #[arg(long, value_name = "PLAN")]
    keep: Option<PathBuf>,
    /// What has changed: `cancel ORG`, `away ORG 2027-06-14 09:30`, `drop 2027-06-14 09:30`
    #[arg(long, value_name = "CHANGE")]
    change: Vec<String>,
    /// Write calendars (iCalendar), one for each participant where -o names a folder
    #[arg(long)]
    calendar: bool,
}

const AFTER: &str = "\
Examples:
  silkmatch plan visit.toml
  silkmatch plan visit.toml -f json -o plan.json
  silkmatch plan visit.toml --keep plan.json --change \"cancel kr-songdo\"
  silkmatch plan visit.toml --calendar -o calendars/";

/// Steps of the search for each second of `--time`.
const STEPS: u64 = 1_000;

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let target = target(args, common)?;
    let effort = effort(args)?;
    let settings = settings(&args.delegation)?;
    let roster = common.load()?;
    let mut delegation = plan::read(&settings, &roster)?;
    let kept = kept(args, &roster, &mut delegation)?;
    let query = query(args, &delegation)?;
    let worths = Worths::of(&roster, &delegation, &query);
    let outcome = plan::plan(&delegation, &worths, effort, kept.as_ref())?;
    let wording = common.wording();
    let told =
        Told { roster: &roster, delegation: &delegation, worths: &worths, query: &query, wording: &wording };
    match outcome {
        Outcome::Plan(plan) => {
            target.write(&told, &plan)?;
            Ok(if plan.meetings.is_empty() { Ending::Nothing } else { Ending::Found })
        }
        Outcome::Impossible(conflict) => target.write_conflict(&told, &conflict).map(|()| Ending::Nothing),
        Outcome::Undecided => {
            let error = Error::new(
                ErrorKind::Value,
                "the search ended before it found a plan, or that there is none",
            );
            Err(error.hint(format!("give it more than --time {}", args.time)))
        }
    }
}

/// Where the plan goes, and as what.
enum Target {
    /// One document.
    Document(Format, Sink),
    /// One calendar of all meetings.
    Calendar(Sink),
    /// A calendar for each participant.
    Folder(PathBuf),
}

fn target(args: &Args, common: &Common) -> Result<Target> {
    if !args.calendar {
        return Ok(Target::Document(common.format()?, common.sink()?));
    }
    if matches!(common.format, Some(Format::Csv | Format::Json | Format::Xlsx)) {
        let error = Error::new(ErrorKind::Value, "--calendar has a format of its own");
        return Err(error.hint("leave -f out"));
    }
    match &common.output {
        Some(path) if path.is_dir() || path.to_string_lossy().ends_with('/') => {
            Ok(Target::Folder(path.clone()))
        }
        _ => common.sink().map(Target::Calendar),
    }
}

impl Target {
    fn write(self, told: &Told, plan: &plan::Plan) -> Result<()> {
        let document = || report::document(told, plan);
        match self {
            Target::Document(format, sink) => Forms {
                text: || report::tables(told, plan),
                csv: || report::csv(&document().meetings),
                json: || PlannedDocument::Plan(Box::new(document())),
                book: || Book::of(report::tables(told, plan)),
            }
            .write(format, sink),
            Target::Calendar(sink) => sink.finish(|out| render::ics::write(out, &report::whole(&document()))),
            Target::Folder(folder) => {
                // An id may hold what a file name may not; the number keeps two of one name apart.
                for (n, (id, calendar)) in report::calendars(&document()).iter().enumerate() {
                    let name = format!("{:02}-{}.ics", n + 1, slug(id));
                    write_into(&folder, &name, |out| render::ics::write(out, calendar))?;
                }
                Ok(())
            }
        }
    }

    fn write_conflict(self, told: &Told, conflict: &plan::Conflict) -> Result<()> {
        let text =
            |out: &mut dyn std::io::Write| render::text::write(out, &report::conflict_tables(told, conflict));
        match self {
            Target::Document(Format::Json, sink) => {
                let document = PlannedDocument::Conflict(report::conflict_document(told, conflict));
                sink.finish(|out| render::json::write(out, &document))
            }
            Target::Document(Format::Xlsx, sink) => {
                sink.finish_book(&Book::of(report::conflict_tables(told, conflict)))
            }
            Target::Document(_, sink) | Target::Calendar(sink) => sink.finish(text),
            Target::Folder(_) => Sink::open(None, &[])?.finish(text),
        }
    }
}

fn effort(args: &Args) -> Result<Effort> {
    if !(0.0..=1.0).contains(&args.gap) {
        return Err(Error::new(
            ErrorKind::Value,
            format!("a gap of {}; it is a number from 0 to 1", args.gap),
        ));
    }
    Ok(Effort { steps: args.time.saturating_mul(STEPS), gap: args.gap })
}

fn settings(path: &Path) -> Result<Settings> {
    let source = Source::named(path);
    Ok(Settings::new(source.text(&mut Vec::new())?, source.place()))
}

/// The weights of the command line, else those of the delegation, else the first preset.
fn query(args: &Args, delegation: &Delegation) -> Result<Query> {
    let weights = match (&args.weights, &delegation.weights) {
        (Some(text), _) => weights::read(text)?,
        (None, Some(given)) => weights::read(&given.value).map_err(|e| e.at(given.place.clone()))?,
        (None, None) => preset::all()[0].weights()?,
    };
    let optimism = delegation.optimism.map(Optimism::new).transpose()?.unwrap_or_default();
    Ok(Query { optimism, ..Query::new(weights) })
}

/// The earlier plan, after the changes are made to the delegation.
fn kept(args: &Args, roster: &Roster, delegation: &mut Delegation) -> Result<Option<Kept>> {
    let mut cancelled = Vec::new();
    for change in &args.change {
        cancelled.extend(plan::change::apply(change, roster, delegation)?);
    }
    let Some(path) = &args.keep else { return Ok(None) };
    let source = Source::named(path);
    let earlier = Earlier::read(&source.text(&mut Vec::new())?).map_err(|e| e.at(source.place()))?;
    let mut travelling = earlier.travelled(roster, delegation);
    travelling.retain(|m| !cancelled.contains(&plan::delegation::Who::Member(*m)));
    Ok(Some(Kept { meetings: earlier.kept(roster, delegation), travelling }))
}
