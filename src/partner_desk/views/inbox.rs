//! The pages of a contact's list: an address, a code, and everything that waits for them.

use crate::programs::Program;
use crate::referrals::Referral;
use crate::referrals::lifecycle::Status;
use crate::values::Day;
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// Without a mail server no code can be mailed, so there is no list to sign in to.
pub fn no_mail(programs: &[Program]) -> Markup {
    let body = html! {
        div class="stack" {
            h1 { "Call us for your list" }
            p class="lead" { "This office sends no e-mail by itself, so it cannot mail you a code. Each request has a link of its own: answer with that. For a list of everything that is open with you, call:" }
            (super::call(programs))
        }
    };
    solo(&Solo { title: "Your requests", ..Solo::default() }, body)
}

/// Where the address is typed.
pub fn ask_address(email: &str, complaints: &Complaints) -> Markup {
    let body = html! {
        div class="stack" {
            div class="hero" { h1 { "Everything that waits for you" } p { "For partners who answer more than one request. We mail a code to your address: there is no password. If your organization has an account for you, the same code opens your team's list." } }
            (parts::error_summary(complaints))
            form class="card" method="post" action="/p/inbox/codes" {
                div class="in stack" {
                    (parts::field("email", "Your e-mail address", Some("the one our requests come to"), complaints, |wiring| wiring.line(email, "email", Some("email"))))
                    button class="btn main full" { "Mail me a code" }
                }
            }
        }
    };
    let title = if complaints.is_empty() { "Your requests" } else { "Error: Your requests" };
    solo(&Solo { title, ..Solo::default() }, body)
}

/// Where the code is typed. The same for an address that nobody has; in a made-up city, with what would have been mailed.
pub fn ask_code(email: &str, made_up: Option<&str>, complaints: &Complaints) -> Markup {
    let body = html! {
        div class="stack" {
            @if let Some(words) = made_up { p class="box note" role="status" { b { "Demo: everyone here is made up. " } (words) } }
            div class="hero" { h1 { "Type the code" } p { "If the address is one that we write to, a code is on its way. It has six digits and works for ten minutes." } }
            (parts::error_summary(complaints))
            form class="card" method="post" action="/p/inbox" {
                div class="in stack" {
                    (parts::field("email", "Your e-mail address", None, complaints, |wiring| wiring.line(email, "email", Some("email"))))
                    (parts::field("code", "Code", Some("six digits"), complaints, |wiring| wiring.line("", "text", Some("one-time-code"))))
                    button class="btn main full" { "Open my list" }
                }
            }
            p { a href="/p/inbox" { "Mail me another code" } }
        }
    };
    let title = if complaints.is_empty() { "Type the code" } else { "Error: Type the code" };
    solo(&Solo { title, ..Solo::default() }, body)
}

/// What the list shows.
pub struct Mine<'a> {
    pub name: &'a str,
    /// They have an account, so there is a list of the whole team.
    pub has_account: bool,
    pub referrals: &'a [Referral],
    pub today: Day,
    /// How many were just reported as unchanged.
    pub done: Option<usize>,
    pub complaints: &'a Complaints,
}

pub fn mine(page: &Mine<'_>) -> Markup {
    let (going_on, waiting): (Vec<&Referral>, Vec<&Referral>) =
        page.referrals.iter().partition(|referral| crate::partner_desk::queries::takes_no_change(referral));
    let body = html! {
        div class="stack" {
            p class="small dim" { "You are " (page.name) @if page.has_account { " · " a href="/p/team" { "your team's requests" } } }
            h1 { @match page.referrals.len() { 0 => "Nothing waits for you", 1 => "One request is open with you", many => { (many) " requests are open with you" } } }
            @if let Some(done) = page.done { p class="box good" role="status" { "Recorded: no change for " (done) "." } }
            (parts::error_summary(page.complaints))
            @if page.referrals.is_empty() { p class="lead" { "When a program sends you a request, it stands here." } }
            @if !waiting.is_empty() { (parts::card("waiting", "Waiting for your word", html! { ul class="rows" { @for referral in &waiting { (row(referral, page.today)) } } })) }
            @if !going_on.is_empty() { (no_change(page, &going_on)) }
        }
    };
    let foot = html! {
        form class="stack" method="post" action="/p/leaving" {
            button class="btn" { "Leave" }
            p class="small dim" { "This page closes by itself after 30 minutes without a word from you, and after " @if page.has_account { "twelve" } @else { "two" } " hours at the latest." }
        }
    };
    let title = if page.complaints.is_empty() { "Your requests" } else { "Error: Your requests" };
    solo(&Solo { title, foot: Some(foot), ..Solo::default() }, body)
}

fn row(referral: &Referral, today: Day) -> Markup {
    html! {
        li class="need" {
            h3 { a href={ "/p/r/" (referral.id) } { (referral.kind.label()) span class="vh" { ", " (referral.label()) } } }
            p class="sub dim" { (referral.label()) " · " (referral.program_name) " · " (what(referral)) }
            p { @if referral.is_late(today) { (parts::tag("stop", "Late")) " " } @if let Some(due) = referral.due_on { "By " (due.short(today)) } }
        }
    }
}

fn what(referral: &Referral) -> &'static str {
    match referral.status {
        Status::Requested | Status::Received => "say yes or no",
        Status::Accepted => "you said yes; tell us when work starts",
        Status::OnHold => "on hold",
        _ => "in progress",
    }
}

/// One press for work that goes on as it is.
fn no_change(page: &Mine<'_>, going_on: &[&Referral]) -> Markup {
    parts::card(
        "going-on",
        "Work that goes on",
        html! {
            form class="in stack" method="post" action="/p/mine/updates" {
                (parts::form_key(&forms::fresh_key(), None))
                fieldset id="with" {
                    legend class="lbl-h" { "Nothing new? Tick what goes on as it is " span class="hint" { "one press for all of them" } }
                    @if let Some(words) = page.complaints.on("with") { span class="err" { (words) } }
                    @for referral in going_on {
                        div class="tick" {
                            input type="checkbox" id={ "w-" (referral.id) } name="with" value={ (referral.id) "." (referral.version) };
                            label for={ "w-" (referral.id) } {
                                (referral.kind.label()) ", " (referral.label())
                                @if let Some(due) = referral.due_on { " " span class="hint" { "you said: news by " (due.short(page.today)) } }
                            }
                        }
                    }
                }
                (parts::field("next", "Next update by", Some("the manufacturer is told this day"), page.complaints, |wiring| wiring.text(&page.today.plus_days(14).to_string(), "date")))
                button class="btn main" { "No change" }
                p class="small dim" { "There is news about one of them? Open it: " @for (place, referral) in going_on.iter().enumerate() { @if place > 0 { ", " } a href={ "/p/r/" (referral.id) } { (referral.label()) } } ". A request that waits for a yes or a no cannot be reported as unchanged." }
            }
        },
    )
}
