//! iCalendar (RFC 5545): times in UTC, lines folded at 75 octets, text escaped.

use crate::report::calendar::Calendar;
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// Octets in a line, at most, without its end (RFC 5545, section 3.1).
const WIDTH: usize = 75;

/// Writes a calendar.
///
/// # Errors
/// What the writer meets.
pub fn write(mut out: impl Write, calendar: &Calendar) -> io::Result<()> {
    let mut line = |name: &str, text: &str| write_line(&mut out, &format!("{name}:{text}"));
    line("BEGIN", "VCALENDAR")?;
    line("VERSION", "2.0")?;
    line("PRODID", "-//silkmatch//plan//EN")?;
    line("METHOD", "PUBLISH")?;
    line("X-WR-CALNAME", &escape(&calendar.name))?;
    for event in &calendar.events {
        line("BEGIN", "VEVENT")?;
        line("UID", &escape(&event.uid))?;
        line("DTSTAMP", &calendar.stamp)?;
        line("DTSTART", &event.start)?;
        line("DTEND", &event.end)?;
        line("SUMMARY", &escape(&event.summary))?;
        if !event.place.is_empty() {
            line("LOCATION", &escape(&event.place))?;
        }
        line("DESCRIPTION", &escape(&event.text))?;
        line("END", "VEVENT")?;
    }
    line("END", "VCALENDAR")
}

/// A zip archive of calendars under the names of their files: the same bytes for the same calendars.
///
/// # Errors
/// A calendar that is too large for an archive.
pub fn archive(calendars: &[(String, Calendar)]) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, calendar) in calendars {
        // Without a time of its own every entry has that of 1980.
        zip.start_file(name.as_str(), SimpleFileOptions::default().last_modified_time(DateTime::default()))?;
        write(&mut zip, calendar)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Text with what has a meaning of its own escaped (section 3.3.11); other control characters are dropped.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line, folded between characters where it is too long: what follows begins with a space.
fn write_line(out: &mut impl Write, line: &str) -> io::Result<()> {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > WIDTH {
            out.write_all(b"\r\n ")?;
            used = 1;
        }
        write!(out, "{c}")?;
        used += c.len_utf8();
    }
    out.write_all(b"\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::calendar::Event;

    #[test]
    fn long_lines_are_folded_between_characters_and_text_is_escaped() {
        let event = Event {
            uid: "a-b@silkmatch".into(),
            start: "20270614T003000Z".into(),
            end: "20270614T011500Z".into(),
            summary: "한국보건산업진흥원 ".repeat(6),
            place: "Seoul, hall 1; table 2".into(),
            text: "one\ntwo\\three".into(),
        };
        let calendar =
            Calendar { name: "A".into(), stamp: "20261123T000000Z".into(), events: vec![event.clone()] };
        let mut out = Vec::new();
        write(&mut out, &calendar).expect("in memory");
        let text = String::from_utf8(out).expect("folded between characters");
        assert!(text.split("\r\n").all(|line| line.len() <= WIDTH && !line.contains('\n')), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("SUMMARY:{}\r\n", event.summary)));
        assert!(unfolded.contains("LOCATION:Seoul\\, hall 1\\; table 2\r\n"));
        assert!(unfolded.contains("DESCRIPTION:one\\ntwo\\\\three\r\n"));
    }
}
