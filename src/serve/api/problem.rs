//! What is said when there is no answer.

use super::answer::JSON_PROBLEM;
use crate::error::{Error, ErrorKind};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

/// Why there is no answer (in the form of RFC 9457).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Problem {
    /// The status of the answer.
    pub status: u16,
    /// What is wrong: the place in the input where there is one, then what stands there.
    pub detail: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The stable code of a refusal, where an input was refused as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Problem {
    /// A problem with a status of its own.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Problem {
        Problem { status: status.as_u16(), detail: detail.into(), hint: None, code: None }
    }

    /// The same with a remedy.
    pub fn hint(self, hint: impl Into<String>) -> Problem {
        Problem { hint: Some(hint.into()), ..self }
    }

    /// Nobody holds profiles with this id.
    pub fn unknown_profiles() -> Problem {
        Problem::new(StatusCode::NOT_FOUND, "no profiles with this id are held").hint("upload them again")
    }

    /// The request names another server.
    pub fn other_host() -> Problem {
        let problem = Problem::new(StatusCode::MISDIRECTED_REQUEST, "this server is not called so");
        problem.hint("open it under the address that it printed when it started")
    }

    /// The request comes from the page of another server.
    pub fn other_origin() -> Problem {
        Problem::new(StatusCode::FORBIDDEN, "the request comes from another page")
    }

    /// A body with too many bytes.
    pub fn too_large(most: usize) -> Problem {
        let detail = match most >> 20 {
            0 => format!("more than {} KiB", most >> 10),
            most => format!("more than {most} MiB"),
        };
        let problem = Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail);
        problem.hint("for larger registers, use the command line")
    }

    /// A body that does not arrive.
    pub fn stalled() -> Problem {
        Problem::new(StatusCode::REQUEST_TIMEOUT, "the request does not arrive")
    }

    /// Others are before it.
    pub fn busy() -> Problem {
        let problem =
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "too many others are before this request");
        problem.hint("try again in a moment")
    }

    /// It takes too long.
    pub fn slow() -> Problem {
        let problem = Problem::new(StatusCode::SERVICE_UNAVAILABLE, "this takes too long");
        problem.hint("ask for less, or use the command line")
    }

    /// A fault of ours.
    pub fn broken() -> Problem {
        let problem = Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "silkmatch failed");
        problem.hint("what it printed where it was started says more")
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Problem {
        let status = match error.kind() {
            ErrorKind::Structure | ErrorKind::Findings => StatusCode::UNPROCESSABLE_ENTITY,
            ErrorKind::Value | ErrorKind::Unknown | ErrorKind::Ambiguous => StatusCode::BAD_REQUEST,
            ErrorKind::Io => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Problem {
            hint: error.remedy().map(str::to_string),
            code: error.refusal().map(|refusal| refusal.as_str().to_string()),
            ..Problem::new(status, error.to_string())
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = (status, [(header::CONTENT_TYPE, JSON_PROBLEM)], body).into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}
