//! A helper that an entrepreneur trusts: sees their requests, or acts for them too, until a day, with a code of their own.
//!
//! What a helper may open stands in the list of what each proof opens (`own::opens`), and everything else is closed to them. Permissions
//! to share, who looked, the profile, the copy, and who somebody is are never among them: a yes stays the person's own.

use crate::i18n::Language;
use crate::values::{Day, HelperDid, HelperId, HelperLevel};

/// The longest a helper is trusted, in days, before the person says so again.
pub const LONGEST_DAYS: i64 = 365;

/// Somebody who came in as a helper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: HelperId,
    /// Row key of the person they help.
    pub person: i64,
    /// The name they gave, or that the person knows them by.
    pub name: String,
    /// What they may do.
    pub level: HelperLevel,
    /// The last day.
    pub until_on: Day,
}

/// What a helper did, as the person reads it: "wrote a message".
pub fn did(language: Language, did: HelperDid) -> String {
    language.word(match did {
        HelperDid::Message => "rights-did-message",
        HelperDid::Request => "rights-did-request",
        HelperDid::Stop => "rights-did-stop",
        HelperDid::Confirm => "rights-did-confirm",
        HelperDid::Answer => "rights-did-answer",
        HelperDid::Other => "rights-did-other",
    })
}
