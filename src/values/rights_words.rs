//! The vocabularies of people's rights: who looked, what is corrected, what a helper may do and did.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// In what role somebody looked.
    LookRole ("look.role") {
        Advisor = "advisor", "Their advisor";
        Colleague = "colleague", "Another advisor";
        Manager = "manager", "A manager";
        Partner = "partner", "A partner";
        Steward = "steward", "The data steward";
        Admin = "admin", "The administrator";
        System = "system", "A system of the program";
    }
    /// What was seen.
    LookPart ("look.part") {
        Record = "record", "What is known of the business";
        Referral = "referral", "A referral with its messages";
        Letter = "letter", "A printed letter or code";
        Request = "request", "What a partner sees before its yes";
        Contact = "contact", "What a partner sees after its yes";
        File = "file", "A line of a file";
        Report = "report", "Counted in a report";
        Notice = "notice", "A notice";
        Correction = "correction", "A request for a correction";
        Complaint = "complaint", "A complaint";
    }
    /// A fact that is corrected by request.
    Correctable ("correction_request.what") {
        PersonName = "person_name", "Name of the person";
        Email = "email", "E-mail address";
        BusinessName = "business_name", "Name of the business";
        Product = "product", "What it makes";
        Address = "address", "Address";
        Workers = "workers", "Number of workers";
        Ownership = "ownership", "Who owns it";
    }
    /// How a request for a correction was answered.
    Corrected ("correction_request.answer") {
        Made = "made", "Corrected";
        Kept = "kept", "Left as it stood";
    }
    /// What a helper may do.
    HelperLevel ("helper.level") {
        See = "see", "See";
        Act = "act", "See and act";
    }
    /// What a helper did.
    HelperDid ("helper_deed.what") {
        Message = "message", "wrote a message";
        Request = "request", "asked for help";
        Stop = "stop", "stopped a request";
        Confirm = "confirm", "said whether it helped";
        Answer = "answer", "answered a question";
        Other = "other", "changed something";
    }
}
