//! What clients got, and what came of it, as the interface shows it.

use super::shapes::{As, Shape, is, may, outcome_kinds};
use crate::api::codes_of;
use crate::values::{Evidence, ResourceKind, Unit};

/// A resource that a client got, or asked for.
pub const DEPLOYMENT: Shape = Shape {
    name: "Deployment",
    from: "deployment JOIN program ON program.id = deployment.program_id JOIN business ON business.id = deployment.business_id
           LEFT JOIN referral ON referral.id = deployment.referral_id
           LEFT JOIN funding_source ON funding_source.id = deployment.funding_source_id
           LEFT JOIN deciding_body ON deciding_body.id = deployment.deciding_body_id",
    key: "deployment.id",
    mine: "deployment.program_id {in}",
    seen: ("deployment.business_id", "deployment.program_id", "NULL"),
    changed: "deployment.id IN (SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'deployment')",
    fields: &[
        is("id", "deployment.public_id", As::Id, "Address of the record."),
        is("program", "program.public_id", As::Id, "Under which program."),
        is("client", "business.public_id", As::Id, "To whom."),
        may("referral", "referral.public_id", As::Id, "The referral it came from."),
        is("kind", "deployment.kind", As::Word(codes_of::<ResourceKind>), "What kind of resource."),
        is("unit", "deployment.unit", As::Word(codes_of::<Unit>), "What the amounts count; money is in cents."),
        may("applied", "deployment.applied", As::Whole, "Asked for."),
        may("awarded", "deployment.awarded", As::Whole, "Promised."),
        may("delivered", "deployment.delivered", As::Whole, "Handed over."),
        may("applied_on", "deployment.applied_on", As::Day, "When asked."),
        may("awarded_on", "deployment.awarded_on", As::Day, "When promised."),
        may("delivered_on", "deployment.delivered_on", As::Day, "When handed over."),
        may("refused_on", "deployment.refused_on", As::Day, "When the answer to the application was no."),
        may("funding_source", "funding_source.name", As::Text, "Who pays."),
        may("deciding_body", "deciding_body.name", As::Text, "Who decided."),
        may("match_cents", "deployment.match_cents", As::Whole, "What the client adds of their own, in cents; empty where nobody asked."),
        may("deposit_cents", "deployment.deposit_cents", As::Whole, "What the client leaves as a deposit, in cents."),
        may("fees_cents", "deployment.fees_cents", As::Whole, "What the client pays in fees, in cents."),
        may("guarantee", "deployment.guarantee", As::Word(codes_of::<crate::values::Guarantee>), "What the client vouches with."),
        may("guarantee_cents", "deployment.guarantee_cents", As::Whole, "For how much, in cents."),
        may("taken_back_at", "deployment.undone_at", As::Instant, "When it was taken back; it counts nowhere."),
        is("created_at", "deployment.created_at", As::Instant, "When it was recorded."),
    ],
    parts: &[],
};

/// What came of it for a client.
pub const OUTCOME: Shape = Shape {
    name: "Outcome",
    from: "outcome JOIN program ON program.id = outcome.program_id JOIN business ON business.id = outcome.business_id
           LEFT JOIN referral ON referral.id = outcome.referral_id LEFT JOIN deployment ON deployment.id = outcome.deployment_id",
    key: "outcome.id",
    mine: "outcome.program_id {in}",
    seen: ("outcome.business_id", "outcome.program_id", "NULL"),
    changed: "outcome.id IN (SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'outcome')",
    fields: &[
        is("id", "outcome.public_id", As::Id, "Address of the record."),
        is("program", "program.public_id", As::Id, "Under which program."),
        is("client", "business.public_id", As::Id, "Whose."),
        is("kind", "outcome.kind", As::Word(outcome_kinds), "What came of it."),
        is("happened_on", "outcome.happened_on", As::Day, "The day."),
        may("amount_before", "outcome.amount_before", As::Whole, "Before, for a kind that is a change."),
        may("amount_after", "outcome.amount_after", As::Whole, "After, or how much; money is in cents."),
        is("evidence", "outcome.evidence", As::Word(codes_of::<Evidence>), "How well it is known."),
        may("referral", "referral.public_id", As::Id, "The referral it came of."),
        may("deployment", "deployment.public_id", As::Id, "The resource it came of."),
        may("taken_back_at", "outcome.undone_at", As::Instant, "When it was taken back; it counts nowhere."),
        is("created_at", "outcome.created_at", As::Instant, "When it was written down."),
    ],
    parts: &[],
};
