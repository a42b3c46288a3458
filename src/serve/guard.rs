//! Who may ask, and what every answer says of itself.
//!
//! A page of another site can make a browser send requests here, and by a name of its own that leads to
//! this machine (DNS rebinding) could even read the answers. So a request has to name this server by one
//! of its own names, and where a browser says which page it comes from, it has to be ours.

use super::api::Problem;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::uri::Uri;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// The names of this server.
pub struct Hosts(Vec<String>);

impl Hosts {
    /// Those of this machine at a port; a browser leaves out the usual one.
    pub fn new(port: u16) -> Hosts {
        let names = ["127.0.0.1", "localhost", "[::1]"];
        let mut hosts: Vec<String> = names.iter().map(|name| format!("{name}:{port}")).collect();
        if port == 80 {
            hosts.extend(names.iter().map(ToString::to_string));
        }
        Hosts(hosts)
    }

    fn has(&self, host: &str) -> bool {
        self.0.iter().any(|own| own.eq_ignore_ascii_case(host))
    }

    /// Whether a request names this server and does not come from the page of another.
    fn let_in(&self, uri: &Uri, headers: &HeaderMap) -> Result<(), Problem> {
        let mut named = headers.get_all(header::HOST).iter();
        let (Some(host), None) = (named.next().and_then(text), named.next()) else {
            return Err(Problem::other_host());
        };
        let in_line = uri.authority().is_none_or(|authority| authority.as_str() == host);
        if !self.has(host) || !in_line {
            return Err(Problem::other_host());
        }
        let is_own = |origin: &HeaderValue| {
            text(origin).and_then(|o| o.strip_prefix("http://")).is_some_and(|o| o.eq_ignore_ascii_case(host))
        };
        if !headers.get_all(header::ORIGIN).iter().all(is_own) {
            return Err(Problem::other_origin());
        }
        // A link of another page may lead to ours, but not into it.
        let from = headers.get("sec-fetch-site").and_then(text);
        if uri.path() != "/" && from.is_some_and(|from| from != "same-origin" && from != "none") {
            return Err(Problem::other_origin());
        }
        Ok(())
    }
}

fn text(value: &HeaderValue) -> Option<&str> {
    value.to_str().ok()
}

/// Lets in who may ask and what is not too large, and marks the answer.
pub async fn guard(
    State((hosts, most)): State<(Arc<Hosts>, usize)>,
    request: Request,
    next: Next,
) -> Response {
    let refusal = match hosts.let_in(request.uri(), request.headers()) {
        Err(problem) => Some(problem),
        // A body that says how large it is need not be read.
        Ok(()) => {
            says(request.headers()).filter(|length| *length > most as u64).map(|_| Problem::too_large(most))
        }
    };
    let mut response = match refusal {
        None => next.run(request).await,
        Some(problem) => {
            let mut refused = problem.into_response();
            // Whatever follows on this connection is not read.
            refused.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
            refused
        }
    };
    for (name, value) in MARKS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

fn says(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH).and_then(text)?.parse().ok()
}

/// What answers say unless they say otherwise: they are what they claim, for this page, for now, and can
/// run and load nothing.
const MARKS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn status(port: u16, uri: &str, headers: &[(&str, &str)]) -> Option<u16> {
        let pair = |(name, value): &(&str, &str)| {
            (
                HeaderName::from_bytes(name.as_bytes()).expect("a name"),
                HeaderValue::from_str(value).expect("a value"),
            )
        };
        let mut map = HeaderMap::new();
        for (name, value) in headers.iter().map(pair) {
            map.append(name, value);
        }
        Hosts::new(port).let_in(&uri.parse().expect("an address"), &map).err().map(|p| p.status)
    }

    #[test]
    fn only_the_names_of_this_machine_at_this_port_are_let_in() {
        for host in ["127.0.0.1:7717", "localhost:7717", "LocalHost:7717", "[::1]:7717"] {
            assert_eq!(status(7717, "/", &[("host", host)]), None, "{host}");
        }
        for host in [
            "evil.example:7717",
            "127.0.0.1",
            "127.0.0.1:80",
            "localhost.evil.example:7717",
            "127.0.0.1:7717.evil",
            "",
        ] {
            assert_eq!(status(7717, "/", &[("host", host)]), Some(421), "{host}");
        }
        assert_eq!(status(7717, "/", &[]), Some(421));
        assert_eq!(status(7717, "/", &[("host", "localhost:7717"), ("host", "evil.example")]), Some(421));
        assert_eq!(status(7717, "http://evil.example/", &[("host", "localhost:7717")]), Some(421));
        assert_eq!(status(80, "/", &[("host", "localhost")]), None);
    }

    #[test]
    fn no_other_page_gets_in() {
        let own = ("host", "localhost:7717");
        let asked = |path: &str, more: (&str, &str)| status(7717, path, &[own, more]);
        assert_eq!(asked("/api/v1/profiles", ("origin", "http://localhost:7717")), None);
        for origin in [
            "null",
            "http://evil.example",
            "http://localhost:7718",
            "https://localhost:7717",
            "http://127.0.0.1:7717",
        ] {
            assert_eq!(asked("/api/v1/profiles", ("origin", origin)), Some(403), "{origin}");
        }
        assert_eq!(asked("/api/v1/profiles", ("sec-fetch-site", "same-origin")), None);
        assert_eq!(asked("/api/v1/profiles", ("sec-fetch-site", "cross-site")), Some(403));
        assert_eq!(asked("/api/v1/profiles", ("sec-fetch-site", "same-site")), Some(403));
        assert_eq!(asked("/", ("sec-fetch-site", "cross-site")), None);
    }
}
