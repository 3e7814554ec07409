//! What somebody shares: every yes, with stop, an earlier end and renewal.

use super::{leaves, page as own_page};
use crate::i18n::Args;
use crate::referrals::{label, sharing, telling};
use crate::rights::{Permission, Reader, words};
use crate::stories::Story;
use crate::values::Zone;
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

pub(in crate::rights) fn page(
    reader: &Reader,
    all: &[Permission],
    stories: &[Story],
    zone: &Zone,
    complaints: &Complaints,
    (leaf, has_more): (Leaf, bool),
) -> Markup {
    let (live, over): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.is_live);
    let body = html! {
        p { (reader.say("rights-permissions-lead")) }
        section class="stack" aria-labelledby="live" {
            h2 id="live" { (reader.say("rights-live")) }
            @if live.is_empty() { p class="dim" { (reader.say("rights-none-live")) } }
            @for one in live { (permission(reader, one, zone, complaints)) }
        }
        @if !over.is_empty() {
            section class="stack" aria-labelledby="over" {
                h2 id="over" { (reader.say("rights-over")) }
                @for one in over { (permission(reader, one, zone, complaints)) }
            }
        }
        section class="card" aria-labelledby="stories" {
            h2 id="stories" { (reader.say("story-list-title")) }
            div class="in stack" {
                p { (reader.language.sentence(&reader.say("story-list-lead"))) }
                @if stories.iter().any(|story| story.live().is_some()) {
                    ul {
                        @for (story, yes) in stories.iter().filter_map(|story| Some((story, story.live()?))) {
                            li { a href={ "/me/stories/" (story.id) } { bdi { (story.facts.title) } } " · " (reader.say_with("story-until", Args::default().with("day", reader.day(yes.expires_on)))) }
                        }
                    }
                }
                p { a href="/me/stories" { (reader.say("story-list-back")) } }
            }
        }
        section class="card" aria-labelledby="totals" {
            h2 id="totals" { (reader.say("rights-totals-title")) }
            div class="in stack" { p { (reader.say("rights-totals")) } }
        }
        (leaves(reader, "/me/permissions", leaf, has_more))
    };
    own_page(reader, "/me/permissions", "rights-permissions-title", complaints, body)
}

fn permission(reader: &Reader, one: &Permission, zone: &Zone, complaints: &Complaints) -> Markup {
    let (yes, id) = (&one.yes, format!("p{}", one.yes.key));
    let need = telling::need(reader.language, one.kind, one.is_trainee);
    let title = reader.say_with("rights-permission", Args::default().with("org", &one.partner).with("need", need));
    let since = reader.day(zone.day(yes.granted_at));
    html! {
        section class="card" aria-labelledby=(id) {
            h3 id=(id) class="in" { (title) " · " a href={ "/me/referrals/" (one.referral.1) } dir="ltr" { (label(one.referral.2)) } }
            div class="in stack" {
                p { (reader.say_with(if one.is_live { "rights-sees" } else { "rights-saw" }, Args::default().with("items", sharing::in_words(&yes.fields, reader.language)))) }
                p {
                    @match one.over_on(zone, reader.today) {
                        Some(day) => (reader.say_with("rights-held", Args::default().with("since", since).with("until", reader.day(day)))),
                        None => (reader.say_with("rights-holds", Args::default().with("since", since).with("until", reader.day(yes.expires_on)))),
                    }
                    " " (words::method(reader.language, yes.method, yes.witness.as_deref()))
                }
                details {
                    summary { (reader.say("rights-exact-words")) }
                    div class="box" lang=(yes.language.code()) dir=(yes.language.direction().code()) { @for line in yes.text_shown.lines().filter(|line| !line.is_empty()) { p { (line) } } }
                }
                @if one.is_renewable { (press(one, "renew", "btn", &reader.say("rights-renew"), html! { p { (reader.say("rights-renew-lead")) } })) }
                @if one.is_live {
                    details open[complaints.on("until").is_some()] {
                        summary { (reader.say("rights-shorten")) }
                        (shorten(reader, one))
                    }
                    details {
                        summary { (reader.say("rights-stop")) }
                        (press(one, "stop", "btn", &reader.say_with("rights-stop-now", Args::default().with("org", &one.partner)), stops(reader, one)))
                    }
                }
            }
        }
    }
}

/// What stops, and what cannot be taken back.
fn stops(reader: &Reader, one: &Permission) -> Markup {
    html! {
        p { (reader.say("rights-stops")) }
        p { (reader.say(if one.was_read { "rights-was-read" } else { "rights-not-read" })) }
    }
}

fn shorten(reader: &Reader, one: &Permission) -> Markup {
    let field = format!("until-{}", one.yes.key);
    html! {
        form class="in stack" method="post" action="/me/permissions" {
            (hidden(one, "shorten"))
            div {
                label for=(field) { (reader.say("rights-last-day")) }
                input class="inp" id=(field) name="until" type="date" min=(reader.today.plus_days(1)) max=(one.yes.expires_on.plus_days(-1)) required;
            }
            button class="btn" { (reader.say("rights-save")) }
        }
    }
}

fn hidden(one: &Permission, what: &str) -> Markup {
    html! {
        (parts::form_key(&forms::fresh_key(), None))
        input type="hidden" name="permission" value=(one.yes.key);
        input type="hidden" name="what" value=(what);
    }
}

fn press(one: &Permission, what: &str, class: &str, words: &str, lead: Markup) -> Markup {
    html! {
        form class="in stack" method="post" action="/me/permissions" {
            (lead)
            (hidden(one, what))
            button class=(class) { (words) }
        }
    }
}
