//! What stands in a name without being of it: legal forms, stock codes, registration numbers.

use crate::text::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Legal forms of the region, each as its words are written after folding.
#[rustfmt::skip]
const FORMS: &[&str] = &[
    // Latin
    "llp", "llc", "l l p", "l l c", "l l s", "jsc", "cjsc", "ojsc", "pjsc", "sjsc", "ltd", "limited", "co ltd", "co", "company", "inc",
    "incorporated", "corp", "corporation", "gmbh", "ag", "plc", "jv", "joint venture", "jv llc", "fe", "fe llc", "group of companies", "group",
    "limited liability partnership", "limited liability company", "joint stock company", "pte", "s a", "sa", "kft", "cayman", "too", "ooo", "oao", "zao", "nao", "ncjsc",
    "nc", "nc jsc", "national company", "state joint stock concern", "state joint stock company", "joint stock concern",
    // Russian
    "тоо", "ао", "нао", "оао", "зао", "пао", "ооо", "ип", "пк", "чп", "сп", "сп ооо", "ип ооо", "чп ооо", "гу", "ргу", "гкп на пхв", "кгп на пхв",
    "ргп на пхв", "ргп", "гкп", "кгп", "гп", "гк", "группа компаний", "компания", "корпорация", "фирма", "корпорейшн", "лимитед", "компани", "инк", "лтд",
    "нк", "национальная компания", "гак", "гак концерн", "государственная акционерная компания", "государственный акционерный концерн",
    "товарищество с ограниченной ответственностью", "общество с ограниченной ответственностью", "акционерное общество",
    "закрытое акционерное общество", "открытое акционерное общество", "некоммерческое акционерное общество", "совместное предприятие",
    "индивидуальный предприниматель", "унитарное предприятие",
    // Kazakh
    "жшс", "ақ", "кеақ", "жк", "жауапкершілігі шектеулі серіктестігі", "жауапкершілігі шектеулі серіктестік", "акционерлік қоғам",
    "акционерлік қоғамы", "коммерциялық емес акционерлік қоғам", "шжқ рмк", "шжқ кмк", "шжқ мкк", "компаниясы", "тобы", "ұк", "ұлттық компания", "ұлттық компаниясы",
    // Uzbek
    "mchj", "mchj qk", "aj", "qk", "xk", "ok", "duk", "dk", "masuliyati cheklangan jamiyat", "masuliyati cheklangan jamiyati",
    "aksiyadorlik jamiyati", "qoshma korxona", "qoshma korxonasi", "unitar korxona", "xususiy korxona", "kompaniyasi", "guruhi",
    "мчж", "аж", "қк", "хк", "масъулияти чекланган жамият", "масъулияти чекланган жамияти", "масулияти чекланган жамияти", "акциядорлик жамияти", "қўшма корхона", "қўшма корхонаси",
    // Korea, standing alone or in brackets
    "주식회사", "주", "유한회사", "유", "재단법인", "재", "사단법인", "사", "의료법인", "학교법인",
    // China
    "股份有限公司", "有限责任公司", "有限公司", "集团有限公司", "集团股份有限公司", "集团", "公司", "股份", "研究院有限公司",
];

/// The most words that a form has.
const LONGEST: usize = 4;

static LISTED: LazyLock<HashSet<String>> = LazyLock::new(|| FORMS.iter().map(|f| fold(f)).collect());

/// Forms that are written to the name without a space, the longest first.
#[rustfmt::skip]
const ATTACHED: &[&str] = &[
    "集团股份有限公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司", "集团", "公司",
    "주식회사", "유한회사", "재단법인", "사단법인", "의료법인", "학교법인",
];

/// The words of a folded name without its legal forms, wherever they stand. A name that is nothing
/// else keeps its words.
pub(super) fn without_forms(folded: &str) -> Vec<String> {
    let words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty() && *w != "&" && *w != "+").collect();
    let mut kept: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let ends = (at + 1..=words.len().min(at + LONGEST)).rev();
        match ends.clone().find(|&end| LISTED.contains(&words[at..end].join(" "))) {
            Some(end) => at = end,
            None => {
                kept.push(detached(words[at]).to_string());
                at += 1;
            }
        }
    }
    if kept.is_empty() { words.into_iter().map(str::to_string).collect() } else { kept }
}

fn detached(word: &str) -> &str {
    let mut rest = word;
    while let Some(cut) = ATTACHED.iter().find_map(|form| {
        rest.strip_suffix(form).or_else(|| rest.strip_prefix(form)).filter(|r| !r.is_empty())
    }) {
        rest = cut;
    }
    rest
}

/// Exchanges, and what registration numbers are called.
const NUMBERED: &[&str] = &[
    "kosdaq",
    "kospi",
    "krx",
    "kse",
    "hkex",
    "hk",
    "sse",
    "szse",
    "sha",
    "she",
    "sh",
    "sz",
    "nasdaq",
    "nyse",
    "kase",
    "bse",
    "코스닥",
    "코스피",
    "бин",
    "бсн",
    "инн",
    "иин",
    "stir",
    "inn",
    "stir",
    "bin",
    "рег",
    "огрн",
];

/// A name without stock codes and registration numbers: digits of four and more behind or before the
/// word for them, or standing in brackets alone.
pub(super) fn without_codes(folded: &str) -> String {
    let words: Vec<&str> = folded.split(' ').collect();
    let is_code = |w: &str| w.len() >= 4 && w.bytes().all(|b| b.is_ascii_digit());
    let coded = words.iter().any(|w| is_code(w));
    let kept = words.iter().filter(|w| !is_code(w) && (!coded || !NUMBERED.contains(*w)));
    kept.copied().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_the_region_are_no_part_of_the_name() {
        for (written, name) in [
            ("ТОО «СК-Фармация»", "ск фармация"),
            ("«СК-Фармация» ЖШС", "ск фармация"),
            ("АО \"Химфарм\"", "химфарм"),
            ("Товарищество с ограниченной ответственностью «Элеас»", "элеас"),
            ("РГП на ПХВ «Национальный центр биотехнологии»", "национальный центр биотехнологии"),
            ("Merrymed Farm MChJ", "merrymed farm"),
            ("Dentafill Plyus mas’uliyati cheklangan jamiyati", "dentafill plyus"),
            ("㈜바이넥스", "바이넥스"),
            ("주식회사 셀트리온", "셀트리온"),
            ("셀트리온주식회사", "셀트리온"),
            ("石药集团有限公司", "石药"),
            ("Guoju Medical Technology Co., Ltd.", "guoju medical technology"),
            ("Limited", "limited"),
        ] {
            assert_eq!(without_forms(&fold(written)).join(" "), name, "{written}");
        }
    }

    #[test]
    fn codes_are_no_part_of_the_name() {
        assert_eq!(without_codes(&fold("Seegene (KOSDAQ: 096530)")), "seegene");
        assert_eq!(without_codes(&fold("Ордамед, БИН 123456789012")), "ордамед");
        assert_eq!(without_codes(&fold("SD Biosensor")), "sd biosensor");
    }
}
