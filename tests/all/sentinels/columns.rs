//! Every column about a person or a business, and what a partner may see of it. A column without a decision fails the test.

use crate::rules::schema::SCHEMA;
use fairfloor::error::Result;
use fairfloor::store::Tx;
use fairfloor::values::SharedField;
use rusqlite::types::Value;
use std::collections::BTreeMap;

/// What a partner may see of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Nothing, at any time.
    Never,
    /// From the opening of the request on.
    Before,
    /// After its yes (or at once where the client chose to be introduced by name), if the client agreed to this field.
    Agreed(SharedField),
    /// The partner's own word, or what the directory says of it.
    Theirs,
    /// A word of a closed list, a flag or a day that the work itself needs: nothing can be planted there without breaking it.
    Word,
    /// Planted by the walk, on the pages where people write it.
    Walked,
    /// Behind the wall, encrypted: `wall` reads the bytes of the whole folder.
    Wall,
}

use Decision::{Agreed, Before, Never, Theirs, Walked, Wall, Word};
use SharedField as S;

/// The decisions, table by table.
#[rustfmt::skip]
const DECISIONS: &[(&str, &[(&str, Decision)])] = &[
    ("account", &[("email", Never), ("name", Before), ("telephone", Before), ("away_until_on", Never)]),
    ("business", &[
        ("name", Agreed(S::BusinessName)), ("legal_name", Never), ("name_folded", Never), ("product", Agreed(S::Product)), ("naics", Word),
        ("stage", Word), ("started_on", Never), ("legal_form", Word), ("legal_form_typed", Never), ("street", Agreed(S::Address)),
        ("city", Agreed(S::Address)), ("state", Agreed(S::Address)), ("postal_code", Agreed(S::Address)), ("county", Never),
        ("county_fips", Never), ("metro", Never), ("neighborhood", Before), ("is_cooperative", Word),
    ]),
    ("person", &[
        ("first_name", Agreed(S::ContactName)), ("last_name", Agreed(S::ContactName)), ("telephone", Agreed(S::Telephone)),
        ("telephone_digits", Never), ("email", Agreed(S::Email)), ("language", Word), ("contact_by", Word), ("self_id_asked_on", Never),
        ("self_id_answered_on", Never), ("reads", Word),
    ]),
    ("ownership", &[("share_bp", Word), ("is_contact", Word), ("from_on", Never), ("to_on", Word)]),
    ("enrollment", &[("from_on", Never), ("to_on", Word)]),
    ("job_snapshot", &[("on_day", Never), ("workers", Agreed(S::Workers))]),
    ("job_position", &[
        ("title", Never), ("heads", Never), ("term", Word), ("weekly_minutes", Word), ("season_weeks", Word), ("wage_cents", Never),
        ("has_health", Word), ("has_leave", Word), ("has_retirement", Word), ("degree", Word), ("advertised", Word),
    ]),
    ("service", &[
        ("caller_name", Never), ("caller_telephone", Never), ("served_on", Never), ("kind", Word), ("channel", Word), ("minutes", Word),
        ("note", Never), ("note_until_why", Never), ("session_type", Word), ("topic", Word), ("prepare_minutes", Word),
        ("travel_minutes", Word), ("others_present", Word), ("is_reportable", Word), ("reportable_why", Never), ("advisor_typed", Never),
    ]),
    ("service_topic", &[("topic", Word)]),
    ("service_language", &[("language", Word)]),
    ("training_person", &[("sessions", Word)]),
    ("attempt", &[
        ("tried_on", Word), ("kind", Word), ("channel", Word), ("outcome", Word), ("prepare_minutes", Word), ("travel_minutes", Word),
    ]),
    ("note", &[("body", Never), ("until_why", Never)]),
    ("note_text", &[("body", Never)]),
    ("follow_up", &[("title", Never), ("due_on", Never)]),
    ("partner_contact", &[("name", Theirs), ("email", Theirs), ("telephone", Theirs)]),
    ("partner_account", &[("contact_id", Theirs), ("last_used_at", Theirs)]),
    ("referral", &[
        ("kind", Word), ("need", Walked), ("urgency", Word), ("status", Word), ("stage", Word), ("reason_code", Word),
        ("outcome_code", Word), ("due_on", Word), ("trainee_id", Word),
    ]),
    ("referral_event", &[
        ("event", Word), ("from_status", Word), ("to_status", Word), ("stage", Word), ("reason_code", Word), ("outcome_code", Word),
        ("facts", Walked), ("told", Walked), ("asserted_name", Theirs),
    ]),
    ("referral_need", &[("value", Walked)]),
    ("referral_secret", &[("words", Never)]),
    ("non_disclosure", &[("signed_on", Never), ("until_on", Never), ("by_client", Never), ("by_partner", Never), ("document", Never)]),
    ("secret_opening", &[("asserted_name", Theirs)]),
    ("consent", &[
        ("method", Word), ("text_shown", Never), ("by_name", Word), ("expires_on", Word), ("language", Word), ("english", Never),
    ]),
    ("consent_field", &[("field", Word)]),
    ("site_referral", &[("able_cents", Never)]),
    ("allocation", &[("candidates", Never), ("reason", Never)]),
    ("partner_task", &[("name", Never), ("email", Never), ("telephone", Never)]),
    ("own_device", &[("way", Word)]),
    ("client_word", &[("kind", Word), ("body", Never), ("due_on", Word)]),
    ("message", &[("party", Word), ("readers", Word), ("called", Word), ("asserted_name", Theirs), ("body", Never), ("settled_why", Never)]),
    ("inbound", &[
        ("asserted_name", Theirs), ("person_name", Never), ("telephone", Never), ("business_name", Never), ("kind", Word), ("need", Never),
        ("closed_why", Never), ("told_on", Never),
    ]),
    ("question", &[("kind", Word), ("text", Never)]),
    ("question_partner", &[("answer", Word), ("sentence", Never), ("answer_on", Never), ("said_by", Theirs)]),
    ("outbox_message", &[
        ("channel", Word), ("to_name", Walked), ("to_address", Walked), ("language", Word), ("subject", Walked), ("english", Walked), ("body", Walked),
    ]),
    ("subject", &[("id", Wall), ("reference", Wall), ("person_mac", Wall), ("wrapped_key", Wall)]),
    ("demographic_answer", &[("id", Wall), ("reference", Wall), ("ciphertext", Wall)]),
    ("glass", &[("reason", Never), ("refused_why", Never)]),
    ("legal_hold", &[("reason", Never), ("lifted_why", Never)]),
    ("erasure_request", &[("asked_at", Word), ("held_reason", Never), ("taken_back_at", Word)]),
    ("notice_told", &[("told_at", Word), ("settled_at", Word)]),
    ("answer_told", &[("id", Wall), ("answer_id", Wall)]),
    ("filing_made", &[("sealed", Wall)]),
    ("training_heads", &[("sealed", Wall)]),
    ("survey_urn", &[("sealed", Wall)]),
    ("intake", &[
        ("signed_on", Never), ("may_survey", Word), ("in_business", Word), ("seeking", Word), ("media", Word), ("media_words", Never),
    ]),
    ("deployment", &[
        ("kind", Word), ("unit", Word), ("applied", Never), ("awarded", Never), ("delivered", Never), ("applied_on", Never),
        ("awarded_on", Never), ("delivered_on", Never), ("refused_on", Never), ("note", Never), ("match_cents", Never), ("deposit_cents", Never),
        ("fees_cents", Never), ("guarantee", Word), ("guarantee_cents", Never),
    ]),
    ("attachment", &[("name", Never)]),
    // Bytes of a file stand on no page: whoever may take it takes it whole.
    ("attachment_content", &[("bytes", Word)]),
    ("body_member", &[("name", Never)]),
    ("member_statement", &[("words", Never)]),
    ("body_recusal", &[("why", Never)]),
    ("certification", &[
        ("code", Word), ("named", Never), ("agency", Never), ("number", Never), ("from_on", Never), ("until_on", Never),
        ("standard", Never), ("basis", Word),
    ]),
    ("commitment", &[("what", Never), ("amount", Never), ("due_on", Never)]),
    ("commitment_check", &[("check_on", Never), ("answer", Word), ("amount", Never), ("words", Never)]),
    ("outcome", &[
        ("kind", Word), ("happened_on", Never), ("amount_before", Never), ("amount_after", Never), ("words", Never), ("evidence", Word),
        ("undone_why", Never),
    ]),
    ("outcome_answer", &[("answer", Word), ("amount", Never), ("words", Never), ("helped", Word)]),
    ("outcome_evidence", &[("level", Word), ("words", Never), ("seen_on", Never)]),
    ("indicator", &[("words", Never)]),
    ("indicator_rank", &[("place", Word)]),
    ("indicator_comment", &[("words", Never)]),
    ("story", &[("title", Never), ("words", Never), ("named_as", Word), ("described", Never), ("language", Word)]),
    ("story_step", &[("words", Never)]),
    ("story_consent", &[
        ("title", Never), ("words", Never), ("named", Never), ("language", Word), ("text_hash", Never), ("for_public", Word),
        ("for_reports", Word), ("for_export", Word), ("text_shown", Never), ("asked_in", Word), ("english", Never), ("expires_on", Never),
    ]),
    ("look", &[("role", Word), ("part", Word)]),
    ("correction_request", &[("what", Word), ("old_value", Never), ("new_value", Never), ("answer", Word), ("words", Never)]),
    ("complaint", &[("words", Never), ("answer", Never)]),
    ("helper", &[("name", Never), ("came_as", Never), ("level", Word), ("until_on", Never), ("came_at", Never), ("ended_at", Never)]),
    ("helper_deed", &[("what", Word)]),
    ("import_run", &[("actor", Never)]),
    ("import_question", &[("typed", Never)]),
    ("location", &[("latitude_e6", Never), ("longitude_e6", Never), ("since_on", Never)]),
    ("occupancy", &[
        ("tenure", Word), ("lease_ends_on", Never), ("rent_cents", Never), ("rent_step_bp", Never), ("lease_option", Word),
        ("option_words", Never), ("notice", Word), ("notice_on", Never), ("has_rezoning", Word), ("rezoning_source", Never),
        ("has_building_sale", Word), ("has_competing_use", Word), ("competing_words", Never), ("told_on", Never),
    ]),
];

/// What people look for in a space: all of it stays with the team here, its flags and lists cannot hold a plant, and the landlord
/// reads what the referral's own words say.
fn of_space_need(column: &Column) -> Decision {
    let is_open = matches!(column.name.as_str(), "closed_on" | "tell_agreed_on");
    if is_open || column.words.is_some() || column.is_flag || column.other.is_some() { Word } else { Never }
}

/// A column of the schema.
#[derive(Debug, Clone)]
pub struct Column {
    pub table: String,
    pub name: String,
    is_text: bool,
    is_needed: bool,
    /// "yes or no".
    is_flag: bool,
    /// The first word of its list.
    words: Option<String>,
    /// The table it refers to.
    other: Option<String>,
    is_personal: bool,
}

impl Column {
    fn read(table: &str, line: &str) -> Option<Self> {
        let (code, comment) = line.trim().split_once(" -- ")?;
        let name = code.split_whitespace().next()?.to_owned();
        let list = code.split_once(" IN (").map(|(_, list)| list);
        Some(Self {
            table: table.to_owned(),
            name,
            is_text: code.contains(" TEXT"),
            is_needed: code.contains(" NOT NULL") && !code.contains(" DEFAULT "),
            is_flag: list.is_some_and(|list| list.starts_with("0, 1")),
            words: list.and_then(|list| Some(list.strip_prefix('\'')?.split_once('\'')?.0.to_owned())),
            other: code.split_once(" REFERENCES ").map(|(_, rest)| rest.split_whitespace().next().unwrap().to_owned()),
            is_personal: ["[personal]", "[firewalled]"].iter().any(|class| comment.trim().starts_with(class)),
        })
    }

    fn is_key(&self) -> bool {
        self.name == "id"
    }

    /// True for what is about somebody and not behind the wall.
    pub fn is_personal(&self) -> bool {
        self.is_personal && decided(self) != Some(Wall)
    }
}

/// The columns of a schema, in their order.
pub fn columns(schema: &str) -> Vec<Column> {
    let (mut columns, mut table) = (Vec::new(), None);
    for line in schema.lines() {
        if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
            table = Some(rest.split_whitespace().next().unwrap());
        } else if line.starts_with(')') {
            table = None;
        } else if let Some(table) = table {
            columns.extend(Column::read(table, line));
        }
    }
    columns
}

/// What was decided about a column; nothing where nobody decided.
pub fn decided(column: &Column) -> Option<Decision> {
    if column.table == "space_need" {
        return Some(of_space_need(column));
    }
    let (_, decisions) = DECISIONS.iter().find(|(table, _)| *table == column.table)?;
    decisions.iter().find(|(name, _)| *name == column.name).map(|(_, decision)| *decision)
}

/// Columns about somebody without a decision, and decisions without a column.
pub fn undecided(schema: &str) -> Vec<String> {
    let columns = columns(schema);
    let missing = columns.iter().filter(|column| column.is_personal && decided(column).is_none());
    let mut faults: Vec<String> = missing.map(|column| format!("{}.{}: who may see it?", column.table, column.name)).collect();
    for (table, decisions) in DECISIONS {
        for (name, _) in *decisions {
            if !columns.iter().any(|column| column.is_personal && column.table == *table && column.name == *name) {
                faults.push(format!("{table}.{name} is no column about somebody"));
            }
        }
    }
    faults
}

/// Something that was planted, as it would stand on a page.
#[derive(Debug, Clone)]
pub struct Sentinel {
    /// Where it was planted.
    pub place: String,
    /// Its looks: as text, or as a number or a year between characters that are no digits.
    pub looks: Vec<String>,
    pub decision: Decision,
}

/// The text that is planted in a place.
pub fn word_for(place: &str) -> String {
    format!("Zq{}qZ", place.replace(['.', '_'], ""))
}

/// Sentinels of the whole schema, and what stands for each in its column.
#[derive(Debug, Default)]
pub struct Garden {
    pub sentinels: Vec<Sentinel>,
    values: BTreeMap<(String, String), Value>,
    numbers: i64,
    years: i64,
}

impl Garden {
    /// Thinks up a sentinel for every column that can hold one.
    pub fn new() -> Self {
        let mut garden = Self::default();
        for column in columns(SCHEMA).iter().filter(|column| column.is_personal) {
            let decision = decided(column).unwrap();
            if matches!(decision, Never | Before | Agreed(_)) {
                garden.plan(column, decision);
            }
        }
        garden
    }

    fn plan(&mut self, column: &Column, decision: Decision) {
        let place = format!("{}.{}", column.table, column.name);
        let (value, looks) = if column.is_text && is_day(&column.name) {
            let day = self.year();
            (Value::Text(format!("{day}-05-17")), vec![day.to_string()])
        } else if column.is_text {
            (Value::Text(word_for(&place)), vec![word_for(&place)])
        } else {
            let number = self.number();
            match column.name.as_str() {
                "latitude_e6" | "longitude_e6" => {
                    let at = 40_000_000 + number;
                    (Value::Integer(at), vec![at.to_string(), format!("40.{:06}", at % 1_000_000)])
                }
                name if name.ends_with("_cents") => (Value::Integer(number * 100), vec![number.to_string(), (number * 100).to_string()]),
                "clear_height" | "door_width" | "door_height" | "column_spacing" | "truck_court" => {
                    (Value::Integer(number * 12), vec![number.to_string(), (number * 12).to_string()])
                }
                _ => (Value::Integer(number), vec![number.to_string()]),
            }
        };
        self.values.insert((column.table.clone(), column.name.clone()), value);
        self.sentinels.push(Sentinel { place, looks, decision });
    }

    /// A number that nothing else on a page is.
    pub fn number(&mut self) -> i64 {
        self.numbers += 1;
        70_001 + 2 * self.numbers
    }

    /// A year that nothing else on a page is in.
    pub fn year(&mut self) -> i64 {
        self.years += 1;
        1900 + self.years
    }

    /// Puts the sentinels of a table into its rows, beside what was written there.
    pub fn sow(&self, tx: &Tx<'_>, table: &str) -> Result<()> {
        for ((_, column), value) in self.values.iter().filter(|((of, _), _)| of == table) {
            let unique = table == "account" && column == "email";
            let value = match value {
                Value::Text(word) if unique => format!("'{word}' || id"),
                Value::Text(word) => format!("'{word}'"),
                Value::Integer(number) => number.to_string(),
                other => panic!("{other:?} cannot be planted"),
            };
            tx.execute(&format!("UPDATE {table} SET {column} = {value}"), [])?;
        }
        tx.audit("sentinel.sown", fairfloor::store::Object::none())
    }

    /// Adds a row with its sentinels; `given` says what the row is about.
    pub fn plant(&self, tx: &Tx<'_>, table: &str, given: &[(&str, Value)]) -> Result<()> {
        let mut row: Vec<(String, Value)> = Vec::new();
        for column in columns(SCHEMA).into_iter().filter(|column| column.table == table && !column.is_key()) {
            let planned = self.values.get(&(table.to_owned(), column.name.clone()));
            let given = given.iter().find(|(name, _)| *name == column.name).map(|(_, value)| value);
            let other = |other: &String| tx.query_row(&format!("SELECT max(id) FROM {other}"), [], |row| row.get::<_, Value>(0));
            let value = match (given.or(planned), &column.words, &column.other) {
                (Some(value), ..) => value.clone(),
                (None, Some(word), _) if column.is_needed => Value::Text(word.clone()),
                (None, _, Some(table)) if column.is_needed => other(table)?,
                _ if !column.is_needed => continue,
                _ if column.name == "public_id" => Value::Text(format!("{:z<26}", table.replace('_', ""))),
                _ if column.is_text && is_day(&column.name) => Value::Text("2026-01-05".to_owned()),
                _ if column.is_text => Value::Text("x".to_owned()),
                _ => Value::Integer(1),
            };
            row.push((column.name, value));
        }
        let names: Vec<&str> = row.iter().map(|(name, _)| name.as_str()).collect();
        let marks = vec!["?"; row.len()].join(", ");
        let sql = format!("INSERT INTO {table} ({}) VALUES ({marks})", names.join(", "));
        tx.execute(&sql, rusqlite::params_from_iter(row.iter().map(|(_, value)| value)))?;
        tx.audit("sentinel.planted", fairfloor::store::Object::none())
    }

    /// Everything that was planned and stands in no row.
    pub fn missing(&self, conn: &rusqlite::Connection) -> Result<Vec<String>> {
        let mut missing = Vec::new();
        for ((table, column), value) in &self.values {
            let held = match value {
                Value::Text(word) => format!("instr({column}, '{word}') > 0"),
                Value::Integer(number) => format!("{column} = {number}"),
                other => panic!("{other:?} cannot be planted"),
            };
            let sql = format!("SELECT count(*) FROM {table} WHERE {held}");
            if conn.query_row(&sql, [], |row| row.get::<_, i64>(0))? == 0 {
                missing.push(format!("{table}.{column}"));
            }
        }
        Ok(missing)
    }
}

fn is_day(name: &str) -> bool {
    name.ends_with("_on") || name == "move_by" || name == "on_day" || name == "waiting_since"
}

/// The sentinels among these that stand in a text, whatever is allowed. Numbers are looked for in words, not in markup.
pub fn found<'s>(sentinels: &'s [Sentinel], text: &str) -> Vec<&'s Sentinel> {
    let words = crate::house::plain(text).replace(',', "");
    let stands = |look: &String| {
        if look.starts_with("Zq") { text.contains(look.as_str()) || words.contains(look.as_str()) } else { stands_alone(&words, look) }
    };
    sentinels.iter().filter(|sentinel| sentinel.looks.iter().any(stands)).collect()
}

fn stands_alone(words: &str, number: &str) -> bool {
    words.match_indices(number).any(|(at, _)| {
        let before = words[..at].chars().next_back();
        let after = words[at + number.len()..].chars().next();
        ![before, after].into_iter().flatten().any(|c| c.is_ascii_digit())
    })
}
