//! What a worker sees: the page with its questions, what stands there before and after, in six languages and without script.

use crate::equity::groups::Race;
use crate::equity::survey::{Band, Job};
use crate::firewall::choice;
use crate::i18n::{Args, Language};
use crate::values::codes::{self, List};
use crate::values::{Day, Question, digits};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, Icon, forms, icon, parts};
use crate::worker_survey::form::Ticked;
use crate::worker_survey::{Came, Round, State};
use maud::{Markup, html};

fn say(language: Language, key: &str) -> String {
    language.word(key)
}

fn sentence(language: Language, key: &str) -> String {
    language.sentence(&language.word(key))
}

/// Whose survey it is and in which language it is read.
pub(in crate::worker_survey) struct Reading<'a> {
    pub round: &'a Round,
    /// The link, as it stands in the address.
    pub token: &'a str,
    pub language: Language,
    pub today: Day,
}

impl Reading<'_> {
    fn frame(&self, title: &str, body: Markup) -> Markup {
        let switch = format!("/w/{}/language", self.token);
        solo(&Solo { title, language: self.language, switch: Some(&switch), foot: Some(self.foot()), ..Solo::default() }, body)
    }

    fn foot(&self) -> Markup {
        let language = self.language;
        html! {
            p class="small dim" {
                bdi { (self.round.program.1) }
                @if let Some(telephone) = &self.round.program.2 { " · " a href={ "tel:" (digits(telephone)) } dir="ltr" { (telephone) } }
                br; (sentence(language, "self-standard"))
            }
        }
    }

    fn say(&self, key: &str) -> String {
        say(self.language, key)
    }

    fn line(&self, key: &str) -> String {
        sentence(self.language, key)
    }
}

/// What is promised, each with its picture. A test holds every line to what the program does.
fn promises(reading: &Reading<'_>) -> Markup {
    let language = reading.language;
    let fewest = language.sentence(&language.say("survey-promise-totals", Args::default().count("k", reading.round.threshold)));
    let lines = [
        (Icon::Lock, reading.line("survey-promise-anonymous")),
        (Icon::Lock, reading.line("survey-promise-employer")),
        (Icon::Reports, fewest),
        (Icon::Erase, reading.line("survey-promise-destroyed")),
        (Icon::Tick, reading.line("survey-promise-free")),
        (Icon::Note, reading.line("survey-promise-back")),
    ];
    html! { ul class="promise" { @for (picture, words) in lines { li { (icon(picture, 22)) span { (words) } } } } }
}

/// The page with the questions.
pub(in crate::worker_survey) fn questions(reading: &Reading<'_>, ticked: &Ticked, complaints: &Complaints) -> Markup {
    let language = reading.language;
    let key = if ticked.one("key").is_empty() { forms::fresh_key() } else { ticked.one("key").to_owned() };
    let title = reading.say("survey-title");
    let lead = language.say("survey-lead", Args::default().with("program", &reading.round.program.1));
    let body = html! {
        div class="stack" {
            h1 { (title) }
            p class="lead" { (language.sentence(&lead)) }
            (parts::errors(language, complaints))
            section class="card" aria-labelledby="who" { h2 id="who" { (reading.say("self-who-head")) } div class="in stack" { (promises(reading)) p { a href="/never-asked" { (reading.say("self-never-link")) } } } }
            form class="stack" method="post" action={ "/w/" (reading.token) } autocomplete="off" {
                input type="hidden" name="key" value=(key);
                input type="hidden" name="in" value=(language.code());
                (pay(reading, ticked, complaints))
                (job(reading, ticked, complaints))
                (race(reading, ticked, complaints))
                (spoken(reading, ticked, complaints))
                p { (reading.line("survey-once")) }
                button class="btn main full" { (reading.say("survey-send")) }
            }
        }
    };
    let title = if complaints.is_empty() { title } else { language.say("title-error", Args::default().with("title", &title)) };
    reading.frame(&title, body)
}

/// A question with its heading, what it is for, and its boxes.
fn question(reading: &Reading<'_>, name: &str, (head, why): (String, &str), complaints: &Complaints, boxes: Markup) -> Markup {
    html! {
        section class="card" aria-labelledby={ "h-" (name) } {
            h2 id={ "h-" (name) } { (head) }
            fieldset class="in stack" id=(name) aria-labelledby={ "h-" (name) } aria-describedby={ "w-" (name) } {
                @if let Some(words) = complaints.on(name) { p class="err" { (words) } }
                p id={ "w-" (name) } class="hint" { (reading.line(why)) }
                (boxes)
            }
        }
    }
}

/// One of several answers, and the wish to give none, which can be chosen again after another was.
fn radios(reading: &Reading<'_>, name: &str, ticked: &Ticked, answers: &[(String, String)]) -> Markup {
    let pass = (String::new(), reading.say("survey-pass"));
    html! {
        ul class="sid" {
            @for (place, (code, words)) in answers.iter().chain([&pass]).enumerate() {
                li { div class="tick" {
                    input type="radio" id={ (name) "-" (place) } name=(name) value=(code) checked[ticked.is_chosen(name, code)];
                    label for={ (name) "-" (place) } { (words) }
                } }
            }
        }
    }
}

fn amount(language: Language, band: Band) -> String {
    let money = |cents: u32| language.money(i64::from(cents));
    let (low, high) = (money(band.low), band.high.map(|high| money(high - 1)));
    match high {
        None => language.say("survey-pay-above", Args::default().with("low", low)),
        Some(_) if band.low == 0 => language.say("survey-pay-below", Args::default().with("high", money(band.high.unwrap_or_default()))),
        Some(high) => language.say("survey-pay-between", Args::default().with("low", low).with("high", high)),
    }
}

fn pay(reading: &Reading<'_>, ticked: &Ticked, complaints: &Complaints) -> Markup {
    let answers: Vec<_> = reading.round.lists().bands.into_iter().map(|band| (band.code(), amount(reading.language, band))).collect();
    question(reading, "pay", (reading.say("survey-pay"), "survey-pay-why"), complaints, radios(reading, "pay", ticked, &answers))
}

fn job(reading: &Reading<'_>, ticked: &Ticked, complaints: &Complaints) -> Markup {
    let answers = Job::ALL.map(|job| (job.code().to_owned(), reading.say(&format!("survey-job-{}", job.code()))));
    question(reading, "job", (reading.say("survey-job"), "survey-job-why"), complaints, radios(reading, "job", ticked, &answers))
}

/// The question of the federal standard, in the words of the house.
fn race(reading: &Reading<'_>, ticked: &Ticked, complaints: &Complaints) -> Markup {
    let boxes = html! {
        p class="hint" { (reading.line("self-mark-all")) }
        ul class="sid" {
            @for race in Race::ALL {
                li { div class="tick" {
                    input type="checkbox" id={ "race-" (race.code()) } name="race" value=(race.code()) checked[ticked.is_chosen("race", race.code())];
                    label for={ "race-" (race.code()) } { (choice(Question::Race, race.code(), reading.language)) }
                } }
            }
            li { div class="tick" {
                input type="checkbox" id="declined" name="declined" value="yes" checked[ticked.is_chosen("declined", "yes")] data-alone;
                label for="declined" { (reading.say("self-decline")) }
            } }
        }
    };
    question(reading, "race", (reading.say("self-question-race"), "survey-race-why"), complaints, boxes)
}

/// Languages by their own names, so that everybody finds theirs.
fn spoken(reading: &Reading<'_>, ticked: &Ticked, complaints: &Complaints) -> Markup {
    let chosen = ticked.one("language");
    let boxes = html! {
        label for="spoken" { (reading.say("survey-language-choose")) }
        select class="inp" id="spoken" name="language" {
            option value="" selected[chosen.is_empty()] { (reading.say("survey-pass")) }
            @for row in codes::offered(List::Languages, reading.today) {
                @let own = if row.extra.is_empty() { &row.label } else { &row.extra };
                option value=(row.code) selected[chosen == row.code] { (own) @if own != &row.label { " (" (row.label) ")" } }
            }
        }
    };
    question(reading, "language", (reading.say("survey-language"), "survey-language-why"), complaints, boxes)
}

/// After an answer.
pub(in crate::worker_survey) fn thanks(reading: &Reading<'_>) -> Markup {
    let body = html! {
        div class="stack" {
            h1 { (reading.say("survey-thanks-head")) }
            p class="lead" { (reading.line("survey-thanks")) }
            p { (reading.line("survey-thanks-back")) }
            p { (reading.line("self-close")) }
        }
    };
    reading.frame(&reading.say("survey-thanks-head"), body)
}

/// Where no answer is taken: what stands in its way, and what happened to the answers.
pub(in crate::worker_survey) fn shut(reading: &Reading<'_>, came: Came) -> Markup {
    let (language, facts) = (reading.language, &reading.round.facts);
    let from = Args::default().with("day", language.full_day(facts.from.date()));
    let (head, lines) = match (came, reading.round.state(reading.today)) {
        (Came::Crowded, _) => ("survey-crowded-head", vec![reading.line("survey-crowded")]),
        (Came::Full, _) => ("survey-over-head", vec![reading.line("survey-full")]),
        (_, State::Soon) => ("survey-soon-head", vec![language.sentence(&language.say("survey-soon", from))]),
        (_, State::Released) => ("survey-over-head", vec![reading.line("survey-over"), reading.line("survey-destroyed")]),
        _ => ("survey-over-head", vec![reading.line("survey-over")]),
    };
    let head = reading.say(head);
    let body = html! { div class="stack" { h1 { (head) } @for line in lines { p { (line) } } } };
    reading.frame(&head, body)
}
