//! What makes a name this name: its words without legal forms, codes and fillers, and how they sound.

use super::legal::{without_codes, without_forms};
use super::tokens::is_cjk;
use crate::profile::Country;
use crate::text::{fold, latin};
use crate::vocabulary::{self, WordSet};

/// The words of a name that make it this name, and the countries that it names.
#[derive(Debug, Clone, Default)]
pub(super) struct Core {
    pub words: Vec<String>,
    pub skeletons: Vec<String>,
    pub countries: Vec<Country>,
}

impl Core {
    pub(super) fn of(text: &str) -> Core {
        let mut core = Core::default();
        let folded = without_codes(&fold(text));
        let words: Vec<String> = without_forms(&folded).into_iter().map(in_full).map(placeless).collect();
        for word in &words {
            match country(word) {
                Some(country) if words.len() > 1 => core.countries.push(country),
                _ if words.len() > 1 && is_filler(word) => {}
                _ => core.words.push(word.clone()),
            }
        }
        if core.words.is_empty() {
            core.words = words;
            core.countries.clear();
        }
        core.skeletons = core.words.iter().map(|w| skeleton(w)).collect();
        core
    }

    /// A single short word is taken by its very letters alone.
    pub(super) fn is_acronym(&self) -> bool {
        self.words.len() == 1 && self.words[0].chars().count() <= 5
    }
}

/// A word that names abbreviate, in full.
fn in_full(word: String) -> String {
    let full = match word.as_str() {
        "univ" => "university",
        "inst" => "institute",
        "natl" => "national",
        "centre" => "center",
        "ctr" => "center",
        "hosp" => "hospital",
        "ун" | "унт" => "университет",
        _ => return word,
    };
    full.to_string()
}

/// Provinces and cities of China that companies set before their names at will.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "北京", "上海", "天津", "重庆", "深圳", "广州", "苏州", "杭州", "南京", "成都", "武汉", "石家庄", "兰州", "烟台", "连云港", "济南",
    "江苏", "浙江", "广东", "山东", "四川", "河北", "辽宁", "安徽", "甘肃", "湖北", "湖南", "河南", "福建", "陕西", "云南",
    "beijing", "shanghai", "tianjin", "chongqing", "shenzhen", "guangzhou", "suzhou", "hangzhou", "nanjing", "chengdu", "wuhan",
    "shijiazhuang", "lanzhou", "yantai", "lianyungang", "jinan", "jiangsu", "zhejiang", "guangdong", "shandong", "sichuan", "hebei",
    "liaoning", "anhui", "gansu", "hubei", "hunan", "henan", "fujian", "shaanxi", "yunnan",
];

/// What the names of companies end with in Chinese: with these alone a place may be left out, as a
/// university is told by it.
const COMPANY_ENDS: &[&str] = &["药业", "制药", "医药", "生物", "医疗", "生物技术", "生物科技", "生物制药"];

/// A company of China without the place before it and, where three characters or more are left, without
/// the line of business behind; any other word as it is.
fn placeless(word: String) -> String {
    if !COMPANY_ENDS.iter().any(|end| word.ends_with(end)) {
        return word;
    }
    let long = |rest: &&str| rest.chars().count() >= 3;
    let name = PLACES.iter().find_map(|p| word.strip_prefix(p)).filter(long).unwrap_or(&word);
    let ends = ["生物技术", "生物科技", "制药"];
    ends.iter().find_map(|end| name.strip_suffix(end)).filter(long).unwrap_or(name).to_string()
}

/// The ways to read what is written: the whole, without what stands in brackets, what stands in
/// brackets or quotes alone.
pub(super) fn readings(text: &str) -> Vec<String> {
    let mut readings = vec![text.to_string()];
    for (open, close) in
        [('(', ')'), ('（', '）'), ('«', '»'), ('“', '”'), ('"', '"'), ('[', ']'), ('《', '》')]
    {
        let Some((before, rest)) = text.split_once(open) else { continue };
        let Some((inside, after)) = rest.split_once(close) else { continue };
        readings.push(format!("{before} {after}"));
        // A mere remark in brackets (a city, a code) is no name.
        if inside.chars().filter(|c| c.is_alphabetic()).count() >= 3 {
            readings.push(inside.to_string());
        }
    }
    readings.retain(|r| !fold(r).is_empty());
    readings
}

/// Words that say nothing of which organization it is.
fn is_filler(word: &str) -> bool {
    #[rustfmt::skip]
    const FILLERS: &[&str] = &[
        "the", "of", "do", "мз", "ан", "and", "for", "in", "at", "named", "after", "и", "им", "имени", "по", "г", "города", "в", "на",
        "атындағы", "және", "va", "republic", "республики", "республика", "республикасы", "respublikasi", "республикасынын", "city",
    ];
    FILLERS.contains(&word)
}

/// The country that a word names, in any of the six languages and the cases of Russian.
fn country(word: &str) -> Option<Country> {
    #[rustfmt::skip]
    const FORMS: &[(&str, &str)] = &[
        ("казахстана", "KZ"), ("рк", "KZ"), ("казахстане", "KZ"), ("қр", "KZ"), ("kazakh", "KZ"), ("қазақстан", "KZ"),
        ("узбекистана", "UZ"), ("руз", "UZ"), ("узбекистане", "UZ"), ("oʻzbekiston", "UZ"), ("ozbekiston", "UZ"), ("ўзбекистон", "UZ"),
        ("китая", "CN"), ("кнр", "CN"), ("кореи", "KR"), ("корея", "KR"), ("korean", "KR"), ("대한민국", "KR"), ("한국", "KR"), ("中国", "CN"), ("chinese", "CN"),
        ("россии", "RU"), ("germany", "DE"), ("turkey", "TR"), ("india", "IN"), ("usa", "US"), ("japan", "JP"), ("vietnam", "VN"), ("россия", "RU"), ("индия", "IN"), ("russia", "RU"), ("kyrgyzstan", "KG"), ("кыргызстан", "KG"),
    ];
    let form = FORMS.iter().find(|(form, _)| *form == word).map(|(_, code)| *code);
    // Bare codes of two letters are also abbreviations of names. A word of a name is folded already.
    let named = || vocabulary::keys_of_folded(WordSet::Country, word.to_string()).first().copied();
    let code = form.or_else(|| if word.chars().count() > 2 { named() } else { None })?;
    Country::read(code)
}

/// Words for the line of business that names carry or leave out at will, by what they mean.
#[rustfmt::skip]
const BUSINESS: &[(&str, &[&str])] = &[
    ("pharma", &["pharma", "pharm", "pharmaceutical", "pharmaceuticals", "pharmaceutic", "medicine", "farm", "farma", "фарм", "фарма", "фармацевтика", "фармасьютикалс", "фармацевтическая", "фармацевтикалық", "farmatsevtika", "제약", "파마", "制药", "药业", "医药"]),
    ("bio", &["biotech", "biotechnology", "biotechnologies", "биотех", "바이오텍", "生物"]),
    ("medical", &["medical", "medikal", "медикал", "메디칼", "메디컬", "医疗"]),
];

pub(super) fn business(word: &str) -> Option<&'static str> {
    BUSINESS.iter().find(|(_, words)| words.contains(&word)).map(|(meaning, _)| *meaning)
}

pub(super) fn is_business(word: &str) -> bool {
    business(word).is_some()
}

/// A maker of medicines is often called without that word; a medical university never is.
pub(super) fn may_be_left_out(word: &str) -> bool {
    matches!(business(word), Some("pharma" | "bio")) || PLACES.contains(&word)
}

pub(super) fn is_cjk_word(word: &str) -> bool {
    word.chars().any(is_cjk)
}

/// Letters that are one sound together, in the order in which they are replaced.
const SOUNDS: [(&str, &str); 13] = [
    ("ph", "f"),
    ("kh", "h"),
    ("tch", "c"),
    ("dj", "j"),
    ("ts", "s"),
    ("sh", "s"),
    ("zh", "j"),
    ("ch", "c"),
    ("ck", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("x", "ks"),
    ("qu", "kv"),
];

/// The consonants of a word as they sound, in one alphabet for all scripts: voiced and unvoiced alike
/// (Korean does not part them), r as l, f as p, doubled letters single.
fn skeleton(word: &str) -> String {
    let cyrillic = word.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'));
    // The Uzbek x is an h.
    let latin = if cyrillic { latin(word).replace('x', "h") } else { word.to_string() };
    let mut spelt = any_ascii::any_ascii(&latin).to_lowercase();
    for (letters, sound) in SOUNDS {
        if spelt.contains(letters) {
            spelt = spelt.replace(letters, sound);
        }
    }
    let mut skeleton = String::new();
    for c in spelt.chars() {
        let sound = match c {
            'b' | 'p' | 'f' | 'v' | 'w' => 'p',
            'd' | 't' => 't',
            'g' | 'k' | 'q' | 'j' | 'c' => 'k',
            'l' | 'r' => 'l',
            's' | 'z' => 's',
            'm' | 'n' | '0'..='9' => c,
            // Vowels, and the h and y that come and go.
            _ => continue,
        };
        if !skeleton.ends_with(sound) {
            skeleton.push(sound);
        }
    }
    if skeleton.is_empty() { word.to_string() } else { skeleton }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_sounds_alike_in_any_script() {
        for (a, b) in [
            ("biologics", "биолоджикс"),
            ("celltrion", "셀트리온"),
            ("himfarm", "химфарм"),
            ("mindray", "миндрей"),
        ] {
            assert_eq!(skeleton(a), skeleton(b), "{a} and {b}");
        }
        assert_ne!(skeleton("bioepis"), skeleton("biologics"));
    }

    #[test]
    fn brackets_and_quotes_hold_names() {
        assert_eq!(readings("Green Cross (GC)"), ["Green Cross (GC)", "Green Cross  "]);
        assert!(readings("ТОО «Ромат»").contains(&"Ромат".to_string()));
    }
}
