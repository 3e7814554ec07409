//! Who else has a part in somebody's businesses, and what is theirs: what they wrote, and words that name them.

use crate::error::Result;
use crate::people::queries as people;
use crate::values::{Day, digits};
use rusqlite::{Connection, Row, named_params};
use std::collections::{HashMap, HashSet};

/// Written by whoever spoke for the business then; which owner that was is not known.
pub const AN_OWNER: i64 = -1;

/// The shortest word of a name that is looked for.
const SHORTEST: usize = 2;
/// The shortest telephone number that is looked for.
const SHORTEST_NUMBER: usize = 7;

/// The other owners and trainees of somebody's businesses.
pub struct Others {
    person: i64,
    /// Words that name one of them, by row key of the business.
    names: HashMap<i64, HashSet<String>>,
    /// Businesses that the reader speaks for.
    spoken_for: HashSet<i64>,
}

impl Others {
    /// Those of a person: whoever ever owned one of their businesses too, or was sent to training by it.
    pub fn of(conn: &Connection, person: i64, today: Day) -> Result<Self> {
        let (own, mut names) = (own_words(conn, person)?, HashMap::<i64, HashSet<String>>::new());
        let sql = "
            WITH theirs AS (
                SELECT business_id FROM ownership WHERE person_id = :person
                UNION
                SELECT business_id FROM referral WHERE trainee_id = :person
            )
            SELECT related.business_id, business.name, person.first_name, person.last_name, person.telephone, person.email
            FROM (SELECT business_id, person_id FROM ownership
                  UNION
                  SELECT business_id, trainee_id FROM referral WHERE trainee_id IS NOT NULL) AS related
            JOIN person ON person.id = related.person_id
            JOIN business ON business.id = related.business_id
            WHERE related.business_id IN (SELECT business_id FROM theirs)
              AND related.person_id <> :person";
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query(named_params! { ":person": person })?;
        while let Some(row) = rows.next()? {
            let of_business: HashSet<String> = parted(&row.get::<_, String>("name")?).into_iter().collect();
            let words = words_of(row)?.into_iter().filter(|word| !own.contains(word) && !of_business.contains(word));
            names.entry(row.get("business_id")?).or_default().extend(words);
        }
        let mut spoken_for = HashSet::new();
        for business in names.keys() {
            if people::contact(conn, *business, today)?.is_some_and(|contact| contact.person == person) {
                spoken_for.insert(*business);
            }
        }
        Ok(Self { person, names, spoken_for })
    }

    /// True for what another owner wrote, or was written to them alone. Where it is not known which owner that was, it is taken to be
    /// whoever speaks for the business.
    pub fn wrote(&self, business: Option<i64>, writer: Option<i64>) -> bool {
        match (business, writer) {
            (_, None) => false,
            (Some(business), Some(AN_OWNER)) => self.names.contains_key(&business) && !self.spoken_for.contains(&business),
            (_, Some(writer)) => writer != self.person,
        }
    }

    /// True for words that name one of the others.
    pub fn are_named_in(&self, business: Option<i64>, text: &str) -> bool {
        let Some(names) = business.and_then(|business| self.names.get(&business)) else { return false };
        let plain = text.to_lowercase();
        let numbers: String = text.chars().filter(char::is_ascii_digit).collect();
        let is_number = |name: &str| name.chars().all(|c| c.is_ascii_digit());
        names.iter().any(|name| if is_number(name) { numbers.contains(name.as_str()) } else { stands_in(&plain, name) })
    }
}

fn own_words(conn: &Connection, person: i64) -> Result<HashSet<String>> {
    let sql = "SELECT first_name, last_name, telephone, email FROM person WHERE id = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([person])?;
    Ok(match rows.next()? {
        Some(row) => words_of(row)?.into_iter().collect(),
        None => HashSet::new(),
    })
}

/// Each word of a name, the digits of the number and the address, in lower case.
fn words_of(row: &Row<'_>) -> Result<Vec<String>> {
    let [first, last]: [String; 2] = [row.get("first_name")?, row.get("last_name")?];
    let [telephone, email]: [Option<String>; 2] = [row.get("telephone")?, row.get("email")?];
    let mut words: Vec<String> = parted(&first).into_iter().chain(parted(&last)).filter(|word| word.chars().count() >= SHORTEST).collect();
    words.extend(telephone.map(|telephone| digits(&telephone)).filter(|number| number.len() >= SHORTEST_NUMBER));
    words.extend(email.map(|email| email.to_lowercase()).filter(|email| !email.is_empty()));
    Ok(words)
}

fn parted(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// True where a name stands in a text as a word of its own. Scripts without spaces between words have no such borders.
fn stands_in(plain: &str, name: &str) -> bool {
    let has_borders = name.chars().all(|c| c < '\u{0E00}');
    plain.match_indices(name).any(|(at, _)| {
        let before = plain[..at].chars().next_back();
        let after = plain[at + name.len()..].chars().next();
        !has_borders || ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_name_is_found_as_a_word_of_its_own_and_within_scripts_that_have_no_spaces() {
        for (text, name, is_in) in [
            ("bill called", "bill", true),
            ("the billing was wrong", "bill", false),
            ("call bill's shop", "bill", true),
            ("今天王芳来电", "王芳", true),
            ("اتصلت ليلى اليوم", "ليلى", true),
            ("nothing", "bill", false),
        ] {
            assert_eq!(stands_in(text, name), is_in, "{text} {name}");
        }
    }
}
