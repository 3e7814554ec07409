//! What staff see of people's rights: corrections that wait, complaints above the line, helpers of a client.

use crate::auth::Viewer;
use crate::auth::codes::LetterCode;
use crate::auth::queries::helpers::Known;
use crate::config::Clock;
use crate::people::own::Correction;
use crate::people::{Client, Owner};
use crate::rights::Filed;
use crate::rights::routes::staff::{Helped, SpokenForm};
use crate::values::{Correctable, CorrectionId, Day, HelperLevel, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

pub(in crate::rights) fn corrections(
    viewer: &Viewer,
    all: &[Correction],
    clock: &Clock,
    again: Option<(&CorrectionId, &str, &Complaints)>,
    leaf: Leaf,
    has_more: bool,
) -> Markup {
    let nothing = Complaints::default();
    let complaints = again.map_or(&nothing, |(.., complaints)| complaints);
    let body = html! {
        (parts::head(None, "Corrections", Some(html! { "What clients say is wrong. Each is answered within 5 working days; what stood there stays in its history." })))
        (parts::error_summary(complaints))
        div class="stack" {
            @if all.is_empty() { (parts::empty("Nothing to correct", "When a client says on their own page that a fact is wrong, it waits here.", None)) }
            @for one in all {
                @let came_back = again.filter(|(id, ..)| **id == one.id);
                (correction(one, clock, came_back.map_or("", |(_, typed, _)| typed), came_back.map_or(&nothing, |(.., complaints)| complaints)))
            }
        }
        (parts::leaves("/corrections", leaf, has_more))
    };
    let title = if complaints.is_empty() { "Corrections" } else { "Error: Corrections" };
    staff(&viewer.chrome(), &Page::new(title, "/today"), body)
}

fn correction(one: &Correction, clock: &Clock, typed: &str, complaints: &Complaints) -> Markup {
    let (today, id) = (clock.today(), format!("c{}", one.key));
    let field = if complaints.is_empty() { format!("words-{}", one.key) } else { "words".to_owned() };
    let by_hand = match one.what {
        Correctable::Address => Some("facts#street"),
        Correctable::Ownership => Some("owners"),
        _ => None,
    };
    html! {
        section class="card" aria-labelledby=(id) {
            h2 id=(id) { (one.what.label()) ": " a href={ "/clients/" (one.business.1) } { (one.business.2) } }
            form class="in stack" method="post" action={ "/corrections/" (one.id) } {
                (parts::form_key(&forms::fresh_key(), None))
                p { (one.person.1) " asked on " (clock.zone().day(one.asked_at).short(today)) ". " (due(one.due_on, today)) }
                dl class="facts" {
                    div { dt { "It says" } dd { @if one.old.is_empty() { span class="dim" { "Nothing" } } @else { (one.old) } } }
                    div { dt { "It should say" } dd { b { (one.new) } } }
                }
                @if let Some(part) = by_hand { p { a href={ "/clients/" (one.business.1) "/" (part) } { "Change it on the client's page" } " first, then press Corrected." } }
                div {
                    label for=(field) { "What you tell them " span class="hint" { "needed where it stays as it is" } }
                    @if let Some(words) = complaints.on("words") { span class="err" { (words) } }
                    textarea class="inp" id=(field) name="words" rows="2" { "\n" (typed) }
                }
                div class="row" {
                    button class="btn main" name="answer" value="made" { "Corrected" span class="vh" { ": " (one.what.label()) " of " (one.business.2) } }
                    button class="btn" name="answer" value="kept" { "Leave it as it is" span class="vh" { ": " (one.what.label()) " of " (one.business.2) } }
                }
            }
        }
    }
}

fn due(on: Day, today: Day) -> Markup {
    html! { @if on < today { (parts::tag("stop", &format!("was due {}", on.short(today)))) } @else { (parts::tag("wait", &format!("due {}", on.short(today)))) } }
}

pub(in crate::rights) fn complaints(viewer: &Viewer, all: &[Filed], clock: &Clock, leaf: Leaf, has_more: bool) -> Markup {
    let today = clock.today();
    let body = html! {
        (parts::head(None, "Complaints", Some(html! { "Words to somebody above the advisor. No advisor's page shows them. Each is answered within 10 working days." })))
        @if all.is_empty() { (parts::empty("No complaints", "When a client complains on their own page, it stands here with its day.", None)) }
        @else {
            ul class="rows card" {
                @for one in all {
                    li {
                        p { a href={ "/complaints/" (one.id) } { (one.label()) } " · " (one.program.1) " · " (clock.zone().day(one.asked_at).short(today)) }
                        p class="dim" { @match &one.answer { Some((_, at)) => { "Answered on " (clock.zone().day(*at).short(today)) "." }, None => (due(one.due_on, today)) } }
                    }
                }
            }
        }
        (parts::leaves("/complaints", leaf, has_more))
    };
    staff(&viewer.chrome(), &Page::new("Complaints", "/complaints"), body)
}

pub(in crate::rights) fn complaint(viewer: &Viewer, one: &Filed, clock: &Clock, typed: &str, complaints: &Complaints) -> Markup {
    let (today, title) = (clock.today(), format!("Complaint {}", one.label()));
    let body = html! {
        (parts::head(Some(html! { a href="/complaints" { "Complaints" } }), &title, Some(html! { (one.program.1) ", " (clock.zone().day(one.asked_at).short(today)) })))
        (parts::error_summary(complaints))
        div class="card in stack" {
            @match &one.client {
                Some((id, name)) => p { "From a client: " a href={ "/clients/" (id) } { (name) } },
                None => p class="dim" { "Who they are is not needed to answer: the answer stands on their own page. If you have to call, ask the program's manager." },
            }
            @if one.is_about_viewer { p class="box wait" { "You had a part in what this person asked for. You read it because nobody else here could: ask the administrator to name somebody who hears complaints." } }
            p class="said" { (one.words) }
        }
        @match &one.answer {
            Some((words, at)) => div class="card in stack" { h2 { "Answered on " (clock.zone().day(*at).short(today)) } p class="said" { (words) } },
            None => form class="card in stack" method="post" action={ "/complaints/" (one.id) } {
                (parts::form_key(&forms::fresh_key(), None))
                p { (due(one.due_on, today)) " They read your answer on their own page, and are told that it is there." }
                (parts::field("words", "Your answer", Some("say what you found, what changes, and what they can do next"), complaints, |wiring| wiring.area(typed, 6)))
                button class="btn main" { "Answer" }
            },
        }
    };
    let title = if complaints.is_empty() { title } else { format!("Error: {title}") };
    staff(&viewer.chrome(), &Page::new(&title, "/complaints"), body)
}

pub(in crate::rights) fn helpers(viewer: &Viewer, helped: &Helped, clock: &Clock, form: &SpokenForm, complaints: &Complaints) -> Markup {
    let (client, today) = (&helped.client, clock.today());
    let body = html! {
        (parts::head(Some(html! { a href="/clients" { "Clients" } " / " a href={ "/clients/" (client.id) } { (client.name) } }), "Helpers", Some(html! { "Somebody a client trusts to see their requests, or to act for them. Only the client chooses one." })))
        (parts::error_summary(complaints))
        div class="stack" {
            @for (owner, known, done) in &helped.owners {
                section class="card" aria-label={ "Helpers of " (owner.name()) } {
                    h2 { (owner.name()) }
                    div class="in stack" {
                        @if known.is_empty() { p class="dim" { "Nobody helps them yet." } }
                        @for one in known { (one_helper(client, one, today)) }
                        @for one in done { p class="small dim" { (one.name) ", for " bdi { (owner.name()) } ": " (one.what.label()) ", " (crate::referrals::label(one.referral.1)) ", " (clock.zone().day(one.at).short(today)) } }
                    }
                }
            }
            @if !helped.owners.is_empty() { (spoken(helped, form, complaints, today)) }
        }
    };
    let title = if complaints.is_empty() { "Helpers" } else { "Error: Helpers" };
    staff(&viewer.chrome(), &Page::new(title, "/clients"), body)
}

fn one_helper(client: &Client, one: &Known, today: Day) -> Markup {
    html! {
        form class="row" method="post" action={ "/clients/" (client.id) "/helpers/ending" } {
            input type="hidden" name="helper" value=(one.helper.id);
            span {
                b { (one.helper.name) } ", " (one.helper.level.label())
                @if one.is_live(today) { ", until " (one.helper.until_on.short(today)) } @else { ", over" }
                @if let Some(witness) = &one.witness { ". " (witness) " heard them say so" }
            }
            @if one.is_live(today) { button class="btn mini push" { "End" span class="vh" { " the help of " (one.helper.name) } } }
        }
    }
}

fn spoken(helped: &Helped, form: &SpokenForm, complaints: &Complaints, today: Day) -> Markup {
    let people: Vec<(String, String)> = helped.owners.iter().map(|(owner, ..)| (owner.id.to_string(), owner.name())).collect();
    let levels = parts::options::<HelperLevel>(None);
    let until = if form.until.is_empty() { today.plus_days(90).to_string() } else { form.until.clone() };
    let level = if form.level.is_empty() { HelperLevel::See.code() } else { &form.level };
    parts::card(
        "spoken",
        "Write down what they said",
        html! {
            form class="in stack" method="post" action={ "/clients/" (helped.client.id) "/helpers" } {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("person", "Who said it", None, complaints, |wiring| wiring.select("", &people)))
                (parts::field("name", "Whom they trust", None, complaints, |wiring| wiring.text(&form.name, "text")))
                (parts::chips("level", "What they may do", Some("a yes to share stays the client's own"), level, &levels, complaints))
                (parts::field("until", "Last day", Some("a year ahead at most"), complaints, |wiring| wiring.text(&until, "date")))
                div class="tick" { input type="checkbox" id="heard" name="heard" value="yes"; label for="heard" { "I heard them say so, and am their witness" } }
                button class="btn main" { "Make the code" }
            }
        },
    )
}

/// The code for a helper, once: to read out, or to hand over.
pub(in crate::rights) fn helper_code(
    viewer: &Viewer,
    client: &Client,
    owner: &Owner,
    reference: &str,
    code: &LetterCode,
    url: &str,
) -> Markup {
    let body = html! {
        (parts::head(Some(html! { a href={ "/clients/" (client.id) } { (client.name) } }), "A code for the helper", Some(html! { "It is shown once. Read it out to " bdi { (owner.name()) } ", or hand it over." })))
        div class="card in stack" {
            p { "Page: " b { (url) "/h" } }
            p { "Reference: " b class="code" { (reference) } }
            p { "Code: " b class="code" { (code.grouped()) } }
            ol { @for group in code.spelled() { li { (group) } } }
        }
        p class="in" { a href={ "/clients/" (client.id) "/helpers" } { "Back to helpers" } }
    };
    staff(&viewer.chrome(), &Page::new("A code for the helper", "/clients"), body)
}
