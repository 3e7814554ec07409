//! What was promised for a resource, and one commitment with its check days.

use super::form::{CommitmentForm, FoundForm};
use super::queries::Resource;
use super::{Check, Commitment, Found};
use crate::auth::Viewer;
use crate::values::{CommitmentFound, Day, Vocabulary, Zone, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn standing(commitment: &Commitment) -> Markup {
    match commitment.standing().map(|found| found.answer) {
        None => parts::tag("", "Not looked at yet"),
        Some(answer @ CommitmentFound::Kept) => parts::tag("good", answer.label()),
        Some(answer @ CommitmentFound::Partly) => parts::tag("wait", answer.label()),
        Some(answer @ CommitmentFound::Broken) => parts::tag("stop", answer.label()),
    }
}

/// "3, full-time jobs".
fn promised(commitment: &Commitment) -> String {
    commitment.amount.map_or_else(|| commitment.what.clone(), |amount| format!("{}: {}", commitment.what, grouped(amount)))
}

/// Everything that was promised for a resource, and the form for more.
pub(super) fn of_resource(
    viewer: &Viewer,
    resource: &Resource,
    commitments: &[Commitment],
    form: &CommitmentForm,
    complaints: &Complaints,
    today: Day,
) -> Markup {
    let above = html! { a href={ "/clients/" (resource.client.0) } { (resource.client.1) } " / " a href={ "/resources/" (resource.id) } { (resource.words) } };
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(Some(above), "Commitments", Some(html! { "What the client promised in return for this resource, and whether it is kept." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("list", "So far", html! {
                @if commitments.is_empty() { (parts::empty("Nothing promised", "Write down what a lease or a grant asks of the client, with the days on which you look.", None)) }
                ul class="rows" {
                    @for commitment in commitments {
                        li {
                            div class="row" { h3 { a href={ "/commitments/" (commitment.id) } { (promised(commitment)) } } (standing(commitment)) }
                            p class="small dim" {
                                "By " (commitment.due_on.short(today)) ". "
                                @if let Some(next) = commitment.next_check() { "Next look " (next.short(today)) "." } @else { "Nothing left to look at." }
                            }
                        }
                    }
                }
            }))
            (parts::card("new", "Add a commitment", html! {
                form class="in form" method="post" action={ "/resources/" (resource.id) "/commitments" } {
                    (parts::form_key(&key, None))
                    (fields(form, complaints))
                    div class="row" { button class="btn main" { "Save the commitment" } }
                }
            }))
        }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Commitments", complaints), "/clients"), body)
}

fn fields(form: &CommitmentForm, complaints: &Complaints) -> Markup {
    html! {
        (parts::field("what", "What was promised?", Some("such as: full-time jobs for people from the area"), complaints, |wiring| wiring.text(&form.what, "text")))
        div class="pair" {
            (parts::field("amount", "How many?", Some("empty if it can't be counted"), complaints, |wiring| wiring.text(&form.amount, "number")))
            (parts::field("due_on", "By when?", None, complaints, |wiring| wiring.text(&form.due_on, "date")))
        }
        fieldset id="check_on" {
            legend class="lbl-h" { "Look at it also on " span class="hint" { "optional; the last day is looked at anyway. Save to get room for more" } }
            @if let Some(words) = complaints.on("check_on") { span class="err" { (words) } }
            div class="both" {
                @for place in 0..(form.check_on.len() + 1).max(2) {
                    div {
                        label for={ "check_on-" (place) } { "Day " (place + 1) }
                        input class="inp" type="date" id={ "check_on-" (place) } name="check_on" value=(form.check_on.get(place).map(String::as_str).unwrap_or_default());
                    }
                }
            }
        }
    }
}

/// One that stands already.
pub(super) fn facts(viewer: &Viewer, commitment: &Commitment, form: &CommitmentForm, complaints: &Complaints) -> Markup {
    let title = "Change a commitment";
    let above = html! { a href={ "/clients/" (commitment.client.1) } { (commitment.client.2) } " / " a href={ "/commitments/" (commitment.id) } { (commitment.what) } };
    let body = html! {
        (parts::head(Some(above), title, Some(html! { "What was found already stays." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/commitments/" (commitment.id) "/facts" } {
            (parts::form_key(&forms::fresh_key(), Some(form.version)))
            (fields(form, complaints))
            div class="row" { button class="btn main" { "Save changes" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled(title, complaints), "/clients"), body)
}

/// What the page of one commitment shows.
pub(super) struct CommitmentPage<'p> {
    pub viewer: &'p Viewer,
    pub commitment: &'p Commitment,
    pub form: &'p FoundForm,
    pub complaints: &'p Complaints,
    pub zone: &'p Zone,
    pub today: Day,
}

pub(super) fn commitment(page: &CommitmentPage<'_>) -> Markup {
    let commitment = page.commitment;
    let above = html! { a href={ "/clients/" (commitment.client.1) } { (commitment.client.2) } " / " a href={ "/resources/" (commitment.resource.0) "/commitments" } { (commitment.resource.1) } };
    let change = commitment
        .undone_at
        .is_none()
        .then(|| html! { a href={ "/commitments/" (commitment.id) "/facts" } { "Change" span class="vh" { " this commitment" } } });
    let next = commitment.checks.iter().find(|check| check.found.is_none());
    let body = html! {
        (parts::head(Some(above), &promised(commitment), Some(html! { (standing(commitment)) " by " (commitment.due_on.short(page.today)) })))
        div class="stack" {
            (parts::error_summary(page.complaints))
            @if commitment.undone_at.is_some() { div class="box stop" { p { "This commitment was taken back. Nobody is asked to look at it." } } }
            (parts::card("about", "About it", html! { div class="in" { (parts::facts(&[
                ("Promised", html! { (commitment.what) }, change),
                ("How many", html! { @match commitment.amount { Some(amount) => { (grouped(amount)) }, None => { span class="dim" { "Not counted" } } } }, None),
                ("By", html! { (commitment.due_on.short(page.today)) }, None),
                ("In return for", html! { a href={ "/resources/" (commitment.resource.0) } { (commitment.resource.1) } }, None),
                ("Written down by", html! { (commitment.author.1) }, None),
            ])) } }))
            (parts::card("checks", "The days on which somebody looks", html! { ul class="rows" { @for check in &commitment.checks { (one(page, check)) } } }))
            @if let Some(next) = next.filter(|next| commitment.undone_at.is_none() && next.on <= page.today) { (looking(page, next.on)) }
            @if commitment.undone_at.is_none() {
                (parts::card("undo", "Take it back", html! {
                    form class="in stack" method="post" action={ "/commitments/" (commitment.id) "/undoing" } {
                        input type="hidden" name="version" value=(commitment.version);
                        p class="dim" { "For a commitment that was written down by mistake. The record keeps that it was there." }
                        div class="row" { button class="btn" { "Take this commitment back" } }
                    }
                }))
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(&promised(commitment), page.complaints), "/clients"), body)
}

fn one(page: &CommitmentPage<'_>, check: &Check) -> Markup {
    html! {
        li {
            div class="row" {
                h3 { (check.on.short(page.today)) }
                @match &check.found {
                    Some(Found { answer: CommitmentFound::Kept, .. }) => (parts::tag("good", CommitmentFound::Kept.label())),
                    Some(Found { answer: CommitmentFound::Partly, .. }) => (parts::tag("wait", CommitmentFound::Partly.label())),
                    Some(Found { answer: CommitmentFound::Broken, .. }) => (parts::tag("stop", CommitmentFound::Broken.label())),
                    None if check.on <= page.today => (parts::tag("wait", "Look at it now")),
                    None => (parts::tag("", "Still to come")),
                }
            }
            @if let Some(found) = &check.found {
                @if let Some(amount) = found.amount { p { "There were " (grouped(amount)) @if let Some(promised) = page.commitment.amount { " of " (grouped(promised)) } "." } }
                @if let Some(words) = &found.words { p class="said" { (words) } }
            }
            @if let Some((name, at)) = &check.by { p class="small dim" { (page.zone.day(*at).short(page.today)) ", " bdi { (name) } } }
        }
    }
}

/// What is found on the day that has come.
fn looking(page: &CommitmentPage<'_>, on: Day) -> Markup {
    let (form, complaints) = (page.form, page.complaints);
    let answers = parts::options::<CommitmentFound>(None);
    parts::card(
        "looking",
        &format!("What did you find for {}?", on.short(page.today)),
        html! {
            form class="in form" method="post" action={ "/commitments/" (page.commitment.id) "/checks" } {
                (parts::form_key(&forms::fresh_key(), None))
                input type="hidden" name="on" value=(on);
                (parts::chips("answer", "Is it kept?", None, &form.answer, &answers, complaints))
                @if page.commitment.amount.is_some() {
                    (parts::field("found_amount", "How many were there?", Some("optional"), complaints, |wiring| wiring.text(&form.found_amount, "number")))
                }
                (parts::field("words", "In a few words", Some("needed where it is not kept"), complaints, |wiring| wiring.area(&form.words, 2)))
                div class="row" { button class="btn main" { "Save what you found" } }
            }
        },
    )
}
