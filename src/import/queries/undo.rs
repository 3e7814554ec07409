//! Taking an import back: what it made goes, unless something was built on it since.

use super::written;
use crate::error::{Error, Result};
use crate::import::{Run, Undone, wall};
use crate::store::{Object, Tx};
use rusqlite::named_params;

/// A business the import made on which something was built since: work, an edit, another file, an owner added by hand.
const BUILT_ON: &str = "
    business.version > 1
    OR EXISTS (SELECT 1 FROM service WHERE service.business_id = business.id)
    OR EXISTS (SELECT 1 FROM training_person WHERE training_person.business_id = business.id)
    OR EXISTS (SELECT 1 FROM attempt WHERE attempt.business_id = business.id)
    OR EXISTS (SELECT 1 FROM follow_up WHERE follow_up.business_id = business.id)
    OR EXISTS (SELECT 1
               FROM intake
               JOIN enrollment ON enrollment.id = intake.enrollment_id
               WHERE enrollment.business_id = business.id)
    OR EXISTS (SELECT 1 FROM outreach_client WHERE outreach_client.business_id = business.id)
    OR EXISTS (SELECT 1 FROM space_need WHERE space_need.business_id = business.id)
    OR EXISTS (SELECT 1 FROM question WHERE question.business_id = business.id)
    OR EXISTS (SELECT 1 FROM glass WHERE glass.business_id = business.id)
    OR EXISTS (SELECT 1 FROM legal_hold WHERE legal_hold.business_id = business.id)
    OR EXISTS (SELECT 1 FROM outcome WHERE outcome.business_id = business.id)
    OR EXISTS (SELECT 1 FROM commitment WHERE commitment.business_id = business.id)
    OR EXISTS (SELECT 1 FROM certification WHERE certification.business_id = business.id)
    OR EXISTS (SELECT 1 FROM story WHERE story.business_id = business.id)
    OR EXISTS (SELECT 1 FROM release_way WHERE release_way.business_id = business.id)
    OR EXISTS (SELECT 1 FROM filing_record WHERE filing_record.business_id = business.id)
    OR EXISTS (SELECT 1 FROM indicator WHERE indicator.business_id = business.id)
    OR EXISTS (SELECT 1 FROM indicator_rank WHERE indicator_rank.business_id = business.id)
    OR EXISTS (SELECT 1 FROM indicator_comment WHERE indicator_comment.business_id = business.id)
    OR EXISTS (SELECT 1 FROM note WHERE note.business_id = business.id)
    OR EXISTS (SELECT 1 FROM referral WHERE referral.business_id = business.id)
    OR EXISTS (SELECT 1 FROM deployment WHERE deployment.business_id = business.id AND (deployment.import_id IS NOT :run OR deployment.version > 1 OR deployment.undone_at IS NOT NULL))
    OR EXISTS (SELECT 1 FROM job_snapshot WHERE job_snapshot.business_id = business.id AND job_snapshot.import_id IS NOT :run)
    OR EXISTS (SELECT 1 FROM enrollment WHERE enrollment.business_id = business.id AND (enrollment.import_id IS NOT :run OR enrollment.version > 1))
    OR EXISTS (SELECT 1 FROM location WHERE location.business_id = business.id AND location.import_id IS NOT :run)
    OR EXISTS (SELECT 1 FROM occupancy WHERE occupancy.business_id = business.id)
    OR EXISTS (SELECT 1
               FROM ownership
               JOIN person ON person.id = ownership.person_id
               WHERE ownership.business_id = business.id
                 AND (ownership.import_id IS NOT :run
                      OR ownership.to_on IS NOT NULL
                      OR person.version > 1
                      OR person.self_id_asked_on IS NOT NULL
                      OR person.self_id_answered_on IS NOT NULL
                      OR EXISTS (SELECT 1 FROM access_link WHERE access_link.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM letter_code WHERE letter_code.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM own_device WHERE own_device.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM client_word WHERE client_word.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM notice_told WHERE notice_told.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM filing_person WHERE filing_person.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM erasure WHERE erasure.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM correction_request WHERE correction_request.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM complaint WHERE complaint.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM erasure_request WHERE erasure_request.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM indicator WHERE indicator.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM indicator_comment WHERE indicator_comment.person_id = person.id)
                      OR EXISTS (SELECT 1 FROM helper WHERE helper.person_id = person.id)))";

/// Takes an import back within thirty days. Says what went and what stays.
pub fn undo(tx: &Tx<'_>, run: &Run) -> Result<Undone> {
    if let Some(undone) = run.made.undone.clone().filter(|_| run.undone_at.is_some()) {
        return Ok(undone);
    }
    if !run.can_be_undone(tx.at()) {
        return Err(Error::Rejected(
            "An import can be undone for 30 days, and they are over. Correct or close the clients one by one.".to_owned(),
        ));
    }
    let (services, partners, partners_kept) = super::partners::undo(tx, run.key)?;
    let (records, records_kept) = super::records_undo::undo(tx, run)?;
    let (free, kept) = sort_out(tx, run.key)?;
    let deployments = delete_resources(tx, run.key)?;
    let (sites, sites_kept) = super::sites::undo(tx, run.key)?;
    for business in &free {
        delete_business(tx, *business)?;
    }
    let sql = "SELECT count(*) FROM deployment WHERE import_id = ?1";
    let left: i64 = tx.query_row(sql, [run.key], |row| row.get(0))?;
    let deployments_kept = usize::try_from(left).unwrap_or(0);
    let undone = Undone {
        clients: free.len(),
        deployments,
        sites,
        sites_kept,
        kept,
        deployments_kept,
        records,
        records_kept,
        partners,
        services,
        partners_kept,
    };
    let mut made = run.made.clone();
    made.undone = Some(undone.clone());
    let sql = "UPDATE import_run SET undone_at = :at, made = :made WHERE id = :run";
    tx.execute(sql, named_params! { ":at": tx.at(), ":made": written(&made)?, ":run": run.key })?;
    let detail = format!(
        "clients {} deployments {} sites {sites} partners {partners} services {services} records {records} kept {}",
        undone.clients,
        undone.deployments,
        undone.kept.len() + sites_kept + records_kept + undone.partners_kept.len()
    );
    tx.audit_with("import.undone", Object::new("import_run", &run.id), &detail)?;
    Ok(undone)
}

pub(super) type Kept = Vec<(String, String)>;

/// Row keys of the businesses that go; address and name of those that stay.
fn sort_out(tx: &Tx<'_>, run: i64) -> Result<(Vec<i64>, Kept)> {
    let sql = format!("SELECT id, public_id, name, ({BUILT_ON}) AS is_built_on FROM business WHERE import_id = :run ORDER BY id");
    let mut statement = tx.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! { ":run": run })?;
    let (mut free, mut kept) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        if row.get("is_built_on")? {
            kept.push((row.get("public_id")?, row.get("name")?));
        } else {
            free.push(row.get("id")?);
        }
    }
    Ok((free, kept))
}

/// Deletes the resources and counts of workers the import brought, also those of businesses that stay, unless they were changed or
/// something hangs on them.
fn delete_resources(tx: &Tx<'_>, run: i64) -> Result<usize> {
    let sql = "
        DELETE FROM deployment
        WHERE import_id = ?1
          AND version = 1
          AND undone_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.deployment_id = deployment.id)
          AND NOT EXISTS (SELECT 1 FROM commitment WHERE commitment.deployment_id = deployment.id)
          AND NOT EXISTS (SELECT 1 FROM job_snapshot WHERE job_snapshot.deployment_id = deployment.id)
          AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.deployment_id = deployment.id)";
    let deleted = tx.prepare_cached(sql)?.execute([run])?;
    tx.prepare_cached("DELETE FROM job_snapshot WHERE import_id = ?1")?.execute([run])?;
    Ok(deleted)
}

fn delete_business(tx: &Tx<'_>, business: i64) -> Result<()> {
    let mut statement = tx.prepare_cached("SELECT person_id FROM ownership WHERE business_id = ?1")?;
    let people: Vec<i64> = statement.query_map([business], |row| row.get("person_id"))?.collect::<rusqlite::Result<_>>()?;
    tx.prepare_cached("DELETE FROM search_client WHERE rowid = ?1")?.execute([business])?;
    tx.prepare_cached("DELETE FROM ownership WHERE business_id = ?1")?.execute([business])?;
    for person in people {
        wall::forget(tx, person)?;
        tx.prepare_cached("DELETE FROM look WHERE person_id = ?1")?.execute([person])?;
        tx.prepare_cached("UPDATE outbox_message SET person_id = NULL WHERE person_id = ?1")?.execute([person])?;
        tx.prepare_cached("DELETE FROM person WHERE id = ?1")?.execute([person])?;
    }
    tx.prepare_cached("DELETE FROM enrollment WHERE business_id = ?1")?.execute([business])?;
    // Somebody looked at what came in before it was taken back: the record of changes keeps that they did.
    tx.prepare_cached("DELETE FROM look WHERE business_id = ?1")?.execute([business])?;
    tx.prepare_cached("DELETE FROM location WHERE business_id = ?1")?.execute([business])?;
    tx.prepare_cached("DELETE FROM business WHERE id = ?1")?.execute([business])?;
    Ok(())
}
