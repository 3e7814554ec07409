//! The own pages about what is somebody's by right, for a phone: one column, one language, a way out on each.

pub(super) mod copy;
pub(super) mod help;
pub(super) mod helpers;
pub(super) mod looked;
pub(super) mod permissions;
pub(super) mod profile;
pub(super) mod staff;

use super::Reader;
use crate::i18n::Args;
use crate::values::digits;
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, Leaf, parts};
use maud::{Markup, html};

/// Addresses of the pages, and the keys of their names.
const PAGES: [(&str, &str); 7] = [
    ("/me/permissions", "rights-permissions-title"),
    ("/me/who-looked", "rights-looked-title"),
    ("/me/profile", "rights-profile-title"),
    ("/me/about-me", "rights-answers-title"),
    ("/me/helpers", "rights-helpers-title"),
    ("/me/download", "rights-copy-title"),
    ("/me/help", "rights-help-title"),
];

/// One of the own pages: its name, what is wrong with it, its body, and the way to the others and out.
fn page(reader: &Reader, address: &str, title: &str, complaints: &Complaints, body: Markup) -> Markup {
    let named = reader.say(title);
    let title = if complaints.is_empty() { named.clone() } else { reader.say_with("title-error", Args::default().with("title", &named)) };
    let body = html! {
        div class="stack" {
            div class="hero" { h1 { (named) } }
            (parts::errors(reader.language, complaints))
            (body)
        }
    };
    let foot = html! {
        div class="stack" {
            div { (parts::leave(reader.language)) }
            @if reader.is_helper { p class="small dim" { (reader.say("rights-you-help")) } }
            @else {
                nav aria-label=(reader.say("rights-pages")) {
                    ul class="stack" {
                        li { a href="/me" { (reader.say("own-home")) } }
                        @for (href, key) in PAGES { li { a href=(href) aria-current=[(href == address).then_some("page")] { (reader.say(key)) } } }
                    }
                }
            }
            (call(reader))
        }
    };
    let switch = format!("/me/language?next={}", parts::encoded(address));
    let switch = (!reader.is_helper).then_some(switch.as_str());
    solo(&Solo { title: &title, language: reader.language, switch, foot: Some(foot), ..Solo::default() }, body)
}

/// Whom to call, on every page at the same place.
fn call(reader: &Reader) -> Markup {
    html! {
        @if let Some(number) = &reader.program.telephone {
            p class="small" {
                (reader.program.name) ": " a href={ "tel:" (digits(number)) } dir="ltr" { (number) }
                @if let Some(hours) = &reader.program.office_hours { " · " span dir="auto" { (hours) } }
            }
        }
    }
}

/// The pages of a list.
fn leaves(reader: &Reader, address: &str, leaf: Leaf, has_more: bool) -> Markup {
    html! {
        @if leaf.page > 0 || has_more {
            nav class="row" aria-label=(reader.say("rights-leaves")) {
                @if leaf.page > 0 { a class="btn mini" href=(address) { (reader.say("rights-newest")) } }
                @if has_more { a class="btn mini push" rel="next" href={ (address) "?page=" (leaf.page + 1) } { (reader.say("rights-older")) } }
            }
        }
    }
}

/// A value that may be missing.
fn known(reader: &Reader, value: Option<&str>) -> Markup {
    html! {
        @match value.filter(|value| !value.is_empty()) {
            Some(value) => span dir="auto" { (value) },
            None => span class="dim" { (reader.say("rights-not-known")) },
        }
    }
}
