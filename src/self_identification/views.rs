//! One question a page, every part optional; and the page after it.

use super::Sitting;
use crate::equity::groups::Race;
use crate::firewall::promises;
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, icon, parts};
use maud::{Markup, html};

/// What is ticked and typed. It has no `Debug`, so that it can't be written into a log by mistake.
#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerForm {
    #[serde(default)]
    pub(super) race: Vec<String>,
    #[serde(default)]
    aian: String,
    #[serde(default)]
    asian: String,
    #[serde(default)]
    black: String,
    #[serde(default)]
    hisp: String,
    #[serde(default)]
    mena: String,
    #[serde(default)]
    nhpi: String,
    #[serde(default)]
    white: String,
    #[serde(default)]
    pub(super) own: String,
    pub(super) declined: Option<String>,
    pub(super) skip: Option<String>,
}

impl AnswerForm {
    /// The details, in the order of the boxes.
    pub(super) fn details(&self) -> [&str; 7] {
        [&self.aian, &self.asian, &self.black, &self.hisp, &self.mena, &self.nhpi, &self.white]
    }
}

/// Examples in the federal standard of 2024, which sets the seven groups.
fn examples(race: Race) -> &'static str {
    match race {
        Race::AmericanIndianOrAlaskaNative => "Navajo Nation, Blackfeet Tribe, Maya, Native Village of Barrow",
        Race::Asian => "Chinese, Asian Indian, Filipino, Vietnamese, Korean",
        Race::BlackOrAfricanAmerican => "African American, Jamaican, Haitian, Nigerian, Ethiopian",
        Race::HispanicOrLatino => "Mexican, Puerto Rican, Salvadoran, Cuban, Dominican",
        Race::MiddleEasternOrNorthAfrican => "Lebanese, Iranian, Egyptian, Syrian, Iraqi",
        Race::NativeHawaiianOrPacificIslander => "Native Hawaiian, Samoan, Chamorro, Tongan, Fijian",
        Race::White => "English, German, Irish, Italian, Polish",
    }
}

const QUESTION: &str = "What is your race and/or ethnicity?";

pub(super) fn question(sitting: &Sitting, token: &str, form: &AnswerForm, complaints: &Complaints) -> Markup {
    let body = html! {
        div class="stack" {
            p class="small dim" { "One question, optional" }
            h1 id="qh" { (QUESTION) }
            p class="lead" { "You choose whether to answer. Your answer does not change the help you get." }
            @if let Some(on) = sitting.answered_on {
                div class="box note stack" {
                    p { b { "You answered on " (on.in_words()) "." } " This page does not show what you said. Answer again to change it." }
                    form method="post" action={ "/about-me/" (token) "/deleting" } { button class="btn" { "Delete my answer" } }
                }
            }
            (parts::error_summary(complaints))
            (why(sitting.threshold))
            form class="stack" method="post" {
                fieldset id="race" aria-labelledby="qh" aria-describedby="qa" {
                    @if let Some(words) = complaints.on("race") { p class="err" { (words) } }
                    p id="qa" class="hint qa" { "Choose all that fit you. One is enough." }
                    ul class="sid" {
                        @for (race, typed) in Race::ALL.iter().zip(form.details()) { (choice(*race, form, typed)) }
                        li {
                            details class="plain" open[!form.own.is_empty()] {
                                summary { "In your own words" }
                                label class="hint" for="own" { "Optional. We keep your words as you write them." }
                                input class="inp" id="own" name="own" value=(form.own) autocomplete="off";
                            }
                        }
                        li {
                            div class="tick" {
                                input type="checkbox" id="declined" name="declined" value="yes" checked[form.declined.is_some()] data-alone;
                                label for="declined" { "I prefer not to answer" }
                                span class="hint" { "That is fine. We record that you were asked, nothing more." }
                            }
                        }
                    }
                }
                div class="both" { button class="btn main" { "Save my answer" } button class="btn" name="skip" value="yes" { "Skip this page" } }
            }
        }
    };
    let title = if complaints.is_empty() { QUESTION.to_owned() } else { format!("Error: {QUESTION}") };
    solo(&Solo { title: &title, foot: Some(foot(sitting)), ..Solo::default() }, body)
}

fn choice(race: Race, form: &AnswerForm, typed: &str) -> Markup {
    let (id, name) = (format!("c-{}", race.code()), race.code().to_lowercase());
    let chosen = form.race.iter().any(|code| code == race.code());
    html! {
        li {
            div class="tick" { input type="checkbox" id=(id) name="race" value=(race.code()) checked[chosen]; label for=(id) { (race.label()) } }
            details open[!typed.is_empty()] {
                summary { "Add detail" span class="vh" { ": " (race.label()) } }
                label class="hint" for={ "w-" (name) } { "For example: " (examples(race)) }
                input class="inp" id={ "w-" (name) } name=(name) value=(typed) autocomplete="off";
            }
        }
    }
}

fn why(threshold: u32) -> Markup {
    html! {
        section class="card" {
            div class="in stack" {
                div { h2 { "Why we ask" } p { "Public money pays for this program. We count who gets space, funding and services, so that people who are left out can be seen and the program can be changed." } }
                div {
                    h2 { "Who can see it" }
                    ul class="promise" { @for promise in promises(threshold) { li { (icon(promise.icon, 22)) span { (promise.words) } } } }
                }
                p { "We never ask and never keep: immigration status, country of birth, Social Security number or ITIN, nationality." }
            }
        }
    }
}

fn foot(sitting: &Sitting) -> Markup {
    html! {
        p class="small dim" {
            "You can change or delete your answer at any time from the same link."
            @if let Some(email) = &sitting.ask { " Ask us: " a href={ "mailto:" (email.as_str()) } { (email.as_str()) } }
            br; "The seven groups come from the federal standard of 2024 (OMB SPD 15), so cities can compare results."
        }
    }
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// An answer, or that the person prefers not to.
    Saved,
    /// Passed over.
    Skipped,
    /// Taken back.
    Deleted,
}

pub(super) fn done(sitting: &Sitting, token: &str, what: Done) -> Markup {
    let (title, words) = match what {
        Done::Saved => ("Saved", "Thank you. Change or delete it any time with the same link."),
        Done::Skipped => ("Skipped", "Nothing was saved. You can answer any time with the same link."),
        Done::Deleted => ("Deleted", "Your answer and the key to it are gone. You can answer again any time with the same link."),
    };
    let body = html! {
        div class="stack" {
            h1 { (title) }
            p class="lead" role="status" { (words) }
            p { "You can close this page now." }
            p class="row" { a class="btn" href={ "/about-me/" (token) } { "Back to the question" } }
        }
    };
    solo(&Solo { title, foot: Some(foot(sitting)), ..Solo::default() }, body)
}
