//! Files of text: dialects, encodings, headers, quotes, limits, and what is no table at all.

use super::Case;
use super::books::gzip;
use encoding_rs as e;
use unicode_normalization::UnicodeNormalization;

/// A register that any program could have saved.
const PLAIN: &str = "name,country,offers,needs\nAlpha,KZ,vaccines:4,insulin:2\nBeta,KR,insulin:5,vaccines\n";
const PLAIN_ROWS: [&str; 2] = ["Alpha|KZ|vaccines:4|insulin:2", "Beta|KR|insulin:5|vaccines"];

pub fn add(cases: &mut Vec<Case>) {
    dialects(cases);
    encodings(cases);
    headers(cases);
    quotes(cases);
    limits(cases);
    no_tables(cases);
}

fn dialects(cases: &mut Vec<Case>) {
    for separator in [",", ";", "\t", "|"] {
        for (end, end_name) in [("\n", "LF"), ("\r\n", "CRLF"), ("\r", "CR")] {
            for quoted in [false, true] {
                for mark in ["", "\u{feff}"] {
                    let line = |line: &str| {
                        let cell = |c: &str| if quoted { format!("\"{c}\"") } else { c.to_string() };
                        line.split(',').map(cell).collect::<Vec<_>>().join(separator)
                    };
                    let text = PLAIN.lines().map(line).collect::<Vec<_>>().join(end);
                    let name = format!("{separator:?} {end_name} quoted {quoted} mark {}", !mark.is_empty());
                    cases.push(Case::rows("dialect", name, format!("{mark}{text}{end}"), &PLAIN_ROWS));
                }
            }
        }
    }
    for (name, text) in [
        (
            "sep= declared",
            "sep=;\r\nname;country;offers;needs\r\nAlpha;KZ;vaccines:4;insulin:2\r\nBeta;KR;insulin:5;vaccines\r\n",
        ),
        ("no line end at the end", PLAIN.trim_end()),
        (
            "blank rows between",
            "\n\nname,country,offers,needs\n\nAlpha,KZ,vaccines:4,insulin:2\n,,,\nBeta,KR,insulin:5,vaccines\n\n\n",
        ),
        (
            "spaces around",
            "name , country,offers ,needs\n Alpha , KZ,vaccines:4 , insulin:2\nBeta,KR,insulin:5,vaccines\n",
        ),
        (
            "short rows",
            "name,country,offers,needs,note,source\nAlpha,KZ,vaccines:4,insulin:2\nBeta,KR,insulin:5,vaccines\n",
        ),
        (
            "empty cells beyond the header",
            "name,country,offers,needs\nAlpha,KZ,vaccines:4,insulin:2,,,\nBeta,KR,insulin:5,vaccines,\n",
        ),
        (
            "columns in another order",
            "needs,offers,country,name\ninsulin:2,vaccines:4,KZ,Alpha\nvaccines,insulin:5,KR,Beta\n",
        ),
        (
            "line ends mixed",
            "name,country,offers,needs\r\nAlpha,KZ,vaccines:4,insulin:2\nBeta,KR,insulin:5,vaccines\r",
        ),
    ] {
        cases.push(Case::rows("dialect", name, text, &PLAIN_ROWS));
    }
    let several = "name;country;offers\nAlpha;KZ;\"vaccines:4; insulin:2\"\n";
    cases.push(Case::rows(
        "dialect",
        "a list inside a quoted cell",
        several,
        &["Alpha|KZ|vaccines:4;insulin:2|"],
    ));
    let lines = "name,country,offers\n\"Alpha\nCentre\",KZ,\"vaccines:4\r\ninsulin:2\"\n";
    cases.push(Case::rows(
        "dialect",
        "line ends inside cells",
        lines,
        &["Alpha\nCentre|KZ|vaccines:4;insulin:2|"],
    ));
    let doubled = "name,country\n\"\"\"Alpha\"\" LLP\",KZ\n";
    cases.push(Case::rows("dialect", "doubled quotes", doubled, &["\"Alpha\" LLP|KZ||"]));
    let bare = "name,country\nAlpha \"Dari\" LLP,KZ\n";
    cases.push(Case::rows("dialect", "bare quotes inside a cell", bare, &["Alpha \"Dari\" LLP|KZ||"]));
    let standard = "name,country,needs\nAlpha,KZ,ISO 13485:2016\n";
    let told = [("broader-term", "line 2, column needs")];
    let row = ["Alpha|KZ||ISO 13485:2016"];
    cases.push(Case::told("dialect", "a year of a standard is no level", standard, &row, &told));
}

fn encodings(cases: &mut Vec<Case>) {
    let russian =
        ("название;страна\nСК-Фармация;Казахстан\nУзфарм;Узбекистан\n", ["СК-Фармация|KZ||", "Узфарм|UZ||"]);
    let chinese = ("名称,国家\n石药集团,中国\n石家庄高新区,中国\n", ["石药集团|CN||", "石家庄高新区|CN||"]);
    let taiwan =
        ("名稱,國家\n台灣生技公司,中國\n臨床試驗中心,中國\n", ["台灣生技公司|CN||", "臨床試驗中心|CN||"]);
    let korean = (
        "기관명,국가\n한국보건산업진흥원,한국\n원주의료기기테크노밸리,한국\n",
        ["한국보건산업진흥원|KR||", "원주의료기기테크노밸리|KR||"],
    );
    let uzbek = (
        "Tashkilot nomi,Mamlakat\nOʻzbekfarm,Oʻzbekiston\nBuxoro sogʻliq,Oʻzbekiston\n",
        ["Oʻzbekfarm|UZ||", "Buxoro sogʻliq|UZ||"],
    );
    let kazakh = (
        "атауы,ел\nҚазақ дәрі-дәрмегі,Қазақстан\nӨндіріс орталығы,Қазақстан\n",
        ["Қазақ дәрі-дәрмегі|KZ||", "Өндіріс орталығы|KZ||"],
    );
    for (text, rows, encoding) in [
        (russian.0, russian.1, e::WINDOWS_1251),
        (russian.0, russian.1, e::KOI8_R),
        (russian.0, russian.1, e::IBM866),
        (russian.0, russian.1, e::ISO_8859_5),
        (chinese.0, chinese.1, e::GBK),
        (chinese.0, chinese.1, e::GB18030),
        (taiwan.0, taiwan.1, e::BIG5),
        (korean.0, korean.1, e::EUC_KR),
    ] {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy);
        for (bytes, packed) in [(bytes.to_vec(), ""), (gzip(&bytes), " packed")] {
            let name = format!("{}{packed}", encoding.name());
            cases.push(Case::told("encoding", name, bytes, &rows, &[("encoding-guessed", "")]));
        }
    }
    for (name, (text, rows)) in
        [("Russian", russian), ("Chinese", chinese), ("Korean", korean), ("Uzbek", uzbek), ("Kazakh", kazakh)]
    {
        cases.push(Case::rows("encoding", format!("{name} in UTF-8"), text, &rows));
        cases.push(Case::rows("encoding", format!("{name} in UTF-8, packed"), gzip(text.as_bytes()), &rows));
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, order) in [
            (little.clone(), "LE without a mark"),
            (big.clone(), "BE without a mark"),
            ([b"\xff\xfe", &little[..]].concat(), "LE"),
            ([b"\xfe\xff", &big[..]].concat(), "BE"),
        ] {
            cases.push(Case::told(
                "encoding",
                format!("{name} in UTF-16{order}"),
                bytes,
                &rows,
                &[("encoding-guessed", "")],
            ));
        }
    }
    let old = [("Қ", "Ќ"), ("қ", "ќ"), ("ә", "ј"), ("Ө", "Ґ"), ("ғ", "є")]
        .iter()
        .fold(kazakh.0.to_string(), |t, (new, old)| t.replace(new, old));
    let (bytes, _, lossy) = e::WINDOWS_1251.encode(&old);
    assert!(!lossy);
    cases.push(Case::told("encoding", "KZ-1048", bytes.to_vec(), &kazakh.1, &[("encoding-doubtful", "")]));
    let (bytes, _, _) = e::WINDOWS_1252.encode("name,country\nCafé Santé,KZ\nÉcole supérieure,KZ\n");
    let rows = ["Café Santé|KZ||", "École supérieure|KZ||"];
    cases.push(Case::told("encoding", "windows-1252", bytes.to_vec(), &rows, &[("encoding-doubtful", "")]));
    let broken = [russian.0.as_bytes(), b"\xd0\xd0;KZ\n"].concat();
    cases.push(Case::refused("encoding", "a broken byte in UTF-8", broken, "bad-encoding", "line 4"));
    let half = [
        b"\xff\xfe".to_vec(),
        "name,country\n".encode_utf16().flat_map(u16::to_le_bytes).collect(),
        vec![0x00, 0xd8, 0x0a, 0x00],
    ]
    .concat();
    cases.push(Case::refused("encoding", "half a character in UTF-16", half, "bad-encoding", "line 2"));
    cases.push(Case::refused(
        "encoding",
        "a zero byte",
        b"name,country\nAl\0pha,KZ\n".to_vec(),
        "zero-bytes",
        "line 2",
    ));
    cases.push(Case::refused("encoding", "zeros alone", vec![0; 4096], "zero-bytes", "line 1"));
}

fn headers(cases: &mut Vec<Case>) {
    let row = ["Alpha|KZ||"];
    for (lang, header) in [
        ("English", "Organization name,Country"),
        ("Russian", "Наименование,Страна"),
        ("Kazakh", "Ұйым атауы,Ел"),
        ("Uzbek", "Tashkilot nomi,Mamlakat"),
        ("Chinese", "机构名称,国家"),
        ("Korean", "기관명,국가"),
        ("capitals", "NAME,COUNTRY"),
        ("marks of a form", "Name*,Country:"),
        ("no-break spaces", "\u{a0}name\u{a0},country\u{a0}"),
        ("full width", "ｎａｍｅ,ｃｏｕｎｔｒｙ"),
        ("a character without width", "\u{200b}name,coun\u{200b}try"),
        ("a Cyrillic letter in it", "nаme,cоuntry"),
    ] {
        cases.push(Case::rows("header", format!("{lang} header"), format!("{header}\nAlpha,KZ\n"), &row));
    }
    let parts: String = "기관명,국가\nAlpha,KZ\n".nfd().collect();
    cases.push(Case::rows("header", "Hangul in parts", parts, &row));
    for count in [1, 3, 20] {
        let titles = "List of makers,,\n".repeat(count);
        let told = [("title-rows", "line 1")];
        cases.push(Case::told(
            "header",
            format!("{count} title rows"),
            format!("{titles}name,country\nAlpha,KZ\n"),
            &row,
            &told,
        ));
    }
    let deep = "List of makers,,\n".repeat(21) + "name,country\nAlpha,KZ\n";
    cases.push(Case::refused("header", "a header below twenty rows", deep, "no-header", "line 1"));
    let twice = "name,country\nAlpha,KZ\nName,Country\nBeta,KR\n";
    cases.push(Case::told(
        "header",
        "the header twice",
        twice,
        &["Alpha|KZ||", "Beta|KR||"],
        &[("repeated-header", "line 3")],
    ));
    let grouped = "name,country,capabilities,\nname,country,offers,needs\nAlpha,KZ,vaccines,insulin\n";
    cases.push(Case::told(
        "header",
        "a row of groups above",
        grouped,
        &["Alpha|KZ|vaccines|insulin"],
        &[("title-rows", "line 1")],
    ));
    let unknown = "name,country,ofers\nAlpha,KZ,vaccines\n";
    cases.push(Case::told(
        "header",
        "a slip in a header",
        unknown,
        &row,
        &[("unknown-column", "line 1, column ofers")],
    ));
    for (name, text, code, place) in [
        ("no bytes", "", "empty-table", ""),
        ("blank rows alone", "\n\n,,,\n", "empty-table", ""),
        ("a mark alone", "\u{feff}", "empty-table", ""),
        ("no country", "name,contry\nAlpha,KZ\n", "no-header", "line 1"),
        ("no header", "Alpha,KZ\nBeta,KR\n", "no-header", "line 1"),
        ("two countries", "name,country,Страна\nAlpha,KZ,KR\n", "doubled-column", "line 1, column Страна"),
        (
            "two names after a title",
            "List\nname,country,name\nAlpha,KZ,x\n",
            "doubled-column",
            "line 2, column name",
        ),
    ] {
        cases.push(Case::refused("header", name, text, code, place));
    }
    cases.push(Case::rows("header", "a header and no rows", "name,country\n", &[]));
}

fn quotes(cases: &mut Vec<Case>) {
    for (end, name) in [("\n", "LF"), ("\r\n", "CRLF"), ("\r", "CR")] {
        for (fault, text, code, place) in [
            (
                "an open quote",
                "name,country\nAlpha,KZ\nBeta,\"KR\nGamma,UZ\n",
                "open-quote",
                "line 3, column 2",
            ),
            (
                "an open quote in the first cell",
                "name,country\n\"Alpha,KZ\nBeta,KR\n",
                "open-quote",
                "line 2, column 1",
            ),
            (
                "an open quote in the last row",
                "name,country\nAlpha,KZ\nBeta,KR\n\"Gamma,UZ",
                "open-quote",
                "line 4, column 1",
            ),
            (
                "text after a quote",
                "name,country\nAlpha,KZ\n\"Altyn\" Dari,KZ\n",
                "text-after-quote",
                "line 3, column 1",
            ),
            (
                "text after a quote of two lines",
                "name,country\n\"Al\npha\" x,KZ\n",
                "text-after-quote",
                "line 3, column 1",
            ),
            (
                "a space after a quote",
                "name,country\nAlpha,\"KZ\" \n",
                "text-after-quote",
                "line 2, column 2",
            ),
        ] {
            cases.push(Case::refused(
                "quote",
                format!("{fault}, {name}"),
                text.replace('\n', end),
                code,
                place,
            ));
        }
    }
    let slipped = "name,country\nAlpha,KZ\nBeta, Ltd,KR\nGamma,UZ\n";
    cases.push(Case::told(
        "quote",
        "an unquoted separator",
        slipped,
        &["Alpha|KZ||", "Gamma|UZ||"],
        &[("extra-cells", "line 3")],
    ));
}

fn limits(cases: &mut Vec<Case>) {
    let head = "name,country,note\n";
    let long = format!("{head}Alpha,KZ,{}\n", "x".repeat(2 << 20));
    cases.push(Case::refused("limit", "a field of 2 MiB", long, "long-row", "line 2"));
    let lines = format!("{head}Alpha,KZ,\"{}\"\n", "x\n".repeat(1 << 20));
    cases.push(Case::refused("limit", "a quoted field of a million lines", lines, "long-row", "line 2"));
    let one = "x".repeat(2 << 20);
    cases.push(Case::refused("limit", "one field and nothing else", one, "long-row", "line 1"));
    let wide = format!("name,country{}\nAlpha,KZ\n", ",x".repeat(5_000));
    cases.push(Case::refused("limit", "5,002 columns", wide, "too-many-cells", "line 1"));
    let tall = format!("name,country\n{}", "A,KZ\n".repeat((1 << 20) + 1));
    cases.push(Case::refused("limit", "more rows than a sheet has", tall, "too-many-cells", "line 1048577"));
    let empty = format!("name,country\n{}", format!("A,KZ{}\n", ",".repeat(4_000)).repeat(1_300));
    cases.push(Case::refused("limit", "five million empty cells", empty, "too-many-cells", "line 1251"));
    let bomb = gzip(&"name,country\n".repeat((101 << 20) / 13).into_bytes());
    assert!(bomb.len() < 2 << 20);
    cases.push(Case::refused("limit", "a gzip bomb", bomb, "too-large", ""));
    let zeros = gzip(&vec![0; 64 << 20]);
    cases.push(Case::refused("limit", "a gzip bomb of one row", zeros, "long-row", "line 1"));
    let packed = gzip(PLAIN.as_bytes());
    cases.push(Case::refused("limit", "gzip in gzip", gzip(&packed), "nested-archive", ""));
    for cut in [3, 12, packed.len() / 2, packed.len() - 1] {
        cases.push(Case::refused(
            "limit",
            format!("gzip cut after {cut}"),
            &packed[..cut],
            "damaged-archive",
            "",
        ));
    }
    cases.push(Case::rows(
        "limit",
        "two gzip members",
        [packed.clone(), gzip(b"Gamma,UZ,,\n")].concat(),
        &[PLAIN_ROWS[0], PLAIN_ROWS[1], "Gamma|UZ||"],
    ));
}

fn no_tables(cases: &mut Vec<Case>) {
    for (name, bytes) in [
        ("a PDF", &b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"[..]),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("a photograph", b"\xff\xd8\xff\xe0\0\x10JFIF"),
        ("RTF", b"{\\rtf1\\ansi table}"),
        ("a web page", b"<!DOCTYPE html><html><table><tr><td>name</td></tr></table></html>"),
        ("a web page named .xls", b"\n <HTML><body>name</body></HTML>"),
        ("a table of a web page", b"<table><tr><td>name</td><td>country</td></tr></table>"),
        ("XML of Excel 2003", b"\xef\xbb\xbf<?xml version=\"1.0\"?><Workbook/>"),
        ("JSON", b"[{\"name\": \"Alpha\", \"country\": \"KZ\"}]"),
        ("a pointer of Git LFS", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n"),
        ("a RAR archive", b"Rar!\x1a\x07\0"),
        ("a database", b"SQLite format 3\0\x10\0"),
        ("an old HWP document", b"HWP Document File V3.00 \x1a"),
        ("a bzip2 archive", b"BZh91AY&SY"),
        ("an xz archive", b"\xfd7zXZ\0\0"),
        ("a Zstandard archive", b"\x28\xb5\x2f\xfd\x04\0"),
    ] {
        cases.push(Case::refused("no table", name, bytes, "not-a-table", ""));
    }
}
