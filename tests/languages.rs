//! docs/languages.md shows every heading and one reason in each language, as the program says them.

use silkmatch::criteria::Pair;
use silkmatch::profile::Date;
use silkmatch::report::Wording;
use silkmatch::report::reason::{Whose, reason};
use silkmatch::roster::Roster;
use silkmatch::vocabulary::{self, Lang, WordSet};
use std::fmt::Write as _;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/languages.md");

/// The keys of the English sentences that begin so, in the order of the file.
fn keys(start: &str) -> Vec<&'static str> {
    let lines = include_str!("../src/report/wording/en.ftl").lines();
    lines.filter(|l| l.starts_with(start)).filter_map(|l| Some(l.split_once(" = ")?.0)).collect()
}

/// A row of Markdown.
fn row(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn table(page: &mut String, title: &str, rows: impl IntoIterator<Item = [String; 6]>) {
    let _ =
        write!(page, "\n## {title}\n\n{}|---|---|---|---|---|---|\n", row(Lang::ALL.map(|l| l.to_string())));
    rows.into_iter().for_each(|cells| page.push_str(&row(cells)));
}

fn page() -> String {
    let wordings = Lang::ALL.map(Wording::new);
    let said = |key: &str| wordings.each_ref().map(|w| w.say(key, &[]));
    let named = |set, key: &str| Lang::ALL.map(|lang| vocabulary::name(set, key, lang).to_string());
    let roster = Roster::shipped(Date::read("2026-11-23").expect("a date")).expect("sound");
    let find = |id: &str| roster.by_id(id).expect(id);
    let mut page = String::from(
        "# Six languages\n\nWhat the program says, in each language of `-l`. `cargo test --test languages` holds this page to it.\n",
    );
    let _ = write!(
        page,
        "\n## A reason for each side\n\nOf `silkmatch shortlist kz-sk-pharmacy --as-of 2026-11-23`.\n\n| | for the seeker | for the partner |\n|---|---|---|\n"
    );
    for (seeker, partner) in [("kz-sk-pharmacy", "kr-khidi"), ("uz-pida", "kr-bioepis")] {
        let pair = Pair { roster: &roster, seeker: find(seeker), partner: find(partner) };
        for wording in &wordings {
            let reasons = [Whose::Seeker, Whose::Partner].map(|whose| reason(pair, whose, wording));
            page.push_str(&row([wording.lang().to_string()].into_iter().chain(reasons)));
        }
    }
    table(
        &mut page,
        "Criteria",
        vocabulary::all(WordSet::Criterion).iter().map(|key| named(WordSet::Criterion, key)),
    );
    table(&mut page, "Headings", keys("head-").into_iter().map(said));
    table(&mut page, "Sheets", keys("sheet-").into_iter().map(said));
    table(&mut page, "Kinds", vocabulary::all(WordSet::Kind).iter().map(|key| named(WordSet::Kind, key)));
    page
}

#[test]
fn the_page_shows_what_the_program_says() {
    let page = page();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PAGE, &page).expect("written");
    }
    let kept = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(kept == page, "docs/languages.md is out of date: UPDATE=1 cargo test --test languages");
}

/// Letters that a sentence of a language has, and those that only another has.
fn is_of(lang: Lang, text: &str) -> bool {
    let has = |test: fn(char) -> bool| text.chars().any(test);
    match lang {
        Lang::En | Lang::Uz => {
            has(|c| c.is_ascii_alphabetic()) && !has(|c| matches!(c, 'а'..='я' | '가'..='힣'))
        }
        Lang::Ru | Lang::Kk => has(|c| matches!(c, 'а'..='я' | 'ә'..='ө')),
        Lang::Zh => has(|c| matches!(c, '\u{4e00}'..='\u{9fff}')),
        Lang::Ko => has(|c| matches!(c, '가'..='힣')),
    }
}

/// Headings that are the same sign or abbreviation everywhere.
const SAME: [&str; 5] = ["head-rank", "head-interval", "head-mrr", "head-ndcg", "head-id"];

#[test]
fn every_heading_is_in_the_letters_of_its_language() {
    for lang in Lang::ALL {
        let wording = Wording::new(lang);
        for key in
            ["head-", "sheet-", "title-", "outcome-", "severity-", "help-", "way-", "ask-"].map(keys).concat()
        {
            let said = wording.say(key, &[]);
            // Some are nothing but their words.
            let own: String = said.split('}').filter_map(|part| part.split('{').next()).collect();
            if !own.chars().any(char::is_alphabetic) {
                continue;
            }
            assert!(SAME.contains(&key) || is_of(lang, &said), "{lang}: {key} = {said}");
        }
    }
}

#[test]
fn a_reason_is_one_sentence_without_gaps_in_every_language() {
    let roster = Roster::shipped(Date::read("2026-11-23").expect("a date")).expect("sound");
    let orgs: Vec<_> = roster.orgs().step_by(7).collect();
    let mut said = 0;
    for lang in Lang::ALL {
        let wording = Wording::new(lang);
        for (seeker, partner) in
            orgs.iter().flat_map(|a| orgs.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b)
        {
            for whose in [Whose::Seeker, Whose::Partner] {
                let reason = reason(Pair { roster: &roster, seeker, partner }, whose, &wording);
                let gap = [
                    "{", "}", "  ", " ,", " ;", "()", "（）", "「」", "“”", "«»", ";;", "seeker-", "partner-",
                ];
                assert!(!gap.iter().any(|gap| reason.contains(gap)), "{lang}: {reason}");
                let is_begun = reason.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_lowercase());
                assert!(is_begun && is_of(lang, &reason), "{lang}: {reason}");
                said += 1;
            }
        }
    }
    assert!(said > 5_000, "{said}");
}
