//! A landlord's own page: its units, and one press for each.

use super::site::rent_hint;
use crate::programs::Program;
use crate::sites::{Site, saying};
use crate::values::{Day, SiteAnswer, Vocabulary, digits};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// Draws the units behind a landlord's link. Opening it changes nothing.
pub fn landlord(sites: &[Site], token: &str, today: Day, complaints: &Complaints, is_saved: bool) -> Markup {
    let body = html! {
        div class="stack" {
            div class="hero" { h1 { "Are your units still available?" } p { "One press for each. You need no account." } }
            (parts::error_summary(complaints))
            @if is_saved { p class="box good" role="status" { "Saved. Thank you." } }
            @if sites.is_empty() { p class="lead" { "None of your units is listed any more. Thank you." } }
            @for (place, site) in sites.iter().enumerate() { (one(place, site, token, today)) }
            p class="small dim" { "Something else changed? Reply to the message that brought you here. The link works for 45 days." }
        }
    };
    let title = if complaints.is_empty() { "Your units" } else { "Error: Your units" };
    solo(&Solo { title, ..Solo::default() }, body)
}

fn one(place: usize, site: &Site, token: &str, today: Day) -> Markup {
    let hidden = |answer: SiteAnswer| {
        html! {
            (parts::form_key(&forms::fresh_key(), None))
            input type="hidden" name="site" value=(site.id);
            input type="hidden" name="answer" value=(answer.code());
        }
    };
    let press = |answer: SiteAnswer| {
        html! { form method="post" action={ "/u/" (token) } { (hidden(answer)) button class="btn" { (answer.label()) span class="vh" { ": " (site.name) } } } }
    };
    html! {
        section class="card" aria-labelledby={ "u" (place) } {
            h2 id={ "u" (place) } { (site.name) }
            div class="in stack" {
                p class="meta" {
                    @if let Some(rent) = saying::rent_words(&site.facts) { span { (rent) } }
                    @if let Some(on) = site.checked_on { span { "confirmed on " (on.short(today)) } }
                }
                div class="row" { (press(SiteAnswer::Available)) (press(SiteAnswer::Gone)) }
                form class="row" method="post" action={ "/u/" (token) } {
                    (hidden(SiteAnswer::RentChanged))
                    label for={ "rent" (place) } { "New rent " span class="hint" { (rent_hint(site)) } }
                    input class="inp" id={ "rent" (place) } name="rent" type="text" inputmode="decimal" autocomplete="off";
                    button class="btn" { (SiteAnswer::RentChanged.label()) span class="vh" { ": " (site.name) } }
                }
            }
        }
    }
}

/// A link that is over or closed looks like one that never was.
pub fn stopped(programs: &[Program]) -> Markup {
    let body = html! {
        div class="stack" {
            h1 { "This link has stopped working" }
            p class="lead" { "Each link works for 45 days. To get a new one, call the program that sent it:" }
            ul {
                @for program in programs {
                    li { (program.name) @if let Some(number) = &program.telephone { ": " a href={ "tel:" (digits(number)) } { (number) } } }
                }
            }
        }
    };
    solo(&Solo { title: "This link has stopped working", ..Solo::default() }, body)
}
