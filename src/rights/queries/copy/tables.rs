//! The parts of a copy that are one query each, with the columns of the schema that each of them shows.
//!
//! Every query begins with the business that a row is about and who wrote it, where an owner did: `others` decides by that.

/// How a column becomes text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// As it stands: a code, a number, a name of ours.
    Plain,
    /// Words that somebody wrote, which may name somebody else.
    Words,
    /// An instant, as its day.
    Day,
    /// A kind of help.
    Kind,
    /// Fields of a yes, parted by commas.
    Fields,
    /// Cents as dollars.
    Money,
    /// A number and the code of its unit.
    Amount,
    /// A kind of resource.
    Resource,
    /// A kind of outcome.
    Outcome,
    /// A number and the kind of outcome whose unit it counts in.
    Counted,
    /// A fact that was to be corrected.
    Fact,
    /// How that was answered.
    Answer,
    /// What a helper may do.
    Level,
    /// What a helper did.
    Did,
    /// What somebody vouches with.
    Guarantee,
    /// How a yes was given.
    Method,
    /// Last in a row and no column of its own: the tag of the language in which its words went out.
    Tongue,
}

use Cell::{
    Amount, Answer, Counted, Day, Did, Fact, Fields, Guarantee, Kind, Level, Method, Money, Outcome, Plain, Resource, Tongue, Words,
};

/// Columns of one table of the schema.
pub type Columns = (&'static str, &'static [&'static str]);

/// A part that is one query: its name, its columns, its rows.
pub struct Table {
    /// Key of its name.
    pub name: &'static str,
    /// Keys of its headers.
    pub headers: &'static [&'static str],
    /// How each column becomes text.
    pub cells: &'static [Cell],
    /// The query.
    pub sql: &'static str,
    /// What of the schema it shows.
    pub shows: &'static [Columns],
}

/// What the parts about the person and their businesses show.
pub const SHOWN_FIRST: &[Columns] = &[
    ("person", &["first_name", "last_name", "telephone", "email", "reads", "contact_by"]),
    ("business", &["name", "product", "street", "city", "state", "postal_code", "neighborhood"]),
    ("job_snapshot", &["workers"]),
    ("ownership", &["share_bp"]),
    ("look", &["role", "part"]),
];

#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table {
        name: "rights-part-requests",
        headers: &["rights-col-reference", "rights-col-kind", "rights-col-who", "rights-col-words", "rights-col-since", "rights-col-ended"],
        cells: &[Plain, Kind, Plain, Words, Day, Day],
        sql: "SELECT referral.business_id, NULL, 'R-' || referral.number, referral.kind, partner.name, referral.need, referral.created_at, referral.ended_at
              FROM referral LEFT JOIN partner ON partner.id = referral.partner_id
              WHERE referral.id IN (SELECT id FROM request) ORDER BY referral.id LIMIT :most",
        shows: &[("referral", &["kind", "need"])],
    },
    Table {
        name: "rights-part-told",
        headers: &["rights-col-day", "rights-col-reference", "rights-col-words"],
        cells: &[Day, Plain, Words, Tongue],
        sql: "SELECT referral.business_id, NULL, referral_event.at, 'R-' || referral.number, referral_event.told,
                     (SELECT language FROM outbox_message WHERE event_id = referral_event.id AND audience = 'entrepreneur' LIMIT 1)
              FROM referral_event JOIN referral ON referral.id = referral_event.referral_id
              WHERE referral.id IN (SELECT id FROM request) AND referral_event.told IS NOT NULL ORDER BY referral_event.id LIMIT :most",
        shows: &[("referral_event", &["told"])],
    },
    Table {
        name: "rights-part-notices",
        headers: &["rights-col-day", "rights-col-who", "rights-col-words"],
        cells: &[Day, Words, Words, Tongue],
        sql: "SELECT referral.business_id, coalesce(outbox_message.person_id, -1), outbox_message.created_at,
                     outbox_message.to_name || coalesce(', ' || outbox_message.to_address, ''), outbox_message.subject || char(10) || outbox_message.body,
                     outbox_message.language
              FROM outbox_message LEFT JOIN referral ON referral.id = outbox_message.referral_id
              WHERE (outbox_message.referral_id IN (SELECT id FROM request) OR (outbox_message.referral_id IS NULL AND outbox_message.person_id = :person))
                AND outbox_message.audience = 'entrepreneur' AND outbox_message.stopped_at IS NULL
              ORDER BY outbox_message.id LIMIT :most",
        shows: &[("outbox_message", &["to_name", "to_address", "subject", "body", "language"])],
    },
    Table {
        name: "rights-part-messages",
        headers: &["rights-col-day", "rights-col-reference", "rights-col-who", "rights-col-words"],
        cells: &[Day, Plain, Plain, Words],
        sql: "SELECT referral.business_id, CASE message.party WHEN 'entrepreneur' THEN coalesce(message.person_id, -1) END,
                     message.at, 'R-' || referral.number,
                     CASE message.party WHEN 'advisor' THEN account.name WHEN 'partner' THEN partner.name ELSE '' END, message.body
              FROM message JOIN referral ON referral.id = message.referral_id
              LEFT JOIN account ON account.id = message.account_id LEFT JOIN partner ON partner.id = referral.partner_id
              WHERE referral.id IN (SELECT id FROM request) AND message.readers <> 'partner' ORDER BY message.id LIMIT :most",
        shows: &[("message", &["party", "body"])],
    },
    Table {
        name: "rights-part-ratings",
        headers: &["rights-col-day", "rights-col-reference", "rights-col-words"],
        cells: &[Day, Plain, Words],
        sql: "SELECT referral.business_id, -1, referral_event.at, 'R-' || referral.number,
                     (SELECT group_concat(key || ': ' || value, '; ') FROM json_each(referral_event.facts))
              FROM referral_event JOIN referral ON referral.id = referral_event.referral_id
              WHERE referral.id IN (SELECT id FROM request) AND referral_event.event = 'confirm' ORDER BY referral_event.id LIMIT :most",
        shows: &[],
    },
    Table {
        name: "rights-part-permissions",
        headers: &["rights-col-who", "rights-col-reference", "rights-col-fields", "rights-col-how", "rights-col-since", "rights-col-until", "rights-col-ended", "rights-col-words"],
        cells: &[Plain, Plain, Fields, Method, Day, Plain, Day, Words, Tongue],
        sql: "SELECT referral.business_id, NULL, partner.name, 'R-' || referral.number, (SELECT group_concat(field) FROM consent_field WHERE consent_id = consent.id),
                     consent.method, consent.granted_at, consent.expires_on, consent.ended_at, consent.text_shown,
                     consent.language
              FROM consent JOIN referral ON referral.id = consent.referral_id JOIN partner ON partner.id = consent.partner_id
              WHERE referral.id IN (SELECT id FROM request) ORDER BY consent.id LIMIT :most",
        shows: &[("consent", &["method", "expires_on", "text_shown", "language"]), ("consent_field", &["field"])],
    },
    Table {
        name: "rights-part-services",
        headers: &["rights-col-day", "rights-col-who", "rights-col-minutes", "rights-col-words"],
        cells: &[Plain, Plain, Plain, Words],
        sql: "SELECT service.business_id, NULL, service.served_on, account.name, service.minutes, CASE WHEN service.note_level = 'team' THEN service.note END
              FROM service JOIN account ON account.id = service.account_id
              WHERE service.business_id IN (SELECT business_id FROM own) AND service.undone_at IS NULL ORDER BY service.id LIMIT :most",
        shows: &[("service", &["served_on", "minutes", "note"])],
    },
    Table {
        name: "rights-part-notes",
        headers: &["rights-col-day", "rights-col-who", "rights-col-words"],
        cells: &[Day, Plain, Words],
        sql: "SELECT note.business_id, NULL, note.created_at, account.name, note.body
              FROM note JOIN account ON account.id = note.account_id
              WHERE note.business_id IN (SELECT business_id FROM own) AND note.level = 'team' AND note.undone_at IS NULL
              UNION ALL
              SELECT note.business_id, NULL, note_text.at, account.name, note_text.body
              FROM note_text JOIN note ON note.id = note_text.note_id JOIN account ON account.id = note.account_id
              WHERE note.business_id IN (SELECT business_id FROM own) AND note.level = 'team' AND note.undone_at IS NULL
              LIMIT :most",
        shows: &[("note", &["body"]), ("note_text", &["body"])],
    },
    Table {
        name: "rights-part-trainings",
        headers: &["rights-col-day", "rights-col-what", "rights-col-value"],
        cells: &[Plain, Words, Plain],
        sql: "SELECT training_person.business_id, NULL, (SELECT min(on_day) FROM training_date WHERE training_date.training_id = training.id),
                     training.title, training_person.sessions
              FROM training_person JOIN training ON training.id = training_person.training_id
              WHERE training_person.person_id = :person AND training.undone_at IS NULL ORDER BY training_person.id LIMIT :most",
        shows: &[("training_person", &["sessions"])],
    },
    Table {
        name: "rights-part-promises",
        headers: &["rights-col-day", "rights-col-words"],
        cells: &[Plain, Words],
        sql: "SELECT follow_up.business_id, NULL, follow_up.due_on, follow_up.title FROM follow_up
              WHERE follow_up.business_id IN (SELECT business_id FROM own) AND follow_up.dropped_at IS NULL ORDER BY follow_up.id LIMIT :most",
        shows: &[("follow_up", &["due_on", "title"])],
    },
    Table {
        name: "rights-part-resources",
        headers: &["rights-col-kind", "rights-col-applied", "rights-col-day", "rights-col-awarded", "rights-col-day-awarded", "rights-col-delivered", "rights-col-day-delivered", "rights-col-day-refused", "rights-col-words"],
        cells: &[Resource, Amount, Plain, Amount, Plain, Amount, Plain, Plain, Words],
        sql: "SELECT deployment.business_id, NULL, deployment.kind, applied || ' ' || unit, applied_on, awarded || ' ' || unit, awarded_on,
                     delivered || ' ' || unit, delivered_on, refused_on, deployment.note
              FROM deployment
              WHERE deployment.business_id IN (SELECT business_id FROM own) AND undone_at IS NULL ORDER BY id LIMIT :most",
        shows: &[("deployment", &["kind", "unit", "applied", "applied_on", "awarded", "awarded_on", "delivered", "delivered_on", "refused_on", "note"])],
    },
    Table {
        name: "rights-part-brings",
        headers: &["rights-col-kind", "rights-col-match", "rights-col-deposit", "rights-col-fees", "rights-col-guarantee", "rights-col-guarantee-amount"],
        cells: &[Resource, Money, Money, Money, Guarantee, Money],
        sql: "SELECT deployment.business_id, NULL, deployment.kind, match_cents, deposit_cents, fees_cents, guarantee, guarantee_cents
              FROM deployment
              WHERE deployment.business_id IN (SELECT business_id FROM own) AND undone_at IS NULL
                AND coalesce(match_cents, deposit_cents, fees_cents, guarantee) IS NOT NULL ORDER BY id LIMIT :most",
        shows: &[("deployment", &["match_cents", "deposit_cents", "fees_cents", "guarantee", "guarantee_cents"])],
    },
    Table {
        name: "rights-part-outcomes",
        headers: &["rights-col-what", "rights-col-day", "outcome-before", "outcome-after", "rights-col-words"],
        cells: &[Outcome, Plain, Counted, Counted, Words],
        sql: "SELECT outcome.business_id, NULL, outcome.kind, outcome.happened_on, amount_before || ' ' || kind, amount_after || ' ' || kind, outcome.words
              FROM outcome
              WHERE outcome.business_id IN (SELECT business_id FROM own) AND undone_at IS NULL ORDER BY id LIMIT :most",
        shows: &[("outcome", &["kind", "happened_on", "amount_before", "amount_after", "words"])],
    },
    Table {
        name: "rights-part-outcome-answers",
        headers: &["rights-col-day", "rights-col-what", "outcome-figure", "rights-col-words"],
        cells: &[Day, Outcome, Counted, Words],
        sql: "SELECT outcome.business_id, outcome_answer.person_id, outcome_answer.recorded_at, outcome.kind, outcome_answer.amount || ' ' || outcome.kind, outcome_answer.words
              FROM outcome_answer JOIN outcome ON outcome.id = outcome_answer.outcome_id
              WHERE outcome.business_id IN (SELECT business_id FROM own) ORDER BY outcome_answer.id LIMIT :most",
        shows: &[("outcome_answer", &["amount", "words"])],
    },
    Table {
        name: "rights-part-place",
        headers: &["rights-col-day", "rights-col-until", "rights-col-amount", "rights-col-words"],
        cells: &[Plain, Plain, Money, Words],
        sql: "SELECT business_id, NULL, told_on, lease_ends_on, rent_cents, option_words FROM occupancy
              WHERE business_id IN (SELECT business_id FROM own) ORDER BY id LIMIT :most",
        shows: &[("occupancy", &["told_on", "lease_ends_on", "rent_cents", "option_words"])],
    },
    Table {
        name: "rights-part-documents",
        headers: &["rights-col-words", "rights-col-who", "rights-col-since", "rights-col-until", "rights-col-signed"],
        cells: &[Words, Plain, Plain, Plain, Words],
        sql: "SELECT non_disclosure.business_id, NULL, non_disclosure.document, partner.name, non_disclosure.signed_on, non_disclosure.until_on, non_disclosure.by_client
              FROM non_disclosure JOIN partner ON partner.id = non_disclosure.partner_id
              WHERE non_disclosure.business_id IN (SELECT business_id FROM own) ORDER BY non_disclosure.id LIMIT :most",
        shows: &[("non_disclosure", &["document", "signed_on", "until_on", "by_client"])],
    },
    Table {
        name: "rights-part-corrections",
        headers: &["rights-col-day", "rights-col-what", "rights-col-old", "rights-col-new", "rights-col-answer", "rights-col-words"],
        cells: &[Day, Fact, Plain, Plain, Answer, Plain],
        sql: "SELECT NULL, NULL, asked_at, what, old_value, new_value, answer, words FROM correction_request WHERE person_id = :person ORDER BY id LIMIT :most",
        shows: &[("correction_request", &["what", "old_value", "new_value", "answer", "words"])],
    },
    Table {
        name: "rights-part-complaints",
        headers: &["rights-col-day", "rights-col-reference", "rights-col-words", "rights-col-answer"],
        cells: &[Day, Plain, Plain, Plain],
        sql: "SELECT NULL, NULL, asked_at, 'C-' || number, words, answer FROM complaint WHERE person_id = :person ORDER BY id LIMIT :most",
        shows: &[("complaint", &["words", "answer"])],
    },
    Table {
        name: "rights-part-helpers",
        headers: &["rights-col-who", "rights-col-what", "rights-col-since", "rights-col-until", "rights-col-ended"],
        cells: &[Plain, Level, Day, Plain, Day],
        sql: "SELECT NULL, NULL, name || coalesce(' (' || came_as || ')', ''), level, invited_at, until_on, ended_at FROM helper WHERE person_id = :person ORDER BY id LIMIT :most",
        shows: &[("helper", &["name", "came_as", "level", "until_on", "ended_at"])],
    },
    Table {
        name: "rights-helpers-did",
        headers: &["rights-col-day", "rights-col-who", "rights-col-what", "rights-col-reference"],
        cells: &[Day, Plain, Did, Plain],
        sql: "SELECT NULL, NULL, helper_deed.at, coalesce(helper.came_as, helper.name), helper_deed.what, 'R-' || referral.number
              FROM helper_deed JOIN helper ON helper.id = helper_deed.helper_id JOIN referral ON referral.id = helper_deed.referral_id
              WHERE helper.person_id = :person ORDER BY helper_deed.id LIMIT :most",
        shows: &[("helper_deed", &["what"])],
    },
];
