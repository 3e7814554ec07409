//! What becomes of each table when an organization moves: a test reads the schema and demands a word for every one.

use crate::error::Result;
use crate::firewall::moving;
use crate::store::{Row, Tx};
use rusqlite::types::Value;

/// What becomes of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Every row moves.
    Carried,
    /// Every row moves, but for what stands in these columns: it proves somebody, or belongs to the old keyring. On arrival it is made anew.
    Without(&'static [(&'static str, Anew)]),
    /// Rows move that fit this condition.
    Only(&'static str),
    /// Moves under the key of the answers, or not at all.
    Sealed,
    /// Stays, and why.
    Left(&'static str),
}

/// What stands in a column after arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anew {
    /// Nothing.
    Nothing,
    /// Zero.
    Zero,
    /// Bytes that open nothing.
    Random,
    /// The digest of whoever was deleted, by the new keyring.
    Tombstone,
}

use Anew::{Nothing, Random, Tombstone, Zero};
use Fate::{Carried, Left, Only, Sealed, Without};

const VISIT: &str = "it belongs to a visit to the old folder's pages";
const GUESSES: &str = "it counts guesses at the old folder's doors";
const ENTRY: &str = "it lets somebody in: entry is given anew";
const SYSTEM: &str = "it is a secret of another system, which is given anew";
const RECORD: &str = "the old folder's own key proves it; its end is in the manifest, and the new record begins there";
const URN: &str = "answers without a name are counted where they were given, once; nobody carries them elsewhere";
const FOUND: &str = "it is made anew from what it finds";

/// Notices that went out, were taken back, or were given up. What still waits is left: it would go out twice.
const GONE_OUT: &str = "sent_at IS NOT NULL OR stopped_at IS NOT NULL OR failed_at IS NOT NULL";
const OF_GONE_OUT: &str =
    "message_id IN (SELECT id FROM outbox_message WHERE sent_at IS NOT NULL OR stopped_at IS NOT NULL OR failed_at IS NOT NULL)";

/// Tables in the order in which they are written and read.
#[rustfmt::skip]
const FATES: &[(&str, Fate)] = &[
    ("organization", Carried),
    ("access_link", Without(&[("nonce", Random), ("token_hash", Random)])),
    ("account", Without(&[("password_hash", Nothing), ("totp_secret", Nothing), ("totp_last_step", Zero)])),
    ("allocation", Carried),
    ("allocation_rule", Carried),
    ("api_answer", Left(SYSTEM)),
    ("api_delivery", Left(SYSTEM)),
    ("api_hook", Left(SYSTEM)),
    ("api_hook_event", Left(SYSTEM)),
    ("api_token", Left(SYSTEM)),
    ("api_token_program", Left(SYSTEM)),
    ("api_token_scope", Left(SYSTEM)),
    ("api_visit", Left(SYSTEM)),
    ("attachment", Carried),
    ("attachment_content", Carried),
    ("attempt", Carried),
    ("audit_event", Left(RECORD)),
    ("audit_row", Left(RECORD)),
    ("benchmark", Carried),
    ("benchmark_cell", Carried),
    ("benchmark_choice", Carried),
    ("benchmark_file", Carried),
    ("body_decision", Carried),
    ("body_meeting", Carried),
    ("body_member", Carried),
    ("body_recusal", Carried),
    ("business", Carried),
    ("certification", Carried),
    ("client_word", Carried),
    ("code", Carried),
    ("commitment", Carried),
    ("commitment_check", Carried),
    ("complaint", Carried),
    ("complaint_against", Carried),
    ("consent", Carried),
    ("consent_field", Carried),
    ("correction_request", Carried),
    ("deciding_body", Carried),
    ("deployment", Carried),
    ("digest", Only(OF_GONE_OUT)),
    ("enrollment", Carried),
    ("equity_check", Carried),
    ("equity_check_signature", Carried),
    ("erasure_request", Carried),
    ("filing", Carried),
    ("filing_line", Carried),
    ("filing_person", Sealed),
    ("filing_record", Sealed),
    ("follow_up", Carried),
    ("form_key", Left(VISIT)),
    ("funding_source", Carried),
    ("glass", Carried),
    ("glass_opening", Carried),
    ("grant_due", Carried),
    ("grant_goal", Carried),
    ("guard_alert", Only("sent_at IS NOT NULL OR failed_at IS NOT NULL")),
    ("helper", Without(&[("code_mac", Random)])),
    ("helper_deed", Carried),
    ("holiday", Carried),
    ("import_preset", Carried),
    ("import_question", Carried),
    ("import_run", Carried),
    ("income_limit", Carried),
    ("income_limit_table", Carried),
    ("inbound", Carried),
    ("indicator", Carried),
    ("indicator_comment", Carried),
    ("indicator_decision", Carried),
    ("indicator_rank", Carried),
    ("intake", Carried),
    ("invitation", Left(ENTRY)),
    ("job_position", Carried),
    ("job_snapshot", Carried),
    ("legal_hold", Carried),
    ("letter_code", Without(&[("code_mac", Random)])),
    ("living_wage", Carried),
    ("living_wage_table", Carried),
    ("location", Carried),
    ("look", Carried),
    ("mailed_code", Left(ENTRY)),
    ("member_statement", Carried),
    ("membership", Carried),
    ("message", Carried),
    ("non_disclosure", Carried),
    ("note", Carried),
    ("note_text", Carried),
    ("notice_text", Carried),
    ("notice_told", Carried),
    ("notice_version", Carried),
    ("occupancy", Carried),
    ("organization_role", Carried),
    ("outbox_link", Only(OF_GONE_OUT)),
    ("outbox_message", Only(GONE_OUT)),
    ("outcome", Carried),
    ("outcome_answer", Carried),
    ("outcome_ask", Carried),
    ("outcome_evidence", Carried),
    ("outreach", Carried),
    ("outreach_client", Carried),
    ("own_device", Left(ENTRY)),
    ("ownership", Carried),
    ("partner", Carried),
    ("partner_account", Carried),
    ("partner_call", Carried),
    ("partner_closure", Carried),
    ("partner_contact", Carried),
    ("partner_kind", Carried),
    ("partner_service", Carried),
    ("partner_service_item", Carried),
    ("partner_task", Carried),
    ("partner_type", Carried),
    ("person", Carried),
    // Behind the people whose addresses its digests are of.
    ("erasure", Without(&[("tombstone", Tombstone)])),
    ("program", Carried),
    ("program_grant", Carried),
    ("program_language", Carried),
    ("program_notice", Carried),
    ("program_service", Carried),
    ("question", Carried),
    ("question_partner", Carried),
    ("referral", Carried),
    ("referral_event", Carried),
    ("referral_need", Carried),
    ("referral_secret", Carried),
    // Before the editions that are sealed with its address.
    ("report_release", Sealed),
    ("release_count", Sealed),
    ("release_edition", Sealed),
    ("release_file", Sealed),
    ("release_way", Sealed),
    ("release_word", Sealed),
    ("reminder", Carried),
    ("risk_setting", Carried),
    ("search_client", Left(FOUND)),
    ("secret_opening", Carried),
    ("self_id_setting", Carried),
    ("self_id_sitting", Carried),
    ("service", Carried),
    ("service_language", Carried),
    ("service_person", Carried),
    ("service_topic", Carried),
    ("session", Left(VISIT)),
    ("sign_in_attempt", Left(GUESSES)),
    ("site", Carried),
    ("site_ask", Carried),
    ("site_check", Carried),
    ("site_referral", Carried),
    ("small_office", Carried),
    ("space_need", Carried),
    ("story", Carried),
    ("story_consent", Carried),
    ("story_step", Carried),
    // The posters of rounds that are not told yet lead to the old folder, where their answers lie.
    ("survey_round", Only("released_at IS NOT NULL")),
    ("survey_count", Carried),
    ("survey_file", Carried),
    ("survey_link", Left(ENTRY)),
    ("survey_urn", Left(URN)),
    ("timer_policy", Carried),
    ("training", Carried),
    ("training_date", Carried),
    ("training_partner", Carried),
    ("training_person", Carried),
    ("triage", Carried),
    ("vacancy_notice", Carried),
    ("zone", Carried),
    ("zone_edition", Carried),
    ("zone_pressure", Carried),
    ("zone_set", Carried),
    ("zone_version", Carried),
];

/// Every table with what becomes of it, those behind the wall at the end.
pub fn all() -> impl Iterator<Item = (&'static str, Fate)> {
    FATES.iter().copied().chain(moving::TABLES.into_iter().map(|table| (table, Sealed)))
}

/// Columns that point to notices which may be left: they point to nothing then.
const POINTERS: &[(&str, &str)] = &[("reminder", "message_id"), ("site_ask", "message_id")];

/// The column of a table that points to a notice.
pub fn pointer(table: &str) -> Option<&'static str> {
    POINTERS.iter().find(|(name, _)| *name == table).map(|(_, column)| *column)
}

/// The condition under which a row moves.
pub fn condition(fate: Fate) -> &'static str {
    if let Only(condition) = fate { condition } else { "1" }
}

/// Which notices move.
pub fn moving_messages() -> &'static str {
    GONE_OUT
}

/// Digests of what was filed, by the old keyring: what was filed elsewhere is not compared here.
const DIGESTS: (&str, &str) = ("filing_record", "digests");

/// Takes out what does not move.
pub fn strip(table: &str, fate: Fate, row: &mut Row) {
    if table == DIGESTS.0 {
        row.take(DIGESTS.1);
    }
    if let Without(columns) = fate {
        for (column, _) in columns {
            row.take(column);
        }
    }
}

/// Puts in what is made anew. `address` gives the address of a person by row key.
pub fn complete(tx: &Tx<'_>, table: &str, fate: Fate, row: &mut Row, address: impl Fn(i64) -> Result<String>) -> Result<()> {
    if table == DIGESTS.0 {
        row.put(DIGESTS.1, Value::Text("{}".to_owned()));
    }
    let Without(columns) = fate else { return Ok(()) };
    for (column, anew) in columns {
        let value = match anew {
            Nothing => Value::Null,
            Zero => Value::Integer(0),
            Random => Value::Blob(tx.random::<32>()?.to_vec()),
            Tombstone => Value::Blob(tx.keys().tombstone(&address(row.integer("person_id")?)?).to_vec()),
        };
        row.put(column, value);
    }
    Ok(())
}
