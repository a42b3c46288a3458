//! `check` on files of its own: what was understood, clean copies, and what is no file.

#[path = "common/books.rs"]
mod books;

use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_silkmatch")).current_dir(folder).args(args).output().expect("runs")
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    files.iter().for_each(|(name, bytes)| std::fs::write(folder.path().join(name), bytes).expect("written"));
    folder
}

fn stderr(out: &Output) -> String {
    String::from_utf8_lossy(&out.stderr).into_owned()
}

#[test]
fn rows_are_what_was_understood_of_text_and_of_workbooks() {
    let text = "Название;Страна;Предложения;Потребности\nАльфа;Казахстан;\"vaccines:4; insulin\";\nБета;KR;;insulin!:5\n";
    let (cp1251, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let rows = books::rows(
        "Название|Страна|Предложения|Потребности\nАльфа|Казахстан|vaccines:4; insulin|\nБета|KR||insulin!:5",
    );
    let folder = folder(&[("a.csv", &cp1251), ("a.xlsx", &books::xlsx(&[("Лист1", &rows)]))]);
    let expected = json!([
        {"id": "alfa", "name": "Альфа", "country": "KZ", "needs": [],
         "offers": [{"term": "vaccines", "level": 4}, {"term": "insulin", "level": null}]},
        {"id": "beta", "name": "Бета", "country": "KR", "offers": [],
         "needs": [{"term": "insulin", "level": 5, "must": true}]},
    ]);
    for file in ["a.csv", "a.xlsx"] {
        let out = run(folder.path(), &["check", file, "--rows"]);
        assert!(out.status.success(), "{}", stderr(&out));
        assert_eq!(serde_json::from_slice::<Value>(&out.stdout).expect("JSON"), expected, "{file}");
    }
    let out = run(folder.path(), &["check", "a.csv", "--rows"]);
    assert!(stderr(&out).contains("note[encoding-guessed]: a.csv: `windows-1251`"), "{}", stderr(&out));
    let out = run(folder.path(), &["check", "a.csv", "--rows", "--encoding", "windows-1251"]);
    assert_eq!(stderr(&out), "");
    assert_eq!(run(folder.path(), &["check", "a.csv", "--encoding", "windows-9999"]).status.code(), Some(2));
}

#[test]
fn a_clean_copy_says_the_same_and_has_nothing_left_to_mend() {
    let text = "Список\nНазвание;Страна;Предложения\nАльфа\u{a0}Фарм\u{200b};ＫＺ;вaкцины:4\n";
    let folder = folder(&[("a.csv", text.as_bytes())]);
    let out = run(folder.path(), &["check", "--fix", "a.csv"]);
    assert!(out.status.success(), "{}", stderr(&out));
    let told = String::from_utf8_lossy(&out.stdout).into_owned();
    for mend in
        ["separator", "row", "header", "spaces", "width", "lookalikes", "a.clean.csv: rows 1, changes 8"]
    {
        assert!(told.contains(mend), "{told}");
    }
    let copy = std::fs::read_to_string(folder.path().join("a.clean.csv")).expect("written");
    assert_eq!(copy, "\u{feff}name,country,offers\nАльфа Фарм,KZ,вакцины:4\n");
    let rows = |file| run(folder.path(), &["check", file, "--rows", "-q"]).stdout;
    let (before, after) = (rows("a.csv"), rows("a.clean.csv"));
    // The term is compared by what it stands for; in the copy it is written in one script.
    assert_eq!(
        String::from_utf8_lossy(&before).replace('a', "а"),
        String::from_utf8_lossy(&after).replace('a', "а")
    );
    let again = run(folder.path(), &["check", "--fix", "a.clean.csv", "-o", "b.csv", "-f", "json"]);
    assert_eq!(serde_json::from_slice::<Value>(&again.stdout).expect("JSON"), json!([]));
    assert_eq!(std::fs::read_to_string(folder.path().join("b.csv")).expect("written"), copy);
    assert_eq!(run(folder.path(), &["check", "--fix", "a.csv", "-o", "a.csv"]).status.code(), Some(2));
}

#[test]
fn two_files_of_one_table_are_an_error_that_names_both() {
    let rows = books::rows("name|country\nAlpha|KZ");
    let book = books::xlsx(&[("Sheet1", &rows)]);
    let folder = folder(&[("organizations.csv", b"name,country\nAlpha,KZ\n"), ("register.xlsx", &book)]);
    let out = run(folder.path(), &["check", "."]);
    assert_eq!(out.status.code(), Some(2));
    let told = stderr(&out);
    assert!(told.contains("error[doubled-table]: ./register.xlsx, sheet Sheet1"), "{told}");
    assert!(told.contains("the first is ./organizations.csv"), "{told}");
}

#[test]
fn a_workbook_named_after_a_table_must_hold_it() {
    let (remarks, more) = (books::rows("Remarks"), books::rows("More"));
    let folder = folder(&[("organizations.xlsx", &books::xlsx(&[("A", &remarks), ("B", &more)]))]);
    let out = run(folder.path(), &["check", "."]);
    assert_eq!(out.status.code(), Some(2));
    assert!(
        stderr(&out).contains("error[no-header]: ./organizations.xlsx, sheet A, row 1"),
        "{}",
        stderr(&out)
    );
}

#[test]
fn a_folder_may_hold_text_workbooks_and_packed_files() {
    let claims = books::rows("organization|role|term|level\nAlpha|offer|vaccines|5");
    let folder = folder(&[
        ("organizations.csv.gz", &books::gzip(b"name,country\nAlpha,KZ\nBeta,KR\n")),
        ("возможности.xlsx", &books::xlsx(&[("Лист1", &claims)])),
        ("~$возможности.xlsx", b"a lock of Excel"),
        ("notes.pdf", b"%PDF-1.7"),
    ]);
    let out = run(folder.path(), &["check", ".", "--rows"]);
    assert!(out.status.success(), "{}", stderr(&out));
    let rows: Value = serde_json::from_slice(&out.stdout).expect("JSON");
    assert_eq!(rows[0]["offers"], json!([{"term": "vaccines", "level": 5}]));
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_is_told_and_never_waited_for() {
    let folder = folder(&[("organizations.csv", b"name,country\nAlpha,KZ\n")]);
    let made = Command::new("mkfifo").arg(folder.path().join("pipe.csv")).status().expect("runs");
    assert!(made.success());
    for (path, code) in [("pipe.csv", "not-a-file"), ("/dev/zero", "not-a-file"), ("/dev/null", "not-a-file")]
    {
        let out = run(folder.path(), &["check", path]);
        assert_eq!(out.status.code(), Some(2), "{path}");
        assert!(stderr(&out).contains(&format!("error[{code}]: {path}")), "{}", stderr(&out));
    }
    assert_eq!(run(folder.path(), &["score", ".", "-p", "organizations.csv"]).status.code(), Some(2));
    let missing = run(folder.path(), &["check", "missing.csv"]);
    assert!(stderr(&missing).contains("hint:"), "{}", stderr(&missing));
    // A pipe that the shell has opened is read.
    let script =
        format!("'{}' check <(printf 'name,country\\nAlpha,KZ\\n') --rows", env!("CARGO_BIN_EXE_silkmatch"));
    let out = Command::new("bash").args(["-c", &script]).output().expect("runs");
    assert!(out.status.success(), "{}", stderr(&out));
    use std::os::unix::ffi::OsStrExt;
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.csv");
    std::fs::copy(folder.path().join("organizations.csv"), folder.path().join(name)).expect("copied");
    let out = Command::new(env!("CARGO_BIN_EXE_silkmatch"))
        .current_dir(folder.path())
        .arg("check")
        .arg(name)
        .output();
    assert_eq!(out.expect("runs").status.code(), Some(0));
}
