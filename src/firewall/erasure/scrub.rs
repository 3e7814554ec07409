//! What is emptied when somebody is deleted, column by column. A test holds the two lists against every personal column of the schema.

use super::known::Known;
use crate::error::Result;
use crate::store::Tx;
use rusqlite::{named_params, params};
use serde_json::Value;

/// What stands where something must stand.
const GONE: &str = "(deleted)";

/// How a column is emptied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// To nothing.
    Null,
    /// To the word above.
    Word,
    /// A JSON object of facts: words go, codes, dates and numbers stay, so that what happened still counts.
    Facts,
}

use How::{Facts, Null, Word};

/// A table, the rows of it that belong to a business (`:business`), and the columns that hold words about its people.
struct Place {
    table: &'static str,
    rows: &'static str,
    columns: &'static [(&'static str, How)],
}

const fn place(table: &'static str, rows: &'static str, columns: &'static [(&'static str, How)]) -> Place {
    Place { table, rows, columns }
}

const OF_REFERRAL: &str = "referral_id IN (SELECT id FROM referral WHERE business_id = :business)";
const OF_BUSINESS: &str = "business_id = :business";
const OF_FILES: &str = "(service_id IN (SELECT id FROM service WHERE business_id = :business)
    OR outcome_id IN (SELECT id FROM outcome WHERE business_id = :business)
    OR deployment_id IN (SELECT id FROM deployment WHERE business_id = :business))";
const OF_STORY: &str = "story_id IN (SELECT id FROM story WHERE business_id = :business)";
const OF_OUTCOME: &str = "outcome_id IN (SELECT id FROM outcome WHERE business_id = :business)";

#[rustfmt::skip]
const PLACES: &[Place] = &[
    place("business", "id = :business", &[("name", Word), ("name_folded", Word), ("legal_name", Null), ("product", Null), ("legal_form_typed", Null), ("street", Null)]),
    place("service", OF_BUSINESS, &[("note", Null), ("note_until_why", Null), ("reportable_why", Null), ("caller_name", Null), ("caller_telephone", Null), ("advisor_typed", Null)]),
    place("note", OF_BUSINESS, &[("body", Word), ("until_why", Null)]),
    place("note_text", "note_id IN (SELECT id FROM note WHERE business_id = :business)", &[("body", Word)]),
    place("follow_up", OF_BUSINESS, &[("title", Word)]),
    place("referral", OF_BUSINESS, &[("need", Word)]),
    place("referral_event", OF_REFERRAL, &[("facts", Facts), ("told", Word), ("asserted_name", Null)]),
    place("referral_need", OF_REFERRAL, &[("value", Facts)]),
    place("referral_secret", OF_REFERRAL, &[("words", Word)]),
    place("non_disclosure", OF_BUSINESS, &[("by_client", Word), ("by_partner", Word), ("document", Word)]),
    place("secret_opening", OF_REFERRAL, &[("asserted_name", Word)]),
    place("consent", OF_REFERRAL, &[("text_shown", Word), ("english", Null)]),
    place("allocation", "need_id IN (SELECT id FROM space_need WHERE business_id = :business)", &[("reason", Word)]),
    place("space_need", OF_BUSINESS, &[("use_words", Null), ("note", Null), ("areas_wanted", Null), ("zoning_wanted", Null), ("use_group", Null), ("worker_zips", Null)]),
    place("message", OF_REFERRAL, &[("body", Word), ("asserted_name", Null), ("settled_why", Null)]),
    place("inbound", OF_REFERRAL, &[("asserted_name", Null), ("person_name", Word), ("telephone", Word), ("business_name", Null), ("need", Word), ("closed_why", Null)]),
    place("question", OF_BUSINESS, &[("text", Word)]),
    place("question_partner", "question_id IN (SELECT id FROM question WHERE business_id = :business)", &[("sentence", Null), ("said_by", Null)]),
    place("partner_task", OF_REFERRAL, &[("name", Null), ("email", Null), ("telephone", Null)]),
    place("outbox_message", OF_REFERRAL, &[("to_name", Word), ("to_address", Null), ("subject", Word), ("body", Word), ("english", Null)]),
    place("deployment", OF_BUSINESS, &[("note", Null)]),
    place("job_position", "snapshot_id IN (SELECT id FROM job_snapshot WHERE business_id = :business)", &[("title", Word)]),
    place("attachment", OF_FILES, &[("name", Word)]),
    place("certification", OF_BUSINESS, &[("named", Null), ("agency", Word), ("number", Null), ("standard", Null)]),
    place("commitment", OF_BUSINESS, &[("what", Word)]),
    place("commitment_check", "commitment_id IN (SELECT id FROM commitment WHERE business_id = :business)", &[("words", Null)]),
    place("intake", "enrollment_id IN (SELECT id FROM enrollment WHERE business_id = :business)", &[("media_words", Null)]),
    place("outcome", OF_BUSINESS, &[("words", Null), ("undone_why", Null)]),
    place("outcome_answer", OF_OUTCOME, &[("words", Null)]),
    place("outcome_evidence", OF_OUTCOME, &[("words", Null)]),
    place("indicator", OF_BUSINESS, &[("words", Null)]),
    place("indicator_comment", OF_BUSINESS, &[("words", Null)]),
    place("story", OF_BUSINESS, &[("title", Word), ("words", Word), ("described", Null)]),
    place("story_step", OF_STORY, &[("words", Null)]),
    place("story_consent", OF_STORY, &[("title", Word), ("words", Word), ("named", Word), ("text_hash", Word), ("text_shown", Word), ("english", Null)]),
    place("occupancy", OF_BUSINESS, &[("option_words", Null), ("rezoning_source", Null), ("competing_words", Null)]),
];

/// What hangs on no business: notices without a referral, cells of an imported file as they were typed, callers who are no clients yet. A
/// row goes where it can mean nobody else.
#[rustfmt::skip]
const BY_WORDS: &[Place] = &[
    place("outbox_message", "referral_id IS NULL AND audience = 'entrepreneur'", &[("to_name", Word), ("to_address", Null), ("body", Word), ("english", Null)]),
    place("import_question", "1", &[("typed", Word)]),
    place("service", "business_id IS NULL", &[("caller_name", Word), ("caller_telephone", Null), ("note", Null)]),
    place("indicator_comment", "business_id IS NULL", &[("words", Null)]),
    place("inbound", "referral_id IS NULL", &[("person_name", Word), ("telephone", Word), ("business_name", Null), ("need", Word)]),
];

/// Columns that are emptied by rows of their own, outside of [`PLACES`].
const OTHERS: &[(&str, &str)] = &[
    ("person", "first_name"),
    ("person", "last_name"),
    ("person", "telephone"),
    ("person", "telephone_digits"),
    ("person", "email"),
    ("person", "reads"),
    ("person", "language"),
    ("person", "contact_by"),
    ("person", "self_id_asked_on"),
    ("person", "self_id_answered_on"),
    ("attachment_content", "bytes"),
    ("location", "latitude_e6"),
    ("location", "longitude_e6"),
    ("outbox_message", "channel"),
    ("import_question", "typed"),
    ("glass", "reason"),
    ("glass", "refused_why"),
    ("legal_hold", "reason"),
    ("legal_hold", "lifted_why"),
    ("erasure_request", "held_reason"),
    ("client_word", "body"),
    ("correction_request", "old_value"),
    ("correction_request", "new_value"),
    ("correction_request", "words"),
    ("complaint", "words"),
    ("complaint", "answer"),
    ("helper", "name"),
    ("helper", "came_as"),
];

/// Personal columns that stay, and why: they hold codes, days, numbers and flags that past totals are made of, or the names of others.
#[rustfmt::skip]
pub const KEPT: &[(&str, &[&str], &str)] = &[
    ("account", &["email", "name", "telephone", "away_until_on"], "staff, not clients"),
    ("business", &["naics", "stage", "started_on", "legal_form", "city", "state", "postal_code", "county", "county_fips", "metro", "neighborhood", "is_cooperative"], "places and classes that totals are made of"),
    ("ownership", &["share_bp", "is_contact", "from_on", "to_on"], "shares and days, of an empty row"),
    ("enrollment", &["from_on", "to_on"], "days"),
    ("intake", &["signed_on", "may_survey", "in_business", "seeking", "media"], "codes and days"),
    ("job_snapshot", &["on_day", "workers", "basis"], "counts"),
    ("job_position", &["heads", "term", "weekly_minutes", "season_weeks", "wage_cents", "has_health", "has_leave", "has_retirement", "degree", "advertised"], "numbers, codes and flags"),
    ("service", &["served_on", "kind", "channel", "minutes", "session_type", "topic", "prepare_minutes", "travel_minutes", "others_present", "is_reportable"], "counts"),
    ("service_topic", &["topic"], "codes"),
    ("service_language", &["language"], "codes"),
    ("training_person", &["sessions"], "numbers; the row of the person is empty"),
    ("attempt", &["tried_on", "kind", "channel", "outcome", "prepare_minutes", "travel_minutes"], "codes, numbers and days"),
    ("follow_up", &["due_on"], "days"),
    ("partner_contact", &["name", "email", "telephone"], "people at partners, not clients"),
    ("partner_account", &["contact_id", "last_used_at"], "people at partners, not clients"),
    ("referral", &["kind", "urgency", "status", "stage", "reason_code", "outcome_code", "due_on", "trainee_id"], "codes and days; the row of a trainee is empty"),
    ("referral_event", &["event", "from_status", "to_status", "stage", "reason_code", "outcome_code"], "codes"),
    ("non_disclosure", &["signed_on", "until_on"], "days"),
    ("consent", &["method", "by_name", "expires_on", "language"], "codes and days"),
    ("consent_field", &["field"], "codes"),
    ("site_referral", &["able_cents"], "numbers"),
    ("allocation", &["candidates"], "ids of needs"),
    ("message", &["party", "readers", "called"], "codes"),
    ("inbound", &["kind", "told_on"], "codes and days"),
    ("question", &["kind"], "codes"),
    ("question_partner", &["answer", "answer_on"], "codes and days"),
    ("outbox_message", &["language"], "a code"),
    ("deployment", &["kind", "unit", "applied", "awarded", "delivered", "applied_on", "awarded_on", "delivered_on", "refused_on", "match_cents", "deposit_cents", "fees_cents", "guarantee", "guarantee_cents"], "amounts, codes and days"),
    ("body_member", &["name"], "people on a board, not clients: their own page and the manager of the program remove the name"),
    ("member_statement", &["words"], "their own public words, which they take back on their own page"),
    ("body_recusal", &["why"], "people on a board, not clients"),
    ("certification", &["code", "from_on", "until_on", "basis"], "codes and days"),
    ("commitment", &["amount", "due_on"], "numbers and days"),
    ("commitment_check", &["check_on", "answer", "amount"], "codes, numbers and days"),
    ("outcome", &["kind", "happened_on", "amount_before", "amount_after", "evidence"], "codes, amounts and days"),
    ("outcome_answer", &["answer", "amount", "helped"], "codes and amounts"),
    ("outcome_evidence", &["level", "seen_on"], "codes and days"),
    ("indicator_rank", &["place"], "numbers"),
    ("story", &["named_as", "language"], "codes"),
    ("story_consent", &["language", "for_public", "for_reports", "for_export", "asked_in", "expires_on"], "codes, flags and days"),
    ("location", &["since_on"], "days"),
    ("occupancy", &["tenure", "lease_ends_on", "rent_cents", "rent_step_bp", "lease_option", "notice", "notice_on", "has_rezoning", "has_building_sale", "has_competing_use", "told_on"], "codes, numbers and days of the place"),
    ("import_run", &["actor"], "staff, not clients"),
    ("erasure_request", &["asked_at", "taken_back_at"], "days"),
    ("own_device", &["way"], "a code, of a device that opens nothing any more"),
    ("client_word", &["kind", "due_on"], "codes and days"),
    ("notice_told", &["told_at", "settled_at"], "days"),
    ("look", &["role", "part"], "codes"),
    ("correction_request", &["what", "answer"], "codes"),
    ("helper", &["level", "until_on", "came_at", "ended_at"], "codes and days"),
    ("helper_deed", &["what"], "codes"),
];

/// Every column that is emptied: table and column.
pub fn emptied() -> impl Iterator<Item = (&'static str, &'static str)> {
    let places = PLACES.iter().flat_map(|place| place.columns.iter().map(|(column, _)| (place.table, *column)));
    places.chain(OTHERS.iter().copied())
}

/// What somebody is known by.
fn known(tx: &Tx<'_>, person: i64) -> Result<Known> {
    let sql = "SELECT first_name, last_name, coalesce(telephone, '') AS telephone, coalesce(telephone_digits, '') AS digits, coalesce(email, '') AS email FROM person WHERE id = ?1";
    let [first, last, telephone, digits, email]: [String; 5] = tx.query_row(sql, [person], |row| {
        Ok([row.get("first_name")?, row.get("last_name")?, row.get("telephone")?, row.get("digits")?, row.get("email")?])
    })?;
    Ok(Known::new(&first, &last, &[&telephone, &digits, &email]))
}

/// Empties everything about a person. A business that nobody else owns is emptied with them; of one that somebody else owns too, only
/// words that name this person go. Gives back the businesses.
pub(super) fn empty(tx: &Tx<'_>, person: i64) -> Result<Vec<i64>> {
    let known = known(tx, person)?;
    let sql = "
        SELECT business_id FROM ownership WHERE person_id = :person
        UNION
        SELECT business_id FROM referral WHERE trainee_id = :person";
    let mut statement = tx.prepare(sql)?;
    let businesses = statement.query_map(named_params! { ":person": person }, |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    for business in &businesses {
        let sql = "
            SELECT EXISTS (
                SELECT 1 FROM ownership
                WHERE business_id = :business AND person_id NOT IN (SELECT person_id FROM erasure))";
        let is_shared: bool = tx.query_row(sql, named_params! { ":business": business }, |row| row.get(0))?;
        for place in PLACES {
            empty_place(tx, place, *business, is_shared.then_some(&known))?;
        }
        if !is_shared {
            blur(tx, *business)?;
            burn(tx, *business)?;
        }
    }
    empty_words(tx, person, &known)?;
    let sql = "
        UPDATE person
        SET first_name = '', last_name = '', telephone = NULL, telephone_digits = NULL, email = NULL, language = 'en', reads = NULL,
            contact_by = NULL, self_id_asked_on = NULL, self_id_answered_on = NULL, version = version + 1
        WHERE id = :person";
    tx.execute(sql, named_params! { ":person": person })?;
    Ok(businesses)
}

/// Where the business was, to about a hundred meters: enough for the zone it counts in.
fn blur(tx: &Tx<'_>, business: i64) -> Result<()> {
    let sql = "
        UPDATE location
        SET latitude_e6 = (latitude_e6 / 1000) * 1000, longitude_e6 = (longitude_e6 / 1000) * 1000
        WHERE business_id = ?1 AND latitude_e6 IS NOT NULL";
    tx.execute(sql, [business])?;
    Ok(())
}

/// The files of a business go with it: nobody can say of whom they speak.
fn burn(tx: &Tx<'_>, business: i64) -> Result<()> {
    let sql = format!("DELETE FROM attachment_content WHERE attachment_id IN (SELECT id FROM attachment WHERE {OF_FILES})");
    tx.execute(&sql, named_params! { ":business": business })?;
    let sql = format!("UPDATE attachment SET undone_at = :at, version = version + 1 WHERE undone_at IS NULL AND {OF_FILES}");
    tx.execute(&sql, named_params! { ":at": tx.at(), ":business": business })?;
    Ok(())
}

/// What is tied to the person and not to a business.
fn empty_words(tx: &Tx<'_>, person: i64, known: &Known) -> Result<()> {
    for sql in [
        "UPDATE glass SET reason = :gone, refused_why = CASE WHEN refused_why IS NULL THEN NULL ELSE :gone END WHERE person_id = :person",
        "UPDATE legal_hold SET reason = :gone, lifted_why = CASE WHEN lifted_why IS NULL THEN NULL ELSE :gone END WHERE person_id = :person",
        "UPDATE client_word SET body = NULL WHERE person_id = :person AND :gone <> ''",
        "UPDATE correction_request SET old_value = :gone, new_value = :gone, words = NULL WHERE person_id = :person",
        "UPDATE complaint SET words = :gone, answer = CASE WHEN answer IS NULL THEN NULL ELSE :gone END WHERE person_id = :person",
        // What they said in the talk about indicators is theirs, also where somebody else owns the business too.
        "UPDATE indicator SET words = NULL, is_named = 0 WHERE person_id = :person AND :gone <> ''",
        "UPDATE indicator_comment SET words = NULL, is_named = 0 WHERE person_id = :person AND :gone <> ''",
        "UPDATE helper SET name = :gone, came_as = NULL WHERE person_id = :person",
        // Whom it was sent to is on the row: no name has to be found in it.
        "UPDATE outbox_message SET to_name = :gone, to_address = NULL, subject = :gone, body = :gone, english = NULL WHERE person_id = :person AND referral_id IS NULL",
        "UPDATE erasure_request SET held_reason = CASE WHEN held_reason IS NULL THEN NULL ELSE :gone END WHERE person_id = :person",
    ] {
        tx.execute(sql, named_params! { ":gone": GONE, ":person": person })?;
    }
    for Place { table, rows, columns } in BY_WORDS {
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let sql = format!("SELECT id, {} FROM {table} WHERE {rows}", names.join(", "));
        let mut statement = tx.prepare(&sql)?;
        let mut found = statement.query([])?;
        let mut hit = Vec::new();
        while let Some(row) = found.next()? {
            let texts = (1..=names.len()).map(|place| row.get::<_, Option<String>>(place)).collect::<rusqlite::Result<Vec<_>>>()?;
            if texts.iter().flatten().any(|text| known.is_surely_in(text)) {
                hit.push(row.get::<_, i64>(0)?);
            }
        }
        for (id, (column, how)) in hit.iter().flat_map(|id| columns.iter().map(move |column| (*id, *column))) {
            let gone = (how == Word).then_some(GONE);
            tx.execute(&format!("UPDATE {table} SET {column} = ?1 WHERE id = ?2 AND {column} IS NOT NULL"), params![gone, id])?;
        }
    }
    Ok(())
}

/// Empties the columns of a place: all of them, or where somebody else is meant too, only what names this person.
fn empty_place(tx: &Tx<'_>, place: &Place, business: i64, only: Option<&Known>) -> Result<()> {
    for (column, how) in place.columns {
        let sql = format!("SELECT id, {column} FROM {} WHERE {} AND {column} IS NOT NULL", place.table, place.rows);
        let mut statement = tx.prepare_cached(&sql)?;
        let rows =
            statement.query_map(named_params! { ":business": business }, |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        let update = format!("UPDATE {} SET {column} = ?1 WHERE id = ?2", place.table);
        for (id, text) in rows {
            let fresh = match (how, only) {
                (Facts, _) => Some(without_words(&text, only)),
                (_, Some(known)) if !known.is_in(&text) => continue,
                (Null, _) => None,
                (Word, _) => Some(GONE.to_owned()),
            };
            if fresh.as_ref() != Some(&text) {
                tx.prepare_cached(&update)?.execute(params![fresh, id])?;
            }
        }
    }
    Ok(())
}

/// Facts that are words by nature, however short.
const WORDS: &[&str] = &[
    "need",
    "shared_note",
    "reason_text",
    "alternative",
    "question",
    "answer",
    "what_changed",
    "comment",
    "attempts",
    "override_reason",
    "responsible_person",
    "acknowledged_by",
    "service",
];
/// Facts with blanks in them that are no words about anybody.
const COUNTS: &[&str] = &["duplicate_check", "due_dates", "calls_logged", "reminders_sent"];

/// A text of facts without its words. What is no JSON object is one fact.
fn without_words(text: &str, only: Option<&Known>) -> String {
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(facts)) => {
            let emptied = facts.into_iter().map(|(name, value)| {
                let value = match value {
                    Value::String(words) => Value::String(without_a_word(&name, words, only)),
                    other => other,
                };
                (name, value)
            });
            Value::Object(emptied.collect()).to_string()
        }
        _ => without_a_word("", text.to_owned(), only),
    }
}

fn without_a_word(name: &str, text: String, only: Option<&Known>) -> String {
    if text.starts_with('{') {
        return without_words(&text, only);
    }
    let is_words = WORDS.contains(&name) || (text.contains(char::is_whitespace) && !COUNTS.contains(&name));
    let goes = only.map_or(is_words, |known| known.is_in(&text));
    if goes { GONE.to_owned() } else { text }
}
