//! Workbooks of OpenDocument (ODF 1.3, part 3, chapter 9): the tables of `content.xml`, cell by cell.

use super::super::damage::UNCALCULATED;
use super::cells::{self, Budget, Grid};
use super::guard::{self, Archive};
use super::survey::attribute;
use super::{MOST_SHEETS, damaged, protected, too_many_sheets};
use crate::error::{Place, Result};
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::{BufReader, Read};

/// The sheets of a workbook.
///
/// # Errors
/// What is damaged or protected, or holds more than a table may.
pub(super) fn read(mut archive: Box<Archive>, place: &Place) -> Result<Vec<Grid>> {
    let mut all = 0;
    if let Some(index) = archive.index_for_name("META-INF/manifest.xml") {
        let mut manifest = String::new();
        let part = guard::part(&mut archive, index, &mut all).map_err(|e| damaged(place, e))?;
        part.take(1 << 20).read_to_string(&mut manifest).map_err(|e| guard::broken(e, place))?;
        if manifest.contains("encryption-data") {
            return Err(protected(place));
        }
    }
    let index =
        archive.index_for_name("content.xml").ok_or_else(|| damaged(place, "its content is missing"))?;
    let part = guard::part(&mut archive, index, &mut all).map_err(|e| damaged(place, e))?;
    let mut xml = Reader::from_reader(BufReader::new(part));
    xml.config_mut().expand_empty_elements = true;
    let mut content = Content::new(place);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(|e| guard::xml(e, place))?;
        match event {
            Event::Eof => return Ok(content.grids),
            Event::Start(element) => content.open(&element)?,
            Event::End(element) => content.close(element.name().as_ref())?,
            Event::Text(text) => content.write(&text.xml10_content()),
            Event::CData(text) => content.write(&text.xml10_content()),
            Event::GeneralRef(entity) => match (resolve_xml_entity(&entity), entity.resolve_char_ref()) {
                (Some(text), _) => content.write(text),
                (None, Ok(Some(c))) => content.write(c.encode_utf8(&mut [0; 4])),
                _ => return Err(damaged(place, format!("the entity `{}` is not known", &*entity))),
            },
            _ => {}
        }
    }
}

/// The tables as far as they are read.
struct Content<'a> {
    place: &'a Place,
    grids: Vec<Grid>,
    budget: Budget,
    /// The styles under which a table is hidden.
    hidden: HashSet<String>,
    style: Option<String>,
    /// How deep we are in what is no cell of its own: remarks, drawings, tables inside a cell.
    aside: usize,
    /// How many columns are described so far.
    columns: u32,
    row: Row,
    cell: Option<Cell>,
}

/// The row at hand.
#[derive(Default)]
struct Row {
    /// From 0.
    number: u32,
    repeated: u32,
    /// The column of the next cell, from 0.
    column: u32,
    /// The cells of it that hold anything: column, how many times, text.
    cells: Vec<(u32, u32, String)>,
}

/// The cell at hand.
struct Cell {
    repeated: u32,
    rows: u32,
    columns: u32,
    /// Its value, where an attribute says it.
    value: Option<String>,
    /// Whether it is a formula of which no value is stated.
    is_pending: bool,
    paragraphs: usize,
    text: String,
}

/// What holds text or tables that are not those of the sheet.
fn is_aside(name: &str) -> bool {
    matches!(
        name,
        "office:annotation" | "table:shapes" | "draw:frame" | "draw:custom-shape" | "table:tracked-changes"
    )
}

impl Content<'_> {
    fn new(place: &Place) -> Content<'_> {
        Content {
            place,
            grids: Vec::new(),
            budget: Budget::default(),
            hidden: HashSet::new(),
            style: None,
            aside: 0,
            columns: 0,
            row: Row::default(),
            cell: None,
        }
    }

    fn open(&mut self, element: &BytesStart) -> Result<()> {
        let name = element.name();
        let name = name.as_ref();
        let inside = name == "table:table" && self.cell.is_some();
        if self.aside > 0 || is_aside(name) || inside {
            self.aside += 1;
            return Ok(());
        }
        let place = self.place;
        let get = |key: &str| attribute(element, key).map_err(|e| guard::xml(e, place));
        match name {
            "style:style" => self.style = get("name")?,
            "style:table-properties" if get("display")?.as_deref() == Some("false") => {
                self.hidden.extend(self.style.take());
            }
            "table:table" => {
                if self.grids.len() == MOST_SHEETS {
                    return Err(too_many_sheets(place));
                }
                let hidden = get("style-name")?.is_some_and(|style| self.hidden.contains(&style));
                self.grids.push(Grid::named(&get("name")?.unwrap_or_default(), hidden, place));
                (self.row, self.columns) = (Row::default(), 0);
            }
            "table:table-row" => {
                self.row.repeated = times(get("number-rows-repeated")?);
                let visible = get("visibility")?.is_none_or(|v| v == "visible");
                if let Some(grid) = self.grids.last_mut().filter(|_| !visible) {
                    let last = self.row.number.saturating_add(self.row.repeated - 1);
                    grid.survey.hidden_rows.push((self.row.number, last));
                }
            }
            "table:table-column" => {
                let repeated = times(get("number-columns-repeated")?);
                let visible = get("visibility")?.is_none_or(|v| v == "visible");
                if let Some(grid) = self.grids.last_mut().filter(|_| !visible) {
                    let last = self.columns.saturating_add(repeated - 1);
                    grid.survey.hidden_columns.push((self.columns, last));
                }
                self.columns = self.columns.saturating_add(repeated);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell = Some(Cell {
                    repeated: times(get("number-columns-repeated")?),
                    rows: times(get("number-rows-spanned")?),
                    columns: times(get("number-columns-spanned")?),
                    value: value(&get)?,
                    is_pending: get("formula")?.is_some() && get("value-type")?.is_none(),
                    paragraphs: 0,
                    text: String::new(),
                });
            }
            "text:p" => {
                if let Some(cell) = &mut self.cell {
                    cell.paragraphs += 1;
                    if cell.paragraphs > 1 {
                        cell.text.push('\n');
                    }
                }
            }
            "text:s" => self.write(&" ".repeat(times(get("c")?).min(1_000) as usize)),
            "text:tab" => self.write("\t"),
            "text:line-break" => self.write("\n"),
            _ => {}
        }
        Ok(())
    }

    fn write(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|c| self.aside == 0 && c.paragraphs > 0) {
            cell.text.push_str(text);
        }
    }

    fn close(&mut self, name: &str) -> Result<()> {
        if self.aside > 0 {
            self.aside -= 1;
            return Ok(());
        }
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.close_cell(),
            "table:table-row" => self.close_row(),
            _ => Ok(()),
        }
    }

    fn close_cell(&mut self) -> Result<()> {
        let (Some(cell), Some(grid)) = (self.cell.take(), self.grids.last_mut()) else { return Ok(()) };
        let mut text = cell.value.unwrap_or(cell.text);
        if cell.is_pending && text.is_empty() {
            text = UNCALCULATED.to_string();
        }
        let (row, column) = (self.row.number, self.row.column);
        self.row.column = column.saturating_add(cell.repeated);
        if text.trim().is_empty() {
            return Ok(());
        }
        for column in column..self.row.column {
            grid.put(row, column, text.clone(), &mut self.budget)?;
        }
        if cell.rows > 1 {
            let last = (row.saturating_add(cell.rows - 1), column.saturating_add(cell.columns - 1));
            grid.survey.merged.push(((row, column), last));
        }
        self.row.cells.push((column, cell.repeated, text));
        Ok(())
    }

    fn close_row(&mut self) -> Result<()> {
        let row = std::mem::take(&mut self.row);
        let next = row.number.saturating_add(row.repeated);
        self.row.number = next;
        let Some(grid) = self.grids.last_mut().filter(|_| !row.cells.is_empty()) else { return Ok(()) };
        for number in row.number + 1..next {
            for (column, repeated, text) in &row.cells {
                for column in *column..column.saturating_add(*repeated) {
                    grid.put(number, column, text.clone(), &mut self.budget)?;
                }
            }
        }
        Ok(())
    }
}

/// The value of a cell, where an attribute says it; a text and an error stand in its paragraphs.
fn value(get: &impl Fn(&str) -> Result<Option<String>>) -> Result<Option<String>> {
    // LibreOffice marks an error by an attribute of its own, and writes a number beside it.
    if get("calcext:value-type")?.as_deref() == Some("error") {
        return Ok(None);
    }
    let Some(kind) = get("value-type")? else { return Ok(None) };
    Ok(match kind.as_str() {
        "float" | "percentage" | "currency" => {
            get("value")?.and_then(|v| v.parse().ok()).filter(|v: &f64| v.is_finite()).map(cells::number)
        }
        "date" => get("date-value")?.map(|v| cells::iso(&v)),
        "boolean" => get("boolean-value")?.map(|v| cells::truth(v == "true").to_string()),
        "string" => get("string-value")?.filter(|v| !v.is_empty()),
        _ => None,
    })
}

/// How many times something stands there: at least once.
fn times(text: Option<String>) -> u32 {
    text.and_then(|t| t.parse().ok()).unwrap_or(1).max(1)
}
