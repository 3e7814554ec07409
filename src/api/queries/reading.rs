//! Records read through the token, one or a page of them, as their shapes say.

use super::shapes::{As, Field, Part, Shape};
use crate::api::Caller;
use crate::error::{Error, Result};
use crate::people::{self, Client};
use crate::store::sha256;
use crate::values::{ClientId, Instant, base32};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, ToSql};
use serde_json::{Map, Value, json};

/// Whose record an answer showed: row keys of the business, the program, and the referral.
pub type Seen = (i64, i64, Option<i64>);

/// What is asked of a list.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// How many rows at most.
    pub limit: i64,
    /// Id of the last record of the page before.
    pub after: Option<String>,
    /// Row key of one program.
    pub program: Option<i64>,
    /// Id of one client.
    pub client: Option<String>,
    /// Only what changed since.
    pub changed_since: Option<Instant>,
}

/// A page of a list.
#[derive(Debug)]
pub struct Leaf {
    /// The records.
    pub items: Vec<Value>,
    /// Whom they show.
    pub seen: Vec<Seen>,
    /// Id of the last one, where there are more behind it.
    pub next: Option<String>,
}

/// One record.
#[derive(Debug)]
pub struct One {
    /// As it is sent.
    pub body: String,
    /// Its tag.
    pub etag: String,
    /// Whom it shows.
    pub seen: Option<Seen>,
}

/// The tag of a body: strong, because it is made of every byte of it.
pub fn etag_of(body: &str) -> String {
    let digest = sha256(body.as_bytes());
    format!("\"{}\"", base32(digest.get(..20).unwrap_or_default()))
}

/// "IN (1, 2)": the programs of a token, or the one that was asked for. Row keys of our own, never what somebody typed.
fn within(caller: &Caller, one: Option<i64>) -> String {
    let keys: Vec<String> = match one {
        Some(program) => vec![program.to_string()],
        None => caller.viewer.seats.iter().map(|seat| seat.key.to_string()).collect(),
    };
    format!("IN ({})", keys.join(", "))
}

/// A page of a list, in the order of writing down. `None` where `after` is no record of this list.
pub fn list(conn: &Connection, caller: &Caller, shape: &Shape, ask: &Ask) -> Result<Option<Leaf>> {
    let within = within(caller, ask.program);
    let mine = shape.mine.replace("{in}", &within);
    let id = shape.fields.first().map_or("", |field| field.sql);
    let mut after: i64 = 0;
    if let Some(last) = &ask.after {
        let sql = format!("SELECT {} FROM {} WHERE {id} = ?1 AND {mine}", shape.key, shape.from);
        let Some(key) = conn.prepare_cached(&sql)?.query_row([last], |row| row.get(0)).optional()? else { return Ok(None) };
        after = key;
    }
    let limit = ask.limit + 1;
    let mut filters = vec![mine, format!("{} > :after", shape.key)];
    let mut bound: Vec<(&str, &dyn ToSql)> = vec![(":after", &after), (":limit", &limit)];
    let since = match ask.changed_since {
        Some(since) => Some(first_event(conn, since)?),
        None => None,
    };
    if let Some(since) = &since {
        filters.push(shape.changed.to_owned());
        bound.push((":since", since));
    }
    if let Some(client) = &ask.client {
        filters.push("business.public_id = :client".to_owned());
        bound.push((":client", client));
    }
    let sql = format!("{} WHERE {} ORDER BY {} LIMIT :limit", select(shape, &within), filters.join(" AND "), shape.key);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(bound.as_slice())?;
    let mut leaf = Leaf { items: Vec::new(), seen: Vec::new(), next: None };
    let most = usize::try_from(ask.limit).unwrap_or_default();
    while let Some(row) = rows.next()? {
        if leaf.items.len() == most {
            leaf.next = leaf.items.last().and_then(|last| last.get("id")).and_then(Value::as_str).map(str::to_owned);
            break;
        }
        leaf.items.push(Value::Object(read(row, shape.fields)?));
        leaf.seen.extend(seen(row)?);
    }
    leaf.seen.sort_unstable();
    leaf.seen.dedup();
    Ok(Some(leaf))
}

/// One record with its parts.
pub fn find(conn: &Connection, caller: &Caller, shape: &Shape, id: &str) -> Result<One> {
    let within = within(caller, None);
    let mine = shape.mine.replace("{in}", &within);
    let own = shape.fields.first().map_or("", |field| field.sql);
    let sql = format!("{} WHERE {own} = ?1 AND {mine}", select(shape, &within));
    let found = conn.prepare_cached(&sql)?.query_row([id], |row| Ok((row.get::<_, i64>("row_key")?, read(row, shape.fields)?, seen(row)?)));
    let (key, mut record, seen) = found.optional()?.ok_or(Error::NotFound)?;
    for part in shape.parts {
        record.insert(part.name.to_owned(), Value::Array(parts(conn, part, key, &within)?));
    }
    let body = Value::Object(record).to_string();
    Ok(One { etag: etag_of(&body), body, seen })
}

/// A client of one of the token's programs, in the first of them that it came to.
pub fn client(conn: &Connection, caller: &Caller, id: &ClientId) -> Result<Client> {
    let sql = format!(
        "
        SELECT business.id, enrollment.program_id
        FROM business
        JOIN enrollment ON enrollment.business_id = business.id
        WHERE business.public_id = ?1
          AND enrollment.program_id {}
        ORDER BY enrollment.id
        LIMIT 1",
        within(caller, None)
    );
    let found = conn.prepare_cached(&sql)?.query_row([id], |row| Ok((row.get("id")?, row.get("program_id")?))).optional()?;
    let (business, program) = found.ok_or(Error::NotFound)?;
    people::queries::find_in(conn, business, program)
}

fn parts(conn: &Connection, part: &Part, of: i64, within: &str) -> Result<Vec<Value>> {
    let sql = format!("SELECT {} FROM {}", columns(part.fields, within), part.from.replace("{in}", within));
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(&[(":of", &of)], |row| read(row, part.fields).map(Value::Object))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn select(shape: &Shape, within: &str) -> String {
    let (business, program, referral) = shape.seen;
    format!(
        "SELECT {}, {} AS row_key, {business} AS seen_business, {} AS seen_program, {referral} AS seen_referral FROM {}",
        columns(shape.fields, within),
        shape.key,
        program.replace("{in}", within),
        shape.from
    )
}

fn columns(fields: &[Field], within: &str) -> String {
    fields.iter().map(|field| format!("{} AS \"{}\"", field.sql.replace("{in}", within), field.name)).collect::<Vec<_>>().join(", ")
}

fn seen(row: &Row<'_>) -> rusqlite::Result<Option<Seen>> {
    let business: Option<i64> = row.get("seen_business")?;
    let program: Option<i64> = row.get("seen_program")?;
    let referral = row.get("seen_referral")?;
    Ok(business.zip(program).map(|(business, program)| (business, program, referral)))
}

fn read(row: &Row<'_>, fields: &[Field]) -> rusqlite::Result<Map<String, Value>> {
    let mut record = Map::new();
    for field in fields {
        record.insert(field.name.to_owned(), value_of(row, field)?);
    }
    Ok(record)
}

fn value_of(row: &Row<'_>, field: &Field) -> rusqlite::Result<Value> {
    let stored = row.get_ref(field.name)?;
    Ok(match (field.kind, stored) {
        (As::Many, ValueRef::Null) => json!([]),
        (_, ValueRef::Null) => Value::Null,
        (As::Many, _) => {
            let mut many: Vec<&str> = stored.as_str()?.split(' ').collect();
            many.sort_unstable();
            json!(many)
        }
        (As::Instant, _) => json!(stored.as_i64().ok().and_then(|at| jiff::Timestamp::from_millisecond(at).ok()).map(|at| at.to_string())),
        (As::Yes, _) => json!(stored.as_i64()? != 0),
        (As::Whole, _) => json!(stored.as_i64()?),
        (As::Id | As::Text | As::Day | As::Word(_), _) => json!(stored.as_str()?),
    })
}

/// The first event of the record from an instant on; the one to come where there is none.
fn first_event(conn: &Connection, since: Instant) -> Result<i64> {
    let sql = "
        SELECT coalesce((SELECT min(seq) FROM audit_event WHERE at >= ?1), (SELECT coalesce(max(seq), 0) + 1 FROM audit_event))";
    Ok(conn.prepare_cached(sql)?.query_row([since], |row| row.get(0))?)
}
