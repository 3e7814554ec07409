//! Bodies, queries and headers as they are sent, read strictly: what nobody asks for is refused by name.

use super::bodies::{Body, Given};
use super::problem::{BROKEN, MEDIA, Problem, TOO_LARGE, UNMATCHED};
use super::queries::answers::Post;
use super::{Caller, problem};
use crate::store::Keyring;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The most that can be sent at once.
pub const MOST: usize = 256 * 1024;

/// A body with the headers that belong to it.
pub struct Sent {
    /// The headers.
    pub headers: HeaderMap,
    /// As it came, to tell the same post from another.
    pub bytes: Vec<u8>,
    /// What it says.
    pub given: Given,
}

/// Reads a body of a kind.
pub async fn sent(request: Request, body: &Body) -> Result<Sent, Problem> {
    let (parts, content) = request.into_parts();
    let media = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !matches!(media.as_str(), "application/json" | "application/merge-patch+json") {
        return Err(Problem::new(MEDIA, "The Content-Type must be application/json."));
    }
    let bytes = to_bytes(content, MOST).await.map_err(|_| Problem::new(TOO_LARGE, "A body has at most 256 KB."))?.to_vec();
    let Once(object) = serde_json::from_slice(&bytes).map_err(|cause| {
        let (line, column) = (cause.line(), cause.column());
        Problem::new(BROKEN, format!("The body must be one JSON object with each name once: line {line}, column {column}."))
    })?;
    let given = body.read(&object).map_err(|errors| Problem::fields(problem::REFUSED, errors))?;
    Ok(Sent { headers: parts.headers, bytes, given })
}

/// An object that has each name once: of two, nobody could say which is meant.
struct Once(Map<String, Value>);

impl<'de> serde::Deserialize<'de> for Once {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OnceVisitor)
    }
}

struct OnceVisitor;

impl<'de> serde::de::Visitor<'de> for OnceVisitor {
    type Value = Once;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object with each name once")
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut access: A) -> Result<Once, A::Error> {
        let mut object = Map::new();
        while let Some((name, value)) = access.next_entry::<String, Value>()? {
            if object.insert(name, value).is_some() {
                return Err(serde::de::Error::custom("a name stands there twice"));
            }
        }
        Ok(Once(object))
    }
}

/// One header, where it is there once and is plain text.
fn one<'h>(headers: &'h HeaderMap, name: &str) -> Result<Option<&'h str>, Problem> {
    let mut values = headers.get_all(name).iter();
    let Some(first) = values.next() else { return Ok(None) };
    match first.to_str() {
        Ok(text) if values.next().is_none() => Ok(Some(text.trim())),
        _ => Err(Problem::new(BROKEN, format!("The header {name} must be there once, in plain characters."))),
    }
}

/// The name of the header with the key of a post.
pub const KEY: &str = "idempotency-key";

/// A post with its key: what it said and where it went, as keyed digests.
pub fn post_of(keys: &Keyring, caller: &Caller, path: &str, sent: &Sent) -> Result<Post, Problem> {
    let key = one(&sent.headers, KEY)?.filter(|key| (1..=255).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()));
    let Some(key) = key else {
        return Err(Problem::new(
            BROKEN,
            "Send the header Idempotency-Key with a text of your own for this deed, such as a UUID: 1 to 255 characters without spaces.",
        ));
    };
    Ok(Post {
        token: caller.key,
        key: keys.audit_mac(&[b"api key", key.as_bytes()]),
        body: keys.audit_mac(&[b"api post", path.as_bytes(), &sent.bytes]),
    })
}

/// What the header If-Match names.
#[derive(Debug, Clone)]
pub enum Matching {
    /// Whatever is there.
    Any,
    /// One of these tags.
    Tags(Vec<String>),
}

impl Matching {
    /// The header of a change. It is needed.
    pub fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        match one(headers, "if-match")? {
            None | Some("") => Err(Problem::new(UNMATCHED, "Send the ETag of the record as you read it in the header If-Match.")),
            Some("*") => Ok(Self::Any),
            Some(tags) => Ok(Self::Tags(tags.split(',').map(|tag| tag.trim().to_owned()).collect())),
        }
    }

    /// True where a tag is named, strongly: a weak one never fits.
    pub fn fits(&self, etag: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Tags(tags) => tags.iter().any(|tag| tag == etag),
        }
    }
}

/// What stands behind the question mark, each name once and one of ours.
pub fn query_of(query: Option<&str>, known: &[&str]) -> Result<BTreeMap<String, String>, Problem> {
    let broken = |words: String| Problem::new(BROKEN, words);
    let query = query.unwrap_or_default();
    let uri = axum::http::Uri::builder().path_and_query(format!("/?{query}")).build();
    let pairs = uri.ok().and_then(|uri| axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri).ok());
    let Some(axum::extract::Query(pairs)) = pairs else { return Err(broken("The query cannot be read.".to_owned())) };
    let mut read = BTreeMap::new();
    for (name, value) in pairs {
        if !known.contains(&name.as_str()) {
            let name: String = name.chars().take(40).collect();
            return Err(broken(format!("There is no parameter {name} here. There are: {}.", known.join(", "))));
        }
        if read.insert(name.clone(), value).is_some() {
            return Err(broken(format!("The parameter {name} is there twice.")));
        }
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_names_each_of_ours_once() {
        let known = ["limit", "after"];
        assert_eq!(query_of(Some("limit=5&after=a%2Bb"), &known).unwrap()["after"], "a+b");
        assert!(query_of(None, &known).unwrap().is_empty());
        for wrong in ["limit=5&limit=6", "page=2"] {
            assert!(query_of(Some(wrong), &known).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_object_has_each_name_once() {
        assert!(serde_json::from_str::<Once>(r#"{"a": 1, "b": {"a": 2}}"#).is_ok());
        for wrong in [r#"{"a": 1, "a": 1}"#, "[]", "5", "{\"a\": 1} x", ""] {
            assert!(serde_json::from_str::<Once>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_change_names_the_version_it_changes() {
        let of = |tags: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("if-match", tags.parse().unwrap());
            Matching::of(&headers)
        };
        assert!(Matching::of(&HeaderMap::new()).is_err());
        assert!(of("\"a\", \"b\"").unwrap().fits("\"b\""));
        assert!(of("*").unwrap().fits("\"b\""));
        assert!(!of("W/\"b\"").unwrap().fits("\"b\""), "a weak tag is no promise about every byte");
    }
}
