//! Uploads: read, told about, forgotten.

use super::super::held::Profiles;
use super::super::limits::Limits;
use super::super::site::Site;
use super::operation::Operation;
use super::query::Asked;
use super::{Answer, Problem};
use crate::read::{Bundle, Encoding, Source};
use crate::report::explanation::OrganizationDocument;
use crate::roster::Loaded;
use crate::vocabulary::Lang;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::time::timeout;

/// `POST /api/v1/profiles`.
pub fn uploading(limits: &Limits) -> Operation {
    let form = json!({
        "type": "object",
        "required": ["file"],
        "properties": {
            "file": {
                "type": "array",
                "items": { "type": "string", "contentMediaType": "application/octet-stream" },
                "description": "One file is taken as `-p FILE` takes it; several are the files of a folder.",
            },
        },
    });
    let route = post(upload).layer(DefaultBodyLimit::max(limits.upload));
    Operation::new(("post", "/api/v1/profiles"), "upload", "Reads tables and holds them for a time", route)
        .asks::<UploadQuery>()
        .takes("multipart/form-data", form)
        .with_status(201)
        .answers::<ProfilesDocument>()
}

/// `GET /api/v1/profiles/{id}`.
pub fn telling() -> Operation {
    let summary = "The organizations of profiles that are held";
    Operation::new(("get", "/api/v1/profiles/{id}"), "profiles", summary, get(tell))
        .asks::<TellQuery>()
        .answers::<ProfilesDocument>()
}

/// `DELETE /api/v1/profiles/{id}`.
pub fn forgetting() -> Operation {
    let summary = "Lets go of an upload";
    Operation::new(("delete", "/api/v1/profiles/{id}"), "forget", summary, delete(forget)).with_status(204)
}

/// How an upload is read.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct UploadQuery {
    /// The encoding of text; where it is not said, it is found.
    encoding: Option<String>,
    /// The language of names.
    lang: Option<Lang>,
}

/// How profiles are told of.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct TellQuery {
    /// The language of names.
    lang: Option<Lang>,
}

/// Profiles that are held.
#[derive(Debug, Serialize, JsonSchema)]
struct ProfilesDocument {
    /// The id under which they are asked for.
    id: String,
    /// The date at which certificates and deadlines are judged.
    as_of: String,
    /// SHA-256 of the tables that were read, as hexadecimal digits.
    inputs: String,
    /// The names of the countries that occur, by ISO 3166 code.
    countries: BTreeMap<String, String>,
    /// The organizations, ascending by id.
    organizations: Vec<OrganizationDocument>,
}

fn document(id: String, profiles: &Profiles, lang: Lang) -> ProfilesDocument {
    let organizations = profiles.roster.organizations();
    let country =
        |o: &crate::profile::Organization| (o.country.to_string(), o.country.name(lang).to_string());
    ProfilesDocument {
        id,
        as_of: profiles.as_of().to_string(),
        inputs: profiles.inputs.clone(),
        countries: organizations.iter().map(country).collect(),
        organizations: organizations.iter().map(Into::into).collect(),
    }
}

async fn upload(
    State(site): State<Arc<Site>>,
    Asked(query): Asked<UploadQuery>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let encoding = query.encoding.map(|name| name.parse::<Encoding>()).transpose();
    let encoding = encoding.map_err(|e| Problem::new(StatusCode::BAD_REQUEST, e))?;
    let form = form.map_err(|e| {
        Problem::new(StatusCode::BAD_REQUEST, e.body_text()).hint("send the files as multipart/form-data")
    })?;
    let receiving = site.receive().await?;
    let files =
        timeout(site.limits.body, files(form, &site.limits)).await.map_err(|_| Problem::stalled())??;
    let bytes = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let today = (site.today)();
    let read = move || {
        let source =
            |(name, bytes): (String, Vec<u8>)| (name.clone(), Source::memory(name, bytes).encoded(encoding));
        let files: Vec<(String, Source)> = files.into_iter().map(source).collect();
        let profiles = Profiles::new(Loaded::new(Bundle::of_files(&files, "upload")?, today)?);
        drop(receiving);
        Ok(Arc::new(profiles))
    };
    let profiles = site.work(read).await?;
    let id = site.hold(Arc::clone(&profiles), bytes);
    let lang = query.lang.unwrap_or_default();
    let answer = site.work(move || Answer::json(&document(id, &profiles, lang))).await?;
    Ok((StatusCode::CREATED, answer).into_response())
}

/// The files of a form, by name.
async fn files(mut form: Multipart, limits: &Limits) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let broken = |e: MultipartError| match e.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(limits.upload),
        status => Problem::new(status, e.body_text()),
    };
    let mut files = Vec::new();
    while let Some(field) = form.next_field().await.map_err(broken)? {
        let name = file_name(&field);
        let bytes = field.bytes().await.map_err(broken)?;
        match name {
            // What a browser sends where no file was chosen.
            Some(name) if name.is_empty() && bytes.is_empty() => {}
            Some(name) => files.push((name, bytes.to_vec())),
            None => {
                let problem = Problem::new(StatusCode::BAD_REQUEST, "a part of the form is no file");
                return Err(problem.hint("give each part a file name"));
            }
        }
        if files.len() > limits.files {
            let detail = format!("more than {} files", limits.files);
            return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail).hint("send one file a table"));
        }
    }
    if files.is_empty() {
        return Err(Problem::new(StatusCode::BAD_REQUEST, "the form holds no file").hint("choose a file"));
    }
    files.sort();
    Ok(files)
}

/// The name of a file without the folders before it.
fn file_name(field: &Field) -> Option<String> {
    field.file_name()?.rsplit(['/', '\\']).next().map(str::to_string)
}

async fn tell(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Asked(query): Asked<TellQuery>,
) -> Result<Answer, Problem> {
    let profiles = site.profiles(&id)?;
    site.work(move || Answer::json(&document(id, &profiles, query.lang.unwrap_or_default()))).await
}

async fn forget(State(site): State<Arc<Site>>, Path(id): Path<String>) -> Result<StatusCode, Problem> {
    if site.forget(&id) { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::unknown_profiles()) }
}
