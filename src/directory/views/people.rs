//! Whom we ask at a partner, and who of them has an account.

use super::PartnerPage;
use crate::partners::Contact;
use crate::values::{Instant, digits};
use crate::web::{forms, parts};
use maud::{Markup, html};

pub(super) fn people(page: &PartnerPage<'_>) -> Markup {
    let partner = page.partner;
    parts::card(
        "people",
        "Whom we ask",
        html! {
            @if page.contacts.is_empty() { p class="in dim" { "Nobody yet. A referral needs a person to go to." } }
            ul class="rows" {
                @for contact in page.contacts {
                    li class="stack" {
                        div class="row" {
                            b { (contact.name) }
                            @if let Some(email) = &contact.email { a href={ "mailto:" (email) } { (email) } }
                            @if let Some(number) = &contact.telephone { a href={ "tel:" (digits(number)) } { (number) } }
                            @if page.can_change {
                                form class="push" method="post" action={ "/partners/" (partner.id) "/contacts/" (contact.id) "/closing" } {
                                    button class="btn mini" { "No longer there" span class="vh" { ": " (contact.name) } }
                                }
                            }
                        }
                        (account(page, contact))
                    }
                }
            }
            @if !page.contacts.is_empty() {
                p class="in small dim" {
                    @if page.can_sign_in { "An account shows somebody all requests to this partner, and its entry here. They sign in with a code that is mailed to their address; nobody here sees the code. Everyone can answer by link without one." }
                    @else { "This office sends no e-mail by itself, so nobody can sign in with a mailed code. Partners answer by link, or with the code in a letter." }
                }
            }
            @if page.can_change {
                form class="in stack" method="post" action={ "/partners/" (partner.id) "/contacts" } {
                    h3 { "Add somebody" }
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("contact_name", "Name", None, page.complaints, |wiring| wiring.text(&page.typed.contact.contact_name, "text")))
                    div class="pair apart" {
                        (parts::field("contact_email", "E-mail", Some("the private link goes here"), page.complaints, |wiring| wiring.text(&page.typed.contact.contact_email, "email")))
                        (parts::field("contact_telephone", "Telephone", None, page.complaints, |wiring| wiring.text(&page.typed.contact.contact_telephone, "tel")))
                    }
                    button class="btn" { "Add person" }
                }
            }
        },
    )
}

/// Whether they have an account, and the button that gives or ends it.
fn account(page: &PartnerPage<'_>, contact: &Contact) -> Markup {
    let (partner, today) = (page.partner, page.today);
    let day = |at: Instant| page.zone.day(at).short(today);
    html! {
        @match page.accounts.iter().find(|account| account.contact == contact.key) {
            Some(account) => {
                form class="row" method="post" action={ "/partners/" (partner.id) "/accounts/" (account.id) "/ending" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::tag("good", "Account"))
                    span class="small dim" { "since " (day(account.given_at)) ", " @match account.last_used_at { Some(at) => { "last signed in " (day(at)) }, None => "not used yet" } }
                    button class="btn mini push" { "End the account" span class="vh" { " of " (contact.name) } }
                }
            },
            None if page.can_sign_in && contact.email.is_some() && !partner.is_closed => {
                form method="post" action={ "/partners/" (partner.id) "/contacts/" (contact.id) "/accounts" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    button class="btn mini" { "Give " bdi { (contact.name) } " an account" }
                }
            },
            None => {},
        }
    }
}
