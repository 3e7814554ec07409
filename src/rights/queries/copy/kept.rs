//! The last part of a copy: every other column about somebody, by the name it has in the files, so that a copy is whole by the list of
//! columns and not by anybody's memory. A test holds the lists here and in `tables` against the schema.

use super::others::Others;
use super::tables::{Columns, SHOWN_FIRST, TABLES};
use super::theirs;
use crate::error::Result;
use crate::rights::{Part, Reader};
use crate::values::{Instant, Zone};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

/// Columns of one table, and which rows are theirs.
struct Kept {
    table: &'static str,
    columns: &'static [&'static str],
    /// The business a row is about.
    business: &'static str,
    /// Who wrote it, where an owner did.
    writer: &'static str,
    rows: &'static str,
}

const fn kept(table: &'static str, columns: &'static [&'static str], business: &'static str, rows: &'static str) -> Kept {
    Kept { table, columns, business, writer: "NULL", rows }
}

const NONE: &str = "NULL";
const BUSINESS: &str = "business_id";
const OWN: &str = "business_id IN (SELECT business_id FROM own)";
const OF_REQUEST: &str = "(SELECT referral.business_id FROM referral WHERE referral.id = referral_id)";
const REQUEST: &str = "referral_id IN (SELECT id FROM request)";
const PERSON: &str = "person_id = :person";
const OF_SERVICE: &str = "(SELECT service.business_id FROM service WHERE service.id = service_id)";
const SERVED: &str = "service_id IN (SELECT service.id FROM service WHERE service.business_id IN (SELECT business_id FROM own) AND service.undone_at IS NULL)";
const OF_ENROLLMENT: &str = "(SELECT enrollment.business_id FROM enrollment WHERE enrollment.id = enrollment_id)";
const ENROLLED: &str =
    "enrollment_id IN (SELECT enrollment.id FROM enrollment WHERE enrollment.business_id IN (SELECT business_id FROM own))";
const OF_COUNT: &str = "(SELECT job_snapshot.business_id FROM job_snapshot WHERE job_snapshot.id = snapshot_id)";
const COUNTED: &str = "snapshot_id IN (SELECT job_snapshot.id FROM job_snapshot WHERE job_snapshot.business_id IN (SELECT business_id FROM own) AND job_snapshot.undone_at IS NULL)";
const OF_ATTACHMENT: &str = "coalesce((SELECT service.business_id FROM service WHERE service.id = service_id), (SELECT outcome.business_id FROM outcome WHERE outcome.id = outcome_id), (SELECT deployment.business_id FROM deployment WHERE deployment.id = deployment_id))";
const ATTACHED: &str = "undone_at IS NULL AND coalesce((SELECT service.business_id FROM service WHERE service.id = service_id), (SELECT outcome.business_id FROM outcome WHERE outcome.id = outcome_id), (SELECT deployment.business_id FROM deployment WHERE deployment.id = deployment_id)) IN (SELECT business_id FROM own)";
const OF_COMMITMENT: &str = "(SELECT commitment.business_id FROM commitment WHERE commitment.id = commitment_id)";
const PROMISED: &str = "commitment_id IN (SELECT commitment.id FROM commitment WHERE commitment.business_id IN (SELECT business_id FROM own) AND commitment.undone_at IS NULL)";
const OF_STORY: &str = "(SELECT story.business_id FROM story WHERE story.id = story_id)";
const TOLD: &str =
    "story_id IN (SELECT story.id FROM story WHERE story.business_id IN (SELECT business_id FROM own) AND story.undone_at IS NULL)";
const OF_OUTCOME: &str = "(SELECT outcome.business_id FROM outcome WHERE outcome.id = outcome_id)";
const CAME_OF_IT: &str = "outcome_id IN (SELECT outcome.id FROM outcome WHERE outcome.business_id IN (SELECT business_id FROM own) AND outcome.undone_at IS NULL)";

#[rustfmt::skip]
const KEPT: &[Kept] = &[
    kept("person", &["language", "self_id_asked_on", "self_id_answered_on"], NONE, "id = :person"),
    kept("business", &["legal_name", "naics", "stage", "started_on", "legal_form", "legal_form_typed", "county", "county_fips", "metro", "is_cooperative"], "id", "id IN (SELECT business_id FROM own)"),
    kept("ownership", &["is_contact", "from_on", "to_on"], NONE, PERSON),
    kept("enrollment", &["from_on", "to_on"], BUSINESS, OWN),
    kept("intake", &["signed_on", "may_survey", "in_business", "seeking", "media", "media_words"], OF_ENROLLMENT, ENROLLED),
    kept("job_snapshot", &["on_day", "workers"], BUSINESS, "business_id IN (SELECT business_id FROM own) AND undone_at IS NULL"),
    kept("job_position", &["title", "heads", "term", "weekly_minutes", "season_weeks", "wage_cents", "has_health", "has_leave", "has_retirement", "degree", "advertised"], OF_COUNT, COUNTED),
    kept("service_topic", &["topic"], OF_SERVICE, SERVED),
    kept("service_language", &["language"], OF_SERVICE, SERVED),
    kept("attempt", &["tried_on", "kind", "channel", "outcome", "prepare_minutes", "travel_minutes"], BUSINESS, "business_id IN (SELECT business_id FROM own) AND undone_at IS NULL"),
    kept("service", &["kind", "channel", "caller_name", "caller_telephone", "note_until_why", "session_type", "topic", "prepare_minutes", "travel_minutes", "others_present", "is_reportable", "reportable_why", "advisor_typed"], BUSINESS, "business_id IN (SELECT business_id FROM own) AND undone_at IS NULL"),
    kept("note", &["until_why"], BUSINESS, "business_id IN (SELECT business_id FROM own) AND level = 'team' AND undone_at IS NULL"),
    kept("referral", &["urgency", "status", "stage", "reason_code", "outcome_code", "due_on"], BUSINESS, "id IN (SELECT id FROM request)"),
    Kept { table: "referral_event", columns: &["event", "from_status", "to_status", "stage", "reason_code", "outcome_code", "facts"], business: OF_REQUEST, writer: "CASE party WHEN 'entrepreneur' THEN -1 END", rows: REQUEST },
    kept("referral_need", &["field", "value"], OF_REQUEST, REQUEST),
    kept("referral_secret", &["words"], OF_REQUEST, REQUEST),
    kept("consent", &["by_name", "english"], OF_REQUEST, REQUEST),
    kept("space_need", &[
        "reason", "use_words", "use_naics", "min_sq_ft", "max_sq_ft", "office_sq_ft", "production_sq_ft", "storage_sq_ft", "pay_cents", "pay_unit",
        "pay_basis", "nnn_cents", "move_by", "is_date_hard", "term_years", "option_years", "tenure", "deposit_months", "gives_guarantee", "areas_wanted",
        "zoning_wanted", "use_group", "floor_wanted", "clear_height", "floor_load_psf", "column_spacing", "crane_tons", "power_amps", "power_phase",
        "power_volts", "gas_btu_h", "water_gpm", "has_floor_drain", "has_grease_interceptor", "has_compressed_air", "has_hvac", "has_exhaust",
        "has_spray_booth", "has_dust_collection", "has_sprinkler", "dock_count", "drive_in_count", "door_width", "door_height", "freight_elevator_lb",
        "truck_size", "truck_court", "air_permit_possible", "allows_hazmat", "allows_noise", "allows_odor", "allows_all_hours", "certifications",
        "near_transit", "worker_zips", "commute_minutes", "is_accessible", "parking_spaces", "has_outdoor_storage", "jobs_now", "jobs_after", "note",
        "waiting_since", "tell_agreed_on", "tell_method", "closed_on", "closed_reason",
    ], BUSINESS, OWN),
    kept("site_referral", &["able_cents"], OF_REQUEST, REQUEST),
    kept("allocation", &["reason"], "(SELECT space_need.business_id FROM space_need WHERE space_need.id = need_id)", "need_id IN (SELECT id FROM space_need WHERE business_id IN (SELECT business_id FROM own))"),
    kept("client_word", &["kind", "body", "due_on"], NONE, PERSON),
    kept("message", &["readers", "settled_why"], OF_REQUEST, "referral_id IN (SELECT id FROM request) AND readers <> 'partner' AND party <> 'entrepreneur'"),
    kept("inbound", &["person_name", "telephone", "business_name", "kind", "need", "closed_why", "told_on"], OF_REQUEST, REQUEST),
    kept("question", &["kind", "text"], BUSINESS, OWN),
    kept("question_partner", &["answer", "sentence", "answer_on"], "(SELECT question.business_id FROM question WHERE question.id = question_id)", "question_id IN (SELECT id FROM question WHERE business_id IN (SELECT business_id FROM own))"),
    Kept { table: "outbox_message", columns: &["channel", "english"], business: OF_REQUEST, writer: "coalesce(person_id, -1)", rows: "(referral_id IN (SELECT id FROM request) OR (referral_id IS NULL AND person_id = :person)) AND audience = 'entrepreneur' AND stopped_at IS NULL" },
    kept("attachment", &["name"], OF_ATTACHMENT, ATTACHED),
    kept("certification", &["code", "named", "agency", "number", "from_on", "until_on", "standard", "basis"], BUSINESS, "business_id IN (SELECT business_id FROM own) AND undone_at IS NULL"),
    kept("commitment", &["what", "amount", "due_on"], BUSINESS, "business_id IN (SELECT business_id FROM own) AND undone_at IS NULL"),
    kept("commitment_check", &["check_on", "answer", "amount", "words"], OF_COMMITMENT, PROMISED),
    kept("outcome", &["evidence"], BUSINESS, "business_id IN (SELECT business_id FROM own) AND undone_at IS NULL"),
    Kept { table: "outcome_answer", columns: &["answer", "helped"], business: OF_OUTCOME, writer: "person_id", rows: CAME_OF_IT },
    kept("outcome_evidence", &["level", "words", "seen_on"], OF_OUTCOME, CAME_OF_IT),
    Kept { table: "indicator", columns: &["words"], business: BUSINESS, writer: "person_id", rows: "business_id IN (SELECT business_id FROM own) AND undone_at IS NULL" },
    kept("indicator_rank", &["place"], BUSINESS, OWN),
    Kept { table: "indicator_comment", columns: &["words"], business: BUSINESS, writer: "person_id", rows: OWN },
    kept("story", &["title", "words", "named_as", "described", "language"], BUSINESS, "business_id IN (SELECT business_id FROM own) AND undone_at IS NULL"),
    Kept { table: "story_step", columns: &["words"], business: OF_STORY, writer: "person_id", rows: TOLD },
    Kept { table: "story_consent", columns: &["title", "words", "named", "language", "text_hash", "for_public", "for_reports", "for_export", "text_shown", "asked_in", "english", "expires_on"], business: OF_STORY, writer: "person_id", rows: TOLD },
    kept("location", &["latitude_e6", "longitude_e6", "since_on"], BUSINESS, OWN),
    kept("occupancy", &["tenure", "rent_step_bp", "lease_option", "notice", "notice_on", "has_rezoning", "rezoning_source", "has_building_sale", "has_competing_use", "competing_words"], BUSINESS, OWN),
    kept("glass", &["reason", "refused_why"], NONE, PERSON),
    kept("erasure_request", &["asked_at", "taken_back_at"], NONE, PERSON),
    kept("own_device", &["way"], NONE, PERSON),
    kept("notice_told", &["told_at", "settled_at"], NONE, PERSON),
    kept("helper", &["came_at"], NONE, PERSON),
];

/// Personal columns that are in no copy, and why.
#[rustfmt::skip]
pub const LEFT_OUT: &[(&str, &[&str], &str)] = &[
    ("account", &["email", "name", "telephone", "away_until_on"], "people who work for the program; their names stand beside what they did"),
    ("business", &["name_folded"], "made of the name, to search by"),
    ("person", &["telephone_digits"], "made of the telephone number, to search by"),
    ("space_need", &["closed_by_referral_id"], "a key; the request stands in the copy"),
    ("referral", &["trainee_id"], "a key; whoever is trained finds the request in their own copy"),
    ("referral_event", &["asserted_name"], "somebody at a partner: names of other people are never shown"),
    ("secret_opening", &["asserted_name"], "somebody at a partner"),
    ("message", &["asserted_name"], "somebody at a partner"),
    ("message", &["called"], "made of the words of the message, to know whether to ask again"),
    ("inbound", &["asserted_name"], "somebody at a partner"),
    ("question_partner", &["said_by"], "somebody at a partner"),
    ("non_disclosure", &["by_partner"], "somebody at a partner"),
    ("partner_contact", &["name", "email", "telephone"], "people at partners"),
    ("partner_account", &["contact_id", "last_used_at"], "people at partners"),
    ("partner_task", &["name", "email", "telephone"], "people at partners"),
    ("body_member", &["name"], "people on a board; whoever is one has a page of their own"),
    ("member_statement", &["words"], "their own public words; they stand on their own page"),
    ("body_recusal", &["why"], "people on a board"),
    ("allocation", &["candidates"], "who else waited for a unit"),
    ("outcome", &["undone_why"], "why something was taken back that is in no copy any more"),
    ("attachment_content", &["bytes"], "a file may name others: its name stands in the copy, and the program hands it over after looking"),
    ("legal_hold", &["reason", "lifted_why"], "a case that may be about them; they read that a rule keeps their data"),
    ("erasure_request", &["held_reason"], "the same"),
    ("import_run", &["actor"], "people who work for the program"),
    ("import_question", &["typed"], "cells of a file, of which nobody knows whose they are"),
];

/// Every column that stands in a copy.
pub fn columns() -> impl Iterator<Item = (&'static str, &'static str)> {
    let flat = |(table, columns): &Columns| columns.iter().map(|column| (*table, *column)).collect::<Vec<_>>();
    let shown = SHOWN_FIRST.iter().chain(TABLES.iter().flat_map(|table| table.shows)).flat_map(flat);
    shown.chain(KEPT.iter().flat_map(|kept| kept.columns.iter().map(|column| (kept.table, *column))))
}

/// One row for each record and column that holds something.
pub(super) fn part(conn: &Connection, reader: &Reader, zone: &Zone, others: &Others) -> Result<Part> {
    let (mut rows, mut withheld) = (Vec::new(), 0);
    for kept in KEPT {
        let sql = format!(
            "SELECT {}, {}, {} FROM {} WHERE {} ORDER BY id LIMIT :most",
            kept.business,
            kept.writer,
            kept.columns.join(", "),
            kept.table,
            kept.rows
        );
        let (found, left_out) = theirs(conn, reader, others, &sql, |row| {
            kept.columns.iter().enumerate().map(|(place, column)| value(row, place + 2, column, zone)).collect::<rusqlite::Result<Vec<_>>>()
        })?;
        withheld += left_out;
        for (number, (business, record)) in found.into_iter().enumerate() {
            for (column, value) in kept.columns.iter().zip(record) {
                let Some(value) = value else { continue };
                let is_anothers = others.are_named_in(business, &value);
                withheld += usize::from(is_anothers);
                let value = if is_anothers { reader.say("rights-withheld-words") } else { value };
                rows.push(vec![format!("{} {}", kept.table, number + 1), (*column).to_owned(), value]);
            }
        }
    }
    Ok(Part { name: PART, headers: &["rights-col-record", "rights-col-what", "rights-col-value"], rows, withheld, ..Part::default() })
}

/// Key of the name of this part.
pub const PART: &str = "rights-part-kept";

fn value(row: &Row<'_>, place: usize, column: &str, zone: &Zone) -> rusqlite::Result<Option<String>> {
    Ok(match row.get_ref(place)? {
        ValueRef::Null => None,
        ValueRef::Integer(millis) if column.ends_with("_at") => Some(zone.day(Instant::from_millis(millis)).to_string()),
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(_) | ValueRef::Blob(_) => Some(row.get(place)?),
    })
}
