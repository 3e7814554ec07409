//! Letter codes on the page of a referral: one for the client, one for whom we ask at the partner.

use super::page::ReferralPage;
use crate::values::{CodeKind, Handing, Vocabulary};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// For people without e-mail: a code opens the same page that their link opens.
pub(super) fn for_client(page: &ReferralPage<'_>) -> Markup {
    let address = format!("/referrals/{}/codes", page.story.referral.id);
    html! {
        details {
            summary { "Give them a code" }
            (form(&address, "Twelve letters and digits open the same page, for somebody with a telephone and no e-mail. A new code closes the one before.", ""))
        }
        (given(page, CodeKind::Entrepreneur, &address))
    }
}

/// For a partner without e-mail: the same, while there is something to answer and a permission to share.
pub(super) fn for_partner(page: &ReferralPage<'_>) -> Markup {
    let address = format!("/referrals/{}/partner-codes", page.story.referral.id);
    let Some(contact) = page.contact.filter(|contact| !contact.is_closed && page.yes.is_some()) else { return html! {} };
    let what = format!(
        "For {}, who then types it at the address in the letter and answers there. It opens what the link opens. A new code closes the one before.",
        contact.name
    );
    html! {
        details open[contact.email.is_none()] {
            summary { "Letter with a code for the partner" }
            (form(&address, &what, " for the partner"))
        }
        (given(page, CodeKind::Partner, &address))
    }
}

fn form(address: &str, what: &str, whose: &str) -> Markup {
    html! {
        form class="in stack" method="post" action=(address) {
            (parts::form_key(&forms::fresh_key(), None))
            p class="small dim" { (what) }
            @for handing in Handing::ALL { button class="btn full" name="handing" value=(handing.code()) { (give(*handing)) @if !whose.is_empty() { span class="vh" { (whose) } } } }
        }
    }
}

/// The codes that work now: never the code itself.
fn given(page: &ReferralPage<'_>, kind: CodeKind, address: &str) -> Markup {
    html! {
        @for code in page.codes.iter().filter(|code| code.kind == kind) {
            p class="small" {
                "A code was given on " (page.zone.day(code.issued_at).short(page.today)) " (" (code.handing.label().to_lowercase()) "). It works until " (page.zone.day(code.expires_at).short(page.today)) ". "
                @match code.used_at { Some(at) => { "Last used " (page.zone.day(at).short(page.today)) ", " (page.zone.clock(at)) "." }, None => "Not used yet." }
            }
            form method="post" action={ (address) "/closing" } { (parts::form_key(&forms::fresh_key(), None)) button class="btn mini" { "Close the code" @if kind == CodeKind::Partner { span class="vh" { " of the partner" } } } }
        }
    }
}

fn give(handing: Handing) -> &'static str {
    match handing {
        Handing::Letter => "Print a letter",
        Handing::Spoken => "Read it out",
        Handing::Hand => "Hand it over",
    }
}
