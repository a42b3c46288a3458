//! Text that is right to one program and something else to another.

use super::Case;
use encoding_rs as e;

pub fn add(cases: &mut Vec<Case>) {
    quotes(cases);
    numbers(cases);
    encodings(cases);
    rare(cases);
    tables(cases);
}

fn quotes(cases: &mut Vec<Case>) {
    for (name, text, place) in [
        ("in front of a list", "country,name,note\nKZ, \"Alpha, LLC\"\n", "line 2, column 2"),
        ("in front of the last cell", "name,country\nAlpha, \"KZ\"\n", "line 2, column 2"),
        ("in the header", "name, \"country\"\nAlpha,KZ\n", "line 1, column 2"),
        ("at the begin of a row", "name;country\n  \"Alpha\";KZ\n", "line 2, column 1"),
        ("below line ends in quotes", "name,country\n\"A\nB\",KZ\nC, \"KR\"\n", "line 4, column 2"),
    ] {
        cases.push(Case::refused(
            "dialect",
            format!("a space before a quote {name}"),
            text,
            "space-before-quote",
            place,
        ));
    }
    let inch = "name,country\n5\" Pipes,KZ\nO\"Hara,KR\n";
    cases.push(Case::rows("dialect", "a sign of inches", inch, &["5\" Pipes|KZ||", "O\"Hara|KR||"]));
    let curly = "name,country\n“Alpha”,KZ\n«Бета»,KR\n「감마」,KR\n";
    let rows = ["“Alpha”|KZ||", "«Бета»|KZ||", "「감마」|KR||"].map(|r| r.replace("«Бета»|KZ", "«Бета»|KR"));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    cases.push(Case::rows("dialect", "quotes of print", curly, &rows));
    let slipped = "name,country,offers\n“Alpha, LLC”,KZ,vaccines\n";
    let told = [("extra-cells", "line 2")];
    cases.push(Case::told("dialect", "a comma in quotes of print", slipped, &[], &told));
    let end = "name,country\nAlpha,KZ\n\u{1a}";
    let told = [("unknown-country", "line 3, column country")];
    cases.push(Case::told("dialect", "the end mark of DOS", end, &["Alpha|KZ||"], &told));
}

fn numbers(cases: &mut Vec<Case>) {
    for cell in ["1.23E+11", "7,1E+05"] {
        let text = format!("id;name;country\n{cell};Alpha;KZ\n");
        let told = [("lost-digits", "line 2, column id")];
        cases.push(Case::told("damage", format!("digits lost: {cell}"), text, &["Alpha|KZ||"], &told));
    }
    let name = "id,name,country\nE+11,Alpha,KZ\n1e5,Beta,KR\n";
    cases.push(Case::rows("damage", "no digits lost", name, &["Alpha|KZ||", "Beta|KR||"]));
    for level in ["-1", "4.5", "4.0", "NaN", "inf", "99999999999999999999", "0x4", "1e0", "IV", "04", "4/5"] {
        let text = format!("name,country,offers\nAlpha,KZ,vaccines:{level}\n");
        let row = format!("Alpha|KZ|vaccines:{level}|");
        let told = [("broader-term", "line 2, column offers")];
        cases.push(Case::told("value", format!("a level that is none: {level}"), text, &[&row], &told));
    }
    for size in ["1,5", "250,00", "1 200,00", "10-50", "-5", "circa 200"] {
        let text = format!("name;country;size\nAlpha;KZ;{size}\n");
        let told = [("bad-choice", "line 2, column size")];
        cases.push(Case::told("value", format!("a size that is none: {size}"), text, &["Alpha|KZ||"], &told));
    }
}

fn encodings(cases: &mut Vec<Case>) {
    let korean = "\u{1b}$)Cname,country\n\u{e}0!1b\u{f},KR\n";
    cases.push(Case::refused("encoding", "ISO-2022-KR", korean, "bad-encoding", "line 1"));
    let below = "name,country\nAlpha,KZ\n\u{1b}$B0!\u{1b}(B,KR\n";
    cases.push(Case::refused("encoding", "ISO-2022-JP below", below, "bad-encoding", "line 3"));
    let wide = |text: &str| text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect::<Vec<u8>>();
    let utf32 = [vec![0xff, 0xfe, 0, 0], wide("name,country\nAlpha,KZ\n")].concat();
    cases.push(Case::refused("encoding", "UTF-32", utf32, "zero-bytes", "line 1"));
    cases.push(Case::refused(
        "encoding",
        "UTF-32 without a mark",
        wide("name,country\nA,KZ\n"),
        "zero-bytes",
        "line 1",
    ));
    let odd: Vec<u8> =
        "name,country\nAlpha,KZ\n".encode_utf16().flat_map(u16::to_le_bytes).chain([b'\n']).collect();
    cases.push(Case::refused("encoding", "UTF-16 and half a character more", odd, "zero-bytes", "line 1"));
    for (name, text, encoding, rows) in [
        ("one Russian word", "name,country\nФармация,KZ\n", e::WINDOWS_1251, ["Фармация|KZ||"]),
        ("one Russian word", "name,country\nФармация,KZ\n", e::KOI8_R, ["Фармация|KZ||"]),
        ("one Russian word", "name,country\nФармация,KZ\n", e::IBM866, ["Фармация|KZ||"]),
        ("one Chinese name", "name,country\n石药集团,CN\n", e::GBK, ["石药集团|CN||"]),
        ("one Korean name", "name,country\n셀트리온,KR\n", e::EUC_KR, ["셀트리온|KR||"]),
        ("one name of Taiwan", "name,country\n臺灣生物科技公司,CN\n", e::BIG5, ["臺灣生物科技公司|CN||"]),
    ] {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy, "{name}");
        let name = format!("{name} in {}", encoding.name());
        cases.push(Case::told("encoding", name, bytes.into_owned(), &rows, &[("encoding-doubtful", "")]));
    }
}

fn rare(cases: &mut Vec<Case>) {
    let text = "name,country\n똠방각하제약 펲시,KR\n서울 뷁 연구소,KR\n";
    let rows = ["똠방각하제약 펲시|KR||", "서울 뷁 연구소|KR||"];
    let (bytes, _, lossy) = e::EUC_KR.encode(text);
    assert!(!lossy);
    let told = [("encoding-guessed", "")];
    cases.push(Case::told("encoding", "syllables of CP949 alone", bytes.into_owned(), &rows, &told));
    let text = "name,country\n石药㐀集团有限公司,CN\n北京大学人民医院,CN\n";
    let rows = ["石药㐀集团有限公司|CN||", "北京大学人民医院|CN||"];
    let (bytes, _, _) = e::GB18030.encode(text);
    cases.push(Case::told("encoding", "a character of four bytes", bytes.into_owned(), &rows, &told));
    let mac =
        [b"name,country\n".as_slice(), &[0x94, 0xe0, 0xf0, 0xec, 0xe0, 0xf6, 0xe8, 0xdf], b",KZ\n"].concat();
    let (read, _, _) = e::BIG5.decode(&mac);
    let row = format!("{}|KZ||", read.lines().nth(1).and_then(|l| l.split(',').next()).unwrap_or_default());
    let told = [("encoding-doubtful", "")];
    cases.push(Case::told("encoding", "one Russian word of an old Mac", mac, &[&row], &told));
}

fn tables(cases: &mut Vec<Case>) {
    let alpha = ["Alpha|KZ||"];
    for (name, text) in [
        ("SEP= in capitals", "SEP=;\nname;country\nAlpha;KZ\n"),
        ("spaces in a header", "name , country \nAlpha,KZ\n"),
        ("tabs and spaces", "name \t country\nAlpha \t KZ\n"),
        ("a header of two lines", "\"name\n\",\"country\n\"\nAlpha,KZ\n"),
        ("an empty column", "name,,country\nAlpha,,KZ\n"),
        ("two marks", "\u{feff}\u{feff}name,country\nAlpha,KZ\n"),
    ] {
        cases.push(Case::rows("header", name, text, &alpha));
    }
    for (name, text, code, place) in [
        (
            "rows numbered under no header",
            ",name,country\n1,Alpha,KZ\n",
            "unknown-column",
            "line 1, column 1",
        ),
        ("text under no header", "name,,country\nAlpha,x,KZ\n", "unknown-column", "line 1, column 2"),
        (
            "a row of totals",
            "name,country,size\nAlpha,KZ,10\nTotal,,10\n",
            "unknown-country",
            "line 3, column country",
        ),
        (
            "a table of Markdown",
            "name | country\n---|---\nAlpha | KZ\n",
            "unknown-country",
            "line 2, column country",
        ),
    ] {
        cases.push(Case::told("header", name, text, &alpha, &[(code, place)]));
    }
    let below = "name,country\nAlpha,KZ\n\norganization,role,term\nAlpha,offer,vaccines\n";
    let told = [("extra-cells", "line 4"), ("extra-cells", "line 5")];
    cases.push(Case::told("header", "another table below", below, &alpha, &told));
    for (name, text, place) in [
        ("another separator than declared", "sep=,\nname;country\nAlpha;KZ\n", "line 2"),
        ("carets for separators", "name^country\nAlpha^KZ\n", "line 1"),
        ("columns of spaces", "name   country\nAlpha  KZ\n", "line 1"),
        ("whole rows in quotes", "\"name,country\"\n\"Alpha,KZ\"\n", "line 1"),
    ] {
        cases.push(Case::refused("header", name, text, "no-header", place));
    }
}
