//! One partner: what it offers, how long it takes to answer, whom we ask there, and the forms that change it.

mod list;
mod people;
mod service_form;
mod services;

pub use list::{ListPage, Listed, SearchForm, partners};
pub use service_form::service_page;

use crate::auth::Viewer;
use crate::partners::typed::ClosureForm;
use crate::partners::{self, Account, Closure, Contact, Partner, Service};
use crate::referrals::queries::AnswerTimes;
use crate::values::{Day, Kind, PartnerType, Vocabulary, Zone, digits};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// A partner as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerForm {
    #[serde(default)]
    pub(super) key: String,
    #[serde(default)]
    pub(super) version: i64,
    #[serde(default)]
    pub(super) program: String,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) about: String,
    #[serde(default)]
    pub(super) telephone: String,
    #[serde(default)]
    pub(super) website: String,
    #[serde(default)]
    pub(super) email: String,
    #[serde(default, rename = "type")]
    pub(super) types: Vec<String>,
    #[serde(default)]
    pub(super) kind: Vec<String>,
    pub(super) is_closed: Option<String>,
}

impl PartnerForm {
    pub(super) fn of(partner: &Partner) -> Self {
        Self {
            version: partner.version,
            name: partner.name.clone(),
            about: partner.about.clone().unwrap_or_default(),
            telephone: partner.telephone.clone().unwrap_or_default(),
            website: partner.website.clone().unwrap_or_default(),
            email: partner.email.clone().unwrap_or_default(),
            types: partner.types.iter().map(|word| word.code().to_owned()).collect(),
            kind: partner.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
            is_closed: partner.is_closed.then(|| "yes".to_owned()),
            ..Self::default()
        }
    }
}

/// Somebody to ask, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactForm {
    pub(super) key: String,
    pub(super) contact_name: String,
    pub(super) contact_email: String,
    pub(super) contact_telephone: String,
}

fn fields(form: &PartnerForm, complaints: &Complaints) -> Markup {
    html! {
        (parts::field("name", "Name", None, complaints, |wiring| wiring.text(&form.name, "text")))
        fieldset id="kind" {
            legend class="lbl-h" { "What it takes" }
            @if let Some(words) = complaints.on("kind") { span class="err" { (words) } }
            div class="chips" {
                @for kind in Kind::ALL { label { input type="checkbox" name="kind" value=(kind.code()) checked[form.kind.iter().any(|code| code == kind.code())]; span { (kind.label()) } } }
            }
        }
        fieldset id="type" {
            legend class="lbl-h" { "What sort of organization" }
            @if let Some(words) = complaints.on("type") { span class="err" { (words) } }
            div class="chips" {
                @for word in PartnerType::ALL { label { input type="checkbox" name="type" value=(word.code()) checked[form.types.iter().any(|code| code == word.code())]; span { (word.label()) } } }
            }
        }
        (parts::field("about", "What it offers", Some("optional, in plain words"), complaints, |wiring| wiring.area(&form.about, 3)))
        (parts::field("telephone", "Main telephone", Some("optional"), complaints, |wiring| wiring.text(&form.telephone, "tel")))
        (parts::field("email", "Main e-mail", Some("optional; the mailbox of the organization, nobody's own"), complaints, |wiring| wiring.text(&form.email, "email")))
        (parts::field("website", "Website", Some("optional"), complaints, |wiring| wiring.text(&form.website, "text")))
    }
}

/// What the page of a partner shows.
pub struct PartnerPage<'a> {
    pub(super) can_change: bool,
    pub(super) partner: &'a Partner,
    pub(super) services: &'a [Service],
    pub(super) contacts: &'a [Contact],
    /// Accounts of its people.
    pub(super) accounts: &'a [Account],
    /// A code to sign in would reach them.
    pub(super) can_sign_in: bool,
    pub(super) closures: &'a [Closure],
    pub(super) times: &'a AnswerTimes,
    pub(super) today: Day,
    pub(super) zone: &'a Zone,
    pub(super) form: &'a PartnerForm,
    pub(super) typed: &'a Typed,
    pub(super) complaints: &'a Complaints,
}

/// What was typed into the forms of a partner's page when one of them is drawn again.
#[derive(Default)]
pub struct Typed {
    pub(super) partner: Option<PartnerForm>,
    pub(super) contact: ContactForm,
    pub(super) closure: ClosureForm,
}

pub(super) fn partner(viewer: &Viewer, page: &PartnerPage<'_>) -> Markup {
    let (partner, complaints) = (page.partner, page.complaints);
    let above = html! { a href="/partners" { "Partners" } };
    let below = html! { span class="meta" { @for kind in &partner.kinds { span { (kind.label()) } } span { (partner.program_name) } } };
    let body = html! {
        (parts::head(Some(above), &partner.name, Some(below)))
        (parts::error_summary(complaints))
        div class="cols" {
            div class="stack" {
                @if partner.is_closed { p class="box wait" { b { "Closed." } " Nothing new is referred to this partner." } }
                @if let Some(now) = crate::partners::closure::closed_on(page.closures, page.today) { p class="box wait" { b { "Closed until " (now.to.short(page.today)) "." } " " (now.reason) } }
                (services::services(page))
                (times(page.times))
            }
            div class="stack" {
                (parts::card("about-partner", "About", html! {
                    div class="in stack" {
                        p { (partner.about.as_deref().unwrap_or("Nothing written down yet.")) }
                        @if !partner.types.is_empty() { p class="meta" { @for word in &partner.types { span { (word.label()) } } } }
                        div class="row" {
                            @if let Some(number) = &partner.telephone { a class="btn mini" href={ "tel:" (digits(number)) } { "Call " (number) } }
                            @if let Some(email) = &partner.email { a class="btn mini" href={ "mailto:" (email) } { (email) } }
                            @if let Some(website) = &partner.website { a class="btn mini" href=(website) rel="noopener noreferrer" { "Website" } }
                        }
                    }
                }))
                (people::people(page))
                (partners::views::closures(page.closures, &format!("/partners/{}/closures", partner.id), &page.typed.closure, complaints, page.today))
                @if page.can_change { (change(page)) }
            }
        }
    };
    let title = format!("{}{}", if complaints.is_empty() { "" } else { "Error: " }, partner.name);
    staff(&viewer.chrome(), &Page::new(&title, "/partners"), body)
}

fn times(times: &AnswerTimes) -> Markup {
    let beside = html! { @if times.is_slow() { (parts::tag("wait", "Slow to answer")) } };
    parts::card_with(
        "times",
        "How long it takes to answer",
        beside,
        html! {
            div class="in stack" {
                p { (times.words()) }
                @if let Some(words) = times.slow.words() { p { b { "Slow now: " } (words) ". Sending to it takes a reason; any answer clears this." } }
                @if times.takes_long() { p { "That is more than twice as long as the others, and past the " (times.due_days) " business days in which an answer is due." } }
                @if let Some(days) = times.waiting { p { "The oldest request without an answer has waited " (parts::count(i64::from(days), "business day", "business days")) "." } }
                p class="small dim" { "From sending to the first yes or no, over the last 20 answers of each partner. With fewer than 5 answers nothing is said." }
            }
        },
    )
}

fn change(page: &PartnerPage<'_>) -> Markup {
    parts::card(
        "change",
        "Change",
        html! {
            form class="in stack" method="post" action={ "/partners/" (page.partner.id) } {
                input type="hidden" name="version" value=(page.form.version);
                (fields(page.form, page.complaints))
                div class="tick" {
                    input type="checkbox" id="is_closed" name="is_closed" value="yes" checked[page.form.is_closed.is_some()];
                    label for="is_closed" { "Closed: refer nothing new to this partner" }
                }
                button class="btn main" { "Save" }
            }
        },
    )
}
