//! Finding somebody by what stands in a client's file, and telling them what was done.

mod deleting;
mod telling;

pub use deleting::{erase, erase_who_came_back};
pub use telling::{Told, tell};

use crate::error::Result;
use crate::values::fold;
use rusqlite::{Connection, named_params};

/// Somebody who was named as they stand in a client's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Row key of the person.
    pub person: i64,
    /// Row key of the business.
    pub business: i64,
}

/// The number of a file as it was typed: "F-0412", "f 412", "412".
fn number(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    let digits = typed.strip_prefix(['F', 'f']).unwrap_or(typed).trim_start_matches([' ', '-']);
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

/// The one person in a file who bears this name. An unknown file, an unknown name and a name that two bear are all nobody.
pub fn find_named(conn: &Connection, file: &str, name: &str) -> Result<Option<Named>> {
    let (Some(number), name) = (number(file), fold(name)) else { return Ok(None) };
    let sql = "
        SELECT DISTINCT person.id, business.id AS business, person.first_name || ' ' || person.last_name AS name
        FROM business
        JOIN ownership ON ownership.business_id = business.id
        JOIN person ON person.id = ownership.person_id
        WHERE business.number = :number";
    let mut statement = conn.prepare_cached(sql)?;
    let people = statement.query_map(named_params! { ":number": number }, |row| {
        Ok((Named { person: row.get("id")?, business: row.get("business")? }, fold(&row.get::<_, String>("name")?)))
    })?;
    let people = people.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut named = people.into_iter().filter(|(_, known)| !name.is_empty() && *known == name).map(|(person, _)| person);
    Ok(named.next().filter(|_| named.next().is_none()))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_is_read_however_it_was_typed() {
        for typed in ["F-0412", "f-412", " 412 ", "F 0412", "F0412"] {
            assert_eq!(number(typed), Some(412), "{typed}");
        }
        for typed in ["", "F-", "R-412", "4 12", "412a", "-", "99999999999999999999"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }
}
