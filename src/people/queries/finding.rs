//! Lists, the search box, and looking up before registering.

use super::MINE;
use crate::auth::Viewer;
use crate::error::Result;
use crate::people::likeness::{Facts, Likeness, Verdict, beginnings};
use crate::people::{Found, Lookalike, NewClient};
use crate::values::{Telephone, fold};
use rusqlite::{Connection, Row, named_params};
use std::cmp::Reverse;

/// Lookalikes that are shown.
const MOST: usize = 10;

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

/// Whoever may be the same as the one about to be registered, the most alike first.
pub fn look_up(conn: &Connection, viewer: &Viewer, new: &NewClient) -> Result<Vec<Lookalike>> {
    let sought = as_facts(new);
    let mut alike: Vec<(Likeness, i64)> = Vec::new();
    for business in candidates(conn, new)? {
        let Some(described) = super::described(conn, business)? else { continue };
        let likeness = sought.known().likeness(&described.facts.known());
        if likeness.verdict() != Verdict::Other {
            alike.push((likeness, business));
        }
    }
    alike.sort_by_key(|(likeness, business)| (Reverse(likeness.points), *business));
    let mut found = Vec::new();
    for (likeness, business) in alike.into_iter().take(MOST) {
        let sql = "SELECT program_id FROM enrollment WHERE business_id = ?1 ORDER BY id";
        let mut statement = conn.prepare_cached(sql)?;
        let programs: Vec<i64> = statement.query_map([business], |row| row.get("program_id"))?.collect::<rusqlite::Result<_>>()?;
        if programs.iter().any(|program| viewer.works_in(*program)) {
            let sql = format!("{FOUND} WHERE business.id = :business AND {MINE} LIMIT 1");
            let params = named_params! { ":business": business, ":viewer": viewer.key };
            found.push(Lookalike::Here(conn.prepare_cached(&sql)?.query_row(params, read_found)?, likeness.words()));
        } else if is_surely(&likeness) {
            found.extend(programs.into_iter().map(|program| Lookalike::Elsewhere { business, program }));
        }
    }
    Ok(found)
}

/// Another program is asked only about the very name or the very way to reach somebody: what is merely alike is not told across programs.
fn is_surely(likeness: &Likeness) -> bool {
    ["same name", "same telephone", "same e-mail address"].iter().any(|reason| likeness.reasons.iter().any(|own| own == reason))
}

fn as_facts(new: &NewClient) -> Facts {
    let person = new.contact.as_ref();
    Facts {
        names: vec![new.name.to_string()],
        street: new.place.street.clone(),
        city: new.place.city.clone(),
        postal_code: new.place.postal_code.clone(),
        telephones: person.and_then(|person| person.telephone.as_ref()).map(Telephone::digits).into_iter().collect(),
        emails: person.and_then(|person| person.email.as_ref()).map(|email| email.as_str().to_owned()).into_iter().collect(),
        website: None,
        people: person.map(|person| format!("{} {}", person.first_name, person.last_name)).into_iter().collect(),
        product: new.product.as_ref().map(ToString::to_string),
    }
}

/// Whom to compare with: the same folded name, telephone or e-mail, and names of which a word begins as one of the sought name does.
fn candidates(conn: &Connection, new: &NewClient) -> Result<Vec<i64>> {
    let person = new.contact.as_ref();
    let sql = "
        SELECT DISTINCT business.id
        FROM business
        LEFT JOIN ownership ON ownership.business_id = business.id
        LEFT JOIN person ON person.id = ownership.person_id
        WHERE business.name_folded = :name
           OR (:telephone IS NOT NULL AND person.telephone_digits = :telephone)
           OR (:email IS NOT NULL AND person.email = :email)
        ORDER BY business.id
        LIMIT 50";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(
        named_params! {
            ":name": fold(new.name.as_str()),
            ":telephone": person.and_then(|person| person.telephone.as_ref()).map(Telephone::digits),
            ":email": person.and_then(|person| person.email.as_ref()).map(|email| email.as_str().to_owned()),
        },
        |row| row.get("id"),
    )?;
    let mut found = rows.collect::<rusqlite::Result<Vec<i64>>>()?;
    let words: Vec<String> = beginnings(new.name.as_str()).iter().map(|word| format!("\"{word}\"*")).collect();
    if !words.is_empty() {
        let sql = "SELECT rowid FROM search_client WHERE search_client MATCH :question ORDER BY rank LIMIT 100";
        let question = format!("{{name}} : ({})", words.join(" OR "));
        let mut statement = conn.prepare_cached(sql)?;
        for row in statement.query_map(named_params! { ":question": question }, |row| row.get(0))? {
            found.push(row?);
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
