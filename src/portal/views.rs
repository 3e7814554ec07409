//! The status page of the design, in plain words, for a phone, in the language of whoever reads it.

mod answers;
mod code;
pub(super) mod home;
pub(super) mod indicators;
pub(super) mod member;
mod messages;
pub(super) mod outcomes;
pub(super) mod own_referral;
pub(super) mod own_threads;
pub(super) mod quick;
mod requests;
mod sharing;
pub(super) mod sign_in;
pub(super) mod stories;

pub(super) use answers::{answering, missing, stopping};
pub(super) use code::{asked_anew, code, stopped};
pub(super) use messages::messages;
pub(super) use requests::requests;

use super::page::{Again, May, Seen};
use crate::auth::helpers::did;
use crate::auth::queries::helpers::Done;
use crate::i18n::{Args, Language, capital};
use crate::referrals::lifecycle::Event;
use crate::referrals::stations::{Station, StationState};
use crate::referrals::status_page::NeedToDo;
use crate::referrals::telling::Telling;
use crate::referrals::timers;
use crate::referrals::views::{Thread, thread_card};
use crate::values::{Day, Instant, Zone, digits};
use crate::web::layout::{Solo, solo};
use crate::web::{Icon, icon, parts};
use maud::{Markup, html};

/// What every page below a status page needs besides its own.
pub(super) struct Own<'a> {
    /// In which language it is.
    pub language: Language,
    /// Where another language is posted.
    pub switch: &'a str,
    /// Address of the status page.
    pub back: &'a str,
    /// They came with a code: signing out is one press away.
    pub is_inside: bool,
}

impl Own<'_> {
    fn foot(&self) -> Option<Markup> {
        self.is_inside.then(|| parts::leave(self.language))
    }
}

/// What the status page shows.
pub(super) struct StatusPage<'a> {
    pub seen: &'a Seen,
    pub base: &'a str,
    pub language: Language,
    pub may: May,
    pub switch: &'a str,
    pub headline: String,
    pub next: String,
    pub need: NeedToDo,
    pub stations: Vec<Station>,
    pub aside: Option<String>,
    pub open: &'a [Event],
    pub thread: Thread<'a>,
    pub again: Again<'a>,
    pub works_until: Option<Day>,
    pub zone: &'a Zone,
    pub today: Day,
}

impl StatusPage<'_> {
    /// A message with nothing to fill in.
    fn word(&self, key: &str) -> String {
        self.language.word(key)
    }

    /// A message about the partner and the advisor.
    fn say(&self, key: &str) -> String {
        self.language.say(key, named(&self.seen.words))
    }

    /// A day without its weekday.
    fn day(&self, on: Day) -> String {
        self.language.short_day(on.date(), self.today.year())
    }

    /// A day, and the hour of it.
    fn moment(&self, at: Instant) -> String {
        let (hour, minute) = self.zone.time(at);
        let args = Args::default().with("day", self.day(self.zone.day(at))).with("hour", self.language.clock(hour, minute));
        self.language.say("day-and-hour", args)
    }

    /// "Your request for space".
    fn about(&self) -> String {
        about(self.language, &self.seen.words.need)
    }

    fn summary(&self) -> Markup {
        html! { @if let Some((_, complaints)) = self.again { (parts::errors(self.language, complaints)) } }
    }

    fn title(&self, title: &str) -> String {
        title_of(self.language, title, self.again.is_some())
    }
}

/// "Your request for space".
fn about(language: Language, need: &str) -> String {
    language.say("your-request-for", Args::default().with("need", need))
}

/// The title of a page, with a word before it where a form came back.
fn title_of(language: Language, title: &str, has_errors: bool) -> String {
    if has_errors { language.say("title-error", Args::default().with("title", title)) } else { title.to_owned() }
}

/// A page that is reached by a private link at `base`, or from inside one's own pages: there it has their frame.
fn by_either_way((language, base, is_inside): (Language, &str, bool), title: &str, has_errors: bool, body: Markup) -> Markup {
    if is_inside {
        return home::Frame { language, title, address: base, is_error: has_errors }.draw(body);
    }
    let title = title_of(language, title, has_errors);
    let switch = format!("{base}/language?next={}", parts::encoded(base));
    solo(&Solo { title: &title, language, switch: Some(&switch), ..Solo::default() }, body)
}

/// The names that sentences of these pages are about.
pub(super) fn named<'a>(words: &Telling) -> Args<'a> {
    let org = words.org.clone().unwrap_or_else(|| words.language.word("the-partner"));
    Args::default().with("org", org).with("advisor", words.advisor.clone())
}

pub(super) fn status(page: &StatusPage<'_>) -> Markup {
    let referral = &page.seen.story.referral;
    let still = timers::standing_still(&page.seen.story.clocks, page.today.date(), page.language);
    let body = html! {
        div class="stack" {
            (own_line(page))
            p class="small dim" { (page.about()) " · " bdi { (referral.label()) } }
            div class="hero" { h1 { (page.headline) } p { (page.next) } @if let Some(words) = still { p { (words) } } }
            (page.summary())
            @if let Some(besides) = &page.seen.besides { (own_referral::ball(besides, page.base, page.language, page.today)) }
            (to_do(page))
            @if !page.stations.is_empty() { (where_it_stands(page)) }
            @if let Some(besides) = &page.seen.besides { (own_referral::can_happen(besides, page.language)) }
            (questions(page))
            @if page.may == May::All { (sharing::shared(page)) }
            (thread_card(&page.thread, html! {}))
            (helped(page))
            (at_the_end(page))
        }
    };
    let title = page.title(&page.about());
    solo(&Solo { title: &title, language: page.language, switch: Some(page.switch), foot: Some(foot(page)), ..Solo::default() }, body)
}

/// What somebody they trust did for them here.
fn helped(page: &StatusPage<'_>) -> Markup {
    let said = |done: &Done| {
        let args = Args::default().with("name", &done.name).with("what", did(page.language, done.what));
        page.language.say("rights-did", args)
    };
    html! {
        @if !page.seen.helped.is_empty() {
            ul { @for done in &page.seen.helped { li class="small dim" { (said(done)) " · " (page.day(page.zone.day(done.at))) } } }
        }
    }
}

/// For somebody whose language has no catalog: what this is, and where somebody interprets.
fn own_line(page: &StatusPage<'_>) -> Markup {
    let line = page.seen.line.zip(page.seen.words.phone.as_deref());
    html! { @if let Some((line, phone)) = line { p class="box note" lang=(line.0.code) dir=(line.0.direction.code()) { (line.0.filled(&page.seen.story.referral.program_name, phone)) } } }
}

fn foot(page: &StatusPage<'_>) -> Markup {
    let args = || Args::default().with("reference", page.seen.story.referral.label());
    html! {
        @if let Some(until) = page.works_until {
            p class="small dim" { (page.language.join(&[page.word("foot-no-password"), page.language.say("foot-link", args().with("day", page.day(until)))])) }
        } @else {
            (parts::leave(page.language))
        }
    }
}

/// What happened and what can be said about it, for somebody who is inside; for whoever came by link, the way in. A trainee asks for
/// other help at their advisor: what is asked for on these pages is asked for by the business.
fn at_the_end(page: &StatusPage<'_>) -> Markup {
    let referral = &page.seen.story.referral;
    html! {
        @if let Some(besides) = &page.seen.besides {
            (own_referral::timeline(besides, page.language, page.today))
            @if page.may == May::All { (own_referral::tell(besides, page.base, page.language)) }
            @if page.may == May::All { (own_referral::quick(besides, &referral.label(), page.language)) }
        }
        @if referral.trainee.is_none() && page.may != May::See { p { a class="btn full" href={ (page.base) "/requests" } { (page.word("help-with-something-else")) } } }
        // A helper's first page is the one that lists what they may open.
        @if page.may != May::All { p { a href="/me/help" { (page.word("rights-help-title")) } } }
        @else { p { a href=(if page.seen.besides.is_some() { "/me" } else { "/me/sign-in" }) { (page.word(if page.seen.besides.is_some() { "own-home" } else { "own-sign-in-all" })) } } }
    }
}

fn to_do(page: &StatusPage<'_>) -> Markup {
    let (class, words) = match &page.need {
        NeedToDo::Nothing(words) => ("box good", words),
        NeedToDo::Something(words) => ("box wait", words),
    };
    html! {
        section class=(class) id="do" {
            h2 { (page.word("do-heading")) }
            p { b { (words) } }
        }
        (sharing::question(page))
        @if page.open.contains(&Event::ProvideInformation) { (answers::provide(page)) }
        (answers::contact(page))
        @if page.open.contains(&Event::Confirm) { (answers::confirm(page)) }
    }
}

fn where_it_stands(page: &StatusPage<'_>) -> Markup {
    html! {
        section class="card" aria-labelledby="stands" {
            h2 id="stands" { (page.word("stands-heading")) }
            div class="in stack" {
                @if let Some(aside) = &page.aside { p class="box wait" { (aside) } }
                ol class="spine" { @for (place, station) in page.stations.iter().enumerate() { (one_station(place, station, page)) } }
            }
        }
    }
}

fn one_station(place: usize, station: &Station, page: &StatusPage<'_>) -> Markup {
    let (class, said) = match station.state {
        StationState::Done => ("dot done", "station-done"),
        StationState::Now => ("dot now", "station-now"),
        StationState::Later => ("dot", "station-later"),
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
                h3 { span class="vh" { (page.word(said)) " " } (station.title) }
                @if let Some(on) = station.on { span class="when push" { (page.day(Day::new(on))) } }
                @if station.state == StationState::Now { (parts::tag("note", &page.word("now"))) }
            }
            @if !station.note.is_empty() { p class="dim" { (station.note) } }
        }
    }
}

fn questions(page: &StatusPage<'_>) -> Markup {
    let referral = &page.seen.story.referral;
    let who = Args::default().with("advisor", &referral.advisor.1).with("program", &referral.program_name);
    parts::card(
        "questions",
        &page.word("questions"),
        html! {
            div class="in stack" {
                p { (page.language.join(&[page.language.say("your-advisor-is", who)])) }
                @match &page.seen.words.phone {
                    Some(number) => div class="both" {
                        a class="btn main" href={ "tel:" (digits(number)) } { (icon(Icon::Phone, 19)) span { (page.say("call-advisor")) } }
                        a class="btn" href={ "sms:" (digits(number)) } { (icon(Icon::Message, 19)) span { (page.say("text-advisor")) } }
                    },
                    None => p class="dim" { (page.word("answer-the-message")) },
                }
                @if let Some(besides) = &page.seen.besides { (own_referral::contact(besides, referral.partner_name(), page.language)) }
            }
        },
    )
}

/// What a referral is for, standing alone: "Space".
fn kind_alone(language: Language, kind: crate::values::Kind) -> String {
    capital(&crate::referrals::telling::need(language, kind, false))
}
