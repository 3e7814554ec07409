//! Forms about a business and its people.

mod intake;

pub use intake::IntakeForm;
pub(super) use intake::intake;

use super::{Client, JobSnapshot, Owner, label};
use crate::auth::Viewer;
use crate::values::{ContactBy, Day, JobBasis, LegalForm, Stage, Vocabulary, codes, naics};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// The facts of a business as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactsForm {
    pub version: i64,
    pub name: String,
    pub legal_name: String,
    pub legal_form: String,
    pub product: String,
    pub naics: String,
    pub stage: String,
    pub started_on: String,
    pub street: String,
    pub city: String,
    pub state: String,
    pub postal_code: String,
    pub neighborhood: String,
    #[serde(default)]
    pub county: String,
    #[serde(default)]
    pub county_fips: String,
    pub is_cooperative: Option<String>,
}

impl FactsForm {
    /// What is saved, as a form would have it typed.
    pub fn of(client: &Client) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        Self {
            version: client.version,
            name: client.name.clone(),
            legal_name: text(&client.legal_name),
            legal_form: client.legal_form.map(LegalForm::code).unwrap_or_default().to_owned(),
            product: text(&client.product),
            naics: String::new(),
            stage: client.stage.map(Stage::code).unwrap_or_default().to_owned(),
            started_on: client.started_on.map(|on| on.to_string()).unwrap_or_default(),
            street: text(&client.place.street),
            city: text(&client.place.city),
            state: text(&client.place.state),
            postal_code: text(&client.place.postal_code),
            neighborhood: text(&client.place.neighborhood),
            county: text(&client.place.county),
            county_fips: text(&client.place.county_fips),
            is_cooperative: client.is_cooperative.then(|| "yes".to_owned()),
        }
    }
}

/// A person as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerForm {
    pub(super) key: String,
    pub first_name: String,
    pub last_name: String,
    pub telephone: String,
    pub email: String,
    pub language: String,
    pub contact_by: String,
    pub(super) share: String,
    pub(super) from_on: String,
    pub(super) is_contact: Option<String>,
}

impl OwnerForm {
    /// Somebody was typed in: a name, or a way to reach them.
    pub fn is_somebody(&self) -> bool {
        [&self.first_name, &self.last_name, &self.telephone, &self.email].iter().any(|typed| !typed.trim().is_empty())
    }

    /// A person as typed on the registration form.
    pub fn contact(first_name: &str, last_name: &str, telephone: &str, email: &str, language: &str, contact_by: &str) -> Self {
        let text = str::to_owned;
        Self {
            first_name: text(first_name),
            last_name: text(last_name),
            telephone: text(telephone),
            email: text(email),
            language: text(language),
            contact_by: text(contact_by),
            ..Self::default()
        }
    }
}

/// How a person is reached, as typed.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonForm {
    pub(super) version: i64,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) telephone: String,
    pub(super) email: String,
    pub(super) language: String,
    pub(super) contact_by: String,
}

/// The day a share ended.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndForm {
    pub(super) on: String,
}

/// How many workers.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkersForm {
    pub(super) key: String,
    pub(super) workers: String,
}

/// Who looks after the client.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdvisorForm {
    pub(super) advisor: i64,
    /// Who looked after them when the form was drawn; empty for nobody.
    pub(super) from: String,
}

fn above(client: &Client) -> Markup {
    html! { a href="/clients" { "Clients" } " / " a href={ "/clients/" (client.id) } { (client.name) } " " span class="dim" { (label(client.number)) } }
}

/// States as options.
pub fn state_options() -> Vec<(String, String)> {
    std::iter::once((String::new(), "Not known".to_owned()))
        .chain(codes::rows(codes::List::States).iter().map(|code| (code.code.clone(), code.label.clone())))
        .collect()
}

/// Languages as options, English first.
pub fn language_options() -> Vec<(String, String)> {
    codes::rows(codes::List::Languages).iter().map(|code| (code.code.clone(), code.label.clone())).collect()
}

/// Industries that fit what a business makes, to choose from.
pub fn industry_options(product: &str, kept: &str) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), if kept.is_empty() { "Choose later".to_owned() } else { format!("Keep: {kept}") })];
    options.extend(
        naics::find(product)
            .into_iter()
            .filter(|industry| industry.code.len() == 6)
            .map(|industry| (industry.code.clone(), format!("{} {}", industry.code, industry.title))),
    );
    options
}

/// An industry code with its title.
pub fn industry(client: &Client) -> Option<String> {
    let (code, edition) = client.naics.as_ref()?;
    let (edition_of_list, words) = match edition {
        crate::values::NaicsEdition::Naics2017 => (naics::Edition::Naics2017, " (NAICS 2017)"),
        crate::values::NaicsEdition::Naics2022 => (naics::Edition::Naics2022, ""),
    };
    let title = naics::title_of(code, edition_of_list).unwrap_or("not in our list");
    Some(format!("{title}, {code}{words}"))
}

pub(super) fn facts(
    viewer: &Viewer,
    client: &Client,
    workers: Option<&JobSnapshot>,
    staff_of: &[(i64, String)],
    form: &FactsForm,
    complaints: &Complaints,
) -> Markup {
    let kept = industry(client).unwrap_or_default();
    let body = html! {
        (parts::head(Some(above(client)), "About the business", None))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("facts", "Facts", html! {
                form class="in stack" method="post" {
                    input type="hidden" name="version" value=(form.version);
                    (parts::field("name", "Name of the business", None, complaints, |wiring| wiring.text(&form.name, "text")))
                    (parts::field("legal_name", "Legal name", Some("if it is another"), complaints, |wiring| wiring.text(&form.legal_name, "text")))
                    (parts::field("legal_form", "Legal form", None, complaints, |wiring| wiring.select(&form.legal_form, &parts::options::<LegalForm>(Some("Not known")))))
                    div class="tick" { input type="checkbox" id="is_cooperative" name="is_cooperative" value="yes" checked[form.is_cooperative.is_some()]; label for="is_cooperative" { "Owned by its members or workers" } }
                    (parts::field("product", "What does it make?", Some("in plain words"), complaints, |wiring| wiring.text(&form.product, "text")))
                    (parts::field("naics", "Industry", Some("offered by what it makes; save to see other offers"), complaints, |wiring| wiring.select(&form.naics, &industry_options(&form.product, &kept))))
                    (parts::field("stage", "Where it stands", None, complaints, |wiring| wiring.select(&form.stage, &parts::options::<Stage>(Some("Not known")))))
                    (parts::field("started_on", "In business since", Some("first sale, hire, capital or expense"), complaints, |wiring| wiring.text(&form.started_on, "date")))
                    (parts::field("street", "Street", None, complaints, |wiring| wiring.text(&form.street, "text")))
                    div class="pair apart" {
                        (parts::field("city", "City", None, complaints, |wiring| wiring.text(&form.city, "text")))
                        (parts::field("neighborhood", "Neighborhood", None, complaints, |wiring| wiring.text(&form.neighborhood, "text")))
                    }
                    div class="pair apart" {
                        (parts::field("state", "State", None, complaints, |wiring| wiring.select(&form.state, &state_options())))
                        (parts::field("postal_code", "ZIP code", None, complaints, |wiring| wiring.text(&form.postal_code, "number")))
                    }
                    div class="pair apart" {
                        (parts::field("county", "County", None, complaints, |wiring| wiring.text(&form.county, "text")))
                        (parts::field("county_fips", "Code of the county", Some("five digits; pay is compared with what is enough to live there"), complaints, |wiring| wiring.text(&form.county_fips, "text")))
                    }
                    button class="btn main" { "Save facts" }
                }
            }))
            div class="stack" {
                (parts::card("workers-card", "Workers", html! {
                    form class="in stack" method="post" action={ "/clients/" (client.id) "/workers" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        p class="dim" { @match workers { Some(snapshot) => { (snapshot.workers) " on " (snapshot.on) ", " (snapshot.basis.label()) }, None => { "Not counted yet." } } }
                        (parts::field("workers", "Workers today", Some("owners who work there included"), &Complaints::default(), |wiring| wiring.text("", "number")))
                        button class="btn" { "Save workers" }
                    }
                }))
                (parts::card("advisor-card", "Advisor", html! {
                    form class="in stack" method="post" action={ "/clients/" (client.id) "/advisor" } {
                        input type="hidden" name="from" value=(client.advisor.as_ref().map(|(key, _)| key.to_string()).unwrap_or_default());
                        (parts::field("advisor", "Who looks after this client", None, &Complaints::default(), |wiring| wiring.select(
                            &client.advisor.as_ref().map(|(key, _)| key.to_string()).unwrap_or_default(),
                            &staff_of.iter().map(|(key, name)| (key.to_string(), name.clone())).collect::<Vec<_>>())))
                        button class="btn" { "Hand over" }
                    }
                }))
            }
        }
    };
    staff(
        &viewer.chrome(),
        &Page::new(if complaints.is_empty() { "About the business" } else { "Error: About the business" }, "/clients"),
        body,
    )
}

pub(super) fn owners(viewer: &Viewer, client: &Client, owners: &[Owner], today: Day, form: &OwnerForm, complaints: &Complaints) -> Markup {
    let body = html! {
        (parts::head(Some(above(client)), "Owners", Some(html! { "Who owns how much, over time. Who they are stands behind the wall, not here." })))
        (parts::error_summary(complaints))
        div class="cols" {
            div class="stack" {
                @for (place, owner) in owners.iter().enumerate() { (one_owner(client, owner, place, today)) }
                @if owners.is_empty() { section class="card" { (parts::empty("No owner yet", "Add the person we call first.", None)) } }
            }
            (parts::card("new", "Add an owner", html! {
                form class="in stack" method="post" {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("first_name", "First name", None, complaints, |wiring| wiring.text(&form.first_name, "text")))
                    (parts::field("last_name", "Last name", None, complaints, |wiring| wiring.text(&form.last_name, "text")))
                    (parts::field("telephone", "Telephone", None, complaints, |wiring| wiring.text(&form.telephone, "tel")))
                    (parts::field("email", "E-mail", None, complaints, |wiring| wiring.text(&form.email, "email")))
                    (parts::field("language", "Language", None, complaints, |wiring| wiring.select(&form.language, &language_options())))
                    (parts::field("contact_by", "Likes to hear by", None, complaints, |wiring| wiring.select(&form.contact_by, &parts::options::<ContactBy>(Some("Not known")))))
                    div class="pair apart" {
                        (parts::field("share", "Share, percent", Some("if known"), complaints, |wiring| wiring.text(&form.share, "text")))
                        (parts::field("from_on", "Since", Some("if known"), complaints, |wiring| wiring.text(&form.from_on, "date")))
                    }
                    div class="tick" { input type="checkbox" id="is_contact" name="is_contact" value="yes" checked[form.is_contact.is_some()]; label for="is_contact" { "This is the person we call" } }
                    button class="btn main" { "Add owner" }
                }
            }))
        }
    };
    staff(&viewer.chrome(), &Page::new(if complaints.is_empty() { "Owners" } else { "Error: Owners" }, "/clients"), body)
}

fn one_owner(client: &Client, owner: &Owner, place: usize, today: Day) -> Markup {
    let (id, address) = (format!("o{place}"), format!("/clients/{}/owners/{}", client.id, owner.id));
    let named = |what: &str| format!("{id}-{what}");
    let share = owner.share_bp.map_or_else(|| "share not known".to_owned(), |share| format!("{}.{:02} %", share / 100, share % 100));
    parts::card(
        &id,
        &owner.name(),
        html! {
            div class="in stack" {
                p class="meta" { span { (share) } @if owner.is_contact { span { "the person we call" } } @if let Some(on) = owner.from_on { span { "since " (on) } } }
                form class="stack" method="post" action=(address) {
                    input type="hidden" name="version" value=(owner.version);
                    div class="pair apart" {
                        div { label for=(named("first")) { "First name" } input class="inp" id=(named("first")) name="first_name" value=(owner.first_name); }
                        div { label for=(named("last")) { "Last name" } input class="inp" id=(named("last")) name="last_name" value=(owner.last_name); }
                    }
                    div class="pair apart" {
                        div { label for=(named("telephone")) { "Telephone" } input class="inp" id=(named("telephone")) name="telephone" type="tel" value=(owner.telephone.as_deref().unwrap_or_default()); }
                        div { label for=(named("email")) { "E-mail" } input class="inp" id=(named("email")) name="email" type="email" value=(owner.email.as_deref().unwrap_or_default()); }
                    }
                    div class="pair apart" {
                        div { label for=(named("language")) { "Language" } select class="inp" id=(named("language")) name="language" { @for (code, words) in language_options() { option value=(code) selected[code == owner.language] { (words) } } } }
                        div { label for=(named("by")) { "Likes to hear by" } select class="inp" id=(named("by")) name="contact_by" { @for (code, words) in parts::options::<ContactBy>(Some("Not known")) { option value=(code) selected[owner.contact_by.is_some_and(|by| by.code() == code)] { (words) } } } }
                    }
                    button class="btn" { "Save " span class="vh" { (owner.name()) } }
                }
                details {
                    summary { "No longer an owner" }
                    form class="row" method="post" action={ (address) "/ending" } {
                        div { label for=(named("on")) { "Until" } input class="inp" id=(named("on")) name="on" type="date" value=(today); }
                        button class="btn" { "End the share of " bdi { (owner.name()) } }
                    }
                }
            }
        },
    )
}

/// "told to the advisor".
pub fn basis(basis: JobBasis) -> &'static str {
    basis.label()
}
