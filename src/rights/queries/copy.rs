//! A copy of everything that names somebody: every table of theirs, each as a part with rows of text. Notes that a member of staff
//! keeps for themselves are not among it, and what somebody said about who they are is behind the wall and on a page of its own.

use super::looked::looked;
use crate::error::Result;
use crate::i18n::Language;
use crate::people::queries as people;
use crate::rights::{Part, Reader, words};
use crate::values::{Instant, Kind, SharedField, Vocabulary, Zone, codes};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, named_params};

/// The most rows of one part: more than anybody has.
const MOST: i64 = 20_000;

/// How a column becomes text.
#[derive(Clone, Copy)]
enum Cell {
    /// As it stands.
    Plain,
    /// An instant, as its day.
    Day,
    /// A kind of help.
    Kind,
    /// Fields of a yes, parted by commas.
    Fields,
    /// Cents as dollars.
    Money,
    /// A fact that was to be corrected.
    Fact,
    /// How that was answered.
    Answer,
    /// What a helper may do.
    Level,
    /// How a yes was given.
    Method,
}

use Cell::{Answer, Day, Fact, Fields, Kind as KindCell, Level, Method, Money, Plain};

/// A part that is one query: its name, its columns, its rows.
struct Table {
    name: &'static str,
    headers: &'static [&'static str],
    cells: &'static [Cell],
    sql: &'static str,
}

#[rustfmt::skip]
const TABLES: &[Table] = &[
    Table {
        name: "rights-part-requests",
        headers: &["rights-col-reference", "rights-col-kind", "rights-col-who", "rights-col-words", "rights-col-since", "rights-col-ended"],
        cells: &[Plain, KindCell, Plain, Plain, Day, Day],
        sql: "SELECT 'R-' || referral.number, referral.kind, partner.name, referral.need, referral.created_at, referral.ended_at
              FROM referral LEFT JOIN partner ON partner.id = referral.partner_id
              WHERE referral.id IN (SELECT id FROM request) ORDER BY referral.id LIMIT :most",
    },
    Table {
        name: "rights-part-told",
        headers: &["rights-col-day", "rights-col-reference", "rights-col-words"],
        cells: &[Day, Plain, Plain],
        sql: "SELECT referral_event.at, 'R-' || referral.number, referral_event.told
              FROM referral_event JOIN referral ON referral.id = referral_event.referral_id
              WHERE referral.id IN (SELECT id FROM request) AND referral_event.told IS NOT NULL ORDER BY referral_event.id LIMIT :most",
    },
    Table {
        name: "rights-part-notices",
        headers: &["rights-col-day", "rights-col-words"],
        cells: &[Day, Plain],
        sql: "SELECT outbox_message.created_at, outbox_message.body FROM outbox_message
              WHERE outbox_message.referral_id IN (SELECT id FROM request) AND audience = 'entrepreneur' AND stopped_at IS NULL
              ORDER BY outbox_message.id LIMIT :most",
    },
    Table {
        name: "rights-part-messages",
        headers: &["rights-col-day", "rights-col-reference", "rights-col-who", "rights-col-words"],
        cells: &[Day, Plain, Plain, Plain],
        sql: "SELECT message.at, 'R-' || referral.number,
                     CASE message.party WHEN 'advisor' THEN account.name WHEN 'partner' THEN partner.name ELSE '' END, message.body
              FROM message JOIN referral ON referral.id = message.referral_id
              LEFT JOIN account ON account.id = message.account_id LEFT JOIN partner ON partner.id = referral.partner_id
              WHERE referral.id IN (SELECT id FROM request) AND message.readers <> 'partner' ORDER BY message.id LIMIT :most",
    },
    Table {
        name: "rights-part-ratings",
        headers: &["rights-col-day", "rights-col-reference", "rights-col-words"],
        cells: &[Day, Plain, Plain],
        sql: "SELECT referral_event.at, 'R-' || referral.number,
                     (SELECT group_concat(key || ': ' || value, '; ') FROM json_each(referral_event.facts))
              FROM referral_event JOIN referral ON referral.id = referral_event.referral_id
              WHERE referral.id IN (SELECT id FROM request) AND referral_event.event = 'confirm' ORDER BY referral_event.id LIMIT :most",
    },
    Table {
        name: "rights-part-permissions",
        headers: &["rights-col-who", "rights-col-reference", "rights-col-fields", "rights-col-how", "rights-col-since", "rights-col-until", "rights-col-ended", "rights-col-words"],
        cells: &[Plain, Plain, Fields, Method, Day, Plain, Day, Plain],
        sql: "SELECT partner.name, 'R-' || referral.number, (SELECT group_concat(field) FROM consent_field WHERE consent_id = consent.id),
                     consent.method, consent.granted_at, consent.expires_on, consent.ended_at, consent.text_shown
              FROM consent JOIN referral ON referral.id = consent.referral_id JOIN partner ON partner.id = consent.partner_id
              WHERE referral.id IN (SELECT id FROM request) ORDER BY consent.id LIMIT :most",
    },
    Table {
        name: "rights-part-services",
        headers: &["rights-col-day", "rights-col-who", "rights-col-minutes", "rights-col-words"],
        cells: &[Plain, Plain, Plain, Plain],
        sql: "SELECT service.served_on, account.name, service.minutes, CASE WHEN service.note_level = 'team' THEN service.note END
              FROM service JOIN account ON account.id = service.account_id
              WHERE service.business_id IN (SELECT business_id FROM own) AND service.undone_at IS NULL ORDER BY service.id LIMIT :most",
    },
    Table {
        name: "rights-part-notes",
        headers: &["rights-col-day", "rights-col-who", "rights-col-words"],
        cells: &[Day, Plain, Plain],
        sql: "SELECT note.created_at, account.name, note.body
              FROM note JOIN account ON account.id = note.account_id
              WHERE note.business_id IN (SELECT business_id FROM own) AND note.level = 'team' AND note.undone_at IS NULL ORDER BY note.id LIMIT :most",
    },
    Table {
        name: "rights-part-promises",
        headers: &["rights-col-day", "rights-col-words"],
        cells: &[Plain, Plain],
        sql: "SELECT follow_up.due_on, follow_up.title FROM follow_up
              WHERE follow_up.business_id IN (SELECT business_id FROM own) AND follow_up.dropped_at IS NULL ORDER BY follow_up.id LIMIT :most",
    },
    Table {
        name: "rights-part-money",
        headers: &["rights-col-day", "rights-col-amount", "rights-col-words"],
        cells: &[Day, Money, Plain],
        sql: "SELECT deployment.created_at, coalesce(delivered, awarded, applied), deployment.note FROM deployment
              WHERE deployment.business_id IN (SELECT business_id FROM own) AND unit = 'cents' AND undone_at IS NULL ORDER BY id LIMIT :most",
    },
    Table {
        name: "rights-part-place",
        headers: &["rights-col-day", "rights-col-until", "rights-col-amount", "rights-col-words"],
        cells: &[Plain, Plain, Money, Plain],
        sql: "SELECT told_on, lease_ends_on, rent_cents, option_words FROM occupancy
              WHERE business_id IN (SELECT business_id FROM own) ORDER BY id LIMIT :most",
    },
    Table {
        name: "rights-part-corrections",
        headers: &["rights-col-day", "rights-col-what", "rights-col-old", "rights-col-new", "rights-col-answer", "rights-col-words"],
        cells: &[Day, Fact, Plain, Plain, Answer, Plain],
        sql: "SELECT asked_at, what, old_value, new_value, answer, words FROM correction_request WHERE person_id = :person ORDER BY id LIMIT :most",
    },
    Table {
        name: "rights-part-complaints",
        headers: &["rights-col-day", "rights-col-reference", "rights-col-words", "rights-col-answer"],
        cells: &[Day, Plain, Plain, Plain],
        sql: "SELECT asked_at, 'C-' || number, words, answer FROM complaint WHERE person_id = :person ORDER BY id LIMIT :most",
    },
    Table {
        name: "rights-part-helpers",
        headers: &["rights-col-who", "rights-col-what", "rights-col-since", "rights-col-until", "rights-col-ended"],
        cells: &[Plain, Level, Day, Plain, Day],
        sql: "SELECT coalesce(came_as, name), level, invited_at, until_on, ended_at FROM helper WHERE person_id = :person ORDER BY id LIMIT :most",
    },
];

/// Everything that names somebody.
pub fn copy(conn: &Connection, reader: &Reader, zone: &Zone) -> Result<Vec<Part>> {
    let mut parts = vec![you(conn, reader)?, businesses(conn, reader)?];
    // With a letter code, which any advisor of the program can give out, complaints stay out.
    for table in TABLES.iter().filter(|table| reader.is_mailed || table.name != "rights-part-complaints") {
        parts.push(Part { name: table.name, headers: table.headers, rows: rows(conn, reader, zone, table)? });
    }
    let language = reader.language;
    let looks = looked(conn, reader.person, reader.today, (0, MOST))?;
    parts.push(Part {
        name: "rights-looked-title",
        headers: &["rights-col-day", "rights-col-who", "rights-col-what"],
        rows: looks.iter().map(|one| vec![zone.day(one.at).to_string(), words::who(language, one), words::saw(language, one)]).collect(),
    });
    Ok(parts)
}

fn you(conn: &Connection, reader: &Reader) -> Result<Part> {
    let (owner, language) = (people::find_anyone(conn, reader.person)?, reader.language);
    let spoken = codes::find(codes::List::Languages, &owner.language).map(|code| code.label.clone());
    let reads = owner.reads.as_deref().and_then(Language::find).map(|reads| reads.name().to_owned());
    let rows = [
        ("rights-field-name", Some(format!("{} {}", owner.first_name, owner.last_name).trim().to_owned())),
        ("rights-field-telephone", owner.telephone),
        ("rights-field-email", owner.email),
        ("rights-field-language", reads.or(spoken)),
        ("rights-field-channel", owner.contact_by.map(|by| words::channel(language, by))),
    ];
    let rows = rows.into_iter().map(|(key, value)| vec![reader.say(key), value.unwrap_or_default()]).collect();
    Ok(Part { name: "rights-part-you", headers: &["rights-col-what", "rights-col-value"], rows })
}

fn businesses(conn: &Connection, reader: &Reader) -> Result<Part> {
    let all = people::own::businesses_of(conn, reader.person, reader.today)?;
    let rows = all
        .into_iter()
        .map(|one| {
            let workers = one.workers.map(|workers| workers.to_string()).unwrap_or_default();
            vec![one.name, one.product.unwrap_or_default(), one.address, workers, share(one.share_bp), one.program.1]
        })
        .collect();
    let headers = &[
        "rights-field-business",
        "rights-field-product",
        "rights-field-address",
        "rights-field-workers",
        "rights-field-ownership",
        "rights-col-program",
    ];
    Ok(Part { name: "rights-part-businesses", headers, rows })
}

/// "51 %", "33.33 %".
pub fn share(share_bp: Option<u32>) -> String {
    match share_bp {
        None => String::new(),
        Some(share) if share % 100 == 0 => format!("{} %", share / 100),
        Some(share) => format!("{}.{:02} %", share / 100, share % 100),
    }
}

fn rows(conn: &Connection, reader: &Reader, zone: &Zone, table: &Table) -> Result<Vec<Vec<String>>> {
    let sql = format!(
        "WITH own AS (
            SELECT business_id
            FROM ownership
            WHERE person_id = :person
              AND (to_on IS NULL OR to_on >= :today)
        ),
        request AS (
            SELECT id
            FROM referral
            WHERE trainee_id = :person
               OR (business_id IN (SELECT business_id FROM own) AND trainee_id IS NULL)
        )
        {}",
        table.sql
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":person": reader.person, ":today": reader.today, ":most": MOST };
    let found = statement.query_map(params, |row| {
        table.cells.iter().enumerate().map(|(place, cell)| text(row, place, *cell, reader.language, zone)).collect()
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn text(row: &Row<'_>, place: usize, cell: Cell, language: Language, zone: &Zone) -> rusqlite::Result<String> {
    if matches!(row.get_ref(place)?, ValueRef::Null) {
        return Ok(String::new());
    }
    Ok(match cell {
        Plain => match row.get_ref(place)? {
            ValueRef::Integer(number) => number.to_string(),
            _ => row.get(place)?,
        },
        Day => zone.day(row.get::<_, Instant>(place)?).to_string(),
        KindCell => crate::referrals::telling::need(language, row.get::<_, Kind>(place)?, false),
        Fields => {
            let codes: String = row.get(place)?;
            let fields: Vec<SharedField> =
                SharedField::ALL.iter().copied().filter(|field| codes.split(',').any(|code| code == field.code())).collect();
            crate::referrals::sharing::in_words(&fields, language)
        }
        Money => language.money(row.get(place)?),
        Fact => words::fact(language, row.get(place)?),
        Answer => words::answered(language, row.get(place)?),
        Level => words::level(language, row.get(place)?),
        Method => words::method(language, row.get(place)?, None),
    })
}
