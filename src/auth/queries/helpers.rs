//! Helpers in SQL: inviting, coming in, ending, and what they did.

use super::tries;
use crate::auth::codes::{self, LetterCode};
use crate::auth::helpers::Helper;
use crate::auth::tries::Calls;
use crate::error::{Error, Result};
use crate::store::{Actor, Object, Tx};
use crate::values::{Day, HelperDid, HelperId, HelperLevel, Instant, ReferralId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Open helpers of one person at once.
const MOST: i64 = 5;
/// How a helper is named as an actor.
const ACTOR: &str = "helper ";

/// A helper about to be invited.
#[derive(Debug, Clone)]
pub struct Invited {
    /// Row key of the person.
    pub person: i64,
    /// As the person calls them.
    pub name: String,
    /// What they may do.
    pub level: HelperLevel,
    /// The last day.
    pub until_on: Day,
    /// Row key of the member of staff who heard the person say it.
    pub witness: Option<i64>,
}

/// A helper as the person and staff see them.
#[derive(Debug, Clone)]
pub struct Known {
    /// Who.
    pub helper: Helper,
    /// "H-7".
    pub label: String,
    /// When they were invited.
    pub invited_at: Instant,
    /// Who heard the person say it.
    pub witness: Option<String>,
    /// When they last came in.
    pub came_at: Option<Instant>,
    /// When they were ended early.
    pub ended_at: Option<Instant>,
}

impl Known {
    /// True while the code opens something.
    pub fn is_live(&self, today: Day) -> bool {
        self.ended_at.is_none() && self.helper.until_on >= today
    }
}

/// Invites a helper: the label and the code, which is shown once.
pub fn invite(tx: &Tx<'_>, new: &Invited) -> Result<(HelperId, String, LetterCode)> {
    let live = of_person(tx, new.person)?.iter().filter(|known| known.is_live(tx.today())).count();
    if i64::try_from(live).unwrap_or(i64::MAX) >= MOST {
        return Err(Error::Rejected(format!("{MOST} people may help at once. End one of them first.")));
    }
    let (id, code): (HelperId, LetterCode) = (tx.fresh_id()?, codes::draw(tx)?);
    let number: i64 = tx.query_row("SELECT coalesce(max(number), 0) + 1 FROM helper", [], |row| row.get(0))?;
    let sql = "
        INSERT INTO helper (public_id, number, person_id, name, level, until_on, code_mac, witness_id, invited_at)
        VALUES (:id, :number, :person, :name, :level, :until, :mac, :witness, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":number": number,
            ":person": new.person,
            ":name": new.name,
            ":level": new.level,
            ":until": new.until_on,
            ":mac": code_mac(tx, number, code.plain()).as_slice(),
            ":witness": new.witness,
            ":at": tx.at(),
        },
    )?;
    tx.audit("helper.invited", Object::new("helper", &id))?;
    Ok((id, label(number), code))
}

/// Of another number than any referral has: a letter code and a helper's code can never stand for each other.
fn code_mac(tx: &Tx<'_>, number: i64, code: &str) -> [u8; 32] {
    tx.keys().letter_code_mac(-number, code)
}

fn label(number: i64) -> String {
    format!("H-{number}")
}

const HELPER: &str = "
    SELECT helper.id, helper.public_id, helper.number, helper.person_id, coalesce(helper.came_as, helper.name) AS name, helper.level,
           helper.until_on, helper.invited_at, helper.came_at, helper.ended_at, account.name AS witness
    FROM helper
    LEFT JOIN account ON account.id = helper.witness_id";

fn read(row: &Row<'_>) -> rusqlite::Result<Known> {
    Ok(Known {
        helper: Helper {
            key: row.get("id")?,
            id: row.get("public_id")?,
            person: row.get("person_id")?,
            name: row.get("name")?,
            level: row.get("level")?,
            until_on: row.get("until_on")?,
        },
        label: label(row.get("number")?),
        invited_at: row.get("invited_at")?,
        witness: row.get("witness")?,
        came_at: row.get("came_at")?,
        ended_at: row.get("ended_at")?,
    })
}

/// Everybody who helps or helped a person, newest first.
pub fn of_person(conn: &Connection, person: i64) -> Result<Vec<Known>> {
    let mut statement = conn.prepare_cached(&format!("{HELPER} WHERE helper.person_id = ?1 ORDER BY helper.id DESC LIMIT 50"))?;
    let found = statement.query_map([person], read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A helper who may come in today, by row key.
pub fn find_live(conn: &Connection, key: i64, today: Day) -> Result<Helper> {
    let sql = format!("{HELPER} WHERE helper.id = ?1");
    let found = conn.prepare_cached(&sql)?.query_row([key], read).optional()?;
    found.filter(|known| known.is_live(today)).map(|known| known.helper).ok_or(Error::NotFound)
}

/// Tries a label and a code; the helper says who they are. Unknown, over and ended ones, and those of a caller who tried too often, look
/// the same.
pub fn open(tx: &Tx<'_>, (typed_label, typed_code): (&str, &str), name: &str, calls: &Calls) -> Result<Option<Helper>> {
    if tries::is_over(tx, calls)? {
        return Ok(None);
    }
    let number: i64 = typed_label.chars().filter(char::is_ascii_digit).take(9).collect::<String>().parse().unwrap_or(0);
    let mac = code_mac(tx, number, &codes::plain(typed_code).unwrap_or_default());
    let sql = format!("{HELPER} WHERE helper.code_mac = :mac");
    let found = tx.prepare_cached(&sql)?.query_row(named_params! { ":mac": mac.as_slice() }, read).optional()?;
    let Some(known) = found.filter(|known| known.is_live(tx.today())) else {
        tries::note_wrong(tx, calls)?;
        tx.audit("helper.refused", Object::none())?;
        return Ok(None);
    };
    let sql = "UPDATE helper SET came_at = :at, came_as = :name WHERE id = :key";
    tx.execute(sql, named_params! { ":at": tx.at(), ":name": name, ":key": known.helper.key })?;
    tx.audit("helper.came", Object::new("helper", &known.helper.id))?;
    Ok(Some(Helper { name: name.to_owned(), ..known.helper }))
}

/// Ends a helper of a person at once.
pub fn end(tx: &Tx<'_>, person: i64, id: &HelperId) -> Result<()> {
    let sql = "UPDATE helper SET ended_at = :at WHERE public_id = :id AND person_id = :person AND ended_at IS NULL";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":id": id, ":person": person })? == 0 {
        return Err(Error::NotFound);
    }
    tx.audit("helper.ended", Object::new("helper", id))
}

/// As the audit record names a helper.
pub fn actor_of(helper: &Helper) -> String {
    format!("{ACTOR}{}", helper.key)
}

/// Row key of the helper who acts, if it is one.
fn acting(actor: &Actor) -> Option<i64> {
    actor.id.strip_prefix(ACTOR)?.parse().ok()
}

/// Writes down that a helper did something, where it is a helper who acts. Whoever audits the deed audits this with it.
pub fn note(tx: &Tx<'_>, referral: i64, what: HelperDid) -> Result<()> {
    let Some(helper) = acting(tx.actor()) else { return Ok(()) };
    let sql = "INSERT INTO helper_deed (helper_id, referral_id, what, at) VALUES (:helper, :referral, :what, :at)";
    tx.execute(sql, named_params! { ":helper": helper, ":referral": referral, ":what": what, ":at": tx.at() })?;
    Ok(())
}

/// Something a helper did.
#[derive(Debug, Clone)]
pub struct Done {
    /// Their name.
    pub name: String,
    /// What.
    pub what: HelperDid,
    /// Address and number of the referral.
    pub referral: (ReferralId, i64),
    /// When.
    pub at: Instant,
}

/// What helpers did for a person, newest first; of one referral or of all.
pub fn done_for(conn: &Connection, person: i64, referral: Option<i64>, limit: i64) -> Result<Vec<Done>> {
    let sql = "
        SELECT coalesce(helper.came_as, helper.name) AS name, helper_deed.what, referral.public_id, referral.number, helper_deed.at
        FROM helper_deed
        JOIN helper ON helper.id = helper_deed.helper_id
        JOIN referral ON referral.id = helper_deed.referral_id
        WHERE helper.person_id = :person
          AND (:referral IS NULL OR helper_deed.referral_id = :referral)
        ORDER BY helper_deed.id DESC
        LIMIT :limit";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! { ":person": person, ":referral": referral, ":limit": limit };
    let done = statement.query_map(params, |row| {
        Ok(Done {
            name: row.get("name")?,
            what: row.get("what")?,
            referral: (row.get("public_id")?, row.get("number")?),
            at: row.get("at")?,
        })
    })?;
    Ok(done.collect::<rusqlite::Result<_>>()?)
}
