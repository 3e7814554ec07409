//! The first of somebody's own pages, and the frame that all of them wear.

use crate::auth::own::kept::Fields;
use crate::i18n::{Args, Language};
use crate::portal::home::{Card, Home, Todo};
use crate::referrals::Referral;
use crate::values::{CodeWay, Day};
use crate::web::layout::{Solo, solo};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// A page of somebody's own.
pub(in crate::portal) struct Frame<'a> {
    pub language: Language,
    pub title: &'a str,
    /// Its address: where the choice of another language leads back to.
    pub address: &'a str,
    pub is_error: bool,
}

impl Frame<'_> {
    pub fn draw(&self, body: Markup) -> Markup {
        let language = self.language;
        let title =
            if self.is_error { language.say("title-error", Args::default().with("title", self.title)) } else { self.title.to_owned() };
        let switch = format!("/me/language?next={}", parts::encoded(self.address));
        solo(&Solo { title: &title, language, switch: Some(&switch), foot: Some(parts::leave(language)), ..Solo::default() }, body)
    }
}

/// The way back to the first page.
pub(in crate::portal) fn back(language: Language) -> Markup {
    html! { p class="small" { a href="/me" { (language.word("own-home")) } } }
}

pub(in crate::portal) fn home(home: &Home) -> Markup {
    let language = home.language;
    let count = i64::try_from(home.todos.len() + home.outcomes.len() + home.stories.len()).unwrap_or(i64::MAX);
    let headline = language.say("home-things", Args::default().count("n", count));
    let body = html! {
        div class="stack" {
            @if let Some(name) = &home.first_name { p class="small dim" { bdi { (name) } } }
            @if let Some((line, program, phone)) = &home.line { p class="box note" lang=(line.0.code) dir=(line.0.direction.code()) { (line.0.filled(program, phone)) } }
            h1 { (headline) }
            @if home.has_typed { p class="box note" role="status" { a href="/me/kept" { (language.word("kept-waits")) } } }
            @if home.is_remembered { p class="box note" { (language.sentence(&language.word("home-remembered"))) " " a href="/me/sign-in" { (language.word("own-sign-in")) } } }
            @for (referral, need, todo) in &home.todos { (thing(home, referral, need, todo)) }
            @for outcome in &home.outcomes { (super::outcomes::asked(language, outcome, home.today)) }
            @for story in &home.stories { (super::stories::asked(language, story)) }
            @if home.leaf.page == 0 { (going_on(home)) }
            (finished(home))
            (other_ways(home))
            (signed_in(home))
        }
    };
    Frame { language, title: &headline, address: "/me", is_error: false }.draw(body)
}

fn about(home: &Home, referral: &Referral, need: &str) -> Markup {
    html! {
        (home.language.say("home-about", Args::default().with("need", need))) " · " span dir="ltr" { (referral.label()) }
        @if home.has_several { " · " bdi { (referral.client_name) } }
    }
}

fn page_of(referral: &Referral) -> String {
    format!("/me/referrals/{}", referral.id)
}

fn thing(home: &Home, referral: &Referral, need: &str, todo: &Todo) -> Markup {
    let (language, id) = (home.language, format!("do-{}", referral.number));
    let about = html! { p class="small dim" { (about(home, referral, need)) } };
    let content = match todo {
        Todo::Share { words, with } => html! {
            div class="in stack" {
                (about)
                details open { summary { (language.word("home-see-words")) } div class="in stack" { @for line in words.lines().filter(|line| !line.is_empty()) { p { (line) } } } }
                div class="both" {
                    (press(referral, "share", with, &language.word("home-share-yes")))
                    (press(referral, "refuse", with, &language.word("home-share-no")))
                }
                p class="small dim" { (language.sentence(&language.word("told-nothing-shared-yet"))) }
            }
        },
        Todo::Renew(words) => {
            html! { div class="in stack" { (about) p { (words) } (press(referral, "renew", &[], &language.word("renew-button"))) } }
        }
        Todo::Look(words, place) => html! {
            div class="in stack" { (about) p { b { (words) } } a class="btn full" href={ (page_of(referral)) (place) } { (language.word("home-answer")) } }
        },
    };
    let title = match todo {
        Todo::Share { .. } => language.word("home-share"),
        Todo::Renew(_) => language.word("home-renew-title"),
        Todo::Look(..) => language.word("home-your-move"),
    };
    html! { section class="card wait" aria-labelledby=(id) { h2 id=(id) { (title) } (content) } }
}

/// One press that answers.
fn press(referral: &Referral, what: &str, with: &[String], words: &str) -> Markup {
    html! {
        form method="post" action={ (page_of(referral)) "/sharing" } {
            (parts::form_key(&forms::fresh_key(), None))
            input type="hidden" name="what" value=(what);
            @for value in with { input type="hidden" name="with" value=(value); }
            button class="btn full" { (words) }
        }
    }
}

fn going_on(home: &Home) -> Markup {
    let language = home.language;
    html! {
        section class="stack" aria-labelledby="open" {
            h2 id="open" { (language.word("home-open")) }
            @if home.cards.is_empty() {
                @if home.finished.is_empty() { (parts::empty(&language.word("home-nothing-yet"), &language.sentence(&language.word("home-nothing-yet-more")), None)) }
                @else { p class="dim" { (language.sentence(&language.word("home-nothing-open"))) } }
            }
            @for card in &home.cards { (one(home, card)) }
        }
    }
}

fn one(home: &Home, card: &Card) -> Markup {
    let language = home.language;
    html! {
        article class="card" {
            h3 class="in" { a href=(page_of(&card.referral)) { (card.headline) } }
            div class="in stack" {
                p class="small dim" { (about(home, &card.referral, &card.need)) }
                p { (card.moves) }
                @if let Some(day) = card.news_on { p class="small dim" { (language.say("home-news", Args::default().with("day", short(language, day, home.today)))) } }
            }
        }
    }
}

pub(in crate::portal) fn short(language: Language, day: Day, today: Day) -> String {
    language.short_day(day.date(), today.year())
}

fn finished(home: &Home) -> Markup {
    let language = home.language;
    html! {
        @if !home.finished.is_empty() {
            section class="card" aria-labelledby="over" {
                h2 id="over" { (language.word("home-over")) }
                ul class="rows" {
                    @for (referral, need, said) in &home.finished {
                        li { a href=(page_of(referral)) { (said) } p class="small dim" { (about(home, referral, need)) } }
                    }
                }
                (parts::leaves_in(language, "/me", home.leaf, home.has_more))
            }
        }
    }
}

/// The rest of somebody's own pages.
const MORE: [(&str, &str); 7] = [
    ("/me/permissions", "rights-permissions-title"),
    ("/me/who-looked", "rights-looked-title"),
    ("/me/profile", "rights-profile-title"),
    ("/me/about-me", "rights-answers-title"),
    ("/me/helpers", "rights-helpers-title"),
    ("/me/download", "rights-copy-title"),
    ("/me/help", "rights-help-title"),
];

fn other_ways(home: &Home) -> Markup {
    let language = home.language;
    html! {
        @if home.may_ask { p { a class="btn full" href="/me/requests" { (language.word("help-with-something-else")) } } }
        nav aria-label=(language.word("own-more")) {
            ul class="stack" {
                li { a href="/me/messages" { (language.word("messages")) } }
                li { a href="/me/outcomes" { (language.word("outcome-list-title")) } }
                li { a href="/me/indicators" { (language.word("indicator-title")) } }
                li { a href="/me/stories" { (language.word("story-list-title")) } }
                @for (href, key) in MORE { li { a href=(href) { (language.word(key)) } } }
            }
        }
    }
}

fn signed_in(home: &Home) -> Markup {
    let language = home.language;
    html! {
        details {
            summary { (language.word("devices-title")) }
            div class="in stack" {
                @if home.devices.is_empty() { p class="dim" { (language.sentence(&language.word("devices-none"))) } }
                ul {
                    @for (device, since, until) in &home.devices {
                        li {
                            @let key = match device.way { CodeWay::Email => "devices-by-mail", CodeWay::Text => "devices-by-text" };
                            (language.sentence(&language.say(key, Args::default().with("since", short(language, *since, home.today)).with("until", short(language, *until, home.today)))))
                        }
                    }
                }
                form method="post" action="/me/leaving-everywhere" { button class="btn" { (language.word("devices-end")) } }
                p class="small dim" { (language.sentence(&language.word("devices-end-hint"))) }
            }
        }
    }
}

/// What was typed: shown, sent with one press, or thrown away.
pub(in crate::portal) fn kept(language: Language, path: &str, fields: &Fields) -> Markup {
    let shown = fields.iter().filter(|(name, value)| is_typed(name) && !value.trim().is_empty());
    let title = language.word("kept-title");
    let body = html! {
        div class="stack" {
            (back(language))
            div class="hero" { h1 { (title) } p { (language.sentence(&language.word("kept-lead"))) } }
            section class="card" aria-label=(language.word("kept-text")) {
                div class="in stack" {
                    @for (_, value) in shown { p class="said" dir="auto" { (value) } }
                    form method="post" action=(path) {
                        @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
                        button class="btn main full" { (language.word("kept-send")) }
                    }
                    form method="post" action="/me/kept/dropping" { button class="btn full" { (language.word("kept-drop")) } }
                }
            }
        }
    };
    Frame { language, title: &title, address: "/me/kept", is_error: false }.draw(body)
}

/// Words that somebody wrote, and no key, version or choice of a list.
fn is_typed(name: &str) -> bool {
    !matches!(
        name,
        "key"
            | "version"
            | "event"
            | "what"
            | "with"
            | "readers"
            | "kind"
            | "urgency"
            | "asked"
            | "with_whom"
            | "answer"
            | "helped"
            | "place"
            | "first"
            | "second"
            | "third"
            | "named"
    )
}
