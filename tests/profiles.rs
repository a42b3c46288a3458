//! The shipped profiles hold together, and hold what the source documents state.

mod common;

use common::{date, rows, shipped};
use silkmatch::read::Bundle;
use silkmatch::reference::Side;
use silkmatch::vocabulary::Lang;
use silkmatch::warning::Severity;
use silkmatch::{Roster, profile::Date};
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

#[test]
fn nothing_is_wrong_with_them() {
    let mut bundle = Bundle::shipped().expect("readable");
    let mut findings = std::mem::take(&mut bundle.findings);
    findings.extend(Roster::build(&bundle, date()).expect("sound").1);
    let grave: Vec<_> = findings.iter().filter(|f| f.code.severity() > Severity::Note).collect();
    assert!(grave.is_empty(), "{grave:#?}");
}

#[test]
fn every_claim_has_its_organization_its_concept_and_its_source() {
    let roster = shipped();
    let claims = rows("profiles/capabilities.csv");
    assert!(claims.len() > 800);
    for claim in &claims {
        assert!(roster.by_id(&claim["organization"]).is_some(), "{claim:?}");
        if claim["role"] != "certification" {
            assert!(roster.taxonomy().concept(&claim["term"]).is_some(), "{claim:?}");
            assert!(["1", "2", "3", "4", "5"].contains(&claim["level"].as_str()), "{claim:?}");
        }
        assert!(!claim["source"].is_empty() && !claim["note"].is_empty(), "{claim:?}");
        let status = claim["status"].as_str();
        match claim["role"].as_str() {
            "need" => assert_eq!(status, "sought", "{claim:?}"),
            "offer" => assert!(["operating", "built", "planned"].contains(&status), "{claim:?}"),
            _ => assert!(["operating", "planned", "sought"].contains(&status), "{claim:?}"),
        }
        // A plan is no capability of today.
        assert!(
            status != "planned" || claim["role"] != "offer" || claim["level"].as_str() <= "2",
            "{claim:?}"
        );
    }
}

#[test]
fn all_organizations_are_there_with_a_known_kind_country_and_source() {
    let organizations = rows("profiles/organizations.csv");
    assert_eq!(organizations.len(), 213);
    for row in &organizations {
        assert!(row["id"].starts_with(&row["country"].to_lowercase()), "{row:?}");
        assert!(!row["source"].is_empty(), "{row:?}");
        let org = shipped().by_id(&row["id"]).expect("resolved");
        assert!(shipped().organization(org).kind.is_some(), "{row:?}");
        if let Some(cluster) = &shipped().organization(org).cluster {
            assert!(shipped().by_id(cluster).is_some(), "{row:?}");
        }
    }
}

#[test]
fn every_concept_has_a_label_in_six_languages_and_no_label_two_concepts() {
    let taxonomy = shipped().taxonomy();
    for concept in taxonomy.concepts() {
        for lang in Lang::ALL {
            let label = taxonomy.preferred(concept, lang.tag());
            assert!(label.is_some_and(|l| !l.trim().is_empty()), "{} in {lang}", taxonomy.id(concept));
        }
    }
    assert_eq!(shipped().lexicon().shared(), []);
}

#[test]
fn every_kind_meets_every_kind_with_a_reason() {
    use silkmatch::profile::Kind;
    for seeker in Kind::ALL {
        for partner in Kind::ALL {
            let fitness = shipped().reference().kinds.fitness(*seeker, *partner);
            assert!(fitness.is_some_and(|f| !f.reason.is_empty()), "{seeker} and {partner}");
        }
    }
    assert!(shipped().taxonomy().complements().iter().all(|c| !c.reason.is_empty()));
}

#[test]
fn every_policy_and_tie_has_a_source_and_a_passed_deadline_is_seen() {
    let policies = &shipped().reference().policies;
    assert!(policies.rows().all(|p| !p.source.is_empty() && !p.target.is_empty()));
    assert!(rows("profiles/ties.csv").iter().all(|t| !t["source"].is_empty()));
    let half =
        policies.rows().find(|p| p.target.contains("50%") && p.side == Side::Wants).expect("the goal of 50%");
    let now = Date::read("2026-11-23").expect("a date");
    assert!(half.deadline.is_some_and(|d| d.is_before(now)));
}

/// `column=value` or `column~part`, joined by ` & `.
fn selects(key: &str, row: &Row) -> bool {
    key.split(" & ").all(|condition| match condition.split_once('~') {
        Some((column, part)) if !column.contains('=') => row.get(column).is_some_and(|c| c.contains(part)),
        _ => condition
            .split_once('=')
            .is_some_and(|(column, value)| row.get(column).is_some_and(|c| c == value)),
    })
}

#[test]
fn every_statement_of_the_source_documents_has_its_row() {
    let tables: BTreeMap<&str, Vec<Row>> = ["organizations", "capabilities", "policies", "ties"]
        .into_iter()
        .map(|t| (t, rows(&format!("profiles/{t}.csv"))))
        .collect();
    let statements = rows("tests/data/statements.csv");
    let distinct: std::collections::BTreeSet<&str> =
        statements.iter().map(|s| s["statement"].as_str()).collect();
    assert!(distinct.len() >= 70, "only {} statements", distinct.len());
    let lost: Vec<_> = statements
        .iter()
        .filter(|s| !tables[s["table"].as_str()].iter().any(|row| selects(&s["key"], row)))
        .map(|s| format!("{}: {}: {} ({})", s["statement"], s["table"], s["key"], s["says"]))
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
