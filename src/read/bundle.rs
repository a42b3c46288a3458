//! Which tables are read from where: the user's own over the shipped ones, table by table.

use super::encoding::Encoding;
use super::header::no_header;
use super::schema::TableName;
use super::sheets::assign;
use super::source::{Content, Source};
use super::table::Table;
use crate::error::{Error, Place, Refusal, Result};
use crate::text::nearest;
use crate::warning::{Code, Finding};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Whose table it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It came with silkmatch.
    Shipped,
    /// It was given by the user.
    Given,
}

macro_rules! shipped {
    ($($table:ident: $file:literal),* $(,)?) => {
        const SHIPPED: &[(TableName, &str)] = &[$((TableName::$table, include_str!(concat!("../../profiles/", $file)))),*];
    };
}

shipped! {
    Organizations: "organizations.csv",
    Capabilities: "capabilities.csv",
    Taxonomy: "taxonomy.csv",
    Labels: "labels.csv",
    Complements: "complements.csv",
    Ties: "ties.csv",
    Kinds: "kinds.csv",
    Recognitions: "recognitions.csv",
    Policies: "policies.csv",
    Typical: "typical.csv",
}

/// The shipped tables that leave with the shipped organizations.
const OF_ORGANIZATIONS: [TableName; 3] = [TableName::Capabilities, TableName::Ties, TableName::Typical];

/// The tables of one run.
#[derive(Debug, Default)]
pub struct Bundle {
    tables: BTreeMap<TableName, Vec<(Origin, Table)>>,
    /// What reading noticed.
    pub findings: Vec<Finding>,
}

impl Bundle {
    /// The shipped set.
    ///
    /// # Errors
    /// None, unless the shipped set is broken; a test holds it sound.
    pub fn shipped() -> Result<Bundle> {
        let mut bundle = Bundle::default();
        bundle.add_shipped(&TableName::ALL)?;
        Ok(bundle)
    }

    /// A folder or workbook with tables under their names, a file of organizations, or `-` for either
    /// of the last two on standard input.
    ///
    /// What is given stands in the place of the shipped table of that name. Labels are the exception:
    /// they add to the shipped ones. As shipped capabilities and ties speak of shipped organizations,
    /// they leave with them; so do typical needs, for what is assumed of organizations is up to whoever
    /// brings them.
    ///
    /// # Errors
    /// What cannot be read, or is broken in its structure; two files or sheets of one table.
    pub fn open(path: &Path) -> Result<Bundle> {
        Bundle::open_as(path, None)
    }

    /// The same, with text in this encoding; where there is none, it is found.
    ///
    /// # Errors
    /// As [`Bundle::open`].
    pub fn open_as(path: &Path, encoding: Option<Encoding>) -> Result<Bundle> {
        let mut bundle = Bundle::default();
        if path.is_dir() {
            bundle.add_folder(path, encoding)?;
        } else {
            bundle.add(&Source::named(path).encoded(encoding), Given::Alone)?;
        }
        bundle.over_the_shipped()
    }

    /// The same from one source, whatever it is.
    ///
    /// # Errors
    /// As [`Bundle::open`].
    pub fn of(source: &Source) -> Result<Bundle> {
        let mut bundle = Bundle::default();
        bundle.add(source, Given::Alone)?;
        bundle.over_the_shipped()
    }

    /// The same from files that are at hand, such as those of an upload: one is taken by itself, several
    /// as the files of a folder, each under its name. `whole` names all of them in messages.
    ///
    /// # Errors
    /// As [`Bundle::open`].
    pub fn of_files(files: &[(String, Source)], whole: &str) -> Result<Bundle> {
        let mut bundle = Bundle::default();
        match files {
            [(_, source)] => bundle.add(source, Given::Alone)?,
            _ => bundle.add_files(files, Place::file(whole))?,
        }
        bundle.over_the_shipped()
    }

    /// Adds the shipped tables in whose place none was given.
    fn over_the_shipped(mut self) -> Result<Bundle> {
        let own_organizations = self.has(TableName::Organizations);
        let stays = |name: &TableName| {
            let leaves = own_organizations && OF_ORGANIZATIONS.contains(name);
            !leaves && (*name == TableName::Labels || !self.has(*name))
        };
        let staying: Vec<TableName> = TableName::ALL.into_iter().filter(stays).collect();
        self.add_shipped(&staying)?;
        Ok(self)
    }

    /// The tables of a name; none, one, or the shipped and the given labels.
    pub fn tables(&self, name: TableName) -> impl Iterator<Item = &Table> {
        self.tables.get(&name).into_iter().flatten().map(|(_, table)| table)
    }

    /// Which table came from where, by name.
    pub fn origins(&self) -> impl Iterator<Item = (Origin, &Table)> {
        self.tables.values().flatten().map(|(origin, table)| (*origin, table))
    }

    fn has(&self, name: TableName) -> bool {
        self.tables.contains_key(&name)
    }

    /// Adds the shipped tables of these names, which are read side by side: every run begins with it.
    fn add_shipped(&mut self, names: &[TableName]) -> Result<()> {
        let read = |(name, text): &(TableName, &'static str)| {
            let mut findings = Vec::new();
            let table = Table::shipped(*name, text, &mut findings);
            (*name, table, findings)
        };
        let wanted = SHIPPED.par_iter().filter(|(name, _)| names.contains(name));
        for (name, table, findings) in wanted.map(read).collect::<Vec<_>>() {
            self.findings.extend(findings);
            self.tables.entry(name).or_default().insert(0, (Origin::Shipped, table?));
        }
        Ok(())
    }

    /// Adds what a source holds: one table of text, or the tables of a workbook.
    fn add(&mut self, source: &Source, given: Given) -> Result<()> {
        let place = source.place();
        let sheets = match source.content(&mut self.findings)? {
            Content::Text(text) => {
                let name = given.name().unwrap_or(TableName::Organizations);
                let table = Table::parse(&text, place, name, &mut self.findings)?;
                return self.put(table);
            }
            Content::Sheets(sheets) => sheets,
        };
        let first = sheets.first().map(|s| (s.name.clone(), s.lines[..1].to_vec()));
        let tables = assign(sheets, given.name(), &place, &mut self.findings);
        let missing = match given {
            Given::Alone => Some(TableName::Organizations).filter(|_| tables.is_empty()),
            Given::Named(name) => Some(name).filter(|name| !tables.iter().any(|(table, _)| table == name)),
            Given::InFolder => None,
        };
        if let Some(name) = missing {
            let (place, lines) = match first {
                Some((sheet, lines)) => (place.sheet(sheet), lines),
                None => (place, Vec::new()),
            };
            return Err(no_header(&lines, name.schema(), place));
        }
        for (name, sheet) in tables {
            let table = Table::of_sheet(sheet, &place, name, &mut self.findings)?;
            self.put(table)?;
        }
        Ok(())
    }

    fn put(&mut self, table: Table) -> Result<()> {
        let tables = self.tables.entry(table.name()).or_default();
        if let Some((_, first)) = tables.first() {
            let message =
                format!("a second table `{}`; the first is {}", table.name().as_str(), first.place());
            let error = Error::refused(Refusal::DoubledTable, table.place().clone(), message);
            return Err(error.hint("keep one of them, or put the rows of both into one"));
        }
        tables.push((Origin::Given, table));
        Ok(())
    }

    fn add_folder(&mut self, path: &Path, encoding: Option<Encoding>) -> Result<()> {
        let place = Place::file(path.display().to_string());
        let list = std::fs::read_dir(path).map_err(|e| Error::io(place.clone(), "cannot be read", e))?;
        let mut files: Vec<_> =
            list.filter_map(|entry| Some(entry.ok()?.path())).filter(|p| !p.is_dir()).collect();
        files.sort();
        let named = |file: &PathBuf| {
            let name = file.file_name()?.to_string_lossy().into_owned();
            Some((name, Source::named(file).encoded(encoding)))
        };
        self.add_files(&files.iter().filter_map(named).collect::<Vec<_>>(), place)
    }

    /// Adds files by their names.
    fn add_files(&mut self, files: &[(String, Source)], whole: Place) -> Result<()> {
        for (name, source) in files {
            let Some((stem, ending)) = parts(name) else { continue };
            match TableName::read(stem) {
                Some(name) if name.is_named_alone() => {}
                Some(name) => self.add(source, Given::Named(name))?,
                None if WORKBOOKS.contains(&ending.as_str()) => self.add(source, Given::InFolder)?,
                None => self.findings.push(unknown_table(source, stem)),
            }
        }
        if self.tables.is_empty() {
            let error = Error::refused(Refusal::NoTable, whole, "the folder holds no table that is read");
            return Err(error.hint("name the file with your organizations `organizations.csv`"));
        }
        Ok(())
    }
}

/// How a source was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    /// By itself: text is organizations.
    Alone,
    /// In a folder, under the name of a table.
    Named(TableName),
    /// In a folder, under another name.
    InFolder,
}

impl Given {
    fn name(self) -> Option<TableName> {
        match self {
            Given::Named(name) => Some(name),
            Given::Alone | Given::InFolder => None,
        }
    }
}

/// The endings of text that is read.
const TEXTS: [&str; 3] = ["csv", "tsv", "txt"];
/// The endings of workbooks.
const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xlsb", "xls", "ods"];

/// The stem and the ending of a file that may hold a table, without that of gzip; none for any other,
/// and for what a spreadsheet keeps beside an open file.
fn parts(name: &str) -> Option<(&str, String)> {
    let bare = name.strip_suffix(".gz").unwrap_or(name);
    let (stem, ending) = bare.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let known = TEXTS.contains(&ending.as_str()) || WORKBOOKS.contains(&ending.as_str());
    (known && !stem.starts_with("~$") && !stem.starts_with('.')).then_some((stem, ending))
}

fn unknown_table(source: &Source, stem: &str) -> Finding {
    let names = TableName::ALL.map(TableName::as_str);
    let message = format!("no table has this name; it is not read. The names: {}", names.join(", "));
    let finding = Finding::new(Code::UnknownTable, source.place(), stem, message);
    match nearest(stem, names, 1).first() {
        Some(near) => finding.hint(format!("did you mean `{near}.csv`?")),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_over_the_shipped_tables_finds_nothing() {
        for (name, text) in SHIPPED {
            let mut findings = Vec::new();
            let source = Source::shipped(name.as_str(), text);
            let given = Table::read(&source, *name, &mut findings).expect("sound");
            let shipped = Table::shipped(*name, text, &mut findings).expect("sound");
            assert_eq!(findings, [], "{}", name.as_str());
            let cells = |table: &Table| -> Vec<Vec<(String, String)>> {
                let cells = |(key, text): (&str, &str)| (key.to_string(), text.to_string());
                table.records().map(|r| r.cells().map(cells).collect()).collect()
            };
            assert_eq!(cells(&given), cells(&shipped), "{}", name.as_str());
        }
    }
}
