//! A workbook to fill in: headers with notes, lists to choose from, and a marked example row.

use super::{names, properties, set_print, shown, style, unwritten};
use crate::error::Result;
use crate::report::starter::{Field, Form, OtherWords};
use crate::report::table::{Align, Cell};
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Formula, Note, Workbook, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

/// The rows that have lists to choose from.
const ROWS: u32 = 2_000;
/// The narrowest and the widest column, in digits.
const WIDTHS: (usize, usize) = (14, 44);
/// The sheet with the words to choose from. A sheet whose name begins so is not read as a table.
const LISTS: &str = "_lists";

/// The bytes of a workbook to fill in: the same for the same forms.
///
/// # Errors
/// What the writer of workbooks refuses; a test holds that it refuses none of ours.
pub fn bytes(forms: &[Form]) -> Result<Vec<u8>> {
    write(forms).map_err(unwritten)
}

fn write(forms: &[Form]) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties()?);
    let mut lists: Vec<&[String]> = Vec::new();
    for (form, name) in forms.iter().zip(names::legal(forms.iter().map(|f| f.name.as_str()))) {
        let page = workbook.add_worksheet().set_name(name)?;
        for (column, field) in (0u16..).zip(&form.columns) {
            let example = form.example.as_ref().and_then(|cells| cells.get(usize::from(column)));
            header(page, column, field, example)?;
            if !field.choices.is_empty() {
                // Two columns with the same words share a list.
                let at = lists.iter().position(|list| *list == field.choices).unwrap_or_else(|| {
                    lists.push(&field.choices);
                    lists.len() - 1
                });
                choose(page, column, field, at as u16)?;
            }
        }
        if let Some(example) = &form.example {
            row(page, example)?;
        }
        set_print(page, usize::MAX);
        page.set_freeze_panes(1, 0)?.autofilter(0, 0, ROWS, form.columns.len().saturating_sub(1) as u16)?;
    }
    let page = workbook.add_worksheet().set_name(LISTS)?.set_hidden(true);
    for (column, words) in (0u16..).zip(&lists) {
        for (row, word) in (0u32..).zip(words.iter()) {
            page.write_string(row, column, shown(word))?;
        }
    }
    workbook.save_to_buffer()
}

fn header(
    page: &mut Worksheet,
    column: u16,
    field: &Field,
    example: Option<&Cell>,
) -> std::result::Result<(), XlsxError> {
    let style = if field.required { style::header(Align::Left) } else { style::optional_header() };
    page.write_string_with_format(0, column, shown(&field.head), &style)?;
    let lines = field.help.width() as u32 / 34 + field.help.lines().count() as u32 + 1;
    let note =
        Note::new(shown(&field.help)).add_author_prefix(false).set_width(260).set_height(18 * lines.max(3));
    page.insert_note(0, column, &note)?;
    let example = example.map_or(0, |cell| if let Cell::Text(text) = cell { text.width() } else { 0 });
    let words = field.choices.iter().map(|word| word.width()).chain([example, field.head.width() + 2]);
    let width = words.max().unwrap_or(0).clamp(WIDTHS.0, WIDTHS.1) + 2;
    page.set_column_width(column, width as f64)?;
    Ok(())
}

/// Lets the cells of a column choose from a list on the sheet of lists.
fn choose(page: &mut Worksheet, column: u16, field: &Field, list: u16) -> std::result::Result<(), XlsxError> {
    let letter = column_number_to_name(list);
    let source = format!("='{LISTS}'!${letter}$1:${letter}${}", field.choices.len());
    let validation = DataValidation::new().allow_list_formula(Formula::new(source));
    let validation = match field.other_words {
        OtherWords::Refused => validation.set_error_style(DataValidationErrorStyle::Stop),
        OtherWords::Welcome => validation.show_error_message(false),
    };
    page.add_data_validation(1, column, ROWS, column, &validation)?;
    Ok(())
}

fn row(page: &mut Worksheet, cells: &[Cell]) -> std::result::Result<(), XlsxError> {
    let lines =
        |cell: &Cell| if let Cell::Text(text) = cell { super::lanes::lines(text, WIDTHS.1) } else { 1 };
    page.set_row_height(1, 15 * cells.iter().map(lines).max().unwrap_or(1) as u32)?;
    for (column, cell) in (0u16..).zip(cells) {
        match cell {
            Cell::Text(text) => page.write_string_with_format(1, column, shown(text), &style::example())?,
            _ => page.write_blank(1, column, &style::example())?,
        };
    }
    Ok(())
}
