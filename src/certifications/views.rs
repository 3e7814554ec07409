//! Certificates of a client: the card, the list with the form, one of them, those that end soon.

use super::form::CertificationForm;
use super::{Certification, Facts, SOON_DAYS, Standing};
use crate::auth::Viewer;
use crate::people::Client;
use crate::values::codes::{self, List};
use crate::values::{CertificationBasis, Day};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What a certificate is, and what it is not.
const ONLY_THAT: &str = "A certificate is a certificate: it says nothing of who somebody is, and no figure about groups of owners uses it.";

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn standing(facts: &Facts, today: Day) -> Markup {
    match facts.standing(today) {
        Standing::ToCome => parts::tag("", "Still to come"),
        Standing::Open => parts::tag("", "End not known"),
        Standing::Good => parts::tag("good", "Good"),
        Standing::Soon => parts::tag("wait", "Ends soon"),
        Standing::Ended => parts::tag("stop", "Ended"),
    }
}

/// From when until when, as far as somebody knows.
fn days(facts: &Facts, today: Day) -> String {
    let until =
        |until: Day| if until < today { format!("ended {}", until.short(today)) } else { format!("good until {}", until.short(today)) };
    match (facts.from_on, facts.until_on) {
        (Some(from), Some(end)) => format!("From {}, {}", from.short(today), until(end)),
        (Some(from), None) => format!("From {}, until when is not known", from.short(today)),
        (None, Some(end)) => format!("Since when is not known, {}", until(end)),
        (None, None) => "From when and until when is not known".to_owned(),
    }
}

/// In one line, without a full stop.
pub(super) fn summary(facts: &Facts, today: Day) -> String {
    format!("{}, {}. {}", facts.label(), facts.agency, days(facts, today))
}

fn row(certification: &Certification, today: Day) -> Markup {
    let facts = &certification.facts;
    html! {
        li {
            div class="row" { h3 { a href={ "/certifications/" (certification.id) } { (facts.label()) } } (standing(facts, today)) }
            p class="small dim" { (facts.agency) @if let Some(number) = &facts.number { ", " bdi { (number) } } ". " (days(facts, today)) ". " (said(facts.basis)) "." }
            @if let Some(standard) = &facts.standard { p class="said" { (standard) } }
        }
    }
}

fn said(basis: CertificationBasis) -> &'static str {
    match basis {
        CertificationBasis::ToldToAdvisor => "Told to the advisor",
        CertificationBasis::DocumentSeen => "Document seen",
    }
}

/// The card on the page of a client.
pub fn card(client: &Client, certifications: &[Certification], today: Day) -> Markup {
    parts::card_with(
        "certs",
        "Certifications",
        html! { a class="push" href={ "/clients/" (client.id) "/certifications" } { @if certifications.is_empty() { "Add one" span class="vh" { ": a certification" } } @else { "All, and add" span class="vh" { " certifications" } } } },
        html! {
            @if certifications.is_empty() { p class="in dim" { "None written down." } }
            @else { ul class="rows" { @for certification in certifications { (row(certification, today)) } } }
        },
    )
}

/// What the page of a client's certificates shows.
pub(super) struct ClientPage<'p> {
    pub viewer: &'p Viewer,
    pub client: &'p Client,
    pub certifications: Vec<Certification>,
    pub leaf: Leaf,
    pub today: Day,
}

/// Those of a client, and the form for another.
pub(super) fn of_client(page: ClientPage<'_>, form: &CertificationForm, complaints: &Complaints) -> Markup {
    let (client, address) = (page.client, format!("/clients/{}/certifications", page.client.id));
    let (certifications, has_more) = page.leaf.of_window(page.certifications);
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(Some(html! { a href={ "/clients/" (client.id) } { (client.name) } }), "Certifications", Some(html! { (ONLY_THAT) })))
        (parts::error_summary(complaints))
        div class="cols" {
            div class="stack" {
                (parts::card("list", "Written down", html! {
                    @if certifications.is_empty() { (parts::empty("No certificate written down", "Write down which one it is, who gave it, and until when it is good.", None)) }
                    ul class="rows" { @for certification in &certifications { (row(certification, page.today)) } }
                }))
                (parts::leaves(&address, page.leaf, has_more))
            }
            (parts::card("new", "Add a certificate", html! {
                form class="in form" method="post" action=(address) {
                    (parts::form_key(&key, None))
                    (fields(form, None, complaints, page.today))
                    div class="row" { button class="btn main" { "Save the certificate" } }
                }
            }))
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled("Certifications", complaints), "/clients"), body)
}

/// What the list offers today, and the one it has already.
fn choices(saved: Option<&str>, today: Day) -> Vec<(String, String)> {
    let offered: Vec<_> = codes::offered(List::Certifications, today).collect();
    let kept =
        saved.filter(|saved| offered.iter().all(|row| row.code != *saved)).and_then(|saved| codes::find(List::Certifications, saved));
    let rows = offered.into_iter().chain(kept).map(|row| (row.code.clone(), row.label.clone()));
    [(String::new(), "Choose one".to_owned())].into_iter().chain(rows).collect()
}

fn fields(form: &CertificationForm, saved: Option<&str>, complaints: &Complaints, today: Day) -> Markup {
    html! {
        (parts::field("code", "Which certificate?", None, complaints, |wiring| wiring.select(&form.code, &choices(saved, today))))
        (parts::field("named", "What is it called?", Some("only where you chose Other"), complaints, |wiring| wiring.text(&form.named, "text")))
        div class="pair apart" {
            (parts::field("agency", "Who certified?", Some("such as: the state, a council"), complaints, |wiring| wiring.text(&form.agency, "text")))
            (parts::field("number", "Its number", Some("optional"), complaints, |wiring| wiring.text(&form.number, "text")))
        }
        div class="pair apart" {
            (parts::field("from_on", "Good from", Some("empty if not known: it counts from today"), complaints, |wiring| wiring.text(&form.from_on, "date")))
            (parts::field("until_on", "Good until", Some("empty if not known"), complaints, |wiring| wiring.text(&form.until_on, "date")))
        }
        (parts::field("standard", "Under which standard?", Some("optional; such as: 49 CFR part 26, as of October 2025"), complaints, |wiring| wiring.area(&form.standard, 2)))
        (parts::field("basis", "Who says so?", None, complaints, |wiring| wiring.select(&form.basis, &parts::options::<CertificationBasis>(None))))
    }
}

/// What the page of one certificate shows.
pub(super) struct OnePage<'p> {
    pub viewer: &'p Viewer,
    pub certification: &'p Certification,
    pub may_undo: bool,
    pub today: Day,
}

/// One certificate, to be changed, seen or taken back.
pub(super) fn one(page: &OnePage<'_>, form: &CertificationForm, complaints: &Complaints) -> Markup {
    let (certification, facts) = (page.certification, &page.certification.facts);
    let (client, key) = (&certification.client, if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() });
    let above = html! { a href={ "/clients/" (client.0) } { (client.1) } " / " a href={ "/clients/" (client.0) "/certifications" } { "Certifications" } };
    let is_standing = certification.undone_at.is_none();
    let press = |deed: &str, words: &str| {
        html! {
            form class="in" method="post" action={ "/certifications/" (certification.id) "/" (deed) } {
                input type="hidden" name="version" value=(certification.version);
                button class="btn" { (words) }
            }
        }
    };
    let body = html! {
        (parts::head(Some(above), facts.label(), Some(html! { (standing(facts, page.today)) " " (days(facts, page.today)) ". " (said(facts.basis)) ". Written down by " bdi { (certification.author.1) } "." })))
        (parts::error_summary(complaints))
        @if !is_standing { div class="box stop" { p { "This certificate was taken back." } } }
        @else {
            div class="cols" {
                (parts::card("edit", "Change it", html! {
                    p class="in small dim" { (ONLY_THAT) }
                    form class="in form" method="post" action={ "/certifications/" (certification.id) } {
                        (parts::form_key(&key, Some(form.version)))
                        (fields(form, Some(&facts.code), complaints, page.today))
                        div class="row" { button class="btn main" { "Save changes" } }
                    }
                }))
                div class="stack" {
                    @if facts.basis == CertificationBasis::ToldToAdvisor {
                        (parts::card("seen", "Did you see the document?", press("evidence", "I saw the document")))
                    }
                    @if page.may_undo { (parts::card("undo", "Take it back", press("undoing", "Take this certificate back"))) }
                }
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(facts.label(), complaints), "/clients"), body)
}

/// Those of the viewer's clients that end soon.
pub(super) fn ending(viewer: &Viewer, ending: Vec<Certification>, leaf: Leaf, today: Day) -> Markup {
    let (ending, has_more) = leaf.of_window(ending);
    let body = html! {
        (parts::head(Some(html! { a href="/today" { "Today" } }), "Certificates ending", Some(html! { "Those of your clients that end within " (SOON_DAYS) " days and were not given anew, as far as it was written down." })))
        (parts::card("list", "The first to end first", html! {
            @if ending.is_empty() { (parts::empty("No certificate ends soon", "Certificates of your clients stand here when their last day is near.", None)) }
            ul class="rows" {
                @for certification in &ending {
                    li {
                        div class="row" {
                            h3 { a href={ "/certifications/" (certification.id) } { (certification.client.1) ": " (certification.facts.label()) } }
                            @if let Some(until) = certification.facts.until_on { (parts::tag("wait", &format!("until {}", until.short(today)))) }
                        }
                        p class="small dim" { (certification.facts.agency) }
                    }
                }
            }
        }))
        (parts::leaves("/certifications", leaf, has_more))
    };
    staff(&viewer.chrome(), &Page::new("Certificates ending", "/today"), body)
}
