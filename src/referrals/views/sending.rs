//! Sending to several partners in one press: who gets it, and why it goes to one that is slow, full or asked already.

use crate::auth::Viewer;
use crate::referrals::Referral;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// The field for the reason, by the place of the draft: there are five at most.
pub const WHY: [&str; 5] = ["why-1", "why-2", "why-3", "why-4", "why-5"];

/// A draft that can be sent with the others.
#[derive(Debug, Clone)]
pub struct ToSend {
    pub referral: Referral,
    /// What speaks against it; then sending takes a reason.
    pub concerns: Vec<String>,
    /// True when it is to be sent now.
    pub is_chosen: bool,
    /// The reason as it was typed.
    pub why: String,
}

/// The form. It stands on the page of each of them, and alone where something was missing.
pub fn form(referral: &Referral, drafts: &[ToSend], complaints: &Complaints) -> Markup {
    html! {
        form class="stack" method="post" action={ "/referrals/" (referral.id) "/sending" } {
            (parts::form_key(&forms::fresh_key(), None))
            fieldset {
                legend class="lbl-h" { "Send it to " span class="hint" { "take out whoever is to wait" } }
                @if let Some(words) = complaints.on("with") { span class="err" id="with" tabindex="-1" { (words) } }
                @for (place, one) in drafts.iter().enumerate() { (draft(place, one, complaints)) }
            }
            button class="btn main" { "Send to " (drafts.len()) " partners" }
        }
    }
}

fn draft(place: usize, one: &ToSend, complaints: &Complaints) -> Markup {
    let field = WHY.get(place).copied().unwrap_or_default();
    html! {
        div class="stack" {
            div class="tick" {
                input type="checkbox" id={ "s" (place) } name="with" value={ (one.referral.id) "." (one.referral.version) } checked[one.is_chosen];
                label for={ "s" (place) } { (one.referral.partner_name()) @if let Some((_, name)) = &one.referral.contact { ", " (name) } }
            }
            @if !one.concerns.is_empty() {
                div class="box wait" { @for words in &one.concerns { p { (words) } } }
                div {
                    input type="hidden" name="about" value=(one.referral.id);
                    label for=(field) { "Why do you send it to " bdi { (one.referral.partner_name()) } " all the same?" }
                    @let wrong = complaints.on(field);
                    @if let Some(words) = wrong { span class="err" id={ (field) "-error" } { (words) } }
                    input class="inp" id=(field) name="why" type="text" value=(one.why) autocomplete="off"
                        aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| format!("{field}-error"))];
                }
            }
        }
    }
}

/// What was missing, with everything as it was typed. Nothing was sent.
pub fn page(viewer: &Viewer, referral: &Referral, drafts: &[ToSend], complaints: &Complaints) -> Markup {
    let above = html! { a href={ "/referrals/" (referral.id) } { (referral.label()) } };
    let below = html! { "For " bdi { (referral.client_name) } ". Nothing was sent yet: all of it goes out together." };
    let body = html! {
        (parts::head(Some(above), "Send to several partners", Some(below)))
        (parts::error_summary(complaints))
        (parts::card("sending", "To whom", html! { div class="in" { (form(referral, drafts, complaints)) } }))
    };
    staff(&viewer.chrome(), &Page::new("Error: Send to several partners", "/referrals"), body)
}
