//! The vocabularies of clocks: what runs, what a manager sets, how far reminding has come.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// What runs on a clock.
    Timer ("reminder.timer") {
        Triage = "triage", "Look at a request that came in";
        ConsentAnswer = "consent_answer", "The client answers whether we may share";
        NotSent = "not_sent", "Send what the client agreed to";
        Acknowledge = "acknowledge", "The partner says it has the request";
        Decision = "decision", "The partner says yes or no";
        Question = "question", "An open question is answered";
        FirstContact = "first_contact", "The partner makes first contact";
        Update = "update", "The partner says how the work goes";
        HoldReview = "hold_review", "Look again at what is on hold";
        Confirm = "confirm", "The client says whether it helped";
        FollowUp = "follow_up", "Next step after it did not work";
        DeliveredAfterRecall = "delivered_after_recall", "The partner tells what it had done";
        Stale = "stale", "Something happens at all";
        AutoRecall = "auto_recall", "A request nobody answers is stopped";
        ConsentExpiry = "consent_expiry", "The permission to share ends";
    }
    /// How far reminding has come.
    Rung ("reminder.rung") {
        Early = "early", "Said beforehand";
        Near = "near", "Said again";
        Due = "due", "Said on the day";
        SecondContact = "second_contact", "Said to a second person too";
        AdvisorCalls = "advisor_calls", "The advisor calls";
        ManagerLooks = "manager_looks", "The manager looks";
    }
    /// A number of days that a manager sets.
    Limit ("timer_policy.timer") {
        Triage = "triage", "Look at a request that came in";
        ConsentAnswer = "consent_answer", "The client answers whether we may share";
        Acknowledge = "acknowledge", "The partner says it has the request";
        Decision = "decision", "The partner says yes or no";
        FirstContact = "first_contact", "The partner makes first contact";
        Update = "update", "The partner says how the work goes";
        UpdateAtMost = "update_at_most", "The partner may name its next news so far ahead";
        HoldReview = "hold_review", "Something may be put on hold for so long";
        Confirm = "confirm", "The client says whether it helped";
        FollowUp = "follow_up", "Next step after it did not work";
        DeliveredAfterRecall = "delivered_after_recall", "The partner tells what it had done";
        StaleUnanswered = "stale_unanswered", "No news at all: not answered yet";
        StaleAccepted = "stale_accepted", "No news at all: accepted, not started";
        StaleInProgress = "stale_in_progress", "No news at all: work in progress";
        AutoRecall = "auto_recall", "A request nobody answers is stopped";
    }
}
