//! The ways into a demo: who signs in with what, and some private links. Read from the folder, so that they can be printed again.

use crate::auth::links::{self, Target};
use crate::auth::queries::{find_invitation, find_viewer, list_accounts};
use crate::auth::{Account, Viewer};
use crate::config::Clock;
use crate::error::Result;
use crate::partners::{Account as PartnerAccount, queries as partners};
use crate::people;
use crate::referrals::queries::{self, Filter, Turn, list_for};
use crate::referrals::{Referral, Status};
use crate::store::Keyring;
use crate::values::{Instant, LinkKind, Vocabulary, base32};
use rusqlite::Connection;
use serde::Serialize;

/// More than a demo has clients.
const MANY: i64 = 100_000;
/// How many of each are printed.
const SOME: usize = 10;
/// How many private links of each kind are printed.
const FEW: usize = 5;

/// Everything `demo --json` prints.
#[derive(Debug, Serialize)]
pub struct DemoLinks {
    /// The folder.
    pub data: String,
    /// Where it is served.
    pub url: String,
    /// The last day of its history.
    pub until: String,
    /// One account a role, and more.
    pub accounts: Vec<AccountLink>,
    /// Ids of clients of the first program.
    pub clients: Vec<String>,
    /// Ids of referrals of the first program.
    pub referrals: Vec<String>,
    /// Ids of clients of the other program.
    pub other_program_clients: Vec<String>,
    /// Ids of referrals of the other program.
    pub other_program_referrals: Vec<String>,
    /// An entrepreneur's page on a referral.
    pub status_links: Vec<String>,
    /// Entrepreneurs with an address, and where they sign in: the page shows the code that would be mailed.
    pub own_pages: Vec<OwnPagesLink>,
    /// Somebody at a partner who has an account: the page shows the code that would be mailed.
    pub partner_accounts: Vec<PartnerAccountLink>,
    /// A partner's page on a referral; each opens once.
    pub partner_links: Vec<String>,
    /// A person's page about themselves.
    pub self_identification_links: Vec<String>,
}

/// An account and how to sign in with it.
#[derive(Debug, Serialize)]
pub struct AccountLink {
    /// The word of the role.
    pub role: String,
    /// In which program; none for roles over the organization.
    pub program: Option<String>,
    /// Their name.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// Their password.
    pub password: String,
    /// A link that signs in.
    pub sign_in_link: String,
}

/// An entrepreneur, and where they sign in.
#[derive(Debug, Serialize)]
pub struct OwnPagesLink {
    /// Their name.
    pub name: String,
    /// What they type there.
    pub email: String,
    /// Where.
    pub sign_in_page: String,
}

/// Somebody at a partner who has an account, and where they sign in.
#[derive(Debug, Serialize)]
pub struct PartnerAccountLink {
    /// The partner.
    pub partner: String,
    /// Their name.
    pub name: String,
    /// What they type there.
    pub email: String,
    /// Where.
    pub sign_in_page: String,
}

/// The password of a made-up member of staff: always the same with the same keyring.
pub fn password(keys: &Keyring, email: &str) -> String {
    let secret = base32(&keys.demo_secret("password", email, Instant::from_millis(0)));
    let part = |from: usize| secret.get(from..from + 5).unwrap_or_default();
    format!("{}-{}-{}", part(0), part(5), part(10))
}

/// The token of a sign-in link: always the same with the same keyring.
pub fn token(keys: &Keyring, email: &str) -> String {
    base32(&keys.demo_secret("sign-in", email, Instant::from_millis(0)))
}

/// Reads the ways in.
pub fn find(conn: &Connection, keys: &Keyring, clock: &Clock, data: &str, url: &str) -> Result<DemoLinks> {
    let now = clock.now();
    let mut accounts = Vec::new();
    let mut managers = Vec::new();
    let mut all = list_accounts(conn)?;
    // In the order in which they were opened.
    all.sort_by_key(|account| account.key);
    for account in all {
        // Accounts that were opened by hand have no demo link.
        if find_invitation(conn, &token(keys, &account.email), now).is_ok() {
            let viewer = find_viewer(conn, account.key, i64::MAX)?;
            managers.extend(viewer.filter(|viewer| viewer.seats.iter().any(|seat| seat.role.code() == "manager")));
            accounts.push(account_link(keys, &account, url));
        }
    }
    accounts.sort_by_key(|account: &AccountLink| order(&account.role));
    // Row keys go by when a program was started.
    managers.sort_by_key(|manager| manager.seats.iter().map(|seat| seat.key).min());
    let mut ways = DemoLinks {
        data: data.to_owned(),
        url: url.to_owned(),
        until: clock.today().to_string(),
        accounts,
        clients: Vec::new(),
        referrals: Vec::new(),
        other_program_clients: Vec::new(),
        other_program_referrals: Vec::new(),
        status_links: Vec::new(),
        own_pages: Vec::new(),
        partner_accounts: Vec::new(),
        partner_links: Vec::new(),
        self_identification_links: Vec::new(),
    };
    let mut managers = managers.iter();
    if let Some(first) = managers.next() {
        let referrals = referrals(conn, first, clock)?;
        ways.clients = clients(conn, first)?;
        ways.referrals = one_of_each(&referrals).chain(&referrals).map(|referral| referral.id.to_string()).take(SOME).collect();
        ways.referrals.dedup();
        ways.status_links = status_links(conn, keys, now, url, &referrals)?;
        ways.own_pages = own_pages(conn, url, &referrals, clock)?;
        ways.partner_accounts = partner_accounts(conn, url, first)?;
        ways.partner_links = partner_links(conn, keys, now, url, &referrals)?;
        ways.self_identification_links = self_identification_links(conn, keys, clock, url, first)?;
    }
    if let Some(other) = managers.next() {
        ways.other_program_clients = clients(conn, other)?;
        ways.other_program_referrals = referrals(conn, other, clock)?.iter().map(|referral| referral.id.to_string()).take(SOME).collect();
    }
    Ok(ways)
}

fn account_link(keys: &Keyring, account: &Account, url: &str) -> AccountLink {
    let seat = account.programs.first();
    let role = seat.map(|(_, role)| role.code()).or_else(|| account.organization.first().map(|role| role.code()));
    AccountLink {
        role: role.unwrap_or_default().to_owned(),
        program: seat.map(|(program, _)| program.clone()),
        name: account.name.clone(),
        email: account.email.clone(),
        password: password(keys, &account.email),
        sign_in_link: format!("{url}/invitation/{}", token(keys, &account.email)),
    }
}

/// Roles in the order people meet them.
fn order(role: &str) -> usize {
    ["advisor", "manager", "admin", "steward", "auditor"].iter().position(|word| *word == role).unwrap_or(usize::MAX)
}

fn clients(conn: &Connection, viewer: &Viewer) -> Result<Vec<String>> {
    let some = i64::try_from(SOME).unwrap_or(0);
    Ok(people::queries::list_for(conn, viewer, None, some)?.into_iter().map(|client| client.id.to_string()).collect())
}

/// The open ones first.
fn referrals(conn: &Connection, viewer: &Viewer, clock: &Clock) -> Result<Vec<Referral>> {
    let mut all = Vec::new();
    for turn in [Turn::Open, Turn::Done] {
        all.extend(list_for(conn, viewer, &Filter { turn, ..Filter::default() }, clock.today(), MANY)?);
    }
    Ok(all)
}

fn one_of_each(referrals: &[Referral]) -> impl Iterator<Item = &Referral> {
    Status::ALL.into_iter().filter_map(|status| referrals.iter().find(|referral| referral.status == status))
}

fn status_links(conn: &Connection, keys: &Keyring, now: Instant, url: &str, referrals: &[Referral]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for referral in one_of_each(referrals).chain(referrals) {
        let target = Target { referral: Some(referral.key), ..Target::default() };
        if let Some(link) = links::newest(conn, LinkKind::Status, target, now)? {
            found.push(links::address(conn, keys, url, link)?);
        }
        if found.len() == FEW {
            break;
        }
    }
    Ok(found)
}

/// Whoever has something to do comes first.
fn own_pages(conn: &Connection, url: &str, referrals: &[Referral], clock: &Clock) -> Result<Vec<OwnPagesLink>> {
    let mut found: Vec<OwnPagesLink> = Vec::new();
    let (to_do, others): (Vec<&Referral>, Vec<&Referral>) =
        referrals.iter().partition(|referral| queries::is_theirs_to_do(referral, clock.today()));
    for referral in to_do.into_iter().chain(others) {
        let Some(owner) = queries::spoken_to(conn, referral, clock.today())? else { continue };
        let Some(email) = owner.email.clone().filter(|email| found.iter().all(|known| known.email != *email)) else { continue };
        found.push(OwnPagesLink { name: owner.name(), email, sign_in_page: format!("{url}/me/sign-in") });
        if found.len() == FEW {
            break;
        }
    }
    Ok(found)
}

/// Whoever used their account last comes first.
fn partner_accounts(conn: &Connection, url: &str, viewer: &Viewer) -> Result<Vec<PartnerAccountLink>> {
    let mut found = Vec::new();
    for (program, _) in viewer.programs() {
        for partner in partners::list_of(conn, program)? {
            found.extend(partners::accounts(conn, partner.key)?.into_iter().map(|account| (account, partner.name.clone())));
        }
    }
    found.sort_by_key(|(account, _)| std::cmp::Reverse(account.last_used_at));
    let link = |(account, partner): (PartnerAccount, String)| PartnerAccountLink {
        partner,
        name: account.name,
        email: account.email.unwrap_or_default(),
        sign_in_page: format!("{url}/p/inbox"),
    };
    Ok(found.into_iter().take(FEW).map(link).collect())
}

/// Links that no partner has opened yet.
fn partner_links(conn: &Connection, keys: &Keyring, now: Instant, url: &str, referrals: &[Referral]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for referral in referrals.iter().filter(|referral| referral.status == Status::Requested) {
        let target = Target { referral: Some(referral.key), contact: referral.contact.as_ref().map(|(key, _)| *key), person: None };
        if let Some(link) = links::newest(conn, LinkKind::Partner, target, now)?
            && links::find_by_key(conn, link, now)?.used_at.is_none()
        {
            found.push(links::address(conn, keys, url, link)?);
        }
    }
    found.truncate(FEW);
    Ok(found)
}

fn self_identification_links(conn: &Connection, keys: &Keyring, clock: &Clock, url: &str, viewer: &Viewer) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for client in people::queries::list_for(conn, viewer, None, MANY)? {
        for owner in people::queries::owners(conn, client.key, clock.today())? {
            let is_asked = owner.self_id_asked_on.is_some() && owner.self_id_answered_on.is_none();
            let target = Target { person: Some(owner.person), ..Target::default() };
            if is_asked && let Some(link) = links::newest(conn, LinkKind::SelfIdentification, target, clock.now())? {
                found.push(links::address(conn, keys, url, link)?);
            }
        }
    }
    found.truncate(FEW);
    Ok(found)
}

impl DemoLinks {
    /// For people: a line an account.
    pub fn lines(&self) -> Vec<String> {
        let width = self.accounts.iter().map(|account| account.name.chars().count()).max().unwrap_or(0);
        let mut lines =
            vec![format!("Riverton, a made-up city, lies in {}. Its today is {}. Open a link to sign in:", self.data, self.until)];
        for account in &self.accounts {
            let pad = " ".repeat(width.saturating_sub(account.name.chars().count()));
            let program = account.program.as_deref().unwrap_or("all programs");
            lines.push(format!("  {:<8} {}{pad}  {program:<17}  {}", account.role, account.name, account.sign_in_link));
        }
        let private = [
            ("entrepreneur", self.status_links.first()),
            ("partner", self.partner_links.first()),
            ("owner, about themselves", self.self_identification_links.first()),
        ];
        for (who, link) in private {
            lines.extend(link.map(|link| format!("  {who}: {link}")));
        }
        if let Some(own) = self.own_pages.first() {
            lines.push(format!("  {}, an entrepreneur: type {} at {}", own.name, own.email, own.sign_in_page));
        }
        for account in &self.partner_accounts {
            lines.push(format!("  {}, {}: type {} at {}", account.partner, account.name, account.email, account.sign_in_page));
        }
        lines
    }
}
