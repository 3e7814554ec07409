//! What each proof of the person opens: one list of addresses, and everything that is not on it is closed. A page that is added tomorrow
//! stays closed to letters, texts, helpers and devices until somebody puts it here, and a test asks for that decision.
//!
//! Why letters and texts open so much: whoever has a telephone only does everything with them. What they never show are stored answers
//! about who somebody is (`/me/about-me` says only when, see `firewall::own`), and the words of older complaints. Helpers never see
//! permissions, who looked, the profile, the copy, or who somebody is: a yes stays the person's own. A device that stays signed in
//! shows where things stand; every deed asks for a code.

use super::Proof;
use crate::values::HelperLevel;
use crate::web::Method;
use crate::web::Method::{Get, Post};

/// How somebody proved who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// With a code that staff handed over.
    Letter,
    /// With a code that a gateway texted, or that was mailed where somebody else reads too.
    Texted,
    /// With a code that the program mailed to them alone.
    Mailed,
    /// On a device that stays signed in.
    Remembered,
    /// They are a helper.
    Helper(HelperLevel),
}

impl Kind {
    /// Every one there is.
    pub const ALL: [Self; 6] =
        [Self::Letter, Self::Texted, Self::Mailed, Self::Remembered, Self::Helper(HelperLevel::See), Self::Helper(HelperLevel::Act)];

    /// Of a proof.
    pub fn of(proof: &Proof) -> Self {
        match proof {
            Proof::Letter(_) => Self::Letter,
            Proof::Texted => Self::Texted,
            Proof::Mailed { .. } => Self::Mailed,
            Proof::Remembered(_) => Self::Remembered,
            Proof::Helper(helper) => Self::Helper(helper.level),
        }
    }
}

/// Which helpers an address is open to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Helps {
    No,
    /// Only who may act.
    Act,
    /// Everyone.
    See,
}

/// An address of the table of routes, and for each proof whether it opens it.
struct Line {
    method: Method,
    route: &'static str,
    letter: bool,
    texted: bool,
    mailed: bool,
    remembered: bool,
    helper: Helps,
}

const fn line(method: Method, route: &'static str, [letter, texted, mailed, remembered]: [bool; 4], helper: Helps) -> Line {
    Line { method, route, letter, texted, mailed, remembered, helper }
}

const Y: bool = true;
const N: bool = false;
use Helps::{Act, No, See};

#[rustfmt::skip]
const OPENS: &[Line] = &[
    //                                                   letter, texted, mailed, remembered    helper
    line(Get,  "/me",                                    [Y,     Y,      Y,      Y],           No),
    line(Post, "/me/leaving",                            [Y,     Y,      Y,      Y],           See),
    line(Post, "/me/leaving-everywhere",                 [Y,     Y,      Y,      N],           No),
    line(Post, "/me/language",                           [Y,     Y,      Y,      Y],           No),
    line(Get,  "/me/kept",                               [Y,     Y,      Y,      N],           No),
    line(Post, "/me/kept/dropping",                      [Y,     Y,      Y,      N],           No),
    // Requests, with everything that is answered and asked there.
    line(Get,  "/me/referrals/{id}",                     [Y,     Y,      Y,      Y],           See),
    line(Get,  "/me/referrals/{id}/stopping",            [Y,     Y,      Y,      N],           Act),
    line(Get,  "/me/referrals/{id}/answer",              [Y,     Y,      Y,      N],           Act),
    line(Post, "/me/referrals/{id}/events",              [Y,     Y,      Y,      N],           Act),
    line(Post, "/me/referrals/{id}/contact",             [Y,     Y,      Y,      N],           Act),
    line(Post, "/me/referrals/{id}/sharing",             [Y,     Y,      Y,      N],           No),
    line(Post, "/me/referrals/{id}/reminders",           [Y,     Y,      Y,      N],           No),
    line(Post, "/me/referrals/{id}/words",               [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/referrals/{id}/messages",            [Y,     Y,      Y,      N],           See),
    line(Post, "/me/referrals/{id}/messages",            [Y,     Y,      Y,      N],           Act),
    line(Get,  "/me/referrals/{id}/requests",            [Y,     Y,      Y,      N],           Act),
    line(Post, "/me/referrals/{id}/requests",            [Y,     Y,      Y,      N],           Act),
    line(Get,  "/me/messages",                           [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/requests",                           [Y,     Y,      Y,      N],           No),
    line(Post, "/me/requests",                           [Y,     Y,      Y,      N],           No),
    // What came of it: figures of the business, and the person's own word about them.
    line(Get,  "/me/outcomes",                           [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/outcomes/{id}",                      [Y,     Y,      Y,      N],           No),
    line(Post, "/me/outcomes/{id}",                      [Y,     Y,      Y,      N],           No),
    // What is counted: their own say in it, which nobody has for them.
    line(Get,  "/me/indicators",                         [Y,     Y,      Y,      N],           No),
    line(Post, "/me/indicators",                         [Y,     Y,      Y,      N],           No),
    line(Post, "/me/indicators/ranking",                 [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/indicators/{id}",                    [Y,     Y,      Y,      N],           No),
    line(Post, "/me/indicators/{id}/comments",           [Y,     Y,      Y,      N],           No),
    line(Post, "/me/indicators/{id}/withdrawal",         [Y,     Y,      Y,      N],           No),
    line(Post, "/me/indicator-comments/{id}/removal",    [Y,     Y,      Y,      N],           No),
    // What may be told of them outside: a yes is the person's own.
    line(Get,  "/me/stories",                            [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/stories/{id}",                       [Y,     Y,      Y,      N],           No),
    line(Post, "/me/stories/{id}",                       [Y,     Y,      Y,      N],           No),
    line(Post, "/me/stories/{id}/withdrawal",            [Y,     Y,      Y,      N],           No),
    // What is theirs by right.
    line(Get,  "/me/permissions",                        [Y,     Y,      Y,      N],           No),
    line(Post, "/me/permissions",                        [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/who-looked",                         [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/profile",                            [Y,     Y,      Y,      N],           No),
    line(Post, "/me/profile",                            [Y,     Y,      Y,      N],           No),
    line(Post, "/me/profile/email-codes",                [Y,     Y,      Y,      N],           No),
    line(Post, "/me/profile/email",                      [Y,     Y,      Y,      N],           No),
    line(Post, "/me/profile/corrections",                [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/download",                           [Y,     Y,      Y,      N],           No),
    line(Post, "/me/download",                           [Y,     Y,      Y,      N],           No),
    line(Post, "/me/closing",                            [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/help",                               [Y,     Y,      Y,      N],           See),
    line(Post, "/me/help",                               [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/helpers",                            [Y,     Y,      Y,      N],           No),
    line(Post, "/me/helpers",                            [Y,     Y,      Y,      N],           No),
    line(Post, "/me/helpers/{id}/ending",                [Y,     Y,      Y,      N],           No),
    // Who they are. A letter and a text say it, change it and delete it; none of these pages shows them what was said, and only a mailed code keeps it under a new notice.
    line(Get,  "/me/about-me",                           [Y,     Y,      Y,      N],           No),
    line(Get,  "/me/about-me/questions/{question}",      [Y,     Y,      Y,      N],           No),
    line(Post, "/me/about-me/questions/{question}",      [Y,     Y,      Y,      N],           No),
    line(Post, "/me/about-me/deleting",                  [Y,     Y,      Y,      N],           No),
    line(Post, "/me/about-me/keeping",                   [N,     N,      Y,      N],           No),
];

/// Every address that somebody decided about.
pub fn decided() -> impl Iterator<Item = (Method, &'static str)> {
    OPENS.iter().map(|line| (line.method, line.route))
}

/// True where a proof opens an address, as the table of routes writes it. What nobody decided about is closed.
pub fn may(kind: Kind, method: Method, route: &str) -> bool {
    let Some(line) = OPENS.iter().find(|line| line.method == method && line.route == route) else { return false };
    match kind {
        Kind::Letter => line.letter,
        Kind::Texted => line.texted,
        Kind::Mailed => line.mailed,
        Kind::Remembered => line.remembered,
        Kind::Helper(HelperLevel::See) => line.helper == See,
        Kind::Helper(HelperLevel::Act) => line.helper != No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_decided_about_is_closed_to_everybody() {
        for kind in Kind::ALL {
            for (method, route) in
                [(Get, "/me/anything-new"), (Post, "/me"), (Get, "/me/"), (Get, "/me/referrals/abc"), (Post, "/me/help/")]
            {
                assert!(!may(kind, method, route), "{kind:?} {route}");
            }
        }
    }

    #[test]
    fn a_device_that_stays_signed_in_sees_where_things_stand_and_nothing_else() {
        let open: Vec<&str> = decided().filter(|(method, route)| may(Kind::Remembered, *method, route)).map(|(_, route)| route).collect();
        assert_eq!(open, ["/me", "/me/leaving", "/me/language", "/me/referrals/{id}"]);
    }

    #[test]
    fn a_helper_sees_requests_acts_where_they_may_and_never_says_yes() {
        let open = |kind| -> Vec<String> {
            let open = decided().filter(|(method, route)| may(kind, *method, route));
            open.map(|(method, route)| format!("{} {route}", method.code())).collect()
        };
        let sees = open(Kind::Helper(HelperLevel::See));
        assert_eq!(sees, ["POST /me/leaving", "GET /me/referrals/{id}", "GET /me/referrals/{id}/messages", "GET /me/help"]);
        let acts = open(Kind::Helper(HelperLevel::Act));
        assert!(sees.iter().all(|route| acts.contains(route)) && acts.len() == 11, "{acts:?}");
        for closed in ["sharing", "permissions", "profile", "closing", "download", "helpers", "who-looked", "about-me", "language"] {
            assert!(!acts.iter().any(|route| route.contains(closed)), "{closed}");
        }
    }

    #[test]
    fn letters_and_texts_open_the_same_and_nothing_that_a_mailed_code_does_not() {
        for (method, route) in decided() {
            assert_eq!(may(Kind::Letter, method, route), may(Kind::Texted, method, route), "{route}");
            assert!(may(Kind::Mailed, method, route), "{route}");
        }
    }
}
