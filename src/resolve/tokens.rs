//! How alike two words are: inflections, slips of the keyboard, and words that only look alike.

use crate::text::{is_hangul, is_ideograph, plain};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// How alike the same word under other spelling habits is.
const SPELT: f64 = 0.98;
/// How alike two forms of one word are.
const INFLECTED: f64 = 0.95;
/// How much one edit in each letter takes away: with [`super::ACCEPT`] at 0.90, one edit in six
/// letters is the most that is taken for a slip.
const EDIT: f64 = 0.6;

/// Words that stand in front of another and turn its meaning round, or into another stage of the work.
const TURNING: &[&str] = &[
    "non",
    "pre",
    "un",
    "anti",
    "in",
    "im",
    "dis",
    "de",
    "re",
    "до",
    "не",
    "без",
    "бес",
    "анти",
    "пре",
    "контр",
    "ре",
    "де",
    "bio",
    "био",
    "no",
    "be",
    "nano",
    "нано",
    "micro",
    "микро",
    "радио",
    "radio",
    "immuno",
    "иммуно",
];

/// Single characters that do the same in front of Hangul and Han.
const TURNING_CHARS: &[char] =
    &['비', '전', '무', '불', '미', '반', '재', '非', '前', '无', '不', '未', '反', '再'];

/// Ordinary words that one slip would turn into a word of our tables.
const ORDINARY: &[&str] = &[
    "patient",
    "patients",
    "contact",
    "contacts",
    "import",
    "invention",
    "interesting",
    "restaurants",
    "tractor",
    "tractors",
    "contrast",
    "constructive",
    "construct",
    "vacation",
    "vaccinations",
    "genetics",
    "patrons",
    "parents",
    "draining",
    "raining",
    "clinics",
    "plants",
    "planets",
];

/// Endings that a word of an alphabetic script takes without becoming another word: English, Russian,
/// and the chained ones of Kazakh and Uzbek (as typed without the letters of the alphabet).
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "s", "es",
    "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й", "ов", "ев", "ей", "ам", "ям", "ах", "ях", "ом", "ем", "ой",
    "ою", "ею", "ами", "ями", "ие", "ия", "ии", "ий", "ию", "ием", "ией", "иям", "иями", "иях",
    // клетка, клеток
    "ка", "ки", "ке", "ку", "кой", "кам", "ками", "ках", "ок", "ек",
    "ый", "ого", "его", "ому", "ему", "ых", "их", "ым", "им", "ыми", "ими", "ая", "яя", "ую", "юю", "ое", "ее", "ые",
];
#[rustfmt::skip]
const CHAINED: &[&str] = &[
    "лар", "лер", "дар", "дер", "тар", "тер", "ы", "и", "сы", "си", "нын", "нин", "дын", "дин", "тын", "тин",
    "га", "ге", "ка", "ке", "на", "не", "а", "е", "ны", "ни", "ды", "ди", "ты", "ти", "н", "да", "де", "та", "те",
    "нда", "нде", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен", "дагы", "деги", "лык", "лик", "тык", "тик", "дык", "дик",
    "lar", "i", "si", "ning", "ni", "ga", "ka", "da", "dan", "dagi", "lari", "im", "imiz", "bilan",
];

/// A word in the forms that are compared, made once for each word.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub text: String,
    /// As typed without the letters of its alphabet.
    pub plain: String,
    /// How many characters that is.
    length: usize,
    is_cjk: bool,
}

impl Form {
    pub(super) fn of(text: &str) -> Form {
        let plain = plain(text);
        Form {
            text: text.to_string(),
            length: plain.chars().count(),
            is_cjk: plain.chars().any(is_cjk),
            plain,
        }
    }
}

/// How alike a word of the input is to a word of the labels, from 0 to 1; 0 for everything that is not
/// plainly the same word. A word that the labels know themselves is no slip of another one.
pub(super) fn likeness(word: &Form, listed: &Form, known: bool) -> f64 {
    if word.text == listed.text {
        return 1.0;
    }
    if word.plain == listed.plain {
        return SPELT;
    }
    if word.is_cjk || listed.is_cjk {
        return if known { 0.0 } else { likeness_cjk(&word.plain, &listed.plain) };
    }
    if word.plain.chars().next() != listed.plain.chars().next() {
        return 0.0;
    }
    let alike = if is_inflected(&word.plain, &listed.plain) {
        INFLECTED
    } else if known {
        0.0
    } else {
        slip(word, listed)
    };
    if alike > 0.0 && is_turned(&word.plain, &listed.plain) { 0.0 } else { alike }
}

/// How alike a word with slips of the keyboard is to the one that was meant; 0 where it is another one.
fn slip(word: &Form, listed: &Form) -> f64 {
    let (shorter, longer) = (word.length.min(listed.length), word.length.max(listed.length));
    // At most one edit in six letters, and three in all: what differs more in length needs no counting.
    let budget = (longer / 6).min(3);
    if shorter < 5
        || longer - shorter > budget
        || word.plain.chars().any(|c| c.is_ascii_digit())
        || ORDINARY.contains(&word.plain.as_str())
    {
        return 0.0;
    }
    let distance = strsim::osa_distance(&word.plain, &listed.plain);
    if distance <= budget { 1.0 - EDIT * distance as f64 / longer as f64 } else { 0.0 }
}

/// Hangul is compared letter by letter, from five syllables on; of Han, one character of four or more
/// may be replaced by one that sounds the same, which is how it is mistyped.
fn likeness_cjk(word: &str, listed: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), listed.chars().collect());
    let han = b.iter().any(|c| is_ideograph(*c));
    // A digit or a letter of an abbreviation is no slip: 임상 1상 is not 임상 3상, GLP 인증 not GMP 인증.
    let latin =
        |word: &[char]| word.iter().filter(|c| c.is_ascii_alphanumeric()).copied().collect::<Vec<_>>();
    if latin(&a) != latin(&b) {
        return 0.0;
    }
    let least = if han { 4 } else { 5 };
    if a.first() != b.first() || a.len().abs_diff(b.len()) > 1 || a.len().min(b.len()) < least {
        return 0.0;
    }
    if han {
        let differing: Vec<_> = a.iter().zip(&b).filter(|(x, y)| x != y).collect();
        let sound = |c: &char| any_ascii::any_ascii_char(*c);
        return match differing.as_slice() {
            [(x, y)] if a.len() == b.len() && is_ideograph(**x) && sound(x) == sound(y) => 0.95,
            _ => 0.0,
        };
    }
    let (x, y): (String, String) = (word.nfd().collect(), listed.nfd().collect());
    let distance = strsim::osa_distance(&x, &y);
    let budget = if a.len() >= 8 { 2 } else { 1 };
    if distance > budget {
        return 0.0;
    }
    1.0 - EDIT * distance as f64 / x.chars().count().max(y.chars().count()) as f64
}

/// Whether two words differ by endings alone.
pub(super) fn is_inflected(a: &str, b: &str) -> bool {
    let shared: usize = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum();
    let stem = a[..shared].chars().count();
    // An ending may begin inside what both share (-ия and -ие share the и): give back up to two letters.
    let starts = a[..shared].char_indices().rev().map(|(at, _)| at);
    std::iter::once(shared)
        .chain(starts)
        .take(3)
        .enumerate()
        .any(|(back, at)| stem - back >= 4 && is_ending(&a[at..]) && is_ending(&b[at..]))
}

fn is_ending(tail: &str) -> bool {
    static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| ENDINGS.iter().copied().collect());
    tail.is_empty() || SET.contains(tail) || is_chain(tail, 3)
}

/// Whether a tail is a chain of at most so many endings of Kazakh or Uzbek.
fn is_chain(tail: &str, links: usize) -> bool {
    static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| CHAINED.iter().copied().collect());
    const LONGEST: usize = 5;
    let ends = tail.char_indices().skip(1).map(|(end, _)| end).chain([tail.len()]).take(LONGEST);
    tail.is_empty()
        || links > 0
            && ends.into_iter().any(|end| SET.contains(&tail[..end]) && is_chain(&tail[end..], links - 1))
}

/// Whether one word is the other behind a word that turns its meaning.
fn is_turned(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    TURNING
        .iter()
        .any(|t| long.strip_prefix(t).is_some_and(|rest| rest == short || is_inflected(rest, short)))
}

/// Whether a character in front of Hangul or Han turns the meaning of what follows.
pub(super) fn turns(c: char) -> bool {
    TURNING_CHARS.contains(&c)
}

/// Whether a character belongs to a script that is written without spaces, or with them at will.
pub(super) fn is_cjk(c: char) -> bool {
    is_hangul(c) || is_ideograph(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_slips_of_one_word_are_alike() {
        for (a, b) in [
            ("вакцинами", "вакцины"),
            ("исследований", "исследования"),
            ("вакциналарды", "вакциналар"),
            ("dorilarning", "dorilar"),
            ("biosimlars", "biosimilars"),
            ("вакциин", "вакцин"),
            ("바이오시밀라", "바이오시밀러"),
            ("生物类似要", "生物类似药"),
        ] {
            let alike = likeness(&Form::of(a), &Form::of(b), false);
            assert!(alike >= 0.9, "{a} and {b}: {alike}");
        }
    }

    #[test]
    fn other_words_are_not() {
        for (a, b) in [
            ("nonclinical", "clinical"),
            ("доклинические", "клинические"),
            ("вакцинация", "вакцина"),
            ("patients", "patents"),
            ("chiqarish", "chiqish"),
            ("비임상시험", "임상시험"),
            ("药品注射", "药品注册"),
            ("immunology", "immunobiology"),
        ] {
            assert_eq!(likeness(&Form::of(a), &Form::of(b), false), 0.0, "{a} and {b}");
        }
        let (a, b) = (Form::of("generics"), Form::of("genetics"));
        assert_eq!(likeness(&a, &b, true), 0.0, "both are words of the table");
    }
}
