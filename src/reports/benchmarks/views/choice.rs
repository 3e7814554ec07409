//! The markup of choosing what a program is compared with.

use super::super::Benchmark;
use super::super::choice::{Choice, ChoiceForm};
use crate::auth::Viewer;
use crate::config::Clock;
use crate::programs::Program;
use crate::values::Universe;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What the page shows besides the form.
pub struct Desk<'d> {
    /// The programs the viewer manages.
    pub programs: &'d [Program],
    /// The one whose choice this is.
    pub chosen: &'d Program,
    /// The benchmarks there are.
    pub all: &'d [Benchmark],
    /// Its choices, the newest first.
    pub history: &'d [Choice],
    pub clock: &'d Clock,
}

/// One benchmark or two, and what is added.
pub fn page(viewer: &Viewer, desk: &Desk<'_>, form: &ChoiceForm, complaints: &Complaints) -> Markup {
    let above = html! { a href="/reports" { "Reports" } " / " a href="/benchmarks" { "Benchmarks" } };
    let below = html! { "For " (desk.chosen.name) ". Its report sets each group's share of clients beside its share of the businesses you choose here, such as all sectors and manufacturing of your area." };
    let body = html! {
        (parts::head(Some(above), "Compare with", Some(below)))
        (parts::error_summary(complaints))
        @if desk.programs.len() > 1 {
            nav class="pick" aria-label="Program" {
                @for program in desk.programs { a href={ "/benchmarks/choice?program=" (program.id) } aria-current=[(program.key == desk.chosen.key).then_some("true")] { (program.name) } }
            }
        }
        @if desk.all.is_empty() { (parts::empty("No benchmark yet", "Import a file first.", Some(html! { a class="btn main" href="/benchmarks/import" { "Import a file" } }))) }
        @else { div class="cols" { (choose(desk, form, complaints)) (past(desk)) } }
    };
    staff(&viewer.chrome(), &Page::new(if complaints.is_empty() { "Compare with" } else { "Error: Compare with" }, "/reports"), body)
}

fn choose(desk: &Desk<'_>, form: &ChoiceForm, complaints: &Complaints) -> Markup {
    let options = |empty: &str, is: fn(Universe) -> bool| -> Vec<(String, String)> {
        let some = desk.all.iter().filter(|one| is(one.facts.universe)).map(|one| (one.id.to_string(), one.facts.title()));
        std::iter::once((String::new(), empty.to_owned())).chain(some).collect()
    };
    let (bases, adds) = (
        options("nothing", |universe| universe != Universe::Nonemployer),
        options("nothing", |universe| universe == Universe::Nonemployer),
    );
    // Only businesses without employees were imported: they may stand alone too.
    let bases = if bases.len() > 1 { bases } else { options("nothing", |_| true) };
    let hint = "only where most clients have no employees; the two are added, never averaged";
    parts::card(
        "choose",
        "Choose",
        html! {
            form class="in stack" method="post" action="/benchmarks/choice" {
                (parts::form_key(&forms::fresh_key(), Some(form.version)))
                input type="hidden" name="program" value=(desk.chosen.id);
                (parts::field("first", "First benchmark", None, complaints, |wiring| wiring.select(&form.first, &bases)))
                (parts::field("first_add", "Add businesses without employees to it", Some(hint), complaints, |wiring| wiring.select(&form.first_add, &adds)))
                (parts::field("second", "Second, side by side", None, complaints, |wiring| wiring.select(&form.second, &bases)))
                (parts::field("second_add", "Add businesses without employees to the second", Some(hint), complaints, |wiring| wiring.select(&form.second_add, &adds)))
                (parts::field("reason", "Why these", Some("printed in the report; may be left empty"), complaints, |wiring| wiring.text(&form.reason, "text")))
                button class="btn main" { "Save the choice" }
            }
        },
    )
}

fn past(desk: &Desk<'_>) -> Markup {
    let title = |key: i64| desk.all.iter().find(|one| one.key == key).map(|one| one.facts.title()).unwrap_or_default();
    parts::card(
        "past",
        "Chosen so far",
        html! {
            @if desk.history.is_empty() { (parts::empty("Nothing chosen yet", "Until then the report compares clients with one another only.", None)) }
            @else {
                ul class="rows" {
                    @for choice in desk.history {
                        li {
                            @if choice.sides.is_empty() { p { "Nothing any more" } }
                            @for side in &choice.sides { p { (title(side.base)) @if let Some(add) = side.add { ", with " (title(add)) " added" } } }
                            @if let Some(reason) = &choice.reason { p class="small" { b { "Why: " } (reason) } }
                            p class="meta" { span { (desk.clock.zone().day(choice.chosen_at)) } span { (choice.chosen_by) } }
                        }
                    }
                }
            }
        },
    )
}
