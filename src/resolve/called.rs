//! What makes a name this name: its words without legal forms, codes and fillers, and how they sound.

use super::chinese::Company;
use super::legal::{without_codes, without_forms};
use super::meanings::{meaning, without_formulas};
use super::tokens::is_cjk;
use crate::profile::Country;
use crate::text::{fold, is_ideograph, latin, plain};
use crate::vocabulary::{self, WordSet};

/// The words of a name that make it this name, and the countries that it names.
#[derive(Debug, Clone, Default)]
pub(super) struct Core {
    pub words: Vec<String>,
    pub skeletons: Vec<String>,
    /// The words in their own language.
    pub own: Vec<String>,
    pub countries: Vec<Country>,
    /// A name that is one word of Han, as that of a company.
    pub company: Option<Company>,
}

impl Core {
    pub(super) fn of(text: &str) -> Core {
        let mut core = Core::default();
        let folded = without_formulas(&without_codes(&fold(text)));
        let words = without_forms(&folded);
        core.company = match words.as_slice() {
            [one] if one.chars().all(is_ideograph) => Some(Company::of(one)),
            _ => None,
        };
        core.own = words.iter().filter(|w| !is_filler(w) && country(w).is_none()).cloned().collect();
        let several = words.len() > 1;
        for word in &words {
            match country(word) {
                Some(country) if several => core.countries.push(country),
                _ if several && is_filler(word) => {}
                _ => core.words.push(placeless(in_full(word.clone()))),
            }
        }
        if core.words.is_empty() {
            core.words = words.into_iter().map(in_full).map(placeless).collect();
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

/// A word of a name as it is compared: that of an institution in one word for all languages, the adjective
/// of a place as the place.
fn in_full(word: String) -> String {
    if is_filler(&word) {
        return word;
    }
    if let Some(meaning) = meaning(&word) {
        return meaning.to_string();
    }
    // Самаркандский; of карагандинский the place is караганда.
    const OF_PLACES: &[&str] =
        &["инский", "инского", "ский", "ского", "ская", "ской", "ское", "inskiy", "skiy"];
    let place = OF_PLACES.iter().find_map(|end| word.strip_suffix(end));
    let place = place.filter(|p| p.chars().count() >= 4 && !p.ends_with("че") && !p.ends_with("che"));
    // Gyeonggi-do: the province with or without the word for it.
    let province = || {
        let of = word.strip_suffix("do").or_else(|| word.strip_suffix('도'))?;
        KOREAN_PROVINCES.contains(&of).then_some(of)
    };
    place.or_else(province).map_or_else(|| word.clone(), str::to_string)
}

const KOREAN_PROVINCES: &[&str] = &[
    "gyeonggi",
    "gangwon",
    "chungcheongbuk",
    "chungcheongnam",
    "jeollabuk",
    "jeollanam",
    "gyeongsangbuk",
    "gyeongsangnam",
    "jeju",
    "경기",
    "강원",
    "제주",
];

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

/// A way to read what is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub text: String,
    /// Whether it counts only where the country or the city of the organization stands beside it.
    pub needs_place: bool,
}

impl Reading {
    fn of(text: impl Into<String>) -> Reading {
        Reading { text: text.into(), needs_place: false }
    }
}

/// What stands before the parent of an institution, and what stands behind it.
const BEFORE_PARENT: &[&str] = &[" при ", " under the ", " affiliated with "];
const BEHIND_PARENT: &[&str] = &[" huzuridagi ", " жанындағы ", " 산하 ", " ҳузуридаги "];
/// What stands before the person after whom an institution is named, mostly left out.
const BEFORE_HONOREE: &[&str] = &[" им. ", " имени ", " named after "];

/// The ways to read what is written: the whole, without what stands in brackets, what stands in
/// brackets or quotes alone, without the parent of an institution, without whom it is named after.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let mut readings = vec![Reading::of(text)];
    for (open, close) in [('(', ')'), ('（', '）'), ('[', ']')] {
        let Some((before, inside, after)) = enclosed(text, open, close) else { continue };
        readings.push(Reading::of(format!("{before} {after}")));
        // A mere remark in brackets (a city, a code) is no name.
        if inside.chars().filter(|c| c.is_alphabetic()).count() >= 3 {
            readings.push(Reading::of(inside));
        }
    }
    // What stands outside of quotes is a legal form or the parent, and no name.
    for (open, close) in [('«', '»'), ('“', '”'), ('"', '"'), ('《', '》')] {
        let Some((_, inside, _)) = enclosed(text, open, close) else { continue };
        readings.extend(inside.split(open).map(Reading::of));
    }
    let cut = |marks: &[&'static str]| marks.iter().find_map(|mark| text.split_once(mark));
    readings.extend(cut(BEFORE_PARENT).map(|(name, _)| Reading::of(name)));
    readings.extend(cut(BEHIND_PARENT).map(|(_, name)| Reading::of(name)));
    readings.extend(cut(BEFORE_HONOREE).map(|(name, _)| Reading { needs_place: true, ..Reading::of(name) }));
    readings.retain(|r| !fold(&r.text).is_empty());
    readings
}

fn enclosed(text: &str, open: char, close: char) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(open)?;
    let (inside, after) = rest.split_once(close)?;
    Some((before, inside, after))
}

/// Words that say nothing of which organization it is.
fn is_filler(word: &str) -> bool {
    #[rustfmt::skip]
    const FILLERS: &[&str] = &[
        "the", "of", "do", "мз", "ан", "and", "for", "in", "at", "named", "after", "и", "им", "имени", "по", "г", "города", "в", "на",
        "атындағы", "және", "va", "republic", "республики", "республика", "республике", "республикой", "республикасы", "respublikasi", "республикасынын", "республикалык", "city", "пгт", "акад", "академика", "shahri", "shahar", "каласы", "respublika",
    ];
    FILLERS.contains(&word) || FILLERS.contains(&plain(word).as_str())
}

/// The country that a word names, in any of the six languages and the cases of Russian.
fn country(word: &str) -> Option<Country> {
    #[rustfmt::skip]
    const FORMS: &[(&str, &str)] = &[
        ("казахстана", "KZ"), ("рк", "KZ"), ("казахстане", "KZ"), ("қр", "KZ"), ("kazakh", "KZ"), ("қазақстан", "KZ"),
        ("узбекистана", "UZ"), ("руз", "UZ"), ("узбекистане", "UZ"), ("oʻzbekiston", "UZ"), ("ozbekiston", "UZ"), ("ўзбекистон", "UZ"),
        ("китая", "CN"), ("кнр", "CN"), ("кореи", "KR"), ("корея", "KR"), ("корее", "KR"), ("корейский", "KR"), ("корейская", "KR"), ("корейское", "KR"), ("корейского", "KR"), ("китайский", "CN"), ("китайская", "CN"), ("китайское", "CN"), ("китае", "CN"), ("korean", "KR"), ("대한민국", "KR"), ("한국", "KR"), ("中国", "CN"), ("chinese", "CN"),
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
    matches!(business(word), Some("pharma" | "bio"))
        || matches!(word, "biologics" | "biological" | "therapeutics")
        || PLACES.contains(&word)
}

/// Words that a company of China has in its full name and leaves out at will.
pub(super) fn may_be_added_in_china(word: &str) -> bool {
    matches!(
        word,
        "products" | "technology" | "technologies" | "tech" | "science" | "industry" | "engineering"
    ) || PLACES.contains(&word)
}

/// Whether a word is a place that names carry or leave out at will.
pub(super) fn is_place(word: &str) -> bool {
    PLACES.contains(&word)
}

/// A word as it is spelt in Latin letters, whatever its script.
pub(super) fn spelt(word: &str) -> String {
    let cyrillic = word.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'));
    let written = if cyrillic { latin(word).replace('x', "h") } else { word.to_string() };
    any_ascii::any_ascii(&written).to_lowercase().replace("kh", "h").replace('y', "i")
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
pub(super) fn skeleton(word: &str) -> String {
    let cyrillic = word.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'));
    // The Uzbek x is an h.
    let latin = if cyrillic { latin(word).replace('x', "h").replace("teh", "tek") } else { word.to_string() };
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
    // Two consonants are no name: the vowels count too.
    if skeleton.len() < 3 { self::spelt(word) } else { skeleton }
}

/// Whether two words, given with their skeletons, sound alike. Of Han every letter counts beside Han and
/// Latin, as all spell it alike and its syllables are few: 秦皇岛 (Qinhuangdao) has the consonants of Kangtai.
pub(super) fn sound_alike((a, a_skeleton): (&str, &str), (b, b_skeleton): (&str, &str)) -> bool {
    let is_han = |word: &str| word.chars().any(is_ideograph);
    let spells = |word: &str| is_han(word) || word.is_ascii();
    if (is_han(a) || is_han(b)) && spells(a) && spells(b) {
        spelt(a) == spelt(b)
    } else {
        a_skeleton == b_skeleton
    }
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
        let alike = |a: &str, b: &str| sound_alike((a, &skeleton(a)), (b, &skeleton(b)));
        assert!(alike("恒瑞", "hengrui") && alike("hengrui", "恒瑞"));
        assert!(!alike("秦皇岛", "kangtai") && !alike("中国医科大学", "中国药科大学"));
    }

    #[test]
    fn brackets_and_quotes_hold_names() {
        let texts = |text| readings(text).into_iter().map(|r| r.text).collect::<Vec<_>>();
        assert_eq!(texts("Green Cross (GC)"), ["Green Cross (GC)", "Green Cross  "]);
        assert!(texts("ТОО «Ромат»").contains(&"Ромат".to_string()));
        assert!(texts("АО «Холдинг «Фитохимия»").contains(&"Фитохимия".to_string()));
        assert!(texts("Агентство при Министерстве").contains(&"Агентство".to_string()));
    }
}
