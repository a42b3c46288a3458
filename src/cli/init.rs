//! `silkmatch init`: a starter folder to fill in.

use super::Ending;
use super::common::Common;
use super::output::Sink;
use silkmatch::error::{Error, ErrorKind, Place, Result};
use silkmatch::read::TableName;
use silkmatch::render;
use silkmatch::report::table::{Align, Cell, Table};
use silkmatch::vocabulary::{self, Lang, WordSet};
use std::path::{Path, PathBuf};

/// A starter folder to fill in
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  silkmatch init my-profiles\n  silkmatch check my-profiles")]
pub struct Args {
    /// The folder; it is made where it does not exist
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    if common.output.is_some() {
        let error = Error::new(ErrorKind::Value, "`init` writes into a folder, and -o names a file");
        return Err(error.hint("leave -o out"));
    }
    let place = Place::file(args.folder.display().to_string());
    std::fs::create_dir_all(&args.folder).map_err(|e| Error::io(place, "cannot be made", e))?;
    let tables = [
        (TableName::Organizations, &ORGANIZATION[..]),
        (TableName::Capabilities, &CLAIM[..]),
        (TableName::Ties, &[][..]),
    ];
    for (name, _) in tables {
        refuse_existing(&file(&args.folder, name))?;
    }
    for (name, example) in tables {
        let table = starter(name, example, common.lang);
        Sink::open(Some(&file(&args.folder, name)), &[])?.finish(|out| {
            // Excel reads UTF-8 as such only behind a mark.
            out.write_all("\u{feff}".as_bytes())?;
            render::csv::write(out, &table)
        })?;
    }
    if !common.quiet {
        let mut err = super::output::stderr(common.color());
        let folder = args.folder.display();
        let _ = std::io::Write::write_fmt(
            &mut err,
            format_args!(
                "wrote {folder}: replace the example rows with your own, then run `silkmatch check {folder}`\n"
            ),
        );
    }
    Ok(Ending::Found)
}

/// The example row is one of the shipped organizations.
const ORGANIZATION: [(&str, &str); 8] = [
    ("id", "kz-sk-pharmacy"),
    ("name", "SK-Pharmacy LLP"),
    ("aliases", "СК-Фармация"),
    ("country", "KZ"),
    ("kind", "distributor"),
    ("offers", "single distributor system:5; off-take contracts"),
    ("needs", "technology transfer:4; insulin products"),
    (
        "source",
        "Kazakhstan and South Korea cooperate to create medical-pharmaceutical clusters (SK-Pharmacy press service)",
    ),
];

/// The example claim is one of the shipped claims.
const CLAIM: [(&str, &str); 7] = [
    ("organization", "kz-sk-pharmacy"),
    ("role", "need"),
    ("term", "investment attraction"),
    ("level", "4"),
    (
        "source",
        "Kazakhstan and South Korea cooperate to create medical-pharmaceutical clusters (SK-Pharmacy press service)",
    ),
    ("as_of", "2022-07-04"),
    ("note", "attract investors, technology transfer and newest technologies"),
];

fn file(folder: &Path, name: TableName) -> PathBuf {
    folder.join(format!("{}.csv", name.as_str()))
}

fn refuse_existing(path: &Path) -> Result<()> {
    if path.exists() {
        let error = Error::new(ErrorKind::Io, "this file exists; nothing was written");
        let error = error.at(Place::file(path.display().to_string()));
        return Err(error.hint("name another folder, or move the file away"));
    }
    Ok(())
}

/// A table with all columns of its schema in the language, and an example row.
fn starter(name: TableName, example: &[(&str, &str)], lang: Lang) -> Table {
    let schema = name.schema();
    let titles: Vec<&str> = schema.columns().map(|c| vocabulary::name(WordSet::Column, c, lang)).collect();
    let mut table = Table::new(titles.iter().map(|t| (*t, Align::Left)));
    if !example.is_empty() {
        let value = |column| example.iter().find(|(c, _)| *c == column).map(|(_, v)| *v);
        table.push(schema.columns().map(|c| value(c).map_or(Cell::Unknown, Cell::from)));
    }
    table
}
