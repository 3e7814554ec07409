//! Looks in SQL: which are new today, and writing them down.

use crate::auth::Viewer;
use crate::auth::looks::{Look, Names};
use crate::error::Result;
use crate::store::{Object, Tx};
use crate::values::{Day, LookPart, LookRole};
use crate::web::Access;
use rusqlite::{Connection, OptionalExtension, named_params};

/// A look that nobody wrote down today.
#[derive(Debug, Clone)]
pub struct Fresh {
    /// Row key of the business; none where all clients of a program were counted.
    pub business: Option<i64>,
    /// Row key of the program.
    pub program: i64,
    /// Row key of the referral that was seen.
    pub referral: Option<i64>,
    /// Row key of the partner that looked.
    pub partner: Option<i64>,
    /// Opaque id of who looked.
    pub viewer: String,
    /// In what role.
    pub role: LookRole,
    /// What was seen.
    pub part: LookPart,
    /// Row key of the person, where it was their own and no co-owner's.
    pub person: Option<i64>,
}

/// What of a look of staff is new today. Nothing for a record that is not theirs to see: it was not shown either.
pub fn fresh(conn: &Connection, viewer: &Viewer, look: &Look, today: Day) -> Result<Vec<Fresh>> {
    let mut found = Vec::new();
    match look {
        Look::Report => {
            for (program, _) in viewer.programs().into_iter().filter(|(program, _)| viewer.manages(*program)) {
                found.push(of_staff(viewer, None, program, None, LookRole::Manager, LookPart::Report));
            }
        }
        Look::File { program } => found.push(of_staff(viewer, None, *program, None, LookRole::Manager, LookPart::File)),
        Look::Record { names, id, part } => {
            if let Some((business, program, referral, advisor)) = seen(conn, viewer, *names, id)? {
                let role = role(viewer, program, advisor == Some(viewer.key));
                found.push(of_staff(viewer, Some(business), program, referral, role, *part));
            }
        }
        Look::Own { person, program, part } => {
            let role = role(viewer, *program, advises(conn, viewer, *person, *program)?);
            found.push(Fresh { person: Some(*person), ..of_staff(viewer, None, *program, None, role, *part) });
        }
    }
    let mut new = Vec::new();
    for one in found {
        if !is_known(conn, &one, today)? {
            new.push(one);
        }
    }
    Ok(new)
}

/// In what role somebody of staff looks.
fn role(viewer: &Viewer, program: i64, is_their_advisor: bool) -> LookRole {
    match is_their_advisor {
        true => LookRole::Advisor,
        false if viewer.advises(program) => LookRole::Colleague,
        false if viewer.manages(program) => LookRole::Manager,
        false if viewer.is(Access::Steward) => LookRole::Steward,
        false => LookRole::Admin,
    }
}

/// True where the viewer is the advisor of a business of somebody's in a program.
fn advises(conn: &Connection, viewer: &Viewer, person: i64, program: i64) -> Result<bool> {
    let sql = "
        SELECT EXISTS (
            SELECT 1
            FROM ownership
            JOIN enrollment ON enrollment.business_id = ownership.business_id
            WHERE ownership.person_id = :person
              AND enrollment.program_id = :program
              AND enrollment.advisor_id = :viewer)";
    let params = named_params! { ":person": person, ":program": program, ":viewer": viewer.key };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}

fn of_staff(viewer: &Viewer, business: Option<i64>, program: i64, referral: Option<i64>, role: LookRole, part: LookPart) -> Fresh {
    Fresh { business, program, referral, partner: None, viewer: viewer.id.to_string(), role, part, person: None }
}

/// Row keys of the business, its program, the referral and the advisor behind an address, where the viewer works in that program.
type Seen = (i64, i64, Option<i64>, Option<i64>);

fn seen(conn: &Connection, viewer: &Viewer, names: Names, id: &str) -> Result<Option<Seen>> {
    let sql = match names {
        Names::Client => {
            "
            SELECT business.id AS business, enrollment.program_id AS program, NULL AS referral, enrollment.advisor_id AS advisor
            FROM business
            JOIN enrollment ON enrollment.business_id = business.id
            WHERE business.public_id = :id
              AND enrollment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
            ORDER BY enrollment.id
            LIMIT 1"
        }
        Names::Referral => {
            "
            SELECT business_id AS business, program_id AS program, id AS referral, advisor_id AS advisor
            FROM referral
            WHERE public_id = :id
              AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
        Names::Service => {
            "
            SELECT business_id AS business, program_id AS program, NULL AS referral, account_id AS advisor
            FROM service
            WHERE public_id = :id
              AND business_id IS NOT NULL
              AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
        Names::Resource => {
            "
            SELECT business_id AS business, program_id AS program, NULL AS referral, NULL AS advisor
            FROM deployment
            WHERE public_id = :id
              AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
        Names::Note => {
            "
            SELECT business_id AS business, program_id AS program, NULL AS referral, account_id AS advisor
            FROM note
            WHERE public_id = :id
              AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
        Names::Outcome => {
            "
            SELECT business_id AS business, program_id AS program, NULL AS referral, account_id AS advisor
            FROM outcome
            WHERE public_id = :id
              AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
        Names::Story => {
            "
            SELECT business_id AS business, program_id AS program, NULL AS referral, account_id AS advisor
            FROM story
            WHERE public_id = :id
              AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
        Names::Commitment => {
            "
            SELECT business_id AS business, program_id AS program, NULL AS referral, account_id AS advisor
            FROM commitment
            WHERE public_id = :id
              AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
        Names::Certification => {
            "
            SELECT business_id AS business, program_id AS program, NULL AS referral, account_id AS advisor
            FROM certification
            WHERE public_id = :id
              AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
        Names::JobCount => {
            "
            SELECT business_id AS business, program_id AS program, NULL AS referral, account_id AS advisor
            FROM job_snapshot
            WHERE public_id = :id
              AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
        Names::Attachment => {
            "
            SELECT coalesce(service.business_id, outcome.business_id, deployment.business_id) AS business, attachment.program_id AS program,
                   NULL AS referral, attachment.account_id AS advisor
            FROM attachment
            LEFT JOIN service ON service.id = attachment.service_id
            LEFT JOIN outcome ON outcome.id = attachment.outcome_id
            LEFT JOIN deployment ON deployment.id = attachment.deployment_id
            WHERE attachment.public_id = :id
              AND coalesce(service.business_id, outcome.business_id, deployment.business_id) IS NOT NULL
              AND attachment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
        Names::Position => {
            "
            SELECT business_id AS business, program_id AS program, NULL AS referral, account_id AS advisor
            FROM job_snapshot
            WHERE id = (SELECT snapshot_id FROM job_position WHERE public_id = :id)
              AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
        }
    };
    let params = named_params! { ":id": id, ":viewer": viewer.key };
    let read = |row: &rusqlite::Row<'_>| Ok((row.get("business")?, row.get("program")?, row.get("referral")?, row.get("advisor")?));
    Ok(conn.prepare_cached(sql)?.query_row(params, read).optional()?)
}

/// True where this look was written down on this day.
pub fn is_known(conn: &Connection, look: &Fresh, today: Day) -> Result<bool> {
    let sql = "
        SELECT EXISTS (
            SELECT 1
            FROM look
            WHERE viewer = :viewer
              AND on_day = :today
              AND part = :part
              AND program_id = :program
              AND coalesce(business_id, 0) = coalesce(:business, 0)
              AND coalesce(referral_id, 0) = coalesce(:referral, 0)
              AND coalesce(person_id, 0) = coalesce(:person, 0))";
    let params = named_params! {
        ":viewer": look.viewer,
        ":today": today,
        ":part": look.part,
        ":program": look.program,
        ":business": look.business,
        ":referral": look.referral,
        ":person": look.person,
    };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}

/// Writes a look down. Two windows that open at once make one row.
pub fn note(tx: &Tx<'_>, look: &Fresh) -> Result<()> {
    if is_known(tx, look, tx.today())? {
        return Ok(());
    }
    let sql = "
        INSERT INTO look (business_id, program_id, referral_id, partner_id, viewer, role, part, on_day, at, person_id)
        VALUES (:business, :program, :referral, :partner, :viewer, :role, :part, :today, :at, :person)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":business": look.business,
        ":program": look.program,
        ":referral": look.referral,
        ":partner": look.partner,
        ":viewer": look.viewer,
        ":role": look.role,
        ":part": look.part,
        ":today": tx.today(),
        ":at": tx.at(),
        ":person": look.person,
    })?;
    tx.audit_with("record.looked_at", Object::new("look", tx.last_insert_rowid()), crate::values::Vocabulary::code(look.part))
}
