//! What cells look like: one place for colours, fonts and number formats.

use crate::report::table::{Align, Unit};
use rust_xlsxwriter::{
    Color, ConditionalFormatDataBar, ConditionalFormatType, Format, FormatAlign, FormatBorder,
    FormatUnderline,
};

/// Of headers.
const DARK: Color = Color::RGB(0x1F4E5F);
/// Of bars.
const BAR: Color = Color::RGB(0x8FC1C6);
/// Of lines between rows.
const LINE: Color = Color::RGB(0xD9DFE2);

/// The line above a table.
pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(14).set_font_color(DARK).set_align(FormatAlign::Top)
}

/// A header, over cells that lean to this side.
pub(super) fn header(align: Align) -> Format {
    let filled = Format::new().set_bold().set_font_color(Color::White).set_background_color(DARK);
    let filled = filled.set_text_wrap().set_align(FormatAlign::VerticalCenter);
    match align {
        Align::Left => filled.set_align(FormatAlign::Left).set_indent(1),
        Align::Right => filled.set_align(FormatAlign::Right),
    }
}

/// The header of a column that may stay empty.
pub(super) fn optional_header() -> Format {
    header(Align::Left).set_background_color(Color::RGB(0x6F93A0))
}

/// A cell of an example row.
pub(super) fn example() -> Format {
    text().set_italic().set_font_color(Color::RGB(0x6B7280)).set_background_color(Color::RGB(0xF3F4F6))
}

/// Words, over as many lines as they need.
pub(super) fn text() -> Format {
    ruled().set_text_wrap().set_indent(1)
}

/// Words that lead somewhere.
pub(super) fn link() -> Format {
    text().set_font_color(Color::RGB(0x0B6E99)).set_underline(FormatUnderline::Single)
}

/// A line of a list, without a table around it.
pub(super) fn line() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// A whole number, or one of no unit.
pub(super) fn plain() -> Format {
    ruled()
}

/// A number of a unit, with words around it that stay words: the cell stays a number.
pub(super) fn number(unit: Unit, around: &[String; 2]) -> Format {
    let digits = match unit {
        Unit::Score | Unit::Points => "0.0%",
        Unit::Percent | Unit::Bar => "0%",
        Unit::Hundredths => "0.00",
    };
    let [before, behind] = around.each_ref().map(|words| quoted(words));
    ruled().set_num_format(format!("{before}{digits}{behind}"))
}

/// A bar as long as the number, from 0 to 1.
pub(super) fn bar(unit: Unit) -> ConditionalFormatDataBar {
    ConditionalFormatDataBar::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 1)
        .set_fill_color(BAR)
        .set_solid_fill(true)
        .set_border_off(true)
        .set_bar_only(unit == Unit::Bar)
}

fn ruled() -> Format {
    let rule = Format::new().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
    rule.set_align(FormatAlign::Top)
}

/// Words in a number format.
fn quoted(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("\"{}\"", words.replace('"', "")) }
}
