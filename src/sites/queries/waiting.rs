//! A vacancy, and who is told of it: once, and only those who agreed.

use crate::auth::Viewer;
use crate::error::Result;
use crate::i18n::{self, Args, Language};
use crate::outbox::{self, Notice};
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::sites::{Looking, Site};
use crate::store::{Object, Tx};
use crate::values::{Audience, Instant, NoticeChannel};
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
    let (channel, to_address) = outbox::reach(owner.as_ref().and_then(|owner| owner.contact_by), telephone, email);
    let person = owner.as_ref().map(|owner| owner.person);
    let language = owner.as_ref().map_or_else(Language::english, crate::people::Owner::reading);
    let say = |language: Language, key| {
        language
            .say(key, Args::default().with("program", &program.name).maybe("phone", program.telephone.as_deref()).with("name", i18n::NONE))
    };
    let told = |language| match channel {
        NoticeChannel::Text => say(language, "vacancy-text"),
        NoticeChannel::Phone => say(language, "vacancy-told"),
        NoticeChannel::Email | NoticeChannel::Letter => [say(language, "vacancy-news"), say(language, "vacancy-enough")].join("\n\n"),
    };
    let body = outbox::text(channel, language, told(language), || say(language, "notice-hello"), &program.name);
    let notice = Notice {
        program: looking.program,
        referral: None,
        event: None,
        audience: Audience::Entrepreneur,
        channel,
        to_name: owner.map_or_else(|| looking.client_name.clone(), |owner| owner.name()),
        to_address,
        language: language.code().to_owned(),
        english: (language != Language::english()).then(|| told(Language::english())),
        subject: say(language, "notice-subject"),
        body,
        link: None,
        person,
    };
    outbox::queries::write_notice(tx, &notice).map(drop)
}
