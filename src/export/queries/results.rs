//! What clients got, and what came of it. The words about it stay in the record.

use super::{Cell, Table, client_number, day, day_of, hours, hundredths, text, word};
use crate::outcomes::measure::Measure;
use crate::values::codes::{self, List};
use crate::values::{Evidence, FundingKind, Guarantee, ResourceKind, Unit};
use rusqlite::Row;

pub(super) static DEPLOYMENTS: Table = Table {
    columns: &[
        "Client number",
        "Fairfloor id of the client",
        "Name of the business",
        "City",
        "State",
        "ZIP code",
        "Kind of resource",
        "Unit of the amounts",
        "Applied on",
        "Amount applied for",
        "Awarded on",
        "Amount awarded",
        "Delivered on",
        "Amount delivered",
        "Refused on",
        "Who pays",
        "Kind of money",
        "Who decided",
        "Match by the client",
        "Deposit",
        "Fees paid by the client",
        "Guarantee",
        "Amount of the guarantee",
        "Of the referral",
        "In the program",
        "Fairfloor id of the record",
    ],
    select: "
        SELECT business.number, business.public_id, business.name, business.city, business.state, business.postal_code, deployment.kind,
               deployment.unit, deployment.applied_on, deployment.applied, deployment.awarded_on, deployment.awarded, deployment.delivered_on,
               deployment.delivered, deployment.refused_on, funding_source.name AS source, funding_source.kind AS source_kind, deciding_body.name AS body,
               deployment.match_cents, deployment.deposit_cents, deployment.fees_cents, deployment.guarantee, deployment.guarantee_cents,
               referral.number AS referral_number, program.name AS program, deployment.public_id AS deployment_id",
    from: "
        FROM deployment
        JOIN business ON business.id = deployment.business_id
        JOIN program ON program.id = deployment.program_id
        LEFT JOIN funding_source ON funding_source.id = deployment.funding_source_id
        LEFT JOIN deciding_body ON deciding_body.id = deployment.deciding_body_id
        LEFT JOIN referral ON referral.id = deployment.referral_id
        WHERE +deployment.program_id IN (SELECT value FROM json_each(:programs))
          AND (:from IS NULL OR coalesce(deployment.awarded_on, deployment.applied_on, deployment.delivered_on, deployment.refused_on) >= :from)
          AND (:to IS NULL OR coalesce(deployment.awarded_on, deployment.applied_on, deployment.delivered_on, deployment.refused_on) <= :to)
          AND deployment.undone_at IS NULL
          AND :set IS NULL",
    order: "ORDER BY deployment.id",
    read: |row, _| {
        let unit: Unit = row.get("unit")?;
        let amount = |column: &str| row.get::<_, Option<i64>>(column).map(|amount| measured(amount, unit));
        let dollars = |column: &str| row.get::<_, Option<i64>>(column).map(|cents| measured(cents, Unit::Cents));
        Ok(vec![
            client_number(row)?,
            text(row, "public_id")?,
            text(row, "name")?,
            text(row, "city")?,
            text(row, "state")?,
            text(row, "postal_code")?,
            word::<ResourceKind>(row, "kind")?,
            Cell::Text(unit_in_words(unit).to_owned()),
            day(row, "applied_on")?,
            amount("applied")?,
            day(row, "awarded_on")?,
            amount("awarded")?,
            day(row, "delivered_on")?,
            amount("delivered")?,
            day(row, "refused_on")?,
            text(row, "source")?,
            word::<FundingKind>(row, "source_kind")?,
            text(row, "body")?,
            dollars("match_cents")?,
            dollars("deposit_cents")?,
            dollars("fees_cents")?,
            word::<Guarantee>(row, "guarantee")?,
            dollars("guarantee_cents")?,
            referral(row)?,
            text(row, "program")?,
            text(row, "deployment_id")?,
        ])
    },
};

fn referral(row: &Row<'_>) -> rusqlite::Result<Cell> {
    Ok(Cell::text(row.get::<_, Option<i64>>("referral_number")?.map(crate::referrals::label)))
}

fn unit_in_words(unit: Unit) -> &'static str {
    match unit {
        Unit::Cents => "dollars",
        Unit::Minutes => "advisor hours",
        Unit::LabMinutes => "lab hours",
        Unit::SquareFeet => "square feet",
    }
}

fn measured(amount: Option<i64>, unit: Unit) -> Cell {
    match unit {
        Unit::Cents => hundredths(amount),
        Unit::Minutes | Unit::LabMinutes => hours(amount),
        Unit::SquareFeet => Cell::number(amount),
    }
}

pub(super) static OUTCOMES: Table = Table {
    columns: &[
        "Client number",
        "Fairfloor id of the client",
        "What came of it",
        "Day it happened",
        "Counted in",
        "Before",
        "After, or how much",
        "How it is known",
        "What was seen, or who says so",
        "Day it was seen or said",
        "How well it is known today",
        "Client's answer",
        "Client's own figure",
        "Did we help",
        "Answered on",
        "Of the referral",
        "Advisor",
        "In the program",
        "Fairfloor id of the record",
    ],
    // How staff know it; that a client affirmed it is the client's alone to say, and stands in a column of its own.
    select: "
        SELECT business.number, business.public_id, outcome.kind, outcome.happened_on, outcome.amount_before, outcome.amount_after,
               seen.level, seen.seen_on, outcome.evidence, said.answer, said.amount, said.helped, said.recorded_at,
               referral.number AS referral_number, account.email AS advisor, program.name AS program, outcome.public_id AS outcome_id",
    from: "
        FROM outcome
        JOIN business ON business.id = outcome.business_id
        JOIN program ON program.id = outcome.program_id
        JOIN account ON account.id = outcome.account_id
        LEFT JOIN referral ON referral.id = outcome.referral_id
        LEFT JOIN outcome_evidence AS seen ON seen.id = (SELECT max(id)
                                                         FROM outcome_evidence
                                                         WHERE outcome_id = outcome.id AND answer_id IS NULL AND level <> 'client_affirmed')
        LEFT JOIN outcome_answer AS said ON said.id = (SELECT max(id) FROM outcome_answer WHERE outcome_id = outcome.id)
        WHERE +outcome.program_id IN (SELECT value FROM json_each(:programs))
          AND (:from IS NULL OR outcome.happened_on >= :from)
          AND (:to IS NULL OR outcome.happened_on <= :to)
          AND outcome.undone_at IS NULL
          AND :set IS NULL",
    order: "ORDER BY outcome.id",
    read: |row, zone| {
        let kind: String = row.get("kind")?;
        let unit = Measure::of(&kind).unit;
        let amount = |column: &str| {
            let amount: Option<i64> = row.get(column)?;
            Ok::<_, rusqlite::Error>(amount.zip(unit).map_or(Cell::Nothing, |(amount, unit)| Cell::Decimal(unit.typed(amount))))
        };
        let level: Option<Evidence> = row.get("level")?;
        let is_seen = level.is_some_and(|level| level > Evidence::ClientAffirmed);
        Ok(vec![
            client_number(row)?,
            text(row, "public_id")?,
            Cell::Text(codes::label(List::OutcomeKinds, &kind).unwrap_or(&kind).to_owned()),
            day(row, "happened_on")?,
            Cell::text(unit.map(|unit| unit.code().to_owned())),
            amount("amount_before")?,
            amount("amount_after")?,
            word::<Evidence>(row, "level")?,
            // Who it was and what it said are words about somebody; where they stand is none.
            Cell::text(is_seen.then(|| format!("As written down in outcome {}", row.get::<_, String>("outcome_id").unwrap_or_default()))),
            if is_seen { day(row, "seen_on")? } else { Cell::Nothing },
            word::<Evidence>(row, "evidence")?,
            text(row, "answer")?,
            amount("amount")?,
            text(row, "helped")?,
            day_of(row, "recorded_at", zone)?,
            referral(row)?,
            text(row, "advisor")?,
            text(row, "program")?,
            text(row, "outcome_id")?,
        ])
    },
};
