//! What a client signed and said at the beginning, in SQL.

use crate::error::{Error, Result};
use crate::people::{Client, Intake};
use crate::store::{Object, Tx};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// What is written down of a client's beginning in a program; nothing where nobody wrote anything.
pub fn intake(conn: &Connection, business: i64, program: i64) -> Result<Intake> {
    let sql = "
        SELECT intake.is_on_file, intake.signed_on, intake.may_survey, intake.in_business, intake.seeking, intake.media,
               intake.media_words, intake.version
        FROM intake
        JOIN enrollment ON enrollment.id = intake.enrollment_id
        WHERE enrollment.business_id = :business
          AND enrollment.program_id = :program";
    let params = named_params! { ":business": business, ":program": program };
    Ok(conn.prepare_cached(sql)?.query_row(params, read).optional()?.unwrap_or_default())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Intake> {
    Ok(Intake {
        is_on_file: row.get("is_on_file")?,
        signed_on: row.get("signed_on")?,
        may_survey: row.get("may_survey")?,
        in_business: row.get("in_business")?,
        seeking: row.get("seeking")?,
        media: row.get::<_, String>("media")?.split_whitespace().map(str::to_owned).collect(),
        media_words: row.get("media_words")?,
        version: row.get("version")?,
    })
}

/// Writes it down. Refused where somebody wrote meanwhile.
pub fn write_intake(tx: &Tx<'_>, client: &Client, program: i64, intake: &Intake) -> Result<()> {
    let sql = "
        INSERT INTO intake (enrollment_id, is_on_file, signed_on, may_survey, in_business, seeking, media, media_words, changed_at)
        SELECT enrollment.id, :is_on_file, :signed_on, :may_survey, :in_business, :seeking, :media, :media_words, :at
        FROM enrollment
        WHERE enrollment.business_id = :business
          AND enrollment.program_id = :program
          AND :version = 0
        ON CONFLICT (enrollment_id) DO NOTHING";
    let inserted = tx.execute(
        sql,
        named_params! {
            ":is_on_file": intake.is_on_file,
            ":signed_on": intake.signed_on,
            ":may_survey": intake.may_survey,
            ":in_business": intake.in_business,
            ":seeking": intake.seeking,
            ":media": intake.media.join(" "),
            ":media_words": intake.media_words,
            ":at": tx.at(),
            ":business": client.key,
            ":program": program,
            ":version": intake.version,
        },
    )?;
    if inserted == 0 && update(tx, client, program, intake)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("client.intake_written", Object::new("business", &client.id))
}

fn update(tx: &Tx<'_>, client: &Client, program: i64, intake: &Intake) -> Result<usize> {
    let sql = "
        UPDATE intake
        SET is_on_file = :is_on_file, signed_on = :signed_on, may_survey = :may_survey, in_business = :in_business, seeking = :seeking,
            media = :media, media_words = :media_words, version = version + 1, changed_at = :at
        WHERE enrollment_id = (SELECT id FROM enrollment WHERE business_id = :business AND program_id = :program)
          AND version = :version";
    Ok(tx.execute(
        sql,
        named_params! {
            ":is_on_file": intake.is_on_file,
            ":signed_on": intake.signed_on,
            ":may_survey": intake.may_survey,
            ":in_business": intake.in_business,
            ":seeking": intake.seeking,
            ":media": intake.media.join(" "),
            ":media_words": intake.media_words,
            ":at": tx.at(),
            ":business": client.key,
            ":program": program,
            ":version": intake.version,
        },
    )?)
}
