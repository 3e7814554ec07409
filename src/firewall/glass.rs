//! Break-glass: a steward sees the answers of one person for half an hour, after a second person agreed. Each look is on the record
//! before anything is decrypted, and the person reads about it afterwards.

use super::Firewalled;
use super::door::Reply;
use super::notice::{Promised, covered};
use super::office;
use super::reading::replies_of;
use crate::auth::queries::alerts::tell;
use crate::auth::queries::settling::{self, refuse_unsettled};
use crate::error::{Error, Result};
use crate::store::{Keyring, Object, Tx};
use crate::values::{GlassId, GuardDeed, Instant, OrganizationRole, Question, Vocabulary};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// A second person has a day to agree.
pub const AGREE_HOURS: i64 = 24;
/// Answers can be looked at for half an hour after that.
pub const OPEN_MINUTES: i64 = 30;

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has agreed yet.
    Waiting,
    /// The answers can be looked at.
    Open,
    /// The second person said no.
    Refused,
    /// Nobody agreed in time.
    RanOut,
    /// The half hour is over.
    Over,
    /// Somebody ended it before.
    Ended,
}

/// A request, as steward and second person see it. It names a file and a place in it, never a person.
#[derive(Debug, Clone)]
pub struct Request {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: GlassId,
    /// Row key of the person.
    pub person: i64,
    /// Number of the client's file in which they were named.
    pub number: i64,
    /// Why.
    pub reason: String,
    /// Who asked: row key and name.
    pub asked_by: (i64, String),
    /// When.
    pub asked_at: Instant,
    /// Nobody can agree afterwards.
    pub agree_until: Instant,
    /// Who agreed: row key and name.
    pub agreed_by: Option<(i64, String)>,
    /// Opens nothing afterwards.
    pub open_until: Option<Instant>,
    /// Who refused.
    pub refused_by: Option<String>,
    /// Why.
    pub refused_why: Option<String>,
    /// When it was refused or ended early.
    pub closed_at: Option<Instant>,
    /// Who ended it early.
    pub ended_by: Option<String>,
    /// How often the answers were shown.
    pub openings: i64,
}

impl Request {
    /// Where it stands at a moment.
    pub fn standing(&self, now: Instant) -> Standing {
        match self.open_until {
            _ if self.refused_by.is_some() => Standing::Refused,
            _ if self.ended_by.is_some() => Standing::Ended,
            Some(until) if now < until => Standing::Open,
            Some(_) => Standing::Over,
            None if now < self.agree_until => Standing::Waiting,
            None => Standing::RanOut,
        }
    }
}

const REQUEST: &str = "
    SELECT glass.id, glass.public_id, glass.person_id, business.number, glass.reason, glass.asked_by, asker.name AS asker, glass.asked_at,
           glass.agree_until, glass.agreed_by, second.name AS second, glass.open_until, refuser.name AS refuser, glass.refused_why,
           coalesce(glass.refused_at, glass.ended_at) AS closed_at, ender.name AS ender,
           (SELECT count(*) FROM glass_opening WHERE glass_opening.glass_id = glass.id) AS openings
    FROM glass
    JOIN business ON business.id = glass.business_id
    JOIN account AS asker ON asker.id = glass.asked_by
    LEFT JOIN account AS second ON second.id = glass.agreed_by
    LEFT JOIN account AS refuser ON refuser.id = glass.refused_by
    LEFT JOIN account AS ender ON ender.id = glass.ended_by";

fn read(row: &Row<'_>) -> rusqlite::Result<Request> {
    let second: Option<i64> = row.get("agreed_by")?;
    let name: Option<String> = row.get("second")?;
    Ok(Request {
        key: row.get("id")?,
        id: row.get("public_id")?,
        person: row.get("person_id")?,
        number: row.get("number")?,
        reason: row.get("reason")?,
        asked_by: (row.get("asked_by")?, row.get("asker")?),
        asked_at: row.get("asked_at")?,
        agree_until: row.get("agree_until")?,
        agreed_by: second.zip(name),
        open_until: row.get("open_until")?,
        refused_by: row.get("refuser")?,
        refused_why: row.get("refused_why")?,
        closed_at: row.get("closed_at")?,
        ended_by: row.get("ender")?,
        openings: row.get("openings")?,
    })
}

/// Every request, newest first, a window of them.
pub fn requests(conn: &Connection, (skip, take): (i64, i64)) -> Result<Vec<Request>> {
    let sql = format!("{REQUEST} ORDER BY glass.id DESC LIMIT :take OFFSET :skip");
    let mut statement = conn.prepare_cached(&sql)?;
    let requests = statement.query_map(named_params! { ":take": take, ":skip": skip }, read)?;
    Ok(requests.collect::<rusqlite::Result<_>>()?)
}

/// One request.
pub fn request(conn: &Connection, id: &GlassId) -> Result<Request> {
    let sql = format!("{REQUEST} WHERE glass.public_id = :id");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id }, read).optional()?.ok_or(Error::NotFound)
}

/// A request about to be made, after its maker proved anew who they are.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// Row key of the person.
    pub person: i64,
    /// Row key of the business in whose file they were named.
    pub business: i64,
    /// Why; the person reads it.
    pub reason: String,
    /// Row key of the steward.
    pub steward: i64,
}

fn rejected(words: &str) -> Error {
    Error::Rejected(words.to_owned())
}

/// Refuses while people who decide about clients hold the keys to their answers, and nobody has said so openly.
fn refuse_unless_in_order(conn: &Connection) -> Result<()> {
    if office::office(conn)?.is_in_order() {
        return Ok(());
    }
    Err(rejected(
        "A steward or an auditor also works with clients, and nobody has declared that. Break-glass stays shut until the roles are kept apart, or the declaration on this page is made.",
    ))
}

/// Asks. The steward must be one now, and somebody else must be able to agree.
pub fn ask(tx: &Tx<'_>, new: &NewRequest) -> Result<GlassId> {
    refuse_unless_in_order(tx)?;
    if office::role_of(tx, new.steward)? != Some(OrganizationRole::Steward) {
        return Err(Error::Forbidden);
    }
    refuse_unsettled(tx, new.steward, "ask to see somebody's answers")?;
    if !office::has_second_person(tx, new.steward, tx.at().plus_minutes(AGREE_HOURS * 60))? {
        return Err(rejected(
            "Nobody could agree: there is no other steward or auditor whose account works, who has no clients, and whose access nobody else set within the last 7 days. Ask the administrator to invite one.",
        ));
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM glass WHERE person_id = :person AND asked_by = :by AND refused_at IS NULL AND ended_at IS NULL AND coalesce(open_until, agree_until) > :now)";
    let params = named_params! { ":person": new.person, ":by": new.steward, ":now": tx.at() };
    if tx.query_row(sql, params, |row| row.get::<_, bool>(0))? {
        return Err(rejected("You have asked for this person already, and that request is still open. Find it on this page."));
    }
    let id: GlassId = tx.fresh_id()?;
    let sql = "
        INSERT INTO glass (public_id, person_id, business_id, reason, asked_by, asked_as, asked_at, agree_until)
        VALUES (:id, :person, :business, :reason, :by, :as, :at, :until)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":person": new.person,
            ":business": new.business,
            ":reason": new.reason,
            ":by": new.steward,
            ":as": OrganizationRole::Steward,
            ":at": tx.at(),
            ":until": tx.at().plus_minutes(AGREE_HOURS * 60),
        },
    )?;
    tell(tx, GuardDeed::GlassAsked, None, Some(new.steward), Some(id.as_str()))?;
    tx.audit_with("glass.asked", Object::new("glass", &id), "person, reason")?;
    Ok(id)
}

/// The second person agrees: never whoever asked, and never somebody who works with clients.
pub fn agree(tx: &Tx<'_>, id: &GlassId, account: i64) -> Result<()> {
    refuse_unless_in_order(tx)?;
    let (request, role) = (waiting(tx, id)?, second_person(tx, account)?);
    if request.asked_by.0 == account {
        return Err(rejected("You asked for this. Somebody else has to agree."));
    }
    refuse_unsettled(tx, account, "agree to this")?;
    let sql =
        "UPDATE glass SET agreed_by = :by, agreed_as = :as, agreed_at = :at, open_until = :until WHERE id = :key AND agreed_at IS NULL";
    let until = tx.at().plus_minutes(OPEN_MINUTES);
    tx.execute(sql, named_params! { ":by": account, ":as": role, ":at": tx.at(), ":until": until, ":key": request.key })?;
    tell(tx, GuardDeed::GlassAgreed, None, Some(account), Some(id.as_str()))?;
    tx.audit("glass.agreed", Object::new("glass", id))
}

fn second_person(conn: &Connection, account: i64) -> Result<OrganizationRole> {
    let role = office::role_of(conn, account)?.ok_or(Error::Forbidden)?;
    if office::works_with_clients(conn, account)? {
        return Err(rejected("You also work with clients, so you cannot be the second person. Somebody who has no clients has to agree."));
    }
    Ok(role)
}

fn waiting(tx: &Tx<'_>, id: &GlassId) -> Result<Request> {
    let request = request(tx, id)?;
    match request.standing(tx.at()) {
        Standing::Waiting => Ok(request),
        Standing::RanOut => Err(rejected("The time to agree is over. The steward can ask anew.")),
        _ => Err(Error::Stale),
    }
}

/// Another steward or auditor refuses, and says why.
pub fn refuse(tx: &Tx<'_>, id: &GlassId, account: i64, why: &str) -> Result<()> {
    let request = waiting(tx, id)?;
    office::role_of(tx, account)?.ok_or(Error::Forbidden)?;
    if request.asked_by.0 == account {
        return Err(rejected("You asked for this. To take it back, end it."));
    }
    let sql = "UPDATE glass SET refused_by = :by, refused_at = :at, refused_why = :why WHERE id = :key";
    tx.execute(sql, named_params! { ":by": account, ":at": tx.at(), ":why": why, ":key": request.key })?;
    tx.audit_with("glass.refused", Object::new("glass", id), "reason")
}

/// Whoever asked or agreed ends it before its time. What is over already stays as it is.
pub fn end(tx: &Tx<'_>, id: &GlassId, account: i64) -> Result<()> {
    let request = request(tx, id)?;
    let is_theirs = request.asked_by.0 == account || request.agreed_by.as_ref().is_some_and(|(second, _)| *second == account);
    if !is_theirs {
        return Err(Error::Forbidden);
    }
    if !matches!(request.standing(tx.at()), Standing::Waiting | Standing::Open) {
        return Err(Error::Stale);
    }
    let sql = "UPDATE glass SET ended_by = :by, ended_at = :at WHERE id = :key";
    tx.execute(sql, named_params! { ":by": account, ":at": tx.at(), ":key": request.key })?;
    tx.audit("glass.ended", Object::new("glass", id))
}

/// A look that is on the record. Only [`open`] makes one, and one look is worth one decryption.
pub struct Permit {
    opening: i64,
    person: i64,
}

/// Writes a look down: who may look is read anew, on both sides. `tell_person` writes the notice to the person at the first
/// look; the other guardians are told of that one too. What it gives back shows nothing before this transaction is on the disk.
pub fn open(tx: &Tx<'_>, id: &GlassId, account: i64, tell_person: impl FnOnce(&Tx<'_>, &Request) -> Result<()>) -> Result<Permit> {
    refuse_unless_in_order(tx)?;
    let request = request(tx, id)?;
    if request.asked_by.0 != account || office::role_of(tx, account)? != Some(OrganizationRole::Steward) {
        return Err(Error::Forbidden);
    }
    if request.standing(tx.at()) != Standing::Open {
        return Err(rejected("These answers cannot be looked at any more. To see them again, ask anew."));
    }
    refuse_unsettled(tx, account, "look at these answers")?;
    let second = request.agreed_by.as_ref().map(|(second, _)| *second).ok_or(Error::Forbidden)?;
    if second_person(tx, second).is_err() || settling::find(tx, second, tx.at())?.is_some() {
        return Err(rejected("Whoever agreed may not agree any more, so this permission is over. Ask anew."));
    }
    tx.execute("INSERT INTO glass_opening (glass_id, at) VALUES (:glass, :at)", named_params! { ":glass": request.key, ":at": tx.at() })?;
    let permit = Permit { opening: tx.last_insert_rowid(), person: request.person };
    if request.openings == 0 {
        tell_person(tx, &request)?;
        tell(tx, GuardDeed::GlassOpened, None, Some(account), Some(id.as_str()))?;
    }
    tx.audit_with("glass.opened", Object::new("glass", id), "every question")?;
    Ok(permit)
}

/// What is seen. It can't be shown, logged, serialized, compared or copied: [`super::views::seen`] draws it, once.
///
/// ```compile_fail
/// fn log(seen: fairfloor::firewall::Seen) -> String { format!("{seen:?}") }
/// ```
/// ```compile_fail
/// fn show(seen: fairfloor::firewall::Seen) -> String { seen.to_string() }
/// ```
/// ```compile_fail
/// fn keep(seen: &fairfloor::firewall::Seen) -> fairfloor::firewall::Seen { seen.clone() }
/// ```
/// ```compile_fail
/// fn send(seen: fairfloor::firewall::Seen) -> String { serde_json::to_string(&seen).unwrap() }
/// ```
/// ```compile_fail
/// fn take(seen: fairfloor::firewall::Seen) -> usize { seen.answers.len() }
/// ```
pub struct Seen {
    answers: Vec<(Question, Option<Firewalled<Reply>>)>,
}

impl Seen {
    /// Every question and what is held; for the one view.
    pub(super) fn answers(&self) -> &[(Question, Option<Firewalled<Reply>>)] {
        &self.answers
    }
}

/// Decrypts what a permit covers, after its look is on the disk.
pub fn look(conn: &Connection, keys: &Keyring, permit: Permit) -> Result<Seen> {
    let sql = "SELECT EXISTS (SELECT 1 FROM glass_opening WHERE id = :opening)";
    let is_written: bool = conn.prepare_cached(sql)?.query_row(named_params! { ":opening": permit.opening }, |row| row.get(0))?;
    if !is_written {
        return Err(Error::internal("a look that is not on the record"));
    }
    let mut held = {
        // Whoever answered before break-glass was promised to them is not opened by it until they have confirmed.
        let covered = covered(conn, keys, permit.person, Promised::BreakGlass)?;
        replies_of(conn, keys, permit.person, |answer, _| covered.contains(&answer))?
    };
    let answers = Question::ALL.iter().map(|question| (*question, held.remove(question.code()))).collect();
    Ok(Seen { answers })
}

/// What the person reads about one request: roles, never names.
#[derive(Debug, Clone)]
pub struct Opening {
    /// In what role somebody asked.
    pub asked_as: OrganizationRole,
    /// Why.
    pub reason: String,
    /// When.
    pub asked_at: Instant,
    /// In what role a second person agreed; empty where nobody did.
    pub agreed_as: Option<OrganizationRole>,
    /// When.
    pub agreed_at: Option<Instant>,
    /// When it was refused.
    pub refused_at: Option<Instant>,
    /// Each time the answers were shown.
    pub opened_at: Vec<Instant>,
}

/// Everything that was asked about somebody's answers, newest first, whether or not it was agreed to.
pub fn openings_of(conn: &Connection, person: i64) -> Result<Vec<Opening>> {
    let sql =
        "SELECT id, asked_as, reason, asked_at, agreed_as, agreed_at, refused_at FROM glass WHERE person_id = :person ORDER BY id DESC";
    let mut looks = conn.prepare_cached("SELECT at FROM glass_opening WHERE glass_id = :glass ORDER BY id")?;
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":person": person })?;
    let mut openings = Vec::new();
    while let Some(row) = rows.next()? {
        let key: i64 = row.get("id")?;
        let opened_at = looks.query_map(named_params! { ":glass": key }, |row| row.get("at"))?.collect::<rusqlite::Result<_>>()?;
        openings.push(Opening {
            asked_as: row.get("asked_as")?,
            reason: row.get("reason")?,
            asked_at: row.get("asked_at")?,
            agreed_as: row.get("agreed_as")?,
            agreed_at: row.get("agreed_at")?,
            refused_at: row.get("refused_at")?,
            opened_at,
        });
    }
    Ok(openings)
}
