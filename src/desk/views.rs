//! The markup of the desk, one file a screen.

mod call;
mod client;
mod clients;
mod find;
mod log;
mod today;

pub(super) use call::call;
pub(super) use client::{client, self_id_link};
pub(super) use clients::{Listed, RegisterForm, clients, elsewhere, perhaps, register, waiting};
pub(super) use find::{found, results};
pub(super) use log::{LogPage, quick_log_page, whom};
pub(super) use today::today;

use crate::services::FollowUp;
use maud::{Markup, html};

/// A press that changes a follow-up: its address, told where the button stood.
fn follow_up_address(follow_up: &FollowUp, deed: &str, back: &str) -> String {
    format!("/follow-ups/{}/{deed}?back={back}", follow_up.id)
}

/// A form of one button.
fn press(address: &str, version: i64, class: &str, words: Markup) -> Markup {
    html! {
        form method="post" action=(address) { input type="hidden" name="version" value=(version); button class=(class) { (words) } }
    }
}
