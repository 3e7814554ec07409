//! Who pays in a program, and who decides, in SQL.

use crate::error::{Error, Result};
use crate::programs::{BodyFacts, DecidingBody, FundingSource, Program, SourceFacts};
use crate::store::{Object, Tx};
use crate::values::{BodyId, Day, FundingSourceId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const SOURCE: &str = "
    SELECT id, public_id, program_id, name, kind, institution, cra_test, cra_purpose, is_default, retired_on, version
    FROM funding_source";

const BODY: &str = "SELECT id, public_id, program_id, name, decides, contact, since_on, until_on, version FROM deciding_body";

fn read_source(row: &Row<'_>) -> rusqlite::Result<FundingSource> {
    Ok(FundingSource {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        facts: SourceFacts {
            name: row.get("name")?,
            kind: row.get("kind")?,
            institution: row.get("institution")?,
            cra_test: row.get("cra_test")?,
            cra_purpose: row.get("cra_purpose")?,
        },
        is_default: row.get("is_default")?,
        retired_on: row.get("retired_on")?,
        version: row.get("version")?,
    })
}

fn read_body(row: &Row<'_>) -> rusqlite::Result<DecidingBody> {
    Ok(DecidingBody {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        facts: BodyFacts {
            name: row.get("name")?,
            decides: row.get("decides")?,
            contact: row.get("contact")?,
            since: row.get("since_on")?,
            until: row.get("until_on")?,
        },
        version: row.get("version")?,
    })
}

/// Who pays in a program, retired ones too, the default first.
pub fn funding_sources(conn: &Connection, program: i64) -> Result<Vec<FundingSource>> {
    let sql = format!("{SOURCE} WHERE program_id = ?1 ORDER BY retired_on IS NOT NULL, is_default DESC, name");
    let mut statement = conn.prepare_cached(&sql)?;
    let sources = statement.query_map([program], read_source)?;
    Ok(sources.collect::<rusqlite::Result<_>>()?)
}

/// Somebody who pays, by their address.
pub fn find_funding_source(conn: &Connection, id: &FundingSourceId) -> Result<FundingSource> {
    conn.prepare_cached(&format!("{SOURCE} WHERE public_id = ?1"))?.query_row([id], read_source).optional()?.ok_or(Error::NotFound)
}

/// Adds somebody who pays. Gives the row key.
pub fn add_funding_source(tx: &Tx<'_>, program: &Program, facts: &SourceFacts, is_default: bool) -> Result<i64> {
    if is_default {
        make_none_default(tx, program.key)?;
    }
    let id: FundingSourceId = tx.fresh_id()?;
    let sql = "
        INSERT INTO funding_source (public_id, program_id, name, kind, institution, cra_test, cra_purpose, is_default)
        VALUES (:id, :program, :name, :kind, :institution, :test, :purpose, :is_default)
        ON CONFLICT DO NOTHING";
    let params = named_params! {
        ":id": id, ":program": program.key, ":name": facts.name, ":kind": facts.kind, ":institution": facts.institution,
        ":test": facts.cra_test, ":purpose": facts.cra_purpose, ":is_default": is_default
    };
    if tx.execute(sql, params)? == 0 {
        return Err(on_the_list(&facts.name));
    }
    let key = tx.last_insert_rowid();
    tx.audit("program.funding_source_added", Object::new("program", &program.id))?;
    Ok(key)
}

/// Changes what is known of somebody who pays, unless somebody else changed it since the form was drawn.
pub fn change_funding_source(tx: &Tx<'_>, source: &FundingSource, version: i64, facts: &SourceFacts, is_default: bool) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM funding_source WHERE program_id = ?1 AND name = ?2 AND id <> ?3)";
    if tx.query_row(sql, (source.program, &facts.name, source.key), |row| row.get(0))? {
        return Err(on_the_list(&facts.name));
    }
    let is_default = is_default && source.retired_on.is_none();
    if is_default {
        make_none_default(tx, source.program)?;
    }
    let sql = "
        UPDATE funding_source
        SET name = :name, kind = :kind, institution = :institution, cra_test = :test, cra_purpose = :purpose, is_default = :is_default,
            version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! {
        ":name": facts.name, ":kind": facts.kind, ":institution": facts.institution, ":test": facts.cra_test,
        ":purpose": facts.cra_purpose, ":is_default": is_default, ":key": source.key, ":version": version
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("funding_source.changed", Object::new("funding_source", &source.id), "name kind institution cra_test cra_purpose default")
}

/// Retires somebody who pays, or takes them back: what they paid stays theirs, and nothing new is offered of them.
pub fn retire_funding_source(tx: &Tx<'_>, source: &FundingSource, version: i64, on: Option<Day>) -> Result<()> {
    let sql = "
        UPDATE funding_source
        SET retired_on = :on, is_default = CASE WHEN :on IS NULL THEN is_default ELSE 0 END, version = version + 1
        WHERE id = :key
          AND version = :version";
    if tx.execute(sql, named_params! { ":on": on, ":key": source.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    let deed = if on.is_some() { "funding_source.retired" } else { "funding_source.returned" };
    tx.audit(deed, Object::new("funding_source", &source.id))
}

/// No two are the usual one, not even for a moment.
fn make_none_default(tx: &Tx<'_>, program: i64) -> Result<()> {
    tx.execute("UPDATE funding_source SET is_default = 0 WHERE program_id = ?1 AND is_default = 1", [program])?;
    Ok(())
}

fn on_the_list(name: &str) -> Error {
    Error::Rejected(format!("{name} is on the list already. Take another name."))
}

/// Who decides in a program.
pub fn deciding_bodies(conn: &Connection, program: i64) -> Result<Vec<DecidingBody>> {
    let mut statement = conn.prepare_cached(&format!("{BODY} WHERE program_id = ?1 ORDER BY until_on IS NOT NULL, name"))?;
    let bodies = statement.query_map([program], read_body)?;
    Ok(bodies.collect::<rusqlite::Result<_>>()?)
}

/// A body by its address.
pub fn find_deciding_body(conn: &Connection, id: &BodyId) -> Result<DecidingBody> {
    conn.prepare_cached(&format!("{BODY} WHERE public_id = ?1"))?.query_row([id], read_body).optional()?.ok_or(Error::NotFound)
}

/// Adds somebody who decides. Gives the row key.
pub fn add_deciding_body(tx: &Tx<'_>, program: &Program, facts: &BodyFacts) -> Result<i64> {
    let id: BodyId = tx.fresh_id()?;
    let sql = "
        INSERT INTO deciding_body (public_id, program_id, name, decides, contact, since_on, until_on)
        VALUES (:id, :program, :name, :decides, :contact, :since, :until)
        ON CONFLICT DO NOTHING";
    let params = named_params! {
        ":id": id, ":program": program.key, ":name": facts.name, ":decides": facts.decides, ":contact": facts.contact,
        ":since": facts.since, ":until": facts.until
    };
    if tx.execute(sql, params)? == 0 {
        return Err(on_the_list(&facts.name));
    }
    let key = tx.last_insert_rowid();
    tx.audit("program.deciding_body_added", Object::new("program", &program.id))?;
    Ok(key)
}

/// Changes what is known of a body, unless somebody else changed it since the form was drawn.
pub fn change_deciding_body(tx: &Tx<'_>, body: &DecidingBody, version: i64, facts: &BodyFacts) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM deciding_body WHERE program_id = ?1 AND name = ?2 AND id <> ?3)";
    if tx.query_row(sql, (body.program, &facts.name, body.key), |row| row.get(0))? {
        return Err(on_the_list(&facts.name));
    }
    let sql = "
        UPDATE deciding_body
        SET name = :name, decides = :decides, contact = :contact, since_on = :since, until_on = :until, version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! {
        ":name": facts.name, ":decides": facts.decides, ":contact": facts.contact, ":since": facts.since, ":until": facts.until,
        ":key": body.key, ":version": version
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("deciding_body.changed", Object::new("deciding_body", &body.id), "name decides contact since until")
}
