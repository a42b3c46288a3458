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
use silkmatch::report::calendar::Calendar;
use silkmatch::report::plan::{self as report, PlannedDocument, Told};
use silkmatch::report::table::Table;
use silkmatch::roster::Roster;
use silkmatch::text::slug;
use silkmatch::{preset, render};
use std::path::{Path, PathBuf};

/// Who travels, who meets whom, when and where
///
/// The delegation is a TOML file or a workbook; docs/plan.md explains its keys and its sheets. The plan says what it is worth, a bound
/// that no plan can pass, and what could not be met because of what. Where there is no plan at all, it
/// names a smallest set of conditions that cannot all hold.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// Delegation: TOML, or a workbook with its sheets (- for standard input)
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
}

const AFTER: &str = "\
Examples:
  silkmatch plan visit.toml
  silkmatch plan visit.toml -f json -o plan.json
  silkmatch plan visit.toml --keep plan.json --change \"cancel kr-songdo\"
  silkmatch plan visit.xlsx -o plan.xlsx
  silkmatch plan visit.toml -f ics -o calendars/";

/// Steps of the search for each second of `--time`.
const STEPS: u64 = 1_000;

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let target = Target::of(common)?;
    let effort = effort(args)?;
    let settings = settings(&args.delegation, common)?;
    let loaded = common.load_whole()?;
    let roster = &loaded.roster;
    let mut delegation = plan::read(&settings, roster)?;
    let kept = kept(args, roster, &mut delegation)?;
    let (weights, query) = query(args, &delegation, common)?;
    let worths = Worths::of(roster, &delegation, &query);
    let outcome = plan::plan(&delegation, &worths, effort, kept.as_ref())?;
    let wording = common.wording();
    let told = Told { roster, delegation: &delegation, worths: &worths, query: &query, wording: &wording };
    match outcome {
        Outcome::Plan(plan) => {
            target.write(&told, &plan, || loaded.scored(&query, &weights, &wording))?;
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
    /// A calendar for each participant, in a zip archive.
    Archive(Sink),
    /// A calendar for each participant, in a folder.
    Folder(PathBuf),
}

impl Target {
    fn of(common: &Common) -> Result<Target> {
        if !common.wants_calendars() {
            return Ok(Target::Document(common.format()?, common.sink()?));
        }
        let ends_in = |ending: &str| {
            common.output.as_ref().is_some_and(|path| path.to_string_lossy().to_lowercase().ends_with(ending))
        };
        Ok(match &common.output {
            Some(path) if path.is_dir() || ends_in("/") => Target::Folder(path.clone()),
            _ if ends_in(".zip") => Target::Archive(common.sink()?),
            _ => Target::Calendar(common.sink()?),
        })
    }

    fn write(self, told: &Told, plan: &plan::Plan, made: impl FnOnce() -> Table) -> Result<()> {
        let document = || report::document(told, plan);
        match self {
            Target::Document(format, sink) => Forms {
                text: || report::tables(told, plan),
                csv: || report::csv(&document().meetings),
                json: || PlannedDocument::Plan(Box::new(document())),
                book: || report::book(told, plan, made()),
            }
            .write(format, sink),
            Target::Calendar(sink) => sink.finish(|out| render::ics::write(out, &report::whole(&document()))),
            Target::Archive(sink) => {
                let bytes = render::ics::archive(&named(report::calendars(&document())));
                sink.finish(|out| out.write_all(&bytes?))
            }
            Target::Folder(folder) => {
                for (name, calendar) in named(report::calendars(&document())) {
                    write_into(&folder, &name, |out| render::ics::write(out, &calendar))?;
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
            Target::Document(Format::Xlsx, sink) => sink.finish_book(&report::conflict_book(told, conflict)),
            Target::Document(_, sink) => sink.finish(text),
            // No calendar says why there is none.
            Target::Calendar(_) | Target::Archive(_) | Target::Folder(_) => {
                Sink::open(None, &[])?.finish(text)
            }
        }
    }
}

/// Calendars under the names of their files. An id may hold what a file name may not; the number keeps two
/// of one name apart.
fn named(calendars: Vec<(String, Calendar)>) -> Vec<(String, Calendar)> {
    let name = |(n, (id, calendar)): (usize, (String, Calendar))| {
        (format!("{:02}-{}.ics", n + 1, slug(&id)), calendar)
    };
    calendars.into_iter().enumerate().map(name).collect()
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

fn settings(path: &Path, common: &Common) -> Result<Settings> {
    common.read(path, Settings::open)
}

/// The weights of the command line, else those of the delegation, else the first preset; with their name.
fn query(args: &Args, delegation: &Delegation, common: &Common) -> Result<(String, Query)> {
    let (name, weights) = match (&args.weights, &delegation.weights) {
        (Some(text), _) => (text.as_str(), weights::read(text, common)?),
        (None, Some(given)) => {
            let weights = weights::read(&given.value, common).map_err(|e| e.at(given.place.clone()))?;
            (given.value.as_str(), weights)
        }
        (None, None) => (preset::all()[0].name, preset::all()[0].weights()?),
    };
    let optimism = delegation.optimism.map(Optimism::new).transpose()?.unwrap_or_default();
    Ok((name.to_string(), Query { optimism, ..Query::new(weights) }))
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
