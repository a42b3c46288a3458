//! Numbers as cells: at full precision for spreadsheets, in the digits of a language for readers.

use super::table::{Cell, Figure, Range, Unit};
use super::wording::Wording;

/// A score from 0 to 1, in whole hundredths.
pub fn score(score: f64, wording: &Wording) -> Figure {
    Figure::new(score, Unit::Score, wording.number(score * 100.0, 0))
}

/// A share of 1, in whole per cent.
pub fn percent(share: f64, wording: &Wording) -> Figure {
    Figure::new(
        share,
        Unit::Percent,
        wording.say("percent", &[("number", &wording.number(share * 100.0, 0))]),
    )
}

/// A share of 1 in points of a hundred, with one decimal.
pub fn tenths(share: f64, wording: &Wording) -> Figure {
    Figure::new(share, Unit::Points, wording.number(share * 100.0, 1))
}

/// A share of 1 in points of a hundred, with a second decimal where it is not zero.
pub fn points(share: f64, wording: &Wording) -> Figure {
    Figure::new(share, Unit::Points, point_digits(share, wording))
}

/// The digits of [`points`].
pub fn point_digits(share: f64, wording: &Wording) -> String {
    let digits = wording.number(share * 100.0, 2);
    digits.strip_suffix('0').unwrap_or(&digits).to_string()
}

/// The same rounded up, for what is enough: so many points do move a tie to one side.
pub fn points_up(share: f64, wording: &Wording) -> String {
    point_digits((share * 1e4 + 1e-6).ceil() / 1e4, wording)
}

/// A number with two decimals.
pub fn hundredths(number: f64, wording: &Wording) -> Figure {
    Figure::new(number, Unit::Hundredths, wording.number(number, 2))
}

/// From one score to another.
pub fn scores(low: f64, high: f64, wording: &Wording) -> Cell {
    let [from, to] = [low, high].map(|end| wording.number(end * 100.0, 0));
    Cell::Range(Range { ends: [low, high], unit: Unit::Points, text: format!("{from}–{to}") })
}

/// From one share in points to another.
pub fn span(low: f64, high: f64, wording: &Wording) -> Cell {
    let [from, to] = [low, high].map(|end| point_digits(end, wording));
    Cell::Range(Range { ends: [low, high], unit: Unit::Points, text: format!("{from}–{to}") })
}

/// From one number to another, with two decimals.
pub fn between(low: f64, high: f64, wording: &Wording) -> Cell {
    let [from, to] = [low, high].map(|end| wording.number(end, 2));
    Cell::Range(Range { ends: [low, high], unit: Unit::Hundredths, text: format!("{from}–{to}") })
}

/// A share of 1 as a bar of at most so many cells.
pub fn bar(share: f64, cells: usize) -> Figure {
    let eighths = (share.clamp(0.0, 1.0) * cells as f64 * 8.0).round() as usize;
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
    Figure::new(share, Unit::Bar, format!("{}{part}", "█".repeat(eighths / 8)))
}

/// A figure that is only assumed, which words around it say.
pub fn assumed(figure: Figure, wording: &Wording) -> Figure {
    // A sign that no sentence has marks where the digits come in.
    let sentence = wording.say("assumed", &[("value", "\u{0}")]);
    let (before, behind) = sentence.split_once('\u{0}').unwrap_or(("", ""));
    Figure { around: [before.to_string(), behind.to_string()], ..figure }
}
