//! What the words of institutions mean, in one word for all languages: names of ministries, universities
//! and centres are translated, not transliterated.

use super::tokens::is_inflected;
use crate::text::plain;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// The word for all languages, and how it is written; Russian, Kazakh and Uzbek in the form that their
/// endings are added to.
#[rustfmt::skip]
const MEANINGS: &[(&str, &[&str])] = &[
    ("university", &["university", "univ", "университет", "университеті", "universiteti", "universitet", "ун", "унт"]),
    ("institute", &["institute", "inst", "институт", "институты", "instituti", "institut"]),
    ("academy", &["academy", "академия", "академиясы", "академияси", "akademiyasi", "akademiya"]),
    ("center", &["center", "centre", "ctr", "центр", "орталық", "орталығы", "маркази", "markaz", "markazi"]),
    ("hospital", &["hospital", "hosp", "больница", "госпиталь", "аурухана", "ауруханасы", "shifoxona", "shifoxonasi", "kasalxona"]),
    ("ministry", &["ministry", "министерство", "минздрав", "министрлігі", "министрлік", "вазирлиги", "vazirligi", "vazirlik"]),
    ("agency", &["agency", "агентство", "агенттігі", "агентлиги", "agentligi", "agentlik"]),
    ("committee", &["committee", "комитет", "комитеті", "қўмитаси", "qomitasi", "qomita"]),
    ("department", &["department", "управление", "департамент", "басқармасы", "бошқармаси", "boshqarmasi"]),
    ("embassy", &["embassy", "посольство", "елшілігі", "елшілік", "элчихонаси", "elchixonasi", "elchixona"]),
    ("association", &["association", "ассоциация", "қауымдастығы", "уюшмаси", "assotsiatsiyasi", "uyushmasi"]),
    ("foundation", &["foundation", "fund", "фонд", "қоры", "jamgarmasi"]),
    ("state", &["state", "государственный", "мемлекеттік", "давлат", "davlat"]),
    ("national", &["national", "natl", "национальный", "ұлттық", "миллий", "milliy"]),
    ("republican", &["republican", "республиканский", "республикалық", "republikasi"]),
    ("international", &["international", "международный", "халықаралық", "xalqaro"]),
    ("cooperation", &["cooperation", "сотрудничество", "ынтымақтастық", "hamkorlik"]),
    ("research", &["research", "scientific", "нии", "ғзи"]),
    ("medical", &["medical", "медицинский", "медицина", "медициналық", "тиббиет", "тиббий", "tibbiyot", "tibbiy", "meditsina"]),
    ("health", &["health", "здравоохранение"]),
    ("welfare", &["welfare"]),
    ("food", &["food"]),
    ("drug", &["drug", "drugs", "medicines"]),
    ("device", &["device", "devices"]),
    ("expertise", &["expertise", "экспертиза", "сараптау", "сараптама", "ekspertizasi"]),
    ("dental", &["dental", "stomatological", "стоматологический", "стоматология", "stomatologiya", "стоматологиялық"]),
    ("pediatric", &["pediatric", "paediatric", "педиатрический", "pediatriya", "педиатрия"]),
    ("children", &["children", "childrens", "детский", "балалар", "болалар", "bolalar"]),
    ("specialized", &["specialized", "specialised", "специализированный", "мамандандырылған", "ixtisoslashgan", "ixtisoslashtirilgan"]),
    ("chemistry", &["chemistry", "химия", "химиясы", "kimyosi", "kimyo"]),
    ("bioorganic", &["bioorganic", "биоорганический", "bioorganik"]),
    ("virology", &["virology", "вирусология", "virusologiya"]),
    ("biotechnology", &["biotechnology", "биотехнология", "biotexnologiya"]),
    ("plant", &["plant", "растительный", "osimlik"]),
    ("substances", &["substances", "вещество", "moddalari", "moddalar"]),
    ("safety", &["safety", "безопасность", "қауіпсіздік", "xavfsizligi", "xavfsizlik"]),
    ("products", &["products", "продукция", "mahsulotlari", "mahsulotlar"]),
    ("development", &["development", "развитие", "дамыту", "rivojlantirish"]),
    ("industry", &["industry", "отрасль", "промышленность", "индустрия", "өнеркәсіп", "sanoati", "tarmogini"]),
    ("control", &["control", "контроль", "бақылау", "nazorat"]),
    ("education", &["education", "образование", "білім", "talim", "таълим"]),
    ("traumatology", &["traumatology", "травматология", "travmatologiya"]),
    ("orthopedics", &["orthopedics", "orthopaedics", "ортопедия", "ortopediya"]),
    ("cis", &["cis", "снг", "тмд", "mdh"]),
];

/// What says nothing of an institution: the formula of its kind, and the academy that it belongs to.
#[rustfmt::skip]
const FORMULAS: &[(&str, &str)] = &[
    (" научно практический медицинский центр ", " центр "), (" научно практический центр ", " центр "),
    (" ilmiy amaliy tibbiyot markazi ", " markazi "), (" ilmiy amaliy markazi ", " markazi "),
    (" scientific and practical medical center ", " center "), (" scientific practical medical center ", " center "),
    (" academy of sciences ", " "), (" академии наук ", " "), (" fanlar akademiyasi ", " "), (" ғылым академиясы ", " "),
    (" научно исследовательский ", " research "), (" ғылыми зерттеу ", " research "), (" ilmiy tadqiqot ", " research "),
    (" денсаулық сақтау ", " health "), (" sogliqni saqlash ", " health "), (" соғлиқни сақлаш ", " health "),
    (" социального обеспечения ", " welfare "), (" пищевых продуктов ", " food "), (" лекарственных средств ", " drug "),
    (" дәрілік заттар ", " drug "), (" dori vositalari ", " drug "), (" медицинских изделий ", " medical device "), (" medical devices ", " medical device "),
    (" медициналық бұйымдарды ", " medical device "), (" tibbiy buyumlar ", " medical device "),
];

/// A word of an institution as it is typed on any keyboard.
struct Written {
    plain: String,
    /// Whether endings are added to it.
    inflects: bool,
    meaning: &'static str,
}

static WRITTEN: LazyLock<Vec<Written>> = LazyLock::new(|| {
    let of = |(meaning, words): &(&'static str, &'static [&'static str])| {
        let meaning = *meaning;
        words.iter().map(move |word| {
            let plain = plain(word);
            Written { inflects: plain.chars().count() >= 6 && !plain.is_ascii(), plain, meaning }
        })
    };
    MEANINGS.iter().flat_map(of).collect()
});

/// A formula as it is typed on any keyboard, as it is written, and what is put in its place.
type Formula = (Finder<'static>, &'static str, &'static str);

static TYPED: LazyLock<Vec<Formula>> = LazyLock::new(|| {
    let of = |&(formula, short)| (Finder::new(&plain(formula)).into_owned(), formula, short);
    FORMULAS.iter().map(of).collect()
});

/// A folded name in which formulas of several words are one.
pub(super) fn without_formulas(folded: &str) -> String {
    let mut text = format!(" {folded} ");
    let mut typed = plain(&text);
    for (finder, formula, short) in TYPED.iter() {
        if finder.find(typed.as_bytes()).is_none() {
            continue;
        }
        // Kazakh and Uzbek are typed without their letters too.
        let shorter = match text.contains(formula) {
            true => text.replace(formula, short),
            false => typed.replace(&plain(formula), short),
        };
        if !shorter.trim().is_empty() {
            typed = plain(&shorter);
            text = shorter;
        }
    }
    text.trim().to_string()
}

/// The word for all languages of a word of an institution.
pub(super) fn meaning(word: &str) -> Option<&'static str> {
    let word = plain(word);
    // Four letters at the beginning are the same in all forms of a word.
    let begins = |listed: &str| word.as_bytes().get(..4) == listed.as_bytes().get(..4);
    let is =
        |w: &&Written| word == w.plain || w.inflects && begins(&w.plain) && is_inflected(&word, &w.plain);
    WRITTEN.iter().find(is).map(|w| w.meaning)
}

/// Whether a word is such a word, which any institution may have.
pub(super) fn is_meaning(word: &str) -> bool {
    MEANINGS.iter().any(|(meaning, _)| *meaning == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_institutions_meet_in_one() {
        for (word, one) in [
            ("университеті", "university"),
            ("государственного", "state"),
            ("министерстве", "ministry"),
            ("tibbiyot", "medical"),
            ("centre", "center"),
        ] {
            assert_eq!(meaning(word), Some(one), "{word}");
        }
        assert_eq!(meaning("samarkand"), None);
        assert_eq!(without_formulas("центр ғылым академиясы"), "центр");
    }
}
