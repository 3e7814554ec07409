//! Rounds in SQL, and what was told of them. The answers themselves are behind the wall. Found through the viewer: another program's round
//! looks exactly like none.

use super::{Came, Facts, LAPSED, Round, State, THRESHOLD, TOKEN, TOLD_WITHIN_DAYS};
use crate::auth::Viewer;
use crate::auth::queries::tries;
use crate::auth::tries::Calls;
use crate::equity::survey::Worker;
use crate::equity::survey::release::{Earlier, Told};
use crate::error::{Error, Result};
use crate::firewall::survey as urn;
use crate::store::{Keyring, Object, Tx, digest, sha256};
use crate::values::{Day, SurveyRoundId, is_base32};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const ROUND: &str = "
    SELECT survey_round.id, survey_round.public_id, survey_round.program_id, program.name AS program_name, program.telephone,
           account.name AS author, survey_round.title, survey_round.from_on, survey_round.until_on, survey_round.most,
           survey_round.threshold, survey_round.living_cents, survey_round.living_source, survey_round.closed_at,
           survey_round.released_at, survey_round.lapsed_at, survey_round.version
    FROM survey_round
    JOIN program ON program.id = survey_round.program_id
    JOIN account ON account.id = survey_round.account_id";

const MANAGED: &str = "survey_round.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer AND role = 'manager')";

fn read(row: &Row<'_>) -> rusqlite::Result<Round> {
    let living: Option<u32> = row.get("living_cents")?;
    let source: Option<String> = row.get("living_source")?;
    Ok(Round {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: (row.get("program_id")?, row.get("program_name")?, row.get("telephone")?),
        author: row.get("author")?,
        facts: Facts {
            title: row.get("title")?,
            from: row.get("from_on")?,
            until: row.get("until_on")?,
            most: row.get("most")?,
            living: living.map(|cents| (cents, source.unwrap_or_default())),
        },
        threshold: row.get("threshold")?,
        closed_at: row.get("closed_at")?,
        released_at: row.get("released_at")?,
        lapsed_at: row.get("lapsed_at")?,
        version: row.get("version")?,
    })
}

/// A round of a program that the viewer manages.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &SurveyRoundId) -> Result<Round> {
    let sql = format!("{ROUND} WHERE survey_round.public_id = :id AND {MANAGED}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Rounds of the programs that the viewer manages, the latest first.
pub fn list_for(conn: &Connection, viewer: &Viewer, (skip, limit): (i64, i64)) -> Result<Vec<Round>> {
    let sql = format!("{ROUND} WHERE {MANAGED} ORDER BY survey_round.from_on DESC, survey_round.id DESC LIMIT :limit OFFSET :skip");
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(named_params! { ":viewer": viewer.key, ":limit": limit, ":skip": skip }, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A round by the link on its poster.
pub fn find_by_token(conn: &Connection, token: &str) -> Result<Round> {
    if !is_base32(token, TOKEN) {
        return Err(Error::NotFound);
    }
    let sql = format!("{ROUND} JOIN survey_link ON survey_link.survey_round_id = survey_round.id WHERE survey_link.token_hash = :hash");
    let hash = sha256(token.as_bytes());
    conn.prepare_cached(&sql)?.query_row(named_params! { ":hash": hash.as_slice() }, read).optional()?.ok_or(Error::NotFound)
}

fn token_of(keys: &Keyring, nonce: &[u8]) -> String {
    keys.link_token("survey", nonce).chars().take(TOKEN).collect()
}

/// The link on a poster, made again from the keyring: the database alone does not give it.
pub fn token(conn: &Connection, keys: &Keyring, round: &Round) -> Result<String> {
    let nonce: Vec<u8> = conn.query_row("SELECT nonce FROM survey_link WHERE survey_round_id = ?1", [round.key], |row| row.get(0))?;
    Ok(token_of(keys, &nonce))
}

/// Opens a round, with an empty urn.
pub fn open(tx: &Tx<'_>, viewer: &Viewer, program: i64, facts: &Facts) -> Result<SurveyRoundId> {
    if !viewer.manages(program) {
        return Err(Error::NotFound);
    }
    let (id, nonce): (SurveyRoundId, [u8; 16]) = (tx.fresh_id()?, tx.random()?);
    let hash = sha256(token_of(&tx.keys(), &nonce).as_bytes());
    let (cents, source) = facts.living.clone().unzip();
    let sql = "
        INSERT INTO survey_round (public_id, program_id, account_id, title, from_on, until_on, most, threshold, living_cents,
                                  living_source, created_at)
        VALUES (:id, :program, :account, :title, :from, :until, :most, :threshold, :cents, :source, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": program,
        ":account": viewer.key,
        ":title": facts.title,
        ":from": facts.from,
        ":until": facts.until,
        ":most": facts.most,
        ":threshold": THRESHOLD,
        ":cents": cents,
        ":source": source,
        ":at": tx.at(),
    })?;
    let key = tx.last_insert_rowid();
    let sql = "INSERT INTO survey_link (survey_round_id, nonce, token_hash) VALUES (:round, :nonce, :hash)";
    tx.execute(sql, named_params! { ":round": key, ":nonce": nonce.as_slice(), ":hash": hash.as_slice() })?;
    urn::prepare(tx, key, usize::try_from(facts.most).unwrap_or_default())?;
    tx.audit("survey.opened", Object::new("survey_round", &id))?;
    Ok(id)
}

/// Closes a round before its last day.
pub fn close(tx: &Tx<'_>, viewer: &Viewer, id: &SurveyRoundId, version: i64) -> Result<()> {
    let round = find_for(tx, viewer, id)?;
    if matches!(round.state(tx.today()), State::Over | State::Released | State::Lapsed) {
        return Ok(());
    }
    let sql = "UPDATE survey_round SET closed_at = :at, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": round.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("survey.closed", Object::new("survey_round", id))
}

/// Takes an answer. A form that is sent twice is one answer.
pub fn answer(tx: &Tx<'_>, token: &str, key: &str, worker: &Worker, calls: &Calls) -> Result<Came> {
    let round = find_by_token(tx, token)?;
    if tx.answer_to(key)?.is_some() {
        return Ok(Came::Kept);
    }
    if round.state(tx.today()) != State::Running {
        return Ok(Came::Shut);
    }
    if !tries::count_answer(tx, calls)? {
        return Ok(Came::Crowded);
    }
    if !urn::cast(tx, round.key, worker)? {
        return Ok(Came::Full);
    }
    // The key of a form is random and stands on one page alone: it leads to no answer.
    tx.remember_answer(key, "survey")?;
    Ok(Came::Kept)
}

/// How many rounds were told by now: whoever decided beside an older number decides anew.
pub fn head(conn: &Connection) -> Result<i64> {
    Ok(conn.query_row("SELECT count(*) FROM survey_round WHERE released_at IS NOT NULL", [], |row| row.get(0))?)
}

/// What earlier rounds told of workers who may be the same: of this program, and of every other that has had a client with it.
pub fn told_before(conn: &Connection, round: &Round) -> Result<Vec<Earlier>> {
    let sql = "
        SELECT survey_count.wanted, survey_count.told
        FROM survey_count
        JOIN survey_round ON survey_round.id = survey_count.survey_round_id
        WHERE survey_count.told IS NOT NULL
          AND survey_round.id <> :round
          AND (survey_round.program_id = :program
               OR EXISTS (SELECT 1
                          FROM enrollment AS theirs
                          JOIN enrollment AS ours ON ours.business_id = theirs.business_id
                          WHERE theirs.program_id = survey_round.program_id
                            AND ours.program_id = :program))
        ORDER BY survey_count.id";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement
        .query_map(named_params! { ":round": round.key, ":program": round.program.0 }, |row| {
            Ok((row.get::<_, String>("wanted")?, row.get::<_, i64>("told")?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    found.into_iter().map(|(wanted, told)| Ok(Earlier { wanted: serde_json::from_str(&wanted)?, told })).collect()
}

/// What is told of a round, with the files of it.
pub struct Draft {
    /// How many rounds had been told when it was decided.
    pub head: i64,
    pub told: Vec<Told>,
    /// Form and bytes.
    pub files: Vec<(&'static str, Vec<u8>)>,
}

/// Tells the totals of a round, once, and destroys its answers in the same deed.
pub fn tell(tx: &Tx<'_>, viewer: &Viewer, id: &SurveyRoundId, version: i64, draft: &Draft) -> Result<()> {
    let round = find_for(tx, viewer, id)?;
    match round.state(tx.today()) {
        State::Released => return Ok(()),
        State::Soon | State::Running => {
            return Err(Error::Rejected("Answers are still taken. Close the round first, then tell its totals.".to_owned()));
        }
        State::Lapsed => return Err(Error::Rejected(LAPSED.to_owned())),
        State::Over => {}
    }
    if head(tx)? != draft.head {
        return Err(Error::Stale);
    }
    let sql = "
        UPDATE survey_round
        SET closed_at = coalesce(closed_at, :at), released_at = :at, version = version + 1
        WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": round.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    for one in &draft.told {
        let sql = "INSERT INTO survey_count (survey_round_id, line, wanted, told) VALUES (:round, :line, :wanted, :told)";
        let wanted = serde_json::to_string(&one.line.wanted)?;
        let params = named_params! { ":round": round.key, ":line": one.line.id(), ":wanted": wanted, ":told": one.told };
        tx.prepare_cached(sql)?.execute(params)?;
    }
    let mut hashes = String::new();
    for (form, bytes) in &draft.files {
        let hash = digest(bytes);
        let sql = "INSERT INTO survey_file (survey_round_id, form, bytes, hash) VALUES (?1, ?2, ?3, ?4)";
        tx.prepare_cached(sql)?.execute((round.key, form, bytes, &hash))?;
        hashes.push_str(&format!("{form} sha256 {hash} "));
    }
    urn::destroy(tx, round.key)?;
    tx.audit_with("survey.told", Object::new("survey_round", id), hashes.trim_end())
}

/// Rounds, by row key, whose totals nobody told in time.
pub fn lapsing(conn: &Connection, today: Day) -> Result<Vec<i64>> {
    let sql = "SELECT id FROM survey_round WHERE released_at IS NULL AND lapsed_at IS NULL AND until_on < :last ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(named_params! { ":last": today.plus_days(-TOLD_WITHIN_DAYS) }, |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Destroys the answers of a round whose totals nobody told in time, unless that was done since somebody looked.
pub fn lapse(tx: &Tx<'_>, round: i64) -> Result<()> {
    if !lapsing(tx, tx.today())?.contains(&round) {
        return Ok(());
    }
    let sql = "UPDATE survey_round SET lapsed_at = :at, version = version + 1 WHERE id = :key RETURNING public_id";
    let params = named_params! { ":at": tx.at(), ":key": round };
    let id: SurveyRoundId = tx.prepare_cached(sql)?.query_row(params, |row| row.get(0))?;
    urn::destroy(tx, round)?;
    tx.audit("survey.lapsed", Object::new("survey_round", id))
}

/// What was told of each line of a round, in the order it was decided.
pub fn counts(conn: &Connection, round: &Round) -> Result<Vec<(String, Option<i64>)>> {
    let mut statement = conn.prepare_cached("SELECT line, told FROM survey_count WHERE survey_round_id = ?1 ORDER BY id")?;
    let found = statement.query_map([round.key], |row| Ok((row.get("line")?, row.get("told")?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The forms of the files of a round, each with its hash.
pub fn files(conn: &Connection, round: &Round) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare_cached("SELECT form, hash FROM survey_file WHERE survey_round_id = ?1 ORDER BY form")?;
    let found = statement.query_map([round.key], |row| Ok((row.get("form")?, row.get("hash")?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A file of a round.
pub fn file(conn: &Connection, round: &Round, form: &str) -> Result<Vec<u8>> {
    let sql = "SELECT bytes FROM survey_file WHERE survey_round_id = ?1 AND form = ?2";
    conn.prepare_cached(sql)?.query_row((round.key, form), |row| row.get(0)).optional()?.ok_or(Error::NotFound)
}
