//! Writing down a business, its owners, and what the search box finds of them.

use crate::error::{Error, Result};
use crate::people::{Client, NewClient, NewPerson};
use crate::store::{Object, Tx};
use crate::values::{ClientId, Day, JobBasis, NaicsEdition, PersonId, Telephone, fold};
use rusqlite::named_params;

/// Registers a business as a client of a program.
pub fn register(tx: &Tx<'_>, program: i64, advisor: Option<i64>, new: &NewClient) -> Result<(i64, ClientId)> {
    let id: ClientId = tx.fresh_id()?;
    let sql = "
        INSERT INTO business (public_id, number, name, name_folded, product, naics, naics_edition, stage, street, city, state, postal_code, county, county_fips, metro, neighborhood, created_at)
        VALUES (:id, (SELECT coalesce(max(number), 0) + 1 FROM business), :name, :folded, :product, :naics, :edition, :stage, :street, :city, :state, :postal_code, :county, :county_fips, :metro, :neighborhood, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":name": new.name,
        ":folded": fold(new.name.as_str()),
        ":product": new.product,
        ":naics": new.naics,
        ":edition": new.naics.as_ref().map(|_| NaicsEdition::Naics2022),
        ":stage": new.stage,
        ":street": new.place.street,
        ":city": new.place.city,
        ":state": new.place.state,
        ":postal_code": new.place.postal_code,
        ":county": new.place.county,
        ":county_fips": new.place.county_fips,
        ":metro": new.place.metro,
        ":neighborhood": new.place.neighborhood,
        ":at": tx.at(),
    })?;
    let business = tx.last_insert_rowid();
    let sql = "INSERT INTO enrollment (business_id, program_id, advisor_id, from_on) VALUES (:business, :program, :advisor, :on)";
    tx.prepare_cached(sql)?
        .execute(named_params! { ":business": business, ":program": program, ":advisor": advisor, ":on": tx.today() })?;
    if let Some(person) = &new.contact {
        insert_owner(tx, business, person, true, None)?;
    }
    if let Some(workers) = new.workers {
        insert_workers(tx, business, tx.today(), workers, JobBasis::ToldToAdvisor)?;
    }
    index(tx, business)?;
    tx.audit("client.registered", Object::new("business", &id))?;
    Ok((business, id))
}

/// Writes down somebody who owns nothing, such as a trainee. Whoever audits the deed audits the person with it.
pub fn register_person(tx: &Tx<'_>, person: &NewPerson) -> Result<i64> {
    let id: PersonId = tx.fresh_id()?;
    let sql = "
        INSERT INTO person (public_id, first_name, last_name, telephone, telephone_digits, email, language, contact_by, created_at)
        VALUES (:id, :first, :last, :telephone, :digits, :email, :language, :contact_by, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":first": person.first_name,
        ":last": person.last_name,
        ":telephone": person.telephone.as_ref().map(Telephone::as_str),
        ":digits": person.telephone.as_ref().map(Telephone::digits),
        ":email": person.email.as_ref().map(|email| email.as_str().to_owned()),
        ":language": person.language,
        ":contact_by": person.contact_by,
        ":at": tx.at(),
    })?;
    Ok(tx.last_insert_rowid())
}

fn insert_owner(tx: &Tx<'_>, business: i64, person: &NewPerson, is_contact: bool, from_on: Option<Day>) -> Result<i64> {
    let key = register_person(tx, person)?;
    let sql = "INSERT INTO ownership (business_id, person_id, share_bp, is_contact, from_on) VALUES (:business, :person, :share, :contact, :from)";
    tx.prepare_cached(sql)?.execute(
        named_params! { ":business": business, ":person": key, ":share": person.share_bp, ":contact": is_contact, ":from": from_on },
    )?;
    Ok(key)
}

pub(super) fn insert_workers(tx: &Tx<'_>, business: i64, on: Day, workers: i64, basis: JobBasis) -> Result<()> {
    let sql = "INSERT INTO job_snapshot (business_id, on_day, workers, basis, recorded_at) VALUES (:business, :on, :workers, :basis, :at)";
    tx.prepare_cached(sql)?
        .execute(named_params! { ":business": business, ":on": on, ":workers": workers, ":basis": basis, ":at": tx.at() })?;
    Ok(())
}

/// Adds an owner; shares of today's owners must not pass the whole.
pub fn add_owner(tx: &Tx<'_>, client: &Client, person: &NewPerson, is_contact: bool, from_on: Option<Day>) -> Result<i64> {
    if is_contact {
        tx.execute("UPDATE ownership SET is_contact = 0 WHERE business_id = ?1 AND is_contact = 1", [client.key])?;
    }
    let key = insert_owner(tx, client.key, person, is_contact, from_on)?;
    refuse_more_than_all(tx, client.key)?;
    index(tx, client.key)?;
    tx.audit("client.owner_added", Object::new("business", &client.id))?;
    Ok(key)
}

fn refuse_more_than_all(tx: &Tx<'_>, business: i64) -> Result<()> {
    let all: i64 =
        tx.query_row("SELECT coalesce(sum(share_bp), 0) FROM ownership WHERE business_id = ?1 AND to_on IS NULL", [business], |row| {
            row.get(0)
        })?;
    if all <= 10_000 {
        Ok(())
    } else {
        Err(Error::Rejected(format!(
            "Together the owners would own {}.{:02} %. End somebody's share first, or correct the numbers.",
            all / 100,
            all % 100
        )))
    }
}

/// Writes down an owner that a file brought, who is the person we call where there is none yet. Whoever calls audits it.
pub fn bring_owner(tx: &Tx<'_>, business: i64, person: &NewPerson, from_on: Option<Day>, import: i64) -> Result<i64> {
    let sql = "SELECT EXISTS (SELECT 1 FROM ownership WHERE business_id = ?1 AND to_on IS NULL AND is_contact = 1)";
    let has_contact: bool = tx.prepare_cached(sql)?.query_row([business], |row| row.get(0))?;
    let key = insert_owner(tx, business, person, !has_contact, from_on)?;
    tx.prepare_cached("UPDATE person SET import_id = ?1 WHERE id = ?2")?.execute([import, key])?;
    tx.prepare_cached("UPDATE ownership SET import_id = ?1 WHERE person_id = ?2")?.execute([import, key])?;
    index(tx, business)?;
    Ok(key)
}

/// Brings the search index up to date with a business.
pub fn index(tx: &Tx<'_>, business: i64) -> Result<()> {
    tx.prepare_cached("DELETE FROM search_client WHERE rowid = ?1")?.execute([business])?;
    let sql = "
        INSERT INTO search_client (rowid, name, people, other)
        SELECT business.id,
               business.name || ' ' || coalesce(business.legal_name, ''),
               coalesce((SELECT group_concat(person.first_name || ' ' || person.last_name || ' ' || coalesce(person.telephone_digits, '') || ' ' || coalesce(person.email, ''), ' ')
                         FROM ownership
                         JOIN person ON person.id = ownership.person_id
                         WHERE ownership.business_id = business.id AND ownership.to_on IS NULL), ''),
               coalesce(business.product, '') || ' ' || coalesce(business.city, '') || ' ' || coalesce(business.neighborhood, '') || ' F-' || printf('%04d', business.number)
        FROM business
        WHERE business.id = ?1";
    tx.prepare_cached(sql)?.execute([business])?;
    Ok(())
}
