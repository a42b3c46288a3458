//! Which tables are read from where: the user's own over the shipped ones, table by table.

use super::schema::TableName;
use super::source::Source;
use super::table::Table;
use crate::error::{Error, ErrorKind, Place, Result};
use crate::text::nearest;
use crate::warning::{Code, Finding};
use std::collections::BTreeMap;
use std::path::Path;

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
        for (name, _) in SHIPPED {
            bundle.add_shipped(*name)?;
        }
        Ok(bundle)
    }

    /// A folder with tables under their names, a file of organizations, or `-` for organizations on
    /// standard input.
    ///
    /// What is given stands in the place of the shipped table of that name. Labels are the exception:
    /// they add to the shipped ones. As shipped capabilities and ties speak of shipped organizations,
    /// they leave with them; so do typical needs, for what is assumed of organizations is up to whoever
    /// brings them.
    ///
    /// # Errors
    /// What cannot be read, or is broken in its structure.
    pub fn open(path: &Path) -> Result<Bundle> {
        let mut bundle = Bundle::default();
        if path.is_dir() {
            bundle.add_folder(path)?;
        } else {
            bundle.add(&Source::named(path), TableName::Organizations)?;
        }
        let own_organizations = bundle.has(TableName::Organizations);
        for (name, _) in SHIPPED {
            let leaves = own_organizations && OF_ORGANIZATIONS.contains(name);
            if !leaves && (*name == TableName::Labels || !bundle.has(*name)) {
                bundle.add_shipped(*name)?;
            }
        }
        Ok(bundle)
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

    fn add_shipped(&mut self, name: TableName) -> Result<()> {
        for (_, text) in SHIPPED.iter().filter(|(table, _)| *table == name) {
            let table = Table::read(&Source::Shipped(name.as_str(), text), name, &mut self.findings)?;
            self.tables.entry(name).or_default().insert(0, (Origin::Shipped, table));
        }
        Ok(())
    }

    fn add(&mut self, source: &Source, name: TableName) -> Result<()> {
        let table = Table::read(source, name, &mut self.findings)?;
        self.tables.entry(name).or_default().push((Origin::Given, table));
        Ok(())
    }

    fn add_folder(&mut self, path: &Path) -> Result<()> {
        let place = Place::file(path.display().to_string());
        let list = std::fs::read_dir(path).map_err(|e| Error::io(place.clone(), "cannot be read", e))?;
        let mut files: Vec<_> =
            list.filter_map(|entry| Some(entry.ok()?.path())).filter(|p| p.is_file()).collect();
        files.sort();
        for file in files.iter().filter(|f| is_delimited(f)) {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            match TableName::read(&stem) {
                // These are named by options of their own.
                Some(TableName::Weights | TableName::Pairs) => {}
                Some(name) if self.has(name) => {
                    let error =
                        Error::new(ErrorKind::Structure, format!("a second table `{}`", name.as_str()));
                    return Err(error.at(Source::named(file).place()).hint("keep one of them in the folder"));
                }
                Some(name) => self.add(&Source::named(file), name)?,
                None => self.findings.push(unknown_table(file, &stem)),
            }
        }
        if self.tables.is_empty() {
            let error = Error::new(ErrorKind::Structure, "the folder holds no table that is read");
            return Err(error.at(place).hint("name the file with your organizations `organizations.csv`"));
        }
        Ok(())
    }
}

fn is_delimited(file: &Path) -> bool {
    let ending = file.extension().unwrap_or_default().to_ascii_lowercase();
    ["csv", "tsv", "txt"].iter().any(|e| ending == *e)
}

fn unknown_table(file: &Path, stem: &str) -> Finding {
    let names = TableName::ALL.map(TableName::as_str);
    let message = format!("no table has this name; it is not read. The names: {}", names.join(", "));
    let finding = Finding::new(Code::UnknownTable, Source::named(file).place(), stem, message);
    match nearest(stem, names, 1).first() {
        Some(near) => finding.hint(format!("did you mean `{near}.csv`?")),
        None => finding,
    }
}
