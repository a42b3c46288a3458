//! A file of judgments: `seeker, better, worse`, and `equal` in a column `answer` for a draw.

use silkmatch::error::{Error, ErrorKind, Place, Result};
use silkmatch::roster::{Org, Roster};
use std::path::Path;

/// For a seeker, one partner rather than another.
pub struct Stated {
    pub seeker: Org,
    pub better: Org,
    pub worse: Org,
    /// Whether the two were judged equal.
    pub equal: bool,
    /// The line of the file.
    pub line: u64,
}

/// Reads the file.
///
/// # Errors
/// A file that cannot be read, a missing column, a name that stands for nobody.
pub fn read(path: &Path, roster: &Roster) -> Result<Vec<Stated>> {
    let place = Place::file(path.display().to_string());
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(place.clone(), "cannot be read", e))?;
    let broken = |e: csv::Error| Error::new(ErrorKind::Structure, e.to_string()).at(place.clone());
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().map_err(broken)?.clone();
    let column = |name: &str| header.iter().position(|h| h.eq_ignore_ascii_case(name));
    let required = |name: &'static str| {
        column(name).ok_or_else(|| {
            Error::new(ErrorKind::Structure, format!("the column `{name}` is missing"))
                .at(place.clone())
                .hint("write the columns seeker, better, worse; an optional column answer may say equal")
        })
    };
    let columns = [required("seeker")?, required("better")?, required("worse")?];
    let answer = column("answer");
    let mut stated = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = record.position().map_or(0, |p| p.line());
        let org = |i: usize| {
            let found = roster.find(record.get(columns[i]).unwrap_or_default());
            found.map_err(|e| e.at(place.at(line).column(["seeker", "better", "worse"][i])))
        };
        let equal = answer.and_then(|a| record.get(a)).is_some_and(|a| a.eq_ignore_ascii_case("equal"));
        stated.push(Stated { seeker: org(0)?, better: org(1)?, worse: org(2)?, equal, line });
    }
    Ok(stated)
}
