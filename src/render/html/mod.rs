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
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

const STYLE: &str = include_str!("page.css");

/// The parts of the script, in the order in which they run.
const SCRIPT: [&str; 10] = [
    include_str!("script/numbers.js"),
    include_str!("script/stability.js"),
    include_str!("script/state.js"),
    include_str!("script/filter.js"),
    include_str!("script/draw.js"),
    include_str!("script/explain.js"),
    include_str!("script/overview.js"),
    include_str!("script/table.js"),
    include_str!("script/weights.js"),
    include_str!("script/page.js"),
];

/// Writes a page.
///
/// # Errors
/// What the writer meets.
pub fn write(mut out: impl Write, page: &PageDocument) -> io::Result<()> {
    let mut page = serde_json::to_value(page)?;
    show_plainly(&mut page);
    let script = format!("\"use strict\";\n{}", SCRIPT.concat());
    let mut environment = Environment::new();
    environment.add_filter("hundredths", hundredths);
    environment.add_template("page.html", include_str!("page.html")).map_err(io::Error::other)?;
    let template = environment.get_template("page.html").map_err(io::Error::other)?;
    let data = embedded(&page)?;
    let policy = policy(&script);
    let parts = context! { page => Serde(&page), data, script, policy, style => STYLE };
    writeln!(out, "{}", template.render(parts).map_err(io::Error::other)?)
}

/// What the page may do: run this script, take this style, and nothing over the network.
fn policy(script: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'",
        hash(script),
        hash(STYLE)
    )
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
