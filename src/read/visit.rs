//! The sheets of a workbook as the settings of a delegation: the same keys that its TOML has.
//!
//! | sheet | a row is | columns |
//! |---|---|---|
//! | `delegation` | a setting | `setting`, `value` |
//! | `days` | a day, or a part of one in a city | `date`, `slots`, `city`, `hosts_from`, `minutes`, `tables`, `zone` |
//! | `travel` | a way between two cities, two hosts, or a host and a city | `from`, `to`, `minutes` |
//! | `members`, `hosts` | an organization, with limits of its own where it has some | `organization`, `min`, `max`, `city` |
//! | `rules` | a rule | `rule`, `who`, `slots` |
//! | `quotas` | a quota | `name`, `of`, `who`, `country`, `kind`, `concept`, `city`, `each`, `min`, `max`, `share` |
//!
//! Names of sheets, headers and settings are known in all six languages. A list in a cell has `;` between.

use super::record::Record;
use super::schema::TableName;
use super::settings::{Entry, Node, Value};
use super::sheets::unknown;
use super::table::Table;
use super::workbook::Sheet;
use crate::error::{Error, ErrorKind, Place, Refusal, Result};
use crate::vocabulary::{self, WordSet};
use crate::warning::Finding;
use std::collections::BTreeMap;

/// The settings that the sheets of a workbook hold.
///
/// # Errors
/// A workbook without days; a sheet or a setting that is there twice; a rule that is none.
pub(super) fn entries(sheets: Vec<Sheet>, file: &Place, findings: &mut Vec<Finding>) -> Result<Vec<Entry>> {
    let tables = tables(sheets, file, findings)?;
    if !tables.contains_key(&TableName::Days) {
        let error = Error::new(ErrorKind::Structure, "the workbook has no sheet `days`").at(file.clone());
        return Err(
            error.hint("give it a sheet `days` with the columns date and slots; docs/plan.md shows all")
        );
    }
    let mut entries = Vec::new();
    for (name, table) in &tables {
        match name {
            TableName::Delegation => settings(table, &mut entries)?,
            TableName::Days => entries.push(list("day", table, |r| Ok(cells(r, &DAY)))?),
            TableName::Travel => entries.push(list("travel", table, |r| Ok(way(r)))?),
            TableName::Members => side(table, ["members", "member"], &mut entries)?,
            TableName::Hosts => side(table, ["hosts", "host"], &mut entries)?,
            TableName::Rules => entries.push(list("rule", table, rule)?),
            _ => entries.push(list("quota", table, |r| Ok(cells(r, &QUOTA)))?),
        }
    }
    Ok(entries)
}

const DAY: [&str; 7] = ["date", "slots", "city", "hosts_from", "minutes", "tables", "zone"];
const QUOTA: [&str; 11] =
    ["name", "of", "who", "country", "kind", "concept", "city", "each", "min", "max", "share"];

/// The sheets of a delegation; those of profiles may stand beside them.
fn tables(
    sheets: Vec<Sheet>,
    file: &Place,
    findings: &mut Vec<Finding>,
) -> Result<BTreeMap<TableName, Table>> {
    let mut tables = BTreeMap::new();
    // A name with a dash in front is of a sheet that the workbook needs for itself.
    for sheet in sheets.into_iter().filter(|s| !s.name.starts_with('_')) {
        match TableName::read(&sheet.name) {
            Some(name) if TableName::VISIT.contains(&name) => {
                let table = Table::of_sheet(sheet, file, name, findings)?;
                let place = table.place().clone();
                if tables.insert(name, table).is_some() {
                    let message = format!("a second sheet `{}`", name.as_str());
                    let error = Error::refused(Refusal::DoubledTable, place, message);
                    return Err(error.hint("keep one of them, or put the rows of both into one"));
                }
            }
            Some(_) => {}
            None => findings.push(unknown(&sheet, file, &TableName::VISIT)),
        }
    }
    Ok(tables)
}

/// The settings, each under its path: `limits.member.min` is the key `min` in the table `member` of the
/// table `limits`.
fn settings(table: &Table, entries: &mut Vec<Entry>) -> Result<()> {
    for record in table.records() {
        let (Some(written), Some(value)) = (record.some("setting"), record.some("value")) else { continue };
        let known = vocabulary::key(WordSet::Setting, written);
        let path: Vec<&str> = known.map_or_else(|| vec![written], |key| key.split('.').collect());
        put(entries, &path, record.cell("setting"), cell(value, record.cell("value")))?;
    }
    Ok(())
}

fn put(entries: &mut Vec<Entry>, path: &[&str], place: Place, node: Node) -> Result<()> {
    let Some((first, rest)) = path.split_first() else { return Ok(()) };
    let at = entries.iter().position(|entry| entry.key == *first);
    match (at.map(|at| &mut entries[at].node.value), rest) {
        (None, []) => entries.push(Entry { key: (*first).to_string(), place, node }),
        (None, _) => {
            let mut inner = Vec::new();
            put(&mut inner, rest, place.clone(), node)?;
            entries.push(entry(first, place, Value::Table(inner)));
        }
        (Some(Value::Table(inner)), [_, ..]) => put(inner, rest, place, node)?,
        (Some(_), _) => {
            let message = format!("`{first}` is set twice");
            let error = Error::new(ErrorKind::Structure, message).at(place);
            return Err(error.hint("keep one of the rows: a list of names, or what they have in common"));
        }
    }
    Ok(())
}

/// The organizations of a side, unless the settings say who they are; and the limits of single ones.
fn side(table: &Table, [all, one]: [&str; 2], entries: &mut Vec<Entry>) -> Result<()> {
    let named = |r: Record| Some(cell(r.some("organization")?, r.cell("organization")));
    let names: Vec<Node> = table.records().filter_map(named).collect();
    let stated = |key: &str| entries.iter().any(|entry| entry.key == key);
    let is_told = stated(all) || (all == "members" && stated("from"));
    if !is_told {
        entries.push(entry(all, table.place().clone(), Value::List(names)));
    }
    let columns = [("organization", "org"), ("min", "min"), ("max", "max"), ("city", "city")];
    let own = |r: &Record| ["min", "max", "city"].into_iter().any(|c| r.some(c).is_some());
    let limits = table.records().filter(own).map(|r| row(&r, keyed(&r, &columns)));
    entries.push(entry(one, table.place().clone(), Value::List(limits.collect())));
    Ok(())
}

fn way(record: &Record) -> Vec<Entry> {
    let end = |column| Some(cell(record.some(column)?, record.cell(column)));
    let ends: Vec<Node> = ["from", "to"].into_iter().filter_map(end).collect();
    let mut way = cells(record, &["minutes"]);
    if !ends.is_empty() {
        way.push(entry("between", record.place(), Value::List(ends)));
    }
    way
}

fn rule(record: &Record) -> Result<Vec<Entry>> {
    let written = record.text("rule");
    let kind =
        vocabulary::key(WordSet::Choice, written).filter(|key| RULES.contains(key)).ok_or_else(|| {
            let message = format!("`{written}` is no rule; one of {}", RULES.join(", "));
            Error::new(ErrorKind::Value, message).at(record.cell("rule")).hint("docs/plan.md shows each rule")
        })?;
    let place = record.cell("rule");
    Ok(match kind {
        "away" => vec![entry(kind, place, Value::Table(cells(record, &["who", "slots"])))],
        _ => keyed(record, &[("who", kind), ("slots", "slot")]),
    })
}

const RULES: [&str; 5] = ["must", "never", "together", "before", "away"];

/// All rows of a sheet under one key.
fn list(key: &str, table: &Table, of: impl Fn(&Record) -> Result<Vec<Entry>>) -> Result<Entry> {
    let rows = table.records().map(|r| Ok(row(&r, of(&r)?))).collect::<Result<_>>()?;
    Ok(entry(key, table.place().clone(), Value::List(rows)))
}

fn row(record: &Record, entries: Vec<Entry>) -> Node {
    Node { value: Value::Table(entries), place: record.place(), written: String::new() }
}

/// The cells of a row that hold anything, under the names of their columns.
fn cells(record: &Record, columns: &[&'static str]) -> Vec<Entry> {
    let same: Vec<(&'static str, &'static str)> = columns.iter().map(|c| (*c, *c)).collect();
    keyed(record, &same)
}

/// The same under other keys.
fn keyed(record: &Record, columns: &[(&'static str, &'static str)]) -> Vec<Entry> {
    let one = |&(column, key): &(&'static str, &'static str)| {
        let place = record.cell(column);
        Some(Entry { key: key.into(), place: place.clone(), node: cell(record.some(column)?, place) })
    };
    columns.iter().filter_map(one).collect()
}

fn entry(key: &str, place: Place, value: Value) -> Entry {
    Entry { key: key.into(), place: place.clone(), node: Node { value, place, written: String::new() } }
}

fn cell(text: &str, place: Place) -> Node {
    let value = Value::Cell(as_written(text));
    Node { value, place, written: text.to_string() }
}

/// A cell that a spreadsheet took for a time, or for a date with a time, as a person writes it.
fn as_written(text: &str) -> String {
    let is_time =
        |t: &str| t.len() == 8 && t.ends_with(":00") && t.bytes().filter(|b| *b == b':').count() == 2;
    match text.split_once('T') {
        Some((date, time)) if date.len() == 10 && is_time(time) => format!("{date} {}", &time[..5]),
        None if is_time(text) => text[..5].to_string(),
        _ => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_a_spreadsheet_are_read_as_written() {
        assert_eq!(as_written("09:30:00"), "09:30");
        assert_eq!(as_written("2027-06-14T09:30:00"), "2027-06-14 09:30");
        for same in ["09:30", "09:30; 10:30", "2027-06-14", "Tashkent"] {
            assert_eq!(as_written(same), same);
        }
    }
}
