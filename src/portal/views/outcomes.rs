//! What came of it: one outcome with its questions, thanks, and the list of all of them.

use super::home::{Frame, back, short};
use crate::i18n::{Args, Language};
use crate::outcomes::measure::Unit;
use crate::outcomes::{Answered, Outcome, name_in};
use crate::portal::outcomes::AnswerForm;
use crate::values::{Day, Helped, OutcomeAnswer, Vocabulary, Zone};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What the page shows.
pub(in crate::portal) struct OutcomePage<'a> {
    pub base: &'a str,
    pub language: Language,
    pub is_inside: bool,
    pub outcome: &'a Outcome,
    pub form: &'a AnswerForm,
    pub complaints: &'a Complaints,
    pub zone: &'a Zone,
    pub today: Day,
}

impl OutcomePage<'_> {
    fn word(&self, key: &str) -> String {
        self.language.word(key)
    }

    fn sentence(&self, key: &str) -> String {
        self.language.sentence(&self.word(key))
    }

    fn draw(&self, title: &str, body: Markup) -> Markup {
        super::by_either_way((self.language, self.base, self.is_inside), title, !self.complaints.is_empty(), body)
    }
}

fn kind(language: Language, outcome: &Outcome) -> String {
    name_in(language, &outcome.facts.kind)
}

fn helped_word(language: Language, helped: Helped) -> String {
    language.word(match helped {
        Helped::ALot => "outcome-helped-a-lot",
        Helped::Some => "outcome-helped-some",
        Helped::No => "outcome-helped-no",
        Helped::CannotSay => "outcome-helped-cannot-say",
    })
}

/// What was written down, in the reader's language; the words as they were written.
fn written(language: Language, outcome: &Outcome, today: Day) -> Markup {
    let facts = &outcome.facts;
    let amount = |unit: Unit, amount: Option<i64>| {
        let words = amount.map_or_else(|| language.word("outcome-not-known"), |amount| unit.in_language(language, amount));
        html! { (words) }
    };
    let labels = ["rights-col-what", "rights-col-day", "outcome-before", "outcome-after", "outcome-how-much", "outcome-words"];
    let [what, day, before, after, how_much, words] = labels.map(|key| language.word(key));
    let mut rows = vec![
        (what.as_str(), html! { b { (kind(language, outcome)) } }, None),
        (day.as_str(), html! { (short(language, facts.on, today)) }, None),
    ];
    match facts.measure().unit {
        Some(unit) if facts.measure().is_change => {
            rows.push((before.as_str(), amount(unit, facts.before), None));
            rows.push((after.as_str(), amount(unit, facts.after), None));
        }
        Some(unit) => rows.push((how_much.as_str(), amount(unit, facts.after), None)),
        None => {}
    }
    if let Some(said) = &facts.words {
        rows.push((words.as_str(), html! { span class="said" dir="auto" { (said) } }, None));
    }
    html! { div class="in" { (parts::facts(&rows)) } }
}

/// Is it right? One press answers; whether we helped may be said with it.
pub(in crate::portal) fn outcome(page: &OutcomePage<'_>) -> Markup {
    let (language, outcome) = (page.language, page.outcome);
    let title = page.word("outcome-title");
    let body = html! {
        div class="stack" {
            @if page.is_inside { (back(language)) p class="small" { a href="/me/outcomes" { (page.word("outcome-list-back")) } } }
            p class="small dim" { bdi { (outcome.client.3) } " · " bdi { (outcome.program.1) } }
            div class="hero" { h1 { (title) } p { (page.sentence("outcome-lead")) } }
            (parts::errors(language, page.complaints))
            section class="card" aria-label=(page.word("outcome-list-title")) { (written(language, outcome, page.today)) }
            @if let Some(answered) = &outcome.answered { @if page.is_inside { (said(page, answered)) } }
            (questions(page))
            p class="small dim" { (page.sentence("outcome-effect")) }
        }
    };
    page.draw(&title, body)
}

fn questions(page: &OutcomePage<'_>) -> Markup {
    let (form, complaints) = (page.form, page.complaints);
    let choices: Vec<(String, String)> =
        Helped::ALL.iter().map(|helped| (helped.code().to_owned(), helped_word(page.language, *helped))).collect();
    html! {
        form class="stack" method="post" action=(page.base) id="answer" {
            (parts::form_key(&forms::fresh_key(), Some(page.outcome.version)))
            div class="card in stack" {
                (parts::chips("helped", &page.word("outcome-helped"), Some(&page.word("optional")), &form.helped, &choices, complaints))
                button class="btn main full" name="answer" value=(OutcomeAnswer::Right.code()) { (page.word("outcome-right")) }
            }
            section class="card" aria-labelledby="different" {
                h2 id="different" { (page.word("outcome-if-different")) }
                div class="in stack" {
                    @if page.outcome.facts.measure().unit.is_some() {
                        // Of several lines: in a field of one line, Enter would press the first button of the form, and that says yes.
                        (parts::field("amount", &page.word("outcome-figure"), Some(&page.word("optional")), complaints, |wiring| wiring.area(&form.amount, 1)))
                    }
                    (parts::field("words", &page.word("own-words"), Some(&page.word("optional")), complaints, |wiring| wiring.area(&form.words, 3)))
                    button class="btn full" name="answer" value=(OutcomeAnswer::Different.code()) { (page.word("outcome-different")) }
                }
            }
        }
    }
}

/// What they said before, on their own pages.
fn said(page: &OutcomePage<'_>, answered: &Answered) -> Markup {
    let (language, unit) = (page.language, page.outcome.facts.measure().unit);
    html! {
        div class="box note" role="status" {
            p { (language.join(&[said_word(language, answered), when(page, answered)])) }
            @if let Some((amount, unit)) = answered.said.amount.zip(unit) { p { (page.word("outcome-figure")) ": " (unit.in_language(language, amount)) } }
            @if let Some(words) = &answered.said.words { p class="said" dir="auto" { (words) } }
            @if let Some(helped) = answered.said.helped { p { (page.word("outcome-helped")) " " b { (helped_word(language, helped)) } } }
            p class="small" { (page.sentence("outcome-again")) }
        }
    }
}

fn said_word(language: Language, answered: &Answered) -> String {
    language.word(match answered.said.answer {
        OutcomeAnswer::Right => "outcome-said-right",
        OutcomeAnswer::Different => "outcome-said-different",
    })
}

fn when(page: &OutcomePage<'_>, answered: &Answered) -> String {
    let day = short(page.language, page.zone.day(answered.at), page.today);
    page.language.say("outcome-answered", Args::default().with("day", day))
}

/// The link did its work: no figures any more, and the other question where it was left open.
pub(in crate::portal) fn thanks(page: &OutcomePage<'_>) -> Markup {
    let title = page.word("outcome-thanks");
    let answered = page.outcome.answered.as_ref();
    let body = html! {
        div class="stack" {
            div class="hero" {
                h1 { (title) }
                @if let Some(answered) = answered { p { (page.language.join(&[said_word(page.language, answered), when(page, answered)])) } }
            }
            @if answered.is_some_and(|answered| answered.said.helped.is_none()) {
                form class="card in stack" method="post" action=(page.base) {
                    (parts::form_key(&forms::fresh_key(), None))
                    h2 { (page.word("outcome-helped")) }
                    @for helped in Helped::ALL { button class="btn full" name="helped" value=(helped.code()) { (helped_word(page.language, *helped)) } }
                }
            }
            p class="dim" { (page.sentence("outcome-effect")) }
            p { a class="btn full" href="/me/sign-in" { (page.word("own-sign-in")) } }
        }
    };
    page.draw(&title, body)
}

/// Everything that was written down about somebody's businesses.
pub(in crate::portal) fn list(language: Language, outcomes: &[Outcome], leaf: Leaf, has_more: bool, today: Day) -> Markup {
    let title = language.word("outcome-list-title");
    let body = html! {
        div class="stack" {
            (back(language))
            div class="hero" { h1 { (title) } p { (language.sentence(&language.word("outcome-list-lead"))) } }
            @if outcomes.is_empty() { p class="dim" { (language.sentence(&language.word("outcome-list-none"))) } }
            @else {
                section class="card" aria-label=(title) {
                    ul class="rows" {
                        @for outcome in outcomes {
                            li {
                                a href={ "/me/outcomes/" (outcome.id) } { (kind(language, outcome)) }
                                p class="small dim" { bdi { (outcome.client.3) } " · " (short(language, outcome.facts.on, today)) }
                                @if outcome.waits_for_client() { p class="small" { (language.sentence(&language.word("outcome-waits"))) } }
                                @else if let Some(answered) = &outcome.answered { p class="small" { (language.sentence(&said_word(language, answered))) } }
                            }
                        }
                    }
                }
            }
            (parts::leaves_in(language, "/me/outcomes", leaf, has_more))
        }
    };
    Frame { language, title: &title, address: "/me/outcomes", is_error: false }.draw(body)
}

/// On the first page: somebody asks whether this is right.
pub(super) fn asked(language: Language, outcome: &Outcome, today: Day) -> Markup {
    let id = format!("outcome-{}", outcome.id);
    html! {
        section class="card wait" aria-labelledby=(id) {
            h2 id=(id) { (language.word("outcome-title")) }
            div class="in stack" {
                p class="small dim" { bdi { (outcome.client.3) } " · " (short(language, outcome.facts.on, today)) }
                p { b { (kind(language, outcome)) } }
                a class="btn full" href={ "/me/outcomes/" (outcome.id) } { (language.word("home-answer")) }
            }
        }
    }
}
