//! The form of a new referral.

use super::sheet::{self, WARNED};
use crate::auth::Viewer;
use crate::error::Result;
use crate::partners::capacity::{Meets, Standing};
use crate::partners::{Closure, Contact, Partner};
use crate::people::Client;
use crate::people::views::{OwnerForm, language_options};
use crate::referrals::enabling::Warning;
use crate::referrals::fields::Typed;
use crate::referrals::needs;
use crate::referrals::queries::AnswerTimes;
use crate::values::{ContactBy, Day, Kind, Urgency, Vocabulary};
use crate::web::forms::broken_form;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// A new referral as typed.
#[derive(Debug, Default)]
pub struct NewForm {
    pub key: String,
    pub kind: String,
    pub need: String,
    pub urgency: String,
    /// Addresses of the contacts, five at most; none to decide later.
    pub contact: Vec<String>,
    /// The sheet of the kind.
    pub typed: Typed,
    /// The person to be trained, where it is for one.
    pub trainee: OwnerForm,
    /// Warnings about enabling detail were read, and the words stay.
    pub is_warned: bool,
}

impl NewForm {
    /// Takes the fields apart; a field that is not ours, or there twice where it must not be, is refused.
    pub fn read(fields: Vec<(String, String)>) -> Result<Self> {
        let mut form = Self::default();
        let mut seen = std::collections::BTreeSet::new();
        for (name, value) in fields {
            if let Some(field) = needs::find(&name) {
                form.typed.entry(field.code).or_default().push(value);
                continue;
            }
            if name == "contact" {
                form.contact.push(value);
                continue;
            }
            let place = match name.as_str() {
                "key" => &mut form.key,
                "kind" => &mut form.kind,
                "need" => &mut form.need,
                "urgency" => &mut form.urgency,
                "first_name" => &mut form.trainee.first_name,
                "last_name" => &mut form.trainee.last_name,
                "telephone" => &mut form.trainee.telephone,
                "email" => &mut form.trainee.email,
                "language" => &mut form.trainee.language,
                "contact_by" => &mut form.trainee.contact_by,
                WARNED => {
                    form.is_warned = true;
                    continue;
                }
                _ => return Err(broken_form()),
            };
            *place = value;
            if !seen.insert(name) {
                return Err(broken_form());
            }
        }
        Ok(form)
    }
}

/// A partner that could be asked, with its people and how long it takes.
pub struct Offered {
    pub partner: Partner,
    pub contacts: Vec<Contact>,
    pub times: AnswerTimes,
    /// Whether anything it offers of this kind is open.
    pub meets: Meets,
    /// The closure that today lies in, or the next one within two weeks.
    pub closure: Option<Closure>,
    pub today: Day,
}

/// What the page shows.
pub struct NewPage<'a> {
    pub client: &'a Client,
    pub kind: Kind,
    pub offered: &'a [Offered],
    pub form: &'a NewForm,
    pub complaints: &'a Complaints,
    /// Words of the need that may tell too much.
    pub warnings: &'a [Warning],
}

pub fn new_referral(viewer: &Viewer, page: &NewPage<'_>) -> Markup {
    let (client, form, complaints) = (page.client, page.form, page.complaints);
    let above = html! { a href={ "/clients/" (client.id) } { (client.name) } " " span aria-hidden="true" { "/" } " " span class="dim" { "New referral" } };
    let urgencies: Vec<(String, String)> = parts::options::<Urgency>(None);
    let urgency = if form.urgency.is_empty() { Urgency::ThisMonth.code() } else { form.urgency.as_str() };
    let body = html! {
        (parts::head(Some(above), &format!("Refer {}", client.name), Some(html! { "Nothing is sent yet. First you save a draft, then the client says yes." })))
        (parts::error_summary(complaints))
        nav class="pick" aria-label="Kind of help" {
            @for kind in Kind::ALL { a href={ "/clients/" (client.id) "/referrals/new?kind=" (kind.code()) } aria-current=[(kind == page.kind).then_some("true")] { (kind.label()) } }
        }
        @if page.kind == Kind::RealEstate {
            p class="box note" { "Which units fit what they need? " a href={ "/clients/" (client.id) "/space" } { "Find space" } " shows them with reasons, and writes the message to each landlord." }
        }
        form class="cols even" method="post" action={ "/clients/" (client.id) "/referrals" } {
            (parts::form_key(&crate::web::forms::fresh_key(), None))
            input type="hidden" name="kind" value=(page.kind.code());
            div class="stack" {
                (parts::card("n1", "What does the business need?", html! {
                    div class="in stack" {
                        (parts::field("need", sheet::need_label(page.kind), Some(sheet::need_hint(page.kind)), complaints, |wiring| wiring.area(&form.need, 5)))
                        (sheet::warned(page.warnings, form.is_warned, complaints))
                        (parts::chips("urgency", "How soon?", None, urgency, &urgencies, complaints))
                        (sheet::controls(needs::groups(page.kind), &form.typed, complaints))
                        @if page.kind == Kind::Workforce { (trainee(page)) }
                    }
                }))
                section class="box note" {
                    h3 { "What the partner will see" }
                    p { "The need and the facts its kind needs, the kind of work, about how many people work there, and the area. Name and contact only after they say yes, and only what the client agrees to share. Self-identification answers are never sent." }
                }
            }
            div class="stack" {
                section class="card" aria-labelledby="contact" {
                    h2 id="contact" { "Whom do we ask?" }
                    p class="in small dim" { "Tick up to five: one need, one yes of the client, an answer from each. Tick nobody to decide later. How long a partner takes to answer is shown as a fact; it does not change the order." }
                    @if let Some(words) = complaints.on("contact") { p class="in err" { (words) } }
                    @if page.offered.is_empty() {
                        (parts::empty("No partner takes this kind yet", "A manager can add one to the directory. You can save the draft and choose later.", Some(html! { a class="btn" href="/partners" { "Open the directory" } })))
                    }
                    (choices(page.offered, &form.contact, true))
                }
                div class="row" { button class="btn main" { "Save draft" } a class="btn bare" href={ "/clients/" (client.id) } { "Cancel" } }
            }
        }
    };
    let title = if complaints.is_empty() { "New referral" } else { "Error: New referral" };
    staff(&viewer.chrome(), &Page::new(title, "/referrals"), body)
}

/// The person to be trained: with a referral, a page and notices of their own.
fn trainee(page: &NewPage<'_>) -> Markup {
    let (person, complaints) = (&page.form.trainee, page.complaints);
    let is_open =
        person.is_somebody() || ["first_name", "last_name", "telephone", "email"].iter().any(|field| complaints.on(field).is_some());
    html! {
        details open[is_open] {
            summary { "It is for one person who works there" }
            div class="in stack" {
                p class="hint" { "They get their own page and notices, and are asked themselves what may be shared. The business sees only numbers." }
                div class="sheet" {
                    (parts::field("first_name", "First name", None, complaints, |wiring| wiring.text(&person.first_name, "text")))
                    (parts::field("last_name", "Last name", Some("optional"), complaints, |wiring| wiring.text(&person.last_name, "text")))
                    (parts::field("telephone", "Telephone", Some("optional"), complaints, |wiring| wiring.text(&person.telephone, "tel")))
                    (parts::field("email", "E-mail", Some("optional"), complaints, |wiring| wiring.text(&person.email, "email")))
                    (parts::field("language", "Language", None, complaints, |wiring| wiring.select(if person.language.is_empty() { "en" } else { &person.language }, &language_options())))
                    (parts::field("contact_by", "How they like to hear from us", None, complaints, |wiring| wiring.select(&person.contact_by, &parts::options::<ContactBy>(Some("Not known")))))
                }
            }
        }
    }
}

/// The partners, one button for each contact: boxes to tick where several may be asked, otherwise radio buttons.
pub(super) fn choices(offered: &[Offered], chosen: &[String], several: bool) -> Markup {
    let kind = if several { "checkbox" } else { "radio" };
    html! {
        ul {
            @for (place, offer) in offered.iter().enumerate() {
                li class="match" {
                    @if offer.contacts.is_empty() {
                        p { b { (offer.partner.name) } ": nobody to ask yet. " a href={ "/partners/" (offer.partner.id) } { "Add somebody" } }
                    }
                    @for (seat, contact) in offer.contacts.iter().enumerate() {
                        div class="tick" {
                            input type=(kind) id={ "c" (place) "-" (seat) } name="contact" value=(contact.id) checked[chosen.iter().any(|id| id == contact.id.as_str())] aria-describedby={ "c" (place) "-times" };
                            label for={ "c" (place) "-" (seat) } { bdi { (offer.partner.name) } ", " (contact.name) }
                        }
                    }
                    p class="why small dim" id={ "c" (place) "-times" } {
                        span { (state(offer)) " " (offer.times.words()) }
                        @if let Some(words) = offer.times.slow.words() { span { (parts::tag("wait", "Slow")) " " (words) ". To send here you write down why." } }
                        @if offer.meets.is_full() { span { "It takes nobody now. To send here you write down why." } }
                        @if let Some(closure) = &offer.closure { span { "Closed " (closure.from.short(offer.today)) " to " (closure.to.short(offer.today)) ": " (closure.reason) "." } }
                    }
                }
            }
        }
    }
}

/// Whether it takes anybody of this kind now, as a tag. Where the directory says nothing, nothing is said.
fn state(offer: &Offered) -> Markup {
    match offer.meets {
        Meets::NotListed => html! {},
        Meets::NotOffered => parts::tag("stop", "Not offered now"),
        Meets::Standing(standing @ Standing::Full(_)) => parts::tag("stop", &standing.words(offer.today)),
        Meets::Standing(standing @ Standing::Waitlist(_)) => parts::tag("wait", &standing.words(offer.today)),
        Meets::Standing(standing) => parts::tag("good", &standing.words(offer.today)),
    }
}
