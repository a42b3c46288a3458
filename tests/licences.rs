//! Dependencies: each carries a licence that lets silkmatch be given on under its own, and comes unchanged
//! from the registry.

use serde_json::Value;
use std::process::Command;

/// Licences that ask for no more than a notice.
const ACCEPTED: [&str; 12] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unlicense",
    "CC0-1.0",
    "BSL-1.0",
    "Unicode-3.0",
    "Apache-2.0 WITH LLVM-exception",
];

/// Whether an SPDX expression can be met: some alternative of each part is accepted.
fn is_met(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    plain.split(" AND ").all(|part| part.split(" OR ").any(|licence| ACCEPTED.contains(&licence.trim())))
}

/// The platform of the compiler.
fn host() -> String {
    let out = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8(out.stdout).expect("UTF-8");
    text.lines().find_map(|l| l.strip_prefix("host: ")).expect("rustc says its host").to_string()
}

#[test]
fn dependencies_may_be_given_on() {
    // Of this machine's platform only: those of others are not fetched.
    let host = host();
    // With the features that the tests are built with: what others need is not fetched either.
    let features = if cfg!(feature = "parquet") { "parquet" } else { "" };
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &host])
        .args(["--features", features])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let metadata: Value = serde_json::from_slice(&out.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 50);
    let refused: Vec<String> = packages
        .iter()
        .filter(|p| !is_met(p["license"].as_str().unwrap_or("none")))
        .map(|p| format!("{} {}: {}", p["name"], p["version"], p["license"]))
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn dependencies_come_from_the_registry_alone_and_each_has_its_sum() {
    for lock in [include_str!("../Cargo.lock"), include_str!("../fuzz/Cargo.lock")] {
        let mut theirs = 0;
        for package in lock.split("[[package]]").skip(1) {
            let value = |key: &str| {
                let line = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
                line.map_or("", |value| value.trim_end_matches('"'))
            };
            if value("name").starts_with("silkmatch") {
                continue;
            }
            theirs += 1;
            assert!(value("source").starts_with("registry+") && value("checksum").len() == 64, "{package}");
        }
        assert!(theirs > 50);
    }
}

#[test]
fn an_expression_is_met_by_one_of_its_alternatives() {
    assert!(is_met("MIT OR GPL-3.0"));
    assert!(is_met("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(is_met("Unlicense/MIT"));
    assert!(!is_met("MIT AND GPL-3.0"));
    assert!(!is_met("none"));
}
