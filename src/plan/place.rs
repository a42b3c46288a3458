//! Cities and their time.

use crate::profile::Country;
use crate::text::fold;

/// Whether two texts name one city. A profile may say more than the name, such as `Wonju, Gangwon` or
/// `Incheon (Songdo)`: the first part of one text has to be some part of the other. So two cities of one
/// province are two.
pub fn same_city(a: &str, b: &str) -> bool {
    let parts = |text: &str| -> Vec<String> {
        let parts = text.split([',', '(', ')', '/', ';']).map(|p| fold(p.trim()));
        parts.filter(|p| !p.is_empty()).collect()
    };
    let (a, b) = (parts(a), parts(b));
    a.first().is_some_and(|first| b.contains(first)) || b.first().is_some_and(|first| a.contains(first))
}

/// The time zone of a country that has one; `None` for others, where it has to be named.
pub fn zone(country: Country) -> Option<&'static str> {
    match country.code() {
        "KZ" => Some("Asia/Almaty"),
        "UZ" => Some("Asia/Tashkent"),
        "CN" => Some("Asia/Shanghai"),
        "KR" => Some("Asia/Seoul"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_known_by_any_part_of_what_a_profile_says() {
        for (a, b) in
            [("Wonju", "Wonju, Gangwon"), ("songdo", "Incheon (Songdo)"), ("Incheon", "Incheon (Songdo)")]
        {
            assert!(same_city(a, b) && same_city(b, a), "{a} {b}");
        }
        assert!(!same_city("Chuncheon, Gangwon", "Wonju, Gangwon"));
        assert!(!same_city("Won", "Wonju, Gangwon"));
        assert!(!same_city("", "Wonju"));
    }
}
