//! The page that changes what a draft needs, until the client agreed to share it.

use super::sheet::{self, WARNED};
use crate::auth::Viewer;
use crate::error::Result;
use crate::referrals::enabling::Warning;
use crate::referrals::fields::Typed;
use crate::referrals::{Referral, needs};
use crate::web::forms::{broken_form, fresh_key};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// The need and its sheet as typed.
#[derive(Debug, Default)]
pub struct NeedsForm {
    pub key: String,
    pub version: String,
    pub need: String,
    pub typed: Typed,
    pub is_warned: bool,
}

impl NeedsForm {
    /// Takes the fields apart; a field that is not ours is refused.
    pub fn read(fields: Vec<(String, String)>) -> Result<Self> {
        let mut form = Self::default();
        for (name, value) in fields {
            match (name.as_str(), needs::find(&name)) {
                ("key", _) => form.key = value,
                ("version", _) => form.version = value,
                ("need", _) => form.need = value,
                (WARNED, _) => form.is_warned = true,
                (_, Some(field)) => form.typed.entry(field.code).or_default().push(value),
                (_, None) => return Err(broken_form()),
            }
        }
        Ok(form)
    }
}

/// What the page shows.
pub struct NeedsPage<'a> {
    pub referral: &'a Referral,
    pub form: &'a NeedsForm,
    pub complaints: &'a Complaints,
    pub warnings: &'a [Warning],
}

pub fn change_needs(viewer: &Viewer, page: &NeedsPage<'_>) -> Markup {
    let NeedsPage { referral, form, complaints, .. } = page;
    let address = format!("/referrals/{}", referral.id);
    let above = html! { a href=(address) { (referral.label()) " " (referral.client_name) } " " span aria-hidden="true" { "/" } " " span class="dim" { "What they need" } };
    let below = html! { "Until the client agrees to share it, this can be changed. Afterwards it stands as it was agreed." };
    let body = html! {
        (parts::head(Some(above), "Change what they need", Some(below)))
        (parts::error_summary(complaints))
        form class="stack" method="post" action={ (address) "/needs" } {
            (parts::form_key(&fresh_key(), form.version.parse().ok()))
            (parts::card("sheet", referral.kind.label(), html! {
                div class="in stack" {
                    (parts::field("need", sheet::need_label(referral.kind), Some(sheet::need_hint(referral.kind)), complaints, |wiring| wiring.area(&form.need, 5)))
                    (sheet::warned(page.warnings, form.is_warned, complaints))
                    (sheet::controls(needs::groups(referral.kind), &form.typed, complaints))
                }
            }))
            div class="row" { button class="btn main" { "Save" } a class="btn bare" href=(address) { "Cancel" } }
        }
    };
    let title = if complaints.is_empty() { "What they need" } else { "Error: What they need" };
    staff(&viewer.chrome(), &Page::new(title, "/referrals"), body)
}
