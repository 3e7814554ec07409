//! The ledger in the database.

mod beside;
mod guarded;

pub use guarded::{guarded_plain, guarded_sealed};
mod word;

pub use beside::{LeftOut, audit_head, left_out};
pub use word::{word, words, write};

use super::making::{Draft, Frozen};
use super::{Release, counts};
use crate::equity::catalogue::Way;
use crate::equity::ledger::editions::Edition;
use crate::error::{Error, Result};
use crate::firewall::Owner;
use crate::store::{Keyring, Object, Tx};
use crate::values::{Day, Period, ReleaseAudience, ReleaseId, ReleasePlan, Vocabulary};
use crate::web::Leaf;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::HashMap;

const RELEASES: &str = "
    SELECT report_release.id, report_release.public_id, report_release.program_id,
           program.public_id AS program_public_id, program.name AS program_name, report_release.period,
           report_release.years, report_release.first_on, report_release.last_on, report_release.plan,
           coalesce(account.name, report_release.made_by) AS made_by, report_release.made_at,
           report_release.corrects_id, report_release.reason
    FROM report_release
    LEFT JOIN account ON account.public_id = report_release.made_by
    LEFT JOIN program ON program.id = report_release.program_id";

fn release(row: &Row<'_>) -> rusqlite::Result<(Release, String)> {
    let release = Release {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        program_id: row.get("program_public_id")?,
        program_name: row.get("program_name")?,
        period: Period::Year(0),
        years: row.get("years")?,
        first: row.get("first_on")?,
        last: row.get("last_on")?,
        plan: row.get("plan")?,
        made_by: row.get("made_by")?,
        made_at: row.get("made_at")?,
        corrects: row.get("corrects_id")?,
        reason: row.get("reason")?,
        told: Vec::new(),
    };
    Ok((release, row.get("period")?))
}

fn whole(conn: &Connection, (release, period): (Release, String)) -> Result<Release> {
    let period = Period::parse(&period).map_err(|_| Error::internal("a period on file cannot be read"))?;
    let sql = "
        SELECT release_edition.audience, count(release_count.told) AS told, count(*) AS lines
        FROM release_edition
        JOIN release_count ON release_count.edition_id = release_edition.id
        WHERE release_edition.release_id = ?1
        GROUP BY release_edition.id
        ORDER BY release_edition.id";
    let mut statement = conn.prepare_cached(sql)?;
    let told = statement.query_map([release.key], |row| Ok((row.get("audience")?, row.get("told")?, row.get("lines")?)))?;
    Ok(Release { period, told: told.collect::<rusqlite::Result<_>>()?, ..release })
}

/// Releases, the newest first, of some programs; those of all programs together where `all` is set.
pub fn page(conn: &Connection, programs: &[i64], all: bool, leaf: Leaf) -> Result<Vec<Release>> {
    let sql = format!(
        "{RELEASES}
         WHERE report_release.program_id IN (SELECT value FROM json_each(:programs)) OR (:all AND report_release.program_id IS NULL)
         ORDER BY report_release.id DESC
         LIMIT :rows OFFSET :skip"
    );
    let (skip, rows) = leaf.window();
    let mut statement = conn.prepare_cached(&sql)?;
    let programs = serde_json::to_string(programs)?;
    let params = named_params! { ":programs": programs, ":all": all, ":rows": rows, ":skip": skip };
    let rows = statement.query_map(params, release)?.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(|row| whole(conn, row)).collect()
}

/// A release by its code.
pub fn find(conn: &Connection, id: &ReleaseId) -> Result<Release> {
    let found = conn.prepare_cached(&format!("{RELEASES} WHERE report_release.public_id = ?1"))?.query_row([id], release).optional()?;
    whole(conn, found.ok_or(Error::NotFound)?)
}

/// The newest release of a period, for one program or for all of them.
pub fn newest(conn: &Connection, program: Option<i64>, period: Period) -> Result<Option<Release>> {
    let sql = format!(
        "{RELEASES}
         WHERE report_release.program_id IS :program AND report_release.period = :period
         ORDER BY report_release.id DESC
         LIMIT 1"
    );
    let params = named_params! { ":program": program, ":period": period.to_string() };
    let found = conn.prepare_cached(&sql)?.query_row(params, release).optional()?;
    found.map(|row| whole(conn, row)).transpose()
}

/// The key of the last release; 0 before the first. A draft made after another one is stale.
pub fn head(conn: &Connection) -> Result<i64> {
    Ok(conn.prepare_cached("SELECT coalesce(max(id), 0) FROM report_release")?.query_row([], |row| row.get(0))?)
}

/// Whether money by group was told for a day of these, for some of the same clients.
pub fn has_told_money(conn: &Connection, program: Option<i64>, first: Day, last: Day) -> Result<bool> {
    let sql = "
        SELECT EXISTS (
            SELECT 1
            FROM report_release
            WHERE tells_money = 1 AND first_on <= :last AND last_on >= :first
              AND (program_id IS NULL OR :program IS NULL OR program_id = :program)
        )";
    let params = named_params! { ":program": program, ":first": first, ":last": last };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}

/// One release as the ledger knows it: its row key, its period, and the names of its areas and programs.
pub struct Past {
    pub key: i64,
    pub period: Period,
    pub plan: ReleasePlan,
    pub areas: Vec<String>,
    pub programs: Vec<String>,
}

/// All releases, the oldest first.
pub fn past(conn: &Connection) -> Result<Vec<Past>> {
    let mut statement = conn.prepare_cached("SELECT id, period, plan, areas, programs FROM report_release ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get::<_, i64>("id")?,
            row.get::<_, String>("period")?,
            row.get::<_, ReleasePlan>("plan")?,
            row.get::<_, String>("areas")?,
            row.get::<_, String>("programs")?,
        ))
    })?;
    let read = |(key, period, plan, areas, programs): (i64, String, ReleasePlan, String, String)| {
        Ok(Past {
            key,
            period: Period::parse(&period)?,
            plan,
            areas: serde_json::from_str(&areas)?,
            programs: serde_json::from_str(&programs)?,
        })
    };
    rows.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().map(read).collect()
}

/// The ways of the businesses of a release, by row key.
pub fn ways(conn: &Connection, release: i64) -> Result<HashMap<i64, Way>> {
    let mut statement = conn.prepare_cached("SELECT business_id, way FROM release_way WHERE release_id = ?1")?;
    let rows = statement.query_map([release], |row| Ok((row.get::<_, i64>("business_id")?, row.get::<_, String>("way")?)))?;
    let read = |(business, way): (i64, String)| Some((business, Way::read(&way)?));
    let ways: Vec<_> = rows.collect::<rusqlite::Result<_>>()?;
    ways.into_iter().map(|way| read(way).ok_or_else(|| Error::internal("a way on file cannot be read"))).collect()
}

/// What some readers were told in every release, as the ledger knows it.
pub fn editions(conn: &Connection, keys: &Keyring, past: &[Past], readers: ReleaseAudience) -> Result<Vec<Edition>> {
    let places: HashMap<i64, usize> = past.iter().enumerate().map(|(place, release)| (release.key, place)).collect();
    let mut all = Vec::new();
    for release in past {
        let params = named_params! { ":release": release.key, ":readers": readers };
        let sql = "
            SELECT release_count.count_id, release_count.told
            FROM release_count
            JOIN release_edition ON release_edition.id = release_count.edition_id
            WHERE release_edition.release_id = :release AND release_edition.audience = :readers
            ORDER BY release_count.place";
        let mut statement = conn.prepare_cached(sql)?;
        let lines = statement.query_map(params, |row| Ok((row.get::<_, String>("count_id")?, row.get::<_, Option<i64>>("told")?)))?;
        let (ids, mut told): (Vec<String>, Vec<Option<i64>>) = lines.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().unzip();
        let ids = ids.iter().map(String::as_str).collect();
        let counts = counts::list_of(release.plan, release.areas.len(), release.programs.len(), &ids);
        // A period that these readers were told nothing of: they know what everybody did, and no more.
        told.resize(counts.len(), None);
        all.push(Edition { counts, told, secrets: guarded::read(conn, keys, release.key, readers, &places)? });
    }
    Ok(all)
}

/// The owners of businesses on a day, by row key of the business.
pub fn owners(conn: &Connection, day: Day) -> Result<HashMap<i64, (bool, Vec<Owner>)>> {
    let sql = "
        SELECT business.id, business.is_cooperative, ownership.person_id, ownership.share_bp, person.self_id_asked_on IS NOT NULL AS asked
        FROM business
        LEFT JOIN ownership ON ownership.business_id = business.id
             AND (ownership.from_on IS NULL OR ownership.from_on <= :day)
             AND (ownership.to_on IS NULL OR ownership.to_on >= :day)
        LEFT JOIN person ON person.id = ownership.person_id
        ORDER BY ownership.id";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":day": day })?;
    let mut all: HashMap<i64, (bool, Vec<Owner>)> = HashMap::new();
    while let Some(row) = rows.next()? {
        let (_, owners) = all.entry(row.get("id")?).or_insert((row.get("is_cooperative")?, Vec::new()));
        if let Some(person) = row.get("person_id")? {
            owners.push(Owner { person, share_bp: row.get("share_bp")?, asked: row.get("asked")? });
        }
    }
    Ok(all)
}

/// Cents awarded in a span, by row key of the business.
pub fn awarded(conn: &Connection, program: Option<i64>, first: Day, last: Day) -> Result<HashMap<i64, i64>> {
    let sql = "
        SELECT business_id, sum(awarded) AS cents
        FROM deployment
        WHERE (:program IS NULL OR program_id = :program)
          AND undone_at IS NULL AND unit = 'cents' AND awarded IS NOT NULL AND awarded_on BETWEEN :first AND :last
        GROUP BY business_id";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! { ":program": program, ":first": first, ":last": last };
    let rows = statement.query_map(params, |row| Ok((row.get("business_id")?, row.get("cents")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The first day anybody was enrolled, in a program or in any.
pub fn first_day(conn: &Connection, program: Option<i64>) -> Result<Option<Day>> {
    let sql = "SELECT min(from_on) FROM enrollment WHERE :program IS NULL OR program_id = :program";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":program": program }, |row| row.get(0))?)
}

/// What readers were told of a release: everything the report is written from, with what the program says about it now.
pub fn told(conn: &Connection, release: i64, readers: ReleaseAudience) -> Result<(i64, crate::reports::told::Told)> {
    let sql = "SELECT id, told FROM release_edition WHERE release_id = :release AND audience = :readers";
    let found = conn
        .prepare_cached(sql)?
        .query_row(named_params! { ":release": release, ":readers": readers }, |row| {
            Ok((row.get::<_, i64>("id")?, row.get::<_, String>("told")?))
        })
        .optional()?;
    let (key, told) = found.ok_or(Error::NotFound)?;
    let told: crate::reports::told::Told = serde_json::from_str(&told)?;
    Ok((
        key,
        match word(conn, release)? {
            Some(word) => crate::reports::told::Told { context: word.context, answer: word.answer, ..told },
            None => told,
        },
    ))
}

/// The code of the release of the same period that came after this one, if any did.
pub fn next(conn: &Connection, release: i64) -> Result<Option<ReleaseId>> {
    let sql = "SELECT public_id FROM report_release WHERE corrects_id = ?1 ORDER BY id LIMIT 1";
    Ok(conn.prepare_cached(sql)?.query_row([release], |row| row.get(0)).optional()?)
}

/// The code of a release.
pub fn code(conn: &Connection, release: i64) -> Result<ReleaseId> {
    Ok(conn.prepare_cached("SELECT public_id FROM report_release WHERE id = ?1")?.query_row([release], |row| row.get(0))?)
}

/// Enters a release into the ledger, for all its readers at once.
pub fn enter(tx: &Tx<'_>, draft: &Draft) -> Result<()> {
    let sql = "
        INSERT INTO report_release
            (public_id, program_id, period, years, first_on, last_on, plan, areas, programs, tells_money, corrects_id, reason, made_by, made_at)
        VALUES (:id, :program, :period, :years, :first, :last, :plan, :areas, :programs, :money, :corrects, :reason, :by, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": draft.id, ":program": draft.program, ":period": draft.period.to_string(), ":years": draft.years,
            ":first": draft.span.first, ":last": draft.span.last, ":plan": draft.plan,
            ":areas": serde_json::to_string(&draft.areas)?, ":programs": serde_json::to_string(&draft.programs)?,
            ":money": draft.tells_money, ":corrects": draft.corrects, ":reason": draft.reason, ":by": tx.actor().id, ":at": draft.at,
        },
    )?;
    let key = tx.last_insert_rowid();
    for (business, way) in &draft.ways {
        tx.prepare_cached("INSERT INTO release_way (release_id, business_id, way) VALUES (?1, ?2, ?3)")?.execute((
            key,
            business,
            way.written(),
        ))?;
    }
    for frozen in &draft.frozen {
        enter_edition(tx, draft, key, frozen)?;
    }
    tx.audit_with("release.made", Object::new("report_release", &draft.id), &format!("period {}", draft.period))
}

fn enter_edition(tx: &Tx<'_>, draft: &Draft, release: i64, frozen: &Frozen) -> Result<()> {
    let sql = "
        INSERT INTO release_edition (release_id, audience, threshold, told, told_hash, guarded)
        VALUES (:release, :readers, :threshold, :told, :hash, :guarded)";
    let guarded = guarded::sealed(tx, draft, release, frozen)?;
    tx.execute(
        sql,
        named_params! {
            ":release": release, ":readers": frozen.readers, ":threshold": frozen.threshold, ":told": frozen.told,
            ":hash": frozen.told_hash, ":guarded": guarded,
        },
    )?;
    let edition = tx.last_insert_rowid();
    for (place, (count, told)) in draft.counts.iter().zip(&frozen.counts).enumerate() {
        tx.prepare_cached("INSERT INTO release_count (edition_id, place, count_id, told) VALUES (?1, ?2, ?3, ?4)")?.execute((
            edition,
            number(place),
            count.id(),
            told,
        ))?;
    }
    Ok(())
}

fn number(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}

/// The bytes of a form that was asked for before.
pub fn file(conn: &Connection, edition: i64, form: &str) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT bytes FROM release_file WHERE edition_id = :edition AND form = :form";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":edition": edition, ":form": form }, |row| row.get(0)).optional()?)
}

/// Keeps the bytes of a form; whoever was first is kept.
pub fn keep_file(tx: &Tx<'_>, edition: i64, form: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    if let Some(kept) = file(tx, edition, form)? {
        return Ok(kept);
    }
    let hash: String = crate::store::digest(bytes);
    let sql = "INSERT INTO release_file (edition_id, form, bytes, hash, made_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.execute(sql, (edition, form, bytes, &hash, tx.at()))?;
    tx.audit_with("release.file_made", Object::none(), &format!("form {form} sha256 {hash}"))?;
    Ok(bytes.to_vec())
}

/// k of each kind of readers.
pub fn threshold(conn: &Connection, readers: ReleaseAudience) -> Result<u32> {
    let internal = crate::reports::queries::threshold(conn)?;
    Ok(match readers {
        ReleaseAudience::Internal | ReleaseAudience::Funder => internal,
        ReleaseAudience::Public => 11,
    })
}

/// Every kind of readers, the loosest first.
pub const READERS: &[ReleaseAudience] = ReleaseAudience::ALL;
