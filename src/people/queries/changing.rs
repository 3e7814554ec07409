//! Changing what is known of a business and its people. The past stays as it was.

use super::own::{AddressSetBy, set_email};
use super::registering::{index, insert_workers};
use super::staff_of;
use crate::auth::{Viewer, links};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::people::moving::Moved;
use crate::people::{Client, Place};
use crate::store::{Object, Tx};
use crate::values::{ContactBy, Day, JobBasis, LegalForm, PersonId, Stage, Telephone, fold};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Ends somebody's share on a day; the past stays as it was.
pub fn end_ownership(tx: &Tx<'_>, client: &Client, person: &PersonId, on: Day) -> Result<()> {
    let sql = "
        UPDATE ownership
        SET to_on = :on, is_contact = 0
        WHERE business_id = :business
          AND to_on IS NULL
          AND (from_on IS NULL OR from_on <= :on)
          AND person_id = (SELECT id FROM person WHERE public_id = :person)";
    if tx.execute(sql, named_params! { ":on": on, ":business": client.key, ":person": person })? == 0 {
        return Err(Error::Rejected("This person is no owner today, or the day lies before they became one.".to_owned()));
    }
    // Whoever owned it may hold a link: the next notice brings a new one to whoever is spoken to now.
    links::close_status_of(tx, client.key)?;
    index(tx, client.key)?;
    tx.audit("client.owner_ended", Object::new("business", &client.id))
}

/// How a person wants to be reached.
pub struct Reach {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Telephone.
    pub telephone: Option<Telephone>,
    /// E-mail.
    pub email: Option<crate::values::Email>,
    /// Language.
    pub language: String,
    /// How.
    pub contact_by: Option<ContactBy>,
}

/// Name and telephone of a program.
pub fn called(conn: &Connection, program: i64) -> Result<(String, Option<String>)> {
    let sql = "SELECT name, telephone FROM program WHERE id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([program], |row| Ok((row.get("name")?, row.get("telephone")?)))?)
}

/// Refuses to change somebody who has no part in any client of the viewer's programs today: they own none, and none sends them to
/// training. Who they are and where codes go is no longer for this program to say.
pub(super) fn check_part(conn: &Connection, viewer: &Viewer, person: i64, today: Day) -> Result<()> {
    let sql = "
        SELECT EXISTS (
            SELECT 1
            FROM enrollment
            WHERE enrollment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
              AND (enrollment.business_id IN (SELECT business_id
                                              FROM ownership
                                              WHERE person_id = :person AND (to_on IS NULL OR to_on >= :today))
                   OR enrollment.business_id IN (SELECT business_id FROM referral WHERE trainee_id = :person)))";
    let params = named_params! { ":viewer": viewer.key, ":person": person, ":today": today };
    if conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))? {
        return Ok(());
    }
    Err(Error::Rejected(
        "This person owns no part of any client of yours any more, so nothing was changed. They can change it themselves on their own page, \
         and so can a program with a business of theirs."
            .to_owned(),
    ))
}

/// Changes how a person is reached, unless they have no part in any of the viewer's clients now. Gives back whom to tell of a new address.
pub fn change_person(
    tx: &Tx<'_>,
    viewer: &Viewer,
    client: &Client,
    person: &PersonId,
    version: i64,
    reach: &Reach,
) -> Result<Option<Moved>> {
    let sql = "SELECT person.id, email FROM person JOIN ownership ON person_id = person.id WHERE public_id = :person AND business_id = :business LIMIT 1";
    let found = tx
        .prepare_cached(sql)?
        .query_row(named_params! { ":person": person, ":business": client.key }, |row| Ok((row.get("id")?, row.get("email")?)));
    let (key, old): (i64, Option<String>) = found.optional()?.ok_or(Error::NotFound)?;
    check_part(tx, viewer, key, tx.today())?;
    let sql = "
        UPDATE person
        SET first_name = :first, last_name = :last, telephone = :telephone, telephone_digits = :digits,
            language = :language, contact_by = :contact_by, version = version + 1
        WHERE id = :person
          AND version = :version";
    let changed = tx.execute(
        sql,
        named_params! {
            ":first": reach.first_name,
            ":last": reach.last_name,
            ":telephone": reach.telephone.as_ref().map(Telephone::as_str),
            ":digits": reach.telephone.as_ref().map(Telephone::digits),
            ":language": reach.language,
            ":contact_by": reach.contact_by,
            ":person": key,
            ":version": version,
        },
    )?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    set_email(tx, key, reach.email.as_ref().map(crate::values::Email::as_str), AddressSetBy::Staff)?;
    index(tx, client.key)?;
    tx.audit_with("client.person_changed", Object::new("person", person), "name telephone email language contact_by")?;
    Moved::of(tx, key, old, client.program)
}

/// What can be changed of a business on its page.
pub struct Facts {
    /// Name.
    pub name: crate::values::Line,
    /// Legal name.
    pub legal_name: Option<String>,
    /// Legal form.
    pub legal_form: Option<LegalForm>,
    /// What it makes.
    pub product: Option<String>,
    /// Industry code of NAICS 2022; `None` leaves what is there.
    pub naics: Option<String>,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// First sale, hire, capital or expense.
    pub started_on: Option<Day>,
    /// Where it is; the metropolitan area stays.
    pub place: Place,
    /// Owned by its members.
    pub is_cooperative: bool,
}

/// Changes the facts of a business, unless somebody changed them since the form was drawn.
pub fn change_facts(tx: &Tx<'_>, client: &Client, version: i64, facts: &Facts) -> Result<()> {
    let sql = "
        UPDATE business
        SET name = :name, name_folded = :folded, legal_name = :legal_name, legal_form = :legal_form, product = :product,
            naics = coalesce(:naics, naics), naics_edition = CASE WHEN :naics IS NULL THEN naics_edition ELSE '2022' END,
            stage = :stage, started_on = :started_on, street = :street, city = :city, state = :state, postal_code = :postal_code,
            neighborhood = :neighborhood, county = :county, county_fips = :county_fips, is_cooperative = :cooperative, version = version + 1
        WHERE id = :key
          AND version = :version";
    let changed = tx.execute(
        sql,
        named_params! {
            ":name": facts.name,
            ":folded": fold(facts.name.as_str()),
            ":legal_name": facts.legal_name,
            ":legal_form": facts.legal_form,
            ":product": facts.product,
            ":naics": facts.naics,
            ":stage": facts.stage,
            ":started_on": facts.started_on,
            ":street": facts.place.street,
            ":city": facts.place.city,
            ":state": facts.place.state,
            ":postal_code": facts.place.postal_code,
            ":neighborhood": facts.place.neighborhood,
            ":county": facts.place.county,
            ":county_fips": facts.place.county_fips,
            ":cooperative": facts.is_cooperative,
            ":key": client.key,
            ":version": version,
        },
    )?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    index(tx, client.key)?;
    tx.audit_with("client.changed", Object::new("business", &client.id), "facts")
}

/// Writes down how many workers there are.
pub fn record_workers(tx: &Tx<'_>, client: &Client, on: Day, workers: i64, basis: JobBasis) -> Result<()> {
    insert_workers(tx, client.key, on, workers, basis)?;
    tx.audit_with("client.workers_recorded", Object::new("business", &client.id), "workers")
}

/// Notes that the private self-identification link was made for a person.
pub fn note_self_id_asked(tx: &Tx<'_>, person: i64) -> Result<()> {
    tx.execute("UPDATE person SET self_id_asked_on = :on WHERE id = :id", named_params! { ":on": tx.today(), ":id": person })?;
    Ok(())
}

/// Notes that a person saved their self-identification page, or deleted what was on it.
pub fn note_self_id_answered(tx: &Tx<'_>, person: i64, answered: bool) -> Result<()> {
    tx.execute(
        "UPDATE person SET self_id_answered_on = :on WHERE id = :id",
        named_params! { ":on": answered.then(|| tx.today()), ":id": person },
    )?;
    Ok(())
}

/// Hands a client over from one advisor to another of the same program, unless somebody did so since the form was drawn.
pub fn hand_over(tx: &Tx<'_>, client: &Client, from: Option<i64>, advisor: i64) -> Result<()> {
    if client.advisor.as_ref().map(|(key, _)| *key) != from {
        return Err(Error::Stale);
    }
    if !staff_of(tx, client.program)?.iter().any(|(key, _)| *key == advisor) {
        return Err(Error::Rejected("Choose somebody of this program.".to_owned()));
    }
    let sql = "UPDATE enrollment SET advisor_id = :advisor, version = version + 1 WHERE business_id = :business AND program_id = :program";
    tx.execute(sql, named_params! { ":advisor": advisor, ":business": client.key, ":program": client.program })?;
    tx.audit_with("client.handed_over", Object::new("business", &client.id), "advisor")
}

/// Keeps the language in which somebody reads their own pages and what we send them.
pub fn choose_language(tx: &Tx<'_>, person: i64, language: Language) -> Result<()> {
    let sql = "UPDATE person SET reads = :reads WHERE id = :person AND reads IS NOT :reads RETURNING public_id";
    let mut statement = tx.prepare_cached(sql)?;
    let changed: Option<PersonId> =
        statement.query_row(named_params! { ":reads": language.code(), ":person": person }, |row| row.get("public_id")).optional()?;
    changed.map_or(Ok(()), |id| tx.audit_with("person.language_chosen", Object::new("person", &id), "reads"))
}
