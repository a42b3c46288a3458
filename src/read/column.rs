//! One column of any delimited file or sheet, whatever its other columns are.

use super::delimited::{self, Line};
use super::source::{Content, Source};
use crate::error::{Error, Refusal, Result};
use crate::text::{fold, nearest};
use crate::warning::Finding;

/// The texts of a column by its header, without the empty ones, in the order of the rows.
///
/// # Errors
/// A file that cannot be read, and one whose first row has no such column.
pub fn column(source: &Source, header: &str, findings: &mut Vec<Finding>) -> Result<Vec<String>> {
    let place = source.place();
    let mut heads: Vec<String> = Vec::new();
    let mut fault = None;
    let content = source.content(findings)?;
    let ways: Box<dyn Iterator<Item = Result<Vec<Line>>>> = match content {
        Content::Text(text) => {
            let place = place.clone();
            let separators = delimited::SEPARATORS.into_iter();
            Box::new(separators.map(move |separator| delimited::records(&text, separator, &place)))
        }
        Content::Sheets(sheets) => Box::new(sheets.into_iter().map(|sheet| Ok(sheet.lines))),
    };
    for lines in ways {
        let mut lines = match lines {
            Ok(lines) => lines.into_iter(),
            Err(error) => {
                fault = fault.or(Some(error));
                continue;
            }
        };
        let Some(head) = lines.next() else { continue };
        if let Some(at) = head.cells.iter().position(|cell| fold(cell) == fold(header)) {
            let cell = |cells: Vec<String>| cells.into_iter().nth(at).map(|c| c.trim().to_string());
            return Ok(lines.filter_map(|l| cell(l.cells)).filter(|c| !c.is_empty()).collect());
        }
        if head.cells.len() > heads.len() {
            heads = head.cells;
        }
    }
    if let Some(error) = fault.filter(|_| heads.is_empty()) {
        return Err(error);
    }
    let names: Vec<&str> = heads.iter().map(|h| h.trim()).filter(|h| !h.is_empty()).collect();
    let message = format!("no column `{header}`; the header has `{}`", names.join("`, `"));
    let error = Error::refused(Refusal::NoHeader, place.at(1), message);
    Err(match nearest(header, names.iter().copied(), 1).first() {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("write the header as it stands in the first row"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_under_any_separator() {
        for text in ["id,Term\n1,vaccines\n2,\n", "id;term\n1;vaccines\n", "id\tTERM\n1\tvaccines\n"] {
            let found = column(&Source::shipped("x", text), "term", &mut Vec::new()).expect("a column");
            assert_eq!(found, ["vaccines"], "{text}");
        }
        let source = Source::shipped("x", "id,term\n1,a\n");
        let error = column(&source, "terms", &mut Vec::new()).expect_err("no such column");
        assert_eq!(error.remedy(), Some("did you mean `term`?"));
    }
}
