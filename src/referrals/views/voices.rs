//! The two voices side by side, whether the loop is closed, and next steps for several referrals at once.

use super::{by_whom, happened, status_tag};
use crate::auth::Viewer;
use crate::programs::queries::Code;
use crate::referrals::Referral;
use crate::referrals::deed::Happened;
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Status};
use crate::referrals::queries::Story;
use crate::referrals::voices::{Loop, voices};
use crate::values::{Day, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What PARTNER says, and what CLIENT says. Nothing while neither has spoken.
pub(super) fn two_voices(story: &Story, zone: &Zone, today: Day, code_words: &dyn Fn(Event, Fact, &str) -> String) -> Markup {
    let heard = voices(&story.log);
    if heard.partner.is_none() && heard.client.is_none() {
        return html! {};
    }
    let said = |line: Option<&Happened>, facts: &[Fact]| {
        html! {
            @match line {
                None => p class="dim" { "Has not said anything yet." },
                Some(line) => {
                    p { b { (crate::referrals::words::sentence(&happened(line))) } }
                    @for fact in facts { @if let Some(code) = line.sheet.get(fact) { p { (code_words(line.event, *fact, code)) } } }
                    @for (fact, before) in [(Fact::ReasonText, ""), (Fact::Delivered, "Delivered: "), (Fact::Comment, "In their own words: ")] {
                        @if let Some(words) = line.sheet.get(&fact) { p class="said" { (before) (words) } }
                    }
                    @if let Some(words) = line.sheet.get(&Fact::Comment).and(Some(reads_comment(line))) { p class="small dim" { (words) } }
                    p class="small dim" { (zone.day(line.at).short(today)) ", " @if line.from_file.is_none() { (zone.clock(line.at)) ", " } (by_whom(line)) }
                }
            }
        }
    };
    let partner = [Fact::Reason, Fact::Outcome, Fact::Results];
    let client = [Fact::Reason, Fact::Happened, Fact::NeedMet, Fact::WasMissing, Fact::Rating];
    html! {
        section class="card" aria-labelledby="voices" {
            div class="cap" { h2 id="voices" { "How it went" } @if heard.disagree() { (parts::tag("stop", "They do not agree")) } }
            div class="in both" {
                div class="stack" { h3 { "What " bdi { (story.referral.partner_name()) } " says" } (said(heard.partner, &partner)) }
                div class="stack" { h3 { "What " bdi { (story.referral.client_name) } " says" } (said(heard.client, &client)) }
            }
            @if story.state.now.status == Status::Completed && story.referral.trainee.is_none() {
                p class="in" { a class="btn" href={ "/clients/" (story.referral.client) "/outcomes/new?referral=" (story.referral.id) } { "Write down what came of it" } }
            }
        }
    }
}

fn reads_comment(line: &Happened) -> &'static str {
    if line.sheet.get(&Fact::CommentVisibility).is_some_and(|code| code == "partner") {
        "The partner may read these words too."
    } else {
        "Only the program reads these words."
    }
}

/// "Loop open: no next step is recorded; the client has not been told what happens next."
pub(super) fn loop_box(state: &Loop) -> Markup {
    html! {
        @match state {
            Loop::Running => {}
            Loop::Closed => p class="box good" { b { "Loop closed." } " The client was heard, or has a next step and knows it." },
            Loop::Elsewhere => p class="box" { "It ended before it was kept here: whether the client was heard is not on record." },
            Loop::Open(left) => p class="box wait" { b { "Loop open: " } (left.join("; ")) "." },
        }
    }
}

/// One row of the form for several: what was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct StepRow {
    pub next_step: String,
    pub told_on: String,
    pub shared_note: String,
    pub review_on: String,
    pub complaints: Complaints,
}

/// Next steps for several referrals at once. Nothing is filled in beforehand; rows left empty are left alone.
pub struct StepsPage<'a> {
    pub rows: Vec<(&'a Referral, StepRow)>,
    pub choices: Vec<&'a [Code]>,
    pub has_more: bool,
    pub only_mine: bool,
    pub today: Day,
}

pub fn next_steps(viewer: &Viewer, page: &StepsPage<'_>) -> Markup {
    let above = html! { a href="/referrals" { "Referrals" } };
    let below = html! { "Each ended without the help, or the client says it is not so. Agree on a next step with each client, and write down the day you told them. Rows you leave empty stay as they are." };
    let has_complaints = page.rows.iter().any(|(_, row)| !row.complaints.is_empty());
    let body = html! {
        (parts::head(Some(above), "Next steps", Some(below)))
        nav class="pick" aria-label="Whose referrals" {
            a href="/referrals/next-steps" aria-current=[page.only_mine.then_some("true")] { "Only mine" }
            a href="/referrals/next-steps?all=1" aria-current=[(!page.only_mine).then_some("true")] { "The whole team" }
        }
        @if page.rows.is_empty() {
            section class="card" { (parts::empty("Every loop is closed", "When a referral ends without the help, it waits here until a next step is agreed and told.", Some(html! { a class="btn" href="/referrals" { "See the board" } }))) }
        } @else {
            div class="stack" {
            @if has_complaints { (summary(page)) }
            form class="stack" method="post" action={ "/referrals/next-steps" @if !page.only_mine { "?all=1" } } {
                (parts::form_key(&forms::fresh_key(), None))
                @for (place, ((referral, row), choices)) in page.rows.iter().zip(&page.choices).enumerate() { (one(place, referral, row, choices, page.today)) }
                @if page.has_more { p class="dim" { "There are more. Save these, and the next ones come." } }
                button class="btn main" { "Save the next steps" }
            }
            }
        }
    };
    let title = if has_complaints { "Error: Next steps" } else { "Next steps" };
    staff(&viewer.chrome(), &Page::new(title, "/referrals"), body)
}

fn summary(page: &StepsPage<'_>) -> Markup {
    html! {
        div class="box stop" role="alert" tabindex="-1" id="errors" {
            h2 { "Nothing was saved yet" }
            ul {
                @for (place, (referral, row)) in page.rows.iter().enumerate() {
                    @for (field, words) in row.complaints.iter() { li { a href={ "#" (field) "-" (place) } { (referral.label()) ": " (words) } } }
                }
            }
        }
    }
}

fn one(place: usize, referral: &Referral, row: &StepRow, choices: &[Code], today: Day) -> Markup {
    let field = |name: &'static str, label: &str, hint: &str, control: Markup| {
        html! {
            div {
                label for={ (name) "-" (place) } { (label) @if !hint.is_empty() { " " span class="hint" { (hint) } } }
                @if let Some(words) = row.complaints.on(name) { span class="err" { (words) } }
                (control)
            }
        }
    };
    let line = |name: &'static str, kind: &str, value: &str| {
        html! { input class="inp" id={ (name) "-" (place) } name=(name) type=(kind) value=(value) autocomplete="off" aria-invalid=[row.complaints.on(name).map(|_| "true")]; }
    };
    let step = html! {
        select class="inp" id={ "next_step-" (place) } name="next_step" aria-invalid=[row.complaints.on("next_step").map(|_| "true")] {
            option value="" { "Nothing yet" }
            @for code in choices { option value=(code.code) selected[code.code == row.next_step] { (code.label) } }
        }
    };
    html! {
        fieldset class="card" {
            input type="hidden" name="referral" value=(referral.id);
            input type="hidden" name="version" value=(referral.version);
            legend class="vh" { (referral.label()) ", " (referral.client_name) }
            div class="in stack" {
                p class="row" { a href={ "/referrals/" (referral.id) } { b { (referral.client_name) } } span { (referral.label()) ", " (referral.kind.label()) ", " (referral.partner_name()) } (status_tag(referral, today)) }
                div class="pair apart" {
                    (field("next_step", "Next step", "", step))
                    (field("told_on", "Talked with the client on", "", line("told_on", "date", &row.told_on)))
                }
                div class="pair apart" {
                    (field("shared_note", "In words", "the client reads it", line("shared_note", "text", &row.shared_note)))
                    (field("review_on", "Look at it again on", "if they try again later", line("review_on", "date", &row.review_on)))
                }
            }
        }
    }
}
