//! Values that are wrong, look-alike characters, and what was lost or garbled on the way.

use super::Case;
use unicode_normalization::UnicodeNormalization;

pub fn add(cases: &mut Vec<Case>) {
    wrong(cases);
    invisible(cases);
    damaged(cases);
}

const HEAD: &str = "id,name,country,kind,offers,needs,languages,size,wants,as_of\n";

/// A row under [`HEAD`] that is sound but for the cells that are given.
fn row(changes: &[(usize, &str)]) -> String {
    let mut cells = ["b", "Beta", "KR", "", "insulin:5", "vaccines", "", "", "", ""];
    changes.iter().for_each(|(at, cell)| cells[*at] = cell);
    cells.map(|c| if c.contains(',') { format!("\"{c}\"") } else { c.to_string() }).join(",")
}

fn wrong(cases: &mut Vec<Case>) {
    let first = "a,Alpha,KZ,,vaccines:4,insulin:2,,,,";
    let whole = ["Alpha|KZ|vaccines:4|insulin:2", "Beta|KR|insulin:5|vaccines"];
    let without_offer = ["Alpha|KZ|vaccines:4|insulin:2", "Beta|KR||vaccines"];
    let alone = &whole[..1];
    for (name, changes, rows, code, column) in [
        ("level 9", &[(4, "insulin:9")][..], &without_offer[..], "bad-level", "offers"),
        ("level 0", &[(4, "insulin:0")], &without_offer, "bad-level", "offers"),
        (
            "level 6 with a must",
            &[(5, "vaccines!:6")],
            &["Alpha|KZ|vaccines:4|insulin:2", "Beta|KR|insulin:5|"],
            "bad-level",
            "needs",
        ),
        ("no such country", &[(2, "Atlantis")], alone, "unknown-country", "country"),
        ("an empty country", &[(2, "")], alone, "unknown-country", "country"),
        ("a withdrawn code", &[(2, "SU")], alone, "unknown-country", "country"),
        ("an empty name", &[(1, "")], alone, "missing-value", "name"),
        ("a name of spaces", &[(1, " \u{a0}\u{200b}")], alone, "missing-value", "name"),
        ("an id twice", &[(0, "a")], alone, "duplicate-id", "id"),
        ("no such kind", &[(3, "spaceship")], &whole, "unknown-kind", "kind"),
        ("no such language", &[(6, "Martian")], &whole, "bad-language", "languages"),
        ("no such size", &[(7, "huge")], &whole, "bad-choice", "size"),
        ("a wanted country that is none", &[(8, "KZ; Atlantis")], &whole, "unknown-country", "wants"),
        ("a date that is none", &[(9, "2026-02-30")], &whole, "bad-date", "as_of"),
        ("a date of another order", &[(9, "14.06.2026")], &whole, "bad-date", "as_of"),
        ("#N/A", &[(2, "#N/A")], alone, "error-cell", "country"),
        ("#REF! in a list", &[(4, "#REF!")], alone, "error-cell", "offers"),
        ("#Н/Д", &[(1, "#Н/Д")], alone, "error-cell", "name"),
        ("a column too narrow", &[(9, "########")], alone, "error-cell", "as_of"),
    ] {
        let text = format!("{HEAD}{first}\n{}\n", row(changes));
        let place = format!("line 3, column {column}");
        cases.push(Case::told("value", name, text, rows, &[(code, &place)]));
    }
    let without = "name,country\nAlpha,KZ\n—,KZ\n";
    cases.push(Case::told(
        "value",
        "a name that makes no id",
        without,
        &["Alpha|KZ||"],
        &[("missing-value", "line 3, column name")],
    ));
    let same = "name,country\nAlpha,KZ\nALPHA,KR\n";
    cases.push(Case::told(
        "value",
        "two names of one id",
        same,
        &["Alpha|KZ||"],
        &[("duplicate-id", "line 3, column name")],
    ));
    let formula = "name,country,note\n=HYPERLINK(\"x\"),KZ,+1\n"
        .replace("=HYPERLINK(\"x\")", "\"=HYPERLINK(\"\"x\"\")\"");
    cases.push(Case::rows("value", "a formula as a name", formula, &["=HYPERLINK(\"x\")|KZ||"]));
    let thousands = "name,country,size\nAlpha,KZ,1 200\nBeta,KR,\"1,200\"\nGamma,UZ,1\u{a0}200\n";
    cases.push(Case::rows(
        "value",
        "thousand separators",
        thousands,
        &["Alpha|KZ||", "Beta|KR||", "Gamma|UZ||"],
    ));
    let zeros = "id,name,country\n007,Alpha,KZ\n7,Beta,KR\n";
    cases.push(Case::rows("value", "leading zeros make another id", zeros, &["Alpha|KZ||", "Beta|KR||"]));
    let many: String = (0..60).map(|n| format!("Org {n},Atlantis\n")).collect();
    let places: Vec<String> = (0..60).map(|n| format!("line {}, column country", n + 2)).collect();
    let told: Vec<(&'static str, &str)> = places.iter().map(|p| ("unknown-country", p.as_str())).collect();
    cases.push(Case::told(
        "value",
        "sixty faults, all gathered",
        format!("name,country\n{many}"),
        &[],
        &told,
    ));
}

fn invisible(cases: &mut Vec<Case>) {
    for (name, text, row) in [
        (
            "no-break spaces",
            "name,country,offers\nAlpha\u{a0}Centre,\u{a0}KZ,vaccines:\u{a0}4\n",
            "Alpha Centre|KZ|vaccines:4|",
        ),
        (
            "narrow no-break spaces",
            "name,country,offers\nAlpha\u{202f}Centre,KZ,vaccines:4\n",
            "Alpha Centre|KZ|vaccines:4|",
        ),
        (
            "ideographic spaces",
            "name,country,offers\n\u{3000}Alpha\u{3000},KZ\u{3000},vaccines:4\n",
            "Alpha|KZ|vaccines:4|",
        ),
        (
            "characters without width",
            "name,country,offers\nAl\u{200b}pha,K\u{200b}Z,vac\u{200b}cines:4\n",
            "Alpha|KZ|vaccines:4|",
        ),
        (
            "marks of direction",
            "name,country,offers\n\u{200e}Alpha\u{202c},KZ,vaccines:4\n",
            "Alpha|KZ|vaccines:4|",
        ),
        ("soft hyphens", "name,country,offers\nAl\u{ad}pha,KZ,vac\u{ad}cines:4\n", "Alpha|KZ|vaccines:4|"),
        (
            "a mark inside the file",
            "name,country,offers\n\u{feff}Alpha,KZ,vaccines:4\n",
            "Alpha|KZ|vaccines:4|",
        ),
        ("full-width level", "name,country,offers\nAlpha,KZ,vaccines：４\n", "Alpha|KZ|vaccines:4|"),
        ("full-width country", "name,country,offers\nAlpha,ＫＺ,vaccines:4\n", "Alpha|KZ|vaccines:4|"),
        (
            "full-width separator of a list",
            "name,country,offers\nAlpha,KZ,vaccines:4；insulin：2\n",
            "Alpha|KZ|vaccines:4;insulin:2|",
        ),
        ("Cyrillic letters in a term", "name,country,offers\nAlpha,KZ,vаccines:4\n", "Alpha|KZ|vаccines:4|"),
    ] {
        cases.push(Case::rows("invisible", name, text, &[row]));
    }
    let parts: String = "name,country,offers\n한국,KR,백신:4\n".nfd().collect();
    cases.push(Case::rows("invisible", "Hangul in parts", parts, &["한국|KR|백신:4|"]));
}

fn damaged(cases: &mut Vec<Case>) {
    for (name, cell) in [
        ("Kazakh letters", "?аза?стан орталы?ы"),
        ("a whole Korean name", "???????"),
        ("an Uzbek letter", "О?збекфарм"),
        ("the sign for what cannot be read", "Caf\u{fffd} Sant\u{fffd}"),
    ] {
        let row = format!("{cell}|KZ||");
        let text = format!("id,name,country\nx,{cell},KZ\n");
        cases.push(Case::told(
            "damage",
            format!("lost: {name}"),
            text,
            &[&row],
            &[("lost-letters", "line 2, column name")],
        ));
    }
    for (name, meant, wrong) in [
        ("Russian as windows-1251", "Вакцины", encoding_rs::WINDOWS_1251),
        ("Russian as windows-1252", "Вакцины", encoding_rs::WINDOWS_1252),
        ("Chinese as windows-1252", "中国药", encoding_rs::WINDOWS_1252),
        ("French as windows-1252", "Santé", encoding_rs::WINDOWS_1252),
    ] {
        let (cell, _, _) = wrong.decode(meant.as_bytes());
        let row = format!("{}|KZ||", cell);
        let text = format!("id,name,country\nx,{cell},KZ\n");
        cases.push(Case::told(
            "damage",
            format!("garbled: {name}"),
            text,
            &[&row],
            &[("garbled-text", "line 2, column name")],
        ));
    }
    for (name, cell) in
        [("a question", "Who knows?"), ("an address", "https://a.kz/?id=1&x=?"), ("a dash", "Ташкент — Сеул")]
    {
        let text = format!("id,name,country,note\nx,Alpha,KZ,{cell}\n");
        cases.push(Case::rows("damage", format!("not lost: {name}"), text, &["Alpha|KZ||"]));
    }
}
