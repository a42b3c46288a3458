//! What a terminal gets: colour where it is wanted, and no character that it would obey.

#![cfg(unix)]

use serde_json::Value;
use std::fs;
use std::process::{Command, Output, Stdio};

const RED: &str = "\u{1b}[1;31m";

fn silkmatch(args: &[&str], set: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_silkmatch"));
    clean(command.args(args)).envs(set.iter().copied()).output().expect("runs")
}

/// Without what this environment says of colour.
fn clean(command: &mut Command) -> &mut Command {
    command.env_remove("NO_COLOR").env_remove("CLICOLOR").env_remove("CLICOLOR_FORCE").env("TERM", "xterm")
}

fn is_red(out: &Output) -> bool {
    assert_eq!(out.status.code(), Some(2));
    String::from_utf8_lossy(&out.stderr).contains(RED)
}

#[test]
fn the_option_decides_on_colour_then_the_environment() {
    let nobody = ["shortlist", "no-such-organization"];
    let with = |when| [&nobody[..], &["--color", when]].concat();
    let force = ("CLICOLOR_FORCE", "1");
    let no = ("NO_COLOR", "1");
    assert!(!is_red(&silkmatch(&nobody, &[])), "a pipe is no terminal");
    assert!(is_red(&silkmatch(&with("always"), &[])));
    assert!(is_red(&silkmatch(&with("always"), &[no])));
    assert!(!is_red(&silkmatch(&with("never"), &[force])));
    assert!(is_red(&silkmatch(&nobody, &[force])));
    assert!(!is_red(&silkmatch(&nobody, &[no])));
    assert!(!is_red(&silkmatch(&nobody, &[force, no])));
}

/// What a terminal gets from a command; `None` where no terminal can be had (`script` of util-linux).
fn on_terminal(args: &[&str], set: &[(&str, &str)]) -> Option<String> {
    let quoted: Vec<String> = args.iter().map(|a| format!("'{a}'")).collect();
    let line = format!("'{}' {}", env!("CARGO_BIN_EXE_silkmatch"), quoted.join(" "));
    let mut command = Command::new("script");
    command.args(["-q", "-e", "-c", &line, "/dev/null"]).stdin(Stdio::null());
    let out = clean(&mut command).envs(set.iter().copied()).output().ok()?;
    Some(String::from_utf8_lossy(&out.stdout).into_owned())
}

#[test]
fn a_terminal_gets_colour_unless_it_is_dumb_or_asked_not_to() {
    let nobody = ["shortlist", "no-such-organization"];
    let Some(shown) = on_terminal(&nobody, &[]) else { return };
    assert!(shown.contains(RED), "{shown}");
    for set in [("TERM", "dumb"), ("NO_COLOR", "1"), ("CLICOLOR", "0")] {
        let shown = on_terminal(&nobody, &[set]).unwrap_or_default();
        assert!(shown.contains("error:") && !shown.contains('\u{1b}'), "{set:?}: {shown:?}");
    }
}

/// A name that would clear the screen and run in a spreadsheet.
const NAME: &str = "=Evil\u{1b}[2J oib\u{9b}3m";

#[test]
fn a_name_is_obeyed_by_no_terminal_and_kept_in_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = folder.path().join("organizations.csv");
    let rows =
        format!("id,name,country,offers,needs\na,{NAME},KZ,vaccines,insulin\nb,Bona,KR,insulin,vaccines\n");
    fs::write(&profiles, rows).expect("written");
    let path = profiles.to_str().expect("UTF-8");
    let list = |format| ["shortlist", "b", "-p", path, "-f", format];
    let csv = String::from_utf8(silkmatch(&list("csv"), &[]).stdout).expect("UTF-8");
    assert!(csv.contains(&format!(",'{NAME},")), "{csv:?}");
    let json: Value = serde_json::from_slice(&silkmatch(&list("json"), &[]).stdout).expect("JSON");
    assert_eq!(json["matches"][0]["partner_name"], NAME);
    let text = String::from_utf8(silkmatch(&list("text"), &[]).stdout).expect("UTF-8");
    assert!(text.contains("=Evil\\u{1b}[2J oib"), "{text}");
    for args in [list("text"), list("csv"), list("json"), ["explain", "b", "a", "-p", path, "-q"]] {
        let Some(shown) = on_terminal(&args, &[]) else { return };
        assert!(shown.contains("Evil"), "{shown}");
        let obeyed = |c: char| matches!(c, '\u{1b}' | '\u{9b}');
        assert!(!shown.contains(obeyed), "{args:?}: {shown:?}");
    }
}
