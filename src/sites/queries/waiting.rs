//! A vacancy, and who is told of it: once, and only those who agreed.

use crate::auth::Viewer;
use crate::error::Result;
use crate::outbox::{Notice, queries as outbox};
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::sites::{Looking, Site};
use crate::store::{Object, Tx};
use crate::values::{Audience, ContactBy, Instant, NoticeChannel};
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;

/// Who was told of a unit: row key of the need, and when.
pub type Told = BTreeMap<i64, Instant>;

/// Who was told of a unit.
pub fn told_of(conn: &Connection, site: i64) -> Result<Told> {
    let sql = "SELECT need_id, told_at FROM vacancy_notice WHERE site_id = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let told = statement.query_map([site], |row| Ok((row.get("need_id")?, row.get("told_at")?)))?;
    Ok(told.collect::<rusqlite::Result<_>>()?)
}

/// Tells those who agreed to hear of vacancies and were not told of this one. Says how many.
pub fn tell(tx: &Tx<'_>, viewer: &Viewer, site: &Site, waiting: &[Looking]) -> Result<usize> {
    let told = told_of(tx, site.key)?;
    let mut count = 0;
    for looking in waiting.iter().filter(|looking| looking.told_of_vacancies.is_some() && !told.contains_key(&looking.need.key)) {
        let sql = "INSERT INTO vacancy_notice (site_id, need_id, account_id, told_at) VALUES (:site, :need, :account, :at)";
        tx.prepare_cached(sql)?
            .execute(named_params! { ":site": site.key, ":need": looking.need.key, ":account": viewer.key, ":at": tx.at() })?;
        write(tx, looking)?;
        tx.audit("vacancy.told", Object::new("space_need", &looking.need.id))?;
        count += 1;
    }
    Ok(count)
}

/// The notice names neither the unit nor the landlord: a telephone is often shared.
fn write(tx: &Tx<'_>, looking: &Looking) -> Result<()> {
    let owner = people::contact(tx, looking.business, tx.today())?;
    let program = programs::find(tx, looking.program)?;
    let telephone = owner.as_ref().and_then(|owner| owner.telephone.clone());
    let email = owner.as_ref().and_then(|owner| owner.email.clone());
    let (channel, to_address) = match (owner.as_ref().and_then(|owner| owner.contact_by), telephone, email) {
        (Some(ContactBy::Text), Some(number), _) => (NoticeChannel::Text, Some(number)),
        (Some(ContactBy::Phone), Some(number), _) => (NoticeChannel::Phone, Some(number)),
        (Some(ContactBy::Letter), ..) | (_, None, None) => (NoticeChannel::Letter, None),
        (_, _, Some(email)) => (NoticeChannel::Email, Some(email)),
        (_, Some(number), None) => (NoticeChannel::Text, Some(number)),
    };
    let name = &program.name;
    let call = program.telephone.as_deref().map(|number| format!(" Call {number}.")).unwrap_or_default();
    let body = match channel {
        NoticeChannel::Text => format!("{name}: there is news.{call}"),
        NoticeChannel::Phone => {
            "Say this on the phone:\nA unit came free that may fit what you need. Do you want us to ask about it?".to_owned()
        }
        NoticeChannel::Email | NoticeChannel::Letter => {
            format!(
                "Hello,\n\nthere is news about what you asked us to look for.{call}\n\nYou asked to hear of it. Tell us if you want no more of these.\n\n{name}"
            )
        }
    };
    let notice = Notice {
        program: looking.program,
        referral: None,
        event: None,
        audience: Audience::Entrepreneur,
        channel,
        to_name: owner.map_or_else(|| looking.client_name.clone(), |owner| owner.name()),
        to_address,
        subject: format!("{name}: there is news"),
        body,
        link: None,
    };
    outbox::write_notice(tx, &notice).map(drop)
}
