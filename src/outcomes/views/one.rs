//! One outcome: what is known, how well, what the client says, and what can be done.

use super::facts::levels;
use super::{above, evidence, title, titled};
use crate::auth::Viewer;
use crate::outcomes::form::{EvidenceForm, HeardForm};
use crate::outcomes::{Outcome, Step, label};
use crate::people::Client;
use crate::values::{Day, Evidence, Helped, Instant, OutcomeAnswer, Vocabulary, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What the page of one outcome shows.
pub(in crate::outcomes) struct OutcomePage<'p> {
    pub viewer: &'p Viewer,
    pub outcome: &'p Outcome,
    pub steps: &'p [Step],
    pub client: &'p Client,
    /// Name of whoever would be asked.
    pub asked: Option<&'p str>,
    pub evidence: &'p EvidenceForm,
    pub heard: &'p HeardForm,
    pub why: &'p str,
    pub complaints: &'p Complaints,
    pub zone: &'p Zone,
    pub today: Day,
    pub now: Instant,
}

impl OutcomePage<'_> {
    fn when(&self, at: Instant) -> String {
        format!("{}, {}", self.zone.day(at).short(self.today), self.zone.clock(at))
    }
}

pub(in crate::outcomes) fn outcome(page: &OutcomePage<'_>) -> Markup {
    let outcome = page.outcome;
    let body = html! {
        (parts::head(Some(above(page.client)), &title(outcome), Some(html! { (evidence(outcome)) " " (outcome.facts.on.short(page.today)) })))
        div class="cols" {
            div class="stack" {
                (parts::error_summary(page.complaints))
                @if let Some((at, why)) = &outcome.undone { div class="box stop" { p { "Taken back " (page.when(*at)) ": " bdi { (why) } ". It counts nowhere." } } }
                (about(page))
                (says(page))
            }
            div class="stack" {
                (history(page))
                @if outcome.undone.is_none() && outcome.raises().next().is_some() { (raising(page)) }
                @if outcome.is_open_to(page.viewer, page.now) { (undoing(page)) }
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(&title(outcome), page.complaints), "/clients"), body)
}

fn about(page: &OutcomePage<'_>) -> Markup {
    let (outcome, facts) = (page.outcome, &page.outcome.facts);
    let unit = facts.measure().unit;
    let amount = |amount: Option<i64>| html! { @match amount.zip(unit) { Some((amount, unit)) => { (unit.words(amount)) }, None => { span class="dim" { "Not known" } } } };
    let change = outcome
        .undone
        .is_none()
        .then(|| html! { a href={ "/outcomes/" (outcome.id) "/facts" } { "Change" span class="vh" { " this outcome" } } });
    let mut rows = vec![("What", html! { (label(&facts.kind, facts.on)) }, change), ("Day", html! { (facts.on.short(page.today)) }, None)];
    match unit {
        Some(unit) if facts.measure().is_change => {
            rows.push(("Before", amount(facts.before), None));
            rows.push(("After", amount(facts.after), None));
            rows.push(("Change", html! { @if let Some(change) = facts.counted() { (unit.signed(change)) } }, None));
        }
        Some(_) => rows.push(("How much", amount(facts.after), None)),
        None => {}
    }
    if let Some(words) = &facts.words {
        rows.push(("More about it", html! { span class="said" { (words) } }, None));
    }
    rows.push(("Files", html! { a href={ "/outcomes/" (outcome.id) "/files" } { "See and add files" } }, None));
    if let Some((id, number, partner)) = &outcome.referral {
        rows.push(("Came of", html! { a href={ "/referrals/" (id) } { "R-" (number) ", " (partner) } }, None));
    }
    if let Some((id, words)) = &outcome.resource {
        rows.push(("Resource", html! { a href={ "/resources/" (id) } { (words) } }, None));
    }
    rows.push(("Program", html! { (outcome.program.1) }, None));
    rows.push(("Written down by", html! { (outcome.author.1) ", " (page.when(outcome.created_at)) }, None));
    parts::card("about", "About it", html! { div class="in" { (parts::facts(&rows)) } })
}

/// What the client says, beside what stands; and asking them.
fn says(page: &OutcomePage<'_>) -> Markup {
    let outcome = page.outcome;
    let unit = outcome.facts.measure().unit;
    parts::card(
        "client",
        "What the client says",
        html! {
            div class="in stack" {
                @match &outcome.answered {
                    None if outcome.asked_at.is_some() => p class="dim" { "Asked, and has not answered yet." },
                    None => p class="dim" { "Has not been asked yet." },
                    Some(answered) => {
                        @if outcome.is_contradicted() { p class="box stop" { b { "The client says that something is different." } " Until something is seen or changed, this counts by your note only. Call them, then change it here or leave it." } }
                        p { b { "\u{201c}" (answered.said.answer.label()) "\u{201d}" } }
                        @if let Some((amount, unit)) = answered.said.amount.zip(unit) { p { "Their own figure: " b { (unit.words(amount)) } } }
                        @if let Some(words) = &answered.said.words { p class="said" { (words) } }
                        p { "Did we help? " @match answered.said.helped { Some(helped) => b { (helped.label()) }, None => span class="dim" { "No answer" } } }
                        p class="small dim" { (answered.way.label()) ", " (page.when(answered.at)) @if let Some(witness) = &answered.witness { ", heard by " bdi { (witness) } } }
                        @if !outcome.is_answered() { p class="small" { "They said this before it was changed." } }
                    }
                }
                @if let Some(asked) = outcome.asked_at { p class="small dim" { "Last asked " (page.when(asked)) ". The notice is in the " a href="/outbox" { "outbox" } "." } }
                @if outcome.undone.is_none() {
                    @match page.asked {
                        Some(name) => form method="post" action={ "/outcomes/" (outcome.id) "/asking" } {
                            (parts::form_key(&forms::fresh_key(), None))
                            button class="btn" { @if outcome.asked_at.is_some() { "Ask again with a new link" } @else { "Ask with a private link" } span class="vh" { ": " (name) } }
                        },
                        None => p class="small" { "Nobody is on file whom we could ask. " a href={ "/clients/" (page.client.id) "/owners" } { "Write down who owns the business" } },
                    }
                }
            }
            @if outcome.undone.is_none() && let Some(name) = page.asked { (hearing(page, name)) }
        },
    )
}

/// Somebody without the page says it on the telephone: what is read to them, and what they answered.
fn hearing(page: &OutcomePage<'_>, name: &str) -> Markup {
    let (outcome, form, complaints) = (page.outcome, page.heard, page.complaints);
    let unit = outcome.facts.measure().unit;
    let is_open = ["said", "said_amount", "said_words", "said_helped"].iter().any(|field| complaints.on(field).is_some());
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let answers: Vec<(String, String)> = OutcomeAnswer::ALL.iter().map(|word| (word.code().to_owned(), word.label().to_owned())).collect();
    html! {
        details class="in" open[is_open] {
            summary { "They say it on the telephone" }
            form class="form" method="post" action={ "/outcomes/" (outcome.id) "/answers" } {
                (parts::form_key(&key, Some(form.version)))
                p { "Read it to " bdi { (name) } ": \u{201c}" (outcome.label()) @if let Some(amount) = outcome.amount() { ", " (amount) } ", " (outcome.facts.on.short(page.today)) ". Is that right?\u{201d} They get a copy with a link, where they can say otherwise." }
                (parts::chips("said", "What do they say?", None, &form.said, &answers, complaints))
                @if unit.is_some() { (parts::field("said_amount", "Their own figure", Some("if something is different"), complaints, |wiring| wiring.text(&form.said_amount, "text"))) }
                (parts::field("said_words", "In their words", Some("if something is different"), complaints, |wiring| wiring.area(&form.said_words, 2)))
                (parts::field("said_helped", "Did we help?", None, complaints, |wiring| wiring.select(&form.said_helped, &parts::options::<Helped>(Some("Not asked")))))
                div class="row" { button class="btn" { "Save what they said" } }
            }
        }
    }
}

/// Every row of the evidence, the newest first.
fn history(page: &OutcomePage<'_>) -> Markup {
    parts::card(
        "evidence",
        "How well it is known",
        html! {
            ul class="rows" {
                @for step in page.steps.iter().rev() {
                    li {
                        p { b { (step.level.label()) } ". " (step.cause.label()) "." }
                        @if let Some(words) = &step.words { p class="said" { (words) } }
                        p class="small dim" {
                            @if step.words.is_some() { @if let Some(on) = step.on { "Seen or said " (on.short(page.today)) ". " } }
                            (page.when(step.at)) @if let Some(name) = &step.by { ", " bdi { (name) } }
                        }
                    }
                }
            }
        },
    )
}

fn raising(page: &OutcomePage<'_>) -> Markup {
    let (form, complaints) = (page.evidence, page.complaints);
    let least = page.outcome.raises().next().unwrap_or(Evidence::ThirdParty);
    parts::card(
        "raising",
        "Something was seen",
        html! {
            form class="in form" method="post" action={ "/outcomes/" (page.outcome.id) "/evidence" } {
                (parts::form_key(&forms::fresh_key(), Some(form.version)))
                (parts::chips("level", "How is it known now?", None, &form.level, &levels(least), complaints))
                (parts::field("seen", "Which document, or which third party?", Some("such as: the payroll of October"), complaints, |wiring| wiring.text(&form.seen, "text")))
                (parts::field("seen_on", "Seen or said on", None, complaints, |wiring| wiring.text(&form.seen_on, "date")))
                div class="row" { button class="btn" { "Save what was seen" } }
            }
        },
    )
}

fn undoing(page: &OutcomePage<'_>) -> Markup {
    parts::card(
        "undo",
        "Take it back",
        html! {
            form class="in form" method="post" action={ "/outcomes/" (page.outcome.id) "/undoing" } {
                input type="hidden" name="version" value=(page.outcome.version);
                p class="dim" { "It counts no more, and a link that asks about it closes. The record keeps that it was there." }
                (parts::field("why", "Why?", None, page.complaints, |wiring| wiring.text(page.why, "text")))
                div class="row" { button class="btn" { "Take this outcome back" } }
            }
        },
    )
}
