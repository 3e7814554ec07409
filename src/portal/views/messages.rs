//! The thread on a page of its own, for the entrepreneur.

use crate::referrals::Referral;
use crate::referrals::views::{Thread, thread};
use crate::web::layout::{Solo, solo};
use crate::web::{Leaf, parts};
use maud::{Markup, html};

pub(in crate::portal) fn messages(referral: &Referral, shown: &Thread<'_>, back: &str, leaf: Leaf, has_more: bool) -> Markup {
    let body = html! {
        div class="stack" {
            p class="small dim" { a href=(back) { "Your request for " (referral.kind.in_a_sentence()) } " · " (referral.label()) }
            h1 { "Messages" }
            (thread(shown))
            (parts::leaves(shown.address, leaf, has_more))
        }
    };
    let title = if shown.complaints.is_empty() { "Messages" } else { "Error: Messages" };
    solo(&Solo { title, ..Solo::default() }, body)
}
