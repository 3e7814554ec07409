//! What the own pages read and write besides what the features below offer.

pub mod complaints;
pub mod copy;
pub mod looked;
pub mod permissions;

use crate::auth::own::{Inside, Proof};
use crate::error::Result;
use crate::i18n::{Args, Language};
use crate::outbox::{Notice, queries as outbox};
use crate::people::own::Home;
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::referrals::queries as referrals;
use crate::rights::Reader;
use crate::store::Tx;
use crate::values::{Audience, Day, NoticeChannel, ReferralId};
use rusqlite::{Connection, named_params};

/// Whoever is inside, and what every page says to them.
pub fn reader(conn: &Connection, inside: &Inside, today: Day) -> Result<Reader> {
    let home = people::own::home_of(conn, inside.person, today)?;
    Ok(Reader {
        person: inside.person,
        language: inside.language,
        program: programs::find(conn, home.program.0)?,
        home,
        today,
        is_helper: inside.helper().is_some(),
        is_mailed: matches!(inside.proof, Proof::Mailed { .. }),
    })
}

/// Tells somebody that an answer waits on their own pages, and never what it is about: staff read the outbox, a complaint's too.
pub fn tell_of_answer(tx: &Tx<'_>, person: i64, home: &Home) -> Result<()> {
    let (owner, program) = (people::find_anyone(tx, person)?, programs::find(tx, home.program.0)?);
    let (channel, to_address) = crate::outbox::reach(owner.contact_by, owner.telephone.clone(), owner.email.clone());
    let language = owner.reading();
    let args = || Args::default().with("program", &program.name).maybe("phone", program.telephone.as_deref());
    let told = |language: Language| language.say("rights-told-answer", args());
    let body = match channel {
        NoticeChannel::Text => language.say("vacancy-text", args()),
        NoticeChannel::Phone => crate::outbox::to_say(language, &told(language)),
        NoticeChannel::Email | NoticeChannel::Letter => [
            language.say("notice-hello", Args::default().maybe("name", Some(owner.given_name()).filter(|name| !name.is_empty()))),
            told(language),
            program.name.clone(),
        ]
        .join("\n\n"),
    };
    let notice = Notice {
        program: program.key,
        referral: None,
        event: None,
        audience: Audience::Entrepreneur,
        channel,
        to_name: owner.name(),
        to_address,
        language: language.code().to_owned(),
        english: (language != Language::english()).then(|| told(Language::english())),
        subject: language.say("notice-subject", args()),
        body,
        link: None,
        person: Some(person),
    };
    outbox::write_notice(tx, &notice).map(drop)
}

/// Addresses and numbers of the requests that somebody is spoken to about, open ones first, then the newest: what a helper opens.
pub fn requests_of(conn: &Connection, person: i64, today: Day) -> Result<Vec<(ReferralId, i64)>> {
    let sql = "
        SELECT public_id, number
        FROM referral
        WHERE trainee_id = :person
           OR (trainee_id IS NULL
               AND business_id IN (SELECT value FROM json_each(:businesses)))
        ORDER BY ended_at IS NOT NULL, id DESC
        LIMIT 20";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! { ":person": person, ":businesses": referrals::spoken_for(conn, person, today)? };
    let found = statement.query_map(params, |row| Ok((row.get("public_id")?, row.get("number")?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
