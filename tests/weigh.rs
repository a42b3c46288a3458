//! The verbs of `weigh` as officers use them: tables in their encodings, targets, languages, groups.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn silkmatch(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_silkmatch")).current_dir(folder).args(args).output().expect("runs")
}

fn json(folder: &Path, args: &[&str]) -> serde_json::Value {
    let out = silkmatch(folder, &[args, &["-f", "json"]].concat());
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("JSON")
}

fn folder(files: &[(&str, &[u8])]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).expect("written");
    }
    let path = folder.path().to_path_buf();
    (folder, path)
}

const JUDGMENTS: &str = "seeker,better,worse,answer\n\
    kz-sk-pharmacy,kr-khidi,cn-sinovac,\nkz-sk-pharmacy,kr-songdo,cn-fosun,equal\n";

#[test]
fn judgments_are_read_like_every_other_table() {
    let russian = JUDGMENTS
        .replace("seeker,better,worse,answer", "кто ищет,лучше,хуже,ответ")
        .replace("equal", "равны")
        .replace(',', ";");
    let encoded = encoding_rs::WINDOWS_1251.encode(&russian).0.into_owned();
    let (_kept, at) = folder(&[("plain.csv", JUDGMENTS.as_bytes()), ("russian.csv", &encoded)]);
    let plain = json(&at, &["weigh", "learn", "plain.csv"]);
    assert_eq!(plain["weights"], json(&at, &["weigh", "learn", "russian.csv"])["weights"]);
    assert_eq!(plain["seed"], 1);
    assert!(plain["weights"][0]["low"].as_f64() < plain["weights"][0]["high"].as_f64());
}

#[test]
fn a_faulty_judgment_names_its_cell_and_writes_nothing() {
    for (row, said) in [
        ("kz-sk-pharmacy,kr-khidi,nobody,", "no organization is called `nobody`"),
        ("kz-sk-pharmacy,kr-khidi,kr-khidi,", "names one twice"),
        ("kz-sk-pharmacy,kr-khidi,cn-sinovac,perhaps", "found `perhaps`"),
    ] {
        let text = format!("seeker,better,worse,answer\n{row}\n");
        let (_kept, at) = folder(&[("judgments.csv", text.as_bytes())]);
        let out = silkmatch(&at, &["weigh", "learn", "judgments.csv", "-o", "mine.csv"]);
        let told = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(2), "{told}");
        assert!(told.contains("judgments.csv, line 2") && told.contains(said), "{told}");
        assert!(told.contains("hint:") && !at.join("mine.csv").exists(), "{told}");
    }
}

#[test]
fn outcomes_are_compared_within_their_list() {
    let lists = "seeker;partner;outcome;list\nkz-sk-pharmacy;kr-khidi;contract;2025\n\
        kz-sk-pharmacy;cn-sinovac;no;2025\nkz-sk-pharmacy;kr-songdo;met;2025\nkz-sk-pharmacy;cn-fosun;no;2026\n";
    let (_kept, at) = folder(&[("outcomes.csv", lists.as_bytes())]);
    let found = json(&at, &["weigh", "learn", "--outcomes", "outcomes.csv"]);
    // The contract over two others, the meeting over one; the list of 2026 says nothing.
    assert!(found["inputs"][0].as_str().is_some_and(|i| i.ends_with("outcomes: 2")), "{}", found["inputs"]);
    let out = silkmatch(&at, &["weigh", "learn", "outcomes.csv"]);
    assert!(String::from_utf8_lossy(&out.stderr).contains("no column `better`"));
}

#[test]
fn judgments_that_cannot_all_hold_are_named() {
    let text = format!("{JUDGMENTS}kz-sk-pharmacy,cn-sinovac,kr-khidi,\n");
    let (_kept, at) = folder(&[("judgments.csv", text.as_bytes())]);
    let found = json(&at, &["weigh", "learn", "judgments.csv"]);
    let remarks = found["remarks"].to_string();
    assert!(
        remarks.contains("cannot all hold") && remarks.contains("2: kr-khidi > cn-sinovac; 4:"),
        "{remarks}"
    );
}

#[test]
fn a_group_keeps_each_list_and_tells_what_is_common() {
    let (_kept, at) = folder(&[("aigul.csv", b"criterion,weight\ncoverage,60\nfield,40\n")]);
    let found = json(&at, &["weigh", "group", "kz-sk-pharmacy", "--group", "aigul.csv", "balanced"]);
    let officers: Vec<_> =
        found[0]["officers"].as_array().expect("a list").iter().map(|o| &o["name"]).collect();
    assert_eq!(officers, ["aigul", "balanced"]);
    for (end, share) in [(0, 0.28), (1, 0.6)] {
        let found = found[0]["spread"]["coverage"][end].as_f64().expect("a share");
        assert!((found - share).abs() < 1e-9, "{found}");
    }
    let partners = found[0]["partners"].as_array().expect("a list");
    for partner in partners {
        let ranks = partner["ranks"].as_array().expect("ranks").iter();
        let lists = ranks.filter(|r| r.as_u64().is_some_and(|r| r <= 10)).count() as u64;
        assert_eq!(partner["lists"], lists);
    }
    let alone = silkmatch(&at, &["weigh", "group", "kz-sk-pharmacy", "--group", "balanced"]);
    assert_eq!(alone.status.code(), Some(2));
}

/// Nothing is asked, read or computed for a target that cannot be written.
#[test]
fn every_verb_looks_at_its_target_first() {
    let (_kept, at) = folder(&[("judgments.csv", JUDGMENTS.as_bytes())]);
    for args in [
        &["presets"][..],
        &["set", "field=nonsense"],
        &["elicit", "ranking", "nonsense"],
        &["learn", "missing.csv"],
        &["stability", "nobody"],
        &["robust", "nobody"],
        &["ask", "nobody"],
        &["compare", "nonsense", "nonsense", "nobody"],
        &["group", "nobody", "--group", "nonsense", "nonsense"],
    ] {
        let out = silkmatch(&at, &[&["weigh"], args, &["-o", "missing/mine.csv"]].concat());
        let told = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(told.contains("missing/mine.csv: cannot be written"), "{args:?}: {told}");
    }
}

/// What a verb writes as CSV is a file that `-w` takes, in every language, and says how it was made.
#[test]
fn weights_files_are_taken_in_every_language() {
    let (_kept, at) = folder(&[("judgments.csv", JUDGMENTS.as_bytes())]);
    for lang in ["en", "ru", "kk", "uz", "zh", "ko"] {
        for verb in [
            &["set", "field=30", "--lock", "coverage"][..],
            &["elicit", "best-worst", "best=field", "worst=access", "field/access=4"],
            &["learn", "judgments.csv"],
        ] {
            let out = silkmatch(&at, &[&["weigh"], verb, &["-l", lang, "-o", "mine.csv"]].concat());
            assert!(out.status.success(), "{verb:?}: {}", String::from_utf8_lossy(&out.stderr));
            let text = std::fs::read_to_string(at.join("mine.csv")).expect("written");
            assert!(!text.contains("method-") && !text.contains("normalisation"), "{lang}: {text}");
            let used = silkmatch(&at, &["shortlist", "kz-sk-pharmacy", "-n", "1", "-w", "mine.csv"]);
            assert!(used.status.success(), "{}", String::from_utf8_lossy(&used.stderr));
        }
    }
}
