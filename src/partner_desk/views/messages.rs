//! The thread on a page of its own, for the partner.

use crate::referrals::Referral;
use crate::referrals::views::{Thread, thread};
use crate::web::layout::{Solo, solo};
use crate::web::{Leaf, parts};
use maud::{Markup, html};

pub(in crate::partner_desk) fn messages(referral: &Referral, shown: &Thread<'_>, leaf: Leaf, has_more: bool) -> Markup {
    let body = html! {
        div class="stack" {
            p class="small dim" { a href={ "/p/r/" (referral.id) } { "The request" } " · " (referral.label()) }
            h1 { "Messages" }
            (thread(shown))
            (parts::leaves(shown.address, leaf, has_more))
        }
    };
    let title = if shown.complaints.is_empty() { "Messages" } else { "Error: Messages" };
    solo(&Solo { title, ..Solo::default() }, body)
}
