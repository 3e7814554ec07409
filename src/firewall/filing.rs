//! Required filings: exact figures for one named recipient, made of the answers of people who were told of that recipient before they
//! answered. The wall's one further reader; each making is on the record before anything is decrypted.

use super::door::Held;
use super::facts::questions;
use super::reading::replies_of;
use super::words;
use crate::auth::queries::alerts::tell;
use crate::auth::queries::settling::refuse_unsettled;
use crate::error::{Error, Result};
use crate::store::{Keyring, Object, Tx, sha256};
use crate::values::{Day, FiledId, FilingId, GuardDeed, Instant, Question, Vocabulary};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// A filing that was recorded.
#[derive(Debug, Clone)]
pub struct Filing {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: FilingId,
    /// Row key of the program.
    pub program: i64,
    /// Its name.
    pub program_name: String,
    /// Who gets it.
    pub recipient: String,
    /// The law, rule or contract.
    pub authority: String,
    /// The questions it takes.
    pub questions: Vec<Question>,
    /// From when.
    pub from_on: Day,
    /// Who recorded it.
    pub recorded_by: String,
    /// When: from this moment on the notice names it.
    pub recorded_at: Instant,
    /// When it was ended, and why.
    pub ended: Option<(Instant, String)>,
}

/// A filing about to be recorded.
#[derive(Debug, Clone)]
pub struct NewFiling {
    /// Row key of the program.
    pub program: i64,
    /// Who gets it.
    pub recipient: String,
    /// The law, rule or contract.
    pub authority: String,
    /// The questions it takes.
    pub questions: Vec<Question>,
    /// From when.
    pub from_on: Day,
    /// Row key of the steward.
    pub by: i64,
}

/// Records a filing. From now on the notice names it, and people are asked again.
pub fn record(tx: &Tx<'_>, new: &NewFiling) -> Result<FilingId> {
    refuse_unsettled(tx, new.by, "record a filing")?;
    let id: FilingId = tx.fresh_id()?;
    let words: Vec<&str> = new.questions.iter().map(|question| question.code()).collect();
    let sql = "
        INSERT INTO filing (public_id, program_id, recipient, authority, questions, from_on, account_id, recorded_at)
        VALUES (:id, :program, :recipient, :authority, :questions, :from, :by, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":program": new.program,
            ":recipient": new.recipient,
            ":authority": new.authority,
            ":questions": words.join(","),
            ":from": new.from_on,
            ":by": new.by,
            ":at": tx.at(),
        },
    )?;
    tell(tx, GuardDeed::FilingRecorded, None, Some(new.by), Some(id.as_str()))?;
    tx.audit_with("filing.recorded", Object::new("filing", &id), &format!("recipient, authority, questions: {}", words.join(", ")))?;
    Ok(id)
}

/// Ends a filing. What was made stays on record; nothing more is made, and the notice names it no longer.
pub fn end(tx: &Tx<'_>, id: &FilingId, why: &str, by: i64) -> Result<()> {
    let sql = "UPDATE filing SET ended_at = :at, ended_by = :by, ended_why = :why WHERE public_id = :id AND ended_at IS NULL";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":by": by, ":why": why, ":id": id })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("filing.ended", Object::new("filing", id), "reason")
}

const FILING: &str = "
    SELECT filing.id, filing.public_id, filing.program_id, program.name AS program_name, filing.recipient, filing.authority, filing.questions,
           filing.from_on, account.name AS recorded_by, filing.recorded_at, filing.ended_at, filing.ended_why
    FROM filing
    JOIN program ON program.id = filing.program_id
    JOIN account ON account.id = filing.account_id";

fn read(row: &Row<'_>) -> rusqlite::Result<Filing> {
    let (ended, why): (Option<Instant>, Option<String>) = (row.get("ended_at")?, row.get("ended_why")?);
    Ok(Filing {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        program_name: row.get("program_name")?,
        recipient: row.get("recipient")?,
        authority: row.get("authority")?,
        questions: questions(row)?,
        from_on: row.get("from_on")?,
        recorded_by: row.get("recorded_by")?,
        recorded_at: row.get("recorded_at")?,
        ended: ended.zip(why),
    })
}

/// Every filing: those in force first, then those that were ended.
pub fn list(conn: &Connection) -> Result<Vec<Filing>> {
    let sql = format!("{FILING} ORDER BY filing.ended_at IS NOT NULL, filing.id DESC");
    let mut statement = conn.prepare_cached(&sql)?;
    let filings = statement.query_map([], read)?;
    Ok(filings.collect::<rusqlite::Result<_>>()?)
}

/// One filing.
pub fn find(conn: &Connection, id: &FilingId) -> Result<Filing> {
    let sql = format!("{FILING} WHERE filing.public_id = :id");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id }, read).optional()?.ok_or(Error::NotFound)
}

/// Writes down of an answer which filings its notice named when it was given, or confirmed: those in force that take this question, in
/// the programs that the notice spoke for. A later one never takes it.
pub(super) fn note_told(tx: &Tx<'_>, answer: i64, question: Question, programs: &[i64]) -> Result<()> {
    for program in programs {
        let mut statement = tx.prepare_cached("SELECT id, questions FROM filing WHERE program_id = :program AND ended_at IS NULL")?;
        let read = |row: &Row<'_>| Ok((row.get::<_, i64>("id")?, questions(row)?));
        let filings = statement.query_map(named_params! { ":program": program }, read)?.collect::<rusqlite::Result<Vec<_>>>()?;
        for (filing, _) in filings.into_iter().filter(|(_, taken)| taken.contains(&question)) {
            let id = super::door::random_key(tx)?;
            let sql = "INSERT INTO answer_told (id, answer_id, filing_id) VALUES (:id, :answer, :filing) ON CONFLICT DO NOTHING";
            tx.prepare_cached(sql)?.execute(named_params! { ":id": id, ":answer": answer, ":filing": filing })?;
        }
    }
    Ok(())
}

/// The days a file counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

impl Days {
    /// From the first day of a quarter to the last day of one.
    fn are_quarters(self) -> bool {
        let (first, last) = (self.first.date(), self.last.date());
        first.day() == 1 && first.month() % 3 == 1 && last == last.last_of_month() && last.month() % 3 == 0
    }
}

/// A making that is on the record. Only [`begin`] gives one, and it is worth one file.
pub struct Permit {
    filing: Filing,
    days: Days,
    event: Instant,
}

/// Writes down that a file is about to be made. What it gives back makes nothing before this transaction is on the disk.
pub fn begin(tx: &Tx<'_>, id: &FilingId, days: Days, by: i64) -> Result<Permit> {
    refuse_unsettled(tx, by, "make a file")?;
    let filing = find(tx, id)?;
    if filing.ended.is_some() {
        return Err(Error::Rejected("This filing was ended. Nothing more is made for it.".to_owned()));
    }
    if days.last < days.first || days.last >= tx.today() {
        return Err(Error::Rejected(
            "A file counts whole days that are over: the last day lies before today, and not before the first.".to_owned(),
        ));
    }
    // A file of a few days, or two that overlap, would tell one person's answer to whoever makes them.
    if !days.are_quarters() {
        return Err(Error::Rejected(
            "A file counts whole quarters of a year, such as 2026-01-01 to 2026-03-31, or several in a row.".to_owned(),
        ));
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM filing_made WHERE filing_id = :filing AND first_on <= :last AND last_on >= :first)";
    let params = named_params! { ":filing": filing.key, ":first": days.first, ":last": days.last };
    if tx.query_row(sql, params, |row| row.get::<_, bool>(0))? {
        return Err(Error::Rejected(
            "A file of these days, or of some of them, was made already, and it is frozen. Take a copy of it below.".to_owned(),
        ));
    }
    tx.audit_with("filing.opened", Object::new("filing", id), &format!("{} to {}", days.first, days.last))?;
    Ok(Permit { filing, days, event: tx.at() })
}

/// Makes the file: counts, seals, freezes, and notes whose answers it counted.
pub fn make(tx: &Tx<'_>, permit: Permit, by: i64) -> Result<FiledId> {
    let Permit { filing, days, event } = permit;
    let sql = "SELECT EXISTS (SELECT 1 FROM audit_event WHERE action = 'filing.opened' AND object = :id AND at = :at)";
    if !tx.query_row(sql, named_params! { ":id": filing.id, ":at": event }, |row| row.get::<_, bool>(0))? {
        return Err(Error::internal("a filing whose making is not on the record"));
    }
    let keys = tx.keys();
    let (table, counted) = count(tx, &keys, &filing, days)?;
    let id: FiledId = tx.fresh_id()?;
    let (wrapping, nonce) = (keys.active_wrapping()?, tx.random::<24>()?);
    let sealed = wrapping.seal(&nonce, table.as_bytes(), &context(&id))?;
    let digest = hex(&sha256(table.as_bytes()));
    let sql = "
        INSERT INTO filing_made (public_id, filing_id, first_on, last_on, key_id, nonce, sealed, sha256, account_id, made_at)
        VALUES (:id, :filing, :first, :last, :key, :nonce, :sealed, :sha256, :by, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":filing": filing.key,
            ":first": days.first,
            ":last": days.last,
            ":key": wrapping.id,
            ":nonce": nonce.as_slice(),
            ":sealed": sealed,
            ":sha256": digest,
            ":by": by,
            ":at": tx.at(),
        },
    )?;
    let made = tx.last_insert_rowid();
    for person in counted {
        let sql = "INSERT INTO filing_person (made_id, person_id) VALUES (:made, :person)";
        tx.prepare_cached(sql)?.execute(named_params! { ":made": made, ":person": person })?;
    }
    tell(tx, GuardDeed::FilingMade, None, Some(by), Some(filing.id.as_str()))?;
    tx.audit_with("filing.made", Object::new("filing", &filing.id), &format!("{} to {}, SHA-256 {digest}", days.first, days.last))?;
    Ok(id)
}

fn context(id: &FiledId) -> Vec<u8> {
    format!("filing {id}").into_bytes()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Owners, on the last day, of clients that got a service of the program in these days.
fn people(conn: &Connection, program: i64, days: Days) -> Result<Vec<i64>> {
    let sql = "
        SELECT DISTINCT ownership.person_id
        FROM service
        JOIN ownership ON ownership.business_id = service.business_id
        WHERE service.program_id = :program
          AND service.undone_at IS NULL
          AND service.served_on BETWEEN :first AND :last
          AND (ownership.from_on IS NULL OR ownership.from_on <= :last)
          AND (ownership.to_on IS NULL OR ownership.to_on >= :last)
        ORDER BY ownership.person_id";
    let mut statement = conn.prepare_cached(sql)?;
    let people = statement.query_map(named_params! { ":program": program, ":first": days.first, ":last": days.last }, |row| row.get(0))?;
    Ok(people.collect::<rusqlite::Result<_>>()?)
}

/// Row keys of the answers whose notice named a filing.
fn told(conn: &Connection, filing: i64) -> Result<std::collections::BTreeSet<i64>> {
    let mut statement = conn.prepare_cached("SELECT answer_id FROM answer_told WHERE filing_id = ?1")?;
    let answers = statement.query_map([filing], |row| row.get(0))?;
    Ok(answers.collect::<rusqlite::Result<_>>()?)
}

/// What is said of somebody whose notice did not name this recipient.
const NOT_TOLD: &str = "Not asked under a notice that names this recipient";

/// The table, and whose answers it counts. Only answers that may be counted are decrypted.
fn count(conn: &Connection, keys: &Keyring, filing: &Filing, days: Days) -> Result<(Zeroizing<String>, Vec<i64>)> {
    let told = told(conn, filing.key)?;
    let mut lines: BTreeMap<(Question, usize, String), u64> = BTreeMap::new();
    let mut counted = Vec::new();
    let known = |question: Question| words::choices(question);
    for question in &filing.questions {
        for (place, code) in known(*question).iter().enumerate() {
            lines.insert((*question, place, words::label(*question, code)), 0);
        }
        for (place, words) in ["Prefers not to answer", "No answer", NOT_TOLD].into_iter().enumerate() {
            lines.insert((*question, 1_000 + place, words.to_owned()), 0);
        }
    }
    for person in people(conn, filing.program, days)? {
        let replies = replies_of(conn, keys, person, |answer, question| told.contains(&answer) && filing.questions.contains(&question))?;
        for question in &filing.questions {
            let mut add = |place: usize, words: String| *lines.entry((*question, place, words)).or_default() += 1;
            match replies.get(question.code()).map(super::Firewalled::open) {
                None => add(1_002, NOT_TOLD.to_owned()),
                Some(reply) => match reply.state {
                    Held::Declined => add(1_000, "Prefers not to answer".to_owned()),
                    Held::Answered => {
                        for code in &reply.codes {
                            let place = known(*question).iter().position(|known| known == code).unwrap_or(999);
                            add(place, words::label(*question, code));
                        }
                    }
                    Held::Skipped | Held::Unknown => add(1_001, "No answer".to_owned()),
                },
            }
        }
        if !replies.is_empty() {
            counted.push(person);
        }
    }
    let mut table = csv::Writer::from_writer(Vec::new());
    let broken = |cause: &dyn std::fmt::Display| Error::internal(cause.to_string());
    table.write_record(["question", "answer", "owners"]).map_err(|cause| broken(&cause))?;
    for ((question, _, words), owners) in &lines {
        table.write_record([question.label(), words, &owners.to_string()]).map_err(|cause| broken(&cause))?;
    }
    let bytes = table.into_inner().map_err(|cause| broken(&cause))?;
    Ok((Zeroizing::new(String::from_utf8(bytes).map_err(|cause| broken(&cause))?), counted))
}

/// A file that was made, as the steward sees it.
#[derive(Debug, Clone)]
pub struct Made {
    /// Address.
    pub id: FiledId,
    /// The days it counts.
    pub days: Days,
    /// Of the file.
    pub sha256: String,
    /// Who made it.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// The files that were made for a filing, newest first.
pub fn made(conn: &Connection, filing: i64) -> Result<Vec<Made>> {
    let sql = "
        SELECT filing_made.public_id, filing_made.first_on, filing_made.last_on, filing_made.sha256, account.name, filing_made.made_at
        FROM filing_made
        JOIN account ON account.id = filing_made.account_id
        WHERE filing_made.filing_id = :filing
        ORDER BY filing_made.id DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let made = statement.query_map(named_params! { ":filing": filing }, |row| {
        Ok(Made {
            id: row.get("public_id")?,
            days: Days { first: row.get("first_on")?, last: row.get("last_on")? },
            sha256: row.get("sha256")?,
            by: row.get("name")?,
            at: row.get("made_at")?,
        })
    })?;
    Ok(made.collect::<rusqlite::Result<_>>()?)
}

/// Writes down that a copy is handed over.
pub fn hand_over(tx: &Tx<'_>, filing: &FilingId, file: &FiledId, by: i64) -> Result<()> {
    refuse_unsettled(tx, by, "take a copy of this file")?;
    let sql = "
        SELECT EXISTS (
            SELECT 1 FROM filing_made JOIN filing ON filing.id = filing_made.filing_id
            WHERE filing_made.public_id = :file AND filing.public_id = :filing)";
    if !tx.query_row(sql, named_params! { ":file": file, ":filing": filing }, |row| row.get::<_, bool>(0))? {
        return Err(Error::NotFound);
    }
    tx.audit_with("filing.handed_over", Object::new("filing", filing), file.as_str())
}

/// The file itself, once [`hand_over`] is on the disk.
pub fn file(conn: &Connection, keys: &Keyring, id: &FiledId) -> Result<(Days, Vec<u8>)> {
    let sql = "SELECT first_on, last_on, key_id, nonce, sealed FROM filing_made WHERE public_id = :id";
    let read = |row: &Row<'_>| {
        let days = Days { first: row.get("first_on")?, last: row.get("last_on")? };
        Ok((days, row.get::<_, String>("key_id")?, row.get::<_, Vec<u8>>("nonce")?, row.get::<_, Vec<u8>>("sealed")?))
    };
    let (days, key, nonce, sealed) =
        conn.prepare_cached(sql)?.query_row(named_params! { ":id": id }, read).optional()?.ok_or(Error::NotFound)?;
    Ok((days, keys.wrapping_by_id(&key)?.open(&nonce, &sealed, &context(id))?.to_vec()))
}

/// Seals a file anew with the active key.
pub(super) fn seal_anew(tx: &Tx<'_>, keys: &Keyring, key: i64) -> Result<()> {
    let id: FiledId = tx.query_row("SELECT public_id FROM filing_made WHERE id = ?1", [key], |row| row.get(0))?;
    let plain = Zeroizing::new(file(tx, keys, &id)?.1);
    let (wrapping, nonce) = (keys.active_wrapping()?, tx.random::<24>()?);
    let sealed = wrapping.seal(&nonce, &plain, &context(&id))?;
    let sql = "UPDATE filing_made SET key_id = :key, nonce = :nonce, sealed = :sealed WHERE id = :id";
    tx.execute(sql, named_params! { ":key": wrapping.id, ":nonce": nonce.as_slice(), ":sealed": sealed, ":id": key })?;
    Ok(())
}

/// A file that counted somebody's answers, as their own page says it.
#[derive(Debug, Clone)]
pub struct Filed {
    /// Who got it.
    pub recipient: String,
    /// The law, rule or contract.
    pub authority: String,
    /// Name of the program.
    pub program_name: String,
    /// The days it counts.
    pub days: Days,
    /// When it was made.
    pub at: Instant,
}

/// Every file that counted somebody's answers, newest first.
pub fn filings_of(conn: &Connection, person: i64) -> Result<Vec<Filed>> {
    let sql = "
        SELECT filing.recipient, filing.authority, program.name, filing_made.first_on, filing_made.last_on, filing_made.made_at
        FROM filing_person
        JOIN filing_made ON filing_made.id = filing_person.made_id
        JOIN filing ON filing.id = filing_made.filing_id
        JOIN program ON program.id = filing.program_id
        WHERE filing_person.person_id = :person
        ORDER BY filing_made.id DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let filed = statement.query_map(named_params! { ":person": person }, |row| {
        Ok(Filed {
            recipient: row.get("recipient")?,
            authority: row.get("authority")?,
            program_name: row.get("name")?,
            days: Days { first: row.get("first_on")?, last: row.get("last_on")? },
            at: row.get("made_at")?,
        })
    })?;
    Ok(filed.collect::<rusqlite::Result<_>>()?)
}
