//! The local page: the journey of an officer, from her file to the plan.

use crate::books;
use crate::chromium::{Browser, program};
use crate::common;
use crate::http::Server;
use serde_json::{Value, json};
use silkmatch::criterion::Criterion;
use silkmatch::engine::{self, Query};
use silkmatch::preset;
use silkmatch::report::shortlist::hundredths;
use silkmatch::serve::Limits;
use silkmatch::weigh::adjust;
use std::path::Path;

/// Names that would run if they were taken for anything but names.
const FORUM: &str = "id,name,country,kind,offers,needs\n\
    a,\"<img src=x onerror=\"\"window.ran=1\"\"> & Co\",KZ,distributor,distribution:4,vaccines:5;medical devices\n\
    b,\"</script><script>window.ran=1</script>\",KR,manufacturer,medical devices:4,distribution\n\
    c,=HYPERLINK(),KR,manufacturer,vaccines:9,distribution\n\
    ,,KR,,,\n";

fn visit(program: &str, server: &Server) -> Browser {
    Browser::visit(program, &format!("http://127.0.0.1:{}/", server.port))
}

/// Waits for the live page in its frame, and for what it says of its weights.
fn live(browser: &mut Browser) {
    browser.wait_for(
        "byId('waiting').hidden && !!byId('live').contentDocument?.body?.classList.contains('live')",
    );
    browser.wait_for("weights !== ''");
}

/// The first rows of the live page: name and score.
fn rows(browser: &mut Browser) -> Vec<[String; 2]> {
    let rows = browser.eval(
        "[...byId('live').contentDocument.querySelectorAll('tr.match')].map((row) =>
           ['.open bdi', '.score'].map((part) => row.querySelector(part).textContent))",
    );
    serde_json::from_value(rows).expect("two cells a row")
}

#[test]
fn a_file_goes_in_and_findings_partners_and_a_plan_come_out() {
    let Some(program) = program() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("<b>forum<img src=x onerror=window.ran=1>.csv");
    std::fs::write(&file, FORUM).expect("written");
    let server = Server::start(Limits::default());
    let mut browser = visit(program, &server);
    assert_eq!(browser.eval("state.profiles.organizations.length"), json!(common::shipped().len()));

    browser.choose("files", &[&file]);
    browser.wait_for("state.profiles.id !== page.given && byId('waiting').hidden");
    let findings = browser.eval("byId('findings').textContent");
    let findings = findings.as_str().expect("text");
    assert!(findings.contains("line 4") && findings.contains("9"), "{findings}");
    assert!(findings.contains("from 1 to 5"), "the remedy: {findings}");
    let shown = browser.eval("byId('loaded').textContent + byId('tables').textContent");
    assert!(
        shown.as_str().is_some_and(|s| s.contains("<b>forum<img src=x onerror=window.ran=1>.csv")),
        "{shown}"
    );

    browser.eval("location.hash = '#partners'");
    live(&mut browser);
    browser.eval("byId('seeker').value = 'a'; byId('seeker').dispatchEvent(new Event('change'))");
    browser.wait_for("byId('live').contentDocument?.title.includes('& Co')");
    live(&mut browser);
    let names: Vec<String> = rows(&mut browser).into_iter().map(|[name, _]| name).collect();
    assert!(names.contains(&"</script><script>window.ran=1</script>".to_string()), "{names:?}");
    browser.eval("byId('live').contentDocument.querySelector('.open').click()");
    assert_eq!(
        browser.eval("byId('live').contentDocument.querySelectorAll('.explanation').length"),
        json!(1)
    );

    browser.eval("location.hash = '#plan'; byId('example').click(); byId('delegation-form').requestSubmit()");
    browser.wait_for("byId('planned').querySelectorAll('table').length > 3 && byId('waiting').hidden");
    let planned = browser.eval("byId('planned').textContent");
    assert!(planned.as_str().is_some_and(|p| p.contains("& Co") && p.contains("09:30")), "{planned}");
    assert_eq!(browser.eval("byId('plan-downloads').querySelectorAll('button').length > 2"), json!(true));

    // A workbook is taken as it is; what stands in the field goes before it.
    let book = folder.path().join("visit.xlsx");
    let settings = books::rows("setting|value\nname|Of a workbook\nmembers|a\nhosts: country|KR");
    let days = books::rows("date|slots\n2027-06-14|09:30; 10:30");
    std::fs::write(&book, books::xlsx(&[("delegation", &settings), ("days", &days)])).expect("written");
    browser.choose("delegation-file", &[&book]);
    browser.wait_for("byId('delegation').placeholder === 'visit.xlsx'");
    browser.eval("byId('delegation-form').requestSubmit()");
    browser.wait_for("byId('planned').textContent.includes('Of a workbook') && byId('waiting').hidden");

    // A mistake is told with its place and its remedy.
    browser.eval("byId('delegation').value = 'member = []'; byId('delegation-form').requestSubmit()");
    browser.wait_for("!byId('trouble').hidden");
    let trouble = browser.eval("byId('trouble').textContent");
    assert!(trouble.as_str().is_some_and(|t| t.contains("line 1") && t.contains("members")), "{trouble}");

    browser.eval("location.hash = '#data'; byId('loaded').querySelector('button').click()");
    browser.wait_for("state.profiles.id === page.given && byId('waiting').hidden");
    assert_eq!(browser.eval("'ran' in window || 'ran' in byId('live').contentWindow"), json!(false));
    // The one thing that the log has is the mistake, as the answer that it was.
    let faults = browser.faults();
    assert!(faults.iter().all(|f| f.contains("status of 422")) && faults.len() == 1, "{faults:#?}");
}

#[test]
fn weights_of_the_live_page_are_those_of_the_downloads() {
    let Some(program) = program() else { return };
    let server = Server::start(Limits::default());
    let mut browser = visit(program, &server);
    browser.eval("location.hash = '#partners'");
    browser.wait_for("byId('seeker').options.length > 100");
    browser
        .eval("byId('seeker').value = 'kz-sk-pharmacy'; byId('seeker').dispatchEvent(new Event('change'))");
    browser.wait_for("byId('live').contentDocument?.title.includes('SK-Pharmacy')");
    live(&mut browser);
    browser.eval(
        "(() => { const s = byId('live').contentDocument.getElementById('weight-field'); s.value = '62.5';
           s.dispatchEvent(new Event('input')); s.dispatchEvent(new Event('change')); })()",
    );
    browser.wait_for("weights.includes('field=0.625')");

    let roster = common::shipped();
    let mut query = Query::new(preset::all()[0].weights().expect("sound"));
    query.weights = adjust::set(&query.weights, Criterion::Field, 0.625, &[]).expect("possible");
    let list = engine::shortlist(roster, common::org(roster, "kz-sk-pharmacy"), &query);
    let expected: Vec<[String; 2]> = list
        .matches
        .iter()
        .map(|m| [roster.organization(m.partner).name.clone(), hundredths(m.score.to_f64())])
        .collect();
    assert_eq!(rows(&mut browser), expected);
    let json =
        "[...byId('list-downloads').querySelectorAll('a')].find((a) => a.download.endsWith('.json')).href";
    let saved = browser.eval(&format!("fetch({json}).then((answer) => answer.json())"));
    let saved: Vec<(String, f64)> = saved["matches"]
        .as_array()
        .expect("matches")
        .iter()
        .map(|m| (m["partner"].as_str().expect("an id").to_string(), m["score"].as_f64().expect("a score")))
        .collect();
    let exact = list.matches.iter().map(|m| (roster.organization(m.partner).id.clone(), m.score.to_f64()));
    assert_eq!(saved, exact.collect::<Vec<_>>(), "to the last bit");
    assert_eq!(browser.faults(), Vec::<String>::new());
}

#[test]
fn the_page_outlives_its_upload_and_a_change_of_language() {
    let Some(program) = program() else { return };
    let server = Server::start(Limits::default());
    let mut browser = visit(program, &server);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("forum.csv");
    std::fs::write(&file, FORUM).expect("written");
    browser.choose("files", &[Path::new(&file)]);
    browser.wait_for("state.profiles.id !== page.given && byId('waiting').hidden");
    let id = browser.eval("state.profiles.id");
    browser.eval("byId('lang').value = 'ru'; byId('lang').dispatchEvent(new Event('change'))");
    browser.wait_for("document.documentElement.lang === 'ru' && document.body.classList.contains('live')");
    assert_eq!(browser.eval("state.profiles.id"), id);
    let gone = server.ask("DELETE", &format!("/api/v1/profiles/{}", id.as_str().expect("an id")), &[], b"");
    assert_eq!(gone.status, 204);
    browser.eval("location.reload()");
    browser.wait_for("document.body.classList.contains('live') && !byId('trouble').hidden");
    assert_eq!(browser.eval("state.profiles.id"), json!("given"));
    let faults: Vec<Value> =
        browser.faults().iter().map(|f| serde_json::from_str(f).expect("JSON")).collect();
    assert_eq!(faults.len(), 1, "{faults:#?}");
}

#[test]
fn nothing_is_wider_than_a_phone() {
    let Some(program) = program() else { return };
    let server = Server::start(Limits::default());
    let mut browser = visit(program, &server);
    for (width, height) in [(390, 800), (1280, 900)] {
        browser.size(width, height);
        for view in ["data", "partners", "plan"] {
            browser.eval(&format!("location.hash = '#{view}'"));
            browser.wait_for(&format!("!byId('{view}').hidden && byId('waiting').hidden"));
            let wide = browser.eval("document.documentElement.scrollWidth > window.innerWidth");
            assert_eq!(wide, json!(false), "{view} at {width}");
        }
    }
    assert_eq!(browser.faults(), Vec::<String>::new());
}
