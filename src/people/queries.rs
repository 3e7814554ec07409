//! Businesses and people in SQL. Found through the viewer: another program's client looks exactly like no client.

use super::{Client, Found, JobSnapshot, Lookalike, NewClient, NewPerson, Owner, Place};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{ClientId, ContactBy, Day, JobBasis, LegalForm, NaicsEdition, PersonId, Stage, Telephone, digits, fold};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const CLIENT: &str = "
    SELECT business.id, business.public_id, business.number, business.name, business.legal_name, business.product, business.naics,
           business.naics_edition, business.stage, business.started_on, business.legal_form, business.street, business.city,
           business.state, business.postal_code, business.county, business.county_fips, business.metro, business.neighborhood,
           business.is_cooperative, business.version, enrollment.program_id, program.name AS program_name, enrollment.from_on,
           enrollment.to_on, account.id AS advisor_id, account.name AS advisor_name
    FROM business
    JOIN enrollment ON enrollment.business_id = business.id
    JOIN program ON program.id = enrollment.program_id
    LEFT JOIN account ON account.id = enrollment.advisor_id";

const MINE: &str = "enrollment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

/// A client of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &ClientId) -> Result<Client> {
    let sql = format!("{CLIENT} WHERE business.public_id = :id AND {MINE} ORDER BY enrollment.id LIMIT 1");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// A client by row key, within one program; for deeds that already know both.
pub fn find_in(conn: &Connection, business: i64, program: i64) -> Result<Client> {
    let sql = format!("{CLIENT} WHERE business.id = :business AND enrollment.program_id = :program");
    conn.prepare_cached(&sql)?
        .query_row(named_params! { ":business": business, ":program": program }, read)
        .optional()?
        .ok_or(Error::NotFound)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Client> {
    let naics: Option<String> = row.get("naics")?;
    let edition: Option<NaicsEdition> = row.get("naics_edition")?;
    let advisor: Option<i64> = row.get("advisor_id")?;
    let advisor_name: Option<String> = row.get("advisor_name")?;
    Ok(Client {
        key: row.get("id")?,
        id: row.get("public_id")?,
        number: row.get("number")?,
        name: row.get("name")?,
        legal_name: row.get("legal_name")?,
        product: row.get("product")?,
        naics: naics.map(|code| (code, edition.unwrap_or(NaicsEdition::Naics2022))),
        stage: row.get("stage")?,
        started_on: row.get("started_on")?,
        legal_form: row.get("legal_form")?,
        place: Place {
            street: row.get("street")?,
            city: row.get("city")?,
            state: row.get("state")?,
            postal_code: row.get("postal_code")?,
            county: row.get("county")?,
            county_fips: row.get("county_fips")?,
            metro: row.get("metro")?,
            neighborhood: row.get("neighborhood")?,
        },
        is_cooperative: row.get("is_cooperative")?,
        program: row.get("program_id")?,
        program_name: row.get("program_name")?,
        advisor: advisor.zip(advisor_name),
        enrolled_on: row.get("from_on")?,
        left_on: row.get("to_on")?,
        version: row.get("version")?,
    })
}

const OWNER: &str = "
    SELECT person.id, person.public_id, person.first_name, person.last_name, person.telephone, person.email, person.language,
           person.contact_by, person.self_id_asked_on, person.self_id_answered_on, person.version, ownership.share_bp,
           ownership.is_contact, ownership.from_on
    FROM ownership
    JOIN person ON person.id = ownership.person_id";

/// Owners of a business today, the person we call first.
pub fn owners(conn: &Connection, business: i64, today: Day) -> Result<Vec<Owner>> {
    let sql = format!(
        "{OWNER} WHERE ownership.business_id = :business AND (ownership.to_on IS NULL OR ownership.to_on >= :today) ORDER BY ownership.is_contact DESC, ownership.share_bp DESC, ownership.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let owners = statement.query_map(named_params! { ":business": business, ":today": today }, read_owner)?;
    Ok(owners.collect::<rusqlite::Result<_>>()?)
}

/// The person we call.
pub fn contact(conn: &Connection, business: i64, today: Day) -> Result<Option<Owner>> {
    Ok(owners(conn, business, today)?.into_iter().next())
}

/// A person by row key, as owner of any business.
pub fn find_person(conn: &Connection, person: i64) -> Result<Owner> {
    let sql = format!("{OWNER} WHERE person.id = :person ORDER BY ownership.id LIMIT 1");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":person": person }, read_owner).optional()?.ok_or(Error::NotFound)
}

fn read_owner(row: &Row<'_>) -> rusqlite::Result<Owner> {
    Ok(Owner {
        person: row.get("id")?,
        id: row.get("public_id")?,
        first_name: row.get("first_name")?,
        last_name: row.get("last_name")?,
        telephone: row.get("telephone")?,
        email: row.get("email")?,
        language: row.get("language")?,
        contact_by: row.get("contact_by")?,
        share_bp: row.get("share_bp")?,
        is_contact: row.get("is_contact")?,
        from_on: row.get("from_on")?,
        self_id_asked_on: row.get("self_id_asked_on")?,
        self_id_answered_on: row.get("self_id_answered_on")?,
        version: row.get("version")?,
    })
}

/// The last count of workers.
pub fn workers(conn: &Connection, business: i64) -> Result<Option<JobSnapshot>> {
    let sql = "SELECT on_day, workers, basis FROM job_snapshot WHERE business_id = ?1 ORDER BY on_day DESC, id DESC LIMIT 1";
    Ok(conn
        .prepare_cached(sql)?
        .query_row([business], |row| Ok(JobSnapshot { on: row.get("on_day")?, workers: row.get("workers")?, basis: row.get("basis")? }))
        .optional()?)
}

const FOUND: &str = "
    SELECT business.id, business.public_id, business.number, business.name, program.name AS program_name,
           coalesce(business.product, business.neighborhood, business.city) AS about,
           (SELECT trim(person.first_name || ' ' || person.last_name)
            FROM ownership
            JOIN person ON person.id = ownership.person_id
            WHERE ownership.business_id = business.id AND ownership.to_on IS NULL
            ORDER BY ownership.is_contact DESC, ownership.id
            LIMIT 1) AS contact
    FROM business
    JOIN enrollment ON enrollment.business_id = business.id
    JOIN program ON program.id = enrollment.program_id";

fn read_found(row: &Row<'_>) -> rusqlite::Result<Found> {
    let contact: Option<String> = row.get("contact")?;
    Ok(Found {
        key: row.get("id")?,
        id: row.get("public_id")?,
        number: row.get("number")?,
        name: row.get("name")?,
        contact: contact.filter(|name| !name.is_empty()),
        about: row.get("about")?,
        program_name: row.get("program_name")?,
    })
}

/// The viewer's clients by name, from a name on: one page of a list.
pub fn list_for(conn: &Connection, viewer: &Viewer, after: Option<(&str, i64)>, limit: i64) -> Result<Vec<Found>> {
    let sql = format!(
        "{FOUND}
         WHERE {MINE}
           AND (business.name_folded, business.id) > (:name, :key)
         ORDER BY business.name_folded, business.id
         LIMIT :limit"
    );
    let (name, key) = after.unwrap_or(("", -1));
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(named_params! { ":viewer": viewer.key, ":name": name, ":key": key, ":limit": limit }, read_found)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// How many clients the viewer has.
pub fn count_for(conn: &Connection, viewer: &Viewer) -> Result<i64> {
    let sql = format!("SELECT count(*) FROM enrollment WHERE {MINE}");
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":viewer": viewer.key }, |row| row.get(0))?)
}

/// Finds clients of the viewer by any words of their names, people, products, numbers.
pub fn search(conn: &Connection, viewer: &Viewer, typed: &str, limit: i64) -> Result<Vec<Found>> {
    let Some(question) = question(typed) else { return Ok(Vec::new()) };
    let sql = format!(
        "{FOUND}
         JOIN search_client ON search_client.rowid = business.id
         WHERE search_client MATCH :question
           AND {MINE}
         ORDER BY search_client.rank, business.id
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(named_params! { ":question": question, ":viewer": viewer.key, ":limit": limit }, read_found)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The viewer's clients that a name or a number names exactly: "Okafor Metal Finishing", "F-0412", "412".
pub fn named(conn: &Connection, viewer: &Viewer, typed: &str, limit: i64) -> Result<Vec<Found>> {
    let sql =
        format!("{FOUND} WHERE (business.name_folded = :name OR business.number = :number) AND {MINE} ORDER BY business.id LIMIT :limit");
    let name = fold(typed);
    let number = name.strip_prefix('f').unwrap_or(&name).parse::<i64>().ok();
    if name.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = conn.prepare_cached(&sql)?;
    let found =
        statement.query_map(named_params! { ":name": name, ":number": number, ":viewer": viewer.key, ":limit": limit }, read_found)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Words as a question to the index: each quoted, so that none of them is an operator, and each may be only begun.
fn question(typed: &str) -> Option<String> {
    let words: Vec<String> =
        typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8).map(|word| format!("\"{word}\"*")).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Whoever may be the same as the one about to be registered: same folded name, telephone or e-mail.
pub fn look_up(conn: &Connection, viewer: &Viewer, new: &NewClient) -> Result<Vec<Lookalike>> {
    let person = new.contact.as_ref();
    let sql = "
        SELECT DISTINCT business.id, enrollment.program_id
        FROM business
        JOIN enrollment ON enrollment.business_id = business.id
        LEFT JOIN ownership ON ownership.business_id = business.id
        LEFT JOIN person ON person.id = ownership.person_id
        WHERE business.name_folded = :name
           OR (:telephone IS NOT NULL AND person.telephone_digits = :telephone)
           OR (:email IS NOT NULL AND person.email = :email)
        ORDER BY business.id
        LIMIT 10";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(
        named_params! {
            ":name": fold(new.name.as_str()),
            ":telephone": person.and_then(|person| person.telephone.as_ref()).map(Telephone::digits),
            ":email": person.and_then(|person| person.email.as_ref()).map(|email| email.as_str().to_owned()),
        },
        |row| Ok((row.get::<_, i64>("id")?, row.get::<_, i64>("program_id")?)),
    )?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter()
        .map(|(business, program)| {
            if !viewer.works_in(program) {
                return Ok(Lookalike::Elsewhere { business, program });
            }
            let sql = format!("{FOUND} WHERE business.id = :business AND {MINE} LIMIT 1");
            Ok(Lookalike::Here(
                conn.prepare_cached(&sql)?.query_row(named_params! { ":business": business, ":viewer": viewer.key }, read_found)?,
            ))
        })
        .collect()
}

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

fn insert_owner(tx: &Tx<'_>, business: i64, person: &NewPerson, is_contact: bool, from_on: Option<Day>) -> Result<i64> {
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
    let key = tx.last_insert_rowid();
    let sql = "INSERT INTO ownership (business_id, person_id, share_bp, is_contact, from_on) VALUES (:business, :person, :share, :contact, :from)";
    tx.prepare_cached(sql)?.execute(
        named_params! { ":business": business, ":person": key, ":share": person.share_bp, ":contact": is_contact, ":from": from_on },
    )?;
    Ok(key)
}

fn insert_workers(tx: &Tx<'_>, business: i64, on: Day, workers: i64, basis: JobBasis) -> Result<()> {
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

/// Changes how a person is reached.
pub fn change_person(tx: &Tx<'_>, client: &Client, person: &PersonId, version: i64, reach: &Reach) -> Result<()> {
    let sql = "
        UPDATE person
        SET first_name = :first, last_name = :last, telephone = :telephone, telephone_digits = :digits, email = :email,
            language = :language, contact_by = :contact_by, version = version + 1
        WHERE public_id = :person
          AND version = :version
          AND id IN (SELECT person_id FROM ownership WHERE business_id = :business)";
    let changed = tx.execute(
        sql,
        named_params! {
            ":first": reach.first_name,
            ":last": reach.last_name,
            ":telephone": reach.telephone.as_ref().map(Telephone::as_str),
            ":digits": reach.telephone.as_ref().map(Telephone::digits),
            ":email": reach.email.as_ref().map(|email| email.as_str().to_owned()),
            ":language": reach.language,
            ":contact_by": reach.contact_by,
            ":person": person,
            ":version": version,
            ":business": client.key,
        },
    )?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    index(tx, client.key)?;
    tx.audit_with("client.person_changed", Object::new("person", person), "name telephone email language contact_by")
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
    /// Where it is; county and metropolitan area stay.
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
            neighborhood = :neighborhood, is_cooperative = :cooperative, version = version + 1
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

/// Advisors and managers of a program: row key and name.
pub fn staff_of(conn: &Connection, program: i64) -> Result<Vec<(i64, String)>> {
    let sql = "
        SELECT DISTINCT account.id, account.name
        FROM membership
        JOIN account ON account.id = membership.account_id
        WHERE membership.program_id = ?1 AND account.disabled_at IS NULL
        ORDER BY account.name";
    let mut statement = conn.prepare_cached(sql)?;
    let staff = statement.query_map([program], |row| Ok((row.get("id")?, row.get("name")?)))?;
    Ok(staff.collect::<rusqlite::Result<_>>()?)
}

/// Hands a client over to another advisor of the same program.
pub fn hand_over(tx: &Tx<'_>, client: &Client, advisor: i64) -> Result<()> {
    if !staff_of(tx, client.program)?.iter().any(|(key, _)| *key == advisor) {
        return Err(Error::Rejected("Choose somebody of this program.".to_owned()));
    }
    let sql = "UPDATE enrollment SET advisor_id = :advisor, version = version + 1 WHERE business_id = :business AND program_id = :program";
    tx.execute(sql, named_params! { ":advisor": advisor, ":business": client.key, ":program": client.program })?;
    tx.audit_with("client.handed_over", Object::new("business", &client.id), "advisor")
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

/// Telephone digits as they are searched for.
pub fn telephone_digits(typed: &str) -> String {
    digits(typed)
}
