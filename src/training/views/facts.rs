//! The form of a training: what, when, where, with whom.

use super::{above, titled};
use crate::auth::Viewer;
use crate::training::Training;
use crate::training::form::TrainingForm;
use crate::values::Day;
use crate::values::codes::{self, List};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// A new training.
pub(in crate::training) fn new(viewer: &Viewer, form: &TrainingForm, today: Day, complaints: &Complaints) -> Markup {
    let title = "Add a training";
    let programs: Vec<(String, String)> = viewer.programs().into_iter().map(|(key, name)| (key.to_string(), name.to_owned())).collect();
    let body = html! {
        (parts::head(Some(above()), title, Some(html! { "Who came is written down afterwards, on its own page." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action="/trainings" {
            (parts::form_key(key(form).as_str(), None))
            @if programs.len() > 1 { (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&form.program, &programs))) }
            (fields(form, today, complaints))
            div class="row" { button class="btn main" { "Save the training" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled(title, complaints), "/trainings"), body)
}

/// One that stands already.
pub(in crate::training) fn facts(viewer: &Viewer, training: &Training, form: &TrainingForm, today: Day, complaints: &Complaints) -> Markup {
    let title = "Change a training";
    let back = html! { a href="/trainings" { "Training" } " / " a href={ "/trainings/" (training.id) } { (training.facts.title) } };
    let body = html! {
        (parts::head(Some(back), title, Some(html! { "Who came stays on the list." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/trainings/" (training.id) "/facts" } {
            (parts::form_key(&forms::fresh_key(), Some(form.version)))
            (fields(form, today, complaints))
            div class="row" { button class="btn main" { "Save changes" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled(title, complaints), "/trainings"), body)
}

fn key(form: &TrainingForm) -> String {
    if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() }
}

fn options(list: List, today: Day, first: Option<&str>) -> Vec<(String, String)> {
    let all = codes::offered(list, today).map(|row| (row.code.clone(), row.label.clone()));
    first.map(|words| (String::new(), words.to_owned())).into_iter().chain(all).collect()
}

fn fields(form: &TrainingForm, today: Day, complaints: &Complaints) -> Markup {
    html! {
        (parts::field("title", "Title", None, complaints, |wiring| wiring.text(&form.title, "text")))
        (parts::field("topic", "About", None, complaints, |wiring| wiring.select(&form.topic, &options(List::Topics, today, Some("Choose a topic")))))
        (parts::chips("format", "How is it given?", None, &form.format, &options(List::TrainingFormats, today, None), complaints))
        (days(form, complaints))
        div class="pair" {
            (parts::field("hours", "Hours of all sessions together", Some("such as 4.5"), complaints, |wiring| wiring.text(&form.hours, "text")))
            (parts::field("fee", "Fee for one person, in dollars", Some("empty where it is free"), complaints, |wiring| wiring.text(&form.fee, "text")))
        }
        (parts::field("language", "Language", None, complaints, |wiring| wiring.select(&form.language, &options(List::Languages, today, None))))
        (place(form, today, complaints))
        (with_whom(form, today, complaints))
    }
}

/// One field for each day, and two more for the next.
fn days(form: &TrainingForm, complaints: &Complaints) -> Markup {
    html! {
        fieldset id="on" {
            legend class="lbl-h" { "Days " span class="hint" { "one for each session; save to get room for more" } }
            @if let Some(words) = complaints.on("on") { span class="err" { (words) } }
            div class="both" {
                @for place in 0..(form.on.len() + 1).max(3) {
                    div {
                        label for={ "on-" (place) } { "Session " (place + 1) }
                        input class="inp" type="date" id={ "on-" (place) } name="on" value=(form.on.get(place).map(String::as_str).unwrap_or_default());
                    }
                }
            }
        }
    }
}

fn place(form: &TrainingForm, today: Day, complaints: &Complaints) -> Markup {
    html! {
        fieldset {
            legend class="lbl-h" { "Where " span class="hint" { "not needed for one that is online only" } }
            div class="pair" {
                (parts::field("city", "City", None, complaints, |wiring| wiring.text(&form.city, "text")))
                (parts::field("state", "State", None, complaints, |wiring| wiring.select(&form.state, &options(List::States, today, Some("None")))))
                (parts::field("postal_code", "ZIP code", Some("five digits"), complaints, |wiring| wiring.text(&form.postal_code, "number")))
                (parts::field("country", "Country", None, complaints, |wiring| wiring.select(&form.country, &options(List::Countries, today, None))))
            }
        }
    }
}

fn with_whom(form: &TrainingForm, today: Day, complaints: &Complaints) -> Markup {
    html! {
        fieldset id="partner" {
            legend class="lbl-h" { "With whom? " span class="hint" { "optional" } }
            @if let Some(words) = complaints.on("partner") { span class="err" { (words) } }
            div class="chips" {
                @for partner in codes::offered(List::TrainingPartners, today) {
                    label { input type="checkbox" name="partner" value=(partner.code) checked[form.partner.contains(&partner.code)]; span { (partner.label) } }
                }
            }
        }
        div class="pair" {
            (parts::field("other_partner", "Who is Other", Some("where you ticked it"), complaints, |wiring| wiring.text(&form.other_partner, "text")))
            (parts::field("sponsor", "Sponsor", Some("optional"), complaints, |wiring| wiring.text(&form.sponsor, "text")))
            (parts::field("cosponsor", "Second sponsor", Some("optional"), complaints, |wiring| wiring.text(&form.cosponsor, "text")))
        }
    }
}
