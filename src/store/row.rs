//! A row by the names of its columns, as an archive holds it: one JSON object. Numbers with a point and bytes are written so that they come
//! back as they were.

use crate::error::{Error, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rusqlite::types::Value;
use serde_json::{Value as Json, json};

/// Columns with what stands in them, in their order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row(Vec<(String, Value)>);

impl Row {
    /// Of columns.
    pub fn of(columns: Vec<(String, Value)>) -> Self {
        Self(columns)
    }

    /// Its columns.
    pub fn columns(&self) -> &[(String, Value)] {
        &self.0
    }

    /// Puts something in a column, the last one where there is none of the name.
    pub fn put(&mut self, column: &str, value: Value) {
        match self.0.iter_mut().find(|(name, _)| name == column) {
            Some((_, there)) => *there = value,
            None => self.0.push((column.to_owned(), value)),
        }
    }

    /// What stands in a column.
    pub fn get(&self, column: &str) -> Option<&Value> {
        self.0.iter().find(|(name, _)| name == column).map(|(_, value)| value)
    }

    /// Takes a column out.
    pub fn take(&mut self, column: &str) -> Option<Value> {
        let at = self.0.iter().position(|(name, _)| name == column)?;
        Some(self.0.remove(at).1)
    }

    /// Bytes in a column.
    pub fn blob(&self, column: &str) -> Result<Vec<u8>> {
        if let Some(Value::Blob(bytes)) = self.get(column) { Ok(bytes.clone()) } else { Err(missing(column)) }
    }

    /// A number in a column.
    pub fn integer(&self, column: &str) -> Result<i64> {
        if let Some(Value::Integer(number)) = self.get(column) { Ok(*number) } else { Err(missing(column)) }
    }

    /// A text in a column.
    pub fn text(&self, column: &str) -> Result<String> {
        if let Some(Value::Text(text)) = self.get(column) { Ok(text.clone()) } else { Err(missing(column)) }
    }

    /// Bytes, taken out.
    pub fn take_blob(&mut self, column: &str) -> Result<Vec<u8>> {
        if let Some(Value::Blob(bytes)) = self.take(column) { Ok(bytes) } else { Err(missing(column)) }
    }

    /// A number, taken out.
    pub fn take_integer(&mut self, column: &str) -> Result<i64> {
        if let Some(Value::Integer(number)) = self.take(column) { Ok(number) } else { Err(missing(column)) }
    }

    /// A text, taken out.
    pub fn take_text(&mut self, column: &str) -> Result<String> {
        if let Some(Value::Text(text)) = self.take(column) { Ok(text) } else { Err(missing(column)) }
    }

    /// As one line of JSON.
    pub fn to_json(&self) -> Result<String> {
        let mut fields = Vec::with_capacity(self.0.len());
        for (name, value) in &self.0 {
            let value = match value {
                Value::Null => Json::Null,
                Value::Integer(number) => json!(number),
                Value::Text(text) => json!(text),
                Value::Real(number) => json!({ "real": format!("{number:?}") }),
                Value::Blob(bytes) => json!({ "bytes": STANDARD.encode(bytes) }),
            };
            fields.push(format!("{}:{value}", serde_json::to_string(name)?));
        }
        Ok(format!("{{{}}}", fields.join(",")))
    }

    /// From such a line; nothing where it is none.
    pub fn from_json(line: &[u8]) -> Option<Self> {
        let Json::Object(fields) = serde_json::from_slice(line).ok()? else { return None };
        let value = |value: Json| {
            Some(match value {
                Json::Null => Value::Null,
                Json::Number(number) => Value::Integer(number.as_i64()?),
                Json::String(text) => Value::Text(text),
                Json::Object(typed) => match (typed.get("real"), typed.get("bytes")) {
                    (Some(Json::String(number)), None) => Value::Real(number.parse().ok()?),
                    (None, Some(Json::String(bytes))) => Value::Blob(STANDARD.decode(bytes).ok()?),
                    _ => return None,
                },
                Json::Bool(_) | Json::Array(_) => return None,
            })
        };
        fields.into_iter().map(|(name, typed)| Some((name, value(typed)?))).collect::<Option<_>>().map(Self)
    }
}

fn missing(column: &str) -> Error {
    Error::Rejected(format!("A row has nothing, or something else, in its column {column:?}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::Integer),
            any::<String>().prop_map(Value::Text),
            any::<f64>().prop_filter("a number", |number| number.is_finite()).prop_map(Value::Real),
            proptest::collection::vec(any::<u8>(), 0..40).prop_map(Value::Blob),
        ]
    }

    proptest! {
        #[test]
        fn every_row_comes_back(one in value(), two in value(), three in value()) {
            let row = Row::of(vec![("a".to_owned(), one), ("b_at".to_owned(), two), ("c".to_owned(), three)]);
            let line = row.to_json().unwrap();
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(Row::from_json(line.as_bytes()), Some(row));
        }
    }

    #[test]
    fn what_is_no_row_is_none() {
        for line in ["", "[]", "{\"a\":true}", "{\"a\":1.5}", "{\"a\":{\"bytes\":\"*\"}}", "{\"a\":{}}", "{\"a\":9223372036854775808}"] {
            assert_eq!(Row::from_json(line.as_bytes()), None, "{line}");
        }
    }
}
