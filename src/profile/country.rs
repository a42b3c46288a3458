//! Countries, by code and by name.

use crate::vocabulary::{self, Lang, WordSet};
use std::fmt;

/// A country by its ISO 3166-1 alpha-2 code (or `EU`, where a union acts as one authority).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

/// The officially assigned codes of ISO 3166-1 alpha-2.
const ISO_3166: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

impl Country {
    /// Reads a code, or a name in any of the six languages.
    pub fn read(text: &str) -> Option<Country> {
        let text = text.trim();
        let two = |text: &str| <[u8; 2]>::try_from(text.as_bytes()).ok();
        let code = two(text).map(|code| code.map(|letter| letter.to_ascii_uppercase()));
        let known = code.filter(|code| ISO_3166.as_bytes().chunks(3).any(|listed| listed.starts_with(code)));
        known.or_else(|| two(vocabulary::key(WordSet::Country, text)?)).map(Country)
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }

    /// The name in a language, where our tables have it; else the code.
    pub fn name(&self, lang: Lang) -> &str {
        vocabulary::name(WordSet::Country, self.code(), lang)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_countries_by_code_and_by_name() {
        for text in ["KZ", "kz", " Казахстан ", "哈萨克斯坦", "카자흐스탄", "Qozog‘iston"]
        {
            assert_eq!(Country::read(text).map(|c| c.code().to_string()).as_deref(), Some("KZ"), "{text}");
        }
        assert_eq!(Country::read("ZZ"), None);
        assert_eq!(Country::read("Atlantis"), None);
    }
}
