//! Opening the data folder, and every reason not to.

use super::chain::Head;
use super::folder::{DataFolder, Refusal};
use super::keyring::Keyring;
use super::migrate::{APPLICATION_ID, VERSION, bring_up_to_date, make_fresh};
use super::random::Randomness;
use super::readers::Readers;
use super::tx::{Actor, Object, Tools, Touched};
use super::writer::Writer;
use super::{Db, Inner};
use crate::config::Clock;
use crate::values::{Instant, Zone};
use rusqlite::{Connection, OpenFlags, named_params};
use std::sync::Arc;

/// `SQLite` before this version could lose committed writes when a checkpoint met a commit.
const OLDEST_SQLITE: i32 = 3_051_003;
/// Threads that read for pages.
const READERS: usize = 3;

/// The one organization of a folder.
#[derive(Debug, Clone)]
pub struct Organization {
    /// As people know it.
    pub name: String,
    /// True for a folder of made-up people.
    pub is_demo: bool,
    /// When the folder was made.
    pub created_at: Instant,
}

/// Opens a folder although its record is shorter than its head file says: somebody accepts the loss, and says why.
#[derive(Debug, Clone, Default)]
pub struct LossAccepted(pub Option<String>);

/// Refuses a `SQLite` that loses data.
pub fn check_version(number: i32) -> Result<(), Refusal> {
    if number >= OLDEST_SQLITE {
        return Ok(());
    }
    Err(Refusal::new(
        format!("This Fairfloor was built with SQLite {}, which can lose committed writes.", rusqlite::version()),
        "Build it again with its own locked dependencies: cargo build --release --locked",
    ))
}

impl Db {
    /// Makes a new folder with its keyring and an organization in it.
    pub fn create(
        folder: &DataFolder,
        organization: &str,
        zone: &Zone,
        demo: Option<(i64, i64)>,
        randomness: Randomness,
    ) -> Result<Self, Refusal> {
        Self::create_with(folder, organization, zone, demo, randomness, make_fresh)
    }

    fn create_with(
        folder: &DataFolder,
        organization: &str,
        zone: &Zone,
        demo: Option<(i64, i64)>,
        randomness: Randomness,
        make: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<Self, Refusal> {
        let mut randomness = randomness;
        check_version(rusqlite::version_number())?;
        if folder.database().exists() {
            return Err(Refusal::new(
                format!("{} already holds an organization.", folder.path().display()),
                "Name a folder that does not exist yet with --data.",
            ));
        }
        std::fs::create_dir_all(folder.path())
            .map_err(|cause| Refusal::broken(&format!("{} cannot be made", folder.path().display()), &cause))?;
        close_to_others(folder)?;
        let lock = folder.lock()?;
        let keys = Keyring::generate(&mut randomness).map_err(|cause| Refusal::broken("No keys could be made", &cause))?;
        keys.save_new(folder.keys())?;
        let mut conn = connect(folder, true).map_err(|cause| Refusal::broken("The database cannot be made", &cause))?;
        make(&conn).map_err(|cause| Refusal::broken("The database cannot be made", &cause))?;
        let offset = demo.map_or(0, |(offset, _)| offset);
        let at = Clock::new(offset, zone.clone()).now();
        let sql = "
            INSERT INTO organization (id, name, time_zone, is_demo, clock_offset_ms, created_at)
            VALUES (1, :name, :zone, :demo, :offset, :at)";
        let touched = watch(&mut conn).map_err(|cause| Refusal::broken("The database cannot be made", &cause))?;
        conn.execute_batch("BEGIN IMMEDIATE")
            .and_then(|()| {
                conn.execute(
                    sql,
                    named_params! { ":name": organization, ":zone": zone.name(), ":demo": demo.is_some(), ":offset": offset, ":at": at },
                )
            })
            .map_err(|cause| Refusal::broken("The database cannot be made", &cause))?;
        let tools = Tools { keys: Arc::new(keys), clock: Clock::new(offset, zone.clone()), touched, randomness };
        let head = first_event(&conn, tools, folder).map_err(|cause| Refusal::broken("The database cannot be made", &cause))?;
        tracing::debug!(seq = head.seq, "a new folder");
        drop(conn);
        Self::start(folder, lock, demo.map(|(_, seed)| seed))
    }

    /// Opens a folder, or says why not. Nothing is changed by a refusal.
    pub fn open(folder: &DataFolder, loss: &LossAccepted) -> Result<Self, Refusal> {
        check_version(rusqlite::version_number())?;
        if !folder.database().exists() {
            return Err(Refusal::new(
                format!("There is no Fairfloor data in {}.", folder.path().display()),
                format!("fairfloor init --data {} --organization NAME --program NAME --admin EMAIL", folder.path().display()),
            ));
        }
        let lock = folder.lock()?;
        super::spool::clear(folder).map_err(|cause| Refusal::broken(&format!("{} cannot be tidied", folder.path().display()), &cause))?;
        let keys = Keyring::load(folder.keys())?;
        check_file(folder)?;
        let mut conn = connect(folder, false)
            .map_err(|cause| Refusal::broken(&format!("{} cannot be opened", folder.database().display()), &cause))?;
        check_whole(&conn, folder)?;
        check_keys(&conn, folder, &keys)?;
        check_head(&conn, folder, &keys, loss)?;
        upgrade(&mut conn, folder, keys)?;
        drop(conn);
        Self::start(folder, lock, None)
    }

    fn start(folder: &DataFolder, lock: std::fs::File, seed: Option<i64>) -> Result<Self, Refusal> {
        let broken = |cause: &dyn std::fmt::Display| Refusal::broken(&format!("{} cannot be opened", folder.database().display()), cause);
        let keys = Arc::new(Keyring::load(folder.keys())?);
        let mut conn = connect(folder, false).map_err(|cause| broken(&cause))?;
        let (organization, clock) = read_organization(&conn).map_err(|cause| broken(&cause))?;
        let head = Head::of(&conn).map_err(|cause| broken(&cause))?;
        let touched = watch(&mut conn).map_err(|cause| broken(&cause))?;
        let readers =
            (0..READERS).map(|_| connect_to_read(folder)).collect::<rusqlite::Result<Vec<_>>>().map_err(|cause| broken(&cause))?;
        let reports = vec![connect_to_read(folder).map_err(|cause| broken(&cause))?];
        let randomness = seed.map_or(Randomness::System, |seed| Randomness::Seeded { seed: seed.unsigned_abs(), drawn: 1_000_000 });
        let tools = Tools { keys: Arc::clone(&keys), clock: clock.clone(), touched, randomness };
        let inner = Inner {
            writer: Writer::start(conn, tools, folder, head).map_err(|cause| broken(&cause))?,
            readers: Readers::start("reader", readers).map_err(|cause| broken(&cause))?,
            reports: Readers::start("report", reports).map_err(|cause| broken(&cause))?,
            clock,
            keys,
            organization,
            folder: folder.clone(),
            _lock: lock,
        };
        Ok(Self { inner: Arc::new(inner) })
    }
}

/// Sets a demo folder's clock, once its history is written: from the next opening on, its now is the history's end.
pub fn set_demo_clock(tx: &super::Tx<'_>, created_at: Instant, offset_ms: i64) -> crate::error::Result<()> {
    let sql = "UPDATE organization SET clock_offset_ms = :offset, created_at = :created WHERE id = 1 AND is_demo = 1";
    if tx.execute(sql, named_params! { ":offset": offset_ms, ":created": created_at })? == 0 {
        return Err(crate::error::Error::internal("only a demo folder's clock can be set"));
    }
    tx.audit("organization.clock_set", Object::new("organization", 1))
}

fn first_event(conn: &Connection, tools: Tools, folder: &DataFolder) -> crate::error::Result<Head> {
    let keys = Arc::clone(&tools.keys);
    let tools = std::cell::RefCell::new(tools);
    let tx = super::tx::Tx::new(conn, Actor::command_line(), &tools, Head::nothing());
    tx.audit("organization.created", Object::new("organization", 1))?;
    let head = tx.finish()?;
    conn.execute_batch("COMMIT")?;
    head.save(&folder.head(), &keys, true)?;
    Ok(head)
}

fn read_organization(conn: &Connection) -> crate::error::Result<(Organization, Clock)> {
    let sql = "SELECT name, time_zone, is_demo, clock_offset_ms, created_at FROM organization WHERE id = 1";
    let (organization, zone, offset) = conn.query_row(sql, [], |row| {
        let organization = Organization { name: row.get("name")?, is_demo: row.get("is_demo")?, created_at: row.get("created_at")? };
        Ok((organization, row.get::<_, String>("time_zone")?, row.get::<_, i64>("clock_offset_ms")?))
    })?;
    Ok((organization, Clock::new(offset, Zone::parse(&zone)?)))
}

/// Files of the folder are this user's alone.
fn close_to_others(folder: &DataFolder) -> Result<(), Refusal> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700))
        .map_err(|cause| Refusal::broken(&format!("{} cannot be closed to others", folder.path().display()), &cause))
}

pub(super) fn connect(folder: &DataFolder, fresh: bool) -> rusqlite::Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if fresh {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let conn = Connection::open_with_flags(folder.database(), flags)?;
    settle(&conn)?;
    // What the writer would need to take a deed back grows with the deed: it goes to a file without a name, and not into memory.
    conn.execute_batch("PRAGMA temp_store = FILE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;")?;
    Ok(conn)
}

pub(super) fn connect_to_read(folder: &DataFolder) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(folder.database(), OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    settle(&conn)?;
    conn.execute_batch("PRAGMA query_only = ON; PRAGMA mmap_size = 1073741824;")?;
    Ok(conn)
}

/// What every connection is set to. `trusted_schema` off: a schema that somebody changed runs no function of ours.
fn settle(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.execute_batch("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;")
}

fn watch(conn: &mut Connection) -> rusqlite::Result<Touched> {
    let touched = Touched::default();
    let noted = touched.clone();
    conn.update_hook(Some(move |_action, _database: &str, table: &str, row: i64| noted.note(table, row)))?;
    Ok(touched)
}

/// A file that is not ours, or newer than this program, is left as it is. Reads the header only: nothing is opened yet.
fn check_file(folder: &DataFolder) -> Result<(), Refusal> {
    use std::io::Read;
    let path = folder.database();
    let mut header = [0_u8; 100];
    let read = std::fs::File::open(&path).and_then(|mut file| file.read_exact(&mut header));
    let number = |at: usize| header.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, i32::from_be_bytes);
    if read.is_err() || !header.starts_with(b"SQLite format 3\0") {
        return Err(Refusal::new(
            format!("{} is not a database.", path.display()),
            "Put a backup in its place, or name the right folder with --data.",
        ));
    }
    // A file whose first commits still lie in the write-ahead log has an empty header here; the checks after opening see it whole.
    let (application, version) = (number(68), number(60));
    if application != APPLICATION_ID && !(application == 0 && folder.wal().exists()) {
        return Err(Refusal::new(
            format!("{} belongs to another program.", path.display()),
            "Name the folder of Fairfloor's own data with --data.",
        ));
    }
    refuse_newer(version)
}

fn refuse_newer(version: i32) -> Result<(), Refusal> {
    if version <= VERSION {
        return Ok(());
    }
    Err(Refusal::new(
        format!("This data was written by a newer Fairfloor (schema {version}; this program knows {VERSION})."),
        "Start the newer Fairfloor. To go back to this one, put the backup in place that was made before the upgrade.",
    ))
}

fn check_whole(conn: &Connection, folder: &DataFolder) -> Result<(), Refusal> {
    let damaged = |what: &dyn std::fmt::Display| {
        Refusal::new(
            format!("{} is damaged: {what}.", folder.database().display()),
            "Put a backup in its place. Keep the damaged file for whoever looks into it.",
        )
    };
    let pragma = |sql: &str| conn.query_one(sql, [], |row| row.get::<_, i32>(0));
    let application = pragma("PRAGMA application_id").map_err(|cause| damaged(&cause))?;
    if application != APPLICATION_ID {
        return Err(Refusal::new(
            format!("{} belongs to another program, or its write-ahead log is gone.", folder.database().display()),
            "Put back the file ending in -wal that lay beside it, or a backup.",
        ));
    }
    refuse_newer(pragma("PRAGMA user_version").map_err(|cause| damaged(&cause))?)?;
    let quick: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(|cause| damaged(&cause))?;
    if quick != "ok" {
        return Err(damaged(&quick));
    }
    let orphans: bool = conn.prepare("PRAGMA foreign_key_check").and_then(|mut check| check.exists([])).map_err(|cause| damaged(&cause))?;
    if orphans { Err(damaged(&"some records point to others that are gone")) } else { Ok(()) }
}

/// The keyring must be the one that the record was written with. Why here: with another one the head file looks damaged and every digest
/// looks altered, and whoever reads that would look for the wrong mistake.
pub(super) fn check_keys(conn: &Connection, folder: &DataFolder, keys: &Keyring) -> Result<(), Refusal> {
    let fits = super::verify::was_written_with(conn, keys).map_err(|cause| Refusal::broken("The audit record cannot be read", &cause))?;
    if fits {
        return Ok(());
    }
    Err(Refusal::new(
        format!("The keyring {} belongs to another folder, not to {}.", folder.keys().display(), folder.path().display()),
        "Put the keyring back that was made with this folder, or name it with --key-file. From a printed sheet: fairfloor keys restore",
    ))
}

/// The record must reach at least as far as the head file: behind it, a commit was lost or an old copy was put in place.
fn check_head(conn: &Connection, folder: &DataFolder, keys: &Keyring, loss: &LossAccepted) -> Result<(), Refusal> {
    let reached = match Head::read(&folder.head(), keys) {
        Ok(Some(file)) => file.is_reached_by(conn).map_err(|cause| Refusal::broken("The audit record cannot be read", &cause))?,
        Ok(None) | Err(_) => false,
    };
    if reached {
        return Ok(());
    }
    let Some(reason) = &loss.0 else {
        return Err(Refusal::new(
            format!(
                "The data in {} is older than its head file says, or the head file is gone. The last changes are missing.",
                folder.path().display()
            ),
            "Put back the file ending in -wal and the file head that lay beside the database, or a backup. If they are lost for good: fairfloor serve --accept-loss \"why\" goes on without them and records it.",
        ));
    };
    accept_loss(conn, folder, reason).map_err(|cause| Refusal::broken("The loss could not be recorded", &cause))
}

fn accept_loss(conn: &Connection, folder: &DataFolder, reason: &str) -> crate::error::Result<()> {
    let keys = Keyring::load(folder.keys()).map_err(|refusal| crate::error::Error::internal(refusal.what))?;
    note(conn, folder, keys, "data.loss_accepted", reason)
}

/// Notes something that was done outside of the one writer, by whoever runs a command, and moves the head file on.
pub(super) fn note(conn: &Connection, folder: &DataFolder, keys: Keyring, action: &str, detail: &str) -> crate::error::Result<()> {
    let (keys, (_, clock)) = (Arc::new(keys), read_organization(conn)?);
    let tools = Tools { keys: Arc::clone(&keys), clock, touched: Touched::default(), randomness: Randomness::System };
    let tools = std::cell::RefCell::new(tools);
    conn.execute_batch("BEGIN IMMEDIATE")?;
    let tx = super::tx::Tx::new(conn, Actor::command_line(), &tools, Head::of(conn)?);
    tx.audit_with(action, Object::none(), detail)?;
    let head = tx.finish()?;
    conn.execute_batch("COMMIT")?;
    head.save(&folder.head(), &keys, true)?;
    Ok(())
}

/// Brings older data up to date, after a copy of it was put aside. Data that is not what its record says is left as it is: a step
/// writes down anew what every row is, and must not bless what somebody altered.
fn upgrade(conn: &mut Connection, folder: &DataFolder, keys: Keyring) -> Result<(), Refusal> {
    let broken = |cause: &dyn std::fmt::Display| Refusal::broken("The data could not be brought up to date", cause);
    let version = conn.query_one("PRAGMA user_version", [], |row| row.get::<_, i32>(0)).map_err(|cause| broken(&cause))?;
    if version == VERSION {
        return Ok(());
    }
    let found = super::verify(conn, &keys, &folder.head()).map_err(|cause| broken(&cause))?;
    if let Some(fault) = found.faults.first() {
        return Err(Refusal::new(
            format!("This data is from an older Fairfloor (schema {version}) and is not what its record says: {fault}"),
            format!("fairfloor verify --data {} names every fault. Put a backup in its place, then start again.", folder.path().display()),
        ));
    }
    let copy = folder.path().join(format!("before-schema-{VERSION}.db"));
    if !copy.exists() {
        conn.execute("VACUUM INTO ?1", [copy.display().to_string()]).map_err(|cause| broken(&cause))?;
    }
    let touched = watch(conn).map_err(|cause| broken(&cause))?;
    let (_, clock) = read_organization(conn).map_err(|cause| broken(&cause))?;
    let mut head = None;
    let keys = Arc::new(keys);
    let tools = std::cell::RefCell::new(Tools { keys: Arc::clone(&keys), clock, touched, randomness: Randomness::System });
    bring_up_to_date(conn, version, |conn| {
        // A statement prepared before a step still counts the columns of before.
        conn.flush_prepared_statement_cache();
        // What the steps wrote was noted under names that tables had on the way. What is another row now is found by comparing.
        tools.borrow().touched.take();
        for (table, row) in super::verify::altered(conn, &keys)? {
            tools.borrow().touched.note(&table, row);
        }
        let tx = super::tx::Tx::new(conn, Actor::system(), &tools, Head::of(conn)?);
        tx.audit_with("schema.brought_up_to_date", Object::new("organization", 1), &format!("{version} to {VERSION}"))?;
        head = Some(tx.finish()?);
        Ok(())
    })?;
    conn.update_hook(None::<fn(rusqlite::hooks::Action, &str, &str, i64)>).map_err(|cause| broken(&cause))?;
    head.map_or(Ok(()), |head| head.save(&folder.head(), &keys, true)).map_err(|cause| broken(&cause))
}

/// Checks a folder without serving it. The folder is taken for this process alone and nothing is changed.
pub fn verify_folder(folder: &DataFolder) -> Result<super::Findings, Refusal> {
    verify_folder_and(folder, |_| Ok(())).map(|(found, ())| found)
}

/// The same, and something else that is looked up in the folder.
pub fn verify_folder_and<T>(
    folder: &DataFolder,
    also: impl FnOnce(&Connection) -> crate::error::Result<T>,
) -> Result<(super::Findings, T), Refusal> {
    check_version(rusqlite::version_number())?;
    if !folder.database().exists() {
        return Err(Refusal::new(
            format!("There is no Fairfloor data in {}.", folder.path().display()),
            "Name the right folder with --data.",
        ));
    }
    let lock = folder.lock()?;
    let keys = Keyring::load(folder.keys())?;
    check_file(folder)?;
    let unreadable = |cause: &dyn std::fmt::Display| Refusal::broken(&format!("{} cannot be read", folder.database().display()), cause);
    let conn = connect_to_read(folder).map_err(|cause| unreadable(&cause))?;
    let mut found = super::verify(&conn, &keys, &folder.head()).map_err(|cause| unreadable(&cause))?;
    if let Err(refusal) = check_keys(&conn, folder, &keys) {
        // With other keys everything looks altered: that is said first.
        found.faults.insert(0, refusal.what);
    }
    let also = also(&conn).map_err(|cause| unreadable(&cause))?;
    drop(lock);
    Ok((found, also))
}

#[cfg(test)]
#[path = "open_tests.rs"]
mod tests;
