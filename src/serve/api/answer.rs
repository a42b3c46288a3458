//! What is said when there is one: a document in a format.

use crate::error::{Error, Place, Result};
use crate::render;
use crate::report::book::Book;
use crate::report::table::Table;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::io;

/// JSON.
pub const JSON: &str = "application/json";
/// JSON that says why there is no answer.
pub const JSON_PROBLEM: &str = "application/problem+json";
/// CSV.
pub const CSV: &str = "text/csv; charset=utf-8";
/// A workbook of Excel.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// A page.
pub const HTML: &str = "text/html; charset=utf-8";
/// A calendar.
pub const ICS: &str = "text/calendar; charset=utf-8";

/// A document, written out.
#[derive(Debug)]
pub struct Answer {
    media: &'static str,
    /// The name under which a browser saves it; what has none is shown.
    name: Option<String>,
    bytes: Vec<u8>,
}

impl Answer {
    /// A document in a format.
    ///
    /// # Errors
    /// What writing meets; nothing that is in memory meets anything.
    pub fn new(media: &'static str, write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Result<Answer> {
        let mut bytes = Vec::new();
        write(&mut bytes).map_err(|e| Error::io(Place::file("answer"), "cannot be written", e))?;
        Ok(Answer::bytes(media, bytes))
    }

    /// A document that is written out already.
    pub fn bytes(media: &'static str, bytes: Vec<u8>) -> Answer {
        Answer { media, name: None, bytes }
    }

    /// The same, to be saved under a name.
    pub fn named(self, name: impl Into<String>) -> Answer {
        Answer { name: Some(name.into()), ..self }
    }

    /// A document as the command line writes it with `-f json`.
    ///
    /// # Errors
    /// As [`Answer::new`].
    pub fn json(document: &impl Serialize) -> Result<Answer> {
        Answer::new(JSON, |out| render::json::write(out, document))
    }

    /// A table for a spreadsheet: as the command line writes it with `-f csv`, behind the mark by which
    /// Excel knows UTF-8.
    ///
    /// # Errors
    /// As [`Answer::new`].
    pub fn csv(name: &str, table: &Table) -> Result<Answer> {
        let answer = Answer::new(CSV, |out| {
            out.extend_from_slice("\u{feff}".as_bytes());
            render::csv::write(out, table)
        })?;
        Ok(answer.named(name))
    }

    /// A workbook, as the command line writes it with `-f xlsx`.
    ///
    /// # Errors
    /// What is larger than a sheet of Excel may be.
    pub fn xlsx(name: &str, book: &Book) -> Result<Answer> {
        Ok(Answer::bytes(XLSX, render::xlsx::bytes(book)?).named(name))
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = ([(header::CONTENT_TYPE, self.media)], self.bytes).into_response();
        let disposition = self.name.and_then(|name| format!("attachment; filename=\"{name}\"").parse().ok());
        if let Some(disposition) = disposition {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
        }
        response
    }
}
