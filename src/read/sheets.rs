//! Which sheet of a workbook is which table, and what a person might not see in it.

use super::header::table_of;
use super::schema::TableName;
use super::workbook::Sheet;
use crate::error::{Place, letters};
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
    // These hold what a workbook needs for itself, such as words to choose from.
    let sheets: Vec<Sheet> = sheets.into_iter().filter(|s| !s.name.starts_with('_')).collect();
    let only = sheets.len() == 1;
    let named: Vec<TableName> = sheets.iter().filter_map(|s| TableName::read(&s.name)).collect();
    let mut tables = Vec::new();
    for sheet in sheets {
        let by_name = TableName::read(&sheet.name).or(stem.filter(|_| only));
        match by_name.or_else(|| table_of(&sheet.lines)) {
            Some(name) if name.is_named_alone() => {}
            Some(name) if by_name.is_none() && named.contains(&name) => {
                findings.push(second(&sheet, name, file))
            }
            Some(name) => tables.push((name, sheet)),
            None => findings.push(unknown(&sheet, file, &TableName::ALL)),
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

/// A sheet that is none of the tables asked for.
pub(super) fn unknown(sheet: &Sheet, file: &Place, tables: &[TableName]) -> Finding {
    let message = "neither its name nor its columns are those of a table; it is not read";
    let finding =
        Finding::new(Code::UnknownTable, file.sheet(sheet.name.as_str()), sheet.name.as_str(), message);
    let names: Vec<&str> = tables.iter().map(|t| t.as_str()).collect();
    finding.hint(format!("the names: {}", names.join(", ")))
}

/// What is read of a sheet although nobody sees it.
pub(super) fn tell_unseen(sheet: &Sheet, place: &Place, findings: &mut Vec<Finding>) {
    if sheet.hidden {
        let message = "this sheet is hidden; it is read";
        let finding = Finding::new(Code::HiddenSheet, place.clone(), sheet.name.as_str(), message);
        findings.push(finding.hint("show the sheet and look it over, or delete it"));
    }
    let rows = within(&sheet.hidden_rows, sheet.lines.iter().map(|l| l.number - 1));
    if let Some(first) = rows.first() {
        let rows: Vec<u64> = rows.iter().map(|row| row + 1).collect();
        let message = format!("hidden rows are read too: {}", runs(&rows));
        let finding = Finding::new(Code::HiddenRows, place.at(first + 1), "", message);
        findings.push(finding.hint("show the rows and look them over, or delete them"));
    }
    let width = sheet.lines.iter().map(|l| l.cells.len()).max().unwrap_or(0);
    let columns = within(&sheet.hidden_columns, 0..width as u64);
    if let Some(first) = columns.first() {
        let letters: Vec<String> = columns.iter().map(|column| letters(*column as usize)).collect();
        let message = format!("hidden columns are read too: {}", letters.join(", "));
        let finding = Finding::new(
            Code::HiddenColumns,
            place.cell(*first as usize, sheet.lines[0].number),
            "",
            message,
        );
        findings.push(finding.hint("show the columns and look them over, or delete them"));
    }
    for (column, row) in &sheet.merged {
        let message = "merged cells; what stands in the first holds for each of their rows";
        findings.push(Finding::new(Code::MergedCells, place.cell(*column, *row), "", message));
    }
}

/// Those of ascending numbers that lie within one of the ranges. A crafted file may have ranges without
/// end, each over all rows, so both are walked once.
fn within(ranges: &[(u32, u32)], numbers: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut ranges = ranges.to_vec();
    ranges.sort_unstable();
    let (mut ranges, mut end) = (ranges.into_iter().peekable(), 0);
    let is_within = |number: &u64| {
        while let Some((_, last)) = ranges.next_if(|(first, _)| u64::from(*first) <= *number) {
            end = end.max(u64::from(last) + 1);
        }
        *number < end
    };
    numbers.filter(is_within).collect()
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
    fn what_lies_within_ranges_is_found_whatever_their_order() {
        assert_eq!(
            within(&[(7, 8), (2, 2), (0, 0), (7, 7)], [0, 1, 2, 5, 7, 8, 9].into_iter()),
            [0, 2, 7, 8]
        );
        assert_eq!(within(&[(3, u32::MAX), (1, 4)], 0..6), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn runs_are_named_by_their_ends() {
        assert_eq!(runs(&[3, 5, 6, 7, 9]), "3, 5 to 7, 9");
    }
}
