//! The command line: snapshots of code, stdout and stderr, and what a snapshot cannot hold.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn silkmatch(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_silkmatch"));
    command.args(args);
    command
}

fn run(args: &[&str]) -> Output {
    silkmatch(args).output().expect("runs")
}

fn stdout(args: &[&str]) -> Vec<u8> {
    let out = run(args);
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

#[test]
fn snapshots() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd");
}

#[test]
fn the_readme_says_what_happens() {
    trycmd::TestCases::new().case("README.md").case("docs/*.md");
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let all = |threads| stdout(&["shortlist", "--all", "-f", "csv", "-j", threads]);
    let one = all("1");
    assert!(one.iter().filter(|b| **b == b'\n').count() > 2000);
    assert_eq!(one, all("8"));
}

#[test]
fn the_columns_are_those_of_the_contract() {
    let text = String::from_utf8(stdout(&["shortlist", "--all", "-n", "1", "-f", "csv"])).expect("UTF-8");
    let header = "seeker,seeker_name,rank,partner,partner_name,partner_country,score,low,high,known,confidence,\
                  coverage,reciprocity,mutual,field,counterpart,standards,policy,access,reason_seeker,reason_partner,tie";
    assert_eq!(text.lines().next(), Some(header));
}

/// The rows of a CSV file of the shipped profiles, with the header apart.
fn shipped(name: &str) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles").join(name);
    let mut reader = csv::Reader::from_path(path).expect("readable");
    let header = reader.headers().expect("a header").clone();
    (header, reader.records().map(|r| r.expect("a row")).collect())
}

fn write(path: &Path, header: &csv::StringRecord, rows: &[csv::StringRecord]) {
    let mut writer = csv::Writer::from_path(path).expect("writable");
    writer.write_record(header).expect("written");
    rows.iter().for_each(|r| writer.write_record(r).expect("written"));
}

#[test]
fn shuffled_rows_give_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in
        ["organizations.csv", "capabilities.csv", "ties.csv", "policies.csv", "labels.csv", "typical.csv"]
    {
        let (header, mut rows) = shipped(name);
        rows.reverse();
        let third = rows.len() / 3;
        rows.rotate_left(third);
        write(&folder.path().join(name), &header, &rows);
    }
    let path = folder.path().to_str().expect("UTF-8");
    assert_eq!(
        stdout(&["shortlist", "--all", "-f", "csv"]),
        stdout(&["shortlist", "--all", "-f", "csv", "-p", path])
    );
}

#[test]
fn whoever_leaves_takes_no_score_along() {
    let scores = |path: Option<&str>| -> std::collections::BTreeMap<(String, String), String> {
        let mut args = vec!["shortlist", "--all", "-n", "400", "-f", "csv", "-q"];
        args.extend(path.into_iter().flat_map(|p| ["-p", p]));
        let text = stdout(&args);
        let mut reader = csv::Reader::from_reader(text.as_slice());
        reader
            .records()
            .map(|r| r.expect("a row"))
            .map(|r| ((r[0].into(), r[3].into()), r.iter().skip(6).take(13).collect::<Vec<_>>().join(",")))
            .collect()
    };
    let whole = scores(None);
    // A hub, a member of a cluster, the cluster itself, and one with nothing.
    for gone in ["kr-khidi", "kr-celltrion", "kr-songdo", "kz-zone-astana"] {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, columns) in [
            ("organizations.csv", &[0][..]),
            ("capabilities.csv", &[0]),
            ("ties.csv", &[0, 1]),
            ("typical.csv", &[]),
        ] {
            let (header, mut rows) = shipped(name);
            rows.retain(|r| columns.iter().all(|c| &r[*c] != gone));
            write(&folder.path().join(name), &header, &rows);
        }
        let less = scores(folder.path().to_str());
        assert!(less.len() > 25_000, "{gone}: {}", less.len());
        for (pair, score) in &less {
            assert_eq!(whole.get(pair), Some(score), "{gone}: {pair:?}");
        }
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = silkmatch(&["shortlist", "--all", "-f", "csv"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    let mut out = child.stdout.take().expect("piped");
    let mut first = [0; 64];
    out.read_exact(&mut first).expect("some bytes");
    drop(out);
    let done = child.wait_with_output().expect("ends");
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn organizations_come_by_standard_input_too() {
    let mut child = silkmatch(&["shortlist", "Second", "-p", "-", "-q"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("runs");
    let rows = "name;country;offers;needs\nFirst;KZ;vaccines:5;\nSecond;KR;;vaccines:4\n";
    child.stdin.take().expect("piped").write_all(rows.as_bytes()).expect("written");
    let done = child.wait_with_output().expect("ends");
    assert!(done.status.success());
    assert!(String::from_utf8_lossy(&done.stdout).contains("They offer vaccines"));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("list.csv");
    let path = target.to_str().expect("UTF-8");
    fs::write(&target, "old").expect("written");
    assert_eq!(run(&["shortlist", "no-such-organization", "-o", path]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&target).expect("readable"), "old");
    assert!(run(&["shortlist", "kz-sk-pharmacy", "-o", path]).status.success());
    assert!(fs::read_to_string(&target).expect("readable").starts_with("seeker,"));
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert_eq!(left.len(), 1, "nothing is left behind");
    assert_eq!(run(&["check", path, "-o", path]).status.code(), Some(2));
    assert!(fs::read_to_string(&target).expect("readable").starts_with("seeker,"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_to_and_stays_a_device_and_a_full_one_is_an_error() {
    let full = Path::new("/dev/full");
    let out = run(&["shortlist", "kz-sk-pharmacy", "-o", "/dev/full"]);
    assert_eq!(out.status.code(), Some(2), "{}", String::from_utf8_lossy(&out.stderr));
    assert!(!fs::metadata(full).expect("there").is_file(), "it was replaced by a file");
    let sink = fs::OpenOptions::new().write(true).open(full).expect("writable");
    let status = silkmatch(&["shortlist", "kz-sk-pharmacy"]).stdout(sink).stderr(Stdio::null()).status();
    assert_eq!(status.expect("runs").code(), Some(2));
    assert!(run(&["shortlist", "kz-sk-pharmacy", "-o", "/dev/null"]).status.success());
    assert!(!fs::metadata("/dev/null").expect("there").is_file());
}

#[test]
fn a_starter_folder_is_sound_in_every_language_and_never_overwritten() {
    for lang in ["en", "ru", "kk", "uz", "zh", "ko"] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("mine");
        let path = path.to_str().expect("UTF-8");
        assert!(run(&["init", path, "-l", lang]).status.success());
        let check = run(&["check", path]);
        assert_eq!(check.status.code(), Some(0), "{lang}: {}", String::from_utf8_lossy(&check.stdout));
        assert_eq!(run(&["init", path]).status.code(), Some(2));
    }
}

#[test]
fn completions_and_a_manual_page_come_along() {
    let text = |args: &[&str]| String::from_utf8(stdout(args)).expect("UTF-8");
    assert!(text(&["completions", "bash"]).contains("shortlist"));
    assert!(text(&["man"]).contains("SYNOPSIS"));
}

#[test]
fn terms_come_line_by_line_on_standard_input() {
    let mut child = silkmatch(&["resolve", "-f", "csv"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("runs");
    let lines = "вакцины\n\n  백신  \nwheat export\n";
    child.stdin.take().expect("piped").write_all(lines.as_bytes()).expect("written");
    let done = child.wait_with_output().expect("ends");
    let text = String::from_utf8(done.stdout).expect("UTF-8");
    let ids: Vec<_> = text.lines().skip(1).map(|l| l.split(',').nth(2).unwrap_or_default()).collect();
    assert_eq!(&ids[..2], ["vaccines", "vaccines"], "{text}");
    assert!(text.lines().skip(3).all(|l| l.starts_with("wheat export,unknown")), "{text}");
}

#[test]
fn suggested_labels_are_read_once_they_are_filled_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = "name,country,offers,needs\nFirst,KZ,second-entry biologics; vaccines,\nSecond,KR,,second-entry biologics\n";
    fs::write(folder.path().join("organizations.csv"), rows).expect("written");
    let (path, labels) = (folder.path().to_str().expect("UTF-8"), folder.path().join("labels.csv"));
    let unknown = || {
        let out = run(&["check", path, "-f", "csv"]).stdout;
        String::from_utf8(out).expect("UTF-8").matches("second-entry biologics").count()
    };
    assert_eq!(unknown(), 2);
    let suggested = folder.path().join("suggested.csv");
    run(&["check", path, "--suggest", suggested.to_str().expect("UTF-8")]);
    // A reviewer fills in the concept and saves it as labels; nothing counts before.
    let mut reader = csv::Reader::from_path(&suggested).expect("readable");
    let header = reader.headers().expect("a header").clone();
    let mut rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a row")).collect();
    assert_eq!((rows.len(), &rows[0][0], &rows[0][2]), (1, "", "second-entry biologics"));
    rows[0] = rows[0].iter().enumerate().map(|(n, c)| if n == 0 { "biosimilars" } else { c }).collect();
    write(&labels, &header, &rows);
    assert_eq!(unknown(), 0);
}
