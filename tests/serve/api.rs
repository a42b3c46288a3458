//! Answers are as the description says, and say what the command line says.

use crate::books;
use crate::http::{Answer, Server};
use serde_json::{Value, json};
use silkmatch::serve::Limits;
use std::collections::BTreeSet;
use std::process::Command;

const VISIT: &str = "members = [\"kz-ordamed\", \"kz-dolce\"]\nhosts = { country = \"KR\" }\n\
    [[day]]\ndate = 2027-06-14\nslots = [\"09:30\", \"10:30\"]\ntables = 2\n";

const MESSY: &str = "name,country,kind,offers,needs,colour\n\
    Alpha,KZ,distributor,,vaccins:9;medical devices,red\n\
    ,KR,manufacturer,medical devices,,\n\
    Beta,KR,manufacturer,medical devices:4,distribution,\n\
    Gamma,Atlantis,manufacturer,,,\n";

/// An answer is of a kind that the description has for it, and valid against its schema.
fn holds(description: &Value, operation: &str, method: &str, answer: &Answer) {
    let described = &description["paths"][operation][method]["responses"];
    let status = answer.status.to_string();
    let response = described.get(&status).unwrap_or(&described["default"]);
    assert!(response.is_object(), "{method} {operation}");
    let Some(kind) = answer.header("content-type") else {
        assert!(response.get("content").is_none() && answer.body.is_empty(), "{method} {operation}");
        return;
    };
    let schema = &response["content"][kind]["schema"];
    assert!(schema.is_object(), "{method} {operation} answers {status} with {kind}");
    if kind.contains("json") {
        let whole = json!({ "allOf": [schema], "components": description["components"] });
        let validator = jsonschema::validator_for(&whole).expect("a sound schema");
        let errors: Vec<String> =
            validator.iter_errors(&answer.json()).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{method} {operation}: {}", errors.join("\n"));
    }
}

#[test]
fn every_answer_is_as_the_description_says() {
    let server = Server::start(Limits::default());
    let description = server.get("/api/v1/openapi.json").json();
    assert_eq!(description["openapi"], "3.1.0");
    let uploaded = server.upload("lang=ru", &[("forum.csv", MESSY.as_bytes())]);
    assert_eq!(uploaded.status, 201, "{}", uploaded.text());
    let id = uploaded.json()["id"].as_str().expect("an id").to_string();
    let mut asked = BTreeSet::from([("post".to_string(), "/api/v1/profiles".to_string())]);
    holds(&description, "/api/v1/profiles", "post", &uploaded);
    holds(&description, "/api/v1/profiles", "post", &server.upload("", &[("a.pdf", b"%PDF-1.7")]));
    holds(&description, "/api/v1/profiles", "post", &server.upload("", &[]));

    for (method, operation, query, status) in [
        ("get", "", "lang=zh", 200),
        ("get", "", "lang=xx", 400),
        ("get", "/check", "", 200),
        ("get", "/check", "format=csv", 200),
        ("get", "/check", "format=xlsx&lang=kk", 200),
        ("get", "/shortlist", "seeker=Alpha&format=xlsx", 200),
        ("get", "/explanation", "seeker=Alpha&partner=Beta&format=xlsx", 200),
        ("get", "/gaps", "format=xlsx&lang=ko", 200),
        ("get", "/shortlist", "seeker=Alpha", 200),
        ("get", "/shortlist", "from=KZ&to=KR&top=3&weights=training&lang=kk", 200),
        ("get", "/shortlist", "format=csv&weights=coverage=0.4,mutual=0.2&optimism=0.5", 200),
        ("get", "/shortlist", "seeker=nobody", 400),
        ("get", "/shortlist", "top=0", 400),
        ("get", "/shortlist", "weight=training", 400),
        ("get", "/shortlist", "weights=trainin", 400),
        ("get", "/report", "seeker=Alpha", 200),
        ("get", "/report", "format=json&lang=ko", 200),
        ("get", "/report", "to=Nowhere", 400),
        ("get", "/explanation", "seeker=Alpha&partner=Beta", 200),
        ("get", "/explanation", "seeker=Alpha&partner=Beta&format=csv&lang=uz", 200),
        ("get", "/explanation", "seeker=Alpha", 400),
        ("get", "/explanation", "seeker=Alpha&partner=alpha", 400),
        ("get", "/gaps", "from=KZ", 200),
        ("get", "/gaps", "format=csv", 200),
        ("delete", "", "", 204),
        ("delete", "", "", 404),
        ("get", "/check", "", 404),
    ] {
        let path = format!("/api/v1/profiles/{id}{operation}?{query}");
        let answer = server.ask(&method.to_uppercase(), &path, &[], b"");
        assert_eq!(answer.status, status, "{path}: {}", answer.text());
        let operation = format!("/api/v1/profiles/{{id}}{operation}");
        holds(&description, &operation, method, &answer);
        asked.insert((method.to_string(), operation));
    }
    for (delegation, query, status) in [
        (VISIT, "", 200),
        (VISIT, "format=tables&lang=ru", 200),
        (VISIT, "format=csv", 200),
        (VISIT, "format=xlsx", 200),
        (VISIT, "format=ics&weights=training", 200),
        (
            &*format!(
                "{VISIT}[[rule]]\nmust = [\"kz-dolce\", \"kr-khidi\"]\n[[rule]]\nnever = [\"kz-dolce\", \"kr-khidi\"]\n"
            ),
            "",
            200,
        ),
        ("members = [", "", 422),
        ("members = [\"nobody\"]", "", 400),
        (&*format!("weights = \"/etc/hostname\"\n{VISIT}"), "", 400),
    ] {
        let path = format!("/api/v1/profiles/given/plan?{query}");
        let answer = server.ask("POST", &path, &[], delegation.as_bytes());
        assert_eq!(answer.status, status, "{delegation}: {}", answer.text());
        holds(&description, "/api/v1/profiles/{id}/plan", "post", &answer);
        asked.insert(("post".to_string(), "/api/v1/profiles/{id}/plan".to_string()));
    }
    let book = books::xlsx(&[
        (
            "Делегация",
            &books::rows("Настройка|Значение\nучастники|kz-ordamed; kz-dolce\nпринимающие: страна|KR"),
        ),
        ("Дни", &books::rows("Дата|Время встреч|Столы\n14.06.2027|9:30; 10:30|2")),
        ("Заметки", &books::rows("a|b\n1|2")),
    ]);
    let path = "/api/v1/profiles/given/plan";
    let of_book = server.ask("POST", path, &[("content-type", "application/octet-stream")], &book);
    holds(&description, "/api/v1/profiles/{id}/plan", "post", &of_book);
    let of_text = server.ask("POST", path, &[], VISIT.as_bytes());
    assert!(of_book.status == 200 && of_book.body == of_text.body, "a workbook means the same as its TOML");
    // What was noticed in it is told before the plan.
    let tables = server.ask("POST", &format!("{path}?format=tables"), &[], &book);
    let tables = tables.text();
    assert!(tables.contains("Findings") && tables.contains("Заметки"), "{tables}");
    let broken = server.ask("POST", path, &[], &book[..book.len() / 2]);
    assert!((400..500).contains(&broken.status), "{}", broken.text());
    holds(&description, "/api/v1/profiles/{id}/plan", "post", &broken);
    let starter = server.get("/api/v1/starter?lang=ru");
    assert!(starter.status == 200 && starter.body.starts_with(b"PK"));
    holds(&description, "/api/v1/starter", "get", &starter);
    asked.insert(("get".to_string(), "/api/v1/starter".to_string()));
    let paths = description["paths"].as_object().expect("paths").iter();
    let described: BTreeSet<(String, String)> = paths
        .flat_map(|(path, methods)| {
            methods.as_object().expect("methods").keys().map(|m| (m.clone(), path.clone()))
        })
        .collect();
    assert_eq!(asked, described, "every operation is asked for");
}

#[test]
fn a_broken_answer_would_not_hold() {
    let server = Server::start(Limits::default());
    let description = server.get("/api/v1/openapi.json").json();
    let mut answer = server.get("/api/v1/profiles/given/gaps");
    holds(&description, "/api/v1/profiles/{id}/gaps", "get", &answer);
    answer.body = b"[{}]".to_vec();
    let held = std::panic::catch_unwind(|| holds(&description, "/api/v1/profiles/{id}/gaps", "get", &answer));
    assert!(held.is_err());
}

/// What the command line writes about a file of its folder.
fn command(folder: &std::path::Path, args: &[&str]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_silkmatch"));
    let out =
        command.current_dir(folder).args(args).args(["--as-of", "2026-11-23", "-q"]).output().expect("runs");
    assert_ne!(out.status.code(), Some(2), "{}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

#[test]
fn an_upload_says_what_the_command_line_says_of_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("forum.csv"), MESSY).expect("written");
    let server = Server::start(Limits::default());
    let uploaded = server.upload("", &[("forum.csv", MESSY.as_bytes())]).json();
    let ask = |operation: &str| {
        server.get(&format!("/api/v1/profiles/{}/{operation}", uploaded["id"].as_str().expect("an id")))
    };

    let check = ask("check").body;
    assert_eq!(
        String::from_utf8_lossy(&check),
        String::from_utf8_lossy(&command(folder.path(), &["check", "forum.csv", "-f", "json"]))
    );
    let findings: Value = serde_json::from_slice(&check).expect("JSON");
    let codes: Vec<&str> = findings["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter_map(|f| f["code"].as_str())
        .collect();
    for code in ["missing-value", "unknown-country", "bad-level", "unknown-column"] {
        assert!(codes.contains(&code), "{codes:?}");
    }
    let of = ["-p", "forum.csv", "-l", "ru"];
    let list = ask("shortlist?seeker=Alpha&lang=ru").body;
    assert_eq!(list, command(folder.path(), &[&["shortlist", "Alpha", "-f", "json"][..], &of].concat()));
    let table = ask("shortlist?lang=ru&format=csv").body;
    let rows = table.strip_prefix("\u{feff}".as_bytes()).expect("the mark of UTF-8");
    assert_eq!(rows, command(folder.path(), &[&["shortlist", "--all", "-f", "csv"][..], &of].concat()));
    let page = ask("report?seeker=Alpha&lang=ru").body;
    assert_eq!(page, command(folder.path(), &[&["report", "Alpha"][..], &of].concat()));
    let pair = ask("explanation?seeker=Alpha&partner=Beta&lang=ru").body;
    assert_eq!(
        pair,
        command(folder.path(), &[&["explain", "Alpha", "Beta", "-f", "json"][..], &of].concat())
    );
}

#[test]
fn several_files_are_the_files_of_a_folder() {
    let server = Server::start(Limits::default());
    let organizations = "id,name,country,kind\na,Alpha,KZ,distributor\nb,Beta,KR,manufacturer\n".as_bytes();
    let capabilities = "organization,role,term\nb,offer,medical devices\n".as_bytes();
    let files = [
        ("capabilities.csv", capabilities),
        ("C:\\data\\organizations.csv", organizations),
        ("notes.csv", b"x\n1\n"),
    ];
    let uploaded = server.upload("", &files);
    assert_eq!(uploaded.status, 201, "{}", uploaded.text());
    let id = uploaded.json()["id"].as_str().expect("an id").to_string();
    let check = server.get(&format!("/api/v1/profiles/{id}/check")).json();
    let given: Vec<&str> = check["tables"]
        .as_array()
        .expect("tables")
        .iter()
        .filter(|t| t["shipped"] == false)
        .filter_map(|t| t["file"].as_str())
        .collect();
    assert_eq!(given, ["organizations.csv", "capabilities.csv"]);
    assert_eq!(check["findings"][0]["code"], "unknown-table", "{}", check["findings"]);
    let twice =
        server.upload("", &[("organizations.csv", organizations), ("Organizations.csv", organizations)]);
    assert_eq!((twice.status, twice.json()["code"].as_str()), (422, Some("doubled-table")));
    let none = server.upload("", &[("a.csv", b"x\n"), ("b.csv", b"x\n")]);
    assert_eq!((none.status, none.json()["code"].as_str()), (422, Some("no-table")));
}

#[test]
fn an_encoding_can_be_named() {
    let server = Server::start(Limits::default());
    let (text, _, _) = encoding_rs::WINDOWS_1251.encode("name,country\nАлматы,KZ\n");
    let name = |query: &str| {
        server.upload(query, &[("a.csv", &text)]).json()["organizations"][0]["name"]
            .as_str()
            .map(str::to_string)
    };
    assert_eq!(name("encoding=windows-1251").as_deref(), Some("Алматы"));
    assert_ne!(name("encoding=KOI8-R").as_deref(), Some("Алматы"));
    assert_eq!(server.upload("encoding=none", &[("a.csv", &text)]).status, 400);
}

#[test]
fn the_page_is_there_in_every_language_and_runs_its_own_script_alone() {
    let server = Server::start(Limits::default());
    for lang in ["en", "ru", "kk", "uz", "zh", "ko"] {
        let page = server.get(&format!("/?lang={lang}"));
        assert_eq!(page.status, 200);
        assert!(page.text().contains(&format!("<html lang=\"{lang}\">")));
        assert!(
            page.text().contains("script-src &#x27;sha256-") || page.text().contains("script-src 'sha256-")
        );
        assert_eq!(page.header("content-security-policy"), Some("frame-ancestors 'none'"));
    }
    let data = server.get("/api/v1/profiles/given/check");
    assert_eq!(data.header("content-security-policy"), Some("default-src 'none'; frame-ancestors 'none'"));
    for name in ["x-content-type-options", "referrer-policy", "cache-control", "cross-origin-resource-policy"]
    {
        assert!(data.header(name).is_some(), "{name}");
    }
    assert_eq!(server.get("/nowhere").status, 404);
    assert_eq!(server.ask("POST", "/", &[], b"").status, 405);
}
