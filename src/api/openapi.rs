//! The `OpenAPI` 3.1 document, made from the table of operations, the shapes and the bodies.

use super::bodies::{Body, Entry, MOST_OF_A_LIST, Takes};
use super::problem::KINDS;
use super::queries::shapes::{As, Field, Shape};
use super::reading::{MOST, USUAL};
use super::table::{self, Does, Operation};
use crate::auth::{Guest, Route};
use crate::values::Vocabulary;
use crate::web::{Access, get};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![get("/api/openapi.json", &[A::Public], document)]
}

async fn document(_: Guest) -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| document_of(&table::routes()).to_string());
    ([(header::CONTENT_TYPE, "application/json")], TEXT.as_str()).into_response()
}

/// What our ids look like.
const ID: &str = "^[0-9a-hjkmnp-tv-z]{26}$";

/// The document about some operations.
fn document_of(operations: &[Operation]) -> Value {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    for operation in operations {
        let path = paths.entry(operation.route.path).or_insert_with(|| json!({}));
        if let Some(path) = path.as_object_mut() {
            path.insert(operation.route.method.code().to_ascii_lowercase(), described(operation));
        }
        match operation.does {
            Does::Lists(shape) => drop(schemas.insert(format!("{}Page", shape.name), page_of(shape))),
            Does::Makes(_, body, _) | Does::Changes(_, body) => drop(schemas.insert(body.name.to_owned(), body_of(body))),
            Does::Finds(_) => {}
        }
        let shape = operation.does.shape();
        schemas.insert(shape.name.to_owned(), record_of(shape.fields, Vec::new()));
        if !shape.parts.is_empty() {
            schemas.insert(format!("{}InFull", shape.name), in_full(shape));
        }
        for part in shape.parts {
            schemas.insert(part.of.to_owned(), record_of(part.fields, Vec::new()));
        }
    }
    schemas.insert("Made".to_owned(), made());
    schemas.insert("Problem".to_owned(), problem_schema());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Fairfloor",
            "version": "1",
            "description": "Clients, services, referrals and what came of them, for a system of the organization's own. \
                A token has programs and scopes; what lies outside of them looks like nothing. Nothing here says who people are, \
                and no notes, messages or confidential parts. Every list is in the order of writing down. HEAD works wherever GET does. \
                Unknown parameters and fields are refused.",
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer", "description": "A token that a manager made on the page Tokens." } },
            "schemas": schemas,
        },
    })
}

impl Does {
    /// The kind of record it is about.
    pub fn shape(self) -> &'static Shape {
        match self {
            Self::Lists(shape) | Self::Finds(shape) | Self::Makes(shape, ..) | Self::Changes(shape, _) => shape,
        }
    }
}

fn refers(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn full_name(shape: &Shape) -> String {
    if shape.parts.is_empty() { shape.name.to_owned() } else { format!("{}InFull", shape.name) }
}

fn described(operation: &Operation) -> Value {
    let shape = operation.does.shape();
    let mut parameters = Vec::new();
    if operation.route.path.contains("{id}") {
        parameters.push(json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "pattern": ID } }));
    }
    match operation.does {
        Does::Lists(_) => parameters.extend(shape.filters().iter().map(|name| filter(name))),
        Does::Makes(..) => parameters.push(header(
            "Idempotency-Key",
            true,
            "A text of your own for this deed, such as a UUID. The same post again, for two days, makes nothing new and is answered the same.",
            json!({ "type": "string", "pattern": "^[!-~]{1,255}$" }),
        )),
        Does::Changes(..) => parameters.push(header("If-Match", true, "The ETag of the record as you read it.", json!({ "type": "string", "minLength": 1 }))),
        Does::Finds(_) => {}
    }
    if matches!(operation.does, Does::Lists(_) | Does::Finds(_)) {
        let words = "The ETag of an earlier answer: 304 where nothing changed.";
        parameters.push(header("If-None-Match", false, words, json!({ "type": "string" })));
    }
    let mut described = json!({
        "operationId": operation.name,
        "summary": operation.about,
        "description": format!("Needs the scope {}.", operation.scope.code()),
        "tags": [shape.name],
        "parameters": parameters,
        "responses": answers(operation),
    });
    if let (Does::Makes(_, body, _) | Does::Changes(_, body), Some(described)) = (operation.does, described.as_object_mut()) {
        let body = json!({ "required": true, "content": { "application/json": { "schema": refers(body.name) } } });
        described.insert("requestBody".to_owned(), body);
    }
    described
}

fn header(name: &str, is_needed: bool, about: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "header", "required": is_needed, "description": about, "schema": schema })
}

fn filter(name: &str) -> Value {
    let (about, schema) = match name {
        "limit" => ("How many records at most.", json!({ "type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL })),
        "after" => ("The id of the last record of the page before. The header Link and the member next have the whole address.", id()),
        "program" => ("Only of one of the token's programs.", id()),
        "client" => ("Only of one client.", id()),
        _ => {
            ("Only what changed since; what changed a little earlier may be there too.", json!({ "type": "string", "format": "date-time" }))
        }
    };
    json!({ "name": name, "in": "query", "required": false, "description": about, "schema": schema })
}

fn id() -> Value {
    json!({ "type": "string", "pattern": ID })
}

/// Statuses of refusals that a kind of operation can be answered with.
fn refusals(does: Does) -> Vec<u16> {
    let mut statuses = vec![400, 401, 403, 429, 500, 503, 507];
    match does {
        Does::Lists(_) => {}
        Does::Finds(_) => statuses.push(404),
        Does::Makes(_, _, may_be_known) => {
            statuses.extend([413, 415, 422]);
            statuses.extend(may_be_known.then_some(409));
        }
        Does::Changes(..) => statuses.extend([404, 412, 413, 415, 422, 428]),
    }
    statuses.sort_unstable();
    statuses
}

fn answers(operation: &Operation) -> Value {
    let mut answers = Map::new();
    let etag = json!({ "description": "Strong: made of every byte of the record.", "required": true, "schema": { "type": "string" } });
    let good = |about: &str, schema: Value, headers: Value| json!({ "description": about, "headers": headers, "content": { "application/json": { "schema": schema } } });
    let shape = operation.does.shape();
    match operation.does {
        Does::Lists(_) => {
            let link = json!({ "description": "The next page, rel=\"next\", where there is one.", "schema": { "type": "string" } });
            let headers = json!({ "ETag": etag, "Link": link });
            answers.insert("200".to_owned(), good("A page of the list.", refers(&format!("{}Page", shape.name)), headers));
        }
        Does::Finds(_) => drop(answers.insert("200".to_owned(), good("The record.", refers(&full_name(shape)), json!({ "ETag": etag })))),
        Does::Changes(..) => {
            drop(answers.insert("200".to_owned(), good("The record as it is now.", refers(&full_name(shape)), json!({ "ETag": etag }))));
        }
        Does::Makes(..) => {
            let location = json!({ "description": "Where the record is.", "required": true, "schema": { "type": "string" } });
            let headers = json!({ "ETag": etag, "Location": location });
            answers.insert("201".to_owned(), good("It was made.", refers("Made"), headers));
        }
    }
    if matches!(operation.does, Does::Lists(_) | Does::Finds(_)) {
        answers.insert("304".to_owned(), json!({ "description": "Nothing changed." }));
    }
    for status in refusals(operation.does) {
        let kinds: Vec<&str> = KINDS.iter().filter(|((_, code, _), _)| *code == status).map(|((.., title), _)| *title).collect();
        let mut answer = json!({
            "description": format!("{}.", kinds.join("; or: ")),
            "content": { "application/problem+json": { "schema": refers("Problem") } },
        });
        let more = match status {
            401 | 403 => Some("WWW-Authenticate"),
            429 => Some("Retry-After"),
            _ => None,
        };
        if let (Some(name), Some(answer)) = (more, answer.as_object_mut()) {
            answer.insert("headers".to_owned(), json!({ name: { "required": true, "schema": { "type": "string" } } }));
        }
        answers.insert(status.to_string(), answer);
    }
    Value::Object(answers)
}

/// A record with these fields and these besides.
fn record_of(fields: &[Field], more: Vec<(String, Value)>) -> Value {
    let mut properties: Map<String, Value> = fields.iter().map(|field| (field.name.to_owned(), schema_of(field))).collect();
    properties.extend(more);
    let names: Vec<String> = properties.keys().cloned().collect();
    json!({ "type": "object", "required": names, "properties": properties, "additionalProperties": false })
}

fn in_full(shape: &Shape) -> Value {
    let part = |part: &super::queries::shapes::Part| {
        (part.name.to_owned(), json!({ "type": "array", "description": part.about, "items": refers(part.of) }))
    };
    record_of(shape.fields, shape.parts.iter().map(part).collect())
}

fn page_of(shape: &Shape) -> Value {
    json!({
        "type": "object",
        "required": ["items", "next"],
        "properties": {
            "items": { "type": "array", "items": refers(shape.name) },
            "next": { "type": ["string", "null"], "description": "Address of the next page, where there is one." },
        },
        "additionalProperties": false,
    })
}

fn made() -> Value {
    let url = json!({ "type": "string", "description": "Where the record is." });
    json!({ "type": "object", "required": ["id", "url"], "properties": { "id": id(), "url": url }, "additionalProperties": false })
}

fn problem_schema() -> Value {
    let statuses: Vec<u16> =
        KINDS.iter().map(|((_, status, _), _)| *status).collect::<std::collections::BTreeSet<_>>().into_iter().collect();
    let types: Vec<String> = KINDS.iter().map(|((anchor, ..), _)| format!("/api#{anchor}")).collect();
    let error = json!({ "type": "object", "required": ["field", "detail"], "properties": { "field": { "type": "string" }, "detail": { "type": "string" } } });
    json!({
        "type": "object",
        "description": "RFC 9457. The type is a place on the page /api that says what to do.",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string", "enum": types },
            "title": { "type": "string" },
            "status": { "type": "integer", "enum": statuses },
            "detail": { "type": "string" },
            "errors": { "type": "array", "items": error },
            "alike": { "type": "array", "description": "Clients like the one that was sent.", "items": id() },
        },
    })
}

fn schema_of(field: &Field) -> Value {
    let mut schema = match field.kind {
        As::Id => id(),
        As::Text => json!({ "type": "string" }),
        As::Day => json!({ "type": "string", "format": "date" }),
        As::Instant => json!({ "type": "string", "format": "date-time" }),
        As::Whole => json!({ "type": "integer", "minimum": 0 }),
        As::Yes => json!({ "type": "boolean" }),
        As::Word(list) => json!({ "type": "string", "enum": list() }),
        As::Many => json!({ "type": "array", "items": { "type": "string" } }),
    };
    tell(&mut schema, field.about, field.may_lack);
    schema
}

/// Puts what it says beside a schema, and null where that can be.
fn tell(schema: &mut Value, about: &str, may_be_null: bool) {
    let Some(schema) = schema.as_object_mut() else { return };
    schema.insert("description".to_owned(), about.into());
    if may_be_null {
        let of = schema.get("type").cloned().unwrap_or_default();
        schema.insert("type".to_owned(), json!([of, "null"]));
        if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
            words.push(Value::Null);
        }
    }
}

fn body_of(body: &Body) -> Value {
    let properties: Map<String, Value> = body.entries.iter().map(|entry| (entry.name.to_owned(), taken(entry))).collect();
    let needed: Vec<&str> = body.entries.iter().filter(|entry| entry.is_needed).map(|entry| entry.name).collect();
    json!({ "type": "object", "required": needed, "properties": properties, "additionalProperties": false })
}

fn taken(entry: &Entry) -> Value {
    let many = |items: Value| json!({ "type": "array", "maxItems": MOST_OF_A_LIST, "items": items });
    let mut schema = match entry.takes {
        Takes::Id => id(),
        Takes::Text(most) => json!({ "type": "string", "maxLength": most }),
        Takes::Day => json!({ "type": "string", "format": "date" }),
        Takes::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Takes::Yes => json!({ "type": "boolean" }),
        Takes::Word(list) => json!({ "type": "string", "enum": list() }),
        Takes::Words(list) => many(json!({ "type": "string", "enum": list() })),
        Takes::Ids => many(id()),
    };
    tell(&mut schema, entry.about, entry.may_clear);
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_leads_somewhere_and_every_status_has_a_kind() {
        let document = document_of(&table::routes());
        let text = document.to_string();
        let schemas = document["components"]["schemas"].as_object().unwrap();
        for (place, start) in text.match_indices("#/components/schemas/") {
            let name = text[place + start.len()..].split('"').next().unwrap();
            assert!(schemas.contains_key(name), "{name}");
        }
        for operation in table::routes() {
            for status in refusals(operation.does) {
                assert!(KINDS.iter().any(|((_, code, _), _)| *code == status), "{status}");
            }
        }
        let anchors: std::collections::BTreeSet<_> = KINDS.iter().map(|((anchor, ..), _)| anchor).collect();
        assert_eq!(anchors.len(), KINDS.len());
    }

    #[test]
    fn nothing_that_no_token_may_see_has_a_field() {
        for operation in table::routes() {
            let shape = operation.does.shape();
            for field in shape.fields.iter().chain(shape.parts.iter().flat_map(|part| part.fields)) {
                for word in ["note", "facts", "told", "asserted", "words", "secret", "token", "self_id", "subject", "caller", "reads"] {
                    assert!(!field.sql.contains(word), "{}.{} reads {word}", shape.name, field.name);
                }
            }
        }
        assert!(super::super::bodies::NEW_SERVICE.entries.iter().all(|entry| entry.name != "note"));
    }
}
