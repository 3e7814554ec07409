//! Two pages that know nobody: what is never asked, and the page on which a device is given back.

use super::{say, sentence};
use crate::i18n::Language;
use crate::web::layout::{Solo, solo};
use maud::{Markup, html};

/// What is never asked and never kept.
pub(in crate::self_identification) fn never(language: Language) -> Markup {
    let title = say(language, "self-never-head");
    let body = html! {
        div class="stack" {
            h1 { (title) }
            p class="lead" { (sentence(language, "self-never-lead")) }
            ul class="box stack" {
                li { (say(language, "self-never-status")) }
                li { (say(language, "self-never-birth")) }
                li { (say(language, "self-never-number")) }
                li { (say(language, "self-never-nation")) }
            }
            p { (sentence(language, "self-never-why")) }
            p { (sentence(language, "self-never-told")) }
        }
    };
    solo(&Solo { title: &title, language, switch: Some("/language?next=/never-asked"), ..Solo::default() }, body)
}

/// The end of a sitting. Back shows nothing: the address is closed, and nothing of it was kept on the device.
pub(in crate::self_identification) fn handed_back(language: Language) -> Markup {
    let title = say(language, "self-back-head");
    let body = html! {
        div class="stack" {
            h1 { (title) }
            p class="lead" role="status" { (sentence(language, "self-back")) }
            p { (sentence(language, "self-back-closed")) }
            p { a class="btn" href="/sign-in" lang="en" dir="ltr" { "Staff: sign in again" } }
        }
    };
    solo(&Solo { title: &title, language, ..Solo::default() }, body)
}
