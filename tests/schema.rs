//! The published JSON schemas are those of the documents, and the documents are valid against them.

mod common;

use schemars::{JsonSchema, schema_for};
use serde_json::Value;
use silkmatch::report::check::CheckDocument;
use silkmatch::report::explanation::ExplanationDocument;
use silkmatch::report::mended::ChangeDocument;
use silkmatch::report::page::PageDocument;
use silkmatch::report::plan::PlannedDocument;
use silkmatch::report::resolution::ResolutionDocument;
use silkmatch::report::rows::RowDocument;
use silkmatch::report::shortlist::ShortlistDocument;
use silkmatch::report::weigh::{
    ComparisonDocument, GroupDocument, RobustDocument, StabilityDocument, WeightsDocument,
};
use std::path::{Path, PathBuf};
use std::process::Command;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema").join(format!("{name}.schema.json"))
}

/// Holds the published schema against the type; with `BLESS=1` it is written instead.
fn published<T: JsonSchema>(name: &str) -> Value {
    let schema = serde_json::to_value(schema_for!(T)).expect("a schema");
    let text = format!("{}\n", serde_json::to_string_pretty(&schema).expect("JSON"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(file(name), &text).expect("written");
    }
    let stored = std::fs::read_to_string(file(name)).expect("the schema is published");
    assert_eq!(stored, text, "docs/schema is out of date: run `BLESS=1 cargo test --test schema`");
    schema
}

fn run(args: &[&str]) -> Value {
    let out = Command::new(env!("CARGO_BIN_EXE_silkmatch")).args(args).output().expect("runs");
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("JSON")
}

fn validate(schema: &Value, document: &Value) {
    let validator = jsonschema::validator_for(schema).expect("a sound schema");
    let errors: Vec<String> =
        validator.iter_errors(document).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// A document that lacks what the schema requires is refused: the schema is no empty promise.
fn refuses_without(schema: &Value, document: &Value, key: &str) {
    let mut broken = document.clone();
    broken.as_object_mut().expect("an object").remove(key).expect("was there");
    assert!(!jsonschema::validator_for(schema).expect("sound").is_valid(&broken), "{key} is not required");
}

#[test]
fn shortlists() {
    let schema = published::<ShortlistDocument>("shortlist");
    for args in [
        &["shortlist", "kz-sk-pharmacy", "-f", "json"][..],
        &["shortlist", "--all", "--from", "UZ", "--to", "KR", "-n", "3", "-f", "json", "-l", "ru"],
        &["shortlist", "kr-osstem", "--near-misses", "-f", "json"],
    ] {
        let document = run(args);
        validate(&schema, &document);
        refuses_without(&schema, &document, "matches");
    }
}

#[test]
fn explanations_whose_points_add_up_exactly() {
    let schema = published::<ExplanationDocument>("explanation");
    for (a, b) in [
        ("kz-sk-pharmacy", "kr-khidi"),
        ("cn-kampo", "kz-nkr"),
        ("kr-kyungdong", "uz-pida"),
        ("kr-songdo", "kr-kbio"),
    ] {
        let document = run(&["explain", a, b, "-f", "json"]);
        validate(&schema, &document);
        refuses_without(&schema, &document, "criteria");
        let points = document["criteria"]
            .as_array()
            .expect("criteria")
            .iter()
            .map(|c| c["points"].as_f64().expect("a number"));
        assert_eq!(Some(points.sum::<f64>()), document["score"].as_f64(), "{a} and {b}");
    }
}

#[test]
fn rows_and_changes() {
    let schema = published::<Vec<RowDocument>>("rows");
    validate(&schema, &run(&["check", "--rows", "-q", "-f", "json"]));
    published::<Vec<ChangeDocument>>("changes");
}

#[test]
fn checks_and_resolutions() {
    validate(&published::<CheckDocument>("check"), &run(&["check", "-f", "json"]));
    let schema = published::<Vec<ResolutionDocument>>("resolution");
    validate(&schema, &run(&["resolve", "биосимиляры", "no such thing", "-f", "json"]));
}

#[test]
fn pages() {
    let schema = published::<PageDocument>("page");
    for args in [
        &["report", "kz-sk-pharmacy", "-f", "json"][..],
        &["report", "--all", "--from", "UZ", "--to", "KR", "-n", "3", "-f", "json", "-l", "ko"],
    ] {
        let document = run(args);
        validate(&schema, &document);
        refuses_without(&schema, &document, "lists");
    }
}

#[test]
fn plans_and_conflicts() {
    let schema = published::<PlannedDocument>("plan");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/plan.in");
    let plan = |file: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_silkmatch"));
        let out = command
            .current_dir(&folder)
            .args(["plan", file, "-p", ".", "-f", "json"])
            .output()
            .expect("runs");
        serde_json::from_slice::<Value>(&out.stdout).expect("JSON")
    };
    let document = plan("visit.toml");
    validate(&schema, &document);
    refuses_without(&schema, &document, "meetings");
    validate(&schema, &plan("away.toml"));
}

#[test]
fn weights_and_what_they_make_of_lists() {
    let weights = published::<WeightsDocument>("weights");
    for document in run(&["weigh", "presets", "-f", "json"]).as_array().expect("presets") {
        validate(&weights, document);
    }
    let set = run(&["weigh", "set", "field=30", "-f", "json", "-l", "uz"]);
    validate(&weights, &set);
    refuses_without(&weights, &set, "method");
    let officers = ["--group", "training", "--group", "balanced"];
    for (schema, verb, rest) in [
        (published::<Vec<StabilityDocument>>("stability"), "stability", &[][..]),
        (published::<Vec<RobustDocument>>("robust"), "robust", &["--samples", "500"]),
        (published::<Vec<ComparisonDocument>>("comparison"), "compare", &["balanced", "training"]),
        (published::<Vec<GroupDocument>>("group"), "group", &officers),
    ] {
        // Weightings stand before the seeker.
        let (before, behind) = if verb == "compare" { (rest, &[][..]) } else { (&[][..], rest) };
        let args = [&["weigh", verb][..], before, &["kz-sk-pharmacy"], behind, &["-f", "json"]].concat();
        let document = run(&args);
        validate(&schema, &document);
        assert!(document.as_array().is_some_and(|all| !all.is_empty()), "{verb}");
    }
}
