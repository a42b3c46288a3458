//! What is far too large is refused within ten seconds and 256 MiB.

#![cfg(target_os = "linux")]

#[path = "common/books.rs"]
mod books;

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs `check` on a path, or on what a command of the shell writes, with no more than 256 MiB of
/// address space: who asks for more is ended by the system and does not exit with 2.
fn refused(what: &str, code: &str) {
    let started = Instant::now();
    let silkmatch = env!("CARGO_BIN_EXE_silkmatch");
    let script = match what.strip_suffix('|') {
        Some(writer) => format!("{writer} | (ulimit -v 262144; exec '{silkmatch}' check -)"),
        None => format!("ulimit -v 262144; exec '{silkmatch}' check '{what}'"),
    };
    let out = Command::new("sh").args(["-c", &script]).stdout(Stdio::null()).stderr(Stdio::piped()).output();
    let out = out.expect("runs");
    let message = String::from_utf8_lossy(&out.stderr);
    assert_eq!(out.status.code(), Some(2), "{what}: {message}");
    assert!(message.contains(&format!("error[{code}]")) && message.contains("hint:"), "{what}: {message}");
    assert!(started.elapsed() < Duration::from_secs(10), "{what}: {:?}", started.elapsed());
}

fn file(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("written");
    path.to_str().expect("UTF-8").to_string()
}

#[test]
fn endless_pipes() {
    refused("yes 'Alpha,KZ' |", "too-large");
    refused("cat /dev/zero |", "long-row");
    refused("yes | tr -d '\\n' |", "long-row");
    refused("yes '\"' | tr -d '\\n' |", "long-row");
    refused("(printf 'name,country\\n\"'; yes) |", "too-large");
    refused("yes | gzip -1 |", "too-large");
    refused("/dev/zero", "not-a-file");
}

#[test]
fn a_field_of_two_gigabytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("field.csv");
    let mut field = File::create(&path).expect("made");
    field.write_all(b"name,country\n\"").expect("written");
    // The rest is a hole, which takes no room on the disk and is read as zeros.
    field.seek(SeekFrom::Start(2 << 30)).expect("a place");
    field.write_all(b"\",KZ\n").expect("written");
    refused(path.to_str().expect("UTF-8"), "long-row");
}

#[test]
fn bombs() {
    let folder = tempfile::tempdir().expect("a folder");
    let spaces = " ".repeat(256 << 20);
    let sheet = |inside: &str| format!("<worksheet><sheetData>{inside}</sheetData></worksheet>");
    for (name, bytes) in [
        ("sheet.xlsx", books::raw_xlsx(&sheet(&spaces), "")),
        ("strings.xlsx", books::raw_xlsx(&sheet(""), &format!("<sst><si><t>{spaces}</t></si></sst>"))),
        ("content.ods", books::raw_ods("", &spaces)),
    ] {
        assert!(bytes.len() < 2 << 20);
        refused(&file(folder.path(), name, &bytes), "too-large");
    }
    let cells = "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>".repeat(2 << 20);
    refused(&file(folder.path(), "cells.xlsx", &books::raw_xlsx(&sheet(&cells), "")), "too-large");
    let far = sheet(r#"<row><c r="XFD1048576"><v>1</v></c></row>"#);
    refused(&file(folder.path(), "far.xlsx", &books::raw_xlsx(&far, "")), "too-many-cells");
    let claim = r#"<sst uniqueCount="4294967295"><si><t>x</t></si></sst>"#;
    refused(&file(folder.path(), "claim.xlsx", &books::raw_xlsx(&sheet(""), claim)), "damaged-workbook");
    let packed = books::gzip(spaces.as_bytes());
    refused(&file(folder.path(), "spaces.csv.gz", &packed), "long-row");
}
