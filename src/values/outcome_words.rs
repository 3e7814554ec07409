//! The vocabulary of what came of it: how well it is known, what the client says of it, and whether what was promised is kept.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// How well an outcome is known, the least first.
    Evidence ("outcome.evidence") {
        AdvisorNote = "advisor_note", "Advisor's note";
        ClientAffirmed = "client_affirmed", "Client says so too";
        DocumentSeen = "document_seen", "Document seen";
        ThirdParty = "third_party", "A third party says so";
    }
    /// What made an outcome as well known as it is.
    EvidenceCause ("outcome_evidence.cause") {
        Recorded = "recorded", "Written down";
        Raised = "raised", "Raised";
        Affirmed = "affirmed", "The client said: that is right";
        Contradicted = "contradicted", "The client said: something is different";
        Changed = "changed", "Changed, so it has to be known anew";
    }
    /// What a client says of an outcome.
    OutcomeAnswer ("outcome_answer.answer") {
        Right = "right", "That is right";
        Different = "different", "Something is different";
    }
    /// Did we help? In the client's own word.
    Helped ("outcome_answer.helped") {
        ALot = "a_lot", "Yes, a lot";
        Some = "some", "Yes, some";
        No = "no", "No";
        CannotSay = "cannot_say", "Can't say";
    }
    /// What was found about a commitment.
    CommitmentFound ("commitment_check.answer") {
        Kept = "kept", "Kept";
        Partly = "partly", "Partly kept";
        Broken = "broken", "Broken";
    }
    /// How a client said it.
    AnswerWay ("outcome_answer.way") {
        Link = "link", "By private link";
        OwnPage = "own_page", "On their own pages";
        Spoken = "spoken", "On the telephone, or face to face";
    }
}
