//! What a word of the partner or of the client asks of an advisor, on the page of its referral.

use super::page::ReferralPage;
use crate::partners::Contact;
use crate::referrals::Referral;
use crate::referrals::queries::{ClientWord, Task};
use crate::values::{ClientWordKind, Day, PartnerTaskKind, Vocabulary};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// What waits on this referral besides the table.
#[derive(Default)]
pub struct Words {
    /// Tasks that are open.
    pub tasks: Vec<Task>,
    /// Who else could be asked, where the contact has left.
    pub left: Option<Vec<Contact>>,
    /// What the client asks for on their own page, and since when.
    pub client: Vec<(ClientWord, Day)>,
}

/// What the client asks for, each with the press that says it was seen to.
pub(super) fn client_words(page: &ReferralPage<'_>) -> Markup {
    let referral = &page.story.referral;
    html! {
        @if !page.words.client.is_empty() {
            (parts::card("client-word", "A word from the client", html! {
                div class="in stack" {
                    @for (word, on) in &page.words.client {
                        p {
                            @match word.kind {
                                ClientWordKind::NotContacted => { "Nobody at " bdi { (referral.partner_name()) } " has contacted them, they told us on " (on.short(page.today)) ". Call the partner, and tell the client what you heard." }
                                ClientWordKind::Wrong | ClientWordKind::Remind => { "Something here is wrong, they told us on " (on.short(page.today)) ". Put it right, and tell them." }
                            }
                        }
                        @if let Some(body) = &word.body { p class="said" dir="auto" { (body) } }
                        form method="post" action={ "/referrals/" (referral.id) "/client-words" } {
                            (parts::form_key(&forms::fresh_key(), None))
                            input type="hidden" name="word" value=(word.key);
                            button class="btn" { "Done: I saw to it" }
                        }
                    }
                }
            }))
        }
    }
}

pub(super) fn words(page: &ReferralPage<'_>) -> Markup {
    let referral = &page.story.referral;
    html! {
        @if !page.words.tasks.is_empty() || page.words.left.is_some() {
            (parts::card("word", "A word from the partner", html! {
                div class="in stack" {
                    @for task in &page.words.tasks { (one(referral, task, page.today)) }
                    @if let Some(others) = &page.words.left { (left(referral, others)) }
                }
            }))
        }
    }
}

fn one(referral: &Referral, task: &Task, today: Day) -> Markup {
    match task.kind {
        PartnerTaskKind::Glance => html! {
            p { bdi { (referral.partner_name()) } " ended this by link on " (task.on.short(today)) ". Does it look right?" }
            (press(referral, task, &[("seen", "btn", "I have seen it")]))
        },
        PartnerTaskKind::RightContact => html! {
            p {
                b { (task.kind.label()) } ": "
                b { (task.name.as_deref().unwrap_or_default()) }
                @for way in [&task.email, &task.telephone].into_iter().flatten() { ", " (way) }
                ". This is only the word of the one we asked: check that it is the same organization before you ask."
            }
            (press(referral, task, &[("take", "btn main", "Ask this person from now on"), ("drop", "btn", "Leave it as it is")]))
        },
    }
}

fn press(referral: &Referral, task: &Task, buttons: &[(&str, &str, &str)]) -> Markup {
    html! {
        form class="row" method="post" action={ "/referrals/" (referral.id) "/tasks" } {
            (parts::form_key(&forms::fresh_key(), None))
            input type="hidden" name="task" value=(task.key);
            @for (answer, class, words) in buttons { button class=(class) name="answer" value=(answer) { (words) } }
        }
    }
}

fn left(referral: &Referral, others: &[Contact]) -> Markup {
    let name = referral.contact.as_ref().map_or("The person we asked", |(_, name)| name);
    html! {
        p class="box wait" { (name) " no longer works at " bdi { (referral.partner_name()) } ". Their links are dead. Choose who is asked now." }
        @if others.is_empty() {
            p { "Nobody else is known there. " @if let Some((_, id, _)) = &referral.partner { a href={ "/partners/" (id) } { "Add somebody" } } " first." }
        } @else {
            form class="stack" method="post" action={ "/referrals/" (referral.id) "/contact" } {
                (parts::form_key(&forms::fresh_key(), None))
                fieldset {
                    legend class="lbl-h" { "Whom do we ask?" }
                    @for (place, contact) in others.iter().enumerate() {
                        div class="tick" { input type="radio" id={ "who" (place) } name="contact" value=(contact.id); label for={ "who" (place) } { (contact.name) } }
                    }
                }
                button class="btn main" { "Ask them from now on" }
            }
        }
    }
}
