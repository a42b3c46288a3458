//! A module imports only modules that stand before it in the table of floors.

use std::path::{Path, PathBuf};

/// The floors of the house, from the ground up; within a floor from left to right.
const FLOORS: &[&[&str]] = &[
    &["error", "warning", "text", "score", "vocabulary"],
    &["taxonomy", "profile", "criterion", "reference"],
    &["read", "resolve", "preset"],
    &["roster", "criteria", "matrix", "confidence", "engine", "explain"],
    &["weigh", "evaluate", "gaps", "flow", "balance", "timetable", "plan"],
    &["report", "render"],
    &["serve"],
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The modules of the crate that a line names with `crate::`, outside comments.
fn imports(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    let word = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    code.split("crate::").skip(1).map(word).filter(|w| !w.is_empty()).collect()
}

#[test]
fn imports_go_down() {
    let order: Vec<&str> = FLOORS.iter().flat_map(|floor| floor.iter().copied()).collect();
    let height = |module: &str| order.iter().position(|m| *m == module);
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&source, &mut files);
    let (mut checked, mut upward) = (0, Vec::new());
    for file in files {
        let inside = file.strip_prefix(&source).expect("inside").to_string_lossy().replace('\\', "/");
        let module = inside.split(['/', '.']).next().expect("a name").to_string();
        if matches!(module.as_str(), "main" | "cli" | "lib") {
            continue;
        }
        let own = height(&module).unwrap_or_else(|| panic!("{module} stands on no floor"));
        let text = std::fs::read_to_string(&file).expect("text");
        // What only tests use is no part of the house.
        for line in text.split("#[cfg(test)]").next().unwrap_or_default().lines() {
            for import in imports(line) {
                let below =
                    height(&import).unwrap_or_else(|| panic!("{inside}: {import} stands on no floor"));
                checked += 1;
                if below > own {
                    upward.push(format!("{inside}: {}", line.trim()));
                }
            }
        }
    }
    assert!(checked > 100, "only {checked} imports were found: the test looks at nothing");
    assert!(upward.is_empty(), "imports that go up:\n{}", upward.join("\n"));
}

#[test]
fn the_library_prints_nothing_exits_nowhere_and_reads_no_environment() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&source, &mut files);
    let banned =
        ["println!", "eprintln!", "print!(", "dbg!", "process::exit", "std::env", "SystemTime", "clap"];
    for file in files.iter().filter(|f| !f.starts_with(source.join("cli")) && !f.ends_with("main.rs")) {
        let text = std::fs::read_to_string(file).expect("text");
        for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.trim_start().starts_with("//")) {
            assert!(!banned.iter().any(|b| line.contains(b)), "{}:{}: {line}", file.display(), n + 1);
        }
    }
}
