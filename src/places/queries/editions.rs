//! Editions of a set of zones: a newer one closes what the older one drew; the newest can be taken back.

use crate::error::{Error, Result};
use crate::places::reading::DrawnZone;
use crate::places::{Edition, NewEdition, Recorded, ZoneSet};
use crate::store::{Object, Tx};
use crate::values::{Day, ZoneEditionId, ZoneId, ZoneSetId, fold};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::BTreeSet;

/// A set by its name, however it is spelled.
pub fn find_set(conn: &Connection, name: &str) -> Result<Option<ZoneSet>> {
    let sql = "SELECT id, public_id, name, kind FROM zone_set WHERE name_folded = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([fold(name)], read_set).optional()?)
}

pub(super) fn read_set(row: &Row<'_>) -> rusqlite::Result<ZoneSet> {
    Ok(ZoneSet { key: row.get("id")?, id: row.get("public_id")?, name: row.get("name")?, kind: row.get("kind")? })
}

/// The newest edition of a set that stands: row key, first day, hash of its file.
fn newest(conn: &Connection, set: i64) -> Result<Option<(i64, Day, String)>> {
    let sql = "
        SELECT id, valid_from, file_hash
        FROM zone_edition
        WHERE set_id = ?1
          AND undone_at IS NULL
        ORDER BY valid_from DESC, id DESC
        LIMIT 1";
    let read = |row: &Row<'_>| Ok((row.get("id")?, row.get("valid_from")?, row.get("file_hash")?));
    Ok(conn.prepare_cached(sql)?.query_row([set], read).optional()?)
}

/// Records an edition: every zone of it, or nothing. What the edition before drew ends on the day before.
pub fn record(tx: &Tx<'_>, new: &NewEdition, zones: &[DrawnZone]) -> Result<Recorded> {
    let known = find_set(tx, new.set.as_str())?;
    let before = known.as_ref().map_or(Ok(None), |set| newest(tx, set.key))?;
    if let Some((_, valid_from, hash)) = &before {
        if *hash == new.file_hash {
            return Ok(Recorded::SameFile { valid_from: *valid_from });
        }
        if new.valid_from <= *valid_from {
            return Err(Error::Rejected(format!(
                "The edition of {} that is here holds from {valid_from}. A newer one must hold from a later day, not from {}. If that edition is wrong, take it back first.",
                new.set, new.valid_from
            )));
        }
    }
    let set = match known {
        Some(set) => {
            let sql = "UPDATE zone_set SET name = :name, kind = :kind WHERE id = :id";
            tx.execute(sql, named_params! { ":name": new.set, ":kind": new.kind, ":id": set.key })?;
            set.key
        }
        None => insert_set(tx, new)?,
    };
    let had: BTreeSet<String> = standing_names(tx, set)?;
    let sql = "
        UPDATE zone_version
        SET valid_to = :until
        WHERE valid_to IS NULL
          AND zone_id IN (SELECT id FROM zone WHERE set_id = :set)";
    tx.execute(sql, named_params! { ":until": new.valid_from.plus_days(-1), ":set": set })?;
    let (key, edition) = insert_edition(tx, set, new, zones.len())?;
    for zone in zones {
        insert_zone(tx, set, key, new.valid_from, zone)?;
    }
    let has: BTreeSet<String> = zones.iter().map(|zone| zone.name.to_string()).collect();
    let folded = |names: &BTreeSet<String>| names.iter().map(|name| fold(name)).collect::<BTreeSet<_>>();
    let (had_folded, has_folded) = (folded(&had), folded(&has));
    let ended = had.iter().filter(|name| !has_folded.contains(&fold(name))).cloned().collect();
    let begun = if had.is_empty() { Vec::new() } else { has.iter().filter(|name| !had_folded.contains(&fold(name))).cloned().collect() };
    tx.audit_with("zones.imported", Object::new("zone_edition", &edition), &format!("zones {}", zones.len()))?;
    Ok(Recorded::New { edition, zones: zones.len(), ended, begun })
}

fn standing_names(conn: &Connection, set: i64) -> Result<BTreeSet<String>> {
    let sql = "
        SELECT zone.name
        FROM zone
        JOIN zone_version ON zone_version.zone_id = zone.id
        WHERE zone.set_id = ?1
          AND zone_version.valid_to IS NULL";
    let mut statement = conn.prepare_cached(sql)?;
    let names = statement.query_map([set], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

fn insert_set(tx: &Tx<'_>, new: &NewEdition) -> Result<i64> {
    let sql = "INSERT INTO zone_set (public_id, name, name_folded, kind, created_at) VALUES (:id, :name, :folded, :kind, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": tx.fresh_id::<ZoneSetId>()?,
            ":name": new.set,
            ":folded": fold(new.set.as_str()),
            ":kind": new.kind,
            ":at": tx.at(),
        },
    )?;
    Ok(tx.last_insert_rowid())
}

fn insert_edition(tx: &Tx<'_>, set: i64, new: &NewEdition, count: usize) -> Result<(i64, ZoneEditionId)> {
    let sql = "
        INSERT INTO zone_edition (public_id, set_id, file_name, file_hash, source, licence, valid_from, zone_count, imported_by, imported_at)
        VALUES (:id, :set, :file, :hash, :source, :licence, :from, :count, :by, :at)";
    let id = tx.fresh_id::<ZoneEditionId>()?;
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":set": set,
            ":file": new.file_name,
            ":hash": new.file_hash,
            ":source": new.source,
            ":licence": new.licence,
            ":from": new.valid_from,
            ":count": i64::try_from(count).unwrap_or(i64::MAX),
            ":by": tx.actor().id,
            ":at": tx.at(),
        },
    )?;
    Ok((tx.last_insert_rowid(), id))
}

fn insert_zone(tx: &Tx<'_>, set: i64, edition: i64, from: Day, drawn: &DrawnZone) -> Result<()> {
    let folded = fold(drawn.name.as_str());
    let sql = "SELECT id FROM zone WHERE set_id = :set AND name_folded = :folded";
    let known: Option<i64> =
        tx.prepare_cached(sql)?.query_row(named_params! { ":set": set, ":folded": folded }, |row| row.get("id")).optional()?;
    let zone = if let Some(key) = known {
        tx.execute("UPDATE zone SET name = :name WHERE id = :id", named_params! { ":name": drawn.name, ":id": key })?;
        key
    } else {
        let sql = "INSERT INTO zone (public_id, set_id, name, name_folded) VALUES (:id, :set, :name, :folded)";
        tx.execute(sql, named_params! { ":id": tx.fresh_id::<ZoneId>()?, ":set": set, ":name": drawn.name, ":folded": folded })?;
        tx.last_insert_rowid()
    };
    let bounds = drawn.shape.bounds().ok_or_else(|| Error::internal("a zone without corners"))?;
    let sql = "
        INSERT INTO zone_version (zone_id, edition_id, part_of, valid_from, shape, vertex_count, area_sq_m, south_e6, west_e6, north_e6, east_e6)
        VALUES (:zone, :edition, :part_of, :from, :shape, :corners, :area, :south, :west, :north, :east)";
    tx.execute(
        sql,
        named_params! {
            ":zone": zone,
            ":edition": edition,
            ":part_of": drawn.part_of,
            ":from": from,
            ":shape": drawn.shape.to_bytes(),
            ":corners": i64::try_from(drawn.shape.vertex_count()).unwrap_or(i64::MAX),
            ":area": drawn.shape.area_sq_m(),
            ":south": bounds.south,
            ":west": bounds.west,
            ":north": bounds.north,
            ":east": bounds.east,
        },
    )?;
    Ok(())
}

const EDITION: &str = "
    SELECT zone_edition.id, zone_edition.public_id, zone_edition.set_id, zone_set.name AS set_name, zone_edition.file_name,
           zone_edition.source, zone_edition.licence, zone_edition.valid_from, zone_edition.zone_count,
           coalesce(account.name, 'the command line (' || zone_edition.imported_by || ')') AS imported_by, zone_edition.imported_at,
           zone_edition.undone_at,
           NOT EXISTS (SELECT 1
                       FROM zone_edition AS newer
                       WHERE newer.set_id = zone_edition.set_id
                         AND newer.undone_at IS NULL
                         AND newer.valid_from > zone_edition.valid_from) AS is_newest
    FROM zone_edition
    JOIN zone_set ON zone_set.id = zone_edition.set_id
    LEFT JOIN account ON account.public_id = zone_edition.imported_by";

fn read(row: &Row<'_>) -> rusqlite::Result<Edition> {
    Ok(Edition {
        key: row.get("id")?,
        id: row.get("public_id")?,
        set: row.get("set_id")?,
        set_name: row.get("set_name")?,
        file_name: row.get("file_name")?,
        source: row.get("source")?,
        licence: row.get("licence")?,
        valid_from: row.get("valid_from")?,
        zone_count: row.get("zone_count")?,
        imported_by: row.get("imported_by")?,
        imported_at: row.get("imported_at")?,
        undone_at: row.get("undone_at")?,
        is_newest: row.get("is_newest")?,
    })
}

/// Every edition there was, the last imported first.
pub fn editions(conn: &Connection) -> Result<Vec<Edition>> {
    let mut statement = conn.prepare_cached(&format!("{EDITION} ORDER BY zone_edition.id DESC"))?;
    let editions = statement.query_map([], read)?;
    Ok(editions.collect::<rusqlite::Result<_>>()?)
}

/// An edition by its address. Zones are public facts of the whole organization.
pub fn find_edition(conn: &Connection, id: &ZoneEditionId) -> Result<Edition> {
    let sql = format!("{EDITION} WHERE zone_edition.public_id = ?1");
    conn.prepare_cached(&sql)?.query_row([id], read).optional()?.ok_or(Error::NotFound)
}

/// Takes the newest edition of a set back: what it drew goes, what the edition before drew holds again.
pub fn undo(tx: &Tx<'_>, edition: &Edition) -> Result<()> {
    if edition.undone_at.is_some() {
        return Ok(());
    }
    if !edition.can_be_undone(tx.at()) {
        return Err(Error::Rejected(if edition.is_newest {
            "An import can be undone for 30 days, and they are over. Import a corrected edition instead.".to_owned()
        } else {
            "A newer edition stands on this one. Undo that one first.".to_owned()
        }));
    }
    tx.execute("DELETE FROM zone_version WHERE edition_id = ?1", [edition.key])?;
    let sql = "
        UPDATE zone_version
        SET valid_to = NULL
        WHERE valid_to = :until
          AND zone_id IN (SELECT id FROM zone WHERE set_id = :set)";
    tx.execute(sql, named_params! { ":until": edition.valid_from.plus_days(-1), ":set": edition.set })?;
    // A zone that was never drawn before goes too, unless something was written down about it.
    let sql = "
        DELETE FROM zone
        WHERE set_id = ?1
          AND NOT EXISTS (SELECT 1 FROM zone_version WHERE zone_version.zone_id = zone.id)
          AND NOT EXISTS (SELECT 1 FROM zone_pressure WHERE zone_pressure.zone_id = zone.id)";
    tx.execute(sql, [edition.set])?;
    tx.execute("UPDATE zone_edition SET undone_at = :at WHERE id = :id", named_params! { ":at": tx.at(), ":id": edition.key })?;
    tx.audit_with("zones.import_undone", Object::new("zone_edition", &edition.id), &format!("zones {}", edition.zone_count))
}
