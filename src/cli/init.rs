//! `silkmatch init`: a starter folder or workbook to fill in.

use super::common::Common;
use super::output::Sink;
use super::{Ending, today};
use silkmatch::Roster;
use silkmatch::error::{Error, ErrorKind, Place, Result};
use silkmatch::read::TableName;
use silkmatch::render;
use silkmatch::report::starter;
use silkmatch::report::visit_form::visit_form;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A starter folder or workbook to fill in
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    /// The folder, which is made where it does not exist; or a workbook, NAME.xlsx
    #[arg(value_name = "DIR")]
    target: PathBuf,
    /// The sheets of a delegation for `plan`, in a workbook, instead of profiles
    #[arg(long)]
    visit: bool,
}

const AFTER: &str = "\
The tables have headers in the language of -l, and an example row that does not count. In a workbook each
header has a note that says what belongs there, and cells offer words to choose from.

Examples:
  silkmatch init my-profiles
  silkmatch init my-profiles.xlsx -l ru
  silkmatch check my-profiles.xlsx
  silkmatch init visit.xlsx --visit -l ko";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    if common.output.is_some() {
        let error =
            Error::new(ErrorKind::Value, "`init` writes what its argument names, and -o names another");
        return Err(error.hint("leave -o out"));
    }
    let (target, wording) = (args.target.as_path(), common.wording());
    if args.visit {
        return visit(target, common);
    }
    let roster = Roster::shipped(common.as_of.unwrap_or_else(today::today))?;
    let forms = starter::TABLES.map(|table| (table, starter::form(table, roster.taxonomy(), &wording)));
    if is_workbook(target) {
        refuse_existing(target)?;
        let bytes = render::xlsx::form_bytes(&forms.map(|(_, form)| form))?;
        Sink::open(Some(target), &[])?.finish(|out| out.write_all(&bytes))?;
    } else {
        let place = Place::file(target.display().to_string());
        std::fs::create_dir_all(target).map_err(|e| Error::io(place, "cannot be made", e))?;
        forms.iter().try_for_each(|(table, _)| refuse_existing(&file(target, *table)))?;
        for (table, form) in &forms {
            Sink::open(Some(&file(target, *table)), &[])?.finish(|out| {
                // Excel reads UTF-8 as such only behind a mark.
                out.write_all("\u{feff}".as_bytes())?;
                render::csv::write(out, &form.table())
            })?;
        }
    }
    if !common.quiet {
        let mut err = super::output::stderr(common.color());
        let path = target.display().to_string();
        let _ = writeln!(err, "{}", wording.say("init-done", &[("path", &path)]));
    }
    Ok(Ending::Found)
}

/// The sheets of a delegation.
fn visit(target: &Path, common: &Common) -> Result<Ending> {
    if !is_workbook(target) {
        let error = Error::new(ErrorKind::Value, "the sheets of a delegation are written as a workbook");
        return Err(error.hint("name a file such as visit.xlsx"));
    }
    refuse_existing(target)?;
    Sink::open(Some(target), &[])?.finish_book(&visit_form(&common.wording()))?;
    Ok(Ending::Found)
}

fn is_workbook(target: &Path) -> bool {
    target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

fn file(folder: &Path, name: TableName) -> PathBuf {
    folder.join(format!("{}.csv", name.as_str()))
}

fn refuse_existing(path: &Path) -> Result<()> {
    if path.exists() {
        let error = Error::new(ErrorKind::Io, "this file exists; nothing was written");
        let error = error.at(Place::file(path.display().to_string()));
        return Err(error.hint("name another one, or move the file away"));
    }
    Ok(())
}
