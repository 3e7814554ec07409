//! Lists, the search box, and looking up before registering.

use super::MINE;
use crate::auth::Viewer;
use crate::error::Result;
use crate::people::{Found, Lookalike, NewClient};
use crate::values::{Telephone, fold};
use rusqlite::{Connection, Row, named_params};

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
