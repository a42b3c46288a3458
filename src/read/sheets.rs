//! Which sheet of a workbook is which table, and what a person might not see in it.

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
            Some(name) if name.stands_apart() => {}
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

/// What is read of a sheet although nobody sees it.
pub(super) fn tell_unseen(sheet: &Sheet, place: &Place, findings: &mut Vec<Finding>) {
    if sheet.hidden {
        let message = "this sheet is hidden; it is read";
        let finding = Finding::new(Code::HiddenSheet, place.clone(), sheet.name.as_str(), message);
        findings.push(finding.hint("show the sheet and look it over, or delete it"));
    }
    let holds = |row: &u64| sheet.lines.binary_search_by_key(row, |l| l.number).is_ok();
    let hidden: Vec<u64> = sheet.hidden_rows.iter().copied().filter(holds).collect();
    if let Some(first) = hidden.first() {
        let message = format!("hidden rows are read too: {}", runs(&hidden));
        let finding = Finding::new(Code::HiddenRows, place.at(*first), "", message);
        findings.push(finding.hint("show the rows and look them over, or delete them"));
    }
    for (column, row) in &sheet.merged {
        let message = "merged cells; what stands in the first holds for each of their rows";
        findings.push(Finding::new(Code::MergedCells, place.cell(*column, *row), "", message));
    }
}

/// Numbers in order, runs of them by their ends: `3, 5 to 9`.
fn runs(numbers: &[u64]) -> String {
    let whole = numbers.chunk_by(|a, b| a + 1 == *b);
    let written = whole.map(|run| match run {
        [one] => one.to_string(),
        [first, .., last] => format!("{first} to {last}"),
        [] => String::new(),
    });
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_named_by_their_ends() {
        assert_eq!(runs(&[3, 5, 6, 7, 9]), "3, 5 to 7, 9");
    }
}
