//! Required filings: exact figures for one named recipient, made of the answers of people who were told of that recipient before they
//! answered. The wall's one further reader; each making is on the record before anything is decrypted.

mod lines;
mod made;
mod records;
mod rows;
mod table;

pub use lines::Line;
pub(in crate::firewall) use made::seal_anew;
pub use made::{Filed, Made, Sheet, file, filings_of, hand_over, made};
pub use records::{Content, DraftSession, DraftTraining, NOBODY, NOT_ANSWERED, Owners, digests};
pub use rows::{DraftClient, NOT_CERTIFIED};

use super::facts::questions;
use crate::auth::queries::alerts::tell;
use crate::auth::queries::settling::refuse_unsettled;
use crate::error::{Error, Result};
use crate::store::{Keyring, Object, Tx, digest};
use crate::values::{
    Day, FiledId, FilingForm, FilingId, GuardDeed, Instant, LmiBasis, ProviderRelation, ProviderType, Question, Vocabulary,
};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::BTreeSet;
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
    /// How it is written.
    pub form: FilingForm,
    /// The number that the SBA gave the center, for its forms.
    pub location: Option<String>,
    /// Records hold names and ways to reach people.
    pub has_names: bool,
    /// What the form asks besides.
    pub details: Details,
    /// Whose money alone is counted, by its name; anybody's where there is none.
    pub source_name: Option<String>,
    /// From when.
    pub from_on: Day,
    /// Who recorded it.
    pub recorded_by: String,
    /// When: from this moment on the notice names it.
    pub recorded_at: Instant,
    /// When it was ended, and why.
    pub ended: Option<(Instant, String)>,
    /// Counts edits.
    pub version: i64,
}

/// What some forms ask besides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Details {
    /// Only what this funder paid is counted, where it is written down, by row key.
    pub source: Option<i64>,
    /// On what the benefit of people with low and moderate income rests.
    pub basis: Option<LmiBasis>,
    /// What sort of organization gives the assistance.
    pub provider_type: Option<ProviderType>,
    /// What it is to the grant.
    pub provider_relation: Option<ProviderRelation>,
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
    /// How it is written.
    pub form: FilingForm,
    /// The number that the SBA gave the center, for its forms.
    pub location: Option<String>,
    /// Records hold names and ways to reach people.
    pub has_names: bool,
    /// What the form asks besides.
    pub details: Details,
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
        INSERT INTO filing (public_id, program_id, recipient, authority, questions, form, location_code, has_names, funding_source_id, basis,
                            provider_type, provider_relation, from_on, account_id, recorded_at)
        VALUES (:id, :program, :recipient, :authority, :questions, :form, :location, :has_names, :source, :basis, :type, :relation, :from,
                :by, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":program": new.program,
            ":recipient": new.recipient,
            ":authority": new.authority,
            ":questions": words.join(","),
            ":form": new.form,
            ":location": new.location,
            ":has_names": new.has_names,
            ":source": new.details.source,
            ":basis": new.details.basis,
            ":type": new.details.provider_type,
            ":relation": new.details.provider_relation,
            ":from": new.from_on,
            ":by": new.by,
            ":at": tx.at(),
        },
    )?;
    tell(tx, GuardDeed::FilingRecorded, None, Some(new.by), Some(id.as_str()))?;
    tx.audit_with("filing.recorded", Object::new("filing", &id), &format!("recipient, authority, questions: {}", words.join(", ")))?;
    Ok(id)
}

/// Writes down the number that the SBA gave the center.
pub fn locate(tx: &Tx<'_>, id: &FilingId, version: i64, location: &str) -> Result<()> {
    let sql = "
        UPDATE filing
        SET location_code = :location, version = version + 1
        WHERE public_id = :id
          AND version = :version
          AND ended_at IS NULL";
    if tx.execute(sql, named_params! { ":location": location, ":id": id, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("filing.located", Object::new("filing", id), "location code")
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
           filing.form, filing.location_code, filing.has_names, filing.funding_source_id, filing.basis, filing.provider_type,
           filing.provider_relation, funding_source.name AS source_name, filing.from_on, account.name AS recorded_by, filing.recorded_at,
           filing.ended_at, filing.ended_why, filing.version
    FROM filing
    JOIN program ON program.id = filing.program_id
    JOIN account ON account.id = filing.account_id
    LEFT JOIN funding_source ON funding_source.id = filing.funding_source_id";

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
        form: row.get("form")?,
        location: row.get("location_code")?,
        has_names: row.get("has_names")?,
        details: Details {
            source: row.get("funding_source_id")?,
            basis: row.get("basis")?,
            provider_type: row.get("provider_type")?,
            provider_relation: row.get("provider_relation")?,
        },
        source_name: row.get("source_name")?,
        from_on: row.get("from_on")?,
        recorded_by: row.get("recorded_by")?,
        recorded_at: row.get("recorded_at")?,
        ended: ended.zip(why),
        version: row.get("version")?,
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

/// What the pieces of a file are called: one, and many.
pub fn pieces(form: FilingForm) -> (&'static str, &'static str) {
    match form {
        FilingForm::Sba641 | FilingForm::Sba888 => ("record", "records"),
        FilingForm::Ssbci | FilingForm::Mep => ("client", "clients"),
        FilingForm::Table | FilingForm::Cdbg | FilingForm::LogicModel | FilingForm::OwnTable => ("line", "lines"),
    }
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

/// Makes the file: counts or writes records, seals, freezes, and notes whose answers are in it. With `leaves_out` what is not ready waits
/// for a later file; without it nothing is made then.
pub fn make(tx: &Tx<'_>, permit: Permit, content: Content, leaves_out: bool, by: i64) -> Result<FiledId> {
    let Permit { filing, days, event } = permit;
    let sql = "SELECT EXISTS (SELECT 1 FROM audit_event WHERE action = 'filing.opened' AND object = :id AND at = :at)";
    if !tx.query_row(sql, named_params! { ":id": filing.id, ":at": event }, |row| row.get::<_, bool>(0))? {
        return Err(Error::internal("a filing whose making is not on the record"));
    }
    let keys = tx.keys();
    let id: FiledId = tx.fresh_id()?;
    let written = records::write(tx, &keys, &filing, days, content)?;
    written.refuse_unready(filing.form, leaves_out)?;
    let plain = Zeroizing::new(serde_json::to_vec(&written.sheets)?);
    let (wrapping, nonce) = (keys.active_wrapping()?, tx.random::<24>()?);
    let sealed = wrapping.seal(&nonce, if filing.form.has_records() { &plain } else { written.sheets.file.as_bytes() }, &context(&id))?;
    let digest = digest(written.sheets.file.as_bytes());
    let sql = "
        INSERT INTO filing_made (public_id, filing_id, first_on, last_on, key_id, nonce, sealed, sha256, account_id, made_at, left_out)
        VALUES (:id, :filing, :first, :last, :key, :nonce, :sealed, :sha256, :by, :at, :left_out)";
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
            ":left_out": written.left_out,
        },
    )?;
    let made = tx.last_insert_rowid();
    written.note_records(tx, &keys, made, &id)?;
    for person in written.people {
        let sql = "INSERT INTO filing_person (made_id, person_id) VALUES (:made, :person)";
        tx.prepare_cached(sql)?.execute(named_params! { ":made": made, ":person": person })?;
    }
    tell(tx, GuardDeed::FilingMade, None, Some(by), Some(filing.id.as_str()))?;
    tx.audit_with("filing.made", Object::new("filing", &filing.id), &format!("{} to {}, SHA-256 {digest}", days.first, days.last))?;
    Ok(id)
}

fn context(id: &FiledId) -> Vec<u8> {
    context_of(id.as_str())
}

/// The same, by the address as it is kept.
pub(super) fn context_of(address: &str) -> Vec<u8> {
    format!("filing {address}").into_bytes()
}

/// Row keys of the answers whose notice named a filing.
fn told(conn: &Connection, filing: i64) -> Result<BTreeSet<i64>> {
    let mut statement = conn.prepare_cached("SELECT answer_id FROM answer_told WHERE filing_id = ?1")?;
    let answers = statement.query_map([filing], |row| row.get(0))?;
    Ok(answers.collect::<rusqlite::Result<_>>()?)
}

/// Whether somebody answered, or declined, a question under a notice that named a filing. What they said stays closed.
pub fn has_answered(conn: &Connection, keys: &Keyring, filing: i64, question: Question, person: i64) -> Result<bool> {
    let sql = "
        SELECT EXISTS (
            SELECT 1
            FROM subject
            JOIN demographic_answer ON demographic_answer.reference = subject.reference
            JOIN answer_told ON answer_told.answer_id = demographic_answer.id
            WHERE subject.person_mac = :mac
              AND demographic_answer.question = :question
              AND answer_told.filing_id = :filing)";
    let mac = keys.subject_mac(person);
    let params = named_params! { ":mac": mac.as_slice(), ":question": question, ":filing": filing };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}
