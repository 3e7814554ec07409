//! Files of units: whose they are, which are listed already, writing them in, taking them back.

use super::writing::begin;
use super::written;
use crate::error::{Error, Result};
use crate::import::{File, Made, Outcome, Progress, Reading};
use crate::partners::queries as partners;
use crate::programs::Program;
use crate::sites::queries as sites;
use crate::store::{Object, Tx};
use crate::values::{ImportId, Kind, fold};
use rusqlite::{Connection, named_params};
use std::collections::{HashMap, HashSet};

/// Complaints that are listed; the rest is counted.
const LISTED: usize = 100;

/// For each row its landlord, and whether the unit is new.
fn plan(conn: &Connection, program: i64, reading: &Reading) -> Result<Vec<(i64, bool)>> {
    let landlords: HashMap<String, i64> =
        partners::list_taking(conn, program, Kind::RealEstate)?.into_iter().map(|partner| (fold(&partner.name), partner.key)).collect();
    let mut seen: HashSet<(i64, String)> = HashSet::new();
    let (mut plan, mut errors) = (Vec::with_capacity(reading.sites.len()), Vec::new());
    for entry in &reading.sites {
        let Some(partner) = landlords.get(&fold(entry.partner.as_str())).copied() else {
            errors.push(format!(
                "Line {}: no landlord of this program is called {:?}. Add it to the directory as a partner that takes referrals for space, or correct the name.",
                entry.line,
                entry.partner.as_str()
            ));
            continue;
        };
        if !seen.insert((partner, entry.site.name.to_lowercase())) {
            errors.push(format!("Line {}: {:?} of this landlord stands in the file twice. Take one out.", entry.line, entry.site.name));
            continue;
        }
        plan.push((partner, sites::named(conn, partner, &entry.site.name)?.is_none()));
    }
    if errors.is_empty() {
        return Ok(plan);
    }
    let more = errors.len().saturating_sub(LISTED);
    errors.truncate(LISTED);
    if more > 0 {
        errors.push(format!("And {more} more."));
    }
    Err(Error::Rejected(errors.join("\n")))
}

fn count(plan: &[(i64, bool)], reading: &Reading) -> Made {
    let new = plan.iter().filter(|(_, is_new)| *is_new).count();
    Made { sites: new, sites_already_here: plan.len() - new, unread: reading.mapping.unread(&reading.headers), ..Made::default() }
}

/// What a file would bring. Where lines are wrong it cannot be said, and they are complained about already.
pub(super) fn preview(conn: &Connection, program: i64, reading: &Reading) -> Result<Made> {
    if reading.error_count > 0 {
        return Ok(count(&[], reading));
    }
    Ok(count(&plan(conn, program, reading)?, reading))
}

/// Writes a file of units in: one transaction, one audit event.
pub(super) fn import(tx: &Tx<'_>, program: &Program, file: &File, sha256: &str, reading: &Reading, progress: &Progress) -> Result<Outcome> {
    let plan = plan(tx, program.key, reading)?;
    let id: ImportId = tx.fresh_id()?;
    let run = begin(tx, &id, program, file, sha256, reading)?;
    let total = reading.sites.len();
    for (done, (entry, (partner, is_new))) in reading.sites.iter().zip(&plan).enumerate() {
        progress.reach(done, total)?;
        if *is_new {
            sites::insert(tx, *partner, &entry.site, tx.today(), Some(run))?;
        }
    }
    let made = count(&plan, reading);
    tx.execute("UPDATE import_run SET made = :made WHERE id = :run", named_params! { ":made": written(&made)?, ":run": run })?;
    let detail = format!("kind sites rows {total} sites {} file sha256 {sha256}", made.sites);
    tx.audit_with("import.made", Object::new("import_run", &id), &detail)?;
    progress.say(total, total);
    Ok(Outcome::Imported { id, made: Box::new(made) })
}

/// Deletes the units an import brought, unless something was built on them since. Says how many went and how many stay.
pub(super) fn undo(tx: &Tx<'_>, run: i64) -> Result<(usize, usize)> {
    let sql = "
        DELETE FROM site
        WHERE import_id = ?1
          AND version = 1
          AND NOT EXISTS (SELECT 1 FROM site_referral WHERE site_referral.site_id = site.id)
          AND NOT EXISTS (SELECT 1 FROM site_check WHERE site_check.site_id = site.id)
          AND NOT EXISTS (SELECT 1 FROM vacancy_notice WHERE vacancy_notice.site_id = site.id)
          AND NOT EXISTS (SELECT 1 FROM allocation WHERE allocation.site_id = site.id)";
    let deleted = tx.prepare_cached(sql)?.execute([run])?;
    let kept: i64 = tx.query_row("SELECT count(*) FROM site WHERE import_id = ?1", [run], |row| row.get(0))?;
    Ok((deleted, usize::try_from(kept).unwrap_or(0)))
}
