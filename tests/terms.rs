//! What is accepted, what is refused, and what is told of it; and what holds of any text.

mod common;

use common::{roster, shipped};
use proptest::prelude::*;
use silkmatch::profile::Organization;
use silkmatch::read::{Table, TableName};
use silkmatch::report::suggestion;
use silkmatch::resolve::{Lexicon, NameOutcome, Register, TermOutcome};
use silkmatch::warning::{Code, Finding};

/// A roster of one organization with these offers, and what was told of them.
fn offers(cell: &str) -> (Vec<String>, Vec<Finding>) {
    let table = format!("id,name,country,offers\nx,X,KZ,\"{cell}\"\n");
    let (roster, findings) = roster(&[("organizations", &table)]);
    let org = roster.organization(roster.by_id("x").expect("x"));
    (org.offers.iter().map(|o| roster.taxonomy().id(o.concept).to_string()).collect(), findings)
}

fn codes(findings: &[Finding]) -> Vec<Code> {
    findings.iter().map(|f| f.code).collect()
}

#[test]
fn what_is_understood_counts_and_is_told() {
    for (cell, concepts, told) in [
        ("vaccines", vec!["vaccines"], vec![]),
        ("vaccines, insulin:4", vec!["insulin", "vaccines"], vec![]),
        ("biosimlars", vec!["biosimilars"], vec![Code::FuzzyTerm]),
        ("bio-similar mAbs", vec!["biosimilars", "antibody-drugs"], vec![Code::PhraseTerm]),
        ("vaccine hesitancy", vec![], vec![Code::BroaderTerm]),
        ("horse riding", vec![], vec![Code::UnknownTerm]),
    ] {
        let (mut found, findings) = offers(cell);
        let mut concepts: Vec<String> = concepts.into_iter().map(String::from).collect();
        found.sort();
        concepts.sort();
        assert_eq!((found, codes(&findings)), (concepts, told), "{cell}");
    }
}

#[test]
fn a_homonym_counts_beside_a_concept_of_its_facet_alone() {
    assert_eq!(codes(&offers("КТ").1), [Code::AmbiguousTerm]);
    assert_eq!(codes(&offers("КТ; телемедицина").1), [Code::AmbiguousTerm]);
    let (found, findings) = offers("КТ; МРТ");
    assert!(found.contains(&"ct".to_string()), "{found:?}");
    assert_eq!(findings, []);
    // In the capabilities the other rows of the organization are the context, in any order.
    let organizations = "id,name,country\nx,X,KZ\n";
    for rows in ["x,offer,КТ\nx,offer,МРТ\n", "x,offer,МРТ\nx,offer,КТ\n"] {
        let table = format!("organization,role,term\n{rows}");
        let (roster, _) = roster(&[("organizations", organizations), ("capabilities", &table)]);
        assert_eq!(roster.organization(roster.by_id("x").expect("x")).offers.len(), 2, "{rows}");
    }
}

#[test]
fn guards_hold() {
    let lexicon = shipped().lexicon();
    for (term, outcome) in [
        ("нестерильные инъекционные препараты", "refused"),
        ("clinical trials of vaccines", "broader"),
        ("비의료기기", "refused"),
        ("GDP", "refused"),
    ] {
        let found = lexicon.resolve(term, &[]);
        assert!(found.accepted().is_empty(), "{term}: {found:?}");
        assert!(outcome == "refused" || found.as_str() == outcome, "{term}: {found:?}");
    }
}

#[test]
fn own_labels_add_and_a_contradiction_is_told() {
    let organizations = "id,name,country,offers\nx,X,KZ,магнитики\n";
    let own = "concept,lang,text\nmri,ru,магнитики\nxray,en,vaccines\n";
    let (roster, findings) = roster(&[("organizations", organizations), ("labels", own)]);
    assert_eq!(roster.organization(roster.by_id("x").expect("x")).offers.len(), 1);
    assert_eq!(codes(&findings), [Code::SharedLabel]);
    assert_eq!(roster.lexicon().resolve("vaccines", &[]).as_str(), "ambiguous");
}

#[test]
fn a_name_not_as_listed_is_told() {
    let organizations = "id,name,country\nx,Samsung Biologics,KR\ny,Samsung Bioepis,KR\n";
    let capabilities = "organization,role,term\nСамсунг Биолоджикс,offer,vaccines\nSamsung,offer,vaccines\n";
    let (roster, findings) = roster(&[("organizations", organizations), ("capabilities", capabilities)]);
    assert_eq!(roster.organization(roster.by_id("x").expect("x")).offers.len(), 1);
    assert_eq!(codes(&findings), [Code::FuzzyName, Code::UnknownOrganization]);
}

#[test]
fn unknown_terms_make_a_table_of_labels_that_is_read_once_filled_in() {
    let organizations = "id,name,country,offers\nx,X,KZ,чудо-прибор\ny,Y,KZ,чудо-прибор; вакцины лошадей\n";
    let (own, findings) = roster(&[("organizations", organizations)]);
    let unknown = suggestion::unknown(&own, &findings);
    assert_eq!((unknown[0].text.as_str(), unknown[0].count), ("чудо-прибор", 2));
    let mut written = Vec::new();
    silkmatch::render::csv::write(&mut written, &suggestion::labels(&unknown)).expect("in memory");
    let filled =
        String::from_utf8(written).expect("UTF-8").replace("\n,,чудо-прибор", "\nmri,ru,чудо-прибор");
    let (again, findings) = roster(&[("organizations", organizations), ("labels", &filled)]);
    assert_eq!(again.organization(again.by_id("x").expect("x")).offers.len(), 1);
    // What was left open is told, and counts for nothing.
    assert_eq!(codes(&findings), [Code::UnknownConcept, Code::BroaderTerm]);
}

#[test]
fn no_shipped_label_is_another_concept() {
    let lexicon = shipped().lexicon();
    for (concept, text) in lexicon.labels() {
        match lexicon.resolve(text, &[]) {
            TermOutcome::Ambiguous { candidates } => {
                assert!(candidates.iter().any(|n| n.concept == concept), "{text}")
            }
            outcome => assert_eq!(outcome.concept(), Some(concept), "{text}: {outcome:?}"),
        }
        assert!(
            lexicon
                .resolve_cell(text, &[])
                .iter()
                .flat_map(|p| p.outcome.accepted())
                .all(|n| n.concept == concept),
            "{text}"
        );
    }
}

/// The shipped labels with their rows in another order.
fn shuffled() -> Lexicon {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/profiles/labels.csv");
    let text = std::fs::read_to_string(path).expect("the labels");
    let (header, rows) = text.split_once('\n').expect("a header");
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.sort_by_key(|row| row.bytes().rev().collect::<Vec<_>>());
    let text = format!("{header}\n{}\n", rows.join("\n"));
    let place = silkmatch::error::Place::file("labels.csv");
    let table = Table::parse(&text, place, TableName::Labels, &mut Vec::new()).expect("sound");
    Lexicon::build(shipped().taxonomy(), [&table].into_iter(), &mut Vec::new())
}

#[test]
fn the_order_of_the_table_does_not_matter() {
    let (lexicon, other) = (shipped().lexicon(), shuffled());
    assert_eq!(lexicon.len(), other.len());
    for row in common::rows("tests/data/terms.csv") {
        assert_eq!(
            lexicon.resolve_cell(&row["text"], &[]),
            other.resolve_cell(&row["text"], &[]),
            "{}",
            row["text"]
        );
    }
}

#[test]
fn the_order_of_the_register_does_not_matter() {
    let mut all: Vec<Organization> = shipped().orgs().map(|o| shipped().organization(o).clone()).collect();
    let id = |all: &[Organization], outcome: NameOutcome| match outcome {
        NameOutcome::One(c) => Some((all[c.position].id.clone(), c.name)),
        NameOutcome::Several(_) | NameOutcome::None(_) => None,
    };
    let names = common::rows("tests/data/names.csv");
    let resolve = |all: &[Organization]| {
        let register = Register::build(all);
        names.iter().map(|row| id(all, register.resolve(&row["text"]))).collect::<Vec<_>>()
    };
    let first = resolve(&all);
    all.reverse();
    assert_eq!(first, resolve(&all));
}

proptest! {
    #[test]
    fn any_text_has_an_answer(text in any::<String>()) {
        shipped().lexicon().resolve_cell(&text, &[]);
        shipped().resolve_name(&text);
    }

    #[test]
    fn any_mixture_of_labels_has_an_answer(picks in proptest::collection::vec((0usize..9000, "[ ,;/·и&+—비非 ]{0,3}"), 1..4)) {
        let labels: Vec<&str> = shipped().lexicon().labels().map(|(_, text)| text).collect();
        let text: String = picks.iter().map(|(i, mark)| format!("{}{mark}", labels[i % labels.len()])).collect();
        for part in shipped().lexicon().resolve_cell(&text, &[]) {
            for near in part.outcome.accepted().iter().chain(part.outcome.suggestions()) {
                prop_assert!((0.0..=1.0).contains(&near.score), "{text}: {near:?}");
            }
        }
        shipped().resolve_name(&text);
    }
}
