//! What happens to output when something goes wrong: a full disk, a closed pipe, a read-only folder,
//! a kill at any moment, two runs at once. A file is whole or as it was, and nothing is left beside it.

#![cfg(unix)]

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn silkmatch(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_silkmatch"));
    command.args(args).args(["--as-of", "2026-11-23", "-q"]).stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Output {
    silkmatch(args).output().expect("runs")
}

/// A shell that runs the command under a limit.
fn limited(limit: &str, args: &[&str]) -> Output {
    let script = format!("{limit}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_silkmatch")]).args(args).arg("-q");
    command.output().expect("sh runs")
}

fn error(out: &Output) -> String {
    String::from_utf8_lossy(&out.stderr).into_owned()
}

/// A folder with one file in it, and what has to be said of both at the end.
struct Folder {
    folder: TempDir,
}

const OLD: &str = "the old list\n";

impl Folder {
    fn new() -> Folder {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("list.csv"), OLD).expect("written");
        Folder { folder }
    }

    fn target(&self) -> PathBuf {
        self.folder.path().join("list.csv")
    }

    fn path(&self) -> String {
        self.target().to_str().expect("UTF-8").to_string()
    }

    fn text(&self) -> String {
        fs::read_to_string(self.target()).expect("readable")
    }

    fn names(&self) -> Vec<String> {
        let list = fs::read_dir(self.folder.path()).expect("a folder");
        list.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    #[track_caller]
    fn is_as_it_was(&self) {
        assert_eq!(self.text(), OLD);
        assert_eq!(self.names(), ["list.csv"]);
    }
}

/// A list that takes a moment to write: every pair of two countries with its reasons.
const LONG: [&str; 6] = ["score", "--from", "KZ", "--to", "KR", "-o"];

fn long(target: &str) -> Vec<&str> {
    LONG.into_iter().chain([target]).collect()
}

#[test]
fn a_file_that_cannot_grow_is_an_error_and_the_old_one_stays() {
    // In blocks of 512 bytes or a kibibyte: either is far less than the list.
    for limit in ["ulimit -f 0", "ulimit -f 8"] {
        let folder = Folder::new();
        let out = limited(limit, &long(&folder.path()));
        assert_eq!(out.status.code(), Some(2), "{}", error(&out));
        assert!(error(&out).contains("cannot be written"), "{}", error(&out));
        folder.is_as_it_was();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error_for_streams() {
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").expect("writable");
    for args in [&["shortlist", "kz-sk-pharmacy"][..], &["score", "--from", "UZ", "--to", "KR"], &["man"]] {
        let status = silkmatch(args).stdout(full()).stderr(Stdio::null()).status().expect("runs");
        assert_eq!(status.code(), Some(2), "{args:?}");
    }
    assert_eq!(run(&long("/dev/full")).status.code(), Some(2));
}

#[test]
fn a_closed_pipe_ends_quietly_with_0() {
    for args in
        [&["score", "--from", "KZ", "--to", "KR"][..], &["shortlist", "--all", "-f", "json"], &["man"]]
    {
        let mut child = silkmatch(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
        let mut out = child.stdout.take().expect("piped");
        out.read_exact(&mut [0; 16]).expect("some bytes");
        drop(out);
        let done = child.wait_with_output().expect("ends");
        assert_eq!((done.status.code(), error(&done).as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn a_folder_or_a_file_that_is_write_protected_is_an_error_before_any_work() {
    let folder = Folder::new();
    let protect =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
    protect(folder.folder.path(), 0o555);
    // Who may do everything is not held off by permissions; then there is nothing to see here.
    if fs::write(folder.folder.path().join("probe"), "").is_err() {
        let fresh = folder.folder.path().join("new.csv");
        for target in [folder.path(), fresh.to_str().expect("UTF-8").to_string()] {
            let out = run(&["shortlist", "kz-sk-pharmacy", "-o", &target]);
            assert_eq!(out.status.code(), Some(2), "{}", error(&out));
        }
        folder.is_as_it_was();
        protect(folder.folder.path(), 0o755);
        protect(&folder.target(), 0o444);
        assert_eq!(run(&["shortlist", "kz-sk-pharmacy", "-o", &folder.path()]).status.code(), Some(2));
        folder.is_as_it_was();
    }
    protect(folder.folder.path(), 0o755);
    for missing in ["no/such/folder/list.csv", "/proc/no-such-place/list.csv"] {
        assert_eq!(run(&["shortlist", "kz-sk-pharmacy", "-o", missing]).status.code(), Some(2), "{missing}");
    }
}

#[test]
fn permissions_are_kept_and_a_new_file_gets_the_usual_ones() {
    let folder = Folder::new();
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o7777;
    // Wider than any usual mask lets a new file be.
    for kept in [0o600, 0o640, 0o666, 0o755] {
        fs::set_permissions(folder.target(), fs::Permissions::from_mode(kept)).expect("set");
        assert!(run(&["shortlist", "kz-sk-pharmacy", "-o", &folder.path()]).status.success());
        assert_eq!(mode(&folder.target()), kept);
    }
    let (ours, usual) = (folder.folder.path().join("ours.csv"), folder.folder.path().join("usual"));
    fs::write(&usual, "").expect("written");
    assert!(run(&["shortlist", "kz-sk-pharmacy", "-o", ours.to_str().expect("UTF-8")]).status.success());
    assert_eq!(mode(&ours), mode(&usual));
}

#[test]
fn a_link_is_followed_and_one_that_leads_nowhere_is_an_error() {
    let folder = Folder::new();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let link = elsewhere.path().join("link.csv");
    let path = link.to_str().expect("UTF-8");
    symlink(folder.target(), &link).expect("linked");
    assert!(run(&["shortlist", "kz-sk-pharmacy", "-f", "csv", "-o", path]).status.success());
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink(), "the link was replaced");
    assert!(folder.text().starts_with("seeker,"));
    fs::remove_file(folder.target()).expect("removed");
    let out = run(&["shortlist", "kz-sk-pharmacy", "-o", path]);
    assert_eq!(out.status.code(), Some(2));
    assert!(error(&out).contains("this link leads nowhere"), "{}", error(&out));
    assert!(folder.names().is_empty());
}

#[test]
fn an_input_is_never_the_output() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("written");
        folder.path().join(name).to_str().expect("UTF-8").to_string()
    };
    let weights = file("mine.csv", "criterion,weight\ncoverage,1\n");
    let pairs = file("some-pairs.csv", "seeker,partner\nuz-pida,kr-khidi\n");
    let judgments = file("judgments.csv", "seeker,better,worse\nuz-pida,kr-khidi,kr-celltrion\n");
    let own = file("organizations.csv", "id,name,country,offers\na,A,KZ,vaccines\nb,B,KR,insulin\n");
    let visit = file("visit.toml", "members = [\"kz-dolce\"]\nhosts = { country = \"KR\" }\n");
    let all = folder.path().to_str().expect("UTF-8").to_string();
    let roundabout =
        format!("{all}/../{}/mine.csv", folder.path().file_name().expect("a name").to_string_lossy());
    let new_table = format!("{all}/ties.csv");
    for args in [
        &["score", pairs.as_str(), "-o", &pairs][..],
        &["score", &pairs, "-w", &weights, "-o", &weights],
        &["score", &pairs, "-w", &weights, "-o", &roundabout],
        &["shortlist", "kz-sk-pharmacy", "-w", &weights, "-o", &weights],
        &["weigh", "compare", "balanced", &weights, "uz-pida", "-o", &weights],
        &["weigh", "learn", &judgments, "-o", &judgments],
        &["evaluate", &pairs, "-o", &pairs],
        &["check", &own, "-o", &own],
        &["check", "-p", &own, "--suggest", &own],
        &["check", "--fix", &own, "-o", &own],
        &["resolve", "vaccines", "-p", &own, "-o", &own],
        &["gaps", "-p", &own, "-o", &own],
        &["report", "a", "-p", &own, "-f", "json", "-o", &own],
        &["explain", "a", "b", "-p", &own, "-o", &own],
        &["plan", &visit, "-f", "json", "-o", &visit],
        &["weigh", "stability", "a", "-p", &own, "-o", &own],
        &["weigh", "robust", "a", "-p", &own, "-o", &own],
        &["shortlist", "a", "-p", &all, "-o", &own],
        &["shortlist", "a", "-p", &all, "-o", &new_table],
    ] {
        let out = run(args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(
            error(&out).contains("this is an input; it would be overwritten"),
            "{args:?}: {}",
            error(&out)
        );
    }
    assert!(!Path::new(&new_table).exists());
    // A list beside the tables is no table.
    let beside = format!("{all}/list.csv");
    for _ in 0..2 {
        let out = run(&["shortlist", "a", "-p", &all, "-o", &beside]);
        assert!(out.status.success(), "{}", error(&out));
    }
}

#[test]
fn interrupted_it_ends_at_once_with_130_or_143_and_leaves_nothing() {
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        let folder = Folder::new();
        let path = folder.path();
        // It waits for pairs that never come, with its output open.
        let mut child = silkmatch(&["score", "-", "-o", &path]).stdin(Stdio::piped()).spawn().expect("runs");
        let mut pairs = child.stdin.take().expect("piped");
        pairs.write_all(b"seeker,partner\nuz-pida,kr-khidi\n").expect("written");
        std::thread::sleep(Duration::from_millis(400));
        let start = Instant::now();
        send(signal, &child);
        assert_eq!(child.wait().expect("ends").code(), Some(code), "SIG{signal}");
        assert!(start.elapsed() < Duration::from_secs(2));
        folder.is_as_it_was();
    }
}

fn send(signal: &str, child: &Child) {
    let status = Command::new("kill").args([format!("-{signal}"), child.id().to_string()]).status();
    assert!(status.expect("kill runs").success());
}

/// A generator after Lehmer (Park and Miller, 1988): moments that are the same in every run.
fn moments(longest: Duration) -> impl Iterator<Item = Duration> {
    let mut state = 20_261_123u64;
    std::iter::repeat_with(move || {
        state = state * 48_271 % 0x7fff_ffff;
        longest.mul_f64(state as f64 / f64::from(0x7fff_ffff))
    })
}

#[test]
fn killed_at_any_moment_the_file_is_the_old_or_the_new_one_and_nothing_stays() {
    let folder = Folder::new();
    let path = folder.path();
    let start = Instant::now();
    assert!(run(&long(&path)).status.success());
    let took = start.elapsed();
    let new = folder.text();
    assert!(new.lines().count() > 2_000 && new.ends_with('\n'));
    let (mut unfinished, mut finished) = (0, 0);
    for moment in moments(took.mul_f64(1.1)).take(60) {
        fs::write(folder.target(), OLD).expect("written");
        let mut child = silkmatch(&long(&path)).spawn().expect("runs");
        std::thread::sleep(moment);
        // A kill cannot be heard, and nobody cleans up after it.
        let _ = child.kill();
        let status = child.wait().expect("ends");
        match folder.text() {
            text if text == OLD => unfinished += 1,
            text if text == new => finished += 1,
            text => panic!("half written after {moment:?}: {} bytes", text.len()),
        }
        assert!(status.signal() == Some(9) || status.success(), "{status}");
    }
    assert!(unfinished > 5, "only {unfinished} of {} were killed in time", unfinished + finished);
    assert!(run(&long(&path)).status.success());
    assert_eq!(folder.names(), ["list.csv"]);
}

#[test]
fn two_runs_at_once_leave_one_whole_file() {
    let folder = Folder::new();
    let path = folder.path();
    let lists: [[&str; 7]; 2] = [
        ["score", "--from", "KZ", "--to", "UZ", "-o", &path],
        ["score", "--from", "UZ", "--to", "KZ", "-o", &path],
    ];
    let whole: Vec<String> = lists
        .iter()
        .map(|args| {
            assert!(run(args).status.success());
            folder.text()
        })
        .collect();
    assert_ne!(whole[0], whole[1]);
    for _ in 0..8 {
        let children: Vec<Child> = lists.iter().map(|args| silkmatch(args).spawn().expect("runs")).collect();
        for mut child in children {
            assert!(child.wait().expect("ends").success());
        }
        assert!(whole.contains(&folder.text()));
        assert_eq!(folder.names(), ["list.csv"]);
    }
}
