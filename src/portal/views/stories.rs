//! A story as whoever it is about reads it: exactly as it would be shown, with the ways to answer; and the list of all of them.

use super::home::{Frame, back, short};
use crate::i18n::{Args, Language};
use crate::portal::stories::AnswerForm;
use crate::stories::views::told;
use crate::stories::{State, Story, Yes, asked};
use crate::values::{Day, Zone};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What the page shows.
pub(in crate::portal) struct StoryPage<'a> {
    pub base: &'a str,
    pub language: Language,
    pub is_inside: bool,
    pub story: &'a Story,
    pub form: &'a AnswerForm,
    pub complaints: &'a Complaints,
    pub zone: &'a Zone,
    pub today: Day,
}

impl StoryPage<'_> {
    fn word(&self, key: &str) -> String {
        self.language.word(key)
    }

    fn sentence(&self, key: &str) -> String {
        self.language.sentence(&self.word(key))
    }

    fn draw(&self, title: &str, body: Markup) -> Markup {
        super::by_either_way((self.language, self.base, self.is_inside), title, !self.complaints.is_empty(), body)
    }

    /// The hidden fields of each form: what they saw is what they answer to.
    fn seen(&self, answer: &str) -> Markup {
        html! {
            (parts::form_key(&forms::fresh_key(), Some(self.story.version)))
            input type="hidden" name="shown" value=(self.story.shown().hash());
            input type="hidden" name="answer" value=(answer);
        }
    }
}

/// Where it stands, as whoever it is about reads it.
fn standing(language: Language, story: &Story) -> String {
    let key = match story.state {
        State::Live => "story-state-live",
        _ if !story.is_client => "story-no-client",
        State::Asked => "story-state-asked",
        State::Refused => "story-state-refused",
        State::Wished => "story-state-wished",
        State::Withdrawn | State::Ended => "story-state-withdrawn",
        State::Over => "story-state-over",
        State::Draft => "story-state-draft",
    };
    language.sentence(&language.word(key))
}

pub(in crate::portal) fn story(page: &StoryPage<'_>) -> Markup {
    let (language, story) = (page.language, page.story);
    let title = page.word("story-title");
    let lead = language.say("story-lead", Args::default().with("program", &story.program.1));
    let has_way = story.may_agree(page.today);
    // Whoever is asked sees what they would say yes to; whoever said yes sees what others read, also where a name was changed since.
    let (heading, shown) = match story.live() {
        Some(yes) if !has_way || yes.shown == story.shown() => ("story-as-is", yes.shown.clone()),
        _ => ("story-as-shown", story.shown()),
    };
    let body = html! {
        div class="stack" id="story" {
            @if page.is_inside { (back(language)) p class="small" { a href="/me/stories" { (page.word("story-list-back")) } } }
            p class="small dim" { bdi { (story.client.3) } " · " bdi { (story.program.1) } }
            div class="hero" { h1 { (title) } p { (lead) } }
            (parts::errors(language, page.complaints))
            @match story.live() {
                Some(yes) => (live(page, yes)),
                None => div class="box note" role="status" { p { b { (standing(language, story)) } } },
            }
            section class="card" aria-labelledby="as-shown" {
                h2 id="as-shown" { (page.word(heading)) }
                div class="in stack" { (told(&shown, 3)) }
            }
            @if page.is_inside && let Some(wish) = &story.wish {
                section class="card" aria-labelledby="wished" { h2 id="wished" { (page.word("story-your-wish")) } div class="in" { p class="said" dir="auto" { (wish) } } }
            }
            @if has_way { (agreeing(page)) }
            @if has_way || story.live().is_some() { (wishing(page)) }
            @if has_way && story.live().is_none() && story.state != State::Refused { (refusing(page)) }
            @if let Some(yes) = &story.yes { (exact(page, yes)) }
        }
    };
    page.draw(&title, body)
}

/// It is shown: until when, where, and the one press that ends it.
fn live(page: &StoryPage<'_>, yes: &Yes) -> Markup {
    let language = page.language;
    let days = Args::default()
        .with("since", short(language, page.zone.day(yes.granted_at), page.today))
        .with("until", short(language, yes.expires_on, page.today));
    html! {
        div class="box note stack" role="status" {
            p { b { (language.sentence(&language.say("story-shown-since", days))) } }
            ul { @for (code, _) in yes.uses.each().into_iter().filter(|(_, is_meant)| *is_meant) { li { (asked::place(language, code)) } } }
            @if yes.uses.public { p { a href={ "/story/" (page.story.id) } { (page.word("story-see")) } } }
            form method="post" action={ (page.base) "/withdrawal" } {
                (parts::form_key(&forms::fresh_key(), None))
                button class="btn full" { (page.word("story-withdraw")) }
            }
            p class="small" { (language.join(&[language.word("story-take-back"), language.word("story-unread")])) }
        }
    }
}

/// The yes: where, until when, and the button.
fn agreeing(page: &StoryPage<'_>) -> Markup {
    let (language, form, complaints) = (page.language, page.form, page.complaints);
    let asked_for = page.story.facts.uses;
    let shown = page.story.shown();
    let question = Args::default().with("program", &page.story.program.1).with("title", &shown.title).with("named", &shown.named);
    let ticks = [("public", &form.public), ("reports", &form.reports), ("export", &form.export)];
    let is_kept = page.story.live().is_some();
    html! {
        section class="card" aria-labelledby="agree" {
            h2 id="agree" { (page.word(if is_kept { "story-keep-title" } else { "story-agree-title" })) }
            form class="in stack" method="post" action=(page.base) {
                (page.seen("agreed"))
                @if is_kept { p { (page.sentence("story-keep-lead")) } }
                p { (language.say("story-question", question)) }
                fieldset id="places" {
                    legend class="lbl-h" { (page.word("story-where")) }
                    @if let Some(words) = complaints.on("places") { span class="err" { (words) } }
                    @for ((name, ticked), (_, is_asked)) in ticks.into_iter().zip(asked_for.each()) {
                        @if is_asked {
                            div class="tick" {
                                input type="checkbox" id=(name) name=(name) value="yes" checked[ticked.is_some()];
                                label for=(name) { (asked::place(language, name)) }
                            }
                        }
                    }
                }
                (parts::field("until", &page.word("story-last-day"), Some(&page.word("story-last-day-hint")), complaints, |wiring| wiring.text(&form.until, "date")))
                p class="small" { (language.join(&[language.word("story-take-back"), language.word("story-unread"), language.word("story-no-effect")])) }
                button class="btn main full" { (page.word("story-agree")) }
            }
        }
    }
}

fn wishing(page: &StoryPage<'_>) -> Markup {
    html! {
        section class="card" aria-labelledby="wish" {
            h2 id="wish" { (page.word("story-wish-title")) }
            form class="in stack" method="post" action=(page.base) {
                (page.seen("wished"))
                (parts::field("words", &page.word("story-wish-field"), None, page.complaints, |wiring| wiring.area(&page.form.words, 3)))
                button class="btn full" { (page.word("story-wish")) }
            }
        }
    }
}

fn refusing(page: &StoryPage<'_>) -> Markup {
    html! {
        section class="card" aria-labelledby="refuse" {
            h2 id="refuse" { (page.word("story-refuse-title")) }
            form class="in stack" method="post" action=(page.base) {
                (page.seen("refused"))
                p { (page.sentence("story-no-effect")) }
                button class="btn full" { (page.word("story-refuse")) }
            }
        }
    }
}

/// The exact words they agreed to last, the story among them where it was another.
fn exact(page: &StoryPage<'_>, yes: &Yes) -> Markup {
    let (words, language) = &yes.asked;
    html! {
        details {
            summary { (page.word("rights-exact-words")) }
            div class="box" lang=(language.code()) dir=(language.direction().code()) { @for line in words.lines().filter(|line| !line.is_empty()) { p { (line) } } }
            @if yes.shown != page.story.shown() { div class="box" { (told(&yes.shown, 3)) } }
        }
    }
}

/// Every story that they were asked about.
pub(in crate::portal) fn list(language: Language, stories: &[Story], leaf: Leaf, has_more: bool, today: Day) -> Markup {
    let title = language.word("story-list-title");
    let body = html! {
        div class="stack" {
            (back(language))
            div class="hero" { h1 { (title) } p { (language.sentence(&language.word("story-list-lead"))) } }
            @if stories.is_empty() { p class="dim" { (language.sentence(&language.word("story-list-none"))) } }
            @else {
                section class="card" aria-label=(title) {
                    ul class="rows" {
                        @for story in stories {
                            li {
                                a href={ "/me/stories/" (story.id) } { bdi { (story.facts.title) } }
                                p class="small dim" { bdi { (story.client.3) } @if let Some(yes) = story.live() { " · " (language.say("story-until", Args::default().with("day", short(language, yes.expires_on, today)))) } }
                                p class="small" { (standing(language, story)) }
                            }
                        }
                    }
                }
            }
            (parts::leaves_in(language, "/me/stories", leaf, has_more))
        }
    };
    Frame { language, title: &title, address: "/me/stories", is_error: false }.draw(body)
}

/// On the first page: somebody asks whether this may be shown, or a yes ends soon.
pub(super) fn asked(language: Language, story: &Story) -> Markup {
    let id = format!("story-{}", story.id);
    html! {
        section class="card wait" aria-labelledby=(id) {
            h2 id=(id) { (language.word(if story.live().is_some() { "story-keep-title" } else { "story-title" })) }
            div class="in stack" {
                p class="small dim" { bdi { (story.client.3) } }
                p { b { bdi { (story.facts.title) } } }
                a class="btn full" href={ "/me/stories/" (story.id) } { (language.word("home-answer")) }
            }
        }
    }
}
