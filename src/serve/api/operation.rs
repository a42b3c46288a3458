//! One operation of the API: where it is, what it takes, what it answers, and who does it. The routes
//! and their description are both made from this.

use super::super::site::Site;
use super::Problem;
use super::answer::{JSON, JSON_PROBLEM};
use axum::routing::MethodRouter;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};
use std::sync::Arc;

type MakeSchema = fn(&mut SchemaGenerator) -> Value;

/// One operation.
pub struct Operation {
    /// The path, with `{id}` for what stands in it.
    pub path: &'static str,
    /// What does it.
    pub route: MethodRouter<Arc<Site>>,
    method: &'static str,
    name: &'static str,
    summary: &'static str,
    query: Option<MakeSchema>,
    bodies: Vec<(&'static str, Value)>,
    status: u16,
    answers: Vec<(&'static str, MakeSchema)>,
}

impl Operation {
    /// An operation that takes nothing and answers with nothing.
    pub fn new(
        (method, path): (&'static str, &'static str),
        name: &'static str,
        summary: &'static str,
        route: MethodRouter<Arc<Site>>,
    ) -> Operation {
        let (query, bodies, answers) = (None, Vec::new(), Vec::new());
        Operation { path, route, method, name, summary, query, bodies, status: 200, answers }
    }

    /// The same with the words of a query.
    pub fn asks<T: JsonSchema>(self) -> Operation {
        Operation { query: Some(|generator| T::json_schema(generator).to_value()), ..self }
    }

    /// The same with a body of this media type, or of one named before.
    pub fn takes(mut self, media: &'static str, schema: Value) -> Operation {
        self.bodies.push((media, schema));
        self
    }

    /// The same with another status than 200.
    pub fn with_status(self, status: u16) -> Operation {
        Operation { status, ..self }
    }

    /// The same with a document as one of its answers.
    pub fn answers<T: JsonSchema>(mut self) -> Operation {
        self.answers.push((JSON, |generator| generator.subschema_for::<T>().to_value()));
        self
    }

    /// The same with another format as one of its answers.
    pub fn gives(mut self, media: &'static str) -> Operation {
        self.answers.push((media, |_| json!({ "type": "string" })));
        self
    }

    fn describe(&self, generator: &mut SchemaGenerator) -> Value {
        let content: Map<String, Value> = self
            .answers
            .iter()
            .map(|(media, schema)| ((*media).into(), json!({ "schema": schema(generator) })))
            .collect();
        let mut answer = json!({ "description": self.summary });
        if !content.is_empty() {
            answer["content"] = Value::Object(content);
        }
        let problem = generator.subschema_for::<Problem>().to_value();
        let problem = json!({ "description": "Why there is no answer", "content": { JSON_PROBLEM: { "schema": problem } } });
        let status = self.status.to_string();
        let mut described = json!({
            "operationId": self.name,
            "summary": self.summary,
            "parameters": self.parameters(generator),
            "responses": { status: answer, "default": problem },
        });
        if !self.bodies.is_empty() {
            let content = |(media, schema): &(&str, Value)| ((*media).into(), json!({ "schema": schema }));
            let content: Map<String, Value> = self.bodies.iter().map(content).collect();
            described["requestBody"] = json!({ "required": true, "content": content });
        }
        described
    }

    fn parameters(&self, generator: &mut SchemaGenerator) -> Vec<Value> {
        let mut parameters = Vec::new();
        for part in self.path.split('/').filter_map(|p| p.strip_prefix('{')?.strip_suffix('}')) {
            parameters.push(json!({
                "name": part, "in": "path", "required": true, "schema": { "type": "string" },
                "description": "The id that the upload was answered with; `given` for the profiles that the server was started with.",
            }));
        }
        let schema = self.query.map(|schema| schema(generator)).unwrap_or_default();
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let mut schema = property.clone();
            let described = schema.as_object_mut().and_then(|s| s.remove("description"));
            drop_null(&mut schema);
            parameters.push(json!({
                "name": name, "in": "query", "required": required.contains(&json!(name)),
                "description": described, "schema": schema,
            }));
        }
        parameters
    }
}

/// What is optional in a query is left out; it is never null.
fn drop_null(schema: &mut Value) {
    if let Some(types) = schema["type"].as_array_mut() {
        types.retain(|t| t != "null");
        if let [only] = types.as_slice() {
            schema["type"] = only.clone();
        }
    }
    if let Some(choices) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        choices.retain(|c| c["type"] != "null");
        if let [only] = choices.as_slice() {
            *schema = only.clone();
        }
    }
}

/// The description of all operations: an OpenAPI 3.1 document, whose schemas are those of the types that
/// are read and written.
pub fn description(operations: &[Operation]) -> Value {
    let settings = SchemaSettings::draft2020_12().with(|s| {
        s.definitions_path = "/components/schemas".into();
        s.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    let mut paths: Map<String, Value> = Map::new();
    for operation in operations {
        let described = operation.describe(&mut generator);
        let path = paths.entry(operation.path).or_insert_with(|| json!({}));
        path[operation.method] = described;
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "silkmatch",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Scores and ranks partnerships between health-industry organizations, on this machine.",
            "license": { "name": "MIT", "identifier": "MIT" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": { "schemas": generator.take_definitions(true) },
    })
}
