//! A copy of everything that names somebody: every table of theirs, each as a part with rows of text, and a last part with whatever no
//! other shows, as the files hold it. Notes that a member of staff keeps for themselves are not among it, and what somebody said about
//! who they are is behind the wall and on a page of its own.
//!
//! The rule about whose it is stands in [`crate::rights`]; `others` holds it.

pub mod kept;
mod others;
pub mod tables;

use super::looked::looked;
use crate::auth::helpers;
use crate::error::Result;
use crate::i18n::{Args, Language};
use crate::outcomes::measure::Measure;
use crate::people::queries as people;
use crate::rights::{Part, Reader, words};
use crate::values::{HelperDid, Instant, Kind, SharedField, Unit, Vocabulary, Zone, codes};
use others::Others;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, named_params};
use tables::{Cell, TABLES, Table};

/// The most rows of one part: more than anybody has.
const MOST: i64 = 20_000;

/// Everything that names somebody.
pub fn copy(conn: &Connection, reader: &Reader, zone: &Zone) -> Result<Vec<Part>> {
    let others = Others::of(conn, reader.person, reader.today)?;
    let mut parts = vec![you(conn, reader)?, businesses(conn, reader)?];
    // With a letter code, which any advisor of the program can give out, complaints stay out.
    for table in TABLES.iter().filter(|table| reader.is_mailed || table.name != "rights-part-complaints") {
        parts.push(part(conn, reader, zone, table, &others)?);
    }
    let language = reader.language;
    let looks = looked(conn, reader.person, reader.today, (0, MOST))?;
    parts.push(Part {
        name: "rights-looked-title",
        headers: &["rights-col-day", "rights-col-who", "rights-col-what"],
        rows: looks.iter().map(|one| vec![zone.day(one.at).to_string(), words::who(language, one), words::saw(language, one)]).collect(),
        ..Part::default()
    });
    parts.push(kept::part(conn, reader, zone, &others)?);
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
    Ok(Part { name: "rights-part-you", headers: &["rights-col-what", "rights-col-value"], rows, ..Part::default() })
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
    Ok(Part { name: "rights-part-businesses", headers, rows, ..Part::default() })
}

/// "51 %", "33.33 %".
pub fn share(share_bp: Option<u32>) -> String {
    match share_bp {
        None => String::new(),
        Some(share) if share % 100 == 0 => format!("{} %", share / 100),
        Some(share) => format!("{}.{:02} %", share / 100, share % 100),
    }
}

/// What is theirs, for every query of the copy: businesses they own now, and requests that are about those or about them as a trainee.
const THEIRS: &str = "
    WITH own AS (
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
    )";

/// Rows with the business each is about, and how many were left out.
type Theirs<T> = (Vec<(Option<i64>, T)>, usize);

/// Reads rows of a query that begins with the business it is about and who wrote it; what is another person's is left out and counted.
fn theirs<T>(
    conn: &Connection,
    reader: &Reader,
    others: &Others,
    sql: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Theirs<T>> {
    let mut statement = conn.prepare(&format!("{THEIRS}\n{sql}"))?;
    let mut rows = statement.query(named_params! { ":person": reader.person, ":today": reader.today, ":most": MOST })?;
    let (mut found, mut withheld) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        let (business, writer): (Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?);
        if others.wrote(business, writer) {
            withheld += 1;
        } else {
            found.push((business, read(row)?));
        }
    }
    Ok((found, withheld))
}

fn part(conn: &Connection, reader: &Reader, zone: &Zone, table: &Table, others: &Others) -> Result<Part> {
    let (found, mut withheld) = theirs(conn, reader, others, table.sql, |row| {
        table
            .cells
            .iter()
            .enumerate()
            .map(|(place, cell)| text(row, place + 2, *cell, reader.language, zone))
            .collect::<rusqlite::Result<_>>()
    })?;
    let (mut rows, mut tongues) = (Vec::<Vec<String>>::with_capacity(found.len()), Vec::new());
    for (business, row) in found {
        let mut row: Vec<String> = row;
        for (cell, text) in table.cells.iter().zip(&mut row) {
            if *cell == Cell::Words && others.are_named_in(business, text) {
                *text = reader.say("rights-withheld-words");
                withheld += 1;
            }
        }
        if table.cells.last() == Some(&Cell::Tongue) {
            tongues.push(row.pop().and_then(|tag| Language::find(&tag)));
        }
        rows.push(row);
    }
    Ok(Part { name: table.name, headers: table.headers, rows, withheld, tongues })
}

fn text(row: &Row<'_>, place: usize, cell: Cell, language: Language, zone: &Zone) -> rusqlite::Result<String> {
    if matches!(row.get_ref(place)?, ValueRef::Null) {
        return Ok(String::new());
    }
    Ok(match cell {
        Cell::Plain | Cell::Words | Cell::Tongue => match row.get_ref(place)? {
            ValueRef::Integer(number) => number.to_string(),
            _ => row.get(place)?,
        },
        Cell::Day => zone.day(row.get::<_, Instant>(place)?).to_string(),
        Cell::Kind => crate::referrals::telling::need(language, row.get::<_, Kind>(place)?, false),
        Cell::Fields => {
            let codes: String = row.get(place)?;
            let fields: Vec<SharedField> =
                SharedField::ALL.iter().copied().filter(|field| codes.split(',').any(|code| code == field.code())).collect();
            crate::referrals::sharing::in_words(&fields, language)
        }
        Cell::Money => language.money(row.get(place)?),
        Cell::Amount => {
            let written: String = row.get(place)?;
            amount(&written, language).unwrap_or(written)
        }
        Cell::Outcome => crate::outcomes::name_in(language, &row.get::<_, String>(place)?),
        Cell::Counted => {
            let written: String = row.get(place)?;
            counted(&written, language).unwrap_or(written)
        }
        Cell::Resource => words::resource(language, row.get(place)?),
        Cell::Fact => words::fact(language, row.get(place)?),
        Cell::Answer => words::answered(language, row.get(place)?),
        Cell::Guarantee => words::guarantee(language, row.get(place)?),
        Cell::Level => words::level(language, row.get(place)?),
        Cell::Method => words::method(language, row.get(place)?, None),
        Cell::Did => helpers::did(language, row.get::<_, HelperDid>(place)?),
    })
}

/// "120 minutes" out of "120 minutes" as the query writes it: the number, then the code of its unit.
fn amount(written: &str, language: Language) -> Option<String> {
    let (number, unit) = written.split_once(' ')?;
    let (number, unit): (i64, Unit) = (number.parse().ok()?, Unit::parse(unit).ok()?);
    let key = match unit {
        Unit::Cents => return Some(language.money(number)),
        Unit::Minutes => "rights-amount-minutes",
        Unit::SquareFeet => "rights-amount-square-feet",
        Unit::LabMinutes => "rights-amount-lab-minutes",
    };
    Some(language.say(key, Args::default().with("number", language.number(number))))
}

/// "People: 8" out of `8 jobs_created` as the query writes it: the number, then the kind of outcome.
fn counted(written: &str, language: Language) -> Option<String> {
    let (number, kind) = written.split_once(' ')?;
    Some(Measure::of(kind).unit?.in_language(language, number.parse().ok()?))
}
