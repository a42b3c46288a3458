//! Ways of writing that differ between scripts, keyboards and alphabets, not between words.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Traditional characters and the simplified ones that our tables hold for them. Characters that are
/// ordinary in simplified texts too (乾, 后) are no part of it. Drawn from the tables of OpenCC.
const TRADITIONAL: &str = "\
    來来 係系 俬私 個个 倫伦 備备 傳传 價价 儀仪 優优 兒儿 內内 冊册 凈净 創创 劃划 劑剂 動动 務务 區区 協协 員员 單单 囌苏 \
    國国 園园 圖图 團团 埰采 報报 場场 塵尘 墰坛 壇坛 壜坛 奬奖 妝妆 學学 寀采 實实 寧宁 審审 專专 對对 導导 層层 屬属 峯峰 \
    島岛 嶺岭 師师 帶带 幹干 庫库 廠厂 廣广 廳厅 張张 後后 徑径 復复 恆恒 愛爱 應应 掃扫 採采 揚扬 換换 據据 擬拟 敎教 數数 \
    斷断 昇升 曏向 會会 朮术 査查 條条 業业 構构 標标 樞枢 樣样 橋桥 機机 檢检 檯台 權权 氣气 泝溯 淨净 減减 測测 準准 漢汉 \
    漿浆 潔洁 濟济 為为 無无 營营 爲为 牀床 狀状 獎奖 獨独 獸兽 現现 環环 產产 産产 甦苏 甯宁 痠酸 療疗 癥症 發发 監监 矯矫 \
    碼码 礎础 稅税 稱称 種种 穀谷 箇个 節节 範范 篩筛 糰团 納纳 級级 細细 組组 結结 絡络 給给 統统 經经 綠绿 綫线 綱纲 網网 緑绿 \
    線线 編编 緻致 織织 繫系 繼继 續续 罈坛 罎坛 羅罗 羣群 習习 聯联 聲声 職职 脈脉 脩修 脫脱 腎肾 腦脑 腫肿 腸肠 膚肤 膠胶 \
    臟脏 臨临 臺台 與与 興兴 舘馆 艙舱 莊庄 華华 葉叶 葯药 蓆席 藝艺 藥药 蘇苏 處处 術术 衛卫 補补 裝装 製制 複复 覈核 見见 \
    規规 覽览 計计 討讨 訓训 託托 訪访 設设 許许 診诊 註注 証证 評评 詢询 試试 誌志 認认 課课 調调 談谈 論论 諮咨 證证 識识 \
    議议 護护 讓让 貧贫 貨货 貸贷 費费 貼贴 貿贸 資资 質质 賴赖 購购 趨趋 車车 軟软 載载 輔辅 輪轮 輯辑 輸输 轉转 辦办 連连 \
    週周 進进 遊游 運运 達达 遞递 遠远 遡溯 適适 遺遗 遼辽 邁迈 醣糖 醫医 針针 銀银 銷销 錶表 鍵键 鍼针 鏈链 鏡镜 鑑鉴 鑒鉴 \
    長长 門门 開开 間间 閤合 關关 陞升 際际 險险 雙双 電电 靜静 項项 預预 領领 頻频 類类 風风 颱台 飛飞 養养 館馆 馬马 驗验 \
    髒脏 體体 髮发 魯鲁 麪面 麫面 麵面 齣出 龍龙";

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let pair = |pair: &str| {
        let mut chars = pair.chars();
        Some((chars.next()?, chars.next()?))
    };
    TRADITIONAL.split(' ').filter_map(pair).collect()
});

/// The simplified character for a traditional one; any other as it is.
pub(super) fn simplified(c: char) -> char {
    if is_ideograph(c) { SIMPLIFIED.get(&c).copied().unwrap_or(c) } else { c }
}

/// Lower-case letters of Latin and Cyrillic that look alike, or whose capitals do.
const LOOKALIKES: [(char, char); 15] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('i', 'і'),
    ('j', 'ј'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('s', 'ѕ'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
];

fn to_cyrillic(c: char) -> Option<char> {
    LOOKALIKES.iter().find(|(latin, _)| *latin == c).map(|(_, cyrillic)| *cyrillic)
}

fn to_latin(c: char) -> Option<char> {
    LOOKALIKES.iter().find(|(_, cyrillic)| *cyrillic == c).map(|(latin, _)| *latin)
}

/// Writes each word that mixes Latin and Cyrillic in the script of most of its letters (Latin where
/// they are even), if every letter of the other script has a look-alike there; else in the other one,
/// under the same condition; else leaves it.
pub(super) fn unmix(folded: String) -> String {
    let (latin, cyrillic) = (folded.chars().any(is_latin), folded.chars().any(is_cyrillic));
    if !(latin && cyrillic) {
        return folded;
    }
    folded.split(' ').map(unmixed).collect::<Vec<_>>().join(" ")
}

fn unmixed(word: &str) -> String {
    let latin = word.chars().filter(|c| is_latin(*c)).count();
    let cyrillic = word.chars().filter(|c| is_cyrillic(*c)).count();
    if latin == 0 || cyrillic == 0 {
        return word.to_string();
    }
    let in_latin = || {
        word.chars().map(|c| if is_cyrillic(c) { to_latin(c) } else { Some(c) }).collect::<Option<String>>()
    };
    let in_cyrillic = || {
        word.chars().map(|c| if is_latin(c) { to_cyrillic(c) } else { Some(c) }).collect::<Option<String>>()
    };
    let repaired = match cyrillic > latin {
        true => in_cyrillic().or_else(in_latin),
        false => in_latin().or_else(in_cyrillic),
    };
    repaired.unwrap_or_else(|| word.to_string())
}

/// A text in which each word that mixes Latin and Cyrillic look-alikes is written in one script, as
/// [`fold`](super::fold) understands it, with its capitals.
pub fn unmix_as_written(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        written.push_str(&unmixed_word(&rest[..word]));
        let gap = rest[word..].find(char::is_alphanumeric).map_or(rest.len(), |at| word + at);
        written.push_str(&rest[word..gap]);
        rest = &rest[gap..];
    }
    written
}

fn unmixed_word(word: &str) -> String {
    let lower: String = word.chars().flat_map(char::to_lowercase).collect();
    let fixed = unmixed(&lower);
    if fixed == lower || lower.chars().count() != word.chars().count() {
        return word.to_string();
    }
    let kept = |(c, fixed): (char, char)| match c.is_uppercase() {
        true => fixed.to_uppercase().next().unwrap_or(fixed),
        false => fixed,
    };
    word.chars().zip(fixed.chars()).map(kept).collect()
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Whether a character is a Han one.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

/// Whether a character is a syllable or letter of Hangul.
pub fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}')
}

/// A folded text as it is typed without the letters of its alphabet: Kazakh (and Uzbek in Cyrillic) on
/// a Russian keyboard; Uzbek in Latin with q and k, x and h mixed up.
pub fn plain(folded: &str) -> String {
    let plain = |c| match c {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' | 'q' => {
            if c == 'q' {
                'k'
            } else {
                'к'
            }
        }
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' | 'ў' => 'у',
        'һ' | 'ҳ' => 'х',
        'і' => 'и',
        'x' => 'h',
        c => c,
    };
    folded.chars().map(plain).collect()
}

/// A folded text with its Cyrillic in the Latin alphabet of Uzbek of 1995 (law 931-XII of 2 September
/// 1993, as amended on 6 May 1995), without apostrophes, which folding drops: ў is o, ғ is g, ц is ts
/// behind a vowel and s elsewhere, е is ye at the beginning of a word and behind a vowel.
pub fn latin(folded: &str) -> String {
    let mut written = String::with_capacity(folded.len());
    let mut before = ' ';
    for c in folded.chars() {
        let open = matches!(before, ' ' | 'а' | 'е' | 'и' | 'о' | 'у' | 'ў' | 'э' | 'ю' | 'я');
        match uzbek(c) {
            _ if c == 'е' && open => written.push_str("ye"),
            _ if c == 'ц' && !(open && before != ' ') => written.push('s'),
            Some(letters) => written.push_str(letters),
            None => written.push(c),
        }
        before = c;
    }
    written
}

#[rustfmt::skip]
fn uzbek(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a", 'б' => "b", 'в' => "v", 'г' => "g", 'д' => "d", 'е' => "e", 'ж' => "j", 'з' => "z",
        'и' => "i", 'й' => "y", 'к' => "k", 'л' => "l", 'м' => "m", 'н' => "n", 'о' => "o", 'п' => "p",
        'р' => "r", 'с' => "s", 'т' => "t", 'у' => "u", 'ф' => "f", 'х' => "x", 'ц' => "ts", 'ч' => "ch",
        'ш' => "sh", 'щ' => "sh", 'ъ' | 'ь' => "", 'ы' => "i", 'э' => "e", 'ю' => "yu", 'я' => "ya",
        'ў' => "o", 'қ' => "q", 'ғ' => "g", 'ҳ' => "h",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn simplifying_twice_changes_nothing() {
        assert!(SIMPLIFIED.len() > 250);
        assert!(SIMPLIFIED.values().all(|c| simplified(*c) == *c));
    }

    #[test]
    fn a_word_with_letters_of_one_script_alone_is_left() {
        assert_eq!(unmix("gmpға вакцина".into()), "gmpға вакцина");
        assert_eq!(unmix("сe".into()), "ce");
        assert_eq!(fold("МРТ"), "мрт");
    }

    #[test]
    fn look_alikes_are_written_in_one_script_with_their_capitals() {
        // A Latin A and e in a Cyrillic word, a Cyrillic С in a Latin one.
        assert_eq!(unmix_as_written("Aльфа (Цeнтр), Сonsult — GMPға"), "Альфа (Центр), Consult — GMPға");
        assert_eq!(unmix_as_written("SK-Фармация"), "SK-Фармация");
    }

    #[test]
    fn uzbek_in_cyrillic_is_written_in_latin() {
        for (cyrillic, uzbek) in [
            ("тиббий буюмлар", "tibbiy buyumlar"),
            ("ўсимлик", "o'simlik"),
            ("тажриба алмашиш", "tajriba almashish"),
            ("рўйхатдан ўтказиш", "ro'yxatdan o'tkazish"),
            ("инвестиция", "investitsiya"),
            ("вакцина", "vaksina"),
            ("ер", "yer"),
        ] {
            assert_eq!(latin(&fold(cyrillic)), fold(uzbek), "{cyrillic}");
        }
    }

    #[test]
    fn kazakh_is_read_without_its_letters() {
        assert_eq!(plain(&fold("дәрілік заттарды өндіру")), plain(&fold("дарилик заттарды ондиру")));
        assert_eq!(plain("ruyxat"), plain("ruyhat"));
    }
}
