//! The confidential part of a referral and the agreement before it, for the team.

use crate::auth::Viewer;
use crate::referrals::Referral;
use crate::referrals::secrets::{Agreement, Closed};
use crate::values::Day;
use crate::web::forms::fresh_key;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// The confidential part as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretForm {
    pub key: String,
    pub version: i64,
    pub words: String,
}

/// A signed agreement as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementForm {
    pub key: String,
    pub signed_on: String,
    pub until_on: String,
    pub by_client: String,
    pub by_partner: String,
    pub document: String,
}

/// What the page shows.
pub struct SecretPage<'a> {
    pub referral: &'a Referral,
    pub secret: &'a SecretForm,
    pub agreement: Option<&'a Agreement>,
    pub form: &'a AgreementForm,
    pub complaints: &'a Complaints,
    /// Whether the partner could read it now; none where there is nothing to read.
    pub gate: Option<Result<(), Closed>>,
    /// How often the partner read it, and the day of the last time.
    pub openings: (i64, Option<Day>),
    pub today: Day,
}

pub fn confidential(viewer: &Viewer, page: &SecretPage<'_>) -> Markup {
    let SecretPage { referral, complaints, .. } = page;
    let address = format!("/referrals/{}", referral.id);
    let above = html! { a href=(address) { (referral.label()) " " (referral.client_name) } " " span aria-hidden="true" { "/" } " " span class="dim" { "Confidential part" } };
    let below = html! { "It is in no partner's page, notice, letter or file until " bdi { (referral.partner_name()) } " said yes and an agreement signed by both sides is recorded here." };
    let body = html! {
        (parts::head(Some(above), "Confidential part", Some(below)))
        (parts::error_summary(complaints))
        div class="cols" {
            (words(page, &address))
            div class="stack" { (state(page)) (agreement(page, &address)) }
        }
    };
    let title = if complaints.is_empty() { "Confidential part" } else { "Error: Confidential part" };
    staff(&viewer.chrome(), &Page::new(title, "/referrals"), body)
}

fn words(page: &SecretPage<'_>, address: &str) -> Markup {
    let is_fixed = page.openings.0 > 0 || page.referral.status.is_end();
    parts::card(
        "secret",
        "What only a signed partner may read",
        html! {
            div class="in stack" {
                @if is_fixed {
                    @for line in page.secret.words.lines().filter(|line| !line.is_empty()) { p { (line) } }
                    @if page.secret.words.is_empty() { p class="dim" { "There is none." } }
                    @if page.openings.0 > 0 { p class="small dim" { "The partner has read it, so it stays as it was read." } }
                } @else {
                    form class="stack" method="post" action={ (address) "/confidential" } {
                        (parts::form_key(&fresh_key(), Some(page.secret.version)))
                        (parts::field("words", "Details", Some("how it works, settings, mixtures, drawings by number; no names of people"), page.complaints, |wiring| wiring.area(&page.secret.words, 10)))
                        button class="btn main" { "Save details" }
                    }
                }
            }
        },
    )
}

fn state(page: &SecretPage<'_>) -> Markup {
    let (class, said) = match page.gate {
        None => ("box", "There is no confidential part yet."),
        Some(Ok(())) => ("box good", "The partner can read it now."),
        Some(Err(Closed::NotTheirs)) => ("box", "Closed: the partner has not said yes, or its work is over."),
        Some(Err(Closed::NoPermission)) => ("box wait", "Closed: no permission of the client is in force for this partner."),
        Some(Err(Closed::NoAgreement)) => ("box wait", "Closed: no signed agreement is recorded."),
        Some(Err(Closed::NotNow)) => ("box wait", "Closed: the agreement is not in force today."),
    };
    html! {
        section class=(class) aria-label="Who can read it" {
            p { b { (said) } }
            @if let (times, Some(last)) = page.openings { p { "Read by the partner " (parts::count(times, "time", "times")) ", last on " (last.short(page.today)) ". The client sees this on their page." } }
        }
    }
}

fn agreement(page: &SecretPage<'_>, address: &str) -> Markup {
    let form = page.form;
    parts::card(
        "nda",
        "Non-disclosure agreement",
        html! {
            div class="in stack" {
                @if let Some(signed) = page.agreement {
                    (parts::facts(&[
                        ("Signed", html! { (signed.signed_on.short(page.today)) }, None),
                        ("Holds until", html! { (signed.until_on.short(page.today)) }, None),
                        ("For the client", html! { (signed.by_client) }, None),
                        ("For the partner", html! { (signed.by_partner) }, None),
                        ("The signed paper", html! { (signed.document) }, None),
                        ("Recorded by", html! { (signed.recorded_by) }, None),
                    ]))
                    form method="post" action={ (address) "/non-disclosure/ending" } {
                        (parts::form_key(&fresh_key(), None))
                        button class="btn" { "End the agreement" }
                    }
                } @else { p { "None is recorded between " bdi { (page.referral.client_name) } " and " bdi { (page.referral.partner_name()) } "." } }
                @if page.referral.partner.is_some() {
                    details open[page.agreement.is_none()] {
                        summary { @if page.agreement.is_some() { "Record a newer one" } @else { "Record a signed agreement" } }
                        form class="stack in" method="post" action={ (address) "/non-disclosure" } {
                            (parts::form_key(&fresh_key(), None))
                            (parts::field("signed_on", "Signed by both sides on", None, page.complaints, |wiring| wiring.text(&form.signed_on, "date")))
                            (parts::field("until_on", "Holds until", None, page.complaints, |wiring| wiring.text(&form.until_on, "date")))
                            (parts::field("by_client", "Who signed for the client", None, page.complaints, |wiring| wiring.text(&form.by_client, "text")))
                            (parts::field("by_partner", "Who signed for the partner", None, page.complaints, |wiring| wiring.text(&form.by_partner, "text")))
                            (parts::field("document", "Where the signed paper is", Some("file name or number"), page.complaints, |wiring| wiring.text(&form.document, "text")))
                            button class="btn main" { "Record the agreement" }
                        }
                    }
                }
            }
        },
    )
}
