//! A clean copy of a table: what can be mended without changing what it says, is.

use super::damage;
use super::delimited::{self, Line};
use super::header::{clean, find_header, keys_of, no_header, split_as_known, table_of};
use super::schema::{Schema, TableName};
use super::source::{Content, Source};
use crate::error::{Error, ErrorKind, Place, Result};
use crate::text::{fold, unmix_as_written};
use crate::warning::{Code, Finding};

macro_rules! mends {
    ($($(#[$doc:meta])* $variant:ident, $name:literal;)*) => {
        /// What was mended. The name is stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Mend { $($(#[$doc])* $variant,)* }

        impl Mend {
            /// All of them.
            pub const ALL: &[Mend] = &[$(Mend::$variant),*];

            /// The stable name.
            pub fn as_str(self) -> &'static str {
                match self { $(Mend::$variant => $name),* }
            }
        }
    };
}

mends! {
    /// The text is UTF-8 now.
    Encoding, "encoding";
    /// Commas part the cells now.
    Separator, "separator";
    /// The table stands in a file of text now.
    Sheet, "sheet";
    /// A row above the header is gone.
    Row, "row";
    /// The header is the word that the documentation uses.
    Header, "header";
    /// Spaces are plain, characters without width are gone, letters in parts are whole.
    Spaces, "spaces";
    /// Full-width letters and digits are of the usual width.
    Width, "width";
    /// Letters of a look-alike script are those of the word.
    Lookalikes, "lookalikes";
    /// Text that was read in a wrong encoding is read in the right one.
    Garbled, "garbled";
    /// A decimal comma is a point.
    Decimal, "decimal";
}

/// One thing that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where it stands in the input.
    pub place: Place,
    /// What was mended.
    pub mend: Mend,
    /// What stood there.
    pub was: String,
    /// What stands there now.
    pub is: String,
}

/// A clean table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Its header and its rows.
    pub rows: Vec<Vec<String>>,
    /// What was changed, in the order of the rows.
    pub changes: Vec<Change>,
}

/// The clean copy of a source that holds one table.
///
/// # Errors
/// What cannot be read as a table, and a workbook that holds several.
pub fn mend(source: &Source) -> Result<Mended> {
    let mut findings = Vec::new();
    let place = source.place();
    let mut changes = Vec::new();
    let (lines, place) = match source.content(&mut findings)? {
        Content::Text(text) => {
            changes.extend(findings.iter().filter_map(encoding));
            let (lines, separator) = split(&text, &place)?;
            if separator != ',' {
                changes.push(change(&place, Mend::Separator, &separator.to_string(), ","));
            }
            (lines, place)
        }
        Content::Sheets(mut sheets) => {
            sheets.retain(|s| table_of(&s.lines).is_some());
            if sheets.len() > 1 {
                let names: Vec<&str> = sheets.iter().map(|s| s.name.as_str()).collect();
                let message = format!("the workbook holds {} tables: {}", names.len(), names.join(", "));
                let error = Error::new(ErrorKind::Value, message).at(place);
                return Err(error.hint("save each of them in a workbook of its own, or as CSV (UTF-8)"));
            }
            let Some(sheet) = sheets.pop() else {
                return Err(no_header(&[], TableName::Organizations.schema(), place));
            };
            let place = place.sheet(sheet.name.as_str());
            changes.push(change(&place, Mend::Sheet, &sheet.name, "CSV"));
            (sheet.lines, place)
        }
    };
    clean_copy(lines, &place, changes)
}

/// The lines of text under the separator that its header shows, whatever table it is.
fn split(text: &str, place: &Place) -> Result<(Vec<Line>, char)> {
    if let Some((separator, rest)) = delimited::declared(text) {
        let mut lines = delimited::records(rest, separator, place)?;
        lines.iter_mut().for_each(|l| l.number += 1);
        return Ok((lines, separator));
    }
    let fitting = |name: &TableName| {
        let split = split_as_known(text, name.schema(), place);
        split.is_ok_and(|(lines, _)| table_of(&lines) == Some(*name))
    };
    let name = TableName::ALL.into_iter().find(fitting).unwrap_or(TableName::Organizations);
    split_as_known(text, name.schema(), place)
}

fn encoding(finding: &Finding) -> Option<Change> {
    let guessed = matches!(finding.code, Code::EncodingGuessed | Code::EncodingDoubtful);
    guessed.then(|| change(&finding.place, Mend::Encoding, &finding.found, "UTF-8"))
}

fn change(place: &Place, mend: Mend, was: &str, is: &str) -> Change {
    Change { place: place.clone(), mend, was: was.to_string(), is: is.to_string() }
}

fn clean_copy(mut lines: Vec<Line>, place: &Place, mut changes: Vec<Change>) -> Result<Mended> {
    let mut plain = lines.iter().take(super::header::MOST_TITLE_ROWS + 1).cloned().collect::<Vec<_>>();
    plain.iter_mut().flat_map(|l| &mut l.cells).for_each(damage::tidy);
    let schema = table_of(&plain).unwrap_or(TableName::Organizations).schema();
    let Some(at) = find_header(&plain, schema) else {
        return Err(no_header(&plain, schema, place.clone()));
    };
    for title in lines.drain(..at) {
        changes.push(change(&place.at(title.number), Mend::Row, title.cells.join(" ").trim(), ""));
    }
    let header = plain.swap_remove(at);
    let keys: Vec<Option<&'static str>> =
        header.cells.iter().map(|cell| keys_of(schema, clean(cell)).next()).collect();
    let mut rows = Vec::new();
    for (n, line) in lines.into_iter().enumerate() {
        let mut row = Vec::new();
        for (position, cell) in line.cells.into_iter().enumerate() {
            let spot = match place.sheet {
                Some(_) => place.cell(position, line.number),
                None => place.at(line.number),
            };
            let head = header.cells.get(position).map_or("", |h| clean(h));
            let spot = spot.column(head);
            let key = keys.get(position).copied().flatten();
            let (text, mends) = if n == 0 { header_cell(&cell, schema) } else { mended(&cell, key) };
            changes.extend(mends.into_iter().map(|(mend, was, is)| change(&spot, mend, &was, &is)));
            row.push(text);
        }
        rows.push(row);
    }
    Ok(Mended { rows, changes })
}

type Steps = Vec<(Mend, String, String)>;

/// A header by the word of the documentation; one that is not known stays.
fn header_cell(cell: &str, schema: &Schema) -> (String, Steps) {
    let mut text = cell.to_string();
    damage::tidy(&mut text);
    let is = keys_of(schema, clean(&text)).next().map_or_else(|| clean(&text).to_string(), str::to_string);
    let steps = if is == cell { Vec::new() } else { vec![(Mend::Header, cell.to_string(), is.clone())] };
    (is, steps)
}

/// A cell with everything mended that can be; each step keeps what the cell says.
fn mended(cell: &str, key: Option<&'static str>) -> (String, Steps) {
    let mut text = cell.to_string();
    let mut steps = Vec::new();
    let mut step = |mend, text: &mut String, is: String| {
        if is != *text {
            steps.push((mend, std::mem::replace(text, is.clone()), is));
        }
    };
    if let Some(meant) = damage::ungarbled(&text) {
        step(Mend::Garbled, &mut text, meant);
    }
    let mut tidied = text.clone();
    damage::tidy(&mut tidied);
    step(Mend::Spaces, &mut text, tidied.trim().to_string());
    let narrow = text.chars().map(narrow).collect();
    step(Mend::Width, &mut text, narrow);
    let unmixed = unmix_as_written(&text);
    if fold(&unmixed) == fold(&text) {
        step(Mend::Lookalikes, &mut text, unmixed);
    }
    if matches!(key, Some("value" | "weight" | "strength" | "level"))
        && let Some(point) = pointed(&text)
    {
        step(Mend::Decimal, &mut text, point);
    }
    (text, steps)
}

/// A full-width letter or digit in the usual width.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// A number with a decimal comma, with a point.
fn pointed(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once(',')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    (digits(whole) && digits(fraction)).then(|| format!("{whole}.{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Mended {
        mend(&Source::memory("x.csv", text)).expect("sound")
    }

    #[test]
    fn what_can_be_mended_is_and_every_change_is_told() {
        let text = "Список\nНазвание;Страна;Предложения\n\u{a0}Альфа\u{200b};ＫＺ;вaкцины: 4\nВакцины;KZ;x\n";
        let mended = read(text);
        let rows: Vec<Vec<&str>> =
            mended.rows.iter().map(|r| r.iter().map(String::as_str).collect()).collect();
        assert_eq!(rows[0], ["name", "country", "offers"]);
        assert_eq!(rows[1], ["Альфа", "KZ", "вакцины: 4"]);
        let mends: Vec<Mend> = mended.changes.iter().map(|c| c.mend).collect();
        use Mend as M;
        assert_eq!(
            mends,
            [M::Separator, M::Row, M::Header, M::Header, M::Header, M::Spaces, M::Width, M::Lookalikes]
        );
        let place = mended.changes[6].place.to_string();
        assert_eq!(place, "x.csv, line 3, column Страна");
    }

    #[test]
    fn decimal_commas_are_points_and_garbled_text_is_read() {
        let (garbled, _, _) = encoding_rs::WINDOWS_1251.decode("вакцины".as_bytes());
        let mended = read(&format!("need;offer;value;reason\na;b;0,5;{garbled}\n"));
        assert_eq!(mended.rows[1], ["a", "b", "0.5", "вакцины"]);
    }

    #[test]
    fn what_is_clean_stays_as_it_is() {
        let text = "name,country,offers\nAlpha, \"the first\",KZ\n"
            .replace("Alpha, \"the first\"", "\"Alpha, the first\"");
        let mended = read(&text);
        assert!(mended.changes.is_empty(), "{:?}", mended.changes);
        assert_eq!(mended.rows[1][0], "Alpha, the first");
    }
}
