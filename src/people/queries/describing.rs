//! Businesses as they are compared with others: what they are called, how they are reached and where they are. Nothing else.

use crate::error::Result;
use crate::people::Described;
use crate::people::likeness::Facts;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// What parts several telephones, addresses or people.
const SIGN: char = '\u{1f}';

const DESCRIBED: &str = "
    SELECT business.id, business.public_id, business.number, business.name, business.legal_name, business.street, business.city,
           business.postal_code, business.product,
           (SELECT group_concat(coalesce(person.telephone_digits, ''), char(31))
            FROM ownership
            JOIN person ON person.id = ownership.person_id
            WHERE ownership.business_id = business.id AND ownership.to_on IS NULL) AS telephones,
           (SELECT group_concat(coalesce(person.email, ''), char(31))
            FROM ownership
            JOIN person ON person.id = ownership.person_id
            WHERE ownership.business_id = business.id AND ownership.to_on IS NULL) AS emails,
           (SELECT group_concat(trim(person.first_name || ' ' || person.last_name), char(31))
            FROM ownership
            JOIN person ON person.id = ownership.person_id
            WHERE ownership.business_id = business.id AND ownership.to_on IS NULL) AS people
    FROM business";

fn read(row: &Row<'_>) -> rusqlite::Result<Described> {
    let several = |column: &str| -> rusqlite::Result<Vec<String>> {
        let text: Option<String> = row.get(column)?;
        Ok(text.unwrap_or_default().split(SIGN).filter(|part| !part.is_empty()).map(str::to_owned).collect())
    };
    let legal_name: Option<String> = row.get("legal_name")?;
    Ok(Described {
        key: row.get("id")?,
        id: row.get("public_id")?,
        number: row.get("number")?,
        facts: Facts {
            names: std::iter::once(row.get("name")?).chain(legal_name).collect(),
            street: row.get("street")?,
            city: row.get("city")?,
            postal_code: row.get("postal_code")?,
            telephones: several("telephones")?,
            emails: several("emails")?,
            website: None,
            people: several("people")?,
            product: row.get("product")?,
        },
    })
}

/// One business.
pub fn described(conn: &Connection, business: i64) -> Result<Option<Described>> {
    let sql = format!("{DESCRIBED} WHERE business.id = ?1");
    Ok(conn.prepare_cached(&sql)?.query_row([business], read).optional()?)
}

/// Every business that is or was a client of a program.
pub fn describe_all(conn: &Connection, program: i64) -> Result<Vec<Described>> {
    let sql = format!(
        "{DESCRIBED}
         JOIN enrollment ON enrollment.business_id = business.id
         WHERE enrollment.program_id = :program
         ORDER BY business.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let all = statement.query_map(named_params! { ":program": program }, read)?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}
