//! Which sheet of a workbook is which table.

use super::header::table_of;
use super::schema::TableName;
use super::workbook::Sheet;
use crate::error::Place;
use crate::warning::{Code, Finding};

/// The sheets that are tables, each with its name: by the name of the sheet, else (where it is the only
/// one) by that of the file, else by what its header holds. A sheet that only looks like a table which
/// another one is named after is told and left.
pub(super) fn assign(
    sheets: Vec<Sheet>,
    stem: Option<TableName>,
    file: &Place,
    findings: &mut Vec<Finding>,
) -> Vec<(TableName, Sheet)> {
    let only = sheets.len() == 1;
    let named: Vec<TableName> = sheets.iter().filter_map(|s| TableName::read(&s.name)).collect();
    let mut tables = Vec::new();
    for sheet in sheets {
        let by_name = TableName::read(&sheet.name).or(stem.filter(|_| only));
        match by_name.or_else(|| table_of(&sheet.lines)) {
            // These are named by options of their own.
            Some(TableName::Weights | TableName::Pairs) => {}
            Some(name) if by_name.is_none() && named.contains(&name) => {
                findings.push(second(&sheet, name, file))
            }
            Some(name) => tables.push((name, sheet)),
            None => findings.push(unknown(&sheet, file)),
        }
    }
    tables
}

fn second(sheet: &Sheet, name: TableName, file: &Place) -> Finding {
    let name = name.as_str();
    let message =
        format!("its columns are those of `{name}`, which another sheet is named after; it is not read");
    let finding =
        Finding::new(Code::SecondTable, file.sheet(sheet.name.as_str()), sheet.name.as_str(), message);
    finding.hint("put its rows into that sheet, or delete it")
}

fn unknown(sheet: &Sheet, file: &Place) -> Finding {
    let message = "neither its name nor its columns are those of a table; it is not read";
    let finding =
        Finding::new(Code::UnknownTable, file.sheet(sheet.name.as_str()), sheet.name.as_str(), message);
    finding.hint(format!("the names: {}", TableName::ALL.map(TableName::as_str).join(", ")))
}
