//! What was done with clients: sessions, training, referrals. Notes and what was said are in none of it.

use super::{Cell, Table, client_number, day, day_of, hours, hundredths, listed, number, several, text, word};
use crate::referrals;
use crate::values::codes::List;
use crate::values::{Channel, Kind, Origin, ServiceKind, Urgency};

pub(super) static SERVICES: Table = Table {
    columns: &[
        "Client number",
        "Fairfloor id of the client",
        "Day of the service",
        "Kind of help",
        "How it was given",
        "Minutes",
        "Advisor",
        "Session type",
        "Topic",
        "Further topics",
        "Minutes to prepare",
        "Minutes on the way",
        "Language",
        "Others present",
        "Who pays",
        "Written late",
        "In the program",
        "Fairfloor id of the record",
    ],
    select: "
        SELECT business.number, business.public_id, service.served_on, service.kind, service.channel, service.minutes,
               coalesce(service.advisor_typed, account.email) AS advisor, service.session_type, service.topic,
               (SELECT group_concat(more.topic, ';') FROM service_topic AS more WHERE more.service_id = service.id) AS topics,
               service.prepare_minutes, service.travel_minutes,
               (SELECT group_concat(spoken.language, ';') FROM service_language AS spoken WHERE spoken.service_id = service.id) AS languages,
               service.others_present, funding_source.name AS source, service.is_late, program.name AS program,
               service.public_id AS service_id",
    from: "
        FROM service
        JOIN business ON business.id = service.business_id
        JOIN program ON program.id = service.program_id
        JOIN account ON account.id = service.account_id
        LEFT JOIN funding_source ON funding_source.id = service.funding_source_id
        WHERE +service.program_id IN (SELECT value FROM json_each(:programs))
          AND (:from IS NULL OR +service.served_on >= :from)
          AND (:to IS NULL OR +service.served_on <= :to)
          AND service.undone_at IS NULL
          AND :set IS NULL",
    order: "ORDER BY service.id",
    read: |row, _| {
        Ok(vec![
            client_number(row)?,
            text(row, "public_id")?,
            day(row, "served_on")?,
            word::<ServiceKind>(row, "kind")?,
            word::<Channel>(row, "channel")?,
            number(row, "minutes")?,
            text(row, "advisor")?,
            listed(row, "session_type", List::SessionTypes)?,
            listed(row, "topic", List::Topics)?,
            several(row, "topics", List::Topics)?,
            number(row, "prepare_minutes")?,
            number(row, "travel_minutes")?,
            several(row, "languages", List::Languages)?,
            number(row, "others_present")?,
            text(row, "source")?,
            Cell::Text(if row.get("is_late")? { "yes" } else { "no" }.to_owned()),
            text(row, "program")?,
            text(row, "service_id")?,
        ])
    },
};

pub(super) const CALLERS: &str = "
    SELECT count(*)
    FROM service
    WHERE business_id IS NULL
      AND program_id IN (SELECT value FROM json_each(:programs))
      AND (:from IS NULL OR served_on >= :from)
      AND (:to IS NULL OR served_on <= :to)
      AND undone_at IS NULL
      AND :set IS NULL";

pub(super) static TRAINING: Table = Table {
    columns: &[
        "What the training is called",
        "Days of the training",
        "Topic of the training",
        "How the training is given",
        "Hours of all sessions together",
        "How many came",
        "Of them in business",
        "Of them not yet in business",
        "Fee for one person",
        "Language of the training",
        "With whom",
        "Another partner",
        "Sponsor",
        "Second sponsor",
        "City",
        "State",
        "ZIP code",
        "Country",
        "In the program",
        "Fairfloor id of the record",
    ],
    select: "
        SELECT training.title,
               (SELECT group_concat(days.on_day, '; ')
                FROM (SELECT on_day FROM training_date WHERE training_id = training.id ORDER BY on_day) AS days) AS days,
               training.topic, training.format, training.minutes, training.total, training.in_business, training.not_yet, training.fee_cents,
               training.language,
               (SELECT group_concat(training_partner.partner, ';') FROM training_partner WHERE training_partner.training_id = training.id) AS partners,
               training.other_partner, training.sponsor, training.cosponsor, training.city, training.state, training.postal_code,
               training.country, program.name AS program, training.public_id",
    from: "
        FROM training
        JOIN program ON program.id = training.program_id
        WHERE +training.program_id IN (SELECT value FROM json_each(:programs))
          AND (:from IS NULL OR (SELECT min(on_day) FROM training_date WHERE training_id = training.id) >= :from)
          AND (:to IS NULL OR (SELECT min(on_day) FROM training_date WHERE training_id = training.id) <= :to)
          AND training.undone_at IS NULL
          AND :set IS NULL",
    order: "ORDER BY training.id",
    read: |row, _| {
        Ok(vec![
            text(row, "title")?,
            text(row, "days")?,
            listed(row, "topic", List::Topics)?,
            listed(row, "format", List::TrainingFormats)?,
            hours(row.get("minutes")?),
            number(row, "total")?,
            number(row, "in_business")?,
            number(row, "not_yet")?,
            hundredths(row.get("fee_cents")?),
            listed(row, "language", List::Languages)?,
            several(row, "partners", List::TrainingPartners)?,
            text(row, "other_partner")?,
            text(row, "sponsor")?,
            text(row, "cosponsor")?,
            text(row, "city")?,
            text(row, "state")?,
            text(row, "postal_code")?,
            listed(row, "country", List::Countries)?,
            text(row, "program")?,
            text(row, "public_id")?,
        ])
    },
};

pub(super) static REFERRALS: Table = Table {
    columns: &[
        "Referral",
        "Client number",
        "Fairfloor id of the client",
        "Name of the business",
        "Partner",
        "Kind of referral",
        "Status",
        "Stage",
        "Urgency",
        "Origin",
        "Prepared on",
        "Sent on",
        "First opened on",
        "Acknowledged on",
        "Answered on",
        "Started on",
        "On hold since",
        "Ended on",
        "Reason",
        "What the partner says came of it",
        "Waits for",
        "Due on",
        "Advisor",
        "In the program",
        "Fairfloor id of the record",
    ],
    select: "
        SELECT referral.number AS referral_number, business.number, business.public_id, business.name AS client, partner.name AS partner, referral.kind, referral.status,
               referral.stage, referral.urgency, referral.origin, referral.created_at, referral.sent_at, referral.opened_at,
               referral.decided_at, referral.ended_at, referral.reason_code, referral.outcome_code, referral.waiting_on, referral.due_on,
               account.email AS advisor, program.name AS program, referral.public_id AS referral_id,
               (SELECT min(done.at)
                FROM referral_event AS done
                WHERE done.referral_id = referral.id
                  AND done.event = 'acknowledge'
                  AND NOT EXISTS (SELECT 1
                                  FROM referral_event AS undo
                                  WHERE undo.referral_id = done.referral_id AND undo.seq = done.seq + 1 AND undo.event = 'undo_last')) AS acknowledged_at,
               (SELECT min(done.at)
                FROM referral_event AS done
                WHERE done.referral_id = referral.id
                  AND done.event IN ('start', 'resume', 'reopen')
                  AND NOT EXISTS (SELECT 1
                                  FROM referral_event AS undo
                                  WHERE undo.referral_id = done.referral_id AND undo.seq = done.seq + 1 AND undo.event = 'undo_last')) AS started_at,
               (SELECT max(done.at)
                FROM referral_event AS done
                WHERE done.referral_id = referral.id
                  AND done.event IN ('hold', 'consent_lapses')
                  AND NOT EXISTS (SELECT 1
                                  FROM referral_event AS undo
                                  WHERE undo.referral_id = done.referral_id AND undo.seq = done.seq + 1 AND undo.event = 'undo_last')) AS held_at",
    // A day is chosen by when it was sent; one that was not is chosen by when it was prepared.
    from: "
        FROM referral
        JOIN business ON business.id = referral.business_id
        JOIN program ON program.id = referral.program_id
        JOIN account ON account.id = referral.advisor_id
        LEFT JOIN partner ON partner.id = referral.partner_id
        WHERE +referral.program_id IN (SELECT value FROM json_each(:programs))
          AND (:from IS NULL OR coalesce(referral.sent_at, referral.created_at) >= :from)
          AND (:to IS NULL OR coalesce(referral.sent_at, referral.created_at) < :to)
          AND :set IS NULL",
    order: "ORDER BY referral.id",
    read: |row, zone| {
        Ok(vec![
            Cell::Text(referrals::label(row.get("referral_number")?)),
            client_number(row)?,
            text(row, "public_id")?,
            text(row, "client")?,
            text(row, "partner")?,
            word::<Kind>(row, "kind")?,
            text(row, "status")?,
            text(row, "stage")?,
            word::<Urgency>(row, "urgency")?,
            word::<Origin>(row, "origin")?,
            day_of(row, "created_at", zone)?,
            day_of(row, "sent_at", zone)?,
            day_of(row, "opened_at", zone)?,
            day_of(row, "acknowledged_at", zone)?,
            day_of(row, "decided_at", zone)?,
            day_of(row, "started_at", zone)?,
            if row.get::<_, String>("status")? == "on-hold" { day_of(row, "held_at", zone)? } else { Cell::Nothing },
            day_of(row, "ended_at", zone)?,
            text(row, "reason_code")?,
            text(row, "outcome_code")?,
            text(row, "waiting_on")?,
            day(row, "due_on")?,
            text(row, "advisor")?,
            text(row, "program")?,
            text(row, "referral_id")?,
        ])
    },
};
