//! Words of other systems for the terms of referrals: where one stands, what kind it is, what came of it.

use super::tale::{Came, Said};
use super::terms::term;
use crate::referrals::{Kind, Status};
use crate::values::{Origin, Urgency, fold};

/// Where a referral stands, in the words of other systems; and whether the word says that the client stopped it. "Closed" says that it is
/// over, not how. A word of another language is nobody's guess: it is refused with what can be written.
pub fn status(typed: &str) -> Option<(Said, bool)> {
    use Status as S;
    const SPELLINGS: &[(&str, S)] = &[
        ("notsent", S::Draft),
        ("sent", S::Requested),
        ("pending", S::Requested),
        ("referred", S::Requested),
        ("referralsent", S::Requested),
        ("submitted", S::Requested),
        ("awaitingresponse", S::Requested),
        ("acknowledged", S::Received),
        ("underreview", S::Received),
        ("inreview", S::Received),
        ("approved", S::Accepted),
        ("saidyes", S::Accepted),
        ("declined", S::Rejected),
        ("denied", S::Rejected),
        ("notaccepted", S::Rejected),
        ("turneddown", S::Rejected),
        ("saidno", S::Rejected),
        ("active", S::InProgress),
        ("started", S::InProgress),
        ("connected", S::InProgress),
        ("underway", S::InProgress),
        ("receivingservices", S::InProgress),
        ("waitlist", S::OnHold),
        ("waitlisted", S::OnHold),
        ("waitinglist", S::OnHold),
        ("onwaitlist", S::OnHold),
        ("paused", S::OnHold),
        ("complete", S::Completed),
        ("done", S::Completed),
        ("gothelp", S::Completed),
        ("helpreceived", S::Completed),
        ("receivedhelp", S::Completed),
        ("served", S::Completed),
        ("successful", S::Completed),
        ("resolved", S::Completed),
        ("incomplete", S::Failed),
        ("unsuccessful", S::Failed),
        ("unresolved", S::Failed),
        ("didntgethelp", S::Failed),
        ("didnotgethelp", S::Failed),
        ("nothelped", S::Failed),
        ("canceled", S::Cancelled),
        ("stopped", S::Cancelled),
        ("recalled", S::Cancelled),
        ("error", S::EnteredInError),
        ("mistake", S::EnteredInError),
    ];
    match fold(typed).as_str() {
        "closed" | "ended" | "inactive" => return Some((Said::Closed, false)),
        "withdrawn" | "withdrew" | "clientwithdrew" | "withdrawnbyclient" | "nolongerinterested" => {
            return Some((Said::Stands(S::Cancelled), true));
        }
        _ => {}
    }
    term(typed, SPELLINGS).map(|status| (Said::Stands(status), false))
}

/// A kind of referral.
pub fn kind(typed: &str) -> Option<Kind> {
    use Kind as K;
    const SPELLINGS: &[(&str, K)] = &[
        ("businessdevelopment", K::BusinessDevelopment),
        ("businessassistance", K::BusinessDevelopment),
        ("technicalassistance", K::BusinessDevelopment),
        ("financing", K::BusinessDevelopment),
        ("technology", K::TechnologyTransfer),
        ("techtransfer", K::TechnologyTransfer),
        ("realestate", K::RealEstate),
        ("siteselection", K::RealEstate),
        ("workforcedevelopment", K::Workforce),
        ("hiring", K::Workforce),
        ("training", K::Workforce),
        ("entrepreneurship", K::Entrepreneurship),
        ("incubator", K::Entrepreneurship),
        ("accelerator", K::Entrepreneurship),
    ];
    term(typed, SPELLINGS)
}

/// By when a need wants an answer.
pub fn urgency(typed: &str) -> Option<Urgency> {
    const SPELLINGS: &[(&str, Urgency)] = &[
        ("urgent", Urgency::ThisWeek),
        ("high", Urgency::ThisWeek),
        ("emergency", Urgency::ThisWeek),
        ("medium", Urgency::ThisMonth),
        ("normal", Urgency::ThisQuarter),
        ("low", Urgency::NoRush),
        ("none", Urgency::NoRush),
    ];
    term(typed, SPELLINGS)
}

/// Who asked for a referral.
pub fn origin(typed: &str) -> Option<Origin> {
    const SPELLINGS: &[(&str, Origin)] = &[
        ("staff", Origin::Advisor),
        ("self", Origin::SelfRequest),
        ("selfreferral", Origin::SelfRequest),
        ("client", Origin::SelfRequest),
        ("partner", Origin::InboundPartner),
        ("inbound", Origin::InboundPartner),
    ];
    term(typed, SPELLINGS)
}

/// What came of a referral.
pub fn came(typed: &str) -> Option<Came> {
    match fold(typed).as_str() {
        "fullymet" | "yes" | "met" | "needmet" | "gothelp" | "helpreceived" | "receivedhelp" | "helped" | "full" | "successful" => {
            Some(Came::Met("fully_met"))
        }
        "partlymet" | "partly" | "partial" | "partiallymet" | "some" => Some(Came::Met("partly_met")),
        "informationonly" | "information" | "informationgiven" => Some(Came::Met("information_only")),
        "deliveredresultpending" | "resultpending" => Some(Came::Met("delivered_result_pending")),
        "no" | "none" | "notmet" | "nohelp" | "nothelped" | "neednotmet" | "didntgethelp" | "didnotgethelp" | "unsuccessful" => {
            Some(Came::Nothing)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_other_systems_say_where_a_referral_stands_or_are_nobodys_guess() {
        use Status as S;
        for (typed, stands) in [
            ("in-progress", Some(S::InProgress)),
            ("In progress", Some(S::InProgress)),
            ("Declined", Some(S::Rejected)),
            ("Wait-listed", Some(S::OnHold)),
            ("Got help", Some(S::Completed)),
            ("Didn't get help", Some(S::Failed)),
            ("Aceptado", None),
            ("Rechazada", None),
            ("open", None),
        ] {
            assert_eq!(status(typed).map(|(said, _)| said), stands.map(Said::Stands), "{typed}");
        }
        assert_eq!(status("CLOSED"), Some((Said::Closed, false)));
        assert_eq!(status("Withdrawn"), Some((Said::Stands(S::Cancelled), true)));
        assert_eq!(came("Partially met"), Some(Came::Met("partly_met")));
        assert_eq!(kind("Workforce development"), Some(Kind::Workforce));
    }
}
