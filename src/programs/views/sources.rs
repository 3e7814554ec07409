//! The form of somebody who pays.

use crate::auth::Viewer;
use crate::programs::sources::SourceForm;
use crate::programs::{FundingSource, Program};
use crate::values::{CraPurpose, CraTest, FundingKind};
use crate::web::layout::{Page, staff};
use crate::web::{Access, Complaints, forms, parts};
use maud::{Markup, html};

fn above(program: &Program) -> Markup {
    html! { a href={ "/programs/" (program.id) "/funding" } { "Who pays in " bdi { (program.name) } } }
}

/// The tab that the viewer has: reports for a manager, programs for the administrator.
fn tab(viewer: &Viewer) -> &'static str {
    if viewer.is(Access::Manager) { "/reports" } else { "/programs" }
}

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn fields(form: &SourceForm, complaints: &Complaints) -> Markup {
    html! {
        (parts::field("name", "Name", Some("as the funder calls itself or its fund"), complaints, |wiring| wiring.text(&form.name, "text")))
        (parts::field("kind", "Kind of money", None, complaints, |wiring| wiring.select(&form.kind, &parts::options::<FundingKind>(None))))
        fieldset class="stack" {
            legend class="lbl-h" { "If it is bank money" }
            p class="small dim" { "How the bank counts it under the Community Reinvestment Act: the rule of 1995, which is the one that is applied (12 CFR 25, 228 or 345). Ask the bank; leave empty what you do not know, and the page of who pays says that it is missing." }
            (parts::field("institution", "Name of the bank", None, complaints, |wiring| wiring.text(&form.institution, "text")))
            (parts::field("cra_test", "Under which test", None, complaints, |wiring| wiring.select(&form.cra_test, &parts::options::<CraTest>(Some("Not known")))))
            (parts::field("cra_purpose", "For which purpose", None, complaints, |wiring| wiring.select(&form.cra_purpose, &parts::options::<CraPurpose>(Some("Not known")))))
        }
        div class="tick" {
            input type="checkbox" id="is_default" name="is_default" value="yes" checked[form.is_default.is_some()];
            label for="is_default" { "Pays for services unless somebody says otherwise" }
        }
    }
}

pub(in crate::programs) fn new(viewer: &Viewer, program: &Program, form: &SourceForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(Some(above(program)), "Add a funder", None))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" {
            (parts::form_key(&key, None))
            (fields(form, complaints))
            div class="row" { button class="btn main" { "Add funder" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Add a funder", complaints), tab(viewer)), body)
}

pub(in crate::programs) fn edit(
    viewer: &Viewer,
    (program, source): (&Program, &FundingSource),
    form: &SourceForm,
    complaints: &Complaints,
) -> Markup {
    let is_retired = source.retired_on.is_some();
    let body = html! {
        (parts::head(Some(above(program)), &source.facts.name, source.retired_on.map(|on| html! { "Retired on " (on) ". What it paid stays with it." })))
        (parts::error_summary(complaints))
        div class="stack" {
            div class="card" { form class="in form" method="post" {
                (parts::form_key("", Some(form.version)))
                (fields(form, complaints))
                div class="row" { button class="btn main" { "Save changes" } }
            } }
            (parts::card("retire", if is_retired { "Take it up again" } else { "Retire it" }, html! {
                form class="in stack" method="post" action={ "/funding-sources/" (source.id) "/retirement" } {
                    input type="hidden" name="version" value=(source.version);
                    input type="hidden" name="retire" value=(if is_retired { "no" } else { "yes" });
                    p class="dim" { @if is_retired { "It can be chosen again for what is new." } @else { "It is not offered any more for what is new. Everything it paid stays, and counts as before." } }
                    button class="btn" { @if is_retired { "Take it up again" } @else { "Retire this funder" } }
                }
            }))
        }
    };
    staff(&viewer.chrome(), &Page::new(&titled(&source.facts.name, complaints), tab(viewer)), body)
}
