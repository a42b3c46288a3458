//! HTML: one file that holds everything, and may load and run nothing else.
//!
//! The policy of the page lets run only the script and the style whose hashes it names; the data is a
//! block that no browser runs, in which nothing can close the block. Names that were meant as markup,
//! as script or to turn the direction of the text are shown as they are written.

use super::text::visible;
use crate::report::page::PageDocument;
use crate::report::shortlist::hundredths;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::Serde;
use minijinja::{Environment, context};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// The style of our pages.
pub const STYLE: &str = include_str!("page.css");

/// The part of the script that makes elements; any page of ours can build on it.
pub const ELEMENTS: &str = include_str!("script/elements.js");

/// The parts of the script, in the order in which they run.
const SCRIPT: [&str; 11] = [
    include_str!("script/numbers.js"),
    include_str!("script/stability.js"),
    include_str!("script/state.js"),
    ELEMENTS,
    include_str!("script/filter.js"),
    include_str!("script/draw.js"),
    include_str!("script/explain.js"),
    include_str!("script/overview.js"),
    include_str!("script/table.js"),
    include_str!("script/weights.js"),
    include_str!("script/page.js"),
];

/// A page, and all that it may run, take and ask for.
pub struct Sealed<'a> {
    /// The template; `page` is the document in it, `data` the same for the script, `policy`, `style` and
    /// `script` stand where they belong.
    pub template: &'a str,
    /// The style.
    pub style: &'a str,
    /// The script.
    pub script: &'a str,
    /// What the policy allows beside them; nothing where it is empty.
    pub allowed: &'a str,
}

/// Writes a page.
///
/// # Errors
/// What the writer meets.
pub fn write(out: impl Write, page: &PageDocument) -> io::Result<()> {
    let template = include_str!("page.html");
    Sealed { template, style: STYLE, script: &SCRIPT.concat(), allowed: "" }.write(out, page)
}

impl Sealed<'_> {
    /// Writes the page of a document.
    ///
    /// # Errors
    /// What the writer meets; a template that is broken.
    pub fn write(&self, mut out: impl Write, page: &impl Serialize) -> io::Result<()> {
        let mut page = serde_json::to_value(page)?;
        show_plainly(&mut page);
        let script = format!("\"use strict\";\n{}", self.script);
        let mut environment = Environment::new();
        environment.add_filter("hundredths", hundredths);
        environment.add_template("page.html", self.template).map_err(io::Error::other)?;
        let template = environment.get_template("page.html").map_err(io::Error::other)?;
        let (data, policy) = (embedded(&page)?, self.policy(&script));
        let parts = context! { page => Serde(&page), data, script, policy, style => self.style };
        writeln!(out, "{}", template.render(parts).map_err(io::Error::other)?)
    }

    /// What the page may do: run this script, take this style, and nothing over the network but what is
    /// allowed.
    fn policy(&self, script: &str) -> String {
        let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        let more = if self.allowed.is_empty() { String::new() } else { format!("; {}", self.allowed) };
        format!(
            "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'{more}",
            hash(script),
            hash(self.style)
        )
    }
}

/// Writes out control and direction characters in every text.
fn show_plainly(value: &mut Value) {
    match value {
        Value::String(text) => *text = visible(text),
        Value::Array(all) => all.iter_mut().for_each(show_plainly),
        Value::Object(all) => all.values_mut().for_each(show_plainly),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// JSON that can stand in a block of a page: without `<` there is no way out of it, and no way into a
/// comment (`<!--`), in which a browser would look for the end of the block elsewhere.
fn embedded(value: &Value) -> io::Result<String> {
    let text = serde_json::to_string(value)?;
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => safe.push_str(&format!("\\u{:04x}", c as u32)),
            c => safe.push(c),
        }
    }
    Ok(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_data_can_close_its_block() {
        let hostile = "</script><!--<script>alert(1)</script> & \u{2028}\u{2029}";
        let json = embedded(&Value::String(hostile.into())).expect("JSON");
        assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), hostile);
    }

    #[test]
    fn direction_marks_are_written_out_at_any_depth() {
        let mut value = serde_json::json!({ "a": [{ "b": "x\u{202e}y\u{7}" }] });
        show_plainly(&mut value);
        assert_eq!(value["a"][0]["b"], "x\\u{202e}y\\u{7}");
    }

    #[test]
    fn no_part_of_the_page_can_end_early() {
        assert!(!SCRIPT.concat().contains("</"));
        assert!(!STYLE.contains("</"));
    }
}
