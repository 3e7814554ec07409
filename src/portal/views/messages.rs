//! The thread on a page of its own, for the entrepreneur.

use super::{Own, about, title_of};
use crate::referrals::Referral;
use crate::referrals::telling::need;
use crate::referrals::views::{Thread, thread};
use crate::web::layout::{Solo, solo};
use crate::web::{Leaf, parts};
use maud::{Markup, html};

pub(in crate::portal) fn messages(own: &Own<'_>, referral: &Referral, shown: &Thread<'_>, leaf: Leaf, has_more: bool) -> Markup {
    let language = own.language;
    let title = language.word("messages");
    let body = html! {
        div class="stack" {
            p class="small dim" { a href=(own.back) { (about(language, &need(language, referral.kind, referral.trainee.is_some()))) } " · " bdi { (referral.label()) } }
            h1 { (title) }
            (thread(shown))
            (parts::leaves_in(language, shown.address, leaf, has_more))
        }
    };
    let title = title_of(language, &title, !shown.complaints.is_empty());
    solo(&Solo { title: &title, language, switch: Some(own.switch), foot: own.foot(), ..Solo::default() }, body)
}
