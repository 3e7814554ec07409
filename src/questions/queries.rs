//! Questions and their answers in SQL. Found through the client, and the client through the viewer.

use super::naming::Record;
use super::{Asked, Question};
use crate::auth::Viewer;
use crate::auth::links::{self, Link, Target};
use crate::error::{Error, Result};
use crate::outbox::{Notice, queries as outbox};
use crate::partners::Contact;
use crate::people::Client;
use crate::store::{Object, Tx};
use crate::values::{Audience, Day, Kind, LinkKind, NoticeChannel, QuestionAnswer, Zone};
use rusqlite::{Connection, OptionalExtension, named_params};

/// What the record knows of a client that a question must not say.
pub fn record(conn: &Connection, client: &Client) -> Result<Record> {
    let sql = "
        SELECT DISTINCT person.first_name, person.last_name, person.telephone, person.email
        FROM person
        JOIN ownership ON ownership.person_id = person.id
        WHERE ownership.business_id = :business";
    let mut record = Record { businesses: vec![client.name.clone()], street: client.place.street.clone(), ..Record::default() };
    let legal: Option<String> =
        conn.query_row("SELECT legal_name FROM business WHERE id = :business", named_params! { ":business": client.key }, |row| {
            row.get(0)
        })?;
    record.businesses.extend(legal);
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":business": client.key })?;
    while let Some(row) = rows.next()? {
        record.people.extend([row.get::<_, String>("first_name")?, row.get("last_name")?].into_iter().filter(|name| !name.is_empty()));
        record.telephones.extend(row.get::<_, Option<String>>("telephone")?);
        record.emails.extend(row.get::<_, Option<String>>("email")?);
    }
    Ok(record)
}

/// Puts a question to some contacts: each gets a notice with a link of its own.
pub fn ask(tx: &Tx<'_>, viewer: &Viewer, client: &Client, kind: Kind, text: &str, contacts: &[Contact]) -> Result<()> {
    let sql = "
        INSERT INTO question (program_id, business_id, kind, text, asked_by, asked_at)
        VALUES (:program, :business, :kind, :text, :by, :at)";
    let params = named_params! {
        ":program": client.program, ":business": client.key, ":kind": kind, ":text": text, ":by": viewer.key, ":at": tx.at(),
    };
    tx.execute(sql, params)?;
    let question = tx.last_insert_rowid();
    let (program, phone): (String, Option<String>) =
        tx.query_row("SELECT name, telephone FROM program WHERE id = :program", named_params! { ":program": client.program }, |row| {
            Ok((row.get("name")?, row.get("telephone")?))
        })?;
    for contact in contacts {
        let link = links::issue(tx, LinkKind::Question, Target { contact: Some(contact.key), ..Target::default() })?;
        let sql = "
            INSERT INTO question_partner (question_id, partner_id, contact_id, link_id)
            VALUES (:question, :partner, :contact, :link)";
        tx.execute(sql, named_params! { ":question": question, ":partner": contact.partner, ":contact": contact.key, ":link": link })?;
        outbox::write_notice(tx, &notice(client.program, &program, phone.as_deref(), kind, contact, link))?;
    }
    tx.audit_with("question.asked", Object::new("question", question), &format!("partners={}", contacts.len()))
}

fn notice(program: i64, name: &str, phone: Option<&str>, kind: Kind, contact: &Contact, link: i64) -> Notice {
    let (channel, to_address) = match (&contact.email, &contact.telephone) {
        (Some(email), _) => (NoticeChannel::Email, Some(email.clone())),
        (None, Some(number)) => (NoticeChannel::Phone, Some(number.clone())),
        (None, None) => (NoticeChannel::Letter, None),
    };
    let questions = phone.map(|phone| format!("\n\nQuestions? Call {name} at {phone}.")).unwrap_or_default();
    Notice {
        program,
        referral: None,
        event: None,
        audience: Audience::Partner,
        channel,
        to_name: contact.name.clone(),
        to_address,
        language: "en".to_owned(),
        english: None,
        subject: format!("{name}: a question about {}", kind.in_a_sentence()),
        body: format!(
            "Hello {},\n\nWe have a short question about {}. It names nobody, and is no request yet. Yes, no or maybe: it takes half a minute.\n\nAnswer here: {{link}}\nThe link works for 14 days and needs no account.{questions}\n\n{name}",
            contact.name,
            kind.in_a_sentence()
        ),
        link: Some(link),
        person: None,
    }
}

/// What the page behind a link shows: the program, the kind, the words.
pub struct Open {
    /// Row key of the partner that was asked.
    pub key: i64,
    /// Name of the program.
    pub program: String,
    /// What kind of help.
    pub kind: Kind,
    /// The words.
    pub text: String,
}

/// The question that a link opens.
pub fn find_by_link(conn: &Connection, link: &Link) -> Result<Open> {
    let sql = "
        SELECT question_partner.id, program.name, question.kind, question.text
        FROM question_partner
        JOIN question ON question.id = question_partner.question_id
        JOIN program ON program.id = question.program_id
        WHERE question_partner.link_id = :link";
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Open { key: row.get("id")?, program: row.get("name")?, kind: row.get("kind")?, text: row.get("text")? })
    };
    conn.prepare_cached(sql)?.query_row(named_params! { ":link": link.key }, read).optional()?.ok_or(Error::NotFound)
}

/// What a partner says.
pub struct Said {
    /// Yes, no or maybe.
    pub answer: QuestionAnswer,
    /// In its own words.
    pub sentence: Option<String>,
    /// From when on.
    pub on: Option<Day>,
    /// Who says so.
    pub name: String,
}

/// Writes the answer down and uses the link up.
pub fn answer(tx: &Tx<'_>, link: &Link, said: &Said) -> Result<()> {
    let open = find_by_link(tx, link)?;
    links::use_up(tx, link)?;
    outbox::note_went_out(tx, link.key)?;
    let sql = "
        UPDATE question_partner
        SET answer = :answer, sentence = :sentence, answer_on = :on, said_by = :name, answered_at = :at
        WHERE id = :key";
    let params = named_params! {
        ":answer": said.answer, ":sentence": said.sentence, ":on": said.on, ":name": said.name, ":at": tx.at(), ":key": open.key,
    };
    tx.execute(sql, params)?;
    tx.audit("question.answered", Object::new("question_partner", open.key))
}

/// The questions asked for a client, newest first.
pub fn of_client(conn: &Connection, business: i64, program: i64, zone: &Zone, limit: i64) -> Result<Vec<Question>> {
    let sql = "
        SELECT id, kind, text, asked_at
        FROM question
        WHERE business_id = :business
          AND program_id = :program
        ORDER BY id DESC
        LIMIT :limit";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":business": business, ":program": program, ":limit": limit }, |row| {
        let question = Question { kind: row.get("kind")?, text: row.get("text")?, on: zone.day(row.get("asked_at")?), asked: Vec::new() };
        Ok((row.get::<_, i64>("id")?, question))
    })?;
    rows.map(|row| {
        let (key, question) = row?;
        Ok(Question { asked: asked(conn, key)?, ..question })
    })
    .collect()
}

fn asked(conn: &Connection, question: i64) -> Result<Vec<Asked>> {
    let sql = "
        SELECT question_partner.id, partner.name AS partner, partner_contact.public_id AS contact, answer, sentence, answer_on, said_by
        FROM question_partner
        JOIN partner ON partner.id = question_partner.partner_id
        JOIN partner_contact ON partner_contact.id = question_partner.contact_id
        WHERE question_id = :question
        ORDER BY partner.name COLLATE NOCASE";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":question": question }, |row| {
        Ok(Asked {
            key: row.get("id")?,
            partner: row.get("partner")?,
            contact: row.get("contact")?,
            answer: row.get("answer")?,
            sentence: row.get("sentence")?,
            answer_on: row.get("answer_on")?,
            said_by: row.get("said_by")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An answer of today or yesterday to a question of the viewer: client, partner, answer, address of the client.
pub fn answers_for(
    conn: &Connection,
    viewer: &Viewer,
    since: crate::values::Instant,
) -> Result<Vec<(String, String, QuestionAnswer, String)>> {
    let sql = "
        SELECT business.name AS client, partner.name AS partner, question_partner.answer, business.public_id
        FROM question_partner
        JOIN question ON question.id = question_partner.question_id
        JOIN business ON business.id = question.business_id
        JOIN partner ON partner.id = question_partner.partner_id
        WHERE question.asked_by = :viewer
          AND question_partner.answered_at >= :since
          AND question.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
        ORDER BY question_partner.answered_at
        LIMIT 20";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":since": since }, |row| {
        Ok((row.get("client")?, row.get("partner")?, row.get("answer")?, row.get("public_id")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
