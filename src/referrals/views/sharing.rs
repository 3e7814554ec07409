//! The yes to share on the page of a referral: the question with its words, what was agreed, and how it ends or goes on.

use super::page::ReferralPage;
use crate::consent::{self, Consent, Text};
use crate::i18n::Language;
use crate::referrals::Referral;
use crate::referrals::lifecycle::Status;
use crate::referrals::queries;
use crate::referrals::replay::Consent as Asked;
use crate::values::{ConsentMethod, SharedField, Source, Vocabulary};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What could be shared, with whom, and the words that ask for it.
pub struct Sharing {
    /// Everything that could be shared, with its real value.
    pub values: Vec<(SharedField, String)>,
    /// The words with everything that is ticked from the start.
    pub words: Text,
    /// The drafts that one yes is for: this one first, then those that were prepared together with it.
    pub act: Vec<Referral>,
}

/// The box that records a yes to share: the words to read out, with the real values, and what may be left out.
pub(super) fn ask(page: &ReferralPage<'_>) -> Markup {
    let referral = &page.story.referral;
    let Some(sharing) = page.sharing else { return html! {} };
    html! {
        h3 { "Ask " bdi { (referral.client_name) } " if you may share this" }
        @if page.story.state.now.consent == Asked::Asked { p class="box wait" { "They were asked, and have not answered. Nothing was shared." } }
        (to_read_out(&sharing.words))
        form class="stack" method="post" action={ "/referrals/" (referral.id) "/consent" } {
            (parts::form_key(&forms::fresh_key(), Some(referral.version)))
            (with_whom(&sharing.act))
            fieldset {
                legend class="lbl-h" { "What may be shared " span class="hint" { "take out what they do not want to share" } }
                @for (field, value) in &sharing.values {
                    div class="tick" {
                        input type="checkbox" id={ "f-" (field.code()) } name="field" value=(field.code()) checked[consent::DEFAULT_FIELDS.contains(field)];
                        label for={ "f-" (field.code()) } { (field.label()) ": " (value) }
                    }
                }
            }
            fieldset {
                legend class="lbl-h" { "What did they say?" }
                div class="chips" {
                    @for (code, words) in [("spoken", "Yes, they said it to me"), ("paper", "Yes, signed on paper"), ("ask", "Not yet: ask them on their private page")] {
                        label { input type="radio" name="answer" value=(code); span { (words) } }
                    }
                }
            }
            @if sharing.words.english.is_some() {
                div {
                    label for="said_in" { "In which language did you read it out? " span class="hint" { "the words are kept in it" } }
                    select class="inp" id="said_in" name="said_in" { @for one in [sharing.words.language, Language::english()] { option value=(one.code()) lang=(one.code()) { (one.name()) } } }
                }
            }
            button class="btn main" { "Save" span class="vh" { " what they said" } }
            p class="small dim" { "You are the witness of a spoken yes. The client gets a copy, can undo it for 24 hours and stop it at any time" @if sharing.act.len() > 1 { ", for each partner on its own" } ". No answer is a no." }
        }
    }
}

/// The words in the client's language, and beside them what they say in English.
fn to_read_out(words: &Text) -> Markup {
    let (language, name) = (words.language.code(), words.language.name());
    html! {
        @if let Some(english) = &words.english {
            details open { summary { "Words to read out, in " bdi lang=(language) { (name) } } div class="box" lang=(language) dir="auto" { (paragraphs(&words.words)) } }
            details { summary { "The same words in English" } div class="box" { (paragraphs(english)) } }
            @if words.language.reviewed().is_none() { p class="small dim" { "Nobody who speaks this language has reviewed these words yet." } }
        } @else {
            details open { summary { "Words to read out" } div class="box" { (paragraphs(&words.words)) } }
        }
    }
}

fn paragraphs(text: &str) -> Markup {
    html! { @for paragraph in text.lines().filter(|line| !line.is_empty()) { p dir="auto" { (paragraph) } } }
}

/// With whom, and to whom they want to be introduced by name at once.
fn with_whom(act: &[Referral]) -> Markup {
    html! {
        @if let [one] = act {
            input type="hidden" name="with" value={ (one.id) "." (one.version) };
            div class="tick" {
                input type="checkbox" id="by_name" name="by_name" value=(one.id);
                label for="by_name" { "They want to be introduced by name at once" }
                span class="hint" { "Without this, the partner sees name and contact only after a yes." }
            }
        } @else {
            fieldset {
                legend class="lbl-h" { "With whom? " span class="hint" { "one yes for all that are ticked; each can be stopped alone" } }
                @for (place, one) in act.iter().enumerate() {
                    div class="tick" {
                        input type="checkbox" id={ "w" (place) } name="with" value={ (one.id) "." (one.version) } checked;
                        label for={ "w" (place) } { (one.partner_name()) @if let Some((_, name)) = &one.contact { ", " (name) } }
                    }
                }
            }
            details {
                summary { "Introduce them by name at once" }
                div class="in stack" {
                    p class="small dim" { "Without this, a partner sees name and contact only after it says yes." }
                    @for (place, one) in act.iter().enumerate() {
                        div class="tick" {
                            input type="checkbox" id={ "n" (place) } name="by_name" value=(one.id);
                            label for={ "n" (place) } { "By name to " bdi { (one.partner_name()) } }
                        }
                    }
                }
            }
        }
    }
}

/// The partners that were asked together: where each stands, and one press that sends to all who may be sent to.
pub(super) fn together(page: &ReferralPage<'_>) -> Markup {
    let others = page.together;
    if others.len() < 2 {
        return html! {};
    }
    parts::card(
        "together",
        "Asked together",
        html! {
            div class="in stack" {
                p class="dim" { "One need, " (others.len()) " partners. Each answers for itself." }
                ul class="rows" {
                    @for one in others {
                        li {
                            @if one.key == page.story.referral.key { b { (one.partner_name()) } " (this page)" } @else { a href={ "/referrals/" (one.id) } { (one.partner_name()) } }
                            " " (super::status_tag(one, page.today))
                        }
                    }
                }
                @if page.ready.len() > 1 { (super::sending::form(&page.story.referral, page.ready, &Complaints::default())) }
            }
        },
    )
}

/// What the client agreed to, how it is undone, stopped and renewed.
pub(super) fn agreed(page: &ReferralPage<'_>) -> Markup {
    let body = match (page.yes, page.last_yes) {
        (Some(yes), _) => html! { (in_force(page, yes)) (stop(page, yes)) (renew(page)) },
        (None, Some(last)) => html! {
            p { "The permission of " (page.zone.day(last.granted_at).short(page.today)) " has ended. Nothing is shared now." }
            (renew(page))
        },
        (None, None) => html! { p class="dim" { "No permission to share is in force." } },
    };
    parts::card("agreed", "What the client agreed to", html! { div class="in stack" { (body) } })
}

fn in_force(page: &ReferralPage<'_>, yes: &Consent) -> Markup {
    let how = match (yes.method, &yes.witness) {
        (ConsentMethod::Spoken, Some(name)) => format!("Said it to {name}"),
        (ConsentMethod::Paper, Some(name)) => format!("Signed on paper, seen by {name}"),
        (method, _) => method.label().to_owned(),
    };
    html! {
        p { (how) ", " (page.zone.day(yes.granted_at).short(page.today)) ". Until " (yes.expires_on.short(page.today)) " at the latest." }
        ul { @for field in &yes.fields { li { (field.label()) } } }
        p { @if yes.by_name { "By name at once." } @else { "Name and contact only after the partner says yes." } }
        details { summary { "The words they heard or read" } div class="box" lang=(yes.language.code()) { (paragraphs(&yes.text_shown)) } }
        @if let Some(english) = &yes.english { details { summary { "The same words in English" } div class="box" { (paragraphs(english)) } } }
    }
}

/// Undone or stopped at any time; what that means depends on whether anybody looked.
fn stop(page: &ReferralPage<'_>, yes: &Consent) -> Markup {
    let referral = &page.story.referral;
    if !matches!(
        referral.status,
        Status::Draft | Status::Requested | Status::Received | Status::Accepted | Status::InProgress | Status::OnHold
    ) {
        return html! {};
    }
    let until = yes.granted_at.plus_minutes(consent::UNDO_HOURS * 60);
    let can_undo = page.now < until;
    html! {
        details {
            summary { @if can_undo { "Undo this yes" } @else { "Stop sharing" } }
            form class="in stack" method="post" action={ "/referrals/" (referral.id) "/consent/ending" } {
                (parts::form_key(&forms::fresh_key(), Some(referral.version)))
                @if can_undo { p class="small dim" { "Until " (page.zone.day(until).short(page.today)) ", " (page.zone.clock(until)) " this is an undo. Later it is a stop, and works the same way." } }
                @if referral.status == Status::Draft {
                    p { "Nothing was shared yet. The draft stays, and the client is asked again." }
                } @else {
                    p {
                        @if queries::has_been_read(page.story) { bdi { (referral.partner_name()) } " has opened it. What was read cannot be unread." } @else { bdi { (referral.partner_name()) } " has not opened it: nothing was shared." }
                        " The referral stops, and its links open nothing any more."
                    }
                    div {
                        label for="end-source" { "How did the client tell you?" }
                        select class="inp" id="end-source" name="source" { @for (code, words) in parts::options::<Source>(None) { option value=(code) { (words) } } }
                    }
                }
                button class="btn" { @if can_undo { "Undo the yes" } @else { "Stop sharing" } }
            }
        }
    }
}

/// In one tap, when the client says so.
fn renew(page: &ReferralPage<'_>) -> Markup {
    let referral = &page.story.referral;
    let is_live = page.yes.is_some();
    html! {
        @if queries::is_renewable(referral, page.last_yes, is_live, page.today) {
            form class="stack" method="post" action={ "/referrals/" (referral.id) "/consent/renewal" } {
                (parts::form_key(&forms::fresh_key(), None))
                p class="box wait" { @if is_live { "This permission ends soon." } @else { "This permission has ended." } " Read the same words to the client again. If they say yes, the same things are shared with the same partner for as long again." }
                button class="btn" { "They renewed it: they said yes to me" }
            }
        }
    }
}
