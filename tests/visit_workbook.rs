//! A delegation as a workbook: the same as its TOML, in any of the six languages, with errors at the cell.

#[path = "common/books.rs"]
mod books;
mod common;

use books::rows;
use silkmatch::error::{Error, Place};
use silkmatch::plan::{self, Delegation};
use silkmatch::read::{Given, Settings, Source};
use silkmatch::vocabulary::{self, Lang, WordSet};
use silkmatch::warning::Finding;

/// Reads sheets, each a name and rows with `|` between the cells.
fn read(sheets: &[(&str, &str)]) -> (Result<Delegation, Error>, Vec<Finding>) {
    let tables: Vec<(&str, Vec<Vec<String>>)> = sheets.iter().map(|(n, text)| (*n, rows(text))).collect();
    let sheets: Vec<(&str, &[Vec<String>])> = tables.iter().map(|(n, t)| (*n, t.as_slice())).collect();
    let source = Source::memory("visit.xlsx", books::xlsx(&sheets));
    let mut findings = Vec::new();
    let settings = Settings::open(&source, &mut findings);
    (settings.and_then(|s| plan::read(&s, common::shipped())), findings)
}

fn of_toml(text: &str) -> Delegation {
    let settings = Settings::new(text, Place::file("visit.toml"));
    settings.and_then(|s| plan::read(&s, common::shipped())).unwrap_or_else(|e| panic!("{e}"))
}

/// Without the place at which the weights are named, which is all that may differ.
fn placeless(mut delegation: Delegation) -> Delegation {
    let weights = delegation.weights.take();
    delegation.weights = weights.map(|g| Given { value: g.value, place: Place::file("") });
    delegation
}

const TOML: &str = r#"
name = "Almaty to Wonju"
members = ["kz-dolce", "kz-ordamed", "kz-sk-pharmacy"]
hosts = ["kr-emclab", "kr-khidi", "kr-wmit", "kr-songdo"]
seats = 2
weights = "technology-transfer"
ties = "refresh"
objectives = ["minimum", "total", "spread"]
minutes = 60
minutes_between_places = 15

[limits]
member = { min = 1, max = 3 }
host = { max = 2 }
lowest_score = 0.05

[[member]]
org = "kz-dolce"
min = 2

[[host]]
org = "kr-khidi"
city = "Wonju"
max = 1

[[day]]
date = 2027-06-29
city = ["Wonju", "Seoul"]
slots = ["09:30", "11:00", "14:00"]
tables = 2

[[day]]
date = 2027-06-30
city = "Incheon"
hosts_from = ["Wonju"]
slots = ["10:00", "11:15"]

[[travel]]
between = ["Wonju", "Incheon"]
minutes = 120

[[travel]]
between = ["kr-wmit", "KHIDI"]
minutes = 35

[[rule]]
must = ["kz-dolce", "kr-wmit"]
slot = "2027-06-29 09:30"

[[rule]]
before = ["kr-wmit", "kr-emclab"]

[[rule]]
away = { who = "kz-ordamed", slots = ["2027-06-30", "2027-06-29 14:00"] }

[[quota]]
of = "hosts"
kind = "laboratory"
min = 1

[[quota]]
name = "makers"
of = "member-meetings"
who = ["kz-dolce", "kz-ordamed"]
min = 2
max = 4

[[quota]]
of = "members"
each = "city"
share = 0.5
"#;

const RUSSIAN: [(&str, &str); 7] = [
    (
        "Делегация",
        "Настройка|Значение\nНазвание|Almaty to Wonju\nмест|2\nвеса|technology-transfer\nсвязи|обновить\n\
         цели|минимум; сумма; охват\nминут на встречу|60\nминут между местами|15\nвстреч участника не меньше|1\n\
         встреч участника не больше|3\nвстреч принимающей стороны не больше|2\nнаименьшая оценка|0,05",
    ),
    ("Участники", "Организация|Минимум|Максимум\nkz-dolce|2|\nkz-ordamed||\nkz-sk-pharmacy||"),
    ("Принимающие", "Организация|Город|Максимум\nkr-emclab||\nkr-khidi|Wonju|1\nkr-wmit||\nkr-songdo||"),
    (
        "Дни",
        "План поездки|||||\nДата|Город|Время встреч|Столы|Приезжают из\n\
         29.06.2027|Wonju; Seoul|9:30; 11:00; 14:00|2|\n2027-06-30|Incheon|10:00; 11:15||Wonju",
    ),
    ("Переезды", "Откуда|Куда|Минуты\nWonju|Incheon|120\nkr-wmit|KHIDI|35"),
    (
        "Правила",
        "Правило|Кто|Время встреч\nобязательно|kz-dolce; kr-wmit|2027-06-29 09:30\nраньше|kr-wmit; kr-emclab|\n\
         отсутствует|kz-ordamed|2027-06-30; 2027-06-29 14:00",
    ),
    (
        "Квоты",
        "Название|Что считать|Кто|Вид|Для каждого|Минимум|Максимум|Доля\n|принимающие||laboratory||1||\n\
         makers|встречи участников|kz-dolce; kz-ordamed|||2|4|\n|участники|||город|||0.5",
    ),
];

#[test]
fn a_workbook_means_the_same_as_its_toml() {
    let (delegation, findings) = read(&RUSSIAN);
    assert_eq!(placeless(delegation.expect("sound")), placeless(of_toml(TOML)));
    // The row above the header of the days is told, and nothing else.
    assert_eq!(findings.len(), 1, "{findings:?}");
}

/// The words of a language for a set, with `|` between, to be the cells of a row.
fn words(set: WordSet, keys: &[&str], lang: Lang) -> String {
    keys.iter().map(|key| vocabulary::name(set, key, lang)).collect::<Vec<_>>().join("|")
}

#[test]
fn ways_and_groups_are_read_in_every_language() {
    let toml = "from = \"KZ\"\nseats = 2\nminutes_between_places = 20\nhosts = [\"kr-wmit\", \"kr-khidi\"]\n\
                [[day]]\ndate = 2027-06-29\nslots = [\"09:30\", \"11:00\"]\n\
                [[travel]]\nbetween = [\"kr-wmit\", \"kr-khidi\"]\nminutes = 45\n\
                [[quota]]\nname = \"A\"\nof = \"member-meetings\"\nwho = [\"kz-dolce\", \"kz-ordamed\"]\nmax = 3";
    for lang in Lang::ALL {
        let columns = |keys: &[&str]| words(WordSet::Column, keys, lang);
        let set = |key: &str| words(WordSet::Setting, &[key], lang);
        let sheets = [
            (
                "delegation",
                format!(
                    "{}\n{}|KZ\n{}|2\n{}|20\n{}|kr-wmit; kr-khidi",
                    columns(&["setting", "value"]),
                    set("from"),
                    set("seats"),
                    set("minutes_between_places"),
                    set("hosts")
                ),
            ),
            ("days", format!("{}\n2027-06-29|09:30; 11:00", columns(&["date", "slots"]))),
            ("travel", format!("{}\nkr-wmit|kr-khidi|45", columns(&["from", "to", "minutes"]))),
            (
                "quotas",
                format!(
                    "{}\nA|{}|kz-dolce; kz-ordamed|3",
                    columns(&["name", "of", "who", "max"]),
                    words(WordSet::Choice, &["member-meetings"], lang)
                ),
            ),
        ];
        let named = sheets.map(|(key, rows)| (vocabulary::name(WordSet::Table, key, lang).to_string(), rows));
        let named: Vec<(&str, &str)> = named.iter().map(|(n, rows)| (n.as_str(), rows.as_str())).collect();
        let (delegation, findings) = read(&named);
        assert!(findings.is_empty(), "{lang}: {findings:?}");
        assert_eq!(delegation.unwrap_or_else(|e| panic!("{lang}: {e}")), of_toml(toml), "{lang}");
    }
}

const DAYS: (&str, &str) = ("days", "date|slots\n2027-06-29|09:30; 11:00");

#[test]
fn filters_are_settings_of_their_own() {
    let settings = "setting|value\nfrom|KZ\nseats|2\nhosts: country|KR\nhosts: kind|laboratory; cluster\nhosts: except|kr-khidi";
    let (delegation, _) = read(&[("delegation", settings), DAYS]);
    let toml = "from = \"KZ\"\nseats = 2\n[hosts]\ncountry = \"KR\"\nkind = [\"laboratory\", \"cluster\"]\nexcept = \"kr-khidi\"\n\
                [[day]]\ndate = 2027-06-29\nslots = [\"09:30\", \"11:00\"]";
    assert_eq!(delegation.expect("sound"), of_toml(toml));
}

#[test]
fn what_is_wrong_is_named_with_its_sheet_and_cell() {
    let settings = ("delegation", "setting|value\nfrom|KZ\nseats|two\nhosts: country|KR");
    let named = ("delegation", "setting|value\nfrom|KZ\nseats|2\nhosts: country|KR");
    let cases: [(&[(&str, &str)], &str); 10] = [
        (
            &[settings, DAYS],
            "visit.xlsx, sheet delegation, cell B3 (value): `seats` is `two`; it has to be a whole number",
        ),
        (
            &[("delegation", "setting|value\nseets|2"), DAYS],
            "visit.xlsx, sheet delegation, cell A2 (setting): found the key `seets`",
        ),
        (
            &[named, ("days", "date|slots\n2027-06-29|09:30; 25:00")],
            "visit.xlsx, sheet days, cell B2 (slots): `25:00` is no time of day",
        ),
        (
            &[named, DAYS, ("rules", "rule|who\nsometimes|kz-dolce; kr-wmit")],
            "visit.xlsx, sheet rules, cell A2 (rule): `sometimes` is no rule; one of must",
        ),
        (
            &[named, DAYS, ("rules", "rule|who|slots\nmust|kz-dolce; kr-wmit|2027-06-28 09:30")],
            "visit.xlsx, sheet rules, cell C2 (slots): `2027-06-28 09:30` is no slot",
        ),
        (
            &[named, DAYS, ("members", "organization|min\nkz-dolce|-1")],
            "visit.xlsx, sheet members, cell B2 (min): `min` is `-1`",
        ),
        (
            &[named, DAYS, ("travel", "from|to|minutes\nkr-khidi|kr-wmitt|30")],
            "visit.xlsx, sheet travel, cell B2 (to): `kr-wmitt` is neither a city nor a host of the visit",
        ),
        (
            &[named, DAYS, ("travel", "from|to|minutes\nkr-khidi|kr-wmit|-30")],
            "visit.xlsx, sheet travel, cell C2 (minutes): `minutes` is `-30`",
        ),
        (
            &[named, DAYS, ("quotas", "of|who|min\nmeetings|kz-dolce|1")],
            "visit.xlsx, sheet quotas, cell B2 (who): `kz-dolce` is not among the hosts",
        ),
        (&[named], "visit.xlsx: the workbook has no sheet `days`"),
    ];
    for (sheets, message) in cases {
        let error = read(sheets).0.expect_err(message);
        assert!(error.to_string().starts_with(message), "{error}");
        assert!(error.remedy().is_some(), "{error}");
    }
}

#[test]
fn a_sheet_that_is_none_of_a_delegation_is_told() {
    let named = ("delegation", "setting|value\nfrom|KZ\nseats|2\nhosts: country|KR");
    let (delegation, findings) = read(&[named, DAYS, ("Sheet9", "a|b\n1|2")]);
    assert!(delegation.is_ok());
    assert_eq!(findings.len(), 1);
    assert!(
        findings[0].hint.as_deref().is_some_and(|hint| hint.contains("delegation, days")),
        "{findings:?}"
    );
}
