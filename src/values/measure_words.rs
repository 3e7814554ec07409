//! The vocabulary of what can be counted of a program without a word on who anybody is.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// A listed measure.
    ListedMeasure ("grant_goal.measure") {
        ClientsJoined = "clients_joined", "Clients who joined";
        ClientsServed = "clients_served", "Clients served";
        Services = "services", "Services";
        ContactTime = "contact_time", "Hours with clients";
        Trainings = "trainings", "Trainings held";
        TrainingPeople = "training_people", "People at trainings";
        OutreachReached = "outreach_reached", "People spoken to in outreach";
        OutreachContacts = "outreach_contacts", "People in outreach who left a way to reach them";
        ReferralsSent = "referrals_sent", "Referrals sent";
        ReferralsAccepted = "referrals_accepted", "Referrals that a partner said yes to";
        ReferralsCompleted = "referrals_completed", "Referrals completed";
        Awards = "awards", "Resources awarded";
        DollarsAwarded = "dollars_awarded", "Dollars awarded to clients";
        DollarsDelivered = "dollars_delivered", "Dollars handed over to clients";
        SpaceDelivered = "space_delivered", "Square feet handed over";
        LabTime = "lab_time", "Hours in a lab";
        Outcomes = "outcomes", "Outcomes";
        JobsCreated = "jobs_created", "Jobs created";
        JobsKept = "jobs_kept", "Jobs kept";
        CapitalRaised = "capital_raised", "Capital that clients raised";
        ContractsWon = "contracts_won", "Contracts that clients won, in dollars";
    }
}
