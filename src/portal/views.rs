//! The status page of the design, in plain words, for a phone.

pub(super) mod home;
mod messages;
pub(super) mod own_referral;
pub(super) mod own_threads;
pub(super) mod quick;
mod requests;
mod sharing;
pub(super) mod sign_in;

pub(super) use messages::messages;
pub(super) use requests::requests;

use super::page::Seen;
use crate::consent::Consent;
use crate::programs::Program;
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::stations::{Station, StationState};
use crate::referrals::status_page::NeedToDo;
use crate::referrals::timers;
use crate::referrals::views::deeds::Forms;
use crate::referrals::views::{Thread, thread_card};
use crate::values::{Day, Vocabulary, Zone, digits};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, Icon, icon, parts};
use maud::{Markup, html};

/// What the status page shows.
pub struct StatusPage<'a> {
    pub(super) seen: &'a Seen,
    pub(super) base: &'a str,
    pub(super) headline: String,
    pub(super) next: String,
    pub(super) need: NeedToDo,
    pub(super) stations: Vec<Station>,
    pub(super) aside: Option<String>,
    pub(super) open: &'a [Event],
    pub(super) thread: Thread<'a>,
    pub(super) forms: Forms<'a>,
    pub(super) works_until: Option<Day>,
    pub(super) zone: &'a Zone,
    pub(super) today: Day,
}

pub(super) fn status(page: &StatusPage<'_>) -> Markup {
    let referral = &page.seen.story.referral;
    let about = format!("Your request for {}", page.seen.words.facts().need.unwrap_or_default());
    let body = html! {
        div class="stack" {
            p class="small dim" { (about) " · " (referral.label()) }
            div class="hero" { h1 { (page.headline) } p { (page.next) } @if let Some(words) = timers::standing_still(&page.seen.story.clocks, page.today.date()) { p { (words) } } }
            (page.forms.summary())
            (to_do(page))
            @if !page.stations.is_empty() { (where_it_stands(page)) }
            (thread_card(&page.thread, html! {}))
            p { a class="btn full" href={ (page.base) "/requests" } { "Ask for help with something else" } }
            (questions(page))
            (sharing::shared(page))
        }
    };
    let foot = html! {
        @if let Some(until) = page.works_until {
            p class="small dim" {
                "No password needed." br;
                "Reference " (referral.label()) ". This page is private: anyone with the link can see it. It works until " (until.short(page.today)) "."
            }
        } @else {
            form class="stack" method="post" action="/me/leaving" {
                button class="btn" { "Leave this page" }
                p class="small dim" { "Reference " (referral.label()) ". The page closes by itself after 30 minutes." }
            }
        }
    };
    let title = if page.forms.again.is_some() { format!("Error: {about}") } else { about };
    solo(&Solo { title: &title, foot: Some(foot), ..Solo::default() }, body)
}

fn to_do(page: &StatusPage<'_>) -> Markup {
    let (class, words) = match &page.need {
        NeedToDo::Nothing(words) => ("box good", words),
        NeedToDo::Something(words) => ("box wait", words),
    };
    html! {
        section class=(class) id="do" {
            h2 { "Do you need to do anything?" }
            p { b { (words) } }
        }
        (sharing::question(page))
        @if page.open.contains(&Event::ProvideInformation) {
            (parts::card("send", "Send your answer", html! { div class="in" { (page.forms.deed(Event::ProvideInformation, Party::Entrepreneur, true)) } }))
        }
        @if page.open.contains(&Event::Confirm) { (confirm(page)) }
    }
}

fn confirm(page: &StatusPage<'_>) -> Markup {
    let answered = page.seen.story.state.now.answer.is_some();
    parts::card(
        "confirm",
        if answered { "Change your answer" } else { "Is that right?" },
        html! { div class="in" { (page.forms.deed(Event::Confirm, Party::Entrepreneur, !answered && page.seen.story.state.now.status == Status::Completed)) } },
    )
}

fn where_it_stands(page: &StatusPage<'_>) -> Markup {
    html! {
        section class="card" aria-labelledby="stands" {
            h2 id="stands" { "Where it stands" }
            div class="in stack" {
                @if let Some(aside) = &page.aside { p class="box wait" { (aside) } }
                ol class="spine" { @for (place, station) in page.stations.iter().enumerate() { (one_station(place, station, page.today)) } }
            }
        }
    }
}

fn one_station(place: usize, station: &Station, today: Day) -> Markup {
    let (class, said) = match station.state {
        StationState::Done => ("dot done", "Done: "),
        StationState::Now => ("dot now", "Now: "),
        StationState::Later => ("dot", "Later: "),
    };
    html! {
        li class=[(station.state == StationState::Later).then_some("later")] aria-current=[(station.state == StationState::Now).then_some("step")] {
            span class=(class) aria-hidden="true" {
                @match station.state {
                    StationState::Done => (icon(Icon::Tick, 14)),
                    StationState::Now => (icon(Icon::Dots, 14)),
                    StationState::Later => b { (place + 1) },
                }
            }
            div class="row" {
                h3 { span class="vh" { (said) } (station.title) }
                @if let Some(on) = station.on { span class="when push" { (Day::new(on).short(today)) } }
                @if station.state == StationState::Now { (parts::tag("note", "Now")) }
            }
            @if !station.note.is_empty() { p class="dim" { (station.note) } }
        }
    }
}

fn questions(page: &StatusPage<'_>) -> Markup {
    let referral = &page.seen.story.referral;
    parts::card(
        "questions",
        "Questions?",
        html! {
            div class="in stack" {
                p { (referral.advisor.1) " of " (referral.program_name) " is your advisor." }
                @match &page.seen.words.phone {
                    Some(number) => div class="both" {
                        a class="btn main" href={ "tel:" (digits(number)) } { (icon(Icon::Phone, 19)) " Call " (page.seen.words.advisor) }
                        a class="btn" href={ "sms:" (digits(number)) } { (icon(Icon::Message, 19)) " Text " (page.seen.words.advisor) }
                    },
                    None => p class="dim" { "Answer the message that brought you here." },
                }
            }
        },
    )
}

fn fields(yes: &Consent) -> String {
    let names: Vec<String> = yes.fields.iter().map(|field| field.label().to_lowercase()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if names.is_empty() { "nothing more".to_owned() } else { crate::referrals::words::list(&names, "and") }
}

/// Are you sure: what stops, and what cannot be taken back.
pub(super) fn stopping(page: &StatusPage<'_>) -> Markup {
    let org = page.seen.words.org.as_deref().unwrap_or("the partner");
    let body = html! {
        div class="stack" {
            p class="small dim" { (page.seen.story.referral.label()) }
            h1 { "Stop this referral?" }
            (page.forms.summary())
            @if page.open.contains(&Event::Withdraw) {
                ul class="stack" {
                    li { (org) " is told to stop." }
                    li { "They can no longer open your information here." }
                    li { "What they have read already cannot be taken back." }
                    li { "You can ask for help again at any time." }
                }
                (page.forms.deed(Event::Withdraw, Party::Entrepreneur, true))
            } @else {
                p class="lead" { "This referral is not open now, so there is nothing to stop." }
            }
            p { a class="btn" href=(page.base) { "Go back without stopping" } }
        }
    };
    let title = if page.forms.again.is_some() { "Error: Stop this referral" } else { "Stop this referral" };
    solo(&Solo { title, ..Solo::default() }, body)
}

/// The page where a reference and a code are typed. `tried` is the reference of a try that opened nothing: why stays untold.
pub(super) fn code(programs: &[Program], tried: Option<&str>) -> Markup {
    let mut complaints = Complaints::default();
    if tried.is_some() {
        complaints.add(
            "code",
            "This reference and this code open nothing together. Check both; after ten wrong tries you have to wait 30 minutes",
        );
    }
    let body = html! {
        div class="stack" {
            div class="hero" { h1 { "Enter your code" } p { "It stands in the letter you got, or we read it out to you." } }
            (parts::error_summary(&complaints))
            form class="card" method="post" action="/c" {
                div class="in stack" {
                    (parts::field("reference", "Reference", Some("such as R-1187"), &complaints, |wiring| wiring.line(tried.unwrap_or_default(), "text", Some("on"))))
                    (parts::field("code", "Code", Some("12 letters and digits; capitals, spaces and dashes do not matter"), &complaints, |wiring| wiring.line("", "text", Some("one-time-code"))))
                    button class="btn main full" { "Open" }
                }
            }
            p { "It does not work, or you have no code? Call us and we help you on the telephone:" }
            (call(programs))
        }
    };
    let title = if complaints.is_empty() { "Enter your code" } else { "Error: Enter your code" };
    solo(&Solo { title, ..Solo::default() }, body)
}

fn call(programs: &[Program]) -> Markup {
    html! {
        ul {
            @for program in programs {
                li {
                    (program.name)
                    @if let Some(number) = &program.telephone { ": " a href={ "tel:" (digits(number)) } { (number) } }
                }
            }
        }
    }
}

/// A link that is over or closed looks like one that never was; so does a visit with a code.
pub(super) fn stopped(programs: &[Program]) -> Markup {
    let body = html! {
        div class="stack" {
            h1 { "This link has stopped working" }
            p class="lead" { "Links last 90 days to keep your information safe, and a page that was opened with a code closes after 30 minutes. Your advisor can send you a new link." }
            p { a class="btn" href="/c" { "I have a code" } }
            (call(programs))
        }
    };
    solo(&Solo { title: "This link has stopped working", ..Solo::default() }, body)
}
