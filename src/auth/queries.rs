//! Accounts, roles, invitations and wrong tries, in SQL.

pub mod alerts;
pub mod helpers;
pub mod looks;
pub mod mailed;
pub mod members;
pub mod own;
pub mod settling;
pub mod tries;

use super::{Account, Seat, Viewer};
use crate::error::{Error, Result};
use crate::store::{Object, Tx, sha256};
use crate::values::{AccountId, Day, Email, GuardDeed, Instant, InvitationKind, OrganizationRole, ProgramRole};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Wrong tries within a quarter of an hour before an account answers no more.
const TRIES: i64 = 10;
/// The quarter of an hour.
const WINDOW_MINUTES: i64 = 15;

/// Reads the viewer anew: a role taken away a second ago is gone. `since` is when the session began.
pub fn find_viewer(conn: &Connection, account: i64, since: i64) -> Result<Option<Viewer>> {
    let sql = "
        SELECT public_id, name, email, (SELECT is_demo FROM organization) AS is_demo
        FROM account
        WHERE id = :account
          AND disabled_at IS NULL
          AND sessions_valid_from <= :since";
    let read = |row: &Row<'_>| Ok((row.get("public_id")?, row.get("name")?, row.get("email")?, row.get("is_demo")?));
    let found = conn.prepare_cached(sql)?.query_row(named_params! { ":account": account, ":since": since }, read).optional()?;
    let Some((id, name, email, is_demo)) = found else { return Ok(None) };
    Ok(Some(Viewer {
        key: account,
        id,
        name,
        email,
        is_demo,
        organization: organization_roles(conn, account)?,
        seats: seats(conn, account)?,
    }))
}

/// The last day on which somebody is away, if that is not over.
pub fn away_until(conn: &Connection, account: i64, today: Day) -> Result<Option<Day>> {
    let until: Option<Day> =
        conn.prepare_cached("SELECT away_until_on FROM account WHERE id = ?1")?.query_row([account], |row| row.get(0))?;
    Ok(until.filter(|until| *until >= today))
}

/// Says until when one is away; nothing when one is back.
pub fn set_away(tx: &Tx<'_>, account: i64, id: &AccountId, until: Option<Day>) -> Result<()> {
    tx.execute("UPDATE account SET away_until_on = :until WHERE id = :account", named_params! { ":until": until, ":account": account })?;
    tx.audit_with("account.away", Object::new("account", id), "away_until_on")
}

fn seats(conn: &Connection, account: i64) -> Result<Vec<Seat>> {
    let sql = "
        SELECT program.id, program.public_id, program.name, membership.role
        FROM membership
        JOIN program ON program.id = membership.program_id
        WHERE membership.account_id = :account
        ORDER BY program.name, program.id, membership.role";
    let mut statement = conn.prepare_cached(sql)?;
    let seats = statement.query_map(named_params! { ":account": account }, |row| {
        Ok(Seat { key: row.get("id")?, id: row.get("public_id")?, name: row.get("name")?, role: row.get("role")? })
    })?;
    Ok(seats.collect::<rusqlite::Result<_>>()?)
}

fn organization_roles(conn: &Connection, account: i64) -> Result<Vec<OrganizationRole>> {
    let mut statement = conn.prepare_cached("SELECT role FROM organization_role WHERE account_id = :account ORDER BY role")?;
    let roles = statement.query_map(named_params! { ":account": account }, |row| row.get("role"))?;
    Ok(roles.collect::<rusqlite::Result<_>>()?)
}

/// What signing in needs to know of an account.
pub struct Credentials {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: AccountId,
    /// What they sign in with.
    pub email: String,
    /// Argon2id hash.
    pub password_hash: Option<String>,
    /// Sealed code secret.
    pub totp_secret: Option<Vec<u8>>,
    /// The last time step used.
    pub totp_last_step: i64,
}

/// An account that may sign in, by what was typed as its name.
pub fn find_credentials(conn: &Connection, email: &str) -> Result<Option<Credentials>> {
    credentials(conn, "email = ?1", &email)
}

/// An account that may sign in, by its key.
pub fn find_credentials_of(conn: &Connection, account: i64) -> Result<Option<Credentials>> {
    credentials(conn, "id = ?1", &account)
}

fn credentials(conn: &Connection, which: &'static str, value: &dyn rusqlite::ToSql) -> Result<Option<Credentials>> {
    let sql = format!(
        "SELECT id, public_id, email, password_hash, totp_secret, totp_last_step FROM account WHERE disabled_at IS NULL AND {which}"
    );
    let read = |row: &Row<'_>| {
        Ok(Credentials {
            key: row.get("id")?,
            id: row.get("public_id")?,
            email: row.get("email")?,
            password_hash: row.get("password_hash")?,
            totp_secret: row.get("totp_secret")?,
            totp_last_step: row.get("totp_last_step")?,
        })
    };
    Ok(conn.prepare_cached(&sql)?.query_row([value], read).optional()?)
}

/// True when too many wrong tries were made under this name in the last quarter of an hour, known or unknown.
pub fn is_slowed(conn: &Connection, who: &[u8], now: Instant) -> Result<bool> {
    let sql = "SELECT count(*) FROM sign_in_attempt WHERE who_mac = :who AND at > :since";
    let tries: i64 = conn
        .prepare_cached(sql)?
        .query_row(named_params! { ":who": who, ":since": now.plus_minutes(-WINDOW_MINUTES) }, |row| row.get(0))?;
    Ok(tries >= TRIES)
}

/// Writes a wrong try down.
pub fn note_wrong_try(tx: &Tx<'_>, who: &[u8], now: Instant) -> Result<()> {
    tx.execute("DELETE FROM sign_in_attempt WHERE at < :old", named_params! { ":old": now.plus_days(-1) })?;
    tx.execute("INSERT INTO sign_in_attempt (who_mac, at) VALUES (:who, :at)", named_params! { ":who": who, ":at": now })?;
    tx.audit("sign_in.failed", Object::none())
}

/// Writes a sign-in down and forgets the wrong tries before it.
pub fn note_sign_in(tx: &Tx<'_>, account: &Credentials, step: Option<i64>, who: &[u8]) -> Result<()> {
    tx.execute("DELETE FROM sign_in_attempt WHERE who_mac = :who", named_params! { ":who": who })?;
    if let Some(step) = step {
        let sql = "UPDATE account SET totp_last_step = :step WHERE id = :id AND totp_last_step < :step";
        if tx.execute(sql, named_params! { ":step": step, ":id": account.key })? == 0 {
            return Err(Error::Rejected("This code was used already. Wait for the next one.".to_owned()));
        }
    }
    tx.audit("sign_in.succeeded", Object::new("account", &account.id))
}

/// Uses a time step of an account up. Whoever audits the deed audits this with it.
pub fn use_step(tx: &Tx<'_>, account: i64, step: i64) -> Result<()> {
    let sql = "UPDATE account SET totp_last_step = :step WHERE id = :id AND totp_last_step < :step AND disabled_at IS NULL";
    if tx.execute(sql, named_params! { ":step": step, ":id": account })? == 0 {
        return Err(Error::Rejected("This code was used already. Wait for the next one.".to_owned()));
    }
    Ok(())
}

/// Keeps the code secret of an account that had none.
pub fn enroll_totp(tx: &Tx<'_>, account: &Credentials, secret: &[u8], step: i64) -> Result<()> {
    let sealed = tx.keys().seal_totp(secret, account.id.as_str(), tx.random()?)?;
    let sql = "UPDATE account SET totp_secret = :sealed, totp_last_step = :step WHERE id = :id AND totp_secret IS NULL";
    if tx.execute(sql, named_params! { ":sealed": sealed, ":step": step, ":id": account.key })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("account.code_enrolled", Object::new("account", &account.id))
}

/// A live invitation by its token: whose it is and what it does. Demo links live on.
pub fn find_invitation(conn: &Connection, token: &str, now: Instant) -> Result<(i64, InvitationKind)> {
    let sql = "
        SELECT invitation.account_id, invitation.kind
        FROM invitation
        JOIN account ON account.id = invitation.account_id
        WHERE invitation.token_hash = :hash
          AND invitation.used_at IS NULL
          AND invitation.expires_at > :now
          AND account.disabled_at IS NULL";
    let hash = sha256(token.as_bytes());
    let params = named_params! { ":hash": hash.as_slice(), ":now": now };
    conn.prepare_cached(sql)?.query_row(params, |row| Ok((row.get("account_id")?, row.get("kind")?))).optional()?.ok_or(Error::NotFound)
}

/// Uses an invitation up and sets the password it was for. Other sessions of the account end.
pub fn set_first_password(tx: &Tx<'_>, token: &str, password_hash: &str) -> Result<Credentials> {
    let (account, kind) = find_invitation(tx, token, tx.at())?;
    if kind == InvitationKind::Demo {
        return Err(Error::NotFound);
    }
    tx.execute(
        "UPDATE invitation SET used_at = :now WHERE token_hash = :hash",
        named_params! { ":now": tx.at(), ":hash": sha256(token.as_bytes()).as_slice() },
    )?;
    set_password(tx, account, password_hash)
}

/// Sets a password; other sessions of the account end.
pub fn set_password(tx: &Tx<'_>, account: i64, password_hash: &str) -> Result<Credentials> {
    let sql = "UPDATE account SET password_hash = :hash, sessions_valid_from = :from, version = version + 1 WHERE id = :id";
    tx.execute(sql, named_params! { ":hash": password_hash, ":from": crate::config::Clock::machine_now(), ":id": account })?;
    let account = find_credentials_of(tx, account)?.ok_or(Error::NotFound)?;
    tx.audit_with("account.password_set", Object::new("account", &account.id), "password")?;
    Ok(account)
}

/// What a new account is to be.
pub struct NewAccount {
    /// What they will sign in with.
    pub email: Email,
    /// Their name.
    pub name: String,
    /// Their telephone.
    pub telephone: Option<String>,
    /// Roles over the organization.
    pub organization: Vec<OrganizationRole>,
    /// Roles inside programs, by row key.
    pub programs: Vec<(i64, ProgramRole)>,
}

/// Makes an account.
pub fn open_account(tx: &Tx<'_>, new: &NewAccount) -> Result<(i64, AccountId)> {
    let taken: bool = tx.query_row(
        "SELECT EXISTS (SELECT 1 FROM account WHERE email = :email)",
        named_params! { ":email": new.email.as_str() },
        |row| row.get(0),
    )?;
    if taken {
        return Err(Error::Rejected(format!("There is an account for {} already. Find it on the list of accounts.", new.email.as_str())));
    }
    if new.organization.is_empty() && new.programs.is_empty() {
        return Err(Error::Rejected("Give the account at least one role.".to_owned()));
    }
    let id: AccountId = tx.fresh_id()?;
    let sql = "INSERT INTO account (public_id, email, name, telephone, created_at, access_set_at) VALUES (:id, :email, :name, :telephone, :at, :at)";
    tx.execute(
        sql,
        named_params! { ":id": id, ":email": new.email.as_str(), ":name": new.name, ":telephone": new.telephone, ":at": tx.at() },
    )?;
    let key = tx.last_insert_rowid();
    for role in &new.organization {
        tx.execute(
            "INSERT INTO organization_role (account_id, role) VALUES (:account, :role)",
            named_params! { ":account": key, ":role": role },
        )?;
    }
    for (program, role) in &new.programs {
        tx.execute(
            "INSERT INTO membership (account_id, program_id, role) VALUES (:account, :program, :role)",
            named_params! { ":account": key, ":program": program, ":role": role },
        )?;
    }
    alerts::tell_of_access(tx, key, GuardDeed::Invited)?;
    tx.audit("account.opened", Object::new("account", &id))?;
    Ok((key, id))
}

/// Makes a link and returns its token, which is kept nowhere. Older links of the account stop working.
pub fn invite(tx: &Tx<'_>, account: i64, id: &AccountId, kind: InvitationKind, lives_days: i64) -> Result<String> {
    let token = crate::values::base32(&tx.random::<32>()?);
    tx.execute(
        "UPDATE invitation SET used_at = :now WHERE account_id = :account AND used_at IS NULL",
        named_params! { ":now": tx.at(), ":account": account },
    )?;
    let sql = "INSERT INTO invitation (account_id, kind, token_hash, expires_at) VALUES (:account, :kind, :hash, :expires)";
    let expires = tx.at().plus_days(lives_days);
    tx.execute(
        sql,
        named_params! { ":account": account, ":kind": kind, ":hash": sha256(token.as_bytes()).as_slice(), ":expires": expires },
    )?;
    tx.audit("account.invited", Object::new("account", id))?;
    Ok(token)
}

/// Keeps a demo link whose token is known beforehand.
pub fn keep_demo_link(tx: &Tx<'_>, account: i64, id: &AccountId, token: &str) -> Result<()> {
    let sql = "INSERT INTO invitation (account_id, kind, token_hash, expires_at) VALUES (:account, 'demo', :hash, :expires)";
    tx.execute(
        sql,
        named_params! { ":account": account, ":hash": sha256(token.as_bytes()).as_slice(), ":expires": tx.at().plus_days(36_500) },
    )?;
    tx.audit("account.demo_link_made", Object::new("account", id))
}

/// Every account, by name.
pub fn list_accounts(conn: &Connection) -> Result<Vec<Account>> {
    let sql = "SELECT id, public_id, email, name, telephone, password_hash IS NOT NULL AS has_password, disabled_at IS NOT NULL AS is_disabled, version FROM account ORDER BY name, id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([], read_account)?.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(|account| with_roles(conn, account)).collect()
}

/// One account.
pub fn find_account(conn: &Connection, id: &AccountId) -> Result<Account> {
    let sql = "SELECT id, public_id, email, name, telephone, password_hash IS NOT NULL AS has_password, disabled_at IS NOT NULL AS is_disabled, version FROM account WHERE public_id = :id";
    let account = conn.prepare_cached(sql)?.query_row(named_params! { ":id": id }, read_account).optional()?.ok_or(Error::NotFound)?;
    with_roles(conn, account)
}

/// One account, by what it signs in with.
pub fn find_account_by_email(conn: &Connection, email: &str) -> Result<Account> {
    let id: AccountId =
        conn.query_row("SELECT public_id FROM account WHERE email = ?1", [email], |row| row.get(0)).optional()?.ok_or(Error::NotFound)?;
    find_account(conn, &id)
}

fn read_account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        key: row.get("id")?,
        id: row.get("public_id")?,
        email: row.get("email")?,
        name: row.get("name")?,
        telephone: row.get("telephone")?,
        has_password: row.get("has_password")?,
        is_disabled: row.get("is_disabled")?,
        organization: Vec::new(),
        programs: Vec::new(),
        version: row.get("version")?,
    })
}

fn with_roles(conn: &Connection, account: Account) -> Result<Account> {
    let programs = seats(conn, account.key)?.into_iter().map(|seat| (seat.name, seat.role)).collect();
    Ok(Account { organization: organization_roles(conn, account.key)?, programs, ..account })
}

/// Closes an account: it is signed out everywhere at once. The last administrator stays.
pub fn disable(tx: &Tx<'_>, id: &AccountId, version: i64) -> Result<()> {
    let account = find_account(tx, id)?;
    let sql = "
        SELECT count(*)
        FROM organization_role
        JOIN account ON account.id = organization_role.account_id
        WHERE organization_role.role = 'admin'
          AND account.disabled_at IS NULL
          AND account.id <> :id";
    let others: i64 = tx.query_row(sql, named_params! { ":id": account.key }, |row| row.get(0))?;
    if account.organization.contains(&OrganizationRole::Admin) && others == 0 {
        return Err(Error::Rejected("This is the last administrator. Make another one first.".to_owned()));
    }
    let sql = "UPDATE account SET disabled_at = :now, version = version + 1 WHERE id = :id AND version = :version AND disabled_at IS NULL";
    if tx.execute(sql, named_params! { ":now": tx.at(), ":id": account.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.execute("DELETE FROM session WHERE account_id = :id", named_params! { ":id": account.key })?;
    alerts::tell_of_access(tx, account.key, GuardDeed::Closed)?;
    tx.audit("account.disabled", Object::new("account", id))
}

/// Takes password and code away and makes a link to set new ones.
pub fn reset(tx: &Tx<'_>, id: &AccountId) -> Result<String> {
    let account = find_account(tx, id)?;
    if account.is_disabled {
        return Err(Error::Rejected("This account is closed.".to_owned()));
    }
    let sql = "
        UPDATE account
        SET password_hash = NULL, totp_secret = NULL, sessions_valid_from = :from, access_set_at = :at, version = version + 1
        WHERE id = :id";
    tx.execute(sql, named_params! { ":from": crate::config::Clock::machine_now(), ":at": tx.at(), ":id": account.key })?;
    alerts::tell_of_access(tx, account.key, GuardDeed::Reset)?;
    tx.audit("account.reset", Object::new("account", id))?;
    invite(tx, account.key, id, InvitationKind::Reset, 7)
}

/// Programs an account may be put into: row key, name.
pub fn list_programs(conn: &Connection) -> Result<Vec<(i64, String)>> {
    let mut statement = conn.prepare_cached("SELECT id, name FROM program ORDER BY name")?;
    let programs = statement.query_map([], |row| Ok((row.get("id")?, row.get("name")?)))?;
    Ok(programs.collect::<rusqlite::Result<_>>()?)
}

/// True where somebody else has the same address.
pub fn is_shared(conn: &Connection, person: i64) -> Result<bool> {
    let sql = "
        SELECT EXISTS (
            SELECT 1
            FROM person AS other
            JOIN person ON person.email = other.email
            WHERE person.id = :person
              AND other.id <> person.id)";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":person": person }, |row| row.get(0))?)
}

/// The address that a person's codes are mailed to, and since when it is that one; empty: since they were registered.
pub fn address_of(conn: &Connection, person: i64) -> Result<(Option<String>, Option<Instant>)> {
    let sql = "SELECT email, email_set_at FROM person WHERE id = :person";
    let read = |row: &Row<'_>| Ok((row.get("email")?, row.get("email_set_at")?));
    conn.prepare_cached(sql)?.query_row(named_params! { ":person": person }, read).optional()?.ok_or(Error::NotFound)
}

/// Which catalog somebody chose, and which language they speak as far as we know.
pub fn languages_of(conn: &Connection, person: i64) -> Result<(Option<String>, String)> {
    let sql = "SELECT reads, language FROM person WHERE id = :person";
    let read = |row: &Row<'_>| Ok((row.get("reads")?, row.get("language")?));
    conn.prepare_cached(sql)?.query_row(named_params! { ":person": person }, read).optional()?.ok_or(Error::NotFound)
}
