//! What a terminal gets: text that it shows, and nothing that it would obey.

use silkmatch::render::text::is_obeyed;
use std::io::{self, Write};

/// Passes text on to a terminal with control and direction characters written out, whatever the
/// format: a name in a file of somebody else must not clear the screen or turn a line round.
pub struct Shown<W> {
    terminal: W,
    /// The first bytes of a letter whose last ones are still to come.
    broken_off: Vec<u8>,
}

impl<W: Write> Shown<W> {
    /// In front of a terminal.
    pub fn new(terminal: W) -> Shown<W> {
        Shown { terminal, broken_off: Vec::new() }
    }
}

impl<W: Write> Write for Shown<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.broken_off.extend_from_slice(bytes);
        let held = std::mem::take(&mut self.broken_off);
        let mut shown = String::with_capacity(held.len());
        for chunk in held.utf8_chunks() {
            if !self.broken_off.is_empty() {
                shown.push(char::REPLACEMENT_CHARACTER);
            }
            for c in chunk.valid().chars() {
                match c {
                    '\n' | '\t' => shown.push(c),
                    c if is_obeyed(c) => shown.extend(c.escape_unicode()),
                    c => shown.push(c),
                }
            }
            self.broken_off = chunk.invalid().to_vec();
        }
        self.terminal.write_all(shown.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.terminal.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_obeyed_wherever_the_text_is_cut() {
        let text = "Алтын\u{1b}[2J\t石药\u{202e}\u{9b}1m\r\u{2028}👩🏽‍⚕\n";
        let whole = "Алтын\\u{1b}[2J\t石药\\u{202e}\\u{9b}1m\\u{d}\\u{2028}👩🏽‍⚕\n";
        for step in 1..text.len() {
            let mut out = Shown::new(Vec::new());
            text.as_bytes().chunks(step).for_each(|part| out.write_all(part).expect("in memory"));
            assert_eq!(String::from_utf8(out.terminal).expect("UTF-8"), whole, "{step}");
        }
    }
}
