//! Strings as they are compared: folding, slugs and similarity.

mod spelling;

pub use spelling::{is_hangul, is_ideograph, kazakh, latin, plain, unmix_as_written};

use unicode_normalization::UnicodeNormalization;

/// The form in which terms and names are compared.
///
/// Compatibility forms are unified (NFKC: full-width letters, ㈜, half-width Hangul, Hangul typed letter
/// by letter), case is dropped, Russian ё is е, traditional Chinese is simplified where our tables have
/// the character, invisible characters and apostrophes of every kind vanish (Uzbek is written with
/// five of them, and with none), and whatever is neither letter, digit, `&` nor `+` becomes one space.
/// A word that mixes Latin and Cyrillic look-alikes is written in the script of its greater part.
/// Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    if let Some(folded) = fold_settled(text) {
        return folded;
    }
    let mut folded = spelling::unmix(pass(text));
    // What vanished may have stood between parts that compose: only then a further pass finds work.
    while folded.chars().any(composes) {
        let next = spelling::unmix(pass(&folded));
        if next == folded {
            break;
        }
        folded = next;
    }
    folded
}

/// The folded form of a text of settled characters, by those of the rules that concern them; `None` for
/// any other. Most of what is folded is settled, and every run folds the shipped labels.
fn fold_settled(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    let (mut gap, mut latin, mut cyrillic) = (false, false, false);
    for c in text.chars() {
        let Settled::Kept(c) = settled(c)? else {
            gap |= !is_apostrophe(c);
            continue;
        };
        latin |= c.is_ascii_lowercase();
        cyrillic |= is_cyrillic_letter(c);
        push(&mut folded, &mut gap, c);
    }
    Some(if latin && cyrillic { spelling::unmix(folded) } else { folded })
}

/// What becomes of a settled character.
enum Settled {
    /// It stays as this one.
    Kept(char),
    /// It is an apostrophe, or a gap.
    Dropped,
}

/// Compatibility forms do not concern settled characters, whatever stands beside them: plain Latin,
/// Cyrillic letters, whole syllables of Hangul, Han, and the common punctuation. `None` for any other.
#[inline]
fn settled(c: char) -> Option<Settled> {
    Some(match c {
        '&' | '+' => Settled::Kept(c),
        _ if c.is_ascii_alphanumeric() => Settled::Kept(c.to_ascii_lowercase()),
        'ё' | 'Ё' => Settled::Kept('е'),
        _ if is_cyrillic_letter(c) => Settled::Kept(lower_cyrillic(c)),
        _ if is_whole(c) => Settled::Kept(spelling::simplified(c)),
        '«' | '»' | '–' | '—' | '“' | '”' | '‘' | '’' | 'ʻ' | 'ʼ' | '·' | '、' | '。' => {
            Settled::Dropped
        }
        _ if c.is_ascii() => Settled::Dropped,
        _ => return None,
    })
}

fn is_cyrillic_letter(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}')
}

/// The small letter of a Cyrillic one; most are small already.
#[inline]
fn lower_cyrillic(c: char) -> char {
    match c {
        '\u{430}'..='\u{45f}' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Han, and syllables of Hangul: letters without case.
fn is_whole(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

fn pass(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkc().flat_map(char::to_lowercase).nfkc() {
        match c {
            'ё' => push(&mut folded, &mut gap, 'е'),
            _ if is_invisible(c) || is_apostrophe(c) => {}
            '&' | '+' => push(&mut folded, &mut gap, c),
            _ if c.is_alphanumeric() || is_mark(c) => push(&mut folded, &mut gap, spelling::simplified(c)),
            _ => gap = true,
        }
    }
    folded
}

/// Combining marks and the single letters of Hangul join what stands before them.
fn composes(c: char) -> bool {
    is_mark(c) || matches!(c, '\u{1100}'..='\u{11ff}')
}

#[inline]
fn push(folded: &mut String, gap: &mut bool, c: char) {
    if std::mem::take(gap) && !folded.is_empty() {
        folded.push(' ');
    }
    folded.push(c);
}

/// The folded form without its spaces, in which hyphenated, spaced and joined spellings meet.
pub fn squash(folded: &str) -> String {
    let mut squashed = String::with_capacity(folded.len());
    let mut from = 0;
    for end in memchr::memchr_iter(b' ', folded.as_bytes()).chain([folded.len()]) {
        squashed.push_str(&folded[from..end]);
        from = end + 1;
    }
    squashed
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | 'ʻ' | 'ʼ' | 'ʹ' | '′' | '\u{301}' | '\u{300}')
}

/// Combining marks that belong to a letter (NFKC leaves those that have no composed form).
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// How alike two strings are, from 0 to 1: one minus the optimal string alignment distance over the
/// longer length, in characters (Damerau 1964 for the edits; `strsim` for the distance).
pub fn similarity(a: &str, b: &str) -> f64 {
    let longer = a.chars().count().max(b.chars().count());
    if longer == 0 {
        return 1.0;
    }
    1.0 - strsim::osa_distance(a, b) as f64 / longer as f64
}

/// The candidates most like `text`, best first, at most `most`; equal ones in their given order.
/// Those less than 0.4 alike are of no help to anybody and are left out.
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let text = fold(text);
    let mut scored: Vec<(f64, &str)> =
        candidates.into_iter().map(|c| (similarity(&text, &fold(c)), c)).filter(|(s, _)| *s >= 0.4).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().take(most).map(|(_, c)| c).collect()
}

/// A stable key made from a name: Latin letters and digits, hyphens between, at most 60 characters.
/// Empty where nothing in the name can be written in Latin letters.
pub fn slug(name: &str) -> String {
    // The soft sign becomes an apostrophe, which is no place to break a word.
    let latin = any_ascii::any_ascii(&name.nfkc().collect::<String>()).to_lowercase().replace('\'', "");
    let words = latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() + 1 > 60 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn unites_what_is_written_in_different_ways() {
        for (a, b) in [
            ("ＧＭＰ", "gmp"),
            ("СЧЁТ", "счет"),
            ("o‘zbek", "oʻzbek"),
            ("o'zbek", "ozbek"),
            ("bio-similar", "bio similar"),
            ("의약품", "의약품"),
            ("㈜녹십자", "(주)녹십자"),
            ("R&D\u{200b} centre", "r&d centre"),
            ("生物類似藥", "生物类似药"),
            ("臨床試驗", "临床试验"),
            ("백신", "백신"),
            ("ﾊﾞｲｵ", "バイオ"),
            // A Cyrillic `а` and `с` in a Latin word, a Latin `o` and `a` in a Cyrillic one.
            ("vасcines", "vaccines"),
            ("вaкцины для дoмa", "вакцины для дома"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} and {b}");
        }
        assert_eq!(squash(&fold("bio-similar")), squash(&fold("biosimilar")));
    }

    #[test]
    fn keeps_apart_what_differs() {
        assert_ne!(fold("CMO"), fold("CDMO"));
        assert_ne!(fold("и"), fold("й"));
    }

    #[test]
    fn counts_characters_and_not_bytes() {
        assert_eq!(similarity("вакцина", "вакцины"), 1.0 - 1.0 / 7.0);
        assert_eq!(similarity("의료기기", "의료기구"), 0.75);
    }

    #[test]
    fn makes_slugs_of_any_script() {
        assert_eq!(slug("Samsung Bioepis Co., Ltd"), "samsung-bioepis-co-ltd");
        assert_eq!(slug("СК-Фармация"), "sk-farmatsiya");
        assert_eq!(slug("Альфа Фарм"), "alfa-farm");
        assert!(!slug("石药集团").is_empty());
        assert_eq!(slug("—"), "");
    }

    proptest! {
        #[test]
        fn plain_latin_folds_as_by_all_rules(text in "[ -~\t\n]{0,40}") {
            prop_assert_eq!(fold(&text), spelling::unmix(pass(&text)));
        }

        #[test]
        fn settled_text_folds_as_by_all_rules(text in "[а-яЁёәғқңөұүһіА-ЯӘҚ가-힣一-龥«»–—“”‘’ʻʼ·、。 A-Za-z0-9'-]{0,20}") {
            prop_assert_eq!(fold(&text), spelling::unmix(pass(&spelling::unmix(pass(&text)))));
        }

        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn folding_marks_and_letters_twice_changes_nothing(text in "[аеoёЁıİсc\u{300}-\u{310}\u{200b}'ᄀ-라-ᅥᆨ-ᆭ가-갛體徵Kk ]{0,12}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
