//! Words that say nothing of what is meant: of themselves, or beside a listed label.
//!
//! A claim to a thing is mostly worded as what is done with it: production of vaccines, закупка вакцин,
//! 백신 개발 사업. Beside a label such a word says nothing more. It is no filler, for alone it may be all
//! that a label has, and a label that holds it (`contract manufacturing`) is found before it.

use super::tokens::{is_cjk, is_inflected};
use crate::text::plain;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Beside what a word says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Silent {
    /// Beside anything: articles, particles, services, projects.
    Always,
    /// To make, trade or develop: beside anything but a whole branch of the taxonomy, which has concepts of
    /// its own for it: to make medicines is no claim to medicines.
    Dealing,
    /// To build, plan or study: beside a concept that has none below it, among which the word would choose
    /// (a plant for medicines, training of researchers).
    Choosing,
    /// A thing (equipment, system): beside a concept one of whose labels says so too.
    Thing,
    /// A place (laboratory, centre): beside a concept one of whose labels says so too.
    Place,
    /// To help: beside a concept one of whose labels says so too. To help with a certificate is not to hold it.
    Help,
    /// Of which country: beside a concept one of whose labels names a market. A Korean medicine is another
    /// thing than a medicine, the Korean market is a market.
    Market,
}

/// Words that say nothing, alone or not.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "the", "a", "an", "of", "for", "in", "and", "or", "with", "on", "to", "by", "our", "own", "other", "etc", "various", "different",
    "и", "или", "а", "также", "для", "в", "на", "с", "по", "др", "другие", "прочее", "прочие", "т", "д", "п", "различные", "разные", "наши", "собственные",
    "және", "мен", "бен", "пен", "түрлі", "басқа", "сондай", "ақ", "т", "б",
    "va", "hamda", "turli", "boshqa", "ва", "турли", "бошқа", "uchun", "үшін",
    "сфере", "области", "рамках", "бойынша", "саласында", "туралы", "bilan", "sohasida", "sohasidagi", "boyicha",
    "产品", "的", "和", "与", "及", "等", "各", "类", "开展", "工作", "方面", "领域", "相关",
    "제품", "의", "및", "등", "과", "와", "을", "를", "은", "는", "이", "가", "에", "에서", "에의", "으로", "용", "관련", "각종", "사업", "분야", "관한", "위한", "대한",
];

#[rustfmt::skip]
const SERVING: &[&str] = &[
    "looking for", "interested in", "interest in",
    "seek", "seeking", "search for", "searching for", "need", "needed", "require", "required", "request for", "experience in", "expertise in", "cooperation in", "cooperation on",
    "collaboration in", "collaboration on", "partner for", "partner in", "partners for", "partners in", "partnership in", "partnership for", "turnkey", "turn key", "comprehensive",
    "high quality", "human use", "range of", "wide range of", "full range of", "kind of", "kinds of", "type of", "types of", "from", "into", "at", "through", "we", "are", "is", "all", "any",
    "offer", "provide", "perform", "carry out", "organize", "organise", "implement", "korea", "south korea", "kazakhstan", "uzbekistan", "china", "central asia",
    "service", "provision", "providing", "offering", "conduct", "conducting", "performing", "carrying out", "organisation of", "organization of", "organising",
    "organizing", "implementation", "project", "programme", "program", "activity", "participation", "new", "modern", "international", "field", "area", "sector", "industry",
    "услуга", "проведение", "оказание", "предоставление", "осуществление", "выполнение", "организация", "реализация", "проект", "программа", "деятельность", "участие", "работы", "новый", "современный",
    "международный", "направление", "отрасль", "сфера", "область", "оказываем", "проводим",
    "қызметі", "қызметтері", "қызмет көрсету", "көрсету", "жүргізу", "ұйымдастыру", "жүзеге асыру", "өткізу", "жоба", "жобасы", "жобалары", "бағдарлама", "бағдарламасы", "бағдарламалары", "қатысу", "жаңа", "заманауи", "халықаралық", "саласы", "беру", "ұсыну",
    "xizmat", "xizmati", "xizmatlari", "xizmat korsatish", "korsatish", "otkazish", "tashkil etish", "amalga oshirish", "loyiha", "loyihasi", "loyihalari", "dastur", "dasturi", "dasturlari", "faoliyati", "qatnashish", "yangi", "zamonaviy", "xalqaro", "sohasi",
    "服务", "提供", "承接", "从事", "进行", "实施", "组织", "举办", "参加", "项目", "业务", "新型", "国际", "行业", "专业", "我们", "公司", "企业", "专注", "能力", "解决方案",
    "서비스", "제공", "수행", "진행", "실시", "추진", "운영", "개최", "참가", "참여", "프로젝트", "프로그램", "하는", "하고", "업무", "신규", "국제", "산업", "기업", "업체", "회사", "솔루션", "활동",
];

#[rustfmt::skip]
const DEALING: &[&str] = &[
    "produce", "make", "sell", "buy", "develop", "distribute", "distributing", "deliver", "delivering", "procure", "procuring", "source", "sourcing", "launching", "opening", "installing",
    "production", "manufacture", "manufacturing", "manufacturer", "producer", "producing", "making", "maker", "supply", "supplying", "supplier", "purchase", "purchasing", "procurement",
    "buying", "import", "importing", "importer", "export", "exporting", "exporter", "sale", "selling", "trade", "trading", "distribution", "distributor", "wholesale", "retail", "delivery", "development", "developing", "developer",
    "setting up", "establishment", "launch", "installation", "maintenance", "assembly", "introduction", "company", "production line", "improvement",
    "производство", "выпуск", "изготовление", "производитель", "изготовитель", "поставка", "поставщик", "закупка", "закуп", "приобретение", "покупка", "импорт", "экспорт", "продажа", "реализация", "сбыт", "торговля", "дистрибуция",
    "разработка", "разработчик", "развитие", "внедрение", "установка", "монтаж", "сборка", "обслуживание", "производим", "поставляем", "разрабатываем", "производственный",
    "өндіру", "өндірісі", "өндіріс", "өндіруші", "шығару", "дайындау", "жеткізу", "жеткізуші", "сатып алу", "сату", "импорт", "импорттау", "импорты", "экспорт", "экспорттау", "экспорты", "әзірлеу", "әзірлеуші", "жасау", "дамыту", "енгізу", "орнату",
    "ishlab chiqarish", "ishlab chiqaruvchi", "ishlab chiqish", "tayyorlash", "yetkazib berish", "yetkazib beruvchi", "sotib olish", "xarid qilish", "xaridi", "sotish", "savdosi", "sotuvi", "import", "importi", "import qilish", "eksport", "eksporti", "eksport qilish",
    "yaratish", "rivojlantirish", "joriy etish", "ornatish", "belgilash",
    "生产", "制造", "生产线", "供应", "采购", "购买", "购置", "销售", "经营", "经销", "代理", "进口", "出口", "进出口", "贸易", "批发", "零售", "研发", "研制", "开发", "加工", "安装", "生产商", "制造商", "供应商", "厂家", "推广", "引进", "生产企业",
    "제조", "제조업", "제조업체", "제조사", "생산", "생산업체", "공급", "공급업체", "구매", "구입", "조달", "수입", "수출", "수출입", "판매", "판매업", "유통", "개발", "도입", "설치", "납품", "취급", "양산", "생산라인", "획득", "제작",
];

#[rustfmt::skip]
const CHOOSING: &[&str] = &[
    "construction", "building", "creation", "design", "строительство", "создание", "проектирование", "салу", "құрылысы", "құру", "жобалау", "qurish", "qurilishi", "barpo etish", "loyihalash",
    "建设", "建立", "搭建", "工程", "设计", "구축", "시공", "건설", "건립", "조성", "설계",
    "research", "исследование", "изучение", "зерттеу", "tadqiq etish", "organish", "研究", "연구", "연구개발",
];

#[rustfmt::skip]
const THINGS: &[&str] = &[
    "equipment", "apparatus", "device", "machine", "system", "instrument", "unit", "scanner", "technology", "kit", "solution",
    "оборудование", "аппарат", "аппаратура", "прибор", "система", "установка", "устройство", "комплекс", "технология", "техника", "набор", "изделие",
    "жабдық", "жабдығы", "жабдықтар", "жабдықтары", "аппараттар", "аппараттары", "құрылғы", "құрылғылар", "құрылғылары", "жүйе", "жүйесі", "жүйелері", "құралдары", "технологиялар", "технологиясы", "технологиялары", "техника", "техникасы",
    "uskuna", "uskunalar", "uskunalari", "jihozlar", "jihozlari", "apparatlar", "apparatlari", "qurilma", "qurilmalar", "qurilmalari", "tizim", "tizimi", "tizimlari", "texnologiya", "texnologiyasi", "texnologiyalari", "texnika", "texnikasi", "buyumlar", "buyumlari",
    "设备", "仪器", "装置", "系统", "器械", "机", "仪", "技术", "仪器设备", "装备",
    "장비", "기기", "기구", "장치", "시스템", "설비", "기술", "기계",
];

#[rustfmt::skip]
const PLACES: &[&str] = &[
    "laboratory", "laboratories", "lab", "labs", "centre", "center", "facility", "facilities",
    "лаборатория", "центр", "отделение", "зертхана", "зертханасы", "зертханалары", "орталық", "орталығы", "орталықтары",
    "laboratoriya", "laboratoriyasi", "laboratoriyalari", "markaz", "markazi", "markazlari",
    "实验室", "中心", "平台", "基地", "실험실", "센터", "연구소", "시설", "검사실",
];

const MARKETS: &[&str] =
    &["korean", "chinese", "kazakh", "kazakhstani", "uzbek", "uzbekistani", "central asian"];

const HELPING: &[&str] = &["help", "assistance", "support", "supporting"];

/// The most letters at the beginning by which inflected words are looked up.
const STEM: usize = 4;

struct Table {
    fillers: FxHashSet<&'static str>,
    /// Words without their spaces.
    exact: FxHashMap<String, Silent>,
    /// The first letters of a word of an alphabetic script → the words, as typed on any keyboard.
    stems: FxHashMap<String, Vec<(String, Silent)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        fillers: FILLERS.iter().copied().collect(),
        exact: FxHashMap::default(),
        stems: FxHashMap::default(),
    };
    let all = [
        (FILLERS, Silent::Always),
        (SERVING, Silent::Always),
        (DEALING, Silent::Dealing),
        (CHOOSING, Silent::Choosing),
        (THINGS, Silent::Thing),
        (PLACES, Silent::Place),
        (HELPING, Silent::Help),
        (MARKETS, Silent::Market),
    ];
    for (words, silent) in all {
        for word in words {
            let joined: String = word.chars().filter(|c| *c != ' ').collect();
            table.exact.entry(joined.clone()).or_insert(silent);
            let plain = plain(&joined);
            let stem = stem(&plain);
            if !plain.chars().any(is_cjk) && stem.chars().count() == STEM && !FILLERS.contains(word) {
                table.stems.entry(stem.to_string()).or_default().push((plain, silent));
            }
        }
    }
    table
});

fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM).map_or(word, |(end, _)| &word[..end])
}

/// Whether a word, or a character of Han or Hangul, says nothing of what is meant, alone or not.
pub(super) fn is_filler(word: &str) -> bool {
    TABLE.fillers.contains(word)
}

/// Beside what a word says nothing, whatever its endings; `None` where it says something. Several words
/// are written without spaces.
pub(super) fn silent(word: &str) -> Option<Silent> {
    if let Some(silent) = TABLE.exact.get(word) {
        return Some(*silent);
    }
    if word.chars().any(is_cjk) {
        return None;
    }
    let plain = plain(word);
    let found = TABLE.stems.get(stem(&plain))?;
    found.iter().find(|(listed, _)| is_inflected(&plain, listed)).map(|(_, silent)| *silent)
}

/// Whether a folded label names a thing, a place, a market, or help.
pub(super) fn names(folded: &str, silent: Silent) -> bool {
    let words = match silent {
        Silent::Thing => THINGS,
        Silent::Place => PLACES,
        Silent::Help => HELPING,
        Silent::Market => return folded.split(' ').any(|word| word == "market" || word == "markets"),
        Silent::Always | Silent::Dealing | Silent::Choosing => return false,
    };
    if folded.chars().any(is_cjk) {
        return words.iter().any(|w| w.chars().all(is_cjk) && folded.contains(w));
    }
    folded.split(' ').any(|word| self::silent(word) == Some(silent))
}

/// The words of a folded text, and how each says nothing beside others, if it does; of several words
/// that say so together, each.
fn said(folded: &str) -> Vec<(&str, Option<Silent>)> {
    const MOST: usize = 3;
    let words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty()).collect();
    let mut said = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let ends = (at + 1..=words.len().min(at + MOST)).rev();
        let found = ends.filter_map(|end| Some((end, silent(&words[at..end].concat())?))).next();
        let (end, silent) = found.map_or((at + 1, None), |(end, silent)| (end, Some(silent)));
        said.extend(words[at..end].iter().map(|w| (*w, silent)));
        at = end;
    }
    said
}

/// A text without words that say nothing beside the others, and what those are.
pub(super) struct Core {
    pub text: String,
    pub left_out: Vec<Silent>,
}

/// The ways to leave out words at the beginning, at the end, at both, or everywhere, fewest first.
pub(super) fn cores(folded: &str) -> Vec<Core> {
    let said = said(folded);
    let lead = said.iter().take_while(|(_, s)| s.is_some()).count();
    let trail = said.iter().rev().take_while(|(_, s)| s.is_some()).count();
    if lead == said.len() || said.iter().all(|(_, s)| s.is_none()) {
        return Vec::new();
    }
    let end = said.len() - trail;
    let of = |kept: &dyn Fn(usize) -> bool| {
        let (inside, outside): (Vec<_>, Vec<_>) = said.iter().enumerate().partition(|(i, _)| kept(*i));
        let text = inside.iter().map(|(_, (word, _))| *word).collect::<Vec<_>>().join(" ");
        let mut left_out: Vec<Silent> = outside.iter().filter_map(|(_, (_, s))| *s).collect();
        left_out.sort_unstable();
        left_out.dedup();
        Core { text, left_out }
    };
    let mut cores = vec![
        of(&|i| i >= lead),
        of(&|i| i < end),
        of(&|i| i >= lead && i < end),
        of(&|i| said[i].1.is_none()),
    ];
    cores.retain(|core| core.text != folded && !core.text.is_empty());
    cores.dedup_by(|a, b| a.text == b.text);
    cores
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_dealing_are_silent_in_all_their_forms() {
        for word in [
            "production",
            "manufacturers",
            "производством",
            "закупок",
            "разработке",
            "поставок",
            "өндірісін",
            "жеткізуге",
            "ishlabchiqarishni",
            "yetkazibberish",
            "采购",
            "개발",
        ] {
            assert_eq!(silent(word), Some(Silent::Dealing), "{word}");
        }
        for word in ["vaccines", "вакцина", "услуга", "refusal", "отказ", "疫苗", "거부"]
        {
            assert_ne!(silent(word), Some(Silent::Dealing), "{word}");
        }
    }

    #[test]
    fn help_and_countries_are_silent_beside_what_names_them() {
        assert_eq!(silent("assistance"), Some(Silent::Help));
        assert!(names("export support", Silent::Help) && !names("gmp", Silent::Help));
        assert_eq!(silent("korean"), Some(Silent::Market));
        assert!(names("entering markets", Silent::Market) && !names("medicines", Silent::Market));
    }

    #[test]
    fn words_are_left_out_from_the_edges_inwards() {
        let texts = |folded| cores(folded).into_iter().map(|c| c.text).collect::<Vec<_>>();
        assert_eq!(texts("производство вакцин"), ["вакцин"]);
        assert_eq!(
            texts("услуги по контрактному производству"),
            ["контрактному производству", "услуги по контрактному", "контрактному"]
        );
        assert!(texts("услуги").is_empty());
        assert!(texts("вакцины лошадей").is_empty());
    }
}
