//! What the own pages say of codes and roles: each a message of the catalog.

use super::{Looked, Saw};
use crate::i18n::{Args, Language};
use crate::referrals::label;
use crate::values::{ConsentMethod, ContactBy, Correctable, Corrected, Guarantee, HelperLevel, LookPart, LookRole, ResourceKind};

/// Who looked: an organization and a role.
pub fn who(language: Language, looked: &Looked) -> String {
    let key = match looked.role {
        Some(LookRole::Advisor) => "rights-by-advisor",
        Some(LookRole::Colleague) => "rights-by-colleague",
        Some(LookRole::Manager) => "rights-by-manager",
        Some(LookRole::Steward) => "rights-by-steward",
        Some(LookRole::Admin) => "rights-by-admin",
        Some(LookRole::System) => "rights-by-system",
        Some(LookRole::Partner) | None => return looked.organization.clone(),
    };
    language.say(key, Args::default().with("program", &looked.organization))
}

/// What was seen, and why.
pub fn saw(language: Language, looked: &Looked) -> String {
    let key = match looked.saw {
        Saw::Part(LookPart::Record) => "rights-saw-record",
        Saw::Part(LookPart::Referral) => "rights-saw-referral",
        Saw::Part(LookPart::Letter) => "rights-saw-letter",
        Saw::Part(LookPart::Request) => "rights-saw-request",
        Saw::Part(LookPart::Contact) => "rights-saw-contact",
        Saw::Part(LookPart::File) if looked.role == Some(LookRole::Manager) => "rights-saw-taken-out",
        Saw::Part(LookPart::File) => "rights-saw-file",
        Saw::Part(LookPart::Report) => "rights-saw-report",
        Saw::Part(LookPart::Notice) => "rights-saw-notice",
        Saw::Part(LookPart::Correction) => "rights-saw-correction",
        Saw::Part(LookPart::Complaint) => "rights-saw-complaint",
        Saw::Secret => "rights-saw-secret",
        Saw::Import => "rights-saw-import",
    };
    language.say(key, Args::default().maybe("reference", looked.referral.map(label)))
}

/// A fact.
pub fn fact(language: Language, what: Correctable) -> String {
    let key = match what {
        Correctable::PersonName => "rights-field-name",
        Correctable::Email => "rights-field-email",
        Correctable::BusinessName => "rights-field-business",
        Correctable::Product => "rights-field-product",
        Correctable::Address => "rights-field-address",
        Correctable::Workers => "rights-field-workers",
        Correctable::Ownership => "rights-field-ownership",
    };
    language.say(key, Args::default())
}

/// How a request for a correction was answered.
pub fn answered(language: Language, answer: Corrected) -> String {
    let key = match answer {
        Corrected::Made => "rights-corrected",
        Corrected::Kept => "rights-kept",
    };
    language.say(key, Args::default())
}

/// How somebody likes to hear from us.
pub fn channel(language: Language, by: ContactBy) -> String {
    let key = match by {
        ContactBy::Phone => "rights-by-phone",
        ContactBy::Text => "rights-by-text",
        ContactBy::Email => "rights-by-email",
        ContactBy::Letter => "rights-by-letter",
    };
    language.say(key, Args::default())
}

/// How a yes was given, and who heard it.
pub fn method(language: Language, method: ConsentMethod, witness: Option<&str>) -> String {
    let key = match method {
        ConsentMethod::Link => "rights-yes-page",
        ConsentMethod::Spoken => "rights-yes-spoken",
        ConsentMethod::Paper => "rights-yes-paper",
    };
    language.say(key, Args::default().maybe("witness", witness))
}

/// What a helper may do.
pub fn level(language: Language, level: HelperLevel) -> String {
    let key = match level {
        HelperLevel::See => "rights-level-see",
        HelperLevel::Act => "rights-level-act",
    };
    language.say(key, Args::default())
}

/// What somebody vouches with.
pub fn guarantee(language: Language, guarantee: Guarantee) -> String {
    language.word(match guarantee {
        Guarantee::None => "rights-guarantee-none",
        Guarantee::Personal => "rights-guarantee-personal",
        Guarantee::ThirdParty => "rights-guarantee-third-party",
        Guarantee::Collateral => "rights-guarantee-collateral",
    })
}

/// What kind of resource it is.
pub fn resource(language: Language, kind: ResourceKind) -> String {
    language.word(match kind {
        ResourceKind::Grant => "rights-resource-grant",
        ResourceKind::Loan => "rights-resource-loan",
        ResourceKind::Equity => "rights-resource-equity",
        ResourceKind::FeeWaiver => "rights-resource-fee-waiver",
        ResourceKind::Space => "rights-resource-space",
        ResourceKind::LabTime => "rights-resource-lab-time",
        ResourceKind::EquipmentTime => "rights-resource-equipment-time",
        ResourceKind::Training => "rights-resource-training",
        ResourceKind::Advice => "rights-resource-advice",
        ResourceKind::InKind => "rights-resource-in-kind",
    })
}
