//! The sentences that the page's own script says; the others are put in when the page is written.

use super::super::Wording;
use std::collections::BTreeMap;

/// The keys. A test holds them against the script and the template.
pub(super) const WORDS: &[&str] = &[
    "assumed",
    "carried-by",
    "decimal",
    "flip-first",
    "flip-first-never",
    "flip-member",
    "flip-member-never",
    "flip-tie",
    "for-them",
    "for-you",
    "head-closeness",
    "head-confidence",
    "head-country",
    "head-criterion",
    "head-date",
    "head-level",
    "head-need",
    "head-offer",
    "head-partner",
    "head-points",
    "head-rank",
    "head-score",
    "head-source",
    "head-status",
    "head-total",
    "head-value",
    "head-weight",
    "kind-unknown",
    "not-met",
    "page-above",
    "page-all",
    "page-any",
    "page-below",
    "page-concept",
    "page-date",
    "page-gaps-need",
    "page-gaps-offer",
    "page-holds",
    "page-holds-choose",
    "page-holds-note",
    "page-inputs",
    "page-kind",
    "page-lock",
    "page-made",
    "page-map",
    "page-map-cell",
    "page-map-hint",
    "page-more",
    "page-moves",
    "page-moves-none",
    "page-nearest",
    "page-network",
    "page-nobody",
    "page-organizations",
    "page-own",
    "page-preset",
    "page-reset",
    "page-save",
    "page-search",
    "page-seeker",
    "page-shown",
    "page-slider",
    "page-start",
    "page-start-weights",
    "page-waterfall",
    "page-weights",
    "page-why",
    "relation-broader",
    "relation-complement",
    "relation-narrower",
    "relation-related",
    "relation-same",
    "score-line",
    "title-ask",
    "title-ours",
    "title-theirs",
    "unknown",
];

/// The sentences with their places for words.
pub(super) fn words(wording: &Wording) -> BTreeMap<String, String> {
    let said = |key: &&str| Some((key.to_string(), wording.pattern(key)?.to_string()));
    WORDS.iter().filter_map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// All keys that stand between quotation marks after one of these words.
    fn said(text: &str, starts: &[&str]) -> BTreeSet<String> {
        let after = |start| text.split(start).skip(1).filter_map(|rest: &str| rest.split('"').next());
        starts.iter().flat_map(|s| after(*s)).map(str::to_string).collect()
    }

    #[test]
    fn the_words_are_those_that_script_and_template_say() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/html");
        let mut keys =
            said(&std::fs::read_to_string(folder.join("page.html")).expect("a template"), &["page.words[\""]);
        for entry in std::fs::read_dir(folder.join("script")).expect("a folder") {
            let script = std::fs::read_to_string(entry.expect("an entry").path()).expect("text");
            keys.extend(said(&script, &["say(\"", "flipSentence(\"", "by(low, \"", "by(high, \""]));
        }
        // These are put together from parts.
        for (start, ends) in [
            ("relation-", &["same", "narrower", "broader", "related", "complement"][..]),
            ("head-", &["need", "offer", "closeness", "level", "status", "date", "source"]),
            ("head-", &["criterion", "value", "weight", "points", "score"]),
            ("page-gaps-", &["need", "offer"]),
            ("flip-", &["first-never", "member-never"]),
        ] {
            keys.extend(ends.iter().map(|end| format!("{start}{end}")));
        }
        assert_eq!(keys, WORDS.iter().map(|w| w.to_string()).collect());
    }

    #[test]
    fn every_word_has_a_sentence_of_one_line_in_every_language() {
        for lang in crate::vocabulary::Lang::ALL {
            let said = words(&Wording::new(lang));
            let missing: Vec<&&str> = WORDS.iter().filter(|key| !said.contains_key(**key)).collect();
            assert!(missing.is_empty(), "{lang}: {missing:?}");
        }
    }
}
