//! `score`: the same rows from any encoding and packing, to any packing, for any number of threads.

use flate2::read::MultiGzDecoder;
use std::collections::HashMap;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn score(pairs: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_silkmatch"));
    command.arg("score").arg(pairs).args(["--as-of", "2026-11-23"]).args(more);
    command.output().expect("runs")
}

fn text(out: &Output) -> String {
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout.clone()).expect("UTF-8")
}

/// Pairs of shipped organizations, by name and by id, of which some are nobody, in a few thousand rows.
fn pairs() -> String {
    let seekers = ["СК-Фармация", "uz-pida", "Tashkent Pharma Park", "никто", "kz-sk-pharmacy"];
    let partners = ["kr-khidi", "kr-songdo", "kr-celltrion", "СК-Фармация", ""];
    let mut text = "кто ищет;партнёр;№\n".to_string();
    for i in 0..4_000 {
        text.push_str(&format!("{};{};{i}\n", seekers[i % 5], partners[i / 5 % 5]));
    }
    text
}

fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    fs::write(folder.join(name), bytes).expect("written");
    folder.join(name)
}

#[test]
fn any_encoding_and_packing_of_the_input_gives_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let pairs = pairs();
    let plain = file(folder.path(), "pairs.csv", &pairs);
    let expected = text(&score(&plain, &["--no-reasons"]));
    assert_eq!(expected.lines().count(), 4_001);
    for (i, line) in expected.lines().skip(1).enumerate() {
        assert_eq!(line.split(',').nth(2), Some(i.to_string().as_str()), "a row lost its place");
    }
    assert!(expected.contains("no organization is called `никто`"));
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(pairs.as_bytes()).expect("in memory");
    let gzip = gzip.finish().expect("in memory");
    let fastest = ruzstd::encoding::CompressionLevel::Fastest;
    let utf16: Vec<u8> = pairs.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cp1251 = encoding_rs::WINDOWS_1251.encode(&pairs).0.into_owned();
    for (name, bytes, is_guessed) in [
        ("two members", [gzip.clone(), empty_gzip()].concat(), false),
        ("gzip", gzip, false),
        ("zstd", ruzstd::encoding::compress_to_vec(pairs.as_bytes(), fastest), false),
        ("windows-1251", cp1251, true),
        ("UTF-16LE", [b"\xff\xfe".as_slice(), &utf16].concat(), true),
        ("mark", format!("\u{feff}{pairs}").into_bytes(), false),
        ("sep", pairs.replace('\n', "\r\n").into_bytes(), false),
    ] {
        let out = score(&file(folder.path(), "other", bytes), &["--no-reasons"]);
        assert_eq!(text(&out), expected, "{name}");
        let told = String::from_utf8_lossy(&out.stderr).contains("read as");
        assert_eq!(told, is_guessed, "{name}: {}", String::from_utf8_lossy(&out.stderr));
    }
}

fn empty_gzip() -> Vec<u8> {
    flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()).finish().expect("in memory")
}

#[test]
fn the_ending_of_the_output_packs_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = file(folder.path(), "pairs.csv", pairs());
    let unpack = |name: &str| -> Vec<u8> {
        let target = folder.path().join(name);
        let out = score(&input, &["--no-reasons", "-o", target.to_str().expect("UTF-8")]);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        let packed = fs::read(target).expect("there");
        let mut plain = Vec::new();
        if name.ends_with(".gz") {
            MultiGzDecoder::new(packed.as_slice()).read_to_end(&mut plain).expect("gzip");
        } else {
            plain.reserve(8 << 20);
            ruzstd::decoding::FrameDecoder::new().decode_all_to_vec(&packed, &mut plain).expect("zstd");
        }
        assert!(packed.len() * 3 < plain.len(), "{name} is hardly packed");
        plain
    };
    let csv = text(&score(&input, &["--no-reasons"]));
    assert_eq!(unpack("scored.csv.gz"), csv.as_bytes());
    assert_eq!(unpack("scored.csv.zst"), csv.as_bytes());
    let json = String::from_utf8(unpack("scored.jsonl.gz")).expect("UTF-8");
    let rows: Vec<serde_json::Value> =
        json.lines().map(|l| serde_json::from_str(l).expect("one document a line")).collect();
    assert_eq!(rows.len(), 4_000);
    for (i, row) in rows.iter().enumerate() {
        assert_eq!(row["input"]["№"], i.to_string());
        assert_eq!(row["score"].is_null(), !row["problem"].is_null(), "{row}");
    }
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = file(folder.path(), "pairs.csv", pairs().repeat(4));
    let one = text(&score(&input, &["-j", "1"]));
    assert_eq!(one, text(&score(&input, &["-j", "8"])));
    assert!(one.contains("They offer"));
}

#[test]
fn a_pair_has_one_line_however_often_its_seeker_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = file(folder.path(), "pairs.csv", pairs());
    for more in [&["--no-reasons"][..], &["-l", "ru"]] {
        let mut lines: HashMap<String, String> = HashMap::new();
        let out = text(&score(&input, more));
        for line in out.lines().skip(1) {
            let (seeker, rest) = line.split_once(',').expect("cells");
            let (partner, rest) = rest.split_once(',').expect("cells");
            let (_, own) = rest.split_once(',').expect("cells");
            let first = lines.entry(format!("{seeker},{partner}")).or_insert_with(|| own.to_string());
            assert_eq!(first, own);
        }
        assert_eq!(lines.len(), 25);
        // Of one pair alone, nothing is kept.
        let one = file(folder.path(), "one.csv", "a,b\nkz-sk-pharmacy,kr-khidi\n");
        let alone = text(&score(&one, more));
        assert!(alone.ends_with(&format!("{}\n", lines["kz-sk-pharmacy,kr-khidi"])), "{alone}");
    }
}

#[cfg(not(feature = "parquet"))]
#[test]
fn without_parquet_the_remedy_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = file(folder.path(), "pairs.csv", pairs());
    let target = folder.path().join("scored.parquet");
    let out = score(&input, &["-o", target.to_str().expect("UTF-8")]);
    assert_eq!(out.status.code(), Some(2));
    let error = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(error.contains("was built without Parquet") && error.contains("--features parquet"), "{error}");
    assert!(!target.exists());
}

#[test]
fn a_fault_far_down_leaves_no_output() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut bytes = pairs().repeat(8).into_bytes();
    let line = bytes.iter().filter(|b| **b == b'\n').count() + 1;
    bytes.extend_from_slice(b"uz-pida;\xff\xfe;1\nuz-pida;kr-khidi;2\n");
    let target = folder.path().join("scored.csv");
    let out = score(&file(folder.path(), "pairs.csv", bytes), &["-o", target.to_str().expect("UTF-8")]);
    assert_eq!(out.status.code(), Some(2));
    let error = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(error.contains(&format!("line {line}: bytes that are no UTF-8 text")), "{error}");
    assert!(!target.exists());
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn an_endless_row_is_refused_and_a_reader_that_leaves_ends_it() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_silkmatch"))
        .args(["score", "-", "-q"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    let mut input = child.stdin.take().expect("piped");
    input.write_all(b"seeker,partner\n\"").expect("written");
    // It stops reading at some point, and the rest cannot be written.
    while input.write_all(&[b'x'; 1 << 16]).is_ok() {}
    let done = child.wait_with_output().expect("ends");
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("a row of more than"));
}
