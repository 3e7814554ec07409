//! Facts as columns: every attribute is a column of its own name.

use crate::error::Result;
use crate::sites::attribute::{Attribute, Facts, Form, Value};
use rusqlite::types::{ToSqlOutput, Value as Stored};
use rusqlite::{Connection, Row, ToSql};

/// The columns of some attributes: `site.area_sq_ft, site.office_sq_ft`.
pub fn columns(table: &str, attributes: impl Iterator<Item = &'static Attribute>) -> String {
    attributes.map(|attribute| format!("{table}.{}", attribute.name)).collect::<Vec<_>>().join(", ")
}

/// What a row knows.
pub fn read(row: &Row<'_>, attributes: impl Iterator<Item = &'static Attribute>) -> rusqlite::Result<Facts> {
    let mut facts = Facts::default();
    for attribute in attributes {
        let value = match attribute.form {
            Form::Whole(_) | Form::Feet | Form::Money | Form::Degrees(_) => row.get::<_, Option<i64>>(attribute.name)?.map(Value::Number),
            Form::Yes => row.get::<_, Option<bool>>(attribute.name)?.map(Value::Yes),
            Form::Date => row.get(attribute.name).map(|day: Option<_>| day.map(Value::Day))?,
            Form::Text | Form::Words | Form::Choice(_) => row.get::<_, Option<String>>(attribute.name)?.map(Value::Text),
        };
        if let Some(value) = value {
            facts.set(attribute, value);
        }
    }
    Ok(facts)
}

/// Every attribute with what is stored for it; nothing where it is not known.
pub fn all(facts: &Facts, attributes: impl Iterator<Item = &'static Attribute>) -> Vec<(&'static str, Stored)> {
    let stored = |attribute: &'static Attribute| match facts.get(attribute.name) {
        None => Stored::Null,
        Some(value) => stored(value),
    };
    attributes.map(|attribute| (attribute.name, stored(attribute))).collect()
}

/// The attributes that are known.
pub fn known(facts: &Facts, attributes: impl Iterator<Item = &'static Attribute>) -> Vec<(&'static str, Stored)> {
    all(facts, attributes).into_iter().filter(|(_, value)| *value != Stored::Null).collect()
}

fn stored(value: &Value) -> Stored {
    match value {
        Value::Number(number) => Stored::Integer(*number),
        Value::Yes(yes) => Stored::Integer(i64::from(*yes)),
        Value::Text(text) => Stored::Text(text.clone()),
        Value::Day(day) => match day.to_sql() {
            Ok(ToSqlOutput::Owned(value)) => value,
            _ => Stored::Null,
        },
    }
}

/// Runs a statement with these parameters.
pub fn execute(conn: &Connection, sql: &str, params: &[(String, &dyn ToSql)]) -> Result<usize> {
    let params: Vec<(&str, &dyn ToSql)> = params.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    Ok(conn.prepare_cached(sql)?.execute(params.as_slice())?)
}
