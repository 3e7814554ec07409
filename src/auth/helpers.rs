//! A helper that an entrepreneur trusts: sees their requests, or acts for them too, until a day, with a code of their own.
//!
//! What a helper may open is a list of addresses, and everything else is closed to them: a page that is added tomorrow stays closed
//! until somebody puts it here. Permissions to share, who looked, the profile, the copy, and who somebody is are never among them: a
//! yes stays the person's own.

use crate::i18n::Language;
use crate::values::{Day, HelperDid, HelperId, HelperLevel};
use axum::http::Method;

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

/// True where a helper of a level may call an address.
pub fn may(method: &Method, path: &str, level: HelperLevel) -> bool {
    let is_request = path.strip_prefix("/me/referrals/").is_some_and(|rest| !rest.is_empty());
    if method == Method::POST {
        let is_deed = is_request && ["/events", "/messages", "/requests", "/contact"].iter().any(|end| path.ends_with(end));
        return path == "/me/leaving" || (level == HelperLevel::Act && is_deed);
    }
    // Pages whose only use is to do something.
    let is_form = ["/stopping", "/answer", "/requests", "/confirm"].iter().any(|end| path.ends_with(end));
    let is_open = !path.ends_with("/consent") && (level == HelperLevel::Act || !is_form);
    path == "/me/help" || (is_request && is_open)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_helper_opens_what_is_listed_and_nothing_else() {
        let sees = |path: &str| may(&Method::GET, path, HelperLevel::See);
        for path in ["/me/help", "/me/referrals/x", "/me/referrals/x/messages"] {
            assert!(sees(path), "{path}");
        }
        for path in [
            "/me",
            "/me/messages",
            "/me/permissions",
            "/me/who-looked",
            "/me/profile",
            "/me/download",
            "/me/download/copy.json",
            "/me/helpers",
            "/me/about-me",
            "/me/referrals/x/consent",
            "/me/referrals/",
            "/me/anything-new",
        ] {
            assert!(!sees(path) && !may(&Method::GET, path, HelperLevel::Act), "{path}");
        }
    }

    #[test]
    fn only_a_helper_who_may_act_posts_and_never_a_yes() {
        let acts = |path: &str, level| may(&Method::POST, path, level);
        for path in ["/me/referrals/x/events", "/me/referrals/x/messages", "/me/referrals/x/requests"] {
            assert!(acts(path, HelperLevel::Act) && !acts(path, HelperLevel::See), "{path}");
        }
        for path in ["/me/referrals/x/sharing", "/me/permissions", "/me/profile", "/me/closing", "/me/helpers", "/me/language"] {
            assert!(!acts(path, HelperLevel::Act), "{path}");
        }
        assert!(acts("/me/leaving", HelperLevel::See));
    }
}
