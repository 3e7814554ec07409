//! Who looked, put together of what is written down: looks, partners' openings, and the files that brought a record.

use crate::error::Result;
use crate::firewall;
use crate::rights::{Looked, Saw};
use crate::values::{Day, FilingForm, Instant, LookPart, LookRole};
use rusqlite::{Connection, Row, named_params};

/// Row keys of what is theirs: businesses they own or speak for, and requests that are about them as a trainee.
const THEIRS: &str = "
    WITH own AS (
        SELECT business_id
        FROM ownership
        WHERE person_id = :person
          AND (to_on IS NULL OR to_on >= :today)
    ),
    request AS (
        SELECT id
        FROM referral
        WHERE trainee_id = :person
           OR (business_id IN (SELECT business_id FROM own) AND trainee_id IS NULL)
    )";

/// Who looked, newest first. What an event tells already is told once: a partner's first opening only where no look of that day is.
pub fn looked(conn: &Connection, person: i64, today: Day, (skip, take): (i64, i64)) -> Result<Vec<Looked>> {
    let sql = format!(
        "{THEIRS}
        SELECT look.at AS at, coalesce(partner.name, program.name) AS organization, look.role AS role, look.part AS saw, referral.number AS number
        FROM look
        JOIN program ON program.id = look.program_id
        LEFT JOIN partner ON partner.id = look.partner_id
        LEFT JOIN referral ON referral.id = look.referral_id
        WHERE look.person_id = :person
           OR (look.business_id IN (SELECT business_id FROM own) AND (look.referral_id IS NULL OR look.referral_id IN (SELECT id FROM request)))
           OR look.referral_id IN (SELECT id FROM request)
           OR (look.business_id IS NULL
               AND look.person_id IS NULL
               AND look.program_id IN (SELECT program_id
                                       FROM enrollment
                                       WHERE business_id IN (SELECT business_id FROM own) AND from_on <= look.on_day AND (to_on IS NULL OR to_on >= look.on_day)))
        UNION ALL
        SELECT referral.opened_at, partner.name, 'partner', 'request', referral.number
        FROM referral
        JOIN partner ON partner.id = referral.partner_id
        WHERE referral.id IN (SELECT id FROM request)
          AND referral.opened_at IS NOT NULL
          AND NOT EXISTS (SELECT 1
                          FROM look
                          WHERE look.referral_id = referral.id AND look.partner_id = referral.partner_id AND abs(look.at - referral.opened_at) < 86400000)
        UNION ALL
        SELECT secret_opening.at, partner.name, 'partner', 'secret', referral.number
        FROM secret_opening
        JOIN referral ON referral.id = secret_opening.referral_id
        JOIN partner ON partner.id = referral.partner_id
        WHERE referral.id IN (SELECT id FROM request)
        UNION ALL
        SELECT import_run.started_at, program.name, NULL, 'import', NULL
        FROM import_run
        JOIN program ON program.id = import_run.program_id
        WHERE import_run.id IN (SELECT import_id FROM business WHERE id IN (SELECT business_id FROM own)
                                UNION
                                SELECT import_id FROM person WHERE id = :person)
        ORDER BY at DESC
        LIMIT :take OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":person": person, ":today": today, ":take": take, ":skip": skip };
    let found = statement.query_map(params, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// What happened behind the wall: the key of its sentence, and when. Openings of what somebody said about who they are, and files that
/// counted them, newest first.
pub fn behind_the_wall(conn: &Connection, person: i64) -> Result<Vec<(&'static str, Instant)>> {
    let openings = firewall::openings_of(conn, person)?.into_iter().flat_map(|one| one.opened_at).map(|at| ("wall-opened", at));
    let filings = firewall::filings_of(conn, person)?.into_iter().map(|one| {
        let key = match one.form {
            FilingForm::Sba641 | FilingForm::Ssbci => "wall-sent",
            FilingForm::Mep => "wall-row",
            _ => "wall-filed",
        };
        (key, one.at)
    });
    let mut all: Vec<(&'static str, Instant)> = openings.chain(filings).collect();
    all.sort_by_key(|(_, at)| std::cmp::Reverse(*at));
    Ok(all)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Looked> {
    let saw: String = row.get("saw")?;
    let saw = match saw.as_str() {
        "secret" => Saw::Secret,
        "import" => Saw::Import,
        _ => Saw::Part(row.get::<_, LookPart>("saw")?),
    };
    Ok(Looked {
        at: row.get("at")?,
        organization: row.get("organization")?,
        role: row.get::<_, Option<LookRole>>("role")?,
        saw,
        referral: row.get("number")?,
    })
}
