//! One story for staff: as it would be shown, what the client says, what was done with it, and what can be done.

use super::facts::places;
use super::{above, state, titled, told};
use crate::auth::Viewer;
use crate::i18n::Language;
use crate::people::{Client, Owner};
use crate::stories::asked::{self, Asked};
use crate::stories::form::HeardForm;
use crate::stories::{LONGEST_DAYS, State, Step, Story, Yes};
use crate::values::{Day, Instant, StoryDeed, Vocabulary, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What the page of one story shows.
pub(in crate::stories) struct OnePage<'p> {
    pub viewer: &'p Viewer,
    pub story: &'p Story,
    pub steps: &'p [Step],
    pub client: &'p Client,
    /// Whoever would be asked.
    pub contact: Option<&'p Owner>,
    pub heard: &'p HeardForm,
    pub complaints: &'p Complaints,
    pub zone: &'p Zone,
    pub today: Day,
}

impl OnePage<'_> {
    fn when(&self, at: Instant) -> String {
        format!("{}, {}", self.zone.day(at).short(self.today), self.zone.clock(at))
    }

    fn is_open(&self) -> bool {
        self.story.state != State::Ended
    }
}

pub(in crate::stories) fn one(page: &OnePage<'_>) -> Markup {
    let story = page.story;
    let title = format!("Story: {}", story.facts.title);
    let change = html! { @if page.is_open() { a class="push" href={ "/stories/" (story.id) "/facts" } { "Change" span class="vh" { " this story" } } } };
    let body = html! {
        (parts::head(Some(above(page.client)), &title, Some(html! { (state(story)) " " (story.program.1) })))
        div class="cols" {
            div class="stack" {
                (parts::error_summary(page.complaints))
                (standing(page))
                (parts::card_with("text", "As it would be shown", change, html! { div class="in" { (told(&story.shown(), 3)) } }))
                @if page.is_open() && story.is_client { (asking(page)) }
            }
            div class="stack" {
                @if let Some(yes) = &story.yes { (consent(page, yes)) }
                (history(page))
                @if page.is_open() { (undoing(story)) }
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(&title, page.complaints), "/clients"), body)
}

/// Where it stands, in a sentence, and what follows.
fn standing(page: &OnePage<'_>) -> Markup {
    let story = page.story;
    html! {
        @match (story.state, story.live()) {
            (_, Some(yes)) => div class="box note stack" {
                p { b { "Shown until " (yes.expires_on.short(page.today)) "." } " " bdi { (story.client.3) } " agreed " (page.when(yes.granted_at)) "." }
                @if yes.shown != story.shown() { p { "The name on file was changed since. Readers see the story with the name that was agreed to; ask again if the new one should stand there." } }
                @if yes.uses.public { p { a href={ "/story/" (story.id) } { "See its public page" } ", which search engines are asked to leave out." } }
                form method="post" action={ "/stories/" (story.id) "/withdrawal" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    button class="btn" { "Take it down now" }
                }
            },
            (State::Wished | State::Refused, _) => {},
            (State::Over, _) => div class="box stop" { p { b { "The yes is over, so it is shown nowhere." } " Ask again if it should be." } },
            (State::Withdrawn, _) => div class="box stop" { p { b { "Taken down: it is shown nowhere." } } },
            (State::Ended, _) => div class="box stop" { p { "This story was taken back. It is shown nowhere, and nobody is asked about it." } },
            _ => {},
        }
        @if let Some(wish) = &story.wish {
            div class="box stop" { p { b { "The client wants it different." } " Change it, then ask them again." } p class="said" dir="auto" { (wish) } }
        }
        @if story.state == State::Refused { div class="box stop" { p { b { "The client said no." } " Leave it at that unless they come back to it themselves." } } }
        @if !story.is_client && page.is_open() { div class="box stop" { p { "This business is a client of the program no more. Its story is shown nowhere." } } }
    }
}

/// Asking by a link, and writing down what they say on the telephone.
fn asking(page: &OnePage<'_>) -> Markup {
    let story = page.story;
    parts::card(
        "asking",
        "Ask the client",
        html! {
            div class="in stack" {
                @match story.asked_at {
                    Some(at) => p class="small dim" { "Last asked " (page.when(at)) ". The notice is in the " a href="/outbox" { "outbox" } "." },
                    None => p class="dim" { "Has not been asked yet." },
                }
                @match page.contact {
                    Some(owner) => form method="post" action={ "/stories/" (story.id) "/asking" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        button class="btn" { @if story.asked_at.is_some() { "Ask again with a new link" } @else { "Ask with a private link" } span class="vh" { ": " (owner.name()) } }
                    },
                    None => p class="small" { "Nobody is on file whom we could ask. " a href={ "/clients/" (page.client.id) "/owners" } { "Write down who owns the business" } },
                }
            }
            @if let Some(owner) = page.contact { (hearing(page, owner)) }
        },
    )
}

/// Somebody without the page says it face to face: what is read to them, and what they answered.
fn hearing(page: &OnePage<'_>, owner: &Owner) -> Markup {
    let (story, form, complaints) = (page.story, page.heard, page.complaints);
    let shown = story.shown();
    let is_open = ["said", "public", "until", "said_words"].iter().any(|field| complaints.on(field).is_some());
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let answers = [("agreed", "Yes, it may be shown"), ("refused", "No"), ("wished", "It should be different")];
    let answers: Vec<(String, String)> = answers.map(|(code, words)| (code.to_owned(), words.to_owned())).into();
    let language = owner.reading();
    let question = |language: Language| {
        let until = page.today.plus_days(LONGEST_DAYS);
        let asked = Asked { program: &story.program.1, title: &shown.title, named: &shown.named, uses: story.facts.uses, until };
        asked::words(&asked, language)
    };
    html! {
        details class="in" open[is_open] {
            summary { "They say it face to face, or on the telephone" }
            form class="form" method="post" action={ "/stories/" (story.id) "/answers" } {
                (parts::form_key(&key, Some(form.version)))
                input type="hidden" name="shown" value=(form.shown);
                p { "Read the story to " bdi { (owner.name()) } " as it stands above, then this. You are the witness, and a copy goes to them with a link by which they read it and take it back." }
                div class="box" lang=(language.code()) dir=(language.direction().code()) { @for line in question(language).lines().filter(|line| !line.is_empty()) { p { (line) } } }
                @if language != Language::english() {
                    details { summary { "The same in English" } div class="box" { @for line in question(Language::english()).lines().filter(|line| !line.is_empty()) { p { (line) } } } }
                }
                (parts::chips("said", "What do they say?", None, &form.said, &answers, complaints))
                (places("If yes: where may it stand?", form.uses(), story.facts.uses, complaints))
                (parts::field("until", "If yes: until when?", Some("a year at most"), complaints, |wiring| wiring.text(&form.until, "date")))
                (parts::field("said_words", "What should be different", Some("if it should"), complaints, |wiring| wiring.area(&form.said_words, 3)))
                div class="row" { button class="btn" { "Save what they said" } }
            }
        }
    }
}

/// The newest yes, with the very text.
fn consent(page: &OnePage<'_>, yes: &Yes) -> Markup {
    let is_same = yes.shown == page.story.shown();
    let uses = yes.uses.each().into_iter().filter(|(_, is_meant)| *is_meant).map(|(code, _)| asked::place(Language::english(), code));
    parts::card(
        "consent",
        "What the client agreed to",
        html! {
            div class="in stack" {
                p { @for words in uses { (words) " " } }
                p { (yes.way.label()) ", " (page.when(yes.granted_at)) @if let Some(witness) = &yes.witness { ", heard by " bdi { (witness) } } ". Until " (yes.expires_on.short(page.today)) " at the latest." }
                @if let Some((at, why)) = &yes.ended { p { b { "Ended " (page.when(*at)) ": " (why.label()) "." } } }
                details { summary { "The question as it was asked" } div class="box" lang=(yes.asked.1.code()) dir=(yes.asked.1.direction().code()) { @for line in yes.asked.0.lines().filter(|line| !line.is_empty()) { p { (line) } } } }
                @if !is_same { details { summary { "The story as it was agreed to" } div class="box" { (told(&yes.shown, 3)) } } }
                p class="small dim" { "The text is known by " span class="mono" { (yes.shown.hash().chars().take(16).collect::<String>()) } ". Releases of reports never hold a story, so nothing of it stays behind when the yes ends." }
            }
        },
    )
}

/// Every step, the newest first.
fn history(page: &OnePage<'_>) -> Markup {
    parts::card(
        "history",
        "What was done with it",
        html! {
            ul class="rows" {
                @for step in page.steps.iter().rev() {
                    li {
                        p { b { (step.what.label()) } "." @if let Some(way) = step.way { " " (way.label()) "." } }
                        @if let Some(words) = &step.words { p class="said" dir="auto" { (words) } }
                        p class="small dim" { (page.when(step.at)) @if let Some(name) = &step.by { @if step.what == StoryDeed::Agreed { ", heard by " } @else { ", " } bdi { (name) } } }
                    }
                }
            }
        },
    )
}

fn undoing(story: &Story) -> Markup {
    parts::card(
        "undo",
        "Take it back",
        html! {
            form class="in form" method="post" action={ "/stories/" (story.id) "/undoing" } {
                input type="hidden" name="version" value=(story.version);
                p class="dim" { "It is shown nowhere any more, and a link that asks about it closes. The record keeps that it was there." }
                div class="row" { button class="btn" { "Take this story back" } }
            }
        },
    )
}
