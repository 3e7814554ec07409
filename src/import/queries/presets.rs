//! Readings of files that managers keep under a name.

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::import::Run;
use crate::import::presets::{self, Kept};
use crate::store::{Object, Tx};
use crate::values::{ImportKind, ImportPresetId, Line};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const KEPT: &str = "
    SELECT import_preset.id, import_preset.public_id, import_preset.kind, import_preset.name, import_preset.mapping,
           import_preset.version, program.name AS program_name
    FROM import_preset
    LEFT JOIN program ON program.id = import_preset.program_id";

/// Those of every program, and those of the programs the viewer manages.
const MINE: &str = "(import_preset.program_id IS NULL
    OR import_preset.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer AND role = 'manager'))";

fn read(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let mapping: String = row.get("mapping")?;
    Ok(Kept {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_name")?,
        kind: row.get("kind")?,
        name: row.get("name")?,
        mapping: serde_json::from_str(&mapping).unwrap_or_default(),
        version: row.get("version")?,
    })
}

/// What the viewer can choose, by name.
pub fn kept_for(conn: &Connection, viewer: &Viewer) -> Result<Vec<Kept>> {
    let sql = format!("{KEPT} WHERE {MINE} ORDER BY import_preset.name");
    let mut statement = conn.prepare_cached(&sql)?;
    let kept = statement.query_map(named_params! { ":viewer": viewer.key }, read)?;
    Ok(kept.collect::<rusqlite::Result<_>>()?)
}

/// One of them.
pub fn find_kept(conn: &Connection, viewer: &Viewer, id: &ImportPresetId) -> Result<Kept> {
    let sql = format!("{KEPT} WHERE import_preset.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// What is kept under a name for files of this kind, in a program.
pub fn kept_as(conn: &Connection, program: i64, kind: ImportKind, name: &str) -> Result<Kept> {
    let reach = "(import_preset.program_id IS NULL OR import_preset.program_id = :program)";
    let sql = format!("{KEPT} WHERE import_preset.name = :name AND {reach}");
    let params = named_params! { ":name": name.trim(), ":program": program };
    let kept = conn.prepare_cached(&sql)?.query_row(params, read).optional()?;
    let Some(kept) = kept else {
        let sql = format!("{KEPT} WHERE {reach} ORDER BY import_preset.name LIMIT 50");
        let mut statement = conn.prepare_cached(&sql)?;
        let own = statement.query_map(named_params! { ":program": program }, read)?.collect::<rusqlite::Result<Vec<Kept>>>()?;
        let own = own.into_iter().map(|kept| (kept.name, kept.kind));
        let all = presets::ALL.iter().map(|preset| (preset.name.to_owned(), preset.kind)).chain(own);
        let all: Vec<String> = all.map(|(name, kind)| format!("{name} ({})", crate::values::Vocabulary::code(kind))).collect();
        return Err(Error::Rejected(format!("There is no preset {name:?}. The presets are: {}.", all.join(", "))));
    };
    if kept.kind == kind {
        Ok(kept)
    } else {
        let code = crate::values::Vocabulary::code;
        Err(Error::Rejected(format!("The preset {name} reads {}, not {}.", code(kept.kind), code(kind))))
    }
}

/// Keeps how a file was read under a name: for its program, or for every program.
pub fn keep(tx: &Tx<'_>, run: &Run, name: &Line, is_for_all: bool) -> Result<()> {
    refuse_taken(tx, name, None)?;
    let id: ImportPresetId = tx.fresh_id()?;
    let sql = "
        INSERT INTO import_preset (public_id, program_id, kind, name, mapping, kept_by, kept_at)
        VALUES (:id, :program, :kind, :name, :mapping, :by, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id, ":program": (!is_for_all).then_some(run.program), ":kind": run.kind, ":name": name,
            ":mapping": serde_json::to_string(&run.mapping)?, ":by": tx.actor().id, ":at": tx.at(),
        },
    )?;
    tx.audit("import_preset.kept", Object::new("import_preset", &id))
}

/// Calls it something else.
pub fn rename(tx: &Tx<'_>, kept: &Kept, version: i64, name: &Line) -> Result<()> {
    refuse_taken(tx, name, Some(kept.key))?;
    let sql = "UPDATE import_preset SET name = :name, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":name": name, ":key": kept.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("import_preset.renamed", Object::new("import_preset", &kept.id), "name")
}

/// Lets it go. What was imported with it stays.
pub fn let_go(tx: &Tx<'_>, kept: &Kept, version: i64) -> Result<()> {
    let sql = "DELETE FROM import_preset WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":key": kept.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("import_preset.removed", Object::new("import_preset", &kept.id))
}

fn refuse_taken(tx: &Tx<'_>, name: &Line, own: Option<i64>) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM import_preset WHERE name = :name COLLATE NOCASE AND id IS NOT :own)";
    let is_taken: bool = tx.query_row(sql, named_params! { ":name": name, ":own": own }, |row| row.get(0))?;
    if is_taken || presets::find(&name.as_str().to_lowercase()).is_some() {
        return Err(Error::Rejected(format!(
            "There is a preset called {} already. Choose another name.",
            crate::values::quoted(name.as_str())
        )));
    }
    Ok(())
}
