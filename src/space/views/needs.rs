//! The form of what a business needs: what most ask for first, everything else behind one press.

use super::FindPage;
use crate::sites::attribute::{self, Attribute, On};
use crate::sites::views::fields::{Empty, chip, field, labelled};
use crate::values::{ConsentMethod, NeedEnd, RentUnit, Vocabulary};
use crate::web::parts;
use maud::{Markup, html};

/// What stands in the open part of the form.
const FIRST: [&str; 16] = [
    "min_sq_ft",
    "max_sq_ft",
    "pay_cents",
    "pay_unit",
    "move_by",
    "areas_wanted",
    "power_phase",
    "power_amps",
    "dock_count",
    "drive_in_count",
    "clear_height",
    "term_years",
    "air_permit_possible",
    "has_floor_drain",
    "allows_all_hours",
    "near_transit",
];

pub(super) fn needs(page: &FindPage<'_>) -> Markup {
    let beside = html! { @if let Some(words) = &page.found.filled_from { span class="small dim push" { (words) } } };
    parts::card_with(
        "n1",
        "What does the business need?",
        beside,
        html! {
            div class="in form" {
                (area(page))
                (pay(page))
                (places(page))
                (power_and_loading(page))
                (also(page))
                (rest(page))
            }
        },
    )
}

fn one(page: &FindPage<'_>, name: &str) -> Markup {
    attribute::find(name).map_or_else(|| html! {}, |attribute| field(attribute, page.typed, page.complaints, Empty::NotAsked))
}

fn named(page: &FindPage<'_>, name: &str, label: &str) -> Markup {
    attribute::find(name).map_or_else(|| html! {}, |attribute| labelled(attribute, label, page.typed, page.complaints, Empty::NotAsked))
}

fn number(page: &FindPage<'_>, name: &'static str, label: &str, unit: &str) -> Markup {
    let complaint = page.complaints.on(name);
    html! {
        div class="unit" {
            input class="inp num" id=(name) name=(name) type="text" inputmode="numeric" autocomplete="off" aria-label=(label) value=(page.typed.get(name)) aria-invalid=[complaint.map(|_| "true")] aria-describedby=[complaint.map(|_| "area-error")];
            span { (unit) }
        }
    }
}

fn area(page: &FindPage<'_>) -> Markup {
    let complaint = page.complaints.on("min_sq_ft").or_else(|| page.complaints.on("max_sq_ft"));
    html! {
        fieldset {
            legend class="lbl-h" { "Floor area" }
            @if let Some(words) = complaint { span class="err" id="area-error" { (words) } }
            div class="pair" {
                (number(page, "min_sq_ft", "Smallest floor area in square feet", "to"))
                (number(page, "max_sq_ft", "Largest floor area in square feet", "sq ft"))
            }
        }
    }
}

fn pay(page: &FindPage<'_>) -> Markup {
    let unit = if page.typed.get("pay_unit").is_empty() { RentUnit::Month.code() } else { page.typed.get("pay_unit") };
    html! {
        div class="pair apart" {
            (named(page, "pay_cents", "Most they can pay"))
            div {
                label for="pay_unit" { "Counted in" }
                select class="inp" id="pay_unit" name="pay_unit" { @for word in RentUnit::ALL { option value=(word.code()) selected[word.code() == unit] { (word.label()) } } }
            }
        }
        div class="pair apart" { (one(page, "move_by")) (named(page, "term_years", "Lease of at least")) }
    }
}

fn places(page: &FindPage<'_>) -> Markup {
    let wanted = page.typed.all("areas_wanted");
    let wanted: Vec<&str> = wanted.iter().flat_map(|text| text.split(", ")).map(str::trim).filter(|word| !word.is_empty()).collect();
    let others: Vec<&str> = wanted.iter().copied().filter(|word| !page.found.areas.iter().any(|area| area == word)).collect();
    html! {
        fieldset id="areas_wanted" {
            legend class="lbl-h" { "Where? " span class="hint" { "pick any; none is anywhere" } }
            @if let Some(words) = page.complaints.on("areas_wanted") { span class="err" { (words) } }
            div class="chips" {
                @for area in &page.found.areas { label { input type="checkbox" name="areas_wanted" value=(area) checked[wanted.contains(&area.as_str())]; span { (area) } } }
            }
        }
        div { label for="elsewhere" { "Elsewhere " span class="hint" { "parted by commas" } } input class="inp" id="elsewhere" name="areas_wanted" type="text" autocomplete="off" value=(others.join(", ")); }
    }
}

fn power_and_loading(page: &FindPage<'_>) -> Markup {
    // "One" is a tick; more than one is written below and stays there.
    let count = |name: &str| page.typed.get(name).trim().parse::<i64>().unwrap_or(0);
    let tick = |name: &'static str, words: &str| html! { label { input type="checkbox" name=(name) value="1" checked[count(name) > 0]; span { (words) } } };
    let more = |name: &'static str, label: &str| {
        let value = count(name);
        html! {
            div {
                label for=(name) { (label) }
                input class="inp num" id=(name) name=(name) type="text" inputmode="numeric" autocomplete="off" value=[(value > 1).then_some(value)] aria-describedby="more-doors";
            }
        }
    };
    html! {
        fieldset { legend class="lbl-h" { "Power" } div class="pair" { (named(page, "power_phase", "Type")) (named(page, "power_amps", "At least")) } }
        fieldset {
            legend class="lbl-h" { "Loading " span class="hint" { "none ticked: the street is fine" } }
            div class="chips" { (tick("dock_count", "Loading dock")) (tick("drive_in_count", "Drive-in door")) }
            @for name in ["dock_count", "drive_in_count"] { @if let Some(words) = page.complaints.on(name) { span class="err" { (words) } } }
            details open[count("dock_count") > 1 || count("drive_in_count") > 1] {
                summary { "More than one" }
                p class="hint" id="more-doors" { "How many at least?" }
                div class="pair" { (more("dock_count", "Docks")) (more("drive_in_count", "Drive-in doors")) }
            }
        }
        (one(page, "clear_height"))
    }
}

fn also(page: &FindPage<'_>) -> Markup {
    let chips = [
        ("air_permit_possible", "Air permit possible"),
        ("has_floor_drain", "Floor drains"),
        ("allows_all_hours", "Open nights"),
        ("near_transit", "Near transit for workers"),
    ];
    html! {
        fieldset {
            legend class="lbl-h" { "Also needed" }
            div class="chips" {
                @for (name, words) in chips { (chip(name, "yes", words, page.typed)) }
            }
        }
    }
}

/// Everything else, by groups; what is wrong or filled in there opens it.
fn rest(page: &FindPage<'_>) -> Markup {
    html! {
        @for (group, attributes) in attribute::GROUPS {
            @let more: Vec<&'static Attribute> = attributes.iter().filter(|attribute| attribute.on != On::Site && !FIRST.contains(&attribute.name)).collect();
            @let is_open = more.iter().any(|attribute| page.complaints.on(attribute.name).is_some());
            @let filled = more.iter().filter(|attribute| !page.typed.get(attribute.name).is_empty()).count();
            details open[is_open] {
                summary { (group) ", more" @if filled > 0 { " (" (filled) " filled in)" } }
                div class="pair apart" { @for attribute in more { (field(attribute, page.typed, page.complaints, Empty::NotAsked)) } }
            }
        }
        details open[page.complaints.on("note").is_some()] {
            summary { "Add something else" }
            (parts::field("note", "What the landlord has to know", Some("Do not write about the owner\u{2019}s background or health."), page.complaints, |wiring| wiring.area(page.typed.get("note"), 3)))
        }
        (tell(page))
        @if page.found.looking.is_none() {
            (parts::field("waiting_since", "Looking since", Some("today, unless you say otherwise"), page.complaints, |wiring| wiring.text(page.typed.get("waiting_since"), "date")))
        }
    }
}

fn tell(page: &FindPage<'_>) -> Markup {
    let choices: Vec<(String, String)> =
        [("", "No"), (ConsentMethod::Spoken.code(), "Yes, they said it to me"), (ConsentMethod::Paper.code(), "Yes, signed on paper")]
            .into_iter()
            .map(|(code, words)| (code.to_owned(), words.to_owned()))
            .collect();
    let agreed = page.found.looking.as_ref().and_then(|looking| looking.told_of_vacancies);
    html! {
        (parts::chips("tell", "May we tell them of vacancies?", Some("a message that there is news"), page.typed.get("tell"), &choices, page.complaints))
        @if let Some((on, method)) = agreed { p class="hint" { "Agreed on " (on.short(page.today)) ": " (method.label().to_lowercase()) "." } }
    }
}

/// Nobody looks any more.
pub(super) fn closing(page: &FindPage<'_>) -> Markup {
    html! {
        @if page.found.looking.is_some() {
            form class="row" method="post" action={ "/clients/" (page.found.client.id) "/space/closing" } {
                (parts::form_key(&crate::web::forms::fresh_key(), None))
                span class="dim" { "They look no more:" }
                @for why in NeedEnd::ALL { button class="btn mini" name="why" value=(why.code()) { (why.label()) } }
            }
        }
    }
}
