//! The page itself: one for each language, which asks the API for all that it shows.

use super::api::{Answer, Asked, HTML, Problem};
use super::held::GIVEN;
use super::site::Site;
use crate::error::Result;
use crate::render::html::{ELEMENTS, STYLE, Sealed};
use crate::report::Wording;
use crate::vocabulary::{self, Lang, WordSet};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

const TEMPLATE: &str = include_str!("site.html");

/// The parts of the script, in the order in which they run.
const SCRIPT: [&str; 5] = [
    include_str!("script/api.js"),
    include_str!("script/data.js"),
    include_str!("script/partners.js"),
    include_str!("script/plan.js"),
    include_str!("script/site.js"),
];

/// What the page may do beside running its own script: ask this server, and show its pages.
const ALLOWED: &str = "connect-src 'self'; frame-src 'self'";

/// It stands in no other page.
const FRAMED: &str = "frame-ancestors 'none'";

/// Sentences of the page that are not its own.
const SHARED: [&str; 12] = [
    "page-seeker",
    "page-all",
    "page-any",
    "severity-fault",
    "severity-warning",
    "severity-note",
    "head-found",
    "head-message",
    "head-hint",
    "head-read",
    "head-rows",
    "head-from",
];

/// How the page is asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    lang: Option<Lang>,
}

/// What the page starts from.
#[derive(Serialize)]
struct SiteDocument {
    lang: &'static str,
    /// Each language with its own name for itself.
    languages: Vec<(&'static str, String)>,
    /// The id of the profiles that the server was started with.
    given: &'static str,
    /// Bytes of an upload, at most.
    upload: usize,
    /// Encodings that a reader may know of a file.
    encodings: [&'static str; 8],
    /// The sentences, by key.
    words: BTreeMap<&'static str, &'static str>,
}

const ENCODINGS: [&str; 8] =
    ["UTF-8", "windows-1251", "KZ-1048", "IBM866", "KOI8-R", "GB18030", "Big5", "CP949"];

impl SiteDocument {
    fn new(lang: Lang, upload: usize) -> SiteDocument {
        let wording = Wording::new(lang);
        let shared = SHARED.iter().filter_map(|key| Some((*key, wording.pattern(key)?)));
        SiteDocument {
            lang: lang.tag(),
            languages: Lang::ALL.map(|l| (l.tag(), own_name(l))).to_vec(),
            given: GIVEN,
            upload,
            encodings: ENCODINGS,
            words: wording.patterns("site-").chain(shared).collect(),
        }
    }
}

/// The name of a language in itself, as it stands in a list.
fn own_name(lang: Lang) -> String {
    let mut letters = vocabulary::name(WordSet::Language, lang.tag(), lang).chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// `GET /`.
pub async fn show(
    State(site): State<Arc<Site>>,
    Asked(query): Asked<PageQuery>,
) -> std::result::Result<Response, Problem> {
    // It takes a few milliseconds, and is there even while all turns are taken.
    let answer = written(&SiteDocument::new(query.lang.unwrap_or(site.lang), site.limits.upload))?;
    Ok(([(header::CONTENT_SECURITY_POLICY, FRAMED)], answer).into_response())
}

fn written(document: &SiteDocument) -> Result<Answer> {
    let style = [STYLE, include_str!("site.css")].concat();
    let script = [ELEMENTS, &SCRIPT.concat()].concat();
    let page = Sealed { template: TEMPLATE, style: &style, script: &script, allowed: ALLOWED };
    Answer::new(HTML, |out| page.write(out, document))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_words_are_those_that_script_and_template_say() {
        let text = [TEMPLATE, &SCRIPT.concat()].concat();
        let said = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        let mut said: BTreeSet<&str> =
            said.filter(|word| word.starts_with("site-") && word.len() > 5).collect();
        // These are put together from parts.
        said.extend(["site-fault", "site-warning", "site-note"]);
        for lang in Lang::ALL {
            let own: BTreeSet<&str> = Wording::new(lang).patterns("site-").map(|(key, _)| key).collect();
            assert_eq!(own, said, "{lang}");
            let words = SiteDocument::new(lang, 1).words;
            assert!(SHARED.iter().all(|key| words.contains_key(key)), "{lang}");
        }
    }

    #[test]
    fn no_part_of_the_page_can_end_early() {
        assert!(!SCRIPT.concat().contains("</"));
        assert!(!include_str!("site.css").contains("</"));
    }
}
